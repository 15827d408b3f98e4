"""An extract whose long parts stay where they are kept until somebody asks for them."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, Self

from kkr_graph.model.extract import AgendaLine, Attendance, Extract, Item

# nearly all of what most documents say, of which little is asked once it is in the graph
LONG_PARTS = {"attendance": Attendance, "items": Item}


def without_long_parts(extract: Extract) -> Extract:
    """All the rest, to be kept beside them."""
    return replace(extract, attendance=(), items=())


class KeptExtract(Extract):
    """An extract that says the same as the one that was kept, and holds less."""

    __slots__ = ("_agenda", "_part")

    _agenda: tuple[AgendaLine, ...]
    _part: Callable[[str], object]

    @classmethod
    def of(
        cls, short: Extract, agenda: tuple[AgendaLine, ...], part: Callable[[str], object]
    ) -> Self:
        """What was kept without its long parts.

        Args:
            short: the extract without them.
            agenda: what is asked of the items of every document.
            part: makes a long part, again whenever it is asked for.
        """
        kept = object.__new__(cls)
        values = {each.name: getattr(short, each.name) for each in fields(short)}
        for name, value in (values | {"_agenda": agenda, "_part": part}).items():
            if name not in LONG_PARTS:  # these stay without a value
                object.__setattr__(kept, name, value)
        return kept

    @property
    def agenda(self) -> tuple[AgendaLine, ...]:
        """As it was kept."""
        return self._agenda

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - what has no value: the long parts
        """A long part."""
        if name not in LONG_PARTS:
            raise AttributeError(name)
        return self._part(name)
