"""The paper as a Word document: real styles, tables whose headings repeat, links to the notes.

The same paper gives the same bytes: the document is dated by its data.
"""

import zipfile
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from kkr_graph.model.cells import clean_text
from kkr_graph.overview.paper import Chapter, Grid, Line, Note, Paper, Told

_FONT = "Calibri"
_INK = RGBColor(0x1F, 0x3A, 0x4D)
_MUTED = RGBColor(0x55, 0x64, 0x70)
_PAGE = Cm(29.7), Cm(21.0)
_MARGIN = 1.8  # centimetres
_WIDTH = 29.7 - 2 * _MARGIN
_TABLE_STYLE = "Oversigt"
_OPENING = "1F3A4D"
_TINT = "F2F5F7"  # of what stands beside the cells to be filled in
# name, size in points, bold, colour, space before and after
_STYLES = (
    ("Title", 24, True, _INK, 0, 2),
    ("Subtitle", 12, False, _MUTED, 0, 10),
    ("Heading 1", 16, True, _INK, 20, 4),
    ("Heading 2", 12, True, _INK, 10, 2),
    ("Caption", 9, True, _INK, 10, 3),
    ("Header", 8.5, False, _MUTED, 0, 0),
    ("Footer", 8.5, False, _MUTED, 0, 0),
    ("List Number", 9, False, None, 0, 2),
)
_TABLE_STYLE_XML = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{_TABLE_STYLE}">
  <w:name w:val="{_TABLE_STYLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr>
  <w:rPr><w:sz w:val="19"/></w:rPr>
  <w:tblPr><w:tblBorders>
    <w:top w:val="single" w:sz="8" w:color="1F3A4D"/><w:bottom w:val="single" w:sz="8" w:color="1F3A4D"/>
    <w:insideH w:val="single" w:sz="4" w:color="C9D3DA"/><w:insideV w:val="single" w:sz="4" w:color="E3E9ED"/>
  </w:tblBorders><w:tblCellMar>
    <w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
    <w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr>
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="1F3A4D"/><w:vAlign w:val="center"/></w:tcPr>
  </w:tblStylePr>
</w:style>
"""


def to_docx(paper: Paper) -> bytes:
    """The document's bytes."""
    writing = _Writing(paper)
    writing.write()
    stream = BytesIO()
    writing.document.save(stream)
    return _undated(stream.getvalue())


def _undated(content: bytes) -> bytes:
    """The same archive without the time at which its parts were written."""
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(
                zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)),
                old.read(name),
                compress_type=zipfile.ZIP_DEFLATED,
            )
    return stream.getvalue()


