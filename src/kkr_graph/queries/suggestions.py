"""Questions to ask instead of one in Danish that is none of the named ones.

Each named question is suggested once at most, in the wording that is nearest. What the question names,
and the graph knows, stands in it already.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from itertools import combinations

from kkr_graph.errors import QueryError, Suggestion
from kkr_graph.model.danish import genitive
from kkr_graph.queries.days import take_day, today
from kkr_graph.queries.named import Kind, NamedQuery, Pattern
from kkr_graph.queries.names import Names, kind_wanted, names_of, with_article
from kkr_graph.queries.periods import take_period
from kkr_graph.queries.phrasing import phrasing, searched_words
from kkr_graph.store import Graph

SLOT = re.compile(r"\{(?P<name>\w+)\}(?P<genitive>s?)")
_MOST = 4
_NAMED = (Kind.PERSON, Kind.COUNCIL, Kind.FORUM, Kind.MUNICIPALITY, Kind.PARTY)
_LONGEST_NAME = 8  # words
_SHORTEST_NAME = 3  # letters: a party's letter is a word of every question
_WHOLE = 10  # what a whole question weighs before a headline such as "Formand for DEB"
_NAME_SAID, _NAME_MISSING = 25, 25  # what a name weighs beside the likeness of the words, of 100


def suggestions(
    graph: Graph, queries: Mapping[str, NamedQuery], question: str
) -> tuple[Suggestion, ...]:
    """The nearest questions, the nearest first."""
    named, rest = names_in(graph, question)
    if topic := words_to_search(queries, _without_time(rest)):
        named[Kind.TEXT] = topic
    ranked: list[tuple[float, Suggestion]] = []
    for query in queries.values():
        scored = ((_score(query, each, named, rest), each) for each in query.patterns)
        best = max(scored, key=lambda both: both[0], default=None)
        if best:
            ranked.append((best[0], _suggestion(query, best[1], named)))
    ranked.sort(key=lambda both: -both[0])
    unlike = {each.text: each for _, each in reversed(ranked)}  # of those that read alike, the best
    return tuple(reversed(unlike.values()))[:_MOST]


def _without_time(question: str) -> str:
    """The question without a day or a stretch of time: it is about neither."""
    now = today()
    during = take_period(question, now=now)
    rest = during[0] if during else question
    on_day = take_day(rest, now=now)
    return on_day[0] if on_day else rest


def words_to_search(queries: Mapping[str, NamedQuery], question: str) -> str:
    """The words of a question that was not understood, for a search of what has them."""
    patterns = (pattern.text for query in queries.values() for pattern in query.patterns)
    return " ".join(searched_words(question, patterns))


def names_in(graph: Graph, question: str) -> tuple[dict[Kind, str], str]:
    """The names of the graph that a question has, one of each kind, and its other words."""
    words = list(phrasing().read(question).written)
    found: dict[Kind, str] = {}
    said: set[int] = set()
    for called in (Names.called, _begun):
        for kind in _NAMED:
            if kind in found:
                continue
            label, at = _name_in(names_of(graph, kind), words, said, called)
            if label:
                found[kind] = label
                said.update(at)
    return found, " ".join(word for at, word in enumerate(words) if at not in said)


def _name_in(
    names: Names, words: Sequence[str], said: Set[int], called: Callable[[Names, str], str | None]
) -> tuple[str | None, range]:
    """The longest name among the words, and where it stands; a begun one is no part of another."""
    for start, end in _stretches(len(words)):
        typed = " ".join(words[start:end])
        if len(typed) < _SHORTEST_NAME or (called is _begun and said & {*range(start, end)}):
            continue
        if label := called(names, typed):
            return label, range(start, end)
    return None, range(0)


def _begun(names: Names, typed: str) -> str | None:
    """What has a name that begins so, where it is written as a name."""
    return names.begun(typed) if typed[:1].isupper() else None


def known_as(graph: Graph, name: str) -> str | None:
    """What in the graph is meant by this name, as ``en person``; None where nothing is."""
    for kind in _NAMED:
        with suppress(QueryError):
            names_of(graph, kind).find(name)
            return with_article(kind_wanted(kind))
    return None


def _stretches(length: int) -> Iterator[tuple[int, int]]:
    """All stretches of words that a name may be, the longest first."""
    spans = (span for span in combinations(range(length + 1), 2))
    short = (span for span in spans if span[1] - span[0] <= _LONGEST_NAME)
    return iter(sorted(short, key=lambda span: span[0] - span[1]))


def _suggestion(query: NamedQuery, pattern: Pattern, named: Mapping[Kind, str]) -> Suggestion:
    """A way of asking with the names in it; where none is known, three dots stand."""
    slots = {slot: named[kind] for slot, kind in _slots(query, pattern) if kind in named}

    def written(slot: re.Match[str]) -> str:
        name = slots.get(slot["name"], "…")
        return genitive(name) if slot["genitive"] else name

    return Suggestion(SLOT.sub(written, pattern.text), query.name, {**pattern.implied, **slots})


def _score(query: NamedQuery, pattern: Pattern, named: Mapping[Kind, str], rest: str) -> float:
    slots = _slots(query, pattern)
    said = {named[kind] for _, kind in slots if kind in named}
    is_named = bool(named.keys() - {Kind.TEXT})  # else it is about the words
    names = {label for label in said if label != named.get(Kind.TEXT) or not is_named}
    missing = len(slots) - len(said)  # a council may not stand for a forum beside itself
    asked = SLOT.sub(" ", pattern.text)
    whole = _WHOLE if asked.endswith("?") else 0
    return _likeness(rest, asked) + whole + _NAME_SAID * len(names) - _NAME_MISSING * missing


def _likeness(one: str, other: str) -> float:
    """Of 100: the words that both have, and a little for words that are spelt like one another."""
    from rapidfuzz import fuzz  # which a question that is understood does without

    words, others = set(_telling(one)), set(_telling(other))
    common = 200 * len(words & others) / (len(words) + len(others) or 1)
    return (3 * common + fuzz.token_sort_ratio(" ".join(words), " ".join(others))) / 4


def _slots(query: NamedQuery, pattern: Pattern) -> Sequence[tuple[str, Kind]]:
    found = ((slot["name"], query.parameter(slot["name"])) for slot in SLOT.finditer(pattern.text))
    return [(name, parameter.kind) for name, parameter in found if parameter]


def _telling(text: str) -> Sequence[str]:
    compared = phrasing().read(text).compared
    return [word for word in compared if word not in phrasing().small]
