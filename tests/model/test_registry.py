"""Look-ups, on the registry that the project ships: its names are what they must understand."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.model.registry import Clock, Dated, Party, Registry, Term
from kkr_graph.registry import read_registry

REGISTRY = read_registry(Path(__file__).parents[2] / "data" / "registry")
PLACES = st.sampled_from(REGISTRY.municipalities)


@given(PLACES)
def test_every_municipality_is_known_by_all_its_names(place):
    for name in place.names:
        for written in (name, name.upper(), name.lower(), name.replace("-", " "), f"  {name} "):
            assert REGISTRY.municipality(written) == place


@given(PLACES)
def test_every_municipality_is_known_with_kommune_and_in_the_genitive(place):
    for name in (place.name, *place.aliases):
        if "ommune" not in name:
            for ending in (" Kommune", "s Kommune", " Kommunes", "s", "'s", "\u2019", "\u2019s"):
                assert REGISTRY.municipality(name + ending) == place


@given(PLACES)
def test_aa_and_å_are_one_letter(place):
    assert REGISTRY.municipality(place.name.replace("aa", "å").replace("Aa", "Å")) == place
    assert REGISTRY.municipality(place.name.replace("å", "aa").replace("Å", "Aa")) == place


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Københavns Kommune", "København"),
        ("Bornholms Regionskommune", "Bornholm"),
        ("Bornholms Regionskommunes", "Bornholm"),
        ("Vesthimmerland", "Vesthimmerlands"),
        ("Vesthimmerland Kommune", "Vesthimmerlands"),
        ("Vesthimmerlands Kommunes", "Vesthimmerlands"),
        ("Nordfyn", "Nordfyns"),
        ("Mors", "Morsø"),
        ("Frederikshavns Kommune", "Frederikshavn"),
        ("Åbenrå", "Aabenraa"),
        ("Høje Tåstrup kommune", "Høje-Taastrup"),
        ("Ringkøbing - Skjern", "Ringkøbing-Skjern"),
        ("Randers' ", "Randers"),
        ("Assens’ Kommune", "Assens"),
    ],
)
def test_forms_that_writers_use(written, name):
    place = REGISTRY.municipality(written)
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    "written",
    [
        *("", " ", "Kommune", "kommunes", "Kommunen", "s", "s Kommune", "Mor", "Assen", "Horsen"),
        *("Hans", "Nordjylland", "KKR Nordjylland", "Region Nordjylland", "Aalborg Universitet"),
    ],
)
def test_what_is_no_municipality(written):
    assert REGISTRY.municipality(written) is None


@given(PLACES)
def test_no_municipality_is_taken_for_a_body_or_party(place):
    for name in place.names:
        assert REGISTRY.body(name) is None
        assert REGISTRY.party_by_name(name) is None


@given(st.sampled_from(REGISTRY.bodies))
def test_every_body_is_known_by_all_its_names_and_their_genitives(body):
    for name in body.names:
        for written in (name, name.lower(), f"{name}s", f"{name}\u2019s", f"{name}'s"):
            assert REGISTRY.body(written) == body


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("KKR Nordjyllands", "nordjylland"),
        ("Kommunekontaktråd Nordjylland", "nordjylland"),
        ("Kommunekontaktrådet i Nordjylland", "nordjylland"),
        ("kkr-sjælland", "sjaelland"),
        ("DEB", "danmarks-erhvervsfremmebestyrelse"),
        ("BRN’s", "business-region-north-denmark"),
        ("KL’s bestyrelse", "kl-bestyrelse"),
        ("KL’s", "kl"),
        ("Danske Regioners", "danske-regioner"),
        ("RAR Fyn", "regionalt-arbejdsmarkedsraad-fyn"),
    ],
)
def test_bodies_by_the_names_people_write(written, slug):
    body = REGISTRY.body(written)
    assert body is not None
    assert body.slug == slug


@pytest.mark.parametrize("written", ["", "KKR", "RAR", "Erhvervshus", "bestyrelse", "s"])
def test_what_is_no_body(written):
    assert REGISTRY.body(written) is None


@pytest.mark.parametrize(
    ("letter", "press", "name"),
    [
        ("A", "S", "Socialdemokratiet"),
        ("B", "R", "Radikale Venstre"),
        ("C", "K", "Det Konservative Folkeparti"),
        ("F", "SF", "SF – Socialistisk Folkeparti"),
        ("I", "LA", "Liberal Alliance"),
        ("K", "KD", "Kristendemokraterne"),
        ("M", "M", "Moderaterne"),
        ("O", "DF", "Dansk Folkeparti"),
        ("S", "SP", "Slesvigsk Parti"),
        ("V", "V", "Venstre"),
        ("Æ", "DD", "Danmarksdemokraterne"),
        ("Ø", "EL", "Enhedslisten"),
        ("Å", "ALT", "Alternativet"),
    ],
)
def test_a_letter_means_what_its_scheme_says(letter, press, name):
    party = REGISTRY.party(letter)
    assert party is not None
    assert party.name == name
    assert REGISTRY.party_by_press_letter(press) == party
    assert REGISTRY.party_by_press_letter(f"({press.lower()})") == party


def test_a_letter_that_is_not_reserved_is_nobodys():
    assert REGISTRY.party("L") is None
    assert REGISTRY.party("a") is None
    assert REGISTRY.party_by_press_letter("A") is None
    assert REGISTRY.party_by_press_letter("") is None


def test_a_letter_lasts_for_the_council_term_and_no_longer():
    """Who was elected for Nye Borgerlige in 2021 sat until New Year; the party did not stand again."""
    party = REGISTRY.party("D")
    assert party is not None
    assert party.through is not None
    assert party.through < date(2025, 11, 18)
    assert REGISTRY.party("D", date(2025, 12, 31)) == party
    assert REGISTRY.party("D", date(2026, 1, 1)) is None


def test_a_letter_that_has_passed_on_means_the_party_of_the_day():
    old = Party(slug="gammel", letter="X", name="Gammel", through=date(2020, 6, 30))
    new = Party(slug="ny", letter="X", name="Ny", from_=date(2020, 7, 1))
    registry = Registry(parties=(new, old))
    assert registry.party("X") == new
    assert registry.party("X", date(2020, 6, 30)) == old
    assert registry.party("X", date(2020, 7, 1)) == new


@given(st.sampled_from(REGISTRY.parties))
def test_every_party_is_known_by_its_names(party):
    for name in party.names:
        assert REGISTRY.party_by_name(name.upper()) == party
        assert REGISTRY.party_by_name(f"{name}s") == party


@pytest.mark.parametrize("written", ["", "S", "V", "løsgænger", "Partiet"])
def test_a_letter_or_another_word_is_no_party_name(written):
    assert REGISTRY.party_by_name(written) is None


def _term(slug: str, first: date, last: date, *starts: Dated) -> Term:
    return Term(
        slug=slug, clock=Clock.KKR, name=slug, from_=first, through=last, starts=tuple(starts)
    )


def test_a_term_holds_from_its_first_day_to_its_last():
    term = _term("t", date(2026, 1, 23), date(2030, 1, 31))
    registry = Registry(terms=(term,))
    days = (date(2026, 1, 22), date(2026, 1, 23), date(2030, 1, 31), date(2030, 2, 1))
    assert [registry.term_on("kkr", day) for day in days] == [None, term, term, None]
    assert registry.term_on("council", date(2026, 1, 23)) is None


def test_a_council_goes_from_one_term_to_the_next_at_its_own_meeting():
    early = Dated(slug="vest", from_=date(2026, 1, 19))
    late = Dated(slug="oest", from_=date(2026, 1, 27))
    old = _term("old", date(2022, 1, 1), date(2026, 1, 22))
    new = _term("new", date(2026, 1, 23), date(2030, 1, 31), early, late)
    registry = Registry(terms=(new, old))
    assert registry.term_on("kkr", date(2026, 1, 18), "vest") == old
    assert registry.term_on("kkr", date(2026, 1, 19), "vest") == new
    assert registry.term_on("kkr", date(2026, 1, 26), "oest") == old
    assert registry.term_on("kkr", date(2026, 1, 27), "oest") == new
    assert registry.term_on("kkr", date(2026, 1, 22)) == old
    assert registry.term_on("kkr", date(2026, 1, 23), "syd") == new


def test_between_terms_that_do_not_follow_each_other_there_is_none():
    old, new = (
        _term("old", date(2010, 1, 1), date(2013, 12, 31)),
        _term(
            "new", date(2018, 1, 1), date(2021, 12, 31), Dated(slug="vest", from_=date(2018, 1, 22))
        ),
    )
    registry = Registry(terms=(old, new))
    assert registry.term_on("kkr", date(2014, 1, 1), "vest") is None
    assert registry.term_on("kkr", date(2018, 1, 21), "vest") is None


@given(st.dates(date(2018, 1, 1), date(2029, 12, 31)), st.sampled_from(["council", "kkr"]))
def test_the_clocks_have_one_term_for_every_day(day, clock):
    term = REGISTRY.term_on(clock, day)
    assert term is not None
    assert term.from_ <= day <= term.through
