"""Documents that disagree on a tenure: both stay, and the finding names both."""

from dataclasses import replace
from datetime import date

import pytest

from kkr_graph.model.extract import Severity
from kkr_graph.model.tenure import EndStatus, StatedDay
from tests.factory import DAY, proof, tenure
from tests.rdf.world import attendance, description, minutes

ONE = minutes(attendance("Bo Lund", "V", "Thisted"), name="referat.txt")
OTHER = minutes(attendance("Bo Lund", "V", "Thisted"), name="liste.xlsx", body=None, date=DAY)
FIRST, SECOND = proof("Bo", 5), proof("Lund", 8, source="liste.xlsx")


def disagreements(*tenures):
    found = description(ONE, OTHER, tenures=tenures).findings
    return [each for each in found if each.code == "sources-disagree"]


def bo(ordinal, where, **fields):
    return tenure("bo-lund", ordinal=ordinal, proofs=(where,), **fields)


def test_the_finding_names_both_documents_and_what_each_says():
    (finding,) = disagreements(
        bo(1, FIRST, start=date(2022, 1, 1), party="V"),
        bo(2, SECOND, start=date(2022, 2, 1), party="A"),
    )
    assert finding.message == (
        "Bo Lund som medlem i Udvalg X: referat.txt siger start 01.01.2022, parti »V«; liste.xlsx "
        "siger start 01.02.2022, parti »A«. Begge står i grafen. Ret det dokument, der er forkert, "
        "eller lad dem stå."
    )
    assert (finding.sha256, finding.passage) == (SECOND.sha256, SECOND.passage)
    assert finding.severity == Severity.WARNING
    assert "/tenure/" in finding.focus


def test_two_days_of_one_tenure_are_told_with_who_says_each():
    starts = tuple(
        StatedDay(day=day, proofs=(where,))
        for day, where in ((date(2022, 1, 19), FIRST), (date(2022, 2, 1), SECOND))
    )
    both = tenure("bo-lund", start=starts[0].day, starts=starts, proofs=(FIRST, SECOND))
    (finding,) = disagreements(both)
    assert finding.message.startswith(
        "Bo Lund som medlem i Udvalg X: referat.txt siger start 19.01.2022; liste.xlsx "
        "siger start 01.02.2022."
    )
    assert (finding.sha256, finding.passage) == (SECOND.sha256, SECOND.passage)


def test_a_document_is_a_source_against_itself_only_where_no_other_says_it():
    first, second = date(2022, 1, 19), date(2022, 2, 1)
    starts = (
        StatedDay(day=first, proofs=(SECOND, FIRST)),
        StatedDay(day=second, proofs=(proof("Lund", 8),)),
    )
    both = tenure("bo-lund", start=first, starts=starts, proofs=(FIRST, SECOND))
    (finding,) = disagreements(both)
    assert "liste.xlsx siger start 19.01.2022; referat.txt siger start 01.02" in finding.message
    alone = replace(both, starts=(replace(starts[0], proofs=(FIRST,)), starts[1]))
    (finding,) = disagreements(alone)
    assert "referat.txt siger start 19.01.2022, og et andet sted start 01.02" in finding.message


@pytest.mark.parametrize(
    "other",
    [
        {"start": None},
        {"start": date(2027, 1, 1)},
        {"start": date(2022, 2, 1), "certain": False},
        {"start": date(2022, 2, 1), "role": "chair"},
        {"start": date(2022, 2, 1), "body": "Udvalg Y"},
    ],
    ids=str,
)
def test_nothing_is_in_conflict_that_can_be_true_together(other):
    fields = dict(other)
    first = bo(1, FIRST, start=date(2022, 1, 1), end=date(2025, 12, 31))
    assert disagreements(first, bo(2, SECOND, **fields)) == []
    assert len(disagreements(first, bo(2, SECOND, start=date(2022, 2, 1)))) == 1


@pytest.mark.parametrize(
    ("start", "status", "number"),
    [
        (date(2022, 3, 1), EndStatus.UNKNOWN, 1),
        (date(2023, 2, 1), EndStatus.UNKNOWN, 0),
        (date(2022, 3, 1), EndStatus.ENDED, 0),
    ],
    ids=["a-month-later", "the-next-year", "after-leaving"],
)
def test_two_starts_within_a_year_disagree_unless_the_first_seat_was_left(start, status, number):
    """Minutes appoint from February, a list that nobody dated says March."""
    unseen = {"first_seen": None, "last_seen": None}
    first = bo(1, FIRST, start=date(2022, 2, 1), end_status=status, **unseen)
    second = bo(2, SECOND, start=start, end=date(2025, 12, 31), **unseen)
    assert len(disagreements(first, second)) == number


def test_a_passage_that_proves_both_is_no_second_source():
    assert (
        disagreements(bo(1, FIRST, end=date(2026, 1, 1)), bo(2, FIRST, end=date(2027, 1, 1))) == []
    )
