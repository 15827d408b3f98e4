"""Whose meeting a document is about, on which day, and what sort of document it is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.cases import CASE_NUMBER
from kkr_graph.language.dates import find_dates
from kkr_graph.minutes.structure import Structure
from kkr_graph.model.extract import Document, DocumentKind
from kkr_graph.model.lexicon import SectionKind
from kkr_graph.model.names import fold
from kkr_graph.model.span import Passage
from kkr_graph.model.text import Line, TextLayer

_FRONT_LINES = 40
_MINUTES = re.compile(r"\b(?:\w*referat(?:et)?|(?:beslutnings)?protokol(?:len)?)\b", re.IGNORECASE)
_AGENDA = re.compile(r"\b(?:dagsorden(?:en)?|indkaldelse)\b", re.IGNORECASE)
_LIST = re.compile(
    r"\b(?:udpegnings(?:liste|oversigt)\w*|blå bog|oversigt over udpegninger|udpegede repræsentanter)\b",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"(?:>|^)\s*nyheder\b|\b(?:nyhed(?:sbrev)?|pressemeddelelse|nyt om navne|nyt fra)\b",
    re.IGNORECASE,
)
_MEETING_IN = re.compile(
    r"\bmøde(?:t|r)? (?:i|for) (?P<body>[A-ZÆØÅ][^\n.,;]{2,80}?)(?=\s+(?:den|d\.|på|kl\.|mandag|tirsdag|onsdag|torsdag|fredag)\b|[\n.,;]|$)"
)
_AGENDA_OF = re.compile(
    r"\bdagsorden(?:en)? (?:til|for) (?:\w+ ){0,2}møde(?:t)? (?:i|for) (?P<body>[A-ZÆØÅ][^\n.,;]{2,80}?) (?:den|d\.) ",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:(?:\w{0,40}referat|beslutningsprotokol|protokol|dagsorden)\s(?:af|fra|for|til|–|-|:)\s?(?:(?P<of>(?:\w{1,40} ){0,2}\w{0,40}møde(?:t)? (?:i|for|med) )?)|(?:udvalg|forum|organ|gruppe|råd|bestyrelse|mødeforum)\s?:\s?|(?:\w{1,40} )?møde(?:t)? (?:i|for) )"
    r"(?P<body>[^\n.,;:|]{3,90})",
    re.IGNORECASE,
)
_BODY_WORDS = re.compile(
    r"\b(?:KKR|\w*bestyrelse[n]?|\w*udvalg(?:et)?|\w*råd(?:et)?|\w*forum(?:met)?|kommunekontaktråd(?:et)?|\w*komit[eé](?:en)?|\w*netværk(?:et)?|\w*styregruppe[n]?|\w*gruppe[n]?|\w*kreds(?:en)?|byråd(?:et)?|kommunalbestyrelse[n]?|regionsråd(?:et)?|\w*samarbejde[t]?|\w*partnerskab(?:et)?|\w*kommission(?:en)?|\w*forsamling(?:en)?|\w*konsortium|Erhvervshus \w+)\b",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:udsendt|offentliggjort|dateret|udskrevet|oprettet|sidst ændret|sendt ud|frist|godkendt den)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:mødedato|dato|mødetidspunkt|tidspunkt|tid|afholdt|mødet)\b", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\b|\bkl\.", re.IGNORECASE
)
_TRAILING_DATE = re.compile(
    r"\s?(?:,|\s[–-]\s|\s(?:på|kl\.) (?=[a-zæøå])|\||\(|\bden\b|\bd(?:\.|$)|\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b).*$",
    re.IGNORECASE,
)


_COMPOUND = re.compile(
    r"\b(?P<stem>\w+(?:råd|udvalg|nævn|forum|kommission|bestyrelse))s?møde(?:t)?\b(?! (?:i|for|med) [A-ZÆØÅ])",
    re.IGNORECASE,
)
_BOARD_MEETING = re.compile(r"\w+(?:bestyrelses|råds|udvalgs)?(?<=s)møde(?:t)? (?:i|for) ")
# "Bestyrelsen" alone, above or below the name of whose it is
_WHOSE = frozenset({"bestyrelsen", "udvalget", "rådet", "styregruppen", "nævnet", "kommissionen"})
_KIND_BEHIND = re.compile(
    r"\s?[,–-]\s?(?:\w*referat|dagsorden|protokol|beslutningsprotokol)\b.*$", re.IGNORECASE
)
_LETTERHEAD = re.compile(
    r"(?:fra|til|cc|emne|sendt|vedr|sted|mødested|tid|dato|referent|ordstyrer|deltagere|afbud|til stede|fraværende)\b[^:]{0,20}:",
    re.IGNORECASE,
)
_CONTENTS = r"\d|(?:punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?\d"  # a list of contents
_ELSEWHERE = re.compile(rf"{_LETTERHEAD.pattern}|{_CONTENTS}", re.IGNORECASE)
_SMALL = frozenset(
    ["og", "for", "i", "af", "til", "med", "på", "den", "det", "de", "ved", "om", "under", "mellem"]
)
_NO_LETTERHEAD = re.compile(
    r"(?:kære|hej|goddag|notat|mission|vision|indhold|forside)\b", re.IGNORECASE
)
_ALONE = re.compile(
    r"(?:\w+dag )?(?:den |d\. )?\d[\d./-]{5,9}|(?:\w+dag )?(?:den |d\. )?\d{1,2}\. \w+ \d{4}"
)
_LONGEST_TITLE = 140
_LETTERHEAD_LINES = 8
_LETTERHEAD_TOP = 3  # lines at the top in which an organisation stands without further words
_TITLE_WORDS = 5
_KINDS = (
    (_LIST, DocumentKind.APPOINTMENT_LIST),
    (_MINUTES, DocumentKind.MINUTES),
    (_AGENDA, DocumentKind.AGENDA),
    (_NEWS, DocumentKind.NEWS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that may be the meeting's body or day, and how much speaks for it."""

    weight: float
    value: str | date
    passage: Passage


