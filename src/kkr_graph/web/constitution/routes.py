"""The addresses of the workspace."""

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kkr_graph.constitution.calculation.picture import to_svg
from kkr_graph.constitution.calculation.sheet import to_xlsx
from kkr_graph.constitution.calendar.ics import to_ics
from kkr_graph.errors import QueryError
from kkr_graph.web.constitution.board import board_page
from kkr_graph.web.constitution.calculation import (
    CALCULATION_FILES,
    ask_calculation,
    calculation_page,
)
from kkr_graph.web.constitution.calendar import CALENDAR_FILE, ask_calendar, calendar_page
from kkr_graph.web.constitution.comparison import comparison_page
from kkr_graph.web.constitution.form import Form
from kkr_graph.web.constitution.rules import rules_page
from kkr_graph.web.constitution.vacancies import vacancies_page
from kkr_graph.web.constitution.workspace import PAGES, Workspace
from kkr_graph.web.incoming import download, site_of
from kkr_graph.web.rendering import render
from kkr_graph.web.site import Site

_Page = Callable[[Site, Mapping[str, str]], Workspace]
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MAKERS: tuple[_Page, ...] = (
    board_page, vacancies_page, calculation_page, comparison_page, rules_page, calendar_page,
)  # fmt: skip


def _shows(make: _Page) -> Callable[[Request], Response]:
    """The answer to a request for a page of the workspace."""

    def shown(request: Request) -> Response:
        site = site_of(request)
        page = make(site, request.query_params)
        return render("workspace.html", part="constitution", site=site, page=page, pages=PAGES)

    return shown


def calendar_file(request: Request) -> Response:
    """The days as a file for Outlook."""
    asked = ask_calendar(site_of(request), request.query_params)
    if asked.calendar is None:
        raise _refused(asked.form)
    return download(to_ics(asked.calendar), "frister.ics", "text/calendar; charset=utf-8")


def calculation_file(request: Request) -> Response:
    """The calculation as a workbook or a picture."""
    told = ask_calculation(site_of(request), request.query_params)
    if told.calculation is None:
        raise _refused(told.form)
    if request.url.path.endswith(".svg"):
        picture = to_svg(told.calculation).encode()
        return download(picture, "kvotienter.svg", "image/svg+xml")
    return download(to_xlsx(told.calculation, told.beside), "beregning.xlsx", _SHEET)


def _refused(form: Form) -> QueryError:
    wrong = next((field.problem for field in form.fields if field.problem), "")
    told = wrong or (form.problem.text if form.problem else "Formularen er ikke udfyldt.")
    return QueryError(told, "Udfyld felterne på siden først.")


CONSTITUTION_ROUTES = (
    *(Route(path, _shows(make)) for path, make in zip(PAGES, _MAKERS, strict=True)),
    Route(CALENDAR_FILE, calendar_file),
    *(Route(path, calculation_file) for path in CALCULATION_FILES),
)
