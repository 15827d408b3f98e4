"""Who is entitled to which seats, with every quotient; nothing of it is saved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from markupsafe import Markup

from kkr_graph.constitution.calculation import wording as words
from kkr_graph.constitution.calculation.calculation import Calculation, Kind
from kkr_graph.constitution.calculation.cases import Asked, election_case, pool_case
from kkr_graph.constitution.calculation.composition import CapRule
from kkr_graph.constitution.calculation.group import Alliance, parse_alliance
from kkr_graph.constitution.calculation.method import Method
from kkr_graph.constitution.calculation.picture import heading, to_svg
from kkr_graph.constitution.calculation.pool import POOL, parse_pool
from kkr_graph.constitution.calculation.records import read_names
from kkr_graph.constitution.calculation.scenario import Case, Comparison, Scenario
from kkr_graph.constitution.calculation.sheet import comparison_cells, comparison_headings
from kkr_graph.constitution.calculation.tables import (
    QUOTIENTS,
    QuotientLine,
    quotient_lines,
    result_columns,
    result_lines,
)
from kkr_graph.errors import ConfigError, quoted
from kkr_graph.registry import read_registry
from kkr_graph.web.constitution.form import Form
from kkr_graph.web.constitution.workspace import (
    HOME,
    Workspace,
    data_of,
    elections_folder,
    without_data,
)
from kkr_graph.web.site import Site
from kkr_graph.web.view import Cell, Line, Piece, Section, plain, table
from kkr_graph.web.wording import capitalised, whole

_PATH = f"{HOME}/beregning"
CALCULATION_FILES = (f"{_PATH}.xlsx", f"{_PATH}.svg")
_MOST_SEATS = 200  # far above any council, far below what takes long
_MOST_QUOTIENTS = 500  # on the page; the workbook has them all
_KINDS = (
    (Kind.SEATS, "et antal pladser"),
    (Kind.CHAIR, "formand og næstformand for KKR"),
    (Kind.MEMBERS, "supplerende medlemmer af KKR"),
)
_CAP_RULES = ((CapRule.WHOLE, "hele rådet"), (CapRule.SUPPLEMENTARY, "de supplerende pladser"))
_NONE = "ingen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculated:
    """What came of the form. ``beside`` is the recorded one, where something else was chosen."""

    form: Form
    slug: str
    calculation: Calculation | None
    beside: Comparison | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chosen:
    area: str
    slug: str
    pool: str
    asked: Asked
    scenario: Scenario


def ask_calculation(site: Site, values: Mapping[str, str]) -> Calculated:
    """Read the form and calculate what it asks for; nothing where it is empty."""
    form = Form(site, _PATH, values)
    chosen = _read_form(site, form)
    slug = POOL if chosen.pool else chosen.slug
    if not chosen.area and not chosen.pool:
        return Calculated(form=form, slug=slug, calculation=None)
    made = form.make(lambda: _calculate(site, chosen))
    if made is None:
        return Calculated(form=form, slug=slug, calculation=None)
    return replace(made, form=form, slug=slug)


def _read_form(site: Site, form: Form) -> _Chosen:
    config = data_of(site)
    names = form.make(lambda: read_names(elections_folder(config)) if config else {}) or {}
    area = form.text("omraade", "KKR eller kommune", note="Fx KKR Nordjylland eller Hjørring.")
    slug = form.pick("valg", "Valg", names.items())
    pool = form.text("pulje", "Eller grupper med stemmer", note="Fx A=11, B=8.")
    kind = Kind(form.pick("beregn", "Beregn", _KINDS) or Kind.SEATS)
    seats = form.number("pladser", "Antal pladser", _MOST_SEATS)
    method = form.pick("metode", "Metode", [(each, capitalised(each.called)) for each in Method])
    alliances = form.text(
        "valgforbund", "Valgforbund",
        note="Tomt: som registreret. Ellers fx A+F; (C+D)+O, eller »ingen«.",
    )  # fmt: skip
    percent = form.text("spaerre", "Spærre i procent", control="number", note="Tomt: som reglen.")
    cap = form.pick("loft", "Når loftet er nået, fordeles", _CAP_RULES)
    if kind is Kind.SEATS and seats is None and (area or pool) and not form.is_wrong:
        form.wrong("pladser", "Skriv, hvor mange pladser der skal fordeles.", "")
    return _Chosen(
        area=area,
        slug=slug,
        pool=pool,
        asked=Asked(
            kind=kind,
            seats=seats if kind is Kind.SEATS else None,
            percent=_percent(form, percent),
        ),
        scenario=Scenario(
            name="Med valgene her",
            alliances=_alliances(form, alliances),
            method=Method(method or Method.DHONDT),
            cap_rule=CapRule(cap or CapRule.WHOLE),
        ),
    )


def _percent(form: Form, typed: str) -> Fraction | None:
    number = typed.replace(",", ".", 1)
    if not number:
        return None
    whole, _, part = number.partition(".")
    if (
        not (number.isascii() and whole.isdecimal() and (part or "0").isdecimal())
        or len(number) > 8
    ):
        form.wrong(
            "spaerre", f"{quoted(typed[:40])} er ikke et tal i procent.", "Skriv fx 2 eller 2,5."
        )
        return None
    if Fraction(number) >= 100:
        form.wrong("spaerre", "Spærren skal være under 100 procent.", "")
        return None
    return Fraction(number)


def _alliances(form: Form, typed: str) -> tuple[Alliance, ...] | None:
    """The alliances that were typed; None is as recorded."""
    if not typed:
        return None
    if typed.casefold() == _NONE:
        return ()
    try:
        return tuple(parse_alliance(each.strip()) for each in typed.split(";") if each.strip())
    except ConfigError as error:
        form.wrong("valgforbund", str(error), error.hint)
        return None


def _calculate(site: Site, chosen: _Chosen) -> Calculated:
    case = _case(site, chosen)
    comparison = case.compare((chosen.scenario,))
    ((_, calculation),) = comparison.supposed
    is_other = calculation.settings != comparison.recorded.settings
    return Calculated(
        form=Form(site, _PATH, {}),
        slug=chosen.slug,
        calculation=calculation,
        beside=comparison if is_other else None,
        missing=case.source.votes({}).missing,
    )


def _case(site: Site, chosen: _Chosen) -> Case:
    config = data_of(site)
    if chosen.pool:
        if chosen.asked.kind is not Kind.SEATS:
            raise ConfigError(
                "Grupper med stemmer kan kun fordele et antal pladser.",
                "Vælg »et antal pladser«, eller fjern grupperne.",
            )
        return (
            pool_case(elections_folder(config), chosen.pool, chosen.asked)
            if config
            else (Case(source=parse_pool(chosen.pool), settings=chosen.asked.settings()))
        )
    if config is None:
        raise ConfigError(without_data(site, "valgresultater kan ikke læses"), "")
    registry = read_registry(config.registry)
    folder = elections_folder(config)
    return election_case(folder, chosen.slug, chosen.area, registry, chosen.asked)


def calculation_page(site: Site, values: Mapping[str, str]) -> Workspace:
    """The form, and below it the result, the picture and every quotient."""
    told = ask_calculation(site, values)
    form, calculation = told.form, told.calculation
    told_of_data = "valgresultater kan ikke læses, men grupper med stemmer kan beregnes"
    page = Workspace(
        title="Beregning af pladser",
        path=_PATH,
        fields=form.fields,
        button="Beregn",
        problem=form.problem,
        notices=() if data_of(site) else (without_data(site, told_of_data),),
        empty=""
        if form.is_wrong
        else "Vælg et område og et valg, eller skriv grupper med stemmer. "
        "Intet af det, der beregnes her, gemmes.",
    )
    if calculation is None:
        return page
    files = zip(("Excel", "billedet (SVG)"), CALCULATION_FILES, strict=True)
    return replace(
        page,
        lead=heading(calculation),
        notices=(*page.notices, *_notices(told, calculation)),
        files=tuple(Piece(name, f"{path}{form.query()}") for name, path in files),
        sections=tuple(_sections(told, calculation)),
        picture=Markup(to_svg(calculation)),  # noqa: S704 - it escapes every name
    )


def _notices(told: Calculated, calculation: Calculation) -> Iterator[str]:
    if told.missing:
        yield f"Der mangler resultater fra {', '.join(told.missing)}; de er ikke regnet med."
    yield from (f"Lodtrækning: {words.told(tie, calculation)}" for tie in calculation.ties)
    yield from calculation.hypotheses
    yield from calculation.notes


def _sections(told: Calculated, calculation: Calculation) -> Iterator[Section]:
    columns = result_columns(calculation, narrow=True)
    lines = [_line(columns, line) for line in result_lines(calculation)]
    yield Section(
        id="resultat",
        heading="Resultat",
        table=table(heading(calculation), list(columns.values()), lines),
    )
    if calculation.ties:
        yield _lots(calculation, told.slug)
    if told.beside is not None:
        rows = [Line(cells=tuple(map(_cell, cells))) for cells in comparison_cells(told.beside)]
        headings = comparison_headings(told.beside)
        caption = "Som registreret og med valgene her"
        yield Section(id="forskel", heading="Hvad nu hvis", table=table(caption, headings, rows))
    yield _quotients(calculation)


def _lots(calculation: Calculation, slug: str) -> Section:
    """What to write down when lots have been drawn."""
    lines = [
        Line(
            cells=(
                plain(words.told(tie, calculation)),
                plain(words.row_to_record(tie, calculation, slug)),
            )
        )
        for tie in calculation.ties
    ]
    return Section(
        id="lod",
        heading="Der skal trækkes lod",
        note="Beregningen standser her. Træk lod, og skriv rækken i lots.csv under "
        "registry/elections i datamappen, udfyldt.",
        table=table("Lodtrækninger", ("Hvad", "Række til lots.csv"), lines),
    )


def _quotients(calculation: Calculation) -> Section:
    known = quotient_lines(calculation)
    rest = len(known) - _MOST_QUOTIENTS
    more = f" De {rest} mindste er kun i Excel-filen." if rest > 0 else ""
    lines = [Line(cells=tuple(_marked(line))) for line in known[:_MOST_QUOTIENTS]]
    return Section(
        id="kvotienter",
        heading="Kvotienter",
        note=f"Den største først; ● er dem, der gav en plads.{more}",
        table=table("Alle kvotienter", list(QUOTIENTS.values()), lines),
    )


def _line(columns: Mapping[str, str], line: object) -> Line:
    return Line(cells=tuple(_cell(getattr(line, name)) for name in columns))


def _marked(line: QuotientLine) -> Iterator[Cell]:
    for name in QUOTIENTS:
        value = getattr(line, name)
        has_seat = name == "seat" and value is not None
        yield (Piece(f"{value}", symbol="●"),) if has_seat else _cell(value)


def _cell(value: object) -> Cell:
    if value is None:
        return ()
    return plain(whole(value) if isinstance(value, int) else str(value))
