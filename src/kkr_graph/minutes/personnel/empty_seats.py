"""Seats that a list in a text shows to be nobody's: "Vakant (efter X, som stoppede)", "ikke besat".

Nobody is placed there; who is named behind "efter" had the seat.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# a line, a cell of a row, or what a label or a bullet leads to; up to the end of the cell
_EMPTY = re.compile(
    r"(?:(?<=\t)|(?<=: )|(?<=[•*–-] )|^)(?:Vakant|Ubesat|Ikke besat|Ledig|Afventer (?:udpegning|indstilling|valg))(?:\s*[,;:(–-][^\t]*|\s+efter\s[^\t]*|[.\s]*(?=\t|$))",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\W+efter (?=.)")
_DEPUTY = re.compile(r"(?:stedfortræder|suppleant)\w*: $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EmptySeat:
    """A seat at ``[start, end)`` of a sentence; ``after`` is what follows "efter", or empty."""

    start: int
    end: int
    after: str
    is_deputys: bool  # by its label
    column: int  # how many cells stand before it in its row


def empty_seats(sentence: str) -> Iterator[EmptySeat]:
    """The empty seats of a line, or of a row."""
    for match in _EMPTY.finditer(sentence):
        after = _AFTER.search(match[0])
        yield EmptySeat(
            start=match.start(),
            end=match.end(),
            after="" if after is None else match[0][after.end() :],
            column=sentence.count("\t", 0, match.start()),
            is_deputys=_DEPUTY.search(sentence, 0, match.start()) is not None,
        )


def filled(sentence: str, seats: list[EmptySeat]) -> str:
    """A sentence with blanks where a seat is empty, so that every position still holds."""
    for seat in seats:
        sentence = sentence[: seat.start] + " " * (seat.end - seat.start) + sentence[seat.end :]
    return sentence
