"""The pages of the things of the graph."""

import re
from html import unescape

import pytest

from tests.web.conftest import FIXTURE, open_client, write_build

MEETING = "/id/meeting/nordjylland/2025-10-24"


def shown(client, path, status=200):
    """The words of a page, as a reader sees them."""
    response = client.get(path)
    assert response.status_code == status, response.text
    body = response.text.partition("<body>")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def links(client, path):
    return [unescape(href) for href in re.findall(r'href="([^"]*)"', client.get(path).text)]


def section(client, path, heading):
    """The words between one heading and the next."""
    page = client.get(path).text
    parts = re.split(r"<h2[^>]*>", page)
    part = next(part for part in parts[1:] if part.lstrip().startswith(heading))
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", part)).split())


def test_a_municipality_is_called_by_its_whole_name(client):
    assert "Kommune Vesthimmerlands Kommune" in shown(client, "/id/kommune/0820")
    assert "Netværk for Vesthimmerlands Kommune" in shown(client, "/netvaerk/kommune/0820")


def test_the_front_page_counts_the_bodies_that_somebody_has_a_post_in(client):
    number = re.search(r"(\d+) (forum|fora) med poster", shown(client, "/"))
    assert number
    assert 0 < int(number[1]) < len(client.get("/spoergsmaal/bodies.json").json())


def test_the_front_page_tells_what_there_is_and_how_far_it_reaches(client):
    page = shown(client, "/")
    assert "Dokumenter til og med 24.10.2025." in page
    assert "8 personer" in page
    assert "2 møder" in page
    assert "1 fejl og 1 advarsel" in page
    assert "Hvem repræsenterer os i et forum?" in page


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("anna holm", "/id/person/anna-holm"),
        ("Anna Marie", "/id/person/anna-holm"),
        ("DEB", "/id/forum/danmarks-erhvervsfremmebestyrelse"),
        ("Laesoe", "/id/kommune/0825"),
        ("0825", "/id/kommune/0825"),
        ("Vesthimmerlands Kommune", "/id/kommune/0820"),
        ("24. oktober 2025", MEETING),
        ("ålegræs", f"{MEETING}/item/3.10"),
    ],
)
def test_a_name_that_fits_one_thing_leads_to_its_page(client, typed, path):
    response = client.get("/soeg", params={"q": typed}, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, path)


def test_a_name_that_fits_several_things_shows_them_by_kind(client):
    page = shown(client, "/soeg?q=jens+jensen")
    assert "2 resultater for » jens jensen «" in page
    assert "Personer 2" in page
    assert {"/id/person/jens-jensen", "/id/person/jens-jensen-2"} <= set(
        links(client, "/soeg?q=jens+jensen")
    )


def test_a_name_that_nothing_has_suggests_near_ones(client):
    page = shown(client, "/soeg?q=Cecilia+Ørsted")
    assert "0 resultater" in page
    assert "Mente du: Cecilie Ørsted" in page


def test_words_of_decisions_and_passages_are_found_too(client):
    page = shown(client, "/soeg?q=koereplanen")
    assert "I beslutninger og dokumenter" in page
    assert "Kollektiv trafik beslutning" in page
    assert any("/decision" in link for link in links(client, "/soeg?q=koereplanen"))


def test_an_empty_search_goes_to_the_front_page(client):
    assert client.get("/soeg?q=+", follow_redirects=False).headers["location"] == "/"


def test_a_person_has_posts_attendance_decisions_and_statements(client):
    path = "/id/person/anna-holm"
    page = shown(client, path)
    assert "Person Anna Holm" in page
    assert "Også skrevet Anna Marie Holm" in page
    posts = section(client, path, "Poster pr. 24.10.2025")
    assert "Danmarks Erhvervsfremmebestyrelse repræsentant KKR Nordjylland" in posts
    assert "pkt. 3.1 29.08.2025" in posts  # where it was decided
    assert "kun pkt. 3.10" in section(client, path, "Fremmøde")
    assert "3.9 Kollektiv trafik godkendt" in section(client, path, "Beslutninger")
    assert "orientering" in section(client, path, "Orienteringer")


