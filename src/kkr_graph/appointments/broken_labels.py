"""Labels that are broken over lines, with somebody beside each: "Fødte", and below it "medlemmer:"."""

from collections.abc import Iterator, Sequence

from kkr_graph.appointments.headings import HeadingReader
from kkr_graph.appointments.units import Text, Unit

_MOST = 4  # lines of a label
_PAIR = 2  # the label and what stands beside it


def with_whole_labels(units: Sequence[Unit], headings: HeadingReader) -> Iterator[Unit]:
    """The units of a document, where such a label stands in one piece above those beside it."""
    at = 0
    while at < len(units):
        count = _count(units[at : at + _MOST])
        label = _label(units[at : at + count])
        if label is None or headings.group(label.text) is None:
            yield units[at]
            at += 1
            continue
        yield Unit(cells=(label,), table=None, gap=units[at].gap, joined=label.text)
        for unit in units[at : at + count]:
            if len(unit.cells) == _PAIR:
                beside = unit.cells[1]
                yield Unit(cells=(beside,), table=None, joined=beside.text)
        at += count


def _count(units: Sequence[Unit]) -> int:
    """How many lines a label takes that begins in the first: up to a colon; 0 where it is on one."""
    first = units[0]
    if len(first.cells) != _PAIR or first.table is not None or not _begins(first.cells[0].text):
        return 0
    for count, unit in enumerate(units[1:], 2):
        part = unit.cells[0]
        is_beside = len(unit.cells) == 1 or unit.cells[1].column == first.cells[1].column
        is_below = unit.table is None and not unit.gap and part.column == first.cells[0].column
        if not (is_beside and is_below and len(unit.cells) <= _PAIR and not part.text[0].isupper()):
            return 0
        if part.text.endswith(":"):
            return count
    return 0


def _begins(text: str) -> bool:
    return text[0].isupper() and text[-1].isalnum()


def _label(units: Sequence[Unit]) -> Text | None:
    """The parts of a label as one."""
    if not units:
        return None
    text = ""
    for unit in units:
        part = unit.cells[0].text
        text = text[:-1] + part if text.endswith("-") else f"{text} {part}".strip()
    first, last = units[0].cells[0], units[-1].cells[0]
    return Text(start=first.start, end=last.end, text=text, column=first.column)
