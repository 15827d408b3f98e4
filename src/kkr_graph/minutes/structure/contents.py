"""The list of contents: the items once more, or their titles alone, each with the page it begins on."""

import re
from collections.abc import Iterable

from kkr_graph.minutes.structure.doors import groups_by_doors
from kkr_graph.model.names import fold

_HEADING = re.compile(  # over the list, or over its columns: "Pkt. Tekst   Side"
    r"(?:indholds|sags|punkt|dagsordens)?oversigt|oversigt over punkter|indhold|indholdsfortegnelse|dagsorden|sagsliste|sager|punkter"
    r"|(?:(?:pkt|punkt|nr|sag|sagsnr)\.?:?\s+)?(?:tekst|titel|emne|overskrift)(?::?\s+side(?:tal)?)?"
    r"|(?:pkt|punkt|nr|sag|sagsnr)\.?:?\s+(?:punkt|sag|side)(?:\s+side)?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\A\s?(?:pkt\.?|punkt|sag)?\s?[\d.]{1,12}[.:)]?\s?", re.IGNORECASE)
_PAGE = re.compile(r"[\s.…]+\d{1,3}\Z")  # "Budget 2027 ....... 4"


def heads_contents(line: str) -> bool:
    """Whether a line stands over a list of contents, or over its columns."""
    return _HEADING.fullmatch(line.rstrip(" :")) is not None


class Contents:
    """What a list of contents repeats: the titles of the items."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._titles = {fold(title) for title in titles}

    def has(self, line: str) -> bool:
        """Whether a line belongs to the list: its heading, a group of items or one of them."""
        entry = _NUMBERED.sub("", line, count=1)
        repeats = not self._titles.isdisjoint((fold(entry), fold(_PAGE.sub("", entry))))
        return repeats or heads_contents(line) or groups_by_doors(line)
