"""Days from a small graph and from the constituent meetings, as a list and as a file."""

from datetime import date

import pytest
from icalendar import Calendar as File

from kkr_graph.constitution.calendar.deadlines import (
    Calendar,
    Deadline,
    constituent_days,
    gathered,
    read_calendar,
)
from kkr_graph.constitution.calendar.ics import to_ics
from kkr_graph.errors import QueryError
from kkr_graph.queries.asking import Source
from kkr_graph.store.embedded import open_graph
from tests.overview.graphs import FIXTURE, write_graph

COUNCIL = "KKR Nordjylland"


OTHER = """
@base <https://data.example.org/kkr/id/> .
@prefix kkr: <https://w3id.org/kkr/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
{ <document/aaaaaaaaaaaaaaaa/date/9> a kkr:DateMention ; kkr:day "2029-12-31"^^xsd:date ;
  kkr:asWritten "31. december 2029" . }
{ <term/other> a kkr:ConstituentMeeting ; kkr:heldBy <kkr/midtjylland> ;
  kkr:duringTerm <term/kkr-2026-2030> ; kkr:meetingDate "2026-01-19"^^xsd:date . }
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    folder = tmp_path_factory.mktemp("graph")
    (folder / "other.trig").write_text(OTHER, encoding="utf-8")
    return open_graph(write_graph(folder, FIXTURE, folder / "other.trig"))


def coming(graph, council=COUNCIL):
    return read_calendar(graph, council=council, since=date(2026, 1, 1))


def test_documents_and_rules_stand_in_order_of_days(graph):
    calendar = coming(graph)
    assert [(each.day, each.kind) for each in calendar.deadlines] == [
        (date(2026, 1, 21), "regel"),
        (date(2026, 1, 23), "dokument"),
        (date(2026, 1, 26), "registret"),
    ]
    named = calendar.deadlines[1]
    assert (named.what, named.basis) == ("møde i KKR Nordjylland", "23. januar 2026")
    assert named.source.quote
    assert calendar.council == COUNCIL
    assert calendar.data_through == date(2025, 10, 24)


def test_a_day_of_which_nothing_says_what_happens_is_none_to_wait_for(graph):
    """The end of a term in a list: the question of dates has it, the calendar has not."""
    every = read_calendar(graph, council=None, since=date(2026, 1, 1)).deadlines
    assert every
    assert all(each.what or each.body for each in every)


def test_another_council_has_its_own_days(graph):
    assert [each.day for each in coming(graph, "KKR Midtjylland").deadlines] == [
        date(2026, 1, 14),
        date(2026, 1, 19),
    ]


def test_without_a_council_all_days_are_there(graph):
    calendar = read_calendar(graph)
    assert {each.body for each in calendar.deadlines} == {COUNCIL, "KKR Midtjylland"}
    assert calendar.council == ""
    until = read_calendar(graph, until=date(2026, 1, 19))
    assert [each.day.day for each in until.deadlines] == [14, 19]


def test_a_day_that_the_checks_doubt_says_so(graph):
    first, doubted, last = coming(graph).deadlines
    assert doubted.remark == "Datoen 9. januar 2025 ligger før de andre."
    assert (first.remark, last.remark) == ("", "")
    assert "(kontrollér datoen)" in str(events(to_ics(coming(graph)))[1]["summary"])


def test_an_unknown_council_is_refused(graph):
    with pytest.raises(QueryError, match="Langtbort"):
        read_calendar(graph, council="KKR Langtbort")


def test_the_rule_says_what_it_counts():
    meeting, alliances = constituent_days(COUNCIL, date(2026, 1, 23))
    assert meeting.what == "Konstituerende møde"
    assert alliances.day == date(2026, 1, 20)
    assert "23.01.2026" in alliances.basis


# --- one line for what several say ----------------------------------------------------------


def named(what, body="", line=1, **more):
    source = Source(document="referat.txt", line=line, quote=what)
    day = date(2026, 1, 23)
    return Deadline(day=day, what=what, body=body, kind="dokument", source=source, **more)


def told(*deadlines):
    return [
        (each.body, each.what, each.source.line, [source.line for source in each.others])
        for each in gathered(deadlines)
    ]


def test_a_meeting_is_told_once_by_the_words_of_a_document_with_the_others_behind():
    registry, _ = constituent_days(COUNCIL, date(2026, 1, 23))
    own = named("møde, nævnt under »Næste møde«", line=9, holder=COUNCIL)
    plain = named("møde", COUNCIL, 4)
    best = named("konstituerende møde", COUNCIL, 7)
    assert told(registry, own, plain, best) == [(COUNCIL, "Konstituerende møde", 7, [4, 9])]


def test_a_meeting_of_nobody_is_given_to_nobody_where_two_bodies_meet():
    bare = named("møde, nævnt under »Næste møde«", line=9, holder=COUNCIL)
    theirs, others = named("møde", COUNCIL, 4), named("møde", "DEB", 5)
    assert len(told(bare, theirs, others)) == 3
    assert len(told(named("møde", line=9, holder="DEB"), theirs)) == 2


def test_what_is_only_about_meetings_keeps_its_words():
    calls = named("KL indkalder til de konstituerende møder i KKR", "KL")
    assert told(calls, named("møde", "KL", 2)) == [
        ("KL", "KL indkalder til de konstituerende møder i KKR", 1, []),
        ("KL", "møde", 2, []),
    ]


BARE = """
@base <https://data.example.org/kkr/id/> .
@prefix kkr: <https://w3id.org/kkr/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
{ <item/1> a kkr:AgendaItem ; kkr:itemNumber "7" ; dcterms:title "Letbanen"@da .
  <date/1> a kkr:DateMention ; kkr:day "2029-03-01"^^xsd:date ; kkr:what "frist"@da ; kkr:mentionedIn <item/1> .
  <date/2> a kkr:DateMention ; kkr:day "2029-03-02"^^xsd:date ; kkr:mentionedIn <item/1> .
  <date/3> a kkr:DateMention ; kkr:day "2029-03-03"^^xsd:date ; kkr:what "møde"@da . }
