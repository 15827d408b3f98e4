"""Tables of who follows whom: "Organ", "Nyt medlem", "Afløser", or "Forum", "Udtræder", "Tiltræder"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kkr_graph.language.comings import Move, find_moves
from kkr_graph.language.period import only_day
from kkr_graph.minutes.clauses import Clause
from kkr_graph.minutes.personnel.acts import Personnel, left_by
from kkr_graph.minutes.personnel.open_lists import Listing
from kkr_graph.minutes.personnel.rows import TableRow
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.structure.cells import Place
from kkr_graph.model.lexicon import ListPart
from kkr_graph.model.names import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessionTable:
    """What the columns of a table hold."""

    columns: tuple[Move | ListPart | None, ...]
    places: tuple[Place, ...]


def read_successions(
    cells: Sequence[str], places: Sequence[Place], parts: Mapping[str, ListPart]
) -> SuccessionTable | None:
    """The table below a head with a column of bodies, one of who comes and one of who goes."""
    moves = find_moves(cells)
    columns = tuple(move or parts.get(fold(cell)) for cell, move in zip(cells, moves, strict=True))
    is_head = len(cells) == len(places) and any(moves) and ListPart.FORUM in columns
    return SuccessionTable(columns=columns, places=tuple(places)) if is_head else None


class SuccessionRows:
    """Reads the rows of one such table, in what the sentence above says of those who come."""

    def __init__(self, table: SuccessionTable, targets: TargetReader, listing: Listing) -> None:
        self.table = table
        self.targets = targets
        self.listing = listing
        self.body: str | None = None  # of the row, up to one that names another

    def read(self, clause: Clause, places: Sequence[Place]) -> Iterator[Personnel]:
        """Whoever comes, with whom she comes for, and whoever goes."""
        row, columns = TableRow.below(self.table.places, clause, places), self.table.columns
        texts = {columns[at]: text for at, text in row.texts().items()}
        people = {columns[at]: person for at, person in row.people()}
        named = texts.get(ListPart.FORUM)
        self.body = self.targets.bodies.canonical(named) if named else self.body
        comes, goes = people.get(Move.COMES), people.get(Move.GOES)
        if self.body is None:
            return
        day = only_day(texts.get(ListPart.FROM, ""))
        listing = replace(self.listing, body=self.body)
        if comes is not None:
            placed = listing.enlisted(comes, listing.role, None, self.targets)
            came_for = None if goes is None else goes.name
            yield replace(placed, from_=day or placed.from_, replaces=came_for)
        if goes is not None:
            yield left_by(listing.enlisted(goes, listing.role, None, self.targets), goes)
