"""Who is who, as people decide it in the browser. The people are made up."""

import re

import pytest

from kkr_graph.curation.review import judge, list_answers, list_pairs
from kkr_graph.model.identity import Verdict
from kkr_graph.pipeline import build_graph
from tests.factory import DAY
from tests.web.judging import HEADER, KRAG, Staff, kept, pair_folder, text_of

NAMELESS = """Referat

KKR Nordjylland
Fredag den 24. oktober 2025 kl. 10.00

Deltagere

Ditte Krаg (A) Aalborg Kommune

1. Godkendelse af dagsorden

Beslutning
KKR Nordjylland godkendte dagsordenen.
"""


@pytest.fixture(name="config", scope="module")
def _config(tmp_path_factory):
    return pair_folder(tmp_path_factory.mktemp("gennemgang"))


@pytest.fixture(name="staff")
def _staff(config):
    config.judgements.write_text(HEADER, encoding="utf-8")
    return Staff(config)


def pair_of(config):
    return list_pairs(config)[0].id


def test_both_sides_stand_with_what_is_said_of_them_and_where(staff, config):
    page = staff.see("/hvem-er-hvem")
    text = text_of(page)
    assert "Ditte Krag (A, Aalborg) og Ditte Nyrup Krag (A, Aalborg)" in text
    assert "samme navn med et navn mere: »Nyrup«; samme kommune (Aalborg)" in text
    assert "Periode 25.08.2023" in text
    assert "Ditte Nyrup Krag (A) Aalborg Kommune" in text
    assert 'href="/id/person/ditte-krag"' in page
    places = re.findall(r'href="(/id/document/\w+\?linje=8)#sted"', page)
    assert len(places) == 2
    assert "<mark>Ditte Krag (A) Aalborg Kommune</mark>" in "".join(map(staff.see, places))


def test_the_front_page_and_the_findings_say_how_many_questions_wait_until_they_are_answered(
    staff, config
):
    told = "1 spørgsmål om, hvorvidt to navne er samme person, venter på svar."
    assert told in text_of(staff.see("/"))
    assert "de navne, der skal afgøres: 1 venter" in text_of(staff.see("/fund"))
    judge(config, pair_of(config), Verdict.UNSURE, by="Bo", day=DAY)
    assert "venter" not in staff.see("/")
    assert "venter" not in staff.see("/fund")


def test_an_answer_is_written_told_used_by_the_next_build_and_undone_to_the_byte(tmp_path):
    config = pair_folder(tmp_path)
    config.judgements.write_text(HEADER, encoding="utf-8")
    staff, before = Staff(config), kept(config)
    told = staff.send(
        "/hvem-er-hvem/afgoer", par=pair_of(config), vurdering="positive", navn="Ida Æsk",
        begrundelse="Gift i 2024",
    )  # fmt: skip
    assert told.history[0].status_code == 303
    text = text_of(told.text)
    assert (
        "Noteret: Ditte Krag (A, Aalborg) og Ditte Nyrup Krag (A, Aalborg) : samme person (Ida Æsk, "
        in text
    )
    assert "Vurderingerne gælder fra næste gang, der bygges." in text
    assert "Der er intet at afgøre. Et par, hvis vurdering er taget tilbage, kommer frem" in text
    assert ",positive,Ida Æsk," in config.judgements.read_text("utf-8")
    build_graph(config)
    assert "næste gang, der bygges" not in staff.see("/hvem-er-hvem")
    assert "Også skrevet" in staff.see("/id/person/ditte-krag")
    answer = re.search(r'name="svar" value="(\w+)"', staff.see("/hvem-er-hvem"))
    assert answer
    undone = text_of(staff.send("/hvem-er-hvem/fortryd", svar=answer[1]).text)
    assert "Vurderingen er taget tilbage." in undone
    build_graph(config)
    assert kept(config) == before


def test_the_name_is_remembered_for_the_next_answer(staff, config):
    staff.send("/hvem-er-hvem/afgoer", par=pair_of(config), vurdering="unsure", navn="Ida Æsk")
    page = staff.see("/hvem-er-hvem")
    assert 'name="navn" value="Ida Æsk"' in page
    assert "usikkert" in text_of(page)
    assert 'value="unsure"' not in page


