"""A line of a list as it is read, and what the lines above it leave to be known."""

from dataclasses import dataclass

from kkr_graph.appointments.headings import Group
from kkr_graph.appointments.outline import Row
from kkr_graph.model.lexicon import ListPart
from kkr_graph.model.span import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A line as it is read: its text, and where it stands."""

    text: str
    passage: Passage
    gap: int = 0  # blank lines above
    column: float = 0  # where it begins
    is_row: bool = False  # of a table, with something beside what comes first


@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging:
    """People behind a label, who may go on below it, further in: "Suppleanter: Anna Holm"."""

    row: Row
    column: float  # where the label begins
    below: float | None = None  # where those stand who go on below it


@dataclass(slots=True)
class Above:
    """What the lines above mean for the next."""

    lone: str | None = None  # the one member of the line before
    waiting: ListPart | None = None  # a label whose text stands on the next line
    hanging: Hanging | None = None
    group: Group | None = None  # an act that the line above heads: "Indstillet af KKR"
    is_titled: bool = False  # ... and an office below the name
    is_below: bool = False  # somebody stands on the line above
    is_listing: bool = False  # the line above lists people, or is to be followed by them
    is_listing_people: bool = False  # ... and this one does
    is_elsewhere: bool = False  # the line itself tells of another forum
    is_skipping: bool = False  # below a heading over what is not kept
    is_over_empty: bool = False  # ... over seats that nobody has: "Ledige pladser"

    def forget(self) -> None:
        """What comes next is no prose, or begins anew."""
        self.lone = self.waiting = self.group = None
        self.is_skipping = self.is_over_empty = False
