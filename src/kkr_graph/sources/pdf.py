"""PDF documents: the words that pdfium finds on each page, put into lines by where they stand."""

import ctypes
import math
from collections.abc import Iterator
from typing import NoReturn

import pypdfium2
import pypdfium2.raw as pdfium

from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind
from kkr_graph.sources.page import Word, set_lines, usual_leading, write_page
from kkr_graph.sources.transcript import Entry, Transcript

_SPLIT = "\u0002"  # pdfium's sign for the hyphen at a line's end
_HYPHENS = str.maketrans({_SPLIT: "-", "\u00ad": "-", "\ufffe": "-"})
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
        pages = [set_lines(words) for words in _pages(document)]
    except pypdfium2.PdfiumError as error:
        _refuse(name, None, error)
    finally:
        document.close()
    if not any(pages):
        raise SourceError(
            f"filen {name} har ingen tekst; det er nok en indskannet PDF",
            "Find det oprindelige dokument, eller lad et program til tekstgenkendelse (OCR) læse den.",
        )
    leading = usual_leading(pages)
    texts = ("\n".join(write_page(lines, leading)) for lines in pages)
    entries = tuple(Entry(f"{_PAGE if i else ''}{text}") for i, text in enumerate(texts))
    return Transcript(entries, LineKind.WRAPPED)


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


def _pages(document: pypdfium2.PdfDocument) -> Iterator[list[Word]]:
    for index in range(len(document)):
        page = document[index]
        try:
            text = page.get_textpage()
            try:
                yield list(_words(page, text))
            finally:
                text.close()
        finally:
            page.close()


def _words(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Iterator[Word]:
    """The words of a page that stand on it upright, as it is shown."""
    count = text.count_chars()
    turn = page.get_rotation()
    left, bottom, right, top = page.get_bbox()
    characters = [pdfium.FPDFText_GetUnicode(text, i) for i in range(count)]
    box, size = pdfium.FS_RECTF(), pdfium.FPDFText_GetFontSize
    for start, end in _runs(characters):
        pdfium.FPDFText_GetLooseCharBox(text, start, ctypes.byref(box))
        x0, y0, y1 = box.left, box.bottom, box.top
        x1 = box.right
        if end - start > 1:
            pdfium.FPDFText_GetLooseCharBox(text, end - 1, ctypes.byref(box))
            x0, x1 = min(x0, box.left), max(x1, box.right)
            y0, y1 = min(y0, box.bottom), max(y1, box.top)
        if not (left <= (x0 + x1) / 2 <= right and bottom <= (y0 + y1) / 2 <= top):
            continue  # outside the page, where nobody sees it
        x0, y0, x1, y1 = _turned((x0, y0, x1, y1), turn)
        angle = pdfium.FPDFText_GetCharAngle(text, start) - turn * math.pi / 180
        written = _written(characters[start:end])
        yield Word(
            text=written, x0=x0, x1=x1, bottom=y0, top=y1, size=size(text, start),
            level=abs(math.remainder(angle, 2 * math.pi)) < _LEVEL,
        )  # fmt: skip


def _written(codes: list[int]) -> str:
    """Characters, of which pdfium gives the rare ones in two halves."""
    halves = "".join(map(chr, codes)).translate(_HYPHENS)
    if max(codes) < 0xD800:
        return halves
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _runs(characters: list[int]) -> Iterator[tuple[int, int]]:
    """Where the words are: stretches without white space."""
    start: int | None = None
    for i, code in enumerate(characters):
        if (code <= 0x20 and code != 0x02) or code in (0xA0, 0x3000) or 0x2000 <= code <= 0x200A:
            if start is not None:
                yield start, i
            start = None
        elif start is None:
            start = i
        if code == 0x02 and start is not None:  # the next character stands on another line
            yield start, i + 1
            start = None
    if start is not None:
        yield start, len(characters)


def _turned(box: tuple[float, float, float, float], turn: int) -> tuple[float, float, float, float]:
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
