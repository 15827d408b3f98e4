"""The people of a list, each with what stands beside the name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from kkr_graph.appointments.days import NO_DAYS, Period
from kkr_graph.appointments.headings import HeadingReader, lead_length
from kkr_graph.appointments.persons import PersonReader
from kkr_graph.appointments.remarks import RemarkReader
from kkr_graph.appointments.roles import APART, PIECE, RoleReader, pieces
from kkr_graph.language.deputies import DEPUTY_OR_ENGLISH
from kkr_graph.language.parties import PartyScheme, decide_scheme, party_token, party_tokens
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.presented import Presented
from kkr_graph.language.sentences import sentences
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import Lexicon, ListPattern
from kkr_graph.model.names import clean, fold
from kkr_graph.model.registry import Registry

_DEPUTY = re.compile(
    r"\b(?:suppleant(?:en)?|stedfortræder(?:en)?|stedf\.?|stf\.?|suppl\.?|deputy|substitute)\W*(?:er\s+|for\s+\w+\W+)?(?:\d\. )?(?:[a-zæøå.]+\s+)?$",
    re.IGNORECASE,
)
# "– suppleanter i nævnte rækkefølge Bo Lund, Ida Krag", "fælles suppleant Bo Lund"
_DEPUTIES = re.compile(
    r"(?:\s[-–—]|[,;(.])\s*(?:fælles )?(?:suppleanter|stedfortrædere)\b(?! for )[^,;.]*$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\bfælles\b[^,;]*$", re.IGNORECASE)
_STF = re.compile(r"(?:stf|stedf|suppl)\.:? ", re.IGNORECASE)  # "stf. Ubesat"
_NOTED = re.compile(r"(?:\s\d{1,2}\)?|\s?\*{1,3})$")  # "Slagelse 2)", with a footnote
_PAIR = 2  # people on a line
# "Stedfortræderen står i parentes": else nobody says what "Anna Holm (Bo Lund)" means
_EXPLAINED = re.compile(
    r"(?:suppleant|stedfortræder)[^.\n]{0,80}\bi parentes\b|\bi parentes\b[^.\n]{0,80}(?:suppleant|stedfortræder)",
    re.IGNORECASE,
)
# why somebody has a seat by office: "Formanden for KKR Fyn, Anna Holm"
_OFFICE_OF = re.compile(
    r"(?:(?:næst)?formanden|borgmesteren|rådmanden|direktøren|\w+chefen) (?:for|i) (?-i:[A-ZÆØÅ]).*",
    re.IGNORECASE,
)
# around a deputy: "Anna Holm (A), formand med Bo Lund som stedfortræder"
_WITH = re.compile(r"\bmed (?:[a-zæøå.]+ )?$")
_AS_DEPUTY = re.compile(rf"(?: \([^()]*\))?,? som (?:\w+ )?{DEPUTY_OR_ENGLISH}", re.IGNORECASE)
# whose deputy the next is: "Suppleant for Anna Holm: Bo Lund"
_DEPUTY_OF_NEXT = re.compile(rf"\b{DEPUTY_OR_ENGLISH} for (?:[a-zæøå.]+ )?$", re.IGNORECASE)
_NEXT_IS = re.compile(r"\s*(?:\([^()]*\))?:")
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
    r"\bansvarlig(?: for \w+)?:\s(?:[^:;]{1,40},\s)?$|\b(?:kontakt\w*|sekretær\w*|sekretariat\w*|tlf\.?|telefon|v/|sagsbehandler|contact)"
    r"(?:\W*(?:er\W*)?| (?:for|til) [^:;,.]{3,40}:\s*)$",
    re.IGNORECASE,
)
_SECRETARY = re.compile(
    r"[\s,;(–—-]*(?:er (?:også |fortsat )?)?(?:[\w-]+ og )?(?:referent|sekretær)\b", re.IGNORECASE
)
# "Formanden for KKR, p.t. Anna Holm": an office, and who has it now
_NOW = re.compile(
    r"^[^.:;]{3,80}?[,(]?\s*(?<!\w)(?:p\.?\s?t\.?|for tiden|(?:for|i) øjeblikket)$", re.IGNORECASE
)
_DEGREE = re.compile(r"(?:cand|dr|lic|mag)\. ?[a-z]+\.?|ph\.d\.", re.IGNORECASE)
# A sentence is no entry: what it tells is for the minutes of the meeting.
_TOLD = re.compile(
    r"(?<!\w)(?:har|havde|blev|bliver|vil|skal|kan|var|deltog|deltager|orienter\w*|ønsker|meddel\w*|rettes|sendes|kontaktes|oplyste|bedes|varetager|indstiller|udpeger|vælger|indstilles|udpeges|vælges|er ikke længere)(?!\w)"
)
_SET_APART = re.compile(r"\([^()]*\)")  # "Anna Holm (A) (gruppen har ikke svaret)" tells no story
_COUNCIL = re.compile(r"(?P<place>.+?)s? (?:byråd|kommunalbestyrelse|kommune)$", re.IGNORECASE)
_IN_COUNCIL = re.compile(r"(?:[Bb]yrådet|[Kk]ommunalbestyrelsen) i (?P<place>.+)$")
_NUMBERED = re.compile(r"(?:\d|[A-ZIVX]+\.)")  # "7  Destination Nord" is a heading
_HALF = re.compile(r"\w+- og $")  # "Sundheds- og omsorgsborgmester": an office in two words
_LEAD_WORDS = 3  # before a name where one is expected: "Dommer", "Jurist og mægler"
_TRADE = re.compile(
    r"[A-ZÆØÅ][a-zæøå]{3,}(?:kyndig|mægtig|mand|ejer|er|ør|or|[ae]nt|log|ist|ekt|ef|iker)"
)
_SHORTENED = re.compile(r"(?:[A-ZÆØÅa-zæøå]{2,6}\. ?)+")  # "Adm. direktør"
# "Formanden for KKR", "Borgmesteren", before whoever that is
_OFFICE = re.compile(
    r"(?P<office>[A-ZÆØÅ]\w+?)e?n(?: (?:for|i) (?:(?:den|det|de) )?(?P<body>[A-ZÆØÅ][^.:;]*?))?(?:,? \(?i kraft af (?:sit )?embede(?:t)?\)?)?"
)
_AHEAD = re.compile(r"(?P<place>[^:,]+?)(?:[:,]\s*|\sv/\s?(?:[a-zæøå.]+ )?)")
_DASH = re.compile(r"[-–—.\s]*")
_AFTER = re.compile(r"\s+(?:efter|siden)(?:\s|$)")  # "Vakant efter Bo Lund"
# before whoever had the seat: "Vakant (efter ", "Ubesat – ", "Suppleant: ledig efter "
_VACATED = re.compile(
    r"(?:^|[\s(:;,])(?:vakant|ubesat|ikke besat|ledig|afventer udpegning)(?P<after>\W+efter)?\W+(?:[a-zæøå.]+ )?$",
    re.IGNORECASE,
)
_OF_DEPUTY = re.compile(rf"\b{DEPUTY_OR_ENGLISH}\w*:?\s+\w+", re.IGNORECASE)
_SENT_BY = re.compile(r"(?P<sender>[^:,.;()]{2,60}):\s*(?P<who>.+)")  # "Dansk Rideklub: Vakant"
# behind somebody: "Suppleant: NN", "stf. –", "(stf.: ingen)"
_DEPUTY_LABEL = re.compile(
    r"[,;–(-]?\s*\b(?:personlig )?(?:(?:suppleant|stedfortræder)\w*:?|(?:stf|stedf|suppl)\b\.?:?)\s*(?P<who>[^:;,]+?)[\s.)]*$",
    re.IGNORECASE,
)
# behind the last of several: "samt for Landboforeningen: afventer"
_OTHER_SEAT = re.compile(
    r"[,;]?\s+(?:samt|og) (?:for|fra) [A-ZÆØÅ][^,;()]*?(?::|,)? (?P<who>[^\s,;:]+)[\s.]*$"
)


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


@dataclass(slots=True)
class _Seated:
    """Those whom a line has named so far, and whose deputy the next would be."""

    holder: str | None
    entries: list[Entry] = field(default_factory=list)
    principal: str | None = None  # of the next: "Suppleant for Anna Holm: Bo Lund"
    are_deputies: bool = False  # from here on

    def add(self, entry: Entry, before: str, after: str) -> None:
        """Somebody, a member unless what stands around the name says otherwise."""
        if _DEPUTIES.search(before):
            self.holder, self.are_deputies = None, True  # of nobody in particular
        is_with = _WITH.search(before) is not None and _AS_DEPUTY.match(after) is not None
        is_led = is_with or _DEPUTY.search(before) is not None
        if self.principal is not None or self.are_deputies or is_led:
            self.add_deputy(entry, is_of_all=_OF_ALL.search(before) is not None)
        else:
            self.holder = entry.name
            self.entries.append(entry)
        self.principal = None

    def add_deputy(self, entry: Entry, *, is_of_all: bool = False) -> None:
        """A deputy of the member before, or of all."""
        own = None if is_of_all else self.holder
        self.entries.append(replace(entry, role=Role.DEPUTY, deputy_for=self.principal or own))


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
        self.people = people
        self.headings = headings
        self.persons = PersonReader(registry, lexicon, people, headings)
        self.roles = RoleReader(headings, people)
        self.remarks = RemarkReader(headings)
        self.scheme = scheme
        self.explains_brackets = False

    def know(self, text: str) -> None:
        """Whether a list says that who stands in brackets behind a member is the deputy."""
        self.explains_brackets = _EXPLAINED.search(text) is not None

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
        plain = _STF.sub("", text[lead_length(text) :])
        if not plain.strip() or fold(plain) in self.words.nothing:
            return False
        if self.words.patterns[ListPattern.VACANT].search(plain) and not self.find(plain):
            return True
        sent = _SENT_BY.fullmatch(plain)
        if sent is not None and fold(sent["who"].strip(" .")) in self.words.vacant:
            return not self.persons.is_named(sent["sender"])
        whole = (_AFTER.split(piece)[0] for piece in PIECE.split(plain) if piece.strip())
        told = [clean(piece).strip(" .:") for piece in whole]
        if not any(fold(piece) in self.words.vacant for piece in told):
            return False
        # who is named behind "Vakant" had the seat before, or may get it
        return fold(told[0]) in self.words.vacant or not self.find(plain)

    def is_dash(self, text: str) -> bool:
        """Whether a cell only says that there is nothing in it."""
        return _DASH.fullmatch(text) is not None or fold(text) in self.words.nothing

    def find(self, text: str) -> tuple[Presented, ...]:
        """Everybody in a text."""
        return self.persons.find(text)

    def is_entry(self, text: str, *, expected: bool = False, listed: bool = False) -> bool:
        """Whether a line lists people: it begins with one, and tells no story.

        Where nobody is ``expected``, a phrase alone is a person only by a known given name, and a
        trade stands before a name only where the line is ``listed`` among people.
        """
        plain = text[lead_length(text) :]
        found = self.find(plain)
        if not found or _TOLD.search(_SET_APART.sub("", plain)) or self._is_called(plain, found):
            return False
        lead = clean(_HALF.sub("", plain[: found[0].start])).strip(" ,:–—-(")
        if expected:
            is_short = len(lead.split()) <= _LEAD_WORDS
            return is_short or _NOW.match(lead) is not None or self._is_lead(lead)
        is_bare = clean(plain).strip(" .") == clean(found[0].name)
        if is_bare and (plain == text or _NUMBERED.match(text)):
            return self.persons.is_known(found[0].name)
        is_listed = listed or plain != text
        if is_listed and _TRADE.fullmatch(lead) and self.persons.is_given(found[0].name):
            return True  # "• Gårdejer Anna Holm", in a list
        return not lead or _NOW.match(lead) is not None or self._is_lead(lead)

    def _is_called(self, text: str, found: Sequence[Presented]) -> bool:
        """Whether a line has a body that looks like a name: "Kulturring Fyn – politisk styregruppe"."""
        first, behind = found[0], text[found[0].end :]
        is_somebody = first.party is not None or self.persons.is_known(first.name)
        if is_somebody or len(found) > 1 or first.start:
            return False
        return any(map(self.people.words.is_organization, pieces(behind)))

    def _is_lead(self, lead: str) -> bool:
        """What may stand before the first name: a title, an office, a role, a group."""
        if self.office(lead) is not None:
            return True
        words = [piece for piece in re.split(r"[,:]\s*|\sv/\s?", lead) if piece]
        return all(
            self.people.words.is_title(_SHORTENED.sub("", piece) or piece)
            or _DEGREE.fullmatch(piece) is not None
            or _OFFICE_OF.fullmatch(piece) is not None
            or self.headings.column(piece) is not None
            or self.headings.group(piece) is not None
            or self.registry.municipality(piece) is not None
            for piece in words
        )

    def office(self, lead: str) -> re.Match[str] | None:
        """The office that a phrase is, with its body: "Formanden for KKR Fyn", "Borgmesteren"."""
        office = _OFFICE.fullmatch(lead)
        is_office = office is not None and self.people.words.is_title(office["office"])
        return office if is_office else None

    # --- people ---

    def read(self, text: str, *, lone: str | None = None) -> tuple[Entry, ...]:
        """Those whom a line or a cell lists.

        ``lone`` is the one member of the line before, whose deputy "Suppleant: X" is.
        """
        seated = _Seated(holder=lone)
        named = tuple(self._named(text))
        for person, before, after in named:
            is_contact = _CONTACT.search(before) is not None and not self._place_ahead(before)
            if is_contact or _SECRETARY.match(after):
                continue
            is_pair = len(named) == _PAIR and seated.entries
            if is_pair and self._is_employer(person, before, after):
                continue
            if _DEPUTY_OF_NEXT.search(before) and _NEXT_IS.match(text, person.end):
                seated.principal = clean(person.name)
            elif not self._tells_of_last(seated, person, before, after):
                lead = APART.split(before)[-1] if seated.entries else before
                seated.add(self._entry(person, lead, after), before, after)
        return tuple(seated.entries)

    def _tells_of_last(self, seated: "_Seated", person: Presented, before: str, after: str) -> bool:
        """Whether a name is of one who had a seat, or of one who is there for the one before."""
        entries = seated.entries
        if self._is_vacated(before, after):
            is_deputys = _OF_DEPUTY.search(before) is not None
            left = replace(self._entry(person, "", after), event=Event.LEFT)
            entries.append(replace(left, role=Role.DEPUTY if is_deputys else None))
            return True
        if not entries:
            return False
        if _SUCCEEDED.search(before):
            entries.append(replace(self._entry(person, "", after), replaces=entries[-1].name))
            return True
        if before.endswith("(") and after.startswith(")") and seated.principal is None:
            entry = self._entry(person, "", after)
            is_certain = entry.certain and self.explains_brackets
            seated.add_deputy(replace(entry, certain=is_certain))
            return True
        told = self._with_other(entries[-1], person, before)
        if told is None:
            return False
        entries[-1] = told
        remarks = self.remarks.read(after)
        if told.replaces and remarks.period.left:  # "i stedet for Bo Lund (V), udtrådt den 31. maj"
            left = self._entry(person, "", after)
            entries.insert(-1, replace(left, role=told.role, event=Event.LEFT))
        return True

    def before_vacancy(self, text: str) -> tuple[Entry, ...]:
        """Who had a seat that is nobody's: "Vakant (efter Bo Lund, der er udtrådt)"."""
        return tuple(entry for entry in self.read(text) if entry.event is Event.LEFT)

    def _is_vacated(self, before: str, after: str) -> bool:
        """Whether somebody is named as the last in a seat that is nobody's now."""
        vacant = _VACATED.search(before)
        if vacant is None:
            return False
        left = self.words.patterns[ListPattern.LEFT].search(after.partition(";")[0])
        return vacant["after"] is not None or left is not None

    def _named(self, text: str) -> Iterator[tuple[Presented, str, str]]:
        """Everybody in a text, with what stands before and behind the name."""
        found = self.find(text)
        ends = [*(person.start for person in found), len(text)][1:]
        end = 0
        for person, stop in zip(found, ends, strict=True):
            before = text[end : text.index(person.name, person.start)]
            after = text[person.end : stop]
            if stop < len(text):
                after = _WITH.sub("", _INTRODUCES.sub("", after))
            yield person, before, self._without_empty_seats(after)
            end = person.end

    def _with_other(self, entry: Entry, other: Presented, between: str) -> Entry | None:
        """An entry where the next name is whom it replaces, or whose deputy it is; None elsewhere."""
        name = clean(other.name)
        if self.remarks.is_replaced(between):
            return replace(entry, replaces=name)
        if _FOR.search(between):
            return replace(entry, role=Role.DEPUTY, deputy_for=name)
        return None

    def _is_employer(self, person: Presented, before: str, after: str) -> bool:
        """Whether what ends a line behind somebody has only the form of a name: "Anna Holm, Ældre Sagen"."""
        is_last = before.strip() == "," and not after.strip(" .;")
        is_bare = person.party is None and person.title is None
        return is_last and is_bare and not self.persons.is_known(person.name)

    def _without_empty_seats(self, after: str) -> str:
        """What stands behind a name, up to a line, a sentence or a label on seats that are nobody's."""
        beside, *lines = after.split("; ")
        filled = takewhile(lambda line: not self.is_vacant(line), lines)
        after = "; ".join((beside, *filled))
        deputy = _DEPUTY_LABEL.search(after)
        if deputy is not None and (self.is_dash(deputy["who"]) or self.is_vacant(deputy["who"])):
            after = after[: deputy.start()]
        other = _OTHER_SEAT.search(after)
        if other is not None and self.is_vacant(other["who"]):
            after = after[: other.start()]
        empty = self.words.patterns[ListPattern.VACANT]
        told = (
            start
            for start, end in sentences(after, 0, len(after))
            if empty.search(after[start:end])
        )
        return after[: next(told, len(after))]

    def _entry(self, person: Presented, before: str, after: str) -> Entry:
        beside = f"{before} {after}"
        remarks = self.remarks.read(f"{before}; {after}")
        is_asked = after.lstrip().startswith("?")
        return Entry(
            name=clean(person.name),
            party=person.party or self.party_of(*(piece.strip(" ?") for piece in pieces(after))),
            municipality=person.municipality
            or self.place_of(person.organization)
            or self._place_in(after)
            or self._place_ahead(before),
            role=self.roles.beside(before, after),
            event=remarks.event,
            by=remarks.by,
            period=remarks.period,
            certain=remarks.certain and not is_asked and "(?)" not in beside,
        )

    def _place_in(self, after: str) -> str | None:
        return next((place for piece in pieces(after) if (place := self.place_of(piece))), None)

    def _place_ahead(self, before: str) -> str | None:
        """``Rebild: Anna Holm``, ``Rebild Kommune: Anna Holm``; also in the cell before hers."""
        label = _AHEAD.fullmatch(before)
        return None if label is None else self.place_of(clean(label["place"]))

    def party_of(self, *phrases: str) -> str | None:
        """The letter of the first phrase that is a party, if it is known which: "V", "Venstre"."""
        tokens = (party_token(phrase, self.registry) for phrase in phrases)
        token = next(filter(None, tokens), None)
        return None if token is None else self.scheme.letter(token)

    def place_of(self, phrase: str | None) -> str | None:
        """The municipality that a phrase names: "Aalborg", "Aalborg Byråd", "Byrådet i Aalborg"."""
        if not phrase:
            return None
        phrase = _NOTED.sub("", phrase)
        match = _IN_COUNCIL.search(phrase) or _COUNCIL.match(phrase)
        named = self.registry.municipality(phrase) or (
            self.registry.municipality(match["place"]) if match else None
        )
        if named is None and re.search(r"\bi ", phrase):
            named = self.registry.municipality(phrase.rsplit(" i ", 1)[-1])
        return None if named is None else named.name

    def replaced(self, text: str) -> str | None:
        """The one whom remarks name as the one before."""
        for person in self.find(text):
            if self.remarks.is_replaced(text[: person.start]):
                return clean(person.name)
        return None
