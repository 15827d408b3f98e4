"""Checks the whole graph against ``ontology/shapes.ttl``.

The structure is screened, and pySHACL judges what the screen sees. The rules that are queries are run here, on pyoxigraph, each once
over the whole graph: pySHACL would parse and run them once for every node. The tests hold the two to
the same results.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache

import pyoxigraph as ox
import pyshacl
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from kkr_graph.config import packaged
from kkr_graph.iri import digest
from kkr_graph.model.extract import Severity
from kkr_graph.model.finding import GraphFinding
from kkr_graph.shapes.nodes import Nodes
from kkr_graph.shapes.screen import Screen
from kkr_graph.vocab import DCTERMS, FOAF, KKR, OA, ORG, PREFIXES, PROLOGUE, PROV, SKOS, XSD

SHAPE = "https://w3id.org/kkr/shape/"

_SEVERITIES: Mapping[Node | None, Severity] = {
    SH.Violation: Severity.VIOLATION,
    SH.Warning: Severity.WARNING,
    SH.Info: Severity.INFO,
}
_DATE = re.compile(r"(\d+)-(\d\d)-(\d\d)")
_NAME = re.compile(r"\b([a-z]+):([A-Za-z][\w-]*)")
_DEPTH = 3  # how far from a node its message looks for names
_PLACEHOLDER = re.compile(r"\{\?(\w+)\}")
_LABELS = [URIRef(iri) for iri in (SKOS.prefLabel, FOAF.name, DCTERMS.title, KKR.nameAsWritten)]
_ABOUT = [
    URIRef(iri)
    for iri in (
        *(ORG.member, KKR.participant, KKR.speaker, ORG.organization, KKR.inBody),
        *(KKR.decidedAt, KKR.putIn, KKR.madeAt, KKR.mentionedIn, KKR.ofMeeting, KKR.inMeeting),
    )
]
_SOURCE = [URIRef(iri) for iri in (OA.hasSource, PROV.wasDerivedFrom)]


def check_shapes(nquads: bytes) -> tuple[GraphFinding, ...]:
    """Every node that breaks a shape, sorted; the named graphs are read as one."""
    shapes = _graph(_ontology("shapes.ttl"))
    nodes = Nodes(nquads)
    found = sorted([*_check_rules(nodes, shapes), *_check_structure(nodes, shapes)])
    # somebody with two names would break a rule twice: once is enough
    return tuple({finding.key: finding for finding in reversed(found)}.values())[::-1]


def _ontology(name: str) -> Iterator[ox.Quad]:
    return ox.parse(path=packaged("ontology", "ontology") / name, format=ox.RdfFormat.TURTLE)


def _graph(quads: Iterable[ox.Quad] | Iterable[ox.Triple]) -> Graph:
    graph = Graph()
    for quad in quads:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


@cache
def _iri(value: str) -> URIRef:
    return URIRef(value)


def _term(term: object) -> Node:
    match term:
        case ox.NamedNode():
            return _iri(term.value)
        case ox.BlankNode():
            return BNode(term.value)
        case ox.Literal() if term.language:
            return Literal(term.value, lang=term.language)
        case ox.Literal() if term.datatype.value == XSD.string:
            return Literal(term.value)
        case ox.Literal():
            return Literal(term.value, datatype=_iri(term.datatype.value), normalize=False)
        case _:
            raise TypeError(f"no such term in RDF 1.1: {term!r}")


def _check_rules(nodes: Nodes, shapes: Graph) -> Iterator[GraphFinding]:
    rules = [
        (shape, rule, f"{PROLOGUE}{shapes.value(rule, SH.select)}")
        for shape, rule in shapes.subject_objects(SH.sparql)
    ]
    engine = ox.Store()  # noqa: TID251 - in memory: a query engine, not the store
    engine.bulk_load(
        _written(nodes.linked_by(_links(query for _, _, query in rules))),
        format=ox.RdfFormat.N_TRIPLES,
    )
    engine.extend(_ontology("concepts.ttl"))  # the rules name roles by their labels
    for shape, rule, query in rules:
        solutions = engine.query(query)
        assert isinstance(solutions, ox.QuerySolutions)
        names = [variable.value for variable in solutions.variables]
        for row in solutions:
            words = {name: _in_words(term) for name, term in zip(names, row, strict=True) if term}
            yield _finding(
                shapes,
                shape,
                focus=words["this"],
                value=words.get("value", ""),
                message=_fill(str(shapes.value(rule, SH.message)), words),
            )


def _links(queries: Iterable[str]) -> set[str]:
    """The properties that rules name, as N-Triples writes them: the rest need not be loaded."""
    names = {match.groups() for query in queries for match in _NAME.finditer(query)}
    return {RDF.type.n3(), *(f"<{PREFIXES[prefix]}{name}>" for prefix, name in names)}


def _written(triples: Iterable[tuple[str, str, str]]) -> bytes:
    return "".join(f"{subject} {link} {value} .\n" for subject, link, value in triples).encode()


def _fill(template: str, words: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda match: words[match[1]], template)


def _in_words(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> str:
    if not isinstance(term, ox.Literal) or term.datatype.value != XSD.date:
        return term.value
    if term.value == date.max.isoformat():
        return "åben"
    return _DATE.sub(r"\3.\2.\1", term.value)


def _check_structure(nodes: Nodes, shapes: Graph) -> Iterator[GraphFinding]:
    core, rules = Graph(), set(shapes.subjects(SH.sparql))
    core += (triple for triple in shapes if triple[0] not in rules)
    suspects = Screen(core).suspects(nodes)
    if not suspects:
        return
    data = _neighbourhood(nodes, suspects)
    _, report, _ = pyshacl.validate(data, shacl_graph=core, inplace=True)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        source, focus = report.value(result, SH.sourceShape), report.value(result, SH.focusNode)
        if focus is None or focus.n3() not in suspects:
            continue  # stands at the edge, where something is cut off
        yield _finding(
            shapes,
            shapes.value(predicate=SH.property, object=source) or source,
            focus=str(focus),
            value=f"{_path(shapes, source)} {report.value(result, SH.value, default='')}",
            message=f"{report.value(result, SH.resultMessage)} Det gælder {_describe(data, focus)}.",
        )


def _neighbourhood(nodes: Nodes, suspects: Collection[str]) -> Graph:
    """All that the shapes and their messages ask of these nodes: what they lead to, and from where."""
    triples = (*nodes.around(suspects, _DEPTH), *nodes.leading_to(suspects), *nodes.subclasses())
    return _graph(ox.parse(_written(triples), format=ox.RdfFormat.N_TRIPLES))


def _path(shapes: Graph, source: Node) -> str:
    path = shapes.value(source, SH.path)
    return " ".join(map(str, RdfList(shapes, path))) if isinstance(path, BNode) else str(path)


def _describe(data: Graph, node: Node) -> str:
    for links in (_ABOUT, _SOURCE):
        if names := list(dict.fromkeys(_names(data, node, links, _DEPTH))):
            return ", ".join(names)
    return f"<{node}>"


def _names(data: Graph, node: Node, links: Iterable[URIRef], depth: int) -> Iterator[str]:
    labels = [str(term) for label in _LABELS for term in data.objects(node, label)]
    if labels:
        number = data.value(node, URIRef(KKR.itemNumber)) or ""
        yield f"{number} {min(labels)}".strip()
    for link in links if depth else ():
        for other in sorted(data.objects(node, link), key=str):
            yield from _names(data, other, links, depth - 1)


def _finding(shapes: Graph, shape: Node, *, focus: str, value: str, message: str) -> GraphFinding:
    code = str(shape).removeprefix(SHAPE)
    return GraphFinding(
        code=code,
        focus=focus,
        message=message,
        severity=_SEVERITIES[shapes.value(shape, SH.severity)],
        key=f"{code}:{digest(focus, value)}",
    )
