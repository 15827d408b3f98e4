"""The appointment overview and the findings, as pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kkr_graph.overview.content import Overview
from kkr_graph.overview.tables import appointments
from kkr_graph.queries import find_query, run_query
from kkr_graph.seats.holders import Certainty
from kkr_graph.web.answers import to_table
from kkr_graph.web.leads import leads_of
from kkr_graph.web.site import Site
from kkr_graph.web.view import Cell, Line, Piece, Section, Table, plain, table
from kkr_graph.web.wording import day

_SAID_ELSEWHERE = frozenset(  # in the source, in the mark of a doubtful row, or in the period
    ("document", "place", "certainty", "starts", "ends")
)
_LINKED = frozenset(("forum", "holder"))


def overview_table(site: Site, overview: Overview) -> Table:
    """What is printed of the overview, with links to the pages and the passages."""
    content = appointments(overview)
    columns = [
        each for each in content.columns if each.printed and each.name not in _SAID_ELSEWHERE
    ]
    leads = leads_of(site)
    lines = []
    for row in overview.rows:
        cells: list[Cell] = []
        for column in columns:
            value = column.value(row)
            text = day(value) if isinstance(value, date) else str(value or "")
            cells.append(leads.name(text) if column.name in _LINKED else plain(text))
        doubt = "formodning" if row.certainty is Certainty.HYPOTHESIS else ""
        lines.append(Line(cells=(*cells, leads.source(row.source)), doubt=doubt))
    headings = [*(column.heading for column in columns), "Kilde"]
    return table("Udpegningsoversigt", headings, lines)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question whose answer is a part of the findings page."""

    question: str
    heading: str
    note: str


_QUESTIONS = (
    _Asked("conflicts", "Uenige kilder", "To oplysninger om det samme, som ikke kan passe begge."),
    _Asked("hypotheses", "Formodninger", "Ventet, foreslået eller udledt; ikke sikre oplysninger."),
    _Asked("unresolved-mentions", "Ukendte navne", "Navne, der ikke er knyttet til nogen person."),
    _Asked("unsourced", "Uden kilde", "Oplysninger, som intet sted i et dokument viser."),
)


def document_sections(site: Site) -> Iterator[Section]:
    """What could not be read or used of the documents."""
    yield from _unread(site.report)


def question_sections(site: Site) -> Iterator[Section]:
    """What a person should look at besides the findings."""
    for each in _QUESTIONS:
        query = find_query(site.queries, each.question)
        answer = run_query(site.graph, query, {}, now=site.day)
        told = to_table(answer, site)
        total = len(answer.rows)
        yield Section(
            id=each.question,
            heading=each.heading,
            note=each.note,
            table=told,
            more=Piece(f"Se alle {total}", f"/spoergsmaal/{each.question}")
            if total > len(told.lines)
            else None,
        )


def _unread(report: Mapping[str, object]) -> Iterator[Section]:
    """Files that could not be read, files left out, and text that was not used."""
    unread = [(each["name"], each["problem"], each["hint"]) for each in _records(report, "unread")]
    doubles = [
        (each["name"], f"samme indhold som {each['same_as']}", "")
        for each in _records(report, "duplicates")
    ]
    left = [
        (
            each["name"],
            f"{each['unclaimed']} tegn er ikke brugt "
            f"({str(each['unclaimed_percent']).replace('.', ',')} %)",
            "",
        )
        for each in _records(report, "documents")
        if each.get("unclaimed")
    ]
    headings = ("Fil", "Hvad", "Gør sådan")
    yield _told("ulaeste", "Dokumenter, der ikke kunne læses", headings, unread)
    yield _told("dubletter", "Filer med samme indhold", headings, doubles)
    yield _told("ubrugt", "Tekst, der ikke er brugt", headings, left)


def _told(
    anchor: str, heading: str, headings: tuple[str, ...], rows: Iterable[tuple[object, ...]]
) -> Section:
    lines = [Line(cells=tuple(plain(str(value)) for value in row)) for row in rows]
    return Section(id=anchor, heading=heading, table=table(heading, headings, lines))


def _records(report: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    """A list of the report; nothing where an older build wrote it otherwise."""
    told = report.get(name)
    return [each for each in told if isinstance(each, dict)] if isinstance(told, list) else []


def unread_count(site: Site) -> int:
    """How many documents could not be read."""
    return len(_records(site.report, "unread"))
