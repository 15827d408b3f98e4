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
    "Medlemmer: Ib Kær (O), Køge Kommune, og Bo\nLund (V), Sorø Kommune": [
        "Ib Kær, member: Havnerådet",
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
    "Anna Holm (A)\nSuppleanter: Bo Lund (V)\n    Eva Skov (B)\nIb Kær (O)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy: Havnerådet",
        "Eva Skov, deputy: Havnerådet",
        "Ib Kær, member: Havnerådet",
    ],
    "Anna Holm (A), Køge            Suppleant: Bo Lund (V)\nEva Skov (B), Sorø            Suppleant: NN": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
        "Eva Skov, member: Havnerådet",
    ],
    # whom others send
    "Idrættens repræsentant:\nAnna Holm": ["Anna Holm, representative: Havnerådet"],
    "Byrådet:     Anna Holm (A), næstformand\n             Bo Lund (V)\nSpejderne:   Eva Skov\nSekretær:    Ida Krag": [
        "Anna Holm, vice-chair: Havnerådet",
        "Bo Lund, member: Havnerådet",
        "Eva Skov, member: Havnerådet",
    ],
    # titles with who has chosen, and no rows of a table
    "Medlemmer valgt af Byrådet:          Stedfortrædere:\nAnna Holm (A)                        Bo Lund (A)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
    ],
    "Forum:         Kystens bestyrelse\nUdpeges af:    KKR Nordjylland\nMedlemmer:     Anna Holm (A), Køge\n               (afventer)": [
        "Anna Holm, member, by KKR Nordjylland: Kystens bestyrelse"
    ],
    # a company is nobody, whatever part of its name seems one
    "Køge Havvind og Forsyning A/S\nAnna Holm (A)": [
        "Anna Holm, member: Køge Havvind og Forsyning A/S"
    ],
    # a footnote on who entered, and after whom
    "Observatører: Anna Holm (A); Bo Lund (V)*\n*Bo Lund er indtrådt den 15. marts 2026 i stedet for Eva Skov.": [
        "Anna Holm, observer: Havnerådet",
        "Bo Lund, observer, after Eva Skov, 2026-03-15/: Havnerådet",
        "Eva Skov, observer, left: Havnerådet",
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
    "Medlemmer: Ejerleder Bo Lund, Strandens Ishus. En plads er ubesat og afventer indstilling.": [
        "Bo Lund, member: Havnerådet"
    ],
    "Medlem: Anna Holm, hotelejer, Pension Solsiden": ["Anna Holm, member: Havnerådet"],
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
    "Udpeget: Ledig": [],
    "Vakant (tidl. Anna Holm (A), Egedal)": [],
    "Indstillet af KKR Nordjylland; afventer erhvervsministerens og kommunernes udpegning:\nAnna Holm (A)": [
        "Anna Holm, member, nominated, by KKR Nordjylland: Havnerådet"
    ],
    "KKR Nordjylland indstillede den 3. maj 2022 Anna Holm (A) som formand. Ministeren er spurgt.": [
        "Anna Holm, chair, nominated, by KKR Nordjylland: Havnerådet"
    ],
    "KKR Nordjylland udpegede på mødet den 3. maj 2022 Anna Holm (A), Vejle Kommune, og Bo Lund (V) som medlemmer.": [
        "Anna Holm, member, appointed, by KKR Nordjylland: Havnerådet",
        "Bo Lund, member, appointed, by KKR Nordjylland: Havnerådet",
    ],
    "Udtrådt den 28. februar 2022: Anna Holm (A)": [
        "Anna Holm, member, left, /2022-02-28: Havnerådet"
    ],
    "Formand: Bo Lund (V)\nTidligere formand: Anna Holm (A)": ["Bo Lund, chair: Havnerådet"],
    "Medlem: Bo Lund (V)\nTidligere medlemmer:\nAnna Holm (A)\nEva Skov (C)": [
        "Bo Lund, member: Havnerådet"
    ],
    "Blå Bog – KKR Nordjylland": [],
    "Udpeget:\nAnna Holm (A)": ["Anna Holm, member: Havnerådet"],
    "Anna Holm (A)\nStedfortræder for Anna Holm: Bo Lund (V)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
    ],
    "Formand: Anna Holm (A)\nMedlem: Eva Skov (C)\nStedfortræder for Anna Holm:\nBo Lund (V)": [
        "Anna Holm, chair: Havnerådet",
        "Eva Skov, member: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
    ],
    "Valgt af foreningerne:\nAnna Holm, Spejderne": [
        "Anna Holm, member, by foreningerne: Havnerådet"
    ],
    "Funktionsperioden løber fra 1. februar 2022 til 31. januar 2026.\nAnna Holm (A)": [
        "Anna Holm, member, 2022-02-01/2026-01-31: Havnerådet"
    ],
    "Kontaktperson: Anna Holm, tlf. 99 00 00 00": [],
    "Sekretariat\nAnna Holm, konsulent": [],
    "Spørgsmål rettes til Anna Holm.": [],
    "Fratrådt direktør Anna Holm er ikke længere kontaktperson.": [],
    # how a line begins those below it
    "Medlemmerne af havnerådet er:\nAnna Holm (A)": ["Anna Holm, member: Havnerådet"],
    "Rådets medlemmer\nAnna Holm (A)": ["Anna Holm, member: Havnerådet"],
    "Medlemmer 2022-2025\nAnna Holm (A)": ["Anna Holm, member: Havnerådet"],
    "Suppleanter i valgperioden 2022-2025:\nAnna Holm (A)": ["Anna Holm, deputy: Havnerådet"],
    "Rådet består af 5 medlemmer, hvoraf borgmesteren er formand:\nAnna Holm (A)": [
        "Anna Holm, member: Havnerådet"
    ],
    "Læsø Byråd kan vælge 2 delegerede:\nAnna Holm (A)": [
        "Anna Holm, member, by Læsø Byråd: Havnerådet"
    ],
    "Udpeget af KKR efter indstilling fra Dansk Industri:\nAnna Holm": [
        "Anna Holm, member, by KKR: Havnerådet"
    ],
    "Lejerrepræsentant: Anna Holm (LLO)": ["Anna Holm, representative: Havnerådet"],
    "• Socialt sagkyndige:\nAnna Holm\nSuppleant: Bo Lund": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
    ],
    # what stands between the forum and its members, or below them
    "Opgaver\nRådet har følgende opgaver:\n• Lods og slæb\n\nMedlemmer\nAnna Holm (A)": [
        "Anna Holm, member: Havnerådet"
    ],
    "• PDF\nForretningsorden for rådet\nAnna Holm (A)": ["Anna Holm, member: Havnerådet"],
    "Anna Holm (A)\n\nDirektør: Bo Lund\nKommunikationschef: Eva Skov": [
        "Anna Holm, member: Havnerådet"
    ],
    "Anna Holm (A)\n\nAdministration\nBo Lund, konsulent": ["Anna Holm, member: Havnerådet"],
    # without a label, or with a day in it
    "Nedsat i henhold til retssikkerhedslovens § 18\nAnna Holm (A)": [
        "Anna Holm, member: Havnerådet"
    ],
    "Anna Holm (A), stf. Bo Lund (V)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
    ],
    "Udtrådt pr. 1. juni 2023: Anna Holm (A)\nIndtrådt den 2. juni 2023: Bo Lund (V)": [
        "Anna Holm, member, left, /2023-06-01: Havnerådet",
        "Bo Lund, member, 2023-06-02/: Havnerådet",
    ],
    "Formand: Anna Holm\nMedlem: Bo Lund\nSuppleant for formanden: Eva Skov\nSuppleant for medlemmet: Ib Dam": [
        "Anna Holm, chair: Havnerådet",
        "Bo Lund, member: Havnerådet",
        "Eva Skov, deputy, for Anna Holm: Havnerådet",
        "Ib Dam, deputy, for Bo Lund: Havnerådet",
    ],
    "Borgmesteren er født medlem\nAnna Holm (A)\nStedfortræder: Bo Lund (V)": [
        "Anna Holm, member, ex-officio: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
    ],
    "Udpeget af ministeren\nAnna Holm (A)": ["Anna Holm, member, by ministeren: Havnerådet"],
    "Valgt af museumsforeningen\nAnna Holm": [
        "Anna Holm, member, by museumsforeningen: Havnerådet"
    ],
    "Medarbejdervalgt\nAnna Holm": ["Anna Holm, member: Havnerådet"],
    "Anna Holm (A)\n1. suppleant: Bo Lund\n2. suppleant: Eva Skov": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy: Havnerådet",
        "Eva Skov, deputy: Havnerådet",
    ],
    # what is said of somebody
    "Anna Holm (borgmester og formand for kommissionen)": ["Anna Holm, chair: Havnerådet"],
    "Anna Holm (observatør for de frivillige)": ["Anna Holm, observer: Havnerådet"],
    "Udvalgsformand Anna Holm (A), Læsø": ["Anna Holm, member: Havnerådet"],
    "Anna Holm (havnechef og sekretær for rådet)": [],
    "Cand.jur. Anna Holm": ["Anna Holm, member: Havnerådet"],
    "Anna Holm (Liste Vand, Vej og Nyt Liv)": ["Anna Holm, member: Havnerådet"],
    "Formand\nAnna Holm (A)\nRegionsrådsformand\nRegion Fyn\n\nBo Lund\nDirektør\nLund & Søn": [
        "Anna Holm, chair: Havnerådet",
        "Bo Lund, member: Havnerådet",
    ],
    # a name without a known given name
    "Zelda Gordon\nSuppleant: Bo Lund": [
        "Zelda Gordon, member: Havnerådet",
        "Bo Lund, deputy, for Zelda Gordon: Havnerådet",
    ],
    "Anna Holm (A)\n\nK. B. Nielsen\n\nIngermand Jørgensen": [
        "Anna Holm, member: Havnerådet",
        "K. B. Nielsen, member: Havnerådet",
        "Ingermand Jørgensen, member: Havnerådet",
    ],
    "Anna Holm blev valgt på mødet den 3. maj 2022.": ["Anna Holm, member, elected: Havnerådet"],
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


