from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.iri import Minter, digest, slugify

MINTER = Minter("https://example.org/")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Læsø Kommune", "laesoe-kommune"),
        ("Århus", "aarhus"),
        ("A\u030arhus", "aarhus"),  # decomposed
        ("Per Bach-Laursen", "per-bach-laursen"),
        ("Gülşen Çetin", "gulsen-cetin"),
        ("Øster Ǿ", "oester-oe"),
        ("Łukasz Đorđević", "lukasz-dordevic"),
        ("  ", "unavngivet"),
    ],
)
def test_slugs_read_as_danes_write_without_danish_letters(name, slug):
    assert slugify(name) == slug


def test_names_in_another_script_stay_apart():
    one, other = slugify("Ωμέγα"), slugify("東京")
    assert one != other
    assert one.startswith("unavngivet-")


@given(st.text())
def test_slugs_are_ascii_and_stable(name):
    slug = slugify(name)
    assert slug.isascii()
    assert slug
    assert slugify(slug) == slug


def test_parts_of_a_hash_do_not_run_together():
    assert digest("ab", "c") != digest("a", "bc")


@given(st.text(min_size=1), st.text(min_size=1))
def test_paths_are_ascii_and_different_for_different_parts(one, other):
    left, right = MINTER.id("case", one), MINTER.id("case", other)
    assert left.isascii()
    assert (left == right) == (one == other)
    assert left.count("/") == MINTER.id("case", "x").count("/")


def test_what_belongs_to_a_meeting_stands_below_it():
    meeting = MINTER.meeting("nordjylland", date(2025, 10, 24))
    assert meeting == "https://example.org/id/meeting/nordjylland/2025-10-24"
    assert MINTER.below(meeting, "item", "3/9") == f"{meeting}/item/3%2F9"


def test_a_local_list_is_known_by_letter_and_municipality():
    assert MINTER.electoral_list("L", "0851") == "https://example.org/id/party/l-0851"
