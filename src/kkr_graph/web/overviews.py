"""The appointment overview and the findings, as pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kkr_graph.overview.content import Overview, OverviewRow
from kkr_graph.overview.tables import appointments
from kkr_graph.queries import find_query, run_query
from kkr_graph.seats.holders import Certainty
from kkr_graph.vocab import DCTERMS, KKR
from kkr_graph.web.answers import SHOWN, to_table
from kkr_graph.web.entities.findings import GRADES, findings_section
from kkr_graph.web.reading import document_name, place
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, Line, Look, Piece, Section, Table, plain, table
from kkr_graph.web.wording import NO_SOURCE, day, whole

_IN_SOURCE = frozenset(("document", "place", "certainty"))
_LINKED = frozenset(("forum", "holder"))


def overview_table(site: Site, overview: Overview) -> Table:
    """What is printed of the overview, with links to the pages and the passages."""
    content = appointments(overview)
    columns = [each for each in content.columns if each.printed and each.name not in _IN_SOURCE]
    paths, documents = _by_label(site), _documents(site)
    lines = []
    for row in overview.rows:
        cells: list[Cell] = []
        for column in columns:
            value = column.value(row)
            text = day(value) if isinstance(value, date) else str(value or "")
            href = paths.get(text, "") if column.name in _LINKED else ""
            cells.append((Piece(text, href),) if text else EMPTY)
        doubt = "formodning" if row.certainty is Certainty.HYPOTHESIS else ""
        lines.append(Line(cells=(*cells, _source(row, documents)), doubt=doubt))
    headings = [*(column.heading for column in columns), "Kilde"]
    return table("Udpegningsoversigt", headings, lines)


def _by_label(site: Site) -> Mapping[str, str]:
    """Labels with the page of the one thing that is called so."""
    paths: dict[str, str] = {}
    for entry in site.index.entries:
        known = entry.label in paths
        paths[entry.label] = "" if known else site.addresses.path(entry.iri)
    return paths


def _documents(site: Site) -> Mapping[str, Piece]:
    """The files' names with what to call the documents and where they are shown."""
    rows = site.graph.select("SELECT DISTINCT ?d WHERE { ?d a kkr:SourceDocument }").rows
    nodes = site.nodes.describe(row["d"].value for row in rows)
    kinds = site.nodes.labels(node.first(KKR.documentKind) for node in nodes.values())
    return {
        node.first(DCTERMS.title): Piece(document_name(node, kinds), site.addresses.path(iri))
        for iri, node in nodes.items()
    }


def _source(row: OverviewRow, documents: Mapping[str, Piece]) -> Cell:
    source = row.source
    if not source.document:
        return (Piece(NO_SOURCE, look=Look.MISSING),)
    known = documents.get(source.document, Piece(source.document))
    text = place(known.text, source.page or 0, source.line or 0)
    href = f"{known.href}?linje={source.line}#sted" if known.href and source.line else known.href
    return (Piece(text, href),)


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


def finding_sections(site: Site) -> Iterator[Section]:
    """Everything that a person should look at."""
    yield from _unread(site.report)
    yield _findings(site)
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


def _findings(site: Site) -> Section:
    """What the checks found, the most serious first."""
    rows = site.graph.select(
        "SELECT DISTINCT ?f ?grade WHERE { ?f a sh:ValidationResult ; sh:resultSeverity ?grade }"
    ).rows
    found = sorted((GRADES.index(row["grade"].value), row["f"].value) for row in rows)
    section = findings_section(site, (iri for _, iri in found[:SHOWN]))
    cut = f"De {SHOWN} alvorligste er vist. " if len(found) > SHOWN else ""
    all_of_them = Piece(f"{cut}Se og hent alle {whole(len(found))}", "/spoergsmaal/findings")
    return replace(section, heading="Fund", more=all_of_them)


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
            f"{each['unclaimed']} tegn er ikke brugt ({each['unclaimed_percent']} %)",
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
