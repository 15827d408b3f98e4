"""The answers to requests for the page of numbers and for its files."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kkr_graph.web.answers import to_csv_file, to_xlsx_file
from kkr_graph.web.incoming import download, site_of
from kkr_graph.web.rendering import render
from kkr_graph.web.statistics.page import PATH, statistics_page, votes_file
from kkr_graph.web.statistics.votes import VOTES, votes_answer

_WRITERS = {
    "csv": (to_csv_file, "text/csv; charset=utf-8"),
    "xlsx": (
        to_xlsx_file,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}


def statistics(request: Request) -> Response:
    """The page."""
    site = site_of(request)
    page = statistics_page(site, request.query_params)
    wrong = any(field.problem for field in page.fields) or page.problem is not None
    return render(
        "statistics.html", status=400 if wrong else 200, part="statistics", site=site, page=page
    )


def votes(request: Request) -> Response:
    """The votes and seats of an area as a file."""
    form = request.url.path.rpartition(".")[2]
    write, media_type = _WRITERS[form]
    read = votes_file(site_of(request), request.query_params)
    if read is None:
        raise HTTPException(404)
    return download(write(votes_answer(read)), f"stemmer.{form}", media_type)


STATISTICS_ROUTES = (
    Route(PATH, statistics),
    *(Route(f"{VOTES}.{form}", votes) for form in _WRITERS),
)
