"""Who gets, has or leaves a role, as sentences tell it; and what tells of nobody."""

import pytest

from kkr_graph.model.extract import Event
from tests.minutes.paper import item, paper


def told(appointment) -> str:
    """``Anna Holm: member of Havnerådet, appointed``, and what else is told."""
    more = {
        "by": appointment.by,
        "from": appointment.from_,
        "to": appointment.to,
        "for": appointment.deputy_for,
        "instead of": appointment.replaces,
        "of": appointment.on_behalf_of,
    }
    return (
        f"{appointment.person}: {appointment.role} of {appointment.body}, {appointment.event}"
        + "".join(f", {word} {value}" for word, value in more.items() if value)
        + ("" if appointment.certain else "?")
    )


def told_by(read, sentence: str, title: str = "Et punkt") -> list[str]:
    """What one sentence tells, as the decision of an item of KKR Nordjylland."""
    extract = read(paper(item("1.", "Dagsorden", "Godkendt."), item("2.", title, sentence)))
    return [told(appointment) for appointment in extract.appointments]


A_MEMBER = "Anna Holm: member of Havnerådet, appointed"
A_CHAIR = "Anna Holm: chair of Havnerådet, elected"
B_LEFT = "Bo Lund: member of Havnerådet, left"

FACTS = {
    "Anna Holm er udpeget som nyt medlem af Havnerådet. Hun kommer i stedet for Bo Lund.": [
        "Anna Holm: member of Havnerådet, appointed, instead of Bo Lund",
        B_LEFT,
    ],
    "Valget af Anna Holm som formand for Havnerådet skete enstemmigt.": [A_CHAIR],
    "KKR udpegede følgende:\n• Bestyrelsen for Wonderful Øresund: Anna Holm (A), Rebild": [
        "Anna Holm: member of Wonderful Øresund, appointed, by KKR Nordjylland"
    ],
    # between whom it was voted
    "Efter kampvalg mellem Eva Skov (A) og Anna Holm (V) blev Anna Holm valgt som formand for Havnerådet.": [
        A_CHAIR
    ],
    "Ved lodtrækning mellem Bo Lund og Anna Holm blev Anna Holm udpeget til Havnerådet.": [
        A_MEMBER
    ],
    # the body of which a sentence tells, before the verb
    "Byrådet i Thisted forventes at udpege Anna Holm til Havnerådet.": [
        "Anna Holm: member of Havnerådet, appointed, by Byrådet i Thisted?"
    ],
    "KKR Nordjylland indstiller, at Anna Holm udpeges til Havnerådet.": [
        "Anna Holm: member of Havnerådet, nominated, by KKR Nordjylland"
    ],
    # appointed, nominated, elected
    "Anna Holm blev udpeget til Havnerådet.": [A_MEMBER],
    "Anna Holm (A) udpeges til Havnerådet.": [A_MEMBER],
    "Anna Holm er udpeget som medlem af Havnerådet.": [A_MEMBER],
    "Anna Holm er genudpeget til Havnerådet.": [A_MEMBER],
    # what one member proposed fell, or another was chosen; and who chose somebody before
    "Bo Lund foreslog, at Eva Skov vælges som formand for Havnerådet. Forslaget faldt.": [],
    "Bo Lund foreslog, at Eva Skov vælges som formand for Havnerådet. Anna Holm blev valgt som formand for Havnerådet.": [
        A_CHAIR
    ],
    "Anna Holm udpeges til Havnerådet. Pladsen besættes af den gruppe, som har valgt hende.": [
        A_MEMBER
    ],
    "Anna Holm er i kraft af formandsposten født medlem af Havnerådet.": [
        "Anna Holm: member of Havnerådet, ex-officio"
    ],
    # a firm that a comma sets behind somebody does nothing
    "Partner Anna Holm, Klitten Kapital, udpeges til Havnerådet.": [A_MEMBER],
    "Til Havnerådet blev udpeget direktør Anna Holm, Østers Røgeri.": [A_MEMBER],
    "Anna Holm, Fadumo Yilmaz og Bo Lund blev udpeget til Havnerådet.": [
        A_MEMBER,
        "Fadumo Yilmaz: member of Havnerådet, appointed",
        "Bo Lund: member of Havnerådet, appointed",
    ],
    "KKR Nordjylland udpegede Anna Holm til Havnerådet.": [f"{A_MEMBER}, by KKR Nordjylland"],
    "KKR Nordjylland udpeger Anna Holm (A), Vejle, til Havnerådet.": [
        f"{A_MEMBER}, by KKR Nordjylland"
    ],
    "KKR Nordjylland udpegede borgmester Anna Holm som medlem af bestyrelsen for Havnerådet.": [
        f"{A_MEMBER}, by KKR Nordjylland"
    ],
    "Som medlem af Havnerådet udpegede KKR Nordjylland Anna Holm.": [
        f"{A_MEMBER}, by KKR Nordjylland"
    ],
    "Til Havnerådet udpegedes Anna Holm.": [A_MEMBER],
    "Til Havnerådet blev Anna Holm udpeget.": [A_MEMBER],
    "KKR Nordjylland udpegede Anna Holm og Bo Lund til Havnerådet.": [
        f"{A_MEMBER}, by KKR Nordjylland",
        "Bo Lund: member of Havnerådet, appointed, by KKR Nordjylland",
    ],
    "KKR Nordjylland udpegede Anna Holm (A), Bo Lund (V) og Eva Skov (C) til Havnerådet.": [
        f"{A_MEMBER}, by KKR Nordjylland",
        "Bo Lund: member of Havnerådet, appointed, by KKR Nordjylland",
        "Eva Skov: member of Havnerådet, appointed, by KKR Nordjylland",
    ],
    "KKR Nordjylland udpegede Anna Holm til Havnerådet og Bo Lund til Kystrådet.": [
        f"{A_MEMBER}, by KKR Nordjylland",
        "Bo Lund: member of Kystrådet, appointed, by KKR Nordjylland",
    ],
    "Udvalget udpegede Anna Holm til Havnerådet.": [f"{A_MEMBER}, by KKR Nordjylland"],
    "Anna Holm udpeges som observatør i Havnerådet.": [
        "Anna Holm: observer of Havnerådet, appointed"
    ],
    "Anna Holm udpeges som repræsentant i Havnerådet.": [
        "Anna Holm: representative of Havnerådet, appointed"
    ],
    "KKR Nordjylland indstiller Anna Holm til Havnerådet.": [
        "Anna Holm: member of Havnerådet, nominated, by KKR Nordjylland"
    ],
    "Anna Holm blev indstillet til Havnerådet.": ["Anna Holm: member of Havnerådet, nominated"],
    "KKR Nordjylland nominerede Anna Holm til posten som formand for Havnerådet.": [
        "Anna Holm: chair of Havnerådet, nominated, by KKR Nordjylland"
    ],
    "Anna Holm blev valgt som formand for Havnerådet.": [A_CHAIR],
    "Anna Holm blev valgt til formand for Havnerådet.": [A_CHAIR],
    "Anna Holm vælges som formand for Havnerådet.": [A_CHAIR],
    "Anna Holm blev enstemmigt valgt som formand for Havnerådet.": [A_CHAIR],
    "Anna Holm genvalgtes som formand for Havnerådet.": [A_CHAIR],
    "Som formand for Havnerådet valgtes Anna Holm.": [A_CHAIR],
    "Til formand for Havnerådet valgtes Anna Holm.": [A_CHAIR],
    "Som formand for Havnerådet blev Anna Holm valgt.": [A_CHAIR],
    "Havnerådet valgte Anna Holm som formand.": [f"{A_CHAIR}, by Havnerådet"],
    "Anna Holm blev valgt som formand.": ["Anna Holm: chair of KKR Nordjylland, elected"],
    "Godkendt, idet Anna Holm (A) vælges som formand.": [
        "Anna Holm: chair of KKR Nordjylland, elected"
    ],
    "Anna Holm blev valgt som næstformand for Havnerådet.": [
        "Anna Holm: vice-chair of Havnerådet, elected"
    ],
    "Anna Holm blev valgt som formand og Bo Lund som næstformand for Havnerådet.": [
        A_CHAIR,
        "Bo Lund: vice-chair of Havnerådet, elected",
    ],
    "Anna Holm blev valgt som formand for Havnerådet og Bo Lund som næstformand.": [
        A_CHAIR,
        "Bo Lund: vice-chair of Havnerådet, elected",
    ],
    "Anna Holm og Bo Lund blev valgt som henholdsvis formand og næstformand for Havnerådet.": [
        A_CHAIR,
        "Bo Lund: vice-chair of Havnerådet, elected",
    ],
    "Som formand valgtes Anna Holm (A), og som næstformand valgtes Bo Lund (V).": [
        "Anna Holm: chair of KKR Nordjylland, elected",
        "Bo Lund: vice-chair of KKR Nordjylland, elected",
    ],
    "Havnerådet konstituerede sig med Anna Holm som formand og Bo Lund som næstformand.": [
        A_CHAIR,
        "Bo Lund: vice-chair of Havnerådet, elected",
    ],
    "KKR Nordjylland udpegede Anna Holm til formand for Havnerådet og Bo Lund og Eva Skov til medlemmer.": [
        "Anna Holm: chair of Havnerådet, appointed, by KKR Nordjylland",
        "Bo Lund: member of Havnerådet, appointed, by KKR Nordjylland",
        "Eva Skov: member of Havnerådet, appointed, by KKR Nordjylland",
    ],
    "KKR Nordjylland udpegede Anna Holm (A) (borgmester), Bo Lund (V) og Eva Skov (C) til Havnerådet.": [
        f"{A_MEMBER}, by KKR Nordjylland",
        "Bo Lund: member of Havnerådet, appointed, by KKR Nordjylland",
        "Eva Skov: member of Havnerådet, appointed, by KKR Nordjylland",
    ],
    "KKR Nordjylland besluttede at udpege Anna Holm til Havnerådet.": [
        f"{A_MEMBER}, by KKR Nordjylland"
    ],
    "Anna Holm er udpeget af Danske Regioner til Havnerådet.": [f"{A_MEMBER}, by Danske Regioner"],
    "Anna Holm er af Danske Regioner udpeget til Havnerådet.": [f"{A_MEMBER}, by Danske Regioner"],
    "Af Danske Regioner er Anna Holm udpeget til Havnerådet.": [f"{A_MEMBER}, by Danske Regioner"],
    "Anna Holm er valgt af kommunerne til Havnerådet.": [
        "Anna Holm: member of Havnerådet, elected, by kommunerne"
    ],
    "Anna Holm er udpeget til Havnerådet af sin gruppe.": [A_MEMBER],
    "Anna Holm er udpeget til Havnerådet af Danske Regioner.": [f"{A_MEMBER}, by Danske Regioner"],
    "Anna Holm er udpeget som medlem af Havnerådet af regionen.": [f"{A_MEMBER}, by regionen"],
    "Danske Regioner har udpeget Anna Holm til Havnerådet.": [f"{A_MEMBER}, by Danske Regioner"],
    # from and to
    "Anna Holm udpeges til Havnerådet fra den 1. januar 2026.": [f"{A_MEMBER}, from 2026-01-01"],
    "Anna Holm udpeges til Havnerådet pr. 1. januar 2026.": [f"{A_MEMBER}, from 2026-01-01"],
    "Anna Holm udpeges til Havnerådet fra den 1. januar 2026 til den 31. december 2029.": [
        f"{A_MEMBER}, from 2026-01-01, to 2029-12-31"
    ],
    "Anna Holm udpeges til Havnerådet for perioden 2026-2029.": [A_MEMBER],
    "Anna Holm udpeges til Havnerådet for resten af valgperioden.": [A_MEMBER],
    # left
    "Bo Lund udtræder af Havnerådet.": [B_LEFT],
    "Bo Lund er udtrådt af Havnerådet.": [B_LEFT],
    "Bo Lund udtrådte af Havnerådet den 1. maj 2025.": [f"{B_LEFT}, to 2025-05-01"],
    "Bo Lund udtræder af Havnerådet pr. 1. maj 2025.": [f"{B_LEFT}, to 2025-05-01"],
    "Bo Lund stopper som medlem af Havnerådet.": [B_LEFT],
    "Bo Lund trak sig som formand for Havnerådet.": ["Bo Lund: chair of Havnerådet, left"],
    "Bo Lund fratræder som næstformand for Havnerådet.": [
        "Bo Lund: vice-chair of Havnerådet, left"
    ],
    # in somebody's place
    "Anna Holm afløser Bo Lund i Havnerådet.": [f"{A_MEMBER}, instead of Bo Lund", B_LEFT],
    "Anna Holm afløser Bo Lund som formand for Havnerådet.": [
        "Anna Holm: chair of Havnerådet, appointed, instead of Bo Lund",
        "Bo Lund: chair of Havnerådet, left",
    ],
    "Anna Holm (A), Vejle, efterfølger Bo Lund som medlem af Havnerådet.": [
        f"{A_MEMBER}, instead of Bo Lund",
        B_LEFT,
    ],
    "Anna Holm indtræder i Havnerådet i stedet for Bo Lund.": [
        f"{A_MEMBER}, instead of Bo Lund",
        B_LEFT,
    ],
    "Anna Holm indtræder i Havnerådet.": [A_MEMBER],
    "Anna Holm indtræder som nyt medlem af Havnerådet efter Bo Lund.": [
        f"{A_MEMBER}, instead of Bo Lund",
        B_LEFT,
    ],
    "Bo Lund udtræder af Havnerådet, og KKR Nordjylland udpegede Anna Holm som nyt medlem.": [
        B_LEFT,
        f"{A_MEMBER}, by KKR Nordjylland",
    ],
    "Anna Holm bliver ny formand for Havnerådet.": ["Anna Holm: chair of Havnerådet, appointed"],
    # deputies
    "Anna Holm udpeges som suppleant for Bo Lund i Havnerådet.": [
        "Anna Holm: deputy of Havnerådet, appointed, for Bo Lund"
    ],
    "Anna Holm udpeges som personlig stedfortræder for Bo Lund i Havnerådet.": [
        "Anna Holm: deputy of Havnerådet, appointed, for Bo Lund"
    ],
    "KKR Nordjylland udpegede Bo Lund til Havnerådet med Anna Holm som stedfortræder.": [
        "Anna Holm: deputy of Havnerådet, appointed, by KKR Nordjylland, for Bo Lund",
        "Bo Lund: member of Havnerådet, appointed, by KKR Nordjylland",
    ],
    "Bo Lund blev udpeget til Havnerådet. Anna Holm er hans stedfortræder.": [
        "Bo Lund: member of Havnerådet, appointed",
        "Anna Holm: deputy of Havnerådet, holds, for Bo Lund",
    ],
    "Bo Lund blev udpeget til Havnerådet. Anna Holm blev udpeget som hans suppleant.": [
        "Bo Lund: member of Havnerådet, appointed",
        "Anna Holm: deputy of Havnerådet, appointed, for Bo Lund",
    ],
    "Anna Holm udpeges til Havnerådet og Bo Lund til Kystrådet. Eva Skov er stedfortræder for Anna Holm.": [
        A_MEMBER,
        "Bo Lund: member of Kystrådet, appointed",
        "Eva Skov: deputy of Havnerådet, holds, for Anna Holm",
    ],
    # has
    "Anna Holm er formand for Havnerådet.": ["Anna Holm: chair of Havnerådet, holds"],
    "Anna Holm fortsætter som næstformand for Havnerådet.": [
        "Anna Holm: vice-chair of Havnerådet, holds"
    ],
    "Formand for Havnerådet, Anna Holm, orienterede.": ["Anna Holm: chair of Havnerådet, holds"],
    "Anna Holm, formand for Havnerådet, orienterede om havnen.": [
        "Anna Holm: chair of Havnerådet, holds"
    ],
    "Havnerådets formand, Anna Holm, bød velkommen.": ["Anna Holm: chair of Havnerådet, holds"],
    "KKR Nordjyllands repræsentant i Havnerådet, Anna Holm, orienterede.": [
        "Anna Holm: representative of Havnerådet, holds, by KKR Nordjylland, of KKR Nordjylland"
    ],
    # lists
    "KKR Nordjylland udpegede følgende til Havnerådet:\n– Anna Holm (A)\n– Bo Lund (V)": [
        f"{A_MEMBER}, by KKR Nordjylland",
        "Bo Lund: member of Havnerådet, appointed, by KKR Nordjylland",
    ],
    "Følgende blev udpeget til Havnerådet:\n– Bo Lund (V)\nSuppleant: Anna Holm (A)": [
        "Bo Lund: member of Havnerådet, appointed",
        "Anna Holm: deputy of Havnerådet, appointed, for Bo Lund",
    ],
    "KKR Nordjylland indstillede Bo Lund til Havnerådet. Formand i dag: Anna Holm.": [
        "Bo Lund: member of Havnerådet, nominated, by KKR Nordjylland"
    ],
    "KKR Nordjylland udpegede følgende til andre fora:\nForum\tRolle\tNavn\nHavnerådet\tUdtræder\tBo Lund\nI alt 3\tMedlem\tEva Skov\nHavnerådet\tMedlem\tAnna Holm": [
        f"{A_MEMBER}, by KKR Nordjylland"
    ],
    "Bo Lund udtræder af Havnerådet. Suppleant er Anna Holm.": [
        B_LEFT,
        "Anna Holm: deputy of Havnerådet, holds",
    ],
    # a row for each seat, where the name of a body may look like one of a person
    "KKR Nordjylland udpegede nedenstående til andre fora:\nForum\tRolle\tNavn\tParti\nFemern Belt Development\tFormand\tAnna Holm\tA\n\tPersonlig stedfortræder\tBo Lund\tV\nHavnerådet\tMedlem\tVakant\t\n\tObservatør\tEva Skov\tB": [
        "Anna Holm: chair of Femern Belt Development, appointed, by KKR Nordjylland",
        "Bo Lund: deputy of Femern Belt Development, appointed, by KKR Nordjylland, for Anna Holm",
        "Eva Skov: observer of Havnerådet, appointed, by KKR Nordjylland",
    ],
    "Til Havnerådet enedes KKR om at udpege Anna Holm.": [A_MEMBER],
    "Enstemmigt valgte KKR Nordjylland Anna Holm som formand for Havnerådet.": [
        f"{A_CHAIR}, by KKR Nordjylland"
    ],
    "Herefter udtræder Bo Lund af Havne- og Kystudvalget.": [
        "Bo Lund: member of Havne- og Kystudvalget, left"
    ],
    "Anna Holm blev valgt til bestyrelsen for brancheforeningen Danske Havne.": [
        "Anna Holm: member of Danske Havne, elected"
    ],
    "Som stedfortræder i Havnerådet blev udpeget Anna Holm (A), Vejle, som afløser Bo Lund.": [
        "Anna Holm: deputy of Havnerådet, appointed, instead of Bo Lund",
        "Bo Lund: deputy of Havnerådet, left",
    ],
    "Havnerådet har herefter disse medlemmer:\n– Anna Holm (A), formand": [
        "Anna Holm: chair of Havnerådet, holds"
    ],
    "KKR Nordjylland udpegede Anna Holm som medlem af Havnerådet. Hun afløser Bo Lund, der stopper som medlem den 31. marts 2026, men bliver i Kystrådet.": [
        f"{A_MEMBER}, by KKR Nordjylland, instead of Bo Lund",
        "Bo Lund: member of Havnerådet, left, to 2026-03-31",
        "Bo Lund: member of Kystrådet, holds",
    ],
    "Følgende er nu medlemmer af Havnerådet:\n– Anna Holm (A)": [
        "Anna Holm: member of Havnerådet, holds"
    ],
    # a role and a colon, behind an act
    "KKR Nordjylland udpegede Bo Lund til bestyrelsen for Havnerådet. Suppleant: Anna Holm.": [
        "Bo Lund: member of Havnerådet, appointed, by KKR Nordjylland",
        "Anna Holm: deputy of Havnerådet, appointed, by KKR Nordjylland",
    ],
    "Bo Lund fortsætter som formand for Havnerådet til 31. januar 2030.": [
        "Bo Lund: chair of Havnerådet, holds, to 2030-01-31"
    ],
    # expected, proposed, wished, conditional
    "Anna Holm forventes valgt som formand for Havnerådet.": [f"{A_CHAIR}?"],
    "Det foreslås, at Anna Holm udpeges til Havnerådet.": [f"{A_MEMBER}?"],
    "Anna Holm foreslås udpeget til Havnerådet.": [f"{A_MEMBER}?"],
    "Hvis Anna Holm udpeges til Havnerådet, skal der findes en ny.": [f"{A_MEMBER}?"],
    "Anna Holm ventes udpeget til Havnerådet.": [f"{A_MEMBER}?"],
}

