"""Posts that documents tell differently of."""

import pyoxigraph as ox
import pytest

from kkr_graph.queries import run_query
from kkr_graph.store.embedded import open_graph
from tests.queries.conftest import FIXTURE

DAYS = ("startDate", "endDate")
COLUMNS = ("what", "subject", "where_found", "one", "other")


def post(
    name, *, since="2022-01-01", seen="2025-10-24", role="member", status="end-unknown", **more
):
    """A post of Bo Lund's in the DEB; days as stated, everything else as it is."""
    stated = "".join(
        f' ; schema:{key} "{value}"^^xsd:date' if key in DAYS else f" ; kkr:{key} {value}"
        for key, value in more.items()
    )
    return f"""<tenure/{name}> a kkr:Tenure ; org:member <person/bo-lund> ;
      org:organization <forum/danmarks-erhvervsfremmebestyrelse> ; org:role kkrc:{role} ;
      kkr:from "{since}"^^xsd:date ; kkr:through "9999-12-31"^^xsd:date ;
      kkr:lastSeen "{seen}"^^xsd:date ; kkr:endStatus kkrc:{status}{stated} ."""


@pytest.fixture
def conflicts(tmp_path, queries, now):
    def asked(*posts, **arguments):
        text = FIXTURE.read_text(encoding="utf-8")
        prefixes = text[text.index("@base") : text.index("g:registry {")]
        quads = {f"{quad} .\n" for quad in ox.parse(text, format=ox.RdfFormat.TRIG)}
        told = prefixes + "".join(posts)
        quads |= {f"{quad} .\n" for quad in ox.parse(told, format=ox.RdfFormat.TRIG)}
        (tmp_path / "graph.nq").write_text("".join(sorted(quads)), encoding="utf-8")
        answer = run_query(open_graph(tmp_path), queries["conflicts"], arguments, now=now)
        rows = [tuple(answer.text(row, column) for column in COLUMNS) for row in answer.rows]
        return [row for row in rows if "møde" not in row[0]]

    return asked


def starts(first, second):
    return ("start", "Bo Lund", "Danmarks Erhvervsfremmebestyrelse", first, second)


ONE = post("one", startDate="2022-01-01")


def test_two_starts_and_two_ends_of_one_post_are_told(conflicts):
    other = post("other", since="2022-02-01", startDate="2022-02-01")
    assert conflicts(ONE, other) == [starts("2022-01-01", "2022-02-01")]
    ended = (
        post("a", status="ended", seen="2025-12-31", endDate="2025-12-31"),
        post("b", status="ended", seen="2025-06-30", endDate="2025-06-30"),
    )
    assert [row[0] for row in conflicts(*ended)] == ["slut"]


def test_two_starts_of_one_post_are_told_whether_it_was_seen_or_not(conflicts):
    """The minutes decide on a term to come, and so does the list."""
    days = """ ; kkr:statedStart <one/start/1> , <one/start/2> .
    <one/start/1> kkr:day "2022-01-19"^^xsd:date . <one/start/2> kkr:day "2022-02-01"^^xsd:date ."""
    told = post("one").replace('kkr:lastSeen "2025-10-24"^^xsd:date ; ', "").rstrip(" .") + days
    assert conflicts(told) == [starts("2022-01-19", "2022-02-01")]
    assert conflicts(told, person="Bo Lund", forum="DEB") == [starts("2022-01-19", "2022-02-01")]


def test_two_municipalities_and_two_councils_are_told(conflicts):
    one = post("one", fromMunicipality="<kommune/0851>", represents="<kkr/nordjylland>")
    other = post("other", fromMunicipality="<kommune/0787>", represents="<kkr/midtjylland>")
    assert [row[0] for row in conflicts(one, other)] == ["kommune", "på vegne af"]


@pytest.mark.parametrize(
    "other",
    [
        post("other", startDate="2022-01-01"),
        post("other"),
        post("other", since="2022-02-01", startDate="2022-02-01", role="deputy"),
        post("other", since="2026-01-01", seen="2026-01-01", startDate="2026-01-01"),
        post("other", since="2022-02-01", startDate="2022-02-01").replace("kkr:Tenure", "kkr:Hypothesis"),
    ],
    ids=["the-same", "not-stated", "another-role", "a-later-term", "only-supposed"],
)  # fmt: skip
def test_what_can_be_true_together_is_no_conflict(conflicts, other):
    assert conflicts(ONE, other) == []


@pytest.mark.parametrize(("start", "told"), [("2022-12-31", 1), ("2023-01-01", 0)])
def test_a_post_that_nobody_ends_is_held_for_a_year(conflicts, start, told):
    one = post("one", seen="2022-01-01", startDate="2022-01-01")
    other = post("other", since=start, seen=start, startDate=start)
    assert len(conflicts(one, other)) == told


def test_it_is_narrowed_by_person_and_forum(conflicts):
    other = post("other", since="2022-02-01", startDate="2022-02-01")
    assert conflicts(ONE, other, person="Bo Lund", forum="DEB") != []
    assert conflicts(ONE, other, person="Anna Holm") == conflicts(ONE, other, forum="BRN") == []


def test_a_post_that_begins_after_the_document_is_told_of_too(conflicts):
    """A list says that somebody has sat for a month, minutes that she is to begin in a fortnight."""
    listed = post(
        "one", seen="2022-02-20", startDate="2022-01-19", endDate="2026-01-31", status="ended"
    )
    told = post(
        "other", since="2022-02-01", startDate="2022-02-01", endDate="2026-01-31", status="ended"
    )
    unseen = told.replace(' ; kkr:lastSeen "2025-10-24"^^xsd:date', "").replace(
        'kkr:lastSeen "2025-10-24"^^xsd:date ; ', ""
    )
    assert "lastSeen" not in unseen
    assert conflicts(listed, unseen) == [starts("2022-01-19", "2022-02-01")]


def test_a_post_that_has_ended_is_followed_by_the_next_without_conflict(conflicts):
    one = post(
        "one", seen="2022-01-31", startDate="2018-02-01", endDate="2022-01-31", status="ended"
    )
    other = post(
        "other", since="2022-02-01", startDate="2022-02-01", endDate="2026-01-31", status="ended"
    )
    assert conflicts(one, other) == []


CHAIR = {"role": "chair", "since": "2024-01-01", "seen": "2024-06-10"}
NEXT = {"role": "chair", "since": "2024-06-10", "seen": "2024-06-10"}


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (post("a", **CHAIR), post("b", **NEXT), 1),
        (post("a", status="ended", **CHAIR), post("b", **NEXT), 0),
        (post("a", **CHAIR), post("b", decidedIn="<decision>", **NEXT), 0),
        (post("a", **CHAIR), post("b", replacesPerson="<person/bo-lund>", **NEXT), 0),
    ],
    ids=["two-chairs", "the-one-goes", "the-other-is-chosen", "takes-over"],
)
def test_a_chair_who_takes_over_is_no_conflict(conflicts, one, other, told):
    other = other.replace("org:member <person/bo-lund>", "org:member <person/anna-holm>")
    assert len(conflicts(one, other, forum="DEB")) == told
