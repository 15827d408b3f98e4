"""Cells of tables: names as links to their pages, days, and the way to the passage that proves."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kkr_graph.model.names import danish_sort_key
from kkr_graph.vocab import DCTERMS, KKR, PROV, RDF
from kkr_graph.web.reading import Node, Proof
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, Look, Piece, listed
from kkr_graph.web.wording import NO_SOURCE, day, term_label

_SOURCES_SHOWN = 2
_NO_NAMES = frozenset((PROV.wasDerivedFrom, RDF.type))


class Cells:
    """Writes what is said of some nodes; the labels of all they name are fetched at once."""

    def __init__(self, site: Site, nodes: Iterable[Node], *more: str) -> None:
        self._site = site
        self._labels = site.nodes.labels({*more, *_named(nodes)})

    def label(self, iri: str) -> str:
        """What to call something."""
        return self._labels.get(iri) or term_label(iri)

    def thing(self, iri: str, text: str = "") -> Cell:
        """A name with the link to its page, if it has one."""
        if not iri:
            return EMPTY
        return (Piece(text or self.label(iri), self._site.addresses.path(iri)),)

    def things(self, iris: Iterable[str]) -> Cell:
        """Names in Danish order."""
        return listed(
            self.thing(iri) for iri in sorted(iris, key=lambda i: danish_sort_key(self.label(i)))
        )

    def item(self, item: Node) -> Cell:
        """``3.9 KKR evaluering``."""
        return self.thing(item.iri, item_label(item))

    def source(self, proofs: Sequence[Proof], of: str) -> Cell:
        """Links to the first passages, and to the page of the fact, which has all of them."""
        rest = len(proofs) - _SOURCES_SHOWN
        if rest <= 0:
            return self.sources(proofs)
        more = Piece(f"{rest} til", self._site.addresses.path(of), look=Look.QUIET)
        return (*self.sources(proofs[:_SOURCES_SHOWN]), Piece(" og "), more)

    def sources(self, proofs: Iterable[Proof]) -> Cell:
        """Links to all the passages; a fact without any says so."""
        path = self._site.addresses.path
        links = [(Piece(proof.place, path(proof.iri)),) for proof in proofs]
        return listed(links) if links else (Piece(NO_SOURCE, look=Look.MISSING),)

    def quoted(self, proofs: Iterable[Proof]) -> Cell:
        """The same, each with the words that stand there."""
        return tuple(
            piece
            for proof in proofs
            for piece in (*self.sources([proof]), Piece(proof.quote, look=Look.QUOTE))
        )


def _named(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        yield node.iri
        for predicate, terms in node.values.items():
            if predicate not in _NO_NAMES:
                yield from (term.value for term in terms if term.is_iri)


def item_label(item: Node) -> str:
    """``3.9 KKR evaluering``."""
    return f"{item.first(KKR.itemNumber)} {item.first(DCTERMS.title)}".strip()


def day_cell(when: date | None) -> Cell:
    """A day, or nothing."""
    return (Piece(day(when)),) if when else EMPTY


def quiet(text: str) -> Cell:
    """Text beside what matters."""
    return (Piece(text, look=Look.QUIET),) if text else EMPTY


def doubt(node: Node) -> str:
    """What to call a fact that is not certain: somebody was only announced, or it is supposed."""
    if node.is_certain:
        return ""
    announced = node.first(KKR.participant) or node.first(KKR.speaker)
    return "kun varslet" if announced else "formodning"
