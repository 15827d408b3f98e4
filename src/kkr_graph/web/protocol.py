"""The SPARQL 1.1 Protocol for queries: what a request asks, and what an answer looks like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kkr_graph.errors import KkrGraphError, QueryError, QueryStopped, StoreBusy
from kkr_graph.store.embedded import Dataset
from kkr_graph.store.guard import Form
from kkr_graph.store.triples import write_triples
from kkr_graph.vocab import RDF
from kkr_graph.web.negotiation import choose

MOST_BYTES = 400_000  # of a body: the longest question, with each byte escaped
_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
_AGAIN = 5  # seconds, after which a question that was not begun may be asked again
_ROWS: Mapping[str, Sequence[str]] = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
}
_TRIPLES: Mapping[str, Sequence[str]] = {
    "ttl": ("text/turtle", "application/x-turtle"),
    "nt": ("application/n-triples", "text/plain"),
    "jsonld": ("application/ld+json", "application/json"),
    "rdf": ("application/rdf+xml", "application/xml", "text/xml"),
}
_PAGE: Mapping[str, Sequence[str]] = {"html": ("text/html", "application/xhtml+xml")}
_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"


class NotAcceptable(QueryError):
    """None of the forms that are offered is one that the reader accepts."""


class NotSupported(QueryError):
    """A body of a kind that the protocol does not know for queries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a request asks; ``sparql`` is None where it asks nothing."""

    sparql: str | None
    dataset: Dataset
    form: str = ""  # the name of the form that the answer should have, where it is said


# --- requests --------------------------------------------------------------------------------


async def read_question(request: Request) -> Question:
    """What is asked: in the address, in the fields of a form, or as the body itself.

    Raises:
        QueryError: the request is not one that the protocol knows.
    """
    if request.method != "POST":
        return _from_fields(request.query_params.multi_items())
    body = await _body(request)
    kind, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    match kind.strip():
        case "application/x-www-form-urlencoded":
            pairs = parse_qsl(body.decode("ascii", "replace"), keep_blank_values=True)
            question = _from_fields([*request.query_params.multi_items(), *pairs])
        case "application/sparql-query":
            question = _from_body(request.query_params, _text(body, parameters))
        case _:
            raise NotSupported(
                "Et spørgsmål sendes som application/sparql-query eller i en formular.",
                f"POST med content-type {_DIRECT} eller {_FORM}, eller GET med ?query=.",
            )
    if question.sparql is None:
        raise QueryError("Der er intet spørgsmål.", "Send det som query.")
    return question


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise QueryError("Spørgsmålet er for langt.", f"Grænsen er {MOST_BYTES // 4} byte.")
    return bytes(body)


def _text(body: bytes, parameters: str) -> str:
    charset = parameters.partition("charset=")[2].strip('" ') or "utf-8"
    try:
        if charset not in ("utf-8", "utf8"):
            raise NotSupported("Spørgsmålet er ikke UTF-8.", "Send det som UTF-8.")
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError("Spørgsmålet er ikke UTF-8.", "Send det som UTF-8.") from error


def _from_body(parameters: QueryParams, sparql: str) -> Question:
    fields = [pair for pair in parameters.multi_items() if pair[0] != "query"]
    return _from_fields([*fields, ("query", sparql)])


def _from_fields(pairs: Sequence[tuple[str, str]]) -> Question:
    def all_of(name: str) -> tuple[str, ...]:
        return tuple(value for key, value in pairs if key == name and value)

    queries = all_of("query")
    if len(queries) > 1:
        raise QueryError("Der er flere spørgsmål på én gang.", "Send ét ad gangen.")
    if any(key == "update" for key, _ in pairs):
        raise QueryError(
            "Her kan der kun spørges, ikke ændres.", "Ret filerne i data/, og byg grafen igen."
        )
    dataset = Dataset(default=all_of("default-graph-uri"), named=all_of("named-graph-uri"))
    form = next(iter(all_of("format")), "")
    return Question(sparql=next(iter(queries), None), dataset=dataset, form=form)


# --- answers ---------------------------------------------------------------------------------


def wants_page(request: Request) -> bool:
    """Whether the reader is somebody with a browser."""
    return choose(request.headers.get("accept", ""), {**_ROWS, **_TRIPLES, **_PAGE}) == "html"


def answer_form(accept: str, sought: Form, asked: str = "") -> str:
    """The name of the form to answer in: asked for by name, else what is accepted most.

    Raises:
        NotAcceptable: none of them is accepted.
    """
    offered = _ROWS if sought in (Form.SELECT, Form.ASK) else _TRIPLES
    chosen = asked if asked in offered else choose(accept, offered)
    if chosen is None:
        kinds = ", ".join(types[0] for types in offered.values())
        raise NotAcceptable("Svaret kan ikke gives i den form.", f"Her kan fås {kinds}.")
    return chosen


def answered(content: bytes, form: str) -> Response:
    """The answer in one of the forms."""
    media_type = {**_ROWS, **_TRIPLES}[form][0]
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    headers = {"content-type": media_type + charset, "vary": "accept"}
    return Response(content, headers=headers)


def refused(error: KkrGraphError) -> Response:
    """What is wrong, as the protocol has it: a status, and a text for people."""
    status, name = _kind(error)
    headers: dict[str, Any] = {"retry-after": str(_AGAIN)} if status == 429 else {}
    text = "\n".join(part for part in (name, str(error), error.hint, "") if part or name)
    return PlainTextResponse(text, status_code=status, headers=headers)


def _kind(error: KkrGraphError) -> tuple[int, str]:
    match error:
        case NotAcceptable():
            return 406, "NotAcceptable"
        case NotSupported():
            return 415, "UnsupportedMediaType"
        case QueryStopped():
            return 503, "QueryRequestStopped"
        case QueryError():
            return 400, "MalformedQuery"
        case StoreBusy():
            return 429, "TooManyRequests"
        case _:
            return 503, "ServiceUnavailable"


def service_description(address: str, graphs: Sequence[str], accept: str) -> Response:
    """What the endpoint is and can do, in RDF, about itself at its own address."""
    form = choose(accept, _TRIPLES)
    if form is None:
        return refused(NotAcceptable("Der er intet spørgsmål.", "Send det som query."))
    service, data, default = (f"<{address}{part}>" for part in ("", "#data", "#default"))
    said = [
        (service, RDF.type, f"<{_SD}Service>"),
        (service, f"{_SD}endpoint", service),
        (service, f"{_SD}supportedLanguage", f"<{_SD}SPARQL11Query>"),
        (service, f"{_SD}feature", f"<{_SD}UnionDefaultGraph>"),
        (service, f"{_SD}defaultDataset", data),
        *(
            (service, f"{_SD}resultFormat", f"<{_FORMATS}{name}>")
            for name in (
                "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV",
                "SPARQL_Results_TSV", "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
            )
        ),
        (data, RDF.type, f"<{_SD}Dataset>"),
        (data, f"{_SD}defaultGraph", default),
        (default, RDF.type, f"<{_SD}Graph>"),
    ]  # fmt: skip
    for number, graph in enumerate(sorted(graphs), start=1):
        named = f"<{address}#graph-{number}>"
        said += [
            (data, f"{_SD}namedGraph", named),
            (named, RDF.type, f"<{_SD}NamedGraph>"),
            (named, f"{_SD}name", f"<{graph}>"),
        ]
    triples = "".join(f"{subject} <{verb}> {thing} .\n" for subject, verb, thing in said)
    return answered(write_triples(triples.encode(), form), form)
