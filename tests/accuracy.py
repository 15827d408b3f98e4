"""How well documents are read: precision, recall and F1 for each sort of fact.

``python -m tests.accuracy`` prints the table, and with ``-v`` what was missed or made up. What is
compared with what, and what counts as equal, stands in ``tests/documents/README.md``.
"""

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from kkr_graph.config import Config
from kkr_graph.model.extract import to_json
from kkr_graph.pipeline import read_document

Facts: TypeAlias = Mapping[str, Any]  # the JSON form of what a document says

ROOT = Path(__file__).parents[1]
DOCUMENTS = ROOT / "tests" / "documents"
# The first fourteen were read while the rules were written; the others were not, until measured.
SETS = {
    "first": DOCUMENTS,
    "late": DOCUMENTS / "late",
    "fresh": DOCUMENTS / "fresh",
    "more": DOCUMENTS / "more",
    "lists": DOCUMENTS / "lists",
    "held-out": DOCUMENTS / "held-out",
    "held-out-2": DOCUMENTS / "held-out-2",
    "last": DOCUMENTS / "last",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts over documents: facts found and expected, found but not expected, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            right=self.right + other.right,
            wrong=self.wrong + other.wrong,
            missed=self.missed + other.missed,
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is expected that was found; 1 where nothing is expected."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


def plain(text):
    """A string as it is compared: NFC, one kind of blank, no soft hyphens, no case."""
    if text is None:
        return None
    return " ".join(unicodedata.normalize("NFC", text).replace("\xad", "").casefold().split())


def _attendance(fact):
    items = tuple(fact["items"]) if fact.get("items") else None
    deputy_for = plain(fact.get("deputy_for"))
    return (plain(fact["name"]), fact.get("party"), fact["status"], items, deputy_for)


def _item(fact):
    return (fact["number"], plain(fact["title"]), tuple(sorted(fact["outcomes"])))


def _appointment(fact):
    certain = fact.get("certain", True)
    return (plain(fact["person"]), plain(fact["body"]), fact["role"], fact["event"], certain)


KEYS = {
    "attendance": ("attendance", _attendance),
    "items with outcomes": ("items", _item),
    "appointments, strict": ("appointments", _appointment),
    "appointments, lenient": ("appointments", lambda fact: _appointment(fact)[:2]),
    "statements": ("statements", lambda fact: (plain(fact["person"]), fact["item"], fact["kind"])),
    "dates": ("dates", lambda fact: fact["date"]),
    "forums": (
        "forums",
        lambda fact: (plain(fact["name"]), plain(fact["purpose"]), plain(fact["legal_basis"])),
    ),
    "bodies": ("bodies", lambda fact: (plain(fact["name"]), fact.get("abbreviation"))),
    "seat rules": (
        "seat_rules",
        lambda fact: (plain(fact.get("body")), fact["seats"], plain(fact.get("who"))),
    ),
}


def pairs(folder: Path) -> Iterator[tuple[Path, Facts]]:
    """The documents of a folder with the facts expected of them."""
    for expected in sorted(folder.glob("*.json")):
        (path,) = (each for each in folder.glob(f"{expected.stem}.*") if each != expected)
        yield path, json.loads(expected.read_text(encoding="utf-8"))


def facts(path: Path) -> Facts:
    """What is read from a document, in the JSON form."""
    return to_json(read_document(path, Config(data=ROOT / "data")))


def compare(found: Facts, expected: Facts, kind: str) -> tuple[set[Any], ...]:
    """Facts of one kind: in both, only found, only expected."""
    part, key = KEYS[kind]
    mine = {key(fact) for fact in found[part]}
    theirs = {key(fact) for fact in expected.get(part, [])}
    if kind == "dates":  # the meeting's own day need not come
        mine -= {expected["document"]["date"]} - theirs
    return mine & theirs, mine - theirs, theirs - mine


def score(documents: Iterable[tuple[Facts, Facts]], kind: str) -> Score:
    """The score of one kind of fact over documents."""
    total = Score()
    for found, expected in documents:
        right, wrong, missed = map(len, compare(found, expected, kind))
        total += Score(right=right, wrong=wrong, missed=missed)
    return total


def read_set(folder: Path) -> list[tuple[Facts, Facts]]:
    """What is read from each document of a set, beside what is expected."""
    return [(facts(path), expected) for path, expected in pairs(folder)]


def table() -> str:
    """The scores of all sets as a Markdown table; each cell is precision / recall / F1."""
    sets = {name: read_set(folder) for name, folder in SETS.items()}
    head = " | ".join(f"{name} ({len(documents)})" for name, documents in sets.items())
    lines = [f"| fact | {head} |", "|---|" + "---|" * len(sets)]
    for kind in KEYS:
        scores = (score(documents, kind) for documents in sets.values())
        cells = " | ".join(
            f"{one.precision:.2f} / {one.recall:.2f} / {one.f1:.2f}" for one in scores
        )
        lines.append(f"| {kind} | {cells} |")
    return "\n".join(lines)


def misses() -> Iterator[str]:
    """What was made up and what was missed, document by document."""
    for folder in SETS.values():
        for path, expected in pairs(folder):
            found = facts(path)
            for kind in KEYS:
                _, wrong, missed = compare(found, expected, kind)
                yield from (
                    f"{path.name}: {kind}: made up {fact}" for fact in sorted(wrong, key=str)
                )
                yield from (
                    f"{path.name}: {kind}: missed {fact}" for fact in sorted(missed, key=str)
                )


if __name__ == "__main__":
    print(table())  # noqa: T201
    if "-v" in sys.argv:
        print("\n".join(misses()))  # noqa: T201
