"""The seat rules of minutes, and the body that the text around a rule speaks of."""

import re
from collections.abc import Iterable, Iterator

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.seats import COUNT, FoundRule, bare_body, find_rules
from kkr_graph.minutes.structure import ItemBlock
from kkr_graph.minutes.titles import names_body, titled_body
from kkr_graph.model.extract import SeatRule
from kkr_graph.model.lexicon import Lexicon, SectionKind
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import TextLayer

# "Bestyrelsen for X består af 9 medlemmer", "Klyngen for Y har én repræsentant"
_CONSISTS = re.compile(
    rf"(?:[Bb]estyrelse[n]?|[Uu]dvalg(?:et)?|[Rr]åd(?:et)?|[Rr]epræsentantskabet) (?:i|for) (?:hvert |hver )?(?P<of>[\w&’'-]+(?: (?:for |i |og )?[A-ZÆØÅ][\w&’'-]+)*) (?:består|udgøres|har|får)\b"
    rf"|(?P<body>(?<![\w-])[A-ZÆØÅ][\w&’' -]{{2,60}}?)(?: \([A-ZÆØÅa-zæøå]{{2,10}}\))? (?:består|udgøres|har|får|sammensættes)(?: (?!af )\w+){{0,3}}(?: af)? (?:mindst )?{COUNT} "
)
# "en bestyrelse til Erhvervshus Fyn": what is said of a board below is said of this one
_BOARD_OF = re.compile(
    r"\b[Bb]estyrelsen? (?:til|for|i|af) (?P<of>[A-ZÆØÅ][\w&’'-]+(?: (?:(?:for|i|og) )?[A-ZÆØÅ][\w&’'-]+){0,5})"
)
_NO_NAME = re.compile(
    r"(?:I|På|Fra|For|Med|Nu|Fremover|Herefter|Ifølge|Efter|Vedtægten|Loven|I henhold|Bestyrelsen|Udvalget|Rådet|Forummet|Nævnet|Kommissionen|Der|Det|De|Hver|Repræsentantskabet)"
    r"\b(?! (?:for|i|af) [A-ZÆØÅ]| [A-ZÆØÅ])|(?:I|På|Fra|For|Med) |.* [Kk]ommune$"
)


class SeatReader:
    """Reads the seat rules of a document's items."""

    def __init__(
        self, layer: TextLayer, lexicon: Lexicon, bodies: BodyReader, own: str | None
    ) -> None:
        self.layer = layer
        self.text = layer.reading.text
        self.lexicon = lexicon
        self.bodies = bodies
        self.own = own  # the body whose document it is: "bestyrelsen" means its board

    def in_items(self, blocks: Iterable[ItemBlock]) -> Iterator[SeatRule]:
        """The seat rules under each item, with the body that the rule or the text before it names."""
        for block in blocks:
            for found in find_rules(self.text, block.title.end, block.lines[-1].read_end):
                if self._is_recommended(block, found):
                    continue
                body = found.body or self._body_before(block, found)
                yield SeatRule(
                    passage=self.layer.passage_read(found.start, found.end),
                    body=None if body is None else self.bodies.canonical(body),
                    seats=found.seats,
                    who=clean(found.who),
                    appointed_by=found.appointed_by,
                    nominated_by=found.nominated_by,
                    item=block.number,
                )

    def _is_recommended(self, block: ItemBlock, found: FoundRule) -> bool:
        """What is to be done about the item is no rule."""
        sections = block.body(SectionKind.RECOMMENDATION)
        return any(section.body.start <= found.start < section.body.end for section in sections)

    def _body_before(self, block: ItemBlock, found: FoundRule) -> str | None:
        """The body whose composition the text was describing last, or a heading or the title names."""
        nearest: tuple[int, str] | None = None
        for match in _CONSISTS.finditer(self.text, block.title.end, found.start + 40):
            name = match["of"] or match["body"]
            if match.start() <= found.start and not _NO_NAME.match(name):
                nearest = match.start(), bare_body(name)
        for match in _BOARD_OF.finditer(self.text, block.title.end, found.start):
            nearest = max(nearest or (0, ""), (match.start(), match["of"]))
        for line in block.lines:
            text = self.layer.read(line)
            if block.title.end < line.read_start < found.start and names_body(text, self.lexicon):
                nearest = max(nearest or (0, ""), (line.read_start, bare_body(text)))
        if nearest is not None:
            short = fold(nearest[1])
            return self.own if self.own is not None and short in fold(self.own) else nearest[1]
        title = self.text[block.title.start : block.title.end]
        return titled_body(title, self.bodies, self.lexicon, self.own) or self.own
