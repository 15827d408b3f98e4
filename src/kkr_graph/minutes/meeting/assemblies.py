"""General meetings: no body, but somebody's. Whose it is stands before or behind: "Generalforsamling i X"."""

import re

from kkr_graph.minutes.meeting.front_lines import without_when

_ASSEMBLY = (
    r"(?:generalforsamling(?:en)?|repræsentantskabsmøde(?:t)?|delegeretmøde(?:t)?|årsmøde(?:t)?)"
)
_SORT = r"(?:(?:ordinære?|ekstraordinære?|stiftende|årlige?|konstituerende) )?"
_ASSEMBLED = re.compile(rf"\b{_ASSEMBLY}(?!\w)", re.IGNORECASE)
_ASSEMBLY_IN = re.compile(
    rf"\b{_ASSEMBLY} (?:\d{{4}} )?(?:i|for|af) (?P<body>(?-i:[A-ZÆØÅ])[^\n.,;:|]{{2,80}})",
    re.IGNORECASE,
)
_ASSEMBLY_OF = re.compile(
    rf"^(?:\w*(?:referat|protokol|beretning) (?:af|fra|for) )?(?P<body>(?-i:[A-ZÆØÅ])[^\n.,;:|–]{{2,80}}?)(?:[’']s|s|[’']) {_SORT}{_ASSEMBLY}",
    re.IGNORECASE,
)
_ASSEMBLY_BEHIND = re.compile(
    rf"^(?P<body>(?-i:[A-ZÆØÅ])[^\n;:|–]{{2,80}}?)\s?[,:|–-]\s?(?:\w*referat (?:af|fra) )?{_SORT}{_ASSEMBLY}",
    re.IGNORECASE,
)
_HALL = re.compile(  # where it was held
    r"\w*(?:huset|salen|hallen|kroen|skolen|lokalet|centret|cafeen|hotellet|gården)\b",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(r"\s+(?:i )?(?:19|20)\d\d$")
_GOES_ON = re.compile(r"(?:i|for|af) (?P<body>(?-i:[A-ZÆØÅ])[^\n.,;:|]{2,80})", re.IGNORECASE)


def is_of_assembly(text: str) -> bool:
    """Whether a line is about a general meeting."""
    return _ASSEMBLED.search(text) is not None


def whose_assembly(text: str) -> re.Match[str] | None:
    """Whose general meeting it is, as the group ``body``: "Xs generalforsamling", "X – generalforsamling"."""
    return _ASSEMBLY_IN.search(text) or _ASSEMBLY_OF.search(text) or _ASSEMBLY_BEHIND.match(text)


def whose_below(text: str) -> re.Match[str] | None:
    """The same in the line below "Generalforsamling": "i X"."""
    return _GOES_ON.match(text)


def owner_in(phrase: str) -> str:
    """The owner in what was found, without day and year; empty where it is the place of the meeting."""
    name = _YEAR_BEHIND.sub("", without_when(phrase).strip())
    return "" if _HALL.match(name) else name
