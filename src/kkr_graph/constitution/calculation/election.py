"""The votes of an election, and what they come to in an area."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kkr_graph.constitution.calculation.group import Alliance, Group
from kkr_graph.constitution.calculation.lots import Draw
from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.registry import Registry

COLLECTIVE = "*"
"""The letter of a row with all local lists of a municipality in one number."""
_COLLECTIVE_NAME = "Lokale lister i alt"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListResult:
    """What one list got in one municipality; seats are None where the source does not say."""

    municipality: str  # its code
    letter: str
    name: str
    votes: int
    seats: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cooperation:
    """Lists of several municipalities that count as one."""

    council: str
    name: str
    members: frozenset[tuple[str, str]]  # code and letter


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDraw:
    """A drawing of lots, and the calculation in which it was drawn."""

    area: str
    calculation: str
    draw: Draw


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """An election with everything that is recorded about it.

    ``alliances`` are by the name of the area, ``mayors`` are letters by municipality.
    """

    slug: str
    name: str
    day: date
    results: tuple[ListResult, ...]
    cooperations: tuple[Cooperation, ...] = ()
    alliances: Mapping[str, tuple[Alliance, ...]]
    mayors: Mapping[str, str]
    draws: tuple[RecordedDraw, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A municipality, or all that a contact council covers; names by code."""

    name: str
    municipalities: Mapping[str, str]
    council: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListVotes:
    """What a list, a party or a cooperation got in an area.

    A ``collective`` is many lists in one number: it counts in the total, and can win nothing.
    """

    name: str
    label: str
    votes: Fraction
    seats: int | None = None
    collective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaVotes:
    """The votes that a calculation begins with; ``missing`` are municipalities without any."""

    area: str
    election: str
    municipalities: int
    lists: tuple[ListVotes, ...]
    mayors: Mapping[str, int]
    without_mayor: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def total(self) -> Fraction:
        """All valid votes."""
        return sum((each.votes for each in self.lists), Fraction(0))

    @property
    def groups(self) -> tuple[Group, ...]:
        """The lists that can win seats."""
        real = (each for each in self.lists if not each.collective)
        return tuple(Group(name=each.name, own=each.votes) for each in real)

    def label(self, name: str) -> str:
        """What a list is called; an alliance by its letters."""
        return next((each.label for each in self.lists if each.name == name), name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """What a list must have to take part, as it was in an earlier term."""

    share: Fraction = Fraction(2, 100)
    needs_seat: bool = True

    def votes_for(self, others: Fraction) -> int:
        """The fewest votes that are the share of all, when the others have these votes."""
        least = self.share * others / (1 - self.share)
        return -(-least.numerator // least.denominator)


@dataclass(frozen=True, slots=True, kw_only=True)
class Barred:
    """A list below the threshold; ``lacks`` votes would let it take part, None if none would."""

    name: str
    reason: str
    lacks: int | None


def area_of(registry: Registry, written: str) -> Area | None:
    """The contact council's area or the municipality that is meant."""
    place = registry.municipality(written)
    if place is not None:
        return Area(name=place.name, municipalities={place.code: place.name}, council=False)
    body = registry.body(written)
    if body is None:
        return None
    covered = {
        each.code: each.name for each in registry.municipalities if each.council == body.slug
    }
    return Area(name=body.name, municipalities=covered, council=True) if covered else None


def votes_in(election: Election, area: Area, registry: Registry) -> AreaVotes:
    """The votes of an area, summed for each party, cooperation and local list.

    A letter that no party has on the day of the election is another list in each municipality.
    """
    naming = _Naming(election, area, registry)
    here = [each for each in election.results if each.municipality in area.municipalities]
    counted = {each.municipality for each in here}
    mayors = {
        code: election.mayors[code] for code in area.municipalities if code in election.mayors
    }
    return AreaVotes(
        area=area.name,
        election=election.name,
        municipalities=len(area.municipalities),
        lists=tuple(_summed(here, naming)),
        mayors=_counted(naming.name(code, letter) for code, letter in mayors.items()),
        without_mayor=_names(area, mayors),
        missing=_names(area, counted),
    )


def _names(area: Area, known: Iterable[str]) -> tuple[str, ...]:
    """The municipalities that are not among the known."""
    left = set(area.municipalities) - set(known)
    return tuple(sorted((area.municipalities[code] for code in left), key=danish_sort_key))


def _counted(names: Iterable[str]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for name in names:
        found[name] = found.get(name, 0) + 1
    return found


def _summed(results: Iterable[ListResult], naming: "_Naming") -> Iterator[ListVotes]:
    by_name: dict[str, list[ListResult]] = {}
    for each in results:
        by_name.setdefault(naming.name(each.municipality, each.letter), []).append(each)
    for name in sorted(by_name, key=danish_sort_key):
        rows = by_name[name]
        seats = [each.seats for each in rows if each.seats is not None]
        yield ListVotes(
            name=name,
            label=naming.label(name, rows[0]),
            votes=Fraction(sum(each.votes for each in rows)),
            seats=sum(seats) if seats else None,
            collective=rows[0].letter == COLLECTIVE,
        )


@dataclass(frozen=True, slots=True)
class _Naming:
    """What a list is called in one area."""

    election: Election
    area: Area
    registry: Registry

    def name(self, code: str, letter: str) -> str:
        if letter == COLLECTIVE:
            return _COLLECTIVE_NAME
        together = (
            each.name
            for each in self.election.cooperations
            if (code, letter) in each.members and self._holds(each)
        )
        local = self.area.council and self.registry.party(letter, self.election.day) is None
        alone = f"{letter} {self.area.municipalities[code]}" if local else letter
        return next(together, alone)

    def _holds(self, cooperation: Cooperation) -> bool:
        return cooperation.council == self.area.name

    def label(self, name: str, row: ListResult) -> str:
        party = self.registry.party(name, self.election.day) if len(name) == 1 else None
        if party is not None:
            return party.name
        return row.name if name.startswith(row.letter) and row.name else name


def admitted(
    votes: AreaVotes, threshold: Threshold | None
) -> tuple[tuple[Group, ...], tuple[Barred, ...]]:
    """The lists that take part, and those that do not, with the reason."""
    barred = {each.name: each for each in _barred(votes, threshold)}
    groups = (each for each in votes.groups if each.name not in barred)
    return tuple(groups), tuple(barred.values())


def _barred(votes: AreaVotes, threshold: Threshold | None) -> Iterator[Barred]:
    for each in votes.lists:
        if each.collective:
            reason = "stemmerne er ikke fordelt på de enkelte lister"
            yield Barred(name=each.name, reason=reason, lacks=None)
        elif threshold is not None:
            yield from _below(each, votes.total, threshold)


def _below(each: ListVotes, total: Fraction, threshold: Threshold) -> Iterator[Barred]:
    if threshold.needs_seat and each.seats == 0:
        yield Barred(name=each.name, reason="ingen plads i en kommunalbestyrelse", lacks=None)
    elif each.votes < threshold.share * total:
        needed = threshold.votes_for(total - each.votes)
        share = f"{float(threshold.share * 100):g}".replace(".", ",")
        lacks = needed - int(each.votes)
        yield Barred(name=each.name, reason=f"under {share} % af stemmerne", lacks=lacks)
