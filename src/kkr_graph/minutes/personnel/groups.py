"""People named side by side in a part of a sentence, who are placed together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kkr_graph.language.presented import Presented
from kkr_graph.minutes.personnel import others
from kkr_graph.minutes.personnel.predicates import Predicate
from kkr_graph.minutes.personnel.tokens import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People named side by side, at ``[first, last]`` of the part's tokens."""

    people: tuple[Presented, ...]
    first: int
    last: int
    start: int  # in the text
    end: int


def groups_of(part: Predicate) -> tuple[Group, ...]:
    """Everybody in this part who may be placed: not agents, predecessors and principals."""
    return tuple(_groups(part))


def _groups(part: Predicate) -> Iterator[Group]:
    run: list[int] = []
    for i, token in enumerate(part.tokens):
        if token.kind is not Kind.PERSON or others.is_other(part, i):
            continue
        person = part.person(token)
        again = any(part.person(part.tokens[j]) == person for j in run)
        if run and (again or not _is_beside(part, run[-1], i)):
            yield from _divided(part, run)
            run = []
        run.append(i)
    if run:
        yield from _divided(part, run)


def _divided(part: Predicate, run: list[int]) -> Iterator[Group]:
    return (_group(part, each) for each in _split(part, run))


def _split(part: Predicate, run: list[int]) -> Iterator[list[int]]:
    """People side by side with a role in front for some and one behind for the last.

    "som medlem X og Y, som observatør": X is a member, Y the observer.
    """
    first, last = run[0], run[-1]
    behind = next(iter(part.tokens[last + 1 : last + 3]), None)
    if behind is not None and behind.kind is Kind.JOIN and behind.lead == ",":
        behind = next(iter(part.tokens[last + 2 : last + 3]), None)
    led = first > 0 and part.tokens[first - 1].kind is Kind.ROLE and part.tokens[first - 1].lead
    if len(run) > 1 and led and behind is not None and behind.kind is Kind.ROLE and behind.lead:
        yield run[:-1]
        yield run[-1:]
    else:
        yield run


def _group(part: Predicate, run: Sequence[int]) -> Group:
    first, last = part.tokens[run[0]], part.tokens[run[-1]]
    people = tuple(part.person(part.tokens[i]) for i in run)
    return Group(people=people, first=run[0], last=run[-1], start=first.start, end=last.end)


def _is_beside(part: Predicate, one: int, other: int) -> bool:
    """Whether nothing but commas and "og" stands between two people."""
    between = part.tokens[one + 1 : other]
    gap = part.clause.text[part.tokens[one].end : part.tokens[other].start]
    for token in between:
        if token.kind is not Kind.JOIN and not token.title:
            return False
        if token.title:  # "Ældrerådets formand, X, og Handicaprådets formand, Y"
            gap = gap.replace(part.text_of(token), "")
    return gap.replace(",", " ").split() in ([], ["og"], ["samt"]) and gap.strip() != ""