def test_every_post_links_to_the_sentence_that_proves_it_the_latest_first(client):
    page = client.get("/id/person/anna-holm").text
    row = next(part for part in page.split("<tr") if "repræsentant" in part)
    proofs = re.findall(r'href="(/id/evidence/\w+)"', row)
    assert proofs == ["/id/evidence/b2", "/id/evidence/a2"]


def test_the_date_decides_what_holds_now_and_what_held_before(client):
    path = "/id/person/cecilie-oersted"
    assert "Erhvervshus Nordjylland medlem" in section(client, path, "Poster pr. 24.10.2025")
    later = f"{path}?dato=2026-02-01"
    assert "Poster pr." not in shown(client, later).partition("Tidligere poster")[0]
    assert "Erhvervshus Nordjylland" in section(client, later, "Tidligere poster")
    assert "Dokumenterne rækker kun til og med 24.10.2025." in shown(client, later)
    assert "Erhvervshus Nordjylland" in section(client, f"{path}?dato=1/1 2020", "Begynder senere")


def test_a_hypothesis_looks_like_one_and_a_nomination_says_that_it_is_one(client, tmp_path):
    """As the overview and the board have it."""
    supposed = section(client, "/id/person/cecilie-oersted", "Formodninger")
    assert "KKR Nordjylland indstillet formand" in supposed
    assert "KKR Nordjylland, formand (indstillet)" in shown(client, "/id/person/cecilie-oersted")
    expected = FIXTURE.read_text(encoding="utf-8").replace("prov:generated <tenure/expected> ;", "")
    without = open_client(write_build(tmp_path, expected))
    supposed = section(without, "/id/person/cecilie-oersted", "Formodninger")
    assert "KKR Nordjylland formodning formand" in supposed
    row = client.get("/id/person/cecilie-oersted").text.partition('id="formodninger"')[2]
    assert '<tr role="row" class="doubtful">' in row


def test_a_fact_without_a_source_says_so(client):
    page = shown(client, "/id/person/jens-jensen")
    assert "ingen kilde fundet" in page


def test_a_date_that_is_none_is_told(client):
    page = shown(client, "/id/person/anna-holm?dato=31.11.2025", status=400)
    assert "»31.11.2025« er ikke en dato." in page
    assert "24. oktober 2025" in page


def test_a_body_has_holders_lists_meetings_and_seats(client):
    path = "/id/kkr/nordjylland"
    assert "Bo Lund formand Venstre Thisted" in section(client, path, "Poster pr. 24.10.2025")
    assert "Anna Holm repræsentant Danmarks" not in section(client, path, "Poster")
    assert "Anna Holm" in section(client, path, "Sidder andre steder på vegne af KKR Nordjylland")
    listed = section(client, path, "På deltagerlister")
    assert "Bo Lund Radikale Venstre , Venstre Thisted 29.08.2025 24.10.2025 1 1 50 %" in listed
    assert "KKR Nordjylland 29.08.2025" in section(client, path, "Møder")
    house = section(client, "/id/forum/erhvervshus-nordjylland", "Pladser")
    assert "KKR 2026-2030 3 medlem KKR Nordjylland" in house


def test_a_body_shows_its_vacant_seats_with_the_line_that_says_so(client):
    path = "/id/forum/erhvervshus-nordjylland"
    vacant = section(client, path, "Vakante pladser")
    assert "fra 01.09.2025" in vacant
    assert "medlem ○ ledig KKR Nordjylland" in vacant
    assert "Vakant" in vacant.rpartition("linje")[2]
    assert "/id/evidence/v1" in links(client, path)
    assert "Vakante pladser" not in shown(client, f"{path}?dato=2025-08-31")


def test_lists_do_not_know_what_comes_later(client):
    listed = section(client, "/id/kkr/nordjylland?dato=2025-09-01", "På deltagerlister")
    assert "Cecilie Ørsted" not in listed


def test_a_municipality_and_a_party_have_their_people(client):
    aalborg = shown(client, "/id/kommune/0851")
    assert "Kommunekode 0851" in aalborg
    assert "Kommunalbestyrelse Aalborg Byråd" in aalborg
    assert "Liste L, Aalborg" in aalborg
    assert "Åge Dahl" in section(client, "/id/kommune/0851", "Poster pr. 24.10.2025")
    assert "Bo Lund" in section(client, "/id/party/venstre", "Poster pr. 24.10.2025")
    assert "Åge Dahl" in section(client, "/id/party/venstre", "På deltagerlister")


