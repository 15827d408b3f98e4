"""What may stand beside any question, wherever in it: a day, a stretch of time, and whose people it is about.

``Hvem fra Venstre sad i DEB den 1. maj 2025?`` is ``Hvem sidder i DEB?`` on that day, of that party. The
patterns hold what is asked, and need not hold this too. What was on a day is what is on it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kkr_graph.errors import QueryError
from kkr_graph.model.names import fold
from kkr_graph.queries.arguments import Reader
from kkr_graph.queries.days import take_day
from kkr_graph.queries.named import Kind, NamedQuery, Pattern
from kkr_graph.queries.periods import take_period
from kkr_graph.queries.phrasing import Phrased, phrasing, split_words

PERIOD = frozenset(("since", "until"))
_DATE = "date"
_LONGEST_NAME = 4  # words of a party's or a municipality's name
_OF_A_PERIOD = 2  # the weight of a stretch of time: of a word


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """A question without what was said beside it, and that as arguments."""

    asked: Phrased
    arguments: Mapping[str, str] = field(default_factory=dict)
    weight: int = 0

    @property
    def is_dated(self) -> bool:
        """Whether it is about a day that it names."""
        return _DATE in self.arguments

    def fits(self, query: NamedQuery) -> bool:
        """Whether the named question can be narrowed by all that was said."""
        names = self.arguments.keys()
        return all(query.parameter(each) for each in (PERIOD | names if PERIOD & names else names))

    def leaves(self, query: NamedQuery, pattern: Pattern, slots: Mapping[str, str]) -> bool:
        """Whether the pattern says nothing of that itself; a meeting has a day of its own."""
        said = pattern.implied.keys() | slots.keys()
        if self.is_dated and any(query.kind(name) is Kind.MEETING for name in slots):
            return False
        if PERIOD & self.arguments.keys():
            return not said & (PERIOD | self.arguments.keys())
        return not said & self.arguments.keys()


def framings(question: str, reader: Reader) -> Iterator[Framed]:
    """The question as it stands, and with what stands beside it taken out, in every combination."""
    for rest, told in ((question, {}), *_whose(question, reader)):
        yield Framed(asked=phrasing().read(rest), arguments=told)
        if taken := take_day(rest, now=reader.now):
            others, day = taken
            for asked in phrasing().in_both_tenses(others):
                yield Framed(asked=asked, arguments={**told, _DATE: day})
        if during := take_period(rest, now=reader.now):
            others, period = during
            yield Framed(
                asked=phrasing().read(others),
                arguments={**told, **period.arguments},
                weight=_OF_A_PERIOD,
            )


def said_of_time(question: str, now: date) -> tuple[str, ...]:
    """The day and the stretch of time in a question, as they are written there: no name has them."""
    day, period = take_day(question, now=now), take_period(question, now=now)
    said = (day[1] if day else "", period[1].written if period else "")
    return tuple(" ".join(split_words(each)) for each in said if each)


def _whose(question: str, reader: Reader) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The question without ``fra Venstre`` or ``for Aalborg Kommune``, and whose people it is about."""
    words = split_words(question)
    for start, word in enumerate(words):
        if fold(word) not in phrasing().of:
            continue
        for end in range(min(len(words), start + 1 + _LONGEST_NAME), start + 1, -1):
            name = words[start + 1 : end]
            kind = (
                None if phrasing().small & set(map(fold, name)) else _kind(" ".join(name), reader)
            )
            if kind:
                yield " ".join((*words[:start], *words[end:])), {kind.value: " ".join(name)}
                break


def _kind(name: str, reader: Reader) -> Kind | None:
    """Whether something has exactly this name: a municipality or a party."""
    for kind in (Kind.MUNICIPALITY, Kind.PARTY):
        try:
            if reader.find(kind, name).looseness == 0:
                return kind
        except QueryError:
            continue
    return None
