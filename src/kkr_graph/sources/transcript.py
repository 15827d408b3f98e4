"""What a reader of a format gives: the lines of a document, each with its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kkr_graph.model.text import LineKind

_GOES_ON = (".", ",", ":", ";", "(", "-", "–", "!", "?")  # at the end of a line
_LONGEST_ENTRY = 60  # characters of one of a list's lines; longer ones are prose


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of the document that ends its line; ``place`` is what people call it.

    A line of a table, with tabs between its cells, says which ``row`` of which table it is of; a
    line of a printed page, where each of its ``columns`` begins. Cells of rows above may have
    ``reached`` down into columns of this one, where nothing is written again.
    """

    text: str
    place: str = ""
    row: tuple[int, int] | None = None
    columns: tuple[float, ...] = ()
    reached: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """The entries of a document in reading order, and what the end of a line means in it."""

    entries: tuple[Entry, ...]
    lines: LineKind


def transcribe(lines: Iterable[Entry], kind: LineKind) -> Transcript:
    """A transcript of what a reader yields."""
    return Transcript(tuple(lines), kind)


def row_lines(cells: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table row, with a tab between cells; each cell is given as its lines.

    Cells of several lines stand beside each other line by line, as they do on paper: a label
    beside a list of names, or a list of names beside their parties. Sentences with another text
    behind them are one text, and so is each of two cells with texts of different lengths, or their
    sentences would be mixed; what is no sentence that goes on, but a list, has semicolons.
    """
    cells = [
        [_one_line(cell)] if _is_prose(cell) and any(cells[i + 1 :]) else cell
        for i, cell in enumerate(cells)
    ]
    tall = {len(cell) for cell in cells if len(cell) > 1}
    if len(tall) > 1 and sum(len(cell) > 1 for cell in cells) > 1:
        cells = [[_one_line(cell)] for cell in cells]
    height = max((len(cell) for cell in cells), default=0)
    rows = ([cell[i] if i < len(cell) else "" for cell in cells] for i in range(height))
    lines = ("\t".join(" ".join(text.split()) for text in row).rstrip("\t") for row in rows)
    return [line for line in lines if line]


def _is_prose(cell: Sequence[str]) -> bool:
    """Whether a cell has several lines that are sentences, and no list of names."""
    ended = sum(line.endswith(".") and " " in line for line in cell)
    return len(cell) > 1 and 2 * ended >= len(cell)


def _one_line(lines: Sequence[str]) -> str:
    """The lines of a cell as one."""
    text = ""
    for line in filter(None, map(str.strip, lines)):
        goes_on = not text or line[:1].islower() or text.endswith(_GOES_ON)
        is_prose = max(len(text.rpartition(";")[2]), len(line)) > _LONGEST_ENTRY
        text += (" " if text and (goes_on or is_prose) else "; " if text else "") + line
    return text
