"""A sentence about roles as a row of tokens: people, verbs, roles, bodies and what joins them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from kkr_graph.minutes.clauses import ONE, Clause
from kkr_graph.minutes.targets import TargetReader
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import Doing, Lexicon, Phrase, VerbForm, Voice


class Kind(Enum):
    """What a token does in the sentence."""

    PERSON = auto()
    DO = auto()  # a body does something to somebody: appoints, elects, replaces
    LEAVE = auto()
    ENTER = auto()
    TAKE = auto()  # over
    HOLD = auto()
    BECOME = auto()
    REPRESENT = auto()
    PASS = auto()  # "formandsposten overgår til X"
    AUX = auto()  # belongs to a participle
    ROLE = auto()
    BODY = auto()
    OFFICE = auto()  # "som dirigent": something that is no role
    INSTEAD = auto()
    JOIN = auto()
    BREAK = auto()
    NOT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token at ``[start, end)`` of the clause's text."""

    kind: Kind
    start: int
    end: int
    verb: VerbForm | None = None
    perfect: bool = False  # "har udpeget"
    role: Role | None = None
    body: str | None = None
    lead: str = ""  # "som", "til"; of a break or a join: the word itself
    new: bool = False  # "ny formand"
    former: bool = False  # "den hidtidige formand"
    principal: bool = False  # "suppleant for", and a person follows


VERBS = frozenset(
    {Kind.DO, Kind.LEAVE, Kind.ENTER, Kind.TAKE, Kind.HOLD, Kind.BECOME, Kind.REPRESENT, Kind.PASS}
)
_WORD = re.compile(rf"{ONE}|[^\W_][\w-]*|[,;:]")
_IDLE = re.compile(
    r"som (?:indstillet|foreslået|anført|nævnt|beskrevet|anbefalet)\b", re.IGNORECASE
)
_AUX = re.compile(
    r"(?:er blevet|er blev|blev|bliver|er|var|har|havde|forventes|ventes|foreslås|foresloges)(?![\w-])",
    re.IGNORECASE,
)
_LEAVES_WHAT = re.compile(r"(?:har )?(?:forla|forlo)\w+")
_THEIR = re.compile(r"\b(?:som|en|hans|hendes|deres|sin) $")
_NOUN = re.compile(r" (?:for|til|af) ")  # "en afløser for"
_PRINCIPAL = re.compile(r" for (?:(?!begge|alle|hver|dem)[a-zæøå]+ )?⟦")  # "for X", "for maler X"
_NAMED = re.compile(r",? ⟦")
_REFLEXIVE = re.compile(r" sig\b")
_JOIN = re.compile(r"(?:,|og|samt)(?![\w-])")
_BREAK = re.compile(
    r"(?:;|mens|men|hvor|hvorfra|hvorefter|hvortil|hvorved|idet|at|da|fordi|når|hvis|så)(?![\w-])",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:der|som|om)(?![\w-])")
_NOT = re.compile(r"(?:ikke|aldrig|ingen)(?![\w-])", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:som|til) (?:ny(?:t|e)? |den |det )?(?P<noun>[a-zæøå][\wæøå-]{3,})(?![\w-])"
)
_NO_OFFICE = re.compile(r"(?:næste|samme|bestyrelse|med|resten|perioden|valgperioden|møde|efter)")
_MEETING = re.compile(r" (?:mødet|møderne|punktet|lokalet|salen|efter p[ku])")
_BEFORE_OLD = re.compile(
    r"(?: (?:sin|sit|den|det|hendes|hans|deres|afgåede|afgående|hidtidige|tidligere|daværende|partifælle|partifællen|kollega|kollegaen"
    r"|formand|formanden|næstformand|medlem|medlemmet|borgmester|viceborgmester|rådmand|direktør),?){0,4} (?=⟦)"
)
_ADJECTIVE = (
    r"(?:(?i:ny(?:t|e)?|kommunale?|kommunalt|politiske?|fælles|personlige?|personligt|faste?|fast|menigt?|ordinært?|almindeligt?"
    r"|fungerende|hans|hendes|konstitueret|midlertidige?|nuværende|siddende|den|de|det|fortsat|også|igen|[12]\.|første|anden)|\w+(?:ets|ens)"
    r"|[A-ZÆØÅ][\w’']+s)"
)
_OWNER = re.compile(r"(?P<owner>[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*)*?)[’']?s (?:nye? )?$")


