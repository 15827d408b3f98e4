"""The lists that say who was there, who was not, and who came as a guest."""

import pytest

from tests.minutes.paper import item, paper


def attended(extract) -> list[str]:
    """``Anna Holm: present``, and what else the list says of where they are from and for whom."""
    return [
        f"{entry.name}: {entry.status}"
        + (f" for {entry.deputy_for}" if entry.deputy_for else "")
        + (f" in {entry.municipality}" if entry.municipality else "")
        + (f" at {','.join(entry.items)}" if entry.items else "")
        for entry in extract.attendance
    ]


LISTS = {
    # headings on a line of their own, and before the names
    "Deltagere\nAnna Holm (A)\nBo Lund (V)": ["Anna Holm: present", "Bo Lund: present"],
    "Deltagere (2):\nAnna Holm (A)\nBo Lund (V)": ["Anna Holm: present", "Bo Lund: present"],
    "Til stede: Anna Holm (A), Bo Lund (V)": ["Anna Holm: present", "Bo Lund: present"],
    "Til stede: Anna Holm (A), Bo Lund (V) og\nEva Skov (C)": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    "I mødet deltog for kommunerne:\nAnna Holm (A)": ["Anna Holm: present"],
    "Mødt: Anna Holm\nIkke mødt: Bo Lund": ["Anna Holm: present", "Bo Lund: absent"],
    "Afbud\nAnna Holm (A)": ["Anna Holm: absent"],
    "Fraværende: Anna Holm (A)": ["Anna Holm: absent"],
    "Til stede var:\n\nByrådsvalgte:\n  Anna Holm (A)\nForbrugervalgte:\n  Bo Lund\n\nFraværende:\n\nMedarbejdervalgt:\n  Eva Skov": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: absent",
    ],
    "Der var afbud fra Anna Holm (A) og Bo Lund.": ["Anna Holm: absent", "Bo Lund: absent"],
    "Øvrige deltagere\nAnna Holm, sekretariatschef": ["Anna Holm: guest"],
    "Fra sekretariatet deltog: Anna Holm, Bo Lund": ["Anna Holm: guest", "Bo Lund: guest"],
    # whoever only wrote the paper
    "Deltagere\nBo Lund\n\nReferent\nAnna Holm": ["Bo Lund: present"],
    "Deltagere: Bo Lund\nGæst: Eva Skov\nReferent: Anna Holm": [
        "Bo Lund: present",
        "Eva Skov: guest",
    ],
    "Endvidere deltog:\nDirektør Bo Lund\nStatsautoriseret revisor Anna Holm, Revision Øst (under punkt 2)": [
        "Bo Lund: guest",
        "Anna Holm: guest at 2",
    ],
    "Referent: Anna Holm\nDeltagere:\nChefkonsulent Anna Holm, Vejle Kommune\nBo Lund": [
        "Anna Holm: present in Vejle",
        "Bo Lund: present",
    ],
    "Deltagere: Anna Holm (A)\nDesuden: Bo Lund, revisor": ["Anna Holm: present", "Bo Lund: guest"],
    "Deltagere\n\nFra regionsrådet:\nAnna Holm (A)\n\nFra kommunerne:\nBo Lund (V)": [
        "Anna Holm: present",
        "Bo Lund: present",
    ],
    # several lists in one line
    "Til stede: Anna Holm (A). Afbud: Bo Lund (V).": ["Anna Holm: present", "Bo Lund: absent"],
    "Deltagere: Anna Holm (A)\tAfbud: Bo Lund (V)": ["Anna Holm: present", "Bo Lund: absent"],
    "Til stede var Anna Holm (A). Der var afbud fra Bo Lund (V).": [
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    # somebody in somebody's place
    "Fraværende: Bo Lund (V) – Eva Skov (V) mødte som stedfortræder": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Deltagere\nAnna Holm (A), Mariagerfjord Kommune, personlig stedfortræder for Jørgen\nVester Lund\nIb Kær (O)": [
        "Anna Holm: present for Jørgen Vester Lund in Mariagerfjord",
        "Ib Kær: present",
    ],
    "Deltagere\nTorsild Anker Lund (A)\nNiels Chr. Skov (A)\n\nGæster\nRevisor Eva Skov\n\nNiels Chr. Skov deltog ikke under punkt 1.": [
        "Torsild Anker Lund: present",
        "Niels Chr. Skov: present",
        "Eva Skov: guest",
        "Niels Chr. Skov: absent at 1",
    ],
    "Deltagere\nFra almen praksis:\nEva Skov\n\nAfbud:\nBo Lund\n\nStedfortrædere:\nAnna Holm, for Bo Lund": [
        "Eva Skov: present",
        "Bo Lund: absent",
        "Anna Holm: present for Bo Lund",
    ],
    "Til stede: Borgmester Bo Lund, Zeynep Yildiz, Fadumo Ali.": [
        "Bo Lund: present",
        "Zeynep Yildiz: present",
        "Fadumo Ali: present",
    ],
    "Afbud\nBo Lund (V), suppleant Eva Skov deltog": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Afbud: Bo Lund (V). I hans sted mødte Eva Skov (V).": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Der var afbud fra Bo Lund (V), og Eva Skov (V) mødte som stedfortræder.": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Deltagere\nEva Skov (V) for Bo Lund (V)\nAnna Holm (A)": [
        "Eva Skov: present for Bo Lund",
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    "Afbud: Bo Lund (V) - Eva Skov (V) mødte som stedfortræder\nAnna Holm (A)": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
        "Anna Holm: absent",
    ],
    "Afbud: Bo Lund (V), Eva Skov (V) deltog som suppleant\nAnna Holm (A)": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
        "Anna Holm: absent",
    ],
    "Deltagere\nEva Skov (V) for viceborgmester Bo Lund (V)\nAnna Holm (A)": [
        "Eva Skov: present for Bo Lund",
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    # names that begin or end as other words do
    "Deltagere\nRie Anna Lund (A)\nLiv Bo Skov (V)": [
        "Rie Anna Lund: present",
        "Liv Bo Skov: present",
    ],
    "Deltagere\nEskild Nyråd (C)\nAsger Storråd (V)": [
        "Eskild Nyråd: present",
        "Asger Storråd: present",
    ],
    # who employs them is nobody who was there
    "Deltagere\nDirektør Anna Holm, Skjern Tømmer A/S\nEjer Bo Lund, Nordre Mejeri ApS": [
        "Anna Holm: present",
        "Bo Lund: present",
    ],
    "Deltagere\nFormand Anna Holm, FH Nordkysten\nKonsulent Bo Lund, DI Vestegnen": [
        "Anna Holm: present",
        "Bo Lund: present",
    ],
    "Deltagere\nViceborgmester Eva Skov (V), Vejle Kommune, for borgmester Bo Lund": [
        "Eva Skov: present for Bo Lund in Vejle",
        "Bo Lund: absent",
    ],
    "Medlemmer fra regionsrådet\nAnna Holm (A)\n\nMedlemmer fra kommunerne\nBo Lund, Vejle Kommune (V)": [
        "Anna Holm: present",
        "Bo Lund: present in Vejle",
    ],
    "Til stede: Anna Holm (A).\n\nBo Lund var forhindret i at deltage.": [
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    "Rådets medlemmer:\nAnna Holm (A), Bo Lund (V)": ["Anna Holm: present", "Bo Lund: present"],
    # the heading is the beginning of a sentence
    "Til stede fra bestyrelsen var Anna Holm (formand), Bo Lund og de to\nforbrugervalgte Eva Skov og Ib Kær. Ole Juhl var fraværende uden afbud.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
        "Ib Kær: present",
        "Ole Juhl: absent",
    ],
    "Afbud var meldt af Anna Holm (A) og Bo Lund (V). For Bo Lund deltog som stedfortræder Eva Skov (V). Der var ikke indkaldt stedfortræder for Anna Holm.": [
        "Anna Holm: absent",
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Afbud: Bo Lund. 1. suppleant Eva Skov mødte for Bo Lund.": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Afbud: Bo Lund\n\nSom stedfortræder for Bo Lund deltog Eva Skov (V).": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Anna Holm og Bo Lund havde meldt afbud.": ["Anna Holm: absent", "Bo Lund: absent"],
    # whom for stands on the next line, in brackets, or after a label
    "Deltagere\nAalborg: Eva Skov (V), suppleant for borgmester\nBo Lund (V)\nVejle: Anna Holm (A)": [
        "Eva Skov: present for Bo Lund in Aalborg",
        "Anna Holm: present in Vejle",
        "Bo Lund: absent",
    ],
    "Deltagere\nEva Skov, konsulent, Vejle Kommune (for Bo Lund)": [
        "Eva Skov: present for Bo Lund in Vejle",
        "Bo Lund: absent",
    ],
    "Deltagere\nAnna Holm (A)\nStedfortræder: Eva Skov for Bo Lund": [
        "Anna Holm: present",
        "Eva Skov: present for Bo Lund",
        "Bo Lund: absent",
    ],
    # a name that is the second half of another's
    "Deltagere\nInspektør Anna Holm, Midt- og Vestjyllands Politi": ["Anna Holm: present"],
    "Gæst under pkt. 3: Partner Anna Holm, Havn & Lund Revision": ["Anna Holm: guest at 3"],
    "Endvidere deltog chef Anna Holm og, under punkt 2, advokat Bo Lund fra Skov Dahl.": [
        "Anna Holm: guest",
        "Bo Lund: guest at 2",
    ],
    "Administrationen: Chef Anna Holm (sag 4 - 6)": ["Anna Holm: guest at 4,5,6"],
    # a short form of somebody in the list is nobody else
    "Deltagere\nAnna Birk Holm\nBo Lund\n\nReferent: Anna B. Holm": [
        "Anna Birk Holm: present",
        "Bo Lund: present",
    ],
    # columns, and rows above the list
    "Deltagere\tAfbud\nAnna Holm\tBo Lund\nEva Skov\t": [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: present",
    ],
    "Navn             Til stede    Afbud\nAnna Holm (A)        x\nBo Lund (V)                     x": [
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    "Navn\tTil stede\tAfbud\tBemærkninger\nAnna Holm\tx\t\t\nBo Lund\t\tX\tferie": [
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    "Til stede        Afbud\nAnna Holm (A)    Bo Lund (V)\n                 Eva Skov (C)\nIb Kær (O)": [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: absent",
        "Ib Kær: present",
    ],
    "Til stede fra bestyrelsen:      Til stede fra selskabet:\nAnna Holm (formand)             Direktør Bo Lund\nEva Skov": [
        "Anna Holm: present",
        "Bo Lund: guest",
        "Eva Skov: present",
    ],
    "Formand: Anna Holm (A)\nNæstformand: Bo Lund (V)\nMedlemmer: Eva Skov (C)": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    "Politiske medlemmer\nAnna Holm (A)\n\nAdministrative deltagere\nDirektør Eva Skov": [
        "Anna Holm: present",
        "Eva Skov: guest",
    ],
    # a guest who took part is a guest, with the items named
    "Forvaltningen\nChef Anna Holm: Deltog\nIngeniør Bo Lund: Deltog kun i sag nr. 2": [
        "Anna Holm: guest",
        "Bo Lund: guest at 2",
    ],
    "Fra administrationen: direktør Anna Holm. Revisor Bo Lund, Kyst Revision, deltog under pkt. 2.": [
        "Anna Holm: guest",
        "Bo Lund: guest at 2",
    ],
    "Desuden deltog jurist Anna Holm fra Boligernes Landsforening under punkt 2.": [
        "Anna Holm: guest at 2",
    ],
    "Gæst under pkt. 3: Konsulent Anna Holm, Erhvervsministeriet": ["Anna Holm: guest at 3"],
    "Gæster ved punkt 2 og 4: Anna Holm, Bo Lund": [
        "Anna Holm: guest at 2,4",
        "Bo Lund: guest at 2,4",
    ],
    "Deltagere\nSuppleant Eva Skov (V) for Bo Lund\nAnna Holm (A)": [
        "Eva Skov: present for Bo Lund",
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    "Deltagere\nEva Skov (V) (suppl. for Bo Lund)": [
        "Eva Skov: present for Bo Lund",
        "Bo Lund: absent",
    ],
    # where people are from: above them, below them, or in columns
    "Deltagere\nAalborg Kommune\nAnna Holm (A)\nBo Lund (V)\nVejle Kommune\nEva Skov (C)": [
        "Anna Holm: present in Aalborg",
        "Bo Lund: present in Aalborg",
        "Eva Skov: present in Vejle",
    ],
    "Deltagere\nAnna Holm\nAalborg Kommune\nBo Lund\nVejle Kommune": [
        "Anna Holm: present in Aalborg",
        "Bo Lund: present in Vejle",
    ],
    "Deltagere\nAalborg: Anna Holm, Bo Lund\nVejle: Eva Skov": [
        "Anna Holm: present in Aalborg",
        "Bo Lund: present in Aalborg",
        "Eva Skov: present in Vejle",
    ],
    "Deltagere\nAnna Holm      Bo Lund      Eva Skov\nAalborg      Vejle      Kolding": [
        "Anna Holm: present in Aalborg",
        "Bo Lund: present in Vejle",
        "Eva Skov: present in Kolding",
    ],
    "Deltagere\nNavn\tParti\tKommune\nAnna Holm\tA\tAalborg\nBo Lund\tV\tVejle": [
        "Anna Holm: present in Aalborg",
        "Bo Lund: present in Vejle",
    ],
    # entries over two lines
    "Deltagere\nAnna Holm,\nborgmester, Aalborg Kommune\nBo Lund, Vejle Kommune": [
        "Anna Holm: present in Aalborg",
        "Bo Lund: present in Vejle",
    ],
    # labels inside a list
    "Deltagere\nFormand: Anna Holm (A)\nOrdstyrer: Bo Lund\nMedlem: Eva Skov (C)": [
        "Anna Holm: present",
        "Eva Skov: present",
    ],
    # a status beside the name outdoes the heading
    "Deltagere\nAnna Holm (A)\nBo Lund (V) (afbud)": ["Anna Holm: present", "Bo Lund: absent"],
    # who is listed as a member is present, unless absent
    "Medlemmer: Anna Holm (A), Bo Lund (V)\nFravær: Bo Lund (V)": [
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    # prose by municipality
    "Til stede: Fra Vejle Kommune borgmester Anna Holm (V) og byrådsmedlem Bo Lund (A); fra Fanø Kommune viceborgmester Eva Skov (C) i stedet for borgmester Ib Kær.": [
        "Anna Holm: present in Vejle",
        "Bo Lund: present in Vejle",
        "Eva Skov: present for Ib Kær in Fanø",
        "Ib Kær: absent",
    ],
    # in somebody's place, and others behind them
    "Til stede: Anna Holm (A), Vejle, Eva Skov (V), Fanø (i stedet for Ib Kær (V)) og Bo Lund (C), Varde.": [
        "Anna Holm: present in Vejle",
        "Eva Skov: present for Ib Kær in Fanø",
        "Bo Lund: present in Varde",
        "Ib Kær: absent",
    ],
    "I mødet deltog Eva Skov (V, Fanø) i stedet for Ib Kær (V, Fanø) og Bo Lund (C, Varde).": [
        "Eva Skov: present for Ib Kær in Fanø",
        "Bo Lund: present in Varde",
        "Ib Kær: absent in Fanø",
    ],
    "Til stede: Eva Skov (V), Fanø i stedet for Ib Kær (V) og Bo Lund (C), Varde.": [
        "Eva Skov: present for Ib Kær in Fanø",
        "Bo Lund: present in Varde",
        "Ib Kær: absent",
    ],
    "Afbud: Ib Kær (V), Fanø (Eva Skov deltog i stedet) og Bo Lund (C), Varde": [
        "Ib Kær: absent in Fanø",
        "Eva Skov: present for Ib Kær",
        "Bo Lund: absent in Varde",
    ],
    # in somebody's place, in other words
    "Afbud\nBo Lund, Vejle Kommune (A). Som stedfortræder deltog Eva Skov, Vejle Kommune (V)": [
        "Bo Lund: absent in Vejle",
        "Eva Skov: present for Bo Lund in Vejle",
    ],
    "Følgende havde meldt afbud: Bo Lund (C), Vejle, der var erstattet af Eva Skov (C).": [
        "Bo Lund: absent in Vejle",
        "Eva Skov: present for Bo Lund",
    ],
    "Afbud: Bo Lund – i stedet mødte Eva Skov; Ib Kær – ingen stedfortræder": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
        "Ib Kær: absent",
    ],
    "Deltagere: Eva Skov (A)\nAfbud fra Bo Lund (A) (ferie). Eva Skov (A) var indkaldt som stedfortræder for Bo Lund.": [
        "Eva Skov: present for Bo Lund",
        "Bo Lund: absent",
    ],
    "Fravær: Bo Lund (F), for hvem Eva Skov (F) deltog.": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Navn      Rolle      Fremmøde\nEva Skov (C)    Suppleant for Bo Lund    Mødt\nIb Kær (O)    Medlem    Ikke mødt": [
        "Eva Skov: present for Bo Lund",
        "Ib Kær: absent",
        "Bo Lund: absent",
    ],
    "Deltagere\nEva Skov (V), Vejle\n\nFravær\nBo Lund (V) var forhindret og blev repræsenteret af Eva Skov": [
        "Eva Skov: present for Bo Lund in Vejle",
        "Bo Lund: absent",
    ],
    # staff in a sentence are guests; where the list has staff beside the members, as those are
    "Deltagere\nAnna Holm (A)\n\nAfbud\nBo Lund (V)\n\nDirektør Eva Skov og sekretær Ib Kær deltog i mødet.": [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: guest",
        "Ib Kær: guest",
    ],
    "Mødt: Anna Holm (A)\n\nSkolechef Eva Skov deltog under punkt 2 og 3.": [
        "Anna Holm: present",
        "Eva Skov: guest at 2,3",
    ],
    "Til stede\nAnna Holm\nDirektør Bo Lund\n\nDriftschef Eva Skov deltog under punkt 2.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present at 2",
    ],
    "Fra direktionen deltog direktør Anna Holm, og revisor Bo Lund deltog under behandlingen af punkt 2.": [
        "Anna Holm: guest",
        "Bo Lund: guest at 2",
    ],
    # other headings
    "Deltagere fysisk: Anna Holm\nDeltagere online: Bo Lund\nIkke deltagende: Eva Skov\nUndskyldt: Ib Kær": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: absent",
        "Ib Kær: absent",
    ],
    # nobody
    "Fremmøde: 1 af 2 medlemmer\nDeltagere: Anna Holm (A)": ["Anna Holm: present"],
    "Deltagere\nAnna Holm (A)\n\nAfbud\nIngen": ["Anna Holm: present"],
    "Deltagere\nAnna Holm (A)\n\nAfbud: -": ["Anna Holm: present"],
}


@pytest.mark.parametrize(("front", "people"), LISTS.items(), ids=list(LISTS))
def test_lists_of_people(front, people, read):
    extract = read(paper(front=front))
    assert attended(extract) == people
    assert extract.unclaimed == ()


def test_a_party_over_a_group_is_theirs(read):
    extract = read(paper(front="Deltagere\nSocialdemokratiet\nAnna Holm\nVenstre\nBo Lund (A)"))
    assert [entry.party for entry in extract.attendance] == ["A", "A"]


def test_a_label_is_the_title_of_the_one_it_stands_before(read):
    extract = read(paper(front="Deltagere\nFormand: Anna Holm (A)\nBo Lund (V)"))
    assert [entry.title for entry in extract.attendance] == ["Formand", None]


def test_double_spaced_lists_read_the_same(read):
    front = "Deltagere\nAnna Holm (A) Aalborg Kommune\nBo Lund (V), Vejle Kommune\n\nAfbud\nEva Skov (C)"
    prose = (
        "Udvalget har i hele perioden arbejdet med sagen om havnen, og\nformanden takkede for det.\n"
        * 9
    )
    text = paper(item("1.", "Havnen", "Godkendt.", presentation=prose), front=front)
    doubled = read(text.replace("\n", "\n\n"))
    assert attended(doubled) == attended(read(text))
    assert len(doubled.attendance) == 3


def test_a_list_that_is_an_item_is_read_there(read):
    text = paper(
        item("1.", "Deltagere\nAnna Holm (A)\nBo Lund (V)"), item("2.", "Havnen", "Godkendt.")
    )
    assert attended(read(text)) == ["Anna Holm: present", "Bo Lund: present"]


def test_a_list_ends_before_prose(read):
    front = "Deltagere\nAnna Holm (A)\n\nMødet blev afholdt på rådhuset, og der var en lang række gæster."
    extract = read(paper(front=front))
    assert attended(extract) == ["Anna Holm: present"]
    assert [left.passage.quote for left in extract.unclaimed] == [front.split("\n")[-1]]


def test_an_entry_that_names_nobody_is_reported(read):
    extract = read(paper(front="Afbud\nen fra ældrerådet\n\nDeltagere\nAnna Holm (A)"))
    assert [left.passage.quote for left in extract.unclaimed] == ["en fra ældrerådet"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Direktør Bo Lund deltog i et møde med ministeren.",
        "Bo Lund var forhindret i at komme til åbningen af broen.",
        "Direktør Bo Lund var til stede ved indvielsen.",
    ],
)
def test_who_was_somewhere_else_was_not_at_the_meeting(sentence, read):
    assert attended(read(paper(front=f"Deltagere\nAnna Holm (A)\n\n{sentence}"))) == [
        "Anna Holm: present"
    ]


