"""Which seats the newest list about a body shows as vacant."""

import pyoxigraph as ox
import pytest

from kkr_graph.queries import run_query
from kkr_graph.store.embedded import open_graph
from tests.queries.conftest import FIXTURE

BASE = "https://data.example.org/kkr/id/"


def later_list(day, *facts):
    """A list of another day with what it tells."""
    told = "\n".join(f"{fact} ; prov:wasDerivedFrom <evidence/d1> ." for fact in facts)
    return f"""@base <{BASE}> . @prefix kkr: <https://w3id.org/kkr/ns#> .
    @prefix kkrc: <https://w3id.org/kkr/concept/> . @prefix prov: <http://www.w3.org/ns/prov#> .
    @prefix oa: <http://www.w3.org/ns/oa#> . @prefix org: <http://www.w3.org/ns/org#> .
    @prefix dcterms: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    <document/dd> kkr:documentKind kkrc:appointment-list ; a kkr:SourceDocument ;
      dcterms:title "ny.txt" ; dcterms:date "{day}"^^xsd:date .
    <text/dd> prov:wasDerivedFrom <document/dd> .
    <evidence/d1> oa:hasSource <text/dd> ; kkr:line 2 ; oa:hasSelector <evidence/d1/selector> .
    <evidence/d1/selector> oa:exact "Ledig" .
    {told}"""


FILLED = "<tenure/new> org:organization <forum/erhvervshus-nordjylland>"
VACANT = "<v2> a kkr:VacantSeat ; kkr:inBody <forum/erhvervshus-nordjylland> ; org:role kkrc:chair"


@pytest.fixture
def rows(tmp_path, queries, now):
    """The columns of a question's answer, put to the fixture with more."""

    def asked(question, columns, *more, **arguments):
        quads = {f"{quad} .\n" for quad in ox.parse(path=str(FIXTURE))}
        for trig in more:
            quads |= {f"{quad} .\n" for quad in ox.parse(trig, format=ox.RdfFormat.TRIG)}
        (tmp_path / "graph.nq").write_text("".join(sorted(quads)), encoding="utf-8")
        answer = run_query(open_graph(tmp_path), queries[question], arguments, now=now)
        return [tuple(answer.text(row, column) for column in columns) for row in answer.rows]

    return asked


@pytest.fixture
def ask(rows):
    columns = ("forum", "role", "appointing", "date", "quote", "document", "line")
    return lambda *more, **arguments: rows("vacant-seats", columns, *more, **arguments)


HOUSE = "Erhvervshus Nordjylland"
OLD = (
    HOUSE, "medlem", "KKR Nordjylland", "2025-09-01", "Vakant", "udpegninger-2025-09-01.txt", "7",
)  # fmt: skip


def test_a_vacant_seat_is_told_with_the_list_that_says_so(ask):
    assert ask() == ask(forum=HOUSE) == [OLD]
    assert ask(forum="DEB") == []


def test_a_seat_is_not_vacant_before_the_list(ask):
    assert ask(date="2025-08-31") == []
    assert ask(date="2025-09-01") == [OLD]


def test_a_newer_list_about_the_body_goes_before_the_older(ask):
    assert ask(later_list("2025-10-01", FILLED)) == []
    assert ask(later_list("2025-10-01", FILLED), date="2025-09-15") == [OLD]
    assert ask(later_list("2025-10-01", VACANT)) == [
        (HOUSE, "formand", "", "2025-10-01", "Ledig", "ny.txt", "2")
    ]


def test_a_newer_list_about_others_changes_nothing(ask):
    other = FILLED.replace("erhvervshus-nordjylland", "erhvervshus-midtjylland")
    assert ask(later_list("2025-10-01", other)) == [OLD]


def test_two_vacant_seats_of_one_list_are_two_rows(ask):
    other = VACANT.replace("<v2>", "<v3>").replace("chair", "member")
    assert [row[1] for row in ask(later_list("2025-10-01", VACANT, other))] == ["formand", "medlem"]


def test_a_list_without_a_day_is_told_without_one_whatever_the_others_say(ask):
    undated = later_list("2025-10-01", VACANT).replace(' ; dcterms:date "2025-10-01"^^xsd:date', "")
    new = (HOUSE, "formand", "", "", "Ledig", "ny.txt", "2")
    assert ask(undated) == [new, OLD]
    assert ask(undated, date="2025-08-01") == [new]
    assert ask(undated, forum="DEB") == []


NO_DEPUTY = VACANT.replace("kkrc:chair", "kkrc:deputy")
HAS_SEAT = """<tenure/on-list> a kkr:Tenure ; org:member <person/bo-lund> ; org:role kkrc:member ;
  org:organization <forum/erhvervshus-nordjylland>"""


def test_a_seat_in_a_role_that_the_registry_does_not_count_lacks_a_holder_too(rows):
    told = rows("vacancies", ("forum", "role", "open"), later_list("2025-10-01", NO_DEPUTY))
    assert told == [(HOUSE, "medlem", "2"), (HOUSE, "stedfortræder", "1")]


def test_whose_deputy_a_list_shows_as_vacant_is_told(rows):
    told = later_list("2025-10-01", NO_DEPUTY, HAS_SEAT)
    columns = ("deputy", "person", "forum", "last_seen", "quote")
    vacant = [("vakant", "Bo Lund", HOUSE, "2025-10-01", "Ledig")]
    assert rows("deputies", columns, told, person="Bo Lund") == vacant
    assert rows("deputies", columns, told, person="Bo Lund", date="2025-09-01") == []
    since = """<tenure/since> a kkr:Tenure ; org:member <person/aage-dahl> ; org:role kkrc:deputy ;
      kkr:substituteForPerson <person/bo-lund> ; org:organization <forum/erhvervshus-nordjylland> ;
      kkr:from "2025-10-15"^^xsd:date ; kkr:through "9999-12-31"^^xsd:date ; kkr:lastSeen "2025-10-15"^^xsd:date"""
    found = rows("deputies", columns, later_list("2025-10-01", NO_DEPUTY, HAS_SEAT, since))
    assert "vakant" not in {row[0] for row in found}


def test_seats_of_contact_councils_without_minutes_are_told_of_who_asks_for_them(rows):
    abroad = """<group/abroad> a kkr:SeatGroup ; kkr:inBody <forum/erhvervshus-midtjylland> ;
      org:role kkrc:member ; kkr:duringTerm <term/kkr-2022-2026> ; kkr:numberOfSeats 3"""
    graph = later_list("2025-10-01", abroad)
    assert {forum for (forum,) in rows("vacancies", ["forum"], graph)} == {HOUSE}
    told = rows("vacancies", ["forum", "open"], graph, forum="Erhvervshus Midtjylland")
    assert told == [("Erhvervshus Midtjylland", "3")]
