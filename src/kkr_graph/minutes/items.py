"""Agenda items: title, case, recommendation, decision and outcome."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from kkr_graph.language.dates import find_dates
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.attendance.presence import only_tells_away
from kkr_graph.minutes.attendance.reader import RosterReader
from kkr_graph.minutes.closings import without_closing
from kkr_graph.minutes.decisions import find_outcomes
from kkr_graph.minutes.recommendations import told_recommendation
from kkr_graph.minutes.structure.blocks import ItemBlock, Section, Stretch, paragraphs
from kkr_graph.model.extract import Item, Outcome
from kkr_graph.model.lexicon import Lexicon, SectionKind
from kkr_graph.model.names import clean, fold
from kkr_graph.model.span import Passage
from kkr_graph.model.text import TextLayer

_ATTACHMENT = "./."
_ENTRY = re.compile(r"(?:(?:[a-zæøå]|\d{1,2})[.)]|[•*–-]) ")
_AT_EARLIER = re.compile(
    r"\bpå (?:det |sit |et )?(?:konstituerende|forrige|seneste|tidligere) møde\b"
)
# what some systems repeat below every decision, as "A og B deltog ikke i sagens behandling."
_ABSENCE = re.compile(r"\b(?:deltog ikke|ikke til ?stede|fravær\w*|afbud|forhindred?e?t?)\b")
_BELOW = tuple(".abcdefgh")  # what follows 2 in 2.1 and in 2a


class ItemReader:
    """Reads the items of one document; ``body`` is whose meeting it is, where known."""

    def __init__(
        self,
        layer: TextLayer,
        lexicon: Lexicon,
        rosters: RosterReader,
        body: str | None,
        blocks: Sequence[ItemBlock],
    ) -> None:
        self.layer = layer
        self.lexicon = lexicon
        self.rosters = rosters
        self.body = body
        headed = [block.body(SectionKind.DECISION) for block in blocks]
        # whether items have a heading over their decision: most of them, or any
        self.headed = 2 * sum(map(bool, headed)) > len(headed)
        self.any_headed = any(headed)
        last = (self._last_paragraph(sections[-1].body) for sections in headed if sections)
        self.last_paragraphs = Counter(last)

    def _last_paragraph(self, stretch: Stretch) -> str:
        told = list(paragraphs(self.layer, stretch))
        return fold(self.layer.reading.text[slice(*told[-1])]) if told else ""

    def read(self, block: ItemBlock, *, decided: bool) -> Item:
        """One item. ``decided`` says that the document records decisions, as minutes do."""
        decision = self.decision(block) if decided else None
        recommendation = self._recommendation(block)
        return Item(
            passage=self.layer.passage_read(block.title.start, block.title.end),
            number=block.number,
            numbered=block.numbered,
            title=clean(self.layer.reading.text[block.title.start : block.title.end]),
            case=block.case,
            initials=block.initials,
            recommendation=self._read(recommendation),
            decision=self._read(decision),
            outcomes=self._outcomes(decision),
            attachments=self._attachments(block),
            recommendation_passage=self._passage(recommendation),
            decision_passage=self._passage(decision),
        )

    def decision(self, block: ItemBlock) -> Stretch | None:
        """What the meeting decided: under its heading, or the last paragraph that decides."""
        section = self.decision_section(block)
        if section is None:
            return self._unheaded_decision(block)
        return self._trimmed(section.body)

    def _trimmed(self, stretch: Stretch) -> Stretch:
        """A stretch without what only stands around a decision."""
        return self._before_closing(self._before_apologies(self._before_roster(stretch)))

    def decision_section(self, block: ItemBlock) -> Section | None:
        """The section with the meeting's own decision: an item may tell of other bodies' too."""
        headed = block.body(SectionKind.DECISION)
        # the head of a page, "Teknisk Udvalg, 5. juni 2019", is not taken for one that has nothing below
        sections = [section for section in headed if section.body.lines] or headed
        own = [section for section in sections if self._names_own_body(section)]
        concluded = [section for section in own or sections if not self._is_account(section)]
        return (concluded or own or sections)[-1] if sections else None

    def _is_account(self, section: Section) -> bool:
        """Whether a section tells what was said: "Referat" beside "Konklusion"."""
        return fold(self._heading(section)) in self.lexicon.accounts

    def _names_own_body(self, section: Section) -> bool:
        return self.body is not None and fold(self.body) in fold(self._heading(section))

    def _heading(self, section: Section) -> str:
        """A section's heading without what follows it on its line."""
        end = max(section.heading.read_start, min(section.body.start, section.heading.read_end))
        return self.layer.reading.text[section.heading.read_start : end].rstrip(" :\n") or (
            self.layer.read(section.heading)
        )

    def _before_roster(self, stretch: Stretch) -> Stretch:
        """The stretch without the list of apologies that some systems repeat below a decision."""
        first = self.rosters.finder.first_end(stretch.lines)
        if first:  # the list stands above the decision
            rest = stretch.lines[first:]
            start = rest[0].read_start if rest else stretch.end
            return self._before_roster(Stretch(start=start, end=stretch.end, lines=rest))
        for i, line in enumerate(stretch.lines):
            if self.rosters.headings.heading(line) is not None:
                end = line.read_start - 1
                return Stretch(
                    start=stretch.start, end=max(stretch.start, end), lines=stretch.lines[:i]
                )
        return stretch

    def _before_apologies(self, stretch: Stretch) -> Stretch:
        """The stretch without last paragraphs that only repeat who was away."""
        text, end = self.layer.reading.text, stretch.end
        for begin, stop in reversed(list(paragraphs(self.layer, stretch))):
            paragraph = text[begin:stop]
            repeated = self.last_paragraphs[fold(paragraph)] > 1 and _ABSENCE.search(paragraph)
            if not (repeated or only_tells_away(paragraph, self.rosters.people)):
                return replace(stretch, end=end)
            end = max(stretch.start, begin - 1)
        return replace(stretch, end=end)

    def _before_closing(self, stretch: Stretch) -> Stretch:
        """The stretch without what only stands below a decision: attachments, signatures."""
        told = list(paragraphs(self.layer, stretch))
        kept = without_closing([self.layer.reading.text[start:end] for start, end in told])
        if kept == len(told):
            return stretch
        return replace(stretch, end=told[kept - 1][1])

    def _tells_of_earlier(self, start: int, end: int) -> bool:
        """Whether whatever a paragraph tells to have been decided was so on a day that it names."""
        text = self.layer.reading.text
        decided = (
            (begin, stop)
            for begin, stop in sentences(text, start, end)
            if find_outcomes(text, begin, stop, self.lexicon) != (Outcome.NONE,)
        )
        return all(
            _AT_EARLIER.search(text, *span)
            or any(found.day is not None for found in find_dates(text, *span))
            for span in decided
        )

    def _unheaded_decision(self, block: ItemBlock) -> Stretch | None:
        """Minutes without headings say what was decided in a paragraph of its own, at the end."""
        told = [
            section.body
            for section in block.sections
            if section.kind in (SectionKind.BACKGROUND, SectionKind.PRESENTATION)
        ]
        stretches = [
            block.loose,
            *(
                section.body
                for section in block.sections
                if section.kind not in (SectionKind.RECOMMENDATION, SectionKind.OPINION)
            ),
        ]
        text = self.layer.reading.text
        decided = [
            Stretch(start=start, end=end, lines=stretch.lines)
            for stretch in stretches
            for start, end in paragraphs(self.layer, stretch)
            if find_outcomes(text, start, end, self.lexicon) != (Outcome.NONE,)
            and not (stretch in told and (self.headed or self._tells_of_earlier(start, end)))
        ]
        entries = list(
            takewhile(lambda each: _ENTRY.match(text, each.start), reversed(decided))
        )  # "a) Forslag om X. Vedtaget." and "b) Forslag om Y. Trukket tilbage.", "• X: Godkendt"
        if len(entries) > 1:
            return replace(entries[0], start=entries[-1].start)
        alone = decided[-1] if decided else None
        whole = None if self.any_headed else self._whole(stretches)
        if whole is None or (alone is not None and alone.end >= whole.end):
            return alone
        return whole

    def _whole(self, stretches: Sequence[Stretch]) -> Stretch | None:
        """All that minutes without headings tell of an item, where it stands in one place."""
        told = [stretch for stretch in stretches if stretch.start < stretch.end]
        if len(told) != 1:
            return None
        whole = self._trimmed(told[0])
        ends = [end for _, end in paragraphs(self.layer, whole)]
        return replace(whole, end=ends[-1]) if ends else None

    def _recommendation(self, block: ItemBlock) -> Stretch | None:
        """What is recommended: under its heading, or where there is none in a sentence."""
        sections = block.body(SectionKind.RECOMMENDATION)
        return (
            self._before_closing(sections[-1].body)
            if sections
            else self._told_recommendation(block)
        )

    def _told_recommendation(self, block: ItemBlock) -> Stretch | None:
        """What a sentence recommends, before the decision if that has a heading."""
        decision = self.decision_section(block)
        end = block.lines[-1].read_end if decision is None else decision.heading.read_start
        span = told_recommendation(self.layer.reading.text, block.told_at, end, self.body)
        return None if span is None else Stretch(start=span[0], end=span[1], lines=())

    def _outcomes(self, decision: Stretch | None) -> tuple[Outcome, ...]:
        if decision is None:
            return (Outcome.NONE,)
        return find_outcomes(self.layer.reading.text, decision.start, decision.end, self.lexicon)

    def _read(self, stretch: Stretch | None) -> str | None:
        """What stands there, a line for each paragraph; None where it is a dash or nothing."""
        if stretch is None:
            return None
        lines = self.layer.reading.text[stretch.start : stretch.end].split("\n")
        text = "\n".join(filter(None, map(clean, lines)))
        return text if any(map(str.isalnum, text)) else None

    def _passage(self, stretch: Stretch | None) -> Passage | None:
        if stretch is None or self._read(stretch) is None:
            return None
        return self.layer.passage_read(stretch.start, stretch.end)

    def _attachments(self, block: ItemBlock) -> int:
        """How many are named: lines marked as such, and entries under their own heading."""
        marked = sum(self.layer.read(line).startswith(_ATTACHMENT) for line in block.lines)
        entries = (
            self.layer.reading.text[start:end]
            for section in block.body(SectionKind.ATTACHMENTS)
            for start, end in paragraphs(self.layer, section.body)
        )
        listed = (not entry.startswith((_ATTACHMENT, "Ingen")) for entry in entries)
        return marked + sum(listed)


def is_grouping(block: ItemBlock, following: ItemBlock | None) -> bool:
    """Whether a heading only groups the items below it: "3. Sager" above "3.1. ..."."""
    rest = "" if following is None else following.number.removeprefix(block.number)
    groups = following is not None and rest != following.number and rest[:1] in _BELOW
    return groups and not block.sections and block.case is None


def real_items(blocks: Sequence[ItemBlock]) -> tuple[ItemBlock, ...]:
    """The blocks that are items and not only headings over items."""
    return tuple(
        block
        for block, after in pairwise((*blocks, None))
        if block and not is_grouping(block, after)
    )
