"""Which role a label names: one ahead of people, in a row, or over a column."""

import re

from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import fold

_QUALIFIES = frozenset({"ny", "nyt", "nye", "valgt", "valgte", "øvrige", "menige"})
_PRESENT = re.compile(r"(?:nuværende|siddende)\b", re.IGNORECASE)


class LabelReader:
    """Reads the labels of one document."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.roles = lexicon.roles

    def role(self, label: str) -> Role | None:
        """The role of "Formand", "Personlige stedfortrædere", "Medlem af Havnerådet"."""
        plain = fold(_PRESENT.sub("", label)).strip(" :.")
        words = [word for word in plain.split() if word not in _QUALIFIES]
        whole = " ".join(words)
        return self.roles.get(whole) or (
            self.roles.get(words[0]) if words[1:2] in (["for"], ["i"], ["af"]) else None
        )


def is_present(label: str) -> bool:
    """Whether a label is of those who have the role already: "Nuværende medlemmer"."""
    return _PRESENT.match(label) is not None


def bare(cell: str) -> str:
    """A cell without the colon behind it."""
    return cell.strip(" :")
