"""The answers to requests; each is thin, what it shows is made elsewhere."""

from collections.abc import Iterable, Mapping
from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kkr_graph.errors import QueryError
from kkr_graph.queries import Answer
from kkr_graph.queries.days import today
from kkr_graph.queries.json_form import to_json
from kkr_graph.store.excerpts import marked
from kkr_graph.store.found import TEXT, Found
from kkr_graph.store.search import MOST_SHOWN
from kkr_graph.store.searchable import Kind
from kkr_graph.vocab import KKR
from kkr_graph.web import linked
from kkr_graph.web.addresses import with_query
from kkr_graph.web.answers import SHOWN, said_beside, to_csv_file, to_table, to_xlsx_file
from kkr_graph.web.asking import (
    ALL_COLUMNS,
    EXPORTED,
    FETCHED,
    Asked,
    ask,
    ask_in_danish,
    by_topic,
    often_asked,
)
from kkr_graph.web.body_names import BODY_NAME_ROUTES
from kkr_graph.web.building import BUILDING_ROUTES
from kkr_graph.web.constitution.routes import CONSTITUTION_ROUTES
from kkr_graph.web.endpoint import SPARQL_ROUTES
from kkr_graph.web.entities.document import document_page
from kkr_graph.web.entities.kinds import elsewhere, entity_page
from kkr_graph.web.explorer.routes import EXPLORER_ROUTES
from kkr_graph.web.findings import FINDING_ROUTES, open_findings
from kkr_graph.web.incoming import day_of, download, folders_of, node_of, site_of
from kkr_graph.web.intake.routes import INTAKE_ROUTES
from kkr_graph.web.leads import leads_of
from kkr_graph.web.originals import original_file
from kkr_graph.web.overviews import OVERVIEW_ROUTES
from kkr_graph.web.parting import PARTING_ROUTES
from kkr_graph.web.reading import Node
from kkr_graph.web.rendering import render
from kkr_graph.web.review import REVIEW_ROUTES, waiting_count
from kkr_graph.web.site import Site
from kkr_graph.web.statistics.routes import STATISTICS_ROUTES
from kkr_graph.web.suggesting import SUGGESTION_ROUTES
from kkr_graph.web.uniting import UNITING_ROUTES
from kkr_graph.web.unsettled import unread_count
from kkr_graph.web.view import Piece

