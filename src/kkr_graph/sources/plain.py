"""Plain text and CSV, in the encodings that Danish offices have used."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from typing import NoReturn

from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind
from kkr_graph.sources.transcript import Entry, Transcript, row_lines, transcribe

# \x02 is where a PDF reader mended a split word; \x1e and \x1f are Word's own hyphens
CONTROLS = re.compile(r"[\x00-\x01\x03-\x08\x0e-\x1d\x7f-\x9f]")
_MOST_CONTROLS = 0.01  # of the characters; Word leaves a few in tables, a program is full of them
_MOSTLY = 0.8  # of the letters: in UTF-16 those of Latin alphabets have a zero
_DELIMITERS = ";\t,"
_SAMPLE = 200  # rows that tell whether a text is a table
_EVEN = 0.9  # of the rows: that many have as many cells as most, or it is no table
_FEWEST = {";": 2, "\t": 2, ",": 3}  # rows; two lines of prose may well have a comma each
_UNDIVIDED = {";": 0.3, "\t": 0.1, ",": 0.1}  # of the rows: headings of groups, in one cell
_TITLES = 8  # lines above a table, or below it, that are not of it


def read_plain(content: bytes, name: str) -> Transcript:
    """A text file: a table where its lines are rows, or else the text as it is."""
    text = decode(content, name)
    delimiter = _find_delimiter(text)
    if delimiter is None:
        return Transcript((Entry(text),), LineKind.UNKNOWN)
    return transcribe(_rows(text, delimiter, name), LineKind.PARAGRAPH)


# --- encodings ------------------------------------------------------------------------------


def decode(content: bytes, name: str) -> str:
    """The text of a file: as UTF-8, also with a mark, UTF-16, or cp1252, Windows's own."""
    if encoding := utf16_of(content):
        return _decode(content, encoding, name)
    if content.startswith(b"\xef\xbb\xbf"):
        return _decode(content, "utf-8-sig", name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        _refuse_undecodable(content, name)


def utf16_of(content: bytes) -> str | None:
    """Which UTF-16 a text is in, by its mark, or since nearly each second byte is a zero."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = content[: _SAMPLE * _SAMPLE]
    letters = len(sample) // 2
    for high, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[high::2].count(0), sample[1 - high :: 2].count(0)
        if letters and zeros > _MOSTLY * letters and not others:
            return encoding
    return None


def _decode(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"filen {name} er skrevet i {encoding.upper()}, men er beskadiget ved byte "
            f"{error.start}",
            "Åbn dokumentet i det program, det er skrevet i, og gem det igen som ren tekst (UTF-8).",
        ) from error


def _refuse_undecodable(content: bytes, name: str) -> NoReturn:
    if is_binary(content.decode("ascii", errors="ignore")):
        refuse_binary(name)
    refuse_damaged(name)


def is_binary(text: str) -> bool:
    """Whether these characters are no text but a program's data."""
    controls = len(CONTROLS.findall(text))
    return "\x00" in text or controls > _MOST_CONTROLS * len(text)


def refuse_binary(name: str) -> NoReturn:
    """Refuse a file that holds no text."""
    raise SourceError(
        f"filen {name} er ikke tekst",
        "Der ventes et dokument som .docx, .pdf, .xlsx, .csv, .html eller ren tekst (.txt, UTF-8). "
        "Gem det sådan, eller fjern filen.",
    )


def refuse_damaged(name: str) -> NoReturn:
    """Refuse a file whose letters were lost."""
    raise SourceError(
        f"filen {name} har ødelagte bogstaver, som 'Ã¸' for 'ø', eller blander to tegnsæt",
        "Åbn det oprindelige dokument, og gem det igen som ren tekst med tegnsættet UTF-8.",
    )


# --- tables ---------------------------------------------------------------------------------


def _find_delimiter(text: str) -> str | None:
    """What separates the cells, where nearly all lines have the same number of them."""
    sample = [line for line in text.splitlines()[:_SAMPLE] if line.strip()]
    return next((mark for mark in _DELIMITERS if _is_table(sample, mark)), None)


def _is_table(sample: list[str], delimiter: str) -> bool:
    first, last = _extent(sample, delimiter)
    if sum(delimiter in line for line in sample) < _FEWEST[delimiter]:
        return False
    if max(first, len(sample) - last) > (0 if delimiter == "," else _TITLES):
        return False
    try:
        cells = list(csv.reader(sample[first:last], delimiter=delimiter))
    except csv.Error:
        return False
    if any(cell.count('"') % 2 for row in cells for cell in row):
        return False  # it parts what stands between quotation marks
    rows = list(map(len, cells))
    divided = [cells for cells in rows if cells > 1]
    if len(rows) - len(divided) > _UNDIVIDED[delimiter] * len(rows):
        return False
    _, count = Counter(divided).most_common(1)[0]
    return count >= max(_FEWEST[delimiter], _EVEN * len(divided))


def _extent(sample: list[str], delimiter: str) -> tuple[int, int]:
    """From the first line that has the delimiter to the last."""
    having = [i for i, line in enumerate(sample) if delimiter in line]
    return (having[0], having[-1] + 1) if having else (0, 0)


def _rows(text: str, delimiter: str, name: str) -> Iterator[Entry]:
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        for number, row in enumerate(rows, start=1):
            lines = row_lines([cell.splitlines() for cell in row])
            yield from (Entry(line, f"række {number}", (1, number)) for line in lines or ("",))
    except csv.Error as error:
        raise SourceError(
            f"tabellen i filen {name} kan ikke læses ({error})",
            "Åbn filen i Excel, og gem den som .xlsx.",
        ) from error
