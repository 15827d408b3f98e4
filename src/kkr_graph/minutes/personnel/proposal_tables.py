"""Tables of who has a seat and who is proposed for it: "Nuværende medlem", "Foreslået medlem"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kkr_graph.minutes.clauses import Clause
from kkr_graph.minutes.personnel.acts import Personnel
from kkr_graph.minutes.personnel.labels import LabelReader, bare
from kkr_graph.minutes.personnel.open_lists import Listing
from kkr_graph.minutes.personnel.rows import TableRow
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.structure.cells import Place
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.names import fold

if TYPE_CHECKING:
    from kkr_graph.language.presented import Presented

_HAS = r"(?:nu|nuværende|siddende|i dag|aktuelle?|p\.t\.)"
_PROPOSED = (
    r"(?:foreslåe[td]e?|foreslået|foreslås(?: som)?|forslag(?: til)?|indstillet|indstillede|indstilles(?: som)?"
    r"|indstilling(?: til)?|kandidat(?:er)?(?: til)?|kommende)"
)
# what says nothing of the role: "Forslag til nyt medlem", "Foreslået person"
_NEW = re.compile(r"^(?:nyt?|nye)\b|\b(?:person(?:er)?|navne?)$")
_IS_HELD = re.compile(rf"^{_HAS}(?![\w-])|(?<![\w-]){_HAS}$")
_IS_PROPOSED = re.compile(rf"^{_PROPOSED}(?![\w-])|(?<![\w-]){_PROPOSED}$")
_IS_PAST = re.compile(r"^(?:hidtidige?t?|afgående|udtrædende|tidligere|forrige)\b")
# the first column, where its rows say whose the seat is, and not in what
_WHOSE = re.compile(
    r"(?:plads(?:er|en)?|mandat|nr\.?|område|rolle|funktion|interesse|part"
    r"|organisation(?:er)?|forening|parti|liste|gruppe|kommune|myndighed|repræsenterer"
    r"|(?:ud)?pege(?:t|s|r|nde|de)?(?: af| organisation| part| myndighed)?|udpegning(?: af|sret)?|indstillet af|vælges af|valgt af)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The role of those in a column, and whether they are proposed for it; None where nothing says so."""

    role: Role | None
    is_proposed: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalTable:
    """The columns of a table, those without people None; whether its rows say whose the seats are."""

    columns: tuple[Column | None, ...]
    places: tuple[Place, ...]
    tells_whose: bool

    @property
    def role(self) -> Role:
        """What the table is about where a column does not say it: "Nuværende repræsentant", "Forslag"."""
        said = (column.role for column in self.columns if column is not None)
        return next((role for role in said if role not in (None, Role.DEPUTY)), Role.MEMBER)


def read_head(
    cells: Sequence[str], places: Sequence[Place], role_of: Callable[[str], Role | None]
) -> ProposalTable | None:
    """The table below a head, where one of its columns is of those who are proposed."""
    read = [_column(fold(cell), role_of) for cell in cells]
    told = [column for column in read if column is not None]
    is_row = len(cells) == len(places) > 1
    if not is_row or not any(column.is_proposed for column in told):
        return None
    columns: list[Column | None] = []
    for cell, column in zip(cells, read, strict=True):
        role = None if column is not None else role_of(cell)
        left = next(filter(None, reversed(columns)), None)
        columns.append(column if role is None else _unsaid(role, left, told))
    is_first = columns[0] is None
    return ProposalTable(
        columns=tuple(columns),
        places=tuple(places),
        tells_whose=is_first and _WHOSE.fullmatch(fold(cells[0]).strip(" :")) is not None,
    )


def _column(label: str, role_of: Callable[[str], Role | None]) -> Column | None:
    """A column that says who has a role or is proposed for one: "Nuværende medlem", "Forslag"."""
    for form, is_proposed in ((_IS_PROPOSED, True), (_IS_HELD, False), (_IS_PAST, None)):
        if form.search(label):
            rest = _NEW.sub("", form.sub("", label).strip()).strip()
            role = role_of(rest)
            return None if rest and role is None else Column(role=role, is_proposed=is_proposed)
    return None


def _unsaid(role: Role, left: Column | None, told: Sequence[Column]) -> Column:
    """A column that is no more than a role goes with the one before it.

    The first is of those who have the role, where others are proposed for it.
    """
    if left is not None:
        return Column(role=role, is_proposed=left.is_proposed)
    others = any(column.is_proposed and column.role in (role, None) for column in told)
    return Column(role=role, is_proposed=not others)


class ProposalRows:
    """Reads the rows of one such table, in an item whose title may say that somebody is chosen."""

    def __init__(
        self,
        table: ProposalTable,
        targets: TargetReader,
        labels: LabelReader,
        staffing: Event | None,
    ) -> None:
        self.table = table
        self.targets = targets
        self.labels = labels
        self.staffing = staffing
        self.body: str | None = None  # of the row, up to one that names another

    def read(self, clause: Clause, places: Sequence[Place]) -> Iterator[Personnel]:
        """The people of a row, each by the column; a deputy is that of whoever stands likewise before."""
        table = self.table
        row = TableRow.below(table.places, clause, places)
        is_led = row.stands_in[0] == 0 and table.columns[0] is None
        label = bare(clause.text.split("\t")[0]) if is_led else ""
        role = self.labels.role(label) or table.role
        body = self._body_of_row("" if table.tells_whose else label)
        members: dict[bool, Presented] = {}
        for at, person in row.people():
            column = table.columns[at]
            if body is None or column is None or column.is_proposed is None:
                continue
            principal = members.get(column.is_proposed)
            listed = Listing(event=self._event_in(column), body=body)
            told = listed.enlisted(person, column.role or role, principal, self.targets)
            yield replace(told, certain=not column.is_proposed)
            if column.role is not Role.DEPUTY:
                members[column.is_proposed] = person

    def _body_of_row(self, label: str) -> str | None:
        """What a row names first, or a row above it; None where others name bodies, and this one another thing."""
        if label and self.targets.seems_body(label):
            self.body = self.targets.bodies.canonical(label)
        elif label and self.body is not None:
            return None
        return self.body or self.targets.about

    def _event_in(self, column: Column) -> Event:
        """Whoever is proposed is so for what the item is about: a choice, or a nomination."""
        return (self.staffing or Event.APPOINTED) if column.is_proposed else Event.HOLDS