def test_a_sentence_on_a_seat_is_no_part_of_the_forum_s_name(read):
    text = "Udpegningsoversigt\n\nHavnerådet\nAnna Holm (A)\n\nFjordlandets Museum\nPladsen er ubesat.\n"
    extract = read(text)
    assert [one.body for one in extract.vacancies] == ["Fjordlandets Museum"]
    assert [one.name for one in extract.forums] == ["Havnerådet", "Fjordlandets Museum"]


def test_half_a_sentence_heads_nobody(read):
    top = "BLÅ BOG\n\nØkonomiudvalget og de nævn, som\nByrådet har valgt medlemmer til"
    found = read(f"{top}\n\nHavnerådet\nAnna Holm (A)\n")
    assert [forum.name for forum in found.forums] == ["Havnerådet"]


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
        ("FÆLLES HAVNERÅD FYN (FHR FYN)", "FÆLLES HAVNERÅD FYN", "FHR Fyn"),
        ("HAVNERÅDET FYN (REGION FYN)", "HAVNERÅDET FYN", None),
        ("1.2 Havnerådet (under etablering)", "Havnerådet", None),
        ("Havnerådet\n(nedsat af byrådet den 2. februar 2022)", "Havnerådet", None),
        ("Den Fælles Havnepulje", "Den Fælles Havnepulje", None),
        ("3. Bestyrelsen for Havnen Øst", "Havnen Øst", None),
        ("Om Havnerådet", "Havnerådet", None),
        ("Kystlandets Akvarium, den selvejende institution",) * 2 + (None,),
    ],
)
def test_a_forum_has_its_full_name(heading, name, short, read):
    found = read(f"Blå Bog\n\n{heading}\nFormål: Havne.\nAnna Holm (A)\n")
    assert [forum.name for forum in found.forums] == [name]
    assert [body.abbreviation for body in found.bodies] == ([short] if short else [])


