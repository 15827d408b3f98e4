"""The quotients as a picture: a column for each list, a row for each divisor, the seats marked.

What is marked is also said in words, so that the picture needs no colours; it is SVG with real text
that a page can hold as it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from kkr_graph.constitution.calculation import wording
from kkr_graph.constitution.calculation.allocation import Level, Quotient
from kkr_graph.constitution.calculation.calculation import Calculation
from kkr_graph.model.danish import capitalised, counted

_MARGIN = 24
_COLUMN = 104
_ROW = 46
_LEFT = 88  # for the divisors
_TOP = 106  # for the heading of the picture
_HEAD = 78  # for the names of the lists
_GAP = 34  # between contests
_LEGEND = 44
_LONGEST = 14  # characters of a name in its column
_FACE = "system-ui, 'Segoe UI', Roboto, Arial, sans-serif"
_INK, _PAPER, _LINE, _QUIET = "#1d2b36", "#ffffff", "#b9c6cf", "#4d5d69"
_SEAT, _ON_SEAT, _LOTS, _REST = "#1f5f8b", "#ffffff", "#ffe9ad", "#f4f7f9"


def to_svg(calculation: Calculation, name: str = "kvotienter") -> str:
    """The picture of a calculation; ``name`` begins its identifiers, which a page has once."""
    grids = [grid for level in calculation.allocation.levels if (grid := _Grid.of(level)).columns]
    width = max((grid.width for grid in grids), default=0) + 2 * _MARGIN
    place = f"{calculation.area}, {calculation.election}"
    width = max(width, 640, _room(calculation.title, 20), _room(place, 15))
    height = _TOP + sum(grid.height + _GAP for grid in grids) + _LEGEND + _MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="da" lang="da" role="img" '
        f'aria-labelledby="{name}-titel {name}-tekst" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="{_FACE}" font-size="13" fill="{_INK}">',
        f'<title id="{name}-titel">{escape(heading(calculation))}</title>',
        f'<desc id="{name}-tekst">{escape(in_words(calculation))}</desc>',
        f'<rect width="{width}" height="{height}" fill="{_PAPER}"/>',
        _text(_MARGIN, 38, calculation.title, size=20, weight=700),
        _text(_MARGIN, 61, place, size=15),
        _text(_MARGIN, 83, _rule(calculation), fill=_QUIET),
    ]
    top = _TOP
    for grid in grids:
        parts += grid.drawn(_MARGIN, top)
        top += grid.height + _GAP
    parts += [*_legend(_MARGIN, top), "</svg>"]
    return "\n".join(parts) + "\n"


def _room(text: str, size: int) -> int:
    """The width of a line of text, rather too much than too little."""
    return round(len(text) * size * 0.62) + 2 * _MARGIN


def heading(calculation: Calculation) -> str:
    """What is calculated, where, by which votes."""
    return f"{calculation.title} – {calculation.area}, {calculation.election}"


def in_words(calculation: Calculation) -> str:
    """What the picture shows, for whoever does not see it."""
    results = ", ".join(f"{row.name} {wording.seats(row)}" for row in calculation.rows)
    ties = " ".join(wording.told(tie, calculation) for tie in calculation.ties)
    return (
        f"Kvotienter efter {calculation.settings.method.called}. Pladser: {results}. {ties}".strip()
    )


def _rule(calculation: Calculation) -> str:
    method = capitalised(calculation.settings.method.called)
    unsure = "Hypotese, se forbehold. " if calculation.hypotheses else ""
    return f"{unsure}{method}: de største kvotienter får pladserne."


@dataclass(frozen=True, slots=True)
class _Grid:
    """One contest as rows and columns."""

    level: Level
    columns: tuple[str, ...]
    rows: int

    @classmethod
    def of(cls, level: Level) -> "_Grid":
        columns = tuple(dict.fromkeys(each.group for each in _by_name(level.quotients)))
        most = max((len(level.taken(name)) for name in columns), default=0)
        rows = max((each.order for each in level.quotients if each.order <= most + 1), default=0)
        return cls(level=level, columns=columns, rows=rows)

    @property
    def width(self) -> int:
        return _LEFT + _COLUMN * len(self.columns)

    @property
    def height(self) -> int:
        return _HEAD + _ROW * self.rows

    def drawn(self, left: int, top: int) -> Iterator[str]:
        name = wording.level(self.level.name)
        yield _text(left, top + 14, f"{name.capitalize() if name == wording.HERE else name}",
                    size=15, weight=700)  # fmt: skip
        for at, column in enumerate(self.columns):
            x = left + _LEFT + at * _COLUMN
            seats = len(self.level.taken(column))
            yield _text(x + _COLUMN / 2, top + 46, _short(column), weight=700, anchor="middle",
                        title=column)  # fmt: skip
            told = counted(seats, "plads", "pladser")
            yield _text(x + _COLUMN / 2, top + 64, told, fill=_QUIET, anchor="middle")
        for row in range(self.rows):
            yield from self._row(left, top + _HEAD + row * _ROW, row + 1)

    def _row(self, left: int, y: int, order: int) -> Iterator[str]:
        here = {each.group: each for each in self.level.quotients if each.order == order}
        divisor = next((each.divisor for each in here.values()), order)
        yield _text(left, y + 27, f"delt med {divisor}", fill=_QUIET)
        for at, column in enumerate(self.columns):
            if column in here:
                yield from _cell(left + _LEFT + at * _COLUMN, y, here[column])


def _by_name(quotients: Sequence[Quotient]) -> Iterator[Quotient]:
    """The lists in the order of their first quotients: the largest first."""
    yield from (each for each in quotients if each.order == 1)


def _cell(x: int, y: int, each: Quotient) -> Iterator[str]:
    look, ink, said = _REST, _INK, ""
    if each.tied:
        look, said = _LOTS, "lod"
    elif each.seat is not None:
        look, ink, said = _SEAT, _ON_SEAT, f"nr. {each.seat}"
    dashes = ' stroke-dasharray="4 3"' if each.tied else ""
    line = _INK if each.tied else _LINE
    yield (
        f'<rect x="{x + 2}" y="{y + 2}" width="{_COLUMN - 4}" height="{_ROW - 4}" rx="4" '
        f'fill="{look}" stroke="{line}"{dashes}><title>{escape(_exactly(each))}</title></rect>'
    )
    middle = x + _COLUMN / 2
    value = wording.decimal(each.value)
    yield _text(middle, y + (20 if said else 27), value, anchor="middle", fill=ink)
    if said:
        yield _text(middle, y + 37, said, size=12, weight=700, anchor="middle", fill=ink)


def _exactly(each: Quotient) -> str:
    took = f", plads {each.seat}" if each.seat is not None else ""
    lots = ", lodtrækning" if each.tied else ""
    return f"{each.group} delt med {each.divisor}: {wording.exact(each.value)}{took}{lots}"


def _legend(x: int, y: int) -> Iterator[str]:
    looks = (
        (_SEAT, _LINE, "", "fik en plads (nr. siger hvilken)"),
        (_LOTS, _INK, ' stroke-dasharray="4 3"', "lodtrækning"),
        (_REST, _LINE, "", "fik ingen plads"),
    )
    for look, line, dashes, words in looks:
        yield (
            f'<rect x="{x}" y="{y}" width="22" height="16" rx="3" fill="{look}" '
            f'stroke="{line}"{dashes}/>'
        )
        yield _text(x + 30, y + 13, words)
        x += 30 + len(words) * 8 + 20


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _text(  # noqa: PLR0913 - how a text may look
    x: float,
    y: float,
    text: str,
    *,
    size: int = 13,
    weight: int = 400,
    anchor: str = "start",
    fill: str = _INK,
    title: str = "",
) -> str:
    whole = f"<title>{escape(title)}</title>" if title and title != _short(title) else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size}" font-weight="{weight}" '
        f'text-anchor="{anchor}" fill="{fill}">{whole}{escape(text)}</text>'
    )
