"""Which role a rule about seats is about, by the noun that it begins with."""

import re

from kkr_graph.model.extract import Role

_NOUN = re.compile(
    r"(?P<vice>næstformand)|(?P<chair>formand)|(?P<observer>observatør)"
    r"|(?P<deputy>suppleant|stedfortræder)|(?P<member>medlem|repræsentant|plads|politiker)",
    re.IGNORECASE,
)
_ROLES = {
    "vice": Role.VICE_CHAIR,
    "chair": Role.CHAIR,
    "observer": Role.OBSERVER,
    "deputy": Role.DEPUTY,
    "member": Role.MEMBER,
}


def seat_role_in(rule: str) -> Role | None:
    """``4 medlemmer, der udpeges af ...`` is about members; None where no such noun stands."""
    match = _NOUN.search(rule)
    return _ROLES[match.lastgroup] if match and match.lastgroup else None