@pytest.mark.parametrize(
    ("heading", "line", "name"),
    [
        ("Formandskab", "Medlemmerne af Havnenes formandskab er:", "Havnenes formandskab"),
        ("§ 17, stk. 4-udvalg", "Medlemmer af udvalget for Havne er:", "udvalget for Havne"),
        ("Her er det nye havneråd", "Medlemmer af havnerådet:", "havnerådet"),
    ],
)
def test_a_line_over_the_members_names_their_forum(heading, line, name, read):
    found = read(f"Blå Bog\n\n{heading}\n\n{line}\nAnna Holm (A)\nBo Lund (V)\n")
    assert [forum.name for forum in found.forums] == [name]


def test_below_a_name_stand_the_office_and_the_municipality(read):
    found = read("Blå Bog\n\nHavnerådet\n\nAnna Holm (A)\nBorgmester\nLæsø Kommune\n")
    assert [(one.person, one.municipality) for one in found.appointments] == [("Anna Holm", "Læsø")]


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
        ("Blå Bog\nByrådet i Læsø Kommune, pr. 1. marts 2024", "Læsø Kommune", "2024-03-01"),
        ("KKR Sjælland\nBlå Bog 2022-2025\nAjourført: 1/3-2024", "KKR Sjælland", "2024-03-01"),
        ("Repræsentationsliste – Holbæk Byråd (pr. 1. marts 2024)", "Holbæk Byråd", "2024-03-01"),
        ("Udpegningsliste\nGælder 1. januar 2022 - 31. december 2025", None, None),
        ("Oversigt over KKR Sjællands udpegninger", "KKR Sjælland", None),
        ("REPRÆSENTATIONSOVERSIGT KKR SJÆLLAND", "KKR Sjælland", None),
        ("KØGE BYRÅDS REPRÆSENTATION I RÅD OG NÆVN 2026-2029", "Køge Byråd", None),
        (
            "Trafikselskabet Kystbus\nBestyrelse pr. 1. marts 2024",
            "Trafikselskabet Kystbus",
            "2024-03-01",
        ),
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
        (
            "5 medlemmer udpeges af ministeren på indstilling af KKR Syd",
            (5, "medlemmer", "ministeren"),
        ),
        ("5 medlemmer indstilles af KKR og udpeges af ministeren", (5, "medlemmer", "ministeren")),
    ],
)
def test_where_those_come_from_who_are_counted_and_who_appoints_them(read, rule, said):
    (found,) = read(f"Udpegningsoversigt\n\nHavnerådet\n{rule}\nAnna Holm (A)\n").seat_rules
    assert (found.body, found.seats, found.who, found.appointed_by) == ("Havnerådet", *said)


