"""Equal claims to a seat, and the drawing of lots that settled them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

WHOLE = ""
"""The level where lists and alliances meet; others have the name of their alliance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Lists or alliances with the same claim to fewer seats than they are, or to an order.

    ``seat`` is the first of the seats that are in doubt, ``contested`` how many they are. A tie of
    ``order`` alone takes no seat from anybody: it is about who chooses first.
    """

    level: str
    seat: int
    contested: int
    among: tuple[str, ...]
    claim: Fraction
    order: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """The result of a drawing of lots for one seat, as somebody has recorded it."""

    level: str
    seat: int
    among: frozenset[str]
    winner: str
    source: str = ""

    def __post_init__(self) -> None:
        if self.winner not in self.among:
            raise ValueError(f"{self.winner!r} did not take part in the drawing of lots")


def drawn(draws: Sequence[Draw], level: str, seat: int, among: Sequence[str]) -> Draw | None:
    """The draw for this very tie: the same seat, between the same names."""
    return next(
        (
            draw
            for draw in draws
            if (draw.level, draw.seat, draw.among) == (level, seat, frozenset(among))
        ),
        None,
    )
