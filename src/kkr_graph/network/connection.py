"""A path told step by step: who is tied to what, when, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kkr_graph.errors import QueryError
from kkr_graph.model.tenure import FOREVER
from kkr_graph.network import wording
from kkr_graph.network.elements import EVENTS, Edge, Network, Node
from kkr_graph.network.views import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One tie of a path, from the node that was reached to the next."""

    start: Node
    edge: Edge
    end: Node

    @property
    def first(self) -> Node:
        """Who the tie is said of, whichever way the path goes along it."""
        return self.start if self.edge.source == self.start.id else self.end

    @property
    def second(self) -> Node:
        """What it is said to be a tie to."""
        return self.end if self.edge.source == self.start.id else self.start

    @property
    def words(self) -> str:
        """``Anne Bo – formand – Udvalget``."""
        return f"{self.first.label} – {self.edge.role} – {self.second.label}"


def hops(network: Network) -> tuple[Hop, ...]:
    """The ties of a path's network in the order in which one goes along them."""
    return tuple(_walk(network))


def _walk(network: Network) -> Iterator[Hop]:
    node_of = {node.id: node for node in network.nodes}
    here, left = network.focus, list(network.edges)
    while left:
        edge = next(edge for edge in left if here in (edge.source, edge.target))
        there = edge.target if edge.source == here else edge.source
        yield Hop(start=node_of[here], edge=edge, end=node_of[there])
        left.remove(edge)
        here = there


def no_path(view: View) -> QueryError:
    """Why there is nothing to tell, and what else to try."""
    when = "på nogen dag" if view.day is None else f"den {wording.day(view.day)}"
    more = "" if view.affiliations else " Prøv også at tage partier og kommuner med."
    return QueryError(
        f"Dokumenterne viser ingen vej mellem de to, hvor alle led gjaldt samtidig {when}.",
        f"Kun det, der står sikkert i dokumenterne, tæller.{more}",
    )


def common_days(edges: tuple[Edge, ...]) -> tuple[date, date]:
    """The first and the last day on which all ties of a path held."""
    first = max(edge.from_ for edge in edges)
    return first, min(edge.from_ if edge.kind in EVENTS else edge.through for edge in edges)


def told_days(edges: tuple[Edge, ...]) -> str:
    """On which days all ties held: ``Alle led gælder samtidig fra 1.2.2022 til 31.12.2025.``."""
    first, last = common_days(edges)
    if first == last:
        return f"Alle led gjaldt den {wording.day(first)}."
    until = "" if last == FOREVER else f" til {wording.day(last)}"
    return f"Alle led gælder samtidig fra {wording.day(first)}{until}."


def to_text(network: Network) -> str:
    """The path for a terminal, each tie with its source and the words that prove it."""
    lines = [network.title, ""]
    for number, hop in enumerate(hops(network), 1):
        until = wording.ends(hop.edge)
        period = f"{wording.begins(hop.edge)} – {until}" if until else wording.begins(hop.edge)
        lines.append(f"{number}. {hop.words} ({period})")
        if not hop.edge.proofs:
            lines.append("   ingen kilde fundet")
        for proof in hop.edge.proofs[:1]:
            lines += [f"   »{proof.quote}«", f"   {wording.place(proof)}"]
    return "\n".join([*lines, "", told_days(network.edges)]) + "\n"
