"""Which lines begin an agenda item where the items have no numbers.

Then an item is a title with sections below it. The sections come in the same order item after item, so
a title stands where a round of them has ended: below a decision, and above whatever comes next. A line
of prose, a heading inside an item and the entries of a list of attachments stand elsewhere. Of the items
that have no sections only those are known whose titles every agenda has.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kkr_graph.minutes.decisions import find_outcomes
from kkr_graph.minutes.structure.numbering import LONGEST_ABOVE, Heading
from kkr_graph.model.extract import Outcome
from kkr_graph.model.lexicon import Lexicon, SectionKind
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line, TextLayer

_MOST_LINES = 3
_MOST_WORDS = 20
_FEWEST_WORDS = 8  # of what is told of an item
_FEWEST = 2  # items: one title alone proves nothing
_ENDS = tuple(".,:;!")
# "Anna Holm (V)", "Sted: Rådhuset", "3) ...", "Referat:\t...": entries and particulars
_NO_TITLE = re.compile(r".*\([A-ZÆØÅ]{1,2}\)|[\d.]+[.)]?\s.*|[^\s:]+:\s.*|.*\t.*|\W.*")
_BEHIND = (
    SectionKind.ATTACHMENTS,
    SectionKind.OPINION,
)  # may stand below the last section, or before
_MAY_BE_TITLE = (SectionKind.BACKGROUND, SectionKind.PRESENTATION)
_FEWEST_SETTLED = (
    3  # items with what became of them, before titles that no agenda has prove anything
)
_SETTLED = frozenset(
    {Outcome.APPROVED, Outcome.NOTED, Outcome.DISCUSSED, Outcome.ENDORSED, Outcome.POSTPONED}
)
_NOTHING = frozenset({Outcome.NONE})
_MINUTES = re.compile(
    r"(?:\w+ )?\w*(?:referat|protokol)\b(?: (?:af|fra|over|for) .*)?$", re.IGNORECASE
)
_TOP = 8  # lines in which a document says what it is
_QUOTES = "\"”“„»«'’"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Title:
    """A paragraph that has the form of a title: its first line, and how many it takes."""

    index: int
    lines: int
    text: str
    standing: bool  # a title that every agenda has


def find_headlines(
    layer: TextLayer, lexicon: Lexicon, kind_of: Callable[[Line], SectionKind | None]
) -> tuple[Heading, ...]:
    """The headings of items without numbers, counted in the order of the text; () where none are."""
    finder = _Finder(layer, lexicon, kind_of)
    titles = finder.with_sections() or finder.standing_alone()
    return tuple(
        Heading(
            index=title.index,
            style="headline",
            number=(place,),
            label=str(place),
            title_at=0,
            title_lines=title.lines,
        )
        for place, title in enumerate(titles, start=1)
    )


class _Finder:
    """Finds the titles of one document."""

    def __init__(
        self, layer: TextLayer, lexicon: Lexicon, kind_of: Callable[[Line], SectionKind | None]
    ) -> None:
        self.layer = layer
        self.lexicon = lexicon
        kinds = (kind_of(line) for line in layer.lines)
        self.marks = self._sections(kinds)
        found = list(self._titles())
        again = Counter(fold(title.text) for title in found)  # a heading of every item is no title
        self.titles = [t for t in found if t.standing or again[fold(t.text)] == 1]
        self._take_titles_of_section_words()

    def _sections(self, kinds: Iterable[SectionKind | None]) -> dict[int, SectionKind]:
        """The lines that head a section; "Referat" once heads, or signs, the document."""
        marks = {i: kind for i, kind in enumerate(kinds) if kind is not None}
        words = {i: self._word(i) for i in marks}
        once = {word for word, count in Counter(words.values()).items() if count == 1}
        return {i: k for i, k in marks.items() if words[i] not in self.lexicon.accounts & once}

    def _take_titles_of_section_words(self) -> None:
        """The title of the next item: "Økonomi" where an item has ended, and no other title follows."""
        closing = self._closing()
        words = Counter(self._word(i) for i in self.marks)
        told = {title.index for title in self.titles}
        kinds = dict(self.marks)
        for before, mark in pairwise(kinds):
            word = self._word(mark)
            alone = not self._is_inline(mark) and words[word] == 1 and " " not in word
            begins = kinds[before] in closing and kinds[mark] in _MAY_BE_TITLE
            untitled = told.isdisjoint(range(before, mark))
            if begins and alone and untitled and self._is_apart_at(mark):
                del self.marks[mark]
                text = self.layer.read(self.layer.lines[mark])
                self.titles.append(_Title(index=mark, lines=1, text=text, standing=False))
        self.titles.sort(key=lambda title: title.index)

    def _word(self, mark: int) -> str:
        return fold(self.layer.read(self.layer.lines[mark]).split(":")[0])

    def with_sections(self) -> tuple[_Title, ...]:
        """The titles above sections, and the standing ones among and behind them."""
        closing = self._closing()
        open_to = [title for title in self.titles if self._may_begin(title, closing)]
        titles, sectioned = [], 0
        ends = [*(title.index for title in open_to), len(self.layer.lines)][1:]
        for title, end in zip(open_to, ends, strict=False):
            has_section = any(title.index < mark < end for mark in self.marks)
            sectioned += has_section
            if has_section or title.standing:
                titles.append(title)
        enough = len(titles) >= _FEWEST or (bool(titles) and self._is_over_all(titles[0]))
        return _last_of_each(titles) if sectioned and enough else ()

    def _is_over_all(self, title: _Title) -> bool:
        """Whether one title stands right above all sections, which come once: then it proves itself."""
        kinds = Counter(self.marks.values())
        once = kinds[SectionKind.DECISION] == 1 == kinds[SectionKind.RECOMMENDATION]
        return once and title.index + title.lines == min(self.marks)

    def standing_alone(self) -> tuple[_Title, ...]:
        """The titles of minutes without any sections: they stand apart as the standing ones do."""
        if self.marks:
            return ()
        apart = [t for t in self.titles if self._stands_above_prose(t)]
        standing = [i for i, title in enumerate(apart) if title.standing]
        if len(standing) >= _FEWEST:
            return tuple(apart[standing[0] :])
        told = [frozenset(self._outcomes(title, apart)) for title in apart]
        settled = sum(not _SETTLED.isdisjoint(outcomes) for outcomes in told)
        first = next((i for i, outcomes in enumerate(told) if outcomes != _NOTHING), len(told))
        proven = settled >= _FEWEST_SETTLED and 2 * settled >= len(apart) - first
        return tuple(apart[first:]) if proven and self._is_minutes() else ()

    def _outcomes(self, title: _Title, titles: Sequence[_Title]) -> Iterable[Outcome]:
        """What became of the matter that stands between a title and the next."""
        behind = (each.index for each in titles if each.index > title.index)
        end = self.layer.lines[next(behind, len(self.layer.lines)) - 1].read_end
        start = self.layer.lines[title.index + title.lines - 1].read_end
        return find_outcomes(self.layer.reading.text, start, end, self.lexicon)

    def _is_minutes(self) -> bool:
        """Whether the top of the document says that it is of a meeting: a notice tells of what was decided too."""
        return any(_MINUTES.match(self.layer.read(line)) for line in self.layer.lines[:_TOP])

    def _closing(self) -> frozenset[SectionKind]:
        """The kinds of section with which an item ends in this document."""
        kinds = [kind for kind in self.marks.values() if kind not in _BEHIND]
        for kind in (SectionKind.DECISION, SectionKind.RECOMMENDATION):
            if kind in kinds:
                return frozenset({kind})
        return frozenset(kinds[-1:])

    def _may_begin(self, title: _Title, closing: frozenset[SectionKind]) -> bool:
        """Whether a title stands above all sections, or below one with which an item ends."""
        earlier = [mark for mark in self.marks if mark < title.index]
        if not earlier:
            return True
        apart = self._is_apart(title)
        is_body = earlier[-1] == title.index - 1 and not (apart or self._is_inline(earlier[-1]))
        kinds = (self.marks[mark] for mark in reversed(earlier))
        ended = next((kind for kind in kinds if kind not in _BEHIND), None)
        return not is_body and (ended is None or ended in closing)

    def _is_inline(self, mark: int) -> bool:
        """Whether a section begins on the line of its heading: "Beslutning: Godkendt."."""
        return len(self.layer.read(self.layer.lines[mark]).rstrip(": ").split(": ", 1)) > 1

    def _titles(self) -> Iterator[_Title]:
        lines = self.layer.lines
        for i, line in enumerate(lines):
            if i in self.marks or not self._opens_paragraph(line):
                continue
            count, text = self._paragraph(i), self._text(i)
            heads_people = fold(text) in self.lexicon.people_headings
            if heads_people and not self._tells(i + count):
                continue
            if count <= _MOST_LINES and self._is_title(text):
                standing = any(p.fullmatch(fold(text)) for p in self.lexicon.standing_titles)
                title = _Title(index=i, lines=count, text=text, standing=standing)
                if standing or self._is_apart(title) or i + count in self.marks:
                    yield title

    def _is_title(self, text: str) -> bool:
        """Whether a paragraph has the form of a title, and says nothing of what was decided."""
        folded = fold(text)
        return (
            text.lstrip(_QUOTES)[:1].isupper()
            and 2 < len(text) <= LONGEST_ABOVE
            and len(text.split()) <= _MOST_WORDS
            and not text.endswith(_ENDS)
            and _NO_TITLE.fullmatch(text) is None
            and folded not in self.lexicon.particular_labels
            and folded not in self.lexicon.list_headings
            and find_outcomes(text, 0, len(text), self.lexicon) == (Outcome.NONE,)
        )

    def _stands_above_prose(self, title: _Title) -> bool:
        """Whether a title has space above it, and no more of it below, where a sentence stands."""
        below = title.index + title.lines
        if not self._is_apart(title) or below >= len(self.layer.lines):
            return False
        after, above = self.layer.lines[below], self.layer.lines[title.index]
        return (after.gap <= above.gap or above.page_top) and self._text(below).endswith(
            (".", ":", ")", "!", "?")
        )

    def _tells(self, i: int) -> bool:
        """Whether a sentence or more stands at line ``i``: below "Formandskab" there may be names, or an item."""
        if i >= len(self.layer.lines) or i in self.marks:
            return False
        told = self._text(i)
        return told.endswith(".") and len(told.split()) > _FEWEST_WORDS

    def _is_apart(self, title: _Title) -> bool:
        return self._is_apart_at(title.index)

    def _is_apart_at(self, index: int) -> bool:
        line = self.layer.lines[index]
        return line.gap > self.layer.line_gap or line.page_top

    def _opens_paragraph(self, line: Line) -> bool:
        return line.read_start == 0 or self.layer.reading.text[line.read_start - 1] == "\n"

    def _text(self, i: int) -> str:
        """The paragraph that begins at line ``i``."""
        last = self.layer.lines[i + self._paragraph(i) - 1]
        return self.layer.reading.text[self.layer.lines[i].read_start : last.read_end]

    def _paragraph(self, i: int) -> int:
        """How many lines the paragraph takes that begins at line ``i``, up to a section's heading."""
        lines = self.layer.lines
        count = 1
        while (
            i + count < len(lines)
            and i + count not in self.marks
            and self.layer.reading.text[lines[i + count - 1].read_end : lines[i + count].read_start]
            != "\n"
        ):
            count += 1
        return count


def _last_of_each(titles: Sequence[_Title]) -> tuple[_Title, ...]:
    """The titles without those that a list of contents gives before."""
    last = {fold(title.text): title for title in titles}
    return tuple(title for title in titles if last[fold(title.text)] is title)
