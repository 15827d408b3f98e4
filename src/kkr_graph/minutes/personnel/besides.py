"""The roles and bodies that stand with people in a part of a sentence: beside some, or for all of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kkr_graph.minutes.personnel.groups import Group, groups_of
from kkr_graph.minutes.personnel.predicates import Predicate
from kkr_graph.minutes.personnel.tokens import Kind, Token
from kkr_graph.model.extract import CHAIRS, Role

_WITH = re.compile(r"\bmed $")  # "med X som stedfortræder"
# roles in front of those who have them: "med følgende stedfortrædere: X"
_WITH_FOLLOWING = re.compile(r"\b(?:med|samt|og) følgende (?:personlige )?$")
_THERE = re.compile(r"\b(?:og|samt|så) (?:derfor )?der (?:skal|bør|må|mangler|søges)\b")
_BECAUSE = re.compile(r"\b(?:på grund af|pga\.?|grundet|som følge af)\b[^⟦;.]*$")
_BETWEEN = frozenset({Kind.BODY, Kind.DO, Kind.AUX, Kind.BECOME, Kind.HOLD})
_INTO = frozenset({"til", "i", "ind i", "for"})  # prepositions that lead to what one is placed in


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The role and body that stand with a group of people."""

    role: Role | None = None
    body: str | None = None
    principal: bool = False  # "som suppleant for", and somebody follows
    new: bool = False
    stated: bool = False
    office: bool = False


def of_group(part: Predicate, group: Group, groups: Sequence[Group]) -> Beside:
    """What stands with a group: right behind it, right before it, or further behind."""
    before, behind = _before(part, group, groups), _behind(part, group, groups)
    role = (
        _first_role(behind[:1])
        or _first_role(before[-1:])
        or _first_role(behind)
        or _first_role(before)
    )
    body = next(
        (t.body for t in (*behind, *before) if t.body and (part.leaves or leads_into(t))), None
    )
    if role is not None and role.body:
        body = role.body
    office = any(t.kind is Kind.OFFICE for t in behind[:1])
    return Beside(
        role=None if role is None else role.role,
        body=body,
        principal=role is not None and role.principal,
        new=role is not None and role.new,
        stated=role is not None or body is not None,
        office=office and role is None,
    )


def shared(part: Predicate) -> Beside:
    """The role and body that all people of a part share: in front of them, or at its end."""
    roles = [
        t
        for t in part.tokens
        if t.kind is Kind.ROLE
        and not (_says_who(part, t) or _is_of_the_past(part, t) or _is_wanted(part, t))
    ]
    bodies = [
        t.body
        for t in part.tokens
        if t.body and not _says_who(part, t) and (part.leaves or leads_into(t))
    ]
    first = next((i for i, t in enumerate(part.tokens) if t.kind is Kind.PERSON), 0)
    fronted = [t for t in roles if t in part.tokens[:first]]
    role = fronted[0] if fronted else (roles[0] if len(roles) == 1 else None)
    groups = groups_of(part)  # none: the part tells of somebody before it
    people = {person.name for group in groups for person in group.people}
    alone = len(groups) <= 1 or len(people) == 1
    shares = role is not None and (bool(fronted) or alone)
    return Beside(
        role=role.role if role is not None and shares else None,
        body=(role.body if role is not None and shares else None) or next(iter(bodies), None),
        stated=bool(roles or bodies),
    )


def bodies_joined_to(part: Predicate, body: str | None) -> Iterator[str]:
    """The bodies joined to the one named: "i Havnerådet og i bestyrelsen for Z"."""
    at = next((i for i, token in enumerate(part.tokens) if token.body == body), None)
    while body is not None and at is not None and at + 2 < len(part.tokens):
        join, other = part.tokens[at + 1 : at + 3]
        if join.kind is not Kind.JOIN or other.kind is not Kind.BODY or not other.body:
            return
        if other.lead not in _INTO | {"af"}:
            return
        yield other.body
        at += 2


def _before(part: Predicate, group: Group, groups: Sequence[Group]) -> list[Token]:
    earlier = [other for other in groups if other.last < group.first]
    begin = earlier[-1].last + 1 if earlier else 0
    return [
        token
        for i, token in enumerate(part.tokens[begin : group.first], begin)
        if token.kind in (Kind.ROLE, Kind.BODY)
        and not _says_who(part, token)
        and (not earlier or _leads_in(part, i, group.first))
    ]


def _behind(part: Predicate, group: Group, groups: Sequence[Group]) -> list[Token]:
    """Roles and bodies between a group and the next, but those that lead the next in."""
    later = [other for other in groups if other.first > group.last]
    stop = later[0].first if later else len(part.tokens)
    inner = [
        (i, token)
        for i, token in enumerate(part.tokens[group.last + 1 : stop], group.last + 1)
        if token.kind in (Kind.ROLE, Kind.BODY, Kind.OFFICE)
        and not (token.former or _is_wanted(part, token) or _is_reason(part, token))
    ]
    return [token for i, token in inner if not (later and _leads_in(part, i, stop))]


def _leads_in(part: Predicate, i: int, group_at: int) -> bool:
    """Whether a role stands for the people after it: "og som næstformand X", "Y til Z, W"."""
    opened = i > 0 and part.tokens[i - 1].kind in (Kind.JOIN, Kind.BREAK)
    opened = opened or part.clause.text.startswith(": ⟦", part.tokens[i].end)
    opened = opened or _WITH_FOLLOWING.search(part.clause.text[: part.tokens[i].start]) is not None
    between = part.tokens[i + 1 : group_at]
    return (
        opened
        and part.tokens[i].kind is Kind.ROLE
        and (part.tokens[i].principal or all(t.kind in _BETWEEN for t in between))
        and not _WITH.search(part.clause.text[: part.tokens[group_at].start])
    )


def _says_who(part: Predicate, token: Token) -> bool:
    """Whether a role only says who somebody is or was, and not what the part gives or takes."""
    return token.former or token.aside or (part.places and token.title) or _is_reason(part, token)


def _is_reason(part: Predicate, token: Token) -> bool:
    """Whether a body or a role is why something is done: "på grund af nye opgaver i KL"."""
    is_behind = part.verb is not None and part.verb.end <= token.start
    begin = part.verb.end if part.verb is not None and is_behind else part.start
    return _BECAUSE.search(part.clause.text[begin : token.start]) is not None


def _is_of_the_past(part: Predicate, role: Token) -> bool:
    """Whether a role is what somebody led, who leaves the body: "hvor han har været formand"."""
    lead = part.clause.text[max(0, role.start - 12) : role.start]
    return role.role in CHAIRS and lead.endswith("har været ")


def _is_wanted(part: Predicate, role: Token) -> bool:
    """Whether a role is what somebody else is to be: "X er udtrådt, og der skal findes en suppleant"."""
    at = 0 if part.verb is None else part.verb.end
    return _THERE.search(part.clause.text, at, role.start) is not None


def leads_into(token: Token) -> bool:
    """Whether a token names what somebody is placed in, and not who places or sends."""
    return token.kind is Kind.ROLE or token.lead in _INTO


def _first_role(tokens: Sequence[Token]) -> Token | None:
    return next((token for token in tokens if token.kind is Kind.ROLE), None)
