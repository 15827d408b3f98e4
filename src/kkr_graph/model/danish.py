"""How Danish writes a number, a day and several things in a row."""

from collections.abc import Sequence
from datetime import date


def whole(number: int) -> str:
    """``1.204``, with a dot for the thousands."""
    return f"{number:,}".replace(",", ".")


def counted(number: int, one: str, several: str) -> str:
    """``1 møde``, ``1.204 møder``."""
    return f"{whole(number)} {one if number == 1 else several}"


def listed(parts: Sequence[str]) -> str:
    """``a, b og c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} og {parts[-1]}"


def day(when: date) -> str:
    """``24.10.2025``."""
    return f"{when:%d.%m.%Y}"


def capitalised(text: str) -> str:
    """With a capital first letter; the others stay as they are."""
    return text[:1].upper() + text[1:]


def genitive(name: str) -> str:
    """``Anna Holms``, and ``Lars'`` where the name ends with an s already."""
    return name + ("'" if name.endswith(("s", "x", "z")) else "s")
