"""What reads sentences about who sits where, for lists that tell it in prose as minutes do."""

from collections.abc import Callable, Iterator
from typing import Protocol

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.people import PeopleReader
from kkr_graph.model.extract import Appointment
from kkr_graph.model.span import Passage


class Teller(Protocol):
    """Reads the sentences of one document, in order; a pronoun looks back to the one before."""

    def about(self, body: str) -> None:
        """Begin a paragraph about a body."""

    def read(self, sentence: str, passage: Passage) -> Iterator[Appointment]:
        """Who gets, has or leaves a role, by one sentence; "the board" is that body's."""


# ... of the bodies and people of a document, and whose document it is
TellerOf = Callable[[BodyReader, PeopleReader, str | None], Teller]
