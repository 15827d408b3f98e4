"""Where the parts of a sentence begin and end: one part for each verb."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from kkr_graph.minutes.clauses import Clause
from kkr_graph.minutes.personnel import others
from kkr_graph.minutes.personnel.predicates import RELATIVES, Predicate
from kkr_graph.minutes.personnel.tokens import VERBS, Kind, Token
from kkr_graph.model.extract import CHAIRS
from kkr_graph.model.lexicon import Voice

_LED = re.compile(r"\b(?:med|for|til|om|mod|ved) $", re.IGNORECASE)  # no subject follows


def predicates(clause: Clause, tokens: tuple[Token, ...]) -> Iterator[Predicate]:
    """The parts of a sentence, one for each verb."""
    verbs = [i for i, token in enumerate(tokens) if token.kind in VERBS]
    if not verbs:
        yield Predicate(clause=clause, tokens=tokens, verb=None, at=len(tokens))
        return
    cuts = [0]
    for before, verb in pairwise(verbs):
        cuts.append(_boundary(tokens, before, verb))
    parts = [
        _part(clause, tokens, cut, end, verb)
        for cut, end, verb in zip(cuts, [*cuts[1:], len(tokens)], verbs, strict=True)
    ]
    yield from _with_shared_target(_with_subject(_resumed(parts)))


def _part(clause: Clause, tokens: tuple[Token, ...], cut: int, end: int, verb: int) -> Predicate:
    opener, begin = "", cut
    while begin < verb and tokens[begin].kind in (Kind.JOIN, Kind.BREAK):
        opener = tokens[begin].lead
        begin += 1
    part = tokens[begin:end]
    return Predicate(clause=clause, tokens=part, verb=tokens[verb], at=verb - begin, opener=opener)


def _resumed(parts: Sequence[Predicate]) -> Sequence[Predicate]:
    """The parts with what stands behind a relative clause given back to the clause around it.

    "KKR udpegede X, der er borgmester, til Z": Z belongs to the first verb.
    """
    given = list(parts)
    for i in range(1, len(given)):
        around, relative = given[i - 1], given[i]
        close = _close_of(relative)
        if close is not None:
            rest = relative.tokens[close + 1 :]
            given[i - 1] = replace(around, tokens=(*around.tokens, *rest))
            given[i] = replace(relative, tokens=relative.tokens[:close])
    return given


def _with_subject(parts: Sequence[Predicate]) -> Sequence[Predicate]:
    """The parts, where one that goes on behind a relative clause has its subject from before that.

    "X, der er borgmester, udpeges til Z": both verbs tell of X, and in "X, der er borgmester, og Y
    udpeges" the second tells of both. "I stedet for Y, der er flyttet, indtræder X" is told of Y too.
    """
    given = list(parts)
    for i, part in enumerate(parts[1:], 1):
        subject = _antecedent_of(parts[:i])
        alone = part.opener == "," and part.begins == 0
        beside = part.opener == "og" and _is_placed(part)
        if subject and (alone or (beside and _begins(part.clause, subject[0]))):
            tokens = (*subject, *part.tokens)
            given[i] = replace(part, tokens=tokens, at=part.at + len(subject))
    return given


def _begins(clause: Clause, subject: Token) -> bool:
    """Whether a clause begins with somebody, and nobody did anything to them before."""
    return clause.text[: subject.start].strip() == "" or clause.text.endswith(
        " at ", 0, subject.start
    )


def _is_placed(part: Predicate) -> bool:
    """Whether somebody is placed, in the passive, who stands before the verb alone."""
    verb = None if part.verb is None else part.verb.verb
    passive = verb is not None and verb.voice in (Voice.PASSIVE, Voice.PARTICIPLE)
    return passive and [token.kind for token in part.tokens[: part.begins]] == [Kind.PERSON]


def _antecedent_of(parts: Sequence[Predicate]) -> Sequence[Token]:
    """Who stands before the relative clause of the last verb, behind "i stedet for" with that.

    "X, der er borgmester"; nobody where another clause has them: "af X, der er borgmester".
    """
    *earlier, part = parts
    if earlier and part.opener in RELATIVES:
        at, before = len(earlier[-1].tokens) - 1, earlier[-1]
    else:
        at, before = part.begins - 3, part
        if at < 0 or part.tokens[at + 1].lead != "," or part.tokens[at + 2].lead not in RELATIVES:
            return ()
    if before.tokens[at].kind is not Kind.PERSON:
        return ()
    if at > 0 and before.tokens[at - 1].kind is Kind.INSTEAD:
        return before.tokens[at - 1 : at + 1]
    led = _LED.search(part.clause.text, 0, before.tokens[at].start) is not None
    return () if led or others.is_other(before, at) else before.tokens[at : at + 1]


def _with_shared_target(parts: Sequence[Predicate]) -> Iterator[Predicate]:
    """The parts, where two that are joined share what stands at the end.

    "KKR genudpegede X og udpegede Y som medlemmer af Z": both are placed in Z.
    """
    for part, after in zip_longest(parts, parts[1:]):
        shared = () if after is None or not _are_alike(part, after) else _target_of(after)
        yield replace(part, tokens=(*part.tokens, *shared)) if shared else part


def _are_alike(part: Predicate, after: Predicate) -> bool:
    """Whether two verbs place people in the active, and the first says no more than whom."""
    behind = {token.kind for token in part.tokens[part.at + 1 :]}
    names_only = Kind.PERSON in behind <= {Kind.PERSON, Kind.JOIN}
    placed = any(token.kind in (Kind.ROLE, Kind.BODY) for token in part.tokens)
    active = _is_active(part) and _is_active(after)
    return active and after.opener == "og" and names_only and not placed


def _is_active(part: Predicate) -> bool:
    verb = None if part.verb is None else part.verb.verb
    return verb is not None and verb.voice is Voice.ACTIVE


def _target_of(part: Predicate) -> tuple[Token, ...]:
    """As what, and into what, everybody is placed whom a part names before it; a chair is one alone."""
    people = [i for i, token in enumerate(part.tokens) if token.kind is Kind.PERSON]
    rest = part.tokens[people[-1] + 1 :] if people else ()
    is_target = bool(rest) and all(
        token.kind in (Kind.ROLE, Kind.BODY) and token.role not in CHAIRS for token in rest
    )
    return rest if is_target else ()


def _close_of(part: Predicate) -> int | None:
    """Where the comma stands that closes a relative clause, if what follows is not of it."""
    if part.opener not in RELATIVES | {"hvor"}:
        return None
    for i in range(part.at + 1, len(part.tokens) - 1):
        token, after = part.tokens[i], part.tokens[i + 1]
        if token.kind is Kind.JOIN and token.lead == ",":
            leads = after.kind in (Kind.ROLE, Kind.BODY) and after.lead != ""
            leads = leads or _is_placed_too(part.tokens[i + 1 :])
            return i if leads or after.kind is Kind.PERSON else None
    return None


def _is_placed_too(tokens: Sequence[Token]) -> bool:
    """Whether somebody is placed behind a relative clause: "..., og Y som stedfortræder"."""
    kinds = [token.kind for token in tokens[:3]]
    return kinds == [Kind.JOIN, Kind.PERSON, Kind.ROLE] and tokens[2].lead != ""


def _boundary(tokens: Sequence[Token], before: int, verb: int) -> int:
    """Where, between two verbs, the part of the second begins."""
    first = verb
    while first - 1 > before and tokens[first - 1].kind is not Kind.AUX:
        first -= 1
    first = first - 1 if first - 1 > before else verb
    apposed = _apposed(tokens, first, before)
    if apposed is not None:
        return apposed
    for i in range(verb - 1, before, -1):
        if tokens[i].kind is Kind.BREAK:
            return _joined_from(tokens, i, before)
    if tokens[before].noun:  # "udpegningen af X blev godkendt": X belongs to the noun
        return first
    subject = first - 2 if _closes_subject(tokens, first - 1, before) else first - 1
    if tokens[subject].kind is Kind.PERSON and subject > before:
        return _subject_from(tokens, subject, before)
    for i in range(first - 1, before, -1):
        if tokens[i].kind is Kind.JOIN:
            return _joined_from(tokens, i, before)
    return first


def _apposed(tokens: Sequence[Token], verb: int, before: int) -> int | None:
    """Where "..., og Zs formand, X, indtræder" begins: X stands between commas behind a role."""
    at = verb - 4
    if at <= before or not (tokens[at].aside or tokens[at].title):
        return None
    comma, person, close = tokens[at + 1 : verb]
    if person.kind is not Kind.PERSON or (comma.lead, close.lead) != (",", ","):
        return None
    joined = tokens[at - 1].kind is Kind.JOIN and at - 1 > before
    return _joined_from(tokens, at - 1, before) if joined else at


def _closes_subject(tokens: Sequence[Token], i: int, before: int) -> bool:
    """Whether the comma at ``i`` ends from where a subject comes: "og Y (A), Z Kommune, blev valgt"."""
    if i - 2 <= before or tokens[i].lead != "," or tokens[i - 1].kind is not Kind.PERSON:
        return False
    return tokens[i - 2].kind in (Kind.JOIN, Kind.BREAK)


def _subject_from(tokens: Sequence[Token], i: int, before: int) -> int:
    """The beginning of the subject that ends with the person at ``i``."""
    while (
        i - 2 > before
        and tokens[i - 1].kind is Kind.JOIN
        and tokens[i - 1].lead != ","
        and tokens[i - 2].kind is Kind.PERSON
    ):
        i -= 2
    if i - 1 > before and tokens[i - 1].principal:  # "og som stedfortræder for X valgtes Y"
        i -= 1
    return _joined_from(tokens, i - 1, before) if tokens[i - 1].kind is Kind.JOIN else i


def _joined_from(tokens: Sequence[Token], i: int, before: int) -> int:
    """The first of the joining words that stand in a row."""
    if tokens[i].lead == "hvor" and _is_joined_place(tokens, i - 1, before):
        i -= 1  # "og i Havnerådet, hvor X": the place is that of what follows
    while i - 1 > before and tokens[i - 1].kind in (Kind.JOIN, Kind.BREAK):
        i -= 1
        if _is_joined_place(tokens, i - 1, before) and tokens[i].lead == ",":
            i -= 1
    return i


def _is_joined_place(tokens: Sequence[Token], i: int, before: int) -> bool:
    """Whether a body at ``i`` is joined to what stands before it: "... og i Havnerådet"."""
    placed = i - 1 > before and tokens[i].kind is Kind.BODY
    return placed and tokens[i - 1].kind is Kind.JOIN and tokens[i - 1].lead == "og"
