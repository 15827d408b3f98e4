"""Whom each mention means, with where it stands. The names are made up."""

from datetime import date

import pytest

from kkr_graph.curation.appearances import lines_of, people_of, read_appearances, write_appearances
from kkr_graph.errors import ConfigError
from kkr_graph.resolve.appearances import find_appearances
from kkr_graph.resolve.identity import resolve_people
from tests.factory import attendance, extract, mentions_in, statement

EARLY, LATE = date(2023, 1, 1), date(2025, 1, 1)
LATER = extract(
    attendance("Bo Lund", "A", "Aalborg", at=5),
    statement("Bo Lund", at=90),
    attendance("Bo Lunde", "V", "Thisted", at=40),
    name="a.txt",
    day=LATE,
)
EARLIER = extract(attendance("Bo Lund", "A", at=7), name="b.txt", day=EARLY)


def appearances(*extracts):
    mentions = mentions_in(*extracts)
    resolution = resolve_people(mentions, (), ())
    return tuple(
        find_appearances(
            extracts, mentions, resolution, lambda sha256, offset: (f"tegn {offset}", 1)
        )
    )


def test_a_mention_is_told_once_with_its_first_place_and_how_many_there_are():
    told = [
        (each.person, each.party, each.municipality, each.places, each.sighting.place)
        for each in appearances(LATER, EARLIER)
    ]
    assert told == [
        ("bo-lund", "A", "", 1, "tegn 7"),
        ("bo-lund", "A", "Aalborg", 2, "tegn 5"),
        ("bo-lunde", "V", "Thisted", 1, "tegn 40"),
    ]


def test_what_is_written_of_one_person_is_read_again_and_nothing_of_another(tmp_path):
    every = appearances(LATER, EARLIER)
    write_appearances(tmp_path / "appearances.jsonl", [lines_of(every)])
    read = read_appearances(tmp_path / "appearances.jsonl", "bo-lund")
    assert read == tuple(each for each in every if each.person == "bo-lund")
    assert len(read) == 2


def test_whom_mentions_mean_is_found_by_what_a_judgement_calls_them(tmp_path):
    quoted = extract(attendance('Per "Pelle": Bo', "A", "Aalborg"), name="c.txt", day=LATE)
    every = appearances(LATER, EARLIER, quoted)
    write_appearances(tmp_path / "appearances.jsonl", [lines_of(every)])
    expected = {each.mention: each.person for each in every}
    assert people_of(tmp_path / "appearances.jsonl", [*expected, "0:ingen"]) == expected
    assert len(expected) == 4


def test_before_a_build_it_is_said_what_to_do(tmp_path):
    for read in (read_appearances, people_of):
        with pytest.raises(ConfigError, match="findes ikke"):
            read(tmp_path / "appearances.jsonl", "bo-lund")
