"""»Det er ikke den samme person«: a person's mentions by document, and which of them are another's."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kkr_graph.curation.persons import Word, part
from kkr_graph.curation.review import is_outdated
from kkr_graph.errors import ConfigError, KkrGraphError
from kkr_graph.model.names import clean
from kkr_graph.model.review import Appearance
from kkr_graph.queries.days import today
from kkr_graph.web.addresses import PARTING, WHO_IS_WHO, with_query
from kkr_graph.web.incoming import name_cookie, read_day, remember_name, text_of
from kkr_graph.web.intake.routes import build_anew
from kkr_graph.web.known import Known, known_by, meant_by, slug_of
from kkr_graph.web.leads import leads_of
from kkr_graph.web.rendering import render
from kkr_graph.web.review import decided_about
from kkr_graph.web.search import Entry
from kkr_graph.web.view import Cell, Piece
from kkr_graph.web.wording import day, sentence
from kkr_graph.web.writer import Writer
from kkr_graph.web.writing import Limits, Refused, writing_route

_NEW, _NAMED = "ny", "navn"
_MARKS = Limits(whole=1024 * 1024, part=64 * 1024, fields=5000)  # somebody may be in any document


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mention that can be marked: the words, what they say of the person, and where they stand."""

    mention: str
    said: str
    quote: str
    place: Piece
    places: int  # in the document; they are moved together
    is_marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document with what it says of the person."""

    name: Piece
    told: str  # its body, and its day where the name has not got it
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What somebody has filled in so far; ``whose`` is a slug, or whether the other is new or typed."""

    marked: Collection[str] = ()
    whose: str = _NEW
    typed: str = ""
    reason: str = ""
    name: str = ""
    since: date | None = None
    until: date | None = None


def sources_of(known: Known, given: Given) -> Iterator[Source]:
    """The mentions, document by document."""
    leads = leads_of(known.site)
    for sha256, of in groupby(known.appearances, key=lambda each: each.sighting.sha256):
        marks = tuple(of)
        first = marks[0].sighting
        href = known.site.addresses.path(known.site.addresses.thing("document", sha256[:16]))
        name = leads.document(first.document.rpartition("/")[2])
        dated = day(first.day) if first.day else ""
        yield Source(
            name=Piece(name, href),
            told=", ".join(filter(None, ("" if dated in name else dated, first.body))),
            marks=tuple(_mark(each, href, given) for each in marks),
        )


def _mark(each: Appearance, href: str, given: Given) -> Mark:
    seen = each.sighting
    line = f"{href}?linje={seen.line}#sted" if seen.line else href
    said = filter(None, (each.party, each.municipality, each.organization))
    return Mark(
        mention=each.mention,
        said=", ".join(clean(what) for what in said if what not in seen.quote),
        quote=seen.quote,
        place=Piece(seen.place, line),
        places=each.places,
        is_marked=each.mention in given.marked or _is_within(seen.day, given),
    )


def _is_within(when: date | None, given: Given) -> bool:
    """Whether a day is in the time that is marked in one go."""
    if when is None or (given.since is None and given.until is None):
        return False
    return (given.since or date.min) <= when <= (given.until or date.max)


# --- the page -------------------------------------------------------------------------------


def parting(request: Request) -> Response:
    """The mentions of somebody, to be marked."""
    asked = request.query_params
    known = known_by(request, asked.get("person", ""))
    given = Given(
        since=read_day(asked.get("fra", "").strip()),
        until=read_day(asked.get("til", "").strip()),
        name=name_cookie(request),
    )
    return _shown(known, given)


def _shown(
    known: Known,
    given: Given,
    *,
    choices: Sequence[Entry] = (),
    error: KkrGraphError | None = None,
) -> Response:
    return render(
        "parting.html",
        status=409 if error else 200,
        part="review",
        site=known.site,
        known=known,
        sources=tuple(sources_of(known, given)),
        total=len(known.appearances),
        given=given,
        others=_others(known, choices),
        decided=decided_about(known.config, known.handles),
        is_outdated=is_outdated(known.config),
        problem=sentence(str(error) if error else ""),
        hint=error.hint if error else "",
    )


def _others(known: Known, choices: Sequence[Entry]) -> list[tuple[str, Cell]]:
    """Those whose the mentions may be: the namesakes, and whom a typed name may mean."""
    found = {each.iri: each for each in (*choices, *known.namesakes)}
    return [
        (slug_of(each), (Piece(each.label), Piece(f" {each.note}" if each.note else "")))
        for each in found.values()
    ]


# --- what is done ---------------------------------------------------------------------------


def divide(request: Request, form: FormData, writer: Writer) -> Response:
    """Write down whose the marked mentions are, and build the graph with it."""
    known = known_by(request, text_of(form, "person"))
    given = Given(
        marked=frozenset(each for each in form.getlist("omtale") if isinstance(each, str)),
        whose=text_of(form, "hvem") or _NEW,
        typed=text_of(form, "anden"),
        reason=text_of(form, "begrundelse"),
        name=text_of(form, "navn"),
    )
    other, choices = _whose(known, given)
    if choices is not None:
        return _shown(
            known,
            replace(given, whose=_whose_of(choices)),
            choices=choices,
            error=_unclear(given.typed, choices),
        )
    word = Word(by=given.name, day=today(), reason=given.reason)
    try:
        answer = part(known.config, known.slug, given.marked, word, other=other)
    except KkrGraphError as error:
        return _shown(known, given, error=error)
    return noted(request, answer.id, given.name)


def _whose(known: Known, given: Given) -> tuple[str | None, Sequence[Entry] | None]:
    """The slug of the other, None for somebody new; or those among whom it has to be chosen."""
    if given.whose == _NEW:
        return None, None
    if given.whose != _NAMED:
        return given.whose, None
    found = meant_by(known.site, given.typed, without=known.node.iri) if given.typed else ()
    return (slug_of(found[0]), None) if len(found) == 1 else (None, found)


def _whose_of(choices: Sequence[Entry]) -> str:
    return slug_of(choices[0]) if choices else _NAMED


def _unclear(typed: str, choices: Sequence[Entry]) -> KkrGraphError:
    if choices:
        return ConfigError(
            f"»{typed[:80]}« kan være flere", "De står herunder; vælg den, der er ment."
        )
    return ConfigError(
        f"ingen person hedder »{typed[:80]}«" if typed else "der mangler et navn på den anden",
        "Skriv navnet, som det står på personens side.",
    )


def noted(request: Request, answer_id: str, name: str) -> Response:
    """Build with what was just written down; where something else goes on, it waits for a button."""
    path = with_query(WHO_IS_WHO, noteret=answer_id) + "#noteret"
    try:
        response = build_anew(request, path)
    except Refused:
        response = RedirectResponse(path, status_code=303)
    remember_name(response, name)
    return response


PARTING_ROUTES = (Route(PARTING, parting), writing_route(PARTING, divide, limits=_MARKS))