class Tokenizer:
    """Reads clauses into tokens, in one pass."""

    def __init__(self, targets: TargetReader, lexicon: Lexicon) -> None:
        self.targets = targets
        self.lexicon = lexicon
        words = "|".join(
            re.escape(word) for word in sorted(lexicon.roles, key=lambda word: (-len(word), word))
        )
        former = lexicon.phrases[Phrase.FORMER].pattern
        self._role = re.compile(
            rf"(?:(?P<lead>[Ss]om|[Tt]il) (?:henholdsvis )?)?(?P<before>(?:(?:{_ADJECTIVE}|(?:{former})) ){{0,4}})"
            rf"(?P<role>(?i:{words}))(?:(?P<post>s(?:posten|pladsen|hvervet|skabet|rollen))|(?P<definite>en|et|ne)|ns|s)?(?![\w-])"
        )
        self._in = re.compile(r" (?:i|for|af|til|på|hos) ")
        self._moves = tuple(
            (kind, lexicon.phrases[phrase])
            for kind, phrase in (
                (Kind.LEAVE, Phrase.LEAVES),
                (Kind.ENTER, Phrase.ENTERS),
                (Kind.TAKE, Phrase.TAKES_OVER),
                (Kind.REPRESENT, Phrase.REPRESENTS),
                (Kind.PASS, Phrase.PASSES_TO),
            )
        )

    def read(self, clause: Clause) -> tuple[Token, ...]:
        """The tokens of a clause; auxiliaries stand with their participle."""
        return tuple(_with_auxiliaries(list(self._tokens(clause.text))))

    def _tokens(self, text: str) -> Iterator[Token]:
        at = 0
        while (word := _WORD.search(text, at)) is not None:
            token = self._at(text, word)
            if token is not None:
                yield token
            at = max(word.end(), token.end if token is not None else 0)
            idle = _IDLE.match(text, word.start())
            if idle is not None:
                at = max(at, idle.end())

    def _at(self, text: str, word: re.Match[str]) -> Token | None:
        at = word.start()
        if text[at] == "⟦":
            return Token(kind=Kind.PERSON, start=at, end=word.end())
        if _IDLE.match(text, at):
            return None
        return (
            self._instead(text, at)
            or self._move(text, at)
            or _auxiliary(text, at)
            or self._doing(text, word)
            or self._state(text, at)
            or self._role_at(text, at)
            or self._body_at(text, at)
            or self._office(text, at)
            or _separator(text, at)
        )

    def _instead(self, text: str, at: int) -> Token | None:
        match = self.lexicon.phrases[Phrase.INSTEAD].match(text, at)
        after = None if match is None else _BEFORE_OLD.match(text, match.end())
        if after is None:
            return None
        return Token(kind=Kind.INSTEAD, start=at, end=after.end())

    def _move(self, text: str, at: int) -> Token | None:
        for kind, pattern in self._moves:
            match = pattern.match(text, at)
            if match is not None and not (kind == Kind.LEAVE and _MEETING.match(text, match.end())):
                return self._with_object(Token(kind=kind, start=at, end=match.end()), text)
        return None

    def _with_object(self, token: Token, text: str) -> Token:
        """What somebody leaves without a preposition: "forlader bestyrelsen"."""
        if not _LEAVES_WHAT.fullmatch(text[token.start : token.end]):
            return token
        place = self.targets.place(text, token.end + 1)
        return token if place is None else replace(token, body=place.name, end=place.end)

    def _doing(self, text: str, word: re.Match[str]) -> Token | None:
        verb = self.lexicon.verbs.get(word[0].casefold())
        if verb is None or (
            verb.doing is Doing.REPLACED
            and word[0].endswith("er")
            and (_NOUN.match(text, word.end()) or _THEIR.search(text[: word.start()]))
        ):
            return None
        reflexive = _REFLEXIVE.match(text, word.end())  # "konstituerede sig med"
        if reflexive is not None:
            verb = VerbForm(Doing.ELECTED, Voice.ACTIVE)
        end = reflexive.end() if reflexive else word.end()
        return Token(kind=Kind.DO, start=word.start(), end=end, verb=verb)

    def _state(self, text: str, at: int) -> Token | None:
        for kind, phrase in ((Kind.HOLD, Phrase.HOLDS), (Kind.BECOME, Phrase.BECOMES)):
            match = self.lexicon.phrases[phrase].match(text, at)
            if match is not None:
                return Token(kind=kind, start=at, end=match.end(), lead=match[0].casefold())
        return None

    def _role_at(self, text: str, at: int) -> Token | None:
        match = self._role.match(text, at)
        if match is None:
            return None
        before = match["before"]
        token = Token(
            kind=Kind.ROLE,
            start=at,
            end=match.end(),
            role=self.targets.role(match["role"]),
            lead=match["lead"] or "",
            new=re.search(r"\bny(?:t|e)? ", before, re.IGNORECASE) is not None,
            former=self.lexicon.phrases[Phrase.FORMER].search(before) is not None,
            principal=_PRINCIPAL.match(text, match.end()) is not None,
        )
        preposition = self._in.match(text, match.end())
        place = None if preposition is None else self.targets.place(text, preposition.end())
        owner = _OWNER.search(before)
        if place is None and owner is not None and self.targets.seems_body(owner["owner"]):
            return replace(token, body=self.targets.bodies.canonical(owner["owner"]))
        if place is None:
            is_post = match["role"].casefold().endswith(("post", "skab"))
            is_subject = (
                match["definite"]
                and not is_post
                and not (token.lead or token.former or token.principal)
            )
            return None if is_subject and not _NAMED.match(text, match.end()) else token
        return replace(token, body=place.name, end=place.end)

    def _body_at(self, text: str, at: int) -> Token | None:
        place = self.targets.placed_at(text, at)
        if place is None:
            return None
        return Token(kind=Kind.BODY, start=at, end=place.end, body=place.name, lead=place.lead)

    def _office(self, text: str, at: int) -> Token | None:
        match = _OFFICE.match(text, at)
        if match is None or _NO_OFFICE.match(match["noun"]) or match["noun"] in self.lexicon.verbs:
            return None
        if self._is_relative(text, at, match):
            return None
        return Token(kind=Kind.OFFICE, start=at, end=match.end())

    def _is_relative(self, text: str, at: int, match: re.Match[str]) -> bool:
        """Whether "som" leads a clause: "X, som fortsætter", and not "X, som ordstyrer"."""
        noun = match["noun"]
        is_title = noun in self.lexicon.titles or noun.endswith(self.lexicon.title_endings)
        behind = text[:at].rstrip()[-1:] in (",", "⟧") and match[0].startswith("som")
        return behind and not is_title and noun.endswith(("er", "ede", "te", "år", "or"))


