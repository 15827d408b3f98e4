"""What requests have in common: the graph they are answered from, the day, and files."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from kkr_graph.errors import QueryError
from kkr_graph.queries import Answer
from kkr_graph.queries.days import parse_day, today
from kkr_graph.web.site import Site, Sites


def site_of(request: Request) -> Site:
    """The graph as it is now."""
    sites = request.app.state.sites
    assert isinstance(sites, Sites)
    return sites.current()


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
    if not typed:
        return None
    day = parse_day(typed, now=today())
    if day is None:
        raise QueryError(
            f"{typed[:80]!r} er ikke en dato.",
            "Skriv den som 24.10.2025, 2025-10-24 eller 24. oktober 2025.",
        )
    return day


def download(content: bytes, name: str, media_type: str, answer: Answer | None = None) -> Response:
    """A file to save; one that has not all of an answer says so."""
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    if answer is not None and answer.truncated:
        headers["x-truncated"] = "true"
    return Response(content, media_type=media_type, headers=headers)
