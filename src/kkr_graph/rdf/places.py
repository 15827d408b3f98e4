"""Where the facts of each document hang: its graph, its meeting, its items and decisions.

A meeting may be described by several documents, such as the agenda and the minutes. One of them
tells what happened; the items of the others would say the same thing twice, or something else.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kkr_graph.iri import Minter
from kkr_graph.model.extract import DocumentKind, Extract, Item
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

    minter: Minter
    extract: Extract
    telling: Extract  # what tells what happened at the meeting
    document: str
    base: str
    is_meeting: bool

    @property
    def sha256(self) -> str:
        """The document's hash."""
        return self.extract.document.sha256

    @property
    def graph(self) -> str:
        """The graph of the document."""
        return self.minter.source_graph(self.sha256)

    @property
    def tells(self) -> bool:
        """Whether this document tells what happened at its meeting."""
        return self.telling is self.extract

    @property
    def items(self) -> tuple[PlacedItem, ...]:
        """The items, as the telling document has them: made anew, since those of all are much."""
        return tuple(_placed(self.telling.items, self.base, self.minter))

    def decision(self, number: str) -> str | None:
        """What was decided under the item of this number, for which no item is looked at."""
        line = next((each for each in self.telling.agenda if each.number == number), None)
        if line is None or not line.is_decided:
            return None
        return _decision(_item(self.base, number, self.minter), self.minter)


def find_places(names: Names) -> dict[str, Place]:
    """The place of each document, by its hash."""
    sharing: dict[str, list[Extract]] = {}
    for extract in names.extracts:
        sharing.setdefault(_base(extract, names), []).append(extract)
    telling = {base: _telling(extracts) for base, extracts in sharing.items()}
    return {
        extract.document.sha256: _place(extract, telling[_base(extract, names)], names)
        for extract in names.extracts
    }


def _telling(extracts: Sequence[Extract]) -> Extract:
    """The one that tells of their meeting; nearly always there is no other."""
    return extracts[0] if len(extracts) == 1 else min(extracts, key=_precedence)


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
    return Place(
        minter=names.minter,
        extract=extract,
        telling=telling,
        document=names.minter.document(sha256),
        base=_base(extract, names),
        is_meeting=_meeting(extract, names) is not None,
    )


def _placed(items: Iterable[Item], base: str, minter: Minter) -> Iterator[PlacedItem]:
    met: dict[str, int] = {}
    for order, item in enumerate(items, start=1):
        met[item.number] = met.get(item.number, 0) + 1
        again = met[item.number]  # a closed agenda may begin at 1 once more
        iri = _item(base, item.number if again == 1 else f"{item.number}_{again}", minter)
        yield PlacedItem(
            item=item,
            order=order,
            iri=iri,
            recommendation=minter.below(iri, "recommendation") if item.recommendation else None,
            decision=_decision(iri, minter) if item.is_decided else None,
        )


def _item(base: str, number: str, minter: Minter) -> str:
    return minter.below(base, "item", number)


def _decision(item: str, minter: Minter) -> str:
    return minter.below(item, "decision")
