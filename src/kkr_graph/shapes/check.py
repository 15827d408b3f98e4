"""Checks the whole graph against ``ontology/shapes.ttl``.

The structure is screened, and pySHACL judges what the screen sees. The rules that are queries are run here, on pyoxigraph, each once
over the whole graph: pySHACL would parse and run them once for every node. The tests hold the two to
the same results.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from itertools import chain, product
from typing import IO

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from kkr_graph.config import packaged
from kkr_graph.iri import digest
from kkr_graph.model.difference import Difference
from kkr_graph.model.extract import Severity
from kkr_graph.model.finding import Checked, GraphFinding
from kkr_graph.model.lines import SortedLines
from kkr_graph.model.tenure import FOREVER
from kkr_graph.shapes.nodes import Nodes, SortedNodes, Store, StoredNodes
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
_TYPE = RDF.type.n3()
_LOOKS_AT = URIRef(f"{SHAPE}looksAt")
_BATCH = 200  # nodes that a rule is asked about at a time
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
    lines = sorted(line + b"\n" for line in nquads.splitlines())
    quads = ox.parse(nquads, format=ox.RdfFormat.N_QUADS)
    graph = ox.Store()  # noqa: TID251 - in memory: a query engine, not the store
    graph.extend(ox.Quad(each.subject, each.predicate, each.object) for each in quads)
    graph.extend(_ontology("concepts.ttl"))  # the rules name roles by their labels
    return check_rules(graph, check_structure(BytesIO(b"".join(lines)))).findings


def check_structure(quads: IO[bytes]) -> Checked:
    """What breaks a shape that is no query: every node of sorted lines is looked at, as they stand."""
    shapes = _graph(_ontology("shapes.ttl"))
    core, nodes = _core(shapes), SortedNodes(SortedLines(quads))
    suspects = Screen(core).suspects(nodes)
    return Checked(
        structure=tuple(sorted(_check_structure(nodes, shapes, core, suspects))),
        suspects=tuple(sorted(suspects)),
    )


def check_rules(graph: Store, structure: Checked) -> Checked:
    """What breaks a rule, which each is asked once of the whole graph, beside its structure.

    They are two, since the types of all nodes and what the store remembers need not be in memory
    at the same time.
    """
    shapes = _graph(_ontology("shapes.ttl"))
    broken = (_broken(rule, rule.select, graph, shapes) for rule in _rules(shapes))
    return replace(structure, rules=tuple(sorted(chain.from_iterable(broken))))


def check_changed(before: Checked, difference: Difference, earlier: Store, graph: Store) -> Checked:
    """Look at the nodes that a difference may have changed; of the others, what was found stands.

    Args:
        before: what was found in the graph before.
        difference: what has changed.
        earlier: the graph before.
        graph: the graph as it is now.
    """
    shapes, quads = _graph(_ontology("shapes.ttl")), _parsed(difference)
    core, nodes = _core(shapes), StoredNodes(graph)
    screen = Screen(core)
    touched = _touched(quads, screen, nodes, StoredNodes(earlier))
    suspects = set(before.suspects) - touched | screen.suspects_among(nodes, touched)
    return Checked(
        rules=tuple(sorted(_recheck_rules(before, quads, shapes, (earlier, graph)))),
        structure=tuple(sorted(_check_structure(nodes, shapes, core, suspects))),
        suspects=tuple(sorted(suspects)),
    )


def _parsed(difference: Difference) -> list[ox.Quad]:
    return list(ox.parse(b"".join(difference.lines), format=ox.RdfFormat.N_QUADS))


def _touched(quads: Iterable[ox.Quad], screen: Screen, *graphs: Nodes) -> set[str]:
    """The nodes of which something else is said, or of what they lead to, or that are led to."""
    found: set[str] = set()
    seen_from_afar: set[str] = set()
    for quad in quads:
        subject = str(quad.subject)
        found.add(subject)
        if not isinstance(quad.object, ox.Literal) or screen.looks_at_values(str(quad.predicate)):
            found.add(str(quad.object))
        if screen.is_seen_from_afar(str(quad.predicate)):
            seen_from_afar.add(subject)
    for nodes in graphs:
        found |= {subject for subject, _, _ in nodes.leading_to(seen_from_afar)}
    return found


def _core(shapes: Graph) -> Graph:
    """The shapes that are no queries."""
    core, rules = Graph(), set(shapes.subjects(SH.sparql))
    core += (triple for triple in shapes if triple[0] not in rules)
    return core


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A shape that is a query."""

    shape: Node
    select: str
    message: str
    paths: tuple[str, ...]  # from $this to what else it looks at


def _rules(shapes: Graph) -> list[_Rule]:
    return [
        _Rule(
            shape=shape,
            select=f"{PROLOGUE}{shapes.value(rule, SH.select)}",
            message=str(shapes.value(rule, SH.message)),
            paths=tuple(map(str, shapes.objects(rule, _LOOKS_AT))),
        )
        for shape, rule in shapes.subject_objects(SH.sparql)
    ]


