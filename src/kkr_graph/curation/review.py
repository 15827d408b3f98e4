"""What is still to be decided, and the deciding: for the command line and for programs.

The list comes from the last build; what has been judged since is taken off it at once. A
judgement takes effect with the next build.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from kkr_graph.config import Config
from kkr_graph.curation.judgements import (
    append_judgements,
    last_answer,
    read_judgements,
    take_back,
)
from kkr_graph.curation.ledger import read_ledger, remove_from_ledger
from kkr_graph.errors import ConfigError
from kkr_graph.model.components import connected
from kkr_graph.model.identity import Judgement, LedgerEntry, Pair, Verdict
from kkr_graph.model.review import OpenMention, Question, ReviewList

_LIST = "Se listen med: kkr-graph review --list"


def list_pairs(config: Config) -> tuple[Question, ...]:
    """The questions nobody has answered for certain, the likeliest first, the unsure last.

    Raises:
        ConfigError: Nothing has been built yet.
        RegistryError: The file of judgements has a mistake.
    """
    judged = _Judged(read_judgements(config.judgements))
    left = (
        replace(question, pair=judged.left_of(question.pair))
        for question in read_review(config).questions()
    )
    open_ = (question for question in left if question.pair.subjects)
    return tuple(sorted(open_, key=lambda question: question.pair.unsure))  # stable


def list_open_mentions(config: Config) -> tuple[OpenMention, ...]:
    """The names that mean nobody, and fit nobody who is known."""
    return read_review(config).open


def judge(
    config: Config, pair_id: str, verdict: Verdict, *, by: str, day: date, reason: str = ""
) -> Question:
    """Write down what somebody decided about a pair, for the next build.

    Args:
        config: The folders.
        pair_id: Which pair, as the list calls it.
        verdict: One person, two, or not to be told.
        by: Who decided.
        day: When.
        reason: Why, if it is worth remembering.

    Raises:
        ConfigError: There is no such pair, it is decided already, or nobody is named.
        RegistryError: The file of judgements has a mistake.
    """
    if not by.strip():
        raise ConfigError("vurderingen mangler et navn", "Skriv, hvem der afgør det: --by NAVN")
    question = _question(config, pair_id, verdict)
    pair = question.pair
    append_judgements(
        config.judgements,
        [
            Judgement(
                left=subject, right=pair.candidate, verdict=verdict, by=by, day=day,
                reason=reason, score=pair.score, pair=pair.id,
            )
            for subject in pair.subjects
        ],
    )  # fmt: skip
    return question


def undo(config: Config) -> tuple[Judgement, ...]:
    """Take the last answer back, so that the next build gives what it gave before it.

    Whoever got an identity because of that answer, as the second of a name, loses it again.

    Raises:
        ConfigError: There is no judgement to take back.
        RegistryError: A file has a mistake.
    """
    judgements = read_judgements(config.judgements)
    taken = last_answer(judgements)
    if taken and taken[0].pair:
        kept = judgements[: len(judgements) - len(taken)]
        made = _made_by(taken, kept, read_ledger(config.ledger))
        remove_from_ledger(config.ledger, made)
    return take_back(config.judgements)


def names_of_sides(config: Config) -> dict[str, str]:
    """What people call whoever a judgement names: by the ledger, and by the last build's list."""
    names = {entry.slug: entry.name for entry in read_ledger(config.ledger)}
    if config.review.is_file():
        names |= {handle: side.name for handle, side in read_review(config).sides.items()}
    return names


def read_review(config: Config) -> ReviewList:
    """The list as the last build wrote it.

    Raises:
        ConfigError: There is none.
    """
    try:
        return ReviewList.from_json(json.loads(config.review.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise ConfigError(
            f"{config.review} findes ikke, så der er ingen liste at gennemgå",
            "Byg først: kkr-graph build",
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"{config.review} kan ikke læses som en gennemgangsliste", "Byg igen: kkr-graph build"
        ) from error


def _question(config: Config, pair_id: str, verdict: Verdict) -> Question:
    open_ = {question.id: question for question in list_pairs(config)}
    question = open_.get(pair_id)
    if question is None:
        listed = any(pair.id == pair_id for pair in read_review(config).pairs)
        if listed:
            raise ConfigError(
                f"parret {pair_id} er allerede afgjort, af en vurdering om det eller om andre",
                "Tag den seneste vurdering tilbage med: kkr-graph review --undo",
            )
        raise ConfigError(f"der er intet par, der hedder {pair_id}", _LIST)
    if verdict == Verdict.UNSURE and question.pair.unsure:
        raise ConfigError(f"parret {pair_id} står allerede som usikkert", _LIST)
    return question


class _Judged:
    """What the judgements say of a pair, directly or through others."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self.first = {handle: part[0] for part in _parts(judgements) for handle in part}
        self.denied = self._between(judgements, Verdict.NEGATIVE)
        self.unsure = self._between(judgements, Verdict.UNSURE)

    def left_of(self, pair: Pair) -> Pair:
        """The pair with those subjects of whom it is not known yet, and whether they are unsure."""
        sides = {subject: self._sides(subject, pair.candidate) for subject in pair.subjects}
        open_ = [
            subject
            for subject in pair.subjects
            if len(sides[subject]) > 1 and sides[subject] not in self.denied
        ]
        is_unsure = any(sides[subject] in self.unsure for subject in open_)
        return replace(pair, subjects=tuple(open_), unsure=is_unsure)

    def _between(self, judgements: Iterable[Judgement], verdict: Verdict) -> set[frozenset[str]]:
        found = (each for each in judgements if each.verdict == verdict)
        return {self._sides(each.left, each.right) for each in found}

    def _sides(self, left: str, right: str) -> frozenset[str]:
        return frozenset(self.first.get(side, side) for side in (left, right))


def _parts(judgements: Iterable[Judgement]) -> list[list[str]]:
    """The handles that positive judgements tie together."""
    ties = [(each.left, each.right) for each in judgements if each.verdict == Verdict.POSITIVE]
    return connected(dict.fromkeys(handle for tie in ties for handle in tie), ties)


def _made_by(
    taken: Sequence[Judgement], kept: Sequence[Judgement], ledger: Sequence[LedgerEntry]
) -> frozenset[str]:
    """The people of the ledger who were born because of an answer.

    The review list names somebody of the ledger by slug. So who is named by a mention was nobody
    when the answer was given; an entry that was born from that mention since came of the answer.
    """
    slugs = {entry.slug for entry in ledger}
    sides = {side for each in taken for side in (each.left, each.right)} - slugs
    tied = {handle: part for part in _parts((*kept, *taken)) for handle in part}
    parts = [tied.get(side, [side]) for side in sides]
    mentions = {handle for part in parts if slugs.isdisjoint(part) for handle in part}
    return frozenset(entry.slug for entry in ledger if entry.mention in mentions)
