"""What is known before any document is read: municipalities, parties, bodies, terms, seats."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import zip_longest
from typing import TypeVar

from kkr_graph.model.names import fold

_MUNICIPAL = (" kommune", " kommunes", " regionskommune", " regionskommunes")
_GENITIVES = ("'s", "'", "s")

Named = TypeVar("Named")
Lasting = TypeVar("Lasting", "Dated", "Party")


class BodyKind(StrEnum):
    """What sort of body somebody can sit on."""

    CONTACT_COUNCIL = "contact-council"
    BOARD = "board"
    COUNCIL = "council"
    COMMITTEE = "committee"
    NETWORK = "network"
    ASSOCIATION = "association"
    AUTHORITY = "authority"


class SeatRole(StrEnum):
    """What the holder of a seat is in the body."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    MEMBER = "member"
    DEPUTY = "deputy"
    OBSERVER = "observer"
    REPRESENTATIVE = "representative"
    EX_OFFICIO_MEMBER = "ex-officio-member"
    SUPPLEMENTARY_MEMBER = "supplementary-member"


class ElectionForm(StrEnum):
    """How the holders of several seats are elected."""

    PROPORTIONAL = "proportional-election"
    MAJORITY = "majority-election"


class Clock(StrEnum):
    """What an electoral term follows: the councils' calendar, or the constituent meetings."""

    COUNCIL = "council"
    KKR = "kkr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A slug that holds in a period, both ends inclusive; None is open."""

    slug: str
    from_: date | None = None
    through: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """One of the 98; ``code`` is the four-digit kommunekode."""

    code: str
    name: str  # "Aalborg", "Vesthimmerlands"
    official_name: str  # "Aalborg Kommune"
    council: str  # the slug of the contact council that covers it
    regions: tuple[Dated, ...]
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, the name to show first."""
        return (self.name, self.official_name, *self.aliases)

    @property
    def assembly(self) -> str:
        """What its elected council goes by, whether it says byråd or kommunalbestyrelse."""
        return f"Kommunalbestyrelsen i {self.official_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region, with the period it exists in."""

    slug: str
    name: str
    from_: date | None = None
    through: date | None = None
    source: str = ""


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
    source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, the name to show first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An electoral term. Council terms and KKR terms are two clocks; both ends inclusive.

    ``starts`` has the day each contact council's own term began, its constituent meeting, as far as
    it is known; ``from_`` is the one day that stands for all of them.
    """

    slug: str
    clock: str  # a ``Clock``
    name: str  # "KKR 2026-2030"
    from_: date
    through: date
    starts: tuple[Dated, ...] = ()
    source: str = ""

    def start(self, council: str | None = None) -> date:
        """The day the term begins, for one contact council where that is known."""
        known = (tie.from_ for tie in self.starts if tie.slug == council)
        return next(known, None) or self.from_


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
    source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, the name to show first."""
        return (self.name, *self.abbreviations, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatGroup:
    """The right to a number of seats in a body in a term, with who fills them."""

    slug: str
    body: str
    term: str
    seats: int
    role: str  # a ``SeatRole``
    nominating: str | None = None
    appointing: str | None = None
    election_form: str | None = None  # an ``ElectionForm``
    eligibility: str | None = None
    requires_elected: bool = False  # an elected politician, by the words of ``eligibility``
    requires_deputy: bool | None = None
    reappointments: int | None = None  # how many times the same person may be appointed again
    gender_rule: str | None = None
    remuneration: str | None = None
    meetings_a_year: int | None = None
    deadline: date | None = None
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

    def municipality(self, written: str) -> Municipality | None:
        """The municipality meant by ``Aalborg``, ``Frederikshavns Kommune``, ``Mors`` ..."""
        name = fold(written)
        stem = next((name.removesuffix(end) for end in _MUNICIPAL if name.endswith(end)), name)
        return _first(self._municipality_by_name, (name, *_nominatives(stem)))

    def assembly(self, written: str) -> Municipality | None:
        """The municipality whose elected council goes by this name."""
        return self._municipality_by_assembly.get(fold(written))

    def body(self, written: str) -> Body | None:
        """The body of this name, abbreviation or alias, a genitive s allowed."""
        return _first(self._body_by_name, _nominatives(fold(written)))

    def party(self, letter: str, day: date | None = None) -> Party | None:
        """The party with this official list letter: on a day, or else the latest to have it.

        Who was elected for a party keeps its letter for the council term, also when the party did
        not stand again; after that the letter may belong to a local list.
        """
        parties = self._parties_by_letter.get(letter, ())
        if day is not None:
            term = self.term_on(Clock.COUNCIL, day)
            first, last = (term.from_, term.through) if term else (day, day)
            parties = _lasting(parties, day, day) or _lasting(parties, first, last)
        return parties[-1] if parties else None

    def party_by_press_letter(self, letters: str) -> Party | None:
        """The party that newspapers mean by ``S``, ``SF``, ``LA`` ...

        Whether a document uses the press's letters is for the caller to know: ``S`` and ``K`` are
        other parties on the ballot.
        """
        return self._party_by_press_letter.get(letters.strip(" ().").upper())

    def party_by_name(self, written: str) -> Party | None:
        """The party of this name, a genitive s allowed; never by a single letter."""
        return _first(self._party_by_name, _nominatives(fold(written)))

    def term_on(self, clock: str, day: date, council: str | None = None) -> Term | None:
        """The term that runs on a day, by the clock of one contact council where it is given."""
        terms = sorted((term for term in self.terms if term.clock == clock), key=_by_start)
        for term, after in zip_longest(terms, terms[1:]):
            if term.start(council) <= day <= _last_day(term, after, council):
                return term
        return None

    @cached_property
    def _municipality_by_name(self) -> Mapping[str, Municipality]:
        return _by_name((name, place) for place in self.municipalities for name in place.names)

    @cached_property
    def _municipality_by_assembly(self) -> Mapping[str, Municipality]:
        return _by_name((place.assembly, place) for place in self.municipalities)

    @cached_property
    def _body_by_name(self) -> Mapping[str, Body]:
        return _by_name((name, body) for body in self.bodies for name in body.names)

    @cached_property
    def _party_by_name(self) -> Mapping[str, Party]:
        return _by_name(
            (name, party) for party in self.parties for name in party.names if len(name) > 1
        )

    @cached_property
    def _parties_by_letter(self) -> Mapping[str, tuple[Party, ...]]:
        """The parties that have had a letter, the latest one last."""
        in_time = sorted(self.parties, key=lambda party: party.through or date.max)
        return {
            party.letter: tuple(other for other in in_time if other.letter == party.letter)
            for party in in_time
        }

    @cached_property
    def _party_by_press_letter(self) -> Mapping[str, Party]:
        return {
            letters: party
            for parties in self._parties_by_letter.values()
            for party in parties
            for letters in party.press_letters
        }


def _by_name(pairs: Iterable[tuple[str, Named]]) -> Mapping[str, Named]:
    """The first of each name."""
    found: dict[str, Named] = {}
    for name, value in pairs:
        found.setdefault(fold(name), value)
    return found


def _first(known: Mapping[str, Named], forms: Iterable[str]) -> Named | None:
    return next((known[form] for form in forms if form in known), None)


def _nominatives(name: str) -> Iterator[str]:
    """The folded name, and what it is the genitive of: ``randers'`` and ``aalborgs``."""
    yield name
    yield from (name.removesuffix(end) for end in _GENITIVES if name.endswith(end))


def _lasting(entries: tuple[Lasting, ...], first: date, last: date) -> tuple[Lasting, ...]:
    """The entries that hold on some day of a period."""
    return tuple(
        entry
        for entry in entries
        if (entry.from_ or date.min) <= last and first <= (entry.through or date.max)
    )


def _by_start(term: Term) -> date:
    return term.from_


def _last_day(term: Term, after: Term | None, council: str | None) -> date:
    """A term lasts until the next one begins, where they follow upon each other."""
    day = timedelta(days=1)
    if after is None or after.from_ - term.through != day:
        return term.through
    return after.start(council) - day
