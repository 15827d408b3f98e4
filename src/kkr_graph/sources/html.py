"""Web pages (.html): the main content as an agenda system shows it, without what surrounds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from kkr_graph.model.text import LineKind
from kkr_graph.sources.numbering import write_number
from kkr_graph.sources.plain import decode
from kkr_graph.sources.transcript import Entry, Transcript, row_lines, transcribe

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
})  # fmt: skip
_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "head", "nav", "svg", "math", "select",
    "textarea", "iframe", "object", "dialog", "canvas", "audio", "video",
})  # fmt: skip
_FRAME = frozenset({"header", "footer"})  # of the page; those of an article belong to it
_CONTENT = frozenset({"main", "article", "section"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "dialog"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TITLES = _HEADINGS | frozenset({"dt", "legend", "summary"})  # whose button unfolds what is below
_TARGETS = ("data-bs-target", "data-target", "href")
_BLOCKS = _HEADINGS | frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup",
    "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_CLOSES = {  # a new one of these ends an open one of those, up to a list or table around both
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
}
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
# what leads about a site, by the names that its makers give it
_CRUMBS = frozenset({"breadcrumb", "breadcrumbs", "crumb", "crumbs"})
_WAYS = _CRUMBS | frozenset({
    "cookie", "cookiebar", "cookiebanner", "cookies", "menu", "mainmenu", "topmenu", "nav", "navbar",
    "navigation", "topbar", "skiplink", "skiplinks", "toolbar",
})  # fmt: skip
_STATES = frozenset({"has", "is", "no", "with", "show", "hide", "open"})  # "has-menu": of the page
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page says how it is encoded
_DASH = "- "
_WIDEST = 100  # columns; a cell may say that it goes across any number
_WHITE = re.compile(r"[ \t\n\r\f]+")


def read_html(content: bytes, name: str) -> Transcript:
    """The text of a web page."""
    page = _Page()
    page.feed(_decoded(content, name))
    page.close()
    return transcribe(page.entries(), LineKind.PARAGRAPH)


def _decoded(content: bytes, name: str) -> str:
    declared = _CHARSET.search(content[:_HEAD])
    if declared is not None and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # pages are often declared as something else than they are
    return decode(content, name)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is done; ``row`` says of which row of which table it is, if of any."""

    text: str
    row: tuple[int, int] | None = None
    reached: tuple[int, ...] = ()


_BLANK = _Line("")


@dataclass(slots=True)
class _Cell:
    """A cell of a table, or the page itself: its finished lines, and the one being written."""

    lines: list[_Line] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    label: str = ""  # what stands before the next text: a number or a dash of a list
    across: int = 1  # columns
    down: int = 1  # rows

    @property
    def is_filled(self) -> bool:
        """Whether a text stands in it."""
        return any(line.text for line in self.lines)


@dataclass(slots=True)
class _List:
    """A list and how far it has been counted; bullets have no form."""

    form: str | None
    value: int


@dataclass(slots=True)
class _Table:
    """A table by its number, how many rows it has so far, and which cells reach further down."""

    number: int
    rows: int = 0
    reaching: dict[int, int] = field(default_factory=dict)  # column -> rows left
    reached: tuple[int, ...] = ()  # columns of the next row into which others reach

    def place(self, row: list[_Cell], cell: _Cell) -> None:
        """Put a cell into a row, to the right of what reaches down into it."""
        while self.reaching.get(len(row), 0) > 0:
            row.append(_Cell())
        first = len(row)
        row.extend((cell, *(_Cell() for _ in range(1, cell.across))))
        self.reaching |= dict.fromkeys(range(first, len(row)), cell.down)

    def end_row(self) -> tuple[int, int]:
        """The row that ends, by the numbers of the table and of the row."""
        self.rows += 1
        self.reaching = {column: left - 1 for column, left in self.reaching.items() if left > 1}
        self.reached = tuple(sorted(self.reaching))
        return self.number, self.rows


@dataclass(slots=True)
class _Aside:
    """What stands beside the text of an article: where it begins, and how much of it leads elsewhere."""

    cell: _Cell
    begins: tuple[int, int]  # in the lines of the cell, and in those of the main content
    written: int = 0  # characters
    linked: int = 0  # of them, in links

    @property
    def leads_elsewhere(self) -> bool:
        """Whether it is a menu, and no box of facts."""
        return 2 * self.linked >= self.written


