"""The parts of a group of a free question, in an order in which the engine answers it sooner.

Oxigraph joins what stands after an OPTIONAL separately, and evaluates the right side of an OPTIONAL
over the whole store where it has several patterns. So OPTIONALs are moved last and asked row by row,
by the engine's own LATERAL; where that may not be, what ties the patterns together is repeated
inside. With ``P``, ``A`` and ``Q`` for patterns:

- ``P OPTIONAL {A} Q`` is ``P Q OPTIONAL {A}`` where every variable that ``A`` and ``Q`` share is
  bound by each solution of ``P`` (the pattern is well-designed).
- ``P OPTIONAL {A}`` is ``P OPTIONAL {R A}`` where ``R`` are triple patterns of ``P`` without
  paths and blank nodes: in a graph, which is a set, they match each solution of ``P`` just once.
- ``P OPTIONAL {A}`` is ``P LATERAL { OPTIONAL {A} }`` where ``A`` is statements, filters and
  OPTIONALs, and what those share with ``P`` is bound by each solution of the statements of ``A``
  before them: what ``P`` binds is filled in beforehand instead of compared afterwards. It is done
  where every statement of ``A`` is tied to what each solution of ``P`` binds.

What is not provably so is left as it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

Names = frozenset[str]
"""Of variables."""

_NONE: Names = frozenset()
_SEVERAL = 2  # patterns in an OPTIONAL, which the engine does not ask row by row by itself


class Kind(Enum):
    """What a part of a group is."""

    TRIPLES = auto()  # statements
    VALUES = auto()
    OTHER = auto()  # groups, UNION, GRAPH
    FILTER = auto()  # holds for its whole group, wherever in it it stands
    OPTIONAL = auto()
    BARRIER = auto()  # BIND and MINUS: what they mean depends on what stands before them


@dataclass(frozen=True, slots=True)
class Pattern:
    """What may be repeated: a triple pattern, or a list of values."""

    text: str
    variables: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One element of a group. ``certain`` are the variables that it always binds."""

    kind: Kind
    text: str
    variables: Names
    certain: Names = _NONE
    patterns: tuple[Pattern, ...] = ()
    group: "tuple[Part, ...]" = ()  # of an OPTIONAL


def written(parts: Iterable[Part]) -> str:
    """The group with its OPTIONALs last; statements need a full stop between them."""
    text, before = "", None
    for part in parts:
        both = part.kind is Kind.TRIPLES and before is Kind.TRIPLES
        text += (" . " if both else " ") + part.text
        before = part.kind
    return f"{{{text} }}"


def arranged(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts with their OPTIONALs last and asked row by row or anchored, where that is the same."""
    return tuple(_anchored(_optionals_last(parts)))


def _optionals_last(parts: Iterable[Part]) -> list[Part]:
    placed: list[Part] = []
    pending: list[tuple[Part, Names]] = []  # with what was certain before them
    for part in parts:
        if part.kind is Kind.OPTIONAL:
            certain = _NONE.union(*(before.certain for before in placed))
            pending.append((part, certain))
            continue
        if part.kind is not Kind.FILTER:
            staying = _staying(part, pending)
            placed += [optional for optional, _ in pending[:staying]]
            del pending[:staying]
        placed.append(part)
    return placed + [optional for optional, _ in pending]


def _staying(part: Part, pending: Sequence[tuple[Part, Names]]) -> int:
    """How many of the OPTIONALs must stay before the part: they keep their order."""
    if part.kind is Kind.BARRIER:
        return len(pending)
    for at in range(len(pending), 0, -1):
        optional, certain = pending[at - 1]
        if not optional.variables & part.variables <= certain:
            return at
    return 0


def _anchored(parts: Iterable[Part]) -> list[Part]:
    done: list[Part] = []
    for part in parts:
        if part.kind is Kind.OPTIONAL:
            done.append(_row_by_row(part, done) or _with_anchor(part, _patterns_of(part, done)))
        else:
            done.append(part)
    return done


def _patterns_of(optional: Part, before: Iterable[Part]) -> list[Pattern]:
    return _touching(optional, [pattern for part in before for pattern in part.patterns])


def _row_by_row(optional: Part, before: Sequence[Part]) -> Part | None:
    """The OPTIONAL asked for each row before it, where that gives the same and is no dearer.

    The engine asks a single pattern so by itself, and evaluates several over the whole store. Its own
    ``LATERAL`` fills in what a row binds: the same, unless an OPTIONAL inside sees more than it did.
    """
    several = [part for part in optional.group if part.kind is Kind.TRIPLES]
    outside = _NONE.union(*(part.variables for part in before))
    certain = _NONE.union(*(part.certain for part in before))
    if (
        sum(len(part.patterns) for part in several) < _SEVERAL
        or not _may_be_anchored(optional.group, outside)
        or not _all_reached(several, certain)
    ):
        return None
    inner = arranged(optional.group)
    return replace(optional, text=f"LATERAL {{ OPTIONAL {written(inner)} }}", group=inner)


def _all_reached(parts: Iterable[Part], names: Names) -> bool:
    """Whether every statement is tied to the names, over others if need be."""
    loose = [part.variables for part in parts]
    while loose:
        near = [variables for variables in loose if variables & names]
        if not near:
            return False
        loose = [variables for variables in loose if not variables & names]
        names = names.union(*near)
    return True


def _touching(optional: Part, patterns: Sequence[Pattern]) -> list[Pattern]:
    """The patterns that are tied to the OPTIONAL, over others if need be, in their order."""
    reached, found = optional.variables, set[int]()
    while True:
        more = {
            at
            for at, pattern in enumerate(patterns)
            if at not in found and pattern.variables & reached
        }
        if not more:
            return [patterns[at] for at in sorted(found)]
        found |= more
        reached |= _NONE.union(*(patterns[at].variables for at in more))


def _with_anchor(optional: Part, anchor: Sequence[Pattern]) -> Part:
    parts = list(optional.group)
    if not _hangs_together(parts) and _may_be_anchored(
        parts, _NONE.union(*(each.variables for each in anchor))
    ):
        parts = [*map(_as_part, anchor), *parts]
    inner = arranged(parts)
    if inner == optional.group:
        return optional
    return replace(optional, text=f"OPTIONAL {written(inner)}", group=inner)


def _hangs_together(parts: Sequence[Part]) -> bool:
    """Whether the statements are tied to each other by variables of their own."""
    statements = [part for part in parts if part.kind is Kind.TRIPLES]
    return not statements or _all_reached(statements[1:], statements[0].variables)


def _may_be_anchored(parts: Iterable[Part], names: Names) -> bool:
    """Whether more patterns may stand first: an OPTIONAL inside must not see them unawares."""
    certain = _NONE
    for part in parts:
        if part.kind is Kind.TRIPLES:
            certain |= part.certain
        elif part.kind is Kind.OPTIONAL:
            if not part.variables & names <= certain or not _may_be_anchored(part.group, _NONE):
                return False
        elif part.kind is not Kind.FILTER or "exists" in part.text.lower():
            return False
    return bool(certain)


def _as_part(pattern: Pattern) -> Part:
    kind = Kind.VALUES if pattern.text.lower().startswith("values ") else Kind.TRIPLES
    names = pattern.variables
    return Part(kind=kind, text=pattern.text, variables=names, certain=names, patterns=(pattern,))
