"""``graph/identity``: people, and the identifiers that were retired when two became one."""

from collections.abc import Iterator

from pyoxigraph import Quad

from kkr_graph.iri import Minter
from kkr_graph.model.identity import Resolution
from kkr_graph.rdf.terms import describe, node, plain
from kkr_graph.vocab import DCTERMS, FOAF, SKOS


def identity_quads(resolution: Resolution, minter: Minter) -> Iterator[Quad]:
    """Every person with every form of the name that was met."""
    graph = minter.graph("identity")
    for person in resolution.people:
        iri = minter.person(person.slug)
        forms = (form for form in person.forms if form != person.name)
        yield from describe(
            graph,
            iri,
            (FOAF.name, plain(person.name)),
            *((SKOS.altLabel, plain(form)) for form in forms),
            types=(FOAF.Person,),
        )
        for retired in person.replaces:
            yield from describe(graph, minter.person(retired), (DCTERMS.isReplacedBy, node(iri)))
