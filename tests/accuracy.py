"""How well documents are read: precision, recall and F1 for each sort of fact.

``python -m tests.accuracy`` prints the report that stands in ``docs/reference/accuracy.md``, with
``-v`` also what was missed or made up, and with ``--write`` writes the page. What is compared with
what, and what counts as equal, stands in ``tests/documents/README.md``.
"""

import csv
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What is known of one kind of fact in a set of documents, in ``accuracy.csv``."""

    first_sight: str | None  # F1 before anybody had looked at the failures of the set
    floor: float | None  # F1 that may not be fallen below; it stands a little under what is reached


def _bars() -> dict[str, dict[str, Bar]]:
    """The sets, which are folders, each with what is known of its kinds of fact."""
    sets: dict[str, dict[str, Bar]] = {}
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            floor = float(row["floor"]) if row["floor"] else None
            bar = Bar(first_sight=row["f1 at first sight"] or None, floor=floor)
            sets.setdefault(row["set"], {})[row["fact"]] = bar
    return sets


BARS = _bars()
# The first fourteen, which stand beside the folders, were read while the rules were written.
SETS = {name: DOCUMENTS if name == "first" else DOCUMENTS / name for name in BARS}
REPORT = ROOT / "docs" / "reference" / "accuracy.md"
PAGE = """# How well documents are read

Written by `python -m tests.accuracy --write`; `make accuracy` prints it with every miss. All documents are invented, in
the layouts of real organisations, and their facts were written down before the program had read them.
[What is compared](../../tests/documents/README.md) stands beside them.

**F1 at first sight** was measured before anybody had looked at what went wrong in a set, and is what to expect of a
layout that the program has not met. The other figures are of now, after the failures of every set were looked at and
the rules mended. The held-out sets were written by people who had not seen the rules, for somebody else to measure.

{table}

## What stands beside a fact

Of the facts of all sets that were found, now: whether party, municipality, sender and the rest are told as expected. A
value that is another than expected counts as wrong and as missed.

{beside}

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
    "document": ("document", lambda part: (part[0], plain(part[1]))),
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


# What a fact says beside the key by which it is compared. "?": where nothing is expected the text may tell
# more than a secretary wrote down, and that is not checked ("null" in ``tests/documents/README.md``).
PARTICULARS = {
    "attendance": ("party", "municipality?", "title", "organization?"),
    "items with outcomes": ("case", "recommendation", "decision", "attachments"),
    "appointments, strict": (
        *("party", "municipality?", "by?", "from", "to", "deputy_for", "replaces"),
    ),
    "statements": ("on_behalf_of?",),
    "seat rules": ("appointed_by?",),
}

_HEAD = ("kind", "body", "date", "case")  # what a document says of itself


def pairs(folder: Path) -> Iterator[tuple[Path, Facts]]:
    """The documents of a folder with the facts expected of them."""
    for expected in sorted(folder.glob("*.json")):
        (path,) = (each for each in folder.glob(f"{expected.stem}.*") if each != expected)
        yield path, json.loads(expected.read_text(encoding="utf-8"))


@cache
def facts(path: Path) -> Facts:
    """What is read from a document, in the JSON form."""
    return to_json(read_document(path, Config(data=ROOT / "data")))


def _listed(facts: Facts, part: str) -> Iterable[Any]:
    """The facts of one part; of the document's own particulars, those that are told."""
    told = facts.get(part, [])
    return [(key, told[key]) for key in _HEAD if told[key]] if part == "document" else told


def compare(found: Facts, expected: Facts, kind: str) -> tuple[set[Any], ...]:
    """Facts of one kind: in both, only found, only expected."""
    part, key = KEYS[kind]
    mine = {key(fact) for fact in _listed(found, part)}
    theirs = {key(fact) for fact in _listed(expected, part)}
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


def _paired(
    found: Facts, expected: Facts, kind: str
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """The facts of one kind that are in both, each beside what is expected of it."""
    part, key = KEYS[kind]
    ahead: dict[Any, list[Mapping[str, Any]]] = {}
    for fact in found.get(part, []):
        ahead.setdefault(key(fact), []).append(fact)
    for fact in expected.get(part, []):
        same = ahead.get(key(fact))
        if same:
            yield same.pop(0), fact


def particulars(documents: Iterable[tuple[Facts, Facts]]) -> dict[tuple[str, str], Score]:
    """By kind of fact and particular, how well those facts are told that were found."""
    scores = {(kind, name): Score() for kind, names in PARTICULARS.items() for name in names}
    for found, expected in documents:
        for kind, names in PARTICULARS.items():
            for mine, theirs in _paired(found, expected, kind):
                for name in names:
                    scores[kind, name] += _told(mine, theirs, name)
    return {(kind, name.rstrip("?")): each for (kind, name), each in scores.items()}


def particular_floors() -> dict[tuple[str, str], float]:
    """The F1 that each particular may not fall below, in ``particulars.csv``."""
    with Path(__file__).with_name("particulars.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {(row["fact"], row["particular"]): float(row["floor"]) for row in rows}


def _told(mine: Mapping[str, Any], theirs: Mapping[str, Any], name: str) -> Score:
    """One particular of one fact; nothing is counted where neither says anything."""
    told, expected = (_plainly(fact.get(name.rstrip("?"))) for fact in (mine, theirs))
    if told == expected:
        return Score(right=told is not None)
    is_open = name.endswith("?") and expected is None
    return Score(wrong=told is not None and not is_open, missed=expected is not None)


def _plainly(value: Any) -> Any:
    return plain(value) if isinstance(value, str) else value


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
            bar = BARS[name].get(kind)
            cells = (reached.precision, reached.recall, reached.f1)
            figures = " | ".join(f"{cell:.2f}" for cell in cells)
            lines.append(
                f"| {name} ({number}) | {kind} | {figures} | {(bar and bar.first_sight) or '–'} |"
            )
    return "\n".join(lines)


def told_beside() -> str:
    """How well is told what stands beside the facts that were found, over all sets."""
    documents = [pair for folder in SETS.values() for pair in read_set(folder)]
    lines = ["| fact | particular | right | wrong | missed | F1 |", "|---|---|---|---|---|---|"]
    for (kind, name), each in particulars(documents).items():
        counts = f"{each.right} | {each.wrong} | {each.missed}"
        lines.append(f"| {kind} | {name} | {counts} | {each.f1:.2f} |")
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
    return PAGE.format(table=table(), beside=told_beside(), worst=worst())


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
