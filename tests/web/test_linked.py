"""The same thing as a page, as Turtle and as JSON-LD."""

import json

import pyoxigraph as ox
import pytest

from kkr_graph.web.linked import wanted_form

PERSON = "https://data.example.org/kkr/id/person/anna-holm"


@pytest.mark.parametrize(
    ("accept", "asked", "form"),
    [
        ("", "", "html"),
        ("*/*", "", "html"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "", "html"),
        ("text/turtle", "", "ttl"),
        ("text/turtle;q=0.5, application/ld+json", "", "jsonld"),
        ("application/ld+json;q=0.9, text/html;q=0.8", "", "jsonld"),
        ("text/turtle, */*;q=0.1", "", "ttl"),
        ("text/turtle;q=x, text/html", "", "html"),
        ("image/png", "", "html"),
        ("text/html", "ttl", "ttl"),
        ("text/turtle", "exe", "ttl"),
    ],
)
def test_the_form_is_the_one_asked_for_or_accepted_most(accept, asked, form):
    assert wanted_form(accept, asked) == form


@pytest.mark.parametrize(
    ("how", "media_type", "form"),
    [
        ({"headers": {"accept": "text/turtle"}}, "text/turtle", ox.RdfFormat.TURTLE),
        ({"params": {"format": "jsonld"}}, "application/ld+json", ox.RdfFormat.JSON_LD),
    ],
)
def test_the_data_of_a_thing_is_what_the_graph_says_of_it(client, how, media_type, form):
    response = client.get("/id/person/anna-holm", **how)
    assert response.headers["content-type"].startswith(media_type)
    assert response.headers["vary"] == "accept"
    triples = {
        (q.subject.value, q.predicate.value) for q in ox.parse(response.content, format=form)
    }
    assert (PERSON, "http://xmlns.com/foaf/0.1/name") in triples
    assert (
        "https://data.example.org/kkr/id/tenure/anna-deb",
        "http://www.w3.org/ns/org#member",
    ) in triples


def test_the_data_is_the_same_from_time_to_time(client):
    first, second = (client.get("/id/person/anna-holm?format=ttl").content for _ in range(2))
    assert first == second
    assert first.startswith(b"@prefix adms:")


def test_what_has_no_page_of_its_own_has_data(client):
    """A person who was found to be another, and a decision, are redirects for people only."""
    data = json.loads(client.get("/id/person/a-m-holm?format=jsonld").content)
    assert data[0]["@id"].endswith("/person/a-m-holm")


def test_unknown_things_have_no_data(client):
    assert client.get("/id/person/nobody?format=ttl").status_code == 404
