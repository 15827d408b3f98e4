"""Several chairs of one body at a time: who was last seen in an older paper may have gone, but nobody says so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from kkr_graph.model import danish
from kkr_graph.overview.content import Remark
from kkr_graph.queries.asking import NO_SOURCE
from kkr_graph.seats.holders import Certainty, HeldRole
from kkr_graph.seats.scope import Scope
from kkr_graph.vocab import KKRC

_NUMBERS = {2: "to", 3: "tre", 4: "fire"}
Chairs: TypeAlias = Mapping[str, Sequence[HeldRole]]
NOBODY: Chairs = {}


def chairs_at_once(held: Iterable[HeldRole], scope: Scope) -> Chairs:
    """The chairs of whom no document says that they have gone, by body; bodies with one are left out.

    In a whole term one may follow upon the other, whose end is stated.
    """
    found: dict[str, list[HeldRole]] = {}
    for each in held:
        has_end = scope.term is not None and each.period.ends is not None
        is_over = has_end or each.period.is_former
        if each.certainty == Certainty.CERTAIN and each.holding.role == KKRC.chair and not is_over:
            found.setdefault(each.holding.forum, []).append(each)
    return {forum: chairs for forum, chairs in found.items() if len(_people(chairs)) > 1}


def beside(held: HeldRole, chairs: Chairs) -> str:
    """``to formænd: også Bo Lund (senest set 24.10.2025)``; empty for who is the only one."""
    all_ = chairs.get(held.holding.forum, ())
    if held not in all_:
        return ""
    others = [each for each in all_ if each.holding.person != held.holding.person]
    return f"{_number(all_)} formænd: også {danish.listed([_seen(each) for each in others])}"


def remarks_on(chairs: Chairs, told: Sequence[str]) -> Iterator[Remark]:
    """One for each body of which no finding says so already."""
    for all_ in chairs.values():
        forum = all_[0].record.text("forum")
        names = [each.holding.holder for each in all_]
        if any(all(word in message for word in (forum, *names)) for message in told):
            continue
        yield Remark(
            grade="flere formænd",
            what=f"{forum} har {_number(all_)} formænd, og intet dokument siger, at nogen af dem er "
            f"gået af: {danish.listed([_seen(each) for each in all_])}.",
            about=forum,
            source=NO_SOURCE,
            code="several-chairs",
        )


def _people(chairs: Iterable[HeldRole]) -> set[str]:
    return {each.holding.person for each in chairs}


def _number(chairs: Sequence[HeldRole]) -> str:
    number = len(_people(chairs))
    return _NUMBERS.get(number, str(number))


def _seen(held: HeldRole) -> str:
    starts, seen = held.period.starts, held.period.last_seen
    if starts and (seen is None or starts > seen):
        return f"{held.holding.holder} (fra {danish.day(starts)})"
    return f"{held.holding.holder} (senest set {danish.day(seen)})" if seen else held.holding.holder
