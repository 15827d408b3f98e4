"""Many ways to say who gets, has and leaves a role: written down before they were read."""

import pytest

from tests.minutes.paper import item, paper

A, B, E = "Anna Holm", "Bo Lund", "Eva Skov"


def fact(person, role="member", event="appointed", body="Havnerådet", sure=""):
    return f"{person}: {role} of {body}, {event}{sure}"


IDIOMS = {
    "Anna Holm (A) udpegedes til Havnerådet.": [fact(A)],
    "Anna Holm tiltræder som medlem af Havnerådet den 1. maj 2025.": [fact(A)],
    "Som nyt medlem af Havnerådet indtræder Anna Holm (A), Vejle.": [fact(A)],
    "I stedet for Bo Lund (V) indtræder Anna Holm (V) i Havnerådet.": [
        fact(A),
        fact(B, event="left"),
    ],
    "Bo Lund (V) har ønsket at udtræde af Havnerådet. KKR Nordjylland udpegede Anna Holm (V) i stedet.": [
        fact(A),
        fact(B, event="left", sure="?"),
    ],
    "Anna Holm erstatter Bo Lund som næstformand i Havnerådet.": [
        fact(A, "vice-chair"),
        fact(B, "vice-chair", "left"),
    ],
    "Bo Lund afløses af Anna Holm som formand for Havnerådet.": [
        fact(A, "chair"),
        fact(B, "chair", "left"),
    ],
    "Bo Lund fratræder som formand for Havnerådet og erstattes af Anna Holm.": [
        fact(A, "chair"),
        fact(B, "chair", "left"),
    ],
    "Havnerådets nye formand er Anna Holm.": [fact(A, "chair")],
    "Ny formand for Havnerådet er Anna Holm (A), Vejle.": [fact(A, "chair")],
    "Ny formand for Havnerådet bliver Anna Holm.": [fact(A, "chair")],
    "Formand for Havnerådet er Anna Holm.": [fact(A, "chair", "holds")],
    "Formanden for Havnerådet hedder Anna Holm.": [fact(A, "chair", "holds")],
    "Anna Holm overtager posten som formand for Havnerådet efter Bo Lund.": [
        fact(A, "chair"),
        fact(B, "chair", "left"),
    ],
    "Anna Holm overtager Bo Lunds plads i Havnerådet.": [fact(A), fact(B, event="left")],
    "Anna Holm sidder i Havnerådet for KKR Nordjylland.": [fact(A, event="holds")],
    "Anna Holm repræsenterer KKR Nordjylland i Havnerådet.": [fact(A, "representative", "holds")],
    "KKR Nordjylland er repræsenteret i Havnerådet ved Anna Holm.": [
        fact(A, "representative", "holds")
    ],
    "KKR Nordjylland repræsenteres i Havnerådet af Anna Holm og Bo Lund.": [
        fact(A, "representative", "holds"),
        fact(B, "representative", "holds"),
    ],
    # what a comma sets behind a name is nobody
    "Som medlemmer af Havnerådet blev valgt gårdejer Bo Lund, Kystens Camping, og Eva Skov (V).": [
        fact(B, event="elected"),
        fact(E, event="elected"),
    ],
    "Anna Holm og Bo Lund genvalgtes til Havnerådet.": [
        fact(A, event="elected"),
        fact(B, event="elected"),
    ],
    "Til Havnerådet vælges Anna Holm (A), Bo Lund (V) og Eva Skov (C).": [
        fact(A, event="elected"),
        fact(B, event="elected"),
        fact(E, event="elected"),
    ],
    "Følgende vælges til Havnerådet: Anna Holm (A), Bo Lund (V) og Eva Skov (C).": [
        fact(A, event="elected"),
        fact(B, event="elected"),
        fact(E, event="elected"),
    ],
    "KKR Nordjylland udpeger: Anna Holm (A) til Havnerådet, Bo Lund (V) til Kystrådet.": [
        fact(A),
        fact(B, body="Kystrådet"),
    ],
    "Anna Holm blev udpeget til Havnerådet med Bo Lund som suppleant og Eva Skov til Kystrådet.": [
        fact(A),
        fact(B, "deputy"),
        fact(E, body="Kystrådet"),
    ],
    "Anna Holm (A) udpeges som medlem og Bo Lund (A) som personlig stedfortræder i Havnerådet.": [
        fact(A),
        fact(B, "deputy"),
    ],
    "Som medlem af Havnerådet udpegedes Anna Holm med Bo Lund som stedfortræder.": [
        fact(A),
        fact(B, "deputy"),
    ],
    "Bo Lund rykker fra næstformand til formand for Havnerådet.": [],
    "Bo Lund udtræder af Havnerådet, hvor han har været næstformand.": [fact(B, event="left")],
    "Bo Lund, der har været formand for Havnerådet, stopper.": [fact(B, "chair", "left")],
    "Efter Bo Lund blev Anna Holm valgt som formand for Havnerådet.": [
        fact(A, "chair", "elected"),
        fact(B, "chair", "left"),
    ],
    "Der var kampvalg mellem Anna Holm og Bo Lund om posten som formand for Havnerådet. Anna Holm blev valgt med 7 stemmer mod 4.": [
        fact(A, "chair", "elected")
    ],
    "Anna Holm fik 7 stemmer og er dermed valgt som formand for Havnerådet.": [
        fact(A, "chair", "elected")
    ],
    "Anna Holm er dermed valgt som formand for Havnerådet.": [fact(A, "chair", "elected")],
    "Valgt blev Anna Holm som medlem af Havnerådet og Bo Lund som suppleant.": [
        fact(A, event="elected"),
        fact(B, "deputy", "elected"),
    ],
    "KKR Nordjylland besluttede, at Anna Holm udpeges til Havnerådet.": [fact(A)],
    "KKR Nordjylland tiltrådte, at Anna Holm indtræder i Havnerådet.": [fact(A)],
    "Det blev besluttet at vælge Anna Holm som formand for Havnerådet.": [
        fact(A, "chair", "elected")
    ],
    "Administrationen indstiller, at Anna Holm udpeges til Havnerådet.": [fact(A, sure="?")],
    "Bo Lund nedlagde sit hverv som formand for Havnerådet den 1. maj 2025.": [
        fact(B, "chair", "left")
    ],
    "Bo Lund har meddelt, at han ikke længere ønsker at være medlem af Havnerådet.": [],
    "Anna Holm blev konstitueret som formand for Havnerådet.": [fact(A, "chair")],
    "Havnerådet har konstitueret sig med Anna Holm som formand.": [fact(A, "chair", "elected")],
    "Havnerådet konstituerer sig med Anna Holm (A) som formand, Bo Lund (V) som næstformand og Eva Skov (C) som kasserer.": [
        fact(A, "chair", "elected"),
        fact(B, "vice-chair", "elected"),
    ],
    "Anna Holm, Vejle Kommune, er udpeget som observatør i Havnerådet.": [fact(A, "observer")],
    "Beskæftigelsesministeren har udpeget Anna Holm (A) som medlem af Havnerådet efter indstilling fra KKR Nordjylland.": [
        fact(A)
    ],
    "Anna Holm er indstillet af KKR Nordjylland til Havnerådet.": [fact(A, event="nominated")],
    "Anna Holm modtager genvalg til Havnerådet.": [],
    "Anna Holm stiller op til formandsposten i Havnerådet.": [],
    "Anna Holm blev spurgt, om hun vil indtræde i Havnerådet.": [],
    "Anna Holm takkede nej til at indtræde i Havnerådet.": [],
    "Anna Holm er medlem af Havnerådet.": [fact(A, event="holds")],
    "Anna Holm (A) er i dag medlem af Havnerådet.": [fact(A, event="holds")],
    "Havnerådets formand Anna Holm orienterede.": [fact(A, "chair", "holds")],
    "Bo Lund er gået af som formand for Havnerådet.": [fact(B, "chair", "left")],
    "Bo Lund forlader posten som formand for Havnerådet.": [fact(B, "chair", "left")],
    "Bo Lund er fraflyttet kommunen og er derfor udtrådt af Havnerådet.": [fact(B, event="left")],
    "Stedfortræder for Anna Holm i Havnerådet er Bo Lund.": [fact(B, "deputy", "holds")],
    "Suppleant for Anna Holm i Havnerådet bliver Bo Lund.": [fact(B, "deputy")],
    "Anna Holm indkaldes som stedfortræder for Bo Lund.": [],
    "Venstre udpeger Anna Holm til Havnerådet, og Socialdemokratiet udpeger Bo Lund.": [
        fact(A),
        fact(B),
    ],
    "Havnen blev valgt til årets projekt, og Anna Holm fik prisen.": [],
    "Anna Holm er valgt ind i byrådet for Venstre.": [],
    "Anna Holm er ansat som direktør i Havnerådet.": [],
    "Udvalget udpegede enstemmigt Anna Holm (A) til Havnerådet.": [fact(A)],
    "KKR Nordjylland besluttede at indstille Anna Holm og Bo Lund til Havnerådet.": [
        fact(A, event="nominated"),
        fact(B, event="nominated"),
    ],
    "Til bestyrelsen for Havnerådet udpeges: Anna Holm (A) og Bo Lund (V).": [fact(A), fact(B)],
    "Som KKR Nordjyllands repræsentanter i Havnerådet udpegedes Anna Holm (A) og Bo Lund (V).": [
        fact(A, "representative"),
        fact(B, "representative"),
    ],
    "Anna Holm blev valgt til formand og Bo Lund til næstformand for Havnerådet.": [
        fact(A, "chair", "elected"),
        fact(B, "vice-chair", "elected"),
    ],
    "Havnerådet har valgt Anna Holm (A) til ny formand.": [fact(A, "chair", "elected")],
    "Anna Holm (A), Vejle, er ny formand for Havnerådet.": [fact(A, "chair")],
    "Anna Holm blev valgt som formand for Havnerådet på rådets årsmøde.": [
        fact(A, "chair", "elected")
    ],
    "Anna Holm er blevet formand for Havnerådet.": [fact(A, "chair")],
    "Bo Lund er ikke længere formand for Havnerådet.": [],
    "Bo Lund har valgt at stoppe som formand for Havnerådet.": [fact(B, "chair", "left")],
    "Bo Lund har på eget initiativ trukket sig fra Havnerådet.": [fact(B, event="left")],
    "Bo Lund har trukket sig fra Havnerådet.": [fact(B, event="left")],
    "Anna Holm vikarierer for Bo Lund i Havnerådet.": [],
    "Bo Lund døde i marts, og Anna Holm er indtrådt i Havnerådet i hans sted.": [fact(A)],
    "Da Bo Lund er udtrådt af Havnerådet, udpegede KKR Nordjylland Anna Holm (A).": [
        fact(A),
        fact(B, event="left"),
    ],
    "Pladsen efter Bo Lund i Havnerådet overtages af Anna Holm.": [fact(A), fact(B, event="left")],
    "Bo Lunds plads i Havnerådet overtages af Anna Holm.": [fact(A), fact(B, event="left")],
    "Anna Holm fortsætter i Havnerådet.": [fact(A, event="holds")],
    "Anna Holm og Bo Lund fortsætter som medlemmer af Havnerådet.": [
        fact(A, event="holds"),
        fact(B, event="holds"),
    ],
    "Anna Holm er medlem af Havnerådet og formand for Kystrådet.": [
        fact(A, event="holds"),
        fact(A, "chair", "holds", body="Kystrådet"),
    ],
    "Anna Holm blev udpeget som medlem af Havnerådet og som formand for Kystrådet.": [
        fact(A),
        fact(A, "chair", body="Kystrådet"),
    ],
    "Anna Holm, der er medlem af Havnerådet, orienterede.": [fact(A, event="holds")],
    "Anna Holm (A) og Bo Lund (V), begge medlemmer af Havnerådet, orienterede.": [],
    "Formandskabet i Havnerådet varetages af Anna Holm.": [fact(A, "chair")],
    "Anna Holm blev foreslået som formand for Havnerådet, men trak sig.": [],
    "Anna Holm foreslog Bo Lund som formand for Havnerådet.": [fact(B, "chair", sure="?")],
    "Efter skriftlig afstemning blev Anna Holm valgt til formand for Havnerådet.": [
        fact(A, "chair", "elected")
    ],
    "Anna Holm (A) blev valgt med akklamation som formand for Havnerådet.": [
        fact(A, "chair", "elected")
    ],
    "Der var genvalg til Anna Holm og nyvalg af Bo Lund til Havnerådet.": [],
    "Region Nordjylland har meddelt, at Anna Holm er udpeget til Havnerådet.": [fact(A)],
    "KL har udpeget Anna Holm til Havnerådet pr. 1. januar 2026.": [fact(A)],
    "Anna Holm bliver medlem af Havnerådet fra den 1. januar 2026.": [fact(A)],
    "Posten som formand for Havnerådet besættes af Anna Holm.": [fact(A, "chair")],
    "Udvalget pegede på Anna Holm som tovholder.": [],
    "Anna Holm blev valgt som stemmetæller, og Bo Lund blev valgt som dirigent.": [],
    "Aalborg Havn og Hirtshals Havn er udpeget som knudepunkter.": [],
    "Projektet er udpeget af Anna Holm som et godt eksempel.": [],
    "Anna Holm blev hædret for sine år som formand for Havnerådet.": [],
    "Anna Holm har været medlem af Havnerådet siden 2018.": [],
    "Næste formand for Havnerådet vælges i maj.": [],
}


@pytest.mark.parametrize(("sentence", "facts"), IDIOMS.items(), ids=list(IDIOMS))
def test_what_an_idiom_tells(sentence, facts, read):
    extract = read(paper(item("1.", "Dagsorden", "Godkendt."), item("2.", "Et punkt", sentence)))
    told = [
        fact(one.person, one.role, one.event, one.body, "" if one.certain else "?")
        for one in extract.appointments
    ]
    assert sorted(told) == sorted(facts)
