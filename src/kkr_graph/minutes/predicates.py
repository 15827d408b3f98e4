"""A sentence about roles divided at its verbs: each part with its people and what stands beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kkr_graph.language.people import Presented
from kkr_graph.minutes.clauses import Clause
from kkr_graph.minutes.tokens import VERBS, Kind, Token
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import Doing

_WITH = re.compile(r"\bmed $")  # "med X som stedfortræder"
_SEAT_OF = re.compile(r"(?:s|[’']s|[’'])? (?:plads|post|sæde|hverv|rolle|mandat|sted)\b")
_REASONS = frozenset({"fordi", "da", "idet", "mens"})
_INTO = frozenset({"til", "i", "ind i", "for"})  # prepositions that lead to what one is placed in


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People named side by side, at ``[first, last]`` of the part's tokens."""

    people: tuple[Presented, ...]
    first: int
    last: int
    start: int  # in the text
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The role and body that stand with a group of people."""

    role: Role | None = None
    body: str | None = None
    principal: bool = False  # "som suppleant for", and somebody follows
    new: bool = False
    stated: bool = False
    office: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """One verb of a sentence with all that belongs to it."""

    clause: Clause
    tokens: tuple[Token, ...]
    verb: Token | None  # None: a sentence without one
    at: int  # of the verb among the tokens; with its auxiliary it begins before
    opener: str = ""  # the word that joins this part to the one before

    @property
    def start(self) -> int:
        """Where the part begins in the text."""
        return self.tokens[0].start if self.tokens else 0

    @property
    def end(self) -> int:
        """Where the part ends in the text."""
        return self.tokens[-1].end if self.tokens else 0

    @property
    def negated(self) -> bool:
        """Whether the part says that something is not so."""
        return any(token.kind is Kind.NOT for token in self.tokens)

    @property
    def reason(self) -> int:
        """Where a reason begins in which the verb stands: "fordi X har nedlagt hvervet"; else 0."""
        breaks = (t for t in self.tokens[: self.at] if t.kind is Kind.BREAK and t.lead in _REASONS)
        return max((token.end for token in breaks), default=0)

    @property
    def proposes(self) -> bool:
        """Whether the verb only proposes: "indstiller, at", "foreslår, at"."""
        verb = None if self.verb is None else self.verb.verb
        return verb is not None and verb.doing in (Doing.PROPOSED, Doing.NOMINATED)

    @property
    def begins(self) -> int:
        """Where, among the tokens, the verb begins: at its auxiliary."""
        return next((i for i in range(self.at) if self.tokens[i].kind is Kind.AUX), self.at)

    def groups(self) -> tuple[Group, ...]:
        """Everybody in this part who may be placed: not agents, predecessors and principals."""
        return tuple(self._groups())

    def _groups(self) -> Iterator[Group]:
        run: list[int] = []
        for i, token in enumerate(self.tokens):
            if token.kind is not Kind.PERSON or self._is_other(i):
                continue
            if run and not self._beside(run[-1], i):
                yield from map(self._group, self._split(run))
                run = []
            run.append(i)
        if run:
            yield from map(self._group, self._split(run))

    def _split(self, run: list[int]) -> Iterator[list[int]]:
        """People side by side with a role in front for some and one behind for the last.

        "som medlem X og Y, som observatør": X is a member, Y the observer.
        """
        first, last = run[0], run[-1]
        behind = next(iter(self.tokens[last + 1 : last + 3]), None)
        if behind is not None and behind.kind is Kind.JOIN and behind.lead == ",":
            behind = next(iter(self.tokens[last + 2 : last + 3]), None)
        led = first > 0 and self.tokens[first - 1].kind is Kind.ROLE and self.tokens[first - 1].lead
        if len(run) > 1 and led and behind is not None and behind.kind is Kind.ROLE and behind.lead:
            yield run[:-1]
            yield run[-1:]
        else:
            yield run

    def _group(self, run: Sequence[int]) -> Group:
        first, last = self.tokens[run[0]], self.tokens[run[-1]]
        people = tuple(self.clause.person(self._text(self.tokens[i])) for i in run)
        return Group(people=people, first=run[0], last=run[-1], start=first.start, end=last.end)

    def _text(self, token: Token) -> str:
        return self.clause.text[token.start : token.end]

    def _beside(self, one: int, other: int) -> bool:
        """Whether nothing but commas and "og" stands between two people."""
        if any(token.kind is not Kind.JOIN for token in self.tokens[one + 1 : other]):
            return False
        gap = self.clause.text[self.tokens[one].end : self.tokens[other].start]
        return gap.replace(",", " ").split() in ([], ["og"], ["samt"]) and gap.strip() != ""

    def _is_other(self, i: int) -> bool:
        """Somebody after "i stedet for", "suppleant for" or "af": placed by none of this."""
        before = self.tokens[i - 1] if i else None
        lead = self.clause.text[: self.tokens[i].start].rstrip()
        return (
            _SEAT_OF.match(self.clause.text, self.tokens[i].end) is not None
            or (before is not None and (before.kind is Kind.INSTEAD or before.principal))
            or lead.endswith((" af", " hos", " fra", " over for", " sammen med", " v/"))
        )

    def old(self) -> tuple[Presented, ...]:
        """Those in whose place somebody comes: "i stedet for X"."""
        return tuple(
            self.clause.person(self._text(self.tokens[i + 1]))
            for i, token in enumerate(self.tokens[:-1])
            if token.kind is Kind.INSTEAD and self.tokens[i + 1].kind is Kind.PERSON
        )

    def agent(self) -> Presented | None:
        """The person in "afløses af X"."""
        for token in self.tokens:
            lead = self.clause.text[: token.start].rstrip()
            if token.kind is Kind.PERSON and lead.endswith(" af"):
                return self.clause.person(self._text(token))
        return None

    def owner(self) -> Presented | None:
        """The person in "overtager Xs plads"."""
        for token in self.tokens:
            if token.kind is Kind.PERSON and _SEAT_OF.match(self.clause.text, token.end):
                return self.clause.person(self._text(token))
        return None

    def principal(self, group: Group) -> Presented | None:
        """The person in "suppleant for X" beside a group."""
        for i in range(group.last + 1, len(self.tokens) - 1):
            if self.tokens[i].kind is Kind.PERSON and not self.tokens[i - 1].principal:
                return None
            if self.tokens[i].principal and self.tokens[i + 1].kind is Kind.PERSON:
                return self.clause.person(self._text(self.tokens[i + 1]))
        return None

    def beside(self, group: Group, groups: Sequence[Group]) -> Beside:
        """What stands with a group: right behind it, right before it, or further behind."""
        before, behind = self._before(group, groups), self._behind(group, groups)
        role = (
            _first_role(behind[:1])
            or _first_role(before[-1:])
            or _first_role(behind)
            or _first_role(before)
        )
        leaves = self.verb is not None and self.verb.kind is Kind.LEAVE
        body = next(
            (t.body for t in (*behind, *before) if t.body and (leaves or leads_into(t))), None
        )
        if role is not None and role.body:
            body = role.body
        office = any(t.kind is Kind.OFFICE for t in behind[:1])
        return Beside(
            role=None if role is None else role.role,
            body=body,
            principal=role is not None and role.principal,
            new=role is not None and role.new,
            stated=role is not None or body is not None,
            office=office and role is None,
        )

    def _behind(self, group: Group, groups: Sequence[Group]) -> list[Token]:
        """Roles and bodies between a group and the next, but those that lead the next in."""
        later = [other for other in groups if other.first > group.last]
        stop = later[0].first if later else len(self.tokens)
        inner = [
            (i, token)
            for i, token in enumerate(self.tokens[group.last + 1 : stop], group.last + 1)
            if token.kind in (Kind.ROLE, Kind.BODY, Kind.OFFICE) and not token.former
        ]
        return [token for i, token in inner if not (later and self._leads_in(i, stop))]

    def _before(self, group: Group, groups: Sequence[Group]) -> list[Token]:
        earlier = [other for other in groups if other.last < group.first]
        begin = earlier[-1].last + 1 if earlier else 0
        return [
            token
            for i, token in enumerate(self.tokens[begin : group.first], begin)
            if token.kind in (Kind.ROLE, Kind.BODY)
            and not token.former
            and (not earlier or self._leads_in(i, group.first))
        ]

    def _leads_in(self, i: int, group_at: int) -> bool:
        """Whether a role stands for the people after it: "og som næstformand X", "Y til Z, W"."""
        opened = i > 0 and self.tokens[i - 1].kind in (Kind.JOIN, Kind.BREAK)
        between = self.tokens[i + 1 : group_at]
        return (
            opened
            and self.tokens[i].kind is Kind.ROLE
            and all(
                t.kind in (Kind.BODY, Kind.DO, Kind.AUX, Kind.BECOME, Kind.HOLD) for t in between
            )
            and not _WITH.search(self.clause.text[: self.tokens[group_at].start])
        )


def leads_into(token: Token) -> bool:
    """Whether a token names what somebody is placed in, and not who places or sends."""
    return token.kind is Kind.ROLE or token.lead in _INTO


def _first_role(tokens: Sequence[Token]) -> Token | None:
    return next((token for token in tokens if token.kind is Kind.ROLE), None)


def predicates(clause: Clause, tokens: tuple[Token, ...]) -> Iterator[Predicate]:
    """The parts of a sentence, one for each verb."""
    verbs = [i for i, token in enumerate(tokens) if token.kind in VERBS]
    if not verbs:
        yield Predicate(clause=clause, tokens=tokens, verb=None, at=len(tokens))
        return
    cuts = [0]
    for before, verb in pairwise(verbs):
        cuts.append(_boundary(tokens, before, verb))
    for cut, end, verb in zip(cuts, [*cuts[1:], len(tokens)], verbs, strict=True):
        opener, begin = "", cut
        while begin < verb and tokens[begin].kind in (Kind.JOIN, Kind.BREAK):
            opener = tokens[begin].lead
            begin += 1
        part = tokens[begin:end]
        yield Predicate(
            clause=clause, tokens=part, verb=tokens[verb], at=verb - begin, opener=opener
        )


def _boundary(tokens: Sequence[Token], before: int, verb: int) -> int:
    """Where, between two verbs, the part of the second begins."""
    first = verb
    while first - 1 > before and tokens[first - 1].kind is not Kind.AUX:
        first -= 1
    first = first - 1 if first - 1 > before else verb
    for i in range(verb - 1, before, -1):
        if tokens[i].kind is Kind.BREAK:
            return _joined_from(tokens, i, before)
    if tokens[first - 1].kind is Kind.PERSON and first - 1 > before:
        return _subject_from(tokens, first - 1, before)
    for i in range(first - 1, before, -1):
        if tokens[i].kind is Kind.JOIN:
            return _joined_from(tokens, i, before)
    return first


def _subject_from(tokens: Sequence[Token], i: int, before: int) -> int:
    """The beginning of the subject that ends with the person at ``i``."""
    while (
        i - 2 > before
        and tokens[i - 1].kind is Kind.JOIN
        and tokens[i - 1].lead != ","
        and tokens[i - 2].kind is Kind.PERSON
    ):
        i -= 2
    return _joined_from(tokens, i - 1, before) if tokens[i - 1].kind is Kind.JOIN else i


def _joined_from(tokens: Sequence[Token], i: int, before: int) -> int:
    """The first of the joining words that stand in a row."""
    while i - 1 > before and tokens[i - 1].kind in (Kind.JOIN, Kind.BREAK):
        i -= 1
    return i
