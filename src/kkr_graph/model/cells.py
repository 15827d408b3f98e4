"""What may stand in a cell of a spreadsheet, whatever stood in the documents.

Text in documents comes from anybody. In a cell it must stay text: never a formula, never a
character that a file cannot hold or that hides what is written, never cut off silently.
"""

import re

from kkr_graph.model.names import on_one_line

CELL_LIMIT = 32_767  # characters that Excel holds in a cell, counted in UTF-16 units

# Control characters, those that turn the direction of the text around them, halves of pairs, and
# what XML cannot hold.
_HIDDEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff"
    "\ud800-\udfff"
)
_UNSEEN = re.compile(f"[{_HIDDEN}]")
_ODD_BLANKS = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
# A spreadsheet may look past what cannot be seen. The full-width signs count in East Asian Excel.
_FORMULA = re.compile(rf"[\s\xad\u200b-\u200d\u2060\ufeff{_HIDDEN}]*[=+\-@＝＋－＠]|[\t\r\n\x00]")
_CUT = " […] (afkortet: en celle rummer ikke mere)"


def without_unseen(text: str) -> str:
    """The text without characters that cannot be seen, on as many lines as it had."""
    return _UNSEEN.sub("", _ODD_BLANKS.sub(" ", text))


def clean_text(text: str) -> str:
    """The text on one line, without characters that cannot be seen."""
    return on_one_line(without_unseen(text))


def guard_formula(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula.

    Only for files without types, as CSV; in XLSX a text is a text.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def split_text(text: str, limit: int = CELL_LIMIT) -> tuple[str, ...]:
    """The text in pieces of at most ``limit`` UTF-16 units; together they are the text."""
    pieces: list[str] = []
    start = used = 0
    for position, char in enumerate(text):
        units = 2 if ord(char) > 0xFFFF else 1
        if used + units > limit:
            pieces.append(text[start:position])
            start, used = position, 0
        used += units
    return (*pieces, text[start:])


def fitting_text(text: str) -> str:
    """The text as a cell holds it: on one line, and saying so where the cell cannot hold all."""
    clean = clean_text(text)
    first, *rest = split_text(clean, CELL_LIMIT - len(_CUT))
    return first + _CUT if rest else clean
