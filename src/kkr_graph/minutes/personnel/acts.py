"""What sentences tell of roles: who gets, has or leaves one, as values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from kkr_graph.language.presented import Presented
from kkr_graph.model.extract import Appointment, Event, Role
from kkr_graph.model.names import clean, fold
from kkr_graph.model.span import Passage

CHOSEN = frozenset({Event.ELECTED, Event.APPOINTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Personnel:
    """One change or holding of a role, as one sentence tells it."""

    person: Presented
    role: Role
    event: Event
    body: str | None
    by: str | None = None
    from_: date | None = None
    to: date | None = None
    deputy_for: str | None = None
    replaces: str | None = None
    certain: bool = True

    def appointment(self, passage: Passage, body: str, item: str | None = None) -> Appointment:
        """The same as a fact of the document, in the body that is meant."""
        return Appointment(
            passage=passage,
            person=clean(self.person.name),
            party=self.person.party,
            municipality=self.person.municipality,
            body=body,
            role=self.role,
            event=self.event,
            by=self.by,
            from_=self.from_,
            to=self.to,
            deputy_for=self.deputy_for,
            replaces=self.replaces,
            certain=self.certain,
            item=item,
        )


Who: TypeAlias = tuple[str, str | None, str | None]  # folded name, party, municipality


def who_is(person: Presented) -> Who:
    """By what the same person is known again within a document."""
    return fold(person.name), person.party, person.municipality


def left_by(placed: Personnel, person: Presented) -> Personnel:
    """The one in whose place somebody was placed."""
    return replace(
        placed,
        person=person,
        event=Event.LEFT,
        by=None,
        from_=None,
        to=None,
        deputy_for=None,
        replaces=None,
    )


def distinct(told: Sequence[Personnel]) -> Iterator[Personnel]:
    """Each person, event, role and body once; who left a body, once, on the day that is given."""
    kept: dict[tuple[object, ...], Personnel] = {}
    for found in told:
        left = found.event is Event.LEFT
        role = None if left else found.role
        key = (who_is(found.person), found.event, role, found.body)
        before = kept.get(key)
        if before is None:
            kept[key] = found
        elif left and before.to is None:
            kept[key] = replace(before, to=found.to)
        elif not left:  # "er nyt medlem af Z, hvor hun afløser Y"
            kept[key] = replace(before, replaces=before.replaces or found.replaces)
    yield from kept.values()
