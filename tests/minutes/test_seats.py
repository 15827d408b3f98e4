"""Rules about seats are rules, and place nobody."""

import pytest

from tests.minutes.paper import item, paper


def rules(extract) -> list[str]:
    return [
        f"{rule.body}: {rule.seats} {rule.who}"
        + (f", by {rule.appointed_by}" if rule.appointed_by else "")
        + (f", on nomination by {rule.nominated_by}" if rule.nominated_by else "")
        for rule in extract.seat_rules
    ]


RULES = {
    "3 medlemmer, der udpeges af KKR blandt kommunale politikere.": (
        "Havnerådet: 3 kommunale politikere, by KKR"
    ),
    "1 formand, der udpeges af KKR, som skal være folkevalgt.": "Havnerådet: 1 formand, by KKR",
    "1 medlem, der udpeges af regionsrådet.": "Havnerådet: 1 medlem, by regionsrådet",
    "Fire medlemmer udpeges af KKR blandt virksomheder.": "Havnerådet: 4 virksomheder, by KKR",
    "Et medlem vælges af byrådet.": "Havnerådet: 1 medlem, by byrådet",
    "4 medlemmer, der udpeges af KKR blandt virksomheder, efter indstilling fra DI.": (
        "Havnerådet: 4 virksomheder, by KKR, on nomination by DI"
    ),
    "2 suppleanter udpeges af KL.": "Havnerådet: 2 suppleanter, by KL",
    "KKR udpeger fire medlemmer til bestyrelsen.": "Havnerådet: 4 medlemmer, by KKR",
    "Kystforum Nord er etableret af KKR. Regionen skal udpege to repræsentanter blandt borgmestre.": (
        "Kystforum Nord: 2 borgmestre, by Regionen"
    ),
    "Arbejdsgruppen om kyster skal have 4 medlemmer, der udpeges af KKR.": (
        "Arbejdsgruppen om kyster: 4 medlemmer, by KKR"
    ),
    "KKR skal udpege 2 repræsentanter til Kystrådet.": "Kystrådet: 2 repræsentanter, by KKR",
    "Bestyrelsen for Kystrådet består af 11 medlemmer. 3 medlemmer udpeges af KKR.": (
        "Kystrådet: 3 medlemmer, by KKR"
    ),
    "Bestyrelsen har 9 medlemmer, heraf udpeges tre af KKR blandt politikere.": (
        "Havnerådet: 3 politikere, by KKR"
    ),
    "Bestyrelsen har 9 medlemmer, heraf 3, der udpeges af KKR blandt politikere. Hertil en formand.": (
        "Havnerådet: 3 politikere, by KKR"
    ),
    "Bestyrelsen har syv medlemmer, hvoraf KKR vælger ét.": "Havnerådet: 1 medlemmer, by KKR",
    "Heraf udpeger KKR formanden og 3 medlemmer blandt politikere.": (
        "Havnerådet: 3 politikere, by KKR|Havnerådet: 1 formanden, by KKR"
    ),
    "Efter loven udpeger KKR tre medlemmer blandt borgmestre og fire medlemmer blandt virksomheder til bestyrelsen for Kystfonden.": (
        "Kystfonden: 3 borgmestre, by KKR|Kystfonden: 4 virksomheder, by KKR"
    ),
    "KKR udpeger 3 medlemmer blandt borgmestre samt 2 medlemmer blandt regionsrådsmedlemmer til Kystrådet.": (
        "Kystrådet: 3 borgmestre, by KKR|Kystrådet: 2 regionsrådsmedlemmer, by KKR"
    ),
    "Til bestyrelsen for Kystfonden udpeger KKR to medlemmer blandt politikere og et medlem blandt brugere.": (
        "Kystfonden: 2 politikere, by KKR|Kystfonden: 1 brugere, by KKR"
    ),
    "Bestyrelsen for Kystfonden har 3 medlemmer, der udpeges af KKR blandt politikere.": (
        "Kystfonden: 3 politikere, by KKR"
    ),
    "Forum for Kystsikring (FKS) nedsættes for to år. Det består af fem medlemmer: to medlemmer udpeges af KKR.": (
        "Forum for Kystsikring: 2 medlemmer, by KKR"
    ),
    "Formanden for Kystrådet Nord vælges af KKR blandt borgmestre. Næstformanden vælges af KL.": (
        "Kystrådet Nord: 1 borgmestre, by KKR|Kystrådet Nord: 1 Næstformanden, by KL"
    ),
    "KKR udpeger også formanden.": "Havnerådet: 1 formanden, by KKR",
    "Desuden udpeger KKR formanden for bestyrelsen.": "Havnerådet: 1 formanden, by KKR",
    "Byrådet vælger selv sin formand blandt borgmestrene.": "Havnerådet: 1 borgmestrene, by Byrådet",
    "Byrådet vælger selv formand og næstformand hvert år.": (
        "Havnerådet: 1 formand, by Byrådet|Havnerådet: 1 næstformand, by Byrådet"
    ),
    "Byrådet vælger formand og næstformand på mødet den 3. maj.": "",
    "Byrådet vælger sin egen næstformand.": "Havnerådet: 1 næstformand, by Byrådet",
    "Byrådet vælger to medlemmer til Børne- og Ungeudvalget med personlige stedfortrædere.": (
        "Børne- og Ungeudvalget: 2 medlemmer, by Byrådet"
    ),
    "Byrådet udpeger et medlem til Natur-, Klima- og Miljørådet og to medlemmer til Børne- og Skoleforum.": (
        "Natur-, Klima- og Miljørådet: 1 medlem, by Byrådet|Børne- og Skoleforum: 2 medlemmer, by Byrådet"
    ),
    "Byrådet vælger seks medlemmer blandt sine medlemmer ved forholdstalsvalg.": (
        "Havnerådet: 6 sine medlemmer, by Byrådet"
    ),
    "Byrådet vælger to medlemmer blandt sine medlemmer for valgperioden.": (
        "Havnerådet: 2 sine medlemmer, by Byrådet"
    ),
    "Det Grønne Råd rådgiver om natur. Byrådet udpeger to repræsentanter til rådet. Kystlauget har bedt om et medlem.": (
        "Det Grønne Råd: 2 repræsentanter, by Byrådet"
    ),
    "KKR udpeger en ny repræsentant på mødet den 17. april 2026.": "",
    "Forsyningsselskaberne udpeger tre medlemmer.": (
        "Havnerådet: 3 medlemmer, by Forsyningsselskaberne"
    ),
    "Formanden udpeges af KKR.": "Havnerådet: 1 Formanden, by KKR",
    "Et medlem vælges af og blandt medarbejderne.": (
        "Havnerådet: 1 medarbejderne, by medarbejderne"
    ),
    "To medlemmer udpeges af KKR, og ét medlem udpeges af Region Nord.": (
        "Havnerådet: 2 medlemmer, by KKR|Havnerådet: 1 medlem, by Region Nord"
    ),
    "Rådet består af 11 medlemmer udpeget af kommunerne og tre medlemmer udpeget af Regionsrådet.": (
        "Havnerådet: 11 medlemmer, by kommunerne|Havnerådet: 3 medlemmer, by Regionsrådet"
    ),
    "Kystforum har én repræsentant for hver kommune.": (
        "Kystforum: 1 repræsentant, by hver kommune"
    ),
    "KKR udpeger et medlem til Kystrådet og et medlem til Fjordrådet.": (
        "Kystrådet: 1 medlem, by KKR|Fjordrådet: 1 medlem, by KKR"
    ),
    "KKR udpeger to repræsentanter og to stedfortrædere til Kystrådet.": (
        "Kystrådet: 2 repræsentanter, by KKR"
    ),
    "Mens KKR udpeger tre medlemmer, vælger repræsentantskabet fire medlemmer blandt kommunerne.": (
        "Havnerådet: 3 medlemmer, by KKR|Havnerådet: 4 kommunerne, by repræsentantskabet"
    ),
    # where the seats are stands beside them
    "2 medlemmer af Kystrådets bestyrelse udpeges af KKR blandt borgere.": "Kystrådet: 2 borgere, by KKR",
    "4 medlemmer af bestyrelsen udpeges af KKR.": "Havnerådet: 4 medlemmer, by KKR",
    "I bestyrelsen udpeges to medlemmer af KKR.": "Havnerådet: 2 medlemmer, by KKR",
    "Til Kystrådet udpeges 1 medlem af KL.": "Kystrådet: 1 medlem, by KL",
    "Hver kommune har i Kystrådet to medlemmer, som vælges af byrådet.": (
        "Kystrådet: 2 medlemmer, by byrådet"
    ),
    "Hver by har i repræsentantskabet for Kystrådet 2 medlemmer, der vælges af KKR.": (
        "repræsentantskabet for Kystrådet: 2 medlemmer, by KKR"
    ),
    "Bestyrelsen har tre medlemmer, der er udpeget af KKR blandt politikere.": (
        "Havnerådet: 3 politikere, by KKR"
    ),
    "Rådet har 21 medlemmer, som miljøministeren udpeger.": (
        "Havnerådet: 21 medlemmer, by miljøministeren"
    ),
    "Styregruppen har fire medlemmer, der udpeges af KKR.": "Havnerådet: 4 medlemmer, by KKR",
    "Kystrådet (KR) mødes. KR's bestyrelse har to medlemmer, der udpeges af KL.": (
        "Kystrådet: 2 medlemmer, by KL"
    ),
    # no rule
    "Der er udpeget to medlemmer.": "",
    "I mødet deltog to medlemmer af Kystrådet.": "",
    "Det indstilles, at KKR udpeger to medlemmer.": "",
    "Byrådet skal vælge et medlem, da Bo Lund udtræder.": "",
    "KKR udpegede Anna Holm til Havnerådet.": "",
    "Havnerådet har 11 medlemmer.": "",
    "3 medlemmer deltog ikke.": "",
    "Der var 4 forslag, som blev drøftet af KKR.": "",
}


