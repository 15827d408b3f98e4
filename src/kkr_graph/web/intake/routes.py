"""The addresses of the pages on which documents are added and taken back."""

import re
from collections.abc import Sequence
from typing import IO, cast

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kkr_graph.errors import ConfigError
from kkr_graph.intake.change import Change, undoing
from kkr_graph.intake.journal import read_journal
from kkr_graph.intake.plan import Chosen, planned
from kkr_graph.intake.samples import sample_documents
from kkr_graph.intake.staging import Staged, discard, find_staged, stage
from kkr_graph.intake.wording import KIND
from kkr_graph.queries.days import today
from kkr_graph.web.addresses import with_query
from kkr_graph.web.building import HOME as BUILDING
from kkr_graph.web.building import Tell, builds_of
from kkr_graph.web.incoming import site_of
from kkr_graph.web.intake.added import added_page
from kkr_graph.web.intake.listed import put_back_choices, shelf_of
from kkr_graph.web.intake.shown import facts_of, sections_of
from kkr_graph.web.intake.waiting import Looked, Waiting
from kkr_graph.web.rendering import render
from kkr_graph.web.wording import counted
from kkr_graph.web.writer import Writer
from kkr_graph.web.writing import Limits, Refused, writing_route

HOME = "/indlaes"
_MEGABYTE = 1024 * 1024
UPLOADS = Limits(whole=200 * _MEGABYTE, part=25 * _MEGABYTE, files=200, fields=10)
_OWN_PATH = re.compile(r"/(?:[A-Za-z0-9._-][A-Za-z0-9._/%?=&#-]*)?")
_SHOWN = 200  # documents that wait, on one page


def _waiting(request: Request) -> Waiting:
    """What waits; there is none where nothing can be changed.

    Raises:
        HTTPException: Nothing can be changed here.
    """
    waiting = request.app.state.waiting
    if waiting is None:
        raise HTTPException(404)
    assert isinstance(waiting, Waiting)
    return waiting


# --- pages ----------------------------------------------------------------------------------


def intake(request: Request) -> Response:
    """Where documents are dropped, what waits, and what was added."""
    waiting = _waiting(request)
    staged = waiting.all()
    looked = [
        waiting.look(each) if waiting.is_read(each) else Looked(staged=each) for each in staged
    ]
    return render(
        "intake.html",
        part="intake",
        site=site_of(request),
        waiting=looked[:_SHOWN],
        left=len(looked[_SHOWN:]),
        ready=sum(each.is_ready for each in looked),
        shelf=shelf_of(site_of(request), waiting.config),
        taken_out=put_back_choices(waiting.config),
        done=_done(request),
        samples=sample_documents(waiting.config),
        limits=UPLOADS,
        kinds=KIND,
    )


def document(request: Request) -> Response:
    """What was found in one document, before it is added."""
    waiting = _waiting(request)
    staged = _staged(waiting, request)
    return _preview(request, waiting.look(staged))


def _preview(
    request: Request, looked: Looked, *, status: int = 200, problem: str = "", name: str = ""
) -> Response:
    seen = looked.preview
    return render(
        "preview.html",
        status=status,
        part="intake",
        site=site_of(request),
        looked=looked,
        seen=seen,
        facts=facts_of(seen) if seen else (),
        sections=sections_of(seen) if seen else (),
        problem=problem,
        name=name or (seen.document.rpartition("/")[2] if seen else ""),
    )


def _staged(waiting: Waiting, request: Request) -> Staged:
    try:
        return find_staged(waiting.config, request.path_params["staged"])
    except ConfigError as error:
        raise HTTPException(404) from error


def added(request: Request) -> Response:
    """What came of an addition."""
    waiting = _waiting(request)
    page = added_page(site_of(request), waiting.config, request.path_params["batch"])
    if page is None:
        return RedirectResponse(HOME, status_code=303)
    return render("added.html", part="intake", site=site_of(request), page=page)


# --- changes --------------------------------------------------------------------------------


def receive(request: Request, form: FormData, writer: Writer) -> Response:
    """Keep the files that were sent, and read them."""
    waiting = _waiting(request)
    files = [each for each in form.getlist("filer") if isinstance(each, UploadFile)]
    sent = [each for each in files if each.filename]
    if not sent:
        raise Refused(400, "Der er ikke valgt nogen fil.", "Gå tilbage, og vælg en eller flere.")
    if len(sent) > UPLOADS.files:
        raise Refused(
            413, "Der er for mange filer på én gang.", f"Vælg højst {UPLOADS.files} ad gangen."
        )
    kept = [
        stage(waiting.config, each.filename or "", cast("IO[bytes]", each.file)) for each in sent
    ]
    path = f"{HOME}/{kept[0].id}" if len(kept) == 1 else HOME

    def read(tell: Tell) -> str:
        waiting.read_all(kept, tell)
        return path

    try:
        return builds_of(request).start("Læser, hvad der står i dokumenterne", read, back=HOME)
    except Refused:  # something else goes on: they are read when somebody looks at them
        return RedirectResponse(path, status_code=303)


def confirm(request: Request, form: FormData, writer: Writer) -> Response:
    """Add one document, as it was looked at."""
    waiting = _waiting(request)
    staged = _staged(waiting, request)
    looked = waiting.look(staged)
    if looked.preview is None or looked.preview.same_content:
        return _preview(request, looked, status=409)
    replaces = tuple(each for each in looked.preview.same_meeting if each in form.getlist("erstat"))
    name = str(form.get("navn") or "").strip()
    free = looked.preview.document.rpartition("/")[2]
    chosen = _chosen(staged, looked, name="" if name == free else name, replaces=replaces)
    return _begin(request, waiting, [staged], [chosen])


