"""What the columns of a table hold, as the cells below their titles show it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.headings import Column, HeadingReader
from kkr_graph.appointments.heads import PEOPLE, Head
from kkr_graph.appointments.outline import Naming
from kkr_graph.appointments.posts import POST
from kkr_graph.appointments.rows import MARKED, Body
from kkr_graph.language.dates import find_dates
from kkr_graph.language.parties import party_token
from kkr_graph.language.period import only_day
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import ListPart
from kkr_graph.model.names import fold

_NUMBER = re.compile(r"(?:nr\. ?)?\d+[.)]?", re.IGNORECASE)  # how many, or in which order


class ColumnReader:
    """Settles what is meant by titles that may mean one thing or another."""

    def __init__(self, headings: HeadingReader, entries: EntryReader) -> None:
        self.headings = headings
        self.entries = entries

    def settled(self, head: Head, rows: Sequence[Body], above: Naming) -> Head:
        """The titles as the cells below them show them to be meant.

        Where the forum is named above the table, an organisation behind a name is an employer, and one
        before a name has sent it, if something is told of the forum.
        """
        head = self._organizations(head, above)
        settled = {
            place: self._meant(head, place, column, rows, above)
            for place, column in head.columns.items()
        }
        if not any(column and column.part == ListPart.FORUM for column in settled.values()):
            settled |= self._unnamed_forums(replace(head, columns=settled), rows, above)
        forums = [
            place
            for place, column in settled.items()
            if column is not None and column.part == ListPart.FORUM
        ]
        settled |= self._unnamed_people(settled, rows, above)
        settled |= self._roles(settled, rows)
        settled |= self._parties(settled, rows)
        settled |= {place: Column(part=ListPart.NOTHING) for place in forums[1:]}
        return replace(head, columns=settled)

    def _roles(
        self, columns: Mapping[float, Column | None], rows: Sequence[Body]
    ) -> dict[float, Column]:
        """A column of whose title nothing is kept, "Type", and that has roles: then it is kept."""
        if any(column and column.part == ListPart.ROLE for column in columns.values()):
            return {}
        for place, column in columns.items():
            values = [row.text(place) for row in rows if place in row.cells]
            is_open = column is None or column.part == ListPart.NOTHING
            if (
                is_open
                and values
                and all(fold(value) in self.entries.words.roles for value in values)
            ):
                return {place: Column(part=ListPart.ROLE)}
        return {}

    def _parties(
        self, columns: Mapping[float, Column | None], rows: Sequence[Body]
    ) -> dict[float, Column]:
        """A column of whose title nothing is known, "Gruppe", and that has parties."""
        if any(column and column.part == ListPart.PARTY for column in columns.values()):
            return {}
        for place, column in columns.items():
            values = [value for row in rows if (value := row.text(place))]
            named = [value for value in values if not self.entries.is_dash(value)]
            registry = self.entries.registry
            if column is None and named and all(party_token(each, registry) for each in named):
                return {place: Column(part=ListPart.PARTY)}
        return {}

    def _organizations(self, head: Head, above: Naming) -> Head:
        people = [place for place, each in head.columns.items() if each and each.part in PEOPLE]
        has_forum = ListPart.FORUM in head.parts()
        columns = dict(head.columns)
        for place, column in head.columns.items():
            if column is not None and column.part == ListPart.ORGANIZATION:
                is_behind = bool(people) and place > min(people)
                is_named = above >= (Naming.BEFORE if is_behind else Naming.TOLD)
                is_employer = has_forum or is_named
                columns[place] = Column(part=ListPart.TITLE if is_employer else ListPart.FORUM)
        return replace(head, columns=columns)

    def _unnamed_people(
        self, columns: Mapping[float, Column | None], rows: Sequence[Body], above: Naming
    ) -> dict[float, Column]:
        """A column with somebody in each cell, where no other has the members: "Repræsentantskab".

        Below the name of a forum that may be "Bestyrelse" too, over those who sit in it.
        """
        if any(
            each and each.part in PEOPLE and each.role is not Role.DEPUTY
            for each in columns.values()
        ):
            return {}
        for place, column in columns.items():
            values = [row.text(place) for row in rows if place in row.cells]
            is_board = column is not None and column.part is ListPart.FORUM and above >= Naming.NEW
            if is_board and any(map(self.entries.is_entry, values)):
                is_filled = all(self.entries.is_entry(value, expected=True) for value in values)
            else:
                is_filled = column is None and all(map(self.entries.is_entry, values))
            if values and is_filled:
                return {place: Column(part=ListPart.PERSON)}
        return {}

    def _unnamed_forums(
        self, head: Head, rows: Sequence[Body], above: Naming
    ) -> dict[float, Column]:
        """A column left of the people whose title nobody knows: what else would it name?

        Below the name of a forum it may part those who sit there, "Overnatning" and "Spisesteder".
        """
        people = [place for place, each in head.columns.items() if each and each.part in PEOPLE]
        unknown = [
            place
            for place, column in head.columns.items()
            if column is None and people and place < min(people)
        ]
        named = [row.text(place) for place in unknown for row in rows if place in row.cells]
        seems = len(unknown) == 1 and bool(named) and not any(map(self.entries.find, named))
        has_letters = all(any(map(str.isalpha, name)) and len(name) > 3 for name in named)
        bodies = sum(map(self.entries.people.words.is_organization, named))
        are_bodies = above < Naming.NEW or 2 * bodies > len(named)
        is_forum = seems and has_letters and are_bodies
        return {unknown[0]: Column(part=ListPart.FORUM)} if is_forum else {}

    def _meant(
        self, head: Head, place: float, column: Column | None, rows: Sequence[Body], above: Naming
    ) -> Column | None:
        values = [row.text(place) for row in rows if place in row.cells and len(row.cells) > 1]
        if column is None or not values:
            return column
        people = any(self.entries.find(value) for value in values)
        days = any(any(find_dates(value, 0, len(value))) for value in values)
        is_posts = all(map(POST.match, values))
        has_forum = ListPart.FORUM in head.parts()
        match column.part:
            case ListPart.PERSON if column.by is not None and not people:
                return None  # "Udpeget af KKR", over the days on which they were
            case ListPart.PERSON if all(fold(each) in self.entries.words.roles for each in values):
                return Column(part=ListPart.ROLE)  # "Medlem/stedfortræder"
            case ListPart.PERSON | ListPart.ROLE | ListPart.FORUM if all(
                map(_NUMBER.fullmatch, values)
            ):
                return Column(part=ListPart.NOTHING)  # "Heraf formand", "Plads": a number
            case ListPart.FROM | ListPart.TO if people and not days:
                return Column(part=ListPart.PERSON)
            case ListPart.FORUM if all(fold(value) in MARKED for value in values):
                return Column(part=ListPart.NOTHING)  # "Bestyrelse": who is in it has a cross
            case ListPart.FORUM if days and not people and all(map(only_day, values)):
                return Column(part=ListPart.TO)
            case ListPart.PERSON if not people and not has_forum and column.role is None:
                vacant = any(self.entries.is_vacant(value) for value in values)
                return column if vacant else Column(part=ListPart.FORUM)
            case ListPart.ROLE if (
                not has_forum and not is_posts and not any(map(self.headings.role, values))
            ):  # below the name of a forum, "Plads" says whose seat it is
                is_told = above >= Naming.TOLD
                return Column(part=ListPart.TITLE if is_told else ListPart.FORUM)
            case _:
                return column
