"""Fronts as municipalities, boards and councils write them: staff, deputies, reasons, stray lines."""

import pytest

from kkr_graph.model.extract import Role
from tests.minutes.paper import item, paper
from tests.minutes.test_attendance import attended

BOTH_CAME = "Deltagere: Anna Holm, Bo Lund"
FRONTS = {
    # headings in mid-line that we do not know whole, with no stop before them
    "Deltagere: Anna Holm (AH), Bo Lund (BL). Afbud fredag og lørdag: Ib Kær (IK), Lis Rye (LR) Referent for fredag: Bo Lund Referent for lørdag: Anna Holm": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Ib Kær: absent",
        "Lis Rye: absent",
    ],
    # a dash that is written to the office before it
    "Deltagere:\n\nAnna Holm (A), Formand\n\nBo Lund (C), Næstformand- afbud\n\nEva Skov, skole- og dagtilbudschef": [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: guest",
    ],
    # labels in a column of their own, also such as nobody has listed
    "Til stede\tAnna Holm (formand)\n\tBo Lund (A)\nAfbud\tEva Skov (V)\nFra selskabet\tDirektør Ib Kær": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: absent",
        "Ib Kær: guest",
    ],
    # who was represented, and by whom
    "Deltagere: Anna Holm (A)\nAfbud: Bo Lund v. Eva Skov, Lis Rye": [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
        "Lis Rye: absent",
    ],
    "Deltagere: Anna Holm (A)\nAfbud: Havneforeningen v/ Eva Skov": [
        "Anna Holm: present",
        "Eva Skov: absent",
    ],
    # also in a list of those who came
    "Til stede:\nAnna Holm (A) v/ Bo Lund\nEva Skov (V), repræsenteret ved Ib Kær\nLis Rye (V) – for hvem Ole Dam deltog\nPer Ås (C)": [
        "Anna Holm: absent",
        "Bo Lund: present for Anna Holm",
        "Eva Skov: absent",
        "Ib Kær: present for Eva Skov",
        "Lis Rye: absent",
        "Ole Dam: present for Lis Rye",
        "Per Ås: present",
    ],
    # lists by initials, and who wrote the paper, on one line
    "Deltagere: Anna Holm (AH), Bo Lund (BL), Eva Skov (ES). Afbud fra AH og ES. Referent: BL": [
        "Bo Lund: present",
        "Anna Holm: absent",
        "Eva Skov: absent",
    ],
    # a name that ends in s, above what somebody is
    "Deltagere:\nAnna Holm (A)\nLene Kaspers\nstedfortræder": [
        "Anna Holm: present",
        "Lene Kaspers: present",
    ],
    # staff at the end of the members' list
    "I mødet deltager:\tFormand Anna Holm\n\tBestyrelsesmedlem Bo Lund\n\tAdm. direktør Eva Skov\nAfbud fra:\tBestyrelsesmedlem Ib Kær": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: guest",
        "Ib Kær: absent",
    ],
    "Til stede: Anna Holm (A), Bo Lund (V), sekretariatschef Eva Skov": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: guest",
    ],
    # staff of the municipality whose members were elected, and of a part of it
    "Deltagere:\nAnna Holm (A)\nBo Lund (Cykelforeningen)\nEva Skov, chef for Center for Natur\nCenterchef Ib Kær, Svendborg Kommune\n\nVejchef Lis Rye, Svendborg Kommune, deltog under punkt 1.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: guest",
        "Ib Kær: guest in Svendborg",
        "Lis Rye: guest in Svendborg at 1",
    ],
    # where several municipalities have sent somebody they are members
    "Deltagere:\nAnna Holm (A), Vejle Kommune\nBo Lund (V)\nCenterchef Ib Kær, Svendborg Kommune": [
        "Anna Holm: present in Vejle",
        "Bo Lund: present",
        "Ib Kær: present in Svendborg",
    ],
    # what is told of several
    "Deltagere:\nAnna Holm (A)\nGæster: Direktør Bo Lund, revisor Eva Skov og Ib Kær deltog under punkt 1.\nFraværende: Lis Rye": [
        "Anna Holm: present",
        "Bo Lund: guest at 1",
        "Eva Skov: guest at 1",
        "Ib Kær: guest at 1",
        "Lis Rye: absent",
    ],
    "Til stede: Anna Holm (A), Bo Lund (V) og chef Eva Skov deltog under punkt 1": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: guest at 1",
    ],
    # in a board of directors all have an office
    "Til stede\nDirektør Anna Holm\nRektor Bo Lund\nDirektør Eva Skov": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    "Deltagere:\nDirektør Anna Holm, Vejle Kommune\nPraksis koordinator Bo Lund\nPLO-m Ib Kær\nEva Skov, Regionshospitalet Horsens (sekretariat)\n\nAfbud:\nLis Rye, Fanø Kommune (sekretariat)": [
        "Anna Holm: present in Vejle",
        "Bo Lund: present",
        "Ib Kær: present",
        "Eva Skov: guest",
        "Lis Rye: absent in Fanø",
    ],
    # guests under headings of their own
    "Medlemmer: Anna Holm, Bo Lund\nEksterne deltagere: Specialkonsulent Eva Skov, Center for Sundhed deltog under punkt 2 fra kl. 10.30": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: guest at 2",
    ],
    "Til stede var: Anna Holm og Bo Lund.\nSom sekretær mødte Eva Skov.\n\nMødt var endvidere:\nIb Kær": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: guest",
        "Ib Kær: guest",
    ],
    # why somebody is away is no office
    "Afbud: Anna Holm og Bo Lund (orlov)": ["Anna Holm: absent", "Bo Lund: absent"],
    "Medlemmer: Anna Holm, Bo Lund (syg)": ["Anna Holm: present", "Bo Lund: absent"],
    # headings without a colon, and in other words
    "Afbud Anna Holm og Bo Lund": ["Anna Holm: absent", "Bo Lund: absent"],
    "Mødte ikke: Anna Holm": ["Anna Holm: absent"],
    # deputies below those who are away
    "Fraværende\tAnna Holm\nStedfortræder\tBo Lund": [
        "Anna Holm: absent",
        "Bo Lund: present for Anna Holm",
    ],
    "Fraværende: Anna Holm, Ib Kær\nStedfortrædere: Bo Lund, Eva Skov": [
        "Anna Holm: absent",
        "Ib Kær: absent",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    "Fraværende med afbud:\nAnna Holm, Bo Lund indkaldt\nEva Skov, Ib Kær deltog": [
        "Anna Holm: absent",
        "Bo Lund: present for Anna Holm",
        "Eva Skov: absent",
        "Ib Kær: present for Eva Skov",
    ],
    # who sent the people of a list stands above them
    "I mødet deltog:\n\nBorgerrepræsentanter:\n\nAnna Holm, Bo Lund (ankom under behandlingen af punkt 1).\n\nFra det frivillige foreningsområde:\n\nEva Skov (mødeleder)\n\nFra Kulturforvaltningen:\n\nIb Kær (referent)\n\nFølgende havde meldt afbud:\n\nLis Rye.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
        "Ib Kær: guest",
        "Lis Rye: absent",
    ],
    "Fraværende:\nForældrevalgte medlemmer:\nAnna Holm": ["Anna Holm: absent"],
    # what is told in brackets is of the one before them
    "Til stede: Anna Holm, Bo Lund (deltog ikke i behandlingen af pkt. 1-2), Eva Skov.\nAfbud: Ib Kær.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
        "Ib Kær: absent",
        "Bo Lund: absent at 1,2",
    ],
    # where somebody works stands before the name, or behind it
    "Afbud fra:\nBorgmester Anna Holm pga. arbejde.\nKoncerndirektør fra Region Hovedstaden Bo Lund": [
        "Anna Holm: absent",
        "Bo Lund: absent",
    ],
    "Fraværende med afbud (bestyrelsen):\nPolitisk chef i Dansk Industri Anna Holm\nFormand for Havnens Lokaludvalg Bo Lund\nGymnasieelev Eva Skov": [
        "Anna Holm: absent",
        "Bo Lund: absent",
        "Eva Skov: absent",
    ],
    "Til stede:\nAnna Holm, Lyngby Frivillignet\nBo Lund, LyngbyGuiderne\nEva Skov, etnisk repræsentant": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    "Til stede\nAnna Holm, Formand\nBo Lund\nEva Skov, Adm. Direktør": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: guest",
    ],
    # deputies in a genitive's place
    "Afbud fra Anna Holm, Bo Lund deltager i Anna Holms sted, samt Eva Skov.": [
        "Anna Holm: absent",
        "Eva Skov: absent",
        "Bo Lund: present for Anna Holm",
    ],
    # who leads the meeting is there
    "Mødeleder: Anna Holm\nDeltagere: Bo Lund, Eva Skov": [
        "Bo Lund: present",
        "Eva Skov: present",
        "Anna Holm: present",
    ],
    # a list of all members, of whom some were away
    "Deltagere\n • Anna Holm, V\n • Bo Lund, A\n\n • Afbud\n\n • Bo Lund, A - Eva Skov stedfortræder\n • Ib Kær, F - Lis Rye stedfortræder": [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
        "Ib Kær: absent",
        "Lis Rye: present for Ib Kær",
    ],
    # initials are no employer, and an abbreviated given name is part of the name
    "Bestyrelse:\nAnna Holm    AH    Formand\nBo Lund    BL\n\nAfbud:\nChr. Ebbe Kær    CEK": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Chr. Ebbe Kær: absent",
    ],
    "Deltagere: Anna Aa. Holm (Odder, online)\nGæst (pkt. 2): Bo Lund": [
        "Anna Aa. Holm: present in Odder",
        "Bo Lund: guest at 2",
    ],
    # told in a sentence, where nothing is listed
    "Mødt var i alt 13 andelshavere. Fra bestyrelsen deltog Anna Holm, Bo Lund og Eva Skov.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    # a sentence of one person is no part of the list above it
    "Til stede: Anna Holm (A), Bo Lund (V)\nFraværende: Ingen\n\nBo Lund deltog virtuelt.": [
        "Anna Holm: present",
        "Bo Lund: present",
    ],
    "Afbud: Anna Holm\nUdsendes til: Rådets medlemmer, Bo Lund": ["Anna Holm: absent"],
    # what stands in brackets behind somebody is where they are from
    "Til stede: Anna Holm (Fyns Politi), Bo Lund (Cyklistforbundet)\nIkke til stede: Eva Skov (Ældre Sagen)\nRådets sekretær: Ib Kær": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: absent",
        "Ib Kær: guest",
    ],
    "Deltagere\tOrganisation\tFremmøde\nAnna Holm\tVejle Kommune\t✓ (Teams)\nBo Lund\tFanø Kommune\tAfbud, i stedet: Eva Skov": [
        "Anna Holm: present in Vejle",
        "Bo Lund: absent in Fanø",
        "Eva Skov: present for Bo Lund",
    ],
    # a row for each municipality, with a capacity of its own
    "Deltagere fra kommunerne:\nFaxe Kommune       Anna Holm (V), Bo Lund (A)\nGreve Kommune   Afbud fra Ib Kær (A)\nKøge Kommune      Eva Skov (A)": [
        "Anna Holm: present in Faxe",
        "Bo Lund: present in Faxe",
        "Ib Kær: absent in Greve",
        "Eva Skov: present in Køge",
    ],
    # sentences one below the other
    "Til stede: Anna Holm, Bo Lund\nFra forvaltningen deltog chef Eva Skov under punkt 3.\nUdvalgsformand Ib Kær (A) deltog under pkt. 2.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: guest at 3",
        "Ib Kær: guest at 2",
    ],
    # a substitute who sits in the board comes in nobody's place
    "Til stede:\nFormand Anna Holm, Bo Lund, Eva Skov (suppleant)": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    # labels that are no municipality end what the one before said
    "Deltagere:\nHorsens Kommune: Anna Holm (C)\nPLO: Praktiserende læge Bo Lund\nSekretariat: Eva Skov": [
        "Anna Holm: present in Horsens",
        "Bo Lund: present",
        "Eva Skov: guest",
    ],
    # a list of contents is no part of the list above it
    "Deltagere\n • Anna Holm\n\n • Afbud\n\n • Bo Lund\n\n 1. Besøg\n 2. Oplæg ved Eva Skov": [
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
}


