"""Seats from votes, level by level, in exact numbers.

The lists and alliances of a level take the seats in the order of their claims; the seats of an
alliance are then divided in the same way between its members. Where equal claims decide who gets a
seat, nothing is decided here: the tie is kept, and a recorded drawing of lots settles it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from kkr_graph.constitution.calculation.group import Group
from kkr_graph.constitution.calculation.lots import WHOLE, Draw, Tie, drawn
from kkr_graph.constitution.calculation.method import Method


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotient:
    """One claim of a list or an alliance.

    ``order`` is which of its own seats the claim is for, ``rank`` its place among all claims of the
    level (equal ones share it), ``seat`` the number of the seat that it took.
    """

    level: str
    group: str
    order: int
    divisor: int
    value: Fraction
    rank: int
    seat: int | None = None
    tied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The contest between the members of one alliance, or between all."""

    name: str
    seats: int
    quotients: tuple[Quotient, ...]
    ties: tuple[Tie, ...] = ()
    draws: tuple[Draw, ...] = ()

    def taken(self, group: str) -> tuple[int, ...]:
        """The numbers of the seats that a member has."""
        numbers = (each.seat for each in self.quotients if each.group == group)
        return tuple(sorted(number for number in numbers if number is not None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one list gets: the seats that it has, and one more if lots may give it."""

    name: str
    alliances: tuple[str, ...]
    votes: Fraction
    picks: tuple[int, ...]
    in_lots: bool = False

    @property
    def seats(self) -> int:
        """The seats that no drawing of lots can take."""
        return len(self.picks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """The seats of a pool, with every claim that was weighed."""

    seats: int
    method: Method
    levels: tuple[Level, ...]
    shares: tuple[Share, ...]

    @property
    def ties(self) -> tuple[Tie, ...]:
        """What waits for a drawing of lots."""
        return tuple(tie for level in self.levels for tie in level.ties)

    @property
    def draws(self) -> tuple[Draw, ...]:
        """The recorded draws that settled something."""
        return tuple(draw for level in self.levels for draw in level.draws)

    @property
    def settled(self) -> bool:
        """Whether every seat has its list."""
        return all(tie.order for tie in self.ties)

    @property
    def by_list(self) -> Mapping[str, int]:
        """The seats of each list."""
        return {share.name: share.seats for share in self.shares}


def allocate(
    pool: Sequence[Group],
    seats: int,
    *,
    method: Method = Method.DHONDT,
    draws: Sequence[Draw] = (),
    ordered: bool = False,
) -> Allocation:
    """The seats of each list.

    Args:
        pool: lists and alliances; those without votes get nothing.
        seats: how many there are to take.
        method: how claims are made of votes.
        draws: recorded drawings of lots; those that fit no tie are not used.
        ordered: whether it matters who takes which seat, as when the first is the chair.

    Raises:
        ValueError: a negative number of seats, or two lists of one name.
    """
    names = [each.name for group in pool for each in group.lists()]
    if seats < 0 or len(set(names)) < len(names):
        raise ValueError("seats must not be negative, and names of lists must differ")
    rules = _Rules(method=method, draws=tuple(draws), ordered=ordered)
    contests, shares = _divide(WHOLE, tuple(pool), tuple(range(1, seats + 1)), rules, ())
    return Allocation(
        seats=seats,
        method=method,
        levels=tuple(contest.level() for contest in contests),
        shares=tuple(shares),
    )


def sure_seats(
    pool: Sequence[Group], seats: int, *, method: Method = Method.DHONDT
) -> Mapping[str, int]:
    """The seats of each list that no drawing of lots can take, without the claims behind them."""
    rules = _Rules(method=method, draws=(), ordered=False)
    _, shares = _divide(WHOLE, tuple(pool), tuple(range(1, seats + 1)), rules, ())
    return {share.name: share.seats for share in shares}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    method: Method
    draws: tuple[Draw, ...]
    ordered: bool


def _divide(
    name: str,
    pool: tuple[Group, ...],
    numbers: tuple[int, ...],
    rules: _Rules,
    above: tuple[str, ...],
) -> "tuple[list[_Contest], list[Share]]":
    contest = _Contest(name, pool, numbers, rules)
    contest.run()
    contests, shares = [contest], list[Share]()
    for group in pool:
        picks = tuple(contest.taken[group.name])
        in_lots = group.name in contest.waiting
        if group.members:
            inner, below = _divide(group.name, group.members, picks, rules, (*above, group.name))
            contests += inner
            shares += [_with_lots(share) if in_lots else share for share in below]
        else:
            shares.append(
                Share(
                    name=group.name,
                    alliances=above,
                    votes=group.votes,
                    picks=picks,
                    in_lots=in_lots,
                )
            )
    return contests, shares


def _with_lots(share: Share) -> Share:
    """The alliance may get a seat by lots, and whose it is depends on that."""
    return replace(share, in_lots=share.votes > 0)


@dataclass(slots=True)
class _Contest:
    """One level while its seats are given out."""

    name: str
    pool: tuple[Group, ...]
    numbers: tuple[int, ...]
    rules: _Rules
    taken: dict[str, list[int]] = field(init=False)
    ties: list[Tie] = field(default_factory=list)
    used: list[Draw] = field(default_factory=list)
    waiting: set[str] = field(default_factory=set)
    _votes: dict[str, Fraction] = field(init=False)
    _quota: Fraction = field(init=False)

    def __post_init__(self) -> None:
        self.taken = {group.name: [] for group in self.pool}
        self._votes = {group.name: group.votes for group in self.pool if group.votes > 0}
        votes = sum(self._votes.values(), Fraction(0))
        self._quota = votes / max(len(self.numbers), 1) or Fraction(1)

    def run(self) -> None:
        """Give out the seats, until they are out or lots must decide."""
        claims = {name: self._claim(name, 1) for name in self._votes}
        given = 0
        while claims and given < len(self.numbers):
            best = max(claims.values())
            tied = [name for name, claim in claims.items() if claim == best]
            left = len(self.numbers) - given
            winners = self._winners(best, tied, self.numbers[given], left)
            if not winners:
                return
            for group in winners:
                self.taken[group].append(self.numbers[given])
                claims[group] = self._claim(group, len(self.taken[group]) + 1)
                given += 1

    def _winners(self, best: Fraction, tied: list[str], seat: int, left: int) -> list[str]:
        """Who take the next seats; nobody where lots must decide and have not been drawn."""
        fits = len(tied) <= left
        if len(tied) == 1 or (fits and not self.rules.ordered):
            return tied
        draw = drawn(self.rules.draws, self.name, seat, tied)
        if draw is not None:
            self.used.append(draw)
            return [draw.winner]
        self.ties.append(
            Tie(
                level=self.name,
                seat=seat,
                contested=min(left, len(tied)),
                among=tuple(tied),
                claim=best,
                order=fits,
            )
        )
        if fits:
            return tied
        self.waiting.update(tied)
        return []

    def _claim(self, name: str, order: int) -> Fraction:
        return self.rules.method.claim(self._votes[name], order, self._quota)

    def level(self) -> Level:
        """The contest with all its claims, the strongest first."""
        return Level(
            name=self.name,
            seats=len(self.numbers),
            quotients=tuple(self._quotients()),
            ties=tuple(self.ties),
            draws=tuple(self.used),
        )

    def _quotients(self) -> Iterator[Quotient]:
        claims = [
            (claim, name, order)
            for name in self._votes
            for order in range(1, len(self.numbers) + 1)
            if (claim := self._claim(name, order)) > 0
        ]
        ranks: dict[Fraction, int] = {}
        strongest_first = sorted(claims, key=lambda each: -each[0])
        for place, (claim, name, order) in enumerate(strongest_first, start=1):
            picks = self.taken[name]
            yield Quotient(
                level=self.name,
                group=name,
                order=order,
                divisor=self.rules.method.divisor(order),
                value=claim,
                rank=ranks.setdefault(claim, place),
                seat=picks[order - 1] if order <= len(picks) else None,
                tied=any(tie.claim == claim and name in tie.among for tie in self.ties),
            )
