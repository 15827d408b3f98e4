"""Two terms compared, forum by forum: who is new, stays or is gone, and which seats came and went.

That no document of the later term names somebody does not mean that the post is lost: it is gone only
where its end is stated, or where all the seats are known to be others'.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kkr_graph.constitution.change import Change, ChangeRow, Matter
from kkr_graph.constitution.reading import (
    EVERYTHING,
    HANDOVER,
    SeatReading,
    Wanted,
    next_term,
    term_before,
)
from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.tenure import EndStatus
from kkr_graph.queries.asking import NO_SOURCE, Questions
from kkr_graph.seats.groups import SeatGroup
from kkr_graph.seats.holders import HeldRole
from kkr_graph.seats.roles import seat_role
from kkr_graph.seats.scope import Scope
from kkr_graph.store import Graph

_Post = tuple[str, str, str]  # forum, role, person


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs between an earlier and a later side, and what does not."""

    earlier: str
    later: str
    rows: tuple[ChangeRow, ...]

    def count(self, change: Change) -> int:
        """How many rows say so."""
        return sum(row.change == change for row in self.rows)


def compare_terms(
    graph: Graph,
    *,
    earlier: str | None = None,
    later: str | None = None,
    wanted: Wanted = EVERYTHING,
) -> Comparison:
    """What differs between two terms: the next one and the one before where none are named.

    Once the next term has begun and none is known after it, it is still the later of the two.

    Raises:
        QueryError: the graph has no such forum, council or term.
        StoreError: the graph cannot be asked.
    """
    questions = Questions(graph)
    open_ = wanted.scope(questions, None)
    after = wanted.scope(questions, later or next_term(open_).label)
    assert after.term is not None
    before = wanted.scope(questions, earlier or term_before(open_, after.term).label)
    first, second = _Side(questions, before), _Side(questions, after)
    return Comparison(
        earlier=first.scope.term_label,
        later=second.scope.term_label,
        rows=(*_people(first, second), *_seats(first, second), *_absent(questions, first, second)),
    )


class _Side:
    """One of the two terms."""

    def __init__(self, questions: Questions, scope: Scope) -> None:
        assert scope.term is not None
        self.scope = scope
        self.reading = SeatReading(questions, scope)
        self.posts: Mapping[_Post, HeldRole] = {
            _post(each): each
            for each in self.reading.seated
            if self.scope.concerns_post(each.record)
        }

    def is_known(self, post: _Post) -> bool:
        """Whether all seats of a forum's role are known to be somebody's."""
        forum, role, _ = post
        groups = [group for group in self.reading.shown if _place(group) == (forum, role)]
        held = sum(each[:2] == (forum, role) for each in self.posts)
        return bool(groups) and held >= sum(group.seats for group in groups)

    def has_appointed(self, held: HeldRole) -> bool:
        """Whether a start that is stated, or a decision, is of this term; before it, of those weeks."""
        assert self.scope.term is not None
        term = self.scope.own_term(self.scope.term, self.scope.council_of(held.record))
        days = (held.period.starts, held.decided_on)
        return any(day is not None and day >= term.starts - HANDOVER for day in days)

    def counted(self, column: str) -> Counter[str]:
        """How many people with a post there are from each municipality or party."""
        people = {(each.holding.person, each.record.text(column)) for each in self.posts.values()}
        return Counter(name for _, name in people if name)


def _post(each: HeldRole) -> _Post:
    holding = each.holding
    return each.record.text("forum"), seat_role(holding.role), holding.person


def _place(group: SeatGroup) -> tuple[str, str]:
    return group.record.text("forum"), seat_role(group.record.iri("role"))


# --- people ---------------------------------------------------------------------------------


def _people(first: _Side, second: _Side) -> Iterator[ChangeRow]:
    rows = (_person(post, first, second) for post in {*first.posts, *second.posts})
    yield from sorted(rows, key=_sort_key)


def _person(post: _Post, first: _Side, second: _Side) -> ChangeRow:
    before, after = first.posts.get(post), second.posts.get(post)
    known = after or before
    assert known is not None
    return ChangeRow(
        matter=Matter.PERSON,
        forum=post[0],
        subject=known.record.text("person"),
        change=_change(before, after, second),
        before=_described(before),
        after=_described(after),
        source_before=before.record.source if before else NO_SOURCE,
        source_after=after.record.source if after else NO_SOURCE,
        tenures=tuple(each.record.iri("tenure") for each in (before, after) if each),
    )


