"""What one graph has that another has not, as lines of N-Quads."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The lines that go and those that come, each sorted; no line does both."""

    gone: tuple[bytes, ...] = ()
    come: tuple[bytes, ...] = ()

    @classmethod
    def between(cls, before: Iterable[bytes], after: Iterable[bytes]) -> "Difference":
        """From the lines of one graph to those of another."""
        old, new = frozenset(before), frozenset(after)
        return cls(gone=tuple(sorted(old - new)), come=tuple(sorted(new - old)))

    def __len__(self) -> int:
        """How many lines differ."""
        return len(self.gone) + len(self.come)

    @property
    def lines(self) -> tuple[bytes, ...]:
        """All lines that differ."""
        return (*self.gone, *self.come)
