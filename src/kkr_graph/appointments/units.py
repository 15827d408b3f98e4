"""The pieces a list is made of: lines of text, and rows with cells.

A table of a document that has tables comes with its cells. On a printed page, or in plain text, a
row is a line with white space in it, and its cells stand below the headings they belong to.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise, takewhile
from typing import Protocol, TypeVar

from kkr_graph.language.names import ends_in_first_name
from kkr_graph.model.days import MONTHS
from kkr_graph.model.names import clean
from kkr_graph.model.text import DOTS, EMPHASIS, Cell, Line, Row, TextLayer

_OPEN_END = re.compile(
    r"(?:[-,–]|(?<!\w)(?:og|eller|samt|af|i|på|til|for|med|fra|om|ved|mellem|under|den|det|de|en|et|er|som))$"
)
_EMPHASIS = re.compile(EMPHASIS)
_DOTS = re.compile(DOTS)
_SENTENCE_END = (".", ":", "?", "!", ";")
_RULER = re.compile(r"[\s|+_=*.\-–—]{3,}")
# what parts columns of plain text: two blanks, but behind a bullet, a bar, or dots; "Bo Lund (A)*" has a note
_GAP = re.compile(
    rf"\s{{0,40}}(?:\||{DOTS})\s*|(?<![\s•·▪◦])(?<!\s\*)(?<!^\*)\s\s+(?::\s+)?|(?<![•*·▪◦])[^\S ](?::\s+)?",
    re.MULTILINE,
)
_LABEL_CELL = re.compile(r"(?<!\s):?\t")
_LABEL = re.compile(r"[^:,.]{2,50}:(?:\s|$)|[A-ZÆØÅ]:\s")
# "Bo Lund, Nyborg: Havnerådet", below another
_NAME_BEFORE = re.compile(r"[A-ZÆØÅ][\w.-]*(?: [A-ZÆØÅ][\w.-]*)+,[^:.]{2,40}: ")
# "Formanden for KKR er født medlem": a sentence of its own, whatever label stands above
_OF_SEATS = re.compile(
    r"(?:Formand|Næstformand|Borgmest|Medlem|Plads|Posten|Hvervet|KKR|Region|Rådet|Udvalget|Bestyrelsen|Kommunen|Forummet)[\w'’]*\b[^:]*"
    r"\b(?:er|har|udpeger|indstiller|vælger|deltager|sidder|udpeges|vælges|indstilles)\b"
)
# the line lists people: "Anna Holm (A)", "Anna Holm, A", "Anna Holm (Venstre)"
_PARTY = re.compile(
    r"\([A-ZÆØÅ]{1,3}\)|, [A-ZÆØÅ]{1,3}(?:,|$)|^[A-ZÆØÅ][\w.-]*(?: [A-ZÆØÅ][\w.-]*)+ \([A-ZÆØÅ][\w ]+\)"
)
# wherever the next line stands, it goes on with this one: "... (A), indtrådt i stedet for"
_CUT = re.compile(r", [^,]*\b(?:i stedet for|(?:afløser|stedfortræder|suppleant) for)$|\([^()]*$")
_OPEN_BRACKET = re.compile(r"\([^()]*$")
# "stedfortræder for Hans Peter", and the rest of the name below
_CUT_NAME = re.compile(
    r"\b(?:stedfortræder|suppleant|afløser) for [A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)?$"
)
# "indstillet af Dansk", and below it "Byggeri og udpeget af KKR"
_CUT_BY = re.compile(r"\b(?:udpeget|indstillet|valgt|beskikket) af [A-ZÆØÅ][\w-]*$")
_REST_OF_BY = re.compile(
    r"[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)*,? (?:og (?:er )?(?:udpeget|valgt|beskikket|indstillet)|efter indstilling)\b.*"
)
_SURNAME = re.compile(r"[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)?")
# "pr. 31. marts", and the year below
_CUT_DAY = re.compile(rf"\b\d{{1,2}}\. (?:{'|'.join(MONTHS)})$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WRAPPED = 0.75  # of a full line: a line that long may go on in the next
# what makes lines a paragraph that tells: "Fra byrådet sidder Anna Holm (A), der er formand"
_TELLS = re.compile(
    r"(?<!\w)(?:er|sidder|har|blev|bliver|består|udpegede|valgte|(?:ind|ud|til|fra)tr(?:åd|æd)t?e?r?|forventes)(?!\w)"
)
# what somebody is, line by line, also in small letters
_POST = re.compile(
    r"(?:bestyrelses)?(?:formand|næstformand|medlem|suppleant) (?:for|af|i) ", re.IGNORECASE
)
_OPEN_TERM = re.compile(r"(?:19|20)\d\d\s?[-–]$")  # "2022-"
_EMPTY = re.compile(r"\((?:afventer|ledig|ubesat|vakant|n\.?n\.?)\)", re.IGNORECASE)  # a seat
_WITH_NAME = 2  # lines: the name of a forum, and a sentence on its seats
# "stf. Bo Lund", below whose deputy he is
_DEPUTY = re.compile(r"(?:pers\. )?(?:stf|stedf|suppl)\.(?:: | (?=[A-ZÆØÅ]))")
_LISTED = re.compile(r"[-–—•*·▪◦]\s|\d{1,2}[.)]\s|[a-z]\)\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Text at ``[start, end)`` of the layer, as a person reads it."""

    start: int
    end: int
    text: str
    column: float = 0


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A line of text, or a row with its cells; ``table`` is None where no table is marked."""

    cells: tuple[Text, ...]
    table: int | None
    gap: int = 0  # blank lines above
    joined: str | None = None  # as the reading has a line of text
    reached: tuple[int, ...] = ()  # columns into which a cell of a row above was merged down

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.cells[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.cells[-1].end

    @cached_property
    def text(self) -> str:
        """All of it, with commas between cells."""
        return self.joined or ", ".join(cell.text for cell in self.cells)

    @cached_property
    def columns(self) -> Mapping[float, tuple[Text, ...]]:
        """The lines of each column."""
        found: dict[float, list[Text]] = {}
        for cell in self.cells:
            found.setdefault(cell.column, []).append(cell)
        return {column: tuple(lines) for column, lines in found.items()}


class Spaced(Protocol):
    """What may have blank lines above it."""

    @property
    def gap(self) -> int:
        """How many."""


Placed = TypeVar("Placed", bound=Spaced)


def set_apart(placed: Sequence[Placed], line_gap: int = 0) -> Iterator[Sequence[Placed]]:
    """What stands between blank lines, block by block; ``line_gap`` are those between all lines."""
    block: list[Placed] = []
    for each in placed:
        if block and each.gap > line_gap:
            yield block
            block = []
        block.append(each)
    if block:
        yield block


def rows_below(units: Sequence[Unit], at: int) -> Sequence[Unit]:
    """The rows of a table below the one at a place."""
    below = islice(units, at + 1, None)
    return tuple(takewhile(lambda unit: unit.table == units[at].table, below))


def find_units(layer: TextLayer, given_names: Container[str]) -> tuple[Unit, ...]:
    """The lines and rows of a document, in order; rulers and page furniture are left out."""
    ruled = [row for row in layer.rows if row.table is not None]
    inside = {cell.start for row in ruled for cell in row.cells}
    loose = [line for line in layer.lines if line.start not in inside]
    units = [_of_row(layer, row) for row in ruled]
    units.extend(_of_lines(layer, loose, _printed(layer), given_names))
    return tuple(sorted(units, key=lambda unit: unit.start))


def _printed(layer: TextLayer) -> Mapping[int, Row]:
    return {row.start: row for row in layer.rows if row.table is None}


def _of_row(layer: TextLayer, row: Row) -> Unit:
    cells = tuple(_of_cell(layer, cell) for cell in row.cells)
    return Unit(cells=cells, table=row.table, reached=row.reached)


def _of_cell(layer: TextLayer, cell: Cell) -> Text:
    text = _plain(layer.text[cell.start : cell.end])
    return Text(start=cell.start, end=cell.end, text=text, column=cell.column)


def _plain(text: str) -> str:
    """What is to be read in a text, without the marks of plain text around a word."""
    return clean(_EMPHASIS.sub(r"\g<word>", text))


def _of_lines(
    layer: TextLayer,
    lines: Sequence[Line],
    printed: Mapping[int, Row],
    given_names: Container[str],
) -> Iterator[Unit]:
    """Lines as units; what a line end broke is one."""
    open_: list[Line] = []
    written = [line for line in lines if not _RULER.fullmatch(layer.raw(line))]
    told = _within_paragraphs(layer, written, printed)
    for line in written:
        goes_on = line.start in told or (
            bool(open_) and _goes_on(layer, open_, line, printed, given_names)
        )
        if open_ and not goes_on:
            yield _unit(layer, open_, printed)
            open_ = []
        open_.append(line)
    if open_:
        yield _unit(layer, open_, printed)


def _within_paragraphs(
    layer: TextLayer, lines: Sequence[Line], printed: Mapping[int, Row]
) -> Container[int]:
    """Where the lines begin that go on with a paragraph of sentences, wherever it was broken."""
    return frozenset(
        line.start
        for block in set_apart(lines, layer.line_gap)
        if _is_paragraph(layer, block, printed)
        for line in block[1:]
    )


def _is_paragraph(layer: TextLayer, block: Sequence[Line], printed: Mapping[int, Row]) -> bool:
    """Whether lines are filled with sentences, so that none but the last had room for more."""
    texts = [layer.raw(line).strip() for line in block]
    full = _WRAPPED * max(map(len, texts))
    return (
        texts[-1].endswith((".", "!", "?"))
        and _TELLS.search(" ".join(texts)) is not None
        and all(
            len(above) + len(below.split(maxsplit=1)[0]) >= full for above, below in pairwise(texts)
        )
        and not any(_LISTED.match(text) for text in texts)
        and not any(_LABEL.match(text) for text in texts)
        and not (len(texts) == _WITH_NAME and _OF_SEATS.match(texts[-1]))
        and all(len(_cells(layer, line, printed)) == 1 for line in block)
    )


def _goes_on(
    layer: TextLayer,
    before: Sequence[Line],
    line: Line,
    printed: Mapping[int, Row],
    given_names: Container[str],
) -> bool:
    last = before[-1]
    text = layer.reading.text
    if _is_cut(layer, last, line, printed):
        return True
    if text[last.read_end : line.read_start] not in (" ", "") or line.gap > layer.line_gap:
        return False
    above, below = layer.read(last), layer.read(line)
    cells = _cells(layer, line, printed)
    broken = below[:1].isupper() and (
        ends_in_first_name(above, given_names) or _is_rest_of_name(above, below)
    )
    is_value = _is_below_value(layer, _cells(layer, last, printed), cells) and (
        broken or not _PARTY.search(below)
    )
    if len(cells) > 1 or (len(_cells(layer, last, printed)) > 1 and not is_value):
        return False
    if _LABEL.match(below) or _OF_SEATS.match(below) or _EMPTY.fullmatch(below):
        return False
    if _POST.match(below) and (_POST.match(above) or above.endswith((")", "):"))):
        return False
    if _POST.match(above) and _OPEN_TERM.search(above):
        return False
    if _is_broken_off(above, below) or broken:
        return True
    if _PARTY.search(below) or _NAME_BEFORE.match(below) or not above[-1].isalpha():
        return False
    is_full = len(layer.raw(last)) >= _WRAPPED * layer.width
    return is_full and ":" in "".join(map(layer.read, before)) and not above.endswith(_SENTENCE_END)


def _is_broken_off(above: str, below: str) -> bool:
    """Whether a line ends, or the next begins, in the middle of something."""
    if _CUT_DAY.search(above) and _YEAR.fullmatch(below):
        return True
    goes_on = below[:1] == "(" or (below[:1].islower() and not _DEPUTY.match(below))
    return goes_on or _OPEN_END.search(above) is not None


def _is_rest_of_name(above: str, below: str) -> bool:
    """Whether a line is no more than the end of the name that the one above ends in."""
    return _CUT_NAME.search(above) is not None and _SURNAME.fullmatch(below) is not None


def _is_cut(layer: TextLayer, last: Line, line: Line, printed: Mapping[int, Row]) -> bool:
    """Whether a line was cut in a bracket or before a name, whatever space stands below it."""
    above, below = layer.read(last), layer.read(line)
    closes = ")" in below.partition("(")[0] or "(" not in above[above.rfind(")") + 1 :]
    label, *value = _cells(layer, last, printed)
    below_it = _cells(layer, line, printed)
    is_below = (  # of rows, a cell in brackets is cut with those beside it
        len(value) == 1
        and value[0].column == below_it[0].column
        and not _OPEN_BRACKET.search(above)
    )
    is_one = not value or is_below or (len(value) == 1 and label.text.endswith(":"))
    is_by = _CUT_BY.search(above) is not None and _REST_OF_BY.fullmatch(below) is not None
    return (
        (is_by or _CUT.search(above) is not None)
        and closes
        and line.gap <= 1
        and is_one
        and len(below_it) == 1
    )


def _is_below_value(layer: TextLayer, above: Sequence[Text], below: Sequence[Text]) -> bool:
    """Whether a line stands below what is told beside a label, "Formål:    At følge", or further in behind a comma."""
    if len(above) != 2 or len(below) != 1 or not _is_label(layer, *above):
        return False
    further = above[1].text.endswith(",") and below[0].column > above[1].column
    return above[1].column == below[0].column or further


def _is_label(layer: TextLayer, label: Text, value: Text) -> bool:
    """Whether a colon or dots stand behind the first of two cells: "Formål: At følge", "Medlem .... Bo Lund"."""
    between = layer.text[label.end - 1 : value.start]
    return ":" in between or _DOTS.search(between) is not None


def _unit(layer: TextLayer, lines: Sequence[Line], printed: Mapping[int, Row]) -> Unit:
    first, last = lines[0], lines[-1]
    text = layer.reading.text[first.read_start : last.read_end]
    if len(lines) == 1:
        cells = _cells(layer, first, printed)
    else:
        text = _LABEL_CELL.sub(": ", text, count=1)  # what goes on below its value
        column = next((cell.column for cell in _cells(layer, first, printed)), 0)
        cells = (Text(start=first.start, end=last.end, text=text, column=column),)
    gap = first.gap if first.number > 1 else 0
    joined = clean(text.replace("\t", ", "))
    return Unit(cells=cells or _whole(first, joined), table=None, gap=gap, joined=joined)


def _whole(line: Line, text: str) -> tuple[Text, ...]:
    return (Text(start=line.start, end=line.end, text=text),)


def _cells(layer: TextLayer, line: Line, printed: Mapping[int, Row]) -> tuple[Text, ...]:
    """The pieces of a line that white space or dots set apart, and where each begins."""
    row = printed.get(line.start)
    if row is not None:
        return tuple(_of_cell(layer, cell) for cell in row.cells)
    begin = layer.text.rfind("\n", 0, line.start) + 1
    mark = next((each for each in "|\t" if each in layer.raw(line)), None)
    found: list[Text] = []
    for start, end in _pieces(layer.text, line.start, line.end):
        before = layer.text[begin:start]
        column = len(before) if mark is None else before.count(mark)
        found.append(Text(start=start, end=end, text=_plain(layer.text[start:end]), column=column))
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between gaps."""
    for gap in _GAP.finditer(text, start, end):
        if start < gap.start():
            yield start, gap.start()
        start = gap.end()
    if start < end:
        yield start, end
