"""What the search page shows of the texts of documents: the line, with what was typed marked."""

import html

import pytest

from kkr_graph.store.texts import KeptTexts
from tests.web.conftest import FIXTURE, open_client, write_build
from tests.web.test_pages import links, shown

DOCUMENT = "b" * 16  # as the fixture has it
TEXT = "Referat\n\nUnder eventuelt blev broer\nog <b>tunneller</b> nævnt.\n"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    build = write_build(tmp_path_factory.mktemp("search") / "build", FIXTURE)
    KeptTexts(build / "texts").put(DOCUMENT * 4, TEXT)
    return open_client(build)


def test_a_word_of_a_text_leads_to_its_line(client):
    page = client.get("/soeg?q=tunnel").text
    assert "<mark>tunneller</mark>" in page
    assert "&lt;b&gt;" in page
    assert "linje 4" in page
    assert f"/id/document/{DOCUMENT}?linje=4#sted" in links(client, "/soeg?q=tunnel")


def test_the_document_is_called_what_staff_call_it(client):
    (place,) = [
        line for line in client.get("/soeg?q=broer").text.split("<li>") if "linje 3" in line
    ]
    assert "referat 24.10.2025" in html.unescape(place)


def test_a_question_that_is_not_understood_leads_to_the_text_too(client):
    page = shown(client, "/spoerg?q=Hvorfor broer?")
    assert "Her står ordene" in page
    assert "linje 3" in page


def test_what_stands_nowhere_is_told(client):
    assert "0 resultater" in shown(client, "/soeg?q=xyzzy")


def test_what_stands_nowhere_is_said_to_be_in_no_name_and_no_document(client):
    page = shown(client, "/soeg?q=kvantefysik")
    assert "Ordene står hverken i et navn, en beslutning eller et dokument." in page
