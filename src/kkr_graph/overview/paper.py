"""The overview as a paper to send out, before it is a Word document, a PDF file or a web page."""

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


def without_empty_columns(grid: Grid) -> Grid:
    """The table without columns in which nothing is told and nothing is to be filled in."""
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
