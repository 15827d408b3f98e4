"""The overview as a paper to send out, before it is a Word document, a PDF file or a web page."""

from dataclasses import dataclass

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


BLANK = Told(is_blank=True)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading, and its part of the width."""

    text: str
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a table; one that opens a group has a stronger rule above it."""

    cells: tuple[Told, ...]
    opens: bool = False

    @property
    def is_form(self) -> bool:
        """Whether there is something to fill in."""
        return any(cell.is_blank for cell in self.cells)


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
    appendices: tuple[Chapter, ...]
    notes: tuple[Note, ...]

    @property
    def grids(self) -> tuple[Grid, ...]:
        """All tables, in the order of their numbers."""
        parts = (*self.chapters, *self.appendices)
        return (self.summary, *(grid for part in parts for grid in part.grids))


def without_empty_columns(grid: Grid) -> Grid:
    """The table without columns in which nothing is told and nothing is to be filled in."""
    kept = [
        number
        for number in range(len(grid.headings))
        if any(line.cells[number] != Told() for line in grid.lines)
    ]
    return Grid(
        caption=grid.caption,
        description=grid.description,
        headings=tuple(grid.headings[number] for number in kept),
        lines=tuple(
            Line(cells=tuple(line.cells[number] for number in kept), opens=line.opens)
            for line in grid.lines
        ),
    )