def test_a_meeting_has_agenda_decisions_and_attendance(client):
    page = shown(client, MEETING)
    assert "Fremmøde 3 til stede, 1 afbud" in page
    assert "3.9 Kollektiv trafik godkendt Køreplanen blev godkendt." in section(
        client, MEETING, "Dagsorden"
    )
    assert "Åge Dahl Venstre Aalborg mødte for Cecilie Ørsted" in section(
        client, MEETING, "Til stede"
    )
    guests = section(client, MEETING, "Gæster")
    assert "Dorte Friis kontorchef, Region Nord ved pkt. 3.9" in guests
    assert "Erik Moos kun varslet" in guests


def test_the_agenda_is_in_its_own_order(client):
    items = re.findall(r"/item/([\d.]+)", client.get(MEETING).text.partition('id="dagsorden"')[2])
    assert list(dict.fromkeys(items)) == ["2.1", "3.9", "3.10", "4"]


def test_an_item_has_its_decision_its_speakers_and_its_neighbours(client):
    path = f"{MEETING}/item/3.9"
    page = shown(client, path)
    assert "Punkt 3.9 Kollektiv trafik" in page
    assert "← 2.1" in page
    assert "→ 3.10 Ålegræs i fjorden" in page
    assert "Godkendt Køreplanen blev godkendt." in section(client, path, "Beslutning")
    assert "Dorte Friis oplæg Region Nord" in section(client, path, "Orienteringer")
    last = f"{MEETING}/item/4"
    assert "23.01.2026 møde i KKR Nordjylland" in section(client, last, "Datoer")
    assert "Erhvervshus Nordjylland 3 kommunalpolitikere KKR" in section(client, last, "Regler")
    assert "Datoen 9. januar 2025 ligger før" in section(client, last, "Se efter")


def test_what_an_item_decided_about_people_stands_on_its_page(client):
    path = "/id/meeting/nordjylland/2025-08-29/item/3.1"
    assert "Anna Holm Danmarks Erhvervsfremmebestyrelse repræsentant" in section(
        client, path, "Udpegninger"
    )


def test_evidence_shows_the_words_and_what_they_prove(client):
    page = shown(client, "/id/evidence/b2")
    assert "Kilde Referat 24.10.2025, side 2, linje 20" in page
    assert "Dokument referat 24.10.2025 Fil referat-2025-10-24.txt" in page
    assert "KKR Nordjyllands repræsentant i DEB, Anna Holm, orienterede om puljen." in page
    assert "Anna Holm , repræsentant i Danmarks Erhvervsfremmebestyrelse" in page
    assert "Dokumentets tekst kan ikke vises her." in page


def test_a_document_without_its_file_shows_its_passages(client):
    path = "/id/document/bbbbbbbbbbbbbbbb"
    assert "referat-2025-10-24.txt" in shown(client, path)
    assert "Næste møde i KKR Nordjylland" in section(client, path, "Steder")
    one = section(client, f"{path}?linje=20", "Steder")
    assert "orienterede om puljen" in one
    assert "Næste møde" not in one


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/id/tenure/anna-deb", "Post Anna Holm, repræsentant i Danmarks Erhvervsfremmebestyrelse"),
        ("/id/term/kkr-2026-2030", "Erhvervshus Nordjylland 3 medlem KKR Nordjylland"),
        ("/id/seat-group/erhvervshus-2026", "Kræver stedfortræder nej"),
        ("/id/case/SAG-2025-00001", "Indstilling til DEB"),
        ("/id/finding/1", "Datoen 9. januar 2025 ligger før de andre."),
    ],
)
def test_everything_else_has_a_page_too(client, path, words):
    assert words in shown(client, path)


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/id/person/a-m-holm", "/id/person/anna-holm"),
        (f"{MEETING}/item/3.9/decision", f"{MEETING}/item/3.9#beslutning"),
        (f"{MEETING}/item/3.9/statement/1", f"{MEETING}/item/3.9#indlaeg"),
        (f"{MEETING}/participation/anna-holm", MEETING),
        ("/id/text/bbbbbbbbbbbbbbbb", "/id/document/bbbbbbbbbbbbbbbb"),
    ],
)
def test_what_is_shown_elsewhere_leads_there(client, path, target):
    response = client.get(path, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, target)


