"""Numbers over the years as columns, a row of them for each thing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kkr_graph.web.pictures.drawing import (
    BLUE,
    LINE,
    QUIET,
    across,
    element,
    heading,
    height_of_heading,
    picture,
    text,
)

_HIGH = 72  # the tallest column
_NUMBER, _YEAR, _GAP = 16, 20, 18
_FEWEST = 8  # places across, so that a single year is no wall
_MOST_WORDS = 10  # numbers and years that fit side by side on a telephone


@dataclass(frozen=True, slots=True)
class Row:
    """The columns of one thing by year."""

    name: str
    values: dict[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """Rows of columns over the same years; ``most`` is the tallest there can be, 0 in each row its own."""

    name: str
    title: str
    unit: str  # after each number in words, as " %"
    rows: tuple[Row, ...]
    most: int

    @property
    def years(self) -> Sequence[int]:
        """From the first to the last."""
        known = {year for row in self.rows for year in row.values}
        return range(min(known, default=0), max(known, default=-1) + 1)

    @property
    def in_words(self) -> str:
        """The same for whoever does not see it."""
        return "; ".join(
            f"{row.name}: "
            + ", ".join(f"{year}: {row.values[year]}{self.unit}" for year in sorted(row.values))
            for row in self.rows
        )


def to_columns(drawn: Years) -> Markup:
    """The picture; a year without a number has none."""
    top = 0
    parts: list[Markup] = []
    for row in drawn.rows:
        parts += _row(drawn, row, top)
        top += height_of_heading(row.name, bold=True) + _NUMBER + _HIGH + _YEAR + _GAP
    return picture(drawn.name, drawn.title, f"{drawn.in_words}.", top - _GAP, parts)


def _row(drawn: Years, row: Row, top: int) -> Iterator[Markup]:
    yield from heading(0, top, row.name, bold=True)
    foot = top + height_of_heading(row.name, bold=True) + _NUMBER + _HIGH
    yield element("line", x1=0, x2="100%", y1=foot, y2=foot, stroke=LINE)
    years = drawn.years
    most = drawn.most or max(row.values.values(), default=1)
    places = max(len(years), _FEWEST)
    step = -(-len(years) // _MOST_WORDS)
    for nth, year in enumerate(years):
        left = nth / places
        middle = across(left + 0.4 / places)
        is_named = (len(years) - 1 - nth) % step == 0  # the last year always is
        if is_named:
            yield text(middle, foot + 15, str(year)[-4:], anchor="middle", fill=QUIET, size=11)
        if year not in row.values:
            continue
        value = row.values[year]
        height = round(_HIGH * value / (most or 1), 1)
        told = element("title", f"{year}: {value}{drawn.unit}")
        box = element(
            "rect", x=across(left), y=foot - height, width=across(0.8 / places),
            height=height, fill=BLUE,
        )  # fmt: skip
        yield element("g", told, box)
        if is_named:
            yield text(middle, foot - height - 4, str(value), anchor="middle", size=11)
