"""The people of a list, each with what stands beside the name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kkr_graph.appointments.days import NO_DAYS, Period, read_days
from kkr_graph.appointments.headings import HeadingReader, lead_length
from kkr_graph.language.names import is_given
from kkr_graph.language.parties import PartyScheme, decide_scheme, party_token, party_tokens
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.presented import Presented
from kkr_graph.language.sentences import sentences
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import Lexicon, ListPattern
from kkr_graph.model.names import clean, fold
from kkr_graph.model.registry import Registry

_DEPUTY = re.compile(
    r"\b(?:suppleant(?:en)?|stedfortræder(?:en)?|stedf\.?|stf\.?|suppl\.?|deputy|substitute)\W*(?:er\s+|for\s+\w+\W+)?(?:[a-zæøå.]+\s+)?$",
    re.IGNORECASE,
)
_OF_ABOVE = re.compile(r"\W*(?:personlig )?(?:suppleant|stedfortræder)\b", re.IGNORECASE)
_SUCCEEDED = re.compile(
    r"\b(?:afløst|erstattet|efterfulgt|replaced|succeeded)(?: [^,;.]{0,30}?)? (?:af|by)\s*(?:[a-zæøå]+ )?$",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:for|for:)\s*(?:[a-zæøå]+\s+)?$", re.IGNORECASE)
# "– suppleant: " is said of the next
_INTRODUCES = re.compile(
    r"(?:[,;(\n]|\s[–—-]\s|\.\s)\s*(?:(?:[\w.]+ ){0,3}?[\w.]+\s*:|(?:personlig )?(?:suppleant|stedfortræder|stedf\.?|stf\.?|suppl\.?))\s*(?:[a-zæøå.]+ )?$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:kontakt\w*|sekretær\w*|sekretariat\w*|tlf\.?|telefon|v/|sagsbehandler|contact)"
    r"(?:\W*(?:er\W*)?| (?:for|til) [^:;,.]{3,40}:\s*)$",
    re.IGNORECASE,
)
_SECRETARY = re.compile(r"[\s,;(–—-]*(?:[\w-]+ og )?(?:referent|sekretær)\b", re.IGNORECASE)
# "Havnens", "Kystlandets", "Hospitalsenheden": no given name
_DEFINITE = re.compile(r"[A-ZÆØÅ]\w{4,}(?:ets|ens|ernes)|[A-ZÆØÅ]\w{6,}(?:en|et|erne)")
_DEGREE = re.compile(r"(?:cand|dr|lic|mag)\. ?[a-z]+\.?|ph\.d\.", re.IGNORECASE)
# A sentence is no entry: what it tells is for the minutes of the meeting.
_TOLD = re.compile(
    r"(?<!\w)(?:har|havde|blev|bliver|vil|skal|kan|var|deltog|deltager|orienter\w*|ønsker|meddel\w*|rettes|sendes|kontaktes|oplyste|bedes|varetager|indstiller|udpeger|vælger|indstilles|udpeges|vælges|er ikke længere)(?!\w)"
)
_WAITS = re.compile(r"\b(?:afventer|awaiting)\b", re.IGNORECASE)
_PIECE = re.compile(r"[,;()\[\]\t]|\s[–—-]\s|: ")
_COUNCIL = re.compile(r"(?P<place>.+?)s? (?:[Bb]yråd|[Kk]ommunalbestyrelse|[Kk]ommune)$")
_IN_COUNCIL = re.compile(r"(?:[Bb]yrådet|[Kk]ommunalbestyrelsen) i (?P<place>.+)$")
# what a list calls the forum it speaks of; "observatør for de frivillige" is one in it
_ITSELF = frozenset({
    "bestyrelsen", "rådet", "udvalget", "nævnet", "forummet", "kommissionen", "kommissionens",
    "repræsentantskabet", "komiteen", "komitéen", "styregruppen",
})  # fmt: skip
_HERE = frozenset({"observatør", "tilforordnet"})
_ELSEWHERE = re.compile(r"\w+s(?:formand|forkvinde)")  # "Udvalgsformand Anna Holm": her office
_LIST = re.compile(r"\((?:Liste|Lokalliste|Borgerlisten|Partiet)\b[^()]*$")  # "(Liste Vand og Vej)"
_INITIAL = re.compile(r"[A-ZÆØÅ]\.")
_NO_NAME = re.compile(r"(?:Listen?|De[nt]?|Danmarks|Foreningen|Fonden|Bestyrelsen|Selskabet) ")
_COMPANY = re.compile(
    r",? (?:(?:den )?[Ss]elvejende|[AIKP]/S|ApS|AmbA|[Aa]\.?[Mm]\.?[Bb]\.?[Aa]|F\.?M\.?B\.?A|IVS|Fonden)(?!\w)"
)
_NUMBERED = re.compile(r"(?:\d|[A-ZIVX]+\.)")  # "7  Destination Nord" is a heading
_LEAD_WORDS = 3  # before a name where one is expected: "Dommer", "Jurist og mægler"
_DASH = re.compile(r"[-–—.\s]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Somebody in a list. What is None the text does not say."""

    name: str
    party: str | None = None
    municipality: str | None = None
    role: Role | None = None
    event: Event | None = None
    by: str | None = None
    period: Period = NO_DAYS
    deputy_for: str | None = None
    replaces: str | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """What words beside a name say of the seat."""

    event: Event | None
    by: str | None
    period: Period
    certain: bool