FRONTS |= {
    # each row of the table says who came
    "Navn\tOrganisation\tStatus\nAnna Holm\tVejle Kommune\tTil stede\nBo Lund\tHavn Vest\tAfbud\nEva Skov\tFjordens Varmenet\tDeltog\nIb Kær\tFanø Kommune\tFraværende": [
        "Anna Holm: present in Vejle",
        "Bo Lund: absent",
        "Eva Skov: present",
        "Ib Kær: absent in Fanø",
    ],
    # who has sent somebody is nobody, also with a role behind it
    "Deltagere\nAnna Holm\tSolrig Varmenet, formand\nBo Lund\tVejle Kommune": [
        "Anna Holm: present",
        "Bo Lund: present in Vejle",
    ],
    "Deltagere\nAnna Holm, Fjordens Varmenet, formand\nBo Lund, Havnens Folk": [
        "Anna Holm: present",
        "Bo Lund: present",
    ],
    # initials that the paper explains
    "Bestyrelsen: Anna Holm (AH), Bo Kær Lund (BKL), Formand Eva Skov (EVSK)\nTil stede: AH\nAfbud: BKL og EVSK": [
        "Anna Holm: present",
        "Bo Kær Lund: absent",
        "Eva Skov: absent",
    ],
    "Anna Holm – AH\nBo Lund – BL\n\nAfbud: BL": ["Bo Lund: absent"],
    # two with the same initials, and initials of nobody
    "Medlemmer: Anna Holm (AH), Alma Hald (AH)\nAfbud: AH": [
        "Anna Holm: present",
        "Alma Hald: present",
    ],
    "Til stede: Anna Holm (AH)\nAfbud: BL": ["Anna Holm: present"],
    # in capitals
    "Fraværende\nAFBUD FRA ANNA HOLM, HAVNEFORENINGEN. SUPPLEANT BO LUND DELTOG I STEDET.": [
        "ANNA HOLM: absent",
        "BO LUND: present for ANNA HOLM",
    ],
    # all but those
    "Tilstede var hele bestyrelsen med undtagelse af Anna Holm, der havde meldt afbud.": [
        "Anna Holm: absent",
    ],
    "Til stede: Alle undtagen Anna Holm og Bo Lund": ["Anna Holm: absent", "Bo Lund: absent"],
    "Fremmøde: Anna Holm +, Bo Lund ÷": ["Anna Holm: present", "Bo Lund: absent"],
    # a substitute without a name comes for nobody who is named
    "Afbud: Anna Holm - i stedet mødte Bo Lund, Eva Skov samt suppleant": [
        "Anna Holm: absent",
        "Bo Lund: present for Anna Holm",
        "Eva Skov: absent",
    ],
    # who was away for a time was there as well, and of which items is not told
    "Fraværende i mødet:\nAnna Holm til kl. 18.40 i punkt 2\nBo Lund": ["Bo Lund: absent"],
    # below those who are away, who came late
    "Fraværende med afbud:\n\nAnna Holm, F, (tjenesterejse)\n\nBo Lund, C, ankom til mødet kl. 17.32 under behandlingen af punkt 1.": [
        "Anna Holm: absent",
        "Bo Lund: present",
    ],
}


