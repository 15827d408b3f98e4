"""Whose a notice, a letter or a report is: who sends it, or the one of whom it tells."""

import re
from collections.abc import Iterator, Sequence

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.letters import is_letter, signature
from kkr_graph.minutes.meeting import front_lines, notice_lines
from kkr_graph.minutes.meeting.candidates import Candidate
from kkr_graph.minutes.meeting.front_lines import LETTERHEAD_LINES
from kkr_graph.minutes.meeting.letterheads import cells, in_proper_case, seems_letterhead
from kkr_graph.model.extract import DocumentKind
from kkr_graph.model.names import fold
from kkr_graph.model.registry import Registry
from kkr_graph.model.text import Line, TextLayer

SENDER = 7.5  # "Nyt fra X", and whom the paper is headed by: above a known body in a heading, which the notice may be about
STATED = 4.0  # below "Udvalg:", in the head of a letter, on every page: said, but of any meeting
_HEADLINE = 2.0  # "X har valgt ny formand": whoever tells of it
_NEWS_OF = 0.5  # "Ny formand for X": another may tell of it
_RECEIVES = -1.0  # "Til medlemmerne af X": where nothing else names anybody
_TELLS = -2.0
_TOLD_OF = frozenset({DocumentKind.NEWS, DocumentKind.OTHER})
_TOP = 3  # lines at the top in which an organisation stands without further words

_NAME = (
    r"[A-ZÆØÅ][\w&-]*(?: (?:(?:for|i|og|af|på|&) )?(?:[A-ZÆØÅ][\w&-]*|[A-Z]/S|a\.m\.b\.a\.)){0,6}"
)
_BOARD = r"(?:[Bb]estyrelsen|[Gg]eneralforsamlingen|[Rr]epræsentantskabet)"
# "Bestyrelsen for X har", "Xs bestyrelse har", "X A/S holdt", "konstituerede bestyrelsen for X sig"
_TOLD = tuple(
    re.compile(form, re.MULTILINE)
    for form in (
        rf"(?:^|[.!?] ){_BOARD} (?:for|i) (?P<body>{_NAME})(?= [a-zæøå])",
        rf"(?:^|[.!?] )(?P<body>{_NAME}?)s (?:nye )?bestyrelse(?= [a-zæøå])",
        rf"(?:^|[.!?] )(?P<body>{_NAME} (?:[A-Z]/S|a\.m\.b\.a\.|ApS))(?= (?:har|holdt|afholdt|fik|får|valgte)\b)",
        rf"\b(?:konstituerede|valgte|holdt|har) bestyrelsen (?:for|i) (?P<body>{_NAME})(?= [a-zæøå])",
    )
)
_RECEIVED = re.compile(
    rf"Til:? (?:(?:alle )?(?:medlemmer(?:ne)?|bestyrelsen|[Bb]estyrelsesmedlemmer(?:ne)?) (?:af|i|for) (?:bestyrelsen (?:for|i) )?(?P<body>{_NAME})"
    rf"|[Bb]estyrelsen (?:for|i) (?P<board>{_NAME})|(?P<all>{_NAME}) [–-] alle medlemmer)"
    rf"|Fra:? [^,@:]+, (?P<from>{_NAME})(?<!sekretariatet)"
)


