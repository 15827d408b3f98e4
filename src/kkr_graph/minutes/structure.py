"""The structure of minutes: what stands before the items, and each item with its sections."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kkr_graph.language.cases import CASE_NUMBER
from kkr_graph.minutes.doors import groups_by_doors, tells_doors, without_doors
from kkr_graph.minutes.headlines import find_headlines
from kkr_graph.minutes.numbering import Heading, find_headings, is_sentence
from kkr_graph.model.lexicon import Lexicon, SectionKind
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line, TextLayer

_CASE_LABEL = r"(?:sags?[\s-]?(?:nr|nummer|id)|journal\s?(?:nr|nummer)|j\.?\s?nr|acadre|sagsid|sag(?=:))\b[.:\s]*"
CASE_LINE = re.compile(
    rf"(?:(?:{_CASE_LABEL})?(?P<case>{CASE_NUMBER.pattern})|{_CASE_LABEL}(?P<labelled>(?:[A-ZÆØÅ]{{2,5}}-)?\d[\w./-]{{3,24}}))"
    r"[\s,]*(?P<initials>(?!åben|lukket)[a-zæøå]{2,8}(?:\s?/\s?[a-zæøå]{2,8})*)?"
    r"(?:\s+\(?(?:åben|lukket|åbent)(?: (?:sag|punkt))?\)?)?",
    re.IGNORECASE,
)
_BRACKETED_CASE = re.compile(
    rf"\s+[(\[](?:(?:{_CASE_LABEL}|sag\s)?(?P<case>{CASE_NUMBER.pattern})|(?:{_CASE_LABEL}|sag\s)(?P<labelled>(?:[A-ZÆØÅ]{{2,5}}-)?\d[\w./-]{{3,24}}))[)\]]",
    re.IGNORECASE,
)
_DECISION_HEADING = re.compile(
    r"(?:\S{1,40}(?: \S{1,40}){0,6}s )?beslutning(?:en)? (?:i|fra|truffet|for|af|den|på|vedr)\b.{0,90}[^.]"
    r"|\S{1,40}(?: \S{1,40}){0,6}s beslutning"
    r"|beslutning(?:er|en)? [A-ZÆØÅ].{2,80} (?:den|d\.) [\d. /-]{2,12}(?:[a-zæøå]+ \d{4})?",
    re.IGNORECASE,
)
# "EMU's bemærkninger", "Økonomiudvalgets udtalelse": what others said before the meeting
_OTHERS_REMARKS = re.compile(
    r"\S{1,40}(?: \S{1,40}){0,4}s (?:bemærkninger|kommentarer|udtalelse|vurdering|anbefaling(?:er)?)"
)
_DATE = r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\. [a-zæøå]+ \d{4})"
# "Kultur- og Fritidsudvalget, 03-04-2019, pkt. 44": the decision of that committee follows
_CAPITAL = r"[A-ZÆØÅ][\w&/-]*"
_DATED_BODY = re.compile(
    rf"(?=[^\d]{{0,80}}(?i:udvalg|råd|bestyrelse|nævn|kommission|forum|KKR)){_CAPITAL}(?: (?:(?:og|for|i|af) )?{_CAPITAL}){{0,6}},? (?:den |d\. )?{_DATE}"
    r"(?:,? (?:pkt|punkt|sag|sag nr)\.? ?\d{1,4})?:?"
)
_DATED_DECISION = re.compile(
    rf"Beslutning (?:i|fra|af|truffet (?:i|af)) {_CAPITAL}[^.]{{0,60}} (?:den|d\.) {_DATE}:?"
)
_INLINE_DECISION = re.compile(r"([^\n]{3,110}?):\s+(?=\S)")
_LETTERED = re.compile(r"[a-zæøå][.)] ")
_INLINE = re.compile(r"([^:.]{3,60}):\s+(?=\S)")
_OPEN_END = re.compile(
    r"(?:-|\s(?:og|eller|samt|af|i|på|til|for|med|fra|om|ved|mellem|under|over|den|det|de|en|et))$"
)
# "9.30 - 10.15", "kl. 9.30", "10 min.": when an item comes up, in a column of its own
_TIMES = re.compile(
    r"\s*(?:(?:kl\.? )?\d{1,2}[.:]\d{2}(?:\s*(?:[–-]|til)\s*\d{1,2}[.:]\d{2})?|\d{1,3} min\w*\.?)\s*"
)
_WHOSE = re.compile(r" (?:fra|af|ved) (?=[A-ZÆØÅ(])")
_OPINION_WORDS = 10
_BROKEN = 0.6  # of the width: a shorter line was not broken to fit
# what a field for the title may be called, as in "Emne: Ny legeplads"
_TITLE_LABEL = re.compile(
    r"(?:Emne|Titel|Overskrift|Sagstitel|Sagens titel):\s+(?=\S)", re.IGNORECASE
)
_TITLE_LINES = 4  # no title is longer


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch ``[start, end)`` of the reading, and the lines it stands on."""

    start: int
    end: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of an item."""

    kind: SectionKind
    heading: Line
    body: Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemBlock:
    """One agenda item as laid out. Lines that belong to no section stand in ``loose``."""

    number: str
    title: Stretch
    case: str | None
    initials: tuple[str, ...]
    case_line: Line | None
    sections: tuple[Section, ...]
    loose: Stretch
    lines: tuple[Line, ...]

    def body(self, kind: SectionKind) -> tuple[Section, ...]:
        """The sections of one kind."""
        return tuple(section for section in self.sections if section.kind == kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The lines before the first item, and the items."""

    front: tuple[Line, ...]
    items: tuple[ItemBlock, ...]
    numbered: bool = True  # False: the items are counted, since the document does not number them


