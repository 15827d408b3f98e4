"""Lines on top of a paper that may be the name of an organisation, though no word of them says so."""

import re
from collections.abc import Iterator

from kkr_graph.language.dates import find_dates
from kkr_graph.language.presented import are_initials
from kkr_graph.minutes.meeting import front_lines, notice_lines
from kkr_graph.minutes.meeting.kinds import names_kind
from kkr_graph.model.names import SMALL_WORDS, fold, without_shouting
from kkr_graph.model.text import Line

_GAP = re.compile(r"\t| {2,}| [|·] ")
_MOST_WORDS = 5


def cells(text: str, line: Line) -> Iterator[tuple[int, int]]:
    """The columns of a line, each as ``[start, end)`` of the reading."""
    start = line.read_start
    for gap in _GAP.finditer(text, line.read_start, line.read_end):
        yield start, gap.start()
        start = gap.end()
    yield start, line.read_end


def seems_letterhead(text: str) -> bool:
    """Whether a line is a few capitalised words, and nothing that is no name."""
    whole = text[-1].isalnum() or front_lines.is_company(text)
    words = [word for word in text.split() if word not in SMALL_WORDS]
    is_name = text[:1].isupper() and 2 * sum(map(str.islower, words)) <= len(words)
    short = is_name and len(text.split()) <= _MOST_WORDS and whole
    known_else = bool(
        names_kind(text)
        or notice_lines.is_news(text)
        or front_lines.tells_of_some(text)
        or notice_lines.told_of_in(text)
        or _is_person(text)
        or front_lines.is_no_sender(text)
        or fold(text).endswith("kommune")
        or any(find_dates(text, 0, len(text)))
    )
    return short and not known_else and not any(map(str.isdigit, text))


def in_proper_case(name: str, text: str) -> str:
    """A name in capitals as the text writes it elsewhere, or with capitals as in a title."""
    if not name.isupper():
        return name
    found = re.search(rf"(?i:{re.escape(name)})", text.replace(name, " " * len(name)))
    return without_shouting(name) if found is None else found[0]


def _is_person(text: str) -> bool:
    """Whether a line is somebody with their initials: "Anna Holm – AH"."""
    name, dash, short = text.replace(" - ", " – ").partition(" – ")
    return bool(dash) and short.isupper() and short.isalpha() and are_initials(short, name)