@pytest.mark.parametrize(("text", "found"), RULES.items(), ids=list(RULES))
def test_rules_about_seats(text, found, read):
    item_text = item("1.", "Udpegning til Havnerådet", "Drøftet.", presentation=text)
    assert rules(read(paper(item_text))) == list(filter(None, found.split("|")))


def test_a_list_of_rules_is_many(read):
    text = (
        "Bestyrelsen i hvert erhvervshus består af 10 medlemmer:\n"
        "– 1 formand, der udpeges af KKR\n– 3 medlemmer, der udpeges af KKR blandt politikere\n"
        "– 1 medlem, der udpeges af KKR fra en organisation"
    )
    extract = read(paper(item("1.", "Bestyrelser", "Drøftet.", presentation=text)))
    assert rules(extract) == [
        "Erhvervshus: 1 formand, by KKR",
        "Erhvervshus: 3 politikere, by KKR",
        "Erhvervshus: 1 en organisation, by KKR",
    ]
    assert extract.appointments == ()


TITLES = {
    "Bemanding af styregruppen for Projekt Grønne Kyster": "styregruppen for Projekt Grønne Kyster",
    "Besætning af følgegruppen for Broen": "følgegruppen for Broen",
    "Regionalt Kystråd – valg af kommunale medlemmer": "Regionalt Kystråd",
    "Vestre Havneforum — indstilling af medlem": "Vestre Havneforum",
}


