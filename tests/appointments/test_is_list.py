"""Whether a document is a list is decided by what it says."""

import pytest

LISTS = {
    "a title and labels": "Udpegningsoversigt\n\nHavnerådet\nFormål: Havne.\nAnna Holm (A)\n",
    "a title and groups": "Blå Bog\n\nHavnerådet\nMedlemmer\nAnna Holm (A)\nBo Lund (V)\n",
    "a table": "Forum;Navn;Parti\nHavnerådet;Anna Holm;A\nTeatret;Bo Lund;V\n",
    "the page of one council": "Havnerådet\n\nRådet rådgiver byrådet.\n\nMedlemmer\n\n• Anna Holm (A), formand\n• Bo Lund (V)\n",
    "people below their offices": "Bestyrelsen for Havnen\n\nFormand\nAnna Holm (A)\n\nNæstformand\nBo Lund (V)\n",
    "committees one after the other": (
        "Udvalgsposter\nHavneudvalget (5 medlemmer)\nFormand Anna Holm (A)\nNæstformand Bo Lund (V)\n"
    ),
    "a box of facts for each seat": "Hegnssyn\n\nAntal pladser: 2\nIndehavere:\nAnna Holm (A)\nBo Lund (V)\n",
    "a page that asks": (
        "Havnenævnet\n\nFormand\n• Anna Holm\n\nMedlemmer\n• Bo Lund\n\nHvem kan jeg spørge?\n\nHvornår?\n"
    ),
    "members and deputies below a long story": (
        "Havnerådet\n\nRådet rådgiver byrådet.\n\nRådet mødes fire gange om året.\n\nRådet vælger selv sin formand.\n\n"
        "Udpeget af Byrådet den 08-12-2025\n\nBorgmester Anna Holm (A)\n\nStedfortræder: Bo Lund (V)\n"
    ),
    "seats told of above those in them": (
        "Bestyrelsen for Havvig Museum\n\nMuseet drives i fællesskab af to kommuner efter museumsloven.\n\n"
        "5 medlemmer vælges af Roskilde Byråd.\n\n2 medlemmer vælges af Lejre Kommunalbestyrelse.\n\n"
        "Valgt af Lejre Kommunalbestyrelse\n\nAnna Holm (F)\nBo Lund (A)\n"
    ),
    "a page that says when its council meets": (
        "Havnerådet\n\nFormål: Havne\nLovgrundlag: § 3\n\nMedlemmer udpeget af Byrådet\n• Anna Holm (A), formand\n• Bo Lund (V)\n\n"
        "Dagsordenen offentliggøres en uge før.\n"
    ),
    "labels alone": "Havnerådet\nFormål: Havne.\nHjemmel: § 3\nFunktionsperiode: 2022-2025\nAnna Holm (A)\n",
}
OTHERS = {
    "minutes": "Referat af møde i KKR Nordjylland den 3. maj 2024\nDeltagere\nAnna Holm (A)\n",
    "minutes with a list": (
        "Referat af møde i Havnerådet den 3. maj 2024\n1. Udpegninger\nBeslutning\nGodkendt.\n"
        "Bilag: Udpegningsoversigt\nForum;Navn;Parti\nHavnerådet;Anna Holm;A\n"
    ),
    "an agenda about a list": "Dagsorden for møde i KKR Nordjylland\n1. Udpegningsoversigt\n2. Eventuelt\n",
    "decisions under a list's title": (
        "Udpegningsoversigt\n1. Sag\nIndstilling\nAt godkende.\nBeslutning\nGodkendt.\n"
        "2. Sag\nIndstilling\nAt drøfte.\nBeslutning\nDrøftet.\nFormål: intet\n"
    ),
    "attendance in columns": "Møde i Havnerådet den 3. maj 2024\nNavn;Rolle;Fremmøde\nAnna Holm;formand;ja\nBo Lund;medlem;nej\n",
    "a notice that tells of posts": (
        "KKR Nordjylland\n\nHavnerådet har besat en række poster i tre nævn.\n\nMedlemmer\n"
        "Anna Holm (A) er udpeget til Havnerådet.\nFormål: intet\n"
    ),
    "a page of news": (
        "Forside > Nyheder > Udpegninger\n\nHavnerådet\nMedlemmer\nAnna Holm (A) og Bo Lund (V)\n"
    ),
    "those who came": "Havnerådet\n\nMedlemmer\nAnna Holm (A)\nBo Lund (V)\n\nAfbud\nEva Skov (B)\n",
    "those who meet": "Havnerådet\nIndkaldelse\n\nMedlemmer\nAnna Holm (A)\nBo Lund (V)\n",
    "one who is named": "Havnerådet\n\nMedlemmer\nAnna Holm (A)\n\nRådet rådgiver byrådet.\n",
    "a newsletter": (
        "Havnens nyheder i juni\n\nFarvel og goddag\n\nAnna Holm (A) er efter seks gode år gået af som formand. "
        "Havnen har fået to nye medlemmer i sin bestyrelse.\n\nKort nyt\n\n"
        "Formand Bo Lund (V), Vejle Kommune, er valgt for de næste fire år.\n\n"
        "Medlem Eva Skov (B), Vejle Kommune, er med fra den 1. juli 2026 igen.\n"
    ),
    "a newsletter in spaced letters": "N Y H E D S B R E V\n\nHavnerådet\nMedlemmer\nAnna Holm (A), formand\nBo Lund (V)\n",
    "what is told of some": "Kystnyt\n\n* Anna Holm (A) er ny formand for Havnerådet.\n\n* Bo Lund (V) er medlem af Teatret.\n",
    "a letter with a table of one board": (
        "Kære KKR Fyn\n\nI bestyrelsen sidder i dag:\n\nNavn\tKommune\tHverv\nAnna Holm (A)\tNyborg\tFormand\nBo Lund (V)\tAssens\tMedlem\n\n"
        "Pladserne skal besættes.\n\nMed venlig hilsen\nUlla Vang\n"
    ),
    "a mail that goes on below its greeting": (
        "Fra: Ulla Vang\nTil: Medlemmer og stedfortrædere\nEmne: Nye navne\nVedhæftet: Medlemsliste.xlsx\n\nKære alle\n\n"
        "* Anna Holm (A), Nyborg, er ny formand.\n\n* Bo Lund (V), Assens, er medlem.\n\nMvh\nUlla\n\nUlla Vang\nSekretær\n\n"
        "Fra: Bo Lund\nSendt: i går\nTil: Ulla Vang\nEmne: Farvel\n\nHej Ulla\nTak for nu.\nHils alle.\n\nSendt fra min telefon\n"
    ),
    "a mail in a box, with a table of members and deputies": (
        "Havnerådet\n\n+------------------------+\n| Til:    Medlemmer      |\n| Fra:    Ulla Vang      |\n"
        "| Emne:   Stedfortrædere |\n+------------------------+\n\n"
        "Medlem              Stedfortræder\n------------------  ---------------\nAnna Holm (A)       Bo Lund (A)\n"
    ),
    "what parties agree on": (
        "Konstitueringsaftale for Havvig Byråd\n\nHavneudvalget\nFormand: Anna Holm (A)\nNæstformand: Bo Lund (V)\n"
    ),
    "a page of news with a table of committees": (
        "<!doctype html><h1>Nye formænd</h1><p>Pressemeddelelse fra Havnen</p><p>Rådet har besat sine poster.</p><table><tr><th>Udvalg</th>"
        "<th>Formand</th><th>Medlem</th></tr><tr><td>Havneudvalget</td><td>Anna Holm</td><td>Bo Lund</td></tr></table>"
    ),
    "the board that it tells of": (
        "Havvig Havnefest\nMeddelelse fra formanden\n\nFormand: Anna Holm\nNæstformand: Bo Lund\nMedlemmer: Eva Skov og Ib Dam\n"
    ),
    "a letter on who follows whom": (
        "Ændringer i Havvig Byråds udpegninger\n\nByrådet har udpeget:\nOrgan\tNyt medlem\tAfløser\nHavnerådet\tAnna Holm (A)\tBo Lund (V)\n\n"
        "Med venlig hilsen\nEva Skov\n"
    ),
    "a memo on the same": (
        "Notat\n\nTil: Byrådet\nFra: Sekretariatet\n\nUdpegninger pr. 1. maj 2026\n\nForum\tUdtræder\tTiltræder\nHavnerådet\tBo Lund (V)\tAnna Holm (A)\n"
    ),
    "a letter": "Kære Anna\n\nTak for mødet.\n\nHilsen Bo Lund\n",
}  # fmt: skip


@pytest.mark.parametrize("text", LISTS.values(), ids=list(LISTS))
def test_lists(text, seems_list):
    assert seems_list(text)


@pytest.mark.parametrize("text", OTHERS.values(), ids=list(OTHERS))
def test_others(text, seems_list):
    assert not seems_list(text)