NOTHING = [
    # a place, an organisation, a group of people
    "Vest Havn er udpeget som placering for det nye byggeri.",
    "Vejle Kommune er udpeget som vært for stævnet.",
    "Stor Sund Kommune blev udpeget til pilotkommune.",
    "Udpegning af relevante målgrupper sker i maj.",
    "De udpegede repræsentanter mødes i maj.",
    "Aalborg Lufthavn blev udpeget som lufthavn for området.",
    "Nordisk Råd valgte Aalborg som værtsby.",
    "Projektet Grøn Omstilling blev valgt som det bedste.",
    "Region Nordjylland udpegede Thisted Havn til erhvervshavn.",
    # rules
    "3 medlemmer, der udpeges af KKR blandt kommunale politiske repræsentanter.",
    "KKR udpeger fire medlemmer til bestyrelsen.",
    "Formanden udpeges af KKR.",
    "Bestyrelsen vælger selv sin formand.",
    "Der skal udpeges et medlem til Havnerådet.",
    "Som repræsentanter kan kun udpeges medlemmer af kommunalbestyrelserne.",
    # another office, task or thing
    "Anna Holm blev valgt som dirigent.",
    "Bo Lund blev valgt til referent.",
    "Anna Holm valgte at stille spørgsmål til planen.",
    "Anna Holm er borgmester i Vejle Kommune.",
    "Anna Holm indstillede, at planen godkendes.",
    "Anna Holm er tidligere formand for Havnerådet.",
    "Tidligere formand for Havnerådet, Anna Holm, bød velkommen.",
    "Anna Holm forlod mødet.",
    # not, or no longer
    "Anna Holm blev ikke valgt som formand for Havnerådet.",
    "Anna Holm blev ikke udpeget til Havnerådet.",
    "Anna Holm ønsker ikke at blive udpeget til Havnerådet.",
    "Anna Holm kan ikke udpeges til Havnerådet.",
    "Anna Holm er ikke længere medlem af Havnerådet.",
    "Anna Holm var formand for Havnerådet indtil den 1. maj 2025.",
    "Forslaget om at udpege Anna Holm til Havnerådet blev forkastet.",
    "Anna Holm stillede op som formand for Havnerådet.",
    "Anna Holm takkede for valget som formand for Havnerådet.",
    # nobody yet
    "Det overvejes, om Anna Holm skal udpeges til Havnerådet.",
    "Udpegningen af et medlem til Havnerådet udsættes.",
    "Ingen blev udpeget til Havnerådet.",
]


