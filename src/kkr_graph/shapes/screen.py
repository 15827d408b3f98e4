"""Which nodes may break a shape: a quick look that sends no node on its way that does.

pySHACL looks at every node, which takes minutes where the graph is large, and in most graphs
nothing is wrong. So each node is looked at here first, with the constraints that
``shapes.ttl`` uses, and pySHACL judges only those that may break one. Where a value is unusual,
such as a date that is none, the node is sent to pySHACL too. A constraint that is not known here
is an error, never a constraint that is passed over.
"""

import operator
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.namespace import RDF, RDFS, SH, XSD
from rdflib.term import Node

from kkr_graph.shapes.nodes import Nodes, SortedNodes, StoredNodes

_Values: TypeAlias = Collection[str]
_Holds: TypeAlias = Callable[[Nodes, str, _Values], bool]
"""Whether a constraint holds for a node and the values of the path, and no doubt about it."""

_SILENT = {
    *(RDF.type, RDFS.label, SH.path, SH.message, SH.severity),
    *(SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf),
    *(SH.qualifiedMinCount, SH.qualifiedMaxCount),
}
_LITERAL = re.compile(r'"(.*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?', re.DOTALL)
_TYPE = RDF.type.n3()
_INTEGER, _DATE = str(XSD.integer), str(XSD.date)
_LONGEST = 2  # links from a node to what is looked at: a change is looked for no farther away


