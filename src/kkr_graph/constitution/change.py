"""A difference between two terms or two documents, with what stands on both sides."""

from dataclasses import dataclass
from enum import StrEnum

from kkr_graph.queries.asking import NO_SOURCE, Source


class Matter(StrEnum):
    """What a difference is about."""

    PERSON = "person"
    SEATS = "pladser"
    MUNICIPALITY = "kommune"
    PARTY = "parti"


class Change(StrEnum):
    """What became of it. What the later side does not tell is unknown, and not gone.

    Appointed again is who has a start or a decision in the later term; who is only seen there stays.
    """

    NEW = "ny"
    AGAIN = "genudpeget"
    AGAIN_OTHER_PARTY = "genudpeget, andet parti"
    STAYS = "fortsætter"
    STAYS_OTHER_PARTY = "fortsætter, andet parti"
    OTHER_ROLE = "anden rolle"
    GONE = "udgået"
    UNKNOWN = "ukendt"
    GAINED = "flere pladser"
    LOST = "færre pladser"
    NOBODY = "uden post"
    SAME = "i begge"
    ONLY_FIRST = "kun i det første"
    ONLY_SECOND = "kun i det andet"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One difference; ``before`` and ``after`` say what each side has, empty where it has nothing."""

    matter: Matter
    forum: str
    subject: str
    change: Change
    before: str = ""
    after: str = ""
    source_before: Source = NO_SOURCE
    source_after: Source = NO_SOURCE
    tenures: tuple[str, ...] = ()  # of a person: their IRIs, the earlier side's first

    @property
    def document_before(self) -> str:
        """The document that tells the first side."""
        return self.source_before.cited

    @property
    def document_after(self) -> str:
        """The document that tells the second side."""
        return self.source_after.cited

    @property
    def quote_before(self) -> str:
        """The words of the first side."""
        return self.source_before.quote

    @property
    def quote_after(self) -> str:
        """The words of the second side."""
        return self.source_after.quote
