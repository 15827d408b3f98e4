"""What happens when: from the documents, and by rule from the constituent meetings."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from kkr_graph.constitution.calendar.holidays import working_days_before
from kkr_graph.model import danish
from kkr_graph.model.names import danish_sort_key, fold
from kkr_graph.queries.asking import NO_SOURCE, Questions, Source
from kkr_graph.queries.named import Kind
from kkr_graph.store import Graph

ALLIANCE_DAYS = 3
"""How many working days before the meeting alliances are told to the secretariat at the latest."""

_DOUBTFUL = "date-out-of-sequence"
"""The finding about a day whose year cannot be right."""
_RULE = "regel"
_DOCUMENT = "dokument"
_REGISTRY = "registret"
_MEETING = "Konstituerende møde"
_ALLIANCES = "Sidste dag for at anmelde valgforbund til sekretariatet"
_ALLIANCE_RULE = (
    "Senest tre arbejdsdage før det konstituerende møde den {day}; mødedagen, lørdage, "
    "søndage og helligdage er ikke talt med."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day and what happens on it; ``kind`` says whether a document, the registry or a rule has it.

    ``basis`` is the rule in words, or what the document writes; ``remark`` is why the day is doubtful,
    as where the year breaks the order of the days around it.
    """

    day: date
    what: str
    body: str
    kind: str
    basis: str = ""
    remark: str = ""
    source: Source = NO_SOURCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Days in order. ``data_through`` is the latest day that the documents tell of."""

    deadlines: tuple[Deadline, ...]
    data_through: date | None = None
    council: str = ""


def read_calendar(
    graph: Graph,
    *,
    council: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Calendar:
    """The days that documents name, and those that follow from the constituent meetings.

    With a council only its own days are there, and those that name no other council.

    Raises:
        QueryError: there is no such council, or the graph cannot be asked.
    """
    questions = Questions(graph)
    chosen = "" if council is None else questions.find(Kind.COUNCIL, council).label
    by_rule = list(_by_rule(questions))
    others = {each.body for each in by_rule} - {chosen}
    kept = {
        each
        for each in (*_named(questions), *by_rule)
        if (since is None or each.day >= since)
        and (until is None or each.day <= until)
        and (not chosen or _concerns(each, chosen, others))
    }
    return Calendar(
        deadlines=tuple(sorted(kept, key=_order)),
        data_through=questions.data_through,
        council=chosen,
    )


def _named(questions: Questions) -> Iterator[Deadline]:
    """What documents say, with what the checks of the documents say about it.

    A day of which nothing says what happens is none to wait for, as the day of a list.
    """
    doubts = {
        each.source: each.text("message")
        for each in questions.ask("findings")
        if each.text("code") == _DOUBTFUL
    }
    for each in questions.ask("calendar"):
        day, what = each.day("date"), each.text("what") or each.text("item")
        if day is not None and (what or each.text("forum")):
            yield Deadline(
                day=day,
                what=what,
                body=each.text("forum"),
                kind=_DOCUMENT,
                basis=each.text("as_written"),
                remark=doubts.get(each.source, ""),
                source=each.source,
            )


def _by_rule(questions: Questions) -> Iterator[Deadline]:
    for each in questions.ask("constituent-meetings"):
        meeting = each.day("date")
        if meeting is not None:
            yield from constituent_days(each.text("council"), meeting)


def constituent_days(council: str, meeting: date) -> Iterator[Deadline]:
    """The constituent meeting of a council, and what must be done before it."""
    yield Deadline(day=meeting, what=_MEETING, body=council, kind=_REGISTRY)
    yield Deadline(
        day=working_days_before(meeting, ALLIANCE_DAYS),
        what=_ALLIANCES,
        body=council,
        kind=_RULE,
        basis=_ALLIANCE_RULE.format(day=danish.day(meeting)),
    )


def _concerns(deadline: Deadline, council: str, others: Set[str]) -> bool:
    """Whether a day is the council's, or everybody's: it names no other council."""
    if fold(deadline.body) == fold(council):
        return True
    text = fold(f"{deadline.body} {deadline.what}")
    return not any(fold(other) in text for other in others)


def _order(deadline: Deadline) -> tuple[object, ...]:
    source = deadline.source
    return (
        deadline.day,
        danish_sort_key(deadline.body),
        danish_sort_key(deadline.what),
        deadline.kind,
        deadline.basis,
        source.document,
        source.line or 0,
        source.quote,
    )
