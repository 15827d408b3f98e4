"""»Andre navne«: what documents call a body, added by whoever knows it, and taken back."""

from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kkr_graph.config import Config
from kkr_graph.curation.body_names import (
    BodyName,
    add_body_name,
    drop_body_name,
    read_body_names,
)
from kkr_graph.errors import KkrGraphError
from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.registry import Body, Registry
from kkr_graph.queries.days import today
from kkr_graph.registry import read_registry
from kkr_graph.vocab import SKOS
from kkr_graph.web.addresses import BODY_NAMES, with_query
from kkr_graph.web.incoming import folders_of, name_cookie, remember_name, site_of, text_of
from kkr_graph.web.intake.routes import build_anew
from kkr_graph.web.rendering import render
from kkr_graph.web.wording import day, sentence
from kkr_graph.web.writer import Writer
from kkr_graph.web.writing import Refused, writing_route


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A name that was added."""

    id: str
    name: str
    body: str
    by: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The body that the page is about, as it stands in the graph."""

    slug: str = ""
    name: str = ""
    href: str = ""


def body_names(request: Request) -> Response:
    """The names of a body, and a form for one more."""
    return _shown(request, slug=request.query_params.get("organ", ""))


def _shown(
    request: Request,
    *,
    slug: str,
    typed: str = "",
    error: KkrGraphError | None = None,
) -> Response:
    site, config = site_of(request), folders_of(request)
    if config is None:
        raise HTTPException(404)
    registry = read_registry(config.registry)
    body = next((each for each in registry.bodies if each.slug == slug), None)
    meant = _meant(request, slug)
    return render(
        "body_names.html",
        status=409 if error else 200,
        part="findings",
        site=site,
        body=body,
        meant=meant,
        bodies=sorted(registry.bodies, key=lambda each: danish_sort_key(each.name)),
        typed=typed or ("" if body else meant.name),
        added=_added(config, registry, body),
        done=request.query_params.get("noteret", ""),
        name=name_cookie(request),
        problem=sentence(str(error)) if error else "",
        hint=error.hint if error else "",
    )


def _meant(request: Request, slug: str) -> Meant:
    site = site_of(request)
    for kind in ("forum", "kkr"):
        node = site.nodes.one(site.addresses.thing(kind, slug))
        if slug and node.values:
            name = node.first(SKOS.prefLabel)
            return Meant(slug=slug, name=name, href=site.addresses.path(node.iri))
    return Meant()


def _added(config: Config, registry: Registry, body: Body | None) -> list[Added]:
    """What was added, the latest first; of one body where the page is about one of the registry."""
    called = {each.slug: each.name for each in registry.bodies}
    known = [
        each
        for each in read_body_names(config.body_names)
        if body is None or each.body == body.slug
    ]
    return [_row(each, called.get(each.body, each.body)) for each in reversed(known)]


def _row(said: BodyName, body: str) -> Added:
    return Added(id=said.id, name=said.name, body=body, by=said.by, day=day(said.day))


# --- what is done ---------------------------------------------------------------------------


def add_name(request: Request, form: FormData, writer: Writer) -> Response:
    """Write down what documents call a body as well, and build the graph with it."""
    config = Config(data=writer.data)
    by, typed, slug = text_of(form, "navn"), text_of(form, "andet"), text_of(form, "organ")
    try:
        said = add_body_name(
            config.body_names,
            read_registry(config.registry),
            name=typed,
            body=slug,
            by=by,
            day=today(),
        )
    except KkrGraphError as error:
        return _shown(request, slug=text_of(form, "side") or slug, typed=typed, error=error)
    response = _built(request, said.body, "tilføjet")
    remember_name(response, by)
    return response


def drop_name(request: Request, form: FormData, writer: Writer) -> Response:
    """Take a name back, and build the graph without it."""
    try:
        said = drop_body_name(Config(data=writer.data).body_names, text_of(form, "id"))
    except KkrGraphError as error:
        return _shown(request, slug=text_of(form, "side"), error=error)
    return _built(request, said.body, "fortrudt")


def _built(request: Request, slug: str, done: str) -> Response:
    """Build with what was just written down; where something else goes on, it waits for a button."""
    path = with_query(BODY_NAMES, organ=slug, noteret=done) + "#noteret"
    try:
        return build_anew(request, path)
    except Refused:
        waiting = with_query(BODY_NAMES, organ=slug, noteret=f"{done}-venter") + "#noteret"
        return RedirectResponse(waiting, status_code=303)


BODY_NAME_ROUTES = (
    Route(BODY_NAMES, body_names),
    writing_route(BODY_NAMES, add_name),
    writing_route(f"{BODY_NAMES}/fortryd", drop_name),
)
