"""The answer to a SPARQL query, the same from the embedded store and from a server."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

_STRING = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An RDF term in an answer: an IRI, or a literal with its datatype or language.

    A plain string has neither datatype nor language.
    """

    value: str
    is_iri: bool = False
    datatype: str | None = None
    language: str | None = None
    is_blank: bool = False  # never in our graph, but a free query may make one

    def __lt__(self, other: "Term") -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[str, bool, str, str]:
        return self.value, self.is_iri, self.datatype or "", self.language or ""


Row: TypeAlias = Mapping[str, Term]  # an unbound column is absent


@dataclass(frozen=True, slots=True, kw_only=True)
class Solutions:
    """The rows of an answer; ``truncated`` says that the engine had more."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    truncated: bool = False


def literal(value: str, datatype: str | None, language: str | None) -> Term:
    """A literal, with ``xsd:string`` and ``rdf:langString`` left unsaid."""
    plain = datatype == _STRING or language is not None
    return Term(value=value, datatype=None if plain else datatype, language=language)


def to_sparql_json(solutions: Solutions) -> dict[str, object]:
    """The W3C form, SPARQL 1.1 Query Results JSON Format."""
    return {
        "head": {"vars": list(solutions.columns)},
        "results": {"bindings": [row_to_json(row) for row in solutions.rows]},
    }


def row_to_json(row: Row) -> dict[str, dict[str, str]]:
    """A row as it stands in the W3C form."""
    return {column: _binding(term) for column, term in row.items()}


def _binding(term: Term) -> dict[str, str]:
    if term.is_iri:
        return {"type": "uri", "value": term.value}
    if term.is_blank:
        return {"type": "bnode", "value": term.value}
    binding = {"type": "literal", "value": term.value}
    if term.language:
        binding["xml:lang"] = term.language
    elif term.datatype:
        binding["datatype"] = term.datatype
    return binding


def row_from_json(binding: Mapping[str, Mapping[str, str]]) -> Row:
    """A row as it stands in the W3C form."""
    return {column: _term(term) for column, term in binding.items()}


def _term(term: Mapping[str, str]) -> Term:
    match term["type"]:
        case "uri":
            return Term(value=term["value"], is_iri=True)
        case "bnode":
            return Term(value=term["value"], is_blank=True)
        case _:
            return literal(term["value"], term.get("datatype"), term.get("xml:lang"))
