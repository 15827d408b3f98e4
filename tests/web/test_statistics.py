"""The page of numbers: each figure with its table, its files and its question."""

import io
import re
import shutil
from html import unescape
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import openpyxl
import pytest

from kkr_graph.config import packaged
from kkr_graph.web.pictures.bars import Bar, Chart, Group, to_bars
from kkr_graph.web.pictures.columns import Row, Years, to_columns
from tests.web.conftest import FIXTURE, open_client, write_build
from tests.web.test_pages import links, section, shown

EXAMPLE = "valg=eksempel-hjoerring-2021"
SVG = "{http://www.w3.org/2000/svg}"


POST = """
@base <https://data.example.org/kkr/id/> . @prefix kkr: <https://w3id.org/kkr/ns#> .
@prefix org: <http://www.w3.org/ns/org#> . @prefix kkrc: <https://w3id.org/kkr/concept/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<kommune/0860> a kkr:Municipality .
<tenure/x> a kkr:Tenure ; org:member <person/bo-lund> ; org:role kkrc:member ;
  org:organization <forum/erhvervshus-nordjylland> ; kkr:fromMunicipality <kommune/0860> ;
  kkr:politicalAffiliation <party/venstre> ; kkr:from "2024-01-01"^^xsd:date ;
  kkr:through "9999-12-31"^^xsd:date ; kkr:lastSeen "2025-10-24"^^xsd:date .
"""


@pytest.fixture(scope="module")
def voted(tmp_path_factory):
    """A graph beside a data folder with the results of one municipality."""
    folder = tmp_path_factory.mktemp("voted")
    shutil.copytree(packaged("registry", "data/registry"), folder / "data" / "registry")
    return open_client(write_build(folder / "build", FIXTURE, POST), folder / "data")


def test_every_figure_has_its_table_files_and_question(client):
    page = shown(client, "/tal")
    assert "Til og med 24.10.2025." in page
    told = section(client, "/tal", "Fremmøde over tid, i procent")
    assert "KKR Nordjylland 2025 2 4 6 67" in told
    parties = section(client, "/tal", "Poster efter parti")
    assert "Venstre: 4; Socialdemokratiet: 2;" in parties  # the picture, in words
    hrefs = links(client, "/tal")
    for question in ("party-count", "municipality-count", "council-composition", "meetings-per-year",
                     "attendance-over-time", "outcomes-per-year"):  # fmt: skip
        own = [href for href in hrefs if question in href]
        assert len(own) == 4, question
        for href in own:
            assert client.get(href).status_code == 200, href
        (sparql,) = (href for href in own if href.startswith("/sparql"))
        assert "VALUES ?" in client.get(sparql, headers={"accept": "text/html"}).text


def test_the_figures_are_narrowed_by_body_and_days(client):
    path = "/tal?forum=KKR+Nordjylland&fra=2025-09-01&til=2025-10-24"
    assert "2025 1 3 4 75" in section(client, path, "Fremmøde over tid")
    files = [href for href in links(client, path) if href.startswith("/spoergsmaal/meetings-per")]
    assert files
    for href in files:
        given = parse_qs(urlsplit(href).query)
        assert given["since"] == ["2025-09-01"]
        assert given["forum"] == ["https://data.example.org/kkr/id/kkr/nordjylland"]
    earlier = shown(client, "/tal?til=2025-01-01")
    assert "Fremmøde over tid" not in earlier


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("forum=M\u00e5nen", "M\u00e5nen"),
        ("fra=2026-01-01&til=2025-01-01", "Den første dag ligger efter den sidste."),
        ("til=x", "er ikke en dato"),
    ],
)
def test_what_is_wrong_in_the_form_is_told_at_its_field(client, query, problem):
    assert problem in shown(client, f"/tal?{query}", status=400)


def test_gender_is_left_out_where_no_document_states_it(client):
    assert "Køn" not in shown(client, "/tal")


def test_a_picture_of_one_or_two_numbers_is_a_table(client):
    page = client.get("/tal").text
    for figure, is_drawn in (("partier", True), ("moeder", False), ("udfald", False)):
        found = re.search(rf'<section id="{figure}".*?</section>', page, re.DOTALL)
        assert found
        assert ("<svg" in found[0]) == is_drawn, figure
        assert ("<details" in found[0]) == is_drawn, figure


def test_an_example_is_shown_only_to_whoever_asks_for_it(voted):
    page = shown(voted, "/tal")
    assert "Hjørring" not in page.replace("(eksempel: kun Hjørring)", "")
    assert "Intet valg" in page
    assert voted.get("/tal/stemmer.csv").status_code == 404


def test_without_results_of_elections_the_page_says_so(client):
    assert "Der er ingen valgresultater i datamappen" in shown(client, "/tal")
    assert client.get("/tal/stemmer.csv").status_code == 404


