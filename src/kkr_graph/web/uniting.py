"""»Det er den samme person som …«: somebody else is looked up, compared, and judged to be the same."""

from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kkr_graph.curation.persons import Word, unite
from kkr_graph.curation.review import is_outdated
from kkr_graph.errors import KkrGraphError
from kkr_graph.queries.days import today
from kkr_graph.web.addresses import UNITING
from kkr_graph.web.incoming import name_cookie, text_of
from kkr_graph.web.known import Known, known_by, meant_by, slug_of
from kkr_graph.web.parting import noted
from kkr_graph.web.rendering import render
from kkr_graph.web.review import Card, Cards, decided_about
from kkr_graph.web.wording import sentence
from kkr_graph.web.writer import Writer
from kkr_graph.web.writing import writing_route

_SHOWN = 6  # people whom a name may mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who may be the same."""

    slug: str
    card: Card


def uniting(request: Request) -> Response:
    """Somebody, and those whom the typed name may mean; without one, the namesakes."""
    known = known_by(request, request.query_params.get("person", ""))
    return _shown(request, known, request.query_params.get("q", "").strip())


def _shown(
    request: Request, known: Known, typed: str, *, error: KkrGraphError | None = None
) -> Response:
    found = meant_by(known.site, typed or known.name, without=known.node.iri)
    cards = Cards(known.site)
    return render(
        "uniting.html",
        status=409 if error else 200,
        part="review",
        site=known.site,
        known=known,
        own=cards.side(known.side),
        candidates=[
            Candidate(slug=slug, card=cards.side(known_by(request, slug).side))
            for slug in map(slug_of, found[:_SHOWN])
        ],
        decided=decided_about(known.config, known.handles),
        left=len(found[_SHOWN:]),
        wanted=typed,
        name=name_cookie(request),
        is_outdated=is_outdated(known.config),
        problem=sentence(str(error) if error else ""),
        hint=error.hint if error else "",
    )


def join(request: Request, form: FormData, writer: Writer) -> Response:
    """Write down that two are one, and build the graph with it."""
    known = known_by(request, text_of(form, "person"))
    by, when = text_of(form, "navn"), today()
    word = Word(by=by, day=when, reason=text_of(form, "begrundelse"))
    try:
        answer = unite(known.config, known.slug, text_of(form, "anden"), word)
    except KkrGraphError as error:
        return _shown(request, known, text_of(form, "q"), error=error)
    return noted(request, answer.id, by)


UNITING_ROUTES = (Route(UNITING, uniting), writing_route(UNITING, join))
