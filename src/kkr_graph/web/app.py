"""The application: its routes, what guards them, and how errors are told."""

import re
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from kkr_graph.errors import AmbiguousName, KkrGraphError, QueryError, QueryStopped
from kkr_graph.web.asking import advice
from kkr_graph.web.rendering import render_error
from kkr_graph.web.routes import ROUTES
from kkr_graph.web.security import Guard, protect
from kkr_graph.web.site import Sites

_USER = re.compile(r"//[^/@\s]+@")


def create_app(
    graph_folder: Path | None, endpoint: str | None, *, data: Path | None = None
) -> Starlette:
    """The web application over a built graph; it reads, and changes nothing.

    Args:
        graph_folder: the folder that ``kkr-graph build`` wrote.
        endpoint: a SPARQL server instead of the folder.
        data: where the documents lie whose text is shown around a passage.
    """
    app = Starlette(
        routes=ROUTES,
        middleware=[Middleware(Guard, refuse=render_error)],
        exception_handlers={
            HTTPException: _not_found,
            KkrGraphError: _known_error,
            Exception: _defect,
        },
    )
    app.state.sites = Sites(graph_folder, endpoint, data=data)
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
    choices = error.candidates if isinstance(error, AmbiguousName) else ()
    return render_error(status, _without_secrets(str(error)), advice(error), choices)


def _without_secrets(text: str) -> str:
    """Addresses of servers without the name and password that may stand in them."""
    return _USER.sub("//***@", text)


def _defect(request: Request, error: Exception) -> Response:
    """A mistake in the program: this answer passes by the guard, so it is protected here."""
    response = render_error(
        500,
        "Der er en fejl i programmet.",
        "Grafen er ikke ændret. Gå tilbage og prøv igen; meld fejlen med adressen på siden, hvis "
        "den bliver ved. Detaljerne står i det vindue, hvor kkr-graph serve kører.",
    )
    protect(response.headers)
    return response