@pytest.mark.parametrize(("title", "body"), TITLES.items(), ids=list(TITLES))
def test_the_title_says_whose_seats_they_are(title, body, read):
    text = "Gruppen har to medlemmer, der udpeges af KL."
    assert rules(read(paper(item("1.", title, "Drøftet.", presentation=text)))) == [
        f"{body}: 2 medlemmer, by KL"
    ]


# A notice has no items: "Rådet" is the one it named last, and "bestyrelsen" its own.
NOTICES = {
    "Til Kystrådet for Vest er udpeget Anna Holm (A).\n\nRådet har 8 medlemmer, hvoraf 4 udpeges af KL.": (
        "Kystrådet for Vest: 4 medlemmer, by KL"
    ),
    "Bo Lund (V) er nu i Broforum Syd.\n\nForummet har 6 medlemmer, der udpeges af KL.": (
        "Broforum Syd: 6 medlemmer, by KL"
    ),
    "I bestyrelsen udpeges 2 medlemmer af Randers Byråd.": (
        "Havnefonden: 2 medlemmer, by Randers Byråd"
    ),
    "Bestyrelsen for Kystfonden har 5 medlemmer, som udpeges af KL, og desuden 2 medlemmer, som vælges af byrådet.": (
        "Kystfonden: 5 medlemmer, by KL|Kystfonden: 2 medlemmer, by byrådet"
    ),
}


@pytest.mark.parametrize(("text", "found"), NOTICES.items(), ids=list(NOTICES))
def test_rules_in_a_notice(text, found, read):
    head = "Havnefonden\nPressemeddelelse\n\nUdsendt: 24. oktober 2025"
    assert rules(read(f"{head}\n\n{text}\n")) == found.split("|")


