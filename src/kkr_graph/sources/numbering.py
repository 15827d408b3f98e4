"""The automatic numbers of a Word document, which stand nowhere in its text.

A list has levels; a level has a number format and a pattern such as ``%1.%2.``. Word counts while
it lays the document out, and so does this.
"""

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from kkr_graph.sources.markup import attribute, child, children, is_on, number
from kkr_graph.sources.styles import Styles

_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 100_000  # no list is longer; roman numbers of more would fill the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list."""

    pattern: str = ""
    form: str = "decimal"
    start: int = 1
    restarts_below: int | None = None  # the level after which it begins anew; None: any above
    legal: bool = False  # all its numbers are decimal
    style: str | None = None


@dataclass(slots=True)
class Counter:
    """How far one list has come; several numberings may share it."""

    values: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)
    begun: set[str] = field(default_factory=set)  # numberings that have started over


class Numbering:
    """The lists of a document, counted in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {
            attribute(each, "abstractNumId"): each for each in children(root, "abstractNum")
        }
        self._numberings = {attribute(each, "numId"): each for each in children(root, "num")}
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._counters: dict[str | None, Counter] = {}

    def label(self, list_id: str, level: int | None, style: str | None) -> str:
        """What Word writes before the next paragraph of a list, and count on."""
        numbering = self._numberings.get(list_id)
        if numbering is None:
            return ""
        levels = self._levels_of(list_id, numbering)
        if level is None:
            level = next((i for i, each in enumerate(levels) if each.style == style), 0)
        if not 0 <= level < len(levels):
            return ""
        return _written(levels, level, self._count(list_id, numbering, levels, level))

    def _count(
        self, list_id: str, numbering: Element, levels: tuple[Level, ...], level: int
    ) -> list[int]:
        counter = self._counters.setdefault(
            attribute(self._definition(numbering), "abstractNumId"), Counter()
        )
        if list_id not in counter.begun:
            counter.begun.add(list_id)
            for override in children(numbering, "lvlOverride"):
                if child(override, "startOverride") is not None:
                    counter.values[min(number(override, "ilvl") or 0, _LEVELS - 1)] = None
        value = counter.values[level]
        counter.values[level] = levels[level].start if value is None else min(value + 1, _MOST)
        for below in range(level + 1, len(levels)):
            limit = levels[below].restarts_below
            if limit is None or level < limit:
                counter.values[below] = None
        return [
            each.start if value is None else value
            for each, value in zip(levels, counter.values, strict=False)
        ]

    def _levels_of(self, list_id: str, numbering: Element) -> tuple[Level, ...]:
        if list_id not in self._levels:
            found: dict[int, Level] = {}
            for each in children(self._definition(numbering), "lvl"):
                found[number(each, "ilvl") or 0] = _level(each, None)
            for override in children(numbering, "lvlOverride"):
                at = number(override, "ilvl") or 0
                changed = child(override, "lvl")
                start = number(child(override, "startOverride"))
                if changed is not None:
                    found[at] = _level(changed, start)
                elif start is not None and at in found:
                    found[at] = replace(found[at], start=start)
            self._levels[list_id] = tuple(found.get(i, Level()) for i in range(_LEVELS))
        return self._levels[list_id]

    def _definition(self, numbering: Element) -> Element | None:
        """The list behind a numbering; it may be described by a list style, in another one."""
        definition = self._abstract.get(attribute(child(numbering, "abstractNumId")))
        linked = attribute(child(definition, "numStyleLink"))
        if linked is None:
            return definition
        behind = self._numberings.get(self._styles[linked].list_id)
        return self._abstract.get(attribute(child(behind, "abstractNumId")))


def _level(element: Element, start: int | None) -> Level:
    first = number(child(element, "start"))
    return Level(
        pattern=attribute(child(element, "lvlText")) or "",
        form=attribute(child(element, "numFmt")) or "decimal",
        start=next(value for value in (start, first, 0) if value is not None),
        restarts_below=number(child(element, "lvlRestart")),
        legal=is_on(child(element, "isLgl")),
        style=attribute(child(element, "pStyle")),
    )


def _written(levels: tuple[Level, ...], level: int, values: list[int]) -> str:
    own = levels[level]
    if own.form == "none":
        return ""
    if own.form == "bullet":
        return "–" if own.pattern.strip() in ("-", "–", "—") else "•"

    def value(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        form = "decimal" if own.legal else levels[at].form
        return write_number(values[at], form)

    return _PLACEHOLDER.sub(value, own.pattern).strip()


def write_number(value: int, form: str) -> str:
    """A number as a list of this form writes it; a form that is not known is decimal."""
    match form:
        case "none":
            return ""
        case "decimalZero":
            return f"{value:02}"
        case "lowerLetter" | "upperLetter" if value > 0:
            letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
            return letter.upper() if form == "upperLetter" else letter
        case "lowerRoman" | "upperRoman" if value > 0:
            roman = _roman(value)
            return roman.upper() if form == "upperRoman" else roman
        case _:
            return str(value)


def _roman(value: int) -> str:
    written = []
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        written.append(letters * count)
    return "".join(written)