def _auxiliary(text: str, at: int) -> Token | None:
    match = _AUX.match(text, at)
    if match is None:
        return None
    return Token(kind=Kind.AUX, start=at, end=match.end(), lead=match[0].casefold())


def _separator(text: str, at: int) -> Token | None:
    for kind, pattern in ((Kind.JOIN, _JOIN), (Kind.NOT, _NOT), (Kind.BREAK, _BREAK)):
        match = pattern.match(text, at)
        if match is not None:
            return Token(kind=kind, start=at, end=match.end(), lead=match[0].casefold())
    match = _RELATIVE.match(text, at)
    if match is not None and text[:at].rstrip()[-1:] in (",", "⟧"):
        return Token(kind=Kind.BREAK, start=at, end=match.end(), lead=match[0])
    return None


def _with_auxiliaries(tokens: list[Token]) -> Iterator[Token]:
    """Participles with their auxiliaries; an auxiliary alone is "is" or "becomes", or nothing."""
    open_at: Token | None = None  # a participle that may be followed by its auxiliary
    perfect: dict[int, bool] = {}
    kept: list[Token | None] = []
    for i, token in enumerate(tokens):
        if token.kind is not Kind.AUX:
            kept.append(token)
            if token.kind is Kind.DO:
                open_at = token
            elif token.kind is not Kind.NOT:
                open_at = None
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
    return token.verb is not None and token.verb.voice is Voice.PARTICIPLE


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
    if token.lead in ("blev", "bliver", "er blevet"):
        return replace(token, kind=Kind.BECOME)
    return None
