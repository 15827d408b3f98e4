"""What the pages of people and bodies show beside their tables."""

from kkr_graph.model.tenure import FOREVER
from kkr_graph.web.wording import day
from tests.web.conftest import FIXTURE, open_client, write_build
from tests.web.test_pages import links, section, shown

MANY = """
@prefix kkr: <https://w3id.org/kkr/ns#> .
@prefix kkrc: <https://w3id.org/kkr/concept/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://data.example.org/kkr/id/> .
<g> { %s }
"""
PREFIXES = """
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <http://schema.org/> .
"""
HELD = """
<person/many-{at}> a foaf:Person ; foaf:name "Mange {at:03}" .
<tenure/many-{at}> a kkr:Tenure ; org:member <person/many-{at}> ; org:organization <kkr/nordjylland> ;
  org:role kkrc:member ; kkr:politicalAffiliation <party/venstre> ; kkr:fromMunicipality <kommune/0787> ;
  kkr:from "2025-10-24"^^xsd:date ; kkr:through "9999-12-31"^^xsd:date ;
  kkr:lastSeen "2025-10-24"^^xsd:date ; kkr:endStatus kkrc:end-unknown .
"""


def test_a_person_and_a_body_have_their_history_as_a_picture(client):
    person = client.get("/id/person/cecilie-oersted").text
    assert person.count('aria-labelledby="tidslinje-titel tidslinje-tekst"') == 1
    told = section(client, "/id/person/cecilie-oersted", "Tidslinje")
    assert "Erhvervshus Nordjylland, medlem: fra 01.02.2024 til 31.12.2025" in told
    assert "KKR Nordjylland, formand (indstillet): set fra 26.01.2026" in told
    assert "Bo Lund, formand" in section(client, "/id/kkr/nordjylland", "Tidslinje")
    assert "Anna Holm, næstformand i Business Region North Denmark" in section(
        client, "/id/kommune/0851", "Tidslinje"
    )


def test_who_holds_nothing_has_no_picture(client):
    assert "Tidslinje" not in shown(client, "/id/person/dorte-friis")


def test_a_person_has_a_rate_of_attendance_with_what_it_rests_on(client):
    told = section(client, "/id/person/bo-lund", "Fremmøde")
    assert "til stede ved 1 af 2 møder (50 %), 29.08.2025 – 24.10.2025" in told
    assert "29.08.2025: afbud, 24.10.2025: til stede" in told
    assert "bygger på referaternes deltagerlister" in told
    earlier = section(client, "/id/person/bo-lund?dato=2025-09-01", "Fremmøde")
    assert "til stede ved 0 af 1 møde (0 %)" in earlier


def test_an_item_that_somebody_was_away_from_and_a_guest_do_not_count(client):
    assert "til stede ved 2 af 2 møder (100 %)" in section(
        client, "/id/person/anna-holm", "Fremmøde"
    )
    assert "til stede ved" not in section(client, "/id/person/dorte-friis", "Fremmøde")


def test_a_person_sits_with_others_who_hold_posts_or_are_on_the_same_list(client):
    told = section(client, "/id/person/anna-holm", "Sidder sammen med pr. 24.10.2025")
    assert "Business Region North Denmark (post), KKR Nordjylland (deltagerliste 24.10.2025)" in (
        told.replace(" ,", ",").replace(" (", " (")
    )
    names = [name for name in ("Bo Lund", "Åge Dahl", "Cecilie Ørsted") if name in told]
    assert names == ["Bo Lund", "Åge Dahl", "Cecilie Ørsted"]
    assert told.index("Bo Lund") < told.index("Cecilie Ørsted")  # more in common
    assert "Jens Jensen" not in told  # whose post had ended
    assert "Anna Holm" not in told
    before = shown(client, "/id/person/anna-holm?dato=2020-01-01")
    assert "Sidder sammen med" not in before


def test_a_body_has_the_attendance_of_each_of_its_meetings(client):
    told = section(client, "/id/kkr/nordjylland", "Møder")
    assert "24.10.2025 KKR Nordjylland 24.10.2025 3 1 75 %" in told
    assert "29.08.2025 KKR Nordjylland 29.08.2025 1 1 50 %" in told
    assert "Fremmødet er 67 % over 2 møder med deltagerliste: 4 til stede af 6 navne." in told


def test_the_title_that_a_document_gives_somebody_stands_with_its_source(client):
    page = client.get("/id/person/dorte-friis").text
    facts = page.partition("<dl>")[2].partition("</dl>")[0]
    assert "kontorchef, Region Nord" in facts
    assert "/id/evidence/b3" in facts