def test_an_absence_stands_though_the_next_line_tells_who_came_late(read):
    front = (
        "Medlemmer: Anna Holm, Bo Lund, Eva Skov\n"
        "Fraværende: Bo Lund (afbud - Ib Kær indkaldt som stedfortræder)\n"
        "Eva Skov mødte kl. 17.10 og deltog fra behandlingen af punkt 2."
    )
    assert attended(read(paper(*THREE, front=front))) == [
        "Anna Holm: present",
        "Eva Skov: present",
        "Bo Lund: absent",
        "Ib Kær: present for Bo Lund",
        "Eva Skov: absent at 1",
    ]


def test_a_firm_that_a_guest_is_from_is_no_guest(read):
    told = "Revisor Eva Skov fra Revision Holm deltog under punktet."
    text = paper(item("1.", "Regnskab", "Godkendt.", presentation=told), front="Deltagere\nBo Lund")
    assert attended(read(text)) == ["Bo Lund: present", "Eva Skov: guest at 1"]


def test_a_row_without_a_cross_tells_nothing_and_is_reported(read):
    extract = read(paper(front="Navn\tTil stede\tAfbud\nAnna Holm\tx\t\nBo Lund\t\t"))
    assert attended(extract) == ["Anna Holm: present"]
    assert [left.passage.quote for left in extract.unclaimed] == ["Bo Lund"]