def test_a_page_from_before_somebody_else_answered_is_told_who_and_writes_nothing(staff, config):
    pair = pair_of(config)
    judge(config, pair, Verdict.NEGATIVE, by="Bo", day=DAY)
    before = config.judgements.read_bytes()
    late = staff.send("/hvem-er-hvem/afgoer", par=pair, vurdering="positive", navn="Ida")
    assert late.status_code == 409
    assert "er allerede afgjort af Bo den 24.10.2025: ikke samme person." in text_of(late.text)
    assert config.judgements.read_bytes() == before
    answer = list_answers(config)[0].id
    assert staff.send("/hvem-er-hvem/fortryd", svar=answer).status_code == 200
    again = staff.send("/hvem-er-hvem/fortryd", svar=answer)
    assert again.status_code == 409
    assert "der er intet at fortryde" in text_of(again.text)


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"navn": " "}, 409, "Vurderingen mangler et navn."),
        ({"vurdering": "måske"}, 400, "Vurderingen mangler."),
        ({"par": "0123456789"}, 409, "Der er intet par, der hedder 0123456789."),
    ],
)
def test_half_an_answer_is_none(staff, config, fields, status, told):
    fields = {"par": pair_of(config), "vurdering": "positive", "navn": "Ida"} | fields
    response = staff.send("/hvem-er-hvem/afgoer", **fields)
    assert response.status_code == status
    assert told in text_of(response.text)
    assert config.judgements.read_text("utf-8") == HEADER


def test_who_may_only_read_sees_the_list_and_no_button(staff, config):
    judge(config, pair_of(config), Verdict.UNSURE, by="Bo", day=DAY)
    reader = Staff(config, read_only=True)
    assert 'method="post"' in staff.see("/hvem-er-hvem")
    page = reader.see("/hvem-er-hvem")
    assert "Ditte Nyrup Krag" in page
    assert 'method="post"' not in page
    assert reader.send("/hvem-er-hvem/afgoer", par="x").status_code == 403


def test_what_was_written_as_a_name_is_text(staff, config):
    hostile = "<script>alert(1)</script>"
    page = staff.send(
        "/hvem-er-hvem/afgoer", par=pair_of(config), vurdering="unsure", navn=hostile,
        begrundelse=hostile,
    ).text  # fmt: skip
    assert hostile not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_name_that_fits_nobody_is_listed_with_where_it_stands(tmp_path):
    staff = Staff(pair_folder(tmp_path, c=NAMELESS.replace("Ditte Krаg", "Hans Dаl")))
    text = text_of(staff.see("/hvem-er-hvem"))
    assert "Navne, som ingen kendt person passer på 1" in text
    assert "bogstaver fra et andet alfabet" in text


def test_what_a_rule_joined_is_shown_with_both_places_parted_and_undone(tmp_path):
    here = KRAG.replace("Erik Holt", "Jens Jensen")
    there = (
        here.replace("KKR Nordjylland", "KKR Midtjylland")
        .replace("Jens Jensen (V) Thisted Kommune", "Jens Jensen (V)")
        .replace("25. august", "26. august")
        .replace("udpegede Jens Jensen (V), Thisted,", "udpegede Bo Ask (A), Viborg,")
    )
    config = pair_folder(tmp_path, c=here, d=there)
    config.judgements.write_text(HEADER, encoding="utf-8")
    staff, before = Staff(config), kept(config)
    page = staff.see("/hvem-er-hvem")
    text = text_of(page)
    number = len(list_pairs(config))
    assert f"At afgøre {number} De" in text
    assert f"{number} spørgsmål om, hvorvidt" in text_of(staff.see("/"))
    assert "Jens Jensen (V, Thisted) og Jens Jensen (V) samlet af programmet" in text
    assert "kommunen står ikke begge steder; nævnt i andre organers dokumenter" in text
    assert "Jens Jensen (V) Thisted Kommune" in text
    assert "Jens Jensen (på samme side nu) Parti V Fora KKR Midtjylland" in text
    joined = next(each for each in list_pairs(config) if each.pair.joined)
    staff.send("/hvem-er-hvem/afgoer", par=joined.id, vurdering="negative", navn="Ida")
    build_graph(config)
    assert "KKR Midtjylland" not in text_of(staff.see("/id/person/jens-jensen"))
    assert "KKR Midtjylland" in text_of(staff.see("/id/person/jens-jensen-2"))
    staff.send("/hvem-er-hvem/fortryd", svar=list_answers(config)[0].id)
    build_graph(config)
    assert kept(config) == before


def test_without_a_list_it_is_said_why(build, config, tmp_path):
    staff = Staff(config)
    (config.out / "review.json").rename(tmp_path / "review.json")
    try:
        assert "Byg først" in staff.see("/hvem-er-hvem")
    finally:
        (tmp_path / "review.json").rename(config.out / "review.json")
