"""The name of a forum in its heading, with what stands beside it: an abbreviation, a level."""

import re

from kkr_graph.appointments.headings import without_day, without_lead, without_years
from kkr_graph.language.bodies import trimmed
from kkr_graph.model.names import clean, fold

_BRACKET = re.compile(r"\s*\(([^()]*)\)")
# a body, and not its board
_BOARD_OF = re.compile(
    r"^(?:[Bb]estyrelsen|Ny bestyrelse|Ledelsen) (?:for|i|af) (?=[A-ZÆØÅ])|(?:,| [–-]) bestyrelsen?$"
)
_OF_BOARD = re.compile(r"(?:(?<=[A-ZÆØÅ])[’']?s|[’']s?) bestyrelse$")  # "ARCs bestyrelse"
_ABOUT = re.compile(r"^Om (?=[A-ZÆØÅ])")  # "Om Huslejenævnet" on a page about two
_SHORT = re.compile(r"[A-ZÆØÅ][A-ZÆØÅa-zæøå0-9&/-]{1,11}")
_SHORT_IN = re.compile(r"(?P<short>[A-ZÆØÅ]{2,6}) (?P<place>[A-ZÆØÅ]\w+)")  # "RAR Fyn"


def in_full(text: str) -> tuple[str | None, str]:
    """The abbreviation in a heading, and the name without it and without number."""
    plain = _ABOUT.sub("", trimmed(without_day(clean(without_lead(text)))))
    plain = without_years(_OF_BOARD.sub("", _BOARD_OF.sub("", plain)))
    whole = trimmed(clean(_BRACKET.sub("", plain)))
    return _parted(plain, whole or plain.strip("() "))


def level_in(heading: str) -> str | None:
    """What tells two bodies of one name apart: "Klyngen (politisk niveau)"."""
    bracket = _BRACKET.search(heading)
    said = "" if bracket is None else clean(bracket[1])
    is_level = said[:1].islower() and not any(map(str.isdigit, said))
    return said if is_level else None


def _parted(plain: str, whole: str) -> tuple[str | None, str]:
    """The abbreviation that stands with a name, in brackets or before a dash, and the name."""
    bracket = _BRACKET.search(plain)
    if bracket is not None:
        inside = clean(bracket[1])
        if _is_short(inside):
            return inside, whole
        if _is_short(whole) and len(inside.split()) > 1:
            return whole, inside
        return _with_place(inside, whole), whole
    dashed = re.fullmatch(r"(?P<one>.+?)\s[–—-]\s(?P<other>.+)", plain)
    if dashed is not None:
        for short, name in ((dashed["one"], dashed["other"]), (dashed["other"], dashed["one"])):
            if _is_short(short) and (" " in name or len(name) > 2 * len(short)):
                return short, name
    return None, whole


def _with_place(inside: str, whole: str) -> str | None:
    """``RAR Fyn``: the letters of the name but for its place; in capitals the place is no letters."""
    match = _SHORT_IN.fullmatch(inside)
    if match is None or not fold(whole).endswith(f" {fold(match['place'])}"):
        return None
    letters = iter(fold(whole.rsplit(" ", 1)[0]))
    is_spelled = all(letter in letters for letter in fold(match["short"]))
    is_first = whole[0] == match["short"][0]
    place = match["place"].capitalize() if match["place"].isupper() else match["place"]
    return f"{match['short']} {place}" if is_spelled and is_first else None


def _is_short(text: str) -> bool:
    """Whether a word is an abbreviation: two capitals or more."""
    return _SHORT.fullmatch(text) is not None and sum(char.isupper() for char in text) >= 2
