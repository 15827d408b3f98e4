"""PDF documents: the words that pdfium finds on each page, put into lines by where they stand."""

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NoReturn

import pypdfium2
import pypdfium2.raw as pdfium

from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind
from kkr_graph.sources.drawing import Box, find_strokes
from kkr_graph.sources.page import Word
from kkr_graph.sources.pages import Page, write_pages
from kkr_graph.sources.transcript import Entry, Transcript, transcribe

_SPLIT = (0x02, 0xFFFE)  # pdfium's signs for the hyphen at a line's end
# what is shown otherwise than its character says: hyphens, and the bullets of symbol fonts
_SIGNS = dict.fromkeys((*_SPLIT, 0xAD), "-") | dict.fromkeys(range(0xF000, 0xF100), "•")
_BLANKS = frozenset({*range(0x21), 0xA0, 0x3000, *range(0x2000, 0x200B)} - {*_SPLIT})
_LEVEL = 0.15  # radians; text that is turned more is a stamp or a watermark
_WRONG_PASSWORD = 4  # pdfium's FPDF_ERR_PASSWORD
_PAGE = "\f"


def read_pdf(content: bytes, name: str) -> Transcript:
    """The text of a PDF document, page by page."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        _refuse(name, error.err_code, error)
    try:
        pages = list(_pages(document))
    except pypdfium2.PdfiumError as error:
        _refuse(name, None, error)
    finally:
        document.close()
    if not any(page.words for page in pages):
        raise SourceError(
            f"filen {name} har ingen tekst; det er nok en indskannet PDF",
            "Find det oprindelige dokument, eller lad et program til tekstgenkendelse (OCR) læse den.",
        )
    return transcribe(_entries(pages), LineKind.WRAPPED)


def _entries(pages: Sequence[Page]) -> Iterator[Entry]:
    """The lines of all pages; a page that holds nothing is a line that holds nothing."""
    for number, entries in enumerate(write_pages(pages)):
        first, *rest = entries or (Entry(""),)
        yield replace(first, text=f"{_PAGE if number else ''}{first.text}")
        yield from rest


def _refuse(name: str, code: int | None, error: Exception) -> NoReturn:
    if code == _WRONG_PASSWORD:
        raise SourceError(
            f"filen {name} er beskyttet med adgangskode",
            "Åbn dokumentet, gem det uden adgangskode, og brug den fil.",
        ) from error
    raise SourceError(
        f"filen {name} er beskadiget og kan ikke læses som PDF",
        "Hent eller gem dokumentet igen.",
    ) from error


def _pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    for index in range(len(document)):
        page = document[index]
        try:
            text = page.get_textpage()
            try:
                yield Page(
                    list(_words(page, text)),
                    *find_strokes(page, partial(_turned, turn=page.get_rotation())),
                )
            finally:
                text.close()
        finally:
            page.close()


def _words(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Iterator[Word]:
    """The words of a page, as it is shown; what lies outside it is seen by nobody."""
    turn = page.get_rotation()
    around = _turned(page.get_bbox(), turn)
    characters = _characters(text)
    for start, end in _runs(characters):
        # pdfium counts clockwise, and so does the turn that stands the text upright
        angle = pdfium.FPDFText_GetCharAngle(text, start) + math.radians(turn)
        level = abs(math.remainder(angle, 2 * math.pi)) < _LEVEL
        for first, last, box in _on_one_line(text, start, end, turn if level else None):
            if _is_inside(box, around):
                x0, bottom, x1, top = box
                body = written(characters[first:last])
                yield Word(text=body, x0=x0, x1=x1, bottom=bottom, top=top, level=level)


def _on_one_line(
    text: pypdfium2.PdfTextPage, start: int, end: int, turn: int | None
) -> Iterator[tuple[int, int, Box]]:
    """A run of characters with its box; cut where pdfium took a column of letters for a word."""
    box, last = _box(text, start, turn or 0), _box(text, end - 1, turn or 0)
    if turn is None or _share_height(box, last):
        yield start, end, _around(box, last)
        return
    for i in range(start + 1, end):
        after = _box(text, i, turn)
        if not _share_height(box, after):
            yield start, i, box
            start, box = i, after
        box = _around(box, after)
    yield start, end, box


def _box(text: pypdfium2.PdfTextPage, index: int, turn: int) -> Box:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
    return _turned((box.left, box.bottom, box.right, box.top), turn)


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]), min(one[1], other[1]),
        max(one[2], other[2]), max(one[3], other[3]),
    )  # fmt: skip


def _share_height(one: Box, other: Box) -> bool:
    return min(one[3], other[3]) > max(one[1], other[1])


def _is_inside(box: Box, around: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return around[0] <= x <= around[2] and around[1] <= y <= around[3]


def _characters(text: pypdfium2.PdfTextPage) -> Sequence[int]:
    """The characters of a page by their index, under which their places are asked for."""
    count = text.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        codes: list[int] = buffer[:count]
        return codes
    # some have no character in the text, which moves the others: ask one by one
    return [pdfium.FPDFText_GetUnicode(text, i) for i in range(count)]


def written(codes: Sequence[int]) -> str:
    """Characters as they are shown; pdfium gives the rare ones in two halves."""
    halves = "".join(map(chr, codes)).translate(_SIGNS)
    if max(codes) < 0xD800:
        return halves
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _runs(characters: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the words are: stretches without white space."""
    start: int | None = None
    for i, code in enumerate(characters):
        if code in _BLANKS:
            if start is not None:
                yield start, i
            start = None
        elif start is None:
            start = i
        if code in _SPLIT and start is not None:  # the next character stands on another line
            yield start, i + 1
            start = None
    if start is not None:
        yield start, len(characters)


def _turned(box: Box, turn: int) -> Box:
    """A box on a page that is shown turned clockwise."""
    x0, y0, x1, y1 = box
    match turn:
        case 90:
            return y0, -x1, y1, -x0
        case 180:
            return -x1, -y1, -x0, -y0
        case 270:
            return -y1, x0, -y0, x1
        case _:
            return box
