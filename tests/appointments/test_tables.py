"""Lists that are tables, as CSV for short; other formats give the same rows."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from tests.appointments.seats import seats

# a table -> who sits where
TABLES = {
    "one row each, and an empty forum cell": (
        "Forum;Navn;Rolle\nHavnerådet;Anna Holm (A);Formand\n;Bo Lund (V);Medlem\nTeatret;Eva Skov;",
        ["Anna Holm, chair: Havnerådet", "Bo Lund, member: Havnerådet", "Eva Skov, member: Teatret"],
    ),
    "by whom somebody was nominated, beside who has appointed": (
        "Forum;Navn;Udpeget af;Note\nHavnerådet;Anna Holm;KKR Nordjylland;Indstillet af Dansk Erhverv\n"
        "Teatret;Bo Lund;KKR Nordjylland;Indstillet, afventer ministeren",
        [
            "Anna Holm, member, by KKR Nordjylland: Havnerådet",
            "Bo Lund, member, nominated, by KKR Nordjylland: Teatret",
        ],
    ),
    "below a heading that is no forum": (
        "Pladser\nForum;Navn;Rolle\nHavnerådet;Anna Holm (A);Formand",
        ["Anna Holm, chair: Havnerådet"],
    ),
    "below a heading over what is not kept": (
        "Udpegninger\nForum;Navn;Rolle\nHavnerådet;Anna Holm (A);Formand\n\nKontaktpersoner\nForum;Navn;E-mail\n"
        "Havnerådet;Bo Lund;",
        ["Anna Holm, chair: Havnerådet"],
    ),
    "whose deputy somebody is, by name or by turn": (
        'Forum;Medlemmer;Suppleanter\nHavnerådet;Anna Holm (A);Suppleant for Anna Holm: Bo Lund (V)\n'
        'Teatret;Eva Skov (B);1. suppleant: Ida Krag (A)',
        [
            "Anna Holm, member: Havnerådet",
            "Bo Lund, deputy, for Anna Holm: Havnerådet",
            "Eva Skov, member: Teatret",
            "Ida Krag, deputy: Teatret",
        ],
    ),
    "a role ahead of the last in a cell": (
        'Forum;Medlemmer\nHavnerådet;"Anna Holm (A), formand\nBo Lund (V)\nObservatør: Eva Skov, Fiskerne"',
        [
            "Anna Holm, chair: Havnerådet",
            "Bo Lund, member: Havnerådet",
            "Eva Skov, observer: Havnerådet",
        ],
    ),
    "who sits there, below a name that forums have elsewhere": (
        "Havnen A/S\nLovgrundlag;Havneloven\n\nBestyrelse;Valgt af\nAnna Holm (A), formand;Læsø Byråd\nIngelise Vad;Forbrugerne",
        [
            "Anna Holm, chair, by Læsø Byråd: Havnen A/S",
            "Ingelise Vad, member, by Forbrugerne: Havnen A/S",
        ],
    ),
    "who was placed by whom, beside their deputies": (
        "Havnerådet;\nUdpeget af Byrådet;Stedfortræder\nAnna Holm (A), formand;Bo Lund (V)\nEva Skov (B);—",
        [
            "Anna Holm, chair, by Byrådet: Havnerådet",
            "Bo Lund, deputy, for Anna Holm: Havnerådet",
            "Eva Skov, member, by Byrådet: Havnerådet",
        ],
    ),
    "who was nominated, and not yet appointed": (
        "Forum;Navn;Bemærkning\nHavnerådet;Anna Holm;Indstillet til ministeren, der endnu ikke har udpeget",
        ["Anna Holm, member, nominated: Havnerådet"],
    ),
    "days below who placed somebody": (
        "Havnerådet;\nSuppleant;Udpeget af KKR\nEva Skov;3. maj 2026",
        ["Eva Skov, deputy: Havnerådet"],
    ),
    "deputies alone": (
        "Forum;Stedfortræder;Parti;Stedfortræder for\nHavnerådet;Bo Lund;V;Anna Holm\n;Ida Krag;A;Eva Skov",
        [
            "Bo Lund, deputy, for Anna Holm: Havnerådet",
            "Ida Krag, deputy, for Eva Skov: Havnerådet",
        ],
    ),
    "a row of roles is no head": (
        "Navn;Forum;Hverv;Bemærkning\nAnna Holm (A);Havnerådet;Medlem;\n;Teatret;Medlem;Født medlem\nBo Lund (V);Havnerådet;Suppleant;for Anna Holm (A)",
        [
            "Anna Holm, member: Havnerådet",
            "Bo Lund, deputy, for Anna Holm: Havnerådet",
            "Anna Holm, member, ex-officio: Teatret",
        ],
    ),
    "days of leave": (
        "Udvalg;Navn;Fra;Note\nHavnerådet;Anna Holm;01-01-2026;Orlov til 1. august 2026",
        ["Anna Holm, member, 2026-01-01/: Havnerådet"],
    ),
    "surnames first": (
        'Udvalg;Navn;Parti\nHavnerådet;"Holm, Anna";A\nHavnerådet;"Vad Rye, Bo (formand)";V\nTeatret;Vakant;',
        ["Anna Holm, member: Havnerådet", "Bo Vad Rye, chair: Havnerådet"],
    ),
    "two in a cell": (
        'Udvalg;Navn\nHavnerådet;"Anna Holm, Bo Lund"',
        ["Anna Holm, member: Havnerådet", "Bo Lund, member: Havnerådet"],
    ),
    "English": (
        "Board;Name;Role;Deputy;Appointed by;From;To\n"
        "Harbour Board;Anna Holm;Vice-chair;Bo Lund;KKR Nordjylland;2022-01-01;2025-12-31",
        [
            "Anna Holm, vice-chair, by KKR Nordjylland, 2022-01-01/2025-12-31: Harbour Board",
            "Bo Lund, deputy, for Anna Holm, by KKR Nordjylland, 2022-01-01/2025-12-31: Harbour Board",
        ],
    ),
    "chair and others in columns": (
        "Forum;Formand;Medlemmer\nHavnerådet;Anna Holm (A);Bo Lund (V), Eva Skov (B)\nTeatret;Ida Krag;",
        [
            "Anna Holm, chair: Havnerådet",
            "Bo Lund, member: Havnerådet",
            "Eva Skov, member: Havnerådet",
            "Ida Krag, chair: Teatret",
        ],
    ),
    "columns of those who have chosen": (
        "Nr;Udvalg;Antal;Valggruppe 1;Valggruppe 2\n1;Havnerådet;2;Anna Holm (A);Bo Lund (V)\n2;Teatret;1;Eva Skov (B);",
        ["Anna Holm, member: Havnerådet", "Bo Lund, member: Havnerådet", "Eva Skov, member: Teatret"],
    ),
    "a column of numbered seats": (
        "Udvalg;Plads;Navn;Parti\nHavnerådet;1;Anna Holm;A\nHavnerådet;2;Bo Lund;V",
        ["Anna Holm, member: Havnerådet", "Bo Lund, member: Havnerådet"],
    ),
    "by person, with all posts in one cell": (
        'Byrådsmedlem;Parti;Hverv\nAnna Holm;A;"Formand for Havnerådet\nMedlem af Teatret"\nBo Lund;V;Suppleant i Teatret',
        ["Anna Holm, chair: Havnerådet", "Anna Holm, member: Teatret", "Bo Lund, deputy: Teatret"],
    ),
    "by person, with a cross or a role below each forum": (
        "Navn;Parti;Havnerådet;Teatret\nAnna Holm;A;Formand;x\nBo Lund;V;;Suppleant",
        ["Anna Holm, chair: Havnerådet", "Anna Holm, member: Teatret", "Bo Lund, deputy: Teatret"],
    ),
    "two forums side by side": (
        "Havnerådet;;;Teatret;\nNavn;Parti;;Navn;Parti\nAnna Holm;A;;Eva Skov;B\nBo Lund;V;;;",
        ["Anna Holm, member: Havnerådet", "Bo Lund, member: Havnerådet", "Eva Skov, member: Teatret"],
    ),
    "one table below the other, each under its name": (
        "Havnerådet;\nNavn;Parti\nAnna Holm;A\nTeatret;\nUdpeget af Region Fyn;\nNavn;Parti\nBo Lund;V",
        ["Anna Holm, member: Havnerådet", "Bo Lund, member, by Region Fyn: Teatret"],
    ),
    "a personal deputy on the next row": (
        "Forum;Medlem/stedfortræder;Navn\nHavnerådet;Medlem;Anna Holm\nHavnerådet;Personlig stedfortræder;Bo Lund",
        ["Anna Holm, member: Havnerådet", "Bo Lund, deputy, for Anna Holm: Havnerådet"],
    ),
    "whose deputy, in a column": (
        "Organ;Navn på udpeget;Type;Suppleant for\nHavnerådet;Anna Holm;Medlem;\nHavnerådet;Bo Lund;Suppleant;Anna Holm",
        ["Anna Holm, member: Havnerådet", "Bo Lund, deputy, for Anna Holm: Havnerådet"],
    ),
    "family names first": (
        'Forum;Efternavn, fornavn;Rolle\nHavnerådet;"Holm, Anna";Formand',
        ["Anna Holm, chair: Havnerådet"],
    ),
    "a seat that is nobody's among several in a cell": (
        'Forum;Medlemmer;Stedfortrædere\nHavnerådet;"Anna Holm (A)\nBo Lund (V)\nVakant";"Ingen\nEva Skov (B)\nIb Dam (F)"',
        [
            "Anna Holm, member: Havnerådet",
            "Bo Lund, member: Havnerådet",
            "Eva Skov, deputy: Havnerådet",
            "Ib Dam, deputy: Havnerådet",
        ],
    ),
    "a deputy beside each, or none": (
        'Forum;Medlemmer;Stedfortrædere\nHavnerådet;"Anna Holm (A)\nBo Lund (V)";"Ingen\nEva Skov (B)"',
        [
            "Anna Holm, member: Havnerådet",
            "Bo Lund, member: Havnerådet",
            "Eva Skov, deputy, for Bo Lund: Havnerådet",
        ],
    ),
    "members under a title that nobody knows, and a forum's with crosses": (
        "Havnen;;;\nKommune;Repræsentantskab;Suppleant;Bestyrelse\nLæsø;Anna Holm (A);Bo Lund (V);x",
        ["Anna Holm, member: Havnen", "Bo Lund, deputy, for Anna Holm: Havnen"],
    ),
    "a forum's name over two lines": (
        'Forum;Navn\n"Det Fælles\nHavneråd";Anna Holm',
        ["Anna Holm, member: Det Fælles Havneråd"],
    ),
    "labels in a column without a known title": (
        'Forum;Beskrivelse;Navn\nHavnerådet;"Formål: Havne.\nFunktionsperiode: 1. januar 2022 - 31. december 2025";Anna Holm',
        ["Anna Holm, member, 2022-01-01/2025-12-31: Havnerådet"],
    ),
    "groups as rows": (
        "Forum;Navn;Parti\nHavnerådet;Anna Holm;A\nUdpeget af Region Nordjylland:;;\n;Bo Lund;V",
        ["Anna Holm, member: Havnerådet", "Bo Lund, member, by Region Nordjylland: Havnerådet"],
    ),
    "forums as rows": (
        "Navn;Parti;Kommune\nHavnerådet;;\nAnna Holm;A;Aalborg\nTeatret;;\nBo Lund;V;Rebild",
        ["Anna Holm, member: Havnerådet", "Bo Lund, member: Teatret"],
    ),
    "a column that names people, and one of days, under one word": (
        "Råd;Udpeget;Udløb\nHavnerådet;Anna Holm;31.12.2025\nTeatret;Bo Lund;31.12.2025",
        ["Anna Holm, member, /2025-12-31: Havnerådet", "Bo Lund, member, /2025-12-31: Teatret"],
    ),
    "who has left, and who came": (
        "Forum;Navn;Tiltrådt;Fratrådt;Afløser\n"
        "Havnerådet;Bo Lund;01.01.2022;30.06.2023;\n;Anna Holm;01.07.2023;;Bo Lund",
        [
            "Bo Lund, member, left, 2022-01-01/2023-06-30: Havnerådet",
            "Anna Holm, member, after Bo Lund, 2023-07-01/: Havnerådet",
        ],
    ),
    "first and last names": (
        "Forum;Fornavn;Efternavn\nHavnerådet;Anna;Holm\nHavnerådet;Bo;Lund",
        ["Anna Holm, member: Havnerådet", "Bo Lund, member: Havnerådet"],
    ),
    "those who sat there before": (
        "Forum;Medlem;Tidligere medlem\nHavnerådet;Anna Holm;Bo Lund",
        ["Anna Holm, member, after Bo Lund: Havnerådet"],
    ),
    "contact persons": (
        "Forum;Navn;Kontaktperson\nHavnerådet;Anna Holm;Eva Skov\n;Bo Lund;Eva Skov",
        ["Anna Holm, member: Havnerådet", "Bo Lund, member: Havnerådet"],
    ),
    "a deputy's own row": (
        "Forum;Navn;Rolle\nHavnerådet;Anna Holm;Medlem\n;Bo Lund;Suppleant for Anna Holm\n;Eva Skov;Suppleant",
        [
            "Anna Holm, member: Havnerådet",
            "Bo Lund, deputy, for Anna Holm: Havnerådet",
            "Eva Skov, deputy: Havnerådet",
        ],
    ),
    "a column of forums under an unknown title": (
        "Xyz;Navn;Rolle\nHavnerådet;Anna Holm;Medlem\nTeatret;Bo Lund;Formand",
        ["Anna Holm, member: Havnerådet", "Bo Lund, chair: Teatret"],
    ),
    "titles over titles": (
        "Forum;Medlemmer;;Stedfortrædere;\n;Navn;Parti;Navn;Parti\nHavnerådet;Anna Holm;A;Bo Lund;V",
        ["Anna Holm, member: Havnerådet", "Bo Lund, deputy, for Anna Holm: Havnerådet"],
    ),
    "a sheet of contacts": (
        "Forum;Navn;Parti\nHavnerådet;Anna Holm;A\n;;\nNote: Bo Lund kontaktes om rettelser;;",
        ["Anna Holm, member: Havnerådet"],
    ),
    "numbers of seats": (
        "Forum;Antal;Heraf formand;Navn\nHavnerådet;2;1;Anna Holm\n;;;(tom)\nI alt;2;1;",
        ["Anna Holm, member: Havnerådet"],
    ),
    "seats that are numbered, under the names of their forums, and who keeps the list below them": (
        "Plads;Navn;Rolle\n1. Havnerådet;;\nFormål: At følge havne.;;\n1;Anna Holm;Formand\n2;Bo Lund;Medlem\n"
        "2. Teatret;;\n1;Eva Skov;Medlem\nSekretær for oversigten: Ida Krag, Byrådssekretariatet;;",
        ["Anna Holm, chair: Havnerådet", "Bo Lund, member: Havnerådet", "Eva Skov, member: Teatret"],
    ),
    "a secretary and a contact have rows, and no seats": (
        "Forum;Rolle;Navn;Bemærkning\nHavnerådet;Formand;Anna Holm;\n;Sekretær;Bo Lund;konsulent\n"
        "Teatret;Kontaktperson;Eva Skov;\n;Medlem og sekretær;Ida Krag;",
        ["Anna Holm, chair: Havnerådet", "Ida Krag, member: Teatret"],
    ),
    "doubts": (
        "Forum;Navn;Status\nHavnerådet;Anna Holm;Forventes udpeget\n;Bo Lund;Indstillet til ministeren\n;Eva Skov;Fortsætter",
        [
            "Anna Holm, member, uncertain: Havnerådet",
            "Bo Lund, member, nominated: Havnerådet",
            "Eva Skov, member: Havnerådet",
        ],
    ),
    "nominated for others to appoint": (
        "Forum;Navn;Status\nHavnerådet;Anna Holm;Indstillet, regionsrådet udpeger\n;Bo Lund;indstillet, rådet udpeger selv",
        ["Anna Holm, member, nominated: Havnerådet", "Bo Lund, member, nominated: Havnerådet"],
    ),
    "whose deputy somebody is, among the remarks": (
        "Forum;Navn;Rolle;Bemærkning\nHavnerådet;Anna Holm;Medlem;\n;Bo Lund;Suppleant;personlig suppleant for Anna Holm\n"
        "Teatret;Eva Skov;Medlem;\n;Ib Kær;;stedfortræder for Eva Skov",
        [
            "Anna Holm, member: Havnerådet",
            "Bo Lund, deputy, for Anna Holm: Havnerådet",
            "Eva Skov, member: Teatret",
            "Ib Kær, deputy, for Eva Skov: Teatret",
        ],
    ),
    "the deputy of whoever leads": (
        "Forum;Navn;Rolle\nHavnerådet;Anna Holm;Formand\n;Bo Lund;Stedfortræder for formanden",
        ["Anna Holm, chair: Havnerådet", "Bo Lund, deputy: Havnerådet"],
    ),
    "who has elected or appointed them": (
        "Forum;Navn;Valgt eller udpeget af\nHavnerådet;Anna Holm;Byrådet\n;Bo Lund;Sejlerne",
        ["Anna Holm, member, by Byrådet: Havnerådet", "Bo Lund, member, by Sejlerne: Havnerådet"],
    ),
    "an empty seat below somebody in a cell, whom others will propose": (
        'Forum;Navn\nHavnerådet;"Anna Holm\nVakant (indstilles af Sejlerne)"',
        ["Anna Holm, member: Havnerådet"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), TABLES.values(), ids=list(TABLES))
def test_who_sits_where(table, expected, read):
    assert seats(read(f"Udpegningsoversigt\n\n{table}\n")) == expected


def test_parties_and_municipalities_of_deputies_are_their_own(read):
    found = read(
        "Forum;Medlem;Kommune;Parti;Suppleant;Kommune;Parti\n"
        "Havnerådet;Anna Holm;Aalborg;A;Bo Lund;Rebild;V\nTeatret;Ida Krag;Thisted;V;;;\n"
    )
    assert [(one.person, one.party, one.municipality) for one in found.appointments] == [
        ("Anna Holm", "A", "Aalborg"),
        ("Bo Lund", "V", "Rebild"),
        ("Ida Krag", "V", "Thisted"),
    ]


@pytest.mark.parametrize(
    ("title", "first", "second", "told"),
    [
        ("Kommune", "Rebild", "Thisted", ["Rebild", "Rebild", "Thisted"]),
        ("Kommune", "Rebild", "Rebild", ["Rebild", None, "Rebild"]),  # then a gap says nothing
    ],
)
def test_a_municipality_holds_for_the_rows_below_it(title, first, second, told, read):
    rows = f"{first};Anna Holm;Havnerådet\n;Bo Lund;Teatret\n{second};Eva Skov;Teatret"
    extract = read(f"{title};Navn;Forum\n{rows}")
    assert [one.municipality for one in extract.appointments] == told


@pytest.mark.parametrize(
    ("party", "municipality"),
    [
        ("Parti stf.", "Kommune stf."),
        ("Parti (suppleant)", "Kommune (suppleant)"),
        ("Stedfortræders parti", "Suppleantens kommune"),
    ],
)
def test_a_title_tells_what_is_of_the_deputies(party, municipality, read):
    found = read(
        f"Forum;Medlem;Parti;Stedfortræder;{party};{municipality}\n"
        "Havnerådet;Anna Holm;A;Bo Lund;V;Rebild\nTeatret;Ida Krag;V;;;\n"
    )
    assert [(one.person, one.party, one.municipality) for one in found.appointments] == [
        ("Anna Holm", "A", None),
        ("Bo Lund", "V", "Rebild"),
        ("Ida Krag", "V", None),
    ]


def test_empty_seats_and_dashes(read):
    found = read(
        "Forum;Navn;Rolle;Suppleant\nHavnerådet;Vakant;Formand;-\n;—;Medlem;\n;Anna Holm;;NN\n"
    )
    assert seats(found) == ["Anna Holm, member: Havnerådet"]
    assert [(one.body, one.role) for one in found.vacancies] == [
        ("Havnerådet", "chair"),
        ("Havnerådet", "member"),
        ("Havnerådet", "deputy"),
    ]


def test_a_cell_that_is_no_person_and_an_unknown_column_are_left_over(read):
    found = read("Forum;Navn;Xyz\nHavnerådet;Holm;\nTeatret;Anna Holm;Bo Lund\n")
    assert seats(found) == ["Anna Holm, member: Teatret"]
    assert [one.passage.quote for one in found.unclaimed] == ["Holm", "Bo Lund"]


def test_every_row_proves_what_it_says(read):
    found = read("Forum;Navn;Parti\nHavnerådet;Anna Holm;A\n;Bo Lund;V\n")
    assert [one.passage.quote for one in found.appointments] == [
        "Havnerådet\tAnna Holm\tA",
        "Bo Lund\tV",
    ]


def test_columns_of_plain_text_stand_below_their_headings(read):
    found = read(
        "Udpegningsoversigt\n\n"
        "Forum             Navn            Parti   Rolle\n"
        "Havnerådet        Anna Holm       A       formand\n"
        "                  Bo Lund                 medlem\n"
        "Teatret           Vakant\n"
    )
    assert seats(found) == ["Anna Holm, chair: Havnerådet", "Bo Lund, member: Havnerådet"]
    assert [one.party for one in found.appointments] == ["A", None]
    assert [one.body for one in found.vacancies] == ["Teatret"]


def test_bars_part_columns(read):
    found = read(
        "Udpegningsoversigt\n\n| Forum | Navn | Suppleant |\n|---|---|---|\n"
        "| Det lange Havneråd for Fjorden | Anna Holm | Bo Lund |\n| | Eva Skov | |\n"
    )
    assert seats(found) == [
        "Anna Holm, member: Det lange Havneråd for Fjorden",
        "Bo Lund, deputy, for Anna Holm: Det lange Havneråd for Fjorden",
        "Eva Skov, member: Det lange Havneråd for Fjorden",
    ]


@pytest.mark.parametrize("title", ["Ny repræsentant (foreslået)", "Medlem (forslag)"])
def test_a_column_of_those_proposed_makes_nobody_certain(read, title):
    text = f"Forum;Nuværende repræsentant;{title}\nHavnerådet;Anna Holm;Bo Lund\nFjordrådet;Eva Skov;Uændret\n"
    certain = {one.person: one.certain for one in read(text.encode()).appointments}
    assert certain == {"Anna Holm": True, "Bo Lund": False, "Eva Skov": True}


@pytest.mark.parametrize(("remark", "role"), [("Formand", "chair"), ("Tilforordnet", "observer")])
def test_a_role_among_the_remarks_is_the_role(read, remark, role):
    (seat,) = read(
        f"Forum;Navn;Parti;Bemærkning\nHavnerådet;Anna Holm;A;{remark}\n".encode()
    ).appointments
    assert seat.role == role


def test_a_wide_label_ends_a_printed_table(read):
    text = (
        "Udpegningsoversigt\n\n1. Havnerådet\n\nNavn          Parti   Hverv\n"
        "Anna Holm     A       Formand\nBo Lund       V       Medlem\n\n"
        "2. Fjordrådet\nFormål:       At rense fjorden.\n\nNavn          Parti   Hverv\nEva Skov      B       Medlem\n"
    )
    assert seats(read(text))[-1] == "Eva Skov, member: Fjordrådet"


@pytest.mark.parametrize("title", ["Fra", "Udpeget den", "Udløber"])
def test_a_table_that_states_no_day_of_its_own_has_none(read, title):
    text = f"Forum;Navn;{title}\nHavnerådet;Anna Holm;01-01-2022\n"
    assert read(text.encode()).document.date is None


def test_lines_of_a_cell_that_go_on_alone_stay_in_their_column(read):
    text = (
        "Udpegningsoversigt\n\nForum         Formål            Navn\n"
        "Havnerådet    At følge havne    Anna Holm (A)\n"
        "              og fjorde på\n"
        "              tværs\n"
        "Teatret       At spille         Bo Lund (V)\n"
    )
    told = [(forum.name, forum.purpose) for forum in read(text).forums]
    assert told == [
        ("Havnerådet", "At følge havne og fjorde på tværs"),
        ("Teatret", "At spille"),
    ]


@pytest.mark.parametrize(
    ("above", "titles", "forum"),
    [
        ("Havnerådet\n\n", "Navn;Organisation;Udpeget af", "Havnerådet"),
        ("", "Navn;Organisation;Udpeget af", "Læsø Havn"),
        ("Havnerådet\n\n", "Navn;Forum;Rolle", "Læsø Havn"),
    ],
)
def test_an_organisation_behind_a_name_is_where_one_comes_from(above, titles, forum, read):
    found = read(f"Udpegningsoversigt\n\n{above}{titles}\nAnna Holm;Læsø Havn;\n")
    assert seats(found) == [f"Anna Holm, member: {forum}"]


@pytest.mark.parametrize("title", ["Branche", "Gren", "Interesser"])
def test_what_parts_the_people_of_a_forum_named_above_is_none(title, read):
    extract = read(
        f"Udpegninger\n\nTuristrådet Vest\nFormål: At følge sæsonen\n\n{title};Repræsentant;Stedfortræder\n"
        "Overnatning;Anna Holm;Bo Lund\n;Eva Skov;vakant\nLystsejlads;Ib Kær;\n"
    )
    assert seats(extract) == [
        "Anna Holm, representative: Turistrådet Vest",
        "Bo Lund, deputy, for Anna Holm: Turistrådet Vest",
        "Eva Skov, representative: Turistrådet Vest",
        "Ib Kær, representative: Turistrådet Vest",
    ]
    assert [forum.name for forum in extract.forums] == ["Turistrådet Vest"]


def test_an_organisation_before_a_name_sends_it_to_the_forum_that_is_told_of(read):
    text = "Udpegninger\n\nTuristrådet Vest\nFormål: Sæsonen\n\nOrganisation;Repræsentant;Suppleant\nVests Hoteller;Anna Holm;Bo Lund\n"
    assert seats(read(text)) == [
        "Anna Holm, representative: Turistrådet Vest",
        "Bo Lund, deputy, for Anna Holm: Turistrådet Vest",
    ]


def test_forums_under_an_unknown_title_go_on_below_the_titles_given_again(read):
    table = "Xyz;Navn;Rolle\nHavneliv;Anna Holm;Medlem\n"
    text = f"Udpegninger\n\n{table}{table.replace('Havneliv', 'Kystliv').replace('Holm', 'Krag')}"
    assert seats(read(text)) == ["Anna Holm, member: Havneliv", "Anna Krag, member: Kystliv"]


def test_the_municipality_that_somebody_works_for_is_theirs(read):
    extract = read(
        "Udpegninger\n\nHavnerådet\n\nNavn;Arbejdsplads / kommune;Post\nAnna Holm;Køge Kommune;Medlem\nBo Lund;Køge Havn;Medlem\n"
    )
    assert [one.municipality for one in extract.appointments] == ["Køge", None]


def test_notes_and_a_table_of_contents_are_no_forums(read):
    book = Workbook()
    book.remove(book.worksheets[0])
    sheets: dict[str, list[list[object]]] = {
        "Læs mig": [
            ["KKR Sjælland"], ["Udpegningsoversigt"], [], ["Fane", "Antal fora"], ["Havne", 1], ["Rettelser: konsulent Ib Kær"],
        ],
        "Havne": [
            ["Navn", "Rolle"], ["Havnerådet"], ["Formål: Havne"], ["Anna Holm", "Formand"], ["Noter"],
            ["Medlemmer af bestyrelser aflægger beretning hvert år."], ["Kontakt: Bo Lund"],
        ],
    }  # fmt: skip
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    content = BytesIO()
    book.save(content)
    extract = read(content.getvalue())
    assert seats(extract) == ["Anna Holm, chair: Havnerådet"]
    assert [forum.name for forum in extract.forums] == ["Havnerådet"]


def test_people_below_one_another_in_a_column_stay_in_it(read):
    text = (
        "Udpegningsoversigt\n\nForum                 Repræsentanter              Periode\n"
        "Havnerådet            Anna Holm (A)               2026-2029\n"
        "                      Bo Lund (V), næstformand\n"
        "                      Suppleant: Eva Skov (V)\n"
        "Teatret               Ib Kær (O)                  2026-2029\n"
    )
    assert seats(read(text)) == [
        "Anna Holm, representative: Havnerådet",
        "Bo Lund, vice-chair: Havnerådet",
        "Eva Skov, deputy: Havnerådet",
        "Ib Kær, representative: Teatret",
    ]


def test_a_row_of_an_act_above_several_forums_is_of_all_of_them(read):
    text = (
        "Udpegningsoversigt\n"
        "Forum;Rolle;Navn;Parti\n"
        "Udpeget af KKR Sjælland;;;\n"
        "Havnerådet;Formand;Anna Holm;A\n"
        "Klimarådet;Medlem;Bo Lund;V\n"
        "Indstillet af KKR Sjælland - afventer ministerens udpegning;;;\n"
        "Vandrådet;Medlem;Eva Skov;F\n"
    )
    told = [(one.person, one.event.value, one.by) for one in read(text).appointments]
    assert told == [
        ("Anna Holm", "holds", "KKR Sjælland"),
        ("Bo Lund", "holds", "KKR Sjælland"),
        ("Eva Skov", "nominated", "KKR Sjælland"),
    ]


def test_who_works_for_a_forum_sits_in_none(read):
    text = (
        "Forum,Role,Name,Municipality\nHarbour Council,Member,Anna Holm,Vejle\n,Secretary,Bo Lund,Vejle\n"
        "Music Fund,Contact person,Eva Skov,Vejen\n"
    )
    assert [one.person for one in read(text).appointments] == ["Anna Holm"]


def test_a_label_below_the_rows_of_a_table_names_nobody_in_it(read):
    text = "Udpegningsoversigt\n\nHavnerådet\n\nNavn\tParti\tHverv\nAnna Holm\tA\tMedlem\nEva Skov\tF\tMedlem\nKontaktperson: Konsulent Bo Lund\n"
    assert [one.person for one in read(text).appointments] == ["Anna Holm", "Eva Skov"]


def test_the_cell_of_a_forum_goes_on_with_what_is_told_of_it(read):
    text = (
        "Udpegninger 2026-2029\n\n"
        "Forum                              Medlem                         Personlig suppleant\n"
        "Hegnsynet for Køge                 Anna Holm                      Eva Skov\n"
        "  Lovgrundlag: Hegnslovens § 27    Bo Lund                        Ib Kær\n"
    )
    [forum] = read(text).forums
    assert (forum.name, forum.legal_basis) == ("Hegnsynet for Køge", "Hegnslovens § 27")
    assert seats(read(text)) == [
        "Anna Holm, member: Hegnsynet for Køge",
        "Eva Skov, deputy, for Anna Holm: Hegnsynet for Køge",
        "Bo Lund, member: Hegnsynet for Køge",
        "Ib Kær, deputy, for Bo Lund: Hegnsynet for Køge",
    ]


@pytest.mark.parametrize("colon", [":", ""])
@pytest.mark.parametrize("gap", ["\t", "    "])
def test_a_row_of_a_table_in_plain_text_heads_those_below_it(colon, gap, read):
    rows = [
        ("Navn        ", "Hverv   ", "Personlig suppleant"),
        ("Anna Holm   ", "Formand ", "Bo Lund (A)"),
        (f"Medarbejdervalgte{colon}",),
        ("Eva Vang    ", "Medlem  ", "Per Dal"),
    ]
    text = "\n".join(gap.join(row if gap != "\t" else map(str.strip, row)) for row in rows)
    extract = read(f"Blå Bog for Randers Byråd\n\nHavnen A/S\n{text}\n")
    assert seats(extract) == [
        "Anna Holm, chair: Havnen A/S",
        "Bo Lund, deputy, for Anna Holm: Havnen A/S",
        "Eva Vang, member: Havnen A/S",
        "Per Dal, deputy, for Eva Vang: Havnen A/S",
    ]


def test_what_is_remarked_of_both_is_said_of_the_deputy_too(read):
    extract = read(
        "Forum;Navn;Stedfortræder;Bemærkning\nHavnerådet;Anna Holm;Bo Lund;Begge indstillet, afventer ministeren\n"
        "Havnerådet;Eva Vang;Per Dal;Indstillet af KKR Fyn"
    )
    assert [(one.person, one.event) for one in extract.appointments] == [
        ("Anna Holm", "nominated"),
        ("Bo Lund", "nominated"),
        ("Eva Vang", "nominated"),
        ("Per Dal", "holds"),
    ]


def test_deputies_in_an_order_are_nobody_s_and_of_the_municipality_of_the_row(read):
    extract = read(
        "Havnen A/S\nKommune;Medlem;Suppleanter (i nævnte rækkefølge)\nNyborg;Anna Holm (A);Bo Lund (V)\n"
        "Kerteminde;Eva Vang (A);Per Dal (V)"
    )
    assert [(one.person, one.municipality, one.deputy_for) for one in extract.appointments] == [
        ("Anna Holm", "Nyborg", None),
        ("Bo Lund", "Nyborg", None),
        ("Eva Vang", "Kerteminde", None),
        ("Per Dal", "Kerteminde", None),
    ]


@pytest.mark.parametrize("label", ["Formål:", "Hjemmel", "Valgperiode:", "Sammensætning:"])
def test_what_is_told_of_the_next_forum_ends_a_table(label, read):
    heads = ["Navn", "Parti", "Rolle"]
    extract = read(
        _sheet(
            ["Havnerådet"], ["Formål:", "Havne"], heads, ["Anna Holm", "A", "Formand"], [],
            ["Fjordrådet"], [label, "Som vedtaget"], ["Lovgrundlag:", "Fjordloven"], heads, ["Bo Lund", "V", "Medlem"], [],
            ["Skovrådet"], [label, "Som vedtaget"], ["Eva Skov (A)"],
        )
    )  # fmt: skip
    assert seats(extract) == [
        "Anna Holm, chair: Havnerådet",
        "Bo Lund, member: Fjordrådet",
        "Eva Skov, member: Skovrådet",
    ]


def test_a_duty_to_nominate_is_nobody_s_nomination(read):
    extract = read(
        "Forum;Navn;Bemærkning\nHavnerådet;Anna Holm;Der skal indstilles både en kvinde og en mand\n"
        "Fjordrådet;Bo Lund;KKR kan indstille to\nSkovrådet;Eva Vang;Indstilles af KKR Fyn"
    )
    assert [one.event for one in extract.appointments] == ["holds", "holds", "nominated"]


def test_a_column_of_an_organisation_s_contact_persons_is_known(read):
    extract = read("Forum;Navn;KL-kontaktperson\nHavnerådet;Anna Holm;Bo Lund")
    assert seats(extract) == ["Anna Holm, member: Havnerådet"]
    assert extract.unclaimed == ()


def _sheet(*rows: list[str]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Fora"
    for row in rows:
        sheet.append(row)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def test_politicians_below_the_name_of_a_municipality_are_from_there(read):
    table = "Ballerup Kommune;\nNavn;Forum\nAnna Holm (A);Havnerådet\nBo Lund;Teatret"
    told = read(f"KKR Hovedstaden;\nUdpegningsoversigt;\n\n{table}\n").appointments
    assert {one.person: one.municipality for one in told} == {
        "Anna Holm": "Ballerup",
        "Bo Lund": None,
    }


# --- seats that are nobody's now, and a forum right below a table ---

TOP = "Udpegningsoversigt for KKR Fyn\nOpdateret den 1. marts 2026\n\nKystrådet\nMedlem\tStedfortræder\n"


@pytest.mark.parametrize(
    ("cell", "left"),
    [
        ("Vakant (efter Bo Lund, som stoppede)", ["Bo Lund"]),
        ("Ubesat efter Bo Lund (V)", ["Bo Lund"]),
        ("Vakant – Bo Lund udtrådte den 31. januar 2026", ["Bo Lund"]),
        ("ikke besat", []),
        ("afventer udpegning", []),
    ],
)
def test_a_deputys_seat_is_empty_and_whoever_had_it_left(cell, left, read):
    found = read(f"{TOP}Anna Holm (A), Vejen\t{cell}\nEva Skov (F), Vejle\tIb Dam (F), Vejle\n")
    assert [(one.body, one.role) for one in found.vacancies] == [("Kystrådet", "deputy")]
    gone = [one for one in found.appointments if one.event == "left"]
    assert [(one.person, one.role) for one in gone] == [(name, "deputy") for name in left]
    assert {one.person for one in found.appointments} == {"Anna Holm", "Eva Skov", "Ib Dam", *left}


def test_who_had_the_seat_of_a_deputy_is_not_whom_the_member_replaces(read):
    found = read(
        "Havnerådet\nFormål: Havne.\nAnna Holm (A). Stedfortræder: Vakant efter Bo Lund (V)\n"
    )
    assert [(one.person, one.role, one.event, one.replaces) for one in found.appointments] == [
        ("Anna Holm", "member", "holds", None),
        ("Bo Lund", "deputy", "left", None),
    ]


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    "below",
    [
        "Havnerådet\nAnna Holm (A), Vejen, formand\nBo Lund (V), Vejle\n",
        "Havnerådet (HR)\nAnna Holm (A), Vejen, formand\tIda Krag (A), Vejen\nBo Lund (V), Vejle\tKaj Bro (V), Vejle\n",
        "Havnerådet\nFormand: Anna Holm (A), Vejen\nMedlem: Bo Lund (V), Vejle\n",
        "Havnerådet\nMedlem\tStedfortræder\nAnna Holm (A), Vejen\tIda Krag (A), Vejen\nBo Lund (V), Vejle\tKaj Bro (V), Vejle\n",
    ],
)
def test_a_forum_right_below_a_table_has_those_below_it(gap, below, read):
    rows = "Eva Skov (F), Vejle\tIb Dam (F), Vejle\nMia Friis (C), Vejen\tTage Eg (C), Vejen\n"
    found = read(f"{TOP}{rows}{gap}{below}")
    placed = {one.person: one.body for one in found.appointments}
    assert (placed["Anna Holm"], placed["Bo Lund"]) == ("Havnerådet", "Havnerådet")
    assert (placed["Eva Skov"], placed["Tage Eg"]) == ("Kystrådet", "Kystrådet")
    assert found.unclaimed == ()
