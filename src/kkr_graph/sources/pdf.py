"""PDF documents: the words that pdfium finds on each page, put into lines by where they stand."""

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from typing import NoReturn, TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind
from kkr_graph.sources.advice import FETCH_AGAIN, UNLOCK
from kkr_graph.sources.grid import Stroke
from kkr_graph.sources.page import Word, usual_leading
from kkr_graph.sources.page_layout import Page, set_page, write_pages
from kkr_graph.sources.transcript import Entry, Transcript, transcribe

Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top

_SPLIT = (0x02, 0xFFFE)  # pdfium's signs for the hyphen at a line's end
_HYPHENS = dict.fromkeys((*_SPLIT, 0xAD), "-")
_SIGNS = dict.fromkeys(range(0xF000, 0xF100), "•")  # of a font of signs, as in lists
_BLANKS = frozenset({*range(0x21), 0xA0, 0x3000, *range(0x2000, 0x200B)} - {*_SPLIT})
_LEVEL = 0.15  # radians; text that is turned more is a stamp or a watermark
_BELOW, _ABOVE = 0.22, 0.95  # of the type size: how far usual letters reach from their line
_LOWEST, _HIGHEST = 0.3, 2.0  # of the type size: heights of a character that make sense
_WRONG_PASSWORD = 4  # pdfium's FPDF_ERR_PASSWORD
_STRAIGHT = 1.0  # points: the slope of a line that lies or stands
_SHORTEST = 5.0  # points; shorter ones are the ends of lines, and parts of drawings
_MOST_PATHS = 20_000  # of a page; more are a drawing
_PAGE = "\f"


def read_pdf(content: bytes, name: str) -> Transcript:
    """The text of a PDF document, page by page."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        _refuse(name, error.err_code, error)
    try:
        pages = [set_page(words, strokes) for words, strokes in _pages(document)]
    except pypdfium2.PdfiumError as error:
        _refuse(name, None, error)
    finally:
        document.close()
    if not any(page.lines or page.tables for page in pages):
        raise SourceError(
            f"filen {name} har ingen tekst; det er nok en indskannet PDF",
            "Find det oprindelige dokument, eller lad et program til tekstgenkendelse (OCR) læse den.",
        )
    return transcribe(_entries(pages), LineKind.WRAPPED)


def _entries(pages: Sequence[Page]) -> Iterator[Entry]:
    """The lines of all pages; a page that holds nothing is a line that holds nothing."""
    leading = usual_leading([page.lines for page in pages])
    for number, written in enumerate(write_pages(pages, leading)):
        first, *rest = written or (Entry(""),)
        yield replace(first, text=f"{_PAGE if number else ''}{first.text}")
        yield from rest


def _refuse(name: str, code: int | None, error: Exception) -> NoReturn:
    if code == _WRONG_PASSWORD:
        raise SourceError(f"filen {name} er beskyttet med adgangskode", UNLOCK) from error
    raise SourceError(
        f"filen {name} er beskadiget og kan ikke læses som PDF", FETCH_AGAIN
    ) from error


def _pages(document: pypdfium2.PdfDocument) -> Iterator[tuple[list[Word], list[Stroke]]]:
    for index in range(len(document)):
        page = document[index]
        try:
            text = page.get_textpage()
            try:
                yield list(_words(page, text)), list(_strokes(page))
            finally:
                text.close()
        finally:
            page.close()


def _strokes(page: pypdfium2.PdfPage) -> Iterator[Stroke]:
    """The straight lines that are drawn on a page, and the edges of its coloured boxes."""
    turn = page.get_rotation()
    paths = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1)
    for path in islice(paths, _MOST_PATHS):
        for one, other in pairwise(_corners(path)):
            if one is None or other is None:
                continue
            x0, y0, x1, y1 = _turned((*one, *other), turn)
            if abs(y1 - y0) < _STRAIGHT and abs(x1 - x0) > _SHORTEST:
                yield Stroke(y0, min(x0, x1), max(x0, x1), lies=True)
            elif abs(x1 - x0) < _STRAIGHT and abs(y1 - y0) > _SHORTEST:
                yield Stroke(x0, min(y0, y1), max(y0, y1), lies=False)


def _corners(path: pypdfium2.PdfObject) -> Iterator[tuple[float, float] | None]:
    """The points of a path, and nothing between those that no straight line joins."""
    matrix = path.get_matrix()
    begun: tuple[float, float] | None = None
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_PATHS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = matrix.on_point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind != pdfium.FPDF_SEGMENT_LINETO:
            yield None
            begun = point
        yield point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield begun


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
                written = _written(characters[first:last])
                yield Word(text=written, x0=x0, x1=x1, bottom=bottom, top=top, level=level)


def _on_one_line(
    text: pypdfium2.PdfTextPage, start: int, end: int, turn: int | None
) -> Iterator[tuple[int, int, Box]]:
    """A run of characters with its box; cut where pdfium took a column of letters for a word."""
    if turn is None:
        yield start, end, _around(_box(text, start, 0), _box(text, end - 1, 0))
        return
    box, last = _set_box(text, start, turn), _set_box(text, end - 1, turn)
    if _share_height(box, last):
        yield start, end, _around(box, last)
        return
    for i in range(start + 1, end):
        after = _set_box(text, i, turn)
        if not _share_height(box, after):
            yield start, i, box
            start, box = i, after
        box = _around(box, after)
    yield start, end, box


def _set_box(text: pypdfium2.PdfTextPage, index: int, turn: int) -> Box:
    """The box of a character by the size that it is set in, and the line that it stands on.

    A font need not tell how high it is; then pdfium gives the height of each of its letters.
    """
    box = _box(text, index, turn)
    size = _size(text, index)
    if not _LOWEST * size < box[3] - box[1] < _HIGHEST * size:
        return box  # of a font with a measure of its own
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
    base = _turned((x.value, y.value, x.value, y.value), turn)[1]
    return box[0], base - _BELOW * size, box[2], base + _ABOVE * size


def _size(text: pypdfium2.PdfTextPage, index: int) -> float:
    """The size that a character is set in, as large as it is drawn."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
        return 0
    size: float = pdfium.FPDFText_GetFontSize(text, index)
    return size * math.hypot(matrix.c, matrix.d)


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


def _written(codes: Sequence[int]) -> str:
    """Characters, of which pdfium gives the rare ones in two halves."""
    halves = "".join(map(chr, codes)).translate(_HYPHENS | _SIGNS)
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
