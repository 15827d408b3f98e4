"""The state of a view as it stands in an address: what script/address.js writes, read strictly."""

import re
from collections.abc import Iterable

from kkr_graph.errors import QueryError, quoted
from kkr_graph.network.exploration import MOST_STEPS
from kkr_graph.network.neighbours import Relation
from kkr_graph.network.picture import Step
from kkr_graph.network.shown import State

_CLOSED = "lukket"
_NUMBER = re.compile(r"-?\d{1,6}")
_WRONG = "Åbn netværket igen fra siden om navnet."


def read_state(pairs: Iterable[tuple[str, str]], prefix: str) -> State:
    """The state that parameters tell of, but for the day, which people may have typed.

    Args:
        pairs: the parameters, in their order.
        prefix: what short names of nodes are completed with.

    Raises:
        QueryError: something in it is not written as a page writes it.
    """
    given = list(pairs)

    def named(name: str) -> list[str]:
        return [value for key, value in given if key == name]

    steps = tuple(_step(written, prefix) for written in named("udvid"))
    if len(steps) > MOST_STEPS:
        raise QueryError(
            f"Netværket kan højst udvides {MOST_STEPS} gange.",
            "Åbn netværket for et af navnene i stedet.",
        )
    return State(
        kinds=frozenset(kind for value in named("skjult") for kind in value.split(",") if kind),
        steps=steps,
        folded=frozenset(_long(each, prefix) for each in named("foldet")),
        hidden=frozenset(_long(each, prefix) for each in named("gemt")),
        pinned=dict(_pin(each, prefix) for each in named("fast")),
    )


def _long(written: str, prefix: str) -> str:
    return written if "://" in written else prefix + written


def _step(written: str, prefix: str) -> Step:
    match written.split("~"):
        case [node, relation]:
            is_open = True
        case [node, relation, closed] if closed == _CLOSED:
            is_open = False
        case _:
            raise QueryError(f"{quoted(written[:80])} er ikke en udvidelse.", _WRONG)
    return Step(node=_long(node, prefix), relation=Relation.read(relation), is_open=is_open)


def _pin(written: str, prefix: str) -> tuple[str, tuple[int, int]]:
    match written.split("~"):
        case [node, x, y] if _NUMBER.fullmatch(x) and _NUMBER.fullmatch(y):
            return _long(node, prefix), (int(x), int(y))
        case _:
            raise QueryError(f"{quoted(written[:80])} er ikke en plads på tegningen.", _WRONG)