@pytest.mark.parametrize(
    "path", ["/id/person/nobody", "/id/", "/netvaerk/term/kkr-2026-2030", "/x"]
)
def test_what_is_not_there_is_told_in_danish(client, path):
    assert "Siden findes ikke." in shown(client, path, status=404)


def test_a_network_is_the_page_of_view_with_the_way_back(client):
    response = client.get("/netvaerk/person/anna-holm?dato=24.10.2025")
    assert "Netværk for Anna Holm" in response.text
    assert '<a href="/id/person/anna-holm">← <bdi>Anna Holm</bdi></a>' in response.text
    assert 'data-day="2025-10-24"' in response.text
    assert "Netværk af poster" in client.get("/netvaerk/poster").text
    decision = client.get(f"/netvaerk{MEETING.removeprefix('/id')}/item/3.9/decision")
    assert "Punkt 3.9" in decision.text


def test_the_overview_links_to_pages_and_passages(client):
    page = client.get("/oversigt").text
    assert '<a href="/id/person/bo-lund">' in page
    assert "/id/document/bbbbbbbbbbbbbbbb?linje=4#sted" in page
    assert "indstillet 29.08.2025" in page
    assert "29.08.2025, pkt. 3.1" in page
    assert 'class="grid dense tight"' in page  # ten columns, so the sources are in sight
    narrowed = shown(client, "/oversigt?forum=DEB")
    assert "Anna Holm" in narrowed
    assert "Bo Lund" not in narrowed


def test_two_of_one_name_in_the_overview_lead_to_a_page_each(tmp_path):
    text = FIXTURE.read_text("utf-8").replace('"Anna Holm"', '"Bo Lund"')
    client = open_client(write_build(tmp_path, text))
    assert {"/id/person/bo-lund", "/id/person/anna-holm"} <= set(links(client, "/oversigt"))


def test_two_of_one_name_are_chosen_between_by_party_and_municipality(tmp_path):
    text = FIXTURE.read_text("utf-8").replace('"Anna Holm"', '"Bo Lund"')
    client = open_client(write_build(tmp_path, text))
    path = "/spoerg?q=Hvad sidder Bo Lund i?"
    assert "Bo Lund (A, Aalborg)" in shown(client, path)
    (chosen,) = (each for each in links(client, path) if "Aalborg" in each)
    assert "Danmarks Erhvervsfremmebestyrelse" in shown(client, chosen)


def test_an_ambiguous_forum_of_the_overview_is_chosen_from_a_list(client):
    path = "/oversigt?forum=Erhvervshus"
    assert "kan være 2 forskellige" in shown(client, path)
    assert "/oversigt?forum=Erhvervshus+Nordjylland" in links(client, path)


def test_the_overview_is_downloaded_whole_or_narrowed(client):
    whole = client.get("/udpegningsoversigt.xlsx")
    assert whole.content.startswith(b"PK")
    assert "udpegningsoversigt.xlsx" in whole.headers["content-disposition"]
    text = client.get("/udpegningsoversigt.csv?forum=DEB").content.decode("utf-8-sig")
    assert "Anna Holm" in text
    assert "Bo Lund" not in text


@pytest.mark.parametrize(
    ("ending", "begins"), [("docx", b"PK"), ("pdf", b"%PDF-"), ("html", b"<!doctype html>")]
)
def test_the_overview_of_a_coming_term_is_downloaded_as_a_paper(client, ending, begins):
    address = f"/udpegningsoversigt.{ending}?periode=KKR+2026-2030"
    answer = client.get(address)
    assert answer.content.lstrip().startswith(begins)
    assert f"udpegningsoversigt.{ending}" in answer.headers["content-disposition"]
    assert address in links(client, "/oversigt?periode=KKR+2026-2030")


def test_the_findings_are_told_with_their_sources(client):
    found = section(client, "/fund", "Fund")
    assert "advarsel Datoen 9. januar 2025 ligger før de andre. referat" in found
    assert "F. Ukendt" in section(client, "/fund", "Ukendte navne")
    assert "/id/evidence/b4" in links(client, "/fund")


