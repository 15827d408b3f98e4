"""Those whom a part of a sentence names and does not place: predecessors, whoever does it."""

import re

from kkr_graph.language.presented import Presented
from kkr_graph.minutes.personnel.predicates import Predicate
from kkr_graph.minutes.personnel.tokens import Kind
from kkr_graph.model.extract import Role

_OWNS = (
    r"(?:s|[’']s|[’'])?(?: \([A-ZÆØÅ]{1,3}\))? (?:(?:hidtidige|tidligere|nuværende|gamle|ledige) )?"
)
_SEAT_OF = re.compile(_OWNS + r"(?:plads|pladser|post|poster|sæde|hverv|rolle|mandat|sted)\b")
_LEAVE_OF = re.compile(_OWNS + r"(?:orlov|fravær|sygdom|barsel\w*)\b")  # and stays a member
_UNPLACED = re.compile(r"\bi stedet for (?:den |de )?(?:indstillede|foreslåede)(?: [a-zæøå]+)?$")
_OF_OTHERS = re.compile(r" (?:de |den |det )?(?:øvrige|andre|resten|anden)\b")
# "med 4 stemmer mod 3 stemmer til X", "mod 3 til X": who got fewer
_VOTED_FOR = re.compile(
    r"\b(?:stemmer?|mod \w+)(?:,? der blev (?:af)?givet)? (?:til|for|på)(?: [a-zæøå]+)?$"
)
_REPORTING = frozenset({"at", "hvor"})
_OTHER_CLAUSE = frozenset(
    {"mens", "men", "da", "fordi", "idet", "eftersom", "når", "hvis", "der", "som"}
)


def is_other(part: Predicate, i: int) -> bool:
    """Somebody after "i stedet for", "suppleant for" or "af": placed by none of this."""
    before = part.tokens[i - 1] if i else None
    lead = part.clause.text[: part.tokens[i].start].rstrip()
    led = _UNPLACED.search(lead) is not None or lead.endswith(
        (" af", " hos", " fra", " over for", " over", " foran", " sammen med", " v/")
    )
    is_object = before is not None and before.noun  # "valget af X"
    if (
        is_for_whom(part, i)
        or is_next_principal(part, i)
        or _is_in_another(part, i)
        or _is_before_another(part, i)
    ):
        return True
    return (
        _SEAT_OF.match(part.clause.text, part.tokens[i].end) is not None
        or _LEAVE_OF.match(part.clause.text, part.tokens[i].end) is not None
        or (before is not None and (before.kind is Kind.INSTEAD or before.principal))
        or _is_telling(part, i)
        or (led and not is_object)
        or _VOTED_FOR.search(lead) is not None
    )


def is_for_whom(part: Predicate, i: int) -> bool:
    """Whether the person at ``i`` is whose deputy the one before is: "X for Y og Z for W"."""
    if i == 0 or part.tokens[i].kind is not Kind.PERSON:
        return False
    before = part.tokens[i - 1]
    if before.kind is Kind.JOIN and before.lead == "," and i > 1:
        before = part.tokens[i - 2]
    gap = part.clause.text[before.end : part.tokens[i].start]
    deputies = any(token.role is Role.DEPUTY for token in part.tokens)
    return deputies and before.kind is Kind.PERSON and gap.strip(" ,") == "for"


def is_next_principal(part: Predicate, i: int) -> bool:
    """Whether the person at ``i`` is the second of two whose deputies follow the verb: "for X og Y udpegedes"."""
    if not 2 < i < part.at or part.tokens[i].kind is not Kind.PERSON:
        return False
    led, first, join = part.tokens[i - 3 : i]
    follows = any(token.kind is Kind.PERSON for token in part.tokens[part.at :])
    joined = first.kind is Kind.PERSON and join.kind is Kind.JOIN and join.lead in ("og", "samt")
    return led.principal and joined and follows


def _is_in_another(part: Predicate, i: int) -> bool:
    """Whether somebody stands in a clause behind the verb's, with no role: "mens X ikke gik"."""
    breaks = [
        token
        for token in part.tokens[part.at + 1 : i]
        if token.kind is Kind.BREAK and token.lead in _OTHER_CLAUSE
    ]
    after = part.tokens[i + 1 : i + 2]
    placed = any(token.kind in (Kind.ROLE, Kind.BODY) and token.lead for token in after)
    return bool(breaks) and not placed


def _is_before_another(part: Predicate, i: int) -> bool:
    """Whether the verb is of a clause behind somebody's own: "X fik færrest, mens de øvrige blev valgt"."""
    between = part.tokens[i + 1 : part.at]
    return any(
        token.kind is Kind.BREAK
        and token.lead == "mens"
        and _OF_OTHERS.match(part.clause.text, token.end) is not None
        for token in between
    )


def _is_telling(part: Predicate, i: int) -> bool:
    """Whether somebody only says what the verb tells: "X oplyste, at Y er udpeget"."""
    between = part.tokens[i + 1 : part.at]
    return any(token.kind is Kind.BREAK and token.lead in _REPORTING for token in between)


def old(part: Predicate) -> tuple[Presented, ...]:
    """Those in whose place somebody comes: "i stedet for X"."""
    return tuple(
        part.person(part.tokens[i + 1])
        for i, token in enumerate(part.tokens[:-1])
        if token.kind is Kind.INSTEAD and part.tokens[i + 1].kind is Kind.PERSON
    )


def is_on_leave(part: Predicate) -> bool:
    """Whether somebody comes for the time of another's leave: "indtræder under Xs orlov"."""
    people = (token for token in part.tokens if token.kind is Kind.PERSON)
    return any(_LEAVE_OF.match(part.clause.text, token.end) for token in people)


def agent(part: Predicate) -> Presented | None:
    """The person in "afløses af X"."""
    for token in part.tokens:
        lead = part.clause.text[: token.start].rstrip()
        if token.kind is Kind.PERSON and lead.endswith(" af"):
            return part.person(token)
    return None


def owner(part: Predicate) -> Presented | None:
    """The person in "overtager Xs plads"."""
    for token in part.tokens:
        if token.kind is Kind.PERSON and _SEAT_OF.match(part.clause.text, token.end):
            return part.person(token)
    return None
