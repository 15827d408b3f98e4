"""The term that is to begin: its seats, beside those who hold them now."""

from collections.abc import Sequence
from dataclasses import replace

from kkr_graph.constitution.board import read_board
from kkr_graph.constitution.proposals import Proposal
from kkr_graph.model.names import danish_sort_key
from kkr_graph.overview.content import Coming
from kkr_graph.overview.rows import to_rows
from kkr_graph.overview.selection import scope_of, selected
from kkr_graph.overview.ties import read_ties
from kkr_graph.queries.asking import Questions
from kkr_graph.seats.groups import read_groups
from kkr_graph.seats.holders import read_held_roles, read_vacant_seats
from kkr_graph.seats.scope import Scope, Term
from kkr_graph.store import Graph
from kkr_graph.vocab import KKRC


def read_coming(
    graph: Graph,
    *,
    forum: str | None = None,
    term: str | None = None,
    proposals: Sequence[Proposal] = (),
) -> Coming | None:
    """The seats of a coming term; the contact councils' next one where none is named.

    One council's documents may tell of a term that others have not begun: then it is theirs alone.
    None where all have begun it, and where no term to come is known.

    Raises:
        QueryError: the graph has no such forum or term, or a proposal is for no open seat.
        StoreError: the graph cannot be asked.
    """
    questions = Questions(graph)
    now = scope_of(questions, forum, None)
    coming = _coming_term(now, scope_of(questions, forum, term).term)
    if coming is None:
        return None
    awaiting = now.awaiting(coming)
    board = read_board(
        graph,
        day=now.data_through,
        forum=now.forum.iri if now.forum else None,
        council=now.council.iri if now.council else None,
        term=coming.label,
        proposals=proposals,
    )
    held = read_held_roles(questions, now)
    present = selected((*held, *read_vacant_seats(questions, now, held)), now)
    return Coming(
        board=replace(board, rows=tuple(row for row in board.rows if row.is_coming)),
        councils=awaiting if awaiting != now.asked_councils and any(awaiting) else (),
        present=to_rows(present, read_groups(questions, now), now, read_ties(questions, present)),
        proposals=tuple(proposals),
        municipalities=_municipalities(now),
        parties=_parties(graph),
    )


def _coming_term(now: Scope, chosen: Term | None) -> Term | None:
    terms = (term for term in now.terms if term.clock == KKRC.kkr_clock)
    return next(filter(now.awaiting, (chosen,) if chosen else terms), None)


def _municipalities(scope: Scope) -> tuple[str, ...]:
    """Those of the councils that the overview is for; all where it is for none."""
    councils = scope.council_by_municipality
    own = {name for name, council in councils.items() if council in scope.councils}
    return _in_order(own or set(councils))


def _parties(graph: Graph) -> tuple[str, ...]:
    rows = graph.select("SELECT DISTINCT ?name WHERE { ?p a kkr:Party ; skos:prefLabel ?name }")
    return _in_order({row["name"].value for row in rows.rows})


def _in_order(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=danish_sort_key))
