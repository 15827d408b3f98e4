"""The pieces that stand around a name, each between commas, brackets or dashes."""

import re
from collections.abc import Iterator

# Commas inside a list of items, "punkt 1, 3 og 5", or behind a part of a word, "Kyst-, Havne- og
# Miljøstyrelsen", separate nothing; nor does what is in a number, "sag 21/26".
_SEPARATOR = re.compile(
    r"\s*(?:(?<!\w-),(?!\s*\d{1,3}(?:/\d{2,4})?\s*(?:,|og\b|[–-]|$))|[;:\t\n|·•]|(?!(?<=\d)/\d)(?:(?<![AI])/|/(?!S\b))|\s(?<!\d\s)[–—-]\s|\s[–—-]\s(?!\d)|(?<=\w)[–—-]\s(?=(?:afbud|fraværende)\b)|\s{3,})\s*"
)
_JOINT = re.compile(r"(?:[\s,;–.·•-]|(?:go|tmas|åsgo)(?=\s|\Z))*")  # read backwards: og, samt, også


def without_joint(text: str) -> str:
    """A text without what joins it to the next: blanks, commas, a dash, "og"."""
    joint = _JOINT.match(text[::-1])
    assert joint is not None
    return text[: len(text) - joint.end()]


def particulars(text: str) -> Iterator[str]:
    """The pieces around separators and brackets; ``Aalborg Kommune`` stays one piece."""
    for piece in re.split(r"[()\[\]]", without_joint(text)):
        for part in _SEPARATOR.split(piece):
            clean = without_joint(part).strip(" .,;:–-\t")
            if clean:
                yield clean
