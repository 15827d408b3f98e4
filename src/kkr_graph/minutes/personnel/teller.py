"""Sentences that stand in no minutes: read as those of a decision, about a body that is known."""

from collections.abc import Iterator

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.people import PeopleReader
from kkr_graph.minutes.personnel.reader import PersonnelReader
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.model.extract import Appointment
from kkr_graph.model.span import Passage


class SentenceTeller:
    """Reads them one after another; the part of a list about one body is as an item to it."""

    def __init__(self, bodies: BodyReader, people: PeopleReader, own: str | None) -> None:
        self.targets = TargetReader(people.lexicon, bodies, own)
        self.personnel = PersonnelReader(self.targets, people)
        self.body: str | None = None

    def about(self, body: str) -> None:
        """Begin a paragraph about a body, which may be the one before."""
        if body != self.body:
            self.body = body
            self.personnel.start_item(body)
        self.personnel.start_paragraph()

    def read(self, sentence: str, passage: Passage) -> Iterator[Appointment]:
        """Who gets, has or leaves a role, by one sentence."""
        assert self.body is not None, "a paragraph is about a body"
        self.targets.turn_to(self.body)
        for found in self.personnel.in_sentence(sentence):
            yield found.appointment(passage, found.body or self.body)
