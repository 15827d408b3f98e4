"""The structure of minutes: what stands before the items, and each item with its sections."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from kkr_graph.language.seats import find_rules
from kkr_graph.minutes.structure.blocks import ItemBlock, Section, Stretch, Structure
from kkr_graph.minutes.structure.case_numbers import (
    case_of,
    initials_of,
    is_of_paper,
    match_case_line,
    without_case,
)
from kkr_graph.minutes.structure.columns import ItemColumns, find_columns, find_rows
from kkr_graph.minutes.structure.doors import groups_by_doors, tells_doors
from kkr_graph.minutes.structure.headlines import find_headlines
from kkr_graph.minutes.structure.item_numbers import numbered_lines
from kkr_graph.minutes.structure.item_titles import TitleReader
from kkr_graph.minutes.structure.numbering import SECTIONED, Heading, find_headings
from kkr_graph.minutes.structure.sections import SectionReader
from kkr_graph.minutes.structure.slots import is_slot
from kkr_graph.model.lexicon import Lexicon, SectionKind
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line, TextLayer

_FEWEST_ALONE = 2  # numbers without a title, before an agenda is looked for
_FEWEST_TELLING = 2  # titles with a decision behind them: one may be called so


def find_structure(layer: TextLayer, lexicon: Lexicon) -> Structure:
    """Divide a document into its front and its items."""
    finder = _Finder(layer, lexicon)
    headings = finder.headings()
    if not headings:
        return Structure(front=layer.lines, items=())
    finder.know_cases_apart(headings)
    finder.know_told_behind(headings)
    finder.know_agenda(headings)
    finder.know_columns(headings)
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
        self.sections = SectionReader(layer, lexicon)
        self.titles = TitleReader(layer, self.sections)
        self.told_behind = False  # whether titles have it behind them: "3. Økonomi: Godkendt"
        self.columns: ItemColumns | None = None  # of a table with a row for each item
        self.agenda: Mapping[str, Stretch] = {}  # the titles that a list above the items gives
        self.cases_apart = False  # whether a case stands above each heading, a gap between them

    def headings(self) -> tuple[Heading, ...]:
        """Where the items begin: at their numbers, or else at titles above their sections."""
        found = find_headings(self.layer, self.sections.proves_item, self.sections.heads_papers)
        numbered = self._with_standing(found)
        if self._sectioned(numbered) > 1:
            return numbered
        numbered = () if self._are_seats(numbered) else numbered
        rows = tuple(find_rows(self.layer, self.sections))
        if len(rows) > 1 and not {one.index for one in rows} & {one.index for one in numbered}:
            return rows
        titled = find_headlines(self.layer, self.lexicon, self.sections.kind)
        more = self._sectioned(titled) > self._sectioned(numbered)
        if more and not (_holds_all(numbered, titled) or _share_any(numbered, titled)):
            return titled
        return numbered or titled

    def _are_seats(self, numbered: Sequence[Heading]) -> bool:
        """Whether most numbered lines say who chooses how many, as in a law: no items begin there."""
        lines = [self.layer.lines[heading.index] for heading in numbered]
        text = self.layer.reading.text
        ruling = sum(any(find_rules(text, line.read_start, line.read_end)) for line in lines)
        return 2 * ruling > len(lines)

    def _with_standing(self, numbered: tuple[Heading, ...]) -> tuple[Heading, ...]:
        """Numbered items, and the ones below the last that have no number: "EVENTUELT".

        They are counted on. They must stand in capitals, where the titles with numbers do not.
        """
        last = numbered[-1] if numbered else None
        if last is None or last.label != str(last.number[0]) or self._shouts(last):
            return numbered
        found: list[Heading] = []
        decided = False
        for index in range(last.index + 1, len(self.layer.lines)):
            line = self.layer.lines[index]
            decided = decided or self.sections.kind(line) is SectionKind.DECISION
            if decided and self._is_standing(line):
                number = last.number[0] + len(found) + 1
                found.append(
                    Heading(
                        index=index, style="headline", number=(number,), label=str(number),
                        title_at=0, title_lines=1,
                    )
                )  # fmt: skip
        return (*numbered, *found)

    def _shouts(self, heading: Heading) -> bool:
        """Whether a title stands in capitals."""
        return self.layer.read(self.layer.lines[heading.index]).isupper()

    def _is_standing(self, line: Line) -> bool:
        """Whether a line is a title in capitals that nearly every agenda has."""
        text = self.layer.read(line)
        apart = line.gap > self.layer.line_gap or line.page_top
        known = any(form.fullmatch(fold(text)) for form in self.lexicon.standing_titles)
        return apart and known and text.isupper()

    def _sectioned(self, headings: Sequence[Heading]) -> int:
        """How many of the items have sections: a list inside an item has them below its last."""
        ends = [*(heading.index for heading in headings), len(self.layer.lines)][1:]
        return sum(
            any(map(self.sections.kind, self.layer.lines[heading.index + 1 : end]))
            for heading, end in zip(headings, ends, strict=True)
        )

    def begin(self, heading: Heading) -> int:
        """The line with which an item begins: a case number, a group's heading or its own, above its own."""
        first = heading.index
        while first and (
            self._is_head(self.layer.lines[first - 1])
            or self._is_case_above(first)
            or self._is_said_twice(first)
            or groups_by_doors(self.layer.read(self.layer.lines[first - 1]))
        ):
            first -= 1
        return first

    def _is_said_twice(self, first: int) -> bool:
        """Whether a heading stands on the line above too, as a page has it above the paper's own."""
        near = self.layer.lines[first - 1 : first + 2]
        above, line, *below = (fold(self.layer.read(one).lstrip("•· ")) for one in near)
        return above in (line, " ".join((line, *below)))  # "• Pkt. 3 Havnen", "Pkt. 3", "Havnen"

    def _is_case_above(self, first: int) -> bool:
        """Whether a case number stands right above a line, and apart from what is above it."""
        above, line = self.layer.lines[first - 1], self.layer.lines[first]
        if self.cases_apart:
            return self.sections.is_case_line(above)
        apart = above.gap > line.gap or above.page_top
        return apart and line.gap <= self.layer.line_gap and self.sections.is_case_line(above)

    def know_cases_apart(self, headings: Sequence[Heading]) -> None:
        """Learn from the headings of all items whether their cases stand above them."""
        above = [
            heading.index > 0
            and self.sections.is_case_line(self.layer.lines[heading.index - 1])
            and not any(map(self.sections.is_case_line, self._near(heading)))
            for heading in headings
        ]
        self.cases_apart = above[0] and sum(above) > 1 and 2 * sum(above) > len(above)

    def know_columns(self, headings: Sequence[Heading]) -> None:
        """Learn from the line above the items whether they are the rows of a table."""
        self.columns = find_columns(self.layer, self.sections, headings[0].index)

    def _is_head(self, line: Line) -> bool:
        """Whether a line is the heading of that table: its first, or again on the next page."""
        head = None if self.columns is None else self.columns.head
        return head is not None and self.layer.read(line) == self.layer.read(head)

    def know_told_behind(self, headings: Sequence[Heading]) -> None:
        """Learn from the headings whether they have behind their titles what was told."""
        lines = [(heading, self.layer.lines[heading.index]) for heading in headings]
        behind = sum(self.titles.told_behind(*each) is not None for each in lines)
        telling = sum(self.titles.tells_behind(*each) for each in lines)
        most = 2 * behind > len(lines) and telling >= _FEWEST_TELLING
        self.told_behind = most and not self._sectioned(headings)

    def know_agenda(self, headings: Sequence[Heading]) -> None:
        """Learn the titles of "Ad. 1.", "Ad. 2.", that stand alone, from the agenda above them."""
        alone = [heading for heading in headings if heading.title_at is None]
        if headings[0].style != "word" or len(alone) < _FEWEST_ALONE:
            return
        above = self.layer.lines[: headings[0].index]
        titles = {
            each.label.rstrip("."): Stretch(
                start=above[each.index].read_start + each.title_at,
                end=above[each.index].read_end,
                lines=(above[each.index],),
            )
            for each in numbered_lines("decimal", [self.layer.read(line) for line in above])
            if each.title_at is not None
        }
        if not any(self._is_title_below(heading, titles) for heading in alone):
            self.agenda = titles

    def _is_title_below(self, heading: Heading, titles: Mapping[str, Stretch]) -> bool:
        """Whether a number alone on its line has its title on the next, or none in the agenda."""
        title, below = titles.get(heading.label), self._near(heading)[:1]
        text = "" if title is None else self.layer.reading.text[title.start : title.end]
        return title is None or any(fold(self.layer.read(line)) == fold(text) for line in below)

    def _near(self, heading: Heading) -> Sequence[Line]:
        return self.layer.lines[heading.index + 1 : heading.index + 3]

    def item(self, heading: Heading, end: int) -> ItemBlock:
        """The item that begins at a heading and ends before the line with index ``end``."""
        lines = self.layer.lines[heading.index : end]
        title, titled = self._title(heading, lines)
        case_lines = self._case_lines(heading, lines[titled:])
        case_line = next(iter(case_lines), None)
        match = None if case_line is None else match_case_line(self.layer.read(case_line))
        rest = [
            line
            for line in lines[titled:]
            if line not in case_lines
            and not tells_doors(self.layer.read(line))
            and not self._is_head(line)
        ]
        rest = rest[1:] if rest and is_slot(self.layer.read(rest[0])) else rest
        sections, loose = self.sections.divide(rest)
        title, bracketed = without_case(self.layer, title)
        behind = self.titles.told_behind(heading, lines[0]) if self.told_behind else None
        if behind is not None:
            title = self._before(title, behind)
            loose = Stretch(
                start=behind, end=lines[-1].read_end, lines=(*lines[:titled], *loose.lines)
            )
        row = self._row(heading, lines[0])
        if row is not None:
            title, told = row
            told, loose = self._going_on(told, loose)
            sections = (*told, *sections)
        return ItemBlock(
            number=heading.label,
            numbered=heading.style != "headline",
            title=title,
            case=bracketed if match is None else case_of(match),
            initials=initials_of(match),
            case_line=case_line,
            sections=sections,
            loose=loose,
            lines=lines,
        )

    def _row(self, heading: Heading, line: Line) -> tuple[Stretch, tuple[Section, ...]] | None:
        """Title and sections of an item that is a row of a table."""
        row = None if self.columns is None else self.columns.row(heading, line)
        return row or self.titles.row(heading, line)

    def _going_on(
        self, told: tuple[Section, ...], below: Stretch
    ) -> tuple[tuple[Section, ...], Stretch]:
        """The sections of a row with the lines below it that go on its last cell, and what is left."""
        if not told:
            return told, below
        *others, last = told
        going_on = tuple(takewhile(lambda line: self._goes_on(last, line), below.lines))
        if not going_on:
            return told, below
        body = replace(last.body, end=going_on[-1].read_end, lines=(*last.body.lines, *going_on))
        rest = below.lines[len(going_on) :]
        start = rest[0].read_start if rest else below.end
        return (*others, replace(last, body=body)), replace(below, start=start, lines=rest)

    def _goes_on(self, section: Section, line: Line) -> bool:
        """Whether a line stands right below a row, and in the column of one of its sections."""
        if self.columns is None:
            return True
        return line.gap <= self.layer.line_gap and self.columns.goes_on(section, line)

    def _title(self, heading: Heading, lines: Sequence[Line]) -> tuple[Stretch, int]:
        """The title of an item, and how many of its lines are number and title."""
        listed = self.agenda.get(heading.label) if heading.title_at is None else None
        if listed is not None:
            return listed, 1
        counted = 2 if heading.title_above else self.titles.count_lines(heading, lines)
        titled = heading.title_lines or counted
        return self.titles.read(heading, lines[:titled]), titled

    def _before(self, title: Stretch, told: int) -> Stretch:
        """A title that ends where, in the reading, what was told begins."""
        head = self.layer.reading.text[title.start : told].rstrip(" :.")
        return replace(title, end=title.start + len(head))

    def _case_lines(self, heading: Heading, below: Sequence[Line]) -> Sequence[Line]:
        """The lines with an item's numbers: above its heading, or right below its title.

        That of its case comes before those of its papers.
        """
        above = self.layer.lines[self.begin(heading) : heading.index]
        near = [line for line in below[:3] if not tells_doors(self.layer.read(line))][:2]
        found = filter(self.sections.is_case_line, (*above, *near))
        return sorted(found, key=lambda line: is_of_paper(self.layer.read(line)))


def _share_any(numbered: Sequence[Heading], titled: Sequence[Heading]) -> bool:
    """Whether a title is a numbered heading, "Punkt 6: Eventuelt": then the numbers are of the items."""
    return not {one.index for one in numbered}.isdisjoint(one.index for one in titled)


def _holds_all(numbered: Sequence[Heading], titled: Sequence[Heading]) -> bool:
    """Whether what seem to be titles are headings inside one item, with a number and its sections."""
    above = len(numbered) == 1 and bool(titled) and numbered[0].index <= titled[0].index
    return above and numbered[0].support >= SECTIONED
