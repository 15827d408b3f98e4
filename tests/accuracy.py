"""How well documents are read: precision, recall and F1 for each sort of fact.

``python -m tests.accuracy`` prints the report that stands in ``docs/reference/accuracy.md``, with
``-v`` also what was missed or made up, and with ``--write`` writes the page. What is compared with
what, and what counts as equal, stands in ``tests/documents/README.md``.
"""

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from kkr_graph.config import Config
from kkr_graph.documents import read_document
from kkr_graph.model.extract import to_json

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
    "held-out-3": DOCUMENTS / "held-out-3",
    "held-out-4": DOCUMENTS / "held-out-4",
    "held-out-5": DOCUMENTS / "held-out-5",
    "held-out-6": DOCUMENTS / "held-out-6",
    "held-out-7": DOCUMENTS / "held-out-7",
    "held-out-8": DOCUMENTS / "held-out-8",
    "held-out-9": DOCUMENTS / "held-out-9",
    "held-out-10": DOCUMENTS / "held-out-10",
    "held-out-11": DOCUMENTS / "held-out-11",
    "held-out-12": DOCUMENTS / "held-out-12",
    "held-out-13": DOCUMENTS / "held-out-13",
    "held-out-14": DOCUMENTS / "held-out-14",
    "held-out-15": DOCUMENTS / "held-out-15",
    "held-out-16": DOCUMENTS / "held-out-16",
    "held-out-17": DOCUMENTS / "held-out-17",
    "held-out-lists": DOCUMENTS / "held-out-lists",
    "held-out-lists-2": DOCUMENTS / "held-out-lists-2",
    "last": DOCUMENTS / "last",
    "layouts": DOCUMENTS / "layouts",
    "varied": DOCUMENTS / "varied",
}

# F1 before the failures of a set had been looked at: what to expect of documents nobody has seen.
FIRST_SIGHT: Mapping[str, Mapping[str, str]] = {
    "late": {"attendance": "0.58", "items with outcomes": "0.49", "appointments, strict": "0.25"},
    "fresh": {"attendance": "0.84", "items with outcomes": "0.69", "appointments, strict": "0.50"},
    "more": {
        "attendance": "0.87",
        "items with outcomes": "0.62",
        "appointments, strict": "0.36",
        "seat rules": "0.21",
    },
    "last": {
        "attendance": "0.93",
        "items with outcomes": "0.82",
        "appointments, strict": "0.64",
        "seat rules": "0.00",
    },
    "varied": {
        "attendance": "0.94",
        "items with outcomes": "0.40",
        "appointments, strict": "0.51",
        "seat rules": "0.40",
    },
    "held-out": {
        "attendance": "0.94",
        "items with outcomes": "0.96",
        "appointments, strict": "0.77",
        "seat rules": "0.18",
    },
    "held-out-2": {
        "attendance": "0.81",
        "items with outcomes": "0.84",
        "appointments, strict": "0.59",
        "seat rules": "0.50",
    },
    "held-out-3": {
        "attendance": "0.85",
        "items with outcomes": "0.71",
        "appointments, strict": "0.54",
        "seat rules": "0.28",
    },
    "held-out-4": {
        "attendance": "0.98",
        "items with outcomes": "0.93",
        "appointments, strict": "0.95",
        "seat rules": "0.80",
    },
    "held-out-5": {
        "attendance": "0.91",
        "items with outcomes": "0.61",
        "appointments, strict": "0.90",
        "statements": "0.64",
        "forums": "0.98",
        "seat rules": "0.62",
    },
    "held-out-6": {
        "attendance": "0.94",
        "items with outcomes": "0.98",
        "appointments, strict": "0.91",
        "statements": "1.00",
        "seat rules": "0.67",
    },
    "held-out-7": {
        "attendance": "0.92",
        "items with outcomes": "0.98",
        "appointments, strict": "0.85",
        "statements": "0.98",
        "seat rules": "0.80",
    },
    "held-out-8": {
        "attendance": "0.96",
        "items with outcomes": "0.94",
        "appointments, strict": "0.89",
        "statements": "1.00",
        "seat rules": "0.67",
    },
    "held-out-9": {
        "attendance": "0.96",
        "items with outcomes": "0.95",
        "appointments, strict": "0.86",
        "statements": "0.98",
        "forums": "0.98",
        "seat rules": "1.00",
    },
    "held-out-17": {
        "attendance": "0.96",
        "items with outcomes": "0.93",
        "appointments, strict": "0.84",
        "forums": "1.00",
        "statements": "0.90",
        "seat rules": "1.00",
    },
    "held-out-16": {
        "attendance": "0.97",
        "items with outcomes": "0.96",
        "appointments, strict": "0.91",
        "forums": "1.00",
        "statements": "0.95",
        "seat rules": "0.35",
    },
    "held-out-15": {
        "attendance": "0.94",
        "items with outcomes": "0.85",
        "appointments, strict": "0.92",
        "forums": "0.97",
        "statements": "1.00",
        "seat rules": "0.58",
    },
    "held-out-14": {
        "attendance": "0.87",
        "items with outcomes": "0.95",
        "appointments, strict": "0.84",
        "forums": "0.69",
        "statements": "0.95",
        "seat rules": "0.66",
    },
    "held-out-13": {
        "attendance": "0.98",
        "items with outcomes": "0.95",
        "appointments, strict": "0.99",
        "forums": "1.00",
        "statements": "0.95",
        "seat rules": "0.90",
    },
    "held-out-12": {
        "attendance": "0.87",
        "items with outcomes": "0.74",
        "appointments, strict": "0.76",
        "forums": "0.78",
        "statements": "0.92",
        "seat rules": "0.90",
    },
    "held-out-11": {
        "attendance": "0.94",
        "items with outcomes": "0.87",
        "appointments, strict": "0.80",
        "forums": "0.92",
        "statements": "1.00",
        "seat rules": "0.65",
    },
    "held-out-10": {
        "attendance": "0.88",
        "items with outcomes": "1.00",
        "appointments, strict": "0.79",
        "statements": "1.00",
        "forums": "0.90",
        "seat rules": "0.75",
    },
    "held-out-lists-2": {"appointments, strict": "0.92", "forums": "0.90", "seat rules": "1.00"},
    "held-out-lists": {"appointments, strict": "0.80", "forums": "0.90", "seat rules": "0.32"},
}
REPORT = ROOT / "docs" / "reference" / "accuracy.md"
PAGE = """# How well documents are read

Written by `python -m tests.accuracy --write`; `make accuracy` prints it with every miss. All documents are invented, in
the layouts of real organisations, and their facts were written down before the program had read them.
[What is compared](../../tests/documents/README.md) stands beside them.

**F1 at first sight** was measured before anybody had looked at what went wrong in a set, and is what to expect of a
layout that the program has not met. The other figures are of now, after the failures of every set were looked at and
the rules mended. The held-out sets were written by people who had not seen the rules, for somebody else to measure.

{table}

## The worst cases

{worst}
"""


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