def confirm_all(request: Request, form: FormData, writer: Writer) -> Response:
    """Add all that wait and leave no question open."""
    waiting = _waiting(request)
    ready = [each for staged in waiting.all() if (each := waiting.look(staged)).is_ready]
    if not ready:
        raise Refused(409, "Ingen af dokumenterne er klar.", "Se dem igennem et for et.")
    chosen = [_chosen(each.staged, each) for each in ready]
    return _begin(request, waiting, [each.staged for each in ready], chosen)


def _chosen(
    staged: Staged, looked: Looked, *, name: str = "", replaces: tuple[str, ...] = ()
) -> Chosen:
    assert looked.preview is not None
    return Chosen(
        source=staged.path,
        sha256=staged.sha256,
        preview=looked.preview,
        name=name,
        replaces=replaces,
    )


def _begin(
    request: Request, waiting: Waiting, staged: Sequence[Staged], chosen: Sequence[Chosen]
) -> Response:
    change = planned(waiting.config, chosen)
    back = f"{HOME}/{staged[0].id}" if len(staged) == 1 else HOME

    def add(tell: Tell) -> str:
        _change(waiting, change, tell)
        for each in staged:
            discard(each)
        entries = read_journal(waiting.config)
        return f"{HOME}/indlaest/{entries[-1].batch}"

    return builds_of(request).start("Indlæser og bygger grafen", add, back=back)


def _change(waiting: Waiting, change: Change, tell: Tell) -> None:
    waiting.builder.change(change, day=today(), tell=tell)
    waiting.forget()


def drop(request: Request, form: FormData, writer: Writer) -> Response:
    """Keep a document that waits no longer."""
    waiting = _waiting(request)
    discard(_staged(waiting, request))
    return RedirectResponse(HOME, status_code=303)


def undo(request: Request, form: FormData, writer: Writer) -> Response:
    """Take a batch back: what it put in goes out, and what it took out is put back."""
    waiting = _waiting(request)
    number = str(form.get("nr") or "")
    if not (number.isdecimal() and len(number) < 9):
        raise Refused(400, "Der er intet at fortryde.", "Gå tilbage, og hent siden igen.")
    try:
        change = undoing(waiting.config, int(number))
    except ConfigError as error:
        raise Refused(409, "Der er intet at fortryde.", "Det er allerede gjort.") from error
    return _move(request, waiting, change, "Fortryder og bygger grafen")


def take_out(request: Request, form: FormData, writer: Writer) -> Response:
    """Take one document out."""
    waiting = _waiting(request)
    wanted = form.get("dokument")
    there = shelf_of(site_of(request), waiting.config).documents
    change = Change(removals=tuple(each.path for each in there if each.path == wanted))
    if not change.removals:
        raise Refused(409, "Dokumentet er der ikke længere.", "Det er allerede taget ud.")
    return _move(request, waiting, change, "Tager dokumentet ud og bygger grafen")


def without_samples(request: Request, form: FormData, writer: Writer) -> Response:
    """Take the samples out."""
    waiting = _waiting(request)
    change = Change(removals=sample_documents(waiting.config))
    if not change.removals:
        raise Refused(409, "Der er ingen eksempler.", "De er allerede taget ud.")
    return _move(request, waiting, change, "Tager eksemplerne ud og bygger grafen")


def _move(request: Request, waiting: Waiting, change: Change, title: str) -> Response:
    """Take documents out or put them back, and tell so on the page that lists them."""

    def move(tell: Tell) -> str:
        _change(waiting, change, tell)
        told = {"ud": len(change.removals), "ind": len(change.additions)}
        return (
            with_query(HOME, **{way: number for way, number in told.items() if number}) + "#noteret"
        )

    return builds_of(request).start(title, move, back=HOME)


def _done(request: Request) -> str:
    """What was just done with the documents, where somebody comes from that."""
    told = [
        f"{counted(int(number), 'dokument', 'dokumenter')} er {what}"
        for way, what in (("ud", "taget ud"), ("ind", "lagt tilbage"))
        if (number := request.query_params.get(way, "")).isdecimal() and len(number) < 7
    ]
    return f"{', '.join([*told, 'og grafen er bygget'])}." if told else ""


def build(request: Request, form: FormData, writer: Writer) -> Response:
    """Build the graph of what is there, as after a judgement, and lead to the page that asked."""
    wanted = str(form.get("til") or "")
    return build_anew(request, wanted if _OWN_PATH.fullmatch(wanted) else "/")


def build_anew(request: Request, path: str) -> Response:
    """Build the graph in the background, and lead to a page of ours when it is there.

    Raises:
        HTTPException: Nothing can be changed here.
        Refused: Something else is going on.
    """
    waiting = _waiting(request)

    def anew(tell: Tell) -> str:
        _change(waiting, Change(), tell)
        return path

    return builds_of(request).start("Bygger grafen", anew, back=path)


INTAKE_ROUTES = (
    writing_route(BUILDING, build),
    Route(HOME, intake),
    writing_route(HOME, receive, limits=UPLOADS),
    writing_route(f"{HOME}/alle", confirm_all),
    writing_route(f"{HOME}/fortryd", undo),
    writing_route(f"{HOME}/tag-ud", take_out),
    writing_route(f"{HOME}/uden-eksempler", without_samples),
    Route(f"{HOME}/indlaest/{{batch:int}}", added),
    Route(f"{HOME}/{{staged}}", document),
    writing_route(f"{HOME}/{{staged}}", confirm),
    writing_route(f"{HOME}/{{staged}}/fjern", drop),
)
