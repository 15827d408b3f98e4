"""What requests have in common: the graph they are answered from, the day, and files."""

from datetime import date
from urllib.parse import quote, unquote

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kkr_graph.config import Config
from kkr_graph.queries import Answer
from kkr_graph.queries.days import required_day
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site, Sites

_NAME_COOKIE = "navn"
_YEAR = 365 * 24 * 3600


def site_of(request: Request) -> Site:
    """The graph as it is now."""
    sites = request.app.state.sites
    assert isinstance(sites, Sites)
    return sites.current()


def node_of(request: Request, site: Site) -> Node:
    """What the path is about; the path as it was sent keeps what is escaped in an IRI."""
    sent = request.scope.get("raw_path") or request.url.path.encode()
    node = site.nodes.one(site.addresses.iri(sent))
    if not node.values:
        raise HTTPException(404)
    return node


def folders_of(request: Request) -> Config | None:
    """Where the data and the graph lie; None where only the graph can be asked."""
    sites = request.app.state.sites
    assert isinstance(sites, Sites)
    return sites.folders


def day_of(request: Request) -> date | None:
    """The day that the reader asks about.

    Raises:
        QueryError: what was typed is no day.
    """
    return read_day(request.query_params.get("dato", "").strip())


def read_day(typed: str) -> date | None:
    """The day that was typed; None for nothing.

    Raises:
        QueryError: it is no day.
    """
    return required_day(typed) if typed else None


def download(content: bytes, name: str, media_type: str, answer: Answer | None = None) -> Response:
    """A file to save; one that has not all of an answer says so."""
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    if answer is not None and answer.truncated:
        headers["x-truncated"] = "true"
    return Response(content, media_type=media_type, headers=headers)


def text_of(form: FormData, name: str) -> str:
    """What was typed into a field, on one line; empty where it was not sent."""
    value = form.get(name)
    return " ".join(value.split())[:2000] if isinstance(value, str) else ""


def name_cookie(request: Request) -> str:
    """The name of whoever decided something last in this browser."""
    return unquote(request.cookies.get(_NAME_COOKIE, ""))[:200]


def remember_name(response: Response, name: str) -> None:
    """Spare whoever decides something to type the name again; it stays in the browser."""
    response.set_cookie(_NAME_COOKIE, quote(name), max_age=_YEAR, httponly=True, samesite="strict")
