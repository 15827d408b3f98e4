"""The overview as a paper to send out, before it is a Word document, a PDF file or a web page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kkr_graph.model.names import on_one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What stands in a cell: words, smaller words below them, and the numbers of notes.

    ``link`` is the anchor of the chapter that the words lead to. ``is_blank`` is a cell for
    somebody to fill in; an empty one is not.
    """

    text: str = ""
    small: str = ""
    notes: tuple[int, ...] = ()
    link: str = ""
    is_blank: bool = False
    is_doubtful: bool = False


_SHORT = 14  # lines
_WHOLE = 1000  # parts of the width of a table
_LETTER, _EDGES = (
    8.8,
    12,
)  # how many of them a letter takes in a broad font, and the edges of a cell
_BOLD = 1.17  # how much broader a heading is
_BREADTHS: Mapping[str, float] = {
    **dict.fromkeys("ijl.,:;", 0.45),
    **dict.fromkeys("frtI()-/", 0.65),
    **dict.fromkeys("mwæMWÆØ", 1.55),
}
BLANK = Told(is_blank=True)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading, and its part of the width."""

    text: str
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a table; one that opens a group has a stronger rule above it.

    One that ``heads`` the lines below it has a single cell, across the whole table.
    """

    cells: tuple[Told, ...]
    opens: bool = False
    heads: bool = False

    @property
    def is_form(self) -> bool:
        """Whether there is something to fill in."""
        return any(cell.is_blank for cell in self.cells)

    @property
    def is_tall(self) -> bool:
        """Whether a cell has smaller words below its own."""
        return any(cell.text and cell.small for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table. ``description`` says in words what it holds, for those who cannot see it."""

    caption: str
    description: str
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]

    @property
    def percents(self) -> tuple[int, ...]:
        """The widths of the columns, in percent of the table's."""
        whole = sum(heading.share for heading in self.headings)
        return tuple(round(100 * heading.share / whole) for heading in self.headings)

    @property
    def is_short(self) -> bool:
        """Whether the table has room on one page below its chapter's heading."""
        return len(self.lines) + sum(line.is_tall for line in self.lines) <= _SHORT

    @property
    def joins(self) -> tuple[bool, ...]:
        """Which lines stand on one page with the next: of a short table or a group all.

        Of others the first two and the last two, so that no line stands alone.
        """
        last = len(self.lines) - 1
        has_groups = any(line.opens for line in self.lines)
        return tuple(
            at < last
            and (
                self.is_short
                or at in (0, last - 1)
                or (has_groups and not self.lines[at + 1].opens)
            )
            for at in range(len(self.lines))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A part under a heading of its own; ``facts`` are short, each under a word."""

    anchor: str
    heading: str
    text: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    grids: tuple[Grid, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Where something is stated: the document, the place in it, and the words."""

    number: int
    document: str
    place: str
    quote: str

    @property
    def where(self) -> str:
        """The document and the place in it."""
        return ", ".join(part for part in (self.document, self.place) if part)

    @property
    def words(self) -> str:
        """The quote on one line, as a person reads it."""
        return on_one_line(self.quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """All of it. ``day`` is that of the data, as year, month and day."""

    title: str
    subtitle: str
    day: tuple[int, int, int]
    text: tuple[str, ...]
    summary: Grid
    chapters: tuple[Chapter, ...]
    appendix: Chapter
    notes: tuple[Note, ...]

    @property
    def grids(self) -> tuple[Grid, ...]:
        """All tables, in the order of their numbers."""
        parts = (*self.chapters, self.appendix)
        return (self.summary, *(grid for part in parts for grid in part.grids))


def fitted(grid: Grid) -> Grid:
    """The table without columns in which nothing is told, each with room for its longest word."""
    kept = _without_empty_columns(grid)
    room = [_room(kept, number) for number in range(len(kept.headings))]
    shares = _shares([heading.share for heading in kept.headings], room)
    headings = zip(kept.headings, shares, strict=True)
    return replace(kept, headings=tuple(replace(each, share=share) for each, share in headings))


def _room(grid: Grid, number: int) -> float:
    """What a column must have so that no word in it is broken."""
    cells = (line.cells[number] for line in grid.lines if not line.heads)
    told = max((_broadest(text) for cell in cells for text in (cell.text, cell.small)), default=0)
    return _LETTER * max(told, _BOLD * _broadest(grid.headings[number].text)) + _EDGES


def _broadest(text: str) -> float:
    """The breadth of the longest word, in letters."""
    return max(map(_breadth, text.replace("-", "- ").split()), default=0)


def _breadth(word: str) -> float:
    return sum(_BREADTHS.get(char, 1.15 if char.isupper() else 1) for char in word)


def _shares(shares: Sequence[int], room: Sequence[float]) -> list[int]:
    """The same shares where each is enough; otherwise what the others can spare is given to it."""
    whole = sum(shares)
    wide = [_WHOLE * share / whole for share in shares]
    spare = sum(max(0.0, has - need) for has, need in zip(wide, room, strict=True))
    lacking = sum(max(0.0, need - has) for has, need in zip(wide, room, strict=True))
    if not lacking or not spare:
        return list(shares)
    part = min(1.0, spare / lacking), min(1.0, lacking / spare)
    return [
        round(has + (need - has) * part[0 if need > has else 1])
        for has, need in zip(wide, room, strict=True)
    ]


def _without_empty_columns(grid: Grid) -> Grid:
    kept = [
        number
        for number in range(len(grid.headings))
        if any(line.cells[number] != Told() for line in grid.lines if not line.heads)
    ]
    return Grid(
        caption=grid.caption,
        description=grid.description,
        headings=tuple(grid.headings[number] for number in kept),
        lines=tuple(
            line
            if line.heads
            else replace(line, cells=tuple(line.cells[number] for number in kept))
            for line in grid.lines
        ),
    )