def test_whom_nobody_is_said_to_place_are_not_placed_by_whoever_was_named_before(read):
    told = "KKR Fyn udpeger 2 medlemmer. 2 medlemmer vælges blandt medarbejderne og 1 medlem blandt de studerende."
    rules = read(f"Udpegningsoversigt\n\nHavnerådet\n{told}\nAnna Holm (A)\n").seat_rules
    assert [(each.seats, each.who, each.appointed_by) for each in rules] == [
        (2, "medlemmer", "KKR Fyn"),
        (2, "medarbejderne", None),
        (1, "de studerende", None),
    ]


def test_a_rule_behind_the_name_of_a_forum_is_that_forums(read):
    text = "Udpegningsoversigt\n\nHavnerådet\nAnna Holm (A)\n\nFjordrådet\nBo Lund (V)\n\nHavnerådet: 1 formand, der udpeges af KL.\n"
    assert [rule.body for rule in read(text).seat_rules] == ["Havnerådet"]


def test_every_part_of_a_rule_is_of_the_body_that_its_sentence_begins_with(read):
    told = "Bestyrelsen for Kystfonden har 3 medlemmer, der udpeges af KKR blandt politikere, og 4 medlemmer, der udpeges af KKR blandt virksomheder."
    found = read(f"Udpegningsoversigt\n\nHavnerådet\nAnna Holm (A)\n\n{told}\n").seat_rules
    assert [(rule.body, rule.seats) for rule in found] == [("Kystfonden", 3), ("Kystfonden", 4)]


def test_what_is_to_be_done_at_a_meeting_is_no_rule_about_seats(read):
    told = "KKR udpeger en ny repræsentant på mødet den 17. april 2026."
    assert not read(f"Blå Bog\n\nHavnerådet\n{told}\nAnna Holm (A)\n").seat_rules


def test_a_deputy_for_the_mayor_is_no_rule_about_seats(read):
    told = "Der skal vælges en personlig stedfortræder for borgmesteren jfr. § 3."
    assert not read(f"Blå Bog\n\nHavnerådet\n{told}\nAnna Holm (A)\n").seat_rules


@pytest.mark.parametrize(
    ("top", "body"),
    [
        ("Fjordrådet\n\nMEDLEMSLISTE\n\nFjordrådet\nAnna Holm (A)\n", "Fjordrådet"),
        (
            "Region Fyn        Sekretariatet\nUdpegningsoversigt\n\nHavnerådet\nAnna Holm (A)\n",
            "Region Fyn",
        ),
        (
            "Destination Vest\nOversigt over poster\n\nHavnerådet\nAnna Holm (A)\n",
            "Destination Vest",
        ),
        ("Godt nyt\nOversigt over poster\n\nHavnerådet\nAnna Holm (A)\n", None),
        (
            "Havnerådet Vest\nUdpegninger\nAnna Holm (A)\n\nTuristrådet Vest\nUdpegninger\nBo Lund (V)\n",
            None,
        ),
    ],
)
def test_whose_list_it_is_stands_at_the_very_top(read, top, body):
    assert read(top).document.body == body


def test_a_day_that_the_calendar_does_not_have_is_reported(read):
    extract = read(
        "Udpegningsoversigt pr. 1. marts 2026\n\nHavnerådet\nAnna Holm (A), til 31. november 2026\n"
    )
    assert [finding.code for finding in extract.warnings] == ["date-impossible"]


