"""Reading may not get worse: floors a little under what is reached, set by set."""

import pytest

from tests import accuracy

FLOORS = {
    name: floors
    for name, bars in accuracy.BARS.items()
    if (floors := {kind: bar.floor for kind, bar in bars.items() if bar.floor is not None})
}
ALL = [pair for folder in accuracy.SETS.values() for pair in accuracy.pairs(folder)]
EVERY = pytest.mark.parametrize(("path", "expected"), ALL, ids=[path.stem for path, _ in ALL])


@pytest.mark.parametrize("name", FLOORS)
def test_a_set_is_read_as_well_as_it_was(name):
    documents = accuracy.read_set(accuracy.SETS[name])
    reached = {kind: accuracy.score(documents, kind).f1 for kind in FLOORS[name]}
    assert {kind for kind, floor in FLOORS[name].items() if reached[kind] < floor} == set(), reached


def test_what_stands_beside_a_fact_is_told_as_well_as_it_was():
    """Party, municipality, sender and the rest, of the facts of all sets that are found."""
    documents = [pair for folder in accuracy.SETS.values() for pair in accuracy.read_set(folder)]
    reached = {key: each.f1 for key, each in accuracy.particulars(documents).items()}
    floors = accuracy.particular_floors()
    assert set(floors) == set(reached)
    assert {key for key, floor in floors.items() if reached[key] < floor} == set(), reached


@EVERY
def test_nobody_is_appointed_who_was_not(path, expected):
    """Rules, things and expectations are no appointments."""
    people = {
        accuracy.plain(one["person"])
        for one in accuracy.facts(path)["appointments"]
        if one["certain"]
    }
    assert people & {accuracy.plain(name) for name in expected.get("not_appointments", [])} == set()


@EVERY
def test_every_fact_quotes_the_text_at_its_position(path, expected):
    from kkr_graph.config import Config
    from kkr_graph.documents import read_text

    text = read_text(path, Config(data=accuracy.ROOT / "data")).text
    for part, found in accuracy.facts(path).items():
        for fact in found if isinstance(found, list) else [found]:
            for key in (key for key in fact if key.endswith("span") and fact[key] is not None):
                start, end = fact[key]
                assert text[start:end] == fact[f"{key.removesuffix('span')}quote"], (part, fact)


def test_the_page_of_the_docs_tells_what_is_measured():
    assert accuracy.REPORT.read_text(encoding="utf-8") == accuracy.report(), (
        "write it anew: python -m tests.accuracy --write"
    )
