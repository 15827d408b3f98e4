"""How documents present somebody in a list: name, party, municipality, office, organisation."""

from dataclasses import fields

import pytest

from kkr_graph.language.employers import EmployerReader
from kkr_graph.language.presented import Presented
from kkr_graph.language.vocabulary import Vocabulary
from tests.minutes.paper import paper

# entry -> what is known of the person; what is left out is None, and the status "present"
ENTRIES = {
    # party and municipality
    "Anna Holm (A) Aalborg Kommune": {"party": "A", "municipality": "Aalborg"},
    "Anna Holm (A), Aalborg Kommune": {"party": "A", "municipality": "Aalborg"},
    "Anna Holm (A), Aalborg": {"party": "A", "municipality": "Aalborg"},
    "Anna Holm, A, Aalborg": {"party": "A", "municipality": "Aalborg"},
    "Anna Holm (A, Aalborg)": {"party": "A", "municipality": "Aalborg"},
    "Anna Holm (A) fra Aalborg Kommune": {"party": "A", "municipality": "Aalborg"},
    "Anna Holm (A) fra Aalborg": {"party": "A", "municipality": "Aalborg"},
    "Anna Holm (A – Aalborg)": {"party": "A", "municipality": "Aalborg"},
    "Anna Holm [A], Aalborg": {"party": "A", "municipality": "Aalborg"},
    "Anna Holm/A/Aalborg": {"party": "A", "municipality": "Aalborg"},
    "Anna Holm(A) Aalborg Kommune": {"party": "A", "municipality": "Aalborg"},
    "Anna  Holm (A)  Aalborg  Kommune": {"party": "A", "municipality": "Aalborg"},
    "Anna Holm\tA\tAalborg Kommune": {"party": "A", "municipality": "Aalborg"},
    "Anna Holm, Aalborg (A)": {"party": "A", "municipality": "Aalborg"},
    "Anna Holm (A)": {"party": "A"},
    "Anna Holm, A": {"party": "A"},
    "Anna Holm": {},
    "Anna Holm, Aalborg": {"municipality": "Aalborg"},
    "– Anna Holm (A), Aalborg": {"party": "A", "municipality": "Aalborg"},
    "• Anna Holm (A)": {"party": "A"},
    "1. Anna Holm (A), Aalborg": {"party": "A", "municipality": "Aalborg"},
    "Aalborg: Anna Holm (A)": {"party": "A", "municipality": "Aalborg"},
    # municipalities under other names
    "Anna Holm (V) Mors": {"party": "V", "municipality": "Morsø"},
    "Anna Holm (V), Vesthimmerland": {"party": "V", "municipality": "Vesthimmerlands"},
    "Anna Holm (V), Frederikshavns Kommune": {"party": "V", "municipality": "Frederikshavn"},
    "Anna Holm (V), Københavns Kommune": {"party": "V", "municipality": "København"},
    "Anna Holm (A), Bornholms Regionskommune": {"party": "A", "municipality": "Bornholm"},
    "Anna Holm (C), Nordfyn": {"party": "C", "municipality": "Nordfyns"},
    # parties by name, local lists, and none
    "Anna Holm (Socialdemokratiet)": {"party": "A"},
    "Anna Holm, Venstre": {"party": "V"},
    "Anna Holm, Socialdemokratiet, Vejle": {"party": "A", "municipality": "Vejle"},
    "Anna Holm (SF), Vejle": {"party": "F", "municipality": "Vejle"},
    "Anna Holm (T), Hjørring": {"party": "T", "municipality": "Hjørring"},
    "Anna Holm (UP), Vejle": {"municipality": "Vejle"},
    "Anna Holm (løsgænger), Vejle Kommune": {"municipality": "Vejle"},
    # offices
    "Borgmester Anna Holm (A), Lolland": {
        "title": "Borgmester",
        "party": "A",
        "municipality": "Lolland",
    },
    "1. viceborgmester Anna Holm (V), Vejle": {
        "title": "1. viceborgmester",
        "party": "V",
        "municipality": "Vejle",
    },
    "Anna Holm, borgmester, Aalborg Kommune (A)": {
        "title": "borgmester",
        "party": "A",
        "municipality": "Aalborg",
    },
    "Anna Holm (A), formand": {"title": "formand", "party": "A"},
    "Anna Holm (A) (formand)": {"title": "formand", "party": "A"},
    "Anna Holm, næstformand (V)": {"title": "næstformand", "party": "V"},
    "Formand Anna Holm (A)": {"title": "Formand", "party": "A"},
    "Byrådsmedlem Anna Holm (V)": {"title": "Byrådsmedlem", "party": "V"},
    # organisations
    "Anna Holm, direktør, Dansk Industri": {
        "title": "direktør",
        "organization": "Dansk Industri",
    },
    "Anna Holm, kommunaldirektør i Vejle Kommune": {
        "title": "kommunaldirektør",
        "organization": "Vejle Kommune",
    },
    "Anna Holm, psykolog, UCN": {"title": "psykolog", "organization": "UCN"},
    "Anna Holm, campingejer, Solsidens Pladser": {
        "title": "campingejer",
        "organization": "Solsidens Pladser",
    },
    "Anna Holm, politidirektør, Vestegnens og Sydøernes Ordensmagt": {
        "title": "politidirektør",
        "organization": "Vestegnens og Sydøernes Ordensmagt",
    },
    "Anna Holm (Dansk Erhverv)": {"organization": "Dansk Erhverv"},
    "Anna Holm, Landbrug & Fødevarer": {"organization": "Landbrug & Fødevarer"},
    # status beside the name
    "Anna Holm: Deltog": {},
    "Anna Holm: Afbud": {"status": "absent"},
    "Anna Holm (A): Afbud": {"party": "A", "status": "absent"},
    "Anna Holm (A) – afbud": {"party": "A", "status": "absent"},
    "Anna Holm (A), fraværende": {"party": "A", "status": "absent"},
    "Anna Holm (A)\tDeltog": {"party": "A"},
    "Anna Holm\tAalborg\tA\tAfbud": {
        "party": "A",
        "municipality": "Aalborg",
        "status": "absent",
    },
    # deputies
    "Anna Holm (A) (stedfortræder for Bo Lund)": {"party": "A", "deputy_for": "Bo Lund"},
    "Anna Holm (A), stedfortræder for Bo Lund (V)": {"party": "A", "deputy_for": "Bo Lund"},
    "Anna Holm, suppleant for Bo Lund": {"deputy_for": "Bo Lund"},
    "Anna Holm (A) mødte som stedfortræder for Bo Lund": {"party": "A", "deputy_for": "Bo Lund"},
    "Anna Holm i stedet for Bo Lund": {"deputy_for": "Bo Lund"},
    # some of the items
    "Anna Holm (punkt 3)": {"items": ("3",)},
    "Anna Holm (A), deltog under punkt 2-4": {"party": "A", "items": ("2", "3", "4")},
    "Anna Holm, deltog kun i punkt 1": {"items": ("1",)},
    "Anna Holm, pkt. 1, 3 og 5": {"items": ("1", "3", "5")},
    "Anna Holm (dagsordens punkt 1 og 6)": {"items": ("1", "6")},
    "Anna Holm (fra kl. 11.15, punkt 6 delvist)": {},
    "Anna Holm, Danske Havne (anho@havn.dk)": {"organization": "Danske Havne"},
    "Anna Holm, Kyst-, Havne- og Miljøstyrelsen": {
        "organization": "Kyst-, Havne- og Miljøstyrelsen"
    },
    "Anna Holm, udpeget af Vejle Byråd": {},
    "Direktør Anna Holm fra Danske Havne": {"title": "Direktør", "organization": "Danske Havne"},
    "Anna Holm fra Danske Havne deltog": {"organization": "Danske Havne"},
    "Anna Holm, direktør for Danske Havne deltog som gæst med et oplæg": {
        "title": "direktør",
        "organization": "Danske Havne",
    },
    "Anna Holm, Vejle, 1. viceborgmester": {
        "title": "1. viceborgmester",
        "municipality": "Vejle",
    },
}

