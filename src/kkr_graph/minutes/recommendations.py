"""What was recommended of an item that has no heading for it: "Direktionen indstiller, at ..."."""

import re

from kkr_graph.language.body_nouns import THEMES
from kkr_graph.language.sentences import sentences
from kkr_graph.model.names import fold

_WHO = rf"(?:{THEMES}|[A-ZÆØÅ][\w’'&-]*(?:-,? og [A-ZÆØÅ][\w-]*)?(?: (?:(?:for|i|og) )?[A-ZÆØÅ][\w’'&-]*){{0,6}})"
_RECOMMENDS = re.compile(
    rf"(?:Det (?:indstilles|foreslås|anbefales)|(?P<who>{_WHO}) (?:indstiller|indstillede|anbefaler over for [A-ZÆØÅ][\w -]+?)"
    r"|(?:Indstilles|Indstilling):)(?: (?:til [A-ZÆØÅ][\w -]+?|den \d{1,2}\. [a-zæøå]+ \d{4}))?[,:]?(?=\s(?:[–—•*·▪◦-] ?)?(?:at|(?:[a-zæøå]|\d{1,2})[.)] ?at)\b|[,:]?$| [A-ZÆØÅ][\w ]+(?: [a-z]\)|:)?)"
)
# the points of one, below it: "- at X godkendes, og", and "a) drøfter X," where nothing ends before
_POINT = re.compile(r"(?:[–—•*·▪◦-] ?|(?:[a-zæøå]|\d{1,2})[.)] ?)?(?:og )?at\b")
_ENTRY = re.compile(r"(?:[–—•*·▪◦-]|(?:[a-zæøå]|\d{1,2})[.)]) ?(?=[a-zæøå])")

# a group or a meeting recommends to the body whose minutes they are, though it may appoint as the body
_ITSELF = frozenset({"Udvalget", "Bestyrelsen", "Rådet", "Byrådet", "KKR", "Forummet", "Nævnet"})


def told_recommendation(
    text: str, start: int, end: int, body: str | None
) -> tuple[int, int] | None:
    """The ``[start, end)`` of the sentence in ``text[start:end]`` that recommends, with its points.

    What ``body``, whose meeting it is, recommends itself is its decision.
    """
    found: tuple[int, int] | None = None
    for begin, stop in sentences(text, start, end):
        if found is None:
            found = (begin, stop) if _recommends(text, begin, stop, body) else None
        elif _goes_on(text, found[1], begin):
            found = found[0], stop
        else:
            break
    return found


def _goes_on(text: str, stop: int, begin: int) -> bool:
    """Whether what begins behind a recommendation that stops is a point of it."""
    is_open = text[stop - 1] != "."
    return _POINT.match(text, begin) is not None or (
        is_open and _ENTRY.match(text, begin) is not None
    )


def _recommends(text: str, begin: int, stop: int, body: str | None) -> bool:
    match = _RECOMMENDS.match(text, begin, stop)
    if match is None or _is_own(match["who"], body):
        return False
    return " at " in text[begin:stop] or text[stop - 1] in ":,"


def _is_own(who: str | None, body: str | None) -> bool:
    """Whether it is the meeting that recommends, and decides so."""
    return who is not None and (who in _ITSELF or (body is not None and fold(who) in fold(body)))