def test_a_law_is_no_agenda_and_its_numbers_are_rules(read):
    extract = read(
        "Havnenævnet består af fire medlemmer, herunder en formand.\n\n"
        "Stk. 2. Medlemmerne af Havnenævnet udpeges således:\n\n"
        "1. 1 formand, der skal være fra en havn, udpeges af ministeren.\n\n"
        "2. 2 kommunale medlemmer udpeges af kommunerne.\n\n"
        "3. 1 medlem udpeges af regionsrådene.\n"
    )
    assert extract.items == ()
    assert [(one.body, one.seats, one.appointed_by) for one in extract.seat_rules] == [
        ("Havnenævnet", 1, "ministeren"),
        ("Havnenævnet", 2, "kommunerne"),
        ("Havnenævnet", 1, "regionsrådene"),
    ]


def test_where_nothing_else_is_named_the_meeting_s_own_body_is_meant(read):
    extract = read(
        paper(item("1.", "Regler", "Drøftet.", presentation="3 medlemmer udpeges af KL."))
    )
    assert rules(extract) == ["KKR Nordjylland: 3 medlemmer, by KL"]


def test_the_seats_of_a_body_all_told_are_a_rule_where_nobody_divides_them(read):
    told = "Bestyrelsen for Kystfonden består af 9 medlemmer."
    assert rules(read(paper(item("1.", "Orientering", told)))) == ["Kystfonden: 9 medlemmer"]
    divided = f"{told} KKR udpeger tre medlemmer."
    assert rules(read(paper(item("1.", "Orientering", divided)))) == [
        "Kystfonden: 3 medlemmer, by KKR"
    ]


def test_the_seats_of_an_election_are_no_rule(read):
    told = "Økonomiudvalget består af 7 medlemmer. Valget sker efter forholdstalsmetoden."
    assert rules(read(paper(item("1.", "Valg til Økonomiudvalget", told)))) == []


@pytest.mark.parametrize(
    "task",
    [
        "Byrådet skal vælge et medlem til Havnebestyrelsen.",
        "Udvalget skal udpege et nyt medlem til Havnerådet.",
        "KKR skal indstille en repræsentant til Havnerådet.",
        "Direktionen indstiller,\n\nat der udpeges to medlemmer til Havnerådet.",
    ],
)
def test_what_the_meeting_has_to_do_is_no_rule(task, read):
    assert rules(read(paper(item("1.", "Valg", "Valgt blev Anna Holm.", presentation=task)))) == []


def test_what_a_statute_has_the_meeting_do_is_a_rule_and_the_meeting_is_named_in_full(read):
    told = "Rådet skal efter vedtægten vælge en næstformand blandt de øvrige borgmestre."
    extract = read(
        paper(
            item("1.", "Valg", "Anna Holm blev valgt.", presentation=told),
            head="Referat af møde i Havnerådet for Vest den 24. oktober 2025",
        )
    )
    [rule] = extract.seat_rules
    assert (rule.body, rule.who) == ("Havnerådet for Vest", "de øvrige borgmestre")
    assert rule.appointed_by == "Havnerådet for Vest"


