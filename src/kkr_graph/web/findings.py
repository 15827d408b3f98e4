"""What a person should look at, and what somebody has looked at and set aside."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kkr_graph.config import Config
from kkr_graph.curation.silenced import (
    Silence,
    alike,
    gone,
    part,
    read_silenced,
    set_aside,
    silence_id,
    take_up,
    value_of,
)
from kkr_graph.errors import KkrGraphError
from kkr_graph.model.finding import topic_of
from kkr_graph.queries.days import today
from kkr_graph.web.entities.findings import GRADES, HEADINGS, finding_lines
from kkr_graph.web.incoming import folders_of, name_cookie, remember_name, site_of, text_of
from kkr_graph.web.rendering import render
from kkr_graph.web.review import waiting_count
from kkr_graph.web.site import Site
from kkr_graph.web.unsettled import document_sections, question_sections
from kkr_graph.web.view import Line
from kkr_graph.web.wording import day, sentence
from kkr_graph.web.writer import Writer
from kkr_graph.web.writing import writing_route

HOME = "/fund"
SHOWN = 200  # findings on the page; the question of findings has all


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding of the graph, as much as is needed to know whether it is set aside."""

    iri: str
    grade: str
    key: str
    value: str

    @property
    def id(self) -> str:
        """What it is called where somebody sets it aside."""
        return silence_id(self.key, self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A finding that is set aside: its row, or nothing where it is found no more, and the word."""

    ids: tuple[str, ...]
    what: str
    line: Line | None
    by: str
    day: str
    reason: str


def _found(site: Site) -> tuple[Found, ...]:
    """All findings, the most serious first."""
    rows = site.graph.select(
        "SELECT DISTINCT ?f ?grade ?message ?key WHERE { ?f a sh:ValidationResult ; "
        "sh:resultSeverity ?grade ; sh:resultMessage ?message "
        "OPTIONAL { ?f a sh:ValidationResult ; kkr:findingKey ?key } }"
    ).rows
    found = (
        Found(
            iri=row["f"].value,
            grade=row["grade"].value,
            key=row["key"].value if "key" in row else "",
            value=value_of(row["message"].value),
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda each: (GRADES.index(each.grade), each.iri)))


def _all_of(site: Site) -> tuple[Found, ...]:
    return site.kept("found", lambda: _found(site))


def _silenced(config: Config | None) -> tuple[Silence, ...]:
    return read_silenced(config.silenced) if config else ()


def open_findings(request: Request, site: Site) -> Mapping[str, int]:
    """How many findings of each grade nobody has set aside."""
    found, _ = part(_all_of(site), _silenced(folders_of(request)))
    return Counter(first.grade for first, *_ in alike(found))


# --- what is shown --------------------------------------------------------------------------


def findings(request: Request) -> Response:
    """What a person should look at."""
    return _shown(request)


def _shown(request: Request, *, problem: str = "", hint: str = "", status: int = 200) -> Response:
    site, config = site_of(request), folders_of(request)
    silenced = _silenced(config)
    found, aside = part(_all_of(site), silenced)
    told = alike(found)
    shown = {each.iri: each.id for group in told[:SHOWN] for each in group}
    lines = finding_lines(site, shown)
    return render(
        "findings.html",
        status=status,
        part="findings",
        site=site,
        before=site.kept("unread", lambda: tuple(document_sections(site))),
        after=site.kept("to-look-at", lambda: tuple(question_sections(site))),
        headings=HEADINGS,
        found=[(shown[iri], line) for iri, line in lines.items()],
        total=len(told),
        aside=[*_aside(site, aside), *map(_no_more, gone(_all_of(site), silenced))],
        done=request.query_params.get("noteret", ""),
        problem=problem,
        hint=hint,
        name=name_cookie(request),
        waiting=waiting_count(config),
    )


def _aside(site: Site, aside: Sequence[tuple[Found, Silence]]) -> list[Aside]:
    """What was set aside in one go and says the same, as one row."""
    groups: dict[tuple[str, ...], list[tuple[Found, Silence]]] = {}
    for found, word in aside:
        topic = topic_of(found.key, found.value)
        groups.setdefault((topic, word.by, str(word.day), word.reason), []).append((found, word))
    return [
        _word([word for _, word in group], _line(site, [found for found, _ in group]))
        for group in list(groups.values())[:SHOWN]
    ]


def _line(site: Site, found: Sequence[Found]) -> Line:
    (line,) = finding_lines(site, (each.iri for each in found)).values()
    return line


def _no_more(word: Silence) -> Aside:
    return _word([word], None)


def _word(words: Sequence[Silence], line: Line | None) -> Aside:
    word = words[0]
    ids = tuple(each.id for each in words)
    return Aside(
        ids=ids, what=word.key, line=line, by=word.by, day=day(word.day), reason=word.reason
    )


# --- what is done ---------------------------------------------------------------------------


def silence(request: Request, form: FormData, writer: Writer) -> Response:
    """Set a finding aside, as somebody says."""
    wanted, by = text_of(form, "fund"), text_of(form, "navn")
    groups = alike(_all_of(site_of(request)))
    same = next((each for each in groups if wanted in {found.id for found in each}), ())
    if not same:
        problem = "Fundet er der ikke længere, eller det har ændret sig, siden siden blev åbnet."
        return _shown(request, problem=problem, hint="Intet er lagt til side.", status=409)
    path = Config(data=writer.data).silenced
    try:
        set_aside(path, same, by=by, day=today(), reason=text_of(form, "begrundelse"))
    except KkrGraphError as error:
        return _refused(request, error)
    response = RedirectResponse(f"{HOME}?noteret=lagt#noteret", status_code=303)
    remember_name(response, by)
    return response


def unsilence(request: Request, form: FormData, writer: Writer) -> Response:
    """Let a finding count again."""
    try:
        take_up(Config(data=writer.data).silenced, [str(each) for each in form.getlist("fund")])
    except KkrGraphError as error:
        return _refused(request, error)
    return RedirectResponse(f"{HOME}?noteret=taget#noteret", status_code=303)


def _refused(request: Request, error: KkrGraphError) -> Response:
    return _shown(request, problem=sentence(str(error)), hint=error.hint, status=409)


FINDING_ROUTES = (
    Route(HOME, findings),
    writing_route(f"{HOME}/laeg-til-side", silence),
    writing_route(f"{HOME}/tag-frem", unsilence),
)
