"""Reading what can be found in a graph: the names of everything that has a page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kkr_graph.model.names import danish_sort_key
from kkr_graph.network.elements import NodeKind
from kkr_graph.network.facts import Facts
from kkr_graph.queries import Kind
from kkr_graph.store import Graph
from kkr_graph.web.search import Entry, Index, name_forms
from kkr_graph.web.wording import written_day

_NODES: Mapping[NodeKind, tuple[str, frozenset[Kind]]] = {
    NodeKind.PERSON: ("Personer", frozenset((Kind.PERSON,))),
    NodeKind.BODY: ("Fora og KKR", frozenset((Kind.FORUM,))),
    NodeKind.MUNICIPALITY: ("Kommuner", frozenset((Kind.MUNICIPALITY,))),
    NodeKind.PARTY: ("Partier og lister", frozenset((Kind.PARTY,))),
    NodeKind.MEETING: ("Møder", frozenset((Kind.MEETING,))),
}
_COUNCIL = frozenset((Kind.FORUM, Kind.COUNCIL))
_OF_PEOPLE = (
    "?fact kkr:participant|org:member ?s ; kkr:politicalAffiliation ?o",
    "?fact kkr:participant|org:member ?s ; kkr:represents|kkr:fromMunicipality ?o . "
    "?o a kkr:Municipality",
)


def build_index(graph: Graph) -> Index:
    """Read the names of everything in the graph that has a page."""
    facts = Facts(graph)
    return Index(
        (
            *_nodes(facts, graph),
            *_terms(graph),
            *_items(facts),
            *_cases(graph),
            *_documents(graph),
        )
    )


def _nodes(facts: Facts, graph: Graph) -> Iterator[Entry]:
    parties = _parties_and_places(graph, facts)
    for iri, node in facts.nodes.items():
        numbers = [value for heading, value in node.notes if heading == "Kommunekode"]
        letters = [facts.list_letters[iri]] if iri in facts.list_letters else []
        held = facts.meetings[iri].day.isoformat() if iri in facts.meetings else ""
        when = [f"{facts.label(facts.meetings[iri].body)} {held}", held] if held else []
        others = facts.names_of(iri)[1:]
        heading, fits = _NODES.get(node.kind, ("", frozenset[Kind]()))
        yield Entry(
            iri=iri,
            kind=heading,
            label=node.label,
            note=parties.get(iri) or ", ".join((*others, *letters)),
            forms=name_forms((node.label, *others, *numbers, *letters, *when)),
            newest_first=held,
            fits=_COUNCIL if iri in facts.councils else fits,
        )


def _parties_and_places(graph: Graph, facts: Facts) -> Mapping[str, str]:
    """What tells people of one name apart: every party and municipality that they were seen for."""
    told: dict[str, list[str]] = defaultdict(list)
    for pattern in _OF_PEOPLE:
        labels: dict[str, set[str]] = defaultdict(set)
        for person, of in _pairs(graph, pattern):
            labels[person].add(facts.label(of))
        for person, found in labels.items():
            told[person].append("/".join(sorted(found, key=danish_sort_key)))
    return {person: ", ".join(parts) for person, parts in told.items()}


def _terms(graph: Graph) -> Iterator[Entry]:
    pattern = "?s a kkr:ElectoralTerm ; skos:prefLabel ?o"
    for iri, label in _pairs(graph, pattern):
        forms, fits = name_forms((label,)), frozenset((Kind.TERM,))
        yield Entry(iri, "Valgperioder", label, "", forms, fits=fits)


def _items(facts: Facts) -> Iterator[Entry]:
    for iri, item in facts.items.items():
        meeting = facts.meetings.get(item.meeting)
        yield Entry(
            iri=iri,
            kind="Punkter på dagsordener",
            label=f"{item.number} {item.title}",
            note=facts.label(item.meeting),
            forms=name_forms((item.title,)),
            newest_first=meeting.day.isoformat() if meeting else "0",
        )


def _cases(graph: Graph) -> Iterator[Entry]:
    pattern = "?s a kkr:Case ; adms:identifier/skos:notation ?o"
    for iri, number in _pairs(graph, pattern):
        forms, fits = name_forms((number,)), frozenset((Kind.CASE,))
        yield Entry(iri, "Sager", number, "", forms, fits=fits)


def _documents(graph: Graph) -> Iterator[Entry]:
    days = dict(_pairs(graph, "?s a kkr:SourceDocument ; dcterms:date ?o"))
    for iri, name in _pairs(graph, "?s a kkr:SourceDocument ; dcterms:title ?o"):
        day = days.get(iri, "")
        forms = name_forms((name, day))
        yield Entry(iri, "Dokumenter", name, written_day(day), forms, newest_first=day or "0")


def _pairs(graph: Graph, pattern: str) -> list[tuple[str, str]]:
    rows = graph.select(f"SELECT DISTINCT ?s ?o WHERE {{ {pattern} }}").rows
    return sorted((row["s"].value, row["o"].value) for row in rows)
