"""``kkr-graph check`` as it is called."""

import csv
import json
from io import StringIO

import pytest
from click.testing import CliRunner, Result

from kkr_graph.cli.check import command
from kkr_graph.errors import StoreError
from tests.overview.graphs import BOARD, FIXTURE, write_graph

VIOLATION = "http://www.w3.org/ns/shacl#Violation"
WARNING = "http://www.w3.org/ns/shacl#Warning"
INFO = "http://www.w3.org/ns/shacl#Info"


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """One violation without a source, one warning with one."""
    return write_graph(tmp_path_factory.mktemp("build"), FIXTURE)


def altered(build, folder, old, new):
    quads = (build / "graph.nq").read_text(encoding="utf-8")
    assert old in quads
    (folder / "graph.nq").write_text(quads.replace(old, new), encoding="utf-8", newline="")
    return folder


def check(build, *arguments: str) -> Result:
    return CliRunner().invoke(command, [*arguments, "--graph", str(build)])


def test_findings_stand_under_their_grade_with_source_and_quote(build):
    violation, warning = (each["id"] for each in json.loads(check(build).stdout))
    result = check(build, "--format", "table")
    assert result.stdout.splitlines() == [
        "1 OVERTRÆDELSE",
        f"  {violation}  Posten har ingen kilde.",
        "",
        "1 ADVARSEL",
        f"  {warning}  Datoen 9. januar 2025 ligger før de andre.",
        "      referat-2025-10-24.txt, side 1, linje 41: "
        "»Næste møde i KKR Nordjylland er den 23. januar 2026.«",
        "",
    ]
    assert result.stderr == "1 overtrædelse, 1 advarsel, 0 oplysninger.\n"


TWICE = """
@base <https://data.example.org/kkr/id/> .
@prefix kkr: <https://w3id.org/kkr/ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
{ <finding/3> a sh:ValidationResult ; sh:resultSeverity sh:Warning ; kkr:findingCode "date-out-of-sequence" ;
    sh:resultMessage "Datoen 9. januar 2025 ligger før de andre."@da ;
    sh:focusNode <document/aaaaaaaaaaaaaaaa> ; kkr:findingKey "3" ; prov:wasDerivedFrom <evidence/a1> . }
"""


def test_what_two_documents_say_is_one_finding_and_is_set_aside_as_one(tmp_path):
    (tmp_path / "twice.trig").write_text(TWICE, encoding="utf-8")
    twice = write_graph(tmp_path / "build", FIXTURE, tmp_path / "twice.trig")
    result = check(twice, "--format", "table", "--severity", "warning")
    assert result.stdout.count("Datoen 9. januar 2025 ligger før de andre.") == 1
    assert result.stdout.count("      referat-2025-") == 2
    assert result.stderr.startswith("1 overtrædelse, 1 advarsel, 0 oplysninger.")
    finding = result.stdout.split()[2]
    check(twice, *by_hand(tmp_path, "--set-aside", finding, "--by", "Ea", "--reason", "set"))
    after = check(twice, *by_hand(tmp_path, "--format", "table"))
    assert after.stderr == "1 overtrædelse, 0 advarsler, 0 oplysninger. 1 er lagt til side.\n"
    check(twice, *by_hand(tmp_path, "--take-up", finding))
    assert "1 advarsel" in check(twice, *by_hand(tmp_path, "--format", "table")).stderr


def test_a_violation_fails_the_check_and_a_warning_only_when_strict(build, tmp_path):
    assert check(build).exit_code == 1
    warnings = altered(build, tmp_path, VIOLATION, WARNING)
    assert check(warnings).exit_code == 0
    assert check(warnings, "--strict").exit_code == 1


def silenced(folder, *findings):
    (folder / "curation").mkdir(exist_ok=True)
    lines = (f"{each['key']},{each['value']},Ea,2025-12-01,set efter\n" for each in findings)
    (folder / "curation/silenced.csv").write_text(
        "key,value,by,day,reason\n" + "".join(lines), encoding="utf-8"
    )
    return "--data", str(folder)


