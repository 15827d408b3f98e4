"""The addresses of the networks, and the script and style that their pages share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from kkr_graph.errors import QueryError, quoted
from kkr_graph.network import connection, wording
from kkr_graph.network.page import asset, script, vis_network
from kkr_graph.network.views import View, ViewKind
from kkr_graph.queries import Kind
from kkr_graph.web.explorer import forms
from kkr_graph.web.explorer.files import FORMATS, MEDIA_TYPES, to_file
from kkr_graph.web.explorer.served import Served, served
from kkr_graph.web.explorer.subjects import view_of
from kkr_graph.web.incoming import download, node_of, site_of
from kkr_graph.web.rendering import render
from kkr_graph.web.view import Piece

_FURTHER = "udvidelse"
_SHARED: Mapping[str, tuple[str, Callable[[], str]]] = {
    "netvaerk.js": ("text/javascript; charset=utf-8", script),
    "vis-network.js": ("text/javascript; charset=utf-8", vis_network),
    "netvaerk.css": ("text/css; charset=utf-8", lambda: asset("explorer.css")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around an explorer."""

    title: str
    back: Piece | None = None
    asked: forms.Asked | None = None


def home(request: Request) -> Response:
    """Where networks begin: with a question or a name."""
    site = site_of(request)
    empty: dict[str, str] = {}
    return render(
        "networks.html",
        part="network",
        around=forms.around(site, empty),
        between=forms.between(site, empty),
        terms=forms.terms(site, empty),
        councils=[
            Piece(entry.label, site.addresses.network(entry.iri))
            for group in site.index.all_of((Kind.COUNCIL,)).groups
            for entry in group.hits
        ],
        posts=forms.POSTS,
    )


def around_name(request: Request) -> Response:
    """From a name to the network around it."""
    site = site_of(request)
    asked = forms.around(site, request.query_params)
    if asked.view is not None:
        return RedirectResponse(site.addresses.network(asked.view.focus), status_code=303)
    return render("network.html", part="network", frame=_frame_of(asked), explorer=None, steps=None)


def _frame_of(asked: forms.Asked, title: str = "Netværk") -> Frame:
    return Frame(title=title, asked=asked, back=Piece("Netværk", forms.HOME))


def between(request: Request) -> Response:
    """How two hang together: the ties in a row, each with its source, and the drawing."""
    site = site_of(request)
    asked = forms.between(site, request.query_params)
    frame = _frame_of(asked, "Hvordan hænger de sammen?")
    if asked.view is None:
        return render("network.html", part="network", frame=frame, explorer=None, steps=None)
    answer = served(request, asked.view)
    first = answer.first.network
    if not first.edges:
        asked.form.fail(connection.no_path(asked.view))
        return render("network.html", part="network", frame=frame, explorer=None, steps=None)
    return _answer(request, answer, _frame_of(asked, first.title), connection.hops(first))


def terms(request: Request) -> Response:
    """Two terms compared: who is new, stays or is gone, by line and by words."""
    site = site_of(request)
    asked = forms.terms(site, request.query_params)
    frame = _frame_of(asked, "To perioder sammenlignet")
    view = asked.view
    answer = None if view is None else asked.form.make(lambda: _begun(request, view))
    if answer is None:
        return render("network.html", part="network", frame=frame, explorer=None, steps=None)
    return _answer(request, answer, _frame_of(asked, answer.first.network.title))


def _begun(request: Request, view: View) -> Served:
    """The view, read far enough to know that it can be shown."""
    answer = served(request, view)
    assert answer.picture is not None
    return answer


def posts(request: Request) -> Response:
    """The network of all posts."""
    return _answer(
        request,
        served(request, View(kind=ViewKind.OVERVIEW)),
        Frame(title="Netværk af poster", back=Piece("Netværk", forms.HOME)),
    )


def around(request: Request) -> Response:
    """The network around one thing."""
    site = site_of(request)
    node = node_of(request, site)
    view = view_of(node)
    if view is None:
        raise HTTPException(404)
    name = site.nodes.labels([node.iri]).get(node.iri) or "Tilbage"
    answer = served(request, view)
    back = Piece(name, site.addresses.path(node.iri))
    return _answer(request, answer, Frame(title=answer.picture.network.title, back=back))


def _answer(
    request: Request, answer: Served, frame: Frame, steps: tuple[connection.Hop, ...] = ()
) -> Response:
    form = request.query_params.get("format", "")
    if form == _FURTHER and answer.state.steps:
        return JSONResponse(answer.further())
    if form in FORMATS:
        return download(to_file(answer.shown, form), f"netvaerk.{form}", MEDIA_TYPES[form])
    if form:
        raise QueryError(
            f"Et netværk kan ikke hentes som {quoted(form[:40])}.",
            f"Vælg mellem {', '.join(FORMATS)}.",
        )
    return render(
        "network.html",
        part="network",
        frame=frame,
        explorer=answer.page(),
        steps=steps,
        addresses=answer.site.addresses,
        network_words=wording,
        days=connection.told_days(answer.first.network.edges) if steps else "",
    )


def shared(request: Request) -> Response:
    """The script and the style sheet of the explorer, and the library that draws."""
    name = request.path_params["name"]
    if name not in _SHARED:
        raise HTTPException(404)
    media_type, content = _SHARED[name]
    return Response(content(), media_type=media_type)


EXPLORER_ROUTES = (
    Route(forms.HOME, home),
    Route(forms.AROUND, around_name),
    Route(forms.BETWEEN, between),
    Route(forms.TERMS, terms),
    Route(forms.POSTS, posts),
    Route("/static/netvaerk/{name}", shared),
    Route(f"{forms.HOME}/{{rest:path}}", around),
)
