"""What somebody decides from a person's own page: that mentions are another's, or who is the same.

Both are written down as judgements, take effect with the next build, and are taken back as any
other answer.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kkr_graph.config import Config
from kkr_graph.curation.appearances import read_appearances
from kkr_graph.curation.judgements import Answer, read_judgements
from kkr_graph.curation.ledger import read_ledger
from kkr_graph.curation.parting import Parting, question_id
from kkr_graph.curation.review import (
    Judged,
    lines_of,
    list_answers,
    loose,
    require_name,
    write_answer,
)
from kkr_graph.errors import ConfigError
from kkr_graph.lock import one_hand
from kkr_graph.model.identity import Judgement, LedgerEntry, Verdict
from kkr_graph.model.names import fold
from kkr_graph.model.review import Appearance

_AGAIN = "Hent siden igen, og se, hvad der gælder nu."


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Who says it, when, and why, if that is worth remembering."""

    by: str
    day: date
    reason: str = ""

    def judgement(self, left: str, right: str, verdict: Verdict, question: str) -> Judgement:
        """What is said of two sides."""
        return Judgement(
            left=left, right=right, verdict=verdict, by=self.by, day=self.day, reason=self.reason,
            pair=question,
        )  # fmt: skip


def part(
    config: Config, slug: str, mentions: Collection[str], word: Word, *, other: str | None = None
) -> Answer:
    """Write down that some of a person's mentions are another's, and that the rest are the person's.

    Args:
        config: The folders.
        slug: Who.
        mentions: The references of those that are another's.
        word: Who decided.
        other: Whose they are; None for somebody who has no identity yet.

    Raises:
        ConfigError: It cannot be meant, or is decided already; nothing is written.
        RegistryError: A file has a mistake.
        ResolveError: It contradicts what was judged before; nothing is written.
    """
    require_name(word.by)
    with one_hand(config.judgements.parent):
        known = read_appearances(config.appearances, slug)
        judged = Judged(read_judgements(config.judgements))
        ledger = read_ledger(config.ledger)
        moved = _moved(known, slug, mentions, judged)
        _require_known(ledger, slug, other, judged)
        parting = Parting(
            person=slug,
            moved=tuple(sorted(each.mention for each in moved)),
            staying=loose(config, slug, {each.mention for each in known}.difference(mentions)),
            other=other,
            denied=() if other else tuple(_namesakes(ledger, slug, moved, judged)),
        )
        said = word.judgement(slug, slug, Verdict.NEGATIVE, parting.question)
        write_answer(config, lines_of(parting, said))
        return list_answers(config)[0]


def _moved(
    known: Sequence[Appearance], slug: str, mentions: Collection[str], judged: Judged
) -> Sequence[Appearance]:
    moved = [each for each in known if each.mention in mentions]
    if not mentions:
        raise ConfigError(
            "der er ikke mærket nogen omtaler", "Sæt et mærke ved dem, der er en anden persons."
        )
    if len(moved) < len(set(mentions)):
        raise ConfigError(f"en af omtalerne er ikke længere {slug}", _AGAIN)
    if len(moved) == len(known):
        raise ConfigError(
            "alle omtaler er mærket, og så er der ingen tilbage på siden",
            "Lad dem stå, der er personens egne. Er det hele en anden, som har en side, så brug "
            "»Det er den samme person som …«.",
        )
    if any(judged.is_denied(each.mention, slug) for each in moved):
        raise ConfigError("en af omtalerne er allerede afgjort", _AGAIN)
    return moved


def _require_known(
    ledger: Sequence[LedgerEntry], slug: str, other: str | None, judged: Judged
) -> None:
    """Whoever the mentions are given to is somebody else of the ledger."""
    if other is None:
        return
    if other not in {entry.slug for entry in ledger}:
        raise ConfigError(f"der er ingen person med identiteten {other}", _AGAIN)
    if other == slug or judged.is_one(slug, other):
        raise ConfigError("omtalerne kan ikke flyttes til personen selv", "Vælg en anden.")


def _namesakes(
    ledger: Sequence[LedgerEntry], slug: str, moved: Sequence[Appearance], judged: Judged
) -> Iterator[str]:
    """The others of the ledger who bear a name of the mentions, each once by whoever came first."""
    names = {fold(each.name) for each in moved}
    seen: list[str] = [slug]
    for entry in ledger:
        is_new = not any(entry.slug == each or judged.is_one(entry.slug, each) for each in seen)
        if fold(entry.name) in names and is_new:
            seen.append(entry.slug)
            yield entry.slug


def unite(config: Config, slug: str, other: str, word: Word) -> Answer:
    """Write down that two people of the ledger are one; whoever was born first keeps the address.

    Raises:
        ConfigError: It cannot be meant, or is decided already; nothing is written.
        RegistryError: A file has a mistake.
        ResolveError: It contradicts what was judged before; nothing is written.
    """
    require_name(word.by)
    with one_hand(config.judgements.parent):
        younger, elder = _by_birth(read_ledger(config.ledger), slug, other)
        if Judged(read_judgements(config.judgements)).is_one(slug, other):
            raise ConfigError("det er allerede afgjort, at de er samme person", _AGAIN)
        question = question_id(younger, elder)
        write_answer(config, [word.judgement(younger, elder, Verdict.POSITIVE, question)])
        return list_answers(config)[0]


def _by_birth(ledger: Sequence[LedgerEntry], one: str, other: str) -> tuple[str, str]:
    rank = {entry.slug: place for place, entry in enumerate(ledger)}
    for slug in (one, other):
        if slug not in rank:
            raise ConfigError(f"der er ingen person med identiteten {slug}", _AGAIN)
    if one == other:
        raise ConfigError("det er den samme side", "Vælg en anden person.")
    elder, younger = sorted((one, other), key=rank.__getitem__)
    return younger, elder
