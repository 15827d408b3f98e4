"""Lists by person that are written out: somebody's name, and below it what she or he is and where."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kkr_graph.appointments.entries import Entry
from kkr_graph.appointments.headings import without_lead
from kkr_graph.appointments.labels import LABEL
from kkr_graph.appointments.outline import Outline, Row
from kkr_graph.appointments.posts import Post, PostReader
from kkr_graph.appointments.roles import pieces
from kkr_graph.appointments.titles import TitleReader
from kkr_graph.appointments.units import Unit
from kkr_graph.language.parties import party_token
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import ListPart, ListPattern
from kkr_graph.model.names import clean, fold
from kkr_graph.model.span import Passage

# whose posts a heading is over: "Hvervsliste for Bo Lund (V)", "Bo Lunds hverv"
_FOR = re.compile(
    r"(?:hvervs\w+|(?:(?:udvalg|råd) og )?(?:tillids)?(?:hverv|poster))(?: for|:| [–—-]) (?P<who>[A-ZÆØÅ].+)",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?P<who>[A-ZÆØÅ].+?)(?:['’]s?|s) (?:(?:udvalg|råd) og )?(?:tillids)?(?:hverv|poster)"
)
_TITLE = re.compile(r"\bhverv$", re.IGNORECASE)  # "Byrådets hverv"
_ELECTED = re.compile(r"\b(?:Byråd|Kommunalbestyrelse|Kommune|Regionsråd|Region)", re.IGNORECASE)
_ROLE_FOR = re.compile(r"(?P<role>[\w. ]{4,30}?) (?:for|af|i)")

_PARTY = re.compile(r"^\s*\([^()]*\)")
_LETTER = re.compile(r" \([A-ZÆØÅ]{1,3}\)$")  # "Venstre (V)", over those of a party
_OF_NOBODY = re.compile(
    r"(?:ledige|ubesatte|vakante|udtrådte?|afgåe(?:t|de)|fratrådte?|ændringer|forkortelser|noter)\b(?! (?:af|fra) )",
    re.IGNORECASE,
)
_PAIR = 2  # cells
_BESIDE = " ,:;–—-"
# whose posts stand behind a name: "Bo Lund (V), Nyborg: Havnerådet"
_SET_APART = re.compile(r"(?P<person>[^:–—]*)(?::| [–—-]) (?P<posts>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Whose posts the lines below are, and what a name of a forum alone means there."""

    entry: Entry
    role: Role | None = None
    by: str | None = None
    is_skipping: bool = False  # below "Uddannelse"
    is_new: bool = True  # the name is on the line above