@pytest.mark.parametrize(("sentence", "facts"), FACTS.items(), ids=list(FACTS))
def test_what_a_sentence_tells(sentence, facts, read):
    assert sorted(told_by(read, sentence)) == sorted(facts)


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_sentence_that_places_nobody(sentence, read):
    assert told_by(read, sentence) == []


ONE_BODY = "Udvalget skal udpege to medlemmer til Brugerrådet for Vest."
TWO_BODIES = f"{ONE_BODY} Det skal desuden udpege et medlem til Havnerådet."


@pytest.mark.parametrize(
    ("title", "presentation", "bodies"),
    [
        ("Udpegning af brugerråd", ONE_BODY, ["Brugerrådet for Vest"]),
        ("Udpegning af brugerråd", TWO_BODIES, []),
        ("Udpegning til regionale fora", ONE_BODY, []),
        ("Orientering om brugerne", ONE_BODY, []),
    ],
)
def test_an_item_about_the_seats_of_one_body_tells_into_what_people_are_placed(
    title, presentation, bodies, read
):
    extract = read(paper(item("1", title, "Anna Holm (F) udpeges.", presentation=presentation)))
    assert [each.body for each in extract.appointments] == bodies


def test_who_was_recommended_for_a_body_and_then_placed_there_has_one_role(read):
    text = item("1", "Ny repræsentant i Havnerådet", "KKR udpegede Anna Holm (A) til Havnerådet.")
    text = text.replace("Beslutning", "Indstilling\nAnna Holm udpeges.\n\nBeslutning")
    assert [(each.person, each.role) for each in read(paper(text)).appointments] == [
        ("Anna Holm", "member")
    ]


