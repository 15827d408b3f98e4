"""The application: its routes, what guards them, and how errors are told."""

import hashlib
import logging
import re
import traceback
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from kkr_graph.errors import AmbiguousName, KkrGraphError, QueryError, QueryStopped
from kkr_graph.store.free import SECONDS
from kkr_graph.web.addresses import with_query
from kkr_graph.web.asking import Choice, advice, candidates
from kkr_graph.web.building import Builds
from kkr_graph.web.intake.waiting import Waiting
from kkr_graph.web.rendering import render_error
from kkr_graph.web.routes import ROUTES
from kkr_graph.web.security import Guard, protect
from kkr_graph.web.site import Sites
from kkr_graph.web.writer import Writer

_log = logging.getLogger(__name__)
_USER = re.compile(r"//[^/@\s]+@")


def create_app(
    graph_folder: Path | None,
    endpoint: str | None,
    *,
    data: Path | None = None,
    read_only: bool = False,
    seconds: float = SECONDS,
) -> Starlette:
    """The web application over a built graph.

    Args:
        graph_folder: the folder that ``kkr-graph build`` wrote.
        endpoint: a SPARQL server instead of the folder.
        data: where the documents lie whose text is shown around a passage.
        read_only: let nobody change the data folder; over a server nobody can in any case.
        seconds: how long a free question to a folder may take.
    """
    app = Starlette(
        routes=ROUTES,
        middleware=[Middleware(Guard, refuse=render_error, routes=ROUTES)],
        exception_handlers={
            HTTPException: _not_found,
            KkrGraphError: _known_error,
            Exception: _defect,
        },
    )
    app.state.sites = Sites(graph_folder, endpoint, data=data, seconds=seconds)
    app.state.writer = (
        Writer(data=data, out=graph_folder)
        if data and data.is_dir() and graph_folder and not (endpoint or read_only)
        else None
    )
    app.state.builds = Builds()
    app.state.waiting = Waiting(app.state.writer) if app.state.writer else None
    return app


def _not_found(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return render_error(
        error.status_code,
        "Siden findes ikke.",
        "Adressen kan være skrevet forkert, eller grafen er bygget om siden. Søg efter navnet.",
    )


def _known_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, KkrGraphError)
    is_wrong = isinstance(error, QueryError) and not isinstance(error, QueryStopped)
    status = 400 if is_wrong else 503
    code, problem = f"{status}-{type(error).__name__}", _without_secrets(str(error))
    if not is_wrong:
        _log.warning("%s %s: %s", code, request.url.path, problem)
    return render_error(status, problem, advice(error), _found_by_search(error), code)


def _found_by_search(error: KkrGraphError) -> tuple[Choice, ...]:
    """The things that an ambiguous name fits, each where the search finds it."""
    if not isinstance(error, AmbiguousName):
        return ()
    return tuple(
        Choice(each.label, with_query("/soeg", q=each.label.partition(" (")[0], alle="1"))
        for each in candidates(error)
    )


def _without_secrets(text: str) -> str:
    """Addresses of servers without the name and password that may stand in them."""
    return _USER.sub("//***@", text)


def _defect(request: Request, error: Exception) -> Response:
    """A mistake in the program: this answer passes by the guard, so it is protected here."""
    code = f"500-{_place_of(error)}"
    _log.error("%s %s: %s", code, request.url.path, _without_secrets(repr(error)))
    response = render_error(
        500,
        "Der er en fejl i programmet.",
        "Grafen er ikke ændret. Gå tilbage og prøv igen; meld fejlen med koden nedenfor, hvis den "
        "bliver ved. Detaljerne står ved koden i det vindue, hvor kkr-graph serve kører.",
        code=code,
    )
    protect(response.headers)
    return response


def _place_of(error: BaseException) -> str:
    """A few letters for the place in the program: the same mistake has the same code."""
    frames = traceback.extract_tb(error.__traceback__)
    where = "\n".join(f"{Path(frame.filename).name}:{frame.name}" for frame in frames)
    told = f"{type(error).__name__}\n{where}"
    return hashlib.sha256(told.encode()).hexdigest()[:6]
