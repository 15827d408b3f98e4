"""Whether a document is an appointment list, by what it says and how it is built."""

import re
from collections.abc import Iterator, Sequence

from kkr_graph.appointments.cards import CardReader
from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.facts import find_facts
from kkr_graph.appointments.headings import HeadingReader, lead_length
from kkr_graph.appointments.matrix import find_matrix
from kkr_graph.appointments.posts import POST, PostReader
from kkr_graph.appointments.rules import find_seat_rules
from kkr_graph.appointments.units import Unit, find_units
from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.letters import is_letter
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
_SEATS = 2  # people, below which a page is no list
# it ends as one, or one of some words ends in it
_SENTENCE = re.compile(r"[.!]$|(?:\w+[ ,]+){5}[\w ,]*\w[.?!] (?=[A-ZÆØÅ])")
_STRONG = frozenset(
    {ListPart.PURPOSE, ListPart.LEGAL_BASIS, ListPart.RULE, ListPart.PERIOD, ListPart.FORUM}
)


def is_list(layer: TextLayer, registry: Registry, lexicon: Lexicon) -> bool:
    """Whether a document is an appointment list, by what it says and how it is built."""
    units = find_units(layer, lexicon.given_names)
    texts = [text for unit in units for text in (unit.text, *_further(unit))]
    headings = HeadingReader(lexicon, BodyReader(registry, layer.reading.text))
    patterns = lexicon.lists.patterns
    top = [layer.read(line) for line in layer.lines[:_TOP]]  # which a unit may have run together
    front = [
        closed_up(text)
        for text in (*top, *texts[:_FRONT])
        if len(text) <= _LONGEST_TITLE and not (_OF_MAIL.match(text) or _OF_APPENDIX.match(text))
    ]
    titled = next(
        (
            kind
            for text in front
            for kind in (ListPattern.OTHER, ListPattern.TITLE)
            if patterns[kind].search(text)
        ),
        None,
    )
    # beside a forum, "Indstilling" is what a council does for it
    decisions = _decisions([unit.text for unit in units], lexicon)
    if titled == ListPattern.OTHER or decisions >= _MOST_DECISIONS:
        return False
    tells = is_letter(layer)  # whatever it is about
    of_forums = any(_names_forums(unit, headings) for unit in units)
    if tells and titled is None and not of_forums:
        return False  # also where a table shows who sits in one
    if any(_is_head(unit, headings) for unit in units) or _has_matrix(units, headings):
        return titled is not None or not _is_meeting(texts)
    if tells:
        return False
    labelled = [part for text in texts if (part := _label(text, headings)) is not None]
    if titled is not None:
        if labelled or any(headings.group(text) for text in texts):
            return True
        entries = EntryReader.of(layer.reading.text, registry, lexicon, headings)
        shows = _tells_posts(texts) or _lists_posts(texts, PostReader(headings, entries, day=None))
        shows = shows or (not decisions and any(find_facts(units, headings)))
        shows = shows or (not decisions and _lists_people(texts, entries))
        return (shows and not _is_meeting(texts)) or _shows_cards(units, entries, headings)
    strong = [part for part in labelled if part in _STRONG]
    if len(strong) >= _LABELS and not _is_meeting(texts):
        return True
    # a page that says what a council is for may also say when it meets
    described = len(strong) > 1 and not _is_meeting(texts)
    tells_of_none = described or not _HELD.search(layer.reading.text)
    if not tells_of_none:
        return False
    entries = EntryReader.of(layer.reading.text, registry, lexicon, headings)
    return _shows_seats(texts, headings, entries) or _shows_cards(units, entries, headings)


def _shows_cards(units: Sequence[Unit], entries: EntryReader, headings: HeadingReader) -> bool:
    """Whether a page shows a board, a card for each seat, and tells less than it shows."""
    cards = CardReader(entries, headings).cards(units)
    shown = {unit.start for card in cards for unit in card.lines}
    told = (_SENTENCE.search(unit.text) for unit in units if unit.start not in shown)
    return len(cards) >= _CARDS and len(cards) > sum(map(bool, told))


def _lists_people(texts: Sequence[str], entries: EntryReader) -> bool:
    """Whether more lines name somebody than tell something in a sentence."""
    listed = [any(map(entries.is_entry, (text, text.partition(": ")[2]))) for text in texts]
    told = [
        not lists and _SENTENCE.search(text) is not None
        for text, lists in zip(texts, listed, strict=True)
    ]
    named = [not tells and entries.find(text) for text, tells in zip(texts, told, strict=True)]
    number = sum(map(bool, named))
    return number >= _SEATS and number > sum(told)


