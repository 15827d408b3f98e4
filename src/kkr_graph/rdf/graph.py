"""The whole graph, put together from its named graphs."""

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pyoxigraph import Quad

from kkr_graph.iri import Minter
from kkr_graph.model.extract import Extract
from kkr_graph.model.finding import FoundAt, GraphFinding
from kkr_graph.model.identity import Resolution
from kkr_graph.model.registry import Registry
from kkr_graph.model.span import Passage
from kkr_graph.model.tenure import Tenure
from kkr_graph.rdf.citations import Citations, Positions, refuse_collisions
from kkr_graph.rdf.conflicts import find_conflicts
from kkr_graph.rdf.derived import build_quads, data_through, finding_quads, took_part_quads
from kkr_graph.rdf.findings import SourcedFinding, find_findings
from kkr_graph.rdf.identity import identity_quads
from kkr_graph.rdf.names import Names
from kkr_graph.rdf.ontology import ontology_quads
from kkr_graph.rdf.places import Place, find_places
from kkr_graph.rdf.registry import registry_quads
from kkr_graph.rdf.source import source_quads
from kkr_graph.rdf.tenures import tenure_quads


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read from one document, and where its lines begin."""

    extract: Extract
    positions: Positions


class Description:
    """The graph of a build: its quads, and the findings that are among them.

    The quads come in parts, each of a document, and one of what is put together from all. A quad
    that a part has, no other part has.
    """

    def __init__(
        self,
        *,
        registry: Registry,
        readings: Sequence[Reading],
        resolution: Resolution,
        tenures: Sequence[Tenure],
        minter: Minter,
    ) -> None:
        self._readings = {each.extract.document.sha256: each for each in readings}
        extracts = tuple(reading.extract for _, reading in sorted(self._readings.items()))
        refuse_collisions((extract.document.sha256 for extract in extracts), minter)
        self._names = Names(
            minter=minter, registry=registry, resolution=resolution, extracts=extracts
        )
        self._tenures = tenures
        self._places = find_places(self._names)
        self._of_documents = find_findings(self._places, self._names)
        self._conflicts = find_conflicts(tenures, self._places, self._names)
        self._shared_citations: Citations | None = None  # until the shared quads have been made

    @property
    def findings(self) -> tuple[SourcedFinding, ...]:
        """What the reading of documents, and of names in them, leaves for a person to look at."""
        return (*self._of_documents, *self._conflicts)

    def findings_of(self, sha256: str) -> tuple[GraphFinding, ...]:
        """Those of one document, what others say otherwise included, each with where it stands."""
        conflicts = (each for each in self._conflicts if each.sha256 == sha256)
        return tuple(
            each.found_at(*(self._found_at(*passage) for passage in each.passages))
            for each in (*self._own_findings(sha256), *conflicts)
        )

    def _found_at(self, sha256: str, passage: Passage | None) -> FoundAt:
        reading = self._readings[sha256]
        name = reading.extract.document.name
        if passage is None:
            return FoundAt(document=name)
        where, start = reading.positions, passage.start
        return FoundAt(
            document=name,
            page=where.page(start),
            line=where.line(start),
            place=where.place(start),
            quote=passage.quote,
        )

    @property
    def document_names(self) -> dict[str, str]:
        """What the documents are called below the data folder, by IRI."""
        minter = self._names.minter
        return {
            minter.document(sha256): reading.extract.document.name
            for sha256, reading in self._readings.items()
        }

    def _own_findings(self, sha256: str) -> Sequence[SourcedFinding]:
        return self._findings_by_document.get(sha256, ())

    @property
    def documents(self) -> tuple[str, ...]:
        """The hashes of the documents, sorted."""
        return tuple(sorted(self._readings))

    @property
    def data_through(self) -> date | None:
        """The day up to which the graph knows."""
        return data_through(self._places.values())

    def quads(self) -> Iterator[Quad]:
        """All quads."""
        yield from self.shared_quads()
        for sha256 in self.documents:
            yield from self.document_quads(sha256)

    def shared_quads(self) -> Iterator[Quad]:
        """What is known before any document, and what is put together from several."""
        names, citations = self._names, Citations(self._names.minter)
        yield from ontology_quads(names.minter)
        yield from registry_quads(names.registry, names.minter)
        yield from tenure_quads(self._tenures, self._places, names, citations)
        yield from identity_quads(names.resolution, names.minter)
        yield from build_quads(self._places.values(), names)
        yield from finding_quads(self._conflicts, names, citations)
        self._shared_citations = citations

    def _cited(self, sha256: str) -> tuple[Passage, ...]:
        """The passages of a document that the shared quads rest on, which it describes."""
        if self._shared_citations is None:
            deque(self.shared_quads(), maxlen=0)
        assert self._shared_citations is not None
        return self._shared_citations.cited(sha256)

    def document_quads(self, sha256: str) -> Iterator[Quad]:
        """What belongs to one document; the evidence last, since only what was cited is described."""
        names, place = self._names, self._places[sha256]
        citations = Citations(names.minter)
        for passage in self._cited(sha256):
            citations.cite(sha256, passage)
        yield from source_quads(place, names, citations)
        yield from took_part_quads(place, names)
        yield from finding_quads(self._own_findings(sha256), names, citations)
        yield from citations.quads(sha256, self._readings[sha256].positions)

    def noting_new_bodies(self) -> AbstractContextManager[set[str]]:
        """Notes which new bodies are asked for while a document is described."""
        return self._names.noting_new_bodies()

    def dependence(self, sha256: str, new_bodies: Iterable[str]) -> str:
        """A digest of all that decides a document's quads: it, and what it has from the others.

        Args:
            sha256: the document's hash.
            new_bodies: what was noted when it was described.
        """
        place = self._places[sha256]
        telling = self._telling[place.base].extract.document
        document = place.extract.document
        told = (
            *(document.sha256, document.name, telling.sha256, telling.name, place.base),
            f"{place.is_meeting} {place.tells}",
            *self._names.resolution.meant.get(sha256, ()),
            *self._doubted.get(sha256, ()),
            *map(str, self._own_findings(sha256)),
            *map(str, self._cited(sha256)),
            *map(self._names.told_of_new_body, sorted(new_bodies)),
        )
        return hashlib.sha256("\x1f".join(told).encode()).hexdigest()

    @cached_property
    def _telling(self) -> dict[str, Place]:
        return {place.base: place for place in self._places.values() if place.tells}

    @cached_property
    def _doubted(self) -> dict[str, list[str]]:
        """Under which of the names of each document the others are in doubt."""
        found: dict[str, list[str]] = {}
        for doubt in self._names.resolution.doubts:
            keys = [key.reference for key in (doubt.mention.key, *doubt.mention.keys)]
            found.setdefault(doubt.mention.key.sha256, []).append(str(keys))
        return found

    @cached_property
    def _findings_by_document(self) -> dict[str, list[SourcedFinding]]:
        found: dict[str, list[SourcedFinding]] = {}
        for finding in self._of_documents:
            found.setdefault(finding.sha256, []).append(finding)
        return found

    def finding_quads(self, findings: Iterable[GraphFinding]) -> Iterator[Quad]:
        """What later checks found, on passages that documents describe."""
        return finding_quads(findings, self._names, Citations(self._names.minter))
