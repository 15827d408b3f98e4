"""What a page is made of, before it becomes HTML: cells, tables, sections."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from markupsafe import Markup

from kkr_graph.web.texts import Excerpt


class Look(StrEnum):
    """How a piece of text stands out."""

    PLAIN = "plain"
    QUIET = "quiet"
    LONG = "long"  # only its first lines; the page of the thing has it all
    QUOTE = "quote"  # words of a document
    MISSING = "missing"  # a fact without a source
    STATE = "state"  # one of a few words that rows are told apart by


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, perhaps a link to a page of ours. A ``symbol`` stands before it for the eye alone."""

    text: str
    href: str = ""
    look: Look = Look.PLAIN
    symbol: str = ""


Cell: TypeAlias = tuple[Piece, ...]
EMPTY: Cell = ()


def plain(text: str) -> Cell:
    """A cell of text alone; empty for no text."""
    return (Piece(text),) if text else EMPTY


def listed(cells: Iterable[Cell]) -> Cell:
    """Several cells in one, with commas between them."""
    pieces: list[Piece] = []
    for cell in cells:
        if pieces and cell:
            pieces.append(Piece(", "))
        pieces.extend(cell)
    return tuple(pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a table; one with a ``doubt`` looks it, and says which."""

    cells: tuple[Cell, ...]
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under Danish headings."""

    caption: str
    headings: tuple[str, ...]
    lines: tuple[Line, ...]


def table(caption: str, headings: Sequence[str], lines: Sequence[Line]) -> Table:
    """A table without the columns that nothing stands in."""
    kept = [at for at in range(len(headings)) if any(line.cells[at] for line in lines) or not lines]
    return Table(
        caption=caption,
        headings=tuple(headings[at] for at in kept),
        lines=tuple(
            Line(cells=tuple(line.cells[at] for at in kept), doubt=line.doubt) for line in lines
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A longer text with where it stands, as a decision."""

    text: str
    source: Cell
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a page. ``note`` explains it; ``more`` leads on to what is not shown."""

    id: str
    heading: str
    href: str = ""  # the page of what the heading names
    note: str = ""
    picture: Markup | None = None
    table: Table | None = None
    passages: tuple[Passage, ...] = ()
    more: Piece | None = None
    total: int = 0  # how many there are, where not all are shown
    is_folded: bool = False  # the table is opened by whoever wants it; the picture says the same
    links: tuple[Piece, ...] = ()  # to the same as files, and to where it comes from

    @property
    def count(self) -> int:
        """How many things it tells of."""
        return self.total or (len(self.table.lines) if self.table else len(self.passages))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it to show."""
        return (
            not self.picture and not self.passages and (self.table is None or not self.table.lines)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """The page of one thing of the graph. ``dated`` ones take a day."""

    iri: str
    kind: str
    title: str
    facts: tuple[tuple[str, Cell], ...] = ()
    notice: Cell = EMPTY
    quote: str = ""
    excerpt: Excerpt | None = None
    whole_text: str = ""  # where all of the text is shown
    sections: tuple[Section, ...] = ()
    dated: bool = False
    network: str = ""
    original: str = ""  # where the file is fetched that it was read from
    steps: tuple[Piece, ...] = field(default=())  # to the one before and the one after
    corrections: tuple[Piece, ...] = ()  # what can be put right here, by whoever may change things

    @property
    def shown(self) -> tuple[Section, ...]:
        """The sections that have something to show."""
        return tuple(section for section in self.sections if not section.is_empty)