class EntryReader:
    """Reads the people of a line or a cell."""

    def __init__(
        self,
        registry: Registry,
        lexicon: Lexicon,
        people: PeopleReader,
        headings: HeadingReader,
        scheme: PartyScheme,
    ) -> None:
        self.registry = registry
        self.words = lexicon.lists
        self.given_names = lexicon.given_names
        self.surnames = lexicon.surnames
        self.bodies = frozenset(
            fold(named.name)
            for named in headings.bodies.defined
            if registry.party_by_press_letter(named.abbreviation or "") is None
        )  # that the document gives an abbreviation
        self.presented: frozenset[str] = frozenset()
        self.people = people
        self.headings = headings
        self.scheme = scheme

    @classmethod
    def of(
        cls, text: str, registry: Registry, lexicon: Lexicon, headings: HeadingReader
    ) -> "EntryReader":
        """A reader for a text whose parties stand in brackets."""
        scheme = decide_scheme(party_tokens(text), registry)
        return cls(registry, lexicon, PeopleReader(registry, lexicon, scheme), headings, scheme)

    # --- whole lines ---

    def is_vacant(self, text: str) -> bool:
        """Whether a line or a cell says that a seat is nobody's."""
        plain = text[lead_length(text) :]
        if not plain.strip() or fold(plain) in self.words.nothing:
            return False
        if self.words.patterns[ListPattern.VACANT].search(plain) and not self.find(plain):
            return True
        pieces = [clean(piece).strip(" .:") for piece in _PIECE.split(plain) if piece.strip()]
        if not pieces or not any(fold(piece) in self.words.vacant for piece in pieces):
            return False
        # who is named behind "Vakant" had the seat before, or may get it
        return fold(pieces[0]) in self.words.vacant or not self.find(plain)

    def is_dash(self, text: str) -> bool:
        """Whether a cell only says that there is nothing in it."""
        return _DASH.fullmatch(text) is not None or fold(text) in self.words.nothing

    def find(self, text: str) -> tuple[Presented, ...]:
        """Everybody in a text; "Den Fælles Pulje" has the form of a name, and is none."""
        return tuple(
            person
            for person in self.people.find(text)
            if not _NO_NAME.match(person.name)
            and not _COMPANY.match(text, person.end)
            and (not _DEFINITE.fullmatch(person.name.split()[0]) or self._is_given(person.name))
            and party_token(person.name, self.registry) is None
            and fold(person.name) not in self.bodies
            and not _LIST.search(text[: person.start])
            and not self.words.patterns[ListPattern.TITLE].search(person.name)
        )

    def is_entry(self, text: str, *, expected: bool = False) -> bool:
        """Whether a line lists people: it begins with one, and tells no story.

        Where nobody is ``expected``, a phrase alone is a person only by a known given name.
        """
        plain = text[lead_length(text) :]
        found = self.find(plain)
        if not found or _TOLD.search(plain):
            return False
        lead = clean(plain[: found[0].start]).strip(" ,:–—-(")
        if expected:
            return len(lead.split()) <= _LEAD_WORDS or self._is_lead(lead)
        is_bare = clean(plain).strip(" .") == clean(found[0].name)
        if is_bare and (plain == text or _NUMBERED.match(text)):
            return (self._is_given(found[0].name)) or fold(found[0].name) in self.presented
        return not lead or self._is_lead(lead)

    def is_named(self, text: str) -> bool:
        """Whether a phrase is a person's name by its given name."""
        return any(self._is_given(person.name) for person in self.find(text))

    def know(self, lines: Iterable[str]) -> None:
        """Who is presented somewhere with a party or a title, is known where the name stands alone."""
        self.presented = frozenset(
            fold(person.name)
            for line in lines
            for person in self.find(line)
            if person.title is not None or person.party is not None
        )

    def know_above(self, lines: Sequence[str]) -> None:
        """A name that stands alone above its deputy is somebody's."""
        self.presented |= {
            fold(person.name)
            for line, below in pairwise(lines)
            if _OF_ABOVE.match(below)
            for person in self.find(line)
            if line == person.name
        }

    def _is_given(self, name: str) -> bool:
        """Whether a name is somebody's, by its first word or a common surname."""
        first, *_, last = name.split()
        known = is_given(first, self.given_names)
        return known or _INITIAL.fullmatch(first) is not None or fold(last) in self.surnames

    def _is_lead(self, lead: str) -> bool:
        """What may stand before the first name: a title, a role, a group."""
        words = [piece for piece in re.split(r"[,:]\s*", lead) if piece]
        return all(
            self.people.words.is_title(piece)
            or _DEGREE.fullmatch(piece) is not None
            or self.headings.column(piece) is not None
            or self.headings.group(piece) is not None
            or self.registry.municipality(piece) is not None
            for piece in words
        )

    # --- people ---

    def read(self, text: str, *, lone: str | None = None) -> tuple[Entry, ...]:
        """Those whom a line or a cell lists.

        ``lone`` is the one member of the line before, whose deputy "Suppleant: X" is.
        """
        found = self.find(text)
        ends = [*(person.start for person in found), len(text)][1:]
        entries: list[Entry] = []
        holder = lone
        end = 0
        for person, stop in zip(found, ends, strict=True):
            name_at = text.index(person.name, person.start)
            before, after = text[end:name_at], text[person.end : stop]
            if stop < len(text):
                after = _INTRODUCES.sub("", after)
            after = self._without_empty_seats(after)
            end = person.end
            lead = before if not entries else _PIECE.split(before)[-1]
            if _CONTACT.search(before) or _SECRETARY.match(after):
                continue
            if entries and _SUCCEEDED.search(before):
                heir = self._entry(person, "", after)
                entries.append(replace(heir, replaces=entries[-1].name))
                continue
            if entries and self._is_replaced(before):
                entries[-1] = replace(entries[-1], replaces=clean(person.name))
                continue
            if entries and _FOR.search(before):
                entries[-1] = replace(entries[-1], role=Role.DEPUTY, deputy_for=clean(person.name))
                continue
            deputy = _DEPUTY.search(before) is not None
            entry = self._entry(person, lead, after)
            if deputy:
                entry = replace(entry, role=Role.DEPUTY, deputy_for=holder)
            else:
                holder = entry.name
            entries.append(entry)
        return tuple(entries)

    def _without_empty_seats(self, after: str) -> str:
        """What stands behind a name, up to a sentence on seats that are nobody's."""
        empty = self.words.patterns[ListPattern.VACANT]
        told = (
            start
            for start, end in sentences(after, 0, len(after))
            if empty.search(after[start:end])
        )
        return after[: next(told, len(after))]

    def _is_replaced(self, before: str) -> bool:
        tail = before[-40:]
        said = list(self.words.patterns[ListPattern.INSTEAD].finditer(tail))
        if not said:
            return False
        match = said[-1]
        return not re.search(r"[;()]|: ", tail[match.end() :]) or tail[match.end() :].strip() in (
            ":",
            "",
        )

    def _entry(self, person: Presented, before: str, after: str) -> Entry:
        beside = f"{before} {after}"
        remarks = self.remarks(f"{before}; {after}")
        is_asked = after.lstrip().startswith("?")
        return Entry(
            name=clean(person.name),
            party=person.party or self._named_party(after),
            municipality=person.municipality
            or self.place_of(person.organization)
            or self._place_in(after),
            role=self._role(before, after),
            event=remarks.event,
            by=remarks.by,
            period=remarks.period,
            certain=remarks.certain and not is_asked and "(?)" not in beside,
        )

    def _named_party(self, after: str) -> str | None:
        for piece in _pieces(after):
            token = party_token(piece.strip(" ?"), self.registry)
            if token is not None:
                return self.scheme.letter(token)
        return None

    def _place_in(self, after: str) -> str | None:
        return next((place for piece in _pieces(after) if (place := self.place_of(piece))), None)

    def place_of(self, phrase: str | None) -> str | None:
        """The municipality that a phrase names: "Aalborg", "Aalborg Byråd", "Byrådet i Aalborg"."""
        if not phrase:
            return None
        match = _IN_COUNCIL.search(phrase) or _COUNCIL.match(phrase)
        named = self.registry.municipality(phrase) or (
            self.registry.municipality(match["place"]) if match else None
        )
        if named is None and re.search(r"\bi ", phrase):
            named = self.registry.municipality(phrase.rsplit(" i ", 1)[-1])
        return None if named is None else named.name

    def _role(self, before: str, after: str) -> Role | None:
        """The role that stands with a name; an office elsewhere is none."""
        lead = _ELSEWHERE.sub("", before[lead_length(before) :])
        for piece in (*reversed(_pieces(lead)), *_pieces(after)):
            role = self._role_of_piece(piece)
            if role is not None:
                return role
        return None

    def _role_of_piece(self, piece: str) -> Role | None:
        plain = clean(piece).strip(" .:").removeprefix("som ")
        office, joined, rest = plain.partition(" og ")
        if joined and self.people.words.is_title(office) and fold(office) not in self.words.roles:
            plain = rest  # "borgmester og formand for kommissionen"
        role = self.words.roles.get(fold(plain))
        if role is not None:
            return role
        if re.match(r"(?:født|fødte) ", plain, re.IGNORECASE):
            return None
        words = fold(plain).split()
        # "formand for bestyrelsen", "medlem udpeget af X": not "formand for KKR", "medlem af byrådet"
        if (
            words
            and words[0] in self.words.roles
            and not (len(words) > 1 and words[1] in ("for", "i", "af") and words[0] not in _HERE)
        ):
            return self.words.roles[words[0]]
        if len(words) > 2 and words[0] in self.words.roles and words[2] in _ITSELF:
            return self.words.roles[words[0]]
        if (
            len(words) == 2
            and words[1] in self.words.roles
            and words[0]
            in (
                "udpeget",
                "personlig",
                "politisk",
                "kommunal",
                "ordinært",
                "menigt",
                "ny",
                "1",
                "2",
                "3",
            )
        ):
            return self.words.roles[words[1]]
        return None

    # --- remarks ---

    def remarks(self, text: str) -> Remarks:
        """What words beside a name say: how the seat is held, by whose act, from when to when."""
        patterns = self.words.patterns
        period = read_days(text, self.words)
        event = self.headings.event(text)
        is_waiting = event == Event.NOMINATED and not patterns[ListPattern.DOUBTFUL].search(
            _WAITS.sub("", text)
        )  # for somebody else's appointment: the nomination itself is not in doubt
        if patterns[ListPattern.LEFT].search(text) and not self._is_left_by_other(text):
            event = Event.LEFT
        return Remarks(
            event=event,
            by=self.headings.by(text),
            period=period,
            certain=is_waiting or patterns[ListPattern.DOUBTFUL].search(text) is None,
        )

    def _is_left_by_other(self, text: str) -> bool:
        """Whether it is somebody else who has left: "indtrådt, da X er udtrådt"."""
        return re.search(r"\bindtråd\w*", text, re.IGNORECASE) is not None

    def replaced(self, text: str) -> str | None:
        """The one whom remarks name as the one before."""
        for person in self.find(text):
            if self._is_replaced(text[: person.start]):
                return clean(person.name)
        return None


def _pieces(text: str) -> Sequence[str]:
    return tuple(piece.strip() for piece in _PIECE.split(text) if piece.strip())
