"""Word documents (.docx): every text that a reader of the document sees, in reading order.

A paragraph is a line, with the number that Word counts before it; a row of a table is a line with
tabs between its cells. What was deleted under change tracking, moved away or hidden is left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind
from kkr_graph.sources.archive import find_related, read_part
from kkr_graph.sources.markup import attribute, child, children, is_on, local
from kkr_graph.sources.numbering import Numbering
from kkr_graph.sources.styles import Style, Styles, read_properties
from kkr_graph.sources.transcript import Entry, Transcript, row_lines, transcribe

_GONE = frozenset({"del", "moveFrom", "rt", "pPr", "rPr", "instrText", "delText", "sdtPr"})
_SYMBOLS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_PRIVATE = range(0xF000, 0xF100)  # where symbol fonts put their signs
_BLANK_ABOVE = 120  # twentieths of a point before a paragraph that read as a blank line
_PAGE = "\f"
_WIDEST = 63  # columns; Word makes no wider tables


def read_docx(parts: Mapping[str, bytes], main: str, name: str) -> Transcript:
    """The text of a Word document whose archive is unpacked."""
    document = _Document(parts, main, name)
    return transcribe(document.entries(), LineKind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the document before it has its place; ``spaced`` lines stand apart."""

    text: str
    spaced: bool = False
    in_row: bool = False  # of a table, with tabs between its cells
    reached: tuple[int, ...] = ()  # columns that go on with a cell of the row above


class _Document:
    """The parts of one document, and what has been counted in it so far."""

    def __init__(self, parts: Mapping[str, bytes], main: str, name: str) -> None:
        self._parts, self._name = parts, name
        root = read_part(parts, main, name)
        if root is None:
            raise SourceError(
                f"filen {name} er beskadiget: dens tekst mangler",
                "Åbn dokumentet i Word, og gem det igen som .docx.",
            )
        self._root = root
        self._related = find_related(parts, main, name)
        self._styles = Styles(self._part("styles"))
        self._numbering = Numbering(self._part("numbering"), self._styles)
        # Word notes where its pages began; without that only the breaks set by hand are known
        self._rendered = any(local(each) == "lastRenderedPageBreak" for each in root.iter())
        self._late = 0  # pages that began in the paragraph before
        self._paragraphs = self._tables = 0

    def _part(self, kind: str) -> Element | None:
        paths = (path for found, path in self._related.values() if found == kind)
        path = next(paths, None)
        return None if path is None else read_part(self._parts, path, self._name)

    # --- the document as a whole ---

    def entries(self) -> Iterator[Entry]:
        """Its header, its body, its notes."""
        for line in self._header():
            yield Entry(line.text, "sidehoved")
        yield from self._body(child(self._root, "body"))
        for kind, label in (("footnotes", "fodnote"), ("endnotes", "slutnote")):
            yield from self._notes(kind, label)

    def _header(self) -> Iterator[_Line]:
        """The header of the first page: some documents say only there whose minutes they are."""
        section = next((each for each in self._root.iter() if local(each) == "sectPr"), None)
        wanted = "first" if is_on(child(section, "titlePg")) else "default"
        for reference in children(section, "headerReference"):
            if attribute(reference, "type") == wanted:
                _, path = self._related.get(attribute(reference, "id") or "", ("", ""))
                yield from self._blocks(read_part(self._parts, path, self._name))

    def _notes(self, kind: str, label: str) -> Iterator[Entry]:
        shown = (each for each in self._part(kind) or () if attribute(each, "type") is None)
        for count, note in enumerate(shown, start=1):
            for line in self._blocks(note):
                yield Entry(line.text, f"{label} {count}")

    def _body(self, body: Element | None) -> Iterator[Entry]:
        for block in self._unwrapped(body):
            if local(block) == "tbl":
                self._tables += 1
                for row, line in self._rows(block):
                    row_of = (self._tables, row) if line.in_row else None
                    place = f"tabel {self._tables}, række {row}"
                    yield Entry(line.text, place, row_of, reached=line.reached)
            else:
                for line in self._paragraph(block):
                    self._paragraphs += bool(line.text.strip())
                    if line.spaced:
                        yield Entry("")
                    yield Entry(line.text, f"afsnit {self._paragraphs}" if line.text else "")

    def _unwrapped(self, container: Element | None) -> Iterator[Element]:
        """Paragraphs and tables, out of content controls, insertions and the like."""
        for element in _shown(container):
            if local(element) in ("p", "tbl"):
                yield element
            else:
                yield from self._unwrapped(element)

    def _blocks(self, container: Element | None) -> Iterator[_Line]:
        for block in self._unwrapped(container):
            if local(block) == "tbl":
                yield from (line for _, line in self._rows(block))
            else:
                yield from self._paragraph(block)

    # --- tables ---

    def _rows(self, table: Element) -> Iterator[tuple[int, _Line]]:
        for number, row in enumerate(_members(table, "tr"), start=1):
            if child(row, "trPr", "del") is not None:
                continue
            cells = list(self._cells(row))
            filled = [cell for cell in cells if any(line.text.strip() for line in cell)]
            if len(filled) == 1 and _written(filled[0]) > 1:  # a frame around text, not a row
                yield from ((number, line) for line in filled[0])
                continue
            texts = [
                [part for line in cell for part in line.text.split("\n") if part.strip()]
                for cell in cells
            ]
            reached = tuple(_reached(row))
            pages = _PAGE * sum(line.text.count(_PAGE) for cell in cells for line in cell)
            for text in row_lines(texts):
                yield number, _Line(pages + text, in_row=True, reached=reached)
                pages = ""

    def _cells(self, row: Element) -> Iterator[list[_Line]]:
        """The lines of each cell; a cell across several columns leaves the others empty."""
        for cell in _members(row, "tc"):
            yield list(self._blocks(cell))
            yield from ([] for _ in range(1, _width(cell)))

    # --- paragraphs ---

    def _paragraph(self, paragraph: Element) -> Iterator[_Line]:
        properties = child(paragraph, "pPr")
        name = attribute(child(properties, "pStyle")) or self._styles.default
        style = read_properties(properties, None, self._styles[name])
        asides: list[Element] = []
        text = "".join(self._text(paragraph, style, asides))
        deleted = child(properties, "rPr", "del") is not None and not text.strip()
        label = "" if deleted else self._label(style, name)
        if not deleted:
            pages, body = self._turn_pages(text)
            spaced = style.heading or style.space_before >= _BLANK_ABOVE
            written = f"{label} {body}" if label and body else body
            yield _Line(pages + written, spaced and bool(body))
        for aside in asides:
            yield from self._blocks(aside)

    def _turn_pages(self, text: str) -> tuple[str, str]:
        """The page breaks to make before a paragraph, and its text.

        A page that began in the middle of a paragraph is turned after it, so as not to split it.
        """
        body = text.lstrip()
        turned = self._late + text[: len(text) - len(body)].count(_PAGE)
        self._late = body.count(_PAGE) if self._rendered else 0
        body = body.replace(_PAGE, "") if self._rendered else body
        return _PAGE * turned, body.rstrip(" \n")

    def _label(self, style: Style, name: str | None) -> str:
        if style.list_id is None or style.list_id == "0":  # 0 takes a paragraph out of its list
            return ""
        return self._numbering.label(style.list_id, style.level, name)

    def _text(self, element: Element, style: Style, asides: list[Element]) -> Iterator[str]:
        """The characters of a paragraph; text boxes are put aside, to follow it."""
        for each in _shown(element):
            tag = local(each)
            if tag == "r" and self._is_hidden(each, style):
                continue
            if tag == "txbxContent":
                asides.append(each)
                continue
            written = self._sign(tag, each)
            if written is None:
                yield from self._text(each, style, asides)
            else:
                yield written

    def _sign(self, tag: str, element: Element) -> str | None:
        """What one element inside a run stands for; None where it holds others."""
        match tag:
            case "t":
                return (element.text or "").replace("\n", " ")
            case "br":
                by_hand = attribute(element, "type") == "page"
                return "\n" + _PAGE if by_hand and not self._rendered else "\n"
            case "lastRenderedPageBreak":
                return _PAGE
            case "sym":
                return _symbol(attribute(element, "char") or "")
            case _:
                return _SYMBOLS.get(tag)

    def _is_hidden(self, run: Element, style: Style) -> bool:
        properties = child(run, "rPr")
        if properties is None:
            return style.hidden
        named = attribute(child(properties, "rStyle"))
        hidden = style.hidden or (named is not None and self._styles[named].hidden)
        own = child(properties, "vanish")
        return hidden if own is None else is_on(own)