@pytest.mark.parametrize(("front", "people"), FRONTS.items(), ids=list(FRONTS))
def test_fronts(front, people, read):
    assert attended(read(paper(front=front))) == people


@pytest.mark.parametrize("joint", [" ", ", ", " - "])
def test_below_a_decision_a_deputy_stands_behind_who_was_away(joint, read):
    decision = f"Afbud fra Bo Lund{joint}stedfortræder Eva Skov\n\nAfbud fra Ib Kær\n\nGodkendt."
    extract = read(paper(item("1.", "Havn", decision), front="Til stede: Anna Holm (A)"))
    assert attended(extract) == [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
        "Ib Kær: absent",
    ]


def test_who_is_away_may_stand_on_the_line_of_a_decision(read):
    decision = "Til efterretning. Fraværende: Bo Lund"
    extract = read(
        paper(item("1.", "Dagsorden", "Godkendt."), item("2.", "Nyt", decision), front=BOTH_CAME)
    )
    assert attended(extract) == ["Anna Holm: present", "Bo Lund: present", "Bo Lund: absent at 2"]


def test_why_somebody_is_away_is_not_their_title(read):
    extract = read(paper(front="Afbud: Anna Holm (orlov), Bo Lund udeblev uden afbud"))
    assert [entry.title for entry in extract.attendance] == [None, None]


