"""The Danish words that the reading of documents depends on, as reviewed data."""

import re
from collections.abc import Iterable, Mapping
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
    OPINION = "opinion"  # of a minority or a group: not what the meeting decided


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
    PLACES = "places"
    REPRESENTS = "represents"
    PASSES_TO = "passes-to"
    INSTEAD = "instead"
    FORMER = "former"
    UNCERTAIN = "uncertain"
    DECIDING = "deciding"
    APPROVING = "approving"
    ENDS_NAME = "ends-name"
    FINITE = "finite"
    NAMED_BY_TASK = "named-by-task"
    NO_SEAT = "no-seat"
    STAFF = "staff"
    MISTAKEN = "mistaken"
    LONG_GONE = "long-gone"


class ListPart(StrEnum):
    """What stands in a column of an appointment list, or behind a label."""

    FORUM = "forum"
    ORGANIZATION = "organization"
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
    DEPUTY_FOR = "deputy-for"
    DATE = "date"
    NOTHING = "nothing"  # known, and not kept


class ListPattern(StrEnum):
    """What an expression recognises in an appointment list."""

    TITLE = "title"
    OTHER = "other"
    DATED = "dated"
    DOUBTFUL = "doubtful"
    PROPOSED = "proposed"
    FORMER = "former"
    LEFT = "left"
    ENTERED = "entered"
    ENDS = "ends"
    EX_OFFICIO = "ex-officio"
    NOMINATED = "nominated"
    APPOINTED = "appointed"
    INSTEAD = "instead"
    VACANT = "vacant"  # in a sentence: "KKR's plads er vakant"
    SITS = "sits"  # how a sentence begins that names those who sit in a forum
    MEMBERS = "members"  # how a line begins those who sit in a forum, which it may name
    CHANGES = "changes"  # over those of a forum who have left or entered
    LEAVERS = "leavers"  # over those who have left
    SET_UP = "set-up"  # by what law a forum was set up
    CONTACT = "contact"  # an address, a telephone number, the hours of an office
    POSTS = "posts"  # over all that somebody is: "Øvrige hverv"
    BACKGROUND = "background"  # over or before what a list tells of somebody, and is not kept
    PAPER = "paper"  # a paper of a forum, or a link
    NOMINATES = "nominates"  # and one that names whom "by" has nominated
    PLACES = "places"  # or appointed


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
    standing_titles: tuple[re.Pattern[str], ...]  # of items that nearly every agenda has, folded
    place_or_time_labels: frozenset[str]  # above where and when a meeting was: "STED"
    particular_labels: frozenset[str]  # the same of all its particulars: "DATO"
    people_headings: Mapping[str, AttendanceStatus]
    list_headings: frozenset[str]  # over the whole list of people
    writer_headings: frozenset[str]  # before whoever wrote the paper
    group_headings: frozenset[str]  # inside it: who chose those below
    group_patterns: tuple[re.Pattern[str], ...]  # other headings inside it, with a colon; folded
    people_patterns: tuple[tuple[AttendanceStatus, re.Pattern[str]], ...]  # for other headings
    status_words: Mapping[str, AttendanceStatus]
    outcomes: tuple[tuple[Outcome, re.Pattern[str]], ...]
    roles: Mapping[str, Role]
    verbs: Mapping[str, VerbForm]
    verb_nouns: Mapping[str, Doing]  # "udpegningen"
    phrases: Mapping[Phrase, re.Pattern[str]]
    titles: frozenset[str]
    title_endings: tuple[str, ...]
    organization_words: frozenset[str]
    organization_endings: tuple[str, ...]
    given_names: frozenset[str]
    no_names: frozenset[str]  # words with which a sentence, but no name, begins
    surnames: frozenset[str]  # the common ones
    lists: ListWords


def any_word(words: Iterable[str]) -> str:
    """A pattern for one of some words, of which the longest that fits is taken."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
