"""What is still to be decided, and the deciding: for the command line and for programs.

The list comes from the last build; what has been judged since is taken off it at once. A
judgement takes effect with the next build.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kkr_graph.config import Config
from kkr_graph.curation.appearances import read_appearances
from kkr_graph.curation.judgements import (
    Answer,
    answers_of,
    append_judgements,
    fingerprint,
    read_judgements,
    take_back,
)
from kkr_graph.curation.ledger import read_ledger, remove_from_ledger
from kkr_graph.curation.parting import Parting
from kkr_graph.errors import ConfigError, ResolveError
from kkr_graph.lock import one_hand, only_build
from kkr_graph.model import danish
from kkr_graph.model.components import connected
from kkr_graph.model.identity import Judgement, LedgerEntry, Pair, Verdict, is_mention
from kkr_graph.model.names import told_apart
from kkr_graph.model.review import OpenMention, Question, ReviewList
from kkr_graph.model.ties import Tie, find_contradiction

_LIST = "Se listen med: kkr-graph review --list"


def list_pairs(config: Config) -> tuple[Question, ...]:
    """The questions nobody has answered for certain, the likeliest first, the unsure last.

    Raises:
        ConfigError: Nothing has been built yet.
        RegistryError: The file of judgements has a mistake.
    """
    judged = Judged(read_judgements(config.judgements))
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
        ResolveError: It contradicts what was judged before; nothing is written.
    """
    require_name(by)
    with one_hand(config.judgements.parent):
        question = _question(config, pair_id, verdict)
        write_answer(config, _lines(config, question.pair, verdict, by=by, day=day, reason=reason))
    return question


def _lines(
    config: Config, pair: Pair, verdict: Verdict, *, by: str, day: date, reason: str
) -> list[Judgement]:
    said = Judgement(
        left=pair.candidate, right=pair.candidate, verdict=verdict, by=by, day=day,
        reason=reason, score=pair.score, pair=pair.id,
    )  # fmt: skip
    if pair.joined and verdict != Verdict.POSITIVE:
        return lines_of(_parting(config, pair), said)
    return [replace(said, left=subject) for subject in pair.subjects]


def _parting(config: Config, pair: Pair) -> Parting:
    """What the subjects are parted from: all of the candidate that is not asked about itself."""
    asked = {
        subject
        for question in list_pairs(config)
        if question.pair.joined
        for subject in question.pair.subjects
    }
    known = read_appearances(config.appearances, pair.candidate)
    return Parting(
        person=pair.candidate,
        moved=pair.subjects,
        staying=loose(config, pair.candidate, {each.mention for each in known} - asked),
    )


def lines_of(parting: Parting, said: Judgement) -> list[Judgement]:
    """The judgements that part somebody, all by the one who said the first of them."""
    pair = f"{said.pair}+{said.verdict}"
    return [
        replace(said, left=left, right=right, verdict=verdict, pair=pair)
        for left, right, verdict in parting.lines(said.verdict)
    ]


def loose(config: Config, slug: str, mentions: Iterable[str]) -> tuple[str, ...]:
    """Those of the mentions that neither judgement nor birth ties to somebody."""
    ties, _ = _ties(read_judgements(config.judgements), read_ledger(config.ledger))
    edges = [(tie.left, tie.right) for tie in ties]
    parts = connected(dict.fromkeys((slug, *(side for edge in edges for side in edge))), edges)
    own = next(set(part) for part in parts if slug in part)
    return tuple(sorted(set(mentions) - own))


def write_answer(config: Config, lines: Sequence[Judgement]) -> None:
    """Add the lines of an answer, unless they contradict what is known; the caller has the lock."""
    judgements = read_judgements(config.judgements)
    found = find_contradiction(*_ties((*judgements, *lines), read_ledger(config.ledger)))
    if found is not None:
        names = names_of_sides(config)
        told = found.told(lambda handle: name_of(handle, names))
        raise ResolveError(
            f"{told} Vurderingen er ikke skrevet ned.",
            "Fortryd den af vurderingerne, der er forkert, med kkr-graph review --undo ID, eller "
            "under »Afgjort« på siden Hvem er hvem.",
        )
    append_judgements(config.judgements, lines)


