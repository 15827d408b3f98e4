"""One page that is two people, two pages that are one, as people put it right in the browser. Made up."""

import re

import pytest

from kkr_graph.curation.appearances import read_appearances
from kkr_graph.curation.persons import Word, unite
from kkr_graph.curation.review import is_outdated, list_answers
from kkr_graph.pipeline import build_graph
from tests.factory import DAY
from tests.web.judging import HEADER, Staff, kept, pair_folder, text_of

PARTING, UNITING = "/hvem-er-hvem/ikke-samme", "/hvem-er-hvem/samme"


@pytest.fixture(name="config", scope="module")
def _config(tmp_path_factory):
    return pair_folder(tmp_path_factory.mktemp("personer"))


@pytest.fixture(name="staff")
def _staff(config):
    config.judgements.write_text(HEADER, encoding="utf-8")
    return Staff(config)


def marks(config):
    return [each.mention for each in read_appearances(config.appearances, "erik-holt")]


def test_a_person_s_page_leads_to_both_and_a_reader_s_to_neither(staff, config):
    page = staff.see("/id/person/erik-holt")
    assert f'href="{PARTING}?person=erik-holt"' in page
    assert f'href="{UNITING}?person=erik-holt"' in page
    reader = Staff(config, read_only=True)
    assert "ikke-samme" not in reader.see("/id/person/erik-holt")
    for path in (PARTING, UNITING):
        assert reader.client.get(f"{path}?person=erik-holt").status_code == 404
        assert reader.send(path, person="erik-holt").status_code == 403


def test_the_mentions_stand_by_document_with_their_words_and_lead_to_the_place(staff, config):
    page = staff.see(f"{PARTING}?person=erik-holt")
    text = text_of(page)
    assert text.count("Erik Holt (V) Thisted Kommune") == 2
    assert "referat 25.08.2023 KKR Nordjylland" in text
    assert text.count("nævnt 2 gange i dokumentet") == 2  # on the list, and where he is appointed
    assert re.findall(r'name="omtale" value="([^"]+)"(?! checked)', page) == marks(config)
    (href, *_) = re.findall(r'href="(/id/document/\w+\?linje=\d+)#sted"', page)
    assert "<mark>Erik Holt (V) Thisted Kommune</mark>" in staff.see(href)


def test_all_of_a_time_are_marked_in_one_go(staff, config):
    page = staff.see(f"{PARTING}?person=erik-holt&fra=2024-01-01&til=")
    assert re.findall(r'name="omtale" value="([^"]+)" checked', page) == marks(config)[1:]
    assert staff.client.get(f"{PARTING}?person=erik-holt&fra=x").status_code == 400


def test_those_that_are_marked_get_a_page_and_the_old_page_leads_there_and_undo_restores(tmp_path):
    config = pair_folder(tmp_path)
    config.judgements.write_text(HEADER, encoding="utf-8")
    staff, before = Staff(config), kept(config)
    staff.send(PARTING, person="erik-holt", omtale=marks(config)[1], navn="Ida", begrundelse="søn")
    staff.app.state.builds.wait()
    assert not is_outdated(config)
    answer = list_answers(config)[0]
    text = text_of(staff.see(f"/hvem-er-hvem?noteret={answer.id}"))
    assert "1 sted hos Erik Holt (V, Thisted) : ikke samme person (Ida, " in text
    assert "Se Erik Holt (erik-holt-2) , Erik Holt (erik-holt)" in text
    old, new = (staff.see(f"/id/person/{slug}") for slug in ("erik-holt", "erik-holt-2"))
    assert 'href="/id/person/erik-holt-2"' in old
    assert 'href="/id/person/erik-holt"' in new
    assert "Andre af samme navn" in text_of(old)
    assert "25.08.2023" in text_of(old)
    assert "25.08.2023" not in text_of(new)
    staff.send("/hvem-er-hvem/fortryd", svar=answer.id)
    build_graph(config)
    assert kept(config) == before
    assert staff.client.get("/id/person/erik-holt-2").status_code == 404