@dataclass(slots=True)
class _Element:
    tag: str
    unseen: bool
    content: bool  # in an article or the like
    main: bool  # in what the page calls its main content
    cell: _Cell | None = None
    row: list[_Cell] | None = None
    table: _Table | None = None
    items: _List | None = None
    aside: _Aside | None = None


class _Page(HTMLParser):
    """Follows the elements of a page, and writes down what is seen of it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[_Element] = []
        self._all = _Cell()  # what is seen of the page
        self._main: list[_Line] = []  # of that, what stands in the main content
        self._unfolded: set[str] = set()  # what a title shows when it is pressed
        self._tables = 0
        self._cells: list[_Cell] = [self._all]

    def entries(self) -> Iterator[Entry]:
        """The lines of the main content where the page marks one, or else all that is seen."""
        self._end_line()
        while self._open:
            self._leave(self._open.pop())
        lines = self._main if any(line.text for line in self._main) else self._all.lines
        count = 0
        for line in lines:
            count += bool(line.text)
            yield Entry(
                line.text,
                f"afsnit {count}" if line.text else "",
                line.row,
                reached=line.reached,
            )

    # --- what the parser calls ---

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self._close_implied(tag)
        if tag in _BLOCKS or tag == "br":
            self._end_line(is_break=tag == "br")
        if tag in _VOID:
            return
        element = self._element(tag, dict(attrs))
        self._open.append(element)
        if not element.unseen:
            self._enter(element, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that is closed at once; HTML takes the slash for a slip of the pen."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and with it whatever was left open inside."""
        if not any(element.tag == tag for element in self._open):
            return
        while self._open:
            element = self._open.pop()
            self._leave(element)
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Characters; entities are resolved already."""
        if self._open and self._open[-1].unseen:
            return
        self._weigh(len(data.strip()))
        if any(element.tag == "pre" for element in self._open):
            first, *rest = data.split("\n")
            self._cells[-1].open.append(first)
            for line in rest:
                self._end_line(is_break=True)
                self._cells[-1].open.append(line)
        else:
            self._cells[-1].open.append(data)

    # --- elements ---

    def _element(self, tag: str, attributes: dict[str, str | None]) -> _Element:
        around = self._open[-1] if self._open else None
        content = around is not None and around.content
        role = (attributes.get("role") or "").casefold()
        unseen = (
            (around is not None and around.unseen)
            or tag in _UNSEEN
            or (tag == "button" and not self._is_title(attributes, content=content))
            or ((tag in _FRAME or _stands_beside(tag, attributes)) and not content)
            or role in _ROLES
            or _leads_about(tag, attributes, _CRUMBS if content else _WAYS)
            or (_is_hidden(attributes) and attributes.get("id") not in self._unfolded)
        )
        main = tag == "main" or role == "main"
        return _Element(
            tag,
            unseen,
            content=content or main or tag in _CONTENT,
            main=main or (around is not None and around.main),
        )

    def _is_title(self, attributes: dict[str, str | None], *, content: bool) -> bool:
        """Whether a button bears the title of what it unfolds, as in an accordion."""
        inside = any(element.tag in _TITLES for element in self._open)
        return inside or (content and "aria-controls" in attributes)

    def _enter(self, element: _Element, attributes: dict[str, str | None]) -> None:
        tag, cell = element.tag, self._cells[-1]
        if element.content or self._is_title(attributes, content=False):
            self._unfolded.update(_controlled(attributes))
        if _stands_beside(tag, attributes):
            element.aside = _Aside(cell, (len(cell.lines), len(self._main)))
        if tag in _HEADINGS and cell.lines and cell.lines[-1].text:
            self._write([_BLANK], element)
        elif tag == "table":
            self._tables += 1
            element.table = _Table(self._tables)
        elif tag in ("ul", "menu"):
            element.items = _List(None, 1)
        elif tag == "ol":
            form = _FORMS.get(attributes.get("type") or "", "decimal")
            bare = _UNNUMBERED.search(attributes.get("style") or "") is not None
            element.items = _List(None if bare else form, _whole(attributes.get("start"), 1))
        elif tag == "li":
            cell.label = self._next_label(attributes)
        elif tag == "tr":
            element.row = []
        elif tag in ("td", "th"):
            across, down = (_whole(attributes.get(name), 1) for name in ("colspan", "rowspan"))
            element.cell = _Cell(across=min(across, _WIDEST), down=down)
            self._cells.append(element.cell)

    def _next_label(self, attributes: dict[str, str | None]) -> str:
        around = next((each.items for each in reversed(self._open) if each.items), None)
        if around is None or around.form is None:
            return _DASH
        value = _whole(attributes.get("value"), around.value)
        around.value = value + 1
        return f"{write_number(value, around.form)}. "

    def _leave(self, element: _Element) -> None:
        if element.unseen:
            return
        if element.tag in _BLOCKS:
            self._end_line(element)
        if element.aside is not None and element.aside.leads_elsewhere:
            self._forget(element.aside)
        if element.cell is not None:
            self._cells.pop()
            row = next((each.row for each in reversed(self._open) if each.row is not None), None)
            if row is None:
                self._write(element.cell.lines, element)
            else:
                (self._table() or _Table(0)).place(row, element.cell)
        if element.row is not None:
            self._write(self._row_lines(element.row), element)

    def _weigh(self, characters: int) -> None:
        """Count characters for the asides they stand in."""
        linked = any(element.tag == "a" for element in self._open)
        for aside in filter(None, (element.aside for element in self._open)):
            aside.written += characters
            aside.linked += characters * linked

    def _forget(self, aside: _Aside) -> None:
        """Take back what was written since an aside began."""
        of_cell, of_main = aside.begins
        del aside.cell.lines[of_cell:], self._main[of_main:]

    def _table(self) -> _Table | None:
        return next((each.table for each in reversed(self._open) if each.table is not None), None)

    def _row_lines(self, row: list[_Cell]) -> list[_Line]:
        table = self._table()
        reached = () if table is None else table.reached
        number = None if table is None else table.end_row()
        filled = [cell for cell in row if cell.is_filled]
        if len(filled) == 1 and len(filled[0].lines) > 1:  # a frame around text
            return filled[0].lines
        cells = [[line.text for line in cell.lines if line.text] for cell in row]
        return [_Line(line, number, reached) for line in row_lines(cells)]

    def _close_implied(self, tag: str) -> None:
        """End the elements that a new one ends without a word."""
        if tag in _BLOCKS and self._open and self._open[-1].tag in ("p", "head"):
            self._leave(self._open.pop())
        if tag not in _CLOSES:
            return
        ended, limits = _CLOSES[tag]
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at].tag in limits:
                return
            if self._open[at].tag in ended:
                while len(self._open) > at:
                    self._leave(self._open.pop())
                return

    # --- lines ---

    def _end_line(self, element: _Element | None = None, *, is_break: bool = False) -> None:
        """End the line that is being written in an element, the innermost unless one is given."""
        cell = self._cells[-1]
        element = element or (self._open[-1] if self._open else None)
        text = _WHITE.sub(" ", "".join(cell.open)).strip()
        cell.open.clear()
        if text:
            own = cell.label != _DASH and text.startswith(cell.label.strip())
            line = text if own else cell.label + text
            cell.label = ""
            self._write([_Line(line)], element)
        elif is_break and cell.lines and cell.lines[-1].text:
            self._write([_BLANK], element)

    def _write(self, lines: list[_Line], element: _Element | None) -> None:
        """Lines that are done: into the cell around them, or onto the page."""
        cell = self._cells[-1]
        cell.lines.extend(lines)
        if cell is self._all and element is not None and element.main:
            self._main.extend(lines)


def _controlled(attributes: dict[str, str | None]) -> Iterator[str]:
    """The identifiers of what an element shows or hides."""
    yield from (attributes.get("aria-controls") or "").split()
    for name in _TARGETS:
        target = attributes.get(name) or ""
        if target.startswith("#"):
            yield target[1:]


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return (
        ("hidden" in attributes and attributes["hidden"] != "until-found")
        or (attributes.get("aria-hidden") or "").casefold() == "true"
        or _HIDDEN.search(attributes.get("style") or "") is not None
    )


def _stands_beside(tag: str, attributes: dict[str, str | None]) -> bool:
    return tag == "aside" or (attributes.get("role") or "").casefold() == "complementary"


def _leads_about(tag: str, attributes: dict[str, str | None], ways: frozenset[str]) -> bool:
    """Whether an element is named a menu, or the way to a page: class="site-breadcrumbs"."""
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".casefold().split()
    parts = [name.split("-") for name in names if tag not in ("html", "body", "main")]
    return any(part[-1] in ways and part[0] not in _STATES for part in parts)


def _whole(value: str | None, default: int) -> int:
    try:
        return int(value or "")
    except ValueError:
        return default
