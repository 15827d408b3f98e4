"""What was read from a document, as tables in a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from kkr_graph.intake.wording import EVENT, KIND, OUTCOME, ROLE, STATUS
from kkr_graph.model import danish
from kkr_graph.model.extract import Attendance, Extract, Severity


def write_tables(extract: Extract) -> None:
    """Write an extract to the terminal, in Danish."""
    console = Console(highlight=False)
    document = extract.document
    day = danish.day(document.date) if document.date else "ukendt dato"
    console.print(f"[bold]{document.body or 'Ukendt organ'}[/bold], {day} · {KIND[document.kind]}")
    _table(
        console,
        "Deltagere",
        ("Navn", "Liste", "Kommune", "Status", "Bemærkning"),
        map(_attendance, extract.attendance),
    )
    _table(
        console,
        "Punkter",
        ("Nr.", "Titel", "Udfald"),
        (
            (item.number, item.title, ", ".join(OUTCOME[o] for o in item.outcomes))
            for item in extract.items
        ),
    )
    _table(
        console,
        "Poster",
        ("Navn", "Rolle", "Organ", "Hvordan", "Sikker"),
        (
            (one.person, ROLE[one.role], one.body, EVENT[one.event], "ja" if one.certain else "nej")
            for one in extract.appointments
        ),
    )
    _table(
        console,
        "Fora",
        ("Forum", "Formål", "Hjemmel", "Ledige pladser"),
        (
            (one.name, one.purpose or "", one.legal_basis or "", _vacancies(extract, one.name))
            for one in extract.forums
        ),
    )
    _table(
        console,
        "Se efter",
        ("Hvad",),
        ((finding.message,) for finding in extract.warnings if finding.severity != Severity.INFO),
    )
    left = sum(len(one.passage.quote) for one in extract.unclaimed)
    console.print(
        f"Ikke brugt: {len(extract.unclaimed)} tekststykker, {left} tegn (se --format json)."
    )


def _vacancies(extract: Extract, forum: str) -> str:
    """The vacant seats of a forum by role, as "2 medlem"."""
    roles = [ROLE[each.role] for each in extract.vacancies if each.body == forum]
    return ", ".join(f"{roles.count(role)} {role}" for role in dict.fromkeys(roles))


def _attendance(entry: Attendance) -> tuple[str, ...]:
    remarks = [
        entry.title,
        entry.organization,
        f"for {entry.deputy_for}" if entry.deputy_for else None,
        f"punkt {', '.join(entry.items)}" if entry.items else None,
        None if entry.certain else "kun varslet",
    ]
    return (
        entry.name,
        entry.party or "",
        entry.municipality or "",
        STATUS[entry.status],
        ", ".join(filter(None, remarks)),
    )


def _table(
    console: Console, title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    for heading in headings:
        table.add_column(heading)
    for row in rows:
        table.add_row(*row)
    if table.row_count:
        console.print()
        console.print(table)
