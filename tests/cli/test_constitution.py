"""``kkr-graph constitution`` as it is called."""

import csv
import json
import shutil
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from kkr_graph.cli.constitution import VERBS, command
from kkr_graph.errors import ConfigError, QueryError
from tests.overview.graphs import BOARD, FIXTURE, write_graph

ROOT = Path(__file__).parents[2]
FORUM = "Erhvervshus Nordjylland"


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    return write_graph(tmp_path_factory.mktemp("build"), FIXTURE, BOARD)


def constitution(build, *arguments: str) -> Result:
    return CliRunner().invoke(command, [*arguments, "--graph", str(build)])


def test_the_help_lists_every_verb():
    told = CliRunner().invoke(command, ["--help"])
    assert all(f"\n  {verb} " in told.output for verb in VERBS)


def test_the_board_is_a_table_for_each_forum(build):
    result = constitution(
        build, "board", "--council", "KKR Nordjylland", "--format", "table", "--date", "2025-12-01"
    )
    lines = result.stdout.splitlines()
    assert f"{FORUM} · KKR 2026-2030" in lines
    assert "Ålebestyrelsen · KKR 2026-2030" in lines
    assert "26.01.2026" in result.stdout
    assert result.stderr == (
        "KKR Nordjylland, KKR 2026-2030, set den 01.12.2025: 8 pladser (4 ledige, 4 ukendte).\n"
    )


def test_the_board_as_csv_has_each_seat_for_excel(build):
    result = constitution(
        build, "board", "--forum", FORUM, "--format", "csv", "--date", "1.12.2025"
    )
    rows = list(csv.DictReader(StringIO(result.stdout.removeprefix("\ufeff")), delimiter=";"))
    assert [row["Plads"] for row in rows] == [f"erhvervshus-2026:{n}" for n in (1, 2, 3)]
    assert (rows[0]["Frist"], rows[0]["Dage"]) == ("2026-01-26", "56")


def test_the_board_as_json_says_what_is_not_known(build):
    result = constitution(build, "board", "--forum", FORUM, "--date", "2025-12-01")
    row = json.loads(result.stdout)[0]
    assert (row["state"], row["days"], row["holder"]) == ("ledig", 56, None)


def test_what_is_narrowed_away_is_counted(build):
    result = constitution(
        build, "board", "--council", "KKR Nordjylland", "--state", "ledig", "--date", "2025-12-01",
        "--party", "V",
    )  # fmt: skip
    assert json.loads(result.stdout) == []
    assert result.stderr.endswith("0 pladser. 8 er ikke vist.\n")


def test_proposals_stand_in_their_seats(build, tmp_path):
    file = tmp_path / "forslag.csv"
    file.write_text(
        "plads;navn;parti;kommune;stedfortræder;bemærkning;kilde\n"
        "erhvervshus-2026:2;Bo Lund;Venstre;Thisted;;;\n",
        encoding="utf-8",
    )
    result = constitution(build, "board", "--forum", FORUM, "--proposals", str(file))
    row = json.loads(result.stdout)[1]
    assert (row["state"], row["holder"]) == ("foreslået", "Bo Lund")
    assert row["document"] == "forslag.csv, række 2"


def test_vacancies_tell_of_seat_and_holder(build, tmp_path):
    result = constitution(
        build, "vacancies", "--forum", "DEB", "--format", "table", "--data", str(tmp_path)
    )
    assert "Anna Holm" in result.stdout
    assert result.stderr == (
        "Danmarks Erhvervsfremmebestyrelse, KKR 2022-2026: 2 poster. "
        "Pladsen: perioden udløber 1, ukendt 1. Indehaveren: ukendt 2.\n"
    )


def test_vacancies_read_who_is_elected_from_the_registry(build, tmp_path):
    shutil.copytree(ROOT / "data/registry", tmp_path / "registry")
    (tmp_path / "registry/councillors.csv").write_text(
        "person;kommune;parti;periode;hverv;kilde\n"
        "Anna Holm;Aalborg;;Kommunal valgperiode 2026-2029;ikke valgt;valgbogen\n",
        encoding="utf-8",
    )
    result = constitution(build, "vacancies", "--forum", "DEB", "--data", str(tmp_path))
    (row,) = (row for row in json.loads(result.stdout) if row["holder"] == "Anna Holm")
    assert (row["holder_fate"], row["known_from"]) == ("ikke genvalgt", "valgbogen")
    assert row["limit"] == "nej"
    assert row["quote"]


