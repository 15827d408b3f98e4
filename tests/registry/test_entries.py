"""What a registry on disk becomes, and every way in which a cell can be wrong."""

import pickle
from datetime import date

import pytest

from kkr_graph.errors import RegistryError
from kkr_graph.model.registry import (
    Body,
    BodyKind,
    Clock,
    Dated,
    ElectionForm,
    Municipality,
    Party,
    Region,
    SeatGroup,
    SeatRole,
)
from kkr_graph.registry import read_registry
from tests.registry.folder import make


def test_a_right_registry_is_read_whole(tmp_path):
    registry = read_registry(make(tmp_path))
    assert registry.municipalities[0] == Municipality(
        code="0101",
        name="København",
        official_name="Københavns Kommune",
        council="oest",
        regions=(
            Dated(slug="vest", from_=date(2007, 1, 1), through=date(2026, 12, 31)),
            Dated(slug="samlet", from_=date(2027, 1, 1)),
        ),
    )
    assert registry.regions[1] == Region(
        slug="samlet", name="Region Samlet", from_=date(2027, 1, 1), source="lov"
    )
    assert registry.parties[1] == Party(
        slug="gammel",
        letter="D",
        name="Gammel Liste",
        press_letters=("GL", "G"),
        from_=date(2016, 1, 1),
        through=date(2025, 11, 17),
        source="valg",
    )
    assert registry.bodies[2] == Body(
        slug="havneraadet",
        name="Havnerådet",
        kind=BodyKind.COUNCIL,
        abbreviations=("HR",),
        aliases=("Rådet for Havne", "Havnens Råd"),
        legal_basis="lov § 3",
        area="nord",
        source="lov",
    )


def test_a_municipality_that_stays_in_its_region_has_one_tie(tmp_path):
    place = read_registry(make(tmp_path)).municipality("Aalborg")
    assert place is not None
    assert place.regions == (Dated(slug="nord", from_=date(2007, 1, 1)),)


def test_terms_have_the_constituent_meetings_that_are_known(tmp_path):
    _, before, after = read_registry(make(tmp_path)).terms
    assert (after.clock, after.name, after.source) == (Clock.KKR, "KKR 2026", "møde")
    assert (after.from_, after.through) == (date(2026, 1, 23), date(2030, 1, 31))
    assert after.start("oest") == date(2026, 1, 27)
    assert after.start("syd") == after.start() == date(2026, 1, 23)
    assert before.starts == ()


def test_seat_groups_refer_by_identifier(tmp_path):
    full, spare = read_registry(make(tmp_path)).seat_groups
    assert full == SeatGroup(
        slug="hr-2026",
        body="havneraadet",
        term="kkr-2026",
        seats=3,
        role=SeatRole.MEMBER,
        nominating="nord",
        appointing="oest",
        election_form=ElectionForm.MAJORITY,
        eligibility="folkevalgt",
        requires_deputy=True,
        reappointments=1,
        gender_rule="lige mange kvinder og mænd",
        remuneration="20.000 kr. om året",
        meetings_a_year=6,
        deadline=date(2026, 1, 9),
        legal_basis="lov § 3",
        source="lov",
    )
    assert spare == SeatGroup(
        slug="hr-formand", body="havneraadet", term="kkr-2026", seats=1, role="chair", source="lov"
    )


