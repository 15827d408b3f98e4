"""The title of an item: how many lines it takes, and what in them is not title."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kkr_graph.minutes.decisions import find_outcomes
from kkr_graph.minutes.structure.blocks import Section, Stretch
from kkr_graph.minutes.structure.case_numbers import match_case_line
from kkr_graph.minutes.structure.doors import tells_doors, without_doors
from kkr_graph.minutes.structure.numbering import Heading, is_sentence
from kkr_graph.minutes.structure.sections import OPEN_END, SectionReader
from kkr_graph.minutes.structure.slots import is_slot, without_slot
from kkr_graph.model.extract import Outcome
from kkr_graph.model.lexicon import SectionKind
from kkr_graph.model.text import Line, TextLayer

_LETTERED = re.compile(r"[a-zæøå][.)] ")
_BROKEN = 0.6  # of the width: a shorter line was not broken to fit
# what a field for the title may be called, as in "Emne: Ny legeplads"
_TITLE_LABEL = re.compile(
    r"(?:Emne|Titel|Overskrift|Sagstitel|Sagens titel):\s+(?=\S)", re.IGNORECASE
)
_TOLD_BEHIND = re.compile(r"[^:?\t]{3,90}[:?] (?=\S)")
_NOTHING = re.compile(r"(?:intet|ingen\w*|ikke noget|-)(?: \w+){0,3}\.?", re.IGNORECASE)
_SENTENCE_WORDS = 6  # behind a title: fewer may be of it
_TITLE_LINES = 4  # no title is longer


class TitleReader:
    """Reads the titles of the items of one layer."""

    def __init__(self, layer: TextLayer, sections: SectionReader) -> None:
        self.layer = layer
        self.sections = sections

    def count_lines(self, heading: Heading, lines: Sequence[Line]) -> int:
        """How many lines the heading takes: those before the first part, when they read as one."""
        first = 1 if heading.title_at is not None else 2
        if len(lines) <= first:
            return len(lines)
        limit = min(len(lines), _TITLE_LINES + 1)
        part = next((i for i in range(1, limit) if self.sections.is_item_part(lines[i])), None)
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
        is_open = OPEN_END.search(self.layer.raw(line)) is not None
        following = self.layer.read(after)
        return is_short and not is_open and following[:1].isupper() and len(following.split()) > 3

    def _goes_on(self, line: Line, after: Line) -> bool:
        following = self.layer.read(after)
        if _LETTERED.match(following):
            return False
        broken = following[:1].islower() or OPEN_END.search(self.layer.raw(line)) is not None
        return (
            broken and not self._closes_title(line, after) and not self.sections.is_item_part(after)
        )

    def read(self, heading: Heading, lines: Sequence[Line]) -> Stretch:
        """The title on its lines, without the word it stands behind, closed doors and when it came up."""
        title = self._stretch(heading, lines)
        text = self.layer.reading.text[title.start : title.end]
        last = self.layer.read(lines[-1]) if len(lines) > 1 else ""
        text = without_slot(without_doors(text), last).rstrip(" :")
        return replace(title, end=title.start + len(text))

    def _stretch(self, heading: Heading, lines: Sequence[Line]) -> Stretch:
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

    def told_behind(self, heading: Heading, line: Line) -> int | None:
        """Where, in the reading, what was told begins behind a title: "3. Økonomi: Godkendt"."""
        if heading.title_at is None:
            return None
        match = _TOLD_BEHIND.match(self.layer.read(line), heading.title_at)
        return None if match is None else line.read_start + match.end()

    def tells_behind(self, heading: Heading, line: Line) -> bool:
        """Whether a title has behind it what was decided, that nothing was, or a sentence."""
        at = self.told_behind(heading, line)
        rest = "" if at is None else self.layer.reading.text[at : line.read_end]
        outcome = find_outcomes(rest, 0, len(rest), self.sections.lexicon) != (Outcome.NONE,)
        sentence = rest.endswith(".") and len(rest.split()) >= _SENTENCE_WORDS
        return outcome or sentence or _NOTHING.fullmatch(rest) is not None

    def row(self, heading: Heading, line: Line) -> tuple[Stretch, tuple[Section, ...]] | None:
        """Title and decision of an item that is a row of a table: number, title, decision.

        Where the last column says when the item comes up, whether it is open, or its case, the row
        has no decision.
        """
        if heading.title_at is None:
            return None
        start = line.read_start + heading.title_at
        tab = self.layer.reading.text.find("\t", start, line.read_end)
        if tab > 0 and match_case_line(self.layer.reading.text[start:tab]):
            start = tab + 1  # the case stands in a cell of its own, before the title
            tab = self.layer.reading.text.find("\t", start, line.read_end)
        if tab < 0:
            return None
        title = Stretch(start=start, end=tab, lines=(line,))
        last = self.layer.reading.text[tab + 1 : line.read_end]
        if is_slot(last) or tells_doors(last) or match_case_line(last.replace("\t", " ")):
            return title, ()
        body = Stretch(start=tab + 1, end=line.read_end, lines=(line,))
        return title, (Section(kind=SectionKind.DECISION, heading=line, body=body),)