def find_structure(layer: TextLayer, lexicon: Lexicon) -> Structure:
    """Divide a document into its front and its items."""
    finder = _Finder(layer, lexicon)
    headings = finder.headings()
    if not headings:
        return Structure(front=layer.lines, items=())
    begins = [finder.begin(heading) for heading in headings]
    ends = [*begins[1:], len(layer.lines)]
    return Structure(
        front=layer.lines[: begins[0]],
        items=tuple(finder.item(heading, end) for heading, end in zip(headings, ends, strict=True)),
        numbered=headings[0].style != "headline",
    )


class _Finder:
    """Finds sections and items in one layer."""

    def __init__(self, layer: TextLayer, lexicon: Lexicon) -> None:
        self.layer = layer
        self.lexicon = lexicon

    def headings(self) -> tuple[Heading, ...]:
        """Where the items begin: at their numbers, or else at titles above their sections."""
        numbered = find_headings(self.layer, self.is_item_part)
        if self._sectioned(numbered) > 1:
            return numbered
        titled = find_headlines(self.layer, self.lexicon, self._kind)
        return titled if self._sectioned(titled) > self._sectioned(numbered) else numbered or titled

    def _sectioned(self, headings: Sequence[Heading]) -> int:
        """How many of the items have sections: a list inside an item has them below its last."""
        ends = [*(heading.index for heading in headings), len(self.layer.lines)][1:]
        return sum(
            any(map(self.section, self.layer.lines[heading.index + 1 : end]))
            for heading, end in zip(headings, ends, strict=True)
        )

    def _is_bare_heading(self, line: Line) -> bool:
        """Whether a line among others of its paragraph is no more than "Beslutning"."""
        kind = self.lexicon.sections.get(fold(self.layer.read(line)))
        following = self.layer.reading.text[line.read_end : line.read_end + 2].strip()
        before = self.layer.reading.text[: line.read_start].rstrip()
        return (
            kind in (SectionKind.DECISION, SectionKind.RECOMMENDATION)
            and (following[:1].isupper() or not following[:1].isalpha())
            and _OPEN_END.search(before) is None
        )

    def _kind(self, line: Line) -> SectionKind | None:
        found = self.section(line)
        return None if found is None else found[0]

    def is_item_part(self, line: Line) -> bool:
        """Whether the line stands only inside an item."""
        is_note = self.is_case_line(line) or tells_doors(self.layer.read(line))
        return is_note or self.section(line) is not None

    def begin(self, heading: Heading) -> int:
        """The line with which an item begins: a case number, or a group's heading, above its own."""
        first = heading.index
        while first and (
            self._is_case_above(first)
            or groups_by_doors(self.layer.read(self.layer.lines[first - 1]))
        ):
            first -= 1
        return first

    def _is_case_above(self, first: int) -> bool:
        """Whether a case number stands right above a line, and apart from what is above it."""
        above, line = self.layer.lines[first - 1], self.layer.lines[first]
        apart = above.gap > line.gap or above.page_top
        return apart and line.gap <= self.layer.line_gap and self.is_case_line(above)

    def is_case_line(self, line: Line) -> bool:
        return CASE_LINE.fullmatch(self.layer.read(line)) is not None

    def section(self, line: Line) -> tuple[SectionKind, int] | None:
        """What a line heads, and how much of it (as read) is heading."""
        text = self.layer.read(line)
        if not text[:1].isupper():
            return None
        inline = _INLINE.match(text)
        if inline is not None:
            kind = self.lexicon.sections.get(fold(inline[1])) or self._opinion(inline[1])
            if kind is not None:
                return kind, inline.end()
        headed = _INLINE_DECISION.match(text)
        if headed is not None and _DECISION_HEADING.fullmatch(headed[1]):
            return SectionKind.DECISION, headed.end()
        if _DATED_DECISION.fullmatch(text) and not self._goes_on_small(line):
            return SectionKind.DECISION, len(text)
        if not self._opens_paragraph(line) and not self._is_bare_heading(line):
            return None
        if _DATED_BODY.fullmatch(text) and (text.endswith(":") or self._ends_paragraph(line)):
            return SectionKind.DECISION, len(text)
        kind = self._headed(text.rstrip(" :"))
        return None if kind is None or text.endswith(".") else (kind, len(text))

    def _headed(self, heading: str) -> SectionKind | None:
        """What stands below a heading that takes the whole line."""
        kind = self.lexicon.sections.get(fold(heading))
        if kind is None and _DECISION_HEADING.fullmatch(heading):
            return SectionKind.DECISION
        if kind is None and len(heading.split()) <= _OPINION_WORDS:
            kind = self._opinion(heading)
        if kind is None and _OTHERS_REMARKS.fullmatch(heading):
            return SectionKind.PRESENTATION
        return kind

    def _opinion(self, heading: str) -> SectionKind | None:
        """The opinion that a heading is, whoever has it: "Mindretalsudtalelse fra Enhedslisten"."""
        word = _WHOSE.split(heading, maxsplit=1)[0]
        kind = self.lexicon.sections.get(fold(word))
        return kind if kind is SectionKind.OPINION else None

    def _opens_paragraph(self, line: Line) -> bool:
        return line.read_start == 0 or self.layer.reading.text[line.read_start - 1] == "\n"

    def _ends_paragraph(self, line: Line) -> bool:
        """Whether the sentence of a line is not carried on by the next one."""
        return self.layer.reading.text[line.read_end : line.read_end + 1] in ("", "\n")

    def _goes_on_small(self, line: Line) -> bool:
        """Whether what follows a line goes on its sentence, with a small letter."""
        return self.layer.reading.text[line.read_end : line.read_end + 2].lstrip()[:1].islower()

    def item(self, heading: Heading, end: int) -> ItemBlock:
        """The item that begins at a heading and ends before the line with index ``end``."""
        lines = self.layer.lines[heading.index : end]
        titled = 2 if heading.title_above else self._title_lines(heading, lines)
        titled = heading.title_lines or titled
        title = self._title(heading, lines[:titled])
        case_line = self._case_line(heading, lines[titled:])
        match = None if case_line is None else CASE_LINE.fullmatch(self.layer.read(case_line))
        rest = [
            line
            for line in lines[titled:]
            if line is not case_line and not tells_doors(self.layer.read(line))
        ]
        sections, loose = self._sections(rest)
        title, bracketed = self._without_case(self._without_doors(title))
        row = self._row(heading, lines[0])
        if row is not None:
            title, sections = row[0], (*row[1], *sections)
        return ItemBlock(
            number=heading.label,
            title=title,
            case=bracketed if match is None else match["case"] or match["labelled"],
            initials=_initials(match),
            case_line=case_line,
            sections=sections,
            loose=loose,
            lines=lines,
        )

    def _title_lines(self, heading: Heading, lines: Sequence[Line]) -> int:
        """How many lines the heading takes: those before the first part, when they read as one."""
        first = 1 if heading.title_at is not None else 2
        if len(lines) <= first:
            return len(lines)
        limit = min(len(lines), _TITLE_LINES + 1)
        part = next((i for i in range(1, limit) if self.is_item_part(lines[i])), None)
        if (
            part is not None
            and part >= first
            and not (part > first and is_sentence(self.layer.read(lines[part - 1])))
            and not any(self._closes_title(lines[i - 1], lines[i]) for i in range(first, part))
        ):
            return part
        count = first
        while count < min(len(lines), _TITLE_LINES) and self._goes_on(
            lines[count - 1], lines[count]
        ):
            count += 1
        return count

    def _closes_title(self, line: Line, after: Line) -> bool:
        """Whether a title ends with a line: the next is a paragraph of its own, or it is prose."""
        text = self.layer.read(line)
        apart = after.gap > self.layer.line_gap or after.page_top
        return apart or text.endswith((".", ":")) or self._is_below(line, after)

    def _is_below(self, line: Line, after: Line) -> bool:
        """Whether prose begins below a title: a line too short to be broken, then a capital."""
        is_short = line.end - line.start < _BROKEN * self.layer.width
        is_open = _OPEN_END.search(self.layer.raw(line)) is not None
        following = self.layer.read(after)
        return is_short and not is_open and following[:1].isupper() and len(following.split()) > 3

    def _goes_on(self, line: Line, after: Line) -> bool:
        following = self.layer.read(after)
        if _LETTERED.match(following):
            return False
        broken = following[:1].islower() or _OPEN_END.search(self.layer.raw(line)) is not None
        return broken and not self._closes_title(line, after) and not self.is_item_part(after)

    def _title(self, heading: Heading, lines: Sequence[Line]) -> Stretch:
        first = lines[0]
        if heading.title_above:
            return Stretch(start=first.read_start, end=first.read_end, lines=(first,))
        if heading.title_at is not None:
            start = first.read_start + heading.title_at
        else:
            start = lines[1].read_start if len(lines) > 1 else first.read_start
        label = _TITLE_LABEL.match(self.layer.reading.text, start, lines[-1].read_end)
        start = start if label is None else label.end()
        end = start + len(self.layer.reading.text[start : lines[-1].read_end].rstrip(" :"))
        return Stretch(start=start, end=max(start + 1, end), lines=tuple(lines))

    def _case_line(self, heading: Heading, below: Sequence[Line]) -> Line | None:
        """The line with an item's case number: above its heading, or right below its title."""
        above = self.layer.lines[self.begin(heading) : heading.index]
        near = [line for line in below[:3] if not tells_doors(self.layer.read(line))][:2]
        return next(filter(self.is_case_line, (*above, *near)), None)

    def _without_doors(self, title: Stretch) -> Stretch:
        text = self.layer.reading.text[title.start : title.end]
        return replace(title, end=title.start + len(without_doors(text)))

    def _without_case(self, title: Stretch) -> tuple[Stretch, str | None]:
        """A title without the case number in brackets at its end: "Takster 2027 (sag 26/06120)"."""
        match = _BRACKETED_CASE.search(self.layer.reading.text, title.start, title.end)
        if match is None or match.end() != title.end or match.start() == title.start:
            return title, None
        return replace(title, end=match.start()), match["case"] or match["labelled"]

    def _row(self, heading: Heading, line: Line) -> tuple[Stretch, tuple[Section, ...]] | None:
        """Title and decision of an item that is a row of a table: number, title, decision.

        Where the last column says when the item comes up, the row has no decision.
        """
        if heading.title_at is None:
            return None
        start = line.read_start + heading.title_at
        tab = self.layer.reading.text.find("\t", start, line.read_end)
        if tab < 0:
            return None
        title = Stretch(start=start, end=tab, lines=(line,))
        if _TIMES.fullmatch(self.layer.reading.text, tab + 1, line.read_end):
            return title, ()
        body = Stretch(start=tab + 1, end=line.read_end, lines=(line,))
        return title, (Section(kind=SectionKind.DECISION, heading=line, body=body),)

    def _sections(self, lines: Sequence[Line]) -> tuple[tuple[Section, ...], Stretch]:
        """The sections among the lines of an item, and what stands before the first of them."""
        marks = [(i, found) for i, line in enumerate(lines) if (found := self.section(line))]
        first = marks[0][0] if marks else len(lines)
        loose = self._stretch(lines[:first])
        ends = [*(i for i, _ in marks), len(lines)][1:]
        sections = []
        for (i, (kind, length)), end in zip(marks, ends, strict=True):
            heading = lines[i]
            inline = heading.read_start + length
            body = lines[i:end] if inline < heading.read_end else lines[i + 1 : end]
            sections.append(
                Section(kind=kind, heading=heading, body=self._stretch(body, from_=inline))
            )
        return tuple(sections), loose

    def _stretch(self, lines: Sequence[Line], from_: int = 0) -> Stretch:
        if not lines:
            return Stretch(start=from_, end=from_, lines=())
        return Stretch(
            start=max(from_, lines[0].read_start), end=lines[-1].read_end, lines=tuple(lines)
        )


def _initials(match: re.Match[str] | None) -> tuple[str, ...]:
    if match is None or match["initials"] is None:
        return ()
    return tuple(part.strip() for part in match["initials"].split("/"))


def paragraphs(layer: TextLayer, stretch: Stretch) -> Iterator[tuple[int, int]]:
    """The ``[start, end)`` of each paragraph of a stretch of the reading."""
    start = stretch.start
    text = layer.reading.text
    while start < stretch.end:
        newline = text.find("\n", start, stretch.end)
        end = stretch.end if newline < 0 else newline
        if text[start:end].strip():
            yield start, end
        start = end + 1
