"""What the rules say of appointments and nominations."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kkr_graph.constitution.breach import Breach
from kkr_graph.constitution.reading import Wanted
from kkr_graph.constitution.rules import RULES, Rule, read_breaches
from kkr_graph.curation.silenced import Silence, part, read_silenced
from kkr_graph.queries import Kind
from kkr_graph.queries.days import today
from kkr_graph.web.constitution.form import Form
from kkr_graph.web.constitution.workspace import HOME, Workspace, data_of, without_data
from kkr_graph.web.leads import Leads, leads_of
from kkr_graph.web.site import Site
from kkr_graph.web.view import Cell, Line, Piece, Section, plain, table
from kkr_graph.web.wording import counted, day

_PATH = f"{HOME}/regler"
_HEADINGS = ("Fund", "Om", "Kilde", "Lagt til side")
_GRADES: Mapping[str, tuple[str, str, str]] = {
    "violation": ("✕", "overtrædelse", "overtrædelser"),
    "warning": ("!", "advarsel", "advarsler"),
    "info": ("i", "oplysning", "oplysninger"),
}
_ASIDE = (("", "Vis ikke"), ("vis", "Vis dem også"))


def rules_page(site: Site, values: Mapping[str, str]) -> Workspace:
    """The rules held against the present term and the next where none is chosen."""
    form = Form(site, _PATH, values)
    forum = form.thing("forum", "Forum", Kind.FORUM)
    council = form.council()
    term = form.term("periode", "Valgperiode", "den nuværende og den næste")
    shows_aside = form.pick("lagt", "Det, der er lagt til side", _ASIDE)
    now = form.day("dato", "I dag er", today()) or today()
    wanted = Wanted(
        forum=forum.iri if forum else None,
        council=council.iri if council else None,
        term=term.label if term else None,
    )
    config = data_of(site)

    def read() -> tuple[tuple[Breach, ...], tuple[Silence, ...]]:
        breaches = site.kept(
            ("breaches", now, wanted),
            lambda: read_breaches(site.graph, day=now, wanted=wanted),
        )
        return breaches, read_silenced(config.silenced) if config else ()

    found = form.make(read)
    page = Workspace(title="Regler", path=_PATH, fields=form.fields, problem=form.problem)
    if found is None:
        return page
    open_, aside = part(*found)
    told = "det, der er lagt til side, kendes ikke og vises også"
    return replace(
        page,
        lead=_lead(open_, len(aside)),
        notices=() if config else (without_data(site, told),),
        sections=(
            *_sections(leads_of(site), open_),
            *(_aside(leads_of(site), aside) if shows_aside else ()),
            _held(open_),
        ),
    )


def _lead(open_: Sequence[Breach], aside: int) -> str:
    counts = (
        counted(sum(each.severity == grade for each in open_), one, many)
        for grade, (_, one, many) in _GRADES.items()
    )
    rest = f" {aside} er lagt til side." if aside else ""
    kept = "" if open_ else " De regler, der kan afgøres, er overholdt, så vidt dokumenterne viser."
    return f"{', '.join(counts)}.{rest}{kept}"


def _held(open_: Sequence[Breach]) -> Section:
    """Every rule with what it found, so that nothing found is known to have been looked for."""
    found = Counter(each.rule for each in open_)
    lines = [
        Line(cells=(plain(rule.required), plain(_outcome(rule, found[rule.code]))))
        for rule in RULES
    ]
    heading = "Det er der set efter"
    return Section(id="regler", heading=heading, table=table(heading, ("Regel", "Fund"), lines))


def _outcome(rule: Rule, found: int) -> str:
    """How many were found; nothing found says nothing of a rule that cannot be decided."""
    return rule.undecided if rule.undecided and not found else str(found)


def _sections(leads: Leads, breaches: Iterable[Breach]) -> Iterator[Section]:
    known = list(breaches)
    for grade, (symbol, _, many) in _GRADES.items():
        lines = [
            Line(cells=_cells(each, leads, symbol)) for each in known if each.severity == grade
        ]
        heading = f"{symbol} {many.capitalize()}"
        yield Section(id=grade, heading=heading, table=table(many, _HEADINGS, lines))


def _aside(leads: Leads, aside: Iterable[tuple[Breach, Silence]]) -> Iterator[Section]:
    lines = [
        Line(
            cells=(
                *_cells(each, leads, _GRADES[each.severity][0])[:-1],
                plain(f"{silence.by} {day(silence.day)}: {silence.reason}"),
            )
        )
        for each, silence in aside
    ]
    heading = "Lagt til side"
    yield Section(id="lagt-til-side", heading=heading, table=table(heading, _HEADINGS, lines))


def _cells(breach: Breach, leads: Leads, symbol: str) -> tuple[Cell, ...]:
    return (
        (Piece(breach.message, symbol=symbol),),
        leads.name(breach.about),
        leads.quoted(breach.source),
        (),
    )