def test_what_is_set_aside_is_silent_and_fails_nothing(build, tmp_path):
    violation, warning = json.loads(check(build).stdout)
    data = silenced(tmp_path, violation)
    result = check(build, *data)
    assert [each["code"] for each in json.loads(result.stdout)] == [warning["code"]]
    assert result.exit_code == 0
    assert result.stderr.endswith("1 er lagt til side.\n")
    aside = check(build, *data, "--silenced")
    assert [each["code"] for each in json.loads(aside.stdout)] == [violation["code"]]


def test_what_is_set_aside_returns_when_it_changes(build, tmp_path):
    violation, _ = json.loads(check(build).stdout)
    data = silenced(tmp_path, violation)
    changed = altered(build, tmp_path, "Posten har ingen kilde.", "Posten har ingen kilder.")
    assert check(changed, *data).exit_code == 1


def by_hand(folder, *arguments):
    data = folder / "data"
    (data / "curation").mkdir(parents=True, exist_ok=True)
    return *arguments, "--data", str(data)


def test_a_finding_is_set_aside_by_its_id_and_taken_up_again(build, tmp_path):
    violation, warning = json.loads(check(build).stdout)
    said = ("--by", "Ea Holm", "--reason", "Set efter i arkivet")
    result = check(build, *by_hand(tmp_path, "--set-aside", violation["id"], *said))
    assert result.stdout == "Lagt til side: Posten har ingen kilde.\n"
    after = check(build, *by_hand(tmp_path))
    assert after.exit_code == 0
    assert [each["id"] for each in json.loads(after.stdout)] == [warning["id"]]
    again = check(build, *by_hand(tmp_path, "--set-aside", violation["id"], *said)).exception
    assert "allerede lagt til side af Ea Holm: »Set efter i arkivet«" in str(again)
    taken = check(build, *by_hand(tmp_path, "--take-up", violation["id"]))
    assert "Ea Holm: Set efter i arkivet" in taken.stdout
    assert (tmp_path / "data/curation/silenced.csv").read_text("utf-8") == (
        "key,value,by,day,reason\n"
    )
    twice = check(build, *by_hand(tmp_path, "--take-up", violation["id"])).exception
    assert "ikke lagt noget til side" in str(twice)


@pytest.mark.parametrize("missing", ["--by", "--reason"])
def test_nothing_is_set_aside_without_a_name_and_a_reason(build, tmp_path, missing):
    said = {"--by": "Ea", "--reason": "Set efter"} | {missing: " "}
    finding = json.loads(check(build).stdout)[0]["id"]
    told = [part for pair in said.items() for part in pair]
    error = check(build, *by_hand(tmp_path, "--set-aside", finding, *told)).exception
    assert "så fundet er ikke lagt til side" in str(error)
    assert not (tmp_path / "data/curation/silenced.csv").exists()


def test_setting_aside_what_is_not_found_is_told(build, tmp_path):
    said = ("--by", "Ea", "--reason", "x")
    error = check(build, *by_hand(tmp_path, "--set-aside", "0123456789", *said)).exception
    assert "intet fund, der hedder 0123456789" in str(error)


def test_what_was_set_aside_and_is_found_no_more_is_told(build, tmp_path):
    violation, _ = json.loads(check(build).stdout)
    data = silenced(tmp_path, violation)
    changed = altered(build, tmp_path, "Posten har ingen kilde.", "Posten har ingen kilder.")
    told = check(changed, *data).stderr
    assert f"Passer ikke længere på noget fund: {violation['id']} {violation['key']}" in told


def test_information_never_fails_the_check(build, tmp_path):
    altered(build, tmp_path, VIOLATION, INFO)
    quiet = altered(tmp_path, tmp_path, WARNING, INFO)
    result = check(quiet, "--strict")
    assert result.exit_code == 0
    assert result.stderr == "0 overtrædelser, 0 advarsler, 2 oplysninger.\n"


def test_a_grade_that_is_not_shown_still_counts(build):
    result = check(build, "--severity", "warning", "--format", "json")
    assert [record["code"] for record in json.loads(result.stdout)] == ["date-out-of-sequence"]
    assert result.stderr == "1 overtrædelse, 1 advarsel, 0 oplysninger. 1 er ikke vist.\n"
    assert result.exit_code == 1


