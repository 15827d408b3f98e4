"""Rules about seats: "3 medlemmer, der udpeges af KKR blandt ...". Never appointments."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kkr_graph.language.body_nouns import definite
from kkr_graph.language.seat_forms import ALL_TOLD, ANOTHER, FORMS, NEXT_COUNTED, number
from kkr_graph.language.sentences import sentences
from kkr_graph.model.danish import capitalised

# "Hver kommune har i repræsentantskabet for X 3 medlemmer": the body before the number
_HAS_IN = re.compile(
    r"\b(?:har|får|vælges|sidder) i (?P<body>(?:\w+ (?:for|i|af) )?[A-ZÆØÅ][^.:;,\n]{2,70}) $"
)
# "Til Havnerådet udpeger KKR to medlemmer", "Bestyrelsen for Z har to medlemmer": the body in front
_FRONTED = re.compile(
    r"(?:Til|I) (?P<body>(?:\w+ (?:for|i|af) )?[A-ZÆØÅ][^.:;,\n]{2,70}?) (?:udpeger|vælger|indstiller|udnævner|beskikker) "
    r"|(?:Bestyrelsen|bestyrelsen) (?:for|i) (?P<of>[A-ZÆØÅ][^.:;,\n]{2,70}?) (?:har|får|består|udgøres|sammensættes|tæller) "
)
# where the next rule of a sentence begins: "og 2 ...", ", én ..."
_NEXT_RULE = re.compile(
    r",? og (?=de |\d|(?:én|ét|en|et|to|tre|fire|fem|seks) )|, (?=\d|(?:én|ét|to|tre|fire|fem|seks) )"
    rf"| (?={NEXT_COUNTED})"
)
_AMONG = re.compile(r"\b(?:blandt|fra) (?P<who>(?:(?! efter )[^,.;:\n])+)")
_NOMINATED = re.compile(r"\b(?:efter|på) (?:fælles )?indstilling (?:fra|af) (?P<who>[^,.;\n]+)")
# "indstilles af KKR og udpeges af ministeren"
_AND_PLACED = re.compile(r" og (?:udpeges|udnævnes|beskikkes|vælges) af ")
_ON_NOMINATION = re.compile(r",? (?:efter|på) (?:fælles )?indstilling\b.*$")
# how they are chosen, and for how long: "blandt sine medlemmer ved forholdstalsvalg"
_MANNER = re.compile(
    r",? (?:ved (?:forholdstalsvalg|flertalsvalg|lodtrækning)|for (?:[\w-]+ )?(?:valg|funktions)?perioden?|for (?:\w+|\d) år(?: ad gangen)?)\b.*$"
)
# "blandt politikere til bestyrelsen": into what, by no name
_INTO_IT = re.compile(
    rf" (?:til|i) (?:{definite('bestyrelse', 'udvalg', 'råd', 'forum', 'repræsentantskab', 'nævn', 'kommission')})$"
)
# A recommendation, or what was once done, is no rule.
_TASK = re.compile(r",? (?:da|fordi|efter at)\b")  # "skal vælge et medlem, da X udtræder"
_PROPOSED = re.compile(
    r"\b(?:indstill|anbefal|foresl|anmod|bed)\w*\b[^.]{0,120}\bat\b[^.]*$", re.IGNORECASE
)
# "at der udpeges to medlemmer", a line below "Direktionen indstiller,"
_CLAUSE_ALONE = re.compile(r"(?:(?:[•–—-]|\d{1,2}[.)]|[a-z]\)) ?)?at ")
# "Valget sker efter forholdstalsmetoden": the seats before are those of an election
_OF_ELECTION = re.compile(
    r"(?:Valget (?:sker|foregår|foretages)|Pladserne (?:fordeles|besættes)|(?:De|Medlemmerne) (?:vælges|udpeges)|Der (?:vælges|udpeges))\b"
)
# "til hvert erhvervshus": any body of a kind, and none by name
_KIND = re.compile(
    r"\b(?:(?:til|i)|(?:bestyrelse|medlem|formand|repræsentant)\w* (?:for|af))(?: bestyrelsen (?:for|i|af))? (?:hver|hvert|alle) (?:af de )?"
    r"[a-zæøå]*(?:hus|råd|udvalg|nævn|forum|bestyrelse|selskab|skole|center|institution|komit[eé]|kommission|klynge|netværk|fond|forening)(?:e|er|et|en|ne)*(?!\w)",
    re.IGNORECASE,
)
# "blandt udvalgets medlemmer til bestyrelsen for Ungdomsskolen": into what behind among whom
_AMONG_INTO = re.compile(r"(?P<who>.+?) til (?P<body>(?:bestyrelsen (?:for|i|af) |[A-ZÆØÅ]).+)")
_SAME = re.compile(
    rf"(?:{definite('bestyrelse', 'udvalg', 'råd', 'forum', 'repræsentantskab', 'nævn', 'kommission')}|(?:det|den|dette|denne) \w+)"
)
_POINTER = re.compile(definite("råd", "udvalg", "forum", "nævn", "kommission", "netværk"))
_ANY = re.compile(r"(?:bestyrelsen (?:for|i|af) )?(?:hvert?|alle) (?!af )", re.IGNORECASE)
_BOARD_OF = re.compile(r"^(?:hver|hvert|den|det|de|(?:bestyrelsen|bestyrelserne) (?:for|i)) ")
_OWN_BOARD = re.compile(r"^(.+?)(?:[’']s?|s) bestyrelse$")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRule:
    """A rule about seats at ``[start, end)`` of the text."""

    start: int
    end: int
    seats: int
    who: str
    appointed_by: str | None
    nominated_by: str | None = None
    body: str | None = None
    pointer: str | None = None  # "rådet": one that the text before names
    is_of_kind: bool = False  # for any body of a kind, "hvert erhvervshus"


_CHAIRS = frozenset({"formand", "formanden", "Formand", "Formanden"})


def find_rules(text: str, start: int, end: int) -> Iterator[FoundRule]:
    """The seat rules in ``text[start:end]``; ``body`` only where the rule itself names it."""
    told = [
        (begin, stop, sorted(_in_sentence(text, begin, stop), key=lambda one: (one.start, one.end)))
        for begin, stop in sentences(text, start, end)
    ]
    for i, (begin, stop, rules) in enumerate(told):
        divided = any(shares for _, _, shares in told[i : i + 3]) or any(
            _OF_ELECTION.match(text, at) for at, _, _ in told[i + 1 : i + 2]
        )
        if _CLAUSE_ALONE.match(text, begin):
            continue
        for rule in rules if divided else _whole(text, begin, stop):
            if not _PROPOSED.search(text[begin : rule.start]):
                yield rule


def _whole(text: str, begin: int, stop: int) -> Iterator[FoundRule]:
    """The seats of a body all told, where nothing divides them: "Rådet består af 9 medlemmer."."""
    match = ALL_TOLD.search(text, begin, stop + 1)
    if match is not None:
        yield _rule(match)


def _in_sentence(text: str, begin: int, stop: int) -> Iterator[FoundRule]:
    taken: list[tuple[int, int]] = []
    for form in FORMS:
        at = begin
        while (match := form.pattern.search(text, at, stop)) is not None:
            at = match.start() + 1
            counted = match.span(form.counted)
            if not _is_free(counted, taken) or _TASK.match(text, match.end(), stop):
                continue
            if form.behind is not None and not form.behind.search(text, begin, match.start()):
                continue
            taken.append(counted)
            rule = _placed(_rule(match), text, begin, stop)
            others = tuple(
                _placed(other, text, begin, stop)
                for other in (_others(text, rule, match.end(), stop, taken) if form.goes_on else ())
            )
            if (
                others and rule.body is None and not match["body"]
            ):  # "en formand og to medlemmer til Z"
                rule = replace(rule, body=others[-1].body)
            yield rule
            yield from others
            if match.groupdict().get("second"):
                taken.append(match.span("second"))
                yield replace(rule, who="næstformand" if rule.who in _CHAIRS else rule.who)


def _is_free(counted: tuple[int, int], taken: Iterable[tuple[int, int]]) -> bool:
    """Whether no rule has counted it yet."""
    return all(counted[1] <= low or counted[0] >= high for low, high in taken)


def _placed(rule: FoundRule, text: str, begin: int, stop: int) -> FoundRule:
    """A rule with the body that its sentence has before it, or that it is for any of a kind."""
    if rule.body is None and (lead := _HAS_IN.search(text[begin : rule.start])) is not None:
        rule = replace(rule, body=_named_body(lead["body"]))
    if rule.body is None and (lead := _FRONTED.match(text, begin, rule.end)) is not None:
        rule = replace(rule, body=_named_body(lead["body"] or lead["of"]))
    if rule.body is None and _KIND.search(text, begin, stop):
        rule = replace(rule, is_of_kind=True)
    return rule


def _others(
    text: str, rule: FoundRule, at: int, stop: int, taken: list[tuple[int, int]]
) -> Iterator[FoundRule]:
    """Rules that go on with "og et medlem til bestyrelsen for W"."""
    while (more := ANOTHER.match(text, at, stop)) is not None:
        taken.append(more.span("count"))
        who, body = _whom_and_into(more.groupdict(), None)
        yield FoundRule(
            start=more.start("count"),
            end=more.end(),
            seats=number(more["count"]),
            who=_unnominated(who or more["seat"]),
            appointed_by=rule.appointed_by,
            body=_named_body(body),
        )
        at = more.end()


def _rule(match: re.Match[str]) -> FoundRule:
    said = match.groupdict()
    rest = said.get("rest") or ""
    own_clause = _NEXT_RULE.split(rest)[0]
    nominated = _NOMINATED.search(rest)
    by = (said.get("by") or said.get("by2") or "").strip()
    who, body = _whom_and_into(said, _among(own_clause, nominated))
    if said.get("from") in ("fra", "blandt") or said.get("within"):
        who = by
    nominator = said.get("nom") or (nominated["who"] if nominated else None)
    if (both := _AND_PLACED.search(by)) is not None:
        nominator, by = by[: both.start()], by[both.end() :]
    tail = match.start("rest") + len(own_clause.rstrip(" ,")) if "rest" in said else match.end()
    return FoundRule(
        start=match.start(),
        end=max(tail, match.start() + 1),
        seats=1 if said.get("chair") else number(match["count"]),
        who=_unnominated(who or said.get("seat") or said.get("chair") or "medlemmer"),
        appointed_by=None if said.get("from") == "blandt" else by or None,
        nominated_by=None if nominator is None else nominator.strip(),
        body=_named_body(body),
        pointer=body if body is not None and _POINTER.fullmatch(body) else None,
    )


def _among(own_clause: str, nominated: re.Match[str] | None) -> str | None:
    """Among whom, as the rest says: not among those who nominate."""
    among = _AMONG.search(own_clause)
    if among is None or (nominated is not None and among.start() >= nominated.start()):
        return None
    return among["who"]


def _whom_and_into(
    said: Mapping[str, str | None], among: str | None
) -> tuple[str | None, str | None]:
    """Among whom, and into what: also where the one goes on with the other."""
    who, body = said.get("who") or among, said.get("body")
    into = _AMONG_INTO.fullmatch(who.strip()) if who is not None and body is None else None
    return (who, body) if into is None else (into["who"], into["body"])


def _unnominated(who: str) -> str:
    """Who sits there, without on whose nomination, how they are chosen and for how long."""
    return _INTO_IT.sub("", _MANNER.sub("", _ON_NOMINATION.sub("", who)).strip())


def _named_body(phrase: str | None) -> str | None:
    """The body a rule names; "bestyrelsen" alone names none."""
    if phrase is None or _SAME.fullmatch(phrase.strip()) or _ANY.match(phrase.strip()):
        return None
    if not any(map(str.isupper, phrase)):
        return None
    return bare_body(phrase)


def bare_body(phrase: str) -> str:
    """``hvert erhvervshus`` is any Erhvervshus, and ``Havnens bestyrelse`` Havnen; with a capital."""
    plain = _OWN_BOARD.sub(r"\1", _BOARD_OF.sub("", phrase.strip()))
    if plain.startswith("repræsentantskabet "):
        return plain
    return capitalised(plain)