TOLD = {
    "I rådet sidder Anna Holm (A), Vejle, som formand, og Bo Lund (V), Kolding, som næstformand.": [
        "Anna Holm, chair: Havnerådet",
        "Bo Lund, vice-chair: Havnerådet",
    ],
    "Øvrige medlemmer er Eva Skov (C), Vejle, og Ib Dam (F). Som observatør deltager Ea Bro (B).": [
        "Eva Skov, member: Havnerådet",
        "Ib Dam, member: Havnerådet",
        "Ea Bro, observer: Havnerådet",
    ],
    "KKR Syd har indstillet Anna Holm (A), Vejle, som medlem. Ministeren udpeger.": [
        "Anna Holm, member, nominated, by KKR Syd: Havnerådet"
    ],
    "Formanden for KKR Syd er født medlem. Det er Anna Holm (A), Vejle.": [
        "Anna Holm, member, ex-officio: Havnerådet"
    ],
    "Formanden for KKR Syd er født medlem. Det er aktuelt:\nAnna Holm (A), Vejle": [
        "Anna Holm, member, ex-officio: Havnerådet"
    ],
    # what is only wished, or was so, is for minutes
    "Øvrige medlemmer er Eva Skov (C), der forventes udpeget.": [
        "Eva Skov, member, appointed, uncertain: Havnerådet"
    ],
    "Medlem har været Eva Skov (C).": [],
}


@pytest.mark.parametrize(("told", "expected"), TOLD.items(), ids=list(TOLD))
def test_a_sentence_that_names_who_sits_in_a_forum(told, expected, read):
    text = f"Udpegningsoversigt\n\nHavnerådet\nFormål: At følge havnen.\n{told}\n"
    assert seats(read(text)) == expected


def test_a_sentence_about_seats_is_no_part_of_the_legal_basis(read):
    text = (
        "Udpegningsoversigt\n\nHavnerådet\n"
        "Lovgrundlag: Samarbejdsaftale mellem kommunerne, KL og politikredsen\n"
        "Formanden for KKR Sjælland er født medlem. Det er aktuelt:\nAnna Holm (A), Vejle\n"
    )
    [forum] = read(text).forums
    assert forum.legal_basis == "Samarbejdsaftale mellem kommunerne, KL og politikredsen"


def test_below_members_and_their_deputies_the_first_on_a_line_is_the_member(read):
    text = (
        "Udpegningsoversigt\n\nHavnerådet\nMedlemmer og personlige stedfortrædere:\n"
        "Anna Holm (A), Vejle. Stedfortræder: Bo Lund (V), Kolding\n"
    )
    assert seats(read(text)) == [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
    ]


def test_a_forum_of_which_only_a_vacant_seat_is_told_is_a_forum(read):
    text = "Udpegningsoversigt\n\nHavnerådet\nAnna Holm (A)\n\nFjordrådet\nKKR Syds plads er vakant. Det afgøres i maj.\n"
    extract = read(text)
    assert [forum.name for forum in extract.forums] == ["Havnerådet", "Fjordrådet"]
    assert [(seat.body, seat.role) for seat in extract.vacancies] == [("Fjordrådet", "member")]


def test_a_composition_counts_who_come_behind_the_chair(read):
    rule = "Sammensætning: KKR udpeger formanden samt 3 medlemmer blandt politikere og 4 medlemmer blandt virksomheder."
    found = read(f"Udpegningsoversigt\n\nHavnerådet\n{rule}\nAnna Holm (A)\n").seat_rules
    assert [(each.seats, each.who, each.appointed_by) for each in found] == [
        (1, "formanden", "KKR"),
        (3, "politikere", "KKR"),
        (4, "virksomheder", "KKR"),
    ]


def test_what_is_told_beside_a_label_goes_on_below_itself(read):
    extract = read(
        "Blå Bog\n\nHavnerådet\nFormål:      At følge havnens drift og dens mange små\n"
        "             og store fartøjer.\n"
        "Regel:       3 medlemmer udpeges af KKR Syd blandt\n             borgmestre.\n"
        "Medlemmer:   Anna Holm (A)\n             Bo Lund (V)\n"
    )
    [forum], [rule] = extract.forums, extract.seat_rules
    assert forum.purpose == "At følge havnens drift og dens mange små og store fartøjer."
    assert (rule.seats, rule.who, rule.appointed_by) == (3, "borgmestre", "KKR Syd")
    assert [one.person for one in extract.appointments] == ["Anna Holm", "Bo Lund"]