def test_another_program_gets_json(build):
    violation, warning = json.loads(check(build).stdout)
    assert (violation["grade"], violation["document"]) == ("violation", None)
    assert (warning["grade"], warning["line"]) == ("warning", 41)
    assert warning["quote"] == "Næste møde i KKR Nordjylland er den 23. januar 2026."


def test_csv_is_for_danish_excel(build):
    text = check(build, "--format", "csv").stdout_bytes.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))
    assert [row["Art"] for row in rows] == ["overtrædelse", "advarsel"]
    assert [row["Kilde"] for row in rows] == ["ingen kilde fundet", "referat 24.10.2025"]
    assert rows[1]["Fil"] == "referat-2025-10-24.txt"


def test_text_of_a_document_cannot_steer_the_terminal(build, tmp_path):
    folder = altered(build, tmp_path, "Posten har ingen kilde.", "\\u001B[2J=1+1\\u202E\\nPosten")
    told = check(folder, "--format", "table").stdout.splitlines()[1]
    assert told[14:] == "[2J=1+1 Posten"


def test_a_graph_without_findings_says_so(tmp_path):
    result = check(write_graph(tmp_path), "--format", "table")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Ingen fund.\n")


def test_a_missing_graph_is_told(tmp_path):
    error = check(tmp_path / "ingen").exception
    assert isinstance(error, StoreError)
    assert "kkr-graph build" in error.hint


def test_the_help_tells_the_exit_code_and_has_an_example(build):
    told = " ".join(check(build, "--help").stdout.split())
    assert "Slutkoden er 1, når der er mindst én overtrædelse" in told
    assert "kkr-graph check --format csv > fund.csv" in told


NEW_BODIES = """
@base <https://data.example.org/kkr/id/> .
@prefix kkr: <https://w3id.org/kkr/ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
{ <finding/n1> a sh:ValidationResult ; sh:resultSeverity sh:Info ; kkr:findingCode "body-not-in-registry" ;
    sh:resultMessage "»Ålebestyrelsen« er ikke i registeret."@da ; sh:focusNode <forum/aalebestyrelsen> ;
    kkr:findingKey "body-not-in-registry 1" ; prov:wasDerivedFrom <evidence/a1> .
  <finding/n2> a sh:ValidationResult ; sh:resultSeverity sh:Info ; kkr:findingCode "body-not-in-registry" ;
    sh:resultMessage "»Business Region North Denmark« er ikke i registeret."@da ;
    sh:focusNode <forum/business-region-north-denmark> ;
    kkr:findingKey "body-not-in-registry 2" ; prov:wasDerivedFrom <evidence/b1> .
  <finding/z> a sh:ValidationResult ; sh:resultSeverity sh:Info ; kkr:findingCode "text-unclaimed" ;
    sh:resultMessage "Teksten »x« er ikke brugt."@da ; sh:focusNode <document/aaaaaaaaaaaaaaaa> ;
    kkr:findingKey "text-unclaimed 1" . }
"""
BOTH_NEW = (
    "2 organer er ikke i registeret og har fået en side hver: Business Region North Denmark og "
    "Ålebestyrelsen. Er et af dem"
)


def with_new_bodies(folder):
    (folder / "new.trig").write_text(NEW_BODIES, encoding="utf-8")
    return write_graph(folder / "build", FIXTURE, BOARD, folder / "new.trig")


def test_bodies_that_the_registry_does_not_have_are_told_last_as_one(tmp_path):
    build = with_new_bodies(tmp_path)
    result = check(build, "--format", "table", "--severity", "info")
    heading, unused, bodies = result.stdout.strip().splitlines()
    assert heading == "2 OPLYSNINGER"
    assert "Teksten »x«" in unused
    assert BOTH_NEW in bodies
    name = bodies.split()[0]
    by_hand_ = by_hand(tmp_path, "--set-aside", name, "--by", "Ea", "--reason", "set")
    assert BOTH_NEW in check(build, *by_hand_).stdout
    assert "1 oplysning. 1 er lagt til side." in check(build, *by_hand(tmp_path)).stderr
