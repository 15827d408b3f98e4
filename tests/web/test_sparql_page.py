"""The page for free questions: a form that works without scripts, names, links and files."""

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from kkr_graph.queries import load_queries
from kkr_graph.web.examples import EXAMPLES
from tests.web.conftest import FIXTURE, open_client, write_build

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
BODIES = "SELECT ?organ { ?organ a kkr:ContactCouncil } ORDER BY ?organ"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    build = write_build(tmp_path_factory.mktemp("free") / "build", FIXTURE)
    opened = open_client(build)
    opened.headers.update(BROWSER)
    yield opened
    opened.app.state.sites.free.close()  # type: ignore[attr-defined]


def page(client, sparql: str):
    return client.get("/sparql", params={"query": sparql})


def test_the_page_begins_with_an_example_that_is_not_yet_asked(client):
    response = client.get("/sparql")
    assert response.status_code == 200
    assert EXAMPLES[0].sparql.splitlines()[0] in response.text
    assert "Svar" not in response.text
    assert "<script>" not in response.text


def test_names_stand_for_iris_and_lead_to_their_pages(client):
    text = page(client, BODIES).text
    assert '<a href="/id/kkr/nordjylland"><bdi>KKR Nordjylland</bdi></a>' in text
    assert "2 rækker" in text
    assert "SELECT ?organ { ?organ a kkr:ContactCouncil }" in text, "the question stays in the form"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_every_example_has_an_answer(client, example):
    response = page(client, example.sparql)
    assert response.status_code == 200, response.text
    assert "Ingen rækker" not in response.text
    assert "# ingen" not in response.text


@pytest.mark.parametrize("name", load_queries())
def test_every_named_question_can_be_shown_and_asked(client, name):
    shown = client.get("/sparql", params={"forlaeg": name}).text
    assert "SELECT" in shown
    assert page(client, load_queries()[name].sparql).status_code == 200


def test_truth_and_triples_are_shown(client):
    assert "<strong>Ja</strong>" in page(client, "ASK { ?s a kkr:Meeting }").text
    assert "<strong>Nej</strong>" in page(client, "ASK { ?s a kkr:Nothing }").text
    assert "kkr:Municipality" in page(client, "CONSTRUCT WHERE { ?s a kkr:Municipality }").text


@pytest.mark.parametrize(
    ("sparql", "status", "told"),
    [
        ("SELECT * {\n ?s ?p }", 400, "ved linje 2, tegn"),
        ("DROP ALL", 400, "ændre grafen"),
        ("SELECT * { SERVICE <http://x/> {} }", 400, "SERVICE er ikke tilladt"),
    ],
)
def test_a_mistake_is_told_beside_the_form_and_the_text_is_kept(client, sparql, status, told):
    response = page(client, sparql)
    assert response.status_code == status
    assert told in response.text
    assert 'aria-invalid="true"' in response.text
    assert sparql.splitlines()[0].replace("<", "&lt;").replace(">", "&gt;") in response.text


def test_what_is_cut_is_told(client):
    sparql = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f }"
    text = page(client, sparql).text
    assert "Afkortet ved 10.000 rækker" in text
    assert text.count("<tr") < 600
    file = client.get("/sparql/svar.csv", params={"query": sparql})
    assert file.headers["x-truncated"] == "true"
    assert "Afkortet" in file.text.splitlines()[-1]


def test_the_rows_come_as_files(client):
    links = dict(
        re.findall(
            r'href="(/sparql/svar\.(?:csv|json|xlsx)\?[^"]+)" download>(?:Hent til )?(\w+)',
            page(client, BODIES).text,
        )
    )
    assert sorted(links.values()) == ["CSV", "Excel", "JSON"]
    by_name = {name: client.get(link.replace("&amp;", "&")) for link, name in links.items()}
    rows = list(csv.reader(io.StringIO(by_name["CSV"].content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [["organ"], ["KKR Midtjylland"], ["KKR Nordjylland"]]
    assert json.loads(by_name["JSON"].content)[1]["organ_label"] == "KKR Nordjylland"
    with zipfile.ZipFile(io.BytesIO(by_name["Excel"].content)) as book:
        assert b"KKR Nordjylland" in book.read("xl/sharedStrings.xml")
    assert all("attachment" in each.headers["content-disposition"] for each in by_name.values())


def test_a_link_leads_to_the_same_answer(client):
    link = re.search(r'href="(/sparql\?[^"]+)">Link til dette svar', page(client, BODIES).text)
    assert link
    assert parse_qs(urlsplit(link[1]).query) == {"query": [BODIES]}


@pytest.mark.parametrize("value", ["<script>alert(1)</script>", "=1+1", "javascript:alert(1)"])
def test_a_value_is_text(client, value):
    text = page(client, f'SELECT ("{value}" AS ?x) (<javascript:alert(1)> AS ?y) {{}}').text
    assert "<script>alert" not in text
    assert 'href="javascript' not in text
    written = client.get("/sparql/svar.csv", params={"query": f'SELECT ("{value}" AS ?x) {{}}'})
    assert not written.text.splitlines()[1].startswith("=")


@pytest.mark.parametrize(
    ("sparql", "told", "hint"),
    [
        ("SELECT * { ?s a foo:Bar }", "Præfikset foo: er ikke erklæret, ved linje 1, tegn 17", "PREFIX"),
        ("PREFIX a: <x:>\nSELECT * {\n ?s a a:b, Foo:c }", "linje 3, tegn 12", "PREFIX foo"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", "linje 1", "GROUP BY"),
        ('SELECT * { ?s ?p "æ" ', "linje 1, tegn 22", "Her ventes »,« eller »."),
    ],
)  # fmt: skip
def test_a_mistake_has_its_place_and_what_to_do(client, sparql, told, hint):
    text = html.unescape(page(client, sparql).text)
    assert told in text
    assert hint in text
    assert re.search(r'data-line="\d+" data-column="\d+"', text)


def test_the_words_of_the_editor_are_those_of_the_ontology(client):
    response = client.get("/sparql/ord")
    told = response.json()
    words = {word["name"]: word for word in told["words"]}
    assert words["kkr:Tenure"]["label"] == "post"
    assert words["kkr:Tenure"]["kind"] == "klasse"
    assert words["kkr:represents"]["meaning"]
    assert words["foaf:Person"]["kind"] == "klasse"
    assert words["org:member"]["kind"] == "egenskab"
    assert words["kkrc:chair"]["label"] == "formand"
    assert told["prefixes"]["kkr"] == "https://w3id.org/kkr/ns#"
    page_text = client.get("/sparql").text
    assert all(f"<code>{name}</code>" in page_text for name in words)


def test_every_word_can_be_asked_for(client):
    words = [word["name"] for word in client.get("/sparql/ord").json()["words"]]
    pattern = " ".join(f"OPTIONAL {{ ?s ?p {name} }}" for name in words[:150])
    assert page(client, f"ASK {{ {pattern} }}").status_code == 200


def test_what_has_no_name_is_said_in_words(client):
    text = page(client, "SELECT ?post { ?post a kkr:Tenure } ORDER BY ?post").text
    assert "Anna Holm, repræsentant i Danmarks Erhvervsfremmebestyrelse" in text


def test_the_page_is_in_the_menu(client):
    assert '<a href="/sparql">SPARQL</a>' in client.get("/").text
    assert '<a href="/sparql" aria-current="page">SPARQL</a>' in client.get("/sparql").text
