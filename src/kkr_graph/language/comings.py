"""Titles of columns of those who come to a seat and those who go: "Nyt medlem", "Afløser", "Udtræder"."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from kkr_graph.model.names import fold

_OF = r"(?: (?:medlem(?:mer)?|repræsentant(?:er)?|person|navn))?"
_GOES = re.compile(
    rf"(?:udtræder|udtrådt|udtrådte|fratræder|fratrådt|afgår|afgået|afgående|udgår|udtrædende|tidligere|hidtidige?t?|forgænger){_OF}"
)
_COMES = re.compile(
    rf"(?:tiltræder|tiltrådt|indtræder|indtrådt|indtrædende|tiltrædende|nyt?|nye|efterfølger|afløses af){_OF}"
)
# beside "Nyt medlem" whom she comes for, and beside "Udtræder" who comes
_OTHER = frozenset({"afløser", "i stedet for", "erstatter"})


class Move(Enum):
    """Which way somebody goes."""

    COMES = auto()
    GOES = auto()


def find_moves(titles: Sequence[str]) -> Sequence[Move | None]:
    """Which titles are of one who comes and one who goes; none where not both are there, once each."""
    moves = [_move(fold(title)) for title in titles]
    for at, title in enumerate(titles):
        if fold(title) in _OTHER:
            moves[at] = Move.COMES if Move.GOES in moves else Move.GOES
    is_both = moves.count(Move.COMES) == moves.count(Move.GOES) == 1
    return moves if is_both else [None] * len(moves)


def _move(title: str) -> Move | None:
    if _GOES.fullmatch(title):
        return Move.GOES
    return Move.COMES if _COMES.fullmatch(title) else None
