"""Appointments of all documents, put together to who held which role when.

Claims about one person, body and role are taken in the order of their days. A claim belongs to
the tenure before it unless that was over by then, or the two state different things: then they
stay side by side, and nothing is overwritten. Starts, or ends, that are some days apart are of one
tenure, which keeps them all.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, pairwise
from typing import TypeVar

from kkr_graph.model.extract import Event, Extract
from kkr_graph.model.identity import Resolution
from kkr_graph.model.registry import Registry
from kkr_graph.model.tenure import EndStatus, Proof, StatedDay, Tenure
from kkr_graph.resolve.acts import find_acts
from kkr_graph.resolve.claims import Claim, Keep, by_day, find_claims, made_now
from kkr_graph.resolve.senders import the_one

Value = TypeVar("Value")

_FILLS = frozenset((Event.APPOINTED, Event.ELECTED))
# as from August to February: decided in the one for a term from the other; longer is another term
_ONE_TERM = timedelta(days=184)
_DAY = timedelta(days=1)


def consolidate_tenures(
    extracts: Sequence[Extract],
    resolution: Resolution,
    registry: Registry,
    keep: Keep = made_now,
) -> tuple[Tenure, ...]:
    """The tenures that the documents prove, by person, body and role.

    Of one person, body and role the certain tenures are numbered first, by time.

    Args:
        extracts: what the documents say.
        resolution: who is who.
        registry: the bodies that are known.
        keep: gives what one document claims, where that was kept.
    """
    cases: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in find_claims(extracts, resolution, registry, keep):
        cases.setdefault((claim.person, claim.place, claim.role), []).append(claim)
    return tuple(chain.from_iterable(_tenures(cases[case]) for case in sorted(cases)))


@dataclass(slots=True, eq=False)
class _Spell:
    """Claims that are about one and the same tenure, by day, and what it has absorbed."""

    claims: list[Claim]
    absorbed: list[Claim]

    @property
    def start(self) -> date | None:
        return min(self.starts, default=None)

    @property
    def starts(self) -> list[date]:
        return [claim.start for claim in self.claims if claim.start]

    @property
    def has_left(self) -> bool:
        return any(claim.leaves for claim in self.claims)

    @property
    def left(self) -> date | None:
        """The day of the first document that says so, or an earlier day that is stated."""
        return _first(claim.day for claim in self.claims if claim.leaves)

    @property
    def end(self) -> date | None:
        return max(self.ends, default=None)

    @property
    def ends(self) -> list[date]:
        """The ends as stated; who left before the term was over did not stay to its end."""
        told = {claim.end for claim in self.claims if claim.end}
        if stated := [claim.end for claim in self.claims if claim.leaves and claim.end]:
            return [_last_day(end, told) for end in stated]
        term = [_last_day(claim.end, told) for claim in self.claims if claim.end]
        return [] if term and self.left and self.left < max(term) else term

    @property
    def over(self) -> date | None:
        """The last day that can belong to the tenure; None while nothing ends it."""
        return self.end or self.left

    @property
    def seen(self) -> list[date]:
        """The days on which it is shown; whoever is chosen for a later start is not there yet."""
        days = (claim.seen for claim in self.claims if claim.seen)
        return [day for day in days if self.start is None or day >= self.start]


def _tenures(claims: Sequence[Claim]) -> Iterator[Tenure]:
    certain = _spells(claim for claim in claims if claim.certain)
    open_ = [claim for claim in by_day(claims) if not claim.certain]
    hypotheses = _spells(claim for claim in open_ if not _is_absorbed(claim, certain))
    followed = {spell for spell, later in pairwise(certain) if later.start}
    for ordinal, spell in enumerate((*certain, *hypotheses), start=1):
        yield _tenure(spell, ordinal, is_followed=spell in followed)


def _spells(claims: Iterable[Claim]) -> list[_Spell]:
    spells: list[_Spell] = []
    for claim in by_day(claims):
        fitting = [spell for spell in spells if _fits(claim, spell)]
        for spell in _meant(claim, fitting):
            spell.claims.append(claim)
        if not fitting:
            spells.append(_Spell([claim], []))
    return spells


def _meant(claim: Claim, fitting: Sequence[_Spell]) -> Sequence[_Spell]:
    """The latest of the tenures that fit; but whoever leaves ends all that are not over."""
    open_ = [spell for spell in fitting if not spell.has_left]
    return open_ if claim.leaves and open_ else fitting[-1:]


def _fits(claim: Claim, spell: _Spell) -> bool:
    return (
        all(_agrees(claim, other) for other in spell.claims)
        and _ends_agree(claim, spell)
        and _is_in_time(claim, spell)
    )


def _agrees(claim: Claim, other: Claim) -> bool:
    pairs = (
        (claim.represents, other.represents),
        (claim.party, other.party),
        (claim.municipality, other.municipality),
        (claim.substitute_for, other.substitute_for),
        (claim.replaces, other.replaces),
    )
    return _are_near(claim.start, other.start) and all(
        left is None or right is None or left == right for left, right in pairs
    )


def _are_near(day: date | None, other: date | None) -> bool:
    """Whether they can be the same day of one term, of which one document is wrong."""
    return day is None or other is None or abs(day - other) <= _ONE_TERM


def _ends_agree(claim: Claim, spell: _Spell) -> bool:
    """Whether the stated ends are of one term, or somebody left before the term was over."""
    if claim.end is None or spell.end is None:
        return True
    if len({_last_day(end, (claim.end, spell.end)) for end in (claim.end, spell.end)}) == 1:
        return True
    if claim.leaves != spell.has_left:
        return claim.leaves and claim.end < spell.end
    return all(_are_near(claim.end, end) for end in spell.ends)


def _last_day(end: date, told: Collection[date]) -> date:
    """The end; of the first of a month the day before, where that is told too: the first is another's."""
    return end - _DAY if end.day == 1 and end - _DAY in told else end


