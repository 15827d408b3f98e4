"""Rules about seats in the many forms that statutes give them: written before they were read."""

import pytest

from kkr_graph.language.seats import find_rules

# sentence -> how many seats, and who fills them
RULES = {
    "Bestyrelsen består af syv medlemmer, hvoraf tre udpeges af KKR.": [(3, "KKR")],
    "Bestyrelsen består af syv medlemmer. Heraf udpeger KKR Syd tre.": [(3, "KKR Syd")],
    "Heraf udpeger KKR Syd tre medlemmer.": [(3, "KKR Syd")],
    "Udvalget for Kultur, Fritid og Idræt udpeger tre medlemmer.": [
        (3, "Udvalget for Kultur, Fritid og Idræt")
    ],
    "Rådet har tre medlemmer, der udpeges af Udvalget for Kultur, Fritid og Idræt.": [
        (3, "Udvalget for Kultur, Fritid og Idræt")
    ],
    "KKR Syd har tre pladser i bestyrelsen.": [(3, "KKR Syd")],
    "Rådet består af to medlemmer, der udpeges af KKR Syd, én ansat fra forvaltningen og to lærere fra skolerne.": [
        (2, "KKR Syd"),
        (1, "forvaltningen"),
        (2, "skolerne"),
    ],
    "KKR Syd skal udpege tre medlemmer til Havnerådet.": [(3, "KKR Syd")],
    "Der skal udpeges tre medlemmer til Havnerådet.": [(3, None)],
    "Der udpeges to medlemmer fra hver kommune.": [(2, "hver kommune")],
    "Hver kommune udpeger ét medlem og én stedfortræder.": [(1, "Hver kommune")],
    "Hver af de 11 kommuner udpeger et medlem.": [(1, "Hver af de 11 kommuner")],
    "Kommunerne udpeger hver et medlem.": [(1, "Kommunerne")],
    "Medlemmerne udpeges således: 3 af KKR, 2 af regionen og 1 af PLO.": [
        (3, "KKR"),
        (2, "regionen"),
        (1, "PLO"),
    ],
    "Rådet har 12 medlemmer: 4 fra kommunerne, 4 fra regionen og 4 fra organisationerne.": [
        (4, "kommunerne"),
        (4, "regionen"),
        (4, "organisationerne"),
    ],
    "- 3 medlemmer udpeget af KKR": [(3, "KKR")],
    "- 3 udpeges af KKR Syd": [(3, "KKR Syd")],
    "3 repræsentanter fra kommunerne (udpeges af KKR)": [(3, "KKR")],
    "3 kommunale repræsentanter, som KKR udpeger": [(3, "KKR")],
    "Tre af medlemmerne udpeges af KKR Syd.": [(3, "KKR Syd")],
    "De tre kommunale medlemmer udpeges af KKR Syd.": [(3, "KKR Syd")],
    "KKR Syd indstiller fem medlemmer med stedfortrædere til Det Regionale Råd.": [(5, "KKR Syd")],
    "Efter § 8 vælges næstformanden af rådet blandt de kommunale medlemmer.": [(1, "rådet")],
    "Ifølge reglerne udpeges formanden af KKR Syd.": [(1, "KKR Syd")],
    "I maj vælges formanden for bestyrelsen af repræsentantskabet.": [(1, "repræsentantskabet")],
    "KKR Syd udpeger formanden.": [(1, "KKR Syd")],
    "KKR Syd udpeger rådets formand blandt politikerne.": [(1, "KKR Syd")],
    "Rådet har 3 kommunalpolitikere, der udpeges af KKR Syd.": [(3, "KKR Syd")],
    "KKR Syd udpeger formanden samt tre medlemmer blandt politikere og to medlemmer blandt virksomheder.": [
        (3, "KKR Syd"),
        (2, "KKR Syd"),
    ],
    "Forum for Vest skal have to medlemmer fra rådet.": [(2, "rådet")],
    "Efter reglerne skal bestyrelsen for Havnen have tre medlemmer blandt politikere.": [(3, None)],
    "Fire medlemmer udpeges blandt virksomhederne.": [(4, None)],
    "KKR Syd udpeger to medlemmer blandt virksomheder efter indstilling fra DI.": [(2, "KKR Syd")],
    "KKR Syd udpeger formand og to medlemmer.": [(1, "KKR Syd"), (2, "KKR Syd")],
    "Formand og næstformand vælges af og blandt bestyrelsens medlemmer.": [
        (1, "bestyrelsens medlemmer"),
        (1, "bestyrelsens medlemmer"),
    ],
    "To pladser besættes af KKR Syd.": [(2, "KKR Syd")],
    "KKR Syd besætter to pladser i Havnerådet.": [(2, "KKR Syd")],
    "Regionen er repræsenteret med to medlemmer i Havnerådet.": [(2, "Regionen")],
    "Kommunerne repræsenteres ved fire medlemmer udpeget af KKR.": [(4, "KKR")],
    "I Havnerådet sidder fire kommunale repræsentanter udpeget af KKR.": [(4, "KKR")],
    "KKR Syd udpeger 1 repræsentant (politisk niveau) til styregruppen.": [(1, "KKR Syd")],
    "KKR udpeger mindst to medlemmer.": [(2, "KKR")],
    "Bestyrelsen har seks medlemmer, og én af de udpegede skal være fra en af de kommuner, som ejer havnen.": [],
    "To medlemmer fra erhvervslivet, herunder mindst et fra en lille virksomhed, udpeges af ministeren.": [
        (2, "ministeren")
    ],
    "Et medlem, der repræsenterer havnene, udpeges af ministeren efter indstilling fra DI.": [
        (1, "ministeren")
    ],
    "1 formand, der skal være fra en havn, udpeges af ministeren.": [(1, "ministeren")],
    "Formanden, der skal være fra en havn, udpeges af ministeren.": [(1, "ministeren")],
    "Fem kommunale medlemmer udpeges af kommunekontaktrådene (KKR).": [(5, "kommunekontaktrådene")],
    "KKR Syd udpeger formanden for Havnens bestyrelse og 3 øvrige kommunale politiske medlemmer.": [
        (1, "KKR Syd"),
        (3, "KKR Syd"),
    ],
    "Udvalget sammensættes af fem medlemmer udpeget af KKR og fem medlemmer udpeget af regionsrådet.": [
        (5, "KKR"),
        (5, "regionsrådet"),
    ],
    "I rådet udpeges tre medlemmer af KKR Syd.": [(3, "KKR Syd")],
    "Af bestyrelsen udpeges to medlemmer af KKR Syd blandt borgere.": [(2, "KKR Syd")],
    "Rådet har ni medlemmer, som børneministeren udpeger.": [(9, "børneministeren")],
    "Fem medlemmer af Fjordens bestyrelse vælges af byrådet.": [(5, "byrådet")],
    "Rådet har to medlemmer, der er valgt af byrådet.": [(2, "byrådet")],
    "Der er tre medlemmer i gruppen.": [],
    "KKR udpegede tre medlemmer på sidste møde.": [],
    "Tre medlemmer deltog i mødet.": [],
    "Udvalget drøftede, om to medlemmer skulle vælges.": [],
}


@pytest.mark.parametrize(("sentence", "rules"), RULES.items(), ids=list(RULES))
def test_how_many_seats_somebody_fills(sentence, rules):
    found = [(rule.seats, rule.appointed_by) for rule in find_rules(sentence, 0, len(sentence))]
    assert sorted(found, key=str) == sorted(rules, key=str)
