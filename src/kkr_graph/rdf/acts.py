"""Personnel acts in ``graph/tenures``: how somebody got, was put forward for or left a role."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import Quad

from kkr_graph.model.tenure import ActKind, PersonnelAct, Tenure
from kkr_graph.rdf.citations import Citations
from kkr_graph.rdf.names import Names
from kkr_graph.rdf.terms import Term, danish, day, describe, node
from kkr_graph.vocab import KKR, ORG, PROV, concept

_CLASSES = {
    ActKind.APPOINTMENT: KKR.Appointment,
    ActKind.NOMINATION: KKR.Nomination,
    ActKind.ELECTION: KKR.Election,
    ActKind.RESIGNATION: KKR.Resignation,
    ActKind.EX_OFFICIO: KKR.ExOfficioEntry,
}
Decisions: TypeAlias = Callable[[Sequence[tuple[str, str]]], Iterable[Term | None]]
"""Finds the decisions of items, given as the document's hash and the item's number."""

_FOLLOWS_NOMINATION = (ActKind.APPOINTMENT, ActKind.ELECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActPlace:
    """Where the acts of one tenure belong: the IRIs of the tenure and the body, and the graph."""

    tenure: str
    body: str
    graph: str


def act_quads(
    tenure: Tenure, place: ActPlace, names: Names, citations: Citations, decisions: Decisions
) -> Iterator[Quad]:
    """Everything that was done to begin or end a tenure, each with its own passages."""
    iris = dict(_iris(tenure, place, names))
    nominations = [
        iris[nth] for nth, act in enumerate(tenure.acts) if act.kind == ActKind.NOMINATION
    ]
    for nth, act in enumerate(tenure.acts):
        informed = nominations if act.kind in _FOLLOWS_NOMINATION else []
        yield from describe(
            place.graph,
            iris[nth],
            (KKR.concernsPerson, node(names.minter.person(tenure.person))),
            (KKR.inBody, node(place.body)),
            (ORG.role, node(concept(tenure.role))),
            *_by(act, names),
            (KKR.effectiveFrom, day(act.effective_from)),
            *((KKR.decidedIn, decision) for decision in decisions(act.decided_in)),
            *_effect(act, tenure, place),
            *((PROV.wasInformedBy, node(iri)) for iri in informed),
            *(
                (PROV.wasDerivedFrom, citations.cite(proof.sha256, proof.passage))
                for proof in act.proofs
            ),
            types=(KKR.PersonnelAct, _CLASSES[act.kind], PROV.Activity),
        )


def _iris(tenure: Tenure, place: ActPlace, names: Names) -> Iterator[tuple[int, str]]:
    """By place among the acts; two of one kind are told apart by their number."""
    met: dict[ActKind, int] = {}
    for nth, act in enumerate(tenure.acts):
        met[act.kind] = met.get(act.kind, 0) + 1
        yield nth, names.minter.act(place.tenure, act.kind, str(met[act.kind]))


def _by(act: PersonnelAct, names: Names) -> Iterator[tuple[str, Term | None]]:
    """Who acted: a body of the graph, or the words of the document."""
    if act.by is None:
        return
    known = names.known(act.by, act.proofs[0].sha256)
    if act.kind == ActKind.NOMINATION:
        yield (KKR.nominatingBody, node(known)) if known else (KKR.nominatedByName, danish(act.by))
    else:
        yield (KKR.appointingBody, node(known)) if known else (KKR.appointedByName, danish(act.by))


def _effect(
    act: PersonnelAct, tenure: Tenure, place: ActPlace
) -> Iterator[tuple[str, Term | None]]:
    if act.kind == ActKind.RESIGNATION:
        yield PROV.invalidated, node(place.tenure)
    elif act.kind != ActKind.NOMINATION or not tenure.certain:
        yield PROV.generated, node(place.tenure)
