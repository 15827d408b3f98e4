"""A question in free Danish, matched to a named one by the patterns in the named ones' headers.

Case, punctuation, ``aa`` for ``å``, small words and the forms of words do not matter, and some phrases
mean the same (``phrasing``). Every other word must stand in the pattern or in a slot, and what stands
in a slot must be a name of the graph, a day, or the words that the question is about. What was is not
answered with what is. ``I 2025`` and the like narrow what has a time (``periods``). A question that
fits no pattern, or two questions equally well, is answered with the nearest ones and never with a guess.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from kkr_graph.errors import (
    AmbiguousName,
    NotUnderstood,
    QueryError,
    Suggestion,
    UnknownName,
    quoted,
)
from kkr_graph.model import danish
from kkr_graph.model.names import fold
from kkr_graph.queries.arguments import Reader
from kkr_graph.queries.concepts import concept_labels, scheme_members
from kkr_graph.queries.days import day_without_year, parse_day, today
from kkr_graph.queries.framing import Framed, framings, said_of_time
from kkr_graph.queries.named import NAMED_KINDS, Kind, NamedQuery
from kkr_graph.queries.names import kind_wanted, with_article
from kkr_graph.queries.periods import Period, take_period
from kkr_graph.queries.phrasing import Phrased, phrasing
from kkr_graph.queries.suggestions import SLOT, known_as, suggestions
from kkr_graph.queries.titles import NoTitle, UntoldTitle
from kkr_graph.store import Graph

MAX_WORDS = 40
_MOST_YEARS = 5
_LEAST_OF_A_NAME = 3  # letters of one that fits several things
_TELLING = 4  # the weight of two words: below it, what fails in a slot says nothing
_ANY = frozenset({"en", "et"})  # whoever stands behind it, it is no name


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """The named question that was meant, with its arguments as they were written."""

    query: NamedQuery
    arguments: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Part:
    """What a pattern asks for next: a word spelled out, or a slot."""

    text: str
    is_slot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One way of reading the question as one pattern."""

    query: NamedQuery
    slots: Mapping[str, str]
    implied: Mapping[str, str]
    weight: int  # words of the pattern that the question has; the more, the better the reading

    @property
    def arguments(self) -> dict[str, str]:
        return {**self.implied, **self.slots}

    @property
    def slack(self) -> int:
        """How much of the question the slots swallow."""
        return sum(len(text) for text in self.slots.values())


def understand(
    graph: Graph, queries: Mapping[str, NamedQuery], question: str, *, now: date | None = None
) -> Understood:
    """The named question, with arguments, that a question in Danish means.

    Raises:
        AmbiguousName: it is clear but for a name that fits several things.
        QueryError: no named question fits, or several do; the hint has the nearest.
    """
    if (length := len(question.split())) > MAX_WORDS:
        raise QueryError(
            f"Spørgsmålet er på {length} ord; grænsen er {MAX_WORDS}.", "Spørg kortere."
        )
    titled = _titled(queries, phrasing().read(question))
    if titled is not None:
        return Understood(query=titled, arguments={})
    day = now or today()
    reader = Reader(graph, now=day)
    said = said_of_time(question, day)
    readings = [
        each for framed in framings(question, reader) for each in _readings(queries, framed)
    ]
    fitting, problem = _best(readings, reader, said)
    if len(fitting) > 1:
        raise _several(fitting)
    if not fitting:
        if half := day_without_year(question):
            raise _without_year(half, _years_of(graph, half), day)
        if (taken := take_period(question, now=day)) and (
            meant := _without_period(queries, *taken, reader)
        ):
            raise meant
        if isinstance(problem, UnknownName) and (other := known_as(graph, problem.typed)):
            raise _of_another_kind(problem, other, suggestions(graph, queries, question))
        raise problem or _no_match(graph, queries, question)
    return Understood(query=fitting[0].query, arguments=fitting[0].arguments)


def _titled(queries: Mapping[str, NamedQuery], asked: Phrased) -> NamedQuery | None:
    """The question whose title this is, where it needs no name to be answered."""
    return next(
        (
            query
            for query in queries.values()
            if phrasing().read(query.title) == asked
            and not any(parameter.required for parameter in query.parameters)
        ),
        None,
    )


def _has_days(reading: _Reading, now: date) -> bool:
    """Whether what stands where a date should is one."""
    return all(
        parse_day(text, now=now) is not None
        for name, text in reading.slots.items()
        if reading.query.kind(name) == Kind.DATE
    )


