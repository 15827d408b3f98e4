"""How far a long piece of work is."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[str, int, int], None]
"""Is told the step, in Danish, how much of it is done, and how much there is."""
