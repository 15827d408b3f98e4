"""The JSON form of what was read."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from kkr_graph.model.extract import (
    AttendanceStatus,
    Extract,
    Fact,
    Role,
    to_json,
)
from kkr_graph.model.span import Passage
from tests.factory import appointment, attendance, document, extract


def as_json(*facts) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(to_json(extract(*facts))))
    return plain


def test_every_part_is_there_even_when_empty():
    assert list(as_json()) == [
        "document", "attendance", "items", "appointments", "statements", "dates", "bodies",
        "seat_rules", "forums", "vacancies", "unclaimed", "warnings",
    ]  # fmt: skip


def test_a_fact_carries_its_place_and_its_words():
    [entry] = as_json(attendance("Anna Holm", "A", "Aalborg", at=7))["attendance"]
    assert (entry["span"], entry["quote"]) == ([7, 16], "Anna Holm")
    assert "passage" not in entry


def test_words_of_the_vocabulary_are_plain_strings():
    [entry] = as_json(attendance("Anna Holm", status=AttendanceStatus.ABSENT))["attendance"]
    assert entry["status"] == "absent"


def test_days_are_iso_and_unknown_is_null():
    facts = appointment("Anna Holm", from_=date(2026, 1, 1), role=Role.CHAIR)
    [entry] = as_json(facts)["appointments"]
    assert (entry["from"], entry["to"], entry["role"]) == ("2026-01-01", None, "chair")
    assert "from_" not in entry


def test_lists_of_words_are_lists():
    [entry] = as_json(attendance("Anna Holm", items=("3", "4")))["attendance"]
    assert entry["items"] == ["3", "4"]


def test_a_second_passage_has_names_of_its_own():
    body = Passage(0, 4, "Rådt")
    plain: Any = to_json(Extract(document=document(body_passage=body)))
    assert plain["document"]["body_span"] == [0, 4]
    assert plain["document"]["body_quote"] == "Rådt"
    assert plain["document"]["date_span"] is plain["document"]["date_quote"] is None


def test_danish_letters_and_signs_survive():
    [entry] = as_json(attendance("Åse Ærø-Østerby \u201d"))["attendance"]
    assert entry["name"] == "Åse Ærø-Østerby \u201d"


def test_what_has_no_json_form_is_refused_by_name():
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Odd(Fact):
        value: float = 1.5

    odd = Odd(passage=Passage(0, 1, "a"))
    with pytest.raises(TypeError, match="no JSON form for float"):
        to_json(Extract(document=document(), attendance=(odd,)))  # type: ignore[arg-type]
