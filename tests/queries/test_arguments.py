import pytest

from kkr_graph.errors import QueryError
from kkr_graph.queries import run_query


def ask(graph, queries, now, name, **arguments):
    return run_query(graph, queries[name], arguments, now=now)


def test_arguments_are_told_as_they_were_understood(graph, queries, now):
    answer = ask(graph, queries, now, "who-represents", forum="deb", date="i dag")
    assert answer.arguments == {
        "forum": "Danmarks Erhvervsfremmebestyrelse",
        "date": "2025-11-01",
    }


@pytest.mark.parametrize(
    ("name", "arguments", "problem"),
    [
        ("chairs", {"colour": "red"}, "kan ikke afgrænses med --colour"),
        ("person-posts", {}, "mangler --person"),
        ("chairs", {"date": "31. november 2025"}, "er ikke en dato"),
        ("chairs", {"date": "0"}, "er ikke en dato"),
        ("many-posts", {"at_least": "to"}, "ikke et helt tal"),
        ("many-posts", {"at_least": "-1"}, "ikke et helt tal"),
        ("many-posts", {"at_least": "²"}, "ikke et helt tal"),
        ("many-posts", {"at_least": "9" * 100}, "ikke et helt tal"),
        ("decisions-about", {"text": "x" * 10_001}, "grænsen er 10000"),
        ("chairs", {"forum": "Findes Ikke"}, "ikke noget forum"),
        ("chairs", {"forum": "https://example.org/x"}, "ikke noget forum"),
    ],
    ids=str,
)
def test_a_wrong_argument_is_named(graph, queries, now, name, arguments, problem):
    with pytest.raises(QueryError, match=problem) as caught:
        ask(graph, queries, now, name, **arguments)
    assert caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        'x" || true || "" = "',
        'x" } UNION { ?s ?p ?o } #',
        "> } ; DROP ALL #",
        "\n",
        "\\",
        "\\u0022",
        "x" * 10_000,
    ],
    ids=range(7),
)
def test_hostile_text_finds_nothing_that_is_not_there(graph, queries, now, text):
    answer = ask(graph, queries, now, "decisions-about", text=text)
    assert answer.rows == ()


def test_a_meeting_is_found_by_body_and_day(graph, queries, now):
    answer = ask(
        graph, queries, now, "decisions-of-meeting", meeting="KKR Nordjylland den 24. oktober 2025"
    )
    assert [answer.text(row, "number") for row in answer.rows] == ["2.1", "3.9", "3.10", "4"]
