import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from kkr_graph.cli.build import command
from tests.pipeline.folder import OCTOBER, make


def build(tmp_path, *arguments):
    data, out = tmp_path / "data", tmp_path / "build"
    return CliRunner().invoke(command, ["--data", str(data), "--out", str(out), *arguments])


def test_the_report_is_danish_and_goes_to_stdout(tmp_path):
    make(tmp_path / "data", {"a.txt": OCTOBER, "kopi.txt": OCTOBER})
    result = build(tmp_path)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert "minutes/a.txt  (referat, KKR Nordjylland, 24.10.2025)" in result.stdout
    assert "3 deltagere · 2 punkter · 1 post" in result.stdout
    assert "minutes/kopi.txt er allerede indlæst som minutes/a.txt." in result.stdout
    assert "Personer: 3, heraf 3 nye: Ditte Bro, Erik Holt, Grete Lind" in result.stdout
    assert f"udsagn i {tmp_path / 'build' / 'graph.nq'}" in result.stdout


def test_documents_that_are_as_before_are_only_counted(tmp_path):
    data = make(tmp_path / "data", {"a.txt": OCTOBER})
    assert "som før" not in build(tmp_path).stdout
    (data / "minutes" / "b.txt").write_text(OCTOBER.replace("24. oktober", "21. november"), "utf-8")
    second = build(tmp_path).stdout
    assert "minutes/b.txt  (referat" in second
    assert "minutes/a.txt" not in second
    assert "1 dokument er som før.\n" in second
    third = build(tmp_path).stdout
    assert third.startswith("2 dokumenter er som før.\n")
    report = json.loads(build(tmp_path, "--format", "json").stdout)
    assert [each["name"] for each in report["documents"]] == ["minutes/a.txt", "minutes/b.txt"]


def test_of_many_new_documents_those_with_a_warning_are_told(tmp_path):
    many = {f"{n}.txt": OCTOBER.replace("2025", str(1980 + n)) for n in range(41)}
    make(tmp_path / "data", {**many, "x.txt": OCTOBER + "\nmøde mÃ¸de " * 3})
    told = build(tmp_path, "--jobs", "1").stdout
    assert "minutes/x.txt  (referat" in told
    assert "minutes/1.txt" not in told
    assert "41 dokumenter er læst uden advarsler.\n" in told


def test_an_unread_document_gives_exit_code_1_and_says_what_to_do(tmp_path):
    make(tmp_path / "data", {"a.txt": OCTOBER, "tom.txt": ""})
    result = build(tmp_path)
    assert result.exit_code == 1
    assert "IKKE LÆST  filen minutes/tom.txt er tom. Gem dokumentet igen" in result.stdout
    assert "Dokumenter: 1, 1 kunne ikke læses" in result.stdout


def test_nothing_read_at_all_is_said_plainly(tmp_path):
    make(tmp_path / "data", {"tom.txt": " \n"})
    result = build(tmp_path)
    assert result.exit_code == 1
    assert result.stdout.endswith("Ingen af dokumenterne kunne læses. Grafen er ikke ændret.\n")
    assert not (tmp_path / "build" / "graph.nq").exists()


def test_json_is_what_stands_in_the_report_file(tmp_path):
    make(tmp_path / "data", {"a.txt": OCTOBER})
    result = build(tmp_path, "--format", "json")
    report = json.loads((tmp_path / "build" / "report.json").read_text(encoding="utf-8"))
    assert json.loads(result.stdout) == report


def test_many_findings_are_cut_with_a_word_of_where_the_rest_is(tmp_path):
    make(tmp_path / "data", {"a.txt": OCTOBER + "\nmøde mÃ¸de " * 12})
    result = build(tmp_path)
    assert "... og 2 mere: kkr-graph check" in result.stdout


def test_help_has_an_example():
    assert "kkr-graph build --data mine-data" in CliRunner().invoke(command, ["--help"]).stdout


@pytest.mark.parametrize(
    ("documents", "ledger", "said"),
    [({}, "", "ingen dokumenter"), ({"a.txt": OCTOBER}, None, "identities.csv")],
    ids=["no-documents", "no-ledger"],
)
def test_a_data_folder_that_cannot_be_built_gives_exit_code_2(tmp_path, documents, ledger, said):
    data = make(tmp_path / "data", documents, ledger=ledger)
    data.mkdir(exist_ok=True)
    result = subprocess.run(
        [sys.executable, "-m", "kkr_graph", "build", "--data", str(data)],
        capture_output=True, encoding="utf-8", cwd=tmp_path, check=False,
    )  # fmt: skip
    assert result.returncode == 2
    assert result.stderr.startswith("Fejl: ")
    assert said in result.stderr
    assert result.stdout == ""
    assert not (tmp_path / "build").exists()
