"""The rows of a table in a text, by the titles of its columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kkr_graph.language.presented import Presented
from kkr_graph.minutes.clauses import Clause
from kkr_graph.minutes.structure.cells import Place, columns_of


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row, and below which title each of its cells stands: one that is empty has none."""

    clause: Clause
    stands_in: Sequence[int]

    @classmethod
    def below(cls, titles: Sequence[Place], clause: Clause, places: Sequence[Place]) -> "TableRow":
        """The row that a clause is, by where the titles and its own cells stand."""
        return cls(clause, columns_of(places, titles))

    def texts(self) -> Mapping[int, str]:
        """What stands below each title."""
        cells = self.clause.written.strip("\t").split("\t")
        return {at: cell.strip() for at, cell in zip(self.stands_in, cells, strict=True)}

    def people(self) -> Iterator[tuple[int, Presented]]:
        """Everybody in the row, with the title they stand below."""
        written = self.clause.written
        first = len(written) - len(written.lstrip("\t"))
        for person in self.clause.people:
            cell = written.count("\t", first, self.clause.start_of(person))
            yield self.stands_in[cell], person