# title, what is told -> whose seats they are
POINTED = {
    ("Nye medlemmer af Brugerbestyrelsen for Fjordbadet", "Ifølge vedtægten består brugerbestyrelsen af 3 medlemmer: en valgt af brugerne og to udpeget af KKR."): (
        "Brugerbestyrelsen for Fjordbadet"
    ),
    ("Ny sammensætning", "Grønt Råd skal sammensættes. Rådet består af 5 medlemmer:\n3 medlemmer udpeget af KKR\n2 medlemmer udpeget af de grønne organisationer"): (
        "Grønt Råd"
    ),
    ("Repræsentation i Nordjyllands Beredskabs dialogforum", "Dialogforummet har otte medlemmer. Heraf udpeges tre af KKR og to af Regionen."): (
        "Nordjyllands Beredskabs dialogforum"
    ),
    ("Medlemmer til Kystfondens styregruppe", "Styregruppen består af fem medlemmer, heraf to udpeget af KKR. Det indstilles, at KKR peger på Anna Holm til styregruppen for Kystfonden."): (
        "styregruppen for Kystfonden"
    ),
    ("Nyt forum", "Forum for Havne og Kyst blev stiftet i 2024. Efter kommissoriet består forummet af 7 medlemmer. Af disse udpeges to af KKR."): (
        "Forum for Havne og Kyst"
    ),
    ("Havnerådet", "Kommunen har også et Ældreråd. Havnerådet består af 5 medlemmer, hvoraf to udpeges af KKR."): (
        "Havnerådet"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("told", "body"), POINTED.items(), ids=list(POINTED.values()))
def test_a_noun_means_the_body_that_is_named_with_it(told, body, read):
    title, text = told
    found = read(paper(item("1.", title, "Drøftet.", presentation=text))).seat_rules
    assert len(found) > 0
    assert {rule.body for rule in found} == {body}


PARTS = {
    "Rådet består af 9 medlemmer: 3 udpeget af byrådet, 4 valgt af foreningerne og 2 udpeget af KL.": (
        "Havnerådet: 3 medlemmer, by byrådet|Havnerådet: 4 medlemmer, by foreningerne|Havnerådet: 2 medlemmer, by KL"
    ),
    "Rådet består af 11 medlemmer, hvoraf 5 kommer fra foreningerne og 6 udpeges af byrådet.": (
        "Havnerådet: 5 foreningerne, by foreningerne|Havnerådet: 6 medlemmer, by byrådet"
    ),
    "Rådet består af 8 medlemmer: fem vælges af KL, to vælges blandt forbrugerne, og ét vælges af medarbejderne.": (
        "Havnerådet: 5 medlemmer, by KL|Havnerådet: 2 forbrugerne|Havnerådet: 1 medlemmer, by medarbejderne"
    ),
    "Rådet har ni medlemmer, hvoraf Klimaudvalget udpeger to blandt sine medlemmer.": (
        "Havnerådet: 2 sine medlemmer, by Klimaudvalget"
    ),
    "KKR udpeger tre medlemmer blandt kommunale politikere til bestyrelsen. Formanden for bestyrelsen udpeges ligeledes af KKR.": (
        "Havnerådet: 3 kommunale politikere, by KKR|Havnerådet: 1 Formanden, by KKR"
    ),
    "Kommunerne i området udpeger ét medlem til bestyrelsen.": "Havnerådet: 1 medlem, by Kommunerne i området",
    "Rådet består af 9 medlemmer. KL udpeger formanden. Rådet vælger selv næstformanden.": (
        "Havnerådet: 1 formanden, by KL|Havnerådet: 1 næstformanden, by Rådet"
    ),
}


@pytest.mark.parametrize(("text", "found"), PARTS.items(), ids=list(PARTS))
def test_of_a_composition_that_is_divided_each_part_is_a_rule_and_the_whole_is_none(
    text, found, read
):
    item_text = item("1.", "Udpegning til Havnerådet", "Drøftet.", presentation=text)
    assert rules(read(paper(item_text))) == found.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "KL udpeger fire medlemmer til hvert kysthus.",
        "4 medlemmer af hvert kysthus' bestyrelse udpeges af KL.",
        "KL udpeger fire medlemmer til bestyrelsen for hvert Kysthus.",
    ],
)
def test_a_rule_on_every_body_of_a_kind_names_none(text, read):
    item_text = item("1.", "Udpegning til Kysthus Fyn", "Drøftet.", presentation=text)
    assert rules(read(paper(item_text))) == ["None: 4 medlemmer, by KL"]


def test_the_body_may_stand_alone_before_the_sentence(read):
    text = "a) Havnerådet. Bo Lund udtræder.\n\nb) Kystrådet. Der skal udpeges to medlemmer."
    item_text = item("1.", "Udpegninger", "Drøftet.", presentation=text)
    assert rules(read(paper(item_text))) == ["Kystrådet: 2 medlemmer"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Samarbejdsudvalget med Hjemmeværnet mødes to gange om året, og Økonomiudvalget udpeger 2 medlemmer.",
            "Samarbejdsudvalget med Hjemmeværnet",
        ),
        ("Trafikrådet holder fire møder om året, og byrådet udpeger 2 medlemmer.", "Trafikrådet"),
    ],
)
def test_the_subject_of_the_sentence_is_what_the_members_are_for(text, body, read):
    extract = read(paper(item("1.", "Udpegninger", "Godkendt.", presentation=text)))
    assert [rule.body for rule in extract.seat_rules] == [body]


@pytest.mark.parametrize(
    ("task", "found"),
    [
        (
            "KKR Nordjylland skal vælge en næstformand blandt borgmestrene.",
            ["KKR Nordjylland: 1 borgmestrene, by KKR Nordjylland"],
        ),
        ("KKR Nordjylland skal vælge en næstformand.", []),
        ("Havnerådet skal vælge en næstformand blandt lodserne.", []),
    ],
)
def test_among_whom_a_chair_is_to_be_chosen_is_a_rule(task, found, read):
    item_text = item("1.", "Valg af næstformand", "Drøftet.", presentation=task)
    assert rules(read(paper(item_text))) == found
