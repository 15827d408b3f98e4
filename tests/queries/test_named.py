"""Every file under queries/: its header is whole, and it answers on the fixture."""

import re

import pytest

from kkr_graph.errors import QueryError
from kkr_graph.queries import find_query, load_queries, run_query
from kkr_graph.queries.named import Kind, read_query
from kkr_graph.store.guard import Form, check_text

NAMES = sorted(load_queries())
REQUIRED = {
    "other_forum": "BRN",
    "forum": "BRN",
    "person": "Anna Holm",
    "case": "SAG-2025-00001",
    "text": "trafik",
    "municipality": "aalborg",
    "since": "2025-01-01",
}
OF_DESIGN_AND_MORE = """
who-represents person-posts person-history forum-members chairs deputies vacancies coming-vacancies
municipality-representation party-representation attendance attendance-rate decisions-of-person
decisions-about recommendations postponed case statements-about shared-forums predecessors evidence
unsourced conflicts unresolved-mentions appointment-overview term-diff decisions-of-meeting guests
findings seat-groups meetings documents calendar bodies term-dates vacant-seats
"""


def arguments(query):
    return {each.name: REQUIRED[each.name] for each in query.parameters if each.required}


def test_the_questions_that_the_design_names_are_there(queries):
    assert set(OF_DESIGN_AND_MORE.split()) <= set(queries)


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_a_select_as_it_stands(graph, queries, name):
    """Without its parameters a query asks for everything, on any SPARQL 1.1 engine."""
    assert check_text(queries[name].sparql) is Form.SELECT
    assert "LATERAL" not in queries[name].sparql
    graph.select(queries[name].sparql, limit=1)


@pytest.mark.parametrize("name", NAMES)
def test_it_answers_on_the_fixture_with_its_columns(graph, queries, now, name):
    query = queries[name]
    answer = run_query(graph, query, arguments(query), now=now)
    assert answer.rows
    names = {column.name for column in query.columns}
    assert names <= set(graph.select(query.sparql, limit=1).columns)
    assert any(names & set(row) for row in answer.rows)
    for column in query.columns:
        assert any(column.name in row for row in answer.rows) or column.name in UNUSED[name], column


# What no row of the fixture has for the arguments above.
UNUSED = dict.fromkeys(NAMES, frozenset[str]()) | {
    "absences": frozenset({"substitute_for"}),
    "appointment-overview": frozenset({"starts", "ends"}),
    "chairs": frozenset({"end"}),
    "forum-members": frozenset({"represents", "end", "basis"}),
    "person-history": frozenset({"end"}),
    "person-posts": frozenset({"end"}),
    "seat-changes": frozenset({"after"}),
    "vice-chairs": frozenset({"end"}),
}


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_has_its_block_and_every_slot_its_parameter(queries, name):
    query = queries[name]
    blocks = set(re.findall(r"VALUES \?(?:wanted_)?(\w+) \{ UNDEF \}", query.sparql))
    assert blocks == {parameter.name for parameter in query.parameters}
    for pattern in query.patterns:
        slots = re.findall(r"\{(\w+)\}", pattern.text)
        assert {*slots, *pattern.implied} <= blocks, pattern.text
        missing = {each.name for each in query.parameters if each.required} - set(slots)
        assert not missing, pattern.text


@pytest.mark.parametrize("name", NAMES)
def test_the_order_names_columns(graph, queries, name):
    query = queries[name]
    columns = set(graph.select(query.sparql, limit=1).columns)
    named = (
        *query.row_key,
        *query.joined,
        *(each.removeprefix("-") for each in (*query.order, *query.first)),
    )
    assert set(named) <= columns


@pytest.mark.parametrize("name", NAMES)
def test_what_is_shown_only_with_all_columns_is_some_of_them(queries, name):
    query = queries[name]
    assert set(query.more) < {column.name for column in query.columns}
    assert not set(query.more) & {"quote", "document", "line", "page"}


@pytest.mark.parametrize("name", NAMES)
def test_a_fact_comes_with_its_source(queries, name):
    columns = {column.name for column in queries[name].columns}
    if "quote" in columns or "line" in columns:
        assert {"document", "line", "page"} <= columns


def test_no_two_questions_have_the_same_title_or_pattern(queries):
    titles = [query.title for query in queries.values()]
    assert len(set(titles)) == len(titles)
    patterns = [pattern.text for query in queries.values() for pattern in query.patterns]
    assert sorted(set(patterns)) == sorted(patterns)


def test_an_unknown_name_gets_the_nearest(queries):
    with pytest.raises(QueryError, match="»who-represent«") as caught:
        find_query(queries, "who-represent")
    assert "who-represents" in caught.value.hint
    with pytest.raises(QueryError) as caught:
        find_query(queries, "zzzzzz")
    assert caught.value.hint == "kkr-graph ask --list viser alle."


GOOD = """# title@da: Hvem?
# title@en: Who?
# description@da: Alle.
# param person: person required "Person"
# param day: date default today "På datoen"
# columns: person "Person", other "Anden, eller"
# question@da: Hvem er {person}? | day=i dag
SELECT ?person ?other { VALUES ?person { UNDEF } VALUES ?day { UNDEF } }
"""


def test_a_header_is_read(tmp_path):
    (tmp_path / "who.rq").write_text(GOOD, encoding="utf-8")
    query = load_queries(tmp_path)["who"]
    assert (query.title, query.title_en, query.description) == ("Hvem?", "Who?", "Alle.")
    person, day = query.parameters
    assert (person.kind, person.required, person.default, person.label) == (
        Kind.PERSON,
        True,
        None,
        "Person",
    )
    assert (day.required, day.default) == (False, "today")
    assert [column.heading for column in query.columns] == ["Person", "Anden, eller"]
    assert query.patterns[0].text == "Hvem er {person}?"
    assert query.patterns[0].implied == {"day": "i dag"}


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("# title@da: Hvem?\n", ""),
        ("# title@en: Who?\n", "# title@en: Who?\n# title@en: Who?\n"),
        ("required", "requird"),
        ("person: person", "person: thing"),
        ('# columns: person "Person", other "Anden, eller"\n', ""),
        ("# description@da: Alle.", "# det her er ingen linje"),
    ],
)
def test_a_mistake_in_a_header_is_named(tmp_path, line, instead):
    file = tmp_path / "who.rq"
    file.write_text(GOOD.replace(line, instead), encoding="utf-8")
    with pytest.raises(QueryError, match=r"Hovedet i who\.rq"):
        read_query(file)


def test_a_question_is_asked_whatever_is_wrong_with_another(tmp_path):
    (tmp_path / "who.rq").write_text(GOOD, encoding="utf-8")
    (tmp_path / "broken.rq").write_text("# no header\n", encoding="utf-8")
    queries = load_queries(tmp_path)
    assert (list(queries), queries["who"].title) == (["broken", "who"], "Hvem?")
    with pytest.raises(QueryError, match=r"Hovedet i broken\.rq"):
        queries["broken"]
