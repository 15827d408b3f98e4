"""Posts over time: a bar for each, terms behind them, and what nobody knows drawn as unknown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from kkr_graph.web.pictures.drawing import (
    BAND,
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
from kkr_graph.web.wording import counted, day

_TOP = 46  # for the terms and the years
_BAR = 12
_BELOW = 17  # a name: the bar, and what is free until the next name
_FOOT = 96  # for the day and the legend
_MOST_YEARS = 6  # numbers along the top
_BAND_FOR_NAME = 0.3  # of the width: where a term's name has room on a telephone
_FAINT = "#dde3ea"
_WAS: Mapping[str, str] = {"fill": BLUE, "stroke": BLUE}
_TO_COME: Mapping[str, str] = {"fill": "#c9dbe8", "stroke": BLUE}
_SUPPOSITION: Mapping[str, str] = {"fill": PAPER, "stroke": INK, "stroke_dasharray": "4 3"}
_UNKNOWN = "url(#tidslinje-ukendt)"
_SUPPOSED = 0.08  # of the width: a supposition of which nobody tells the end
_TAIL = 0.02  # of the width: how far back a beginning that nobody tells is hinted at


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A time that somebody held something for; both days inclusive.

    ``first`` and ``last`` are the days that documents speak for. A beginning is stated or not; an end
    is stated, open (it goes on), or neither: then nobody knows. ``doubt`` is what to call one that is
    not certain.
    """

    name: str
    first: date
    last: date
    begin_is_stated: bool
    end_is_stated: bool = False
    is_open: bool = False
    doubt: str = ""

    @property
    def is_seen_once(self) -> bool:
        """Whether documents speak for one day alone."""
        told = self.begin_is_stated or self.end_is_stated or self.is_open
        return self.first == self.last and not told

    @property
    def in_words(self) -> str:
        """``Bo Lund, formand: fra 01.02.2024 til 31.12.2025``."""
        begins = f"{'fra' if self.begin_is_stated else 'set fra'} {day(self.first)}"
        ends = (
            " uden slutdato" if self.is_open else f", slutning ukendt, sidst set {day(self.last)}"
        )
        if self.end_is_stated:
            ends = f" til {day(self.last)}"
        return f"{self.name}{self.in_doubt}: {begins}{ends}"

    @property
    def is_certain(self) -> bool:
        """Whether documents say it."""
        return not self.doubt

    @property
    def in_doubt(self) -> str:
        """`` (formodning)``; empty where it is certain."""
        return f" ({self.doubt})" if self.doubt else ""


@dataclass(frozen=True, slots=True)
class Band:
    """An electoral term behind the bars."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days to places across."""

    first: date
    last: date

    def share(self, when: date) -> float:
        whole = (self.last - self.first).days or 1
        return min(max((when - self.first).days / whole, 0.0), 1.0)


def to_timeline(
    stretches: Sequence[Stretch], bands: Sequence[Band], when: date, through: date
) -> Markup:
    """The picture.

    Args:
        stretches: from top to bottom; at least one.
        bands: the terms, one after the other.
        when: the day that the page is about, drawn as a line.
        through: the day that the documents reach to; what is unknown is hatched until then.
    """
    scale = _scale(stretches, bands, max(when, through))
    bottom = _TOP + sum(_height(each) for each in stretches)
    parts = [
        element("defs", hatching("tidslinje-ukendt")),
        *_behind(bands, scale, bottom),
        *_years(scale, bottom),
        *_bars(stretches, scale, when, through),
        *_today(stretches, scale, when, bottom),
        *_legend(bottom + 40),
    ]
    told = (
        f"{counted(len(stretches), 'post', 'poster')}. {'; '.join(s.in_words for s in stretches)}."
    )
    return picture("tidslinje", "Tidslinje", told, bottom + _FOOT, parts)


def _scale(stretches: Sequence[Stretch], bands: Sequence[Band], last: date) -> _Scale:
    """From the beginning of a term, or a little before what is first, to the end of a year."""
    first = min(each.first for each in stretches)
    begins = [band.first for band in bands if band.first <= first <= band.last]
    last = max(last, *(each.last for each in stretches))
    return _Scale(min(begins, default=first - timedelta(days=60)), date(last.year, 12, 31))


def _height(each: Stretch) -> int:
    return height_of_heading(_label(each)) + _BELOW


def _label(each: Stretch) -> str:
    seen = f", set {day(each.first)}" if each.is_seen_once else ""
    return f"{each.name}{seen}{each.in_doubt}"