@pytest.mark.parametrize(
    ("decision", "certain"),
    [
        ("Godkendt.", True),
        ("Udsat.", False),
        ("Drøftet.", False),
        ("Godkendt, at sagen sendes i høring.", False),
    ],
)
@pytest.mark.parametrize(
    "suggested",
    [
        "Kommunerne har foreslået, at Anna Holm udpeges til Havnerådet.",
        "Grupperne foreslår, at følgende udpeges:\nForum\tMedlem\tSuppleant\nHavnerådet\tAnna Holm (A)\tBo Lund (A)",
    ],
)
def test_what_is_suggested_where_nothing_is_recommended_follows_the_decision(
    suggested, decision, certain, read
):
    text = paper(
        item("1.", "Dagsorden", "Godkendt."),
        item("2.", "Udpegning til Havnerådet", decision, presentation=suggested),
    )
    first, *_ = read(text).appointments
    assert (first.person, first.body, first.event.value) == ("Anna Holm", "Havnerådet", "appointed")
    assert first.certain is certain


def test_what_is_suggested_in_an_item_on_something_else_stays_a_suggestion(read):
    suggested = "Venstre foreslår, at Anna Holm udpeges til Havnerådet."
    text = paper(
        item("1.", "Dagsorden", "Godkendt."),
        item("2.", "Frister i 2026", "Godkendt.", presentation=suggested),
    )
    assert [one.certain for one in read(text).appointments] == [False]