NAMES = [
    "Anna Holm",
    "Mai-Britt Lind",
    "Lars E. Dam",
    "H. C. Dam",
    "H.C. Dam",
    "Søren Å. Dam",
    "Ida von Bülow",
    "Kirsten de la Cour",
    "Anne af Rosen",
    "Per Bach-Lund",
    "René Dam",
    "Lars O'Connor",
    "Lars O\u2019Connor",
    "Ali Öztürk",
    "Anna-Grethe Dam Lind Holm",
    "Åse Ærø Østerby",
    "Jørn Erik Skov Dam",
    "Ena McDonald",
]


def known(entry) -> dict[str, object]:
    """What an entry says of a person beyond the name."""
    plain = {part.name: getattr(entry, part.name) for part in fields(entry)}
    for name in ("name", "passage", "certain"):
        del plain[name]
    return {name: value for name, value in plain.items() if value not in (None, "present")}


@pytest.mark.parametrize(("entry", "particulars"), ENTRIES.items(), ids=list(ENTRIES))
def test_an_entry_is_taken_apart(entry, particulars, read):
    person, *away = read(paper(front=f"Deltagere\n{entry}")).attendance
    assert person.name == "Anna Holm"
    assert [one.name for one in away] == [name for name in (person.deputy_for,) if name]
    assert known(person) == particulars


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_whole(name, read):
    [person] = read(paper(front=f"Deltagere\n{name} (A), Vejle")).attendance
    assert person.name == name


