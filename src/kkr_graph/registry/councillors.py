"""Who is elected to a municipal council for a term, as far as somebody has written it down.

The table is optional and never a part of the graph: it holds what is known before any minutes of the
new term do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from kkr_graph.errors import RegistryError
from kkr_graph.model.registry import Clock, Registry
from kkr_graph.registry.row import Row
from kkr_graph.registry.table import check_unique, read_table

COUNCILLORS: Final = "councillors.csv"
COLUMNS: Final = ("person", "kommune", "parti", "periode", "hverv", "kilde")


class Office(StrEnum):
    """What a row says of somebody; the last says of a municipality that all members stand there."""

    MEMBER = "medlem"
    MAYOR = "borgmester"
    DEPUTY_MAYOR = "viceborgmester"
    NOT_ELECTED = "ikke valgt"
    WHOLE_COUNCIL = "hele rådet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Councillor:
    """Somebody in a council for a term, or known not to be; names as the registry has them.

    ``person`` is a name, or the identifier in ``identities.csv`` where two people share a name.
    """

    person: str
    municipality: str
    party: str
    term: str
    office: Office
    source: str


def read_councillors(folder: Path, registry: Registry) -> tuple[Councillor, ...]:
    """The councillors of a registry folder, in the order of the table; none without the table.

    Raises:
        RegistryError: a cell is not as it must be, or somebody stands there twice.
    """
    path = folder / COUNCILLORS
    if not path.exists():
        return ()
    rows = read_table(path, COLUMNS)
    reading = _Reading(registry)
    councillors = tuple(reading.councillor(row) for row in rows)
    check_unique(rows, "person", (_names(each) for each in councillors))
    return councillors


class _Reading:
    """The names that cells may refer to."""

    def __init__(self, registry: Registry) -> None:
        self.municipalities = {place.name: place.name for place in registry.municipalities}
        self.parties = {party.name: party.name for party in registry.parties}
        self.terms: Mapping[str, str] = {
            term.name: term.name for term in registry.terms if term.clock == Clock.COUNCIL
        }

    def councillor(self, row: Row) -> Councillor:
        office = row.choice("hverv", {each.value: each for each in Office})
        person = row.optional("person") or ""
        if (office == Office.WHOLE_COUNCIL) == bool(person):
            raise _misplaced(row, office)
        return Councillor(
            person=person,
            municipality=row.reference("kommune", self.municipalities, "municipalities.csv"),
            party=row.optional_reference("parti", self.parties, "parties.csv") or "",
            term=row.reference("periode", self.terms, "terms.csv"),
            office=office,
            source=row.text("kilde"),
        )


def _misplaced(row: Row, office: Office) -> RegistryError:
    if office == Office.WHOLE_COUNCIL:
        hint = "Rækken »hele rådet« siger, at alle kommunens medlemmer står i tabellen."
        return row.wrong("person", "intet, når hverv er »hele rådet«", hint)
    return row.wrong("person", "et navn eller et id fra identities.csv", "Udfyld »person«.")


def _names(councillor: Councillor) -> Iterable[str]:
    yield f"{councillor.person}, {councillor.municipality}, {councillor.term}"
