"""Whether a document is an appointment list, by what it says and how it is built."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby, islice

from kkr_graph.appointments.cards import CardReader
from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.facts import find_facts
from kkr_graph.appointments.forum_lines import ForumLineReader
from kkr_graph.appointments.grid import GridReader
from kkr_graph.appointments.headings import HeadingReader, lead_length
from kkr_graph.appointments.legend import with_legend
from kkr_graph.appointments.matrix import find_matrix
from kkr_graph.appointments.outline import Outline
from kkr_graph.appointments.posts import POST, PostReader
from kkr_graph.appointments.rules import find_seat_rules
from kkr_graph.appointments.surnames import lines_with_given_first
from kkr_graph.appointments.units import Unit, find_units
from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.comings import find_moves
from kkr_graph.language.letters import is_message
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import Lexicon, ListPart, ListPattern, SectionKind
from kkr_graph.model.names import closed_up, fold
from kkr_graph.model.registry import Registry
from kkr_graph.model.text import TextLayer

_FRONT = 12  # units that may be a title
_TOP = 3  # lines that are one, each
_LONGEST_TITLE = 160
_MOST_DECISIONS = 2
_LABELS = 3  # labels of a list in a document without a title
_DECIDED = (SectionKind.DECISION, SectionKind.RECOMMENDATION)
_MEETING = re.compile(
    r"\b(?:mødet? den|mødedato|mødested|til stede|fraværende|afbud|deltagere)\b", re.IGNORECASE
)
# what a text says of a meeting, wherever in it; "Referater" is a link on the page of a council
_HELD = re.compile(
    r"\b(?:referat(?!er)\w*|dagsorden(?!er| og referater\b)\w*|indkald\w*|fraværende|afbud|til stede|deltagere|mødedato|mødested|mødet|besluttede|efterretning|punkt \d|pkt)\b"
    r"|^\W*(?:beslutning|godkendt|vedtaget|tiltrådt|indstilling)\b",
    re.IGNORECASE | re.MULTILINE,
)
_BEHIND_NAME = re.compile(rf"[A-ZÆØÅ][^,;:]{{3,60}}, {POST.pattern}")
_CARDS = 3  # fewer may be those who sign a letter
# whom a mail is for, and what comes with it; what it is about may be a title
_OF_MAIL = re.compile(r"(?:[|│┃║]\s*)?(?:fra|til|cc|bcc|sendt|vedhæft\w*|bilag)\s?:", re.IGNORECASE)
# what a list says of the meeting that it was made for: "Bilag 2 til punkt 4 på mødet den 3. maj 2024"
_OF_APPENDIX = re.compile(
    r"bilag(?: nr\.?)?(?: (?:\d{1,2}|[a-z]))?:? (?:til|vedr\.|vedrørende) ", re.IGNORECASE
)
_LONGEST_LABEL = 60
_HIGHEST = 4  # rows of a table among which its titles are
_SEATS = 2  # people, below which a page is no list
# it ends as one, or one of some words ends in it
_SENTENCE = re.compile(r"[.!]$|(?:\w+[ ,]+){5}[\w ,]*\w[.?!] (?=[A-ZÆØÅ])")
_STRONG = frozenset(
    {ListPart.PURPOSE, ListPart.LEGAL_BASIS, ListPart.RULE, ListPart.PERIOD, ListPart.FORUM}
)


def is_list(layer: TextLayer, registry: Registry, lexicon: Lexicon) -> bool:
    """Whether a document is an appointment list, by what it says and how it is built."""
    shown = _Shown(layer, registry, lexicon)
    titled = shown.title()
    if titled == ListPattern.OTHER or shown.decisions >= _MOST_DECISIONS:
        return False
    if shown.has_forum_lines() and not shown.is_meeting:
        return True  # also in a mail
    if shown.tells_changes():
        return False
    tells = is_message(layer)  # whatever it is about
    if tells and titled is None and not any(map(shown.names_forums, shown.units)):
        return False  # also where a table shows who sits in one
    if any(map(shown.is_head, shown.units)) or shown.has_grid():
        return titled is not None or not shown.is_meeting
    if tells:
        return False
    return shown.lists() if titled is not None else shown.lists_untitled()


class _Shown:
    """What a document shows: how much of it lists, and how much tells."""

    def __init__(self, layer: TextLayer, registry: Registry, lexicon: Lexicon) -> None:
        self.layer = layer
        self.sections = lexicon.sections
        self.patterns = lexicon.lists.patterns
        found = find_units(layer, lexicon.given_names)
        self.units = tuple(lines_with_given_first(found, lexicon.given_names))
        self.texts = [text for unit in self.units for text in (unit.text, *_further(unit))]
        self.headings = HeadingReader(lexicon, BodyReader(registry, layer.reading.text))
        self.entries = EntryReader.of(layer.reading.text, registry, lexicon, self.headings)
        self.posts = PostReader(self.headings, self.entries, day=None)
        self.outline = Outline(self.headings.bodies)
        self.lines = ForumLineReader(self.outline, self.posts, owner=None)

    # --- what the document says of itself ---

    def title(self) -> ListPattern | None:
        """Whether a line at the top is the title of a list, or of something else."""
        top = [self.layer.read(line) for line in self.layer.lines[:_TOP]]  # run together in a unit
        front = [
            closed_up(text)
            for text in (*top, *self.texts[:_FRONT])
            if len(text) <= _LONGEST_TITLE
            and not (_OF_MAIL.match(text) or _OF_APPENDIX.match(text))
        ]
        kinds = (
            kind
            for text in front
            for kind in (ListPattern.OTHER, ListPattern.TITLE)
            if self.patterns[kind].search(text)
        )
        return next(kinds, None)

    @cached_property
    def decisions(self) -> int:
        """How many lines head a decision; beside a forum, "Indstilling" is what a council does for it."""
        texts = (unit.text for unit in self.units)
        kinds = (self.sections.get(fold(text.rstrip(" :"))) for text in texts if len(text) < 60)
        return sum(kind in _DECIDED for kind in kinds)

    @cached_property
    def is_meeting(self) -> bool:
        """Whether what stands first says when there was a meeting, or who came; not what a list is for."""
        front = (
            text
            for text in self.texts[:_FRONT]
            if not _OF_APPENDIX.match(text) and not (len(text) > _LONGEST_TITLE and text[-1] == ".")
        )
        return any(map(_MEETING.search, front))

    @cached_property
    def told(self) -> Sequence[bool]:
        """Which texts are sentences."""
        return [_SENTENCE.search(text) is not None for text in self.texts]

    # --- with a title, and without ---

    def lists(self) -> bool:
        """Whether a document with the title of a list is one."""
        if any(map(self._label, self.texts)) or any(map(self.headings.group, self.texts)):
            return True
        shows = self._tells_posts() or self._listed_posts >= _SEATS
        is_of_facts = not self.decisions and any(find_facts(self.units, self.headings))
        shows = shows or is_of_facts or (not self.decisions and self._lists_people())
        return (shows and not self.is_meeting) or self._shows_cards()

    def lists_untitled(self) -> bool:
        """Whether a document without a title is one, by its labels, or by those whom it shows."""
        strong = sum(self._label(text) in _STRONG for text in self.texts)
        if strong >= _LABELS and not self.is_meeting:
            return True
        # a page that says what a council is for may also say when it meets
        is_described = strong > 1 and not self.is_meeting
        if not is_described and _HELD.search(self.layer.reading.text):
            return False
        return self._shows_seats() or self._shows_cards() or self._is_of_posts()

    def _label(self, text: str) -> ListPart | None:
        label, colon, _ = text.partition(":")
        if not colon or len(label) > _LONGEST_LABEL:
            return None
        column = self.headings.column(label)
        return None if column is None or column.part == ListPart.DATE else column.part

    # --- tables ---

    def is_head(self, unit: Unit) -> bool:
        """Whether a row heads the columns of a list: forums and people, or people and their roles."""
        parts = [column.part for cell in unit.cells if (column := self.headings.column(cell.text))]
        people = {ListPart.PERSON, ListPart.FAMILY} & set(parts)
        kept = set(parts) & {
            ListPart.FORUM, ListPart.ORGANIZATION, ListPart.ROLE, ListPart.BY, ListPart.PERIOD, ListPart.FROM, ListPart.PURPOSE,
        }  # fmt: skip
        several = sum(part == ListPart.PERSON for part in parts) > 1
        known = len(parts) >= 2 and 2 * len(parts) > len(unit.cells)
        return known and bool(people) and (bool(kept) or several)

    def names_forums(self, unit: Unit) -> bool:
        """Whether a row heads the columns of a list of several forums."""
        columns = [self.headings.column(cell.text) for cell in unit.cells[:-1]]
        of_forum = any(column is not None and column.part == ListPart.FORUM for column in columns)
        return of_forum and self.is_head(unit)

    def tells_changes(self) -> bool:
        """Whether a letter or a memo shows who comes and who goes, and not who sits there."""
        titles = ([cell.text for cell in unit.cells] for unit in self.units)
        return is_message(self.layer) and any(any(find_moves(cells)) for cells in titles)

    def has_grid(self) -> bool:
        """Whether a table has a column for each forum, with crosses, letters or names in the cells."""
        marks = with_legend(self.headings.words.roles, (unit.text for unit in self.units))
        grids = GridReader(self.outline, self.entries, self.lines.is_forum, self.layer.passage)
        return any(
            find_matrix(self.units, at, self.headings, marks) or grids.find(self.units, at)
            for at in self._first_rows()
        )

    def _first_rows(self) -> Iterator[int]:
        """The first rows of tables: what heads a table may stand above the titles of its columns."""
        for _, rows in groupby(enumerate(self.units), key=lambda each: each[1].table):
            for at, unit in islice(rows, _HIGHEST):
                if unit.table is not None:
                    yield at

    # --- lines ---

    def has_forum_lines(self) -> bool:
        """Whether more lines have a forum and its people than tell something: "Havnerådet: Anna Holm (A)"."""
        listed = [self.lines.parted(text) is not None for text in self.texts]
        told = sum(tells and not lists for tells, lists in zip(self.told, listed, strict=True))
        return sum(listed) >= _LABELS and sum(listed) > told

    def _lists_people(self) -> bool:
        """Whether more lines name somebody than tell something in a sentence that names no two."""
        is_entry = self.entries.is_entry
        told = [
            tells
            and not (is_entry(text) or is_entry(text.partition(": ")[2]))
            and len(self.entries.find(text)) < _SEATS
            for text, tells in zip(self.texts, self.told, strict=True)
        ]
        named = sum(
            not tells and bool(self.entries.find(text))
            for text, tells in zip(self.texts, told, strict=True)
        )
        return named >= _SEATS and named > sum(told)

    def _shows_cards(self) -> bool:
        """Whether a page shows a board, a card for each seat, and tells less than it shows."""
        cards = CardReader(self.entries, self.headings).cards(self.units)
        shown = {unit.start for card in cards for unit in card.lines}
        told = (_SENTENCE.search(unit.text) for unit in self.units if unit.start not in shown)
        return len(cards) >= _CARDS and len(cards) > sum(map(bool, told))

    def _shows_seats(self) -> bool:
        """Whether people are listed below "Medlemmer" or beside "Formand": the page of one council.

        A newsletter tells more than it lists, and has no deputies beside the members; how many seats there are
        stands above a list.
        """
        texts, told = self.texts, self.told
        ruled = sum(
            tells and any(find_seat_rules(text)) for text, tells in zip(texts, told, strict=True)
        )
        listed = [
            not tells and self.entries.is_entry(text)
            for text, tells in zip(texts, told, strict=True)
        ]
        groups = [
            group
            for above, is_listed in zip(texts, listed[1:], strict=False)
            if is_listed and (group := self.headings.group(above)) is not None
        ]
        people = [
            entry
            for text, is_listed in zip(texts, listed, strict=True)
            if is_listed
            for entry in self.entries.read(text[lead_length(text) :])
        ]
        roles = [entry.role for entry in people]
        has_deputies = Role.DEPUTY in (*roles, *(group.role for group in groups))
        is_paired = has_deputies and any(group.role is not Role.DEPUTY for group in groups)
        is_headed = bool(groups) or Role.CHAIR in roles
        is_full = is_paired or len(people) > sum(told) - ruled
        return is_headed and len(people) >= _SEATS and is_full

    def _tells_posts(self) -> bool:
        """Whether lines say what somebody is, alone or behind a name: "Formand for Havnerådet"."""
        told = (
            POST.match(text[lead_length(text) :]) or _BEHIND_NAME.match(text) for text in self.texts
        )
        return sum(map(bool, told)) >= _SEATS

    def _is_of_posts(self) -> bool:
        """Whether more lines than sentences name a forum and a role in it: "• Havnerådet - formand"."""
        return self._listed_posts >= _LABELS and self._listed_posts > sum(self.told)

    @cached_property
    def _listed_posts(self) -> int:
        listed = (text for text in self.texts if lead_length(text))
        return sum(self.posts.read(text) is not None for text in listed)


def _further(unit: Unit) -> Iterator[str]:
    """The cells of a row after the first, where labels may stand too."""
    return (cell.text for cell in unit.cells[1:])
