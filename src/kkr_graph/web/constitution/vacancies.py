"""What becomes of every seat when the term changes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kkr_graph.constitution.vacancies import Vacancies, VacancyRow, read_vacancies
from kkr_graph.queries import Kind
from kkr_graph.registry import read_registry
from kkr_graph.registry.councillors import read_councillors
from kkr_graph.web.constitution.form import Form
from kkr_graph.web.constitution.workspace import HOME, Workspace, data_of, numbered, without_data
from kkr_graph.web.entities.cells import day_cell
from kkr_graph.web.leads import Leads, leads_of
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, Line, Look, Piece, Section, plain, table
from kkr_graph.web.wording import capitalised, counted

_PATH = f"{HOME}/udloeb"
_HEADINGS = (
    "Plads", "Indehaver", "Parti", "Kommune", "Pladsen", "Til og med", "Indehaveren", "Hvorfor",
    "Besættes af", "Frist", "Kilde",
)  # fmt: skip


def vacancies_page(site: Site, values: Mapping[str, str]) -> Workspace:
    """The seats that people have in a term: in the present one where none is chosen."""
    form = Form(site, _PATH, values)
    forum = form.thing("forum", "Forum", Kind.FORUM)
    council = form.council()
    term = form.term("periode", "Perioden, der slutter", "den nuværende")
    found = form.make(
        lambda: _read(
            site,
            forum=forum.iri if forum else None,
            council=council.iri if council else None,
            term=term.label if term else None,
        )
    )
    page = Workspace(
        title="Pladser, der udløber", path=_PATH, fields=form.fields, problem=form.problem
    )
    if found is None:
        return page
    told = "hvem der er valgt, læses kun af referater"
    return replace(
        page,
        lead=_lead(found),
        notices=() if data_of(site) else (without_data(site, told),),
        sections=tuple(_sections(site, found)),
        empty="Dokumenterne nævner ingen, der har en plads her.",
    )


def _read(site: Site, *, forum: str | None, council: str | None, term: str | None) -> Vacancies:
    config = data_of(site)
    councillors = (
        read_councillors(config.registry, read_registry(config.registry)) if config else ()
    )
    return site.kept(
        ("vacancies", forum, council, term, tuple(councillors)),
        lambda: read_vacancies(
            site.graph, forum=forum, council=council, term=term, councillors=councillors
        ),
    )


def _lead(found: Vacancies) -> str:
    where = ", ".join(part for part in (found.body, found.term) if part)
    if not found.rows:
        return f"{where}."
    seats = Counter(row.seat for row in found.rows)
    people = Counter(row.holder_fate for row in found.rows)
    told = [
        ", ".join(f"{key} {number}" for key, number in each.items()) for each in (seats, people)
    ]
    posts = counted(len(found.rows), "post", "poster")
    return f"{where}: {posts}. Pladsen: {told[0]}. Indehaveren: {told[1]}."


def _sections(site: Site, found: Vacancies) -> Iterator[Section]:
    leads = leads_of(site)
    for forum, anchor in numbered("forum", (row.forum for row in found.rows)).items():
        lines = [Line(cells=_cells(row, leads)) for row in found.rows if row.forum == forum]
        caption = f"Hvad der sker med pladserne i {forum} efter {found.term}"
        told = table(caption, _HEADINGS, lines)
        yield Section(id=anchor, heading=forum, href=leads.path(forum), table=told)


def _cells(row: VacancyRow, leads: Leads) -> tuple[Cell, ...]:
    limit = (Piece(" Kan ikke genudpeges.", look=Look.MISSING),) if row.limit else EMPTY
    return (
        plain(capitalised(row.role)),
        leads.name(row.holder),
        leads.name(row.party),
        leads.name(row.municipality),
        plain(row.seat),
        day_cell(row.ends),
        (*plain(row.holder_fate), *limit),
        (*plain(row.why), *plain(f" Kilde: {row.known_from}." if row.known_from else "")),
        leads.names(row.acts),
        day_cell(row.deadline),
        leads.source(row.source),
    )
