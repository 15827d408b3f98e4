"""``/sparql``: the endpoint for programs, and at the same address a form for people."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from time import perf_counter

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kkr_graph.errors import KkrGraphError, QueryError, QueryMistake
from kkr_graph.model.solutions import Solutions
from kkr_graph.queries import Answer, label_solutions
from kkr_graph.queries.json_form import to_json
from kkr_graph.store.embedded import Dataset, EmbeddedGraph
from kkr_graph.store.free import FreeGraph
from kkr_graph.store.guard import form_of
from kkr_graph.store.triples import write_triples
from kkr_graph.vocab import PREFIXES
from kkr_graph.web.addresses import with_query
from kkr_graph.web.answers import SHOWN, to_csv_file, to_plain_table, to_xlsx_file
from kkr_graph.web.asking import EXPORTED, FETCHED, advice, as_sparql
from kkr_graph.web.examples import EXAMPLES
from kkr_graph.web.protocol import (
    NotSupported,
    Question,
    answer_form,
    answered,
    read_question,
    refused,
    service_description,
    wants_page,
)
from kkr_graph.web.rendering import render
from kkr_graph.web.site import Site, Sites
from kkr_graph.web.view import Table
from kkr_graph.web.vocabulary import by_kind, words

_WORD = re.compile(r"\S[\w:.-]*")
_LINES_SHOWN = 400  # of triples
_FILES: Mapping[str, tuple[Callable[[Answer], bytes], str]] = {
    "csv": (to_csv_file, "text/csv; charset=utf-8"),
    "json": (to_json, "application/json"),
    "xlsx": (
        to_xlsx_file,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Where:
    """The line that a mistake is on, parted at the place."""

    line: int
    column: int
    before: str
    at: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What the page shows under the form."""

    answer: Answer | None = None
    table: Table | None = None
    truth: str = ""
    turtle: str = ""
    cut: bool = False
    problem: str = ""
    hint: str = ""
    where: _Where | None = None
    status: int = 200
    took: float = 0.0
    is_asked: bool = False
    files: Mapping[str, str] = field(default_factory=dict)


async def sparql(request: Request) -> Response:
    """A question in SPARQL: the answer in the form that is accepted, or as a page."""
    for_people = wants_page(request) and "format" not in request.query_params
    try:
        question = await read_question(request)
        answer = _page if for_people else _answer
        return await run_in_threadpool(answer, request, question)
    except KkrGraphError as error:
        if for_people:
            return await run_in_threadpool(_page_of_error, request, error)
        return refused(error)


def _sites(request: Request) -> Sites:
    sites = request.app.state.sites
    assert isinstance(sites, Sites)
    return sites


# --- for programs ----------------------------------------------------------------------------


def _answer(request: Request, question: Question) -> Response:
    accept = request.headers.get("accept", "")
    if question.sparql is None:
        graph = _sites(request).current().graph
        graphs = sorted(graph.graphs) if isinstance(graph, EmbeddedGraph) else []
        address = str(request.url.replace(query="", fragment=""))
        return service_description(address, graphs, accept)
    free = _sites(request).free
    if not isinstance(free, FreeGraph):
        raise NotSupported(
            "Siderne viser en graf på en server.", "Send spørgsmålet til serverens egen adresse."
        )
    form = answer_form(accept, form_of(question.sparql), question.form)
    content = free.written(question.sparql, form, dataset=question.dataset)
    return answered(content, form)


# --- for people ------------------------------------------------------------------------------


def _page(request: Request, question: Question) -> Response:
    sites = _sites(request)
    site = sites.current()
    free = sites.free
    if question.sparql is None or not question.sparql.strip():
        if isinstance(free, FreeGraph):
            free.warm()
        return _rendered(site, _draft(request, site), _Shown())
    began = perf_counter()
    try:
        shown = _shown(sites, site, question)
    except KkrGraphError as error:
        shown = _problem(error, question.sparql)
    shown = replace(shown, took=perf_counter() - began, is_asked=True)
    return _rendered(site, question.sparql, shown)


