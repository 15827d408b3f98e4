"""What a network is to be about, from a name as people type it."""

from collections.abc import Mapping
from datetime import date

from kkr_graph.errors import AmbiguousName, QueryError, quoted
from kkr_graph.model.names import danish_sort_key, fold
from kkr_graph.network.projection import decision_of
from kkr_graph.network.views import READABLE, View, ViewKind
from kkr_graph.queries.days import with_iso_days
from kkr_graph.queries.named import Kind
from kkr_graph.queries.names import Found, names_of
from kkr_graph.store import Graph

_KINDS: Mapping[ViewKind, tuple[Kind, str]] = {
    ViewKind.PERSON: (Kind.PERSON, "person"),
    ViewKind.FORUM: (Kind.FORUM, "forum"),
    ViewKind.MUNICIPALITY: (Kind.MUNICIPALITY, "kommune"),
    ViewKind.PARTY: (Kind.PARTY, "parti"),
    ViewKind.MEETING: (Kind.MEETING, "møde"),
}


class Subjects:
    """Looks up names in one graph; ``now`` is what ``i dag`` means."""

    def __init__(self, graph: Graph, *, now: date, limit: int = READABLE) -> None:
        self._graph = graph
        self._now = now
        self._limit = limit

    def of_kind(self, kind: ViewKind, typed: str) -> View:
        """The view of the thing of this kind.

        Raises:
            QueryError: nothing of the kind is called that, or several things are.
        """
        return self._view(kind, self._find(kind, typed).iri)

    def of_item(self, meeting: str, number: str) -> View:
        """The view of what a meeting decided on an item.

        Raises:
            QueryError: there is no such meeting, item or decision.
        """
        iri = self._find(ViewKind.MEETING, meeting).iri
        return self._view(ViewKind.DECISION, decision_of(self._graph, iri, number))

    def of_any_kind(self, typed: str) -> View:
        """The view of the one thing that is called so, whatever it is.

        Raises:
            QueryError: nothing is called that, or several things are.
        """
        found: dict[ViewKind, Found] = {}
        others: list[str] = []
        for kind in _KINDS:
            try:
                found[kind] = self._find(kind, typed)
            except AmbiguousName as several:
                others += several.candidates
            except QueryError:
                continue  # nothing of this kind
        exact = {kind: thing for kind, thing in found.items() if fold(thing.label) == fold(typed)}
        chosen = exact or found
        if len(chosen) == 1 and (exact or not others):
            ((kind, thing),) = chosen.items()
            return self._view(kind, thing.iri)
        raise self._undecided(typed, chosen, others)

    def path(
        self, start: str, goal: str, *, day: date | None = None, affiliations: bool = False
    ) -> View:
        """The view of how two things hang together, whatever they are.

        Raises:
            QueryError: nothing is called so, several things are, or both are the same.
        """
        focus, other = (self.of_any_kind(typed).focus for typed in (start, goal))
        if focus == other:
            raise QueryError(
                f"{quoted(start)} og {quoted(goal)} er den samme.", "Angiv to forskellige navne."
            )
        return View(
            kind=ViewKind.PATH, focus=focus, other=other, day=day, affiliations=affiliations,
            limit=self._limit,
        )  # fmt: skip

    def overview(self) -> View:
        """The view of all tenures."""
        return self._view(ViewKind.OVERVIEW, "")

    def _find(self, kind: ViewKind, typed: str) -> Found:
        written = with_iso_days(typed, now=self._now) if kind is ViewKind.MEETING else typed
        return names_of(self._graph, _KINDS[kind][0]).find(written)

    def _view(self, kind: ViewKind, iri: str) -> View:
        return View(kind=kind, focus=iri, limit=self._limit)

    def _undecided(
        self, typed: str, found: Mapping[ViewKind, Found], others: list[str]
    ) -> QueryError:
        if not found and not others:
            return QueryError(
                f"Der er intet i grafen, der hedder {quoted(typed)}.",
                "Se efter, hvordan det staves, eller angiv slagsen: --person, --forum, "
                "--municipality, --party eller --meeting.",
            )
        candidates = [f"{thing.label} ({_KINDS[kind][1]})" for kind, thing in found.items()]
        return AmbiguousName(
            f"{quoted(typed)} kan være flere.",
            "Skriv navnet helt ud, eller angiv slagsen: --person, --forum, --municipality, "
            "--party eller --meeting.",
            sorted({*candidates, *others}, key=danish_sort_key),
        )