def _asks_in_a_name(reading: _Reading) -> bool:
    """Whether words that no name has stand where a name should: "hvem", or a title, as "borgmester"."""
    return any(
        reading.query.kind(name) in NAMED_KINDS
        and _is_no_name(reading.query.kind(name), fold(text).split())
        for name, text in reading.slots.items()
    )


def _is_no_name(kind: Kind, words: Sequence[str]) -> bool:
    known = phrasing()
    if not known.nameless.isdisjoint(words):
        return True
    if kind != Kind.TITLE and not known.titles.keys().isdisjoint(words):
        return True
    telling = [known.words.get(word, word) for word in words if word not in known.small]
    is_role = len(telling) == 1 and telling[0] in _roles()
    return is_role and kind not in (Kind.ROLE, Kind.TITLE)


@cache
def _roles() -> frozenset[str]:
    return frozenset(fold(concept_labels()[iri]) for iri in scheme_members()["roles"])


def _has_time_in_a_name(reading: _Reading, said: Sequence[str]) -> bool:
    """Whether a day or a stretch of time that was said is taken for a part of a name."""
    return any(
        time in text or text in time
        for name, text in reading.slots.items()
        if reading.query.kind(name) in NAMED_KINDS - {Kind.MEETING, Kind.TERM}
        for time in said
    )


def _best(
    readings: Iterable[_Reading], reader: Reader, said: Sequence[str] = ()
) -> tuple[list[_Reading], QueryError | None]:
    likely = [
        each
        for each in readings
        if _has_days(each, reader.now)
        and not _asks_in_a_name(each)
        and not _has_time_in_a_name(each, said)
    ]
    likely.sort(key=lambda reading: (-reading.weight, reading.slack))
    return _fitting(likely, reader)


def _without_period(
    queries: Mapping[str, NamedQuery], rest: str, period: Period, reader: Reader
) -> QueryError | None:
    """What to say where the question is one that no stretch of time narrows; None where it is none."""
    fitting, _ = _best(_readings(queries, Framed(asked=phrasing().read(rest))), reader)
    if len(fitting) != 1:
        return None
    query = fitting[0].query
    if query.parameter("date"):
        return AmbiguousName(
            f"Det kan besvares for én dag, men ikke for »{period.written}«.",
            "Skriv en dag i stedet.",
            [f"den {danish.day(day)} (dag)" for day in (period.since, period.until) if day],
            period.written,
        )
    return NotUnderstood(
        f"Det kan ikke afgrænses til »{period.written}«.",
        f"Spørg uden det:\n  {query.title}   ({query.name})",
        [Suggestion(query.title, query.name, fitting[0].arguments)],
    )


def _readings(queries: Mapping[str, NamedQuery], framed: Framed) -> Iterator[_Reading]:
    asked = framed.asked
    for query in queries.values():
        if not framed.fits(query):
            continue
        for pattern in query.patterns:
            told = _told(pattern.text)
            if not _is_likely(query, told, framed):
                continue
            parts = _parts(query, told)
            weight = _weight(query, parts) + framed.weight
            for slots in _match(parts, asked.written, asked.compared):
                if framed.leaves(query, pattern, slots):
                    implied = {**pattern.implied, **framed.arguments}
                    yield _Reading(query=query, slots=slots, implied=implied, weight=weight)


def _is_likely(query: NamedQuery, told: Phrased, framed: Framed) -> bool:
    """Whether a question may be meant by the pattern, as far as its small words say."""
    topical = phrasing().topical & set(framed.asked.compared)
    return (
        not _ends_open(told, framed.asked)
        and topical <= set(told.compared)
        and _is_of_the_time(query, told, framed)
    )


@cache
def _told(pattern: str) -> Phrased:
    """A pattern in the words that questions are compared in; names of slots stay as they are."""
    return phrasing().read(pattern)


def _weight(query: NamedQuery, parts: Sequence[_Part]) -> int:
    """A small word counts for little, and for nothing where any text may follow it."""
    weight = 0
    for part, after in zip(parts, [*parts[1:], _Part("")], strict=True):
        before_text = after.is_slot and query.kind(after.text) == Kind.TEXT
        if part.text not in phrasing().small:
            weight += 0 if part.is_slot else 2
        elif not before_text:
            weight += 1
    return weight