@cache
def facts(path: Path) -> Facts:
    """What is read from a document, in the JSON form."""
    return to_json(read_document(path, Config(data=ROOT / "data")))


def compare(found: Facts, expected: Facts, kind: str) -> tuple[set[Any], ...]:
    """Facts of one kind: in both, only found, only expected."""
    part, key = KEYS[kind]
    mine = {key(fact) for fact in found[part]}
    theirs = {key(fact) for fact in expected.get(part, [])}
    if kind == "dates":  # the meeting's own day need not come
        own = {expected["document"]["date"]}
        mine, theirs = mine - own, theirs - own
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


def measured(folder: Path) -> Iterator[tuple[str, Score]]:
    """The score of each kind of fact that the documents of a set have or are said to have."""
    documents = read_set(folder)
    for kind in KEYS:
        reached = score(documents, kind)
        if reached.right + reached.wrong + reached.missed:
            yield kind, reached


def table() -> str:
    """What is read of each set now, beside its F1 before its failures were looked at."""
    lines = [
        "| documents | fact | precision | recall | F1 | F1 at first sight |",
        "|---|---|---|---|---|---|",
    ]
    for name, folder in SETS.items():
        number = len(list(pairs(folder)))
        for kind, reached in measured(folder):
            first = FIRST_SIGHT.get(name, {}).get(kind)
            cells = (reached.precision, reached.recall, reached.f1)
            figures = " | ".join(f"{cell:.2f}" for cell in cells)
            lines.append(f"| {name} ({number}) | {kind} | {figures} | {first or '–'} |")
    return "\n".join(lines)


def worst(most: int = 12) -> str:
    """The documents and kinds of fact that are read worst, by what was missed or made up."""
    found = [
        (reached.wrong + reached.missed, reached, path.name, kind)
        for folder in SETS.values()
        for path, expected in pairs(folder)
        for kind in KEYS
        if (reached := score([(facts(path), expected)], kind)).wrong + reached.missed
    ]
    lines = ["| document | fact | right | made up | missed |", "|---|---|---|---|---|"]
    for _, reached, name, kind in sorted(found, key=lambda each: (-each[0], each[2:]))[:most]:
        lines.append(f"| {name} | {kind} | {reached.right} | {reached.wrong} | {reached.missed} |")
    return "\n".join(lines)


def report() -> str:
    """The page of the docs."""
    return PAGE.format(table=table(), worst=worst())


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
    print(report())  # noqa: T201
    if "--write" in sys.argv:
        REPORT.write_text(report(), encoding="utf-8", newline="\n")
    if "-v" in sys.argv:
        print("\n".join(misses()))  # noqa: T201
