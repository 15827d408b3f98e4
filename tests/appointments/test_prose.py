"""Lists that are written out, line by line."""

import pytest

from tests.appointments.seats import seats

# what stands below the heading "Havnerådet" -> who sits there
BELOW = {
    "Anna Holm (A), Aalborg Kommune": ["Anna Holm, member: Havnerådet"],
    "Formand: Anna Holm (A)": ["Anna Holm, chair: Havnerådet"],
    "Anna Holm (A), næstformand": ["Anna Holm, vice-chair: Havnerådet"],
    "Borgmester Anna Holm (A)": ["Anna Holm, member: Havnerådet"],
    "Anna Holm (A), formand for KKR Nordjylland": ["Anna Holm, member: Havnerådet"],
    "Anna Holm (A), tilforordnet": ["Anna Holm, observer: Havnerådet"],
    "Medlemmer: Anna Holm (A) og Bo Lund (V)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, member: Havnerådet",
    ],
    # deputies
    "Anna Holm (A)\nSuppleant: Bo Lund (V)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
    ],
    "Anna Holm (A)\nSuppleant:\nBo Lund (V)\nEva Skov (B)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
        "Eva Skov, member: Havnerådet",
    ],
    "Anna Holm (A) – suppleant: Bo Lund (V)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
    ],
    "Stedfortrædere: Bo Lund (V) for Anna Holm (A)": ["Bo Lund, deputy, for Anna Holm: Havnerådet"],
    "Anna Holm (A)\nSuppleanter i nævnt rækkefølge:\n1. Bo Lund (V)\n2. Eva Skov (B)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy: Havnerådet",
        "Eva Skov, deputy: Havnerådet",
    ],
    "Anna Holm (A)\n(suppleant: Bo Lund (V))": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
    ],
    # by whom, and when
    "Udpeget: 1. januar 2022 - 31. december 2025\nAnna Holm (A)": [
        "Anna Holm, member, 2022-01-01/2025-12-31: Havnerådet"
    ],
    "Udpeget af KKR Nordjylland:\nAnna Holm (A)": [
        "Anna Holm, member, by KKR Nordjylland: Havnerådet"
    ],
    "KKR Nordjyllands repræsentanter:\nAnna Holm (A)": [
        "Anna Holm, representative, by KKR Nordjylland: Havnerådet"
    ],
    "Byrådet har udpeget:\nAnna Holm (A)": ["Anna Holm, member, by Byrådet: Havnerådet"],
    "Anna Holm (A), udpeget den 1. marts 2022": ["Anna Holm, member, 2022-03-01/: Havnerådet"],
    "Funktionsperiode: 1. januar 2022 - 31. december 2025\nAnna Holm (A)": [
        "Anna Holm, member, 2022-01-01/2025-12-31: Havnerådet"
    ],
    "Funktionsperiode: 2022 - 2025\nAnna Holm (A)": ["Anna Holm, member: Havnerådet"],
    # other ways to have a seat, or not to
    "Anna Holm (A), udtrådt pr. 1. maj 2023": ["Anna Holm, member, left, /2023-05-01: Havnerådet"],
    "Anna Holm (A), i stedet for Bo Lund (V)": ["Anna Holm, member, after Bo Lund: Havnerådet"],
    "Bo Lund (V), udtrådt den 1. maj 2023, afløst af Anna Holm (A)": [
        "Bo Lund, member, left, /2023-05-01: Havnerådet",
        "Anna Holm, member, after Bo Lund: Havnerådet",
    ],
    "Født medlem: Anna Holm (A)": ["Anna Holm, member, ex-officio: Havnerådet"],
    "Anna Holm (A), qua formand for Teknisk Udvalg": ["Anna Holm, member, ex-officio: Havnerådet"],
    "Anna Holm (A), indstillet til ministeren": ["Anna Holm, member, nominated: Havnerådet"],
    "Anna Holm (A) (forventes)": ["Anna Holm, member, uncertain: Havnerådet"],
    # what has the form of a name, and is a party or a company
    "Anna Holm (Radikale Venstre)": ["Anna Holm, member: Havnerådet"],
    "Direktør Bo Lund, Lund Maskiner A/S": ["Bo Lund, member: Havnerådet"],
    # those who are proposed, and those who wait for somebody else's appointment
    "Nuværende:\nAnna Holm (A)\nForeslået:\nBo Lund (V)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, member, uncertain: Havnerådet",
    ],
    "Forslag fra gruppen:\nAnna Holm (A)": ["Anna Holm, member, uncertain: Havnerådet"],
    "Anna Holm (A), indstillet, afventer ministerens udpegning": [
        "Anna Holm, member, nominated: Havnerådet"
    ],
    # groups and rules in other words
    "Repræsentanter for Aalborg Kommune:\nAnna Holm (A)": [
        "Anna Holm, representative, by Aalborg Kommune: Havnerådet"
    ],
    "- 2 medlemmer, der udpeges af KKR Nordjylland\nAnna Holm (A)": [
        "Anna Holm, member: Havnerådet"
    ],
    "Anna Holm? (A)": ["Anna Holm, member, uncertain: Havnerådet"],
    # nobody
    "Vakant": [],
    "Formand: N.N.": [],
    "Vakant (tidligere Anna Holm)": [],
    "Vakant (tidl. Anna Holm (A), Egedal)": [],
    "Blå Bog – KKR Nordjylland": [],
    "Udpeget:\nAnna Holm (A)": ["Anna Holm, member: Havnerådet"],
    "Anna Holm (A)\nStedfortræder for Anna Holm: Bo Lund (V)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
    ],
    "Funktionsperioden løber fra 1. februar 2022 til 31. januar 2026.\nAnna Holm (A)": [
        "Anna Holm, member, 2022-02-01/2026-01-31: Havnerådet"
    ],
    "Kontaktperson: Anna Holm, tlf. 99 00 00 00": [],
    "Sekretariat\nAnna Holm, konsulent": [],
    "Spørgsmål rettes til Anna Holm.": [],
    "Anna Holm blev valgt på mødet den 3. maj 2022.": [],
    "Hjørring Kommune er udpeget som vært.": [],
    "3 medlemmer, der udpeges af KKR": [],
}


