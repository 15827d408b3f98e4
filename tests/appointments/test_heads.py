"""Whose list it is, and the day it holds for."""

import pytest

LIST = "\n\nHavnerådet\nFormål: Havne.\nMedlemmer:\nAnna Holm (A)\nBo Lund (V)\n"
# head -> body and day
HEADS = {
    # a letterhead stands above the council's list
    "SOLRØD KOMMUNE\nSekretariatet\n\n        Solrød Byråds repræsentationer\n\nSenest opdateret den 3. juni 2026": "Solrød Byråd|2026-06-03",
    "Solrød Kommune\n\nSolrød Byråd - udvalg, råd, nævn og bestyrelser\nPr. 3. juni 2026": "Solrød Byråd|2026-06-03",
    "Solrød Kommune\n\nSolrød Byråd: Valg af medlemmer til udvalg m.v.\n\nPr. 3. juni 2026": "Solrød Byråd|2026-06-03",
    "SOLRØD KOMMUNE\n\nBLÅ BOG FOR SOLRØD BYRÅD\n\nAjourført 3. juni 2026": "Solrød Byråd|2026-06-03",
    "Selskaber og nævn\n\nHer kan du se, hvem Solrød Byråd har valgt til selskaberne.": "Solrød Byråd|None",
    # what a board's page is about
    "Bestyrelsen for Havvig Museum\n\nMuseet drives af to kommuner.": "Havvig Museum|None",
    "Bestyrelsen for Havvig Museum er sammensat af begge byråd": "None|None",
    "Kulturhuset Havvig\n\nBESTYRELSEN\n\nKulturhuset Havvig er en fond.": "Kulturhuset Havvig|None",
    "Bestyrelse og udvalg\n\nKystens Hus\n\nBestyrelse, udvalg og råd\n\nKystens Hus": "Kystens Hus|None",
    # the owner in the genitive, in the head of one council's, and where to find it at the foot
    "KL's repræsentantliste - udtræk pr. 3. juni 2026": "KL|2026-06-03",
    "Danske Regioners eksterne repræsentationer\n\nPr. 3. juni 2026": "Danske Regioner|2026-06-03",
    "Udvalgets medlemsliste\n\nPr. 3. juni 2026": "None|2026-06-03",
    "Samarbejdsudvalget for Lægehjælp\n\nMedlemmer og suppleanter\n\nAjourført den 3. juni 2026": "Samarbejdsudvalget for Lægehjælp|2026-06-03",
    "Samarbejdsudvalget for Lægehjælp\n\nMedlemmer og suppleanter\n\nAnna Holm": "None|None",
    # a letterhead beside the title, which comes again with whose list it is
    "Solrød Kommune     Blå Bog 2026-2029\n\nBlå Bog\nSolrød Byråd\nAjourført den 3. juni 2026": "Solrød Byråd|2026-06-03",
    "Solrød Kommune     Blå Bog 2026-2029\n\nAjourført den 3. juni 2026": "Solrød Kommune|2026-06-03",
    # the day it was drawn up, and the day it holds from
    "Hvervsregister for Solrød Byråd\n\nUdtræk pr. 03-06-2026": "Solrød Byråd|2026-06-03",
    "Udpegninger - Solrød Kommune\n\nSiden er opdateret 03.06.2026": "Solrød Kommune|2026-06-03",
    "Udpegninger - Solrød Byråd\n\nOversigten er vedtaget den 4. maj 2026 og gælder pr. 3. juni 2026.": "Solrød Byråd|2026-06-03",
    "Udpegninger - Solrød Byråd\n\nSenest redigeret: 3. juni 2026": "Solrød Byråd|2026-06-03",
    "Udpegninger - Solrød Byråd\n\nUdpeget den 4. maj 2026": "Solrød Byråd|None",
    "Udpegninger - Solrød Byråd\n\nMedlem siden den 4. maj 2026": "Solrød Byråd|None",
}


@pytest.mark.parametrize(("head", "said"), HEADS.items(), ids=list(HEADS))
def test_the_head_says_whose_list_it_is_and_of_which_day(head, said, read):
    document = read(f"{head}{LIST}").document
    assert f"{document.body}|{document.date}" == said


def test_a_letterhead_is_no_forum(read):
    found = read(
        f"Solrød Kommune\n\nSolrød Byråd: Valg af medlemmer til udvalg\n\nPr. 3. juni 2026{LIST}"
    )
    assert [forum.name for forum in found.forums] == ["Havnerådet"]


@pytest.mark.parametrize(
    "foot", ["Havvig Vand  |  Kystvej 2, 8000 Aarhus C", "Havvig Vand, Kystvej 2"]
)
def test_a_name_at_the_top_with_its_address_at_the_foot_is_whose_list_it_is(foot, read):
    found = read(f"HAVVIG VAND\nBestyrelser og repræsentation i koncernen{LIST}\n{foot}\n")
    assert found.document.body == "HAVVIG VAND"
    assert [one.person for one in found.appointments] == ["Anna Holm", "Bo Lund"]
    assert found.unclaimed == ()
