"""Letters of other alphabets that pass for Latin ones, as the Cyrillic а for a."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from kkr_graph.model.names import fold

# What the letters of lower case look like; enough to propose whom the name may mean.
_LOOKS_LIKE = str.maketrans("авгеікмнорѕстухјԁαεικνορτυ", "abreikmhopsctyxjdaeiknoptu")


@lru_cache(1 << 16)
def foreign_letters(name: str) -> tuple[str, ...]:
    """The letters of ``name`` that are not Latin, in order of appearance."""
    letters = (char for char in name if char.isalpha() and not char.isascii())
    foreign = (char for char in letters if not unicodedata.name(char, "LATIN").startswith("LATIN"))
    return tuple(dict.fromkeys(foreign))


def is_disguised(names: Iterable[str]) -> bool:
    """Whether no name of somebody is written in Latin letters alone."""
    return all(foreign_letters(name) for name in names)


@lru_cache(1 << 16)
def latin_lookalike(folded: str) -> str:
    """The folded name as it looks to a Danish reader."""
    return fold(folded.translate(_LOOKS_LIKE))
