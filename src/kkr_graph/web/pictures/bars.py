"""Numbers as bars: each with its name above it and its number at its end, several kinds told apart by pattern."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from kkr_graph.web.pictures.drawing import (
    BLUE,
    INK,
    LINE,
    PAPER,
    QUIET,
    across,
    element,
    hatching,
    heading,
    height_of_heading,
    picture,
    text,
)

_BAR, _BETWEEN, _GAP = 14, 3, 12
_LETTER = 0.03  # of the width of the narrowest screen, for a figure of the number beside a bar
_SHORTEST, _LONGEST = 0.45, 0.88  # of the width, that the longest bar takes
_KEY = 22  # a line of the legend
_FACES = ("solid", "hatched", "hollow")


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar; ``shown`` is its number as people write it."""

    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class Group:
    """The bars of one thing, one for each kind; a kind that is not known has none."""

    name: str
    bars: tuple[Bar | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Groups of bars, and what their kinds are called."""

    name: str  # begins the identifiers of the picture
    title: str
    kinds: tuple[str, ...]
    groups: tuple[Group, ...]
    is_headed: bool = False  # the title stands above the bars, as one of several pictures

    @property
    def in_words(self) -> str:
        """The same for whoever does not see it."""
        return "; ".join(f"{group.name}: {self._told(group)}" for group in self.groups) + "."

    def _told(self, group: Group) -> str:
        pairs = zip(self.kinds, group.bars, strict=True)
        several = len(self.kinds) > 1
        told = (
            f"{kind} {bar.shown if bar else 'ukendt'}" if several else (bar.shown if bar else "")
            for kind, bar in pairs
        )
        return ", ".join(told)


def to_bars(chart: Chart) -> Markup:
    """The picture of one to three kinds of bars."""
    most = max((bar.value for group in chart.groups for bar in group.bars if bar), default=0) or 1
    top = len(chart.kinds) * _KEY + _GAP if len(chart.kinds) > 1 else 0
    parts = [element("defs", hatching(_hatched(chart)))]
    if top:
        parts += _legend(chart)
    if chart.is_headed:
        parts += heading(0, top, chart.title, bold=True)
        top += height_of_heading(chart.title, bold=True) + _GAP // 2
    for group in chart.groups:
        parts += _group(chart, group, top, most)
        top += _height(group)
    return picture(chart.name, chart.title, chart.in_words, top, parts)


def _height(group: Group) -> int:
    return height_of_heading(group.name) + (_BAR + _BETWEEN) * len(group.bars) + _GAP


def _group(chart: Chart, group: Group, top: int, most: float) -> Iterator[Markup]:
    yield from heading(0, top, group.name)
    top += height_of_heading(group.name)
    for nth, bar in enumerate(group.bars):
        y = top + nth * (_BAR + _BETWEEN)
        if bar is None:
            yield text(4, y + 12, "ukendt", fill=QUIET, size=12)
            continue
        share = _room(chart) * bar.value / most
        yield _box(0, y, across(max(share, 0.002)), _face(chart, nth))
        number = text(6, y + 12, bar.shown, size=12, weight=600)
        yield element("svg", number, x=across(share), y=0, overflow="visible")


def _room(chart: Chart) -> float:
    """How much of the width the longest bar takes, so that its number stands beside it everywhere."""
    longest = max(
        (len(bar.shown) for group in chart.groups for bar in group.bars if bar), default=0
    )
    return min(max(1 - _LETTER * (longest + 2), _SHORTEST), _LONGEST)


def _legend(chart: Chart) -> Iterator[Markup]:
    for nth, kind in enumerate(chart.kinds):
        yield _box(0, nth * _KEY, "22", _face(chart, nth))
        yield text(30, nth * _KEY + 12, kind, fill=QUIET, size=12)


def _box(x: float, y: float, width: str, look: dict[str, str]) -> Markup:
    return element("rect", x=x, y=y, width=width, height=_BAR, **look)


def _face(chart: Chart, nth: int) -> dict[str, str]:
    """How the bars of a kind look, so that they are told apart without colour."""
    match _FACES[nth]:
        case "solid":
            return {"fill": BLUE, "stroke": BLUE}
        case "hatched":
            return {"fill": f"url(#{_hatched(chart)})", "stroke": LINE}
        case _:
            return {"fill": PAPER, "stroke": INK}


def _hatched(chart: Chart) -> str:
    return f"{chart.name}-skraveret"