_CSV = "text/csv; charset=utf-8"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN_KINDS = (
    *(kind for kind in Kind if kind is not Kind.PASSAGE),
    TEXT,
)  # which has the passages
_PLACES = 8  # shown where a question is not understood
_TOLD = (Kind.DECISION, Kind.RECOMMENDATION, TEXT)
_STATIC: Mapping[str, str] = {
    "web.css": "text/css; charset=utf-8",
    "web.js": "text/javascript; charset=utf-8",
    "intake.js": "text/javascript; charset=utf-8",
    "combobox.js": "text/javascript; charset=utf-8",
    "copying.js": "text/javascript; charset=utf-8",
    "editor.js": "text/javascript; charset=utf-8",
    "sparql.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


def front(request: Request) -> Response:
    """The front page."""
    site = site_of(request)
    return render(
        "front.html",
        part="front",
        site=site,
        often=often_asked(site.queries),
        number=len(site.queries),
        unread=unread_count(site),
        found=open_findings(request, site),
        waiting=waiting_count(folders_of(request)),
    )


def search(request: Request) -> Response:
    """What is called something like what was typed; the page itself where that is clear."""
    typed = request.query_params.get("q", "").strip()
    if not typed:
        return RedirectResponse("/", status_code=303)
    site = site_of(request)
    hits = site.index.search(typed[:200], now=today())
    if hits.certain is not None and "alle" not in request.query_params:
        return RedirectResponse(site.addresses.path(hits.certain.iri), status_code=303)
    told = site.words.find(typed[:200], kinds=_TOLD) if site.words else ()
    return render(
        "search.html",
        site=site,
        typed=typed,
        hits=hits,
        told=_shown_places(site, told, typed),
        most_told=MOST_SHOWN,
    )


def _shown_places(
    site: Site, found: Iterable[Found], typed: str
) -> list[tuple[Found, Piece, tuple[tuple[str, bool], ...]]]:
    """What was found, with its name and page, and its text with what was typed marked."""
    leads = leads_of(site)
    return [
        (
            hit,
            Piece(leads.document(hit.label) if hit.line else hit.label, _path(site, hit)),
            tuple(marked(hit.excerpt, typed)),
        )
        for hit in found
    ]


def _path(site: Site, hit: Found) -> str:
    """The page of what was found, at the line where the words stand."""
    path = site.addresses.path(hit.iri, linje=hit.line or "")
    return f"{path}#sted" if hit.line else path


def questions(request: Request) -> Response:
    """All named questions."""
    site = site_of(request)
    return render("questions.html", part="questions", topics=by_topic(site.queries))


def _asked(request: Request, limit: int) -> Asked:
    site = site_of(request)
    query = site.queries.get(request.path_params["name"])
    if query is None:
        raise HTTPException(404)
    return ask(site, query, request.query_params, limit=limit)


def question(request: Request) -> Response:
    """One named question: its form and its answer."""
    site = site_of(request)
    asked = _asked(request, FETCHED)
    all_columns = ALL_COLUMNS in request.query_params
    return _answer(site, asked, all_columns=all_columns)


def _answer(
    site: Site, asked: Asked, *, in_danish: str = "", all_columns: bool = False
) -> Response:
    more = said_beside(asked.answer, asked.query.more) if asked.answer else ()
    without = () if all_columns else more
    shown = to_table(asked.answer, site, without=without) if asked.answer else None
    tried = bool(in_danish) or any(field.problem for field in asked.fields)
    return render(
        "question.html",
        part="questions",
        site=site,
        asked=asked,
        table=shown,
        most=SHOWN,
        tried=tried,
        in_danish=in_danish,
        more=len(more),
        all_columns=all_columns,
    )


def question_csv(request: Request) -> Response:
    """The answer as CSV for Excel."""
    asked, answer = _answered(request)
    return download(to_csv_file(answer), f"{asked.query.name}.csv", _CSV, answer)


def question_json(request: Request) -> Response:
    """The answer as JSON."""
    asked, answer = _answered(request)
    return download(to_json(answer), f"{asked.query.name}.json", "application/json", answer)


def question_xlsx(request: Request) -> Response:
    """The answer as an Excel workbook."""
    asked, answer = _answered(request)
    return download(to_xlsx_file(answer), f"{asked.query.name}.xlsx", _XLSX, answer)


def _answered(request: Request) -> tuple[Asked, Answer]:
    asked = _asked(request, EXPORTED)
    if asked.answer is None:
        wrong = next((field.problem for field in asked.fields if field.problem), asked.problem)
        raise QueryError(wrong or "Spørgsmålet er ikke udfyldt.", "Udfyld felterne på siden først.")
    return asked, asked.answer


def danish(request: Request) -> Response:
    """A question in free Danish."""
    typed = request.query_params.get("q", "").strip()
    if not typed:
        return RedirectResponse("/spoergsmaal", status_code=303)
    site = site_of(request)
    meant = ask_in_danish(site, typed[:1000])
    if meant.asked is not None:
        return _answer(site, meant.asked, in_danish=typed)
    places: tuple[Found, ...] = ()
    if site.words and meant.words:
        places = site.words.find(meant.words, kinds=_SHOWN_KINDS, limit=_PLACES)
    return render(
        "understood.html",
        part="questions",
        site=site,
        meant=meant,
        places=_shown_places(site, places, meant.words),
        all_places=with_query("/soeg", q=meant.words, alle="1"),
    )


def entity(request: Request) -> Response:
    """One thing of the graph: its page, or its data as Turtle or JSON-LD."""
    site = site_of(request)
    node = node_of(request, site)
    form = linked.wanted_form(
        request.headers.get("accept", ""), request.query_params.get("format", "")
    )
    if form != "html":
        content = linked.describe(site.graph, node.iri, form)
        media_type = linked.MEDIA_TYPES[form]
        return Response(content, media_type=media_type, headers={"vary": "accept"})
    other, anchor = elsewhere(node)
    if site.addresses.path(other):
        target = site.addresses.path(other) + (f"#{anchor}" if anchor else "")
        return RedirectResponse(target, status_code=303)
    return _entity_page(request, site, node)


def _entity_page(request: Request, site: Site, node: Node) -> Response:
    when = day_of(request) or site.day
    if node.is_a(KKR.SourceDocument):
        line = request.query_params.get("linje", "")
        page = document_page(
            site,
            node,
            when,
            evidence=request.query_params.get("sted", ""),
            line=int(line) if line.isdecimal() and len(line) < 9 else 0,
        )
    else:
        page = entity_page(site, node, when, opened=request.query_params.get("alle", ""))
    response = render("entity.html", site=site, page=page, when=when)
    response.headers["vary"] = "accept"
    return response


def static(request: Request) -> Response:
    """The style sheet, the script and the icon."""
    name = request.path_params["name"]
    if name not in _STATIC:
        raise HTTPException(404)
    content = files("kkr_graph.web").joinpath("static", name).read_bytes()
    return Response(content, media_type=_STATIC[name])


def icon(request: Request) -> Response:
    """Where browsers look for an icon by themselves."""
    request.path_params["name"] = "icon.svg"
    return static(request)


ROUTES = (
    Route("/", front),
    Route("/soeg", search),
    Route("/spoerg", danish),
    Route("/spoergsmaal", questions),
    Route("/spoergsmaal/{name}.xlsx", question_xlsx),
    Route("/spoergsmaal/{name}.csv", question_csv),
    Route("/spoergsmaal/{name}.json", question_json),
    Route("/spoergsmaal/{name}", question),
    *SPARQL_ROUTES,
    Route("/id/{rest:path}", entity),
    Route("/fil/{document}", original_file),
    *EXPLORER_ROUTES,
    *OVERVIEW_ROUTES,
    *CONSTITUTION_ROUTES,
    *INTAKE_ROUTES,
    *BUILDING_ROUTES,
    *STATISTICS_ROUTES,
    *SUGGESTION_ROUTES,
    *REVIEW_ROUTES,
    *PARTING_ROUTES,
    *UNITING_ROUTES,
    *BODY_NAME_ROUTES,
    *FINDING_ROUTES,
    Route("/static/{name}", static),
    Route("/favicon.ico", icon),
)
