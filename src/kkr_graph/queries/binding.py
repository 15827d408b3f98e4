"""Binding a question's parameters: the one place where a value becomes SPARQL text."""

import re
from collections.abc import Mapping

from kkr_graph.errors import QueryError, quoted
from kkr_graph.model.solutions import Term

_FORBIDDEN_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_BROKEN = re.compile("[\x00\ud800-\udfff]")  # no text that can be sent has them
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
}
_BLOCK = re.compile(r"VALUES \?((?:wanted_)?(\w+)) \{ UNDEF \}")
_LANGUAGE = re.compile(r"[a-zA-Z]+(?:-[a-zA-Z0-9]+)*")


def serialise(term: Term) -> str:
    """The term as SPARQL writes it, so that nothing in it can end it.

    Raises:
        QueryError: the term cannot be written, such as an IRI with a blank.
    """
    if term.is_blank:
        raise QueryError("En blank knude kan ikke stå i et spørgsmål.", "Angiv et navn.")
    if term.is_iri:
        return _iri(term.value)
    if term.language is not None:
        return _text(term.value) + "@" + _language(term.language)
    if term.datatype is not None:
        return _text(term.value) + "^^" + _iri(term.datatype)
    return _text(term.value)


def is_iri(value: str) -> bool:
    """Whether a query can name it."""
    return bool(value) and not _FORBIDDEN_IN_IRI.search(value) and not _is_broken(value)


def _iri(value: str) -> str:
    if not is_iri(value):
        raise QueryError(f"{quoted(value[:80])} er ikke en gyldig IRI.", "Angiv et navn i stedet.")
    return f"<{value}>"


def _language(tag: str) -> str:
    if not _LANGUAGE.fullmatch(tag):
        raise QueryError(f"{quoted(tag[:80])} er ikke et sprog.", "Sprog skrives som da eller en.")
    return tag


def _text(value: str) -> str:
    if _is_broken(value):
        raise QueryError(
            "Teksten indeholder tegn, der ikke kan stå i et spørgsmål.", "Skriv den igen."
        )
    return '"' + "".join(_ESCAPES.get(char, char) for char in value) + '"'


def _is_broken(value: str) -> bool:
    return _BROKEN.search(value) is not None


def bind(sparql: str, values: Mapping[str, Term]) -> str:
    """The query with each value in place of its ``VALUES ?name { UNDEF }``, wherever that stands.

    Raises:
        QueryError: a value cannot be written.
        ValueError: the query does not declare the parameter.
    """
    written = {name: serialise(term) for name, term in values.items()}
    if missing := written.keys() - {name for _, name in _BLOCK.findall(sparql)}:
        raise ValueError(f"no block for {sorted(missing)}")

    # In one pass, so that a value that looks like a block is left alone.
    def value(block: re.Match[str]) -> str:
        name = block[2]
        return f"VALUES ?{block[1]} {{ {written[name]} }}" if name in written else block[0]

    return _BLOCK.sub(value, sparql)
