"""How many of something, and all of them, as Danish says it."""

from collections.abc import Sequence


def whole(number: int) -> str:
    """``1.204``, with a dot for the thousands."""
    return f"{number:,}".replace(",", ".")


def counted(number: int, one: str, several: str) -> str:
    """``1 møde``, ``1.204 møder``."""
    return f"{whole(number)} {one if number == 1 else several}"


def listed(parts: Sequence[str]) -> str:
    """``a, b og c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} og {parts[-1]}"
