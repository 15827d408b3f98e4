"""The days that documents name and those that follow from the rules, also for Outlook."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kkr_graph.constitution.calendar.deadlines import Calendar, Deadline, read_calendar
from kkr_graph.model.names import on_one_line
from kkr_graph.queries.days import today
from kkr_graph.web.constitution.board import in_days
from kkr_graph.web.constitution.form import Form
from kkr_graph.web.constitution.workspace import HOME, Workspace
from kkr_graph.web.leads import Leads, leads_of
from kkr_graph.web.site import Site
from kkr_graph.web.view import Cell, Line, Look, Piece, Section, listed, plain, table
from kkr_graph.web.wording import counted, day

_PATH = f"{HOME}/kalender"
CALENDAR_FILE = f"{_PATH}.ics"
_HEADINGS = ("Dato", "Organ", "Hvad", "Efter", "Regel eller ordlyd", "Kilde")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A calendar as the form asks for it; None where the form is wrong."""

    form: Form
    now: date
    calendar: Calendar | None


def ask_calendar(site: Site, values: Mapping[str, str]) -> Asked:
    """Read the form and the days that it asks for."""
    form = Form(site, _PATH, values)
    council = form.council()
    since = form.day("fra", "Fra og med")
    until = form.day("til", "Til og med")
    now = form.day("dato", "I dag er", today()) or today()
    calendar = form.make(
        lambda: read_calendar(
            site.graph, council=council.iri if council else None, since=since, until=until
        )
    )
    return Asked(form=form, now=now, calendar=calendar)


def calendar_page(site: Site, values: Mapping[str, str]) -> Workspace:
    """What is to come, and what has been."""
    asked = ask_calendar(site, values)
    form, now, calendar = asked.form, asked.now, asked.calendar
    page = Workspace(
        title="Frister og datoer", path=_PATH, fields=form.fields, problem=form.problem
    )
    if calendar is None:
        return page
    leads = leads_of(site)
    coming = [each for each in calendar.deadlines if each.day >= now]
    past = [each for each in calendar.deadlines if each.day < now]
    return replace(
        page,
        lead=f"{counted(len(coming), 'dag', 'dage')} fra og med {day(now)}, {len(past)} før.",
        files=(Piece("til kalenderen (.ics)", f"{CALENDAR_FILE}{form.query()}"),),
        sections=(
            _section("kommende", "Kommende", coming, leads, now),
            replace(
                _section("passeret", "Passeret", past[::-1], leads, None, "Den seneste først."),
                is_folded=True,
            ),
        ),
        empty="Ingen dage passer.",
    )


def _section(
    anchor: str,
    heading: str,
    days: list[Deadline],
    leads: Leads,
    now: date | None,
    note: str = "",
) -> Section:
    lines = [Line(cells=_cells(each, leads, now)) for each in days]
    told = table(f"{heading} dage", _HEADINGS, lines)
    return Section(id=anchor, heading=heading, note=note, table=told)


def _cells(each: Deadline, leads: Leads, now: date | None) -> tuple[Cell, ...]:
    when = Piece(day(each.day))
    left = (Piece(f" {in_days((each.day - now).days)}", look=Look.QUIET),) if now else ()
    says_more = on_one_line(each.source.quote) != on_one_line(each.basis)
    remark = (Piece(f" {each.remark}", look=Look.MISSING),) if each.remark else ()
    source = leads.quoted if says_more else leads.source
    return (
        (when, *left),
        leads.name(each.body),
        plain(each.what),
        plain(each.kind),
        (*plain(each.basis), *remark),
        (*source(each.source), *_others(each, leads)) if each.source.document else (),
    )


def _others(each: Deadline, leads: Leads) -> Cell:
    told = listed(leads.source(source) for source in each.others)
    return (Piece(" Også ", look=Look.QUIET), *told) if told else ()
