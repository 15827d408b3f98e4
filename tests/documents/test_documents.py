"""The documents are what the reader is measured against, so they must not contradict themselves."""

import json
import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kkr_graph.config import Config
from kkr_graph.documents import read_text
from kkr_graph.model.extract import (
    AttendanceStatus,
    DocumentKind,
    Event,
    Outcome,
    Role,
    StatementKind,
)

HERE = Path(__file__).parent
EXPECTATIONS = sorted(HERE.glob("**/*.json"))
SUFFIXES = {".txt", ".csv", ".html", ".docx", ".xlsx", ".pdf"}
TEXTS = sorted(path for path in HERE.glob("**/*") if path.suffix in SUFFIXES)

FACT_KEYS = {
    "attendance": "name party municipality status deputy_for title organization items",
    "items": "number title case initials recommendation decision outcomes attachments",
    "appointments": "person party municipality body role event by from to deputy_for replaces certain",
    "statements": "person item on_behalf_of kind",
    "dates": "date what body as_written suspect",
    "bodies": "name abbreviation",
    "seat_rules": "body seats who appointed_by",
}
OF_LISTS = {"forums": "name purpose legal_basis"}
OPTIONAL_KEYS = {"attendance": {"certain"}, "statements": {"certain"}}
QUOTED = {
    "attendance": ("name", "deputy_for", "title", "organization"),
    "items": ("number", "title", "case", "recommendation", "decision"),
    "appointments": ("person", "body", "by", "deputy_for", "replaces"),
    "statements": ("person", "on_behalf_of"),
    "dates": ("as_written", "body"),
    "bodies": ("name", "abbreviation"),
    "seat_rules": ("body", "who", "appointed_by"),
    "forums": ("name", "purpose", "legal_basis"),
}
VOCABULARY = {
    ("attendance", "status"): AttendanceStatus,
    ("appointments", "role"): Role,
    ("appointments", "event"): Event,
    ("statements", "kind"): StatementKind,
}
PAGE_FURNITURE = re.compile(
    r"^\s*(?:side\s*\|?\s*\d+(?: af \d+)?|.{3,60} \| \d\d-\d\d-\d{4})\s*$",
    re.IGNORECASE | re.MULTILINE,
)


def folded(text: str) -> str:
    """Text without what a line break, a hyphen or a letter's encoding may have changed."""
    return re.sub(r"[\s\u00ad\u2010\u2011-]+", "", unicodedata.normalize("NFC", text)).casefold()


def expectation(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def is_list(expected: dict[str, Any]) -> bool:
    return bool(expected["document"]["kind"] == "appointment_list")


def document_text(path: Path) -> str:
    (document,) = (each for each in TEXTS if each.with_suffix("") == path.with_suffix(""))
    text = read_text(document, Config(data=HERE.parents[1] / "data")).text
    return folded(PAGE_FURNITURE.sub("", text))


def stands_in(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text; a cell of a printed table stands there line by line."""
    return folded(phrase) in text or all(folded(word) in text for word in phrase.split())


def name_of(path: Path) -> str:
    return path.stem


each_expectation = pytest.mark.parametrize("path", EXPECTATIONS, ids=name_of)


def test_every_text_has_its_expectations_and_the_other_way_round() -> None:
    assert [path.with_suffix("") for path in TEXTS] == [
        path.with_suffix("") for path in EXPECTATIONS
    ]
    assert len(EXPECTATIONS) >= 43


def test_every_document_has_a_number_of_its_own_and_every_folder_is_read() -> None:
    numbers = [path.stem.split("-")[0] for path in EXPECTATIONS]
    assert len(set(numbers)) == len(numbers)
    folders = {
        HERE.name,
        "late",
        "varied",
        "fresh",
        "more",
        "lists",
        "last",
        "layouts",
        "held-out",
        "held-out-2",
        "held-out-3",
        "held-out-4",
        "held-out-5",
        "held-out-6",
        "held-out-7",
        "held-out-8",
        "held-out-9",
        "held-out-10",
        "held-out-11",
        "held-out-12",
        "held-out-13",
        "held-out-14",
        "held-out-15",
        "held-out-16",
        "held-out-17",
        "held-out-lists-2",
        "held-out-lists",
    }
    assert {path.parent.name for path in EXPECTATIONS} == folders


@each_expectation
def test_expectations_have_the_keys_of_the_schema(path: Path) -> None:
    expected = expectation(path)
    parts = FACT_KEYS | (OF_LISTS if is_list(expected) else {})
    assert set(expected) == {"document", "not_appointments", *parts}
    assert set(expected["document"]) == {"kind", "body", "date", "case"}
    for part, keys in parts.items():
        for fact in expected[part]:
            assert set(fact) - OPTIONAL_KEYS.get(part, set()) == set(keys.split()), (part, fact)


@each_expectation
def test_expectations_use_the_words_of_the_model(path: Path) -> None:
    expected = expectation(path)
    assert expected["document"]["kind"] in set(DocumentKind)
    for item in expected["items"]:
        assert set(item["outcomes"]) <= set(Outcome)
        assert item["outcomes"] == ["none"] or "none" not in item["outcomes"]
        assert item["outcomes"]
    for (part, key), words in VOCABULARY.items():
        assert {fact[key] for fact in expected[part]} <= set(words)


@each_expectation
def test_expected_strings_stand_in_the_text(path: Path) -> None:
    expected, text = expectation(path), document_text(path)
    missing = [
        (part, key, fact[key])
        for part, keys in QUOTED.items()
        for fact in expected.get(part, ())
        for key in keys
        if fact[key] is not None and not stands_in(fact[key], text)
    ]
    assert missing == []


@each_expectation
def test_what_must_not_be_appointed_stands_in_the_text_and_is_not_expected(path: Path) -> None:
    expected, text = expectation(path), document_text(path)
    people = {appointment["person"] for appointment in expected["appointments"]}
    for phrase in expected["not_appointments"]:
        assert folded(phrase) in text
        assert phrase not in people


@each_expectation
def test_item_numbers_are_unique_and_every_reference_to_one_resolves(path: Path) -> None:
    expected = expectation(path)
    numbers = [item["number"] for item in expected["items"] if item["number"] is not None]
    assert len(numbers) == len(set(numbers))
    referred = {number for row in expected["attendance"] for number in row["items"] or ()}
    referred |= {statement["item"] for statement in expected["statements"]}
    assert referred <= set(numbers) | {None}


@each_expectation
def test_deputies_in_the_attendance_stand_in_for_somebody_absent(path: Path) -> None:
    rows = expectation(path)["attendance"]
    absent = {row["name"] for row in rows if row["status"] == "absent"}
    assert {row["deputy_for"] for row in rows} <= absent | {None}


@each_expectation
def test_expected_days_are_days(path: Path) -> None:
    expected = expectation(path)
    days = [fact["date"] for fact in expected["dates"]]
    days += [appointment[end] for appointment in expected["appointments"] for end in ("from", "to")]
    for day in (*days, expected["document"]["date"]):
        assert day is None or date.fromisoformat(day).isoformat() == day
