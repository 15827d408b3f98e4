"""Who is who, as people decide it in the browser: the list, an answer, and its undoing."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kkr_graph.config import Config
from kkr_graph.curation.appearances import people_of
from kkr_graph.curation.judgements import Answer
from kkr_graph.curation.review import (
    is_outdated,
    judge,
    list_answers,
    list_pairs,
    name_of,
    names_of_sides,
    read_review,
    undo,
)
from kkr_graph.errors import ConfigError, KkrGraphError, RegistryError
from kkr_graph.model.identity import Verdict, is_mention
from kkr_graph.model.names import clean
from kkr_graph.model.review import Question, ReviewList, Side, Sighting
from kkr_graph.queries.days import today
from kkr_graph.web.addresses import PARTING, WHO_IS_WHO, with_query
from kkr_graph.web.incoming import folders_of, name_cookie, remember_name, site_of, text_of
from kkr_graph.web.leads import Leads, leads_of
from kkr_graph.web.rendering import render
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, Look, Piece, listed, plain
from kkr_graph.web.wording import counted, day, sentence
from kkr_graph.web.writer import Writer
from kkr_graph.web.writing import Refused, writing_route

SHOWN = 20  # questions on one page
_NO_PAGE = "uden egen side"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One of the two, as a person compares them: what is said, and where."""

    name: str
    href: str
    facts: tuple[tuple[str, Cell], ...]
    places: tuple[Cell, ...]
    rest: str  # how many documents more
    note: str = ""  # what is said of one who has no page of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with its two cards."""

    id: str
    title: str
    names: tuple[str, str]  # with party and municipality
    score: int
    reasons: tuple[str, ...]
    is_unsure: bool
    is_joined: bool  # by a rule
    all_places: str  # the page that parts the first of the two
    cards: tuple[Card, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """An answer that was given."""

    id: str
    title: str
    verdict: str
    by: str
    day: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that a person has to decide, and what was decided."""

    asked: tuple[Asked, ...] = ()
    total: int = 0
    unsure: int = 0
    joined: int = 0
    later: str = ""  # the page of the next questions
    earlier: str = ""
    open: tuple[tuple[Card, str], ...] = ()
    decided: tuple[Decided, ...] = ()
    is_outdated: bool = False
    missing: str = ""  # why there is no list


# --- what is shown --------------------------------------------------------------------------


def review_page(site: Site, config: Config | None, *, begin: int = 0) -> Page:
    """The list as it is now.

    Args:
        site: The graph, for links.
        config: The folders; None where only the graph is known.
        begin: How many questions to pass over.
    """
    if config is None:
        return Page(
            missing="Listen ligger sammen med dokumenterne, og dem kender siderne ikke her."
        )
    try:
        listed = read_review(config)
    except ConfigError as error:
        return Page(missing=f"{error}. {error.hint}.")
    questions = list_pairs(config)
    cards = Cards(site)
    end = begin + SHOWN
    return Page(
        asked=tuple(cards.question(each) for each in questions[begin:end]),
        total=len(questions),
        unsure=sum(each.pair.unsure for each in questions),
        joined=sum(each.pair.joined for each in questions),
        later=with_query(WHO_IS_WHO, fra=end) if end < len(questions) else "",
        earlier=with_query(WHO_IS_WHO, fra=max(0, begin - SHOWN) or "") if begin else "",
        open=_open(listed, cards),
        decided=_decided(config),
        is_outdated=is_outdated(config),
    )


def waiting_count(config: Config | None) -> int:
    """How many questions of who is who nobody has looked at, as a build counts them; none without a list."""
    if config is None:
        return 0
    with suppress(ConfigError, RegistryError):  # the page of the list says what is wrong with it
        return sum(not each.pair.unsure for each in list_pairs(config))
    return 0


def _open(listed: ReviewList, cards: "Cards") -> tuple[tuple[Card, str], ...]:
    return tuple(
        (cards.side(listed.sides[each.subject]), each.reason)
        for each in listed.open
        if each.subject in listed.sides
    )


def _decided(config: Config) -> tuple[Decided, ...]:
    names = names_of_sides(config)
    return tuple(_answer(each, names) for each in list_answers(config))


def decided_about(config: Config, handles: Collection[str]) -> tuple[Decided, ...]:
    """What was decided of somebody, by all that judgements may call them; the latest first."""
    names = names_of_sides(config)
    return tuple(
        _answer(each, names)
        for each in list_answers(config)
        if any(side in handles for said in each.judgements for side in (said.left, said.right))
    )


def _answer(answer: Answer, names: dict[str, str]) -> Decided:
    first = answer.first
    left, right = (name_of(handle, names) for handle in (first.right, first.left))
    more = answer.places - 1
    title = f"{left} og {right}" + (f" (og {counted(more, 'sted', 'steder')} mere)" if more else "")
    if answer.is_parting:
        title = f"{counted(answer.places, 'sted', 'steder')} hos {left}"
    return Decided(
        id=answer.id,
        title=title,
        verdict=first.verdict.danish,
        by=first.by,
        day=day(first.day),
        reason=first.reason,
    )


class Cards:
    """Sides of questions as cards with links into one graph."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._leads: Leads = leads_of(site)

    def question(self, question: Question) -> Asked:
        """One question."""
        note = "på samme side nu" if question.pair.joined else _NO_PAGE
        left, right = self.side(question.left), self.side(question.right, note=note)
        return Asked(
            id=question.id,
            title=f"{question.left.called} og {question.right.called}",
            names=(question.left.called, question.right.called),
            score=question.pair.score,
            reasons=question.pair.reasons,
            is_unsure=question.pair.unsure,
            is_joined=question.pair.joined,
            all_places=with_query(PARTING, person=question.pair.candidate),
            cards=(left, right),
        )

    def side(self, side: Side, *, note: str = _NO_PAGE) -> Card:
        """One of the two."""
        is_known = not is_mention(side.handle)
        base = self._site.addresses.base
        more = side.documents_left
        return Card(
            name=clean(side.name),
            href=self._site.addresses.path(f"{base}id/person/{side.handle}") if is_known else "",
            facts=tuple((heading, cell) for heading, cell in self._facts(side) if cell),
            places=tuple(self._place(each) for each in side.sightings),
            note="" if is_known else note,
            rest=f"og {counted(more, 'dokument', 'dokumenter')} mere" if more > 0 else "",
        )

    def _facts(self, side: Side) -> tuple[tuple[str, Cell], ...]:
        return (
            ("Også skrevet", _all(side.forms)),
            ("Parti", _all(side.parties)),
            ("Kommune", _all(side.municipalities)),
            ("Organisation", _all(side.organizations)),
            ("Titel", _all(side.titles)),
            ("Poster", _all(side.roles)),
            ("Fora", self._leads.names(", ".join(side.bodies))),
            ("Periode", plain(_period(side))),
        )

    def _place(self, sighting: Sighting) -> Cell:
        addresses = self._site.addresses
        document = addresses.thing("document", sighting.sha256[:16]) if sighting.sha256 else ""
        href = addresses.path(document, linje=sighting.line or "")
        file = clean(sighting.document.rpartition("/")[2])
        told = ", ".join(filter(None, (self._called(document) or file, clean(sighting.place))))
        link = Piece(told, f"{href}#sted" if href else "")
        beside = Piece(f" ({file}) " if file not in told else " ", look=Look.QUIET)
        return (link, beside, Piece(sighting.quote, look=Look.QUOTE))

    def _called(self, document: str) -> str:
        """What the pages call it; empty where the graph does not have it yet."""
        return self._site.nodes.sources.get(document, "")


def _all(values: Sequence[str]) -> Cell:
    return plain(", ".join(map(clean, values)))


def _period(side: Side) -> str:
    if side.first is None or side.last is None:
        return ""
    first, last = day(side.first), day(side.last)
    return first if first == last else f"{first} til {last}"


# --- what is done ---------------------------------------------------------------------------


def review(request: Request) -> Response:
    """The list, the names that mean nobody, and what was decided."""
    done = request.query_params.get("noteret", "")
    return _shown(request, done=done)


def _shown(
    request: Request, *, done: str = "", problem: str = "", hint: str = "", status: int = 200
) -> Response:
    site = site_of(request)
    begin = request.query_params.get("fra", "")
    page = review_page(
        site, folders_of(request), begin=int(begin) if begin.isdecimal() and len(begin) < 7 else 0
    )
    return render(
        "review.html",
        status=status,
        part="review",
        site=site,
        page=page,
        done=next((each for each in page.decided if each.id == done), None),
        concerned=_concerned(site, folders_of(request), done),
        undone=done == "fortrudt",
        problem=problem,
        hint=hint,
        name=name_cookie(request),
        verdicts=(
            (Verdict.POSITIVE, "Samme person"),
            (Verdict.NEGATIVE, "Ikke samme person"),
            (Verdict.UNSURE, "Usikkert"),
        ),
    )


def _concerned(site: Site, config: Config | None, answer_id: str) -> Cell:
    """The pages of those whom an answer is about, as the graph has them now."""
    if config is None or not answer_id:
        return EMPTY
    answer = next((each for each in list_answers(config) if each.id == answer_id), None)
    sides = (
        [side for each in answer.judgements for side in (each.left, each.right)] if answer else []
    )
    means = people_of(config.appearances, sides)
    slugs = (means.get(side, "" if ":" in side else side) for side in sides)
    iris = dict.fromkeys(site.addresses.person(slug) for slug in slugs if slug)
    found = [entry for iri in iris if (entry := site.index.of_iri(iri)) is not None]
    return listed(
        (
            Piece(each.label, site.addresses.path(each.iri)),
            Piece(f" ({each.iri.rpartition('/')[2]})", look=Look.QUIET),
        )
        for each in found
    )


def decide(request: Request, form: FormData, writer: Writer) -> Response:
    """Write an answer down; where that cannot be, the list as it is now says why."""
    config = Config(data=writer.data, out=writer.out)
    by = text_of(form, "navn")
    verdict = text_of(form, "vurdering")
    if verdict not in tuple(Verdict):
        raise Refused(400, "Vurderingen mangler.", "Gå tilbage, og vælg et af svarene.")
    try:
        judge(
            config, text_of(form, "par"), Verdict(verdict),
            by=by, day=today(), reason=text_of(form, "begrundelse"),
        )  # fmt: skip
    except KkrGraphError as error:
        return _refused(request, error)
    response = _done(list_answers(config)[0].id)
    remember_name(response, by)
    return response


def take_back(request: Request, form: FormData, writer: Writer) -> Response:
    """Take an answer back."""
    try:
        undo(Config(data=writer.data, out=writer.out), text_of(form, "svar"))
    except KkrGraphError as error:
        return _refused(request, error)
    return _done("fortrudt")


def _done(what: str) -> Response:
    return RedirectResponse(with_query(WHO_IS_WHO, noteret=what) + "#noteret", status_code=303)


def _refused(request: Request, error: KkrGraphError) -> Response:
    return _shown(request, problem=sentence(str(error)), hint=error.hint, status=409)


REVIEW_ROUTES = (
    Route(WHO_IS_WHO, review),
    writing_route(f"{WHO_IS_WHO}/afgoer", decide),
    writing_route(f"{WHO_IS_WHO}/fortryd", take_back),
)
