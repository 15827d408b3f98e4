"""Who has, gets or leaves a role: shown beside a name, or told in a sentence."""

import re
from collections.abc import Iterable, Iterator

from kkr_graph.minutes.bodies import BodyReader
from kkr_graph.minutes.people import PeopleReader
from kkr_graph.minutes.roles import RoleReader
from kkr_graph.model.extract import (
    Appointment,
    Attendance,
    AttendanceStatus,
    Document,
    Event,
    Role,
)
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import TextLayer

# What is expected, proposed or conditional is no fact.
_UNCERTAIN = re.compile(
    r"\b(?:forvent\w*|foresl\w+|indstil\w+|ventes|hvis|såfremt|eventuel\w*|muligvis|kandidat\w*|kunne|ville|skulle|kan|vil)\b",
    re.IGNORECASE,
)
_OWN_ROLES = frozenset({Role.CHAIR, Role.VICE_CHAIR})


class PersonnelReader:
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
        self.roles = RoleReader(lexicon, bodies, people)

    def listed(self, members: Iterable[Attendance]) -> Iterator[Appointment]:
        """Chairs and vice-chairs of the meeting's own body, by the office beside their name."""
        for entry in members:
            role = self.lexicon.roles.get(fold(entry.title or ""))
            own = entry.status != AttendanceStatus.GUEST and self.document.body is not None
            if role in _OWN_ROLES and own:
                assert role is not None
                assert self.document.body is not None
                yield Appointment(
                    passage=entry.passage,
                    person=entry.name,
                    party=entry.party,
                    municipality=entry.municipality,
                    body=self.document.body,
                    role=role,
                    event=Event.HOLDS,
                )

    def in_sentence(self, start: int, end: int, item: str) -> Iterator[Appointment]:
        """The roles that one sentence shows somebody to hold."""
        for shown in self.roles.find(self.text[start:end]):
            yield Appointment(
                passage=self.layer.passage_read(start, end),
                person=clean(shown.person),
                party=None,
                municipality=None,
                body=clean(shown.body),
                role=shown.role,
                event=Event.HOLDS,
                on_behalf_of=shown.on_behalf_of,
                by=shown.on_behalf_of,
                item=item,
            )