def _ends_open(told: Phrased, asked: Phrased) -> bool:
    """Whether the question breaks off before a name, as ``Hvem er formand for``."""
    last = asked.compared[-1:]
    return bool(last) and last[0] in phrasing().open and told.compared[-1:] != last


def _is_of_the_time(query: NamedQuery, told: Phrased, framed: Framed) -> bool:
    """Whether the answer is about the time that was asked about.

    A question about what was, or about a meeting, is no question about today, nor the other way round,
    and what is said to be about today is only answered by what has a day.
    """
    asked = framed.asked
    if told.is_past and not asked.is_past:
        return False
    date, since = query.parameter("date"), query.parameter("since")
    is_of_a_day = bool(date and date.default == "today")
    is_about_today = is_of_a_day and not (framed.is_dated or "{date}" in told.written)
    is_about_what_comes = bool(since and since.default == "today")
    if asked.is_now and not is_about_today:
        return False
    if asked.is_past and (is_about_today or is_about_what_comes):
        return False
    return not is_of_a_day or phrasing().meeting.isdisjoint(asked.compared)


def _parts(query: NamedQuery, told: Phrased) -> list[_Part]:
    """What the pattern asks for, one after the other."""
    parts = [_part(*both) for both in zip(told.written, told.compared, strict=True)]
    return _essential(query, parts)


def _part(written: str, compared: str) -> _Part:
    slot = SLOT.fullmatch(written)
    return _Part(slot["name"], is_slot=True) if slot else _Part(compared)


def _essential(query: NamedQuery, parts: Sequence[_Part]) -> list[_Part]:
    """The pattern without its small words, but for those that keep two slots apart."""
    kept: list[_Part] = []
    for before, part in pairwise([_Part(""), *parts]):
        if part.is_slot and before.text in phrasing().small and _needs_fence(query, kept, part):
            kept.append(before)
        if part.is_slot or part.text not in phrasing().small:
            kept.append(part)
    return kept


def _needs_fence(query: NamedQuery, kept: Sequence[_Part], slot: _Part) -> bool:
    """Anything fits a text, so it needs a word before it; a date is known by its form."""
    kind = query.kind(slot.text)
    return kind == Kind.TEXT or (kind != Kind.DATE and bool(kept) and kept[-1].is_slot)


def _match(
    parts: Sequence[_Part], words: Sequence[str], folded: Sequence[str]
) -> Iterator[dict[str, str]]:
    """Every way of laying the pattern over the words, passing over small ones."""
    if not parts:
        if all(word in phrasing().small for word in folded):
            yield {}
        return
    if parts[0].is_slot:
        yield from _fill(parts, words, folded)
        return
    for position, word in enumerate(folded):
        if word == parts[0].text:
            yield from _match(parts[1:], words[position + 1 :], folded[position + 1 :])
            return
        if word not in phrasing().small:
            return


def _fill(
    parts: Sequence[_Part], words: Sequence[str], folded: Sequence[str]
) -> Iterator[dict[str, str]]:
    for start in range(len(words)):
        if folded[start] in _ANY and parts[0].text != Kind.TEXT:
            return  # "en ven" names nobody
        for end in range(start + 1, len(words) + 1):
            if folded[end - 1] in phrasing().small:
                continue
            for slots in _match(parts[1:], words[end:], folded[end:]):
                yield {parts[0].text: " ".join(words[start:end]), **slots}
        if folded[start] not in phrasing().small:
            return


def _fitting(
    readings: Sequence[_Reading], reader: Reader
) -> tuple[list[_Reading], QueryError | None]:
    """The best readings whose slots hold what they should; else what is wrong with the best.

    A name itself beats the beginning of another; of one question the tightest reading counts.
    """
    best: dict[str, tuple[int, _Reading]] = {}  # by question, with the looseness of the names
    problem: QueryError | None = None
    for reading in readings:
        if best and reading.weight < next(iter(best.values()))[1].weight:
            break
        try:
            arguments = reader.read_all(reading.query, reading.arguments)
        except QueryError as error:
            if _is_telling(reading, error, reader):
                problem = _telling(problem, error)
            continue
        looseness = sum(argument.looseness for argument in arguments.values())
        if looseness < best.get(reading.query.name, (looseness + 1, reading))[0]:
            best[reading.query.name] = looseness, reading
    strictest = min((looseness for looseness, _ in best.values()), default=0)
    return [reading for looseness, reading in best.values() if looseness == strictest], problem