class BearerReader:
    """Reads such lines into the outline."""

    def __init__(
        self,
        outline: Outline,
        posts: PostReader,
        is_contact: Callable[[str], bool],
        passage: Callable[[int, int], Passage],
        owner: str | None,
    ) -> None:
        self.outline = outline
        self.posts = posts
        self.entries = posts.entries
        self.headings = posts.headings
        self.words = posts.words
        self.titles = TitleReader(self.entries)
        self.is_contact = is_contact
        self.passage = passage
        self.owner = owner
        self.bearer: Bearer | None = None
        self.party: str | None = None  # of all below a heading
        self.place: str | None = None  # where they are from

    def close(self) -> None:
        """What comes next is about nobody in particular."""
        self.bearer = None

    def read(self, unit: Unit, below: Sequence[Unit]) -> bool | None:
        """Read a line: whether it was understood; None where it is of no list by person."""
        if self._begins(unit, below):
            return True
        text = clean(unit.text)
        if self._heads_people(text, below):
            self.party = self.entries.party_of(_LETTER.sub("", text))
            self.place = self.entries.place_of(text)
            if self._is_of_all(text) or (self.bearer is None and not self.posts.is_forum(text)):
                self.close()
                self.outline.pending = self.outline.current = None
                return True
        if _TITLE.search(text) and self.words.patterns[ListPattern.TITLE].search(text):
            self.close()
            self.outline.pending = self.outline.current = None
            return True
        if self.bearer is None or self._heads_nobody(text):
            self.close()
            return None
        is_read = self._is_told(text, unit) or self._tell_posts(text, unit, below)
        self.bearer = replace(self.bearer, is_new=False)
        if is_read:
            return True
        if self._is_next_forum(text, below):
            self.close()
            return None
        return False

    # --- whose posts they are ---

    def _begins(self, unit: Unit, below: Sequence[Unit]) -> bool:
        text = clean(unit.text)
        named = _FOR.fullmatch(text) or _OF.fullmatch(text)
        if named is not None:
            found = self.entries.read(named["who"])
            if len(found) == 1 and self.entries.is_entry(named["who"]):
                self._open(found[0], role=Role.MEMBER)
                return True
        is_post = self.bearer is not None and bool(self._in_cells(unit))
        if is_post or not self._names_bearer(text, below):
            return False
        found = self.entries.read(without_lead(text))
        if len(found) != 1 or found[0].event is Event.LEFT:
            return False
        self._open(found[0], role=None)
        self._add(self._beside(text), unit)
        return True

    def _names_bearer(self, text: str, below: Sequence[Unit]) -> bool:
        """Whether a line names somebody whose posts stand beside the name, or below it."""
        if not self._is_name(text):
            return False
        if self._set_apart(text) is not None and self.outline.is_headed_by(self.owner):
            return bool(self._beside(text))
        return self._may_begin(below) and self._shows_posts(text, below)

    def _shows_posts(self, text: str, below: Sequence[Unit]) -> bool:
        return bool(self._beside(text)) or self._has_posts(below)

    def _heads_people(self, text: str, below: Sequence[Unit]) -> bool:
        """Whether a line stands over people and their posts, of no forum: "Venstre (V)", "Uden for partierne"."""
        if not below or without_lead(text) != text:
            return False
        first, rest = clean(below[0].text), below[1:]
        if self._is_of_all(text):
            return self._is_name(first) and self._shows_posts(first, rest)
        return self._names_bearer(first, rest)

    def _is_of_all(self, heading: str) -> bool:
        """Whether a heading is a party or a municipality, whose people stand below."""
        place = self.entries.place_of(heading)
        return place is not None or self._party_of(heading) is not None

    def _heads_nobody(self, text: str) -> bool:
        """Whether what stands below a line is nobody's post: "Ledige pladser", "Udtrådt siden sidst"."""
        return _OF_NOBODY.match(text) is not None and not self.entries.find(text)

    def _party_of(self, heading: str) -> str | None:
        return party_token(_LETTER.sub("", heading), self.entries.registry)

    def _is_name(self, text: str) -> bool:
        """Whether a line begins with somebody: "Suppleant for Anna Holm i Klimarådet" is a post."""
        if not self.entries.is_entry(text):
            return False
        plain = without_lead(text)
        lead = clean(plain[: self.entries.find(plain)[0].start]).strip()
        is_label = lead.endswith(":")  # "2. viceborgmester: Anna Holm", above the forums
        lead = lead.strip(_BESIDE)
        return not lead or (self._is_office(lead) and " for" not in lead and not is_label)

    def _is_office(self, text: str) -> bool:
        """Whether a phrase is an occupation or an office, and no role in a forum."""
        first = fold(text).split(" ", 1)[0]
        return self.entries.people.words.is_title(text) and first not in self.words.roles

    def _open(self, entry: Entry, *, role: Role | None) -> None:
        plain = Entry(
            name=entry.name,
            party=entry.party or self.party,
            municipality=entry.municipality or self.place,
            certain=entry.certain,
        )
        self.bearer = Bearer(entry=plain, role=role)
        self.outline.pending = self.outline.current = None

    def _may_begin(self, below: Sequence[Unit]) -> bool:
        """Whether no forum is spoken of, in which whoever is named would sit."""
        title = self.outline.title()
        if self.bearer is not None or title is None or self._party_of(title) is not None:
            return True
        return self.outline.is_headed_by(self.owner) and (
            _is_elected(title) or self._lists_posts(below)
        )

    def _lists_posts(self, below: Sequence[Unit]) -> bool:
        """Whether a post stands below a name with a bullet, as nobody who sits with somebody does."""
        for unit in below:
            text = clean(unit.text)
            if unit.table is not None or self._is_name(text):
                return False
            if without_lead(text) != text:
                return bool(self._found(text, Role.MEMBER))
            if not self._is_office(re.split(r",| i ", text)[0]):
                return False  # "Borgmester i Køge Kommune" is told of whoever stands above
        return False

    def _beside(self, text: str) -> Sequence[Post]:
        """Posts on the line of the name: "Bo Lund (V), formand for Havnerådet"."""
        posts = self._set_apart(text)
        if posts is not None:
            return self.posts.several(posts, Role.MEMBER) or ()
        return self.posts.several(self._behind(text).strip(_BESIDE)) or ()

    def _behind(self, text: str) -> str:
        (person, *_) = self.entries.find(text)
        return _PARTY.sub("", text[person.end :])

    def _set_apart(self, text: str) -> str | None:
        """The posts behind a colon or a dash, with nothing before it but who somebody is."""
        parted = _SET_APART.fullmatch(self._behind(text))
        is_plain = parted is not None and self._is_of_person_alone(parted["person"])
        return parted["posts"] if parted is not None and is_plain else None

    def _is_of_person_alone(self, text: str) -> bool:
        """Whether what stands behind a name is a party, a municipality or an office, and no post."""
        return all(
            self.entries.place_of(piece)
            or party_token(piece, self.entries.registry)
            or self.entries.people.words.is_title(piece)
            for piece in pieces(text)
        )

    def _has_posts(self, below: Sequence[Unit]) -> bool:
        """Whether posts stand below a name, before the next name."""
        if self._is_close(below) and self._found(clean(below[0].text), Role.MEMBER):
            return True
        for unit in below:
            text = clean(unit.text)
            if unit.table is not None or self._is_name(text):
                return False
            label = LABEL.fullmatch(without_lead(text))
            if self._heads_posts(label["label"] if label is not None else text):
                return True
            if self._found(text, Role.MEMBER if without_lead(text) != text else None):
                return True
            if self.titles.seems(text) and self.posts.read(text, Role.MEMBER) is not None:
                return False
        return False

    # --- what is not kept, and headings ---

    def _is_told(self, text: str, unit: Unit) -> bool:
        """What heads posts, tells of the person, or is not kept."""
        assert self.bearer is not None
        if self.is_contact(text):
            return True
        label = LABEL.fullmatch(without_lead(text))
        phrase, value = (label["label"], label["value"]) if label is not None else (text, "")
        background = self.words.patterns[ListPattern.BACKGROUND].search(without_lead(text))
        if background is not None:
            if background.end() == len(without_lead(text)) and without_lead(text) == text:
                self.bearer = replace(self.bearer, is_skipping=not value)
            return True
        column = self.headings.column(phrase) if label is not None else None
        if column is not None and column.part in (ListPart.NOTHING, ListPart.TITLE):
            return True
        if self._heads_posts(phrase):
            role = self._role_in(phrase) or Role.MEMBER
            by = self.headings.by(phrase)
            self.bearer = replace(self.bearer, role=role, by=by, is_skipping=False)
            return not value or self.entries.is_dash(value) or self._tell_posts(value, unit, ())
        if self.bearer.is_skipping or self.entries.is_dash(without_lead(text)):
            return True
        return self._is_of_person(text)

    def _heads_posts(self, phrase: str) -> bool:
        plain = without_lead(phrase).strip(" :")
        is_heading = self.words.patterns[ListPattern.POSTS].search(plain) is not None
        return is_heading or self._role_in(phrase) is not None

    def _role_in(self, phrase: str) -> Role | None:
        """``Formand for:``, before the names of forums."""
        match = _ROLE_FOR.fullmatch(without_lead(phrase).strip(" :"))
        role = None if match is None else self.words.roles.get(fold(match["role"]))
        return None if role is Role.DEPUTY else role  # "Suppleant for:" is followed by somebody

    def _is_of_person(self, text: str) -> bool:
        """A party or a municipality, on a line below the name."""
        assert self.bearer is not None
        entry = self.bearer.entry
        token = party_token(text, self.entries.registry)
        if token is not None:
            party = entry.party or self.entries.scheme.letter(token)
            self.bearer = replace(self.bearer, entry=replace(entry, party=party))
            return True
        office, _, employer = text.rpartition(", ")  # "Borgmester, Køge Kommune"
        told = employer if self.entries.people.words.is_title(office) else text
        place = self.entries.place_of(told) if " " not in told or told.endswith("ommune") else None
        if place is not None:
            place = entry.municipality or place
            self.bearer = replace(self.bearer, entry=replace(entry, municipality=place))
            return True
        return self._is_office(without_lead(text)) and not self._found(text, None)

    def _is_next_forum(self, text: str, below: Sequence[Unit]) -> bool:
        """Whether a line heads those who sit in a forum: names stand below, and no posts below them."""
        is_titled = self.titles.seems(text) or self.headings.group(text) is not None
        first = below[0] if below else None
        return (
            is_titled
            and without_lead(text) == text
            and first is not None
            and self.entries.is_entry(clean(first.text))
            and not self._has_posts(below[1:])
        )

    # --- posts ---

    def _found(self, text: str, role: Role | None) -> Sequence[Post]:
        return self.posts.several(without_lead(text), role) or ()

    def _tell_posts(self, text: str, unit: Unit, below: Sequence[Unit]) -> bool:
        assert self.bearer is not None
        is_alone = self.bearer.is_new and self._is_close((unit, *below))
        is_listed = is_alone or without_lead(unit.text) != unit.text
        role = self.bearer.role or (Role.MEMBER if is_listed else None)
        found = self._found(text, role) or self._in_cells(unit)
        self._add(found, unit)
        return bool(found)

    def _is_close(self, units: Sequence[Unit]) -> bool:
        """Whether the first line stands right below one of a person, and apart from the next: it is no heading."""
        if self.bearer is None or not units or units[0].gap:
            return False
        return len(units) == 1 or units[1].gap > 0

    def _in_cells(self, unit: Unit) -> Sequence[Post]:
        """A forum in one cell and the role in the next, whatever words the name is made of."""
        if len(unit.cells) < _PAIR or self.entries.roles.beside("", unit.cells[1].text) is None:
            return ()
        post = self.posts.read(unit.text, is_named=True)
        return () if post is None else (post,)

    def _add(self, posts: Sequence[Post], unit: Unit) -> None:
        assert self.bearer is not None
        passage = self.passage(unit.start, unit.end)
        for post in posts:
            self.outline.add_post(self.bearer.entry, post, Row(passage=passage, by=self.bearer.by))


def _is_elected(title: str) -> bool:
    """Whether a heading is a council to which nobody is appointed: "Køge Byråd 2026-2029"."""
    return _ELECTED.search(title) is not None
