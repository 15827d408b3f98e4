"""Whom somebody replaces is compared here: ``tests.accuracy`` counts an appointment without it as right."""

from tests import accuracy
from tests.accuracy import Facts, plain

DOCUMENTS = [pair for folder in accuracy.SETS.values() for pair in accuracy.pairs(folder)]
# of 211 that are expected; whoever mends one makes the number smaller
MOST_MADE_UP = 3
MOST_MISSED = 10


def test_who_replaces_whom_is_read_as_well_as_it_was():
    made_up, missed = set(), set()
    for path, expected in DOCUMENTS:
        mine, theirs = _replaced(accuracy.facts(path)), _replaced(expected)
        made_up |= {(path.name, *each) for each in mine - theirs}
        missed |= {(path.name, *each) for each in theirs - mine}
    assert len(made_up) <= MOST_MADE_UP, made_up
    assert len(missed) <= MOST_MISSED, missed


def _replaced(facts: Facts) -> set[tuple[str, ...]]:
    return {
        (plain(one["person"]), plain(one["body"]), plain(one["replaces"]))
        for one in facts["appointments"]
        if one.get("replaces")
    }
