"""Mentions of which the same is said are put together early, and nothing else comes of it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_graph.resolve import judged
from kkr_graph.resolve.bundles import bundled
from kkr_graph.resolve.clusters import Cluster
from tests.factory import mention
from tests.resolve.test_identity import cases, outcome

DAYS = [date(year, 2, 3) for year in (2001, 2009, 2012, 2025)]


def seen(*mentions):
    return [len(cluster.mentions) for cluster in bundled(mentions)]


def of(name, *said, days=DAYS, **fields):
    return [mention(name, *said, source=f"{day}.txt", day=day, **fields) for day in sorted(days)]


def test_the_same_is_one_as_far_as_a_working_life_goes():
    assert seen(*of("Bo Lund", "A", "Aalborg")) == [3, 1]


def test_what_is_said_otherwise_is_another():
    assert seen(*of("Bo Lund", "A", "Aalborg"), *of("Bo Lund", "V", "Aalborg", days=DAYS[:1])) == [
        3,
        1,
        1,
    ]


def test_a_name_alone_in_a_document_of_nobody_is_looked_at_one_by_one():
    assert seen(*of("Bo Lund", days=DAYS[:2], body=None)) == [1, 1]
    assert seen(*of("Bo Lund", days=DAYS[:2])) == [2]


def test_so_is_a_name_with_letters_of_another_alphabet():
    assert seen(*of("Вo Lund", "A", "Aalborg", days=DAYS[:2])) == [1, 1]


def one_by_one(mentions):
    return (Cluster(mentions=(each,)) for each in mentions)


@settings(deadline=None, max_examples=300)
@given(cases(), st.booleans())
def test_who_is_who_is_the_same_without_it(case, is_known):
    mentions, ledger, judgements = case
    if is_known and not isinstance(first := outcome(mentions, ledger, judgements), str):
        ledger = (*ledger, *first.newborn)
    together = outcome(mentions, ledger, judgements)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judged, "bundled", one_by_one)
        assert outcome(mentions, ledger, judgements) == together
