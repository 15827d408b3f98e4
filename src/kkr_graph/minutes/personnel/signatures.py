"""The chairs who sign a letter or minutes: a name, and below it "Formand for KKR Syddanmark"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.names import NAME
from kkr_graph.language.people import PeopleReader
from kkr_graph.model.extract import CHAIRS, Appointment, Event
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import Line, TextLayer

_FOOT = 12  # lines at the end of a paper
_GREETING = re.compile(
    r"(?:med )?(?:de )?(?:venlige?|bedste|kærlige?|mange)\s+hils\w+|(?:på|p\.) ?(?:\w+ ){0,3}vegne|underskrift|(?:\s*[_.]{6,})+\s*$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?P<role>[A-ZÆØÅa-zæøå]+)(?:,? (?:for|i|af) (?:bestyrelsen (?:for|i) )?(?P<body>[A-ZÆØÅ].{1,80}))?"
)
_WITH_OFFICE = re.compile(rf"(?P<name>{NAME})(?:, | \()(?P<office>[^()]+?)\)?")


class SignatureReader:
    """Reads the signatures at the foot of one document."""

    def __init__(
        self, layer: TextLayer, bodies: BodyReader, people: PeopleReader, own: str | None
    ) -> None:
        self.layer = layer
        self.bodies = bodies
        self.people = people
        self.own = own  # the body whose chair a mere "formand" is

    def read(self) -> Iterator[Appointment]:
        """Who signs as chair or vice-chair, below a greeting or a line to sign on."""
        foot = self.layer.lines[-_FOOT:]
        begins = (i for i, line in enumerate(foot) if _GREETING.match(self.layer.read(line)))
        first = next(begins, None)
        if first is None:
            return
        signed = foot[first:]
        for line in signed:
            match = _WITH_OFFICE.fullmatch(self.layer.read(line).strip())
            if match is not None:
                yield from self._signed((line, line), [match["name"]], [match["office"]])
        for above, below in pairwise(signed):
            names, offices = (self.layer.read(line).strip().split("\t") for line in (above, below))
            yield from self._signed((above, below), names, offices)

    def _signed(
        self, lines: tuple[Line, Line], names: Sequence[str], offices: Sequence[str]
    ) -> Iterator[Appointment]:
        """Those of a signature, each with the office that stands below or behind the name."""
        if len(names) != len(offices) or not all(map(self._is_name, names)):
            return
        for name, office in zip(names, offices, strict=True):
            match = _OFFICE.fullmatch(office.strip(" ."))
            role = None if match is None else self.people.lexicon.roles.get(fold(match["role"]))
            body = match["body"] or self.own if match is not None else None
            if role in CHAIRS and body is not None:
                yield Appointment(
                    passage=self.layer.passage_read(lines[0].read_start, lines[1].read_end),
                    person=clean(name),
                    party=None,
                    municipality=None,
                    body=self.bodies.canonical(clean(body)),
                    role=role,
                    event=Event.HOLDS,
                )

    def _is_name(self, written: str) -> bool:
        whole = re.fullmatch(NAME, written.strip()) is not None
        return whole and self.people.words.is_person(written.strip())
