"""What every page shows around what it is about: who may change something, and whether it is samples.

It belongs to the request that is being answered, so that no page has to hand it on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from kkr_graph.errors import KkrGraphError
from kkr_graph.web.samples import Samples, samples_in
from kkr_graph.web.site import Sites
from kkr_graph.web.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Of one server; without a writer nothing can be changed there."""

    writer: Writer | None = None
    sites: Sites | None = None

    @property
    def samples(self) -> Samples:
        """How much of the graph is samples; none where it cannot be opened, which is told elsewhere."""
        try:
            return samples_in(self.sites.current()) if self.sites else Samples.NONE
        except KkrGraphError:
            return Samples.NONE


_around: ContextVar[Surroundings] = ContextVar("_around", default=Surroundings())  # noqa: B039


@contextmanager
def answering(surroundings: Surroundings) -> Iterator[None]:
    """While the block lasts, pages are made with these around them."""
    before = _around.set(surroundings)
    try:
        yield
    finally:
        _around.reset(before)


def current() -> Surroundings:
    """What is around the page that is being made."""
    return _around.get()
