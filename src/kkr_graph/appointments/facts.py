"""Tables that tell of one forum, a label in each row and what it tells beside it: "Type | Udpegning"."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from kkr_graph.appointments.headings import HeadingReader
from kkr_graph.appointments.heads import PEOPLE
from kkr_graph.appointments.units import Unit
from kkr_graph.model.lexicon import ListPart

# told of a forum beside a label, and never of a seat
OF_FORUM = frozenset(
    {ListPart.PURPOSE, ListPart.LEGAL_BASIS, ListPart.RULE, ListPart.PERIOD},
)
_FEWEST = 2  # rows


def find_facts(units: Sequence[Unit], headings: HeadingReader) -> Iterator[Unit]:
    """The rows of such tables; one of those below each other is of the forum itself."""
    for _, rows in groupby(units, key=lambda unit: unit.table):
        read = [(row, _label(row, headings)) for row in rows]
        for is_told, run in groupby(read, key=lambda each: each[1] is not None):
            told = list(run) if is_told else []
            after = read.index(told[-1]) + 1 if told else 0
            if after < len(read) and told and _is_title(told[-1][0], headings):
                told.pop()  # "Bestyrelse | Valgt af", above those who sit there
            if len(told) >= _FEWEST and any(part in OF_FORUM for _, part in told):
                yield from (row for row, _ in told)


def _label(row: Unit, headings: HeadingReader) -> ListPart | None:
    """What the label of a row is for; of none in the titles of people: "Funktion | Navn"."""
    if row.table is None or len(row.columns) != 2 or "," in row.cells[0].text:
        return None  # "Anna Holm, formand" is no label
    label, told = _titles(row, headings)
    return None if told in PEOPLE else label


def _is_title(row: Unit, headings: HeadingReader) -> bool:
    return all(_titles(row, headings))


def _titles(row: Unit, headings: HeadingReader) -> Sequence[ListPart | None]:
    """What the columns would hold, were a row the titles of a table."""
    titles = (" ".join(cell.text for cell in cells) for cells in row.columns.values())
    columns = map(headings.column, titles)
    return [None if column is None else column.part for column in columns]
