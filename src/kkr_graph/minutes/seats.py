"""The seat rules of minutes, and the body that the text around a rule speaks of."""

import re
from collections.abc import Iterable, Iterator

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.seats import COUNT, bare_body, find_rules
from kkr_graph.minutes.structure import ItemBlock
from kkr_graph.model.extract import SeatRule
from kkr_graph.model.names import clean
from kkr_graph.model.text import TextLayer

_CONSISTS = re.compile(
    rf"(?P<body>(?:[Bb]estyrelse[n]?|[Uu]dvalg(?:et)?|[Rr]åd(?:et)?)(?: (?:i|for) (?:hvert |hver )?(?P<of>[\w&’'-]+(?: [A-ZÆØÅ][\w&’'-]+)*))?|[A-ZÆØÅ][\w&’' -]{{2,50}}?) (?:består|udgøres)(?: \w+){{0,3}} af {COUNT} (?:\w+ )?medlemmer"
)


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
            found = bare_body(match["of"] or match["body"])
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
