"""Who is who: mentions, the ledger of people, and what persons have judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, Self

from kkr_graph.model.extract import Appointment, Attendance, Statement
from kkr_graph.model.names import fold, told_apart


class MentionKey(NamedTuple):
    """What names somebody in one document: the name as folded, with what stands beside it.

    Two mentions of one document with equal keys mean the same person; the empty string stands
    for what the document does not say. Make one with ``mention_key`` or ``MentionKey.of``. It is
    a tuple since they are made and looked up by the ten thousand.
    """

    sha256: str
    folded: str
    party: str = ""
    municipality: str = ""
    organization: str = ""  # folded, and only of somebody without a party: who is employed

    @classmethod
    def of(
        cls,
        sha256: str,
        name: str,
        party: str | None = None,
        municipality: str | None = None,
        organization: str | None = None,
    ) -> Self:
        """The key of a name as written, with what the document says of its bearer."""
        return cls(
            sha256=sha256,
            folded=fold(name),
            party=party or "",
            municipality=municipality or "",
            organization=fold(organization) if organization and not party else "",
        )

    @property
    def reference(self) -> str:
        """The key in one word, as a judgement and the ledger write it."""
        return f"{self.sha256[:16]}:{'|'.join(self.said).rstrip('|')}"

    @property
    def said(self) -> tuple[str, str, str, str]:
        """What the document says, by which its keys are ordered: quicker than the keys themselves."""
        return (self.folded, self.party, self.municipality, self.organization)


def mention_key(sha256: str, fact: Attendance | Appointment | Statement) -> MentionKey:
    """The key of the person that a fact is about, to look up in ``Resolution.by_mention``."""
    match fact:
        case Attendance():
            return MentionKey.of(
                sha256, fact.name, fact.party, fact.municipality, fact.organization
            )
        case Appointment():
            return MentionKey.of(sha256, fact.person, fact.party, fact.municipality)
        case Statement():
            return MentionKey.of(sha256, fact.person)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Everything one document says about one named person, as far as identity needs it.

    ``also`` are the keys of the document that say less and can mean nobody else, as a bare name
    beside one entry of that name in the attendance list.
    """

    key: MentionKey
    name: str  # as written
    body: str | None  # the body whose document it is
    day: date | None
    organization: str | None = None  # as written
    also: tuple[MentionKey, ...] = ()
    forms: tuple[str, ...] = ()  # every way the document writes the name
    listed: bool = False  # by the attendance list, each of whose entries is a person

    @property
    def keys(self) -> tuple[MentionKey, ...]:
        """All keys of the document that mean this person."""
        return (self.key, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """A person as known since birth in the ledger. The slug never changes.

    All but the slug is what the mention said that the person was born from.
    """

    slug: str
    name: str
    municipality: str | None = None
    party: str | None = None
    organization: str | None = None
    body: str | None = None  # whose document it was
    since: date | None = None  # the day of that document
    mention: str | None = None  # the reference of that mention


def is_mention(handle: str) -> bool:
    """Whether a side of a judgement is a mention by its reference, and not a slug of the ledger."""
    return ":" in handle


class Verdict(StrEnum):
    """What somebody decided about the two sides of a ``Judgement``."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"

    @property
    def danish(self) -> str:
        """``samme person``, ``ikke samme person``, ``usikkert``."""
        return _DANISH[self]


_DANISH = {
    Verdict.POSITIVE: "samme person",
    Verdict.NEGATIVE: "ikke samme person",
    Verdict.UNSURE: "usikkert",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision that two sides are, or are not, one person.

    A side is a slug of the ledger, or the reference of a mention as the review list prints it.
    """

    left: str
    right: str
    verdict: Verdict
    by: str
    day: date
    reason: str = ""
    score: int | None = None  # how alike the two were when they were judged, from 0 to 100
    pair: str = ""  # the answer that the line is part of: see ``question``

    @property
    def question(self) -> str:
        """The question that it answers: a pair on the review list, or whom mentions mean.

        An answer whose lines have several verdicts has its own verdict behind the question.
        """
        return self.pair.partition("+")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person, with every other form of the name that was met."""

    slug: str
    name: str
    forms: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()  # retired slugs
    said: tuple[str, ...] = ()  # party and municipality, or else the organisation

    @property
    def called(self) -> str:
        """The name with what is said of the person: others may have it, too."""
        return told_apart(self.name, *self.said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two people, or a mention and people, that only a person can tell apart or join."""

    mention: Mention
    candidates: tuple[str, ...]  # slugs
    reason: str  # Danish
    person: str | None = None  # the slug that the mention has; None where it has none

    @property
    def subject(self) -> str:
        """What a judgement writes on its one side; the other side is a candidate."""
        return self.person or self.mention.key.reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two who may be one person, and what speaks for and against it, in Danish.

    ``candidate`` is a slug of the ledger. ``subjects`` is another slug, or the references of the
    mentions in several documents of which the same is said and which are one question. Where they
    are ``joined``, a rule took the subjects to mean the candidate, on grounds that are worth a look.
    """

    id: str
    candidate: str
    subjects: tuple[str, ...]
    score: int  # from 0 to 100
    reasons: tuple[str, ...]
    unsure: bool = False  # somebody has looked, and could not tell
    joined: bool = False


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """The outcome of resolving: people, who each mention means, what is in doubt.

    ``people`` are those of the ledger in its order, then the newborn; somebody of the ledger
    stays although no document names them any more.
    """

    people: tuple[Person, ...]
    by_mention: Mapping[MentionKey, str]  # slugs; a mention in doubt is absent
    newborn: tuple[LedgerEntry, ...] = ()  # to be added to the ledger
    doubts: tuple[Doubt, ...] = ()
    pairs: tuple[Pair, ...] = ()  # the likeliest first, those that are unsure last
    settled: frozenset[str] = frozenset()  # documents of which it is known that no name is open

    @cached_property
    def meant(self) -> Mapping[str, list[str]]:
        """Whom the names of each document mean, in words, sorted; by the document's hash."""
        found: dict[str, list[str]] = {}
        for key, slug in self.by_mention.items():
            found.setdefault(key.sha256, []).append(f"{key.reference} {slug}")
        for people in found.values():
            people.sort()
        return found