"""


def test_a_bare_word_is_told_with_the_item_that_it_stands_in(tmp_path):
    (tmp_path / "bare.trig").write_text(BARE, encoding="utf-8")
    graph = open_graph(write_graph(tmp_path, FIXTURE, tmp_path / "bare.trig"))
    days = read_calendar(graph, since=date(2029, 1, 1)).deadlines
    assert [each.what for each in days] == [
        "frist, nævnt under »Letbanen«",
        "nævnt under »Letbanen«",
    ]


# --- the file -------------------------------------------------------------------------------

LONG = Deadline(
    day=date(2026, 1, 9),
    what="Frist for at melde medlemmer, stedfortrædere; og næsten alt æøå " * 3,
    body="KL",
    kind="dokument",
    basis="den 9. januar",
    source=Source(document="referat.txt", page=3, quote="den 9. januar"),
)


def events(content):
    return list(File.from_ical(content).walk("VEVENT"))


def test_events_are_whole_days_with_their_source(graph):
    content = to_ics(coming(graph))
    first = events(content)[0]
    assert first["dtstart"].dt == date(2026, 1, 21)
    assert first["dtend"].dt == date(2026, 1, 22)
    assert b"DTSTART;VALUE=DATE:20260121\r\n" in content
    assert b"DTSTAMP:20251024T000000Z\r\n" in content
    assert (
        "\n23. januar 2026\nKilde: referat 24.10.2025 (referat-2025-10-24.txt), side 1, linje 41\n"
        in str(events(content)[1]["description"])
    )


def test_the_same_days_give_the_same_bytes(graph):
    assert to_ics(coming(graph)) == to_ics(coming(graph))


def test_lines_are_folded_and_what_was_written_is_read_back():
    content = to_ics(Calendar(deadlines=(LONG,)))
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    (event,) = events(content)
    assert str(event["summary"]) == f"KL: {LONG.what}"
    assert str(event["description"]) == (
        "den 9. januar\nKilde: referat.txt, side 3\n»den 9. januar«"
    )


def test_an_event_keeps_its_name_when_its_source_changes():
    (before,) = events(to_ics(Calendar(deadlines=(LONG,))))
    moved = Deadline(day=LONG.day, what=LONG.what, body="KL", kind="dokument", basis="Den 9.")
    (after,) = events(to_ics(Calendar(deadlines=(moved,))))
    assert before["uid"] == after["uid"]
    (later,) = events(
        to_ics(
            Calendar(
                deadlines=(
                    Deadline(day=date(2026, 1, 10), what=LONG.what, body="KL", kind="dokument"),
                )
            )
        )
    )
    assert later["uid"] != before["uid"]


def test_what_two_documents_say_is_one_event():
    twice = Deadline(day=LONG.day, what=LONG.what, body=LONG.body, kind=LONG.kind)
    assert len(events(to_ics(Calendar(deadlines=(LONG, twice))))) == 1