@pytest.mark.parametrize(
    "entry",
    ["Anna Holm (A), Bo Lund (V) og Carl Dam (F)", "Anna Holm, Bo Lund samt Carl Dam"],
)
def test_several_people_on_one_line_are_several(entry, read):
    people = read(paper(front=f"Deltagere\n{entry}")).attendance
    assert [person.name for person in people] == ["Anna Holm", "Bo Lund", "Carl Dam"]


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Anna Skov Holm", "AH"), ("Anna Skov Holm", "AS"), ("Anna Skov-Holm", "ASH")],
)
def test_initials_behind_a_name_are_no_employer(name, initials, read):
    [person] = read(paper(front=f"Til stede: {name} ({initials}).")).attendance
    assert (person.name, person.organization) == (name, None)


def test_a_firm_that_somebody_owns_is_nobody(lexicon, registry):
    words = Vocabulary(registry, lexicon)
    people = [
        Presented(name=name, start=at, end=at + len(name), given=at == 0)
        for at, name in ((0, "Anna Holm"), (20, "Skovby Consulting"))
    ]
    text = "Anna Holm, der ejer Skovby Consulting, kom"
    assert EmployerReader(words).without_set_behind(text, people) == people[:1]


def test_a_given_name_alone_is_no_employer(read):
    people = read(paper(front="Til stede: Anna Holm, Bo, Eva Skov, Ib og Karen")).attendance
    assert [(one.name, one.organization) for one in people] == [
        ("Anna Holm", None),
        ("Eva Skov", None),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "Dansk Industri",
        "KKR Nordjylland",
        "Vejle Kommune",
        "Region Nordjylland",
        "Erhvervshus Fyn",
        "Det Konservative Folkeparti",
        "Kommunaldirektør",
    ],
)
def test_what_is_no_person_is_no_entry(entry, read):
    people = read(paper(front=f"Deltagere\nBo Lund (A)\n{entry}")).attendance
    assert [person.name for person in people] == ["Bo Lund"]


def test_a_name_in_capitals_is_kept_as_written(read):
    [person] = read(paper(front="Deltagere\nANNA HOLM (A), AALBORG")).attendance
    assert (person.name, person.municipality) == ("ANNA HOLM", "Aalborg")


def test_an_unlisted_occupation_before_a_given_name_is_no_part_of_the_name(read):
    [person] = read(paper(front="Deltagere\nKringlebager Anna Holm")).attendance
    assert person.name == "Anna Holm"


UNKNOWN_GIVEN = {
    # by the surname, or too short for an adjective
    "Til stede: Anna Holm, Ask Rye, Bo Lund": ["Anna Holm", "Ask Rye", "Bo Lund"],
    "Deltagere:\nAnna Holm\nValens Nielsen\nBo Lund": ["Anna Holm", "Valens Nielsen", "Bo Lund"],
    # by a party's letter
    "Til stede: Anna Holm (A), Freske Rye (V)": ["Anna Holm", "Freske Rye"],
    "Til stede: Anna Havn (A), Bo Rådmand (V)": ["Anna Havn", "Bo Rådmand"],
    # by an office ahead, where those beside have theirs ahead too
    "Til stede: direktør Anna Holm, trafikchef Freske Rye og økonomichef Bo Lund": [
        "Anna Holm",
        "Freske Rye",
        "Bo Lund",
    ],
    "Fra selskabet deltog trafikchef Freske Rye.": ["Freske Rye"],
    # what is described or owned is nobody
    "Til stede: Anna Holm, direktør Nordjysk Fortælling": ["Anna Holm"],
    "Til stede:\nAnna Holm, Fjordens Varmenet, formand\nBo Lund, Fynske Medier": [
        "Anna Holm",
        "Bo Lund",
    ],
    "Til stede: direktør Anna Holm, Fynske Medier, og chef Bo Lund": ["Anna Holm", "Bo Lund"],
}


@pytest.mark.parametrize(("front", "names"), UNKNOWN_GIVEN.items(), ids=list(UNKNOWN_GIVEN))
def test_a_name_shows_by_what_stands_around_it(front, names, read):
    assert [one.name for one in read(paper(front=front)).attendance] == names