# --- lists below decisions ----------------------------------------------------------------------

APOLOGIES = "Godkendt.\n\nFraværende\nBo Lund (V)"


def test_apologies_under_every_decision_are_one_absence(read):
    text = paper(
        item("1.", "Dagsorden", APOLOGIES),
        item("2.", "Havnen", APOLOGIES),
        front="Medlemmer\nAnna Holm (A)\nBo Lund (V)",
    )
    extract = read(text)
    assert attended(extract) == ["Anna Holm: present", "Bo Lund: absent"]
    assert [entry.decision for entry in extract.items] == ["Godkendt.", "Godkendt."]


def test_apologies_under_some_decisions_are_of_those_items(read):
    text = paper(
        item("1.", "Dagsorden", "Godkendt.\n\nFraværende\nEva Skov (C)"),
        item("2.", "Havnen", "Godkendt.\n\nFraværende\nEva Skov (C)\nBo Lund (V)"),
        front="Deltagere\nAnna Holm (A)\nBo Lund (V)",
    )
    assert attended(read(text)) == [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: absent",
        "Bo Lund: absent at 2",
    ]


# --- away from some items -----------------------------------------------------------------------

THREE = tuple(
    item(f"{n}.", title, "Godkendt.") for n, title in enumerate(("Havnen", "Broen", "Øen"), 1)
)