def test_somebody_proposed_behind_a_label_is_not_certain(read):
    text = (
        "Blå Bog\n\nHavnerådet\nForeslået: Anna Holm\nNyt medlem: Bo Lund (V)\nPlads 3: afventer\n"
    )
    assert seats(read(text)) == [
        "Anna Holm, member, uncertain: Havnerådet",
        "Bo Lund, member, uncertain: Havnerådet",
    ]


SENT = (
    "Blå Bog\n\nGrønt Råd\n\n{over}\n\nByrådet\nAnna Holm (A)\n\nDansk Fugleforening\nBo Lund\n\n"
)


def test_organisations_below_the_members_of_a_council_are_who_sends_them(read):
    extract = read(SENT.format(over="Medlemmer") + "Ældrerådet\n\nMedlemmer\nEva Skov\n")
    assert [(one.person, one.body, one.on_behalf_of) for one in extract.appointments] == [
        ("Anna Holm", "Grønt Råd", "Byrådet"),
        ("Bo Lund", "Grønt Råd", "Dansk Fugleforening"),
        ("Eva Skov", "Ældrerådet", None),
    ]
    assert [forum.name for forum in extract.forums] == ["Grønt Råd", "Ældrerådet"]


def test_headings_that_nothing_tells_to_be_of_one_council_are_forums(read):
    extract = read(SENT.format(over="Formål: At følge naturen."))
    assert [forum.name for forum in extract.forums][1:] == ["Byrådet", "Dansk Fugleforening"]


def test_seats_of_a_list_without_any_day_are_told_of(read):
    (finding,) = read(
        "Blå Bog\n\nHavnerådet\nAnna Holm (A), udpeget den 3. maj 2022\nBo Lund (V)\n"
    ).warnings
    assert finding.code == "list-undated"
    assert "1 af 2 roller har ingen dag" in finding.message
    assert not read("Blå Bog, pr. 1. marts 2026\n\nHavnerådet\nBo Lund (V)\n").warnings


def test_a_title_that_comes_again_at_the_foot_does_not_hide_whose_list_it_is(read):
    people = "Anna Holm (A)\nBo Lund (V)\nEva Skov (B)\nIb Dam (F)\n"
    text = f"Udpegningsliste\nKKR Fyn, maj 2024\n\nHavnerådet\n{people}\nUdpegningsliste – side 1\n"
    assert read(text).document.body == "KKR Fyn"


@pytest.mark.parametrize(
    "organisations",
    [
        "Rådet består af medlemmer fra:\nKystens Venner\nLandboforeningen\nDansk Fiskeforening\n\n",
        "Rådet er sammensat af repræsentanter for følgende:\n\n- Kystens Venner\n- Handelsstanden\n\n",
        # nothing parts the last from the heading that follows
        "Følgende organisationer er repræsenteret i rådet:\nKystens Venner\nHandelsstanden\n",
    ],
)
def test_organisations_that_a_line_lists_are_no_forums(organisations, read):
    text = f"Udvalg, råd og nævn\n\nKystrådet\n{organisations}Havnerådet\nFormand\nAnna Holm (A)\n"
    extract = read(text)
    assert [forum.name for forum in extract.forums] == ["Kystrådet", "Havnerådet"]
    assert seats(extract) == ["Anna Holm, chair: Havnerådet"]


def test_an_address_a_telephone_and_office_hours_are_no_forums(read):
    extract = read(
        "Ældrerådet\n\nFormand\nAnna Holm\nStrandvejen 12\n4600 Køge\nTelefon: 12 34 56 78\n\n"
        "Næstformand\nBo Lund\nHavnegade 3, 1. th.\n4600 Køge\nTlf. 23 45 67 89\nbo@example.dk\n\n"
        "Medlemmer\nEva Skov\n\nÅbningstider\nMandag-torsdag kl. 9-15\n"
    )
    assert seats(extract) == [
        "Anna Holm, chair: Ældrerådet",
        "Bo Lund, vice-chair: Ældrerådet",
        "Eva Skov, member: Ældrerådet",
    ]
    assert not extract.unclaimed


