"""Two terms compared: each post as an edge that says whether it is new, stays or is gone."""

from collections.abc import Iterator
from dataclasses import replace

from kkr_graph.constitution.change import Matter
from kkr_graph.constitution.comparison import compare_terms
from kkr_graph.constitution.reading import Wanted
from kkr_graph.network import ties, wording
from kkr_graph.network.elements import Edge
from kkr_graph.network.facts import Facts


def changes(facts: Facts, focus: str, terms: tuple[str, str]) -> Iterator[Edge]:
    """The posts of a body, of all bodies of a contact council, or of all, in either term."""
    is_council = focus in facts.councils
    wanted = Wanted(
        forum=None if is_council or not focus else focus,
        council=focus if is_council else None,
    )
    earlier, later = (term or None for term in terms)
    compared = compare_terms(facts.graph, earlier=earlier, later=later, wanted=wanted)
    held = {tenure.iri: tenure for tenure in facts.tenures}
    for row in compared.rows:
        known = [held[iri] for iri in row.tenures if iri in held]
        if row.matter is Matter.PERSON and known:
            (edge,) = ties.tenures(facts, known[-1:])
            yield replace(
                edge,
                role=f"{edge.role} – {wording.CHANGES.get(row.change, row.change)}",
                change=row.change,
                facts=tuple(tenure.iri for tenure in known),
            )
