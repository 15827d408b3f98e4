"""Free Danish: which named question somebody means, and never a guess."""

import contextlib
import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_graph.errors import AmbiguousName, KkrGraphError, QueryError
from kkr_graph.queries import run_query
from kkr_graph.queries.meaning import meant_by
from kkr_graph.queries.questions import understand


@pytest.mark.parametrize(
    ("question", "name", "arguments"),
    [
        (
            "Hvem repræsenterer KKR Nordjylland i Danmarks Erhvervsfremmebestyrelse?",
            "who-represents",
            {"council": "KKR Nordjylland", "forum": "Danmarks Erhvervsfremmebestyrelse"},
        ),
        ("hvem repræsenterer os i deb", "who-represents", {"forum": "deb"}),
        ("hvem er formand for BRN", "chairs", {"forum": "BRN"}),
        ("HVEM ER FORMAND FOR BRN???", "chairs", {"forum": "BRN"}),
        ("Hvem er lige nu formand for BRN?", "chairs", {"forum": "BRN"}),
        (
            "hvem var formand for BRN den 1. marts 2024",
            "chairs",
            {"forum": "BRN", "date": "1. marts 2024"},
        ),
        ("hvem er formænd", "chairs", {}),
        ("hvem er næstformand i BRN", "vice-chairs", {"forum": "BRN"}),
        ("hvad sidder Bo Lund i", "person-posts", {"person": "Bo Lund"}),
        ("Hvad har Bo Lund siddet i?", "person-history", {"person": "Bo Lund"}),
        ("hvem sidder i Erhvervshus Nord", "forum-members", {"forum": "Erhvervshus Nord"}),
        ("hvornår mødes KKR Nordjylland næste gang", "next-meeting", {"forum": "KKR Nordjylland"}),
        ("hvilke beslutninger deltog Aage Dahl i", "decisions-of-person", {"person": "Aage Dahl"}),
        (
            "hvem var til stede på mødet i KKR Nordjylland den 24. oktober 2025",
            "attendance",
            {"forum": "KKR Nordjylland", "date": "24. oktober 2025", "status": "present"},
        ),
        (
            "hvem var til stede til mødet i KKR Nord 24/10 2025?",
            "attendance",
            {"forum": "KKR Nord", "date": "24/10 2025", "status": "present"},
        ),
        (
            "hvem mødte for Aalborg Kommune",
            "attendance",
            {"municipality": "Aalborg Kommune", "status": "present"},
        ),
        ("Hvem havde afbud den 24.10.2025?", "absences", {"date": "24.10.2025"}),
        (
            "hvad blev besluttet om kollektiv trafik",
            "decisions-about",
            {"text": "kollektiv trafik"},
        ),
        (
            "Hvad blev der besluttet om den kollektive trafik?",
            "decisions-about",
            {"text": "kollektive trafik"},
        ),
        (
            "hvad blev besluttet den 24. oktober 2025",
            "decisions-of-meeting",
            {"date": "24. oktober 2025"},
        ),
        (
            "Hvem er stedfortræder for Holm i DEB?",
            "deputies",
            {"person": "Holm", "forum": "DEB"},
        ),
        (
            "Hvor er Thisted repræsenteret?",
            "municipality-representation",
            {"municipality": "Thisted"},
        ),
        ("Hvor er Venstre repræsenteret?", "party-representation", {"party": "Venstre"}),
        ("Hvem er Cecilie?", "people", {"person": "Cecilie"}),
        ("Hvad er sket i sag SAG-2025-00001?", "case", {"case": "SAG-2025-00001"}),
        (
            "Hvor står det, at Anna Holm sidder i DEB?",
            "evidence",
            {"person": "Anna Holm", "forum": "DEB"},
        ),
        ("Hvem har været formand i BRN?", "predecessors", {"role": "formand", "forum": "BRN"}),
        (
            "Hvad har Aalborg og Thisted til fælles?",
            "connected-municipalities",
            {"municipality": "Aalborg", "other_municipality": "Thisted"},
        ),
        (
            "Hvad har Anna Holm og Bo Lund til fælles?",
            "shared-forums",
            {"person": "Anna Holm", "other": "Bo Lund"},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_meant(ask, question, name, arguments):
    assert ask(question) == (name, arguments)


def test_every_pattern_is_understood_as_its_own_question(ask, queries):
    """A pattern that another question also claims would be of no use to anybody."""
    names = {
        "forum": "BRN",
        "council": "KKR Nordjylland",
        "person": "Anna Holm",
        "before": "Anna Holm",
        "absent": "Anna Holm",
        "other": "Bo Lund",
        "municipality": "Aalborg",
        "other_municipality": "Thisted",
        "other_forum": "DEB",
        "party": "Venstre",
        "meeting": "KKR Nordjylland 24.10.2025",
        "case": "SAG-2025-00001",
        "role": "medlem",
        "title": "rådmand",
        "outcome": "godkendt",
        "date": "24. oktober 2025",
        "since": "1. januar 2025",
        "until": "1. januar 2027",
        "text": "kollektiv trafik",
        "at_least": "2",
    }
    for query in queries.values():
        for pattern in query.patterns:
            assert ask(pattern.text.format_map(names))[0] == query.name, pattern.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange æbler er der i kurven?",
        "Hvem blev verdensmester i 1992?",
        "Hvorfor",
        "?",
        "",
        "er det i",
        "Slet alt om Anna Holm",
        "Hvem er formand for",
    ],
)
def test_no_match_lists_the_nearest(ask, question):
    with pytest.raises(QueryError, match="ikke et af dem") as caught:
        ask(question)
    assert caught.value.hint.count("\n") >= 2
    assert "--list" in caught.value.hint


def test_a_name_that_is_not_there_is_named(ask):
    with pytest.raises(QueryError, match="ikke noget forum i grafen, der hedder »Xyz«"):
        ask("Hvem er formand for Xyz?")


def test_a_name_that_fits_several_is_listed(ask):
    with pytest.raises(AmbiguousName, match="»KKR« kan være 2") as caught:
        ask("Hvem repræsenterer KKR i DEB?")
    assert caught.value.candidates == ("KKR Midtjylland (KKR)", "KKR Nordjylland (KKR)")


def test_the_name_itself_beats_the_beginning_of_another(ask):
    """A local list has a municipality's name in its own."""
    assert ask("Hvor er Aalborg repræsenteret?")[0] == "municipality-representation"
    assert ask("Hvor er Liste L repræsenteret?")[0] == "party-representation"


def test_a_question_that_two_claim_is_not_settled(graph, queries, now):
    twice = dict(queries) | {"other": replace(queries["chairs"], name="other")}
    with pytest.raises(QueryError, match="flere måder") as caught:
        understand(graph, twice, "Hvem er formand for BRN?", now=now)
    assert "(chairs)" in caught.value.hint
    assert "(other)" in caught.value.hint


def test_a_long_question_is_refused_at_once(ask):
    with pytest.raises(QueryError, match="grænsen er 40"):
        ask("hvem " * 1000)


WORDS = "hvem hvad er i om den har formand besluttet KKR Anna DEB 2025 , for"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS.split()),
        max_size=40,
    )
)
def test_any_words_are_answered_soon_or_refused(ask, words):
    began = time.thread_time()  # a machine with other work is slow, and not wrong
    with contextlib.suppress(KkrGraphError):
        ask(" ".join(words))
    assert time.thread_time() - began < 5