def test_votes_stand_against_seats_where_they_are_entered(voted):
    told = section(voted, f"/tal?til=2025-10-24&{EXAMPLE}", "Stemmer og pladser i Hjørring")
    assert "Socialdemokratiet 11.207 32,2 % 10 32,3 %" in told
    assert "Liste T 1.019 2,9 % 0 0,0 %" in told
    assert "andel af mandater 32,3 % (10)" in told


def test_votes_of_a_council_stand_against_its_members(voted):
    told = section(voted, "/tal?omraade=KKR+Nordjylland", "Stemmer og pladser i KKR Nordjylland")
    assert "Venstre 9.302 26,7 % 9 29,0 % 1" in told
    assert "Andel af medlemmer af KKR" in told


def test_a_part_of_an_area_is_not_drawn_as_if_it_were_all_of_it(voted):
    told = section(voted, "/tal?omraade=KKR+Nordjylland", "Stemmer og pladser i KKR Nordjylland")
    assert "Der mangler resultater fra Brønderslev, Frederikshavn" in told
    assert "andel af mandater 29,0 % (9)" not in told
    assert "andel af mandater 29,0 % (9)" in section(
        voted, f"/tal?{EXAMPLE}", "Stemmer og pladser i Hjørring"
    )


def test_an_area_that_there_is_not_is_told(voted):
    page = shown(voted, "/tal?omraade=M\u00e5nen", status=400)
    assert "er hverken en kommune eller et KKR" in page


def test_votes_are_downloaded_as_numbers(voted):
    book = openpyxl.load_workbook(io.BytesIO(voted.get(f"/tal/stemmer.xlsx?{EXAMPLE}").content))
    rows = list(book.active.iter_rows(values_only=True))
    assert rows[0][:4] == ("Liste", "Stemmer", "Andel af stemmer", "Mandater")
    assert rows[1][:4] == ("Socialdemokratiet", 11207, "32,2 %", 10)
    table = voted.get("/tal/stemmer.csv?omraade=Hj\u00f8rring").content.decode("utf-8-sig")
    assert "Socialdemokratiet;11207;32,2 %;10" in table


# --- pictures -------------------------------------------------------------------------------


def drawn(markup):
    root = ElementTree.fromstring(markup)
    return root, [text.text for text in root.iter(f"{SVG}text")]


def test_bars_are_as_long_as_their_numbers_and_told_apart_without_colour():
    chart = Chart(
        name="x",
        title="Stemmer",
        kinds=("stemmer", "mandater"),
        groups=(
            Group("A", (Bar(40, "40 %"), Bar(20, "20 %"))),
            Group("<b>B</b>", (Bar(10, "10 %"), None)),
        ),
    )
    root, words = drawn(to_bars(chart))
    boxes = [box for box in root.findall(f"{SVG}rect") if box.get("width", "").endswith("%")]
    lengths = [float(box.get("width").rstrip("%")) for box in boxes]
    assert lengths[0] == pytest.approx(2 * lengths[1]) == pytest.approx(4 * lengths[2])
    assert boxes[0].get("fill") == boxes[2].get("fill") != boxes[1].get("fill")
    assert boxes[1].get("fill") == "url(#x-skraveret)"
    assert {"stemmer", "mandater", "A", "<b>B</b>", "40 %", "ukendt"} <= set(words)
    told = root.find(f"{SVG}desc").text
    assert told == "A: stemmer 40 %, mandater 20 %; <b>B</b>: stemmer 10 %, mandater ukendt."


def test_columns_stand_at_their_years_and_a_year_without_a_number_is_empty():
    years = Years(
        name="x", title="Møder", unit=" %", rows=(Row("KKR", {2020: 50, 2022: 100}),), most=100
    )
    root, words = drawn(to_columns(years))
    columns = [group.find(f"{SVG}rect") for group in root.iter(f"{SVG}g")]
    heights = [float(column.get("height")) for column in columns]
    assert heights[1] == 2 * heights[0]
    lefts = [float(column.get("x").rstrip("%")) for column in columns]
    assert lefts[1] - lefts[0] == pytest.approx(2 * 100 / 8)
    assert [word for word in words if re.fullmatch(r"20\d\d", word)] == ["2020", "2021", "2022"]
    assert root.find(f"{SVG}desc").text == "KKR: 2020: 50 %, 2022: 100 %."


def test_many_years_are_not_all_numbered():
    values = dict.fromkeys(range(1990, 2026), 1)
    _, words = drawn(
        to_columns(Years(name="x", title="", unit="", rows=(Row("", values),), most=0))
    )
    numbered = [word for word in words if word and re.fullmatch(r"\d{4}", word)]
    assert len(numbered) <= 10
    assert numbered[-1] == "2025"


def test_all_pictures_of_a_page_have_identifiers_of_their_own(client):
    page = unescape(client.get("/tal").text)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_a_handful_of_posts_is_counted_and_not_drawn_as_a_share(voted):
    told = section(voted, f"/tal?{EXAMPLE}", "Stemmer og pladser i Hjørring")
    assert "andel af poster" not in told
    assert "Venstre 9.302 26,7 % 9 29,0 % 1 100,0 %" in told
