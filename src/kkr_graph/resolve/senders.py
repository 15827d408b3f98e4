"""The contact council that somebody represents where no document says so in as many words.

It follows from who appointed a politician to another body, or from whose list of appointments has
the seat. Who else may have sent them stays open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kkr_graph.model.extract import Appointment, Document, DocumentKind, Event
from kkr_graph.model.names import fold
from kkr_graph.model.registry import Body, BodyKind, Registry, SeatGroup

_NOT_SENT = frozenset((Event.NOMINATED, Event.LEFT, Event.EX_OFFICIO))


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """What a document says of a seat that somebody has, as far as it bears on who sent them.

    Args:
        appointment: what the document says.
        document: the document.
        body: the body, where the registry has it.
        party: the letter of the person's list.
        municipality: the person's municipality, as in the registry.
    """

    appointment: Appointment
    document: Document
    body: Body | None
    party: str | None
    municipality: str | None


@dataclass(frozen=True)
class Senders:
    """Finds the sender by what the registry knows."""

    registry: Registry

    def of(self, seat: Seat) -> str | None:
        """The name of the council that the person is certain to represent."""
        is_sent = seat.appointment.certain and seat.appointment.event not in _NOT_SENT
        if not is_sent or seat.appointment.on_behalf_of or _is_council(seat.body):
            return None
        own = self._council(seat.document.body)
        if seat.appointment.by:
            council = self._named(seat.appointment.by, own)
            is_politician = bool(seat.party or seat.municipality)
        else:
            council = own if seat.document.kind == DocumentKind.APPOINTMENT_LIST else None
            is_politician = council is not None and self._is_theirs(seat, council)
        return council.name if council and is_politician else None

    def _is_theirs(self, seat: Seat, council: Body) -> bool:
        """Whether the person is from the council's area, and the registry leaves the seat to it."""
        place = self.registry.municipality(seat.municipality) if seat.municipality else None
        groups = self._groups.get(seat.body.slug, ()) if seat.body else ()
        is_filled_by_it = not groups or any(
            council.slug in (group.appointing, group.nominating) for group in groups
        )
        return place is not None and place.council == council.slug and is_filled_by_it

    def _named(self, written: str, own: Body | None) -> Body | None:
        """The council of that name; "KKR" is the document's own."""
        if own is not None and fold(own.name).startswith(f"{fold(written)} "):
            return own
        return self._council(written)

    def _council(self, written: str | None) -> Body | None:
        known = self.registry.body(written) if written else None
        return known if _is_council(known) else None

    @cached_property
    def _groups(self) -> dict[str, list[SeatGroup]]:
        found: dict[str, list[SeatGroup]] = {}
        for group in self.registry.seat_groups:
            found.setdefault(group.body, []).append(group)
        return found


def _is_council(body: Body | None) -> bool:
    return body is not None and body.kind == BodyKind.CONTACT_COUNCIL


def the_one(senders: Iterable[str | None]) -> str | None:
    """The sender that all documents lead to which lead to any; none where they differ."""
    found = {sender for sender in senders if sender}
    return found.pop() if len(found) == 1 else None