@pytest.mark.parametrize(
    ("sentence", "missed"),
    [
        ("Anna Holm deltog ikke under punkt 2.", "2"),
        ("Anna Holm (A) deltog ikke i behandlingen af punkt 1 og 3.", "1,3"),
        ("Anna Holm deltog ikke under punkterne 2-3.", "2,3"),
        ("Anna Holm mødte kl. 9.20 og deltog fra punkt 2.", "1"),
        ("Anna Holm deltog fra og med pkt. 3.", "1,2"),
        ("Anna Holm forlod mødet efter punkt 1.", "2,3"),
        ("Anna Holm gik efter punkt 2.", "3"),
        ("Anna Holm forlod mødet kl. 11.30 efter punkt 2.", "3"),
        ("Anna Holm ankom under punkt 2.", "1"),
        ("Anna Holm (A) var fraværende under punkt 2 grundet inhabilitet.", "2"),
        ("Anna Holm kom kl. 9.40 og var med fra punkt 2.", "1"),
        ("Anna Holm mødte kl. 17.10 og deltog først fra behandlingen af punkt 3.", "1,2"),
        ("Anna Holm deltog til og med punkt 1.", "2,3"),
        ("Anna Holm var til stede indtil pkt. 2.", "3"),
        ("Anna Holm forlod mødet under punkt 2.", "3"),
        ("Anna Holm forlod mødet under punkt 2 på grund af inhabilitet.", "2"),
        ("Anna Holm forlod lokalet under behandling af punkt 1 og 3.", "1,3"),
        ("Anna Holm deltog på grund af inhabilitet ikke i behandlingen af sag nr. 2.", "2"),
        ("Anna Holm var inhabil under punkt 2 og deltog ikke i behandlingen af dette punkt.", "2"),
        ("Anna Holm erklærede sig inhabil i punkt 3.", "3"),
        ("Anna Holm var fraværende fra punkt 2.", "2,3"),
    ],
)
def test_somebody_who_was_away_from_items_is_present_and_absent_from_those(sentence, missed, read):
    text = paper(*THREE, front=f"Deltagere\nAnna Holm (A)\nBo Lund (V)\n\n{sentence}")
    assert attended(read(text)) == [
        "Anna Holm: present",
        "Bo Lund: present",
        f"Anna Holm: absent at {missed}",
    ]


