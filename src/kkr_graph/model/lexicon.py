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


class Doing(StrEnum):
    """What a body does to somebody, by the verb."""

    APPOINTED = "appointed"
    ELECTED = "elected"
    NOMINATED = "nominated"
    PROPOSED = "proposed"
    REPLACED = "replaced"


class Voice(StrEnum):
    """The form a verb stands in, as far as it decides who does what to whom."""

    ACTIVE = "active"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One form of a verb that places or replaces people."""

    doing: Doing
    voice: Voice


class Phrase(StrEnum):
    """What somebody does, and what else decides how a sentence about a role is read."""

    LEAVES = "leaves"
    ENTERS = "enters"
    TAKES_OVER = "takes-over"
    HOLDS = "holds"
    BECOMES = "becomes"
    REPRESENTS = "represents"
    PASSES_TO = "passes-to"
    INSTEAD = "instead"
    FORMER = "former"
    UNCERTAIN = "uncertain"
    DECIDING = "deciding"


class ListPart(StrEnum):
    """What stands in a column of an appointment list, or behind a label."""

    FORUM = "forum"
    ABBREVIATION = "abbreviation"
    PERSON = "person"
    GIVEN = "given"
    FAMILY = "family"
    PARTY = "party"
    MUNICIPALITY = "municipality"
    ROLE = "role"
    TITLE = "title"
    BY = "by"
    NOMINATED_BY = "nominated-by"
    FROM = "from"
    TO = "to"
    LEFT = "left"
    PERIOD = "period"
    PURPOSE = "purpose"
    LEGAL_BASIS = "legal-basis"
    RULE = "rule"
    REMARKS = "remarks"
    REPLACES = "replaces"
    DATE = "date"
    NOTHING = "nothing"  # known, and not kept


class ListPattern(StrEnum):
    """What an expression recognises in an appointment list."""

    TITLE = "title"
    OTHER = "other"
    DATED = "dated"
    DOUBTFUL = "doubtful"
    PROPOSED = "proposed"
    LEFT = "left"
    ENTERED = "entered"
    ENDS = "ends"
    EX_OFFICIO = "ex-officio"
    NOMINATED = "nominated"
    APPOINTED = "appointed"
    INSTEAD = "instead"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """The words of appointment lists, Danish and English."""

    parts: Mapping[str, ListPart]
    roles: Mapping[str, Role]
    vacant: frozenset[str]
    nothing: frozenset[str]
    unchanged: frozenset[str]  # in a column of new holders: nobody new
    general: frozenset[str]  # names of sheets and headings that are no forum
    patterns: Mapping[ListPattern, re.Pattern[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Look-ups from folded words (see ``model.names.fold``) to what they mean."""

    sections: Mapping[str, SectionKind]
    accounts: frozenset[str]  # headings of a decision, but not beside a conclusion
    people_headings: Mapping[str, AttendanceStatus]
    list_headings: frozenset[str]  # over the whole list of people
    people_patterns: tuple[tuple[AttendanceStatus, re.Pattern[str]], ...]  # for other headings
    status_words: Mapping[str, AttendanceStatus]
    outcomes: tuple[tuple[Outcome, re.Pattern[str]], ...]
    roles: Mapping[str, Role]
    verbs: Mapping[str, VerbForm]
    phrases: Mapping[Phrase, re.Pattern[str]]
    titles: frozenset[str]
    title_endings: tuple[str, ...]
    organization_words: frozenset[str]
    organization_endings: tuple[str, ...]
    given_names: frozenset[str]
    surnames: frozenset[str]  # the common ones
    lists: ListWords
