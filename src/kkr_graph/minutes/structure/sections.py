"""The sections of an item: what a line heads, and what stands below it."""

import re
from collections.abc import Sequence
from itertools import takewhile

from kkr_graph.language.body_nouns import THEMES
from kkr_graph.minutes.structure.blocks import Section, Stretch
from kkr_graph.minutes.structure.case_numbers import is_of_paper, match_case_line
from kkr_graph.minutes.structure.doors import tells_doors
from kkr_graph.model.lexicon import Lexicon, SectionKind
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line, TextLayer

_DECISION_HEADING = re.compile(
    r"(?:\S{1,40}(?: \S{1,40}){0,6}s )?beslutning(?:en)? (?:i|fra|truffet|for|af|den|på|vedr)\b.{0,90}[^.]"
    r"|\S{1,40}(?: \S{1,40}){0,6}s beslutning"
    r"|beslutning(?:er|en)? [A-ZÆØÅ].{2,80} (?:den|d\.) [\d. /-]{2,12}(?:[a-zæøå]+ \d{4})?",
    re.IGNORECASE,
)
# "Indstilling fra formandskabet", "Formandskabets indstilling"
_RECOMMENDATION_HEADING = re.compile(
    r"(?:indstilling|anbefaling)(?:er|en)? (?:fra|ved) (?:[\w/-]+ ?){1,5}|[\w/-]{4,40}s (?:indstilling|beslutningsforslag|forslag til beslutning)(?:er)?",
    re.IGNORECASE,
)
# "EMU's bemærkninger", "Økonomiudvalgets udtalelse": what others said before the meeting
_OTHERS_REMARKS = re.compile(
    r"\S{1,40}(?: \S{1,40}){0,4}s (?:bemærkninger|kommentarer|udtalelse|vurdering|anbefaling(?:er)?)"
)
_DATE = r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\. [a-zæøå]+ \d{4})"
_ON_DAY = rf"(?:den |d\. )?{_DATE}"
_BODY = "udvalg|råd|bestyrelse|nævn|kommission|forum"
_CAPITAL = r"[A-ZÆØÅ][\w&/-]*"
_IN_CAPITALS = rf"{_CAPITAL}(?: (?:(?:og|for|i|af) )?{_CAPITAL}){{0,6}}"
# "Kultur- og Fritidsudvalget, 03-04-2019, pkt. 44": the decision of that committee follows
_DATED_BODY = re.compile(
    rf"(?=[^\d]{{0,80}}(?i:{_BODY}|KKR))(?:{THEMES}|{_IN_CAPITALS}),? {_ON_DAY}"
    r"(?:,? (?:pkt|punkt|sag|sag nr)\.? ?\d{1,4})?:?"
)
# the same by its meeting: "Havneudvalgets møde den 12. december 2025:"
_AT_MEETING = re.compile(
    rf"(?:[A-ZÆØÅ][\w&/, -]{{2,70}}(?:{_BODY})(?:et|en)?|(?:Byråd|Regionsråd|Kommunalbestyrelse)(?:et|n))s møde {_ON_DAY}:"
)
_DATED_DECISION = re.compile(
    rf"Beslutning (?:i|fra|af|truffet (?:i|af)) {_CAPITAL}[^.]{{0,60}} (?:den|d\.) {_DATE}:?"
)
_INLINE_DECISION = re.compile(r"([^\n]{3,110}?):\s+(?=\S)")
_INLINE = re.compile(r"([^:.]{3,60}):\s+(?=\S)")
# "Beslutning – Godkendt", "Konklusion. Godkendt": a label that no colon follows; "Vedtaget." is none
_DASHED = re.compile(r"(\w{3,20}(?:ning|sion|else))(?:\s[–-]|\.)\s(?=[A-ZÆØÅ])")
# "Drøftelse/konklusion", "Behandling og afgørelse": two labels over one section
_PAIRED = re.compile(r"(?P<first>[^/,]{3,30})(?:\s?/\s?| og )(?P<second>[^/,]{3,30})")
_NAMES = re.compile(r"[A-ZÆØÅ][\w.-]*(?:,? [A-ZÆØÅ][\w.-]*){1,5}")
# in a table with a row for each section of an item: "Beslutning | Godkendt"
_IN_CELL = re.compile(r"(?P<label>[^:\t]{3,110}):?\t(?!\d+$)(?P<text>[^\t]+)")
OPEN_END = re.compile(
    r"(?:-|\s(?:og|eller|samt|af|i|på|til|for|med|fra|om|ved|mellem|under|over|den|det|de|en|et))$"
)
# what a button beside a heading is called, before the heading
_FOLDS = re.compile(r"[Ff]old (?:dette )?punkt(?:et)? (?:ind|ud) (?=[A-ZÆØÅ])")
_WHOSE = re.compile(r" (?:fra|af|ved) (?=[A-ZÆØÅ(])")
_OPINION_WORDS = 10


