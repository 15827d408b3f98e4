"""The days a document names, with what happens on them and in which body."""

import pytest

from tests.minutes.paper import item, paper


def days(extract) -> list[str]:
    return [
        f"{day.date} {day.what}" + (f" in {day.body}" if day.body else "") for day in extract.dates
    ]


MENTIONS = {
    "Mødet i KKR Syddanmark den 3. maj 2026 er flyttet.": "2026-05-03 møde in KKR Syddanmark",
    "Næste møde er den 3. maj 2026 kl. 9.": "2026-05-03 næste møde",
    "Ministeriets næste møde er den 3. maj 2026.": "2026-05-03 møde",
    "Det konstituerende møde i KKR Syddanmark er den 3. maj 2026.": (
        "2026-05-03 konstituerende møde in KKR Syddanmark"
    ),
    "Et ekstraordinært møde holdes den 3. maj 2026.": "2026-05-03 ekstraordinært møde",
    "Kommunalvalget holdes den 3. maj 2026.": "2026-05-03 kommunalvalg",
    "Dagsordenen er udsendt den 3. maj 2026.": "2026-05-03 udsendt",
    "Svar ønskes senest den 3. maj 2026.": "2026-05-03 frist",
    "Loven træder i kraft den 3. maj 2026.": "2026-05-03 ikrafttræden",
    "Havnen blev indviet den 3. maj 2026.": "2026-05-03 None",
    "Konstituerende møder:\n– KKR Syddanmark den 3. maj 2026\n– KKR Sjælland den 4. maj 2026": (
        "2026-05-03 konstituerende møde in KKR Syddanmark|2026-05-04 konstituerende møde in KKR Sjælland"
    ),
    "Den 3. maj 2026\nKL indkalder til møderne.": (
        "2026-05-03 KL indkalder til møderne in Kommunernes Landsforening"
    ),
    "Forslag til mødeplan:\n- den 3. maj 2026\n- den 4. juni 2026\n\nPlanen sendes ud.": (
        "2026-05-03 møde|2026-06-04 møde"
    ),
    "Der holdes møder:\nTorsdag den 3. maj 2026\nFredag den 4. juni 2026\n\nHavnen er stor.": (
        "2026-05-03 møde|2026-06-04 møde"
    ),
    "Vi ses:\n- den 3. maj 2026\nHavnen er stor.": "2026-05-03 None",
    "på mødet den\n3. maj 2026.": "2026-05-03 møde",
    "Der er ingen dage her i maj 2026.": "",
}


@pytest.mark.parametrize(("text", "mentions"), MENTIONS.items(), ids=list(MENTIONS))
def test_what_happens_on_a_day(text, mentions, read):
    extract = read(paper(item("1.", "Havnen", "Drøftet.", presentation=text)))
    assert days(extract) == list(filter(None, mentions.split("|")))


def test_a_day_in_a_list_is_what_the_title_says(read):
    text = paper(item("1.", "Mødedatoer", "Godkendt.", presentation="- den 3. maj 2026"))
    assert days(read(text)) == ["2026-05-03 møde"]


def test_a_day_is_kept_as_written_with_its_place(read):
    text = paper(item("1.", "Havnen", "Drøftet.", presentation="Frist: fredag d. 3/5 2026 kl. 12."))
    [day] = read(text).dates
    assert (day.as_written, day.item) == ("fredag d. 3/5 2026", "1")
    assert text[day.passage.start : day.passage.end] == day.passage.quote


def test_the_meeting_s_own_day_in_the_head_is_the_document_s(read):
    extract = read(paper(front="Udsendt den 30. oktober 2025"))
    assert days(extract) == ["2025-10-30 udsendt"]
