"""What is said and suggested where a question in Danish is none of the named ones."""

import re

import pytest

from kkr_graph.errors import NotUnderstood, QueryError, UnknownName
from kkr_graph.model.danish import genitive
from kkr_graph.queries import run_query


@pytest.fixture
def suggested(ask):
    def texts(question):
        with pytest.raises(NotUnderstood) as caught:
            ask(question)
        return [each.text for each in caught.value.suggested]

    return texts


def test_the_names_of_the_question_stand_in_what_is_suggested(suggested):
    texts = suggested("Er Anna Holm en rar person i DEB?")
    assert all("Anna Holm" in text or "Danmarks Erhvervsfremmebestyrelse" in text for text in texts)


def test_what_is_suggested_can_be_asked(ask, graph, queries, now):
    with pytest.raises(NotUnderstood) as caught:
        ask("Hvad ved vi egentlig om Anna Holm?")
    assert caught.value.suggested
    for text, name, arguments in caught.value.suggested:
        run_query(graph, queries[name], arguments, now=now)
        assert "…" in text or ask(text)[0] == name


@pytest.mark.parametrize(
    "question", ["Hvad spiser en formand?", "Hvem repræsenterer månen og solen hvornår"]
)
def test_each_question_is_suggested_once_and_without_its_id(suggested, queries, question):
    texts = suggested(question)
    assert 2 <= len(set(texts)) == len(texts) <= 5
    assert not any(f"({name})" in text for text in texts for name in queries)


@pytest.mark.parametrize(
    "question",
    [
        "Hvem repræsenterer ikke hvem?",
        "Hvilke æbler er ikke repræsenteret i KKR Nordjylland?",
        "Hvem sidder hvorfor?",
    ],
)
def test_a_question_word_is_never_looked_for_as_a_name(ask, question):
    with pytest.raises(QueryError) as caught:
        ask(question)
    assert "der hedder" not in str(caught.value)


def test_a_name_that_nothing_has_tells_all_that_was_looked_for(ask):
    with pytest.raises(UnknownName) as caught:
        ask("Hvor er Xyz repræsenteret?")
    assert str(caught.value) == (
        "Der er ikke nogen kommune eller noget parti i grafen, der hedder »Xyz«."
    )


def test_a_name_of_something_else_is_told_what_it_is(ask):
    with pytest.raises(NotUnderstood, match="»Anna Holm« er en person i grafen") as caught:
        ask("Hvor er Anna Holm repræsenteret?")
    assert "ledt efter en kommune eller et parti" in str(caught.value)
    assert any("Anna Holm" in each.text for each in caught.value.suggested)


def test_no_way_of_asking_leaves_out_a_genitive(queries):
    """``Hvad er kilden til {person} poster?`` would be suggested as it stands."""
    broken = re.compile(r"\} (?:poster|pladser|periode|udpegning|folk|efterfølger|stedfortræder)\b")
    asked = [each.text for query in queries.values() for each in query.patterns]
    assert [text for text in asked if broken.search(text) and " har {" not in text] == []


@pytest.mark.parametrize(
    ("name", "written"), [("Anna Holm", "Anna Holms"), ("Jens Friis", "Jens Friis'")]
)
def test_a_name_in_the_genitive(name, written):
    assert genitive(name) == written
