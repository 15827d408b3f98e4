"""A preview as the sections of a page."""

from collections.abc import Sequence

from kkr_graph.intake.preview import Doubtful, Met, Preview, Seats
from kkr_graph.intake.wording import KIND, OUTCOME, counts
from kkr_graph.model.extract import Item
from kkr_graph.model.names import on_one_line
from kkr_graph.web.view import Cell, Line, Look, Piece, Section, Table, plain, table
from kkr_graph.web.wording import capitalised, counted, day

_MOST = 400  # rows of a table on the page
_LONGEST = 600  # characters of a quote on the page


def facts_of(seen: Preview) -> tuple[tuple[str, Cell], ...]:
    """What the document is."""
    told = (
        ("Art", capitalised(KIND[seen.kind])),
        ("Organ", seen.body),
        ("Dato", day(seen.date) if seen.date else ""),
        ("Fundet", ", ".join(counts(seen.counts)) or "intet"),
    )
    return tuple((heading, plain(text)) for heading, text in told if text)


def sections_of(seen: Preview) -> tuple[Section, ...]:
    """What was found and what is doubtful; the doubtful first."""
    return (
        _doubts("tvivl", "Se efter", seen.doubts, _LOOK),
        _people(seen.people),
        _items(seen.items),
        _forums(seen.forums),
        _doubts("ubrugt", "Tekst, der ikke blev brugt", seen.unclaimed, _UNREAD),
        _doubts("bemaerkninger", "Til orientering", seen.remarks, ""),
    )


_LOOK = (
    "Det, programmet er i tvivl om. Det, der ikke er sikkert, bliver til formodninger i grafen, ikke "
    "til oplysninger."
)
_UNREAD = (
    "Steder blandt deltagere, overskrifter og beslutninger, som programmet ikke kunne bruge. Står der "
    "noget vigtigt, mangler det i grafen."
)


def _doubts(name: str, heading: str, doubts: Sequence[Doubtful], note: str) -> Section:
    lines = [Line(cells=(plain(each.message), _quote(each.quote))) for each in doubts[:_MOST]]
    return Section(
        id=name,
        heading=heading,
        note=note,
        table=_table(heading, ("Hvad", "I teksten"), lines),
    )


def _people(people: Sequence[Met]) -> Section:
    heading = "Personer"
    lines = [
        Line(
            cells=(
                plain(each.name),
                plain(each.party),
                plain(each.municipality),
                plain(capitalised(", ".join(each.does))),
                plain("" if each.known else "nyt navn"),
                _quote(each.quotes[0]),
            ),
            doubt="" if each.certain else "formodning",
        )
        for each in people[:_MOST]
    ]
    new = sum(not each.known for each in people)
    return Section(
        id="personer",
        heading=heading,
        note=f"{counted(new, 'nyt navn', 'nye navne')}, som grafen ikke har." if new else "",
        table=_table(heading, ("Navn", "Parti", "Kommune", "Hvad", "I grafen", "I teksten"), lines),
    )


def _items(items: Sequence[Item]) -> Section:
    heading = "Punkter"
    lines = [
        Line(
            cells=(
                plain(each.number),
                plain(each.title),
                plain(capitalised(", ".join(OUTCOME[outcome] for outcome in each.outcomes))),
                _quote(each.decision or ""),
            )
        )
        for each in items[:_MOST]
    ]
    return Section(
        id="punkter",
        heading=heading,
        table=_table(heading, ("Nr.", "Titel", "Udfald", "Beslutning"), lines),
    )


def _forums(forums: Sequence[Seats]) -> Section:
    heading = "Fora"
    lines = [
        Line(cells=(
            plain(each.forum),
            plain(counted(each.members, "person", "personer")),
            plain(", ".join(each.vacant)),
        ))
        for each in forums[:_MOST]
    ]  # fmt: skip
    return Section(
        id="fora",
        heading=heading,
        table=_table(heading, ("Forum", "I listen", "Ledige pladser"), lines),
    )


def _table(caption: str, headings: Sequence[str], lines: Sequence[Line]) -> Table | None:
    return table(caption, headings, lines) if lines else None


def _quote(text: str) -> Cell:
    plain_text = on_one_line(text)
    short = plain_text if len(plain_text) <= _LONGEST else f"{plain_text[:_LONGEST]} …"
    return (Piece(short, look=Look.QUOTE),) if short else ()
