"""Participles with their auxiliaries: "blev udpeget", "er indtrådt", "Valgt som formand blev"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kkr_graph.minutes.personnel.tokens import VERBS, Kind, Token
from kkr_graph.model.lexicon import Doing, VerbForm, Voice

_MOVES = frozenset({Kind.LEAVE, Kind.ENTER, Kind.TAKE})
_MOVED = re.compile(
    r"^(?:trådt|gået|rykket)\b|^\w*(?:trådt|ået|rykket|stoppet|lagt|ladt|taget|trukket sig)$"
)


def with_auxiliaries(tokens: list[Token]) -> Iterator[Token]:
    """Participles with their auxiliaries; an auxiliary alone is "is" or "becomes", or nothing."""
    open_at: Token | None = None  # a participle that may be followed by its auxiliary
    perfect: dict[int, bool] = {}
    kept: list[Token | None] = []
    for i, token in enumerate(tokens):
        if token.kind is not Kind.AUX:
            kept.append(token)
            if token.kind is Kind.DO:
                open_at = token
            elif token.kind is not Kind.NOT and not (
                open_at is tokens[0] and token.kind in (Kind.ROLE, Kind.BODY)
            ):
                open_at = None  # but "Valgt som formand blev X" begins with its participle
            continue
        if open_at is not None and _is_participle(open_at):
            kept.append(None)
            open_at = None
            continue
        later = _participle_after(tokens, i)
        if later is not None:
            perfect[later] = token.lead in ("har", "havde")
            kept.append(token)
        else:
            kept.append(_alone(token))
    for i, maybe in enumerate(kept):
        if maybe is not None:
            yield replace(maybe, perfect=True) if perfect.get(i) else maybe


def _is_participle(token: Token) -> bool:
    """Whether a form needs "er", "har" or "blev": "udpeget", "indtrådt", "nedlagt"."""
    moved = token.kind in _MOVES and _MOVED.search(token.lead) is not None
    return moved or (token.verb is not None and token.verb.voice is Voice.PARTICIPLE)


def _participle_after(tokens: list[Token], i: int) -> int | None:
    for j in range(i + 1, len(tokens)):
        token = tokens[j]
        if _is_participle(token):
            return j
        if token.kind in VERBS or token.kind is Kind.BREAK or token.kind is Kind.AUX:
            return None
    return None


def _alone(token: Token) -> Token | None:
    if token.lead == "er":
        return replace(token, kind=Kind.HOLD)
    if token.lead in ("foreslås", "foresloges"):
        return replace(token, kind=Kind.DO, verb=VerbForm(Doing.PROPOSED, Voice.PASSIVE))
    if token.lead in ("blev", "bliver", "blive", "er blevet"):
        return replace(token, kind=Kind.BECOME)
    return None
