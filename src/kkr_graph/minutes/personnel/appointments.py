"""The appointments of one document: shown in prose and told in sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.letters import addresses, is_letter
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.period import read_period
from kkr_graph.language.presented import Presented
from kkr_graph.language.seats import find_rules
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.personnel.acts import CHOSEN, Personnel
from kkr_graph.minutes.personnel.reader import PersonnelReader
from kkr_graph.minutes.personnel.roles import RoleReader, ShownRole
from kkr_graph.minutes.personnel.settlements import act, merged, settled
from kkr_graph.minutes.personnel.signatures import SignatureReader
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.personnel.titles import is_staffing, titled_body
from kkr_graph.minutes.structure.blocks import ItemBlock, Section
from kkr_graph.minutes.structure.cells import row_places
from kkr_graph.model.extract import (
    CHAIRS,
    Appointment,
    Attendance,
    Document,
    Event,
    Item,
    Outcome,
    Role,
)
from kkr_graph.model.lexicon import Lexicon, SectionKind
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import Line, TextLayer

# "Forslaget faldt med 3 stemmer for": what was proposed in the sentence before
_FELL = re.compile(
    r"(?:Forslaget|Ændringsforslaget|Dette) (?:faldt|bortfaldt|blev (?:ikke vedtaget|forkastet|nedstemt|stemt ned|afvist)|opnåede ikke|kunne ikke (?:vedtages|tiltrædes))\b"
)


# above the items: what was done at once, "Bestyrelsen valgte efter mødet X som formand"
_ELECTS = re.compile(
    r"\b(?:valgte|genvalgte|udpegede|(?:valgtes|udpegedes)|blev (?:[\w ]{1,30} )?(?:gen|ny)?(?:valgt|udpeget)|konstituerede sig)\b"
)
# ... and who leads: "Formand for KKR Fyn er X", "X er formand"
_LEADS = re.compile(
    r"\A(?:For|Næstfor)mand (?:for [^.]{3,80} )?er [A-ZÆØÅ]|[\w)](?<!\bder)(?<!\bsom) er (?:næst)?formand(?: for\b| og\b|\.)",
)
# behind whom it places: "Valget gælder fra den 1. januar 2027"
_HOLDS_FOR = re.compile(
    r"(?:(?:Gen|Ny)?(?:[Uu]dpegning|[Vv]alg)(?:en|et|ene|erne)|Begge (?:valg|udpegninger)|Hvervet|Posten|Perioden) (?:gælder|er gældende|løber|sker|har virkning|træder i kraft|varer)\b"
)
# what a letter is about, where it is seats: "KKR Fyns udpegninger til Havnerådet"
_ON_SEATS = re.compile(
    r"(?:[\w'’]+ ){0,3}?(?:\w*udpegning|indstilling|\w*valg|nye? (?:\w+ )?(?:medlem|repræsentant|formand)|nyt medlem|udskiftning|ændring|besættelse)\w* ",
    re.IGNORECASE,
)
_MARKED = re.compile(r"^(?:Emne|Vedr(?:ørende|\.)?|Angående|Ang\.)\s*:?\s+")
_TOP_OF_LETTER = 25  # lines
_GOES_ON = re.compile(r"\b(?:fortsætter|forbliver|bevarer|beholder|sidder|er)\b")
_FOR_NOW = re.compile(r"\w+, at\b")  # "Godkendt, at sagen sendes i høring"
_LEFT_OPEN = frozenset({Outcome.POSTPONED, Outcome.FORWARDED, Outcome.REJECTED, Outcome.WITHDRAWN})
# what a recommendation may point to: "at medlemmerne udpeges som foreslået i skemaet"
_TABLE = re.compile(
    r"\b(?:tabel(?:len)?|skema(?:et)?|oversigt(?:en)?|forslag(?:et|ene)|foreslået|indstillede|ovenfor|ovenstående|sagsfremstilling(?:en)?"
    r"|(?:nævnte|anførte) (?:personer|medlemmer|kandidater|navne|repræsentanter))\b",
    re.IGNORECASE,
)
# what a plain "Godkendt" adopts where nothing is recommended: "Kommunerne har foreslået, at X udpeges"
_PROPOSES = re.compile(r"\b(?:foresl(?:år|ås|ået)|peger på)\b")


class AppointmentReader:
    """Reads the appointments of one document."""

    def __init__(
        self,
        layer: TextLayer,
        lexicon: Lexicon,
        bodies: BodyReader,
        people: PeopleReader,
        document: Document,
    ) -> None:
        self.layer = layer
        self.text = layer.reading.text
        self.lexicon = lexicon
        self.document = document
        self.roles = RoleReader(lexicon, bodies, people, document.body)
        self.bodies = bodies
        self.signatures = SignatureReader(layer, bodies, people, document.body)
        self.personnel = PersonnelReader(TargetReader(lexicon, bodies, document.body), people)

    def know(self, members: Iterable[Attendance]) -> None:
        """Tell who was there: a given name that one of them has means that person."""
        given: dict[str, list[Attendance]] = {}
        for name, entry in {fold(entry.name): entry for entry in members}.items():
            given.setdefault(name.split()[0], []).append(entry)
        self.personnel.known = {
            first: Presented(name=people[0].name, start=0, end=0)
            for first, people in given.items()
            if len(people) == 1
        }

    def in_item(
        self, block: ItemBlock, item: Item, away: Sequence[Line] = ()
    ) -> Iterator[Appointment]:
        """The appointments of an item. What is only recommended follows the decision.

        ``away`` are lines of those who did not come: an election lists nobody there.
        """
        title = self._title(block)
        self.personnel.start_item(self._titled_body(block), title)
        recommended = block.body(SectionKind.RECOMMENDATION)
        deciding = block.body(SectionKind.DECISION)
        wished = block.body(SectionKind.OPINION)
        ruled = self._ruled_body(block) if deciding else None
        is_open = self._may_adopt(title, block, item)
        pointing = (is_open and not recommended) or any(
            _TABLE.search(self.text, one.body.start, one.body.end) for one in recommended
        )
        found: list[tuple[bool, Appointment]] = []
        latest: list[tuple[bool, Appointment]] = []  # of the sentence before
        section: Section | None = None
        for start, end in sentences(self.text, block.told_at, block.lines[-1].read_end):
            within = next((one for one in block.sections if self._is_in(end, (one,))), None)
            if within is not section:
                section = within
                self.personnel.start_section()
            if self._is_in(end, wished) or _heads(start, end, block.sections):
                continue
            in_decision = self._is_in(end, deciding)
            if ruled is not None and self._is_in(end, deciding[-1:]):
                self.personnel.suppose(ruled)
            proposed = self._is_in(end, recommended)
            decided = (not deciding or in_decision or proposed) and not any(
                line.read_start <= start <= line.read_end for line in away
            )
            if _FELL.match(self.text, start, end):
                found = [each for each in found if each[1].certain or each not in latest]
            told = self._in_sentence(
                _behind_heading(start, end, block.sections), end, item.number, decided=decided
            )
            suggested = is_open and not in_decision and _PROPOSES.search(self.text, start, end)
            adopted = pointing and ("\t" in self.text[start:end] or suggested)
            latest = [(proposed or (bool(adopted) and not one.certain), one) for one in told]
            found.extend(latest)
        yield from merged(self.layer, settled(found, item))

    def _may_adopt(self, title: str, block: ItemBlock, item: Item) -> bool:
        """Whether a plain decision does what somebody suggests in the item: it is about seats, and was closed."""
        names_role = any(fold(word) in self.lexicon.roles for word in title.split())
        about_seats = names_role or is_staffing(title) or self._titled_body(block) is not None
        closed = _LEFT_OPEN.isdisjoint(item.outcomes) and not _FOR_NOW.match(item.decision or "")
        return about_seats and closed and bool(block.body(SectionKind.DECISION))

    def in_front(self, end: int, told: Iterable[Appointment]) -> Iterator[Appointment]:
        """Whom a sentence above the items says to lead, or to have been elected or appointed; no item tells it."""
        known = set(map(act, told))
        self.personnel.start_item(None)
        found: list[Appointment] = []
        for begin, stop in sentences(self.text, 0, end):
            sentence = self.text[begin:stop]
            if sentence.endswith(".") and (_ELECTS.search(sentence) or _LEADS.search(sentence)):
                found.extend(self._in_sentence(begin, stop, None))
        chosen = (one for one in merged(self.layer, found) if one.event in CHOSEN or _leads(one))
        yield from (one for one in chosen if act(one) not in known)

    def signed(self, told: Iterable[Appointment]) -> Iterator[Appointment]:
        """The chairs who sign the paper, but for those whom it tells of before."""
        known = {(fold(one.person), one.role, fold(one.body)) for one in told}
        for one in self.signatures.read():
            if (fold(one.person), one.role, fold(one.body)) not in known:
                yield one

    def in_prose(
        self, start: int, end: int, *, is_agreed_only: bool = False
    ) -> Iterator[Appointment]:
        """The appointments of a notice that has no items; what is only agreed on is yet to be done."""
        self.personnel.start_item(self._subject())
        self.personnel.targets.begin_with_own()
        listed = Event.ELECTED if is_agreed_only else Event.HOLDS
        self.personnel.listings.start_notice(listed)
        found: list[Appointment] = []
        for begin, stop in sentences(self.text, start, end):
            if not addresses(self.text[begin:stop]):
                found.extend(self._in_sentence(begin, stop, None))
        for one in merged(self.layer, found):
            yield self._agreed(one) if is_agreed_only else one

    def _subject(self) -> str | None:
        """The body that a letter says above its text to be about: "Udpegning af medlemmer til Havnerådet"."""
        lines = self.layer.lines[:_TOP_OF_LETTER] if is_letter(self.layer) else ()
        titles = (_MARKED.sub("", self.layer.read(line)) for line in lines)
        named = (
            titled_body(title, self.bodies, self.lexicon, self.document.body)
            for title in titles
            if _ON_SEATS.match(title) and title[-1].isalnum() and is_staffing(title)
        )
        body = next(named, None)
        return None if body is None or fold(body) == fold(self.document.body or "") else body

    def _agreed(self, told: Appointment) -> Appointment:
        """What parties agree on: nobody has been elected by that, but somebody may go on in a seat."""
        said = self.layer.text[told.passage.start : told.passage.end]
        if told.event is Event.HOLDS and not _GOES_ON.search(said):
            told = replace(told, event=Event.ELECTED)
        return replace(told, certain=told.certain and told.event not in CHOSEN)

    def _title(self, block: ItemBlock) -> str:
        """The title of an item, on one line."""
        return clean(self.text[block.title.start : block.title.end])

    def _titled_body(self, block: ItemBlock) -> str | None:
        """The body that an item's title names: "Udpegning til Havnerådet"."""
        title = self._title(block)
        body = titled_body(title, self.bodies, self.lexicon, self.document.body)
        return None if body is None else self._in_full(body, block)

    def _ruled_body(self, block: ItemBlock) -> str | None:
        """The one body that an item tells how many are placed in: "skal udpege to medlemmer til Z"."""
        title = self._title(block)
        rules = find_rules(self.text, block.told_at, block.lines[-1].read_end)
        named = {self.bodies.canonical(rule.body) for rule in rules if rule.body is not None}
        body = named.pop() if len(named) == 1 else None
        told = body is not None and (is_staffing(title) or fold(body) == fold(clean(title)))
        return body if told else None

    def _in_full(self, body: str, block: ItemBlock) -> str:
        """A body by the longer name that the item's own text gives it: "Hegnsynet for Solrød"."""
        longer = re.compile(
            rf"{re.escape(body)} (?:(?:for|i) [A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+){{0,3}}|(?:[AIKP]/S|S/I|ApS|AmbA|[Aa]\.m\.b\.a\.)(?!\w))"
        )
        match = longer.search(self.text, block.told_at, block.lines[-1].read_end)
        return body if match is None else clean(match[0])

    def _in_sentence(
        self, start: int, end: int, item: str | None, *, decided: bool = True
    ) -> Iterator[Appointment]:
        sentence = self.text[start:end]
        seen: set[tuple[str, Role, str]] = set()
        if start == 0 or self.text[start - 1] == "\n":
            self.personnel.start_paragraph()
        starts, ends = self._period_behind(end)
        places = row_places(self.layer, start, end)
        for found in self.personnel.in_sentence(sentence, decided=decided, places=places):
            if found.event in CHOSEN and found.from_ is None and found.to is None:
                found = replace(found, from_=starts, to=ends)
            seen.add((fold(found.person.name), found.role, fold(found.body or "")))
            yield self._told(found, start, end, item)
        for shown in self.roles.find(sentence):
            if (fold(shown.person), shown.role, fold(shown.body)) not in seen:
                yield self._shown(shown, start, end, item)

    def _period_behind(self, end: int) -> tuple[date | None, date | None]:
        """From when until when somebody is placed, by the sentence behind: "Valget gælder fra"."""
        paragraph = self.text.find("\n", end)
        stop = len(self.text) if paragraph < 0 else paragraph
        begin, stop = next(sentences(self.text, end, stop), (end, end))
        gone_on = _HOLDS_FOR.match(self.text, begin, stop)
        return (None, None) if gone_on is None else read_period(self.text[begin:stop])

    def _told(self, found: Personnel, start: int, end: int, item: str | None) -> Appointment:
        assert found.body is not None
        return found.appointment(self.layer.passage_read(start, end), found.body, item)

    def _shown(self, shown: ShownRole, start: int, end: int, item: str | None) -> Appointment:
        people = self.roles.people.find(self.text[start:end])
        told = next((one for one in people if fold(one.name) == fold(shown.person)), None)
        return Appointment(
            passage=self.layer.passage_read(start, end),
            person=clean(shown.person),
            party=None if told is None else told.party,
            municipality=None if told is None else told.municipality,
            body=clean(shown.body),
            role=shown.role,
            event=Event.HOLDS,
            by=shown.on_behalf_of,
            on_behalf_of=shown.on_behalf_of,
            item=item,
        )

    def _is_in(self, end: int, sections: Iterable[Section]) -> bool:
        """Whether what ends there stands in a section; it may begin in the section's heading."""
        return any(section.body.start < end <= section.body.end for section in sections)


def _behind_heading(start: int, end: int, sections: Iterable[Section]) -> int:
    """Where a sentence begins that stands on the line of its heading: "Beslutning: Formand X ..."."""
    within = (one.body.start for one in sections if start < one.body.start < end)
    return max(within, default=start)


def _heads(start: int, end: int, sections: Iterable[Section]) -> bool:
    """Whether a sentence is no more than the heading of a section: "Beslutning i Havnerådet den 3/5"."""
    return any(
        section.heading.read_start <= start and end <= section.heading.read_end
        for section in sections
        if section.body.start >= section.heading.read_end
    )


def _leads(told: Appointment) -> bool:
    """Whether somebody is told to be the chair of a body, or its vice-chair."""
    return told.event is Event.HOLDS and told.role in CHAIRS
