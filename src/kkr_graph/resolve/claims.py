"""What one document says of one person's role in one body, with people and bodies recognised."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, partial
from itertools import chain
from typing import Literal, TypeAlias

from kkr_graph.iri import slugify
from kkr_graph.model.extract import Appointment, Attendance, Document, Event, Extract, Role
from kkr_graph.model.identity import MentionKey, Resolution, mention_key
from kkr_graph.model.names import fold
from kkr_graph.model.namings import Members
from kkr_graph.model.registry import Body, BodyKind, Registry
from kkr_graph.model.tenure import Proof
from kkr_graph.resolve.senders import Seat, Senders

_DECIDED = {Event.APPOINTED, Event.ELECTED, Event.NOMINATED}
_PLAIN_SEAT = (Role.MEMBER, Role.REPRESENTATIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement about a tenure. ``place`` identifies the body, however it was written."""

    person: str
    place: str
    body: str
    role: Role
    leaves: bool
    certain: bool
    start: date | None
    end: date | None
    seen: date | None  # a day on which the document shows the role to be held
    represents: str | None  # as stated
    sent_by: str | None  # whom the person represents by that, where nothing is stated
    party: str | None
    municipality: str | None
    substitute_for: str | None
    replaces: str | None
    decided_in: tuple[str, str] | None
    event: Event | None  # None where it only follows from what is said of somebody else
    by: str | None
    is_stated: bool  # the document says it for a fact, though it may be no more than a nomination
    proofs: tuple[Proof, ...]

    @property
    def day(self) -> date | None:
        """The day by which claims are ordered."""
        return (self.end or self.seen) if self.leaves else (self.start or self.seen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What one document claims of those it appoints, and by that of those whom they replace."""

    own: tuple[Claim, ...]
    implied: tuple[Claim, ...]


Keep: TypeAlias = Callable[[Document, Callable[[], Claims]], Claims]
"""Gives what a document claims, as it was kept or as it is made now."""


def made_now(_: Document, make: Callable[[], Claims]) -> Claims:
    """What a document claims, where nothing is kept."""
    return make()


def find_claims(
    extracts: Sequence[Extract],
    resolution: Resolution,
    registry: Registry,
    keep: Keep,
) -> tuple[Claim, ...]:
    """What all documents claim, successors' claims about their predecessors included.

    An appointment of somebody who is in doubt claims nothing.
    """
    documents = {extract.document.sha256: extract for extract in extracts}
    own: list[Claim] = []
    implied: list[Claim] = []
    for extract in documents.values():
        if extract.appointments:
            make = partial(_claims_of, extract, resolution, registry)
            claims = keep(extract.document, make)
            own += claims.own
            implied += claims.implied
    held = {(claim.person, claim.place, claim.role) for claim in own}
    return tuple(_in_role_held(claim, held) for claim in (*own, *implied))


def _claims_of(extract: Extract, resolution: Resolution, registry: Registry) -> Claims:
    reader = _Document(extract, resolution, registry)
    return Claims(
        own=tuple(chain.from_iterable(map(reader.own, extract.appointments))),
        implied=tuple(chain.from_iterable(map(reader.implied, extract.appointments))),
    )


def _in_role_held(claim: Claim, held: set[tuple[str, str, Role]]) -> Claim:
    """A claim about a plain seat, as about the one that the documents together show.

    One document's member is another's representative, which says more: whose seat it is. Nobody
    has it twice, or leaves it twice.
    """
    if claim.role not in _PLAIN_SEAT:
        return claim
    roles = [role for role in _PLAIN_SEAT if (claim.person, claim.place, role) in held]
    return replace(claim, role=roles[-1]) if roles else claim


class _Document:
    """One document's appointments, and what else in it tells of the people appointed."""

    def __init__(self, extract: Extract, resolution: Resolution, registry: Registry) -> None:
        self.document = extract.document
        self.resolution = resolution
        self.registry = registry
        self.senders = Senders(registry)
        self.members = Members(extract)
        self.full_names = {
            fold(body.abbreviation): body.name
            for body in reversed(extract.bodies)
            if body.abbreviation and not registry.body(body.abbreviation)
        }
        self._extract = extract

    @cached_property
    def attendance(self) -> dict[str, list[Attendance]]:
        """The entries of each person, which most documents are not asked for."""
        found: dict[str, list[Attendance]] = {}
        for entry in self._extract.attendance:
            slug = self.resolution.by_mention.get(mention_key(self.document.sha256, entry))
            if slug is not None:
                found.setdefault(slug, []).append(entry)
        return found

    def own(self, appointment: Appointment) -> Iterator[Claim]:
        """What the appointment claims of the person it names."""
        key = mention_key(self.document.sha256, appointment)
        person = self.resolution.by_mention.get(key)
        if person is not None:
            yield self._claim(appointment, person)

    def implied(self, appointment: Appointment) -> Iterator[Claim]:
        """That whoever is certainly replaced has left, the day before the successor begins."""
        is_seat = appointment.certain and appointment.event not in (Event.NOMINATED, Event.LEFT)
        person = self._slug(appointment.replaces)
        successor = self.resolution.by_mention.get(mention_key(self.document.sha256, appointment))
        if not is_seat or person is None or person == successor:
            return
        start = appointment.from_
        left = replace(
            appointment,
            party=None,
            municipality=None,
            event=Event.LEFT,
            from_=None,
            to=start - timedelta(days=1) if start else None,
            deputy_for=None,
            replaces=None,
        )
        yield replace(self._claim(left, person), event=None, by=None)

    def _claim(self, appointment: Appointment, person: str) -> Claim:
        body = self._full_name(appointment.body)
        known = self.registry.body(body)
        party, party_proofs = self._stated("party", appointment.party, person)
        place, place_proofs = self._stated("municipality", appointment.municipality, person)
        municipality = self._municipality(place)
        seat = Seat(
            appointment=appointment,
            document=self.document,
            body=known,
            party=party,
            municipality=municipality,
        )
        proof = Proof(sha256=self.document.sha256, passage=appointment.passage)
        return Claim(
            person=person,
            place=_place(body, known),
            body=known.name if known else body,
            role=appointment.role,
            leaves=appointment.event == Event.LEFT,
            certain=appointment.certain and appointment.event != Event.NOMINATED,
            start=appointment.from_,
            end=appointment.to,
            seen=self._seen(appointment),
            represents=self._organization(appointment.on_behalf_of),
            sent_by=self.senders.of(seat),
            party=party,
            municipality=municipality,
            substitute_for=self._deputised(appointment),
            replaces=self._slug(appointment.replaces),
            decided_in=self._decided_in(appointment),
            event=appointment.event,
            by=self._organization(appointment.by),
            is_stated=appointment.certain,
            proofs=(proof, *party_proofs, *place_proofs),
        )

    def _seen(self, appointment: Appointment) -> date | None:
        """The document's day; the last day of what is over by then; none of what is to come."""
        day = self.document.date
        if day is None or (appointment.from_ and appointment.from_ > day):
            return None
        return min(day, appointment.to) if appointment.to else day

    def _stated(
        self, what: Literal["party", "municipality"], stated: str | None, person: str
    ) -> tuple[str | None, tuple[Proof, ...]]:
        """What the appointment states, or else the attendance of the same document."""
        if stated is not None:
            return stated, ()
        entries = [each for each in self.attendance.get(person, ()) if getattr(each, what)]
        values = {getattr(each, what) for each in entries}
        if len(values) != 1:
            return None, ()
        proof = Proof(sha256=self.document.sha256, passage=entries[0].passage)
        return values.pop(), (proof,)

    def _decided_in(self, appointment: Appointment) -> tuple[str, str] | None:
        if appointment.item is None or not appointment.certain or appointment.event not in _DECIDED:
            return None
        return self.document.sha256, appointment.item

    def _full_name(self, written: str) -> str:
        return self.full_names.get(fold(written), written)

    def _organization(self, written: str | None) -> str | None:
        if written is None:
            return None
        name = self._full_name(written)
        known = self.registry.body(name)
        return known.name if known else name

    def _municipality(self, written: str | None) -> str | None:
        known = self.registry.municipality(written) if written else None
        return known.name if known else written

    def _deputised(self, appointment: Appointment) -> str | None:
        name = appointment.deputy_for
        key = self.members.deputised(appointment, name) if name else None
        return self.resolution.by_mention.get(key) if key else None

    def _slug(self, name: str | None) -> str | None:
        key = MentionKey.of(self.document.sha256, name) if name else None
        return self.resolution.by_mention.get(key) if key else None


def _place(name: str, known: Body | None) -> str:
    """What two spellings of one body have in common; the graph tells bodies apart the same way."""
    is_council = known is not None and known.kind == BodyKind.CONTACT_COUNCIL
    slug = known.slug if known else slugify(name)
    return f"kkr/{slug}" if is_council else slug


def by_day(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in the order of their days; of one day, what ends a tenure comes before a start."""
    return sorted(claims, key=lambda each: (each.day or date.max, not each.leaves, each.proofs))