class Screen:
    """The shapes of a graph, ready to look at nodes."""

    def __init__(self, shapes: Graph) -> None:
        self._shapes = shapes
        self._of_class: dict[str, list[_Holds]] = {}
        self._of_subjects: dict[str, list[_Holds]] = {}
        self._of_objects: dict[str, list[_Holds]] = {}
        self._afar = {_TYPE}
        for shape in set(shapes.subjects(RDF.type, SH.NodeShape)):
            holds = self._node(shape)
            for target, by in (
                (SH.targetClass, self._of_class),
                (SH.targetSubjectsOf, self._of_subjects),
                (SH.targetObjectsOf, self._of_objects),
            ):
                for value in shapes.objects(shape, target):
                    by.setdefault(_n3(value), []).append(holds)

    def suspects(self, nodes: SortedNodes) -> set[str]:
        """The nodes that may break a shape."""
        found = set()
        for node in nodes:
            if not _all_hold(self._checks(nodes, node), nodes, node):
                found.add(node)
            for link, value in nodes.said(node):
                checks = self._of_objects.get(link)
                if checks and not _all_hold(checks, nodes, value):
                    found.add(value)
        return found

    def suspects_among(self, nodes: StoredNodes, some: Iterable[str]) -> set[str]:
        """Those of some nodes that may break a shape."""
        return {
            node
            for node in some
            if not _all_hold(self._checks(nodes, node), nodes, node)
            or not self._holds_as_object(nodes, node)
        }

    def _checks(self, nodes: Nodes, node: str) -> Iterator[_Holds]:
        for given in nodes.classes(node):
            yield from self._of_class.get(given, ())
        for link in nodes.links(node, self._of_subjects):
            yield from self._of_subjects[link]

    def _holds_as_object(self, nodes: StoredNodes, node: str) -> bool:
        """Which links lead to a node is asked only where it may matter."""
        every = {check for checks in self._of_objects.values() for check in checks}
        return _all_hold(every, nodes, node) or all(
            _all_hold(checks, nodes, node)
            for link, checks in self._of_objects.items()
            if nodes.is_led_to(node, link)
        )

    def looks_at_values(self, link: str) -> bool:
        """Whether a shape looks at whatever this link leads to."""
        return link in self._of_objects

    def is_seen_from_afar(self, link: str) -> bool:
        """Whether what a node says with this link may matter to a node that leads to it."""
        return link in self._afar

    # --- shapes to constraints ---

    def _node(self, shape: Node) -> _Holds:
        """A shape that looks at the node itself."""
        checks = list(self._constraints(shape))
        return lambda nodes, node, values: _all_hold(checks, nodes, node)

    def _property(self, shape: Node) -> _Holds:
        """A shape that looks at the values of a path from the node."""
        if any((shape, nested, None) in self._shapes for nested in (SH.property, SH.node)):
            raise ValueError("no screen for a shape that looks on from the values of a path")
        checks, path = list(self._constraints(shape)), self._path(shape)
        if path == (_TYPE,) and list(self._shapes.predicates(shape)).count(SH.minCount) == 1:
            return lambda nodes, node, values: nodes.is_typed(node)

        first, *others = path

        def holds(nodes: Nodes, node: str, values: _Values) -> bool:
            reached = nodes.values(node, first)
            for link in others:
                reached = {value for each in reached for value in nodes.values(each, link)}
            return _all_hold(checks, nodes, node, reached)

        return holds

    def _path(self, shape: Node) -> tuple[str, ...]:
        path = self._shapes.value(shape, SH.path)
        steps = RdfList(self._shapes, path) if isinstance(path, BNode) else [path]
        links = tuple(_n3(step) for step in steps)
        if len(links) > _LONGEST:
            raise ValueError(f"no screen for a path of {len(links)} steps")
        self._afar.update(links[1:])
        return links

    def _shape(self, shape: Node) -> _Holds:
        is_property = (shape, SH.path, None) in self._shapes
        return self._property(shape) if is_property else self._node(shape)

    def _constraints(self, shape: Node) -> Iterator[_Holds]:
        for constraint, value in self._shapes.predicate_objects(shape):
            if constraint not in _SILENT:
                yield self._constraint(shape, constraint, value)

    def _constraint(self, shape: Node, constraint: Node, value: Node) -> _Holds:
        if constraint in (SH.property, SH.node):
            return self._shape(value)
        if constraint == SH["not"]:
            return _negated(self._shape(value))
        if constraint == SH["or"]:
            return _either([self._shape(one) for one in RdfList(self._shapes, value)])
        if constraint == SH.xone:
            return _just_one([self._shape(one) for one in RdfList(self._shapes, value)])
        if constraint == SH.qualifiedValueShape:
            least = _number(self._shapes.value(shape, SH.qualifiedMinCount), 0)
            most = _number(self._shapes.value(shape, SH.qualifiedMaxCount), None)
            return _qualified(self._shape(value), least, most)
        if constraint in (SH["in"], SH.languageIn):
            listed = list(RdfList(self._shapes, value))
            return (
                _within({_n3(one) for one in listed})
                if constraint == SH["in"]
                else (_in_languages({str(one) for one in listed}))
            )
        simple = _SIMPLE.get(constraint)
        if simple is None:
            raise ValueError(f"no screen for {constraint}")
        return simple(value)


def _all_hold(
    checks: Iterable[_Holds], nodes: Nodes, node: str, values: _Values | None = None
) -> bool:
    """Whether checks hold for a node and values, by default the node itself."""
    looked_at = {node} if values is None else values
    for check in checks:  # noqa: SIM110 - what is done for every node of a large graph
        if not check(nodes, node, looked_at):
            return False
    return True


def _n3(term: Node | None) -> str:
    assert isinstance(term, URIRef | Literal)
    return term.n3()


def _number(value: Node | None, otherwise: int | None) -> int | None:
    return int(str(value)) if isinstance(value, Literal) else otherwise


# --- constraints ----------------------------------------------------------------------------


def _negated(holds: _Holds) -> _Holds:
    return lambda nodes, node, values: not any(holds(nodes, value, {value}) for value in values)


def _either(options: list[_Holds]) -> _Holds:
    return lambda nodes, node, values: all(
        any(holds(nodes, value, {value}) for holds in options) for value in values
    )