def _page_of_error(request: Request, error: KkrGraphError) -> Response:
    return _rendered(_sites(request).current(), "", _problem(error))


def _problem(error: KkrGraphError, sparql: str = "") -> _Shown:
    return _Shown(
        problem=str(error),
        hint=advice(error),
        where=_where(error, sparql) if isinstance(error, QueryMistake) else None,
        status=refused(error).status_code,
    )


def _where(error: QueryMistake, sparql: str) -> _Where:
    text = "".join(sparql.split("\n")[error.line - 1 : error.line]).rstrip("\r")
    before, rest = text[: error.column - 1], text[error.column - 1 :]
    wrong = _WORD.match(rest)
    at = wrong[0] if wrong else " "
    return _Where(line=error.line, column=error.column, before=before, at=at, after=rest[len(at) :])


def _draft(request: Request, site: Site) -> str:
    """The text to begin with: a named question that was chosen, or an example."""
    query = site.queries.get(request.query_params.get("forlaeg", ""))
    return as_sparql(site, query, request.query_params) if query else EXAMPLES[0].sparql


def _shown(sites: Sites, site: Site, question: Question) -> _Shown:
    found = _asked(sites, site, question, FETCHED)
    if isinstance(found, bool):
        return _Shown(truth="Ja" if found else "Nej")
    if isinstance(found, bytes):
        lines = write_triples(found, "ttl").decode().splitlines()
        told = [line for line in lines if not line.startswith("@prefix ")]
        text = "\n".join(told[:_LINES_SHOWN]).strip()
        return _Shown(turtle=text or "# ingen", cut=len(told) > _LINES_SHOWN)
    sparql = question.sparql or ""
    files = {kind: with_query(f"/sparql/svar.{kind}", query=sparql) for kind in _FILES}
    return _Shown(answer=found, table=to_plain_table(found, site), files=files)


def _asked(sites: Sites, site: Site, question: Question, limit: int) -> Answer | bool | bytes:
    assert question.sparql is not None
    free = sites.free
    if isinstance(free, FreeGraph):
        found = free.answer(question.sparql, limit=limit, dataset=question.dataset)
    elif question.dataset:
        raise NotSupported(
            "Siderne viser en graf på en server.", "Nævn graferne med GRAPH i spørgsmålet."
        )
    else:
        found = free.answer(question.sparql, limit=limit)
    return (
        label_solutions(site.graph, found, title="Svar") if isinstance(found, Solutions) else found
    )


def _rendered(site: Site, sparql: str, shown: _Shown) -> Response:
    return render(
        "sparql.html",
        status=shown.status,
        part="sparql",
        site=site,
        sparql=sparql,
        shown=shown,
        most=SHOWN,
        examples=[(each.title, with_query("/sparql", query=each.sparql)) for each in EXAMPLES],
        prefixes=sorted(PREFIXES.items()),
        vocabulary=by_kind(),
        address=with_query("/sparql", query=sparql),
    )


def sparql_file(request: Request) -> Response:
    """The rows of a question as a file for people."""
    suffix = request.path_params["suffix"]
    sparql = request.query_params.get("query", "")
    if suffix not in _FILES:
        raise HTTPException(404)
    sites = _sites(request)
    question = Question(sparql=sparql, dataset=Dataset())
    answer = _asked(sites, sites.current(), question, EXPORTED)
    if not isinstance(answer, Answer):
        raise QueryError("Kun rækker kan hentes som fil her.", "Spørg med SELECT.")
    write, media_type = _FILES[suffix]
    headers = {"content-disposition": f'attachment; filename="svar.{suffix}"'}
    if answer.truncated:
        headers["x-truncated"] = "true"
    return Response(write(answer), media_type=media_type, headers=headers)


def sparql_words(request: Request) -> Response:
    """What questions are made of, for the editor to complete."""
    return JSONResponse({"words": [asdict(word) for word in words()], "prefixes": dict(PREFIXES)})


SPARQL_ROUTES = (
    Route("/sparql", sparql, methods=["GET", "HEAD", "POST"]),
    Route("/sparql/ord", sparql_words),
    Route("/sparql/svar.{suffix}", sparql_file),
)