class _Writing:
    """One document while it is written."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.document: WordDocument = Document()
        self.bookmarks = 0
        _style(self.document)
        _set_up_page(self.document, paper)
        _describe(self.document, paper)

    def write(self) -> None:
        paper = self.paper
        self.document.add_paragraph(clean_text(paper.title), style="Title")
        self.document.add_paragraph(clean_text(paper.subtitle), style="Subtitle")
        for text in paper.text:
            self.document.add_paragraph(clean_text(text))
        self._grid(paper.summary)
        for chapter in paper.chapters:
            self._chapter(chapter)
        self._chapter(paper.appendix)
        self._notes(paper.notes)

    def _chapter(self, chapter: Chapter) -> None:
        heading = self.document.add_heading(clean_text(chapter.heading), level=1)
        self._mark(heading, chapter.anchor)
        if chapter.text:
            text = self.document.add_paragraph(clean_text(chapter.text))
            text.paragraph_format.keep_with_next = bool(chapter.grids)
        if chapter.facts:
            facts = self.document.add_paragraph()
            facts.paragraph_format.keep_with_next = True
            for at, (word, told) in enumerate(chapter.facts):
                _run(facts, ("   " if at else "") + word + ": ", colour=_MUTED)
                _run(facts, told)
        for grid in chapter.grids:
            self._grid(grid)

    def _grid(self, grid: Grid) -> None:
        caption = self.document.add_paragraph(style="Caption")
        caption.paragraph_format.keep_with_next = True
        _run(caption, "Tabel ")
        _field(caption, "SEQ Tabel \\* ARABIC", str(self._next_table()))
        _run(caption, f". {grid.caption}")
        widths = _widths(grid)
        table = self.document.add_table(rows=1, cols=len(grid.headings), style=_TABLE_STYLE)
        table.autofit = False
        _describe_table(table, grid, widths)
        for cell, heading in zip(table.rows[0].cells, grid.headings, strict=True):
            _run(cell.paragraphs[0], heading.text)
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        _row_property(table.rows[0], "w:tblHeader")
        _row_property(table.rows[0], "w:cantSplit")
        for line, joins in zip(grid.lines, grid.joins, strict=True):
            row = self._line(table, line)
            for cell in row.cells if joins else ():
                _keep_with_next(cell)
        for row in table.rows:
            for cell, width in zip(row._tr.tc_lst, widths, strict=False):
                cell.width = width if len(row._tr.tc_lst) > 1 else Cm(_WIDTH)

    def _next_table(self) -> int:
        return len(self.document.tables) + 1

    def _line(self, table: Table, line: Line) -> _Row:
        row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # the library has no types here
        _row_property(row, "w:cantSplit")
        cells = [row.cells[0].merge(row.cells[-1])] if line.heads else row.cells
        for cell, told in zip(cells, line.cells, strict=True):
            self._told(cell, told)
            if line.opens:
                _rule_above(cell)
            if line.heads or (line.is_form and not told.is_blank):
                _tint(cell)
        return row

    def _told(self, cell: _Cell, told: Told) -> None:
        paragraph = cell.paragraphs[0]
        if told.link:
            _link(paragraph, told.link, told.text)
        elif told.text:
            _run(paragraph, told.text, italic=told.is_doubtful)
        small = paragraph
        if told.text and told.small:
            self._cite(paragraph, told.notes)
            small = cell.add_paragraph()
        if told.small:
            _run(small, told.small, size=8.5, colour=_MUTED, italic=told.is_doubtful)
        if not (told.text and told.small):
            self._cite(paragraph, told.notes)

    def _cite(self, paragraph: Paragraph, notes: Iterable[int]) -> None:
        for at, number in enumerate(notes):
            if at:
                _run(paragraph, ",", superscript=True)
            _link(paragraph, _note_mark(number), str(number), superscript=True)

    def _notes(self, notes: tuple[Note, ...]) -> None:
        if not notes:
            return
        self._mark(self.document.add_heading("Kilder", level=1), "kilder")
        for note in notes:
            paragraph = self.document.add_paragraph(style="Kilde")
            self._mark(paragraph, _note_mark(note.number))
            _run(paragraph, f"{note.number}.\t")
            _run(paragraph, note.where)
            if note.words:
                _run(paragraph, f": »{note.words}«", colour=_MUTED)

    def _mark(self, paragraph: Paragraph, name: str) -> None:
        """A bookmark around the paragraph, for links to it."""
        self.bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for each in (start, end):
            each.set(qn("w:id"), str(self.bookmarks))
        start.set(qn("w:name"), _mark_name(name))
        first = 1 if paragraph._p.pPr is not None else 0
        paragraph._p.insert(first, start)
        paragraph._p.append(end)


def _mark_name(anchor: str) -> str:
    """Word takes letters, digits and underscores, and forty of them."""
    plain = "".join(char if char.isalnum() else "_" for char in anchor)
    return plain if len(plain) <= 40 else f"{plain[:30]}_{sum(map(ord, plain))}"


def _note_mark(number: int) -> str:
    return f"kilde_{number}"


# --- the document as a whole ------------------------------------------------------------------


def _style(document: WordDocument) -> None:
    styles = document.styles
    normal = styles["Normal"]
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(4)
    source = styles.add_style("Kilde", WD_STYLE_TYPE.PARAGRAPH)
    source.base_style = normal
    source.font.size = Pt(9)
    source.paragraph_format.left_indent = Cm(0.9)
    source.paragraph_format.first_line_indent = Cm(-0.9)
    source.paragraph_format.tab_stops.add_tab_stop(Cm(0.9))
    for name, size, bold, colour, before, after in _STYLES:
        style = styles[name]
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
        style.font.color.rgb = colour
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
    for style in styles.element.iter(qn("w:rFonts")):
        style.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            style.set(qn(f"w:{script}"), _FONT)
    for spacing in list(styles["Subtitle"].element.rPr.iter(qn("w:spacing"))):
        spacing.getparent().remove(spacing)
    for border in list(styles.element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)  # the template underlines its titles
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "da-DK")
    styles.element.append(parse_xml(_TABLE_STYLE_XML))


def _set_up_page(document: WordDocument, paper: Paper) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin, section.bottom_margin = Cm(1.9), Cm(1.7)
    section.header_distance = section.footer_distance = Cm(0.8)
    section.different_first_page_header_footer = False
    header = section.header.paragraphs[0]
    _run(header, f"{paper.title} · {paper.subtitle}")
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _run(footer, "Side ")
    _field(footer, "PAGE", "1")
    _run(footer, " af ")
    _field(footer, "NUMPAGES", "1")


def _describe(document: WordDocument, paper: Paper) -> None:
    day = datetime(*paper.day)  # noqa: DTZ001 - a day has no zone
    properties = document.core_properties
    properties.title, properties.subject = clean_text(paper.title), clean_text(paper.subtitle)
    properties.author = properties.last_modified_by = "kkr-graph"
    properties.language, properties.comments, properties.keywords = "da-DK", "", ""
    properties.created = properties.modified = properties.last_printed = day
    properties.revision = 1


# --- pieces -----------------------------------------------------------------------------------


def _run(
    paragraph: Paragraph,
    text: str,
    *,
    size: float | None = None,
    colour: RGBColor | None = None,
    italic: bool = False,
    superscript: bool = False,
) -> Run:
    # Blanks at the ends join runs, and a tab is one; only what is between is cleaned.
    inner = clean_text(text)
    start, _, end = text.partition(text.strip()) if text.strip() else (text, "", "")
    run = paragraph.add_run(f"{start}{inner}{end}")
    if size:
        run.font.size = Pt(size)
    if colour:
        run.font.color.rgb = colour
    run.italic = italic or None
    run.font.superscript = superscript or None
    return run


def _link(paragraph: Paragraph, anchor: str, text: str, *, superscript: bool = False) -> None:
    """Words that lead to a bookmark of the same document."""
    run = _run(paragraph, text, colour=_INK, superscript=superscript)
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _mark_name(anchor))
    link.set(qn("w:history"), "1")
    run._r.getparent().replace(run._r, link)
    link.append(run._r)


def _field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Something that Word counts by itself, and what it shows until then."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = paragraph.add_run(shown)
    run._r.getparent().replace(run._r, field)
    field.append(run._r)


def _widths(grid: Grid) -> list[Cm]:
    whole = sum(heading.share for heading in grid.headings)
    return [Cm(round(_WIDTH * heading.share / whole, 2)) for heading in grid.headings]


def _describe_table(table: Table, grid: Grid, widths: list[Cm]) -> None:
    """The words for those who cannot see the table, and the widths of its columns."""
    properties = table._tbl.tblPr
    for tag, value in (("w:tblCaption", grid.caption), ("w:tblDescription", grid.description)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), clean_text(value))
        properties.append(element)
    look = properties.find(qn("w:tblLook"))
    for name, on in (("firstRow", "1"), ("firstColumn", "0"), ("noHBand", "1"), ("noVBand", "1")):
        look.set(qn(f"w:{name}"), on)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width


def _row_property(row: _Row, tag: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(tag))


def _keep_with_next(cell: _Cell) -> None:
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.keep_with_next = True


def _tint(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _TINT)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _rule_above(cell: _Cell) -> None:
    borders = OxmlElement("w:tcBorders")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "8"), ("color", _OPENING)):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    cell._tc.get_or_add_tcPr().append(borders)
