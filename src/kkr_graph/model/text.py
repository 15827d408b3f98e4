"""A document's text with positions: the layer, its lines, and the readable view of it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from kkr_graph.model.span import Passage

DOTS = r"(?:\.(?: ?\.){3,}:?|(?<=\s)\.\.(?=\s)|(?<=\s)\.+:)"
"""A pattern of the dots that lead from one column to the next: "Klimarådet ........ formand".

There are two where the first is long; three may be an ellipsis."""

EMPHASIS = r"(?<!\w)(?P<mark>\*\*|__)(?=\S)(?P<word>[^\n]+?)(?<=\S)(?P=mark)(?!\w)"
"""A pattern of a word that plain text marks: "**Havnerådet**"."""


class LineKind(StrEnum):
    """What a line end means, as far as the document's format tells."""

    UNKNOWN = "unknown"  # plain text: it may be anything
    WRAPPED = "wrapped"  # lines were broken to fit a page; a blank line is space between them
    PARAGRAPH = "paragraph"  # each line is a whole paragraph, or a row of a table


@dataclass(frozen=True, slots=True)
class Place:
    """What people call the place in a document where the text from ``start`` on stands."""

    start: int
    label: str  # Danish: "afsnit 12", "ark Medlemmer, række 7"


def place_at(places: Sequence[Place], offset: int) -> str | None:
    """The label of the place that ``offset`` stands in, if it has one."""
    index = bisect_right(places, offset, key=attrgetter("start"))
    return places[index - 1].label or None if index else None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds text, as far as it stands on one line: ``[start, end)`` of the text.

    ``column`` is the number of its column in a table that has cells of its own, and where it
    begins, in points from the left, on a printed page.
    """

    start: int
    end: int
    column: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table with its cells, line by line; or a line of a printed page.

    A page does not say where its tables are (``table`` is None): what is set apart may be columns.
    """

    cells: tuple[Cell, ...]  # at least one
    table: int | None
    reached: tuple[int, ...] = ()  # columns into which a cell of a row above was merged down

    @property
    def start(self) -> int:
        """Where the row begins."""
        return self.cells[0].start

    @property
    def end(self) -> int:
        """Where the row ends."""
        return self.cells[-1].end


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as text, before anything is known of its layout."""

    name: str  # the file's path below the data folder, with forward slashes
    sha256: str  # of the file's bytes
    text: str  # decoded, NFC, line ends as newline; pages separated by form feeds where known
    lines: LineKind = LineKind.UNKNOWN
    places: tuple[Place, ...] = ()  # in order; only where there is more to say than page and line
    rows: tuple[Row, ...] = ()  # in order; none in plain text


@dataclass(frozen=True, slots=True)
class Reading:
    """Text as a person reads it: lines joined, split words whole, page headers gone.

    ``offsets[i]`` is where ``text[i]`` stands in the layer, so that anything found in the
    reading leads back to the source characters. Paragraphs are separated by a newline.
    """

    text: str
    offsets: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.offsets):
            raise ValueError(f"{len(self.text)} characters with {len(self.offsets)} offsets")

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """The layer's ``[start, end)`` for ``text[start:end]``, which must not be empty."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no characters at {start}-{end} of {len(self.text)}")
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that holds text, without the white space around it."""

    start: int
    end: int
    number: int  # 1-based, counted over all lines of the layer
    gap: int  # blank lines between this line and the one before it
    page_top: bool = False  # a page, or what seems to be one, begins here
    read_start: int = 0  # where the line stands in the reading
    read_end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLayer:
    """The NFC-normalised text of one document, and how it is laid out.

    ``lines`` are the lines that carry the document; ``furniture`` are the lines set aside by
    name as page headers, footers and page numbers. ``line_gap`` is how many blank lines stand
    between two lines of one paragraph: 0 in most documents, 1 in a double-spaced export.
    """

    name: str
    sha256: str  # of the document's bytes
    text: str
    lines: tuple[Line, ...]
    reading: Reading
    furniture: tuple[Line, ...] = ()
    page_starts: tuple[int, ...] = ()  # empty where the document shows no pages
    line_gap: int = 0
    width: int = 0  # what a full line measures, in characters
    mended: bool = False  # paragraphs of the source ended in mid-sentence, and were joined
    places: tuple[Place, ...] = ()  # as the source has them
    rows: tuple[Row, ...] = ()  # as the source has them

    def passage(self, start: int, end: int) -> Passage:
        """The characters from ``start`` to ``end`` with their position."""
        return Passage(start, end, self.text[start:end])

    def passage_read(self, start: int, end: int) -> Passage:
        """The source passage behind ``reading.text[start:end]``."""
        return self.passage(*self.reading.bounds(start, end))

    def read(self, line: Line) -> str:
        """A line as a person reads it."""
        return self.reading.text[line.read_start : line.read_end]

    def raw(self, line: Line) -> str:
        """A line as it stands in the source."""
        return self.text[line.start : line.end]
