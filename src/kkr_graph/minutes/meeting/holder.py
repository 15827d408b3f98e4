"""Whose meeting a document is about: what its head, its pages and its decisions call the body."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.body_nouns import THEMES, ending_of
from kkr_graph.language.dates import find_dates
from kkr_graph.language.letters import is_salutation, receivers
from kkr_graph.language.people import PeopleReader
from kkr_graph.minutes.meeting import assemblies, front_lines, notice_lines
from kkr_graph.minutes.meeting.candidates import Candidate
from kkr_graph.minutes.meeting.decision_heads import DecisionHead, meeting_decided
from kkr_graph.minutes.meeting.front_lines import FRONT_LINES, LETTERHEAD_LINES, LONGEST_TITLE
from kkr_graph.minutes.meeting.kinds import is_agreement
from kkr_graph.minutes.meeting.letterheads import cells, in_proper_case, seems_letterhead
from kkr_graph.minutes.meeting.senders import SENDER, STATED, SenderReader
from kkr_graph.minutes.meeting.titles import is_of_meeting, name_in_title
from kkr_graph.minutes.structure.blocks import Structure
from kkr_graph.model.extract import DocumentKind
from kkr_graph.model.lexicon import SectionKind
from kkr_graph.model.names import fold
from kkr_graph.model.registry import BodyKind
from kkr_graph.model.text import Line, TextLayer

_MEETING_IN = re.compile(
    rf"\bmøde(?:t|r)? (?:i|for) (?P<body>{THEMES}|[A-ZÆØÅ](?:[^\n.,;]|(?<=-),){{2,80}}?)(?=\s+(?:den|d\.|på|kl\.|er|var|blev|holdes|afholdes|senest|inden|mandag|tirsdag|onsdag|torsdag|fredag|\d{{4}})\b|[\n.,;]|$)"
)
AGENDA_OF = re.compile(
    rf"\bdagsorden(?:en)? (?:til|for) (?:\w+ ){{0,2}}møde(?:t)? (?:i|for) (?P<body>(?-i:{THEMES})|[A-ZÆØÅ][^\n.,;]{{2,80}}?) (?:den|d\.) ",
    re.IGNORECASE,
)
_OF_A_KIND = frozenset({"KKR"})  # which of them, another place says
_NEXT = re.compile(r"\bnæste $", re.IGNORECASE)  # "Næste møde i Havneudvalget er den ..."
_NEAR = 30  # characters in which the day of a meeting stands behind it
_LETTERHEAD_TOP = 3  # lines at the top in which an organisation stands without further words

# How much speaks for a body, by how it is named. A line on the front adds up to 1, the nearer to the
# top the more; best_of_all adds half of the next best place that names the same.
_KNOWN_TITLE = 5.0  # a line or title that is a body of the registry, and nothing else
_KNOWN_IN_TITLE = 4.0  # most of it is
_ASSEMBLY = 4.2  # whose general meeting it is, for which the registry need not know the body
_TITLE = 3.5  # "Referat af møde i X", whatever X is
_BESIDE_MEETING = 3.3  # "Bestyrelsesmøde nr. 3, X"
_BESIDE_KIND = 0.5  # "Referat fra X", which may be a place or an occasion
_MEETING_WORD = 3.4  # "Ældrerådsmøde", and the text has "Ældrerådet": just less than being named
_UNCONFIRMED = 0.25  # of that, where nothing names it: the last resort
_AGENDA = 3.0  # "dagsorden til mødet i X den ..."
_BODY_WORD = 2.0  # "Ældrerådet" in any other line of the front
_DEFINED = 2.0  # a line on top that is given an abbreviation
_DECIDES = 2.0  # the subject of decisions, and a tenth more for each of up to ten
_HEADS_DECISIONS = 2.6  # the headings of the decisions name it, "Beslutning i X den ..."
_MEETING = 1.0  # "møde i X" anywhere, which may be another meeting
_LETTERHEAD = 0.0  # a few words with capitals on top: no more than how near it is
_COMPANY = 2.5  # more, where they are a company
_PART = 3.0  # more for "KKR Fyns formandskab": a part of the body that the paper is headed by
_PLACE = 0.5  # more for "Solrød Kommunalbestyrelse": not just any council
_OPEN = 2.0  # less for "Skolebestyrelsesmøde" and "Bestyrelsen": whose, another place says


class HolderReader:
    """Finds the body whose meeting one document is about, or for which a notice speaks."""

    def __init__(
        self,
        layer: TextLayer,
        structure: Structure,
        bodies: BodyReader,
        people: PeopleReader,
        front: Sequence[Line],
        kind: DocumentKind,
    ) -> None:
        self.layer = layer
        self.structure = structure
        self.kind = kind
        self.bodies = bodies
        self.people = people
        self.agrees = is_agreement(layer, structure)  # below its title, on seats in others
        self.front = front[:_LETTERHEAD_TOP] if self.agrees else front

    @cached_property
    def decided(self) -> DecisionHead | None:
        """The meeting that the headings of the decisions name, if any."""
        return meeting_decided(self.layer, self.structure)

    def candidates(self, day: date | None) -> Iterator[Candidate]:
        """The bodies that may be meant by a document of a day, each with how much speaks for it."""
        received = {fold(self.bodies.canonical(name)) for name in receivers(self.layer)}
        for candidate in self._named(day):
            if fold(str(candidate.value)) not in received:
                yield candidate

    def _named(self, day: date | None) -> Iterator[Candidate]:
        yield from self._furniture_bodies()
        yield from self._letterhead_bodies()
        yield from self._senders()
        yield from self._name_on_two_lines()
        labelled = False  # by the line above, "Udvalg"
        for position, line in enumerate(self.front):
            text = self.layer.read(line)
            if is_salutation(text):
                continue
            if labelled and not text.endswith(":"):
                yield self._read_candidate(STATED, text, line.read_start, line.read_end)
            labelled = front_lines.is_body_label(fold(text.rstrip(" :")))
            yield from self._spaced_body(line, position)
            yield from self._titled_body(line, position)
            for start, end in () if labelled else cells(self.layer.reading.text, line):
                yield from self._front_body(start, end, position)
                yield from self._compound_body(start, end, position)
        yield from self._prose_bodies(day)
        yield from self._deciding_bodies()
        if self.decided is not None:
            name, start = self.decided.body, self.decided.body_start
            canonical = self.bodies.canonical(name)
            yield self._read_candidate(_HEADS_DECISIONS, canonical, start, start + len(name))

    def _spaced_body(self, line: Line, position: int) -> Iterator[Candidate]:
        """The body of the registry that a line spells with a blank behind every letter."""
        readings = front_lines.without_spacing(self.layer.raw(line).strip())
        known = next(filter(None, map(self.bodies.known, readings)), None)
        if known is not None:
            weight = _KNOWN_TITLE + 1.0 - position / FRONT_LINES
            yield self._read_candidate(weight, known.name, line.read_start, line.read_end)

    def _furniture_bodies(self) -> Iterator[Candidate]:
        for line in self.layer.furniture:
            name = front_lines.name_on_every_page(self.layer.raw(line))
            if front_lines.has_body_word(name) or self.bodies.known(name):
                yield self._candidate(STATED, name, line.start, line.start + len(name))

    def _letterhead_bodies(self) -> Iterator[Candidate]:
        """Whom a letter is from, to or about, where that is a body we know."""
        for line in self.front[:LETTERHEAD_LINES]:
            if front_lines.is_letterhead(self.layer.read(line)):
                for named in self.bodies.find(line.read_start, line.read_end):
                    yield self._read_candidate(STATED, named.name, named.start, named.end)

    def _senders(self) -> Iterator[Candidate]:
        """Who sends a notice, a letter or a report, or of whom it tells."""
        senders = SenderReader(self.layer, self.bodies, self.structure.front, self.kind)
        yield from senders.candidates(is_agreed=self.agrees)

    def _name_on_two_lines(self) -> Iterator[Candidate]:
        """The body of the registry that the first two lines name together: "KKR", and below it "FYN"."""
        first, second = (*self.front[:2], None, None)[:2]
        if first is None or second is None:
            return
        known = self.bodies.known(f"{self.layer.read(first)} {self.layer.read(second)}")
        if known is not None:
            yield self._read_candidate(SENDER, known.name, first.read_start, second.read_end)

    def _front_body(self, begin: int, end: int, position: int) -> Iterator[Candidate]:
        text = self.layer.reading.text[begin:end]
        if assemblies.is_of_assembly(text):
            yield from self._assembled(begin, end, position)
            return
        if front_lines.is_hour_or_receiver(text) or front_lines.is_step_or_point(text):
            return
        if notice_lines.is_from_some(text):
            return
        title = front_lines.title_in(text)
        name = front_lines.titled_name(title["body"] if title else text)
        particular = front_lines.is_particular(text) and not front_lines.is_subject(text)
        sentence = len(text) > LONGEST_TITLE or front_lines.is_sentence(text)
        if not name or particular or sentence or name in _OF_A_KIND:
            return
        start = begin + (title.start("body") if title else 0)
        board = front_lines.board_before(name) if title else None
        start, name = (start, name) if board is None else (start + board.end(), name[board.end() :])
        near_top = 1.0 - position / FRONT_LINES
        is_part = self.bodies.known(front_lines.owner_in(name)) is not None
        registered = None if is_part else self._registered(name, start, near_top)
        if registered is not None:
            yield registered
        elif board or self._seems_body(name, text, title) or front_lines.is_meeting_of(title):
            weight = (_TITLE if title else _BODY_WORD) + near_top
            is_open = front_lines.leaves_open_whose(name, fold(name))
            if is_open and self.kind is DocumentKind.NEWS:
                return  # "Bestyrelsen", above what is new in it
            weight += _PART * is_part
            weight += _PLACE * (not front_lines.is_meeting_word(name) and self._of_a_place(name))
            weight -= _OPEN * is_open
            yield self._read_candidate(weight, self._in_case(name), start, start + len(name))
        elif position < _LETTERHEAD_TOP:
            yield from self._organisation_on_top(begin, end, near_top)

    def _titled_body(self, line: Line, position: int) -> Iterator[Candidate]:
        """The name beside what any title has: "Bestyrelsesmøde nr. 3/2026, Havnens Venner"."""
        text = self.layer.read(line)
        place = name_in_title(text) if position < LETTERHEAD_LINES else None
        if place is None:
            return
        name = text[slice(*place)]
        start = line.read_start + place[0]
        near_top = 1.0 - position / FRONT_LINES
        registered = self._registered(name, start, near_top)
        if registered is not None:
            yield registered
        elif self.bodies.registry.municipality(name) is None and not any(self.people.find(name)):
            weight = (_BESIDE_MEETING if is_of_meeting(text) else _BESIDE_KIND) + near_top
            value = self.bodies.canonical(self._in_case(name))
            yield self._read_candidate(weight, value, start, start + len(name))

    def _registered(self, name: str, start: int, near_top: float) -> Candidate | None:
        """The body of the registry that a line or title is, or that makes up most of it."""
        known = self.bodies.known(name)
        if known is not None:
            is_council = known.kind is BodyKind.CONTACT_COUNCIL  # which goes by its short name
            value = known.name if is_council else self.bodies.canonical(name)
            return self._read_candidate(_KNOWN_TITLE + near_top, value, start, start + len(name))
        inner = next(iter(self.bodies.find(start, start + len(name))), None)
        if inner is None or not _is_whole(name, inner.end - inner.start):
            return None
        text = self.layer.reading.text
        value = self.bodies.canonical(text[inner.start : inner.end])
        form = front_lines.company_form(text, inner.end)
        return self._read_candidate(
            _KNOWN_IN_TITLE + near_top, f"{value}{form}", inner.start, inner.end
        )

    def _organisation_on_top(self, begin: int, end: int, near_top: float) -> Iterator[Candidate]:
        """A line on top that is an organisation, though no word of it says so."""
        text = self.layer.reading.text[begin:end]
        defined = self._defined(begin, end)
        if defined is not None:
            yield self._read_candidate(_DEFINED + near_top, defined, begin, end)
        elif seems_letterhead(text):
            weight = _LETTERHEAD + near_top + _COMPANY * front_lines.is_company(text)
            yield self._read_candidate(weight, self._in_case(text), begin, end)

    def _assembled(self, begin: int, end: int, position: int) -> Iterator[Candidate]:
        """Whose general meeting it is: "Generalforsamling i X", "Xs generalforsamling", "X – generalforsamling"."""
        text = self.layer.reading.text[begin:end]
        sentence = len(text) > LONGEST_TITLE or front_lines.is_sentence(f"{text} ")
        if sentence or front_lines.is_particular(text):
            return
        match = assemblies.whose_assembly(text)
        below = position + 1
        if match is None and front_lines.without_when(text) and below < len(self.front):
            begin = self.front[below].read_start  # "Generalforsamling", and below it "i X"
            match = assemblies.whose_below(self.layer.read(self.front[below]))
        name = "" if match is None else assemblies.owner_in(match["body"])
        if match is not None and name:
            start = begin + match.start("body")
            value = self.bodies.canonical(self._in_case(name))
            weight = _ASSEMBLY - position / FRONT_LINES
            yield self._read_candidate(weight, value, start, start + len(name))

    def _compound_body(self, begin: int, end: int, position: int) -> Iterator[Candidate]:
        """The body of "Ekstraordinært Ældrerådsmøde": Ældrerådet, where the text names it."""
        text = self.layer.reading.text
        match = front_lines.meeting_word(text, begin, end)
        if match is None or position >= _LETTERHEAD_TOP:
            return
        stem = match["stem"].capitalize()
        named = re.search(rf"\b{re.escape(stem)}(?:et|n)(?=s?\b)", text)
        weight = _MEETING_WORD - position / FRONT_LINES
        if named is not None:
            yield self._read_candidate(weight, named[0], named.start(), named.end())
        elif front_lines.is_meeting_word_alone(text, begin, end):  # nothing else need name it
            value = f"{stem}{ending_of(stem)}"
            yield self._read_candidate(weight * _UNCONFIRMED, value, *match.span("stem"))

    def _defined(self, begin: int, end: int) -> str | None:
        """The body that a line on top does no more than give an abbreviation."""
        whole = (named for named in self.bodies.defined if (named.start, named.end) == (begin, end))
        return next((self._in_case(named.name) for named in whole), None)

    def _in_case(self, name: str) -> str:
        return in_proper_case(name, self.layer.reading.text)

    def _seems_body(self, name: str, text: str, title: re.Match[str] | None) -> bool:
        named = len(name) <= 90 and front_lines.is_body_by_its_word(name)
        tells = text.endswith((".", ":")) or notice_lines.is_news(text)
        return named and (title is not None or not tells)

    def _of_a_place(self, name: str) -> bool:
        """Whether a name says of which municipality: "Solrød Kommunalbestyrelse"."""
        first = name.split()[0]
        return self.bodies.registry.municipality(first) is not None and len(name.split()) > 1

    def _prose_bodies(self, day: date | None) -> Iterator[Candidate]:
        text = self.layer.reading.text
        own = (one for one in _MEETING_IN.finditer(text) if self._is_of_day(one, day))
        for match, weight in ((AGENDA_OF.search(text), _AGENDA), (next(own, None), _MEETING)):
            if match is not None:
                yield self._read_candidate(
                    weight,
                    self.bodies.canonical(match["body"]),
                    match.start("body"),
                    match.end("body"),
                )

    def _is_of_day(self, meeting: re.Match[str], day: date | None) -> bool:
        """Whether a named meeting may be the document's own, or the next of its body: on that day, or on none."""
        text = self.layer.reading.text
        near = find_dates(text, meeting.end(), min(len(text), meeting.end() + _NEAR))
        told = next((one.day for one in near), None)
        follows = _NEXT.search(meeting.string, 0, meeting.start()) is not None
        return follows or told is None or told == day

    def _deciding_bodies(self) -> Iterator[Candidate]:
        """The body that is the subject of the decisions."""
        subjects: Counter[str] = Counter()
        places: dict[str, tuple[int, int]] = {}
        for item in self.structure.items:
            for section in item.body(SectionKind.DECISION):
                named = next(
                    iter(
                        self.bodies.find(
                            section.body.start, min(section.body.end, section.body.start + 60)
                        )
                    ),
                    None,
                )
                if named is not None and named.start == section.body.start:
                    subjects[named.name] += 1
                    places.setdefault(named.name, (named.start, named.end))
        for name, count in subjects.most_common(1):
            yield self._read_candidate(_DECIDES + min(count, 10) / 10, name, *places[name])

    def _candidate(self, weight: float, name: str, start: int, end: int) -> Candidate:
        return Candidate(
            weight=weight, value=self.bodies.canonical(name), passage=self.layer.passage(start, end)
        )

    def _read_candidate(self, weight: float, name: str, start: int, end: int) -> Candidate:
        return Candidate(weight=weight, value=name, passage=self.layer.passage_read(start, end))


def _is_whole(name: str, length: int) -> bool:
    """Whether the known body makes up most of the phrase, as in "Bestyrelsen for X"."""
    return length >= 0.5 * len(name)
