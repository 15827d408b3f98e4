"""The acts behind a tenure: nomination, appointment, election, resignation, ex officio entry.

Several documents may tell of one act. What they state of it differently makes two acts of it,
side by side, each with its own sources.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kkr_graph.model.extract import Event
from kkr_graph.model.tenure import ActKind, PersonnelAct
from kkr_graph.resolve.claims import Claim, by_day

_KINDS = {
    Event.APPOINTED: ActKind.APPOINTMENT,
    Event.NOMINATED: ActKind.NOMINATION,
    Event.ELECTED: ActKind.ELECTION,
    Event.LEFT: ActKind.RESIGNATION,
    Event.EX_OFFICIO: ActKind.EX_OFFICIO,
}
# what a list can mean that says of somebody who holds a seat, by whom they were appointed
_APPOINTING = (ActKind.APPOINTMENT, ActKind.ELECTION)


@dataclass(slots=True)
class _Act:
    kind: ActKind
    claims: list[Claim]


def find_acts(claims: Iterable[Claim]) -> tuple[PersonnelAct, ...]:
    """The acts that the claims of one tenure tell of, by kind and day.

    What is only expected is no act, and neither is a seat that is held, unless it is said by whom
    somebody was put into it.
    """
    acts: list[_Act] = []
    stated = [claim for claim in by_day(claims) if claim.is_stated]
    for claim in stated:
        if claim.event in _KINDS:
            _add(acts, claim, (_KINDS[claim.event],))
    for claim in stated:
        if claim.event == Event.HOLDS and claim.by:
            _add(acts, claim, _APPOINTING)
    kinds = list(ActKind)
    return tuple(_made(act) for act in sorted(acts, key=lambda act: kinds.index(act.kind)))


def _add(acts: list[_Act], claim: Claim, kinds: Sequence[ActKind]) -> None:
    """Give the claim to the first act it can tell of, or make one of it."""
    for act in acts:
        if act.kind in kinds and all(_agrees(claim, other) for other in act.claims):
            act.claims.append(claim)
            return
    acts.append(_Act(kinds[0], [claim]))


def _agrees(claim: Claim, other: Claim) -> bool:
    pairs = (
        (claim.by, other.by),
        (_effective_from(claim), _effective_from(other)),
        (_decision(claim), _decision(other)),
    )
    return all(left is None or right is None or left == right for left, right in pairs)


def _decision(claim: Claim) -> tuple[date | None, str] | None:
    """Two reports of one meeting tell of one decision, whichever document it is."""
    return (claim.seen, claim.decided_in[1]) if claim.decided_in else None


def _effective_from(claim: Claim) -> date | None:
    if not claim.leaves:
        return claim.start
    return claim.end + timedelta(days=1) if claim.end and claim.end < date.max else None


def _made(act: _Act) -> PersonnelAct:
    return PersonnelAct(
        kind=act.kind,
        by=next((claim.by for claim in act.claims if claim.by), None),
        effective_from=next((day for each in act.claims if (day := _effective_from(each))), None),
        decided_in=tuple(sorted({each.decided_in for each in act.claims if each.decided_in})),
        proofs=tuple(sorted({proof for each in act.claims for proof in each.proofs})),
    )