@pytest.mark.parametrize(
    ("decision", "certain"), [("Godkendt.", True), ("Tiltrådt.", True), ("Anbefales.", False)]
)
def test_what_is_recommended_is_so_when_it_is_adopted_and_not_only_passed_on(
    decision, certain, read
):
    text = item("1", "Udpegning til Havnerådet", decision)
    told = "Indstilling\nat Anna Holm (A) udpeges som medlem af Havnerådet\n\nBeslutning"
    [found] = read(paper(text.replace("Beslutning", told))).appointments
    assert found.certain is certain


def test_a_role_before_the_name_of_a_listed_member_is_one_in_the_meetings_own_body(read):
    front = "Formand: Anna Holm (A), Aalborg Kommune\nDeltagere:\nBo Lund (V), Aalborg Kommune"
    told = [(each.person, each.body, each.role) for each in read(paper(front=front)).appointments]
    assert told == [("Anna Holm", "KKR Nordjylland", "chair")]


@pytest.mark.parametrize(("of", "roles"), [("KKR Nordjylland", ["chair"]), ("Havnerådet", [])])
def test_chair_of_the_own_body_is_its_chair_and_chair_of_another_is_not(of, roles, read):
    front = f"Deltagere\nBorgmester Anna Holm (C), Aalborg - formand for {of}\nBo Lund (V), Aalborg"
    assert [each.role for each in read(paper(front=front)).appointments] == roles


