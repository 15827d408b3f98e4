"""Numbers of an outline before the lines of a list: "A.1 Havnerådet", "Nr. 4 Hegnsynet", "ii) Museet".

A label is one by its series: the one before it, the one after it or the one above stands in the
document too. Such a line is then read as if it had a plain number. A party in brackets and the
initial of a name are none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from kkr_graph.appointments.headings import lead_length
from kkr_graph.appointments.units import Unit

_COUNTER = r"(?:\d{1,2}|[A-ZÆØÅ]|[a-zæøå]|[IVX]{1,5}|[ivx]{1,5})"
_LABEL = re.compile(
    r"(?P<word>(?:Nr|Pkt|Kap|Afsn)\.\s?|(?:Punkt|Kapitel|Afsnit)\s)?"
    rf"(?P<counters>{_COUNTER}(?:\.?(?<![A-Za-zÆØÅæøå])[a-zæøå]|(?:\.|(?<!\d)-)?\d{{1,2}}|\.{_COUNTER}){{0,3}})"
    r"(?P<end>[.):]?)\s+(?=\S)"
)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?")
_FEWEST = 3  # numbers that count up, before they are those of headings
_PART = re.compile(r"\d+|[A-Za-zÆØÅæøå]+")
_SURNAME = re.compile(
    r"(?:[A-ZÆØÅ]\.\s?)*[A-ZÆØÅ][A-ZÆØÅa-zæøå-]+(?=$|[\s,(])"
)  # behind "A.", an initial
_ROMAN = {"i": 1, "v": 5, "x": 10}
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


@dataclass(frozen=True, slots=True)
class _Number:
    """A reading of a label: those above it, and its own place below them."""

    above: tuple[str, ...]
    kind: str
    place: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A number that stands apart, and the columns in which it and the name behind it begin."""

    counters: tuple[int, ...]
    columns: tuple[float, ...]

    def beside(self) -> Iterator["_Place"]:
        """The number before and the one after, in the same columns."""
        *above, last = self.counters
        return (replace(self, counters=(*above, last + step)) for step in (-1, 1))


def plainly_numbered(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units of a document, with a plain number where one had a label of an outline."""
    units = list(_with_headings(units))
    labels = [_LABEL.match(unit.text) for unit in units]
    numbers = {number for label in labels if label for number in _readings(label)}
    wholes = frozenset(_parts(label) for label in labels if label)
    for unit, label in zip(units, labels, strict=True):
        own = () if label is None else _readings(label)
        place = next((one.place for one in own if _is_of_series(one, numbers, wholes)), None)
        if label is None or place is None or lead_length(unit.text) >= label.end():
            yield unit
        else:
            yield _renumbered(unit, label[0], place)


def _with_headings(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units, where a number set apart from the name behind it is a heading: "4   Havnerådet".

    A label stands below it, or below one in the same place with a number next to it; or the numbers
    count up from 1 in one place.
    """
    apart = [_is_apart(unit) for unit in units]
    known = {
        _place(unit)
        for unit, below, is_apart in zip_longest(units, units[1:], apart)
        if is_apart and below is not None and below.cells[0].text.endswith(":")
    }
    known |= _counting_up([unit for unit, is_apart in zip(units, apart, strict=True) if is_apart])
    for unit, is_apart in zip(units, apart, strict=True):
        is_heading = is_apart and (
            _place(unit) in known or (unit.gap > 0 and not known.isdisjoint(_place(unit).beside()))
        )
        yield _as_heading(unit) if is_heading else unit


def _counting_up(units: Sequence[Unit]) -> set[_Place]:
    """The places of numbers set apart that count up, each below a blank line but for the first."""
    found: list[_Place] = []
    for unit in units:
        place = _place(unit)
        if place.counters == (len(found) + 1,) and (unit.gap or not found):
            found.append(place)
    return set(found) if len(found) >= _FEWEST else set()


def _is_apart(unit: Unit) -> bool:
    is_pair = unit.table is None and len(unit.cells) == 2
    return is_pair and _NUMBER.fullmatch(unit.cells[0].text) is not None


def _place(unit: Unit) -> _Place:
    number, name = unit.cells
    counters = tuple(map(int, _PART.findall(number.text)))
    return _Place(counters, (number.column, name.column))


def _as_heading(unit: Unit) -> Unit:
    number, name = unit.cells
    text = f"{number.text.rstrip('.)')}. {name.text}"
    return replace(unit, cells=(replace(number, end=name.end, text=text),), joined=text)


def _readings(label: re.Match[str]) -> tuple[_Number, ...]:
    """What a label may count as: "I" and "V" are letters, and roman."""
    *above, last = _parts(label)
    marks = (label["word"] or "").strip(), label["end"]
    if not above and not label["word"] and not _is_bounded(label):
        return ()
    found = []
    if last.isdigit():
        found.append(("1", int(last)))
    elif len(last) == 1:
        found.append(("A" if last.isupper() else "a", _LETTERS.index(last.lower()) + 1))
    if re.fullmatch("[ivx]+", last, re.IGNORECASE):
        found.append(("I" if last.isupper() else "i", _roman(last.lower())))
    return tuple(_Number(tuple(above), "".join((*marks, kind)), at) for kind, at in found)


def _parts(label: re.Match[str]) -> tuple[str, ...]:
    return tuple(_PART.findall(label["counters"]))


def _is_bounded(label: re.Match[str]) -> bool:
    """Whether one counter alone is a label by what stands behind it: "A)", and not "I" or "A. Holm"."""
    if label["end"] == ".":
        return not _SURNAME.match(label.string, label.end())
    return label["end"] == ")"


def _is_of_series(
    number: _Number, numbers: set[_Number], wholes: frozenset[tuple[str, ...]]
) -> bool:
    beside = (replace(number, place=number.place + step) for step in (-1, 1))
    return (bool(number.above) and number.above in wholes) or any(
        each in numbers for each in beside
    )


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < behind else value for value, behind in pairs)


def _renumbered(unit: Unit, label: str, place: int) -> Unit:
    """A unit with a plain number for its label, which may stand in a cell of its own."""
    text = f"{place}. {unit.text[len(label) :]}"
    first, *others = unit.cells
    if not first.text.startswith(label):
        return replace(unit, joined=text)
    cell = replace(first, text=f"{place}. {first.text[len(label) :]}")
    return replace(unit, cells=(cell, *others), joined=unit.joined and text)