# what stands below the heading "Havnerådet", and is no forum itself
NO_FORUMS = {
    "Valggruppe I\nAnna Holm (A)\n\nValggruppe II\nBo Lund (V)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, member: Havnerådet",
    ],
    "Mindretallet\nAnna Holm (A)": ["Anna Holm, member: Havnerådet"],
    "Anna Holm (A)\nPolitidirektøren\nBo Lund (V)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, member: Havnerådet",
    ],
    "Anna Holm (A)\n\nByrådssekretariatet\nChefkonsulent Bo Lund": [
        "Anna Holm, member: Havnerådet"
    ],
    "Bestyrelsen\n\nFormand\nAnna Holm (A)": ["Anna Holm, chair: Havnerådet"],
    "Fra Region Fjordland:\nAnna Holm (A)\n\nFra kommunerne:\nBo Lund (V)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, member: Havnerådet",
    ],
    "Tilforordnede uden stemmeret:\nAnna Holm\n\nRådets sekretariat:\nBo Lund, konsulent": [
        "Anna Holm, observer: Havnerådet"
    ],
    "Plads 1: Anna Holm (A)\nPlads 2: Bo Lund (V)": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, member: Havnerådet",
    ],
}


@pytest.mark.parametrize(("below", "expected"), NO_FORUMS.items(), ids=list(NO_FORUMS))
def test_voters_offices_staff_and_numbered_seats_are_no_forums(below, expected, read):
    assert seats(read(f"Udvalg, råd og nævn\n\nHavnerådet\n{below}\n")) == expected


@pytest.mark.parametrize(
    "heading",
    [
        "Bestyrelsen for Kystfonden 2026-2029",
        "Ny bestyrelse i Kystfonden",
        "Kystfonden, bestyrelsen",
    ],
)
def test_a_board_is_called_by_its_body(heading, read):
    assert seats(read(f"{heading}\n\nFormand: Anna Holm (A)\n")) == ["Anna Holm, chair: Kystfonden"]


def test_an_agreement_with_its_years_is_no_forum(read):
    extract = read(
        "Konstitueringsaftale 2026-29\n\nBorgmester Anna Holm\n\nHavnerådet\nFormand Bo Lund\n"
    )
    assert seats(extract) == ["Bo Lund, chair: Havnerådet"]


def test_a_composition_in_one_sentence_is_a_rule_for_each_part(read):
    extract = read(
        "Kystfonden\n\nBestyrelsen består af ni medlemmer: fem udpeget af Køge Kommune, to valgt af forbrugerne"
        " og to valgt af medarbejderne.\n\nFormand: Anna Holm (A)\n"
    )
    told = [(rule.seats, rule.appointed_by) for rule in extract.seat_rules]
    assert told == [(5, "Køge Kommune"), (2, "forbrugerne"), (2, "medarbejderne")]


def test_an_appointment_that_is_vacant_is_a_seat(read):
    extract = read("Udpegningsoversigt\n\nHavnerådet\nFormand: Anna Holm (A)\nUdpeget: Ledig\n")
    assert [(one.body, one.role) for one in extract.vacancies] == [("Havnerådet", "member")]


@pytest.mark.parametrize("whom", ["foreningerne", "Kystens Venner"])
def test_members_of_the_council_are_counted_beside_others(whom, read):
    extract = read(
        f"Havnerådet\n\nRådet består af 5 byrådsmedlemmer og 6 repræsentanter for {whom}.\n\nFormand: Anna Holm (A)\n"
    )
    told = {(rule.seats, rule.who, rule.appointed_by) for rule in extract.seat_rules}
    assert told == {(5, "byrådsmedlemmer", None), (6, "repræsentanter", whom)}


def test_an_organisation_of_which_a_council_consists_heads_those_it_sends(read):
    extract = read(
        "Grønt Råd\n\nRådet består af repræsentanter for:\n- Kystens Venner\n- Friluftsrådet\n\nMedlemmer\n"
        "Byrådet\n- Anna Holm (A)\n\nFriluftsrådet\n- Bo Lund\n"
    )
    assert seats(extract) == ["Anna Holm, member: Grønt Råd", "Bo Lund, member: Grønt Råd"]
    assert [one.on_behalf_of for one in extract.appointments] == ["Byrådet", "Friluftsrådet"]


def test_a_dot_in_the_middle_parts_people(read):
    extract = read("Havnerådet\n\nMedlemmer: Anna Holm (A), Aarhus · Bo Lund (V), Viborg\n")
    assert [one.municipality for one in extract.appointments] == ["Aarhus", "Viborg"]


@pytest.mark.parametrize(
    "line", ["Adm. direktør Bo Lund, Vest Maskiner", "Fabrikant Bo Lund, Skibsværft"]
)
def test_a_title_and_an_employer_among_people_make_no_forum(line, read):
    extract = read(
        f"Randers Byråd\nUdpegningsoversigt\n\nHavnerådet\nMedlemmer:\nAnna Holm (A)\n{line}\n"
    )
    assert seats(extract) == ["Anna Holm, member: Havnerådet", "Bo Lund, member: Havnerådet"]
    assert [forum.name for forum in extract.forums] == ["Havnerådet"]


