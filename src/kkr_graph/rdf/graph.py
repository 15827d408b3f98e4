"""The whole graph, put together from its named graphs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Quad

from kkr_graph.iri import Minter
from kkr_graph.model.extract import Extract
from kkr_graph.model.finding import GraphFinding
from kkr_graph.model.identity import Resolution
from kkr_graph.model.registry import Registry
from kkr_graph.model.tenure import Tenure
from kkr_graph.rdf.citations import Citations, Positions, refuse_collisions
from kkr_graph.rdf.conflicts import find_conflicts
from kkr_graph.rdf.derived import data_through, derived_quads, finding_quads
from kkr_graph.rdf.findings import SourcedFinding, find_findings
from kkr_graph.rdf.identity import identity_quads
from kkr_graph.rdf.names import Names
from kkr_graph.rdf.ontology import ontology_quads
from kkr_graph.rdf.places import find_places
from kkr_graph.rdf.registry import registry_quads
from kkr_graph.rdf.source import source_quads
from kkr_graph.rdf.tenures import tenure_quads


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read from one document, and where its lines begin."""

    extract: Extract
    positions: Positions


class Description:
    """The graph of a build: its quads, and the findings that are among them."""

    def __init__(
        self,
        *,
        registry: Registry,
        readings: Sequence[Reading],
        resolution: Resolution,
        tenures: Sequence[Tenure],
        minter: Minter,
    ) -> None:
        self._readings = sorted(readings, key=lambda reading: reading.extract.document.sha256)
        extracts = tuple(reading.extract for reading in self._readings)
        refuse_collisions((extract.document.sha256 for extract in extracts), minter)
        self._names = Names(
            minter=minter, registry=registry, resolution=resolution, extracts=extracts
        )
        self._tenures = tenures
        self._places = find_places(self._names)
        self.findings: tuple[SourcedFinding, ...] = (
            *find_findings(self._places, self._names),
            *find_conflicts(tenures, self._places, self._names),
        )

    @property
    def data_through(self) -> date | None:
        """The day up to which the graph knows."""
        return data_through(self._places.values())

    def quads(self) -> Iterator[Quad]:
        """All quads; the evidence last, since only what was cited is described."""
        names, citations = self._names, Citations(self._names.minter)
        yield from ontology_quads(names.minter)
        yield from registry_quads(names.registry, names.minter)
        yield from tenure_quads(self._tenures, self._places, names, citations)
        for place in self._places.values():
            yield from source_quads(place, names, citations)
        yield from identity_quads(names.resolution, names.minter)
        yield from derived_quads(self._places.values(), names)
        yield from finding_quads(self.findings, names, citations)
        for reading in self._readings:
            yield from citations.quads(reading.extract.document.sha256, reading.positions)

    def finding_quads(self, findings: Iterable[GraphFinding]) -> Iterator[Quad]:
        """What later checks found, which has no passages of its own."""
        return finding_quads(findings, self._names, Citations(self._names.minter))
