"""Questions as forms, in free Danish, and as files."""

import csv
import html
import io
import re
from urllib.parse import parse_qsl, unquote_plus, urlsplit

import pytest
from openpyxl import load_workbook

from kkr_graph.config import Config
from kkr_graph.pipeline import build_graph
from kkr_graph.queries import load_queries
from kkr_graph.queries.days import today
from tests.pipeline.folder import MINUTES, make
from tests.web.conftest import open_client
from tests.web.test_pages import links, shown


def test_every_named_question_has_a_page_with_its_form(client):
    for query in load_queries().values():
        page = client.get(f"/spoergsmaal/{query.name}")
        assert page.status_code == 200, query.name
        for parameter in query.parameters:
            assert f'name="{parameter.name}"' in page.text


def test_all_questions_are_listed(client):
    listed = links(client, "/spoergsmaal")
    assert {f"/spoergsmaal/{name}" for name in load_queries()} <= set(listed)


def test_an_answer_has_names_that_lead_on_and_the_sentence_that_proves_it(client):
    path = "/spoergsmaal/who-represents?forum=DEB&date=2025-10-24"
    page = shown(client, path)
    assert re.search(r"Svar 2 rækker (?!på)", page), "and not how long it took"
    assert "Forum: Danmarks Erhvervsfremmebestyrelse" in page
    assert "KKR Nordjyllands repræsentant i DEB, Anna Holm, orienterede om puljen." in page
    assert "/id/person/anna-holm" in links(client, path)
    assert "/id/document/bbbbbbbbbbbbbbbb?linje=20#sted" in links(client, path)


def test_a_seat_that_the_registry_tells_of_is_said_to_stand_there(client):
    page = shown(client, "/spoergsmaal/seat-groups?forum=DEB")
    assert "registeret" in page
    assert "ingen kilde fundet" not in page


def test_nothing_is_asked_before_what_is_required_is_filled_in(client):
    page = shown(client, "/spoergsmaal/person-posts")
    assert "Udfyld felterne for at få et svar." in page
    assert "Svar" not in page.partition("Vis svar")[2]


def test_an_open_date_is_today_and_stands_in_the_permanent_link(client):
    link = next(
        href
        for href in links(client, "/spoergsmaal/person-posts?person=Anna+Holm")
        if href.startswith("/spoergsmaal/person-posts?") and "kolonner" not in href
    )
    given = dict(parse_qsl(urlsplit(link).query))
    assert given == {"person": "Anna Holm", "date": today().isoformat()}


def test_a_name_that_fits_several_is_settled_by_a_link_and_never_guessed(client):
    path = "/spoergsmaal/person-posts?person=Jens+Jensen&date=2020-01-01"
    page = shown(client, path)
    assert "kan være 2 forskellige" in page
    assert "Svar" not in page.partition("Vis svar")[2]
    choices = [href for href in links(client, path) if "jens-jensen" in href]
    assert len(choices) == 2
    settled = shown(client, next(href for href in choices if "jens-jensen-2" not in href))
    assert "Business Region North Denmark formand" in settled


def test_a_name_that_is_unknown_is_told_at_its_field(client):
    page = client.get("/spoergsmaal/person-posts?person=Cecilia").text
    assert 'aria-invalid="true"' in page
    assert "Cecilie Ørsted" in page


def test_a_wrong_date_is_told_at_its_field(client):
    page = shown(client, "/spoergsmaal/chairs?date=31.11.2025")
    assert "er ikke en dato" in page


def test_a_choice_is_remembered(client):
    page = client.get("/spoergsmaal/attendance?status=afbud").text
    assert '<option value="afbud" selected>Afbud</option>' in page
    assert "Anna Holm" not in shown(client, "/spoergsmaal/attendance?status=gæst")


def test_a_question_that_nothing_answers_says_how_far_the_documents_reach(client):
    page = shown(client, "/spoergsmaal/chairs?forum=DEB&date=2025-10-24")
    assert "Ingen rækker." in page
    assert "til og med 24.10.2025" in page


def test_a_description_names_the_fields_of_the_form(client):
    page = shown(client, "/spoergsmaal/who-represents")
    assert "--council" not in page
    assert "Med »KKR« vises" in page