def test_the_way_into_a_page_says_how_much_there_is_of_each(client):
    page = client.get("/id/person/anna-holm").text
    contents = page.partition('<nav class="toc"')[2].partition("</nav>")[0]
    assert 'Fremmøde</a> <span class="count">3</span>' in contents
    assert 'Beslutninger, personen deltog i</a> <span class="count">4</span>' in contents


def test_an_item_shows_who_took_part_in_its_decision_and_the_same_case_elsewhere(client):
    path = "/id/meeting/nordjylland/2025-10-24/item/2.1"
    told = section(client, path, "Deltog i beslutningen")
    assert "Anna Holm Socialdemokratiet Aalborg" in told
    assert "Bo Lund" in told
    assert "Cecilie Ørsted" not in told  # who was away
    elsewhere = section(client, path, "Samme sag på andre møder")
    assert "KKR Nordjylland 29.08.2025 3.2 Kollektiv trafik udsat" in elsewhere
    assert "Siden sidst" not in elsewhere
    away = section(client, "/id/meeting/nordjylland/2025-10-24/item/3.10", "Deltog")
    assert "Anna Holm" not in away


def test_a_case_number_that_covers_several_items_of_the_meeting_is_told_as_such(client):
    note = "Sagsnummeret dækker flere punkter på mødet"
    heading = "Samme sag på andre møder"
    assert note in section(client, "/id/meeting/nordjylland/2025-08-29/item/3.1", heading)
    assert note not in section(client, "/id/meeting/nordjylland/2025-10-24/item/2.1", heading)


def test_a_case_is_called_by_its_number(client):
    page = client.get("/id/case/SAG-2025-00001").text
    assert "<h1><bdi>SAG-2025-00001</bdi></h1>" in page
    assert "Nummer SAG-2025-00001" in shown(client, "/id/case/SAG-2025-00001")


def test_what_happened_to_a_post_is_told_in_danish_and_the_post_by_who_has_it(client):
    page = shown(client, "/id/act/nominated")
    assert "Begyndte posten Cecilie Ørsted, formand i KKR Nordjylland" in page
    assert "Generated" not in page
    assert "Activity" not in page
    post = shown(client, "/id/tenure/expected")
    assert post.index("Person Cecilie Ørsted") < post.index("Rolle formand") < post.index("Organ ")
    assert "Begyndte posten" in section(client, "/id/tenure/expected", "Det henviser hertil")


def test_what_refers_to_a_thing_leads_to_its_own_page_and_its_source(client):
    told = section(client, "/id/tenure/expected", "Det henviser hertil")
    assert "Begyndte posten Indstilling af en person : Cecilie Ørsted" in told
    assert "referat 29.08.2025" in told
    assert "/id/act/nominated" in links(client, "/id/tenure/expected")


def test_an_end_that_nobody_tells_is_not_said_to_be_open(client):
    page = client.get("/id/tenure/expected").text
    assert "<dt>Slutstatus</dt>" in page
    assert "<dt>Til og med</dt>" not in page


def test_a_case_has_its_items_by_meeting_and_agenda(client):
    told = section(client, "/id/case/SAG-2025-00001", "Det henviser hertil")
    august, october = told.index("KKR Nordjylland 29.08.2025"), told.index("KKR Nordjylland 24.10")
    assert august < october


def test_sources_that_are_not_shown_stand_on_the_page_of_the_fact(tmp_path):
    more = "".join(
        f"""<evidence/m{at}> a kkr:Evidence ; kkr:line {at} ; oa:hasSource <text/aaaaaaaaaaaaaaaa> ;
        oa:hasSelector <evidence/m{at}/quote> . <evidence/m{at}/quote> oa:start {at} ; oa:end {at + 1} ;
        oa:exact "x" . <tenure/many-0> prov:wasDerivedFrom <evidence/m{at}> ."""
        for at in range(100, 104)
    )
    graph = PREFIXES + MANY % (HELD.format(at=0) + more)
    client = open_client(write_build(tmp_path / "build", FIXTURE, graph))
    page = client.get("/id/person/many-0").text
    assert '<a href="/id/tenure/many-0"><bdi>2 til</bdi></a>' in page
    assert all(
        f"/id/evidence/m{at}" in client.get("/id/tenure/many-0").text for at in range(100, 104)
    )