def _ties(
    judgements: Iterable[Judgement], ledger: Iterable[LedgerEntry]
) -> tuple[set[Tie], set[Tie]]:
    """Who is one person, by judgements and by birth, and who is not."""
    joined: set[Tie] = set()
    denied: set[Tie] = set()
    for each in judgements:
        tie = Tie.between(each.left, each.right, f"({each.by}, {each.day.isoformat()})")
        if each.verdict == Verdict.POSITIVE:
            joined.add(tie)
        elif each.verdict == Verdict.NEGATIVE:
            denied.add(tie)
    apart = {(tie.left, tie.right) for tie in denied}
    births = (
        Tie.between(entry.slug, entry.mention, "(identities.csv)")
        for entry in ledger
        if entry.mention
    )
    return joined | {tie for tie in births if (tie.left, tie.right) not in apart}, denied


def list_answers(config: Config) -> tuple[Answer, ...]:
    """What has been decided, the latest first.

    Raises:
        RegistryError: The file of judgements has a mistake.
    """
    return tuple(reversed(answers_of(read_judgements(config.judgements))))


def undo(config: Config, answer_id: str | None = None) -> tuple[Judgement, ...]:
    """Take an answer back, so that the next build gives what it gave without it.

    Whoever got an identity because of that answer, as the second of a name, loses it again.

    Args:
        config: The folders.
        answer_id: Which answer; the latest where none is named.

    Raises:
        ConfigError: There is no such answer, or a later one rests on it.
        RegistryError: A file has a mistake.
        StoreError: A build is going on, which may be giving somebody an identity.
    """
    with only_build(config.out), one_hand(config.judgements.parent):
        judgements = read_judgements(config.judgements)
        answer = _answer_to_undo(config, answers_of(judgements), answer_id)
        if answer.first.pair:
            kept = [each for each in judgements if each not in answer.judgements]
            made = _made_by(answer.judgements, kept, read_ledger(config.ledger))
            _require_unused(made, kept)
            remove_from_ledger(config.ledger, made)
        take_back(config.judgements, answer)
    return answer.judgements


def _answer_to_undo(config: Config, answers: Sequence[Answer], wanted: str | None) -> Answer:
    if not answers:
        raise ConfigError(
            f"der er ingen vurderinger i {config.judgements}, så der er intet at fortryde",
            "Se listen med: kkr-graph review",
        )
    if wanted is None:
        return answers[-1]
    for answer in reversed(answers):
        if wanted in (answer.id, answer.first.question):
            return answer
    raise ConfigError(
        f"vurderingen {wanted} findes ikke; den er måske allerede fortrudt",
        "Se vurderingerne med: kkr-graph review --answers",
    )


def _require_unused(made: frozenset[str], kept: Iterable[Judgement]) -> None:
    """Nobody loses an identity that another judgement names."""
    for each in kept:
        for slug in sorted(made & {each.left, each.right}):
            raise ConfigError(
                f"{slug} findes kun på grund af vurderingen, og en anden nævner {slug} "
                f"({each.by}, {each.day.isoformat()})",
                "Fortryd den anden først.",
            )


def is_outdated(config: Config) -> bool:
    """Whether something has been judged, or taken back, that the last build does not know of.

    Raises:
        ConfigError: Nothing has been built yet.
        RegistryError: The file of judgements has a mistake.
    """
    return read_review(config).judged != fingerprint(read_judgements(config.judgements))


def names_of_sides(config: Config) -> dict[str, str]:
    """What people call whoever a judgement names: by the ledger, and by the last build's list.

    Party and municipality stand behind the name.
    """
    ledger = read_ledger(config.ledger)
    names = {entry.mention: _called(entry) for entry in ledger if entry.mention}
    names |= {entry.slug: _called(entry) for entry in ledger}
    if config.review.is_file():
        names |= {handle: side.called for handle, side in read_review(config).sides.items()}
    return names


def _called(entry: LedgerEntry) -> str:
    seat = (entry.party, entry.municipality)
    return told_apart(entry.name, *(seat if any(seat) else (entry.organization,)))