@pytest.mark.parametrize(
    ("row", "missed"),
    [
        ("Anna Holm (A), deltog fra punkt 2", "1"),
        ("Anna Holm (A) (fra pkt. 2)", "1"),
        ("Anna Holm (A), fra punkt 2", "1"),
        ("Anna Holm (A), til og med sag 2", "3"),
        ("Anna Holm (A) – fra punkt 2", "1"),
        ("Anna Holm (Havnen) – fra og med punkt 3", "1,2"),
        ("Anna Holm (A) - til punkt 2", "3"),
        ("Anna Holm (A) - indtil kl. 12 (pkt. 2-3 uden deltagelse)", "2,3"),
        ("Anna Holm (A), deltog til og med punkt 2", "3"),
        ("Anna Holm (A) (forlod mødet kl. 11 efter punkt 2)", "3"),
        ("Anna Holm (A)\tMedlem\tMødt kl. 16.20 (punkt 2)", "1"),
        ("Anna Holm\tA\tJa, fra punkt 2", "1"),
        ("Anna Holm\tA\tJa, til og med punkt 1", "2,3"),
        ("Anna Holm\tA\tFra punkt 3", "1,2"),
        ("Anna Holm (A) - Medlem - Til stede (fra punkt 2)", "1"),
    ],
)
def test_somebody_listed_only_with_what_was_missed_is_present_too(row, missed, read):
    text = paper(*THREE, front=f"Deltagere\nBo Lund (V)\n{row}")
    assert attended(read(text)) == [
        "Bo Lund: present",
        "Anna Holm: present",
        f"Anna Holm: absent at {missed}",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Holm deltog ikke i sagens behandling.",
        "Anna Holm (A) var inhabil og forlod lokalet.",
        "Anna Holm deltog ikke i behandlingen af punktet.",
        "Anna Holm deltog ikke under punktet.",
        "Anna Holm deltog ikke under dette punkt.",
    ],
)
def test_somebody_disqualified_is_absent_from_that_item(sentence, read):
    text = paper(
        THREE[0],
        item("2.", "Broen", f"Godkendt.\n\n{sentence}"),
        front="Deltagere\nAnna Holm (A)\nBo Lund (V)",
    )
    assert attended(read(text))[2:] == ["Anna Holm: absent at 2"]