def test_a_list_in_an_item_ends_at_its_next_section(read):
    listed = "Mødeleder: Anna Holm\nDeltagere:\nAnna Holm, Vejle Kommune\n\nAfbud:\nBo Lund, Fanø Kommune"
    extract = read(paper(item("1.", "Dagsorden", "Godkendt", presentation=listed)))
    assert attended(extract) == ["Anna Holm: present in Vejle", "Bo Lund: absent in Fanø"]
    assert extract.unclaimed == ()


def test_apologies_told_twice_are_one(read):
    front = "Bemærkninger\nAfbud fra: Anna Holm."
    items = (item("1.", "Dagsorden", "Deltog ikke: Anna Holm.\n\nGodkendt."),)
    assert attended(read(paper(*items, front=front))) == ["Anna Holm: absent"]


def test_a_comma_forgotten_behind_a_bracket_parts_people_all_the_same(read):
    told = "Godkendt.\n\nAnna Holm (A) Bo Lund (F) og Eva Skov (Ø) deltog ikke i sagens behandling."
    extract = read(paper(item("1.", "Dagsorden", told), item("2.", "Havnen", "Godkendt.")))
    assert attended(extract) == [
        f"{name}: absent at 1" for name in ("Anna Holm", "Bo Lund", "Eva Skov")
    ]


def test_an_item_may_be_no_more_than_who_is_away(read):
    away = "Anna Holm og Bo Lund var fraværende."
    items = (
        item("1.", "Fraværende", "Anna Holm og Bo Lund."),
        item("2.", "Dagsorden", f"Godkendt.\n\n{away}"),
        item("3.", "Havnen", f"Udsat.\n\n{away}"),
    )
    assert attended(read(paper(*items))) == ["Anna Holm: absent", "Bo Lund: absent"]


def test_a_title_may_tell_who_is_away(read):
    extract = read(paper(item("1.", "Fraværende: Anna Holm"), item("2.", "Dagsorden", "Godkendt.")))
    assert attended(extract) == ["Anna Holm: absent"]


def test_apologies_may_be_told_in_the_first_item(read):
    told = "1. Afbud. Der var afbud fra Anna Holm og Bo Lund.\n2. Formanden orienterede."
    items = (item("1.", "Meddelelser", told), item("2.", "Havnen", "Godkendt."))
    assert attended(read(paper(*items))) == ["Anna Holm: absent", "Bo Lund: absent"]


