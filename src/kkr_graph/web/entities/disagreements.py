"""What documents disagree on of one person in one role at one time, side by side.

The same as the question ``conflicts`` tells of posts; a page has its posts at hand already.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise

from kkr_graph.model.solutions import Term
from kkr_graph.vocab import KKR, KKRC, ORG, SCHEMA
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.reading import Node, Proof
from kkr_graph.web.view import Cell, Line, Piece, Section, listed, plain, table
from kkr_graph.web.wording import written_day

_YEAR = timedelta(days=364)  # so long a seat is taken to be held whose end nobody tells
_SEAT = (ORG.member, ORG.organization, ORG.role)
_STATED = {
    SCHEMA.startDate: "Start",
    SCHEMA.endDate: "Slut",
    KKR.represents: "På vegne af",
    KKR.politicalAffiliation: "Parti",
    KKR.fromMunicipality: "Kommune",
}
_HEADINGS = ("Person", "Forum", "Rolle", "Uenighed om", "Det ene", "Det andet")


STATED_DAYS = {KKR.statedStart: "Start", KKR.statedEnd: "Slut"}
"""What leads from a post to the days that sources give for it, and what they are about."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What sources say of a post that cannot both be right: of it and its double, or two of its days."""

    post: Node
    about: str
    sides: tuple[Node, Node]
    told: str  # the property of the sides in which they differ


def disagreements(tenures: Iterable[Node], days: Mapping[str, Node]) -> Iterator[Disagreement]:
    """The pairs of them, in the order of their addresses.

    Args:
        tenures: the posts.
        days: the stated days that they lead to, by IRI.
    """
    alike: dict[tuple[str, ...], list[Node]] = {}
    for node in sorted(tenures, key=lambda node: node.iri):
        if node.is_certain:
            alike.setdefault(tuple(node.first(name) for name in _SEAT), []).append(node)
    for same in alike.values():
        for node in same:
            yield from _of_days(node, days)
        for one, other in combinations(same, 2):
            for about, words in _STATED.items():
                told = set(one.all(about)), set(other.all(about))
                if all(told) and told[0] != told[1] and _overlap(one, other):
                    yield Disagreement(one, words, (one, other), about)


def _of_days(node: Node, days: Mapping[str, Node]) -> Iterator[Disagreement]:
    for which, words in STATED_DAYS.items():
        for one, other in pairwise(days[iri] for iri in node.all(which) if iri in days):
            yield Disagreement(node, words, (one, other), KKR.day)


def _overlap(one: Node, other: Node) -> bool:
    first, second = _known(one), _known(other)
    return max(first[0], second[0]) <= min(first[1], second[1])


def _known(node: Node) -> tuple[date, date]:
    begins = node.day(KKR.from_) or date.min
    ends = node.day(SCHEMA.endDate) or node.day(KKR.lastSeen) or begins
    is_held_on = node.first(SCHEMA.startDate) and node.first(KKR.endStatus) != KKRC.ended
    return begins, max(ends, begins + _YEAR) if is_held_on else ends


def disagreements_section(
    found: Sequence[Disagreement],
    cells: Cells,
    proofs: Mapping[str, Sequence[Proof]],
    without: str,
) -> Section:
    """The table of them, each side with its own source; without the column that the page says."""

    def side(node: Node, against: Node, told: str) -> Cell:
        own = [proof for proof in proofs[node.iri] if proof not in proofs[against.iri]]
        said = listed(_value(cells, term) for term in node.values[told])
        return (*said, Piece(" ifølge "), *cells.sources(own))

    heading = "Kilderne er uenige"
    lines = [
        [
            cells.thing(each.post.first(ORG.member)),
            cells.thing(each.post.first(ORG.organization)),
            plain(cells.label(each.post.first(ORG.role))),
            plain(each.about),
            side(each.sides[0], each.sides[1], each.told),
            side(each.sides[1], each.sides[0], each.told),
        ]
        for each in found
    ]
    kept = [at for at, name in enumerate(_HEADINGS) if name != without]
    return Section(
        id="uenige",
        heading=heading,
        note="Dokumenterne siger hver sit om den samme post. Begge dele står i grafen, til det dokument, "
        "der er forkert, er rettet.",
        table=table(
            heading,
            [_HEADINGS[at] for at in kept],
            [Line(cells=tuple(line[at] for at in kept)) for line in lines],
        ),
    )


def _value(cells: Cells, term: Term) -> Cell:
    return cells.thing(term.value) if term.is_iri else plain(written_day(term.value))
