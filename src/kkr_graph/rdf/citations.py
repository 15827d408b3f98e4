"""Evidence: the passages that facts are derived from, each described once."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad

from kkr_graph.errors import SourceError
from kkr_graph.iri import Minter
from kkr_graph.model.span import Passage
from kkr_graph.model.text import Place, TextLayer, place_at
from kkr_graph.rdf.terms import danish, describe, node, plain, whole
from kkr_graph.vocab import KKR, OA, PROV


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the lines, pages and places of a document begin: all that outlives its text layer."""

    lines: "array[int]"
    pages: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()

    @classmethod
    def of(cls, layer: TextLayer) -> "Positions":
        """The positions of a text layer."""
        starts = (i + 1 for i, char in enumerate(layer.text) if char == "\n")
        return cls(array("L", (0, *starts)), layer.page_starts, layer.places)

    def line(self, offset: int) -> int:
        """The 1-based line that ``offset`` stands on."""
        return bisect_right(self.lines, offset)

    def page(self, offset: int) -> int | None:
        """The 1-based page that ``offset`` stands on; None where the document shows no pages."""
        return bisect_right(self.pages, offset) if self.pages else None

    def place(self, offset: int) -> str | None:
        """What people call the place of ``offset``; None where page and line say it all."""
        return place_at(self.places, offset)


@dataclass(frozen=True, slots=True)
class Citations:
    """Remembers which passages were cited while facts were described, to describe them last."""

    minter: Minter
    _cited: dict[str, dict[str, Passage]] = field(default_factory=dict)  # sha256 -> IRI -> passage
    _owners: dict[str, tuple[str, int, int]] = field(default_factory=dict)  # IRI -> what it hashes

    def cite(self, sha256: str, passage: Passage) -> NamedNode:
        """The evidence that a passage of a document is.

        Raises:
            SourceError: Two passages would get the same IRI.
        """
        place = (sha256, passage.start, passage.end)
        iri = self.minter.evidence(*place)
        if self._owners.setdefault(iri, place) != place:
            raise SourceError(
                f"to steder i dokumenterne får samme identifikator {iri}",
                "Meld det; grafen bygges ikke, før det er rettet.",
            )
        self._cited.setdefault(sha256, {})[iri] = passage
        return NamedNode(iri)

    def prove(
        self, sha256: str, *passages: Passage | None
    ) -> tuple[tuple[str, NamedNode | None], ...]:
        """What a fact says of where it stands, for ``describe``."""
        return tuple(
            (PROV.wasDerivedFrom, self.cite(sha256, passage))
            for passage in passages
            if passage is not None
        )

    def cited(self, sha256: str) -> tuple[Passage, ...]:
        """The passages of a document that were cited, in the order of their places."""
        return tuple(sorted(self._cited.get(sha256, {}).values()))

    def quads(self, sha256: str, positions: Positions) -> Iterator[Quad]:
        """The cited passages of a document, in its own graph."""
        graph, text = self.minter.source_graph(sha256), self.minter.text_layer(sha256)
        for iri, passage in self._cited.get(sha256, {}).items():
            selector = self.minter.below(iri, "selector")
            yield from describe(
                graph,
                iri,
                (OA.hasSource, node(text)),
                (KKR.line, whole(positions.line(passage.start))),
                (KKR.page, whole(positions.page(passage.start))),
                (KKR.place, danish(positions.place(passage.start))),
                (OA.hasSelector, node(selector)),
                types=(KKR.Evidence, OA.SpecificResource),
            )
            yield from describe(
                graph,
                selector,
                (OA.start, whole(passage.start)),
                (OA.end, whole(passage.end)),
                (OA.exact, plain(passage.quote)),
                types=(OA.TextPositionSelector, OA.TextQuoteSelector),
            )


def refuse_collisions(hashes: Iterable[str], minter: Minter) -> None:
    """Two documents whose hashes begin alike cannot stand in one graph.

    Raises:
        SourceError: There are two such documents.
    """
    owners: dict[str, str] = {}
    for sha256 in hashes:
        if owners.setdefault(minter.document(sha256), sha256) != sha256:
            raise SourceError(
                f"to dokumenter får samme identifikator {sha256[:16]}",
                "Tilføj en tom linje i det ene af dem, og byg igen.",
            )
