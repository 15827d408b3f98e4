"""What the cells beside the names in a table say of the seats."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kkr_graph.appointments.days import read_days
from kkr_graph.appointments.entries import Entry, EntryReader
from kkr_graph.appointments.headings import HeadingReader
from kkr_graph.appointments.heads import PEOPLE, Head
from kkr_graph.appointments.outline import Row
from kkr_graph.appointments.rows import MARKED, Body
from kkr_graph.language.names import NAME
from kkr_graph.language.period import only_day
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import ListPart
from kkr_graph.model.names import clean, fold
from kkr_graph.model.span import Passage

# who works for a forum, and sits not in it
_STAFF = re.compile(
    r"(?:\w+ og )?(?:(?:udvalgs|råds|nævns|bestyrelses)?sekretær|referent|kontaktperson|sagsbehandler)"
    r"|secretary|contact(?: person)?|case officer|clerk",
    re.IGNORECASE,
)

_FOR = re.compile(rf"for (?P<whom>{NAME})(?: ?\([^()]*\))?\.?$")  # beside "Suppleant"
_REMARK_ON_DEPUTY = re.compile(
    r"\b(?:suppleant|stedfortræder|stedf\.|suppl\.|deputy|substitute) for (?P<whom>[^,;]+)",
    re.IGNORECASE,
)


class SeatReader:
    """Reads the cells of a row but for its people."""

    def __init__(self, headings: HeadingReader, entries: EntryReader) -> None:
        self.headings = headings
        self.entries = entries
        self.words = entries.words

    def values(self, head: Head, row: Body) -> dict[ListPart, str]:
        """What the columns hold that tell of the row and not of one of its people."""
        values: dict[ListPart, str] = {}
        for place, column in head.columns.items():
            text = row.text(place)
            if column is None or not text or (column.part in PEOPLE and column.role):
                continue
            if not head.is_deputys(place):
                values.setdefault(column.part, text)
        return values

    def seat(self, values: Mapping[ListPart, str], passage: Passage) -> Row:
        """What the cells beside the names say."""
        remarks = "; ".join(
            values[part]
            for part in (ListPart.REMARKS, ListPart.ROLE, ListPart.TITLE)
            if part in values
        )
        said = self.entries.remarks.read(remarks)
        period = read_days(values.get(ListPart.PERIOD, ""), self.words)
        left = self._day(values, ListPart.LEFT) or said.period.left
        event = Event.LEFT if left else said.event
        by = values.get(ListPart.BY)
        by = None if by and self.entries.is_dash(by) else by
        if event is Event.NOMINATED and by and said.by not in (None, by):
            event = None  # "Indstillet af Dansk Erhverv", beside who has appointed
        if ListPart.NOMINATED_BY in values and ListPart.BY not in values and event is None:
            event = None if self._has_days(values) else Event.NOMINATED
        remark = values.get(ListPart.REMARKS, "")
        role = self._role(values.get(ListPart.ROLE, "")) or self.words.roles.get(fold(remark))
        if role is None and _REMARK_ON_DEPUTY.search(remark) and self.entries.find(remark):
            role = Role.DEPUTY
        return Row(
            passage=passage,
            role=role,
            event=event,
            by=by or said.by,
            from_=self._day(values, ListPart.FROM) or period.from_ or said.period.from_,
            to=left or self._day(values, ListPart.TO) or period.to or said.period.to,
            replaces=self._replaced(values, remarks),
            certain=said.certain,
        )

    def is_staffs(self, values: Mapping[ListPart, str]) -> bool:
        """Whether a row is of somebody who works for the forum: "Sekretær"."""
        written = values.get(ListPart.ROLE, "")
        return _STAFF.fullmatch(written) is not None and self._role(written) is None

    def _role(self, written: str) -> Role | None:
        """The role in a cell; "Suppleant for Anna Holm" is one too."""
        deputy = re.match(r"(?P<role>\w+(?: \w+)?) for ", written)
        if deputy is not None and self.entries.find(written):
            return self.headings.role(deputy["role"])
        return self.headings.role(written) if written else None

    def _has_days(self, values: Mapping[ListPart, str]) -> bool:
        return bool(self._day(values, ListPart.FROM)) or ListPart.PERIOD in values

    def _day(self, values: Mapping[ListPart, str], part: ListPart) -> date | None:
        return only_day(values[part]) if part in values else None

    def _replaced(self, values: Mapping[ListPart, str], remarks: str) -> str | None:
        found = self.entries.find(values.get(ListPart.REPLACES, ""))
        return clean(found[0].name) if found else self.entries.replaced(remarks)

    def mark(self, head: Head, row: Body) -> Role | None:
        """The role whose column has a cross in this row."""
        for place, column in head.columns.items():
            marked = fold(row.text(place)) in MARKED
            if column is not None and column.role is not None and marked:
                return column.role
        return None

    def own(
        self, entry: Entry, members: Sequence[Entry], values: Mapping[ListPart, str], seat: Row
    ) -> Row:
        """The seat of one of the people of a row, whose parties may stand line by line."""
        at = members.index(entry)
        party = _nth(values.get(ListPart.PARTY), at, len(members))
        place = _nth(values.get(ListPart.MUNICIPALITY), at, len(members))
        is_politician = entry.party is not None or self._party(party) is not None
        principal = self._principal(values) if seat.role == Role.DEPUTY else None
        return replace(
            seat,
            party=self._party(party),
            municipality=self.entries.place_of(place)
            or self.entries.place_of(values.get(ListPart.TITLE))
            or (seat.municipality if is_politician else None),
            deputy_for=principal or seat.deputy_for,
        )

    def _principal(self, values: Mapping[ListPart, str]) -> str | None:
        """Whose deputy somebody is, in a column of its own, beside the role or among the remarks."""
        told = values.get(ListPart.DEPUTY_FOR, values.get(ListPart.ROLE, ""))
        remarks = values.get(ListPart.REMARKS, "")
        remark = _REMARK_ON_DEPUTY.search(remarks) or _FOR.match(remarks)
        named = self.entries.find(told) or (self.entries.find(remark["whom"]) if remark else ())
        return clean(named[0].name) if named else None

    def _party(self, written: str | None) -> str | None:
        phrases = re.split(r"\s[-–]\s|[()/,]", written or "")
        return self.entries.party_of(*(phrase.strip(" .") for phrase in phrases))

    def of_deputy(
        self, head: Head, row: Body, place: float, at: int, count: int
    ) -> tuple[str | None, str | None]:
        """The party and the municipality in the columns beside a deputy."""
        beside = {
            column.part: _nth(row.text(other), at, count)
            for other, column in head.columns.items()
            if column is not None and head.owner(other) == place
        }
        party = self._party(beside.get(ListPart.PARTY))
        place_of_row = head.place(ListPart.MUNICIPALITY)
        if place_of_row is not None and place_of_row == min(head.columns):
            return party, self.entries.place_of(
                row.text(place_of_row)
            )  # "Køge": Anna Holm, Bo Lund
        return party, self.entries.place_of(beside.get(ListPart.MUNICIPALITY))


def _nth(text: str | None, at: int, count: int) -> str | None:
    pieces = [piece for piece in re.split(r"[,;/]\s*", text or "") if piece]
    return pieces[at] if count > 1 and len(pieces) == count else text
