"""A period claims no more than the documents do."""

from datetime import date

import pytest

from kkr_graph.model.tenure import EndStatus
from kkr_graph.seats.period import Period

START, SEEN, END = date(2022, 1, 1), date(2025, 10, 24), date(2025, 12, 31)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(last_seen=SEEN), "slut ukendt, senest set 24.10.2025"),
        (Period(first_seen=SEEN, last_seen=SEEN), "slut ukendt, senest set 24.10.2025"),
        (
            Period(first_seen=START, last_seen=SEEN),
            "set fra 01.01.2022, slut ukendt, senest set 24.10.2025",
        ),
        (
            Period(starts=START, first_seen=START, last_seen=SEEN),
            "fra 01.01.2022, slut ukendt, senest set 24.10.2025",
        ),
        (Period(starts=START, ends=END), "01.01.2022 – 31.12.2025"),
        (
            Period(starts=START, ends=END, told_ends="30.12.2025, 31.12.2025"),
            "fra 01.01.2022, til 30.12.2025 eller 31.12.2025 (kilderne er uenige)",
        ),
        (Period(ends=END, status=EndStatus.ENDED), "til 31.12.2025"),
        (Period(starts=START, status=EndStatus.OPEN, last_seen=SEEN), "fra 01.01.2022, fortsat"),
        (Period(last_seen=SEEN, status=EndStatus.ENDED), "ophørt, senest set 24.10.2025"),
        (
            Period(starts=START, last_seen=SEEN, is_former=True),
            "fra forrige periode, senest set 24.10.2025",
        ),
        (Period(), "slut ukendt"),
        (Period(expected=END), "ventes fra 31.12.2025"),
        (Period(mentioned=SEEN), "nævnt 24.10.2025"),
    ],
    ids=[
        "seen-last",
        "seen-once",
        "seen-twice",
        "start-stated",
        "both-stated",
        "two-ends-stated",
        "end-stated",
        "goes-on",
        "ended",
        "of-a-term-that-is-over",
        "nothing",
        "expected",
        "mentioned",
    ],
)
def test_a_period_in_words(period, words):
    assert str(period) == words


def test_an_unknown_end_is_known_until_last_seen():
    assert Period(starts=START, last_seen=SEEN).last_known == SEEN
    assert Period(starts=START, last_seen=SEEN, status=EndStatus.OPEN).last_known is None
    assert Period(starts=START, last_seen=SEEN, ends=END).last_known == END