class SectionReader:
    """Finds the sections of items in one layer."""

    def __init__(self, layer: TextLayer, lexicon: Lexicon) -> None:
        self.layer = layer
        self.lexicon = lexicon
        cells = (_IN_CELL.fullmatch(layer.read(line)) for line in layer.lines)
        self.in_cells = any(
            self.labelled(cell["label"]) is SectionKind.DECISION for cell in cells if cell
        )  # whether labels stand in a cell of their own, beside what they are for

        self.cells = {
            cell.start: (row.table, cell.column)
            for row in layer.rows
            if self.in_cells and row.table is not None
            for cell in row.cells
        }  # where labels have their own: of which table the cell is, and of which column

    def is_item_part(self, line: Line) -> bool:
        """Whether the line stands only inside an item."""
        is_note = self.is_case_line(line) or tells_doors(self.layer.read(line))
        return is_note or self.heading(line) is not None

    def proves_item(self, line: Line) -> bool:
        """Whether the line is proof of an item above it: below attachments papers have numbers."""
        return self.is_item_part(line) and not is_of_paper(self.layer.read(line))

    def heads_papers(self, line: Line) -> bool:
        """Whether a line is the heading over what is attached to an item."""
        return self.kind(line) is SectionKind.ATTACHMENTS

    def kind(self, line: Line) -> SectionKind | None:
        """What a line heads, if anything."""
        found = self.heading(line)
        return None if found is None else found[0]

    def is_case_line(self, line: Line) -> bool:
        """Whether the line is no more than a case number."""
        return match_case_line(self.layer.read(line)) is not None

    def heading(self, line: Line) -> tuple[SectionKind, int] | None:
        """What a line heads, and how much of it (as read) is heading."""
        text = self.layer.read(line)
        if self.cells.get(line.start, (None, 0))[1]:
            return None  # below others in the cell beside a label
        folded = _FOLDS.match(text)  # a page on which sections open and close has no more to say
        if folded is not None:
            kind = self.labelled(text[folded.end() :].rstrip(" :"))
            return None if kind is None else (kind, len(text))
        if not text[:1].isupper():
            return None
        inline = self._inline(text)
        if inline is not None:
            return inline
        if _DATED_DECISION.fullmatch(text) and not self._goes_on_small(line):
            return SectionKind.DECISION, len(text)
        if not self._opens_paragraph(line) and not self._is_bare_heading(line):
            return None
        dated = _DATED_BODY.fullmatch(text) and (text.endswith(":") or self._ends_paragraph(line))
        if dated or _AT_MEETING.fullmatch(text):
            return SectionKind.DECISION, len(text)
        kind = self.labelled(text.rstrip(" :"))
        return None if kind is None or text.endswith(".") else (kind, len(text))

    def _inline(self, text: str) -> tuple[SectionKind, int] | None:
        """What a label heads that what it is for follows, on its line or in the next cell."""
        inline = _INLINE.match(text)
        if inline is not None and not self._tells_writer(text, inline):
            kind = self.lexicon.sections.get(fold(inline[1])) or self._opinion(inline[1])
            if kind is not None:
                return kind, inline.end()
        dashed = _DASHED.match(text)
        if dashed is not None and self._is_decision_word(dashed[1]):
            return SectionKind.DECISION, dashed.end()
        cell = _IN_CELL.fullmatch(text) if self.in_cells else None
        if cell is not None and self.labelled(cell["text"]) is None:
            kind = self.labelled(cell["label"])
            if kind is not None:
                return kind, cell.start("text")
        headed = _INLINE_DECISION.match(text)
        if headed is not None and _DECISION_HEADING.fullmatch(headed[1]):
            return SectionKind.DECISION, headed.end()
        return None

    def _tells_writer(self, text: str, inline: re.Match[str]) -> bool:
        """Whether a label is before who wrote the paper: "Referat: Eva Skov, Vejle Kommune"."""
        is_account = fold(inline[1]) in self.lexicon.accounts
        return is_account and _NAMES.fullmatch(text, inline.end()) is not None

    def _is_decision_word(self, word: str) -> bool:
        """Whether a word heads what was decided, and not only what was said: that may head the paper."""
        folded = fold(word)
        is_account = folded in self.lexicon.accounts
        return self.lexicon.sections.get(folded) is SectionKind.DECISION and not is_account

    def _is_bare_heading(self, line: Line) -> bool:
        """Whether a line among others of its paragraph is no more than a heading: "Beslutning"."""
        kind = self.labelled(self.layer.read(line).rstrip(" :"))
        following = self.layer.reading.text[line.read_end : line.read_end + 2].strip()
        before = self.layer.reading.text[: line.read_start].rstrip()
        return (
            kind in (SectionKind.DECISION, SectionKind.RECOMMENDATION)
            and (following[:1].isupper() or not following[:1].isalpha())
            and OPEN_END.search(before) is None
        )

    def labelled(self, heading: str) -> SectionKind | None:
        """What stands below a heading that takes the whole line."""
        kind = self.lexicon.sections.get(fold(heading)) or self._paired(heading)
        if kind is None and _DECISION_HEADING.fullmatch(heading):
            return SectionKind.DECISION
        if kind is None and len(heading.split()) <= _OPINION_WORDS:
            kind = self._opinion(heading)
        if kind is None and _RECOMMENDATION_HEADING.fullmatch(heading):
            return SectionKind.RECOMMENDATION
        if kind is None and _OTHERS_REMARKS.fullmatch(heading):
            return SectionKind.PRESENTATION
        return kind

    def _paired(self, heading: str) -> SectionKind | None:
        """What two labels head together, where each heads the same: "Beslutning/konklusion"."""
        pair = _PAIRED.fullmatch(heading)
        if pair is None:
            return None
        first, second = (self.lexicon.sections.get(fold(word)) for word in pair.groups())
        return first if first is second else None

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

    def divide(self, lines: Sequence[Line]) -> tuple[tuple[Section, ...], Stretch]:
        """The sections among the lines of an item, and what stands before the first of them."""
        marks = [(i, found) for i, line in enumerate(lines) if (found := self.heading(line))]
        first = marks[0][0] if marks else len(lines)
        loose = self._stretch(lines[:first])
        ends = [*(i for i, _ in marks), len(lines)][1:]
        sections = []
        for (i, (kind, length)), end in zip(marks, ends, strict=True):
            heading, end = lines[i], self._end_of_table(lines, i, end)
            inline = heading.read_start + length
            body = lines[i:end] if inline < heading.read_end else lines[i + 1 : end]
            sections.append(
                Section(kind=kind, heading=heading, body=self._stretch(body, from_=inline))
            )
        return tuple(sections), loose

    def _end_of_table(self, lines: Sequence[Line], first: int, end: int) -> int:
        """Where a section ends that begins in a table: with that, or before the next."""
        table = self.cells.get(lines[first].start)
        if table is None:
            return end
        tables = (self.cells.get(line.start, (None, 0))[0] for line in lines[first:end])
        return first + sum(1 for _ in takewhile(lambda one: one == table[0], tables))

    def _stretch(self, lines: Sequence[Line], from_: int = 0) -> Stretch:
        if not lines:
            return Stretch(start=from_, end=from_, lines=())
        return Stretch(
            start=max(from_, lines[0].read_start), end=lines[-1].read_end, lines=tuple(lines)
        )
