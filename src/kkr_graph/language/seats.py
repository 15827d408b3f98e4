"""Rules about seats: "3 medlemmer, der udpeges af KKR blandt ...". Never appointments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kkr_graph.language.sentences import sentences

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
_SEAT = rf"(?P<seat>(?!nyt? |nye )(?:(?!af |i |til |og |for )\w+ ){{0,2}}?{_NOUN})(?!\w)"
_PASSIVE = r"(?:gen)?(?:udpeges|vælges|beskikkes|indstilles|udnævnes|udpeget|valgt|indstillet|beskikket|udnævnt)"
_ACTIVE = r"(?:udpeger|vælger|indstiller|beskikker|udnævner)"
_INFINITIVE = r"(?:udpege|vælge|indstille|beskikke|udnævne)"
_NAMES = r"[\w&’'/-]+(?: (?!blandt\b|efter\b|fra\b|og (?:de|én|ét|en|et|to|tre|fire|\d)\b)[\w&’'/-]+){0,9}?"
_TAIL = r"(?=,| blandt | efter | fra | for en | og (?:de |én |ét |en |et |to |tre |fire |fem |seks |\d)| samt |[.;:\n]|$)"
_BY = rf"(?:af|fra) (?P<within>og (?:blandt|iblandt) )?(?P<by>{_NAMES}){_TAIL}"
_SUBJECT = r"(?P<by>(?<![\w-])(?:(?!Mens |Når |Hvis |Ifølge |Efter |Samtidig |Desuden |Endvidere )[A-ZÆØÅ][\w&’'/-]*(?: (?:og |for |af |i )?[A-ZÆØÅ][\w&’'/-]*){0,5}|\w*(?:rådet|udvalget|bestyrelsen|repræsentantskabet|nævnet|kommissionen|generalforsamlingen)|kommunerne|foreningerne|organisationerne|medarbejderne|ministeren))"
_DEPUTY = r"(?: og (?:\w+ )?(?:(?:personlig(?:e)? )?(?:stedfortræder|suppleant)\w*|\w+ (?:stedfortrædere|suppleanter)))?"
_INTO = r"(?: (?:til|af|i) (?P<body>(?!de |den |det )[^.:;,\n]{3,80}?))?"
_RULE = re.compile(
    rf"(?<![\w,.])(?:{COUNT} {_SEAT},? (?:(?:som|der) )?{_PASSIVE} {_BY}(?P<rest>[^.;\n]{{0,260}}))",
    re.IGNORECASE,
)
# "Formanden udpeges af KKR", "heraf udpeges tre af KKR"
_CHAIR = re.compile(
    rf"(?<!\w)(?P<chair>(?:[Ff]|[Nn]æstf)ormanden) (?:udpeges|vælges|beskikkes|indstilles) {_BY}(?P<rest>[^.;\n]{{0,160}})"
)
_OF_WHICH = re.compile(
    rf"\b(?:heraf|hvoraf|herunder) (?:udpeges|vælges|indstilles|beskikkes) {COUNT}(?: {_SEAT})? {_BY}(?P<rest>[^.;\n]{{0,260}})",
    re.IGNORECASE,
)
_OF_WHICH_ACTIVE = re.compile(
    rf"\b(?:heraf|hvoraf) {_SUBJECT} {_ACTIVE} (?P<count>{_FIGURE})(?: {_SEAT})?(?=[,.;\n]|$)"
)
_ACTIVE_RULE = re.compile(
    rf"{_SUBJECT} (?:{_ACTIVE}|(?:skal|kan) (?:hver )?(?:\w+ )?{_INFINITIVE}) (?:desuden |hver |også |endvidere |selv )?"
    rf"{COUNT} (?:af )?{_SEAT}{_DEPUTY}{_INTO}{_DEPUTY}(?: blandt (?P<who>[^.,;\n]+?))?(?: efter (?:fælles )?indstilling fra (?P<nom>[^.,;\n]+))?(?=[.:;,\n]|,? og |$)"
)
_ANOTHER = re.compile(  # "... og et medlem til bestyrelsen for Z"
    rf",? og {COUNT} {_SEAT} (?:til|i) (?P<body>[^.:;,\n]{{3,80}}?)(?=[.:;,\n(]| \(|$)"
)
_INVERTED_RULE = re.compile(
    rf"\b{_ACTIVE} {_SUBJECT} {COUNT} {_SEAT}{_DEPUTY}{_INTO}{_DEPUTY}(?: blandt (?P<who>[^.,;\n]+))?(?=[.:;,\n]|$)"
)
# "har én repræsentant for hver kommune"; only where a composition is told
_COMPOSED = re.compile(
    r"\b(?:består af|består bl\.a\. af|har|får|udgøres af|sammensættes af|sammensat af|med)\b|:",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"(?<![\w,.]){COUNT} {_SEAT} for (?P<by>(?:hver |hvert |de |den )?[\wæøå]+(?: [\wæøå-]+){{0,4}}?){_TAIL}"
)
_SEATS_IN = re.compile(
    rf"{_SUBJECT} har {COUNT} (?P<seat>(?:\w+ )?pladser?) i (?P<body>[^.,;\n]{{3,80}}?)(?=[.,;\n]|$)"
)
_AMONG = re.compile(r"\b(?:blandt|fra) (?P<who>(?:(?! efter )[^,.;:\n])+)")
_NOMINATED = re.compile(r"\befter (?:fælles )?indstilling (?:fra|af) (?P<who>[^,.;\n]+)")
# A recommendation, or what was once done, is no rule.
_TASK = re.compile(r",? (?:da|fordi|efter at)\b")  # "skal vælge et medlem, da X udtræder"
_PROPOSED = re.compile(
    r"\b(?:indstill|anbefal|foresl|anmod|bed)\w*\b[^.]{0,120}\bat\b[^.]*$", re.IGNORECASE
)
_SAME = re.compile(
    r"(?:bestyrelsen|udvalget|rådet|forummet|repræsentantskabet|nævnet|kommissionen|(?:det|den|dette|denne) \w+)"
)
_BOARD_OF = re.compile(
    r"^(?:hver|hvert|den|det|de|(?:bestyrelsen|bestyrelserne|repræsentantskabet) (?:for|i)) "
)


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


def find_rules(text: str, start: int, end: int) -> Iterator[FoundRule]:
    """The seat rules in ``text[start:end]``; ``body`` only where the rule itself names it."""
    for begin, stop in sentences(text, start, end):
        found = sorted(_in_sentence(text, begin, stop), key=lambda rule: (rule.start, -rule.end))
        reached = begin
        for rule in found:
            if rule.start >= reached and not _PROPOSED.search(text[begin : rule.start]):
                yield rule
                reached = rule.start + 1


def _in_sentence(text: str, begin: int, stop: int) -> Iterator[FoundRule]:
    taken: list[tuple[int, int]] = []
    for pattern in (
        _OF_WHICH,
        _OF_WHICH_ACTIVE,
        _RULE,
        _CHAIR,
        _ACTIVE_RULE,
        _INVERTED_RULE,
        _SEATS_IN,
        _FOR,
    ):
        at = begin
        while (match := pattern.search(text, at, stop)) is not None:
            at = match.start() + 1
            counted = match.span("count") if "count" in pattern.groupindex else match.span("chair")
            free = all(counted[1] <= low or counted[0] >= high for low, high in taken)
            if _TASK.match(text, match.end(), stop):
                continue
            if not free or (pattern is _FOR and not _COMPOSED.search(text, begin, match.start())):
                continue
            taken.append(counted)
            rule = _rule(match)
            yield rule
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
            who=more["seat"].strip(),
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
    by = (groups.get("by") or "").strip()
    who = groups.get("who") or (among["who"] if among else None)
    if groups.get("within"):
        who = by
    nominator = groups.get("nom") or (nominated["who"] if nominated else None)
    seat = groups.get("seat") or groups.get("chair") or "medlemmer"
    tail = match.start("rest") + len(own_clause.rstrip(" ,")) if "rest" in groups else match.end()
    return FoundRule(
        start=match.start(),
        end=max(tail, match.start() + 1),
        seats=1 if groups.get("chair") else number(match["count"]),
        who=(who or seat).strip(),
        appointed_by=by or None,
        nominated_by=None if nominator is None else nominator.strip(),
        body=_named_body(groups.get("body")),
    )


def number(written: str) -> int:
    """The number that a figure or a word means."""
    return int(written) if written.isdigit() else _NUMBERS[written.casefold()]


def _named_body(phrase: str | None) -> str | None:
    """The body a rule names; "bestyrelsen" alone names none."""
    if phrase is None or _SAME.fullmatch(phrase.strip()) or not any(map(str.isupper, phrase)):
        return None
    return bare_body(phrase)


def bare_body(phrase: str) -> str:
    """``hvert erhvervshus`` is any Erhvervshus; capitals as in a name."""
    plain = _BOARD_OF.sub("", phrase.strip())
    return plain[:1].upper() + plain[1:]