# table, what stands there, what stands there instead; row and column; expected; advice
WRONG = [
    ("municipalities", "0101", "101", 2, "kommunekode", "fire cifre", "Skriv 0101"),
    ("municipalities", "0101", "9O12", 2, "kommunekode", "fire cifre", "Danmarks Statistik"),
    ("municipalities", "0851", "0101", 3, "kommunekode", "entydigt", "slet"),
    ("municipalities", ";Aalborg;", ";;", 3, "navn", "en tekst", "Udfyld »navn«"),
    ("municipalities", "Ålborg By", "Koebenhavn|København", 3, "navn", "række 2", "varianter"),
    ("municipalities", "KKR Øst", "KKR Ost", 2, "kkr", "bodies.csv", "Mente du »KKR Øst«"),
    ("municipalities", "KKR Øst", "Havnerådet", 2, "kkr", "bodies.csv", "først stå i bodies.csv"),
    ("municipalities", "Region Nord", "", 3, "region_2007_2026", "regions.csv", "Vælg"),
    ("municipalities", "Region Samlet", "Region Vest", 2, "region_fra_2027", "hele", "datoerne"),
    ("regions", "samlet;", "Samlet Region;", 3, "id", "små bogstaver", "»udvalg-oest«"),
    ("regions", "2027-01-01", "01-01-2027", 3, "fra", "en dato som", "Skriv 2027-01-01"),
    ("regions", "2027-01-01", "1.2.2027", 3, "fra", "en dato som", "Skriv 2027-02-01"),
    ("regions", "2027-01-01", "2027-02-30", 3, "fra", "en dato som", "år, måned og dag"),
    ("regions", "2026-12-31", "2006-12-31", 2, "til", "ikke er før 2007-01-01", "Byt om"),
    ("regions", ";;lov\nnord", ";;\nnord", 3, "kilde", "en tekst", "Udfyld »kilde«"),
    ("parties", ";A;", ";a;", 2, "bogstav", "ét stort bogstav", "»A«"),
    ("parties", ";A;", ";AB;", 2, "bogstav", "ét stort bogstav", "»A«"),
    ("parties", ";D;", ";A;", 3, "bogstav", "intet andet parti", "i brug af Rosen"),
    ("parties", "GL|G", "GL|S", 3, "pressebogstaver", "intet andet parti", "i brug af Rosen"),
    ("parties", "GL|G", "GL|g", 3, "pressebogstaver", "store bogstaver", "»R | RV«"),
    ("parties", "Gammel Liste", "Rosens venner", 3, "navn", "række 2", "tæller med"),
    ("parties", "gammel;", "rosen;", 3, "id", "række 2", "slet"),
    ("bodies", ";råd;", ";klub;", 4, "type", "bestyrelse, råd, udvalg", "Vælg"),
    ("bodies", ";råd;", ";;", 4, "type", "cellen er tom", "Vælg"),
    ("bodies", ";råd;", ";netværker;", 4, "type", "et af ordene", "Mente du »netværk«"),
    ("bodies", "KKR Nord;lov", "Havnerådet;lov", 4, "kkr", "bodies.csv", "Nye navne"),
    ("bodies", ";HR;", ";kkr-nord;", 4, "navn", "række 2", "forkortelser"),
    ("terms", ";kkr;KKR 2022", ";ur;KKR 2022", 3, "ur", "kommunalbestyrelse, kkr", "Vælg"),
    ("terms", "2030-01-31", "", 4, "til", "cellen er tom", "bindestreger"),
    ("terms", "2026-01-23", "2026-01-22", 4, "fra", "ikke overlapper KKR 2022", "perioder"),
    ("constituent_meetings", "KKR 2026;KKR Ø", "KKR 2024;KKR Ø", 3, "periode", "terms", "Mente"),
    ("constituent_meetings", "KKR 2026", "Valgperiode 2022", 2, "periode", "terms", "Nye navne"),
    ("constituent_meetings", "2026-01-27", "2025-01-27", 3, "dato", "nær 2026-01-23", "årstal"),
    ("constituent_meetings", "KKR Øst", "KKR Nord", 3, "kkr", "række 2", "slet"),
    ("constituent_meetings", "-27;referat", "-27;", 3, "kilde", "en tekst", "Udfyld"),
    ("seat_groups", ";3;", ";0;", 2, "pladser", "et antal, mindst 1", "helt tal"),
    ("seat_groups", ";3;", ";tre;", 2, "pladser", "et antal, mindst 1", "helt tal"),
    ("seat_groups", "Havnerådet", "HR", 2, "organ", "bodies.csv", "Nye navne"),
    ("seat_groups", "KKR 2026;3", "KKR 2030;3", 2, "periode", "terms.csv", "Mente du »KKR 20"),
    ("seat_groups", ";medlem;", ";menig;", 2, "rolle", "født medlem", "Vælg"),
    ("seat_groups", "KKR Nord;KKR Øst", "KL;KKR Øst", 2, "indstiller", "bodies.csv", "først"),
    ("seat_groups", "KKR Nord;KKR Øst", "KKR Nord;KL", 2, "udpeger", "bodies.csv", "først"),
    ("seat_groups", "flertalsvalg", "flertal", 2, "valgform", "forholdstalsvalg", "»flertalsvalg«"),
    ("seat_groups", ";ja;", ";måske;", 2, "stedfortræder", "ja, nej", "Vælg"),
    ("seat_groups", "hr-formand", "hr-2026", 3, "id", "række 2", "slet"),
]


@pytest.mark.parametrize(
    ("table", "old", "new", "row", "column", "expected", "hint"),
    WRONG,
    ids=[f"{table}-{column}-{new}" for table, _, new, _, column, _, _ in WRONG],
)
def test_a_wrong_cell_is_named_with_what_it_must_be(
    tmp_path, table, old, new, row, column, expected, hint
):
    with pytest.raises(RegistryError) as caught:
        read_registry(make(tmp_path, **{table: (old, new)}))
    message = str(caught.value)
    assert message.startswith(f"{table}.csv, række {row}, kolonnen »{column}«: ")
    assert expected in message
    assert hint in caught.value.hint


def test_an_error_survives_the_way_between_processes(tmp_path):
    with pytest.raises(RegistryError) as caught:
        read_registry(make(tmp_path, parties=(";A;", ";a;")))
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.hint) == (str(caught.value), caught.value.hint)


def test_a_letter_may_pass_to_another_party(tmp_path):
    change = ("gammel;", "ny;D;Ny Liste;;;2025-11-18;;valg\ngammel;")
    registry = read_registry(make(tmp_path, parties=change))
    names = [party.name for party in registry.parties if party.letter == "D"]
    assert names == ["Ny Liste", "Gammel Liste"]


def test_a_row_may_have_one_name_twice(tmp_path):
    """Lists of aliases come from people; ``HR`` as abbreviation and alias hurts nobody."""
    registry = read_registry(make(tmp_path, bodies=("Havnens Råd", "Havnens Råd|HR|hr")))
    body = registry.body("HR")
    assert body is not None
    assert body.name == "Havnerådet"
