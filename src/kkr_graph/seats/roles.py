"""Whose seats a role holds."""

from kkr_graph.vocab import KKRC

# Documents that name a member rarely say which kind of member.
_MEMBERS = (
    KKRC.member,
    KKRC.representative,
    KKRC.ex_officio_member,
    KKRC.supplementary_member,
)


def seat_role(role: str) -> str:
    """The role whose seats somebody in a role holds."""
    return KKRC.member if role in _MEMBERS else role