def test_the_heading_of_a_decision_names_no_body_of_its_own(read):
    heading = "Beslutning i Udvalg for Klima den 24-10-2025"
    text = f"1. Valg\n\n{heading}\nAnna Holm (A) blev valgt som næstformand for udvalget."
    head = "Referat\n\nUdvalg for Klima\n\nMødedato: 24. oktober 2025"
    assert [each.body for each in read(paper(text, head=head)).appointments] == ["Udvalg for Klima"]


def test_a_title_that_ends_in_committees_of_any_kind_names_none(read):
    text = item("1", "Konstituering og udvalg", "Bestyrelsen valgte Bo Lund til næstformand.")
    assert [each.body for each in read(paper(text)).appointments] == ["KKR Nordjylland"]


def test_who_leaves_leaves_whoever_is_recommended(read):
    text = item("1", "Havnerådet", "Anna Holm (A) blev udpeget til Havnerådet.")
    told = "Indstilling\nDer udpeges et medlem, da Bo Lund udtræder af Havnerådet.\n\nBeslutning"
    people = {each.person for each in read(paper(text.replace("Beslutning", told))).appointments}
    assert people == {"Anna Holm", "Bo Lund"}


@pytest.mark.parametrize(("chairs", "roles"), [(1, ["chair"]), (2, [])])
def test_one_chair_of_a_committee_is_the_committees_own(chairs, roles, read):
    names = ("Anna Holm", "Bo Lund")[:chairs]
    front = (
        "Deltagere\n"
        + "\n".join(f"{name} (A), udvalgsformand" for name in names)
        + "\nEva Skov (V)"
    )
    head = "Referat af møde i Udvalget for Havne den 24. oktober 2025"
    assert [each.role for each in read(paper(front=front, head=head)).appointments] == roles


