"""An answer without rows says why, where the graph knows."""

from datetime import date

import pytest

from kkr_graph.queries import run_query
from kkr_graph.queries.emptiness import why_empty

LATER = date(2030, 1, 1)
NEXT = """@base <https://data.example.org/kkr/id/> . @prefix kkr: <https://w3id.org/kkr/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<document/bbbbbbbbbbbbbbbb/date/9> a kkr:DateMention ; kkr:day "2026-03-20"^^xsd:date ;
  kkr:what "næste møde"@da ; kkr:mentionedIn <meeting/nordjylland/2025-10-24/item/4> ."""


@pytest.fixture
def why(graph, queries, now):
    def told(name, *, at=now, **given):
        query = queries[name]
        assert not run_query(graph, query, given, now=at).rows
        return why_empty(graph, query, given, now=at)

    return told


def test_the_last_day_that_is_known_is_told_where_all_are_past(why):
    assert why("next-meeting", at=LATER, forum="KKR Nordjylland") == (
        "Den seneste dag, dokumenterne nævner, er 23.01.2026, og den er forbi.",
    )


def test_what_one_narrowing_leaves_out_is_told(why):
    assert why("person-posts", person="Anna Holm", role="formand") == (
        "Uden »Rolle: formand« er der 3 rækker.",
    )


def test_a_name_that_stands_alone_is_what_was_asked_about(why):
    assert why("chairs", forum="DEB") == ()


def test_words_that_stand_nowhere_are_told(why):
    assert why("decisions-about", text="kvantefysik") == (
        "Ordene »kvantefysik« står ikke dér, hvor der er ledt.",
    )


def test_the_next_meeting_that_minutes_tell_of_is_that_of_who_keeps_them(with_more, queries):
    answer = run_query(
        with_more(NEXT), queries["next-meeting"], {"forum": "KKR Nordjylland"}, now=date(2026, 2, 1)
    )
    assert [answer.text(row, "date") for row in answer.rows] == ["2026-03-20"]