def test_an_answer_as_csv_opens_in_danish_excel(client):
    response = client.get("/spoergsmaal/who-represents.csv?forum=DEB&date=2025-10-24")
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="who-represents.csv"' in response.headers["content-disposition"]
    assert response.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert [row["Person"] for row in rows] == ["Anna Holm", "Åge Dahl"]
    assert rows[0]["Sidst set"] == "24.10.2025"
    assert rows[0]["Sted i kilden"] == "side 2, linje 20"


def test_an_answer_as_a_workbook_has_the_same_rows(client):
    path = "/spoergsmaal/who-represents.xlsx?forum=DEB&date=2025-10-24"
    response = client.get(path)
    assert 'filename="who-represents.xlsx"' in response.headers["content-disposition"]
    sheet = load_workbook(io.BytesIO(response.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    heads = dict(zip(rows[0], rows[1], strict=True))
    assert [row[0] for row in rows[1:]] == ["Anna Holm", "Åge Dahl"]
    assert heads["Sted i kilden"] == "side 2, linje 20"
    assert response.content == client.get(path).content


def test_a_question_leads_to_itself_as_sparql_with_what_was_filled_in(client):
    path = "/spoergsmaal/who-represents?forum=DEB&date=2025-10-24"
    (link,) = [href for href in links(client, path) if href.startswith("/sparql?forlaeg")]
    page = client.get(link, headers={"accept": "text/html"}).text
    drafted = html.unescape(page.partition("<textarea")[2].partition(">")[2].partition("</")[0])
    assert drafted.strip().startswith("# Hvem repræsenterer os i et forum?")
    assert "# Forum: Danmarks Erhvervsfremmebestyrelse" in drafted
    assert re.search(r"VALUES \?\w+ \{ <https://data.example.org/kkr/id/[^>]+> \}", drafted)
    assert "# param" not in drafted
    rows = client.get("/sparql", params={"query": drafted, "format": "json"}).json()
    assert len(rows["results"]["bindings"]) >= 2


def test_an_answer_as_json_has_values_beside_their_labels(client):
    rows = client.get("/spoergsmaal/who-represents.json?forum=DEB&date=2025-10-24").json()
    assert rows[0]["person"].endswith("/id/person/anna-holm")
    assert rows[0]["person_label"] == "Anna Holm"
    assert rows[0]["line"] == 20


def test_every_row_of_json_has_the_same_names(client):
    """Also where one row has no party, or a value in place of a link."""
    rows = client.get("/spoergsmaal/attendance.json").json()
    assert any(value is None for row in rows for value in row.values())
    assert len({tuple(row) for row in rows}) == 1


def test_a_file_of_a_question_that_is_not_filled_in_is_refused(client):
    assert "ikke udfyldt" in shown(client, "/spoergsmaal/person-posts.csv", status=400)
    assert "kan være 2" in shown(client, "/spoergsmaal/person-posts.csv?person=Jens", status=400)


@pytest.mark.parametrize("path", ["/spoergsmaal/nothing", "/spoergsmaal/nothing.csv"])
def test_an_unknown_question_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_what_is_cut_off_says_so(client, monkeypatch):
    """On the page, in the table of the file, and in the headers."""
    monkeypatch.setattr("kkr_graph.web.routes.FETCHED", 2)
    monkeypatch.setattr("kkr_graph.web.routes.EXPORTED", 2)
    assert "Afkortet ved 2 rækker: der er flere." in shown(client, "/spoergsmaal/attendance")
    file = client.get("/spoergsmaal/attendance.csv")
    assert "Afkortet: kun de første" in file.text.splitlines()[-1]
    assert client.get("/spoergsmaal/attendance.json").headers["x-truncated"] == "true"


def test_a_long_answer_shows_its_first_rows_and_says_so(client, monkeypatch):
    monkeypatch.setattr("kkr_graph.web.answers.SHOWN", 2)
    monkeypatch.setattr("kkr_graph.web.routes.SHOWN", 2)
    page = client.get("/spoergsmaal/attendance").text
    assert "De første 2 rækker er vist." in page
    assert page.count('<tr role="row">') == 3  # the headings, and two


def test_a_question_in_danish_shows_what_it_was_understood_as(client):
    page = shown(client, "/spoerg?q=Hvem er formand for BRN den 24.10.2025?")
    assert "Du spurgte: » Hvem er formand for BRN den 24.10.2025? «" in page
    assert "Det er forstået som: Hvem er formand?" in page
    assert "Åge Dahl" in page


def test_what_was_asked_in_danish_is_answered_before_it_can_be_narrowed_or_asked_again(client):
    page = client.get("/spoerg?q=Hvem er formand for BRN den 24.10.2025?").text
    assert page.index("Åge Dahl") < page.index("Vis svar") < page.index('name="q" value="Hvem er')
    assert page.count('id="f-forum"') == 1
    narrowed = client.get("/spoergsmaal/chairs?forum=BRN&date=2025-10-24").text
    assert narrowed.index("Vis svar") < narrowed.index("Åge Dahl")


def test_a_question_that_is_not_understood_shows_the_nearest(client):
    page = shown(client, "/spoerg?q=Hvem er formand for vejret")
    assert "Det kan der ikke svares sikkert på" in page
    assert "kkr-graph ask" not in page
    near = links(client, "/spoerg?q=Hvad spiser en formand?")
    assert "/spoergsmaal/chairs" in near
    named = [href for href in near if href.startswith("/spoergsmaal/")]
    assert 2 <= len(named) < 10, "a few, and not the wall of all"
    assert "/spoergsmaal" in near
    assert "(chairs)" not in shown(client, "/spoerg?q=Hvad spiser en formand?")


def test_a_name_that_is_spelt_wrong_can_be_put_right_in_a_click(client):
    near = links(client, "/spoerg?q=Hvor er Alborg repræsenteret?")
    href = next(each for each in near if "q=Hvor er Aalborg" in unquote_plus(each))
    assert "Det er forstået som: Hvor er en kommune repræsenteret?" in shown(client, href)


def test_an_ambiguous_name_in_a_question_shows_the_candidates(client):
    page = shown(client, "/spoerg?q=Hvad sidder Jens i?")
    assert "Det kan være" in page
    chosen = [
        href for href in links(client, "/spoerg?q=Hvad sidder Jens i?") if "/spoerg?q=" in href
    ]
    assert len(chosen) == 2
    for href, end in zip(sorted(chosen), ("jens-jensen", "jens-jensen-2"), strict=True):
        answered = shown(client, href)
        assert f"Du spurgte: » Hvad sidder Jens Jensen ({end}) i? «" in answered
        assert "Det er forstået som: Hvilke poster har en person?" in answered


def test_no_question_at_all_leads_to_the_list(client):
    response = client.get("/spoerg?q=", follow_redirects=False)
    assert response.headers["location"] == "/spoergsmaal"


def test_a_question_that_is_not_understood_shows_where_its_words_stand(client):
    page = shown(client, "/spoerg?q=Hvorfor Kollektiv?")
    assert "Her står ordene" in page
    assert any(
        "/soeg?q=Kollektiv&alle=1" in href for href in links(client, "/spoerg?q=Hvorfor Kollektiv?")
    )
    assert "Her står ordene" not in shown(client, "/spoerg?q=Hvorfor xyzzy?")


def test_a_quote_that_a_line_end_split_is_shown_as_words(tmp_path):
    split = MINUTES.format(day="24. oktober 2025", person="Erik Holt").replace(
        "som medlem af", "som med-\nlem af"
    )
    page = shown(pages_of(split, tmp_path), "/spoergsmaal/evidence?person=Erik Holt")
    assert "(V), Thisted, som medlem af Danmarks Erhvervsfremmebestyrelse." in page
    assert "med- lem" not in page


def test_several_outcomes_of_an_item_stand_apart(tmp_path):
    minutes = MINUTES.format(day="24. oktober 2025", person="Erik Holt").replace(
        "godkendte dagsordenen", "drøftede og godkendte dagsordenen"
    )
    page = pages_of(minutes, tmp_path).get("/id/meeting/nordjylland/2025-10-24").text
    assert "drøftet, godkendt" in re.sub("<[^>]*>", "", page)


def pages_of(minutes, folder):
    """The pages of what these minutes say."""
    config = Config(data=make(folder / "data", {"a.txt": minutes}), out=folder / "build")
    build_graph(config)
    return open_client(config.out)


def test_the_front_page_has_the_questions_of_every_day_and_leads_to_all(client):
    queries = load_queries()
    found = links(client, "/")
    named = [each for each in found if each.startswith("/spoergsmaal/")]
    assert "/spoergsmaal/departures" in named
    assert len(named) < len(queries) / 2
    assert "/spoergsmaal" in found
    assert {f"/spoergsmaal/{name}" for name in queries} <= set(links(client, "/spoergsmaal"))


def test_a_year_where_one_day_is_needed_is_answered_with_a_click(client):
    page = client.get("/spoerg", params={"q": "Hvem sidder i DEB i 2025?"}).text
    assert "én dag, men ikke for »i 2025«" in page
    chosen = next(
        each for each in links(client, "/spoerg?q=Hvem+sidder+i+DEB+i+2025") if "31.12.2025" in each
    )
    assert "Hvem sidder i et forum?" in shown(client, chosen)


def test_columns_that_few_look_for_are_opened_by_a_link_and_are_in_the_file(client):
    path = "/spoergsmaal/appointment-overview?date=2025-10-24&council=KKR+Nordjylland"
    first = client.get(path).text
    assert ">Indehaver<" in first
    assert ">Sidst set<" not in first
    wanted = next(href for href in links(client, path) if "kolonner=alle" in href)
    opened = client.get(wanted).text
    assert ">Sidst set<" in opened
    fewer = next(
        href
        for href in links(client, wanted)
        if href.startswith("/spoergsmaal/appointment-overview?") and "kolonner" not in href
    )
    assert ">Sidst set<" not in client.get(fewer).text
    header = client.get(path.replace("?", ".csv?")).text.splitlines()[0]
    assert "Sidst set" in header


def test_a_form_that_shows_all_columns_keeps_them_when_it_is_sent(client):
    page = client.get("/spoergsmaal/who-represents?forum=DEB&kolonner=alle").text
    assert '<input type="hidden" name="kolonner" value="alle">' in page
    assert 'name="kolonner"' not in client.get("/spoergsmaal/meetings").text


def test_a_post_shows_neither_its_end_in_words_nor_where_it_stands_by_letters(client):
    page = client.get("/spoergsmaal/chairs?date=2025-10-24").text
    assert ">Slutning<" not in page
    assert ">Slutning<" in client.get("/spoergsmaal/chairs?date=2025-10-24&kolonner=alle").text
    assert "Tegn" not in client.get("/spoergsmaal/evidence?person=Anna+Holm").text


def test_a_column_with_nothing_in_it_is_not_shown(client):
    page = client.get("/spoergsmaal/forum-members?forum=DEB&date=2025-10-24").text
    assert ">Kun ifølge<" not in page


def test_who_sits_in_both_of_two_bodies_has_a_source_for_each(client):
    path = "/spoergsmaal/members-of-both?forum=DEB&other_forum=BRN&date=2025-10-24"
    page = shown(client, path)
    assert "Kilde til det andet" in page
    assert "Citat (det andet)" not in page
    assert len({href for href in links(client, path) if "#sted" in href}) > 1


def test_a_workbook_has_wrapped_columns_as_wide_as_their_text_and_prints_on_the_width_of_a_page(
    client,
):
    content = client.get("/spoergsmaal/who-represents.xlsx?forum=DEB&date=2025-10-24").content
    sheet = load_workbook(io.BytesIO(content)).active
    headings = {cell.value: cell.column_letter for cell in sheet[1]}
    widths = {name: sheet.column_dimensions[at].width for name, at in headings.items()}
    assert widths["Rolle"] < widths["Forum"] < widths["Citat"]
    assert sheet[f"{headings['Citat']}2"].alignment.wrap_text
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.auto_filter.ref.startswith("A1:")
