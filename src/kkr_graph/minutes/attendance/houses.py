"""Whose people a heading is over: "Fra Erhvervshus Fyn deltog", "KKR-sekretariatet:"."""

import re

from kkr_graph.model.names import clean

# of somebody who is named: "sekretariatet" alone is the meeting's own, and says no more
_STAFF = r"(?!Fra )[A-ZÆØÅ][\w-]*[ s-](?:sekretariatet|administrationen|forvaltningen|direktionen)"
_NAME = r"[A-ZÆØÅ][\w&’'./-]*(?: (?:(?:og|for|i|af) )?[A-ZÆØÅ][\w&’'./-]*){0,5}"
_HOUSE = re.compile(
    rf"(?:(?:Deltagere?|Deltog|Mødt|Mødte|Til ?stede|Desuden|Desuden deltog|Endvidere deltog) )?[Ff]ra (?P<from>{_STAFF}|{_NAME})(?= (?:deltog|deltager|mødte|var)\b|$)"
    rf"|(?P<alone>{_STAFF}|KL)$"
)


def house_of(heading: str) -> str | None:
    """The organisation that a heading says people are from, as written; None where it says none."""
    match = _HOUSE.match(clean(heading).rstrip(" :,.-–"))
    return None if match is None else match["from"] or match["alone"]