@pytest.mark.parametrize(("below", "expected"), BELOW.items(), ids=list(BELOW))
def test_who_sits_in_a_forum(below, expected, read):
    text = f"Udpegningsoversigt\n\nHavnerådet\nFormål: Havne (A) (V).\n{below}\n"
    assert seats(read(text)) == expected


@pytest.mark.parametrize(
    "line", ["Vakant", "N.N.", "Ubesat plads", "- afventer", "NN (V)", "Medlem: vakant"]
)
def test_an_empty_seat_is_told(line, read):
    (vacancy,) = read(f"Havnerådet\nFormål: Havne.\n{line}\n").vacancies
    assert (vacancy.body, vacancy.role) == ("Havnerådet", "member")


# --- forums -------------------------------------------------------------------------------------


def test_a_heading_over_headings_is_no_forum(read):
    forums = read("Erhverv\n\nHavnerådet\nAnna Holm (A)\n\nKultur\n\nTeatret\nBo Lund (V)\n").forums
    assert [forum.name for forum in forums] == ["Havnerådet", "Teatret"]


@pytest.mark.parametrize(
    ("heading", "name", "short"),
    [
        ("3. Det Fælles Havneforum (DFH)", "Det Fælles Havneforum", "DFH"),
        ("DFH - Det Fælles Havneforum", "Det Fælles Havneforum", "DFH"),
        ("DFH (Det Fælles Havneforum)", "Det Fælles Havneforum", "DFH"),
        ("1.2 Havnerådet (under etablering)", "Havnerådet", None),
        ("Den Fælles Havnepulje", "Den Fælles Havnepulje", None),
    ],
)
def test_a_forum_has_its_full_name(heading, name, short, read):
    found = read(f"Blå Bog\n\n{heading}\nFormål: Havne.\nAnna Holm (A)\n")
    assert [forum.name for forum in found.forums] == [name]
    assert [body.abbreviation for body in found.bodies] == ([short] if short else [])


@pytest.mark.parametrize("text", ["Formål: Havne.\nHjemmel: § 3", "Formål\nHavne.\nHjemmel\n§ 3"])
def test_purpose_and_legal_basis_stand_beside_or_below_their_label(text, read):
    (forum,) = read(f"Havnerådet\n\n{text}\n\nAnna Holm (A)\n").forums
    assert (forum.purpose, forum.legal_basis) == ("Havne.", "§ 3")
    assert "Havne." in forum.purpose_passage.quote


