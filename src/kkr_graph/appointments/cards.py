"""Boards as pages show them, a card for each seat: who, below it as what, and by whom and how long."""

from collections.abc import Iterator, Sequence

from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.headings import HeadingReader, without_lead
from kkr_graph.appointments.units import Text, Unit
from kkr_graph.model.names import fold

_FEWEST = 2  # cards, before a line below a name is not over those who follow
_MOST_LINES = 6
_MOST_WORDS = 2  # of a role
_LONGEST = 80  # characters of a line of a card


def on_one_line(
    units: Sequence[Unit], entries: EntryReader, headings: HeadingReader
) -> Iterator[Unit]:
    """The units of a document, where what a card says of somebody stands on the line of the name."""
    blocks = list(_close(units))
    is_card = [_is_card(block, entries, headings) for block in blocks]
    for block, joined in zip(blocks, is_card, strict=True):
        yield from [_joined(block)] if joined and sum(is_card) >= _FEWEST else block


def _close(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Units without blank lines between them."""
    block: list[Unit] = []
    for unit in units:
        if block and (unit.gap or unit.table is not None):
            yield block
            block = []
        block.append(unit)
    if block:
        yield block


def _is_card(block: Sequence[Unit], entries: EntryReader, headings: HeadingReader) -> bool:
    """Whether a block is somebody, or an empty seat, above the word for a role, and no other people."""
    if not 1 < len(block) <= _MOST_LINES or block[0].table is not None:
        return False
    name, role, *more = (unit.text for unit in block)
    words = fold(role).split()
    is_role = len(words) <= _MOST_WORDS and words[-1] in headings.words.roles
    return (
        is_role
        and not role.endswith(":")
        and (entries.is_vacant(name) or len(entries.find(name)) == 1)
        and ":" not in name
        and all(len(text) <= _LONGEST and without_lead(text) == text for text in more)
        and not any(entries.find(text) for text in (role, *more))
    )


def _joined(block: Sequence[Unit]) -> Unit:
    text = ", ".join(unit.text for unit in block)
    whole = Text(
        start=block[0].start, end=block[-1].end, text=text, column=block[0].cells[0].column
    )
    return Unit(cells=(whole,), table=None, gap=block[0].gap, joined=text)