def _shown(container: Element | None) -> Iterator[Element]:
    """What is inside an element, without what was deleted, stands for nothing or is there twice."""
    for element in container if container is not None else ():
        tag = local(element)
        if tag == "AlternateContent":
            chosen = _chosen(element)
            if chosen is not None:
                yield chosen
        elif tag not in _GONE and child(element, "sdtPr", "showingPlcHdr") is None:
            yield element


def _members(element: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, out of content controls and the like; not those of a table inside."""
    for each in element:
        found = local(each)
        if found == tag:
            yield each
        elif found in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo"):
            yield from _members(each, tag)


def _chosen(alternatives: Element) -> Element | None:
    """One of several ways to write the same: the first, unless it is empty."""
    choices = [each for each in alternatives if local(each) in ("Choice", "Fallback")]
    holds = (each for each in choices if any(local(inner) == "t" for inner in each.iter()))
    return next(holds, choices[0] if choices else None)


def _width(cell: Element) -> int:
    """How many columns a cell takes."""
    across = attribute(child(cell, "tcPr", "gridSpan")) or ""
    return min(int(across), _WIDEST) if across.isdigit() else 1


def _reached(row: Element) -> Iterator[int]:
    """The columns of a row that go on with a cell of the row above."""
    column = 0
    for cell in _members(row, "tc"):
        merged = child(cell, "tcPr", "vMerge")
        width = _width(cell)
        if merged is not None and attribute(merged) in (None, "continue"):
            yield from range(column, column + width)
        column += width


def _written(lines: list[_Line]) -> int:
    """How many of the lines hold text."""
    return sum(bool(line.text.strip()) for line in lines)


def _symbol(code: str) -> str:
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return "•" if value in _PRIVATE else chr(value) if value < 0xD800 else ""