def test_a_listed_member_may_be_told_by_who_appointed(read):
    front = "Til stede\nAnna Holm (V), Aalborg Kommune, udpeget af KKR Nordjylland\nBo Lund, FH"
    [told] = read(
        paper(front=front, head="Referat af møde i Havnerådet den 3. maj 2025")
    ).appointments
    assert (told.person, told.body, told.event, told.by) == (
        "Anna Holm",
        "Havnerådet",
        "appointed",
        "KKR Nordjylland",
    )


@pytest.mark.parametrize("ahead", ["Mandag", "På mødet i Vejle", "Ved et møde på Havnegården"])
def test_when_and_where_somebody_was_chosen_is_not_who_chose(ahead, read):
    told = f"{ahead} den 3. maj 2025 valgte KKR Nordjylland Anna Holm (V) til Havnerådet."
    [one] = read(paper(item("1.", "Valg", told))).appointments
    assert (one.person, one.by) == ("Anna Holm", "KKR Nordjylland")


def test_a_day_may_stand_between_who_chose_and_the_verb(read):
    told = "Generalforsamlingen den 3. maj 2025 genvalgte Anna Holm (V) til bestyrelsen."
    head = "Referat af bestyrelsesmøde i Havnefonden den 9. maj 2025"
    [one] = read(paper(item("1.", "Konstituering", told), head=head)).appointments
    assert (one.person, one.by) == ("Anna Holm", "Generalforsamlingen")


def test_a_board_without_a_name_is_the_one_of_the_notice(read):
    head = "PRESSEMEDDELELSE\n\nHavneforeningen Vest\n24. oktober 2025"
    told = "Anna Holm er udpeget som medlem af Fonden Havmad."
    board = "Bestyrelsen består herefter af:\n\nBo Lund, formand\nEva Skov"
    appointments = read(f"{head}\n\n{told}\n\n{board}\n").appointments
    assert [told_of(one) for one in appointments] == [
        ("Anna Holm", "Fonden Havmad", "member"),
        ("Bo Lund", "Havneforeningen Vest", "chair"),
        ("Eva Skov", "Havneforeningen Vest", "member"),
    ]


@pytest.mark.parametrize("role", ["medlem af", "formand for", "medlem i"])
def test_what_somebody_sits_in_is_a_body_also_where_it_looks_like_a_name(role, read):
    head = "PRESSEMEDDELELSE\n\nFjordens Forsyning A/S\n24. oktober 2025"
    told = f"Anna Holm blev valgt som {role} Fjordens Varmenet. Hun afløser Bo Lund."
    appointments = read(f"{head}\n\n{told}\n").appointments
    assert {(one.person, one.body) for one in appointments} == {
        ("Anna Holm", "Fjordens Varmenet"),
        ("Bo Lund", "Fjordens Varmenet"),
    }


def told_of(appointment):
    """Who has which role in what."""
    return appointment.person, appointment.body, appointment.role


@pytest.mark.parametrize("forum", ["dialogforum", "brugerråd", "kontaktudvalg"])
def test_whose_forum_it_is_is_nobody(forum, read):
    told = f"Rådet udpegede Anna Holm (A) til Nordlands Beredskabs {forum}."
    extract = read(paper(item("1.", "Valg", told)))
    assert [one.person for one in extract.appointments] == ["Anna Holm"]


@pytest.mark.parametrize(
    "minority",
    [
        "Enhedslisten kunne ikke tiltræde, idet man ønskede Bo Lund (Ø) udpeget.",
        "Venstre stemte imod, da partiet foretrak Bo Lund (V) valgt.",
        "Radikale undlod at stemme, fordi gruppen ønskede Bo Lund (B) valgt.",
    ],
)
def test_whom_a_minority_wanted_is_not_appointed(minority, read):
    decision = f"Rådet udpegede Anna Holm (A) til Havnerådet.\n{minority}"
    appointments = read(paper(item("1.", "Valg til Havnerådet", decision))).appointments
    assert {one.person for one in appointments if one.certain} == {"Anna Holm"}