def test_they_may_be_somebody_s_who_has_a_page(tmp_path):
    config = pair_folder(tmp_path)
    staff = Staff(config)
    staff.send(
        PARTING, person="erik-holt", omtale=marks(config)[1], hvem="navn", anden="Ditte Nyrup Krag",
        navn="Ida",
    )  # fmt: skip
    staff.app.state.builds.wait()
    assert len(read_appearances(config.appearances, "ditte-nyrup-krag")) == 2
    assert "erik-holt-2" not in config.ledger.read_text("utf-8")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "Der er ikke mærket nogen omtaler."),
        ({"omtale": "0123456789abcdef:erik holt"}, "er ikke længere erik-holt"),
        ({"hvem": "navn", "anden": "Qqqq Xxxx"}, "Ingen person hedder »Qqqq Xxxx«."),
        ({"hvem": "navn"}, "Der mangler et navn på den anden."),
        ({"hvem": "navn", "anden": "Krag"}, "»Krag« kan være flere."),
        ({"hvem": "findes-ikke", "omtale": "den første"}, "ingen person med identiteten"),
        ({"omtale": "den første", "navn": " "}, "Vurderingen mangler et navn."),
    ],
)
def test_half_an_answer_is_told_on_the_page_with_what_was_filled_in(staff, config, fields, told):
    known = {each: marks(config)[0] if each == "den første" else each for each in fields.values()}
    fields = {"person": "erik-holt", "navn": "Ida", "begrundelse": "søn"} | {
        name: known[value] for name, value in fields.items()
    }
    response = staff.send(PARTING, **fields)
    assert response.status_code == 409
    assert told in text_of(response.text)
    assert 'value="søn"' in response.text
    assert config.judgements.read_text("utf-8") == HEADER


def test_a_page_is_found_compared_and_made_one_with_another(tmp_path):
    config = pair_folder(tmp_path)
    staff = Staff(config)
    found = staff.see(f"{UNITING}?person=ditte-nyrup-krag&q=ditte krag")
    assert "Ditte Nyrup Krag og Ditte Krag" in text_of(found)
    assert 'name="anden" value="ditte-krag"' in found
    assert "Ingen anden person hedder" in text_of(
        staff.see(f"{UNITING}?person=ditte-krag&q=qqqq xxxx")
    )
    staff.send(UNITING, person="ditte-nyrup-krag", anden="ditte-krag", navn="Ida")
    staff.app.state.builds.wait()
    moved = staff.client.get("/id/person/ditte-nyrup-krag")
    assert str(moved.url).endswith("/id/person/ditte-krag")
    again = staff.send(UNITING, person="ditte-krag", anden="ditte-krag", navn="Ida")
    assert again.status_code == 409
    assert "Det er den samme side." in text_of(again.text)


def test_what_was_decided_of_somebody_stands_there_and_is_undone_from_there(tmp_path):
    config = pair_folder(tmp_path)
    config.judgements.write_text(HEADER, encoding="utf-8")
    staff, before = Staff(config), kept(config)
    unite(config, "ditte-krag", "ditte-nyrup-krag", Word(by="Ida", day=DAY))
    build_graph(config)
    path = f"{PARTING}?person=ditte-krag"
    page = staff.see(path)
    assert (
        "Ditte Krag (A, Aalborg) og Ditte Nyrup Krag (A, Aalborg) samme person Ida 24.10.2025"
        in text_of(page)
    )
    assert "Afgjort om personen" not in staff.see(f"{PARTING}?person=erik-holt")
    answer = re.search(r'name="svar" value="(\w+)"', page)
    assert answer
    staff.send("/hvem-er-hvem/fortryd", svar=answer[1])
    build_graph(config)
    assert kept(config) == before


def test_whoever_is_not_known_has_no_such_page(staff):
    for path in (PARTING, UNITING):
        assert staff.client.get(f"{path}?person=findes-ikke").status_code == 404
        assert staff.client.get(path).status_code == 404