def test_a_post_that_somebody_holds_again_is_held_once(tmp_path):
    """The end of the first term is in no document, and the second has begun."""
    again = """<tenure/again> a kkr:Tenure ; org:member <person/many-0> ; org:role kkrc:member ;
    org:organization <kkr/nordjylland> ; kkr:from "2026-01-01"^^xsd:date ;
    schema:startDate "2026-01-01"^^xsd:date ; kkr:through "2029-12-31"^^xsd:date ;
    schema:endDate "2029-12-31"^^xsd:date ; kkr:endStatus kkrc:ended .
    <tenure/many-0> kkr:heldAgain "2026-01-01"^^xsd:date ."""
    graph = PREFIXES + MANY % (HELD.format(at=0) + again)
    client = open_client(write_build(tmp_path / "build", FIXTURE, graph))
    path = "/id/person/many-0?dato="
    assert "31.12.2029" in section(client, f"{path}2026-03-01", "Poster pr.")
    assert (
        "24.10.2025" not in section(client, f"{path}2026-03-01", "Poster pr.").partition("Forum")[2]
    )
    assert "sidst set 24.10.2025" in section(client, f"{path}2026-03-01", "Tidligere poster")
    assert "sidst set 24.10.2025" in section(client, f"{path}2025-12-01", "Poster pr.")


def test_whom_a_body_has_elsewhere_sits_there_once(tmp_path):
    """A member who has become chair."""
    sent = HELD.replace("<kkr/nordjylland>", "<forum/deb> ; kkr:represents <kkr/nordjylland>")
    again = sent.format(at=0) + '<tenure/many-0> kkr:heldAgain "2025-10-25"^^xsd:date .'
    client = open_client(write_build(tmp_path, FIXTURE, PREFIXES + MANY % again))
    heading = "Sidder andre steder på vegne af KKR Nordjylland pr. "
    assert "Mange 000" in section(client, "/id/kkr/nordjylland?dato=2025-10-24", heading)
    assert "Mange 000" not in section(client, "/id/kkr/nordjylland?dato=2025-10-25", heading)


def test_a_body_has_what_was_said_on_its_behalf_and_the_rules_and_days_about_it(client):
    deb = "/id/forum/danmarks-erhvervsfremmebestyrelse"
    said = section(client, deb, "Orienteringer og oplæg")
    assert "Anna Holm KKR Nordjylland 24.10.2025 2.1 Siden sidst orientering" in said
    house = section(client, "/id/forum/erhvervshus-nordjylland", "Regler for pladser")
    assert "3 kommunalpolitikere KKR" in house
    days = section(client, "/id/kkr/nordjylland", "Datoer, der er nævnt")
    assert "23.01.2026 møde i KKR Nordjylland" in days


def test_a_constituent_meeting_with_minutes_is_one_meeting(client, tmp_path):
    """The registry has the meeting on the 26th of January; before its minutes it stands alone."""
    coming = section(client, "/id/kkr/nordjylland", "Møder")
    assert "26.01.2026 Konstituerende møde i KKR Nordjylland, KKR 2026-2030" in coming
    text = FIXTURE.read_text(encoding="utf-8")
    held = text.replace('kkr:meetingDate "2026-01-26"', 'kkr:meetingDate "2025-10-24"')
    told = section(open_client(write_build(tmp_path, held)), "/id/kkr/nordjylland", "Møder")
    assert told.count("24.10.2025 KKR Nordjylland 24.10.2025 , konstituerende møde") == 1
    assert "Konstituerende møde i" not in told


def test_a_term_has_its_seats_meetings_posts_and_neighbours(client):
    path = "/id/term/kkr-2022-2026"
    page = client.get(path).text
    assert 'href="/id/term/kkr-2026-2030"' in page.partition('class="steps"')[2]
    seats = section(client, path, "Pladser efter forum")
    assert "Erhvervshus Nordjylland 3 medlem KKR Nordjylland" in seats
    assert "KKR Nordjylland 2" in section(client, path, "Møder i perioden")
    posts = section(client, path, "Poster i perioden")
    assert "Business Region North Denmark 3" in posts  # not the one that ended before
    coming = section(client, "/id/term/kkr-2026-2030", "Konstituerende møder")
    assert "26.01.2026 KKR Nordjylland" in coming
    assert any("meetings?forum=" in href for href in links(client, path))


def test_a_passage_says_whom_an_act_is_about_and_which_seat_is_vacant(client):
    told = section(client, "/id/evidence/a2", "Det viser stedet")
    assert "Indstilling af en person Cecilie Ørsted , formand i KKR Nordjylland" in told
    vacant = section(client, "/id/evidence/v1", "Det viser stedet")
    assert "Ledig plads: medlem i Erhvervshus Nordjylland" in vacant.replace("ledig", "Ledig")


def test_a_passage_of_no_meeting_has_no_empty_line_for_one(client):
    page = client.get("/id/evidence/v1").text
    assert "<dt>Møde</dt>" not in page
    assert "<dt>Møde</dt>" in client.get("/id/evidence/a2").text


def test_a_body_leads_to_the_figures_about_it(client):
    hrefs = links(client, "/id/kkr/nordjylland")
    (figures,) = (href for href in hrefs if href.startswith("/tal?"))
    assert "KKR Nordjylland" in client.get(figures).text
    assert not any(href.startswith("/tal?") for href in links(client, "/id/kommune/0851"))