@pytest.mark.parametrize(
    "why", ["på grund af fraflytning", "af personlige årsager", "grundet sygdom"]
)
def test_why_somebody_asks_to_leave_is_no_part_of_the_body_and_leaves_nobody_yet(why, read):
    told = f"Anna Holm (A) har anmodet om at udtræde af Beboerklagenævnet {why}."
    (asked,) = read(paper(item("1.", "Valg til Beboerklagenævnet", told))).appointments
    assert (asked.body, asked.certain) == ("Beboerklagenævnet", False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Holm har travlt, fordi hun er blevet formand i en forening.",
        "Anna Holm er blevet næstformand for et boligselskab.",
        "Anna Holm er medlem af en andelsforening.",
    ],
)
def test_a_role_in_a_body_that_is_not_named_is_none_in_the_meetings_own(sentence, read):
    extract = read(paper(item("1.", "Nyt", f"{sentence} Taget til efterretning.")))
    assert extract.appointments == ()


@pytest.mark.parametrize(
    "tells", ["takkede ham for indsatsen.", "bød velkommen.", "har holdt en tale."]
)
def test_a_chair_who_speaks_under_an_election_is_not_elected(tells, read):
    text = f"Formand Anna Holm {tells}\nBo Lund blev valgt som næstformand i Havnerådet."
    extract = read(paper(item("1.", "Konstituering", text)))
    assert ("Bo Lund", Event.ELECTED) in [(one.person, one.event) for one in extract.appointments]
    assert ("Anna Holm", Event.ELECTED) not in [
        (one.person, one.event) for one in extract.appointments
    ]


def test_who_is_replaced_as_representative_leaves_as_such(read):
    text = (
        "1. Valg\n\nSagsfremstilling\nBo Lund (K) har bedt om at blive fritaget for hvervet i "
        "Havnerådet.\n\nBeslutning\nEva Skov (F) blev valgt som repræsentant i Havnerådet i stedet "
        "for Bo Lund (K)."
    )
    assert [told(one) for one in read(paper(text)).appointments] == [
        "Bo Lund: representative of Havnerådet, left",
        "Eva Skov: representative of Havnerådet, elected, instead of Bo Lund",
    ]


@pytest.mark.parametrize("names", ["Anna Holm\nBo Lund", "\nAnna Holm\n\nBo Lund"])
def test_a_line_that_is_a_role_heads_those_below_it(names, read):
    extract = read(paper(item("1.", "Konstituering af Havnerådet", f"Suppleanter:\n{names}")))
    assert [told(one) for one in extract.appointments] == [
        "Anna Holm: deputy of Havnerådet, elected",
        "Bo Lund: deputy of Havnerådet, elected",
    ]


@pytest.mark.parametrize(
    "votes",
    [
        "med fem stemmer mod tre",
        "med et flertal på 7",
        "med stemmerne 5-3",
        "ved kampvalg med 5 stemmer",
        "mod 3 stemmer",
        "enstemmigt",
    ],
)
def test_how_it_was_voted_is_no_part_of_the_name_of_a_body(votes, read):
    text = paper(item("1.", "Valg", f"Anna Holm blev valgt til Det Grønne Råd {votes}."))
    assert [each.body for each in read(text).appointments] == ["Det Grønne Råd"]


ABOVE = "Deltagere\nAnna Holm (A), Vejle\nBo Lund (V), Kolding\n\n"


@pytest.mark.parametrize(
    "told",
    [
        "Bestyrelsen valgte på et møde umiddelbart efter generalforsamlingen Bo Lund som næstformand for Kystrådet.",
        "Bo Lund blev efter mødet valgt som næstformand for Kystrådet.",
        "Efter mødet blev Bo Lund udpeget som næstformand for Kystrådet.",
    ],
)
def test_a_sentence_above_the_items_may_elect_somebody(told, read):
    (found,) = read(paper(front=f"{ABOVE}{told}")).appointments
    assert (found.person, found.body, found.role) == ("Bo Lund", "Kystrådet", "vice-chair")


def test_what_an_item_tells_too_is_not_told_above(read):
    told = "Bo Lund blev valgt som formand for Kystrådet."
    (found,) = read(paper(item("1.", "Valg", told), front=f"{ABOVE}{told}")).appointments
    assert found.item == "1"


@pytest.mark.parametrize(
    "told",
    [
        "Bo Lund deltog som stedfortræder for Ib Dam.",
        "Bo Lund, der er formand for Kystrådet, deltog under punkt 1.",
        "Mødet blev ledet af Bo Lund.",
    ],
)
def test_who_came_as_what_is_no_election(told, read):
    assert not read(paper(front=f"{ABOVE}{told}")).appointments


@pytest.mark.parametrize(
    "away",
    [
        "Fraværende:\nBo Lund (V)",
        "Afbud:\nBo Lund (V)\nIb Holm (A)",
        "Fraværende: Bo Lund (V)",
        "Ikke til stede:\n- Bo Lund (V)",
    ],
)
def test_who_is_away_below_an_election_is_elected_to_nothing(away, read):
    decision = f"Anna Holm blev udpeget som repræsentant i Havnerådet.\n\n{away}"
    extract = read(paper(item("1.", "Valg af repræsentant til Havnerådet", decision)))
    assert {one.person for one in extract.appointments if one.item} == {"Anna Holm"}