def test_who_left_early_may_stand_in_a_column(read):
    items = [
        item(f"{n}.", title, "Godkendt.")
        for n, title in ((1, "Dagsorden"), (2, "Puljer"), (3, "Havnen"))
    ]
    front = "Navn      Til stede   Bemærkning\nAnna Holm (A)      X   Forlod mødet kl. 18.10 efter pkt. 2"
    assert attended(read(paper(*items, front=front)))[-1] == "Anna Holm: absent at 3"


def test_an_office_behind_a_name_is_of_the_name_on_its_line(read):
    front = (
        "Mødedeltagere:  Anna Holm (V), udvalgsformand\n"
        "                Bo Lund (A), næstformand\n"
        "                Eva Skov, koncerndirektør\n"
        "                Ib Kær, sekretær"
    )
    extract = read(paper(front=front))
    assert [entry.title for entry in extract.attendance] == [
        "udvalgsformand",
        "næstformand",
        "koncerndirektør",
        "sekretær",
    ]
    assert attended(extract)[2:] == ["Eva Skov: guest", "Ib Kær: guest"]


def test_initials_and_ways_to_take_part_are_no_particulars(read):
    extract = read(paper(front="Deltagere\nAnna Holm, AH\nBo Lund (online)"))
    assert [(one.title, one.organization) for one in extract.attendance] == [(None, None)] * 2


def test_who_is_told_below_one_decision_to_be_away_is_away_from_its_item(read):
    items = (
        item("1.", "Dagsorden", "Godkendt.\n\nAnna Holm var fraværende."),
        item("2.", "Havnen", "Godkendt."),
    )
    front = "Medlemmer: Anna Holm, Bo Lund"
    assert attended(read(paper(*items, front=front))) == [
        "Anna Holm: present",
        "Bo Lund: present",
        "Anna Holm: absent at 1",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Anna Holm har meldt afbud til konferencen i Vejle.",
        "Anna Holm var forhindret i at komme til åbningen.",
        "Kopi sendt til:\nAnna Holm",
        "Underskrevet af:\nAnna Holm",
    ],
)
def test_what_tells_of_something_else_tells_of_nobody(told, read):
    text = paper(
        item("1.", "Havnen", f"Godkendt.\n\n{told}"), front=f"Deltagere\nBo Lund\n\n{told}"
    )
    assert attended(read(text)) == ["Bo Lund: present"]


PARTS = {
    "Anna Holm måtte forlade mødet før punkt 2.": ["2", "3"],
    "Anna Holm var ikke til stede under behandling af sag nr. 3.": ["3"],
    "Anna Holm kom til stede under punkt 3.": ["1", "2"],
    "Mødt kl. 15.40 og deltog fra punkt 3: Anna Holm": ["1", "2"],
    "Gik kl. 17 efter punkt 2: Anna Holm": ["3"],
    "Anna Holm – gik kl. 18.00 (efter pkt. 2)": ["3"],
    "Anna Holm, ankom til mødet kl. 17.32 under behandlingen af punkt 3.": ["1", "2"],
    "Anna Holm forlod mødet kl. 18 under behandling af pkt. 2.": ["3"],
}


@pytest.mark.parametrize(("told", "missed"), PARTS.items(), ids=list(PARTS))
def test_what_somebody_missed(told, missed, read):
    items = [item(f"{n}.", f"Havn {n}", "Godkendt.") for n in (1, 2, 3)]
    extract = read(paper(*items, front=f"Til stede: Anna Holm\n\n{told}"))
    assert [entry.items for entry in extract.attendance] == [None, tuple(missed)]
    assert extract.unclaimed == ()


def test_a_member_told_of_beside_the_list_was_there_for_the_rest(read):
    items = [item(f"{n}.", f"Havn {n}", "Godkendt.") for n in (1, 2, 3)]
    front = "Til stede var Anna Holm (A) og Ib Dam (V). Bo Lund (F) deltog fra punkt 2."
    assert attended(read(paper(*items, front=front)))[2:] == [
        "Bo Lund: present",
        "Bo Lund: absent at 1",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Socialdemokratiet", "Socialdemokratiet (A)", "Socialdemokratiet (A):", "A – Socialdemokratiet",
        "Liste A, Socialdemokratiet", "Socialdemokratiets gruppe", "S – Socialdemokratiet (A)",
    ],
)  # fmt: skip
def test_those_below_a_party_are_of_it(heading, read):
    front = f"Til stede\n\n{heading}\nAnna Holm, Vejle (formand)\nIb Dam, Varde\n\nVenstre (V)\nBo Lund, Fanø\n\nAfbud\nEva Skov (C), Ærø"
    parties = {entry.name: entry.party for entry in read(paper(front=front)).attendance}
    assert parties == {"Anna Holm": "A", "Ib Dam": "A", "Bo Lund": "V", "Eva Skov": "C"}


