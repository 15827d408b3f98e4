"""The table of councillors is read strictly, and may be missing."""

from pathlib import Path

import pytest

from kkr_graph.errors import RegistryError
from kkr_graph.registry import read_registry
from kkr_graph.registry.councillors import Office, read_councillors
from tests.registry.folder import make

HEADING = "person;kommune;parti;periode;hverv;kilde\n"
ROW = "Bo Lund;Aalborg;Rosen;Valgperiode 2022;borgmester;valgbogen\n"
WHOLE = ";København;;Valgperiode 2022;hele rådet;valgbogen\n"


def read(folder, text):
    make(folder)
    (folder / "councillors.csv").write_text(HEADING + text, encoding="utf-8")
    return read_councillors(folder, read_registry(folder))


def test_without_the_table_nothing_is_known(tmp_path):
    make(tmp_path)
    assert read_councillors(tmp_path, read_registry(tmp_path)) == ()


def test_a_row_says_who_is_what_where(tmp_path):
    mayor, whole = read(tmp_path, ROW + WHOLE)
    assert (mayor.person, mayor.municipality, mayor.party) == ("Bo Lund", "Aalborg", "Rosen")
    assert (mayor.term, mayor.office, mayor.source) == (
        "Valgperiode 2022",
        Office.MAYOR,
        "valgbogen",
    )
    assert (whole.person, whole.office) == ("", Office.WHOLE_COUNCIL)


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        (ROW.replace("Aalborg", "Ålborg"), "kommune", "municipalities.csv"),
        (ROW.replace("Rosen", "Tulipanen"), "parti", "parties.csv"),
        (ROW.replace("Valgperiode 2022", "KKR 2022"), "periode", "terms.csv"),
        (ROW.replace("borgmester", "konge"), "hverv", "ikke valgt"),
        (ROW.replace("valgbogen", ""), "kilde", "en tekst"),
        (ROW.replace("Bo Lund", ""), "person", "et navn"),
        (WHOLE.replace(";København", "Bo Lund;København"), "person", "intet"),
        (ROW + ROW, "person", "entydigt"),
    ],
    ids=["kommune", "parti", "periode", "hverv", "kilde", "person", "hele", "to-gange"],
)
def test_a_mistake_is_told_with_its_cell(tmp_path, text, column, expected):
    with pytest.raises(RegistryError) as caught:
        read(tmp_path, text)
    assert f"kolonnen »{column}«" in str(caught.value)
    assert expected in str(caught.value)
    assert caught.value.hint


def test_the_shipped_table_can_be_read_and_names_nobody():
    folder = Path(__file__).parents[2] / "data" / "registry"
    assert (folder / "councillors.csv").exists()
    assert read_councillors(folder, read_registry(folder)) == ()