def name_of(handle: str, names: Mapping[str, str]) -> str:
    """What to call whoever a judgement names; a mention that is on no list by its own words."""
    if handle in names or not is_mention(handle):
        return names.get(handle, handle)
    folded, *said = handle.partition(":")[2].split("|")
    return told_apart(folded.title(), *(said or ["kun navnet"]))


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


def require_name(by: str) -> None:
    """Refuse what nobody stands by."""
    if not by.strip():
        raise ConfigError(
            "vurderingen mangler et navn", "Skriv, hvem der afgør det; fra et script: --by NAVN"
        )


def _question(config: Config, pair_id: str, verdict: Verdict) -> Question:
    open_ = {question.id: question for question in list_pairs(config)}
    question = open_.get(pair_id)
    if question is None:
        listed = next((pair for pair in read_review(config).pairs if pair.id == pair_id), None)
        if listed is not None:
            raise ConfigError(f"parret {pair_id} er allerede afgjort{_by(config, listed)}", _LIST)
        raise ConfigError(f"der er intet par, der hedder {pair_id}", _LIST)
    if verdict == Verdict.UNSURE and question.pair.unsure:
        raise ConfigError(f"parret {pair_id} står allerede som usikkert", _LIST)
    return question


def _by(config: Config, pair: Pair) -> str:
    """Who decided a pair, and when; or the other answer from which it follows."""
    answers = list_answers(config)
    for answer in answers:
        if answer.first.question == pair.id:
            first = answer.first
            return f" af {first.by} den {danish.day(first.day)}: {first.verdict.danish}"
    given = (each for answer in answers for each in answer.judgements if _gives(each, pair))
    for each in given:
        names = names_of_sides(config)
        sides = " og ".join(name_of(side, names) for side in (each.left, each.right))
        return f", for {sides} er samme person ({each.by}, {danish.day(each.day)})"
    return ", for det følger af andre vurderinger"


def _gives(judgement: Judgement, pair: Pair) -> bool:
    """Whether it says of a mention of the pair who it is."""
    is_of_pair = any(map(is_mention, {judgement.left} & set(pair.subjects)))
    return judgement.verdict == Verdict.POSITIVE and is_of_pair


class Judged:
    """What the judgements say of a pair, directly or through others."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        parts = _parts(judgements)
        self.first = {handle: part[0] for part in parts for handle in part}
        self._of_ledger = {part[0] for part in parts if not all(map(is_mention, part))}
        self.denied = self._between(judgements, Verdict.NEGATIVE)
        self.unsure = self._between(judgements, Verdict.UNSURE)

    def left_of(self, pair: Pair) -> Pair:
        """The pair with those subjects of whom it is not known yet, and whether they are unsure."""
        sides = {subject: self._sides(subject, pair.candidate) for subject in pair.subjects}
        open_ = [
            subject
            for subject in pair.subjects
            if not (self.is_given(subject) or self._is_settled(subject, pair.candidate))
        ]
        is_unsure = any(sides[subject] in self.unsure for subject in open_)
        return replace(pair, subjects=tuple(open_), unsure=is_unsure)

    def is_given(self, subject: str) -> bool:
        """Whether it is a mention of which somebody has said whom of the ledger it means.

        To ask whether it is another as well would be to ask whether those two are one person.
        """
        return is_mention(subject) and self.first.get(subject) in self._of_ledger

    def _is_settled(self, subject: str, candidate: str) -> bool:
        return self.is_one(subject, candidate) or self.is_denied(subject, candidate)

    def is_one(self, left: str, right: str) -> bool:
        """Whether the two are one person by what was judged."""
        return len(self._sides(left, right)) == 1

    def is_denied(self, left: str, right: str) -> bool:
        """Whether the two are two people by what was judged."""
        return self._sides(left, right) in self.denied

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
    # somebody may be parted from the very mention they were born from
    named = {side for each in taken for side in (each.left, each.right)}
    return frozenset(
        entry.slug for entry in ledger if entry.mention in mentions and entry.slug not in named
    )
