"""A question in free Danish, matched to a named one by the patterns in the named ones' headers.

Case, punctuation, ``aa`` for ``å`` and small words do not matter. What stands in a slot must be a
name of the graph, a day, or the words that the question is about. A question that fits no pattern,
or two questions equally well, is answered with the nearest ones and never with a guess.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rapidfuzz import fuzz, process

from kkr_graph.errors import AmbiguousName, QueryError
from kkr_graph.model.names import fold
from kkr_graph.queries.arguments import Reader
from kkr_graph.queries.days import parse_day, today
from kkr_graph.queries.named import Kind, NamedQuery, Pattern
from kkr_graph.store import Graph

MAX_WORDS = 40
_NEAREST = 5
_TELLING = 4  # the weight of two words: below it, what fails in a slot says nothing
_SLOT = re.compile(r"\{(\w+)\}")
_MARKS = re.compile(r"[?!,;:\"“”„»«]+")
_SMALL_WORDS = """
    af at da de den der det en er et for fra fx har i ind mon møde mødet og om op os på så som til
    ud var ved vi vil vores
"""
_ANY = frozenset({"en", "et"})  # whoever stands behind it, it is no name
_SMALL = frozenset(fold(word) for word in _SMALL_WORDS.split())
_ASIDES = re.compile(
    r"\b(lige nu|for tiden|for øjeblikket|i øjeblikket|i dag|nuværende|egentlig|venligst|"
    r"kan du sige mig|kan du fortælle mig)\b",
    re.IGNORECASE,
)


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
    words = _words(question)
    if len(words) > MAX_WORDS:
        raise QueryError(
            f"Spørgsmålet er på {len(words)} ord; grænsen er {MAX_WORDS}.", "Spørg kortere."
        )
    titled = _titled(queries, words)
    if titled is not None:
        return Understood(query=titled, arguments={})
    day = now or today()
    readings = [each for each in _readings(queries, words) if _has_days(each, day)]
    readings.sort(key=lambda reading: (-reading.weight, reading.slack))
    fitting, problem = _fitting(readings, Reader(graph, now=day))
    if len(fitting) > 1:
        raise _several(fitting)
    if not fitting:
        raise problem or _no_match(queries, question)
    return Understood(query=fitting[0].query, arguments=fitting[0].arguments)


def _titled(queries: Mapping[str, NamedQuery], words: Sequence[str]) -> NamedQuery | None:
    """The question whose title this is, where it needs no name to be answered."""
    asked = fold(" ".join(words))
    return next(
        (
            query
            for query in queries.values()
            if fold(_MARKS.sub(" ", query.title)) == asked
            and not any(parameter.required for parameter in query.parameters)
        ),
        None,
    )


def _has_days(reading: _Reading, now: date) -> bool:
    """Whether what stands where a date should is one."""
    return all(
        parse_day(text, now=now) is not None
        for name, text in reading.slots.items()
        if _kind(reading.query, name) == Kind.DATE
    )


def _kind(query: NamedQuery, slot: str) -> Kind:
    parameter = query.parameter(slot)
    assert parameter is not None, f"{query.name}: no parameter {slot}"
    return parameter.kind


def _words(question: str) -> list[str]:
    return _ASIDES.sub(" ", _MARKS.sub(" ", question)).split()


def _readings(queries: Mapping[str, NamedQuery], words: Sequence[str]) -> Iterator[_Reading]:
    folded = [fold(word.rstrip(".")) for word in words]
    for query in queries.values():
        for pattern in query.patterns:
            for parts in _variants(query, pattern):
                weight = sum(1 if part.text in _SMALL else 2 for part in parts if not part.is_slot)
                for slots in _match(parts, words, folded):
                    yield _Reading(query=query, slots=slots, implied=pattern.implied, weight=weight)


def _variants(query: NamedQuery, pattern: Pattern) -> Iterator[list[_Part]]:
    """The pattern, and where the question takes a date that it does not name, with one at the end."""
    parts = [_part(word) for word in _MARKS.sub(" ", pattern.text).split()]
    yield _essential(query, parts)
    dated = any(part.is_slot and part.text == "date" for part in parts)
    if query.parameter("date") and not dated:
        yield _essential(query, [*parts, _Part("date", is_slot=True)])


def _part(word: str) -> _Part:
    slot = _SLOT.fullmatch(word)
    return _Part(slot[1], is_slot=True) if slot else _Part(fold(word))


def _essential(query: NamedQuery, parts: Sequence[_Part]) -> list[_Part]:
    """The pattern without its small words, but for those that keep two slots apart."""
    kept: list[_Part] = []
    for before, part in pairwise([_Part(""), *parts]):
        if part.is_slot and before.text in _SMALL and _needs_fence(query, kept, part):
            kept.append(before)
        if part.is_slot or part.text not in _SMALL:
            kept.append(part)
    return kept


def _needs_fence(query: NamedQuery, kept: Sequence[_Part], slot: _Part) -> bool:
    """Anything fits a text, so it needs a word before it; a date is known by its form."""
    kind = _kind(query, slot.text)
    return kind == Kind.TEXT or (kind != Kind.DATE and bool(kept) and kept[-1].is_slot)


def _match(
    parts: Sequence[_Part], words: Sequence[str], folded: Sequence[str]
) -> Iterator[dict[str, str]]:
    """Every way of laying the pattern over the words, passing over small ones."""
    if not parts:
        if all(word in _SMALL for word in folded):
            yield {}
        return
    if parts[0].is_slot:
        yield from _fill(parts, words, folded)
        return
    for position, word in enumerate(folded):
        if word == parts[0].text:
            yield from _match(parts[1:], words[position + 1 :], folded[position + 1 :])
            return
        if word not in _SMALL:
            return


def _fill(
    parts: Sequence[_Part], words: Sequence[str], folded: Sequence[str]
) -> Iterator[dict[str, str]]:
    for start in range(len(words)):
        if folded[start] in _ANY and parts[0].text != Kind.TEXT:
            return  # "en ven" names nobody
        for end in range(start + 1, len(words) + 1):
            if folded[end - 1] in _SMALL:
                continue
            for slots in _match(parts[1:], words[end:], folded[end:]):
                yield {parts[0].text: " ".join(words[start:end]), **slots}
        if folded[start] not in _SMALL:
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
            if reading.weight >= _TELLING:
                problem = _telling(problem, error)
            continue
        looseness = sum(argument.looseness for argument in arguments.values())
        if looseness < best.get(reading.query.name, (looseness + 1, reading))[0]:
            best[reading.query.name] = looseness, reading
    strictest = min((looseness for looseness, _ in best.values()), default=0)
    return [reading for looseness, reading in best.values() if looseness == strictest], problem


def _telling(before: QueryError | None, error: QueryError) -> QueryError:
    """That a name fits several things says more than that another reading finds none."""
    if before is None or isinstance(error, AmbiguousName) > isinstance(before, AmbiguousName):
        return error
    return before


def _several(fitting: Iterable[_Reading]) -> QueryError:
    named = "; ".join(f"{reading.query.title} ({reading.query.name})" for reading in fitting)
    return QueryError(
        "Spørgsmålet kan forstås på flere måder.", f"Spørg med navnet på ét af dem: {named}"
    )


def _no_match(queries: Mapping[str, NamedQuery], question: str) -> QueryError:
    texts = {pattern.text: query.name for query in queries.values() for pattern in query.patterns}
    near = process.extract(
        question, list(texts), scorer=fuzz.token_set_ratio, processor=fold, limit=_NEAREST
    )
    listed = "\n".join(f"  {_SLOT.sub('…', text)}   ({texts[text]})" for text, _, _ in near)
    return QueryError(
        f"Spørgsmålet er ikke et af dem, der kan svares på: {question[:200]!r}.",
        f"De nærmeste er:\n{listed}\nkkr-graph ask --list viser alle.",
    )