class SenderReader:
    """Finds whose one document is that is no record of a meeting."""

    def __init__(
        self, layer: TextLayer, bodies: BodyReader, front: Sequence[Line], kind: DocumentKind
    ) -> None:
        self.layer = layer
        self.bodies = bodies
        self.front = front
        self.kind = kind

    def candidates(self, *, is_agreed: bool) -> Iterator[Candidate]:
        """Who may be meant; ``is_agreed`` says that it is what parties have agreed on."""
        yield from self._sending()
        yield from self._signing()
        yield from self._heading(is_agreed=is_agreed)
        yield from self._headlined()
        if self.kind in _TOLD_OF:
            yield from self._receiving()
        if self.kind is DocumentKind.NEWS:
            yield from self._telling()

    def _sending(self) -> Iterator[Candidate]:
        """Who says so: "Pressemeddelelse fra X", "Nyt fra X", "Årsberetning for X"."""
        for line in self.front[:LETTERHEAD_LINES]:
            text = self.layer.read(line)
            match = notice_lines.sender_in(text)
            if match is None and self.kind in _TOLD_OF:
                match = notice_lines.reporter_in(text)
            if match is not None and not notice_lines.is_from_some(match[0]):
                yield self._named(SENDER, line, match, "body")

    def _signing(self) -> Iterator[Candidate]:
        """For whom a letter is signed: "Sekretær, X", "Formand for X"."""
        for line in signature(self.layer):
            match = notice_lines.office_in(self.layer.read(line))
            if match is not None and self._is_body(match["body"]):
                yield self._named(STATED, line, match, "body")

    def _heading(self, *, is_agreed: bool) -> Iterator[Candidate]:
        """Whom a notice or a letter is headed by: a municipality, or whoever stands beside "Nyhedsbrev"."""
        is_sent = self.kind is DocumentKind.OTHER and (is_agreed or is_letter(self.layer))
        is_notice = self.kind is DocumentKind.NEWS
        text = self.layer.reading.text
        for line in self.front[:_TOP] if is_notice or is_sent else ():
            start, end = next(cells(text, line))
            if _is_municipality(text[start:end], self.bodies.registry):
                yield self._candidate(SENDER, text[start:end], start)
        first, second = (*self.front[:2], None, None)[:2]
        if first is None or second is None or self.kind not in _TOLD_OF:
            return
        if notice_lines.is_notice(self.layer.read(second)):
            yield from self._letterhead(first)
        if notice_lines.is_notice_alone(self.layer.read(first)):
            yield from self._letterhead(second)

    def _letterhead(self, line: Line) -> Iterator[Candidate]:
        text = self.layer.read(line)
        if seems_letterhead(text) and not front_lines.is_hour_or_receiver(text):
            yield self._candidate(SENDER, text, line.read_start)

    def _headlined(self) -> Iterator[Candidate]:
        """The body of which a headline tells what it did, or what is new: "X har valgt ny formand"."""
        for line in self.front[:_TOP]:
            match = notice_lines.headline_in(self.layer.read(line))
            if (
                match is not None
                and self._is_body(match["body"])
                and not notice_lines.is_news(match["body"])
            ):
                yield self._named(_HEADLINE, line, match, "body")
        for line in self.front[:LETTERHEAD_LINES] if self.kind in _TOLD_OF else ():
            match = notice_lines.told_of_in(self.layer.read(line))
            group = "" if match is None else str(match.lastgroup)
            if match is not None and self.bodies.registry.municipality(match[group]) is None:
                yield self._named(_NEWS_OF, line, match, group)

    def _receiving(self) -> Iterator[Candidate]:
        """Whose members a message goes to, or comes from: "Til medlemmerne af X", "Fra: Anna Holm, X"."""
        for line in self.front[:LETTERHEAD_LINES]:
            match = _RECEIVED.fullmatch(self.layer.read(line))
            if match is not None:
                yield self._named(_RECEIVES, line, match, str(match.lastgroup))

    def _telling(self) -> Iterator[Candidate]:
        """The one body that, or whose board, is the subject of what is told: "Bestyrelsen for X er ..."."""
        told = [match for form in _TOLD for match in form.finditer(self.layer.reading.text)]
        if len({fold(match["body"]) for match in told}) == 1:
            yield self._candidate(_TELLS, told[0]["body"], told[0].start("body"))

    def _is_body(self, name: str) -> bool:
        return self.bodies.known(name) is not None or front_lines.is_body_by_its_word(name)

    def _named(self, weight: float, line: Line, match: re.Match[str], group: str) -> Candidate:
        return self._candidate(weight, match[group], line.read_start + match.start(group))

    def _candidate(self, weight: float, name: str, start: int) -> Candidate:
        text = self.layer.reading.text
        whose = in_proper_case(front_lines.whose_board(name), text)
        return Candidate(
            weight=weight,
            value=self.bodies.canonical(f"{whose}{front_lines.company_form_of(whose, text)}"),
            passage=self.layer.passage_read(start, start + len(name)),
        )


def _is_municipality(text: str, registry: Registry) -> bool:
    """Whether a line is a municipality and nothing else: "Solrød Kommune"."""
    return fold(text).endswith("kommune") and registry.municipality(text) is not None