@pytest.mark.parametrize(
    "line",
    ["Formand: Anna Holm. Næstformand: Bo Lund.", "Formand: Anna Holm\nNæstformand: Bo Lund"],
)
def test_the_chair_may_stand_on_a_line_beside_the_list(line, read):
    rows = "Navn\tTil stede\tAfbud\nAnna Holm (A)\tX\t\nBo Lund (V)\t\tX"
    for front in (f"{rows}\n\n{line}", f"{line}\n\n{rows}"):
        extract = read(paper(front=front))
        told = [(one.person, one.role, one.party) for one in extract.appointments]
        assert told == [("Anna Holm", Role.CHAIR, "A"), ("Bo Lund", Role.VICE_CHAIR, "V")]
        assert extract.unclaimed == ()


@pytest.mark.parametrize(
    ("told", "is_away"),
    [
        (
            "Anna Holm forlod lokalet under behandlingen af dette punkt på grund af inhabilitet.",
            True,
        ),
        (
            "Rådet besluttede, at Anna Holm var inhabil i sagen, og Anna Holm forlod mødet under punktet.",
            True,
        ),
        ("Anna Holm forlod mødet kl. 18.00 inden behandlingen af punktet.", True),
        ("Rådet besluttede, at Anna Holm ikke var inhabil i sagen.", False),
        ("Anna Holm er inhabil i et punkt på næste møde.", False),
    ],
)
def test_who_took_no_part_in_an_item(told, is_away, read):
    items = (item("1.", "Havnen", "Godkendt."), item("2.", "Broen", f"{told}\nGodkendt."))
    extract = read(paper(*items, front="Til stede: Anna Holm"))
    away = [entry.items for entry in extract.attendance if entry.status == "absent"]
    assert away == ([("2",)] if is_away else [])


def test_what_somebody_did_below_the_apologies_makes_nobody_absent(read):
    told = "Fraværende: Anna Holm (A)\nBo Lund (C) begærede sagen i byrådet.\nTiltrådt."
    items = (
        item("1.", "Havnen", told),
        item("2.", "Broen", "Fraværende: Anna Holm (A)\nGodkendt."),
    )
    assert attended(read(paper(*items))) == ["Anna Holm: absent"]


def test_a_chair_of_another_committee_is_no_chair_beside_one(read):
    front = "Deltagere\nAnna Holm (V) (formand)\nUdvalgsformand Bo Lund (C)"
    extract = read(paper(front=front, head="Referat af møde i Havneudvalget den 3. maj 2025"))
    assert [entry.person for entry in extract.appointments] == ["Anna Holm"]


def test_who_approved_the_paper_decided_nothing(read):
    told = "Intet.\nGodkendt af: Anna Holm, den 10. juni 2025"
    extract = read(paper(item("1.", "Eventuelt", told), item("2.", "Havnen", "Godkendt.")))
    assert [entry.outcomes for entry in extract.items] == [("none",), ("approved",)]


@pytest.mark.parametrize("contents", ["Sagsoversigt\n", ""])
def test_a_list_of_contents_is_no_list_of_people(contents, read):
    told = f"{contents}Sag nr. 1\tHavnen\nSag nr. 2\tForslag fra Eva Skov (C) om Lundby Nord\n"
    front = f"Til stede\nAnna Holm (A)\nEva Skov (C)\n\nFraværende\nBo Lund (V)\n\n{told}"
    items = (
        item("Sag nr. 1:", "Havnen", "Godkendt."),
        item("Sag nr. 2:", "Forslag fra Eva Skov (C) om Lundby Nord", "Godkendt."),
    )
    extract = read(paper(*items, front=front))
    assert attended(extract) == ["Anna Holm: present", "Eva Skov: present", "Bo Lund: absent"]
    assert extract.unclaimed == ()


def test_who_is_to_take_part_in_something_else_is_not_listed_again(read):
    told = "Deltagere: Anna Holm og Bo Lund.\nAfbud meldes til Eva Skov."
    text = paper(item("1.", "Konference", told), front="Til stede: Anna Holm, Bo Lund")
    assert attended(read(text)) == ["Anna Holm: present", "Bo Lund: present"]


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("Bestyrelsesmedlem Anna Holm fratræder pr. 1. april 2026.", ["Anna Holm: left"]),
        (
            "Bestyrelsesmedlem Anna Holm fratræder bestyrelsen pr. 1. april 2026.",
            ["Anna Holm: left"],
        ),
        ("Direktør Anna Holm fratræder sin stilling den 30. juni 2026.", []),
    ],
)
def test_a_member_who_resigns_leaves(told, left, read):
    head = "Referat af bestyrelsesmøde i Kystens Spildevand A/S den 24. oktober 2025"
    extract = read(paper(item("1.", "Meddelelser", told), head=head))
    assert [f"{entry.person}: {entry.event}" for entry in extract.appointments] == left


