"""The same document in other formats, made as office programs make them: a PDF printed on pages
with header, footer and split words; a Word document with real headings and automatic numbers; a web
page with the chrome of an agenda system around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from itertools import zip_longest

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from kkr_graph.model.extract import Extract
from kkr_graph.model.text import TextLayer

FONT, SIZE, LEADING = "Helvetica", 11, 14
MARGIN, TAB = 70, 60
LIST = re.compile(r"(?:afbud|fraværende|deltagere)\b|\d", re.IGNORECASE)
CASE = re.compile(r"SAG-\d")
NUMBERED = re.compile(r"(?P<number>\d+(?:\.\d+)*)\. (?P<title>\S.*)", re.DOTALL)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or a row, and whether space stands above it."""

    text: str
    spaced: bool
    heading: bool


def paragraphs(layer: TextLayer, extract: Extract) -> Iterator[Paragraph]:
    """What a text consists of when its lines are joined, with the headings of its items marked.

    Above the first item stand lists, where a line may be an entry without a sign of it.
    """
    headings = {item.passage.start for item in extract.items}
    entries = {row.passage.start for row in extract.attendance}
    front, text, start, first = min(headings, default=0), layer.reading.text, 0, layer.lines[0]
    for line, after in zip_longest(layer.lines, layer.lines[1:]):
        if after is not None and text[line.read_end : after.read_start] != "\n":
            begins = after.start in entries or LIST.match(layer.read(after)) is not None
            goes_on = line.read_end == after.read_start or layer.read(line).split()[-1].islower()
            is_case = CASE.match(layer.read(after)) is not None  # stands alone below a title
            if not is_case and (after.start >= front or goes_on or not begins):
                continue
        written = text[start : line.read_end]
        yield Paragraph(written, first.gap > layer.line_gap, first.start in headings)
        if after is not None:
            start, first = after.read_start, after


# --- PDF ------------------------------------------------------------------------------------


def as_pdf(content: Sequence[Paragraph], header: str) -> bytes:
    lines = list(_printed(content))
    per_page = int((A4[1] - 2 * MARGIN) / LEADING) - 4
    pages = [lines[i : i + per_page] for i in range(0, len(lines), per_page)]
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for number, page in enumerate(pages, start=1):
        canvas.setFont(FONT, SIZE)
        canvas.drawString(MARGIN, A4[1] - MARGIN / 2, header)
        canvas.drawRightString(A4[0] - MARGIN, MARGIN / 2, f"Side {number} af {len(pages)}")
        for i, line in enumerate(page):
            x = MARGIN
            for cell in line.split("\t"):
                canvas.drawString(x, A4[1] - MARGIN - i * LEADING, cell)
                x += TAB * (1 + int(stringWidth(cell, FONT, SIZE) // (TAB - SIZE)))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _printed(content: Sequence[Paragraph]) -> Iterator[str]:
    for paragraph in content:
        if paragraph.spaced:
            yield ""
        yield from [paragraph.text] if "\t" in paragraph.text else _wrapped(paragraph.text)


def _wrapped(text: str) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if _fits(longer):
            line = longer
            continue
        split = next((i for i in range(len(word) - 3, 2, -1) if _splits(line, word, i)), None)
        if split is None:
            yield line
            line = word
        else:
            yield f"{line} {word[:split]}-"
            line = word[split:]
    yield line


def _fits(text: str) -> bool:
    width: float = stringWidth(text, FONT, SIZE)
    return width <= float(A4[0]) - 2 * MARGIN


def _splits(line: str, word: str, at: int) -> bool:
    """Whether a word may be split here: before a consonant and a vowel, as in Danish."""
    if not (word.isalpha() and word.islower()):
        return False
    before, after = word[at - 1], word[at : at + 2]
    vowels = "aeiouyæøå"
    return (
        before in vowels
        and after[0] not in vowels
        and after[1] in vowels
        and _fits(f"{line} {word[:at]}-")
    )


# --- Word -----------------------------------------------------------------------------------


def as_docx(content: Sequence[Paragraph], header: str) -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = "Side 1 af 3"
    numbers = _Numbers(document)
    table = None
    for paragraph in content:
        if "\t" in paragraph.text:
            cells = paragraph.text.split("\t")
            if table is None or len(table.columns) != len(cells):
                table = document.add_table(rows=0, cols=len(cells))
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
            continue
        table = None
        numbered = NUMBERED.fullmatch(paragraph.text) if paragraph.heading else None
        if paragraph.spaced and numbered is None:
            document.add_paragraph()
        if numbered is None:
            document.add_paragraph(paragraph.text)
        else:
            level = numbered["number"].count(".")
            heading = document.add_heading(numbered["title"], level + 1)
            numbers.number(heading, [int(part) for part in numbered["number"].split(".")])
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


class _Numbers:
    """The automatic numbers of a document; a number out of turn starts the list anew."""

    LIST = 77

    def __init__(self, document) -> None:
        self._root = document.part.numbering_part.element
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:lvlText w:val="{"".join(f"%{n + 1}." for n in range(i + 1))}"/></w:lvl>'
            for i in range(4)
        )
        self._root.insert(
            0,
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{self.LIST}">'
                f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            ),
        )
        self._at: list[int] = []
        self._list = self._begin([])

    def _begin(self, starts: Sequence[int]) -> int:
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{i}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for i, start in enumerate(starts)
        )
        number = 100 + len(self._root)
        self._root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{self.LIST}"/>{overrides}</w:num>'
            )
        )
        return number

    def number(self, paragraph, wanted: list[int]) -> None:
        at, depth = self._at, len(wanted)
        following = [*at[: depth - 1], at[depth - 1] + 1] if len(at) >= depth else [*at, 1]
        if following != wanted:
            self._list = self._begin(wanted)
        self._at = wanted
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth - 1}"/>'
                f'<w:numId w:val="{self._list}"/></w:numPr>'
            )
        )
        assert properties.find(qn("w:numPr")) is not None


# --- web ------------------------------------------------------------------------------------

CHROME = """<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><title>Dagsordener</title>
<style>p { margin: 0 }</style><script>var punkt = "1. Forside";</script></head><body>
<header><a href="/">Kommune</a><nav><ul><li>1. Forside<li>2. Udvalg</ul></nav></header>
<aside><h2>Deltagere</h2><p>Hans Hansen (A) Ribe Kommune</p></aside>
<main><div hidden>Afbud: Grethe Jensen (V)</div>
%s
</main><footer><p>Kontakt: Per Person (V)</p></footer></body></html>
"""


def as_html(content: Sequence[Paragraph]) -> bytes:
    return (CHROME % "\n".join(map(_element, content))).encode()


def _element(paragraph: Paragraph) -> str:
    if "\t" in paragraph.text:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in paragraph.text.split("\t"))
        return f"<table><tr>{cells}</tr></table>"
    tag = "h2" if paragraph.heading else "p"
    space = "<br>" if paragraph.spaced else ""
    return f"{space}<{tag}>{escape(paragraph.text)}</{tag}>"
