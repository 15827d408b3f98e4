"""Letters, by how they end."""

import re

from kkr_graph.model.text import TextLayer

_GREETING = re.compile(
    r"(?:med )?(?:venlig|bedste|kærlig) hilsen\b|(?:de )?bedste hilsner\b", re.IGNORECASE
)
_LINES = 8  # below which nobody signs


def is_letter(layer: TextLayer) -> bool:
    """Whether the last lines greet."""
    return any(_GREETING.match(layer.read(line)) for line in layer.lines[-_LINES:])
