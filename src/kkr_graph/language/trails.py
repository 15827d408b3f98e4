"""The way to a page of a web site, as the page shows it: "Forside > Om os > Bestyrelsen"."""

import re

_TRAIL = re.compile(r"\s[>›»]\s|\s/\s.*\s/\s")


def is_trail(line: str) -> bool:
    """Whether steps to a page are told apart in a line."""
    return _TRAIL.search(line) is not None
