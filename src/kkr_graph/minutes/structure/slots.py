"""When an item comes up, or how long it may take: told with its title, and no part of it."""

import re

from kkr_graph.model.days import MONTHS

_CLOCK = r"\d{1,2}[.:]\d{2}"
_SPAN = rf"{_CLOCK}\s*(?:[–—-]|til)\s*(?:kl\.? ?)?{_CLOCK}"
_LASTS = r"(?:ca\.? ?)?\d{1,3} ?min(?:\.|utter\b|uter\b|ut\b|\b)"
_SLOT = rf"(?:(?:tid|tidspunkt|varighed):? ?)?(?:(?:kl\.? ?)?{_SPAN}|kl\.? ?{_CLOCK}|{_LASTS})"
_ALONE = re.compile(
    rf"\s*[(\[]?(?:{_SLOT}|{_CLOCK})(?:[,;]? [(\[]?{_LASTS}[)\]]?)?[)\]]?\.?\s*", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"(?P<bracketed>\s*[(\[]{_SLOT}(?:, {_LASTS})?[)\]])$|(?:\s*[,|–-])?\s+(?:{_SLOT})$",
    re.IGNORECASE,
)
# "Borgermøde den 3. maj kl. 17.00-19.00": the time is of what the title names
_OF_SOMETHING = re.compile(
    rf"(?:\b(?:fra|mellem|til|i|på|efter|før|inden|om|af|med|for|ved)|\d\.?|\b(?:{'|'.join(MONTHS)})(?: \d{{4}})?|dage?|\d{{4}})$",
    re.IGNORECASE,
)


def is_slot(text: str) -> bool:
    """Whether a line, or a cell, says no more than when: "kl. 17.30-17.35", "10 min."."""
    return _ALONE.fullmatch(text) is not None


def without_slot(title: str, own_line: str = "") -> str:
    """A title without its time at the end: on a line of its own, in brackets or behind the words."""
    if own_line and is_slot(own_line):
        return title[: len(title) - len(own_line)].rstrip()
    match = _BEHIND.search(title)
    if match is None or match.start() == 0:
        return title
    before = title[: match.start()].rstrip()
    return title if not match["bracketed"] and _OF_SOMETHING.search(before) else before
