"""The workspace before the constituent meeting."""

import re
from pathlib import Path

import pytest

from kkr_graph.constitution.rules import RULES
from kkr_graph.web.wording import NO_SOURCE
from tests.web.conftest import open_client
from tests.web.test_pages import links, shown

HOME = "/konstituering"
PAGES = ("", "/udloeb", "/beregning", "/sammenligning", "/regler", "/kalender")
DATA = Path(__file__).parents[2] / "data"
HJOERRING = "omraade=Hjørring&valg=eksempel-hjoerring-2021&pladser=31"


@pytest.fixture(scope="module")
def with_data(build):
    return open_client(build, DATA)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_leads_to_the_others_and_nowhere_else(with_data, page):
    found = links(with_data, HOME + page)
    assert {HOME + other for other in PAGES} <= set(found)
    for href in {each.partition("#")[0] for each in found if each.startswith("/")}:
        assert with_data.get(href).status_code == 200, href


def test_the_front_page_and_the_menu_lead_to_the_workspace(client):
    assert links(client, "/").count(HOME) == 2


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("typed", ["x", "<script>alert(1)</script>", "9" * 400, "-1", "KKR", "A=1"])
def test_whatever_is_typed_there_is_a_page(with_data, page, typed):
    names = (
        "forum", "kkr", "periode", "tilstand", "parti", "kommune", "dato", "fra", "til", "andet",
        "foerste", "aendring", "omraade", "valg", "pulje", "beregn", "pladser", "metode", "loft",
        "valgforbund", "spaerre", "lagt",
    )  # fmt: skip
    for values in (dict.fromkeys(names, typed), *({name: typed} for name in names)):
        response = with_data.get(HOME + page, params=values)
        assert response.status_code == 200
        assert "<script>alert" not in response.text


def test_a_state_is_told_in_words_and_the_counts_lead_to_its_rows(client):
    page = client.get(f"{HOME}?dato=2025-11-01").text
    assert 'data-state="' in page
    assert "tilstand=" in page
    assert "set den 01.11.2026" in shown(client, f"{HOME}?dato=2026-11-01")


def test_the_calculation_has_results_quotients_and_the_picture(with_data):
    page = with_data.get(f"{HOME}/beregning?{HJOERRING}").text
    assert "11.207" in page
    assert 'role="img"' in page
    assert "C+D+O" in page
    assert "Der skal trækkes lod" not in page


def test_other_alliances_stand_beside_what_is_recorded(with_data):
    page = shown(with_data, f"{HOME}/beregning?{HJOERRING}&valgforbund=ingen")
    assert "Hvad nu hvis" in page
    assert "Som registreret" in page


def test_a_tie_is_a_tie_and_says_what_to_record(client):
    page = shown(client, f"{HOME}/beregning?pulje=A%3D10,B%3D10&pladser=1")
    assert "Der skal trækkes lod" in page
    assert "pulje;pulje;pladser;hele området;1;A|B;" in page


def test_a_missing_data_folder_is_told_and_pools_are_calculated_all_the_same(client):
    page = shown(client, f"{HOME}/beregning?pulje=A%3D11,B%3D8&pladser=7")
    assert "Der er ingen datamappe" in page
    assert "Kvotienter" in page


@pytest.mark.parametrize(
    ("path", "begins"),
    [
        ("kalender.ics", b"BEGIN:VCALENDAR"),
        ("beregning.xlsx?pulje=A%3D11,B%3D8&pladser=7", b"PK"),
        ("beregning.svg?pulje=A%3D11,B%3D8&pladser=7", b"<svg"),
    ],
)
def test_files_are_what_their_names_say(client, path, begins):
    response = client.get(f"{HOME}/{path}")
    assert response.content.startswith(begins)
    assert "attachment" in response.headers["content-disposition"]


def test_a_file_of_a_form_that_is_not_filled_in_is_refused(client):
    assert client.get(f"{HOME}/beregning.xlsx").status_code == 400


def test_seats_that_nothing_tells_apart_are_one_line_with_their_number(client):
    """Eleven lines that read the same hide the two that do not."""
    page = client.get(f"{HOME}?dato=2025-11-01").text
    rows = re.findall(r'<tr role="row".*?</tr>', page, re.DOTALL)
    assert len(rows) == len(set(rows))
    assert ", 3 pladser" in page
    assert NO_SOURCE not in page, "a vacant seat claims nothing"


def test_the_rules_say_what_was_looked_for(client):
    page = shown(client, f"{HOME}/regler?dato=2025-11-01")
    assert "Det er der set efter" in page
    for rule in RULES:
        assert rule.required in page
        assert rule.undecided in page, "what cannot be decided is no rule that is kept"


def test_what_is_past_begins_with_the_latest_and_says_its_words_once(client):
    page = client.get(f"{HOME}/kalender?dato=2030-01-01").text
    days = re.findall(r'data-name="Dato"><div><bdi>(\d\d)\.(\d\d)\.(\d{4})', page)
    told = [(year, month, day) for day, month, year in days]
    assert told == sorted(told, reverse=True)
    assert len(set(told)) > 1
    assert page.index("<details><summary>") < page.index('data-name="Dato"')  # it is folded


@pytest.mark.parametrize("path", ["/konstituering", "/konstituering/udloeb"])
def test_the_headings_lead_to_the_pages_of_the_fora(client, path):
    page = client.get(path).text
    headings = re.findall(r'<h2 id="forum[^>]*>(.*?)</h2>', page, re.DOTALL)
    assert headings
    assert all('<a href="/id/' in heading for heading in headings)
