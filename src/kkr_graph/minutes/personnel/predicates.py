"""A sentence about roles divided at its verbs: the parts, and what their verbs say."""

from dataclasses import dataclass

from kkr_graph.language.presented import Presented
from kkr_graph.minutes.clauses import Clause
from kkr_graph.minutes.personnel.tokens import Kind, Token
from kkr_graph.model.lexicon import Doing

_REASONS = frozenset({"fordi", "da", "idet", "mens", "hvor"})
RELATIVES = frozenset({"der", "som"})


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
        begins = max(max(breaks, default=0), self._joined_subject(), self._joined_verb())
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

    def _joined_verb(self) -> int:
        """Where "og" joins what somebody does to what they are not: "er ikke på valg og fortsætter"."""
        goes_on = self.verb is not None and self.verb.kind in (Kind.HOLD, Kind.ENTER)
        joined = goes_on and self.at > 0 and self.tokens[self.at - 1].lead == "og"
        return self.at if joined and self.tokens[self.at - 1].kind is Kind.JOIN else 0

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

    @property
    def places(self) -> bool:
        """Whether the verb gives somebody a seat, so that a title is what they were before."""
        return self.verb is not None and self.verb.kind in (Kind.ENTER, Kind.DO)

    @property
    def leaves(self) -> bool:
        """Whether the verb tells that somebody leaves."""
        return self.verb is not None and self.verb.kind is Kind.LEAVE

    def person(self, token: Token) -> Presented:
        """The person that a token is."""
        return self.clause.person(self.text_of(token))

    def text_of(self, token: Token) -> str:
        """A token as it is written."""
        return self.clause.text[token.start : token.end]
