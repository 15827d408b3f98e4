"""The addresses of the workspace."""

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kkr_graph.web.constitution.board import board_page
from kkr_graph.web.constitution.workspace import HOME, PAGES, Workspace
from kkr_graph.web.incoming import site_of
from kkr_graph.web.rendering import render
from kkr_graph.web.site import Site

_Page = Callable[[Site, Mapping[str, str]], Workspace]


def _shows(make: _Page) -> Callable[[Request], Response]:
    """The answer to a request for a page of the workspace."""

    def shown(request: Request) -> Response:
        site = site_of(request)
        page = make(site, request.query_params)
        return render("workspace.html", part="constitution", site=site, page=page, pages=PAGES)

    return shown


CONSTITUTION_ROUTES = (Route(HOME, _shows(board_page)),)