def _change(before: HeldRole | None, after: HeldRole | None, second: _Side) -> Change:
    if before is None:
        return Change.NEW
    if after is None:
        has_ended = before.period.status == EndStatus.ENDED or before.period.ends is not None
        is_known = second.is_known(_post(before))
        return Change.GONE if has_ended or is_known else Change.UNKNOWN
    parties = (before.record.text("party"), after.record.text("party"))
    is_other = all(parties) and parties[0] != parties[1]
    if second.has_appointed(after):
        return Change.AGAIN_OTHER_PARTY if is_other else Change.AGAIN
    return Change.STAYS_OTHER_PARTY if is_other else Change.STAYS


def _described(each: HeldRole | None) -> str:
    if each is None:
        return ""
    words = (each.record.text(column) for column in ("role", "party", "municipality"))
    return ", ".join(word for word in words if word)


_ORDER = list(Change)


def _sort_key(row: ChangeRow) -> tuple[str, int, str, str]:
    return (
        danish_sort_key(row.forum),
        _ORDER.index(row.change),
        danish_sort_key(row.subject),
        row.before,
    )


# --- seats ----------------------------------------------------------------------------------


def _seats(first: _Side, second: _Side) -> Iterator[ChangeRow]:
    """The seats of one kind that became more or fewer.

    A forum of which the registry has no seats at all in a term has an unknown number of them.
    """
    before, after = _counted(first.reading.shown), _counted(second.reading.shown)
    told = ({forum for forum, _, _ in before}, {forum for forum, _, _ in after})
    rows = []
    for key in {*before, *after}:
        if before[key] == after[key]:
            continue
        forum, role, filled_by = key
        is_known = forum in told[0] and forum in told[1]
        change = Change.GAINED if after[key] > before[key] else Change.LOST
        rows.append(
            ChangeRow(
                matter=Matter.SEATS,
                forum=forum,
                subject=f"{role}, udpeges af {filled_by}" if filled_by else role,
                change=change if is_known else Change.UNKNOWN,
                before=str(before[key]) if forum in told[0] else "",
                after=str(after[key]) if forum in told[1] else "",
            )
        )
    yield from sorted(rows, key=_sort_key)


def _counted(groups: Iterable[SeatGroup]) -> Counter[tuple[str, str, str]]:
    """The seats by forum, role and who fills them."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for group in groups:
        record = group.record
        filled_by = record.text("appointing") or record.text("nominating")
        counts[record.text("forum"), record.text("role"), filled_by] += group.seats
    return counts


# --- municipalities and parties with nobody -------------------------------------------------


def _absent(questions: Questions, first: _Side, second: _Side) -> Iterator[ChangeRow]:
    """Who has nobody in the later term, or had nobody before.

    Unknown where no post of the term is known, for a municipality none of its contact council's.
    """
    scope = second.scope
    councils = scope.council_by_municipality
    told = {scope.council_of(each.record) for each in second.posts.values()}
    every = {
        Matter.MUNICIPALITY: {name for name in councils if councils[name] in scope.councils},
        Matter.PARTY: _parties(questions, scope),
    }
    columns = {Matter.MUNICIPALITY: "municipality", Matter.PARTY: "party"}
    for matter, names in every.items():
        before, after = first.counted(columns[matter]), second.counted(columns[matter])
        for name in sorted({*names, *before, *after}, key=danish_sort_key):
            is_told = councils[name] in told if name in councils else bool(second.posts)
            if after[name] or (not is_told and not before[name]):
                continue
            yield ChangeRow(
                matter=matter,
                forum="",
                subject=name,
                change=Change.NOBODY if is_told else Change.UNKNOWN,
                before=str(before[name]),
                after="0" if is_told else "",
            )


def _parties(questions: Questions, scope: Scope) -> set[str]:
    """The parties of those who were seen at the councils' meetings."""
    return {
        party
        for record in questions.ask("seen-for")
        if record.text("forum") in scope.councils
        for party in record.text("party").split(", ")
        if party
    }