class MeetingReader:
    """Finds the particulars of the meeting that one document is about."""

    def __init__(
        self,
        layer: TextLayer,
        structure: Structure,
        bodies: BodyReader,
        head: Sequence[Line],
    ) -> None:
        self.layer = layer
        self.head = head  # the lines above the first list of people
        self.structure = structure
        self.bodies = bodies
        self._is_notice = self._kind() is DocumentKind.NEWS

    def document(self) -> Document:
        """The document's own particulars; None for what the text does not say."""
        body = _best_of_all(self._bodies())
        day = _best(self._days())
        return Document(
            kind=self._kind(),
            body=None if body is None else str(body.value),
            date=day.value if day is not None and isinstance(day.value, date) else None,
            case=self._case(),
            sha256=self.layer.sha256,
            name=self.layer.name,
            body_passage=None if body is None else body.passage,
            date_passage=None if day is None else day.passage,
        )

    def _front(self) -> Sequence[Line]:
        return self.head[:_FRONT_LINES]

    def _kind(self) -> DocumentKind:
        if any(item.body(SectionKind.DECISION) for item in self.structure.items):
            return DocumentKind.MINUTES
        title = self._titled_kind()
        if title is not None:
            return title
        return DocumentKind.MINUTES if self.structure.items else DocumentKind.OTHER

    def _titled_kind(self) -> DocumentKind | None:
        """What the document calls itself first, above its items."""
        for line in self._front():
            text = self.layer.read(line)
            if text[:1].isdigit():  # a list of contents
                continue
            for pattern, kind in _KINDS:
                if pattern.search(text):
                    return kind
        return None

    def _case(self) -> str | None:
        """The case of the whole document: stated on top, or shared by every item that has one."""
        for line in self._front():
            match = CASE_NUMBER.search(self.layer.read(line))
            if match is not None:
                return match[0]
        cases = {item.case for item in self.structure.items if item.case is not None}
        return cases.pop() if len(cases) == 1 else None

    def _bodies(self) -> Iterator[Candidate]:
        yield from self._furniture_bodies()
        yield from self._letterhead_bodies()
        for position, line in enumerate(self._front()):
            for start, end in _cells(self.layer.reading.text, line):
                yield from self._front_body(start, end, position)
                yield from self._compound_body(start, end, position)
        yield from self._prose_bodies()
        yield from self._deciding_bodies()

    def _furniture_bodies(self) -> Iterator[Candidate]:
        for line in self.layer.furniture:
            raw = self.layer.raw(line)
            name = re.split(r"\s[|·–-]\s", raw)[0].strip()
            if _BODY_WORDS.search(name) or self.bodies.known(name):
                yield self._candidate(4.0, name, line.start, line.start + len(name))

    def _letterhead_bodies(self) -> Iterator[Candidate]:
        """Whom a letter is from, to or about, where that is a body we know."""
        for line in self._front()[:_LETTERHEAD_LINES]:
            if _LETTERHEAD.match(self.layer.read(line)):
                for named in self.bodies.find(line.read_start, line.read_end):
                    yield self._read_candidate(4.0, named.name, named.start, named.end)

    def _front_body(self, begin: int, end: int, position: int) -> Iterator[Candidate]:
        text = self.layer.reading.text[begin:end]
        titled = _TITLED.search(text)
        phrase = titled["body"] if titled else text
        name = _TRAILING_DATE.sub("", _KIND_BEHIND.sub("", phrase)).strip()
        if not name or len(text) > _LONGEST_TITLE or _ELSEWHERE.match(text):
            return
        start = begin + (titled.start("body") if titled else 0)
        near_top = 1.0 - position / _FRONT_LINES
        known = self.bodies.known(name)
        inner = next(iter(self.bodies.find(start, start + len(name))), None)
        if known is not None:
            yield self._read_candidate(5.0 + near_top, known.name, start, start + len(name))
        elif inner is not None and _is_whole(name, inner.end - inner.start):
            yield self._read_candidate(4.0 + near_top, inner.name, inner.start, inner.end)
        elif self._seems_body(name, text, titled) or _is_meeting_of(titled):
            weight = (3.5 if titled else 2.0) + near_top
            weight += 0.5 * (_COMPOUND.search(name) is None and self._of_a_place(name))
            weight -= 2.0 * (_COMPOUND.search(name) is not None or fold(name) in _WHOSE)
            yield self._read_candidate(weight, self._proper_case(name), start, start + len(name))
        elif position < _LETTERHEAD_TOP and self._seems_letterhead(text):
            yield self._read_candidate(near_top, self._proper_case(text), begin, end)

    def _compound_body(self, begin: int, end: int, position: int) -> Iterator[Candidate]:
        """The body of "Ekstraordinært Ældrerådsmøde": Ældrerådet, where the text names it."""
        text = self.layer.reading.text
        match = _COMPOUND.search(text, begin, end)
        if match is None or position >= _LETTERHEAD_TOP:
            return
        named = re.search(rf"\b{re.escape(match['stem'].capitalize())}(?:et|n)\b", text)
        if named is not None:
            weight = 3.4 - position / _FRONT_LINES
            yield self._read_candidate(weight, named[0], named.start(), named.end())

    def _seems_letterhead(self, text: str) -> bool:
        """A few capitalised words on top, as an organisation that has no word of its own for it."""
        short = text[:1].isupper() and len(text.split()) <= 5 and text[-1].isalnum()
        known_else = (
            names_kind(text)
            or _NO_LETTERHEAD.match(text)
            or fold(text).endswith("kommune")
            or any(find_dates(text, 0, len(text)))
        )
        return short and not known_else and not any(map(str.isdigit, text))

    def _seems_body(self, name: str, text: str, titled: re.Match[str] | None) -> bool:
        named = _BODY_WORDS.search(name) is not None and name[0].isupper()
        return named and len(name) <= 90 and (titled is not None or not text.endswith((".", ":")))

    def _of_a_place(self, name: str) -> bool:
        """Whether a name says of which municipality: "Solrød Kommunalbestyrelse"."""
        first = name.split()[0]
        return self.bodies.registry.municipality(first) is not None and len(name.split()) > 1

    def _proper_case(self, name: str) -> str:
        """A name in capitals as the text writes it elsewhere, or with capitals as in a title."""
        if not name.isupper():
            return name
        found = re.search(
            rf"(?i:{re.escape(name)})", self.layer.reading.text.replace(name, " " * len(name))
        )
        if found is not None:
            return found[0]
        words = name.lower().split()
        return " ".join(
            word if i and word in _SMALL else word.capitalize() for i, word in enumerate(words)
        )

    def _prose_bodies(self) -> Iterator[Candidate]:
        text = self.layer.reading.text
        for pattern, weight in ((_AGENDA_OF, 3.0), (_MEETING_IN, 1.0)):
            match = pattern.search(text)
            if match is not None:
                yield self._read_candidate(
                    weight,
                    self.bodies.canonical(match["body"]),
                    match.start("body"),
                    match.end("body"),
                )

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
            yield self._read_candidate(2.0 + min(count, 10) / 10, name, *places[name])

    def _days(self) -> Iterator[Candidate]:
        for line in self.layer.furniture:
            for found in find_dates(self.layer.text, line.start, line.end):
                if found.day is not None:
                    yield Candidate(
                        weight=4.0,
                        value=found.day,
                        passage=self.layer.passage(found.start, found.end),
                    )
        top = self.structure.front[:_LETTERHEAD_LINES] if self._is_notice else ()
        for position, line in enumerate(top if len(self.head) < len(top) else self._front()):
            yield from self._front_days(line, position)
        agenda = _AGENDA_OF.search(self.layer.reading.text)
        if agenda is not None:
            yield from self._dated(agenda.end() - 5, agenda.end() + 40, 3.5)

    def _front_days(self, line: Line, position: int) -> Iterator[Candidate]:
        text = self.layer.read(line)
        sent = position < _LETTERHEAD_LINES and re.match(r"(?:sendt|dato):", text, re.IGNORECASE)
        if self._is_notice and position < _LETTERHEAD_LINES:  # its day is the day it was sent
            sent = sent or _SENT.search(text) or _ALONE.fullmatch(text)
        if (_SENT.search(text) and not sent) or len(text) > 160:
            return
        weight = 4.0 * bool(sent) + 2.0 - position / _FRONT_LINES
        weight += 2.0 * bool(_LABELLED.search(text)) + 2.0 * bool(_WEEKDAY.search(text))
        weight += 1.0 * bool(_MINUTES.search(text) or _AGENDA.search(text)) + 1.0 * (len(text) < 40)
        yield from self._dated(line.read_start, line.read_end, weight)

    def _dated(self, start: int, end: int, weight: float) -> Iterator[Candidate]:
        for found in find_dates(
            self.layer.reading.text, start, min(end, len(self.layer.reading.text))
        ):
            if found.day is not None:
                passage = self.layer.passage_read(found.start, found.end)
                yield Candidate(weight=weight, value=found.day, passage=passage)
                return

    def _candidate(self, weight: float, name: str, start: int, end: int) -> Candidate:
        return Candidate(
            weight=weight, value=self.bodies.canonical(name), passage=self.layer.passage(start, end)
        )

    def _read_candidate(self, weight: float, name: str, start: int, end: int) -> Candidate:
        return Candidate(weight=weight, value=name, passage=self.layer.passage_read(start, end))