def _behind(bands: Sequence[Band], scale: _Scale, bottom: int) -> Iterator[Markup]:
    shown = [band for band in bands if band.last >= scale.first and band.first <= scale.last]
    for nth, band in enumerate(shown):
        left, right = scale.share(band.first), scale.share(band.last)
        yield element(
            "rect",
            element("title", band.name),
            x=across(left),
            y=0,
            width=across(right - left),
            height=bottom,
            fill=BAND if nth % 2 == 0 else PAPER,
        )
        if right - left >= _BAND_FOR_NAME:
            middle = across((left + right) / 2)
            yield text(middle, 17, band.name, anchor="middle", fill=QUIET, size=12)


def _years(scale: _Scale, bottom: int) -> Iterator[Markup]:
    """A line and a number for the first day of years."""
    years = range(scale.first.year + 1, scale.last.year + 1)
    step = -(-len(years) // _MOST_YEARS) or 1
    for year in years[::step]:
        x = across(scale.share(date(year, 1, 1)))
        yield element("line", x1=x, x2=x, y1=_TOP - 8, y2=bottom, stroke=_FAINT)
        yield text(x, _TOP - 12, str(year), anchor="middle", fill=QUIET, size=12)


def _bars(
    stretches: Sequence[Stretch], scale: _Scale, when: date, through: date
) -> Iterator[Markup]:
    for each, y in _placed(stretches):
        label = _label(each)
        yield from heading(across(0.005), y - height_of_heading(label), label, rim=PAPER)
        bar = Markup("").join(_bar(each, scale, when, through, y))
        yield element("g", element("title", each.in_words), bar)


def _placed(stretches: Sequence[Stretch]) -> Iterator[tuple[Stretch, int]]:
    """Where the bar of each begins, below its name."""
    bottom = _TOP
    for each in stretches:
        bottom += _height(each)
        yield each, bottom - _BELOW


def _bar(each: Stretch, scale: _Scale, when: date, through: date, y: int) -> Iterator[Markup]:
    """What was is filled, what is to come is light, what is supposed is dashed, the unknown is hatched."""
    left, right = scale.share(each.first), scale.share(each.last)
    if each.is_open:
        right = 1.0
    elif not each.is_certain and not each.end_is_stated:
        right = min(left + _SUPPOSED, 1.0)
    elif not each.end_is_stated:
        end = scale.share(max(through, each.last))
        yield _box(right, end, y, fill=_UNKNOWN, stroke=LINE)
    if not each.begin_is_stated and each.is_certain:
        yield _dots(across(max(left - _TAIL, 0.0)), across(left), y)
    if not each.is_certain:
        yield _box(left, right, y, **_SUPPOSITION)
        return
    now = scale.share(max(when, through))
    if right > now:
        yield _box(max(left, now), right, y, **_TO_COME)
    if left <= now:
        yield _box(left, min(right, now), y, **_WAS)


def _dots(left: str | int, right: str | int, y: int) -> Markup:
    """A beginning that nobody tells."""
    middle = y + _BAR / 2
    return element(
        "line",
        x1=left, x2=right, y1=middle, y2=middle,
        stroke=BLUE, stroke_width=2, stroke_dasharray="2 3",
    )  # fmt: skip


def _box(left: float, right: float, y: int, **look: str) -> Markup:
    width = max(right - left, 0.012)  # one day, too, is seen
    return element("rect", x=across(left), y=y, width=across(width), height=_BAR, rx=2, **look)


def _today(
    stretches: Sequence[Stretch], scale: _Scale, when: date, bottom: int
) -> Iterator[Markup]:
    """A line through the bars; not through their names, which could not be read."""
    share = scale.share(when)
    x = across(share)
    for _, y in _placed(stretches):
        yield element("line", x1=x, x2=x, y1=y - 2, y2=y + _BELOW, stroke=INK, stroke_width=2)
    anchor = "end" if share > 0.8 else "start" if share < 0.2 else "middle"
    yield text(x, bottom + 16, day(when), anchor=anchor, weight=700, size=12)


def _legend(y: int) -> Iterator[Markup]:
    """What the looks of bars mean, two in a row."""

    def sample(**look: str) -> Markup:
        return element("rect", x=0, y=y - 11, width=18, height=_BAR, rx=2, **look)

    samples = (
        (sample(**_WAS), "har haft posten"),
        (sample(fill=_UNKNOWN, stroke=LINE), "slutning ukendt"),
        (sample(**_TO_COME), "har posten fremover"),
        (_dots(0, 18, y - 11), "begyndelse ukendt"),
        (sample(**_SUPPOSITION), "formodning"),
    )
    for nth, (shape, words) in enumerate(samples):
        left, down = across(0.005 + nth % 2 * 0.5), nth // 2 * 22
        told = text(26, y, words, fill=QUIET, size=12)
        yield element("svg", shape, told, x=left, y=down, overflow="visible")
