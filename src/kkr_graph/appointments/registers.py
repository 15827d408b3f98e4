"""Tables by person: a row for each, with all that she or he is in the cells beside the name."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kkr_graph.appointments.entries import Entry
from kkr_graph.appointments.headings import Column
from kkr_graph.appointments.heads import PEOPLE, Head
from kkr_graph.appointments.outline import Outline, Row
from kkr_graph.appointments.posts import POST, PostReader
from kkr_graph.appointments.rows import Body
from kkr_graph.appointments.seats import SeatReader
from kkr_graph.appointments.units import Text
from kkr_graph.model.extract import Role, Unclaimed
from kkr_graph.model.lexicon import ListPart
from kkr_graph.model.names import fold
from kkr_graph.model.span import Passage

_UNREAD = "en celle, hvori ikke alt er poster i fora, der kan kendes"
_SEVERAL = 2  # columns of forums, each with one for the role beside it
_POSTS = frozenset({ListPart.ROLE, ListPart.FORUM})


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Where the names of such a table stand, and where the posts."""

    head: Head
    names: Sequence[float]
    posts: Sequence[float]
    roles: Mapping[float, float]  # the column of the role beside that of a forum


class RegisterReader:
    """Reads them into the outline."""

    def __init__(
        self,
        outline: Outline,
        seats: SeatReader,
        posts: PostReader,
        passage: Callable[[int, int], Passage],
    ) -> None:
        self.outline = outline
        self.seats = seats
        self.entries = seats.entries
        self.posts = posts
        self.passage = passage

    def find(self, head: Head, rows: Sequence[Body]) -> Register | None:
        """The table, if the names come first and what stands in the cells behind them are posts.

        A column of forums with one in each cell is a table of seats like any other.
        """
        names = [at for at, each in head.columns.items() if each and each.part in PEOPLE]
        posts = [at for at, each in head.columns.items() if each and each.part in _POSTS]
        roles = self._roles(head, rows, posts)
        posts = [at for at in posts if at not in roles.values()]
        is_led = bool(names) and bool(posts) and max(names) < min(posts)
        if not is_led or any(_is_deputies(head.columns[at]) for at in names):
            return None
        cells = [things for row in rows for at in posts if (things := self._things(row, at))]
        if not cells or not self._are_posts(rows, posts):
            return None
        has_forum = ListPart.FORUM in head.parts()
        is_full = not has_forum and all(POST.match(one) for things in cells for one in things[:1])
        is_said = any(self.posts.several(one) for things in cells for one in things)
        if is_full or is_said or len(posts) > 1 or any(len(things) > 1 for things in cells):
            return Register(head=head, names=names, posts=posts, roles=roles)
        return None

    def _roles(
        self, head: Head, rows: Sequence[Body], places: Sequence[float]
    ) -> Mapping[float, float]:
        """The columns "Rolle 1", "Rolle 2" of several forums, by the column of the forum before."""
        forums = [at for at in places if head.part_at(at) is ListPart.FORUM]
        if len(forums) < _SEVERAL:
            return {}
        return {
            before: at
            for before, at in pairwise(sorted(places))
            if head.part_at(at) is ListPart.ROLE
            and before in forums
            and all(fold(row.text(at)) in self.posts.words.roles for row in rows if at in row.cells)
        }

    def _are_posts(self, rows: Sequence[Body], places: Sequence[float]) -> bool:
        """Whether every column has posts in most of its cells: in a column of roles there is none."""
        for place in places:
            cells = [things for row in rows if (things := self._things(row, place))]
            read = [self.posts.several(things[0], Role.MEMBER) for things in cells]
            if sum(map(bool, read)) * 2 <= len(cells):
                return False
        return True

    def _things(self, row: Body, place: float) -> Sequence[str]:
        """The posts of a cell: one on each line, or parted by semicolons."""
        things = [piece for thing in row.things(place) for piece in re.split(r";\s*", thing)]
        return [thing for thing in things if not self.entries.is_dash(thing)]

    def read(self, register: Register, rows: Sequence[Body]) -> Iterator[Unclaimed]:
        """The posts of everybody; what is none is left over."""
        for row in rows:
            passage = self.passage(row.start, row.end)
            people = self._people(register, row)
            filled = [place for place in register.posts if self._things(row, place)]
            if len(people) != 1:
                for place in (*register.names, *filled):
                    yield from self._left(row.cells.get(place, ()))
                continue
            values = self.seats.values(register.head, row)
            values.pop(ListPart.ROLE, None)  # what the days and the appointer of a row are of
            is_one = sum(len(self._things(row, place)) for place in filled) == 1
            seat = self.seats.seat(values, passage) if is_one else Row(passage=passage)
            own = self.seats.own(people[0], people, values, seat)
            for place in filled:
                beside = fold(row.text(register.roles[place])) if place in register.roles else ""
                role = self.posts.words.roles.get(beside, Role.MEMBER)
                for thing in self._things(row, place):
                    found = self.posts.several(thing, role)
                    if not found:
                        yield from self._left(row.cells[place])
                    for post in found or ():
                        self.outline.add_post(people[0], post, own)

    def _people(self, register: Register, row: Body) -> Sequence[Entry]:
        told = [row.text(place) for place in register.names if place in row.cells]
        parts = [register.head.columns[place] for place in register.names]
        if [each.part for each in parts if each] == [ListPart.FAMILY, ListPart.GIVEN]:
            told.reverse()
        text = " ".join(told)
        return self.entries.read(text) if self.entries.is_entry(text, expected=True) else ()

    def _left(self, cells: Sequence[Text]) -> Iterator[Unclaimed]:
        if cells:
            yield Unclaimed(passage=self.passage(cells[0].start, cells[-1].end), why=_UNREAD)


def _is_deputies(column: Column | None) -> bool:
    return column is not None and column.role not in (None, Role.MEMBER)
