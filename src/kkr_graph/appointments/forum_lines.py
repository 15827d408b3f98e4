"""Lines with the name of a forum and who sits there: "Havnerådet: Anna Holm (A), Bo Lund (V)"."""

import re
from collections.abc import Sequence

from kkr_graph.appointments.headings import without_lead
from kkr_graph.appointments.outline import Naming, Outline
from kkr_graph.appointments.posts import PostReader
from kkr_graph.appointments.rules import find_seat_rules
from kkr_graph.model.names import clean

_PARTED = re.compile(r"(?P<forum>[^:]{3,90}?)(?::| [–—-]) (?P<told>[^\Wa-zæøå].+)", re.DOTALL)


class ForumLineReader:
    """Takes such lines apart, where no heading above is the forum of whoever they name."""

    def __init__(self, outline: Outline, posts: PostReader) -> None:
        self.outline = outline
        self.posts = posts
        self.entries = posts.entries
        self.opened: str | None = None  # the forum of the line above

    def part(self, line: str) -> tuple[str, str] | None:
        """The forum of a line, and what it tells of who sits there; None for another line."""
        parted = _PARTED.fullmatch(without_lead(line))
        if parted is None or not self._may_begin() or not self.is_forum(parted["forum"]):
            return None
        told = clean(parted["told"])
        is_told = self.entries.is_entry(told) or self.entries.is_vacant(told)
        if not is_told and (self.entries.find(told) or not any(find_seat_rules(told))):
            return None
        self.opened = clean(parted["forum"])
        return self.opened, told

    def begins_row(self, name: str, lines: Sequence[str]) -> bool:
        """Whether a row is a forum and those who sit in it, one below the other."""
        is_seat = (self.entries.is_entry(line) or self.entries.is_vacant(line) for line in lines)
        if not (all(is_seat) and self._may_begin() and self.is_forum(name)):
            return False
        self.opened = name
        return True

    def is_forum(self, name: str) -> bool:
        """Whether a phrase names a forum, and nothing that a list has as a label or a heading."""
        return self.posts.is_forum(name) and self.posts.headings.group(f"{name}:") is None

    def _may_begin(self) -> bool:
        """Whether an organisation before a colon is no sender: no forum is spoken of but that of a line."""
        title = self.outline.title()
        if title is None or title == self.opened:
            return True
        return self.outline.naming() is Naming.NEW and not self.is_forum(title)
