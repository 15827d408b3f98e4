"""The addresses of the networks: forms, what a page asks for more of, and files of what is shown."""

import json
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from tests.web.conftest import HOST

ANNA = "/netvaerk/person/anna-holm"
MORE = "udvid=kkr/nordjylland~attendance-person"


def data_of(page: str) -> dict[str, Any]:
    text = page.partition('id="data">')[2].partition("</script>")[0]
    found: dict[str, Any] = json.loads(text)
    return found


def test_networks_begin_with_a_question_or_a_name(client):
    page = client.get("/netvaerk").text
    for path in ("omkring", "sammenhaeng", "perioder"):
        assert f'action="/netvaerk/{path}"' in page
    assert '<a href="/netvaerk/kkr/nordjylland"><bdi>KKR Nordjylland</bdi></a>' in page
    assert 'data-suggest="person forum municipality party meeting"' in page


def test_a_name_leads_to_its_network(client):
    response = client.get("/netvaerk/omkring?navn=anna+holm", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, ANNA)


def test_a_name_that_fits_several_is_chosen_and_never_guessed(client):
    page = client.get("/netvaerk/omkring?navn=Erhvervshus").text
    assert "kan være" in page
    assert "Vælg den rigtige:" in page
    assert "navn=https%3A%2F%2Fdata.example.org%2Fkkr%2Fid%2Fforum%2F" in page
    assert "der hedder »Qqqq«" in client.get("/netvaerk/omkring?navn=Qqqq").text


def test_how_two_hang_together_is_told_step_by_step_with_links_to_the_proof(client):
    page = client.get("/netvaerk/sammenhaeng?fra=Bo+Lund&til=Anna+Holm").text
    assert "Hvordan hænger Bo Lund" in page
    assert "Alle led" in page
    steps = page.partition('class="hops"')[2].partition("</ol>")[0]
    assert steps.count("<li>") == 2
    assert "/id/person/bo-lund" in steps
    assert steps.count("Kilde:") + steps.count("ingen kilde fundet") == 2


def test_where_no_path_leads_it_is_said_on_the_form(client):
    page = client.get("/netvaerk/sammenhaeng?fra=Bo+Lund&til=Anna+Holm&den=1.1.1999").text
    assert "ingen vej" in page
    assert "01.01.1999" in page
    assert 'id="explorer"' not in page
    assert "Det er den samme." in client.get("/netvaerk/sammenhaeng?fra=Bo+Lund&til=bo+lund").text


def test_two_terms_are_compared_by_words(client):
    page = client.get("/netvaerk/perioder?foer=KKR+2022-2026&efter=KKR+2026-2030").text
    assert "Før og efter: KKR 2022-2026 og KKR 2026-2030" in page
    assert "uvist, om stadig i posten" in page


def test_more_comes_as_json_with_places_and_what_was_there_stays(client):
    first = data_of(client.get(ANNA).text)
    answer = client.get(f"{ANNA}?{MORE}&format=udvidelse")
    assert answer.headers["content-type"] == "application/json"
    more = answer.json()
    known = {node["id"] for node in first["nodes"]}
    new = {node["id"] for node in more["nodes"]}
    assert new
    assert not new & known
    assert set(more["places"]) == new
    assert new <= set(more["brought"])
    whole = data_of(client.get(f"{ANNA}?{MORE}").text)
    place = {node["id"]: (node["x"], node["y"]) for node in whole["nodes"]}
    assert all(place[node["id"]] == (node["x"], node["y"]) for node in first["nodes"])
    assert all(place[node["id"]] == (node["x"], node["y"]) for node in more["nodes"])


def test_the_page_with_an_expansion_shows_it_without_a_script(client):
    page = client.get(f"{ANNA}?{MORE}").text
    assert 'data-node="https://data.example.org/kkr/id/person/bo-lund"' in page
    assert "udvid=kkr%2Fnordjylland~attendance-person" in page  # what leads further keeps it


@pytest.mark.parametrize(
    "query",
    [
        "udvid=x", "udvid=person/nobody~tenure-body", "udvid=kkr/nordjylland~x-y",
        "fast=a~b~c", "format=exe", "udvid=kkr/nordjylland~meeting-meeting~ja",
        "&".join([MORE] * 61),
    ],
    ids=["no relation", "no such node", "no such relation", "no place", "format", "not closed", "61"],
)  # fmt: skip
def test_an_address_that_no_page_writes_is_refused_in_danish(client, query):
    response = client.get(f"{ANNA}?{query}")
    assert response.status_code == 400
    assert "Åbn netværket" in response.text or "Vælg mellem" in response.text


def test_files_hold_what_is_shown(client):
    query = f"{MORE}&skjult=node:party,node:municipality,edge:tenure"
    content = client.get(f"{ANNA}?{query}&format=xlsx").content
    book = openpyxl.load_workbook(BytesIO(content))
    rows = list(book["Forbindelser"].iter_rows(values_only=True))
    assert rows[0] == (
        "Hvem", "Forbindelse", "Til", "Fra", "Slut", "Sikkert", "Kilde", "Citat",
    )  # fmt: skip
    assert not {row[1] for row in rows} & {"valgt for", "fra", "medlem"}
    names = {row[0] for row in book["Navne"].iter_rows(values_only=True)}
    assert any(str(name).startswith("Bo Lund") for name in names)
    svg = client.get(f"{ANNA}?{query}&format=svg")
    assert svg.text.startswith("<svg")
    assert "Bo Lund" in svg.text
    assert svg.headers["content-disposition"] == 'attachment; filename="netvaerk.svg"'
    for form in ("graphml", "gexf"):
        assert "Bo Lund" in client.get(f"{ANNA}?{query}&format={form}").text
    empty = client.get(f"{ANNA}?format=graphml&dato=1.1.1900").text
    assert "Bo Lund" not in empty


def test_the_same_files_twice_are_the_same_bytes(client):
    for form in ("svg", "xlsx", "graphml", "gexf"):
        path = f"{ANNA}?{MORE}&format={form}"
        assert client.get(path).content == client.get(path).content


def test_script_and_style_come_from_here_and_nothing_else_does(client):
    page = client.get(ANNA)
    policy = page.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    for name in ("netvaerk.js", "vis-network.js", "netvaerk.css"):
        assert f"/static/netvaerk/{name}" in page.text
        assert client.get(f"/static/netvaerk/{name}").status_code == 200
    assert client.get("/static/netvaerk/page.py").status_code == 404
    assert HOST not in page.text
