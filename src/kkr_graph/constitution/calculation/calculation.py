"""One calculation as it is shown: who gets which seats, why, and what is only supposed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kkr_graph.constitution.calculation.allocation import Allocation, Share, allocate
from kkr_graph.constitution.calculation.composition import CapRule, Composition, compose
from kkr_graph.constitution.calculation.election import AreaVotes, Barred, Threshold, admitted
from kkr_graph.constitution.calculation.group import Alliance, Group, pooled
from kkr_graph.constitution.calculation.lots import Draw, Tie
from kkr_graph.constitution.calculation.margins import votes_to_next
from kkr_graph.constitution.calculation.method import Method
from kkr_graph.errors import ConfigError
from kkr_graph.model.danish import listed


class Kind(StrEnum):
    """What is calculated."""

    CHAIR = "chair"
    MEMBERS = "members"
    SEATS = "seats"

    @property
    def called(self) -> str:
        """The calculation's name, also in the file of drawings of lots."""
        return _TITLES[self]


_TITLES = {
    Kind.CHAIR: "formandskab",
    Kind.MEMBERS: "supplerende medlemmer",
    Kind.SEATS: "pladser",
}
CHAIRS = ("formand", "næstformand")
_CHAIR_RULE = (
    "Hypotese: den største kvotient giver formanden, den næststørste næstformanden. Reglen er ikke "
    "offentliggjort."
)
_MEMBERS_RULE = (
    "Hypotese: rådet er det mindste, hvor hver liste har mindst så mange pladser, som den har "
    "borgmestre. KL's beregning er ikke offentliggjort."
)
_CAP_RULE = "Hypotese: loftet på {cap} medlemmer er nået; {rule}."
_THRESHOLD_RULE = (
    "Spærren på {share} % og en plads i en kommunalbestyrelse er fra en tidligere periode. "
    "Kontrollér, om den gælder."
)
_NOT_SUPPOSED = "Loven bruger d'Hondts metode; {method} er vist til sammenligning."


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is calculated, and by which rules."""

    kind: Kind
    seats: int = len(CHAIRS)
    method: Method = Method.DHONDT
    alliances: tuple[Alliance, ...] = ()
    threshold: Threshold | None = None
    cap_rule: CapRule = CapRule.WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """One list. ``to_next`` is how many votes more would give it one more seat.

    ``in_lots`` says that lots may give it one more; ``picks`` are the numbers of its seats in the
    order of choosing.
    """

    name: str
    label: str
    alliances: tuple[str, ...]
    votes: Fraction
    percent: Fraction
    seats: int
    in_lots: bool = False
    picks: tuple[int, ...] = ()
    mayors: int | None = None
    to_next: int | None = None
    barred: str = ""

    @property
    def members(self) -> int:
        """The seats, and the mayors beside them."""
        return self.seats + (self.mayors or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation:
    """The whole of it. ``seats`` is how many were to be given out."""

    title: str
    area: str
    election: str
    settings: Settings
    seats: int
    rows: tuple[ResultRow, ...]
    allocation: Allocation
    hypotheses: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def ties(self) -> tuple[Tie, ...]:
        """What waits for a drawing of lots."""
        return self.allocation.ties

    @property
    def is_settled(self) -> bool:
        """Whether no seat and no order waits for lots."""
        return not self.ties


def calculate(votes: AreaVotes, settings: Settings, draws: Sequence[Draw] = ()) -> Calculation:
    """The seats that the votes give.

    Raises:
        ConfigError: nobody has votes, or an alliance names a list that did not stand.
    """
    groups, barred = admitted(votes, settings.threshold)
    if not any(each.votes for each in groups):
        raise ConfigError(
            f"Ingen lister i {votes.area} har stemmer, der kan give pladser.",
            "Kontrollér tabellen med valgets resultater.",
        )
    _check_names(votes, settings.alliances)
    if settings.kind is Kind.MEMBERS:
        return _members(votes, settings, groups, barred, draws)
    pool = pooled(groups, settings.alliances)
    ordered = settings.kind is Kind.CHAIR
    allocation = allocate(
        pool, settings.seats, method=settings.method, draws=draws, ordered=ordered
    )
    shown = _Shown(votes, settings, pool, allocation)
    return Calculation(
        title=_title(settings),
        area=votes.area,
        election=votes.election,
        settings=settings,
        seats=settings.seats,
        rows=(*shown.rows(), *_barred_rows(votes, barred)),
        allocation=allocation,
        hypotheses=tuple(_hypotheses(settings, barred)),
        notes=tuple(_notes(votes, draws, allocation)),
    )


def _check_names(votes: AreaVotes, alliances: Sequence[Alliance]) -> None:
    known = {each.name for each in votes.lists}
    for name in (name for each in alliances for name in each.names):
        if name not in known:
            raise ConfigError(
                f"»{name}« i et valgforbund er ingen af listerne i {votes.area}.",
                f"Listerne er {', '.join(each.name for each in votes.lists)}.",
            )


def _title(settings: Settings) -> str:
    if settings.kind is Kind.CHAIR and settings.seats == len(CHAIRS):
        return "Formand og næstformand"
    return f"{settings.kind.called.capitalize()}: {settings.seats}"


@dataclass(frozen=True, slots=True)
class _Shown:
    """The rows of a pool that was divided."""

    votes: AreaVotes
    settings: Settings
    pool: Sequence[Group]
    allocation: Allocation

    def rows(self) -> Iterator[ResultRow]:
        for share in self.allocation.shares:
            yield ResultRow(
                name=share.name,
                label=self.votes.label(share.name),
                alliances=share.alliances,
                votes=share.votes,
                percent=_percent(share.votes, self.votes),
                seats=share.seats,
                in_lots=share.in_lots,
                picks=share.picks,
                to_next=self.to_next(share),
            )

    def to_next(self, share: Share) -> int | None:
        return votes_to_next(
            self.pool,
            self.allocation.seats,
            share.name,
            has=share.seats,
            method=self.settings.method,
        )


def _percent(votes: Fraction, area: AreaVotes) -> Fraction:
    return votes * 100 / area.total


def _barred_rows(votes: AreaVotes, barred: Sequence[Barred]) -> Iterator[ResultRow]:
    by_name = {each.name: each for each in votes.lists}
    for each in barred:
        listed = by_name[each.name]
        lacks = f"; mangler {each.lacks} stemmer" if each.lacks is not None else ""
        yield ResultRow(
            name=each.name,
            label=listed.label,
            alliances=(),
            votes=listed.votes,
            percent=_percent(listed.votes, votes),
            seats=0,
            mayors=votes.mayors.get(each.name),
            barred=each.reason + lacks,
        )


def _members(
    votes: AreaVotes,
    settings: Settings,
    groups: Sequence[Group],
    barred: Sequence[Barred],
    draws: Sequence[Draw],
) -> Calculation:
    pool = pooled(groups, ())  # cooperations are lists already; alliances are for the chair
    composition = compose(
        pool,
        votes.mayors,
        municipalities=votes.municipalities,
        method=settings.method,
        cap_rule=settings.cap_rule,
        draws=draws,
    )
    shown = _Shown(votes, settings, pool, composition.allocation)
    return Calculation(
        title=f"Supplerende medlemmer: {composition.supplementary}, og {composition.mayors} "
        f"borgmestre ({composition.mayors + composition.supplementary} i alt)",
        area=votes.area,
        election=votes.election,
        settings=settings,
        seats=composition.supplementary,
        rows=tuple(_member_rows(composition, shown, votes, barred)),
        allocation=composition.allocation,
        hypotheses=tuple(_member_hypotheses(composition, settings, barred)),
        notes=tuple(_member_notes(votes, draws, composition)),
    )


def _member_rows(
    composition: Composition, shown: _Shown, votes: AreaVotes, barred: Sequence[Barred]
) -> Iterator[ResultRow]:
    below = {row.name: row for row in _barred_rows(votes, barred)}
    shares = {share.name: share for share in composition.allocation.shares}
    by_name = {each.name: each.votes for each in votes.lists}
    for each in composition.memberships:
        if each.name in below:
            continue
        share, cast = shares.get(each.name), by_name.get(each.name, Fraction(0))
        yield ResultRow(
            name=each.name,
            label=votes.label(each.name),
            alliances=(),
            votes=cast,
            percent=_percent(cast, votes),
            seats=each.supplementary,
            in_lots=each.in_lots,
            mayors=each.mayors,
            to_next=None if share is None else shown.to_next(share),
        )
    yield from below.values()


def _hypotheses(settings: Settings, barred: Sequence[Barred]) -> Iterator[str]:
    if settings.kind is Kind.CHAIR:
        yield _CHAIR_RULE
    if settings.threshold is not None and barred:
        share = f"{float(settings.threshold.share * 100):g}".replace(".", ",")
        yield _THRESHOLD_RULE.format(share=share)
    if settings.method is not Method.DHONDT:
        yield _NOT_SUPPOSED.format(method=settings.method.called)


def _member_hypotheses(
    composition: Composition, settings: Settings, barred: Sequence[Barred]
) -> Iterator[str]:
    yield _MEMBERS_RULE
    if composition.cap_binds:
        yield _CAP_RULE.format(cap=composition.cap, rule=settings.cap_rule.called)
    yield from _hypotheses(settings, barred)


def _notes(votes: AreaVotes, draws: Sequence[Draw], allocation: Allocation) -> Iterator[str]:
    if votes.missing:
        yield f"Regnet uden stemmerne i {listed(votes.missing)}."
    unused = len(draws) - len(allocation.draws)
    if unused:
        yield f"{unused} registreret lodtrækning passer ikke på nogen lighed her og er ikke brugt."
    for draw in allocation.draws:
        yield f"Plads {draw.seat}: {draw.winner} udtrukket ({draw.source})."


def _member_notes(
    votes: AreaVotes, draws: Sequence[Draw], composition: Composition
) -> Iterator[str]:
    if votes.without_mayor:
        yield f"Borgmesterens liste er ukendt i {listed(votes.without_mayor)}."
    yield "»Til næste plads« er ved samme antal medlemmer."
    yield from _notes(votes, draws, composition.allocation)
