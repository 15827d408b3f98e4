"""The columns of a table with a row for each item: "Punkt | Referat | Beslutning"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kkr_graph.minutes.structure.blocks import Section, Stretch
from kkr_graph.minutes.structure.cells import Place, cells_of, distance, place_of
from kkr_graph.minutes.structure.numbering import Heading
from kkr_graph.minutes.structure.sections import SectionReader
from kkr_graph.model.lexicon import SectionKind
from kkr_graph.model.text import Line, TextLayer

_BOTH = re.compile(r"\s*/\s*|\s+(?:og|eller|&)\s+")  # "Beslutning/ansvarlig"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemColumn:
    """A column of such a table: its heading, and what stands below that, where it is known."""

    kind: SectionKind | None
    heading: Line  # the cell of it
    place: Place


@dataclass(frozen=True, slots=True)
class ItemColumns:
    """The columns of one table of items, whose heading is the line ``head``."""

    layer: TextLayer
    places: "_Places"
    head: Line
    columns: tuple[ItemColumn, ...]

    def row(self, heading: Heading, line: Line) -> tuple[Stretch, tuple[Section, ...]] | None:
        """The title and the sections of the item in a row; None where the line is no row."""
        at = line.read_start + (heading.title_at or 0)
        title, *others = (
            cell for cell in cells_of(self.layer, line.read_start, line.read_end) if cell[1] > at
        )
        if not others:
            return None
        return Stretch(start=at, end=title[1], lines=(line,)), tuple(self._sections(line, others))

    def headings(self, first: int) -> Iterator[Heading]:
        """The rows from the line with index ``first`` on, as headings that are counted."""
        count = 0
        for index, line in enumerate(self.layer.lines[first:], first):
            cell = cells_of(self.layer, line.read_start, line.read_end)[0]
            column = self._above(*cell)
            if column is None or (not self.layer.rows and "\t" not in self.layer.raw(line)):
                return  # below the table
            if column is self.columns[0]:
                count += 1
                yield Heading(
                    index=index, style="headline", number=(count,), label=str(count), title_at=0,
                    title_lines=1,
                )  # fmt: skip

    def _sections(self, line: Line, cells: list[tuple[int, int]]) -> Iterator[Section]:
        for start, end in cells:
            column = self._above(start, end)
            if column is not None and column.kind is not None:
                body = Stretch(start=start, end=end, lines=(line,))
                yield Section(kind=column.kind, heading=column.heading, body=body)

    def goes_on(self, section: Section, line: Line) -> bool:
        """Whether a line below a row is of the cell that a section is."""
        if not self.layer.rows and place_of(self.layer, line.read_start, line.read_end)[0] == 0:
            return True  # copied out of a table, the lines of a cell stand at the margin
        column = self._above(line.read_start, line.read_end)
        return column is not None and column.heading == section.heading

    def _above(self, start: int, end: int) -> ItemColumn | None:
        place = self.places.of(start, end)
        if place is None:
            return None
        return min(self.columns, key=lambda one: distance(place, one.place))


def find_columns(layer: TextLayer, sections: SectionReader, first: int) -> ItemColumns | None:
    """The columns of the items, of which the first is on the line with index ``first``."""
    head = layer.lines[first - 1] if first else None
    if head is None or "\t" not in layer.read(head):
        return None
    spans = cells_of(layer, head.read_start, head.read_end)
    kinds = [_kind(layer.reading.text[slice(*span)], sections) for span in spans]
    places = _Places(layer)
    columns = tuple(
        ItemColumn(kind=kind, heading=_cell(layer, head, *span), place=place)
        for kind, span in zip(kinds, spans, strict=True)
        if (place := places.of(*span)) is not None
    )
    if all(column.kind is not SectionKind.DECISION for column in columns):
        return None  # also a line with a tab that stands in no table of a document with tables
    return ItemColumns(layer, places, head, columns)


def find_rows(layer: TextLayer, sections: SectionReader) -> Iterator[Heading]:
    """The rows of the first table that has a column for decisions: items without numbers."""
    for first in range(1, len(layer.lines)):
        table = find_columns(layer, sections, first)
        if table is not None and table.columns[0].kind is None:
            yield from table.headings(first)
            return


class _Places:
    """Where the cells of one layer stand: in the columns that it has, or else on their lines."""

    def __init__(self, layer: TextLayer) -> None:
        self.layer = layer
        self.columns = {cell.start: cell.column for row in layer.rows for cell in row.cells}

    def of(self, start: int, end: int) -> Place | None:
        """Where ``[start, end)`` of the reading stands; None where it is in no row of a table."""
        if not self.columns:
            return place_of(self.layer, start, end)
        column = self.columns.get(self.layer.reading.bounds(start, end)[0])
        return None if column is None else (column, column)


def _kind(label: str, sections: SectionReader) -> SectionKind | None:
    """What stands below a heading, or below the one of two that decides."""
    kinds = {sections.labelled(part) for part in (label, *_BOTH.split(label))}
    kinds.discard(None)
    return SectionKind.DECISION if SectionKind.DECISION in kinds else next(iter(kinds), None)


def _cell(layer: TextLayer, line: Line, start: int, end: int) -> Line:
    """A cell of a line, as a line of its own."""
    begin, stop = layer.reading.bounds(start, end)
    return replace(line, start=begin, end=stop, read_start=start, read_end=end)
