"""Somebody holding a role for a time, consolidated over documents."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kkr_graph.model.extract import Role
from kkr_graph.model.span import Passage

FOREVER = date.max
"""The end of what has none, so that days can be compared without a special case."""


class EndStatus(StrEnum):
    """What is known of a tenure's end."""

    OPEN = "open"
    ENDED = "ended"
    UNKNOWN = "end-unknown"


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Proof:
    """A passage of one document; ``sha256`` is the document's."""

    sha256: str
    passage: Passage


class ActKind(StrEnum):
    """By what somebody got, was put forward for, or left a role."""

    APPOINTMENT = "appointment"
    NOMINATION = "nomination"
    ELECTION = "election"
    RESIGNATION = "resignation"
    EX_OFFICIO = "ex-officio-entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonnelAct:
    """What changed, or was to change, who holds a role; whose and which, its tenure says."""

    kind: ActKind
    by: str | None  # the body that nominated, appointed or elected, as the documents say
    effective_from: date | None  # the first day on which the change holds, as stated
    decided_in: tuple[tuple[str, str], ...]  # (sha256, item number)
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class StatedDay:
    """A day that some documents give for the start or end of a tenure, where others give another."""

    day: date
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One person's time in one role in one body. Dates are inclusive; see docs/reference/graph.md.

    ``body`` and ``represents`` are names as the documents give them when they are not in the
    registry, and registry names otherwise. ``party`` is an official list letter and
    ``municipality`` a registry name. Where documents differ by some days, ``start`` is the first of
    the days and ``end`` the last, and ``starts`` and ``ends`` have all of them, by whom they are told.
    """

    person: str  # slug
    body: str
    role: Role
    ordinal: int  # tells apart two tenures of the same person, body and role; 1-based
    represents: str | None
    party: str | None
    municipality: str | None
    start: date | None  # only as stated
    end: date | None
    first_seen: date | None
    last_seen: date | None
    end_status: EndStatus
    certain: bool
    substitute_for: str | None  # slug of the person whose deputy this is
    decided_in: tuple[tuple[str, str], ...]  # (sha256, item number)
    proofs: tuple[Proof, ...]
    replaces: str | None = None  # slug of the person whose place this one took
    acts: tuple[PersonnelAct, ...] = ()
    starts: tuple[StatedDay, ...] = ()  # none where all that say a day agree
    ends: tuple[StatedDay, ...] = ()
