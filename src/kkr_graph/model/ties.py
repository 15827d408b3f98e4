"""What is said of two handles, that they are one person or two, and whether it can all be so."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Tie:
    """Two handles, in order, that somebody or the ledger says something of."""

    left: str
    right: str
    source: str  # Danish, in brackets

    @classmethod
    def between(cls, one: str, other: str, source: str) -> "Tie":
        """The tie of two handles in whichever order they come."""
        left, right = sorted((one, other))
        return cls(left=left, right=right, source=source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two who are said to be two people, and the chain by which they are one."""

    denied: Tie
    chain: tuple[Tie, ...]

    def told(self, name: Callable[[str], str] = str) -> str:
        """All of it in a Danish sentence.

        Args:
            name: What to call a handle.
        """
        steps = ", ".join(
            f"{name(step.left)} = {name(step.right)} {step.source}" for step in self.chain
        )
        left, right = name(self.denied.left), name(self.denied.right)
        return (
            f"Vurderingerne modsiger hinanden: {steps or left}, "
            f"men {left} ≠ {right} {self.denied.source}."
        )


def find_contradiction(joined: Iterable[Tie], denied: Iterable[Tie]) -> Contradiction | None:
    """The first two, in order, who are said to be two people and are one by others."""
    ties = sorted(joined)
    for tie in sorted(denied):
        chain = _chain(tie.left, tie.right, ties)
        if chain is not None:
            return Contradiction(denied=tie, chain=tuple(chain))
    return None


def _chain(start: str, goal: str, joined: Iterable[Tie]) -> list[Tie] | None:
    """The shortest chain of ties from ``start`` to ``goal``, each read in that direction."""
    onward: dict[str, list[Tie]] = {}
    for tie in joined:
        onward.setdefault(tie.left, []).append(tie)
        back = Tie(left=tie.right, right=tie.left, source=tie.source)
        onward.setdefault(tie.right, []).append(back)
    chains: dict[str, list[Tie]] = {start: []}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for tie in onward.get(here, ()):
            if tie.right not in chains:
                chains[tie.right] = [*chains[here], tie]
                queue.append(tie.right)
    return chains.get(goal)