def _is_meeting_of(titled: re.Match[str] | None) -> bool:
    """Whether a title is of the form "Referat af bestyrelsesmøde i X": X is the body."""
    if titled is None or not titled["body"][0].isupper():
        return False
    return titled["of"] is not None or _BOARD_MEETING.match(titled.string) is not None


def names_kind(text: str) -> bool:
    """Whether a line does no more than say what sort of document it heads."""
    return any(pattern.match(text) for pattern, _ in _KINDS) and len(text.split()) <= _TITLE_WORDS


def _cells(text: str, line: Line) -> Iterator[tuple[int, int]]:
    """The columns of a line, each as ``[start, end)`` of the reading."""
    start = line.read_start
    for cell in text[line.read_start : line.read_end].split("\t"):
        yield start, start + len(cell)
        start += len(cell) + 1


def _is_whole(name: str, length: int) -> bool:
    """Whether the known body makes up most of the phrase, as in "Bestyrelsen for X"."""
    return length >= 0.5 * len(name)


def _best_of_all(candidates: Iterator[Candidate]) -> Candidate | None:
    """The value for which most speaks: its best candidate, and what else points to it."""
    by_value: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_value.setdefault(fold(str(candidate.value)), []).append(candidate)
    return max(
        (max(same, key=_weight) for same in by_value.values()),
        key=lambda best: _weight(best) + _support(by_value[fold(str(best.value))]),
        default=None,
    )


def _weight(candidate: Candidate) -> float:
    return candidate.weight


def _support(same: Sequence[Candidate]) -> float:
    """What the candidates beyond the best add: half of the next best one."""
    weights = sorted((candidate.weight for candidate in same), reverse=True)
    return 0.5 * weights[1] if len(weights) > 1 else 0.0


def _best(candidates: Iterator[Candidate]) -> Candidate | None:
    return max(candidates, key=lambda candidate: candidate.weight, default=None)
