"""Where the facts of each document hang: its graph, its meeting, its items and decisions.

A meeting may be described by several documents, such as the agenda and the minutes. One of them
tells what happened; the items of the others would say the same thing twice, or something else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kkr_graph.model.extract import DocumentKind, Extract, Item, Outcome
from kkr_graph.rdf.names import Names

_OF_MEETINGS = (DocumentKind.MINUTES, DocumentKind.AGENDA)  # the first tells, where both are there


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedItem:
    """An item with its IRI, and those of what was recommended and decided under it, if anything."""

    item: Item
    order: int  # 1-based
    iri: str
    recommendation: str | None
    decision: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One document's place in the graph.

    ``base`` is the meeting's IRI. Where the document does not say whose meeting it was, or when,
    the document's own IRI stands in for it: what was read is kept, and nothing is invented.
    """

    extract: Extract
    graph: str
    document: str
    base: str
    is_meeting: bool
    tells: bool  # whether this document tells what happened at its meeting
    items: tuple[PlacedItem, ...]  # as the telling document has them

    @property
    def sha256(self) -> str:
        """The document's hash."""
        return self.extract.document.sha256

    def item(self, number: str | None) -> PlacedItem | None:
        """The item of this number; the first, where a document has it twice."""
        return next((placed for placed in self.items if placed.item.number == number), None)


def find_places(names: Names) -> dict[str, Place]:
    """The place of each document, by its hash."""
    telling: dict[str, Extract] = {}
    for extract in sorted(names.extracts, key=_precedence):
        telling.setdefault(_base(extract, names), extract)
    return {
        extract.document.sha256: _place(extract, telling[_base(extract, names)], names)
        for extract in names.extracts
    }


def _precedence(extract: Extract) -> tuple[int, int, str]:
    """Minutes before agendas, then the document that has more to say."""
    kind = extract.document.kind
    rank = _OF_MEETINGS.index(kind) if kind in _OF_MEETINGS else len(_OF_MEETINGS)
    said = sum(len(item.decision or "") for item in extract.items) + len(extract.attendance)
    return rank, -said, extract.document.sha256


def _meeting(extract: Extract, names: Names) -> str | None:
    document = extract.document
    if document.kind not in _OF_MEETINGS or document.body is None or document.date is None:
        return None
    slug = names.meeting_slug(document.body, document.sha256)
    return names.minter.meeting(slug, document.date)


def _base(extract: Extract, names: Names) -> str:
    return _meeting(extract, names) or names.minter.document(extract.document.sha256)


def _place(extract: Extract, telling: Extract, names: Names) -> Place:
    sha256 = extract.document.sha256
    meeting = _meeting(extract, names)
    base = _base(extract, names)
    return Place(
        extract=extract,
        graph=names.minter.source_graph(sha256),
        document=names.minter.document(sha256),
        base=base,
        is_meeting=meeting is not None,
        tells=telling is extract,
        items=tuple(_placed(telling.items, base, names)),
    )


def _placed(items: Iterable[Item], base: str, names: Names) -> Iterator[PlacedItem]:
    below = names.minter.below
    met: dict[str, int] = {}
    for order, item in enumerate(items, start=1):
        met[item.number] = met.get(item.number, 0) + 1
        again = met[item.number]  # a closed agenda may begin at 1 once more
        iri = below(base, "item", item.number if again == 1 else f"{item.number}_{again}")
        yield PlacedItem(
            item=item,
            order=order,
            iri=iri,
            recommendation=below(iri, "recommendation") if item.recommendation else None,
            decision=below(iri, "decision") if _is_decided(item) else None,
        )


def _is_decided(item: Item) -> bool:
    """Whether the document records a decision, be it only remarks."""
    return bool(item.decision) or any(outcome != Outcome.NONE for outcome in item.outcomes)