def _is_in_time(claim: Claim, spell: _Spell) -> bool:
    """Whether the tenure was not over yet, and not held before the start that is claimed.

    That somebody has left may be said again, and the day be given, long after.
    """
    if not claim.leaves and claim.day and spell.over and claim.day > spell.over:
        return False
    start = claim.start
    if start is None or spell.start:
        return True
    return not any(_was_held_before(start, other) for other in spell.claims)


def _was_held_before(start: date, claim: Claim) -> bool:
    """Whether a document shows the role before that day; a decision to fill it comes before it is taken."""
    if claim.seen is None or claim.seen >= start:
        return False
    return claim.event not in _FILLS or start - claim.seen > _ONE_TERM


def _is_absorbed(claim: Claim, spells: Iterable[_Spell]) -> bool:
    """Give what is not certain to the first certain tenure that may be meant, as a proof.

    That somebody leaves may be said of a tenure that is over: it is the same end, some days off.
    """
    for spell in spells:
        is_over = claim.day and spell.over and claim.day > spell.over
        if is_over and claim.leaves:
            is_over = not _are_near(claim.day, spell.over)
        if not is_over and all(_agrees(claim, other) for other in spell.claims):
            spell.absorbed.append(claim)
            return True
    return False


def _tenure(spell: _Spell, ordinal: int, *, is_followed: bool) -> Tenure:
    claims = spell.claims
    first = claims[0]
    return Tenure(
        person=first.person,
        body=first.body,
        role=first.role,
        ordinal=ordinal,
        represents=_first(claim.represents for claim in claims)
        or the_one(claim.sent_by for claim in claims),
        party=_first(claim.party for claim in claims),
        municipality=_first(claim.municipality for claim in claims),
        start=spell.start,
        end=spell.end,
        first_seen=min(spell.seen, default=None),
        last_seen=_last_seen(spell),
        end_status=_end_status(spell, is_followed=is_followed),
        certain=first.certain,
        substitute_for=_first(claim.substitute_for for claim in claims),
        decided_in=tuple(sorted({claim.decided_in for claim in claims if claim.decided_in})),
        replaces=_first(claim.replaces for claim in claims),
        proofs=_proofs((*claims, *spell.absorbed)),
        acts=find_acts((*claims, *spell.absorbed)),
        starts=_stated(claims, spell.starts, lambda claim: claim.start),
        ends=_stated(claims, spell.ends, lambda claim: claim.end),
    )


def _stated(
    claims: Sequence[Claim], days: Sequence[date], told: Callable[[Claim], date | None]
) -> tuple[StatedDay, ...]:
    """The days with the passages that state them, if there are several."""
    if len(set(days)) < 2:
        return ()
    passages: dict[date, set[Proof]] = {day: set() for day in sorted(days)}
    for claim in claims:
        if (day := told(claim)) in passages:
            passages[day].add(claim.proofs[0])
    return tuple(
        StatedDay(day=day, proofs=tuple(sorted(proofs))) for day, proofs in passages.items()
    )


def _last_seen(spell: _Spell) -> date | None:
    """The last day in a document; a report that somebody has left does not show them there."""
    last = max(spell.seen, default=None)
    return min(last, spell.over) if last and spell.over else last


def _end_status(spell: _Spell, *, is_followed: bool) -> EndStatus:
    """Open means that a start is stated, no end, and no later start of the same role."""
    if spell.has_left or spell.end:
        return EndStatus.ENDED
    return EndStatus.OPEN if spell.start and not is_followed else EndStatus.UNKNOWN


def _proofs(claims: Iterable[Claim]) -> tuple[Proof, ...]:
    return tuple(sorted({proof for claim in claims for proof in claim.proofs}))


def _first(values: Iterable[Value | None]) -> Value | None:
    return next((value for value in values if value is not None), None)