def _recheck_rules(
    before: Checked, quads: Iterable[ox.Quad], shapes: Graph, graphs: tuple[Store, Store]
) -> Iterator[GraphFinding]:
    """What was found of nodes that no rule can see differently, and what is found of the others."""
    rules = _rules(shapes)
    said: dict[str, set[ox.NamedNode]] = {}
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode):
            link = str(quad.predicate)
            said.setdefault(str(quad.object) if link == _TYPE else link, set()).add(quad.subject)
    looked_at = {rule.shape: _looking_at(_changed(rule, said), rule, graphs) for rule in rules}
    for finding in before.rules:
        if ox.NamedNode(finding.focus) not in looked_at[URIRef(SHAPE + finding.code)]:
            yield finding
    for rule in rules:
        for some in _in_batches(sorted(looked_at[rule.shape], key=str)):
            values = f"WHERE {{ VALUES $this {{ {' '.join(map(str, some))} }}"
            only = rule.select.replace("WHERE {", values, 1)
            yield from _broken(rule, only, graphs[-1], shapes)


def _changed(rule: _Rule, said: Mapping[str, set[ox.NamedNode]]) -> set[ox.NamedNode]:
    """Those of whom something else is said with a property, or of a kind, that the rule names."""
    return set().union(*(said.get(link, ()) for link in _links([rule.select])))


def _looking_at(
    changed: Collection[ox.NamedNode], rule: _Rule, graphs: Iterable[Store]
) -> set[ox.NamedNode]:
    """Every node that a rule may see differently, when what is said of these has changed."""
    found = set(changed)
    for graph, path in product(graphs, rule.paths):
        edge = set(changed)
        for step in reversed(path.split("/")):
            edge = set(_before(edge, step, graph))
        found |= edge
    return found


def _before(nodes: Iterable[ox.NamedNode], step: str, graph: Store) -> Iterator[ox.NamedNode]:
    """From where a step of a path leads to these nodes."""
    prefix, _, name = step.removeprefix("^").partition(":")
    link, merge = ox.NamedNode(PREFIXES[prefix] + name), ox.DefaultGraph()
    for node in nodes:
        if step.startswith("^"):
            quads = graph.quads_for_pattern(node, link, None, merge)
            yield from (quad.object for quad in quads if isinstance(quad.object, ox.NamedNode))
        else:
            quads = graph.quads_for_pattern(None, link, node, merge)
            yield from (quad.subject for quad in quads if isinstance(quad.subject, ox.NamedNode))


def _in_batches(nodes: Sequence[ox.NamedNode]) -> Iterator[Sequence[ox.NamedNode]]:
    yield from (nodes[at : at + _BATCH] for at in range(0, len(nodes), _BATCH))


def _broken(rule: _Rule, query: str, engine: Store, shapes: Graph) -> Iterator[GraphFinding]:
    """A finding for each row of a rule's query."""
    solutions = engine.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    for row in solutions:
        words = {name: _in_words(term) for name, term in zip(names, row, strict=True) if term}
        yield _finding(
            shapes,
            rule.shape,
            focus=words["this"],
            value=words.get("value", ""),
            other=_node_of(row["value"] if "value" in names else None),
            message=_fill(rule.message, words),
        )


def _links(queries: Iterable[str]) -> set[str]:
    """The properties that rules name, as N-Triples writes them: the rest need not be loaded."""
    names = {match.groups() for query in queries for match in _NAME.finditer(query)}
    return {_TYPE, *(f"<{PREFIXES[prefix]}{name}>" for prefix, name in names)}


def _written(triples: Iterable[tuple[str, str, str]]) -> bytes:
    return "".join(f"{subject} {link} {value} .\n" for subject, link, value in triples).encode()


def _fill(template: str, words: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda match: words[match[1]], template)


def _in_words(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> str:
    if not isinstance(term, ox.Literal) or term.datatype.value != XSD.date:
        return term.value
    if term.value == FOREVER.isoformat():
        return "åben"
    return _DATE.sub(r"\3.\2.\1", term.value)


def _check_structure(
    nodes: Nodes, shapes: Graph, core: Graph, suspects: Collection[str]
) -> Iterator[GraphFinding]:
    if not suspects:
        return
    import pyshacl  # heavy, and in most graphs nothing is wrong

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


def _node_of(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


def _finding(
    shapes: Graph, shape: Node, *, focus: str, value: str, message: str, other: str = ""
) -> GraphFinding:
    code = str(shape).removeprefix(SHAPE)
    return GraphFinding(
        code=code,
        focus=focus,
        message=message,
        severity=_SEVERITIES[shapes.value(shape, SH.severity)],
        key=f"{code}:{digest(focus, value)}",
        other=other,
    )