def _just_one(options: list[_Holds]) -> _Holds:
    return lambda nodes, node, values: all(
        sum(holds(nodes, value, {value}) for holds in options) == 1 for value in values
    )


def _qualified(holds: _Holds, least: int | None, most: int | None) -> _Holds:
    def enough(nodes: Nodes, node: str, values: _Values) -> bool:
        number = sum(holds(nodes, value, {value}) for value in values)
        return (least or 0) <= number and (most is None or number <= most)

    return enough


def _within(allowed: set[str]) -> _Holds:
    return lambda nodes, node, values: allowed.issuperset(values)


def _in_languages(languages: set[str]) -> _Holds:
    return _of_each(lambda text, language, datatype: language in languages)


def _at_least(value: Node) -> _Holds:
    least = int(str(value))
    return lambda nodes, node, values: len(values) >= least


def _at_most(value: Node) -> _Holds:
    most = int(str(value))
    return lambda nodes, node, values: len(values) <= most


def _has(value: Node) -> _Holds:
    wanted = _n3(value)
    return lambda nodes, node, values: wanted in values


def _of_the_class(value: Node) -> _Holds:
    wanted = _n3(value)
    return lambda nodes, node, values: all(wanted in nodes.classes(one) for one in values)


def _of_each(holds: Callable[[str, str, str], bool]) -> _Holds:
    """For literals: their text as N-Quads writes it, their language and their datatype."""

    def all_hold(nodes: Nodes, node: str, values: _Values) -> bool:
        for value in values:
            match = _LITERAL.fullmatch(value)
            if match is None or not holds(match[1], match[2] or "", match[3] or ""):
                return False
        return True

    return all_hold


def _long_enough(value: Node) -> _Holds:
    least = int(str(value))  # an escaped sign counts as two or more, and only 1 is asked for
    assert least == 1
    return _of_each(lambda text, language, datatype: bool(text))


def _of_datatype(value: Node) -> _Holds:
    wanted = str(value)
    return _of_each(
        lambda text, _, datatype: datatype == wanted and _comparable(text, wanted) is not None
    )


def _no_less(value: Node) -> _Holds:
    least = int(str(value))
    return _of_each(
        lambda text, _, datatype: datatype == _INTEGER and text.isdecimal() and int(text) >= least
    )


def _matching(value: Node) -> _Holds:
    pattern = re.compile(str(value))
    return _of_each(
        lambda text, language, datatype: "\\" not in text and bool(pattern.search(text))
    )


def _ordered(compare: Callable[[Any, Any], bool]) -> Callable[[Node], _Holds]:
    def before(value: Node) -> _Holds:
        link = _n3(value)

        def holds(nodes: Nodes, node: str, values: _Values) -> bool:
            ends = [_value(one) for one in nodes.values(node, link)]
            starts = [_value(one) for one in values]
            return all(
                start is not None and type(start) is type(end) and compare(start, end)
                for start in starts
                for end in ends
            )

        return holds

    return before


def _value(term: str) -> date | int | None:
    match = _LITERAL.fullmatch(term)
    return _comparable(match[1], match[3] or "") if match else None


def _comparable(text: str, datatype: str) -> date | int | None:
    """The day or the number that a literal is; None where it is neither, or written strangely."""
    if datatype == _INTEGER:
        return int(text) if text.isdecimal() and text.isascii() else None
    try:
        return date.fromisoformat(text) if datatype == _DATE and len(text) == 10 else None
    except ValueError:
        return None


_SIMPLE: Mapping[Node, Callable[[Node], _Holds]] = {
    SH.minCount: _at_least,
    SH.maxCount: _at_most,
    SH.hasValue: _has,
    SH["class"]: _of_the_class,
    SH.minLength: _long_enough,
    SH.datatype: _of_datatype,
    SH.minInclusive: _no_less,
    SH.pattern: _matching,
    SH.lessThan: _ordered(operator.lt),
    SH.lessThanOrEquals: _ordered(operator.le),
}
