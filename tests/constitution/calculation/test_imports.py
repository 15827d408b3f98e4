"""Results as Statistics Denmark and valg.dk publish them."""

import pytest

from kkr_graph.constitution.calculation.election import COLLECTIVE
from kkr_graph.constitution.calculation.imports import read_statbank, read_valg, to_csv
from kkr_graph.constitution.calculation.records import read_results
from kkr_graph.errors import RegistryError
from tests.constitution.calculation.elections import registry

KNOWN = registry()
LONG = (
    "OMRÅDE;PARTI;STEMMER;TID;INDHOLD\n"
    "Hele landet;Socialdemokratiet;Gyldige stemmer;2021;900000\n"
    "Region Nordjylland;Socialdemokratiet;Gyldige stemmer;2021;90000\n"
    "Hjørring;Socialdemokratiet;Gyldige stemmer;2021;11207\n"
    "Hjørring;Socialdemokratiet;Valgte mænd;2021;6\n"
    "Hjørring;Socialdemokratiet;Valgte kvinder;2021;4\n"
    "Hjørring;Socialdemokratiet;Personlige stemmer (i alt);2021;9999\n"
    "Hjørring;Dansk Folkeparti (1997-);Gyldige stemmer;2021;1405\n"
    "Hjørring;Dansk Folkeparti (1997-);Valgte mænd;2021;1\n"
    "Hjørring;Ikke-reserverede bogstaver i alt;Gyldige stemmer;2021;1019\n"
    "Hjørring;Alternativet;Gyldige stemmer;2021;..\n"
)
BY_YEAR = "OMRÅDE;PARTI;2017;2021\n860 Hjørring;A. Socialdemokratiet;10;11\n851;V. Venstre;20;21\n"
BY_PARTY = "OMRÅDE;Socialdemokratiet;Venstre\nHjørring;11207;9302\n"
BY_MEASURE = "OMRÅDE;PARTI;Gyldige stemmer;Valgte mænd;Opstillede mænd\nHjørring;Venstre;9302;5;9\n"
STATIONS = (
    "Afstemningsområde;Bogstavbetegnelse;Listenavn;Navn;Stemmetal\n"
    "1. Nord;A;Socialdemokratiet;Listestemmer;447\n"
    "1. Nord;A;Socialdemokratiet;Anna Holm;317\n"
    "2. Syd;A;Socialdemokratiet;Listestemmer;100\n"
    "2. Syd;T;Torvelisten;Bo Bak;12\n"
)


def file(tmp_path, text, name="VALGK3.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def numbers(imported):
    return {(each.municipality, each.letter): (each.votes, each.seats) for each in imported.results}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_long_table_is_read_and_the_rest_set_aside_by_name(tmp_path, encoding):
    imported = read_statbank(file(tmp_path, LONG, encoding=encoding), KNOWN)
    assert numbers(imported) == {
        ("0860", "A"): (11207, 10),
        ("0860", "O"): (1405, 1),
        ("0860", COLLECTIVE): (1019, None),
    }
    assert imported.set_aside == {
        "Hele landet": 1,
        "Personlige stemmer (i alt)": 1,
        "Region Nordjylland": 1,
    }


def test_years_may_be_columns(tmp_path):
    path = file(tmp_path, BY_YEAR)
    assert numbers(read_statbank(path, KNOWN, year=2021)) == {
        ("0860", "A"): (11, None),
        ("0851", "V"): (21, None),
    }
    with pytest.raises(RegistryError, match="flere valg: 2017, 2021") as caught:
        read_statbank(path, KNOWN)
    assert "--year" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BY_MEASURE, {("0860", "V"): (9302, 5)}),
        (BY_MEASURE.replace(";", "\t"), {("0860", "V"): (9302, 5)}),
        (BY_PARTY, {("0860", "A"): (11207, None), ("0860", "V"): (9302, None)}),
    ],
)
def test_measures_and_parties_may_be_columns(tmp_path, text, expected):
    assert numbers(read_statbank(file(tmp_path, text), KNOWN)) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LONG + "Atlantis;Venstre;Gyldige stemmer;2021;5\n", ("række 12", "område", "Atlantis")),
        (LONG + "Hjørring;Ufolket;Gyldige stemmer;2021;5\n", ("række 12", "parti", "Ufolket")),
        (LONG + "Hjørring;Venstre;Gyldige stemmer;2021;fem\n", ("række 12", "indhold", "fem")),
        (LONG + "Hjørring;Venstre;Blanke;2021;5\n", ("række 12", "stemmer", "Blanke")),
        (LONG + "Hjørring;Venstre\n", ("række 12", "2 celler", "5 kolonner")),
        (LONG + "850 Hjørring;Venstre;Gyldige stemmer;2021;5\n", ("række 12", "850 Hjørring")),
        ("A;B\n1;2\n", ("VALGK3",)),
        ("", ("overskrifter",)),
        ("OMRÅDE;PARTI;STEMMER;TID;INDHOLD\n", ("ingen stemmer",)),
        ("OMRÅDE;OMRÅDE\nx;y\n", ("to ens",)),
    ],
)
def test_what_is_not_understood_is_told_with_row_and_column(tmp_path, text, told):
    with pytest.raises(RegistryError) as caught:
        read_statbank(file(tmp_path, text), KNOWN)
    assert [each for each in told if each not in str(caught.value)] == []


def test_polling_districts_and_candidates_are_added_up(tmp_path):
    path = file(tmp_path, STATIONS, "Kommunalvalg_2021_Hjørring_17-11-2021 20.11.26.csv")
    assert numbers(read_valg(path, KNOWN)) == {
        ("0860", "A"): (864, None),
        ("0860", "T"): (12, None),
    }
    other = STATIONS.replace("Bogstavbetegnelse;Listenavn", "Partibogstav;Partinavn")
    named = file(tmp_path, other, "fil.csv")
    assert numbers(read_valg(named, KNOWN, "Læsø"))["0825", "A"] == (864, None)


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (STATIONS, "fil.csv", "hvilken kommune"),
        ("A;B\n1;2\n", "x_Hjørring.csv", "valg.dk"),
        (STATIONS + "2. Syd;TT;To;Bo Bak;12\n", "x_Hjørring.csv", "række 6"),
        (STATIONS + "2. Syd;T;Andet navn;Bo Bak;12\n", "x_Hjørring.csv", "Torvelisten"),
        (STATIONS + "2. Syd;T;Torvelisten;Bo Bak;-3\n", "x_Hjørring.csv", "stemmetal"),
    ],
)
def test_a_file_of_a_municipality_is_read_strictly(tmp_path, text, name, told):
    with pytest.raises(RegistryError, match=told):
        read_valg(file(tmp_path, text, name), KNOWN)


def test_candidates_outside_lists_are_set_aside(tmp_path):
    path = file(tmp_path, STATIONS + "2. Syd;;;Ugyldige;7\n", "x_Hjørring.csv")
    assert read_valg(path, KNOWN).set_aside == {"uden liste": 1}


def test_what_is_written_is_read_back(tmp_path):
    imported = read_statbank(file(tmp_path, LONG), KNOWN)
    path = tmp_path / "kv21.csv"
    path.write_bytes(to_csv(imported.results, "Danmarks Statistik; VALGK3"))
    codes = {each.code for each in KNOWN.municipalities}
    assert sorted(read_results(path, codes), key=str) == sorted(imported.results, key=str)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(RegistryError, match="kan ikke åbnes"):
        read_statbank(tmp_path / "findes-ikke.csv", KNOWN)
