"""What is recommended in a sentence, where no heading says so: "Økonomiudvalget indstiller, at ..."."""

import re

from kkr_graph.language.body_nouns import THEMES
from kkr_graph.language.sentences import sentences
from kkr_graph.model.names import fold

_TO = r" (?:over for|til) (?:[\w-]+ ){0,2}[\w-]+"
_RECOMMENDS = re.compile(
    rf"(?:Det (?:indstilles|anbefales)|(?P<who>{THEMES}|[A-ZÆØÅ][\w-]*(?:-,? og [A-ZÆØÅ]\w+)?) (?:indstiller(?:{_TO})?|anbefaler{_TO})(?: den \d{{1,2}}\. \w+ \d{{4}})?)"
    r"[,:]? (?=at |[–-] at )"
)
_GOES_ON = re.compile(r"(?:[–•*-]|\d{1,2}[.)]|[a-zæøå]\)) |at ")

_ITSELF = frozenset({"Udvalget", "Bestyrelsen", "Rådet", "Byrådet", "KKR", "Forummet", "Nævnet"})


def recommended(text: str, start: int, end: int, body: str | None) -> tuple[int, int] | None:
    """The last such sentence in ``text[start:end]``, with the list below it.

    What ``body``, whose meeting it is, recommends itself is its decision.
    """
    found: tuple[int, int] | None = None
    is_open = False  # the sentence has not ended, and goes on in a list
    for begin, stop in sentences(text, start, end):
        match = _RECOMMENDS.match(text, begin, stop)
        if match is not None and not _is_own(match["who"], body):
            found = (begin, stop)
        elif found is None or not (is_open and _GOES_ON.match(text, begin)):
            is_open = False
            continue
        else:
            found = (found[0], stop)
        is_open = not text[begin:stop].endswith(".")
    return found


def _is_own(who: str | None, body: str | None) -> bool:
    """Whether it is the meeting that recommends, and decides so."""
    return who is not None and (who in _ITSELF or (body is not None and fold(who) in fold(body)))
