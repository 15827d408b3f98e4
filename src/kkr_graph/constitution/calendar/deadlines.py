"""What happens when: from the documents, and by rule from the constituent meetings."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from kkr_graph.constitution.calendar.holidays import working_days_before
from kkr_graph.model import danish
from kkr_graph.model.names import danish_sort_key, fold
from kkr_graph.queries.asking import NO_SOURCE, Questions, Record, Source
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
_CONSTITUENT = fold(_MEETING).partition(" ")[0]
_MEETS = re.compile(r"(?:\w+ )?\w*møde(?: i |,|$)", re.IGNORECASE)
_ALLIANCES = "Sidste dag for at anmelde valgforbund til sekretariatet"
_ALLIANCE_RULE = (
    "Senest tre arbejdsdage før det konstituerende møde den {day}; mødedagen, lørdage, "
    "søndage og helligdage er ikke talt med."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day and what happens on it; ``kind`` says whether a document, the registry or a rule has it.

    ``basis`` is the rule in words, or what the document writes; ``remark`` is why the day is doubtful,
    as where the year breaks the order of the days around it. ``others`` are where the same is said too.
    """

    day: date
    what: str
    body: str
    kind: str
    basis: str = ""
    remark: str = ""
    source: Source = NO_SOURCE
    holder: str = ""  # whose meeting the document is of
    others: tuple[Source, ...] = ()


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
        deadlines=gathered(sorted(kept, key=_order)),
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
        day, what, body = each.day("date"), _what(each), each.text("forum")
        if day is not None and (what or body):
            yield Deadline(
                day=day,
                what=what,
                body=body,
                kind=_DOCUMENT,
                holder=each.text("holder"),
                basis=each.text("as_written"),
                remark=doubts.get(each.source, ""),
                source=each.source,
            )


def _what(mention: Record) -> str:
    """What happens; a word alone that names no body is told with the item that it stands in."""
    what, item = mention.text("what"), mention.text("item")
    if what and (" " in what or mention.text("forum")):
        return what
    return ", ".join(filter(None, (what, f"nævnt under »{item}«"))) if item else ""


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


# --- one line for what several say ----------------------------------------------------------


def gathered(deadlines: Sequence[Deadline]) -> tuple[Deadline, ...]:
    """Each meeting, and whatever else happens on a day, once: the best source with the others behind it.

    What a body's own minutes call a meeting without saying whose is that body's where it alone is
    known to meet on the day.
    """
    meeting: dict[date, set[str]] = defaultdict(set)
    for each in deadlines:
        if each.body and _is_meeting(each):
            meeting[each.day].add(fold(each.body))
    groups: dict[tuple[date, str, str], list[Deadline]] = defaultdict(list)
    for each in deadlines:
        groups[_occasion(each, meeting[each.day])].append(each)
    return tuple(map(_joined, groups.values()))


def _occasion(each: Deadline, meeting: Set[str]) -> tuple[date, str, str]:
    body = fold(each.body)
    if not body and _is_meeting(each) and meeting == {fold(each.holder)}:
        body = fold(each.holder)
    return each.day, body, "møde" if body and _is_meeting(each) else fold(each.what)


def _is_meeting(each: Deadline) -> bool:
    return _MEETS.match(each.what) is not None


def _joined(group: Sequence[Deadline]) -> Deadline:
    best, *others = sorted(group, key=_worth)
    is_constituent = _is_meeting(best) and any(_CONSTITUENT in fold(each.what) for each in group)
    told = dict.fromkeys(each.source for each in others if each.source != best.source)
    return replace(
        best,
        what=_MEETING if is_constituent else best.what,
        others=tuple(source for source in told if source != NO_SOURCE),
    )


def _worth(each: Deadline) -> tuple[bool, ...]:
    """The best first: words of a document, about a body, not in doubt, and more than a bare word."""
    return (each.kind == _REGISTRY, not each.body, bool(each.remark), " " not in each.what)


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