def test_an_error_says_what_is_wrong_what_to_do_and_a_code(client):
    page = client.get("/id/person/anna-holm?dato=31.11.2025")
    assert page.status_code == 400
    assert "er ikke en dato" in page.text
    assert "Skriv den som 24.10.2025" in page.text
    assert "Kode <strong>400-QueryError</strong>" in page.text
    assert "Kode <strong>404</strong>" in client.get("/id/person/nobody").text


def test_a_name_that_fits_several_leads_to_each_of_them(client):
    page = client.get("/spoergsmaal/person-posts.csv?person=Jens")
    assert page.status_code == 400
    shown_links = links(client, "/spoergsmaal/person-posts?person=Jens")
    assert any("jens-jensen-2" in href for href in shown_links)


OTHER_START = """
@base <https://data.example.org/kkr/id/> . @prefix kkr: <https://w3id.org/kkr/ns#> .
@prefix kkrc: <https://w3id.org/kkr/concept/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix schema: <http://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<tenure/cecilie-2> a kkr:Tenure ; org:member <person/cecilie-oersted> ;
  org:organization <forum/erhvervshus-nordjylland> ; org:role kkrc:member ;
  schema:startDate "2024-03-01"^^xsd:date ; kkr:from "2024-03-01"^^xsd:date ;
  kkr:through "9999-12-31"^^xsd:date ; kkr:lastSeen "2025-10-24"^^xsd:date ;
  kkr:endStatus kkrc:end-unknown ; prov:wasDerivedFrom <evidence/b1> .
"""


@pytest.fixture(scope="module")
def disagreeing(tmp_path_factory):
    folder = tmp_path_factory.mktemp("disagreeing")
    return open_client(write_build(folder, FIXTURE, OTHER_START))


def test_sources_that_disagree_stand_side_by_side_each_with_its_own(disagreeing):
    path = "/id/person/cecilie-oersted"
    told = section(disagreeing, path, "Kilderne er uenige")
    assert "Start 01.03.2024 ifølge referat 24.10.2025" in told
    assert "01.02.2024 ifølge referat 29.08.2025" in told
    assert "Person" not in told
    assert "Cecilie Ørsted" in section(
        disagreeing, "/id/forum/erhvervshus-nordjylland", "Kilderne er uenige"
    )


TWO_STARTS = (
    OTHER_START.replace('startDate "', 'startDate "2024-02-19"^^xsd:date , "')
    + """
<tenure/cecilie-2> kkr:statedStart <cecilie/start/1> , <cecilie/start/2> .
<cecilie/start/1> a kkr:StatedDay ; kkr:day "2024-02-19"^^xsd:date ; prov:wasDerivedFrom <evidence/a1> .
<cecilie/start/2> a kkr:StatedDay ; kkr:day "2024-03-01"^^xsd:date ; prov:wasDerivedFrom <evidence/b1> .
"""
)


def test_a_post_whose_start_sources_disagree_on_shows_both_with_their_sources(tmp_path):
    client = open_client(write_build(tmp_path, FIXTURE, TWO_STARTS))
    path = "/id/person/cecilie-oersted"
    assert "19.02.2024 , 01.03.2024 kilderne er uenige" in shown(client, path)
    assert "Start 19.02.2024 ifølge referat" in section(client, path, "Kilderne er uenige")


def test_sources_that_agree_are_not_put_side_by_side(client):
    assert "Kilderne er uenige" not in shown(client, "/id/person/cecilie-oersted")


def test_the_menu_has_the_work_of_every_day_before_what_few_ask_for(client):
    menu = re.findall(r'<li><a href="(/[a-z]+)"', client.get("/").text.partition("</nav>")[0])
    assert menu[:3] == ["/spoergsmaal", "/oversigt", "/konstituering"]
    assert menu.index("/fund") < menu.index("/netvaerk") < menu.index("/sparql")
    assert menu[-1] == "/sparql"


def test_the_front_page_has_the_overview_for_both_excel_and_word(client):
    wanted = links(client, "/")
    assert "/udpegningsoversigt.xlsx" in wanted
    assert "/udpegningsoversigt.docx" in wanted
