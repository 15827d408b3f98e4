"""Whose meeting a document is about: what its head, its pages and its decisions call the body."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.dates import find_dates
from kkr_graph.minutes.blocks import Structure
from kkr_graph.minutes.candidates import Candidate
from kkr_graph.minutes.kinds import names_kind
from kkr_graph.model.lexicon import SectionKind
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line, TextLayer

# a general meeting is no body: it is somebody's
_ASSEMBLY = (
    r"(?:generalforsamling(?:en)?|repræsentantskabsmøde(?:t)?|delegeretmøde(?:t)?|årsmøde(?:t)?)"
)
_SORT = r"(?:(?:ordinære?|ekstraordinære?|stiftende|årlige?|konstituerende) )?"
_ASSEMBLED = re.compile(rf"\b{_ASSEMBLY}(?!\w)", re.IGNORECASE)
_ASSEMBLY_IN = re.compile(
    rf"\b{_ASSEMBLY} (?:\d{{4}} )?(?:i|for|af) (?P<body>(?-i:[A-ZÆØÅ])[^\n.,;:|]{{2,80}})",
    re.IGNORECASE,
)
_ASSEMBLY_OF = re.compile(
    rf"^(?:\w*(?:referat|protokol|beretning) (?:af|fra|for) )?(?P<body>(?-i:[A-ZÆØÅ])[^\n.,;:|–]{{2,80}}?)(?:[’']s|s|[’']) {_SORT}{_ASSEMBLY}",
    re.IGNORECASE,
)
_ASSEMBLY_BEHIND = re.compile(
    rf"^(?P<body>(?-i:[A-ZÆØÅ])[^\n;:|–]{{2,80}}?)\s?[,:|–-]\s?(?:\w*referat (?:af|fra) )?{_SORT}{_ASSEMBLY}",
    re.IGNORECASE,
)
_HALL = re.compile(
    r"\w*(?:huset|salen|hallen|kroen|skolen|lokalet|centret|cafeen|hotellet|gården)\b",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(r"\s+(?:i )?(?:19|20)\d\d$")
_GOES_ON = re.compile(r"(?:i|for|af) (?P<body>(?-i:[A-ZÆØÅ])[^\n.,;:|]{2,80})", re.IGNORECASE)
_BOARD_OF = re.compile(r"(?:bestyrelsen|bestyrelse) (?:for|i|af) (?=[A-ZÆØÅ])", re.IGNORECASE)
FRONT_LINES = 40
LETTERHEAD_LINES = 8
_MEETING_IN = re.compile(
    r"\bmøde(?:t|r)? (?:i|for) (?P<body>[A-ZÆØÅ][^\n.,;]{2,80}?)(?=\s+(?:den|d\.|på|kl\.|mandag|tirsdag|onsdag|torsdag|fredag)\b|[\n.,;]|$)"
)
AGENDA_OF = re.compile(
    r"\bdagsorden(?:en)? (?:til|for) (?:\w+ ){0,2}møde(?:t)? (?:i|for) (?P<body>[A-ZÆØÅ][^\n.,;]{2,80}?) (?:den|d\.) ",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:(?:\w{0,40}referat|beslutningsprotokol|protokol|dagsorden)\s(?:af|fra|for|til|–|-|:)\s?(?:(?P<of>(?:\w{1,40} ){0,2}(?:\w{0,40}møde(?:t)?|\w{0,30}forsamling(?:en)?) (?:(?:\w+dag )?(?:den|d\.) \d{1,2}\. ?\w+ \d{4} )?(?:i|for|med|på(?= \S+(?: \S+)? (?:[Gg]ymnasium|[Ss]kole|[Mm]useum|[Hh]ospital|[Hh]øjskole))) )?(?:(?:bestyrelsen|repræsentantskabet|direktionen) (?:for|i|af) (?=[A-ZÆØÅ]))?)|(?:udvalg|forum|organ|gruppe|råd|bestyrelse|mødeforum)\s?:\s?|(?:\w{1,40} )?møde(?:t)? (?:i|for) )"
    r"(?P<body>(?![\d\s])[^\n.,;:|]{3,90})",
    re.IGNORECASE,
)
_BODY_WORDS = re.compile(
    r"\b(?:KKR|\w*bestyrelse[n]?|\w*udvalg(?:et)?|\w*råd(?:et)?|\w*nævn(?:et)?|hegnss?yn(?:et)?|\w*forum(?:met)?|kommunekontaktråd(?:et)?|\w*komit[eé](?:en)?|\w*netværk(?:et)?|\w*styregruppe[n]?|\w*gruppe[n]?|\w*kreds(?:en)?|byråd(?:et)?|kommunalbestyrelse[n]?|regionsråd(?:et)?|\w*samarbejde[t]?|\w*partnerskab(?:et)?|\w*kommission(?:en)?|\w*forsamling(?:en)?|\w*konsortium|Erhvervshus \w+)\b",
    re.IGNORECASE,
)
_MEETING_BEHIND = re.compile(r",? møde(?:t)? (?:den|d\.|nr\.|\d).*$")
_DAY_BEHIND = re.compile(r"[\s,]+(?:den |d\. )?\d{1,2}[-./]\d{1,2}[-./]\d{2,4}.*$")
_OF_MUNICIPALITY = re.compile(r"^[A-ZÆØÅ][\w-]* Kommune, (?=[A-ZÆØÅ])")
_TRAILING_DATE = re.compile(
    r"\s?(?:,|\s[–-]\s|\s(?:på|kl\.) (?=[a-zæøå])|\||\(|\bden\b|\bd(?:\.|$)|\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b|\s\d{1,2}$).*$",
    re.IGNORECASE,
)
# "Skolebestyrelsen på Søndervangskolen": whose it is, and not where it met
_OF_HOUSE = re.compile(
    r"(?:(?:skole|forældre|institutions|børne|elev|bruger|pårørende|beboer|center)[\w-]*)?(?:bestyrelse[n]?|råd(?:et)?) på (?-i:[A-ZÆØÅ])[\w-]*"
    r"(?:(?<=skolen)|(?<=børnehuset)|(?<=haven)|(?<=centret)|(?<=centeret)|(?<=hjemmet)|(?<=gymnasiet)"
    r"|(?: [A-ZÆØÅ][\w-]*){0,2} (?:skole|gymnasium|børnehave|børnehus|plejehjem|plejecenter|museum|højskole|efterskole|friskole|privatskole|hospital))(?!\w)",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    r"\b(?P<stem>\w+(?:råd|udvalg|nævn|forum|kommission|bestyrelse))s?møde(?:t)?\b(?! (?:i|for|med) [A-ZÆØÅ])",
    re.IGNORECASE,
)
# "Referat af ekstraordinært skolebestyrelsesmøde den 3. marts 2026": nothing but the title
_COMPOUND_TITLE = re.compile(
    r"(?:(?:referat|dagsorden|protokol)(?: (?:af|fra|for|til|-|–))? )?(?:\w+ ){0,2}?\w+møde(?:t)?"
    r"(?: (?:på|ved) [A-ZÆØÅ][^\n,.]{2,40}?)?(?:,? (?:\w+dag )?(?:den|d\.)? ?\d.{0,40}|,? nr\. ?\d+)?",
    re.IGNORECASE,
)
_DEFINITE = {
    "råd": "et",
    "udvalg": "et",
    "nævn": "et",
    "forum": "met",
    "kommission": "en",
    "bestyrelse": "n",
}
_BOARD_MEETING = re.compile(r"\w+(?:bestyrelses|råds|udvalgs)?(?<=s)møde(?:t)? (?:i|for) ")
_LABELS = frozenset({"udvalg", "forum", "organ", "råd", "nævn", "mødeforum"})
# "Bestyrelsen" alone, above or below the name of whose it is
_WHOSE = frozenset({"bestyrelsen", "udvalget", "rådet", "styregruppen", "nævnet", "kommissionen"})
_KIND_BEHIND = re.compile(
    r"\s?[,–-]\s?(?:\w*referat|dagsorden|protokol|beslutningsprotokol)\b.*$", re.IGNORECASE
)
_LETTERHEAD = re.compile(
    r"(?:fra|til|cc|emne|sendt|vedr|sted|mødested|tid|dato|referent|ordstyrer|deltagere|afbud|til stede|fraværende)\b[^:]{0,20}:",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"emne\s?:\s*(?:\w+ )?(?:\w*referat|dagsorden|\w*møde)\b", re.IGNORECASE)
_WHEN_AND_WHERE = re.compile(r"(?:sted|mødested|tid|dato)\b", re.IGNORECASE)
_CONTENTS = r"\d|(?:punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?\d"  # a list of contents
_ELSEWHERE = re.compile(rf"{_LETTERHEAD.pattern}|{_CONTENTS}", re.IGNORECASE)
_SMALL = frozenset(
    ["og", "for", "i", "af", "til", "med", "på", "den", "det", "de", "ved", "om", "under", "mellem"]
)
_NO_LETTERHEAD = re.compile(
    r"(?:kære|hej|goddag|notat|mission|vision|indhold|forside|mødedato|mødested|mødetid\w*|mødefakta|dato|tid|sted|lokale|\w*møde)\b",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"\s[|·–-]\s|\s{2,}|\t")
_GAP = re.compile(r"\t| {2,}")
# a sentence is no title: "Til stede fra bestyrelsen var ...", "Bestyrelsen konstituerede sig ..."
_TELLS = re.compile(
    r"[a-zæøå)]\. [A-ZÆØÅ]| (?:var|blev|har|er|konstituerede|deltog|deltager|består|udpeger|udpegede|valgte|indstillede|besluttede|holdt|afløser|forventes|skal|vil|kan|vælger|holder|mødes|mødtes|behandlede|at|som|sig|sit|sin) "
)
_ABOUT = re.compile(r" (?:i|om|til|fra|efter) ")  # "Ændringer i byråd og udvalg" is about some
_COMPANY = re.compile(r" (?:A/S|P/S|I/S|K/S|S/I|ApS|AmbA|(?i:a\.?m\.?b\.?a\.?))(?!\w)")
_SENDS = re.compile(
    r"(?:pressemeddelelse|nyhedsbrev|nyheder|nyhed|nyt) fra (?P<body>(?-i:[A-ZÆØÅ])[^\n.,;:|·–]{2,60}?)(?=\s*(?:[|·–.,;:]| - |\s{2}|(?:ud)?sendt\b|den \d|nr\b|\d|$))",
    re.IGNORECASE,
)
_HOUR = re.compile(r"kl\.?\s?:?", re.IGNORECASE)  # and not Kommunernes Landsforening
_TO = re.compile(r"Til (?=[A-ZÆØÅ])")  # whom a letter is for
_LONGEST_TITLE = 140
_LETTERHEAD_TOP = 3  # lines at the top in which an organisation stands without further words


class HolderReader:
    """Finds the body whose meeting one document is about, or for which a notice speaks."""

    def __init__(
        self, layer: TextLayer, structure: Structure, bodies: BodyReader, front: Sequence[Line]
    ) -> None:
        self.layer = layer
        self.structure = structure
        self.bodies = bodies
        self.front = front  # the lines above the first list of people

    def candidates(self) -> Iterator[Candidate]:
        """The bodies that may be meant, each with how much speaks for it."""
        yield from self._furniture_bodies()
        yield from self._letterhead_bodies()
        yield from self._sending_bodies()
        labelled = False  # by the line above, "Udvalg"
        for position, line in enumerate(self.front):
            text = self.layer.read(line)
            if labelled:
                yield self._read_candidate(4.0, text, line.read_start, line.read_end)
            labelled = fold(text.rstrip(" :")) in _LABELS
            for start, end in () if labelled else _cells(self.layer.reading.text, line):
                yield from self._front_body(start, end, position)
                yield from self._compound_body(start, end, position)
        yield from self._prose_bodies()
        yield from self._deciding_bodies()

    def _furniture_bodies(self) -> Iterator[Candidate]:
        for line in self.layer.furniture:
            raw = self.layer.raw(line)
            name = _MEETING_BEHIND.sub("", _COLUMNS.split(raw)[0]).strip()
            name = _OF_MUNICIPALITY.sub("", _DAY_BEHIND.sub("", name)).strip()
            if _BODY_WORDS.search(name) or self.bodies.known(name):
                yield self._candidate(4.0, name, line.start, line.start + len(name))

    def _letterhead_bodies(self) -> Iterator[Candidate]:
        """Whom a letter is from, to or about, where that is a body we know."""
        for line in self.front[:LETTERHEAD_LINES]:
            text = self.layer.read(line)
            if _LETTERHEAD.match(text) and not _WHEN_AND_WHERE.match(text):
                for named in self.bodies.find(line.read_start, line.read_end):
                    yield self._read_candidate(4.0, named.name, named.start, named.end)

    def _sending_bodies(self) -> Iterator[Candidate]:
        """Who sends a notice: "Pressemeddelelse fra X", "Nyt fra X"."""
        for line in self.front[:LETTERHEAD_LINES]:
            match = _SENDS.match(self.layer.read(line))
            if match is not None:
                start, end = (line.read_start + at for at in match.span("body"))
                name = self.bodies.canonical(self._proper_case(match["body"]))
                yield self._read_candidate(6.5, name, start, end)  # whoever is told of below

    def _front_body(self, begin: int, end: int, position: int) -> Iterator[Candidate]:
        text = self.layer.reading.text[begin:end]
        if _ASSEMBLED.search(text):
            yield from self._assembled(begin, end, position)
            return
        if _HOUR.fullmatch(text) or _TO.match(text):
            return
        titled = _TITLED.search(text)
        phrase = titled["body"] if titled else text
        name = _undated(_KIND_BEHIND.sub("", phrase))
        elsewhere = _ELSEWHERE.match(text) and not _SUBJECT.match(text)
        if not name or len(text) > _LONGEST_TITLE or elsewhere or _TELLS.search(text):
            return
        start = begin + (titled.start("body") if titled else 0)
        board = _BOARD_OF.match(name) if titled else None
        start, name = (start, name) if board is None else (start + board.end(), name[board.end() :])
        near_top = 1.0 - position / FRONT_LINES
        known = self.bodies.known(name)
        inner = next(iter(self.bodies.find(start, start + len(name))), None)
        if known is not None:
            yield self._read_candidate(5.0 + near_top, known.name, start, start + len(name))
        elif inner is not None and _is_whole(name, inner.end - inner.start):
            form = _COMPANY.match(self.layer.reading.text, inner.end)
            written = inner.name if form is None else f"{inner.name}{form[0]}"
            yield self._read_candidate(4.0 + near_top, written, inner.start, inner.end)
        elif board or self._seems_body(name, text, titled) or _is_meeting_of(titled):
            weight = (3.5 if titled else 2.0) + near_top
            weight += 0.5 * (_COMPOUND.search(name) is None and self._of_a_place(name))
            weight -= 2.0 * (_COMPOUND.search(name) is not None or fold(name) in _WHOSE)
            yield self._read_candidate(weight, self._proper_case(name), start, start + len(name))
        elif position < _LETTERHEAD_TOP and (defined := self._defined(begin, end)) is not None:
            yield self._read_candidate(2.0 + near_top, defined, begin, end)
        elif position < _LETTERHEAD_TOP and self._seems_letterhead(text):
            near_top += 2.5 * (_COMPANY.search(text) is not None)
            yield self._read_candidate(near_top, self._proper_case(text), begin, end)

    def _assembled(self, begin: int, end: int, position: int) -> Iterator[Candidate]:
        """Whose general meeting it is: "Generalforsamling i X", "Xs generalforsamling", "X – generalforsamling"."""
        text = self.layer.reading.text[begin:end]
        if len(text) > _LONGEST_TITLE or _ELSEWHERE.match(text) or _TELLS.search(f"{text} "):
            return
        match = (
            _ASSEMBLY_IN.search(text) or _ASSEMBLY_OF.search(text) or _ASSEMBLY_BEHIND.match(text)
        )
        if match is None and _TRAILING_DATE.sub("", text) and position + 1 < len(self.front):
            begin = self.front[position + 1].read_start  # "Generalforsamling", and below it "i X"
            match = _GOES_ON.match(self.layer.read(self.front[position + 1]))
        name = "" if match is None else _TRAILING_DATE.sub("", match["body"]).strip()
        name = _YEAR_BEHIND.sub("", name)
        if match is not None and name and not _HALL.match(name):
            start = begin + match.start("body")
            value = self.bodies.canonical(self._proper_case(name))
            yield self._read_candidate(
                4.2 - position / FRONT_LINES, value, start, start + len(name)
            )

    def _compound_body(self, begin: int, end: int, position: int) -> Iterator[Candidate]:
        """The body of "Ekstraordinært Ældrerådsmøde": Ældrerådet, where the text names it."""
        text = self.layer.reading.text
        match = _COMPOUND.search(text, begin, end)
        if match is None or position >= _LETTERHEAD_TOP:
            return
        stem = match["stem"].capitalize()
        named = re.search(rf"\b{re.escape(stem)}(?:et|n)(?=s?\b)", text)
        weight = 3.4 - position / FRONT_LINES
        if named is not None:
            yield self._read_candidate(weight, named[0], named.start(), named.end())
        elif _COMPOUND_TITLE.fullmatch(text, begin, end):  # nothing else need name it
            value = f"{stem}{_DEFINITE[next(filter(stem.endswith, _DEFINITE))]}"
            yield self._read_candidate(weight / 4, value, *match.span("stem"))

    def _defined(self, begin: int, end: int) -> str | None:
        """The body that a line on top does no more than give an abbreviation."""
        whole = (named for named in self.bodies.defined if (named.start, named.end) == (begin, end))
        return next((self._proper_case(named.name) for named in whole), None)

    def _seems_letterhead(self, text: str) -> bool:
        """A few capitalised words on top, as an organisation that has no word of its own for it."""
        whole = text[-1].isalnum() or _COMPANY.search(text) is not None
        short = text[:1].isupper() and len(text.split()) <= 5 and whole
        known_else = (
            names_kind(text)
            or _NO_LETTERHEAD.match(text)
            or fold(text).endswith("kommune")
            or any(find_dates(text, 0, len(text)))
        )
        return short and not known_else and not any(map(str.isdigit, text))

    def _seems_body(self, name: str, text: str, titled: re.Match[str] | None) -> bool:
        noun = _BODY_WORDS.search(name)
        named = noun is not None and name[0].isupper() and not _ABOUT.search(name, 0, noun.start())
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
            word if i and word in _SMALL else _capitalised(word) for i, word in enumerate(words)
        )

    def _prose_bodies(self) -> Iterator[Candidate]:
        text = self.layer.reading.text
        for pattern, weight in ((AGENDA_OF, 3.0), (_MEETING_IN, 1.0)):
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

    def _candidate(self, weight: float, name: str, start: int, end: int) -> Candidate:
        return Candidate(
            weight=weight, value=self.bodies.canonical(name), passage=self.layer.passage(start, end)
        )

    def _read_candidate(self, weight: float, name: str, start: int, end: int) -> Candidate:
        return Candidate(weight=weight, value=name, passage=self.layer.passage_read(start, end))


def _undated(phrase: str) -> str:
    """A phrase without the day, hour or place behind the body; a house's own council keeps its house."""
    house = _OF_HOUSE.match(phrase)
    at = 0 if house is None else house.end()
    return (phrase[:at] + _TRAILING_DATE.sub("", phrase[at:])).strip()


def _capitalised(word: str) -> str:
    """A word of a name: "silkeborg-ikast" has two capitals, "a/s" nothing but."""
    if "/" in word:
        return word.upper()
    return "-".join(part.capitalize() for part in word.split("-"))


def _is_meeting_of(titled: re.Match[str] | None) -> bool:
    """Whether a title is of the form "Referat af bestyrelsesmøde i X": X is the body.

    "Årsmøde med udstilling" is a meeting with something, and not of it.
    """
    if titled is None or not titled["body"][0].isupper():
        return False
    if (titled["of"] or "").casefold().endswith(" med "):
        return False
    return titled["of"] is not None or _BOARD_MEETING.match(titled.string) is not None


def _cells(text: str, line: Line) -> Iterator[tuple[int, int]]:
    """The columns of a line, each as ``[start, end)`` of the reading."""
    start = line.read_start
    for gap in _GAP.finditer(text, line.read_start, line.read_end):
        yield start, gap.start()
        start = gap.end()
    yield start, line.read_end


def _is_whole(name: str, length: int) -> bool:
    """Whether the known body makes up most of the phrase, as in "Bestyrelsen for X"."""
    return length >= 0.5 * len(name)