def test_everybody_whom_a_sentence_names_is_away_from_the_item(read):
    text = paper(
        THREE[0],
        item("2.", "Broen", "Godkendt.\n\nAnna Holm og Bo Lund deltog ikke under punktet."),
        front="Deltagere\nAnna Holm (A)\nBo Lund (V)",
    )
    assert attended(read(text))[2:] == ["Anna Holm: absent at 2", "Bo Lund: absent at 2"]


def test_who_is_told_under_every_item_to_be_away_is_away_from_the_meeting(read):
    told = "Godkendt.\n\nAnna Holm og Bo Lund var forhindret i at deltage i sagens behandling."
    text = paper(
        item("1.", "Havnen", told),
        item("2.", "Broen", told),
        front="Medlemmer\nAnna Holm (A)\nBo Lund (V)\nEva Skov (C)\n\nAfbud\nAnna Holm (A)",
    )
    assert sorted(attended(read(text))) == [
        "Anna Holm: absent",
        "Bo Lund: absent",
        "Eva Skov: present",
    ]


# --- who came after all -------------------------------------------------------------------------

SETTLED = {
    "Deltagere\nAnna Holm havde meldt afbud, og Bo Lund deltog i stedet.": [
        "Anna Holm: absent",
        "Bo Lund: present for Anna Holm",
    ],
    "Deltagere\nAnna Holm\n\nAfbud\nEva Skov\n\nBemærkninger: Anna Holm deltog som suppleant for Eva Skov.": [
        "Anna Holm: present for Eva Skov",
        "Eva Skov: absent",
    ],
    "Mødedeltagere\nAnna Holm\nBo Lund\n\nFraværende\nBo Lund": [
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    "Deltagere\nAnna Holm\nBo Lund\n\nFraværende\nBo Lund, punkt 1-3": [
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    "Til stede var Anna Holm (A) og Bo Lund (V). Desuden deltog direktør Eva Skov. Fraværende med afbud var Ib Kær.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: guest",
        "Ib Kær: absent",
    ],
    "Alle medlemmer var til stede undtagen Bo Lund, der havde meldt afbud.\n\nMedlemmer\nAnna Holm\nBo Lund": [
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    "Til stede:\nForældrevalgte: Anna Holm, Bo Lund\nMedarbejdervalgte: Eva Skov": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    "Deltagere\nAnna Holm\n\nAfbud\nBo Lund, sendte Eva Skov som afløser": [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
}


@pytest.mark.parametrize(("front", "people"), SETTLED.items(), ids=list(SETTLED))
def test_lists_and_sentences_say_together_who_came(front, people, read):
    assert attended(read(paper(*THREE, front=front))) == people


def test_an_absence_takes_over_what_only_the_list_of_members_tells(read):
    extract = read(paper(*THREE, front="Medlemmer\nAnna Holm (A)\nBo Lund (V)\n\nAfbud\nBo Lund"))
    assert [(one.name, one.party) for one in extract.attendance] == [
        ("Anna Holm", "A"),
        ("Bo Lund", "V"),
    ]


def test_a_list_above_the_decision_is_none_of_it(read):
    decision = "Ikke til stede: Bo Lund\nGodkendt."
    extract = read(paper(item("1.", "Havnen", decision), item("2.", "Broen", decision)))
    assert [one.decision for one in extract.items] == ["Godkendt.", "Godkendt."]
    assert attended(extract) == ["Bo Lund: absent"]


ROMAN = "\n\n".join(
    (
        item("I.", "Dagsorden", "Godkendt."),
        item("II.", "Havnen", "Drøftet."),
        item("III.", "Broen", "Taget til efterretning. Bo Lund deltog ikke i punkt II."),
    )
)


@pytest.mark.parametrize(
    ("said", "missed"),
    [
        ("deltog ikke i sag 21/26-23/26", "21/26,22/26,23/26"),
        ("deltog ikke i sag 21-23/26", "21/26,22/26,23/26"),
        ("deltog ikke i sag 21/26 og 23/26", "21/26,23/26"),
        ("deltog fra sag 21/26", "20/26"),
        ("deltog fra sag 21", "20/26"),
    ],
)
def test_items_are_named_by_number_and_year(said, missed, read):
    items = [item(f"{n}/26", f"Havn {n}", "Godkendt.") for n in range(20, 25)]
    front = f"Deltagere\nAnna Holm (A) - {said}\n\nGæster\nDirektør Eva Skov (sag 22/26)"
    told = [f"Anna Holm: absent at {missed}"]
    assert attended(read(paper(*items, front=front))) == [
        *("Eva Skov: guest at 22/26", "Anna Holm: present"),
        *told,
    ]


def test_an_absence_told_in_the_list_and_under_the_item_is_one(read):
    told = "Anna Holm var inhabil og deltog ikke i sagens behandling."
    front = "Deltagere\nAnna Holm (A) - deltog ikke i punkt 2\nBo Lund (V)"
    text = paper(THREE[0], item("2.", "Broen", told), THREE[2], front=front)
    assert attended(read(text)).count("Anna Holm: absent at 2") == 1


def test_deputies_below_those_away_came_for_whom_a_dash_sets_apart(read):
    front = "Afbud\n- Ib Kær (A)\n\nStedfortrædere\n- Eva Skov (A) – for Ib Kær"
    assert attended(read(paper(front=f"Deltagere\nAnna Holm (A)\n\n{front}"))) == [
        *("Anna Holm: present", "Ib Kær: absent", "Eva Skov: present for Ib Kær")
    ]


BROKEN = """Medlemmer:     Formand Anna Holm (A), Vejle

               Bo Lund (V), Region
               Syddanmark

               Konsulent Eva Skov, Havnens
               Udviklingsråd (punkt 1)

               Ib Kær (C), Region Syddanmark"""


def test_where_space_sets_entries_apart_a_line_without_it_goes_on(read):
    front = f"{BROKEN}\n\nSted:          Rådhuset"
    extract = read(paper(*THREE, front=front))
    assert [(one.name, one.organization) for one in extract.attendance][1:] == [
        ("Bo Lund", "Region Syddanmark"),
        ("Eva Skov", "Havnens Udviklingsråd"),
        ("Ib Kær", "Region Syddanmark"),
    ]


@pytest.mark.parametrize("office", ["", "viceborgmester "])
def test_a_name_may_be_broken_over_two_lines_of_a_column(office, read):
    front = f"Medlemmer:     Formand Ib Kær (C), {office}Annelise\n               Røddal (A), Bo Lund (V), Eva Skov (F)"
    extract = read(paper(*THREE, front=front))
    assert [(one.name, one.party) for one in extract.attendance] == [
        ("Ib Kær", "C"), ("Annelise Røddal", "A"), ("Bo Lund", "V"), ("Eva Skov", "F")
    ]  # fmt: skip


def test_items_are_named_by_their_roman_numbers_however_they_are_written(read):
    people = "Deltagere\nAnna Holm\nBo Lund\n\nGæster\nEva Skov, konsulent (pkt. 3)"
    assert attended(read(paper(ROMAN, front=people))) == [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: guest at III",
        "Bo Lund: absent at II",
    ]


def test_absence_is_read_with_and_without_number_before_the_items(read):
    items = [item(f"{n}.", f"Sag om {n}", "Godkendt.") for n in (1, 2, 3)]
    people = "Deltagere\nAnna Holm (A): Deltog\nBo Lund (V): Deltog fra kl. 10 og var ikke til stede ved sag nr. 1 og 2"
    assert "Bo Lund: absent at 1,2" in attended(read(paper(*items, front=people)))


def test_whose_meeting_it_is_heads_no_list(read):
    extract = read(
        paper(
            front="Til stede:\nAnna Holm (A)",
            head="HAVNEN I/S\nBestyrelsen\n\nBestyrelsesmøde i Havnen I/S\nMandag den 22. juni 2026, kl. 13.00",
        )
    )
    assert (str(extract.document.date), extract.document.body) == ("2026-06-22", "Havnen I/S")


# A notice has no lists: its sentences tell who came.
TOLD = {
    "Rådet var samlet i Vejle. Til stede var formand Anna Holm, næstformand Bo Lund og Eva Skov.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    "Til stede var formand Anna Holm, Bo Lund og Eva Skov.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    "Anna Holm havde meldt afbud; for hende mødte suppleanten Bo Lund.": [
        "Anna Holm: absent",
        "Bo Lund: present for Anna Holm",
    ],
    "Der var afbud fra Bo Lund, og i hans sted deltog Eva Skov.": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Afbud var meldt af formand Bo Lund og Ib Kær. Fra sekretariatet deltog direktør Eva Skov.": [
        "Bo Lund: absent",
        "Ib Kær: absent",
        "Eva Skov: guest",
    ],
    "Konsulent Eva Skov var med som gæst.": ["Eva Skov: guest"],
    "Anna Holm og Bo Lund har sendt afbud; for hende mødte Eva Skov.": [
        "Anna Holm: absent",
        "Bo Lund: absent",
    ],
    "Anna Holm fortalte om havnen, og Bo Lund ser frem til mødet.": [],
}


@pytest.mark.parametrize(("sentence", "people"), TOLD.items(), ids=list(TOLD))
def test_a_notice_tells_who_came(sentence, people, read):
    head = "Havnefonden\nPressemeddelelse\n\nUdsendt: 24. oktober 2025"
    assert attended(read(f"{head}\n\n{sentence}\n")) == people


def test_in_a_sentence_that_names_several_an_office_is_of_the_one_beside_it(read):
    sentence = "Til stede var formand Anna Holm, Bo Lund og Eva Skov."
    told = read(f"Havnefonden\nPressemeddelelse\n\nUdsendt: 24. oktober 2025\n\n{sentence}\n")
    assert {(one.person, one.role) for one in told.appointments} == {("Anna Holm", "chair")}


def test_a_letter_that_names_people_lists_nobody_as_having_come(read):
    letter = (
        "KKR Nordjylland\nSekretariatet\n\nAalborg, den 12. december 2025\n\n"
        "Sekretariatet kan oplyse følgende:\n\nAnna Holm (A) er udpeget som medlem af Havnerådet.\n\n"
        "Med venlig hilsen\n\nEva Skov\nSekretariatsleder\n"
    )
    extract = read(letter)
    assert (extract.document.kind, attended(extract)) == ("news", [])
    assert [each.person for each in extract.appointments] == ["Anna Holm"]


def test_who_came_for_somebody_is_no_absentee_though_the_sentence_stands_among_them(read):
    front = "Afbud\nAnna Holm (A)\nStedfortræder\nBo Lund (A) deltog for Anna Holm (A)."
    assert attended(read(paper(front=front))) == [
        "Anna Holm: absent",
        "Bo Lund: present for Anna Holm",
    ]


def test_a_list_of_contents_ends_a_list_of_people(read):
    front = "Afbud:\nAnna Holm\n\nDagsorden\n1. Dagsorden\n2. Direktionen orienterer\n3. Renovering af Ådals Vej"
    assert attended(read(paper(front=front))) == ["Anna Holm: absent"]


def test_who_is_summoned_by_an_item_comes_to_the_whole_meeting(read):
    told = "Godkendt. Eva Skov (V) deltog som stedfortræder for Bo Lund.\n\nBo Lund var fraværende."
    away = "Godkendt.\n\nBo Lund var fraværende."
    summons = item("1.", "Godkendelse af indkaldt stedfortræder", told)
    others = (item("2.", "Havnen", away), item("3.", "Broen", away))
    assert attended(read(paper(summons, *others))) == [
        "Eva Skov: present for Bo Lund",
        "Bo Lund: absent",
    ]


def test_a_letter_ahead_is_the_party_of_all_those_behind_it(read):
    front = (
        "Til stede:\n\n(A) Anna Holm, Vejle, Bo Lund, Varde, og Ib Kær,\nAssens\n(V) Eva Skov, Vejen\n\n"
        "Afbud: (A) Ole Juhl, Vejle, (V) Lis Rye, Vejen"
    )
    assert [
        (one.name, one.party, one.municipality, one.status.value)
        for one in read(paper(front=front)).attendance
    ] == [
        ("Anna Holm", "A", "Vejle", "present"),
        ("Bo Lund", "A", "Varde", "present"),
        ("Ib Kær", "A", "Assens", "present"),
        ("Eva Skov", "V", "Vejen", "present"),
        ("Ole Juhl", "A", "Vejle", "absent"),
        ("Lis Rye", "V", "Vejen", "absent"),
    ]


def test_minutes_without_items_tell_in_sentences_who_came(read):
    told = "Rådet mødtes i Vejle. Til stede var formand Anna Holm, Bo Lund og Eva Skov. Afbud var meldt af Ib Kær."
    text = (
        f"Havnerådet\n\nReferat af møde den 3. marts 2026\n\n{told}\n\nFormanden bød velkommen.\n"
    )
    assert attended(read(text)) == [
        *("Anna Holm: present", "Bo Lund: present", "Eva Skov: present", "Ib Kær: absent"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Det blev drøftet, om Anna Holm var inhabil i punkt 2.",
        "Rådet fandt ikke, at Anna Holm er inhabil i punkt 2.",
        "Hverken Anna Holm eller Bo Lund er inhabile i punkt 2.",
    ],
)
def test_who_may_have_been_or_was_not_found_partial_was_not_away(told, read):
    text = paper(*THREE, front=f"Deltagere\nAnna Holm (A)\nBo Lund (V)\n\n{told}")
    assert attended(read(text)) == ["Anna Holm: present", "Bo Lund: present"]


def test_whom_a_sentence_tells_something_else_of_was_no_guest(read):
    told = "Referat af møde i Havnerådet den 3. marts 2026\n\nFra forvaltningen var Ida Krag blevet ansat.\n"
    assert attended(read(told)) == []