def test_who_came_late_in_a_list_of_those_away_is_the_last_one_only(read):
    told = "Fraværende: Anna Holm (A), Bo Lund (V) deltog fra kl. 16.30 - punkt 2"
    items = [item(f"{n}.", f"Havn {n}", "Godkendt.") for n in (1, 2)]
    extract = read(paper(*items, front=f"Til stede: Eva Skov (C), Bo Lund (V)\n{told}"))
    assert attended(extract) == [
        "Eva Skov: present",
        "Bo Lund: present",
        "Anna Holm: absent",
        "Bo Lund: absent at 1",
    ]


def test_a_row_without_a_status_tells_of_nobody_where_each_row_has_one(read):
    front = "Navn\tParti\tStatus\nAnna Holm\tA\tDeltog\nBo Lund\tV\t"
    extract = read(paper(front=front))
    assert attended(extract) == ["Anna Holm: present"]
    assert [left.passage.quote.strip() for left in extract.unclaimed] == ["Bo Lund\tV"]


def test_a_firm_beside_a_name_is_where_somebody_comes_from(read):
    front = "Navn\tOrganisation\tStatus\nAnna Holm\tSolrig Varmenet, formand\tAfbud"
    (entry,) = read(paper(front=front)).attendance
    assert (entry.organization, entry.title, entry.status) == (
        "Solrig Varmenet",
        "formand",
        "absent",
    )


@pytest.mark.parametrize(
    "told",
    [
        "Anna Holm (A) deltog kun i punkt 1-2",
        "Anna Holm (A) (deltog kun under punkt 1 og 2)",
        "Anna Holm (A), kun punkt 1 og 2",
    ],
)
def test_a_member_who_came_for_some_items_only_missed_the_rest(told, read):
    items = [item(f"{n}.", f"Havn {n}", "Godkendt.") for n in (1, 2, 3, 4)]
    extract = read(paper(*items, front=f"Til stede: Bo Lund (V), {told}"))
    assert attended(extract) == [
        "Bo Lund: present",
        "Anna Holm: present at 1,2",
        "Anna Holm: absent at 3,4",
    ]


def test_a_guest_who_came_for_one_item_missed_nothing(read):
    items = [item(f"{n}.", f"Havn {n}", "Godkendt.") for n in (1, 2)]
    front = "Til stede: Bo Lund\nGæst: Revisor Anna Holm deltog kun under punkt 2"
    assert attended(read(paper(*items, front=front))) == [
        "Bo Lund: present",
        "Anna Holm: guest at 2",
    ]


@pytest.mark.parametrize("told", ["kl. 14.00", "(tjenesterejse)", "(anden årsag)"])
def test_when_somebody_came_or_why_not_is_no_office(told, read):
    (entry,) = read(paper(front=f"Gæster: Anna Holm {told}")).attendance
    assert (entry.title, entry.organization) == (None, None)


def test_a_sentence_that_tells_for_whom_somebody_came_is_read(read):
    front = "Medlemmer: Anna Holm, Eva Skov\nDeltagere: Bo Lund\nFraværende: Anna Holm\n\nBo Lund deltog som suppleant for Anna Holm."
    extract = read(paper(front=front))
    assert "Bo Lund: present for Anna Holm" in attended(extract)
    assert extract.unclaimed == ()


def test_who_left_is_known_with_the_party_between_commas(read):
    items = [item(f"{n}.", f"Havn {n}", "Godkendt.") for n in (1, 2, 3)]
    told = "Anna Holm, V, forlod mødet kl. 20.20 under behandling af punkt 2."
    assert attended(read(paper(*items, front=f"Til stede: Anna Holm, V\n\n{told}")))[-1] == (
        "Anna Holm: absent at 3"
    )


def test_the_others_below_the_chairs_are_members(read):
    front = (
        "Formand: Borgmester Anna Holm (A), Aalborg\nNæstformand: Borgmester Bo Lund (V), Læsø\n\n"
        "Øvrige deltagere:\nRådmand Eva Skov (F), Thisted\nIb Dam, Rebild\n\n"
        "Endvidere deltog:\nKontorchef Lis Bak, KL"
    )
    found = {one.name: str(one.status) for one in read(paper(front=front)).attendance}
    assert found == {
        **dict.fromkeys(("Anna Holm", "Bo Lund", "Eva Skov", "Ib Dam"), "present"),
        "Lis Bak": "guest",
    }


def test_the_others_beside_a_list_of_members_are_guests(read):
    front = "Deltagere:\nAnna Holm (A)\nBo Lund (V)\n\nØvrige deltagere:\nKontorchef Lis Bak, KL"
    found = {one.name: str(one.status) for one in read(paper(front=front)).attendance}
    assert found["Lis Bak"] == "guest"


