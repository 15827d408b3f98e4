"""What Excel and other programs do to a table, and how much of it is read."""

import pytest

from kkr_graph.errors import RegistryError
from kkr_graph.registry import read_registry
from tests.registry.folder import TABLES, make


def rewritten(folder, name, change):
    """The registry with the whole text of one table changed."""
    make(folder)
    (folder / name).write_text(change(TABLES[name]), encoding="utf-8", newline="")
    return folder


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: "\ufeff" + text, id="byte order mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="windows line ends"),
        pytest.param(lambda text: text.replace(";", ","), id="commas"),
        pytest.param(lambda text: text.replace("|", " | "), id="blanks around parts"),
        pytest.param(lambda text: text.replace("\n", "\n;;;;;\n"), id="empty rows"),
        pytest.param(lambda text: text.replace("\n", "\n\n\n"), id="blank lines"),
        pytest.param(lambda text: text.replace("\n", ";;\n"), id="nameless columns"),
        pytest.param(lambda text: text.replace(";;lov\n", ";;lov"), id="no last line end"),
        pytest.param(lambda text: text.replace("navn", " Navn ", 1), id="case of a heading"),
    ],
)
@pytest.mark.parametrize("name", ["municipalities.csv", "parties.csv"])
def test_what_programs_add_changes_nothing(tmp_path, name, change):
    plain = read_registry(make(tmp_path / "plain"))
    assert read_registry(rewritten(tmp_path / "changed", name, change)) == plain


def test_the_order_of_columns_is_free(tmp_path):
    folder = make(tmp_path)
    (folder / "regions.csv").write_text(
        "kilde;til;fra;navn;id\n"
        "lov;2026-12-31;2007-01-01;Region Vest;vest\n"
        "lov;;2027-01-01;Region Samlet;samlet\n"
        "lov;;2007-01-01;Region Nord;nord\n",
        encoding="utf-8",
    )
    assert [region.slug for region in read_registry(folder).regions] == ["vest", "samlet", "nord"]


def test_the_list_in_a_cell_may_be_parted_by_semicolons(tmp_path):
    change = ("Ålborg By|Limfjordsbyen", '"Ålborg By; Limfjordsbyen"')
    place = read_registry(make(tmp_path, municipalities=change)).municipality("Limfjordsbyen")
    assert place is not None
    assert place.aliases == ("Ålborg By", "Limfjordsbyen")


@pytest.mark.parametrize(
    ("change", "message", "hint"),
    [
        (("navn;fra", "navn;farve;fra"), "ukendt kolonne, »farve«", "id, navn, fra, til, kilde"),
        (("til;kilde", "til"), "mangler kolonnen »kilde«", "id, navn, fra, til, kilde"),
        (("navn;fra", "navn;navn;fra"), "har kolonnen »navn« to gange", "netop kolonnerne"),
        (("id;navn", "id,navn"), "ukendt kolonne, »id,navn«", "netop kolonnerne"),
        (("nord;Region", "nord;x;y;z;w;Region"), "række 4: der er flere celler end", "semikolon"),
        ((";Region Nord;", ';"Region Nord;'), "anførselstegnene passer ikke", "Excel"),
    ],
)
def test_a_table_of_another_form_is_refused(tmp_path, change, message, hint):
    with pytest.raises(RegistryError, match=message) as caught:
        read_registry(make(tmp_path, regions=change))
    assert "regions.csv" in str(caught.value)
    assert hint in caught.value.hint


def test_an_empty_table_lacks_its_columns(tmp_path):
    with pytest.raises(RegistryError, match=r"terms\.csv mangler kolonnen »id«"):
        read_registry(rewritten(tmp_path, "terms.csv", lambda _: ""))


def test_the_number_of_a_row_counts_empty_rows_and_lines_in_cells(tmp_path):
    """As Excel counts, so that staff find it."""

    def spoil(text):
        return text.replace(";lov\n", ';"lov\nom det"\n', 1).replace("\nnord;", "\n;;;;\nNORD!;")

    with pytest.raises(RegistryError, match=r"regions\.csv, række 5, kolonnen »id«"):
        read_registry(rewritten(tmp_path, "regions.csv", spoil))


def test_a_missing_table_is_named_with_its_folder(tmp_path):
    folder = make(tmp_path / "registry")
    (folder / "terms.csv").unlink()
    with pytest.raises(RegistryError, match=r"terms\.csv mangler i mappen .*registry"):
        read_registry(folder)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_table_in_another_encoding_is_told_how_to_be_saved(tmp_path, encoding):
    folder = make(tmp_path)
    (folder / "bodies.csv").write_text(TABLES["bodies.csv"], encoding=encoding)
    with pytest.raises(RegistryError, match=r"bodies\.csv er ikke gemt som UTF-8") as caught:
        read_registry(folder)
    assert "CSV UTF-8" in caught.value.hint


def test_a_table_that_cannot_be_opened(tmp_path):
    folder = make(tmp_path)
    (folder / "bodies.csv").unlink()
    (folder / "bodies.csv").mkdir()
    with pytest.raises(RegistryError, match=r"bodies\.csv kan ikke åbnes"):
        read_registry(folder)
