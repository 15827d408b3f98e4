"""Rules about seats: "3 medlemmer, der udpeges af KKR blandt ...". Never appointments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kkr_graph.language.sentences import sentences
from kkr_graph.model.danish import capitalised

_NUMBERS = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7,
    "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15,
}  # fmt: skip
_FIGURE = rf"\d{{1,3}}|{'|'.join(_NUMBERS)}"
COUNT = rf"(?P<count>{_FIGURE})"
_NOUN = (
    r"(?:\w*medlem(?:mer(?:ne)?)?|formand|næstformand|observatør(?:er)?|\w*repræsentant(?:er)?|plads(?:er)?|suppleant(?:er)?"
    r"|stedfortræder(?:e)?|politiker(?:e)?)"
)
_SEAT = rf"(?P<seat>(?!nyt? |nye )(?:(?!af |i |til |og |for )\w+ ){{0,2}}?{_NOUN})(?!\w)(?: \([^()\n]{{2,40}}\))?"
_SOME = r"(?:mindst |højst |op til |yderligere |de (?:resterende |øvrige |kommunale )?)?"
_PASSIVE = r"(?:(?:er |bliver )?(?:gen)?(?:udpeges|vælges|beskikkes|indstilles|udnævnes|udpeget|valgt|indstillet|beskikket|udnævnt)|besættes)"
_FINITE = r"(?:udpeges|vælges|beskikkes|indstilles|udnævnes|besættes)"
_ACTIVE = r"(?:udpeger|vælger|indstiller|beskikker|udnævner|besætter)"
_INFINITIVE = r"(?:udpege|vælge|indstille|beskikke|udnævne|besætte)"
_NAMES = r"[\w&’'/-]+(?: (?!blandt\b|efter\b|fra\b|og (?:de|én|ét|en|et|to|tre|fire|\d)\b)[\w&’'/-]+){0,9}?"
_TAIL = r"(?=,| blandt | efter | fra | for en | til | og (?:de |én |ét |en |et |to |tre |fire |fem |seks |\d)| samt |[.;:)\n]|$)"
# "4 medlemmer af Havneforums bestyrelse udpeges af"
_OF = r"(?: (?:af|i|til) (?P<body>(?!hver |perioden )[^.:;,()\n]{3,70}?))?"
_BY = rf"(?:af|fra) (?P<within>og (?:blandt|iblandt) )?(?P<by>{_NAMES}){_TAIL}"
_SUBJECT = (
    r"(?P<by>(?<![\w-])(?:[Hh]ver(?:t)? (?:af (?:de )?(?:\d+ |\w+ )?)?(?:kommune|region|organisation|forening|part|interessent|ejer|bydel|skole|medlemskommune)\w*"
    r"|(?!Mens |Når |Hvis |Ifølge |Efter |Samtidig |Desuden |Endvidere |Heraf |Der )[A-ZÆØÅ][\w&’'/-]*(?: (?:og |for |af |i )?[A-ZÆØÅ][\w&’'/-]*){0,5}"
    r"|\w*(?:rådet|udvalget|bestyrelsen|repræsentantskabet|nævnet|kommissionen|generalforsamlingen)|\w*(?:ministeren|styrelsen)|\w{3,}erne|regionen))"
)
_DEPUTY = r"(?: (?:og|med) (?:\w+ )?(?:(?:personlig(?:e)? )?(?:stedfortræder|suppleant)\w*|\w+ (?:stedfortrædere|suppleanter)))?"
_INTO = r"(?: (?:til|af|i) (?P<body>(?!de |den |det )[^.:;,\n]{3,80}?))?"
_RULE = re.compile(
    rf"(?<![\w,.])(?:{COUNT} {_SEAT}{_OF},? (?:(?:som|der) )?{_PASSIVE} {_BY}(?P<rest>[^.;\n]{{0,260}}))",
    re.IGNORECASE,
)
# "hvoraf tre udpeges af KKR", "tre af medlemmerne udpeges af KKR": without a seat's name
_COUNTED = re.compile(
    rf"(?<![\w.]){COUNT}(?: af (?:medlemmerne|pladserne|disse|dem))? {_FINITE} {_BY}(?P<rest>[^.;\n]{{0,260}})",
    re.IGNORECASE,
)
# "Formanden udpeges af KKR", "Formand og næstformand vælges af og blandt medlemmerne"
_CHAIR = re.compile(
    rf"(?<!\w)(?P<chair>(?:(?:[Ff]|[Nn]æstf)ormand(?:en)?|[Ff]orperson(?:en)?))(?P<second> og næstformand(?:en)?)? {_FINITE} {_BY}(?P<rest>[^.;\n]{{0,160}})"
)
_CHAIR_ACTIVE = re.compile(
    rf"{_SUBJECT} {_ACTIVE} (?:selv )?(?P<chair>(?:næst)?formand(?:en)?)(?P<second> og næstformand(?:en)?)?(?! for)(?=[.,;:\n]| og | blandt | til |$)"
)
_OF_WHICH = re.compile(
    rf"\b(?:heraf|hvoraf|herunder) {_FINITE} {COUNT}(?: {_SEAT})? {_BY}(?P<rest>[^.;\n]{{0,260}})",
    re.IGNORECASE,
)
_OF_WHICH_ACTIVE = re.compile(
    rf"\b(?:[Hh]eraf|[Hh]voraf) (?:{_SUBJECT} {_ACTIVE}|{_ACTIVE} {_SUBJECT.replace('<by>', '<by2>')}) (?:formanden og )?(?P<count>{_FIGURE})(?: {_SEAT})?(?: blandt (?P<who>[^.,;\n]+?))?(?=[,.;\n]|$)"
)
_ACTIVE_RULE = re.compile(
    rf"{_SUBJECT} (?:{_ACTIVE}|(?:skal|kan) (?:hver )?(?:\w+ )?{_INFINITIVE}) (?:desuden |hver |også |endvidere |selv )?(?:formand(?:en)? (?:og|samt) )?"
    rf"{_SOME}{COUNT} (?:af )?{_SEAT}{_DEPUTY}{_INTO}{_DEPUTY}(?: blandt (?P<who>[^.,;\n]+?))?(?: efter (?:fælles )?indstilling fra (?P<nom>[^.,;\n]+))?(?=[.:;,\n]|,? og |,? samt |$)"
)
_ANOTHER = re.compile(  # "... og et medlem til bestyrelsen for Z"
    rf",? (?:og|samt) {COUNT} {_SEAT}(?: (?:til|i) (?P<body>[^.:;,\n]{{3,80}}?)| blandt (?P<who>[^.:;,\n]{{3,80}}?))?(?=[.:;,\n(]| \(|$)"
)
_INVERTED_RULE = re.compile(
    rf"\b{_ACTIVE} {_SUBJECT} {COUNT} {_SEAT}{_DEPUTY}{_INTO}{_DEPUTY}(?: blandt (?P<who>[^.,;\n]+))?(?=[.:;,\n]|$)"
)
# "Der udpeges to medlemmer fra hver kommune": by nobody in particular
_THERE = re.compile(
    rf"\b[Dd]er (?:{_FINITE}|skal (?:udpeges|vælges|indstilles)) {_SOME}{COUNT} {_SEAT}(?: fra (?P<by>{_NAMES}){_TAIL})?(?: blandt (?P<who>[^.,;\n]+?))?{_INTO}{_DEPUTY}(?=[.:;,\n]|$)"
)
# who places them stands behind: "3 repræsentanter fra kommunerne (udpeges af KKR)", "som KKR udpeger"
# "I bestyrelsen udpeges to medlemmer af KKR"
_TURNED = re.compile(
    rf"(?:\b(?:[Ii]|[Tt]il) (?P<body>[^.:;,\n]{{3,80}}?) )?(?<!skal )(?<!kan )\b{_FINITE} {_SOME}{COUNT} {_SEAT} {_BY}(?P<rest>[^.;\n]{{0,260}})"
)
# "Hver kommune har i repræsentantskabet for X 3 medlemmer": the body before the number
_HAS_IN = re.compile(
    r"\b(?:har|får|vælges|sidder) i (?P<body>(?:\w+ (?:for|i|af) )?[A-ZÆØÅ][^.:;,\n]{2,70}) $"
)
_BRACKETED = re.compile(
    rf"(?<![\w,.]){COUNT} {_SEAT}(?: fra (?P<who>[^,.;:()\n]{{3,60}}?))? \({_PASSIVE} {_BY}"
)
_WHOM = re.compile(
    rf"(?<![\w,.]){COUNT} {_SEAT}(?: fra (?P<who>[^,.;:()\n]{{3,60}}?))?,? (?:som|der) {_SUBJECT} {_ACTIVE}\b(?P<rest>[^.;\n]{{0,260}})"
)
# shares of a composition: "udpeges således: 3 af KKR, 2 af regionen", "4 fra kommunerne, 8 fra"
_SHARE = re.compile(
    rf"(?<![\w.]){COUNT}(?: {_SEAT})?(?:,? (?:(?:som|der) )?(?:{_PASSIVE}|er|kommer))? (?P<from>af|fra) (?!og |dem\b|disse\b)(?P<by>{_NAMES}){_TAIL}"
)
_SHARED = re.compile(
    rf"\b(?:får|har) (?=\S+ (?:medlemmer|repræsentanter|pladser) fra)|\b(?:{_FINITE}|sammensættes|fordeles|består|har|udgøres)\b[^.;]{{0,80}}(?:således|følgende|medlemmer|pladser|repræsentanter)[:,]?\s|(?:således|fordelt|medlemmer): ",
    re.IGNORECASE,
)
_WITH = re.compile(
    rf"{_SUBJECT} (?:er repræsenteret|repræsenteres|deltager) (?:med|ved) {COUNT} {_SEAT}(?: i (?P<body>[^.,;\n]{{3,80}}?))?(?=[.,;\n]|$)"
)
# "har én repræsentant for hver kommune"; only where a composition is told
_COMPOSED = re.compile(
    r"\b(?:består af|består bl\.a\. af|har|får|udgøres af|sammensættes af|sammensat af|med)\b|:",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"(?<![\w,.]){COUNT} {_SEAT} for (?P<by>(?:hver |hvert |de |den )?[\wæøå]+(?: [\wæøå-]+){{0,4}}?){_TAIL}"
)
# "Forummet skal have to medlemmer fra rådet", "består af 2 medlemmer fra udvalget"
_FROM = re.compile(
    rf"(?<![\w,.]){COUNT} {_SEAT} (?P<from>fra|blandt) (?!og )(?P<by>{_NAMES}){_TAIL}"
)
# "fire medlemmer udpeges blandt virksomhederne": by nobody who is named
_PLACED_AMONG = re.compile(
    rf"(?<![\w,.]){COUNT} {_SEAT} {_FINITE} (?P<from>blandt) (?P<by>{_NAMES}){_TAIL}",
    re.IGNORECASE,
)
_HAVING = re.compile(
    r"\b(?:skal (?:[^.;,]{3,70} )?have|har|får|består af|skal bestå af|sammensættes af|udgøres af)\b(?:[^.;]{0,120}(?:,| og| samt))? (?:mindst |højst )?$"
)
# all seats of a body; read only where no sentence near it says who gets how many
_ALL_TOLD = re.compile(
    rf"\b(?:bestyrelsen?|\w*(?:udvalg|råd|nævn|forum|repræsentantskab)(?:met|et)?|\w*(?:kommission|styregruppe)n?(?:en)?)\b(?! er\b)[^.:;,\n]{{0,60}}? (?:består|skal bestå|udgøres|sammensættes) af (?:i alt )?{COUNT} {_SEAT}(?=\.|\n|$)",
    re.IGNORECASE,
)
_SEATS_IN = re.compile(
    rf"{_SUBJECT} har {COUNT} (?P<seat>(?:\w+ )?pladser?) i (?P<body>[^.,;\n]{{3,80}}?)(?=[.,;\n]|$)"
)
_AMONG = re.compile(r"\b(?:blandt|fra) (?P<who>(?:(?! efter )[^,.;:\n])+)")
_NOMINATED = re.compile(r"\befter (?:fælles )?indstilling (?:fra|af) (?P<who>[^,.;\n]+)")
# "indstilles af KKR og udpeges af ministeren"
_AND_PLACED = re.compile(r" og (?:udpeges|udnævnes|beskikkes|vælges) af ")
_ON_NOMINATION = re.compile(r",? efter (?:fælles )?indstilling\b.*$")
# A recommendation, or what was once done, is no rule.
_TASK = re.compile(r",? (?:da|fordi|efter at)\b")  # "skal vælge et medlem, da X udtræder"
_PROPOSED = re.compile(
    r"\b(?:indstill|anbefal|foresl|anmod|bed)\w*\b[^.]{0,120}\bat\b[^.]*$", re.IGNORECASE
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
    r"(?:bestyrelsen|udvalget|rådet|forummet|repræsentantskabet|nævnet|kommissionen|(?:det|den|dette|denne) \w+)"
)
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
    is_of_kind: bool = False  # for any body of a kind, "hvert erhvervshus"


_PATTERNS = (
    _OF_WHICH,
    _OF_WHICH_ACTIVE,
    _BRACKETED,
    _WHOM,
    _RULE,
    _TURNED,
    _CHAIR,
    _CHAIR_ACTIVE,
    _ACTIVE_RULE,
    _INVERTED_RULE,
    _COUNTED,
    _SEATS_IN,
    _WITH,
    _FOR,
    _SHARE,
    _THERE,
    _FROM,
    _PLACED_AMONG,
)
_CONTEXT = {_FOR: _COMPOSED, _SHARE: _SHARED, _FROM: _HAVING}  # read only behind words like these
_CHAIRS = frozenset({"formand", "formanden", "Formand", "Formanden"})


def find_rules(text: str, start: int, end: int) -> Iterator[FoundRule]:
    """The seat rules in ``text[start:end]``; ``body`` only where the rule itself names it."""
    told = [
        (begin, stop, sorted(_in_sentence(text, begin, stop), key=lambda one: (one.start, one.end)))
        for begin, stop in sentences(text, start, end)
    ]
    for i, (begin, stop, rules) in enumerate(told):
        divided = any(shares for _, _, shares in told[i : i + 3])
        for rule in rules if divided else _whole(text, begin, stop):
            if not _PROPOSED.search(text[begin : rule.start]):
                yield rule


def _whole(text: str, begin: int, stop: int) -> Iterator[FoundRule]:
    """The seats of a body all told, where nothing divides them: "Rådet består af 9 medlemmer."."""
    match = _ALL_TOLD.search(text, begin, stop + 1)
    if match is not None:
        yield _rule(match)


def _in_sentence(text: str, begin: int, stop: int) -> Iterator[FoundRule]:
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        at = begin
        while (match := pattern.search(text, at, stop)) is not None:
            at = match.start() + 1
            counted = match.span("count" if "count" in pattern.groupindex else "chair")
            free = all(counted[1] <= low or counted[0] >= high for low, high in taken)
            if not free or _TASK.match(text, match.end(), stop):
                continue
            needs = _CONTEXT.get(pattern)
            if needs is not None and not needs.search(text, begin, match.start()):
                continue
            taken.append(counted)
            rule = _rule(match)
            lead = _HAS_IN.search(text[begin : match.start()])
            if rule.body is None and lead is not None:
                rule = replace(rule, body=_named_body(lead["body"]))
            if rule.body is None and _KIND.search(text, begin, stop):
                rule = replace(rule, is_of_kind=True)
            yield rule
            if match.groupdict().get("second"):
                taken.append(match.span("second"))
                yield replace(rule, who="næstformand" if rule.who in _CHAIRS else rule.who)
            if pattern is _ACTIVE_RULE:
                yield from _others(text, rule, match.end(), stop, taken)


def _others(
    text: str, rule: FoundRule, at: int, stop: int, taken: list[tuple[int, int]]
) -> Iterator[FoundRule]:
    """Rules that go on with "og et medlem til bestyrelsen for W"."""
    while (more := _ANOTHER.match(text, at, stop)) is not None:
        taken.append(more.span("count"))
        yield FoundRule(
            start=more.start("count"),
            end=more.end(),
            seats=number(more["count"]),
            who=_ON_NOMINATION.sub("", more["who"] or more["seat"]).strip(),
            appointed_by=rule.appointed_by,
            body=_named_body(more["body"]),
        )
        at = more.end()


def _rule(match: re.Match[str]) -> FoundRule:
    groups = match.groupdict()
    rest = groups.get("rest") or ""
    nominated = _NOMINATED.search(rest)
    own_clause = re.split(
        r",? og (?=de |\d|(?:én|ét|en|et|to|tre|fire|fem|seks) )|, (?=\d|(?:én|ét|to|tre|fire|fem|seks) )",
        rest,
    )[0]
    among = _AMONG.search(own_clause)
    if among is not None and nominated is not None and among.start() >= nominated.start():
        among = None
    by = (groups.get("by") or groups.get("by2") or "").strip()
    who = groups.get("who") or (among["who"] if among else None)
    body = groups.get("body")
    if who is not None and body is None and (into := _AMONG_INTO.fullmatch(who.strip())):
        who, body = into["who"], into["body"]
    if groups.get("from") in ("fra", "blandt"):
        who = by
    if groups.get("within"):
        who = by
    nominator = groups.get("nom") or (nominated["who"] if nominated else None)
    if (both := _AND_PLACED.search(by)) is not None:
        nominator, by = by[: both.start()], by[both.end() :]
    seat = groups.get("seat") or groups.get("chair") or "medlemmer"
    tail = match.start("rest") + len(own_clause.rstrip(" ,")) if "rest" in groups else match.end()
    return FoundRule(
        start=match.start(),
        end=max(tail, match.start() + 1),
        seats=1 if groups.get("chair") else number(match["count"]),
        who=_ON_NOMINATION.sub("", who or seat).strip(),
        appointed_by=None if groups.get("from") == "blandt" else by or None,
        nominated_by=None if nominator is None else nominator.strip(),
        body=_named_body(body),
    )


def number(written: str) -> int:
    """The number that a figure or a word means."""
    return int(written) if written.isdigit() else _NUMBERS[written.casefold()]


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
