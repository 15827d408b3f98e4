"""Rules about seats: "3 medlemmer, der udpeges af KKR blandt ...". Never appointments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBERS = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7,
    "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12,
}  # fmt: skip
COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_SEAT = r"(?P<seat>(?!nyt? |nye )(?:\w+ ){0,2}?(?:\w*medlem(?:mer)?|formand|næstformand|observatør(?:er)?|repræsentant(?:er)?|plads(?:er)?|suppleant(?:er)?))"
_PASSIVE = r"(?:udpeges|vælges|beskikkes|indstilles|udnævnes)"
_RULE = re.compile(
    rf"(?<!\w){COUNT} {_SEAT},? (?:som |der )?{_PASSIVE} (?:af|fra) (?P<by>[\w&’' -]{{2,60}}?)(?=,| blandt| efter| fra|[.;\n]|$)(?P<rest>[^.;\n]{{0,260}})",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    rf"(?:(?:udpeger|udpege) (?P<after>[A-ZÆØÅ]\w*(?: [A-ZÆØÅ]\w*){{0,5}})|(?P<before>(?<!\w)[A-ZÆØÅ]\w*(?: [A-ZÆØÅ]\w*){{0,5}}) (?:skal |kan )?udpege[r]?) "
    rf"{COUNT} {_SEAT}\b(?: og (?:en |et )?(?:personlig )?(?:stedfortræder|suppleant))?(?: (?:til|af|i) (?P<body>[^.:;,\n]{{3,80}}?)(?: og (?:en |et )?(?:personlig )?(?:stedfortræder|suppleant))?)?(?: blandt (?P<who>[^.,;\n]+))?(?=[.:;,\n]|$)"
)
_AMONG = re.compile(r"\b(?:blandt|fra) (?P<who>[^,.;:\n]+)")
_NOMINATED = re.compile(r"\befter (?:fælles )?indstilling fra (?P<who>[^,.;\n]+)")


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
    for match in _RULE.finditer(text, start, end):
        yield _rule(match)
    for match in _ACTIVE.finditer(text, start, end):
        yield FoundRule(
            start=match.start(),
            end=match.end(),
            seats=number(match["count"]),
            who=(match["who"] or match["seat"]).strip(),
            appointed_by=match["after"] or match["before"],
            body=_named_body(match["body"]),
        )


def _rule(match: re.Match[str]) -> FoundRule:
    rest = match["rest"]
    nominated = _NOMINATED.search(rest)
    among = _AMONG.search(rest, 0, nominated.start() if nominated else len(rest))
    seat = match["seat"].strip()
    return FoundRule(
        start=match.start(),
        end=match.start("rest") + len(rest.rstrip(" ,")),
        seats=number(match["count"]),
        who=among["who"].strip() if among else seat,
        appointed_by=match["by"].strip(),
        nominated_by=nominated["who"].strip() if nominated else None,
    )


def number(written: str) -> int:
    """The number that a figure or a word means."""
    return int(written) if written.isdigit() else _NUMBERS[written.casefold()]


def _named_body(phrase: str | None) -> str | None:
    """The body a rule names; "bestyrelsen" alone names none."""
    if phrase is None or re.fullmatch(r"(?:bestyrelsen|udvalget|rådet|forummet)", phrase.strip()):
        return None
    return bare_body(phrase)


def bare_body(phrase: str) -> str:
    """``hvert erhvervshus`` is any Erhvervshus; capitals as in a name."""
    plain = re.sub(
        r"^(?:hver|hvert|den|det|de|bestyrelsen (?:for|i)|bestyrelserne (?:for|i)) ",
        "",
        phrase.strip(),
    )
    return plain[:1].upper() + plain[1:]
