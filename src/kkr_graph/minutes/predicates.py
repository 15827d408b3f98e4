"""A sentence about roles divided at its verbs: each part with its people and what stands beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kkr_graph.language.presented import Presented
from kkr_graph.minutes.clauses import Clause
from kkr_graph.minutes.tokens import Kind, Token
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import Doing

_WITH = re.compile(r"\bmed $")  # "med X som stedfortræder"
# roles in front of those who have them: "med følgende stedfortrædere: X"
_WITH_FOLLOWING = re.compile(r"\b(?:med|samt|og) følgende (?:personlige )?$")
_SEAT_OF = re.compile(
    r"(?:s|[’']s|[’'])? (?:(?:hidtidige|tidligere|nuværende|gamle|ledige) )?(?:plads|pladser|post|poster|sæde|hverv|rolle|mandat|sted|orlov|fravær|sygdom|barsel\w*)\b"
)
_REASONS = frozenset({"fordi", "da", "idet", "mens", "hvor"})
RELATIVES = frozenset({"der", "som"})
_BETWEEN = frozenset({Kind.BODY, Kind.DO, Kind.AUX, Kind.BECOME, Kind.HOLD})
_REPORTING = frozenset({"at", "hvor"})
_UNPLACED = re.compile(r"\bi stedet for (?:den |de )?(?:indstillede|foreslåede)(?: [a-zæøå]+)?$")
_OTHER_CLAUSE = frozenset({"mens", "men", "da", "fordi", "når", "hvis", "der", "som"})
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
        end = self.at + 1
        while end < len(self.tokens) and not self._ends_clause(self.tokens[end]):
            end += 1
        breaks = (i + 1 for i in range(self.at) if self.tokens[i].kind is Kind.BREAK)
        begins = max(max(breaks, default=0), self._joined_subject())
        return any(token.kind is Kind.NOT for token in self.tokens[begins:end])

    def _ends_clause(self, token: Token) -> bool:
        """Whether a token behind the verb ends its clause; a comma ends a relative one."""
        return token.kind is Kind.BREAK or (self.opener in RELATIVES and token.lead == ",")

    def _joined_subject(self) -> int:
        """Where "... og X" begins a clause before the verb; 0 where nothing is joined."""
        for i in range(self.at - 1, 0, -1):
            join = self.tokens[i - 1]
            if self.tokens[i].kind is Kind.PERSON and join.kind is Kind.JOIN and join.lead == "og":
                before = self.tokens[i - 2] if i > 1 else None
                return i if before is None or before.kind is not Kind.PERSON else 0
        return 0

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
            person = self.clause.person(self._text(token))
            again = any(self.clause.person(self._text(self.tokens[j])) == person for j in run)
            if run and (again or not self._beside(run[-1], i)):
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
        between = self.tokens[one + 1 : other]
        gap = self.clause.text[self.tokens[one].end : self.tokens[other].start]
        for token in between:
            if token.kind is not Kind.JOIN and not token.title:
                return False
            if token.title:  # "Ældrerådets formand, X, og Handicaprådets formand, Y"
                gap = gap.replace(self._text(token), "")
        return gap.replace(",", " ").split() in ([], ["og"], ["samt"]) and gap.strip() != ""

    def _is_other(self, i: int) -> bool:
        """Somebody after "i stedet for", "suppleant for" or "af": placed by none of this."""
        before = self.tokens[i - 1] if i else None
        lead = self.clause.text[: self.tokens[i].start].rstrip()
        led = _UNPLACED.search(lead) is not None or lead.endswith(
            (" af", " hos", " fra", " over for", " sammen med", " v/")
        )
        is_object = before is not None and before.noun  # "valget af X"
        if self._for_whom(i) or self._is_in_another(i):
            return True
        return (
            _SEAT_OF.match(self.clause.text, self.tokens[i].end) is not None
            or (before is not None and (before.kind is Kind.INSTEAD or before.principal))
            or self._tells_of_it(i)
            or (led and not is_object)
        )

    def beside_body(self, body: str | None) -> Iterator[str]:
        """The bodies joined to the one named: "i Havnerådet og i bestyrelsen for Z"."""
        at = next((i for i, token in enumerate(self.tokens) if token.body == body), None)
        while body is not None and at is not None and at + 2 < len(self.tokens):
            join, other = self.tokens[at + 1 : at + 3]
            if join.kind is not Kind.JOIN or other.kind is not Kind.BODY or not other.body:
                return
            if other.lead not in _INTO | {"af"}:
                return
            yield other.body
            at += 2

    def _is_in_another(self, i: int) -> bool:
        """Whether somebody stands in a clause behind the verb's, with no role: "mens X ikke gik"."""
        breaks = [
            token
            for token in self.tokens[self.at + 1 : i]
            if token.kind is Kind.BREAK and token.lead in _OTHER_CLAUSE
        ]
        after = self.tokens[i + 1 : i + 2]
        placed = any(token.kind in (Kind.ROLE, Kind.BODY) and token.lead for token in after)
        return bool(breaks) and not placed

    def _for_whom(self, i: int) -> bool:
        """Whether the person at ``i`` is whose deputy the one before is: "X for Y og Z for W"."""
        if i == 0 or self.tokens[i].kind is not Kind.PERSON:
            return False
        before = self.tokens[i - 1]
        if before.kind is Kind.JOIN and before.lead == "," and i > 1:
            before = self.tokens[i - 2]
        gap = self.clause.text[before.end : self.tokens[i].start]
        deputies = any(token.role is Role.DEPUTY for token in self.tokens)
        return deputies and before.kind is Kind.PERSON and gap.strip(" ,") == "for"

    def _led(self, role: Token) -> bool:
        """Whether a role is what somebody led, who leaves the body: "hvor han har været formand"."""
        lead = self.clause.text[max(0, role.start - 12) : role.start]
        return role.role in (Role.CHAIR, Role.VICE_CHAIR) and lead.endswith("har været ")

    def _tells_of_it(self, i: int) -> bool:
        """Whether somebody only says what the verb tells: "X oplyste, at Y er udpeget"."""
        between = self.tokens[i + 1 : self.at]
        return any(token.kind is Kind.BREAK and token.lead in _REPORTING for token in between)

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
        for i in range(group.last + 1, min(group.last + 3, len(self.tokens))):
            if self._for_whom(i):
                return self.clause.person(self._text(self.tokens[i]))
        led = self.tokens[max(0, group.first - 3) : group.first]
        if [t.kind for t in led[-3:]] == [Kind.ROLE, Kind.PERSON, Kind.JOIN] and led[0].principal:
            return self.clause.person(self._text(led[1]))  # "og, som suppleant for X, Y"
        for i in range(min(self.at, group.first) - 1):  # "suppleant for X er Y"
            if self.tokens[i].principal and self.tokens[i + 1].kind is Kind.PERSON:
                return self.clause.person(self._text(self.tokens[i + 1]))
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

    def shared(self) -> Beside:
        """The role and body that all people of a part share: in front of them, or at its end."""
        becomes = self.verb is not None and self.verb.kind in (Kind.ENTER, Kind.DO)
        roles = [
            t
            for t in self.tokens
            if t.kind is Kind.ROLE and not (t.former or (becomes and t.title) or self._led(t))
        ]
        leaves = self.verb is not None and self.verb.kind is Kind.LEAVE
        bodies = [
            t.body for t in self.tokens if t.body and not t.former and (leaves or leads_into(t))
        ]
        first = next((i for i, t in enumerate(self.tokens) if t.kind is Kind.PERSON), 0)
        fronted = [t for t in roles if t in self.tokens[:first]]
        role = fronted[0] if fronted else (roles[0] if len(roles) == 1 else None)
        groups = self.groups()  # none: the part tells of somebody before it
        people = {person.name for group in groups for person in group.people}
        alone = len(groups) <= 1 or len(people) == 1
        shares = role is not None and (bool(fronted) or alone)
        return Beside(
            role=role.role if role is not None and shares else None,
            body=(role.body if role is not None and shares else None) or next(iter(bodies), None),
            stated=bool(roles or bodies),
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
        becomes = self.verb is not None and self.verb.kind in (Kind.ENTER, Kind.DO)
        return [
            token
            for i, token in enumerate(self.tokens[begin : group.first], begin)
            if token.kind in (Kind.ROLE, Kind.BODY)
            and not (token.former or (becomes and token.title))
            and (not earlier or self._leads_in(i, group.first))
        ]

    def _leads_in(self, i: int, group_at: int) -> bool:
        """Whether a role stands for the people after it: "og som næstformand X", "Y til Z, W"."""
        opened = i > 0 and self.tokens[i - 1].kind in (Kind.JOIN, Kind.BREAK)
        opened = (
            opened or _WITH_FOLLOWING.search(self.clause.text[: self.tokens[i].start]) is not None
        )
        between = self.tokens[i + 1 : group_at]
        return (
            opened
            and self.tokens[i].kind is Kind.ROLE
            and (self.tokens[i].principal or all(t.kind in _BETWEEN for t in between))
            and not _WITH.search(self.clause.text[: self.tokens[group_at].start])
        )


def leads_into(token: Token) -> bool:
    """Whether a token names what somebody is placed in, and not who places or sends."""
    return token.kind is Kind.ROLE or token.lead in _INTO


def _first_role(tokens: Sequence[Token]) -> Token | None:
    return next((token for token in tokens if token.kind is Kind.ROLE), None)