def test_somebody_who_was_two_keeps_the_old_address_in_sight(client):
    assert "Tidligere adresse /id/person/a-m-holm" in shown(client, "/id/person/anna-holm")
    assert "Tidligere adresse" not in shown(client, "/id/person/bo-lund")


def test_a_long_table_of_posts_is_short_and_one_click_from_all(tmp_path):
    client = open_client(
        write_build(tmp_path, FIXTURE, MANY % "".join(HELD.format(at=at) for at in range(60)))
    )
    for path in ("/id/kkr/nordjylland", "/id/party/venstre", "/id/kommune/0787"):
        told = section(client, path, "Poster pr. 24.10.2025")
        assert "Mange 040" in told
        assert "Mange 059" not in told
        assert "De første 50 er vist. Vis alle " in told
        (href,) = (href for href in links(client, path) if "alle=gaelder" in href)
        assert href.endswith("#gaelder")
        whole = section(client, href.partition("#")[0], "Poster pr. 24.10.2025")
        assert "Mange 059" in whole
        assert "Vis alle" not in whole


def test_whom_a_body_has_elsewhere_is_short_too(tmp_path):
    sent = HELD.replace("<kkr/nordjylland>", "<forum/deb> ; kkr:represents <kkr/nordjylland>")
    client = open_client(
        write_build(tmp_path, FIXTURE, MANY % "".join(sent.format(at=at) for at in range(60)))
    )
    heading = "Sidder andre steder på vegne af KKR Nordjylland pr. 24.10.2025"
    assert "Mange 059" not in section(client, "/id/kkr/nordjylland", heading)
    (href,) = (href for href in links(client, "/id/kkr/nordjylland") if "alle=udsendte" in href)
    assert "Mange 059" in section(client, href.partition("#")[0], heading)


def test_two_documents_of_a_meeting_that_are_called_the_same_have_their_files(client, tmp_path):
    one = shown(client, "/id/meeting/nordjylland/2025-10-24")
    assert "referat-2025-10-24.txt" not in one
    second = """<document/udkast> a kkr:SourceDocument ; dcterms:title "udkast.docx" ;
    kkr:documentKind kkrc:minutes ; kkr:documents <meeting/nordjylland/2025-10-24> ;
    dcterms:date "2025-10-24"^^xsd:date ."""
    more = "@prefix dcterms: <http://purl.org/dc/terms/> ." + MANY % second
    build = write_build(tmp_path / "build", FIXTURE, more)
    two = shown(open_client(build), "/id/meeting/nordjylland/2025-10-24")
    assert "referat 24.10.2025 (referat-2025-10-24.txt)" in two
    assert "referat 24.10.2025 (udkast.docx)" in two


def test_what_has_no_end_says_so_in_danish():
    assert day(FOREVER) == "ingen slutdato"


def test_a_decision_of_a_meeting_nobody_knows_has_the_day_of_its_document(tmp_path):
    told = """<person/many-0> a foaf:Person ; foaf:name "Mange 000" ; kkr:tookPartIn <{0}/decision> .
    <{0}> a kkr:SourceDocument ; dcterms:title "referat.txt" ; kkr:documentKind kkrc:minutes {1} .
    <{0}/came> a kkr:Participation ; kkr:participant <person/many-0> ; kkr:inMeeting <{0}> ;
      kkr:attendanceStatus kkrc:present .
    <{0}/item> a kkr:AgendaItem ; kkr:ofMeeting <{0}> ; kkr:itemOrder 1 ; kkr:itemNumber "1" ;
      dcterms:title "Budget" .
    <{0}/decision> a kkr:Decision ; kkr:decidedAt <{0}/item> ; kkr:outcome kkrc:approved ."""
    dated = told.format("document/dated", '; dcterms:date "2025-11-02"^^xsd:date')
    graph = MANY % (dated + told.format("document/undated", ""))
    prefix = "@prefix dcterms: <http://purl.org/dc/terms/> ."
    client = open_client(write_build(tmp_path / "build", FIXTURE, prefix + graph))
    for heading in ("Beslutninger, personen deltog i", "Fremmøde"):
        page = section(client, "/id/person/many-0", heading)
        assert "02.11.2025" in page
        assert "01.01.1" not in page


def test_an_item_has_the_posts_that_it_gave_and_no_row_for_how(client):
    path = "/id/meeting/nordjylland/2025-08-29/item/3.1"
    page = client.get(path).text.partition('id="udpegninger"')[2].partition("</section>")[0]
    assert page.count("<tr") == 2  # the heading, and the chair who was put forward
