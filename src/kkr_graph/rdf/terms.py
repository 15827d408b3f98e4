"""RDF terms and quads, made in one way.

The engine's own terms are used: they keep a literal as it is written and refuse an IRI that is
none, where rdflib rewrites the one and accepts the other.
"""

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kkr_graph.vocab import RDF, XSD

Term: TypeAlias = NamedNode | Literal

_TYPE = NamedNode(RDF.type)
_DATE = NamedNode(XSD.date)
_INTEGER = NamedNode(XSD.integer)
_BOOLEAN = NamedNode(XSD.boolean)


def danish(text: str | None) -> Literal | None:
    """Text in Danish; nothing for an empty one."""
    return Literal(text, language="da") if text and text.strip() else None


def plain(text: str | None) -> Literal | None:
    """Text in no language: names, numbers, letters."""
    return Literal(text) if text else None


def day(value: date | None) -> Literal | None:
    """A day as ``xsd:date``, the only type of date in the graph."""
    return None if value is None else Literal(value.isoformat(), datatype=_DATE)


def whole(number: int | None) -> Literal | None:
    """A whole number."""
    return None if number is None else Literal(str(number), datatype=_INTEGER)


def truth(value: bool | None) -> Literal | None:
    """True or false."""
    return None if value is None else Literal("true" if value else "false", datatype=_BOOLEAN)


def node(iri: str | None) -> NamedNode | None:
    """The thing of this IRI."""
    return None if iri is None else NamedNode(iri)


def describe(
    graph: str, subject: str, *statements: tuple[str, Term | None], types: tuple[str, ...] = ()
) -> Iterator[Quad]:
    """What is said of one thing in one graph; a statement without a value is left out."""
    where, about = NamedNode(graph), NamedNode(subject)
    for type_ in types:
        yield Quad(about, _TYPE, NamedNode(type_), where)
    for predicate, value in statements:
        if value is not None:
            yield Quad(about, NamedNode(predicate), value, where)
