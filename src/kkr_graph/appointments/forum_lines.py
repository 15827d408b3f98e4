"""Lines with the name of a forum and who sits there: "Havnerådet: Anna Holm (A), Bo Lund (V)"."""

import re
from collections.abc import Sequence

from kkr_graph.appointments.forum_names import in_full
from kkr_graph.appointments.headings import without_lead
from kkr_graph.appointments.outline import Naming, Outline
from kkr_graph.appointments.posts import Post, PostReader
from kkr_graph.appointments.rules import find_seat_rules
from kkr_graph.model.names import clean

_PARTED = re.compile(r"(?P<forum>[^:]{3,90}?)(?::| [–—-]) (?P<told>[^\Wa-zæøå].+)", re.DOTALL)
_MANY = "bestyrelser|fonde|fora|selskaber|foreninger|kommissioner|organer|komit[eé]er|institutioner"
# what is over several forums: "Stående udvalg", "Eksterne bestyrelser, fonde og råd"
_SECTION = re.compile(
    rf"(?:[\w’'-]+s )?(?:[\w-]+e [\w-]*(?:udvalg|råd|nævn)|(?:[\w-]+e )?[\w-]*(?:{_MANY}))(?:(?:, | og | samt )[\w-]+)*",
    re.IGNORECASE,
)
_TELLS = re.compile(r"(?<!\w)(?:er|har|består|ledes|sammensættes|udgøres|udpeger|vælger)(?!\w)")


class ForumLineReader:
    """Takes such lines apart, where no heading above is the forum of whoever they name."""

    def __init__(self, outline: Outline, posts: PostReader, owner: str | None) -> None:
        self.outline = outline
        self.owner = owner
        self.posts = posts
        self.entries = posts.entries
        self.opened: str | None = None  # the forum of the line above

    def part(self, line: str) -> tuple[str, str] | None:
        """The forum of a line, and what it tells of who sits there; None for another line."""
        parted = self.parted(line) if self._may_begin() else None
        if parted is not None:
            self.opened, _ = parted
        return parted

    def parted(self, line: str) -> tuple[str, str] | None:
        """The same, whatever stands above."""
        parted = _PARTED.fullmatch(without_lead(line))
        if parted is None or not self.is_forum(parted["forum"]):
            return None
        told = clean(parted["told"])
        return (clean(parted["forum"]), told) if self._tells(told) else None

    def post(self, line: str) -> tuple[Post, str] | None:
        """A role in a forum, and who has it: "Formand for Havnerådet: Anna Holm (A)"."""
        label, colon, told = without_lead(line).partition(": ")
        post = self.posts.read(label) if colon and self._may_begin() else None
        if post is None or post.is_over or not self.entries.is_entry(told):
            return None
        self.opened = post.forum
        return post, told

    def _tells(self, told: str) -> bool:
        """Whether a text begins with somebody, an empty seat, a rule about seats or a group of people."""
        label, colon, behind = told.partition(": ")
        if self.entries.is_entry(told) or self.entries.is_vacant(told):
            return True
        if colon and self.posts.headings.group(f"{label}:") is not None:
            return self.entries.is_entry(behind)
        return not self.entries.find(told) and any(find_seat_rules(told))

    def begins_row(self, name: str, lines: Sequence[str]) -> bool:
        """Whether a row is a forum and those who sit in it, one below the other."""
        is_seat = (self.entries.is_entry(line) or self.entries.is_vacant(line) for line in lines)
        if not (all(is_seat) and self._may_begin() and self.is_forum(name)):
            return False
        self.opened = name
        return True

    def is_forum(self, name: str) -> bool:
        """Whether a phrase names a forum, and nothing that a list has as a label or a heading."""
        is_name = _TELLS.search(name) is None and self.posts.headings.group(f"{name}:") is None
        return is_name and self.posts.is_forum(name)

    def _may_begin(self) -> bool:
        """Whether an organisation before a colon is no sender: no forum is spoken of but that of a line."""
        title = self.outline.title()
        if title is None or (self.opened is not None and title == in_full(self.opened)[1]):
            return True
        if self.outline.is_headed_by(self.owner):
            return True
        is_section = _SECTION.fullmatch(title) is not None or not self.is_forum(title)
        return self.outline.naming() is Naming.NEW and is_section
