"""The appointment overview, as a page and as files."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kkr_graph.config import Config
from kkr_graph.curation.silenced import read_silenced
from kkr_graph.errors import AmbiguousName, QueryError
from kkr_graph.overview.coming import read_coming
from kkr_graph.overview.content import Overview
from kkr_graph.overview.files import FileFormat, to_file
from kkr_graph.overview.reading import read_overview
from kkr_graph.overview.tables import appointments, counted
from kkr_graph.web.addresses import with_query
from kkr_graph.web.asking import Choice, candidates
from kkr_graph.web.incoming import download, site_of
from kkr_graph.web.leads import leads_of
from kkr_graph.web.rendering import render
from kkr_graph.web.site import Site
from kkr_graph.web.view import Cell, Line, Table, plain, table

_SAID_ELSEWHERE = frozenset(  # in the source, in the mark of a doubtful row, or beside the day
    ("document", "place", "certainty", "item")
)
_OFFICE = "application/vnd.openxmlformats-officedocument"
_FILES: Mapping[FileFormat, str] = {
    FileFormat.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
    FileFormat.DOCX: f"{_OFFICE}.wordprocessingml.document",
    FileFormat.PDF: "application/pdf",
    FileFormat.HTML: "text/html; charset=utf-8",
    FileFormat.CSV: "text/csv; charset=utf-8",
}


def overview_table(site: Site, overview: Overview) -> Table:
    """What is printed of the overview, with links to the pages and the passages."""
    content = appointments(overview)
    columns = [
        each for each in content.columns if each.printed and each.name not in _SAID_ELSEWHERE
    ]
    leads = leads_of(site)
    lines = []
    for row in overview.rows:
        cells: list[Cell] = []
        for column in columns:
            text = row.decided if column.name == "decided_on" else str(column.value(row) or "")
            match column.name:
                case "holder":
                    cells.append(leads.thing(text, row.person))
                case "forum":
                    cells.append(leads.name(text))
                case _:
                    cells.append(plain(text))
        doubt = row.certainty.value if row.certainty.is_doubtful else ""
        lines.append(Line(cells=(*cells, leads.source(row.source)), doubt=doubt))
    headings = [*(column.heading for column in columns), "Kilde"]
    return table("Udpegningsoversigt", headings, lines)


def overview(request: Request) -> Response:
    """The appointment overview."""
    site = site_of(request)
    forum, term = _narrowed(request)
    choices: tuple[Choice, ...] = ()
    try:
        content: Overview | None = _read(site, forum, term)
        problem, hint = "", ""
    except QueryError as error:
        content, problem, hint = None, str(error), error.hint
        choices = candidates(error) if isinstance(error, AmbiguousName) else ()
    return render(
        "overview.html",
        part="overview",
        site=site,
        content=content,
        counted=counted(content) if content else "",
        table=overview_table(site, content) if content else None,
        forum=forum or "",
        term=term or "",
        terms=site.terms,
        query=with_query("", forum=forum or "", periode=term or ""),
        problem=problem,
        hint=hint,
        choices=[
            (each.label, with_query("/oversigt", forum=each.value, periode=term or ""))
            for each in choices
        ],
    )


def _narrowed(request: Request) -> tuple[str | None, str | None]:
    forum = request.query_params.get("forum", "").strip()
    term = request.query_params.get("periode", "").strip()
    return forum or None, term or None


def overview_file(request: Request) -> Response:
    """The appointment overview as a file in one of its formats."""
    form = FileFormat(request.url.path.rpartition(".")[2])
    forum, term = _narrowed(request)
    coming = None
    if term or form is FileFormat.XLSX:  # as on the command line
        coming = read_coming(site_of(request).graph, forum=forum, term=term)
    content = to_file(form, _overview(request), coming)
    return download(content, f"udpegningsoversigt.{form}", _FILES[form])


def _overview(request: Request) -> Overview:
    forum, term = _narrowed(request)
    return _read(site_of(request), forum, term)


def _read(site: Site, forum: str | None, term: str | None) -> Overview:
    """The overview, kept: on a large graph it takes seconds, and most see it before they fetch it."""
    silenced = read_silenced(Config(data=site.data).silenced) if site.data else ()
    return site.kept(
        ("overview", forum, term, silenced),
        lambda: read_overview(site.graph, forum=forum, term=term, silenced=silenced),
    )


OVERVIEW_ROUTES = (
    Route("/oversigt", overview),
    *(Route(f"/udpegningsoversigt.{form}", overview_file) for form in _FILES),
)