def _shows_seats(texts: Sequence[str], headings: HeadingReader, entries: EntryReader) -> bool:
    """Whether people are listed below "Medlemmer" or beside "Formand": the page of one council.

    A newsletter tells more than it lists, and has no deputies beside the members; how many seats there are
    stands above a list.
    """
    told = [_SENTENCE.search(text) is not None for text in texts]
    ruled = sum(
        is_told and any(find_seat_rules(text)) for text, is_told in zip(texts, told, strict=True)
    )
    listed = [
        not is_told and entries.is_entry(text) for text, is_told in zip(texts, told, strict=True)
    ]
    groups = [
        group
        for above, is_listed in zip(texts, listed[1:], strict=False)
        if is_listed and (group := headings.group(above)) is not None
    ]
    people = [
        entry
        for text, is_listed in zip(texts, listed, strict=True)
        if is_listed
        for entry in entries.read(text[lead_length(text) :])
    ]
    roles = [entry.role for entry in people]
    has_deputies = Role.DEPUTY in (*roles, *(group.role for group in groups))
    is_paired = has_deputies and any(group.role is not Role.DEPUTY for group in groups)
    is_headed = bool(groups) or Role.CHAIR in roles
    return is_headed and len(people) >= _SEATS and (is_paired or len(people) > sum(told) - ruled)


def _tells_posts(texts: Sequence[str]) -> bool:
    """Whether lines say what somebody is, alone or behind a name: "Formand for Havnerådet"."""
    told = (POST.match(text[lead_length(text) :]) or _BEHIND_NAME.match(text) for text in texts)
    return sum(map(bool, told)) >= _SEATS


def _lists_posts(texts: Sequence[str], posts: PostReader) -> bool:
    """Whether lines with a bullet name a forum and a role in it: "• Havnerådet - formand"."""
    listed = (text for text in texts if lead_length(text))
    return sum(posts.read(text) is not None for text in listed) >= _SEATS


def _further(unit: Unit) -> Iterator[str]:
    """The cells of a row after the first, where labels may stand too."""
    return (cell.text for cell in unit.cells[1:])


def _decisions(texts: Sequence[str], lexicon: Lexicon) -> int:
    kinds = (lexicon.sections.get(fold(text.rstrip(" :"))) for text in texts if len(text) < 60)
    return sum(kind in _DECIDED for kind in kinds)


def _is_meeting(texts: Sequence[str]) -> bool:
    front = (text for text in texts[:_FRONT] if not _OF_APPENDIX.match(text))
    return any(map(_MEETING.search, front))


def _is_head(unit: Unit, headings: HeadingReader) -> bool:
    """Whether a row heads the columns of a list: forums and people, or people and their roles."""
    parts = [column.part for cell in unit.cells if (column := headings.column(cell.text))]
    people = {ListPart.PERSON, ListPart.FAMILY} & set(parts)
    kept = set(parts) & {
        ListPart.FORUM, ListPart.ORGANIZATION, ListPart.ROLE, ListPart.BY, ListPart.PERIOD, ListPart.FROM, ListPart.PURPOSE,
    }  # fmt: skip
    several = sum(part == ListPart.PERSON for part in parts) > 1
    known = len(parts) >= 2 and 2 * len(parts) > len(unit.cells)
    return known and bool(people) and (bool(kept) or several)


def _names_forums(unit: Unit, headings: HeadingReader) -> bool:
    """Whether a row heads the columns of a list of several forums."""
    columns = [headings.column(cell.text) for cell in unit.cells[:-1]]
    of_forum = any(column is not None and column.part == ListPart.FORUM for column in columns)
    return of_forum and _is_head(unit, headings)


def _has_matrix(units: Sequence[Unit], headings: HeadingReader) -> bool:
    return any(find_matrix(units[at:], headings) is not None for at in _first_rows(units))


def _first_rows(units: Sequence[Unit]) -> Iterator[int]:
    """Where tables begin."""
    for at, unit in enumerate(units):
        if unit.table is not None and (at == 0 or units[at - 1].table != unit.table):
            yield at


def _label(text: str, headings: HeadingReader) -> ListPart | None:
    label, colon, _ = text.partition(":")
    if not colon or len(label) > 60:
        return None
    column = headings.column(label)
    return None if column is None or column.part == ListPart.DATE else column.part