CHAIR = "org:member <person/bo-lund> ;\n    org:organization <kkr/nordjylland>"


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory):
    """The chair of the contact council is in none of its lists of members."""
    folder = tmp_path_factory.mktemp("spoiled")
    text = FIXTURE.read_text(encoding="utf-8")
    assert CHAIR in text
    file = folder / "fixture.trig"
    file.write_text(text.replace(CHAIR, CHAIR.replace("bo-lund", "jens-jensen")), encoding="utf-8")
    return write_graph(folder / "build", file)


def test_rules_are_told_by_their_grade_with_the_key_to_set_them_aside(spoiled, tmp_path):
    result = constitution(spoiled, "rules", "--format", "table", "--data", str(tmp_path))
    lines = result.stdout.splitlines()
    assert lines[0] == "1 OVERTRÆDELSE"
    assert lines[1].startswith("  Jens Jensen er formand for KKR Nordjylland, men")
    assert lines[2].startswith("      chair-not-member:")
    assert "1 ADVARSEL" in lines
    assert result.stderr == "1 overtrædelse, 1 advarsel, 0 oplysninger.\n"
    assert result.exit_code == 1


def test_a_rule_that_is_set_aside_is_silent_and_listed_when_asked_for(spoiled, tmp_path):
    broken = json.loads(constitution(spoiled, "rules", "--data", str(tmp_path)).stdout)[0]
    (tmp_path / "curation").mkdir()
    (tmp_path / "curation/silenced.csv").write_text(
        f"key,value,by,day,reason\n{broken['key']},{broken['value']},Ea,2025-12-01,ny formand\n",
        encoding="utf-8",
    )
    result = constitution(spoiled, "rules", "--data", str(tmp_path))
    assert broken["key"] not in result.stdout
    assert result.exit_code == 0
    assert result.stderr.endswith("1 er lagt til side.\n")
    aside = constitution(
        spoiled, "rules", "--data", str(tmp_path), "--silenced", "--format", "table"
    )
    assert "Lagt til side af Ea 01.12.2025: ny formand" in aside.stdout


def test_terms_are_compared_forum_by_forum(build):
    result = constitution(build, "compare", "--forum", "Ålebestyrelsen", "--format", "table")
    assert "Ålebestyrelsen\n" in result.stdout
    assert result.stderr.startswith("KKR 2022-2026 → KKR 2026-2030: ")
    assert "færre pladser 2" in result.stderr


def test_documents_are_compared_with_both_sentences(build):
    result = constitution(build, "compare", "--documents", "08-29", "10-24", "--forum", "DEB")
    row = json.loads(result.stdout)[0]
    assert (row["subject"], row["change"]) == ("Anna Holm", "i begge")
    assert row["quote_before"] != row["quote_after"]
    assert row["document_after"] == "referat 24.10.2025 (referat-2025-10-24.txt), side 2, linje 20"


def test_documents_and_terms_are_not_compared_at_once(build):
    result = constitution(build, "compare", "--documents", "a", "b", "--from", "KKR 2022-2026")
    assert isinstance(result.exception, ConfigError)


def test_seats_go_out_to_a_workbook_and_come_back(tmp_path):
    shutil.copytree(ROOT / "data/registry", tmp_path / "data/registry")
    table, book = tmp_path / "data/registry/seat_groups.csv", tmp_path / "pladser.xlsx"
    data = ("--data", str(tmp_path / "data"))
    out = CliRunner().invoke(command, ["seats-export", "-o", str(book), *data])
    assert out.stderr == f"{book}: 102 pladsgrupper.\n"
    with_five = load_workbook(book)
    with_five["Pladser"]["D2"] = 5
    with_five.save(book)
    before = table.read_bytes()
    dry = CliRunner().invoke(command, ["seats-import", str(book), *data, "--dry-run"])
    assert dry.stderr == ("Ændrede: erhvervshus-nordjylland-2022-formand\nIntet er skrevet.\n")
    assert table.read_bytes() == before
    assert CliRunner().invoke(command, ["seats-import", str(book), *data]).exit_code == 0
    old, new = (text.decode("utf-8-sig").splitlines() for text in (before, table.read_bytes()))
    assert [row for row in new if row not in old] == [old[1].replace(";1;", ";5;", 1)]


def test_seat_rules_are_told_beside_the_registry(build):
    result = constitution(build, "seat-rules")
    (rule,) = json.loads(result.stdout)
    assert (rule["standing"], rule["seats"], rule["line"]) == ("beviser", 3, 44)
    assert result.stderr == "1 pladsregler: beviser 1.\n"


def test_a_day_that_is_none_is_refused(build):
    result = constitution(build, "board", "--date", "i morgen")
    assert isinstance(result.exception, QueryError)
    assert "»i morgen« er ikke en dato" in str(result.exception)
