"""What is known before any document is read: municipalities, parties, bodies, terms, seats."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from kkr_graph.model.names import fold


class BodyKind(StrEnum):
    """What sort of body somebody can sit on."""

    CONTACT_COUNCIL = "contact-council"
    BOARD = "board"
    COUNCIL = "council"
    COMMITTEE = "committee"
    NETWORK = "network"
    ASSOCIATION = "association"
    AUTHORITY = "authority"


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """One of the 98; ``code`` is the four-digit kommunekode."""

    code: str
    name: str  # "Aalborg", "Vesthimmerlands"
    official_name: str  # "Aalborg Kommune"
    council: str  # the slug of the contact council that covers it
    regions: tuple["Dated", ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A slug that holds in a period, both ends inclusive; None is open."""

    slug: str
    from_: date | None = None
    through: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region, with the period it exists in."""

    slug: str
    name: str
    from_: date | None = None
    through: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party that stands nationally; ``letter`` is its list letter on the ballot."""

    slug: str
    letter: str
    name: str
    press_letters: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    from_: date | None = None
    through: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An electoral term. Council terms and KKR terms are two clocks; both ends inclusive."""

    slug: str
    clock: str  # "council" or "kkr"
    name: str  # "KKR 2026-2030"
    from_: date
    through: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that meets, or that somebody is appointed to."""

    slug: str
    name: str
    kind: BodyKind
    abbreviations: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    legal_basis: str | None = None
    area: str | None = None  # the slug of the contact council whose area it serves


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatGroup:
    """The right to a number of seats in a body in a term, with who fills them."""

    slug: str
    body: str
    term: str
    seats: int
    role: str
    nominating: str | None = None
    appointing: str | None = None
    election_form: str | None = None
    eligibility: str | None = None
    requires_deputy: bool | None = None
    legal_basis: str | None = None
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Registry:
    """All of it, with look-ups by the names people write."""

    municipalities: tuple[Municipality, ...] = ()
    regions: tuple[Region, ...] = ()
    parties: tuple[Party, ...] = ()
    bodies: tuple[Body, ...] = ()
    terms: tuple[Term, ...] = ()
    seat_groups: tuple[SeatGroup, ...] = ()

    @cached_property
    def _municipality_by_name(self) -> Mapping[str, Municipality]:
        found: dict[str, Municipality] = {}
        for place in self.municipalities:
            short = place.official_name.removesuffix(" Kommune").removesuffix(" Regionskommune")
            for name in (place.name, place.official_name, short, *place.aliases):
                found.setdefault(fold(name), place)
        return found

    @cached_property
    def _body_by_name(self) -> Mapping[str, Body]:
        return {
            fold(name): body
            for body in reversed(self.bodies)
            for name in (body.name, *body.abbreviations, *body.aliases)
        }

    @cached_property
    def _party_by_letter(self) -> Mapping[str, Party]:
        return {party.letter: party for party in self.parties}

    def municipality(self, written: str) -> Municipality | None:
        """The municipality meant by ``Aalborg``, ``Frederikshavns Kommune``, ``Mors`` ..."""
        name = fold(written)
        stem = name.removesuffix(" kommune").removesuffix(" kommunes").strip()
        by_name = self._municipality_by_name
        for form in (name, stem, stem.removesuffix("s"), f"{stem}s"):
            if form in by_name:
                return by_name[form]
        return None

    def body(self, written: str) -> Body | None:
        """The body of this name, abbreviation or alias, a genitive s allowed."""
        name = fold(written)
        for form in (name, name.removesuffix("s")):
            if form in self._body_by_name:
                return self._body_by_name[form]
        return None

    def party(self, letter: str) -> Party | None:
        """The party with this official list letter."""
        return self._party_by_letter.get(letter)
