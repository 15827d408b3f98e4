"""Who is who: mentions, the ledger of people, and what persons have judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class MentionKey:
    """What names somebody in one document: the name as folded, with what stands beside it.

    Two mentions of one document with equal keys mean the same person; the empty string stands
    for what the document does not say.
    """

    sha256: str
    folded: str
    party: str = ""
    municipality: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Everything one document says about one named person, as far as identity needs it."""

    key: MentionKey
    name: str  # as written
    body: str | None  # the body whose document it is
    day: date | None
    organization: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """A person as known since birth in the ledger. The slug never changes."""

    slug: str
    name: str
    municipality: str | None = None
    party: str | None = None
    organization: str | None = None
    since: date | None = None


class Verdict(StrEnum):
    """What somebody decided about two people of the ledger."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision that two slugs are, or are not, one person."""

    left: str
    right: str
    verdict: Verdict
    by: str
    day: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person, with every form of the name that was met."""

    slug: str
    name: str
    forms: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()  # retired slugs


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two people, or a mention and people, that only a person can tell apart or join."""

    mention: Mention
    candidates: tuple[str, ...]  # slugs
    reason: str  # Danish


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """The outcome of resolving: people, who each mention means, what is in doubt."""

    people: tuple[Person, ...]
    by_mention: Mapping[MentionKey, str]  # slugs; a mention in doubt is absent
    newborn: tuple[LedgerEntry, ...] = ()  # to be added to the ledger
    doubts: tuple[Doubt, ...] = ()