def test_a_label_shows_the_role_of_somebody_with_a_title_too(read):
    front = "Deltagere:\nFormand:      Borgmester Anna Holm (A), Aalborg\nBo Lund (V), Læsø"
    extract = read(paper(front=front))
    assert [(one.person, str(one.role)) for one in extract.appointments] == [("Anna Holm", "chair")]
    assert extract.attendance[0].title == "Borgmester"


@pytest.mark.parametrize(
    "told",
    [
        ", supp. Lis Holm deltog",
        ", suppleant Lis Holm deltog",
        ", Læsø Kommune, stedfortræder Lis Holm mødte",
        " - suppl. Lis Holm deltog i stedet",
        " (stedfortræder: Lis Holm deltog)",
    ],
)
def test_a_deputy_who_came_tells_that_the_member_before_was_away(told, read):
    front = f"Deltagere\nBo Lund, Aalborg Kommune\nEva Skov{told}\nIb Dam, Thisted Kommune"
    found = {
        one.name: (str(one.status), one.deputy_for) for one in read(paper(front=front)).attendance
    }
    assert found == {
        "Bo Lund": ("present", None),
        "Eva Skov": ("absent", None),
        "Lis Holm": ("present", "Eva Skov"),
        "Ib Dam": ("present", None),
    }


def test_a_deputy_beside_a_member_who_came_is_for_nobody_that_is_known(read):
    front = "Deltagere\nBo Lund (A)\nEva Skov (V), suppleant Lis Holm (V)\nIb Dam (C)"
    found = {one.name: str(one.status) for one in read(paper(front=front)).attendance}
    assert found["Eva Skov"] == "present"


def test_what_is_told_on_a_line_is_of_whom_it_begins_with(read):
    rows = (
        "Medlemmer\nAnna Holm (A) - formand\n"
        "Bo Lund (V) - næstformand - deltog ikke i punkt 2 pga. inhabilitet\n"
        "Eva Skov (Ø) - afbud, i stedet deltog Ib Kær (Ø)\n"
        "Lis Rye (C) - forlod mødet kl. 10.40 efter punkt 1"
    )
    items = f"{item('1.', 'Havnen')}\n{item('2.', 'Broen')}"
    assert set(attended(read(paper(items, front=rows)))) == {
        "Anna Holm: present",
        "Bo Lund: present",
        "Bo Lund: absent at 2",
        "Eva Skov: absent",
        "Ib Kær: present for Eva Skov",
        "Lis Rye: present",
        "Lis Rye: absent at 2",
    }


def test_a_label_that_the_next_line_ends_is_of_those_away(read):
    front = (
        "Medlemmer:          Anna Holm (A), Bo Lund (O)\n\n"
        "Fraværende med      Bo Lund (O). Eva Skov (O) deltog som stedfortræder.\nafbud:"
    )
    assert attended(read(paper(front=front))) == [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ]


@pytest.mark.parametrize(
    "told",
    [
        " - i stedet deltog",
        " - i stedet:",
        " - for hvem deltog",
        " (afløst af",
        ", repræsenteret ved",
        ", i hans sted mødte:",
    ],
)
def test_who_came_instead_may_stand_on_the_next_line(told, read):
    away = f"Afbud:\n  Bo Lund (BL), direktør, Faxe Kommune{told}\n  Eva Skov (ES), direktør, Faxe Kommune"
    front = f"Til stede:\n  Anna Holm (AH), Vejle Kommune\n{away}\n  Ib Kær (IK), direktør, Stevns Kommune"
    extract = read(paper(front=front))
    assert attended(extract) == [
        "Anna Holm: present in Vejle",
        "Bo Lund: absent in Faxe",
        "Eva Skov: present for Bo Lund in Faxe",
        "Ib Kær: absent in Stevns",
    ]
    assert extract.attendance[2].title == "direktør"


def test_came_instead_below_those_away_and_also_came_for_a_party(read):
    front = (
        "I mødet deltog borgmester Anna Holm (A), Rebild.\nDesuden deltog byrådsmedlem Johs. Dam (O), Morsø.\n"
        "Afbud fra borgmester Bo Lund (V), Thisted.\n"
        "Viceborgmester Eva Skov (V), Thisted, var mødt som stedfortræder for Bo Lund.\n"
    )

    assert {
        (one.name, one.status.value, one.deputy_for) for one in read(paper(front=front)).attendance
    } == {
        ("Anna Holm", "present", None),
        ("Johs. Dam", "present", None),
        ("Bo Lund", "absent", None),
        ("Eva Skov", "present", "Bo Lund"),
    }


def test_a_heading_may_say_in_what_order_those_below_it_stand(read):
    front = "MEDLEMMER (kommunevis)\n\nRebild     Borgmester Anna Holm (A)\nThisted    Bo Lund (V)   (afbud)\n"

    assert [(one.name, one.status.value) for one in read(paper(front=front)).attendance] == [
        ("Anna Holm", "present"),
        ("Bo Lund", "absent"),
    ]
