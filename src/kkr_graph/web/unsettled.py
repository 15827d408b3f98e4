"""What a person should look at besides the findings: documents not used, and answers in doubt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kkr_graph.queries import Answer, find_query, run_query
from kkr_graph.queries.asking import CONFLICT, Record
from kkr_graph.web.answers import to_table
from kkr_graph.web.leads import Leads, leads_of
from kkr_graph.web.site import Site
from kkr_graph.web.view import Line, Piece, Section, plain, table
from kkr_graph.web.wording import counted


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
    yield from _unread(site.report, leads_of(site))


def question_sections(site: Site) -> Iterator[Section]:
    """What a person should look at besides the findings."""
    for each in _QUESTIONS:
        query = find_query(site.queries, each.question)
        answer = _untold(site, run_query(site.graph, query, {}, now=site.day))
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


def _untold(site: Site, answer: Answer) -> Answer:
    """Without the names and conflicts that a finding tells of already, with what to do."""
    found = site.graph.select(
        "SELECT DISTINCT ?focus ?message WHERE { ?f a sh:ValidationResult ; sh:focusNode ?focus ; "
        "sh:resultMessage ?message }"
    ).rows
    about, messages = (
        {row["focus"] for row in found},
        {row["message"].value for row in found},
    )
    return replace(
        answer,
        rows=tuple(
            row
            for row in answer.rows
            if row.get("mention") not in about
            and not ("subject" in row and Record(answer, row).is_told(messages, CONFLICT))
        ),
    )


def _unread(report: Mapping[str, object], leads: Leads) -> Iterator[Section]:
    """Files that could not be read, files left out, and text that was not used."""
    unread = [(each["name"], each["problem"], each["hint"]) for each in records(report, "unread")]
    doubles = [
        (each["name"], f"samme indhold som {each['same_as']}", "")
        for each in records(report, "duplicates")
    ]
    left = [
        (
            each["name"],
            f"{share_left(each)} er ikke brugt",
            "",
        )
        for each in records(report, "documents")
        if each.get("unclaimed")
    ]
    headings = ("Fil", "Hvad", "Gør sådan")
    for anchor, heading, rows in (
        ("ulaeste", "Dokumenter, der ikke kunne læses", unread),
        ("dubletter", "Filer med samme indhold", doubles),
        ("ubrugt", "Tekst, der ikke er brugt", left),
    ):
        lines = [
            Line(cells=(leads.file(str(name)), *(plain(str(value)) for value in told)))
            for name, *told in rows
        ]
        yield Section(id=anchor, heading=heading, table=table(heading, headings, lines))


def share_left(document: Mapping[str, object]) -> str:
    """How much of a document was not used, as ``199 tegn (38,6 %)``."""
    share = f"{float(str(document['unclaimed_percent'])):.1f}".replace(".", ",")
    left = document["unclaimed"]
    assert isinstance(left, int)
    return f"{counted(left, 'tegn', 'tegn')} ({share} %)"


def records(report: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    """A list of the report; nothing where an older build wrote it otherwise."""
    told = report.get(name)
    return [each for each in told if isinstance(each, dict)] if isinstance(told, list) else []


def unread_count(site: Site) -> int:
    """How many documents could not be read."""
    return len(records(site.report, "unread"))