def test_an_observer_below_born_members_is_none(read):
    extract = read(
        "Udpegningsoversigt\n\nHavnerådet\nFødte medlemmer:\n- Anna Holm (A)\n\nObservatør: direktør Bo Lund\n"
    )
    assert seats(extract) == [
        "Anna Holm, member, ex-officio: Havnerådet",
        "Bo Lund, observer: Havnerådet",
    ]


def test_a_remark_in_brackets_behind_somebody_tells_no_story(read):
    extract = read(
        "Udpegningsoversigt\n\nHavnerådet\nAnna Holm (A)? (gruppen har ikke bekræftet navnet)\n"
    )
    assert seats(extract) == ["Anna Holm, member, uncertain: Havnerådet"]


@pytest.mark.parametrize("whom", ["kommunerne", "medarbejderne", "museumsforeningen", "byrådet"])
def test_who_appoints_may_have_no_name_of_its_own(whom, read):
    extract = read(f"Udpegningsoversigt\n\nHavnerådet\nAnna Holm (A), udpeget af {whom}\n")
    assert seats(extract) == [f"Anna Holm, member, by {whom}: Havnerådet"]


def test_a_topic_above_the_title_of_a_page_is_no_forum(read):
    extract = read("Politik\n\nKKR Sjælland: udpegninger 2026-2030\n\nHavnerådet\nAnna Holm (A)\n")
    assert [forum.name for forum in extract.forums] == ["Havnerådet"]


def test_those_below_a_label_are_of_it_with_space_between_and_a_line_cut_before_a_name_goes_on(
    read,
):
    extract = read(
        "Fortegnelse over hverv i Randers Byråd\n\n\n1.1 Havnerådet\nRepræsentanter:   Anna Holm (Socialdemokratiet), i kraft af embedet\n"
        "                  Bo Lund (Venstre), udtrådt den 28. februar 2026\n\n"
        "                  Eva Vang (Venstre), indtrådt den 1. marts 2026 i stedet for\n\n                  Bo Lund\n"
        "\n1.2 Teatret\nFormand:   Ida Krag (Det Konservative\n\n           Folkeparti)\n"
    )
    assert seats(extract) == [
        "Anna Holm, representative, ex-officio: Havnerådet",
        "Bo Lund, representative, left, /2026-02-28: Havnerådet",
        "Eva Vang, representative, after Bo Lund, 2026-03-01/: Havnerådet",
        "Ida Krag, chair: Teatret",
    ]
    assert [one.party for one in extract.appointments] == ["A", "V", "V", "C"]


def test_a_party_by_its_name_is_that_party_whatever_its_letter_means(read):
    extract = read(
        "Blå Bog\n\nHavnerådet\nAnna Holm (Slesvigsk Parti)\nBo Lund (Socialdemokratiet)\n"
    )
    assert [one.party for one in extract.appointments] == ["S", "A"]


def test_an_authority_without_a_name_appoints(read):
    extract = read("Blå Bog\n\nHavnerådet\nAnna Holm (A)\nBo Lund, udpeget af politidirektøren\n")
    assert [one.by for one in extract.appointments] == [None, "politidirektøren"]


def test_numbered_deputies_behind_bullets_are_nobody_s(read):
    extract = read(
        "Blå Bog\n\nHavnerådet\n• Anna Holm (A)\n• Bo Lund (V)\n• 1. suppleant: Ida Krag\n"
    )
    assert seats(extract)[-1] == "Ida Krag, deputy: Havnerådet"


@pytest.mark.parametrize(
    "title",
    [
        "Repræsentationsliste for Fjord Vand I/S",
        "Fjord Vand I/S – repræsentationsliste",
        "Udpegningsoversigt: Fjord Vand I/S",
    ],
)
def test_a_company_in_the_title_has_the_list(title, read):
    extract = read(f"{title}\nGældende pr. 1. april 2026\n\nHavnerådet\nMedlem: Anna Holm (A)\n")
    assert extract.document.body == "Fjord Vand I/S"


def test_whom_a_list_salutes_is_no_forum(read):
    extract = read(
        "Blå Bog pr. 1. marts 2026\n\nHavnerådet\nEva Skov (F)\n\nKære bestyrelse\n\nMedlemmer:\nAnna Holm (A)\n\nKulturrådet\nBo Lund (V)\n"
    )
    assert seats(extract) == ["Eva Skov, member: Havnerådet", "Bo Lund, member: Kulturrådet"]
