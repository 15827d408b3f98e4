"""Whose deputy somebody is: "suppleant for X", "X med Y som stedfortræder", "hendes stedfortræder"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kkr_graph.language.presented import Presented
from kkr_graph.minutes.personnel import others
from kkr_graph.minutes.personnel.acts import CHOSEN, Personnel
from kkr_graph.minutes.personnel.discourse import THEIRS
from kkr_graph.minutes.personnel.groups import Group
from kkr_graph.minutes.personnel.predicates import Predicate
from kkr_graph.minutes.personnel.tokens import Kind
from kkr_graph.model.extract import Role
from kkr_graph.model.names import clean

# what leads to the deputy of the one before: "X med Y som stedfortræder", or a label in brackets
_WITH = re.compile(r"\bmed $|\((?:personlig )?stedfortræder: $", re.IGNORECASE)
_SITS = frozenset({Role.MEMBER, Role.REPRESENTATIVE, Role.OBSERVER})
# a "suppleant" is so for a whole body, and so are those in an order
_COMMON = re.compile(r"\bsuppleant|\b(?:\d\. |første |anden |fælles )stedfortræder", re.IGNORECASE)
_RESPECTIVE = re.compile(r"\bhenholdsvis\b")


def named(part: Predicate, group: Group) -> Presented | None:
    """The person in "suppleant for X" beside a group."""
    for i in range(group.last + 1, min(group.last + 3, len(part.tokens))):
        if others.is_for_whom(part, i):
            return part.person(part.tokens[i])
    led = part.tokens[max(0, group.first - 3) : group.first]
    if [t.kind for t in led[-3:]] == [Kind.ROLE, Kind.PERSON, Kind.JOIN] and led[0].principal:
        return part.person(led[1])  # "og, som suppleant for X, Y"
    for i in range(min(part.at, group.first) - 1):  # "suppleant for X er Y"
        if part.tokens[i].principal and part.tokens[i + 1].kind is Kind.PERSON:
            return part.person(part.tokens[i + 1])
    for i in range(group.last + 1, len(part.tokens) - 1):
        if part.tokens[i].kind is Kind.PERSON and not part.tokens[i - 1].principal:
            return None
        if part.tokens[i].principal and part.tokens[i + 1].kind is Kind.PERSON:
            return part.person(part.tokens[i + 1])
    return None


def is_respective(part: Predicate) -> bool:
    """Whether what is told of several is told of each in turn: "henholdsvis X og Y"."""
    return _RESPECTIVE.search(part.clause.text) is not None


def respective(
    part: Predicate, group: Group, i: int, before: Sequence[Presented]
) -> Presented | None:
    """Whose deputy "henholdsvis X og Y" are: of those placed before them, in the same order.

    In "for henholdsvis V og W udpegedes X og Y" they are of those in front of the verb.
    """
    told = [
        part.person(token)
        for at, token in enumerate(part.tokens[: part.at])
        if others.is_next_principal(part, at + 2) or others.is_next_principal(part, at)
    ]
    before = told or before
    return before[i] if is_respective(part) and len(before) == len(group.people) else None


def of_only_member(
    part: Predicate, placed: Sequence[Personnel], within: Personnel | None
) -> list[Personnel]:
    """Those placed, the one deputy with the one member as principal: "X som medlem og Y som stedfortræder".

    ``within`` is whom the part before of the same sentence placed.
    """
    deputies = [one for one in placed if one.role is Role.DEPUTY]
    beside = [one for one in placed if one.role is not Role.DEPUTY]
    members = beside or [one for one in (within,) if one is not None and one.event in CHOSEN]
    if len(deputies) != 1 or len(members) != 1 or _COMMON.search(part.clause.written):
        return list(placed)
    (deputy,), (member,) = deputies, members
    sits = member.role in _SITS and member.body == deputy.body and member.event is deputy.event
    if not sits or deputy.deputy_for is not None:
        return list(placed)
    principal = clean(member.person.name)
    return [replace(one, deputy_for=principal) if one is deputy else one for one in placed]


def with_earlier(
    part: Predicate, group: Group, found: Personnel, earlier: Personnel | None
) -> Personnel:
    """A deputy with the one before as principal: "X med Y som stedfortræder"."""
    text = part.clause.text
    is_with = found.deputy_for is None and _WITH.search(text[: group.start]) is not None
    # "hendes stedfortræder", right behind them or before
    is_theirs = THEIRS.search(text[max(0, group.start - 40) : group.end + 40]) is not None
    if found.role is Role.DEPUTY and (is_with or is_theirs) and earlier is not None:
        return replace(found, deputy_for=clean(earlier.person.name), body=earlier.body)
    return found
