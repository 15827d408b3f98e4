"""The Danish names of roles, outcomes and the other concepts, from the ontology's own file."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import pyoxigraph as ox

from kkr_graph.config import packaged
from kkr_graph.model.tenure import EndStatus
from kkr_graph.vocab import KKRC, RDFS, SH, SKOS

END_STATUSES: Mapping[str, EndStatus] = {
    KKRC.open: EndStatus.OPEN,
    KKRC.ended: EndStatus.ENDED,
    KKRC.end_unknown: EndStatus.UNKNOWN,
}
_SEVERITIES = {SH.Violation: "fejl", SH.Warning: "advarsel", SH.Info: "oplysning"}
_FILES = ("concepts.ttl", "kkr.ttl")


@cache
def concept_labels() -> Mapping[str, str]:
    """IRI to Danish label, for concepts, classes, properties and the grades of findings."""
    labels = dict(_SEVERITIES)
    folder = packaged("ontology", "ontology")
    for name in _FILES:
        for quad in ox.parse(path=str(folder / name)):
            if quad.predicate.value in (SKOS.prefLabel, RDFS.label) and _is_danish(quad.object):
                labels[quad.subject.value] = quad.object.value
    return MappingProxyType(labels)


@cache
def scheme_members() -> Mapping[str, tuple[str, ...]]:
    """The local name of each scheme, as ``roles``, to the IRIs of its concepts."""
    members: dict[str, list[str]] = {}
    for quad in ox.parse(path=str(packaged("ontology", "ontology") / "concepts.ttl")):
        if quad.predicate.value == SKOS.inScheme and isinstance(quad.object, ox.NamedNode):
            scheme = quad.object.value.rpartition("/")[2]
            members.setdefault(scheme, []).append(quad.subject.value)
    return MappingProxyType({scheme: tuple(iris) for scheme, iris in members.items()})


def _is_danish(value: object) -> bool:
    return isinstance(value, ox.Literal) and value.language == "da"
