"""Attendance as a strip: a mark for each meeting, tall and filled for present, short and hollow for away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from kkr_graph.web.pictures.drawing import (
    BLUE,
    INK,
    PAPER,
    QUIET,
    across,
    element,
    heading,
    height_of_heading,
    picture,
    text,
)
from kkr_graph.web.wording import day

_TALL, _SHORT = 22, 8
_YEARS = 18  # for the numbers below the marks
_GAP = 16
_LEGEND = 24
_FEWEST = 24  # places across, so that a single mark is no bar
_APART = 0.11  # of the width, between two numbers


@dataclass(frozen=True, slots=True)
class Mark:
    """A meeting, and whether the member was there."""

    day: date
    is_present: bool

    @property
    def in_words(self) -> str:
        """``24.10.2025: til stede``."""
        return f"{day(self.day)}: {'til stede' if self.is_present else 'afbud'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The meetings of one body, the first first."""

    name: str
    told: str  # the count of them
    marks: tuple[Mark, ...]
    is_cut: bool = False


def to_strips(name: str, title: str, strips: Sequence[Strip]) -> Markup:
    """The picture of one or more strips, one below the other."""
    top = 0
    parts: list[Markup] = []
    for strip in strips:
        parts += _strip(strip, top)
        top += _height(strip)
    parts += _legend(top + 12)
    told = "; ".join(
        f"{strip.name}: {strip.told}. {', '.join(mark.in_words for mark in strip.marks)}"
        for strip in strips
    )
    return picture(name, title, f"{told}.", top + _LEGEND, parts)


def _height(strip: Strip) -> int:
    words = height_of_heading(strip.name, bold=True) + height_of_heading(strip.told)
    return words + 6 + _TALL + _YEARS + _GAP


def _strip(strip: Strip, top: int) -> Iterator[Markup]:
    yield from heading(0, top, strip.name, bold=True)
    top += height_of_heading(strip.name, bold=True)
    yield from heading(0, top, strip.told, fill=QUIET)
    top += height_of_heading(strip.told) + 6
    places = max(len(strip.marks), _FEWEST)
    last = -1.0
    year = 0
    for nth, mark in enumerate(strip.marks):
        left = nth / places
        yield element("g", element("title", mark.in_words), _mark(mark, left, 0.72 / places, top))
        if mark.day.year != year and left - last >= (_APART if last >= 0 else 0):
            yield text(across(left), top + _TALL + 15, str(mark.day.year), fill=QUIET, size=12)
            last = left
        year = mark.day.year


def _mark(mark: Mark, left: float, width: float, top: int) -> Markup:
    height = _TALL if mark.is_present else _SHORT
    look = {"fill": BLUE, "stroke": BLUE} if mark.is_present else {"fill": PAPER, "stroke": INK}
    return element(
        "rect", x=across(left), y=top + _TALL - height, width=across(width), height=height, **look
    )


def _legend(y: int) -> Iterator[Markup]:
    for nth, (look, words) in enumerate(((True, "til stede"), (False, "afbud"))):
        height = 14 if look else _SHORT
        shape = element(
            "rect", x=1, y=y - height, width=8, height=height,
            fill=BLUE if look else PAPER, stroke=BLUE if look else INK,
        )  # fmt: skip
        told = text(18, y, words, fill=QUIET, size=12)
        yield element("svg", shape, told, x=across(nth * 0.4), y=0, overflow="visible")