def test_the_answer_follows(graph, queries, now):
    understood = understand(graph, queries, "Hvem repræsenterer KKR Nordjylland i DEB?", now=now)
    answer = run_query(graph, understood.query, understood.arguments, now=now)
    assert [answer.text(row, "person") for row in answer.rows] == ["Anna Holm", "Åge Dahl"]


def test_a_question_is_meant_by_its_name_or_in_danish(graph, queries):
    given = {"date": "2025-11-01"}
    assert meant_by(" chairs ", graph, queries, given) == (queries["chairs"], given)
    query, arguments = meant_by("Hvem er formand for BRN?", graph, queries, given)
    assert (query, arguments) == (queries["chairs"], {**given, "forum": "BRN"})
    with pytest.raises(QueryError, match="»chair«"):
        meant_by("chair", graph, queries, given)


def test_a_title_that_needs_no_name_is_its_own_question(ask, queries):
    for query in queries.values():
        if not any(parameter.required for parameter in query.parameters):
            assert ask(query.title) == (query.name, {})


@pytest.mark.parametrize("question", ["Hvor er en ven repræsenteret?", "Hvad sidder en k i?"])
def test_anybody_is_nobody(ask, question):
    """A word behind "en" is no name, whatever name begins like it."""
    with pytest.raises(QueryError):
        ask(question)
