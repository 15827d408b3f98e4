"""The answer to a SPARQL SELECT, the same from the embedded store and from a server."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Term:
    """An RDF term in an answer: an IRI, or a literal with its datatype or language."""

    value: str
    is_iri: bool = False
    datatype: str | None = None
    language: str | None = None


Row: TypeAlias = Mapping[str, Term]  # an unbound column is absent


@dataclass(frozen=True, slots=True, kw_only=True)
class Solutions:
    """The rows of an answer; ``truncated`` says that the engine had more."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    truncated: bool = False
