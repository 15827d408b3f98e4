"""From what a table says to the pages that tell more: names to their pages, sources to passages."""

from collections import Counter
from collections.abc import Mapping

from kkr_graph.queries.asking import Source
from kkr_graph.vocab import DCTERMS
from kkr_graph.web.reading import place
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, Look, Piece, listed, plain
from kkr_graph.web.wording import NO_SOURCE

_PERSON = "person"


class Leads:
    """The pages behind the labels and the documents' names of one graph."""

    def __init__(self, site: Site) -> None:
        self._addresses = site.addresses
        entries = site.index.entries
        counts = Counter(entry.label for entry in entries)
        self._paths: Mapping[str, str] = {
            entry.label: site.addresses.path(entry.iri)
            for entry in entries
            if counts[entry.label] == 1
        }
        self._iris = frozenset(entry.iri for entry in entries)
        self._documents = _documents(site)

    def path(self, label: str) -> str:
        """The page of the one thing that is called so; empty where there is none."""
        return self._paths.get(label, "")

    def name(self, label: str) -> Cell:
        """A name, with the link to the one thing that is called so."""
        return (Piece(label, self.path(label)),) if label else EMPTY

    def names(self, written: str) -> Cell:
        """Several names with commas between them."""
        return listed(self.name(label) for label in written.split(", ") if label)

    def person(self, label: str, slug: str) -> Cell:
        """Somebody, known by the slug where two have one name."""
        return self.thing(label, f"{self._addresses.base}id/{_PERSON}/{slug}" if slug else "")

    def thing(self, label: str, iri: str) -> Cell:
        """Something known by its IRI, or else by its label."""
        if label and iri in self._iris:
            return (Piece(label, self._addresses.path(iri)),)
        return self.name(label)

    def file(self, path: str) -> Cell:
        """A file of the data folder, with the link to its document; its path where it is none of ours."""
        known = self._documents.get(path.rpartition("/")[2])
        return (Piece(path.rpartition("/")[2], known.href),) if known else plain(path)

    def document(self, name: str) -> str:
        """What staff call the document of a file; its name where it is none of ours."""
        return self._documents.get(name, Piece(name)).text

    def source(self, source: Source) -> Cell:
        """The way to the passage; what has none says so."""
        if not source.document:
            return (Piece(NO_SOURCE, look=Look.MISSING),)
        known = self._documents.get(source.document, Piece(source.document))
        text = place(known.text, source.page or 0, source.line or 0, source.where)
        at_line = known.href and source.line
        href = f"{known.href}?linje={source.line}#sted" if at_line else known.href
        return (Piece(text, href),)

    def quoted(self, source: Source) -> Cell:
        """The same with the words; nothing where there is no source."""
        if not source.document:
            return EMPTY
        words = (Piece(source.quote, look=Look.QUOTE),) if source.quote else EMPTY
        return (*self.source(source), *words)


def leads_of(site: Site) -> Leads:
    """The leads of a graph, found once."""
    return site.kept("leads", lambda: Leads(site))


def _documents(site: Site) -> Mapping[str, Piece]:
    """The files' names with what to call the documents and where they are shown."""
    rows = site.graph.select("SELECT DISTINCT ?d WHERE { ?d a kkr:SourceDocument }").rows
    nodes = site.nodes.describe(row["d"].value for row in rows)
    return {
        node.first(DCTERMS.title): Piece(site.nodes.called(node), site.addresses.path(iri))
        for iri, node in nodes.items()
    }
