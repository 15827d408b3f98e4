"""Rules about seats: "3 medlemmer, der udpeges af KKR blandt ...". Never appointments."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kkr_graph.language.bodies import BodyReader
from kkr_graph.minutes.structure import ItemBlock
from kkr_graph.model.extract import SeatRule
from kkr_graph.model.names import clean
from kkr_graph.model.text import TextLayer

_NUMBERS = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7,
    "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12,
}  # fmt: skip
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_SEAT = r"(?P<seat>(?!nyt? |nye )(?:\w+ ){0,2}?(?:\w*medlem(?:mer)?|formand|næstformand|observatør(?:er)?|repræsentant(?:er)?|plads(?:er)?|suppleant(?:er)?))"
_PASSIVE = r"(?:udpeges|vælges|beskikkes|indstilles|udnævnes)"
_RULE = re.compile(
    rf"(?<!\w){_COUNT} {_SEAT},? (?:som |der )?{_PASSIVE} (?:af|fra) (?P<by>[\w&’' -]{{2,60}}?)(?=,| blandt| efter| fra|[.;\n]|$)(?P<rest>[^.;\n]{{0,260}})",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    rf"(?:(?:udpeger|udpege) (?P<after>[A-ZÆØÅ]\w*(?: [A-ZÆØÅ]\w*){{0,5}})|(?P<before>(?<!\w)[A-ZÆØÅ]\w*(?: [A-ZÆØÅ]\w*){{0,5}}) (?:skal |kan )?udpege[r]?) "
    rf"{_COUNT} {_SEAT}\b(?: og (?:en |et )?(?:personlig )?(?:stedfortræder|suppleant))?(?: (?:til|af|i) (?P<body>[^.:;,\n]{{3,80}}?)(?: og (?:en |et )?(?:personlig )?(?:stedfortræder|suppleant))?)?(?: blandt (?P<who>[^.,;\n]+))?(?=[.:;,\n]|$)"
)
_AMONG = re.compile(r"\b(?:blandt|fra) (?P<who>[^,.;:\n]+)")
_NOMINATED = re.compile(r"\befter (?:fælles )?indstilling fra (?P<who>[^,.;\n]+)")
_CONSISTS = re.compile(
    rf"(?P<body>(?:[Bb]estyrelse[n]?|[Uu]dvalg(?:et)?|[Rr]åd(?:et)?)(?: (?:i|for) (?:hvert |hver )?(?P<of>[\w&’'-]+(?: [A-ZÆØÅ][\w&’'-]+)*))?|[A-ZÆØÅ][\w&’' -]{{2,50}}?) (?:består|udgøres)(?: \w+){{0,3}} af {_COUNT} (?:\w+ )?medlemmer"
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
    for match in _RULE.finditer(text, start, end):
        yield _rule(match)
    for match in _ACTIVE.finditer(text, start, end):
        yield FoundRule(
            start=match.start(),
            end=match.end(),
            seats=_number(match["count"]),
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
        seats=_number(match["count"]),
        who=among["who"].strip() if among else seat,
        appointed_by=match["by"].strip(),
        nominated_by=nominated["who"].strip() if nominated else None,
    )


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBERS[written.casefold()]


def _named_body(phrase: str | None) -> str | None:
    """The body a rule names; "bestyrelsen" alone names none."""
    if phrase is None or re.fullmatch(r"(?:bestyrelsen|udvalget|rådet|forummet)", phrase.strip()):
        return None
    return _bare_body(phrase)


def _bare_body(phrase: str) -> str:
    """``hvert erhvervshus`` is any Erhvervshus; capitals as in a name."""
    plain = re.sub(
        r"^(?:hver|hvert|den|det|de|bestyrelsen (?:for|i)|bestyrelserne (?:for|i)) ",
        "",
        phrase.strip(),
    )
    return plain[:1].upper() + plain[1:]


class SeatReader:
    """Reads the seat rules of a document's items."""

    def __init__(self, layer: TextLayer, bodies: BodyReader, own: str | None) -> None:
        self.layer = layer
        self.text = layer.reading.text
        self.bodies = bodies
        self.own = own  # the body whose document it is: "bestyrelsen" means its board

    def in_items(self, blocks: Iterable[ItemBlock]) -> Iterator[SeatRule]:
        """The seat rules under each item, with the body that the rule or the text before it names."""
        for block in blocks:
            end = block.lines[-1].read_end
            for found in find_rules(self.text, block.title.end, end):
                body = found.body or self._body_before(block, found.start)
                yield SeatRule(
                    passage=self.layer.passage_read(found.start, found.end),
                    body=None if body is None else self.bodies.canonical(body),
                    seats=found.seats,
                    who=clean(found.who),
                    appointed_by=found.appointed_by,
                    nominated_by=found.nominated_by,
                    item=block.number,
                )

    def _body_before(self, block: ItemBlock, start: int) -> str | None:
        """The body whose composition the text was describing last."""
        found = None
        for match in _CONSISTS.finditer(self.text, block.title.end, start):
            found = _bare_body(match["of"] or match["body"])
        if found is not None:
            return found
        named = {named.name for named in self.bodies.find(block.title.start, block.title.end)}
        return named.pop() if len(named) == 1 else self._titled_board(block) or self.own

    def _titled_board(self, block: ItemBlock) -> str | None:
        """The body of a title like "Bestyrelsen for Limfjordens Vandråd"."""
        title = self.text[block.title.start : block.title.end]
        match = re.search(
            r"\b(?:[Bb]estyrelse[n]?|[Mm]edlem(?:mer)?|[Uu]dpegning(?:er)?) (?:for|i|af|til) (?P<of>[A-ZÆØÅ].+)",
            title,
        )
        return None if match is None else match["of"]