def test_what_is_not_understood_is_left_over(read):
    found = read("Blå Bog\n\nHavnerådet\nFormål: Havne.\nAnna Holm (A)\nI maj kom Bo Lund til.\n")
    assert [one.passage.quote for one in found.unclaimed] == ["I maj kom Bo Lund til."]


def test_press_letters_between_commas_are_read_by_all_letters_of_the_list(read):
    found = read("Havnerådet\nFormål: Havne.\nAnna Holm, S\nBo Lund, K\n")
    assert [one.party for one in found.appointments] == ["A", "C"]


# --- the list itself ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("top", "body", "day"),
    [
        (
            "Udpegningsoversigt for KKR Nordjylland\nOpdateret den 1. marts 2024",
            "KKR Nordjylland",
            "2024-03-01",
        ),
        ("KKR Sjælland\nBlå Bog 2022-2025\nAjourført: 1/3-2024", "KKR Sjælland", "2024-03-01"),
        ("Repræsentationsliste – Holbæk Byråd (pr. 1. marts 2024)", "Holbæk Byråd", "2024-03-01"),
        ("Udpegningsliste\nGælder 1. januar 2022 - 31. december 2025", None, None),
        ("Oversigt over KKR Sjællands udpegninger", "KKR Sjælland", None),
        ("REPRÆSENTATIONSOVERSIGT KKR SJÆLLAND", "KKR Sjælland", None),
        ("Udpegningsliste", None, None),
    ],
)
def test_whose_list_it_is_and_from_when(top, body, day, read):
    document = read(
        f"{top}\n\nHavnerådet\nFormål: Havne.\nAnna Holm (A), udpeget den 3. maj 2022\n"
    ).document
    assert (document.body, document.date and document.date.isoformat()) == (body, day)


@pytest.mark.parametrize(
    "heading", ["7  Destination Nord", "B. Bevillingsnævnet", "3  Fjordens Vand I/S"]
)
def test_a_heading_with_a_number_or_a_letter_is_a_forum(read, heading):
    text = f"Udpegningsoversigt\n\nHavnerådet\nAnna Holm (A)\n\n{heading}\nBo Lund (V)\n"
    name = heading.split(maxsplit=1)[1]
    assert seats(read(text)) == ["Anna Holm, member: Havnerådet", f"Bo Lund, member: {name}"]


def test_somebody_who_is_presented_elsewhere_is_known_by_the_name_alone(read):
    text = "Udpegningsoversigt\n\nHavnerådet\nKonsulent Ouafae Bay\n\nFjordrådet\nAnna Holm (A)\nOuafae Bay\n"
    assert "Ouafae Bay, member: Fjordrådet" in seats(read(text))


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("1 medlem fra Region Fyn", (1, "Region Fyn", None)),
        ("6 medlemmer fra foreningslivet", (6, "foreningslivet", None)),
        ("- 3 medlemmer, der udpeges af KL blandt borgmestre", (3, "borgmestre", "KL")),
        ("2 medlemmer, der vælges af byrådet", (2, "medlemmer", "byrådet")),
    ],
)
def test_where_those_come_from_who_are_counted_and_who_appoints_them(read, rule, said):
    (found,) = read(f"Udpegningsoversigt\n\nHavnerådet\n{rule}\nAnna Holm (A)\n").seat_rules
    assert (found.body, found.seats, found.who, found.appointed_by) == ("Havnerådet", *said)


def test_a_rule_behind_the_name_of_a_forum_is_that_forums(read):
    text = "Udpegningsoversigt\n\nHavnerådet\nAnna Holm (A)\n\nFjordrådet\nBo Lund (V)\n\nHavnerådet: 1 formand, der udpeges af KL.\n"
    assert [rule.body for rule in read(text).seat_rules] == ["Havnerådet"]


@pytest.mark.parametrize(
    ("top", "body"),
    [
        ("Fjordrådet\n\nMEDLEMSLISTE\n\nFjordrådet\nAnna Holm (A)\n", "Fjordrådet"),
        (
            "Region Fyn        Sekretariatet\nUdpegningsoversigt\n\nHavnerådet\nAnna Holm (A)\n",
            "Region Fyn",
        ),
    ],
)
def test_whose_list_it_is_stands_at_the_very_top(read, top, body):
    assert read(top).document.body == body