def _is_telling(reading: _Reading, error: QueryError, reader: Reader) -> bool:
    """Whether what is wrong with a reading says what is wrong with the question.

    It does where the name is all that is wrong, and much of the question is in the pattern; which of
    several things of a name is meant is always worth asking.
    """
    if isinstance(error, UntoldTitle):
        return True
    if isinstance(error, NoTitle):
        return False
    if isinstance(error, AmbiguousName | UnknownName):
        others = {name: text for name, text in reading.arguments.items() if text != error.typed}
        if not all(_is_read(reading.query, name, text, reader) for name, text in others.items()):
            return False
    if isinstance(error, UnknownName) and kind_wanted(Kind.ROLE) in error.kinds:
        return False
    return reading.weight >= _TELLING or _is_of_one_beginning(error)


def _is_of_one_beginning(error: QueryError) -> bool:
    """Whether a name was begun that several things have."""
    begun = fold(error.typed) if isinstance(error, AmbiguousName) else ""
    return (
        isinstance(error, AmbiguousName)
        and len(begun) >= _LEAST_OF_A_NAME
        and all(fold(each).startswith(begun) for each in error.candidates)
    )


def _is_read(query: NamedQuery, name: str, text: str, reader: Reader) -> bool:
    parameter = query.parameter(name)
    try:
        return parameter is not None and reader.read(parameter, text) is not None
    except QueryError:
        return False


def _telling(before: QueryError | None, error: QueryError) -> QueryError:
    """What to say of two problems: that a name fits several things, else all that was looked for."""
    if before is None or isinstance(error, AmbiguousName) > isinstance(before, AmbiguousName):
        return error
    if not (isinstance(before, UnknownName) and isinstance(error, UnknownName)):
        return before
    if before.typed != error.typed:
        return before
    return UnknownName(
        before.typed,
        list(dict.fromkeys(before.kinds + error.kinds)),
        list(dict.fromkeys(before.near + error.near)),
    )


def _years_of(graph: Graph, half: str) -> list[int]:
    """The years in which a meeting was held on a day without a year, the latest first."""
    rows = graph.select(
        "SELECT DISTINCT ?day WHERE { ?m a kkr:Meeting ; kkr:meetingDate ?day }"
    ).rows
    days = [date.fromisoformat(row["day"].value) for row in rows]
    years = (day.year for day in days if parse_day(f"{half} {day.year}", now=day) == day)
    return sorted(set(years), reverse=True)


def _without_year(half: str, years: Sequence[int], now: date) -> QueryError:
    problem = f"Der mangler et årstal efter »{half}«."
    if not years:
        return QueryError(problem, f"Skriv det med, fx {half} {now.year}.")
    days = [f"{half} {year} (mødedag)" for year in years[:_MOST_YEARS]]
    return AmbiguousName(problem, "Skriv det med.", days, half)


def _several(fitting: Iterable[_Reading]) -> NotUnderstood:
    each = [
        Suggestion(reading.query.title, reading.query.name, reading.arguments)
        for reading in fitting
    ]
    named = "; ".join(f"{title} ({name})" for title, name, _ in each)
    return NotUnderstood(
        "Spørgsmålet kan forstås på flere måder.", f"Spørg med navnet på ét af dem: {named}", each
    )


def _of_another_kind(error: UnknownName, kind: str, nearest: Sequence[Suggestion]) -> NotUnderstood:
    looked_for = " eller ".join(with_article(each) for each in error.kinds)
    return NotUnderstood(
        f"{quoted(error.typed)} er {kind} i grafen, og her blev der ledt efter {looked_for}.",
        _asked_instead(nearest),
        nearest,
    )


def _no_match(graph: Graph, queries: Mapping[str, NamedQuery], question: str) -> NotUnderstood:
    nearest = suggestions(graph, queries, question)
    unheld = phrasing().unheld
    told = (unheld[word] for word in phrasing().read(question).compared if word in unheld)
    no_question = f"Spørgsmålet er ikke et af dem, der kan svares på: {quoted(question[:200])}."
    return NotUnderstood(
        next(told, no_question),
        _asked_instead(nearest),
        nearest,
    )


def _asked_instead(nearest: Iterable[Suggestion]) -> str:
    listed = "\n".join(f"  {each.text}" for each in nearest)
    return f"Spørg i stedet:\n{listed}\nkkr-graph ask --list viser alle."
