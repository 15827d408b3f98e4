"""The Danish words that the reading of documents depends on, as reviewed data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kkr_graph.model.extract import AttendanceStatus, Outcome, Role


class SectionKind(StrEnum):
    """What stands under a heading inside an agenda item."""

    BACKGROUND = "background"
    PRESENTATION = "presentation"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    ATTACHMENTS = "attachments"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Look-ups from folded words (see ``model.names.fold``) to what they mean."""

    sections: Mapping[str, SectionKind]
    people_headings: Mapping[str, AttendanceStatus]
    list_headings: frozenset[str]  # over the whole list of people
    people_patterns: tuple[tuple[AttendanceStatus, re.Pattern[str]], ...]  # for other headings
    status_words: Mapping[str, AttendanceStatus]
    outcomes: tuple[tuple[Outcome, re.Pattern[str]], ...]
    roles: Mapping[str, Role]
    titles: frozenset[str]
    title_endings: tuple[str, ...]
    organization_words: frozenset[str]
    organization_endings: tuple[str, ...]
    given_names: frozenset[str]
    surnames: frozenset[str]  # the common ones
