"""Records, "Navn: Anna Holm" above "Forum: Havnerådet", each set apart: read as the rows of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kkr_graph.appointments.headings import HeadingReader
from kkr_graph.appointments.labels import LABEL
from kkr_graph.appointments.units import Text, Unit, set_apart
from kkr_graph.model.lexicon import ListPart

_FEWEST = 2  # records, before they are a table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """The lines of a record, and what stands behind each label."""

    lines: tuple[Unit, ...]
    values: dict[str, str]


class RecordReader:
    """Finds records among lines. Those in which the forum comes first are read as they stand."""

    def __init__(self, headings: HeadingReader) -> None:
        self.headings = headings

    def as_tables(self, units: Sequence[Unit]) -> Iterator[Unit]:
        """The units of a document, records as a row of titles and a row each."""
        blocks = ((self._record(block), block) for block in set_apart(units))
        for at, (is_record, run) in enumerate(groupby(blocks, key=lambda one: one[0] is not None)):
            found = tuple(run)
            records = tuple(record for record, _ in found if record is not None)
            if is_record and len(records) >= _FEWEST:
                yield from _table(records, number=-1 - at)
            else:
                yield from (unit for _, block in found for unit in block)

    def _record(self, block: Sequence[Unit]) -> _Record | None:
        """A block that is nothing but labels with values, of a person before the forum."""
        parts: list[ListPart | None] = []  # None: a label of which nothing is known
        values: dict[str, str] = {}
        for unit in block:
            label = None if unit.table is not None else LABEL.fullmatch(unit.text)
            if label is None or label["label"] in values:
                return None
            column = self.headings.column(label["label"])
            parts.append(None if column is None else column.part)
            values[label["label"]] = label["value"]
        is_of_person = parts[0] in (ListPart.PERSON, ListPart.GIVEN, ListPart.FAMILY)
        if not is_of_person or ListPart.FORUM not in parts:
            return None
        return _Record(lines=tuple(block), values=values)


def _table(records: Sequence[_Record], number: int) -> Iterator[Unit]:
    """Records as the rows of a table, below the labels of all of them."""
    titles = tuple(dict.fromkeys(title for record in records for title in record.values))
    first = records[0].lines[0]
    heads = (
        Text(start=first.start, end=first.end, text=title, column=place)
        for place, title in enumerate(titles)
    )
    yield Unit(cells=tuple(heads), table=number, gap=first.gap)
    for record in records:
        cells = (
            Text(start=line.start, end=line.end, text=value, column=titles.index(title))
            for line, (title, value) in zip(record.lines, record.values.items(), strict=True)
            if value
        )
        yield Unit(cells=tuple(cells), table=number)
