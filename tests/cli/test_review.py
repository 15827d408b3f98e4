"""The review as somebody at the command line meets it. The people are made up."""

import hashlib
import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from kkr_graph.cli import build, review
from kkr_graph.config import Config
from kkr_graph.curation.appearances import read_appearances
from kkr_graph.curation.persons import Word, part
from kkr_graph.errors import ConfigError
from tests.factory import DAY
from tests.pipeline.folder import LEDGER, MINUTES, make

KRAG = MINUTES.format(day="25. august 2023", person="Erik Holt").replace("Ditte Bro", "Ditte Krag")
NYRUP = MINUTES.format(day="23. august 2024", person="Erik Holt").replace(
    "Ditte Bro", "Ditte Nyrup Krag"
)
HEADER = "left,right,verdict,by,day,reason,score,pair\n"


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory):
    """A built folder with one pair: Ditte Krag, and Ditte Nyrup Krag."""
    folder = tmp_path_factory.mktemp("gennemgang")
    make(folder / "data", {"a.txt": KRAG, "b.txt": NYRUP})
    rebuild(folder)
    return folder


@pytest.fixture(name="judgements", autouse=True)
def _judgements(folder):
    """The file of judgements, empty before each test."""
    path = folder / "data" / "curation" / "judgements.csv"
    path.write_text(HEADER, encoding="utf-8")
    return path


def rebuild(folder):
    result = CliRunner().invoke(
        build.command, ["--data", str(folder / "data"), "--out", str(folder / "build")]
    )
    assert result.exit_code == 0, result.output
    return result.stdout


def run(folder, *arguments, typed=None):
    where = ["--data", str(folder / "data"), "--graph", str(folder / "build")]
    return CliRunner().invoke(review.command, [*arguments, *where], input=typed)


def listed(folder):
    return json.loads(run(folder, "--list").stdout)


def made(folder):
    return {
        name: (folder / name).read_bytes()
        for name in ("build/graph.nq", "build/review.json", "data/curation/identities.csv")
    }


def test_the_build_says_that_there_is_something_to_decide(folder):
    assert "Til afgørelse: 1 spørgsmål om, hvem der er hvem (kkr-graph review)" in rebuild(folder)


def test_the_list_has_both_sides_with_all_that_is_known_of_them(folder):
    (pair,) = listed(folder)["pairs"]
    assert (pair["candidate"], pair["subjects"]) == ("ditte-krag", ["ditte-nyrup-krag"])
    assert pair["left"]["parties"] == ["A"]
    assert pair["left"]["municipalities"] == ["Aalborg"]
    assert pair["left"]["sightings"] == [
        {
            "document": "minutes/a.txt",
            "body": "KKR Nordjylland",
            "day": "2023-08-25",
            "place": "linje 8",
            "quote": "Ditte Krag (A) Aalborg Kommune",
            "line": 8,
            "sha256": hashlib.sha256(KRAG.encode()).hexdigest(),
        }
    ]
    table = run(folder, "--list", "--format", "table")
    assert f"{pair['id']}  Ditte Krag  =?  Ditte Nyrup Krag  ({pair['score']})" in table.stdout
    assert "samme navn med et navn mere: »Nyrup«; samme kommune (Aalborg)" in table.stdout
    assert (
        "minutes/b.txt, 23.08.2024, linje 8: »Ditte Nyrup Krag (A) Aalborg Kommune«" in table.stdout
    )
    assert table.stderr == "1 par at afgøre.\n"


def test_a_judgement_is_used_by_the_next_build_and_undone_to_the_byte(folder, judgements):
    before = made(folder)
    (pair,) = listed(folder)["pairs"]
    result = run(
        folder, "--judge", pair["id"], "positive", "--by", "Ida Ask", "--reason", "Gift i 2024"
    )
    assert (
        result.stdout == "Ditte Krag (A, Aalborg) og Ditte Nyrup Krag (A, Aalborg): samme person.\n"
    )
    assert "kkr-graph build" in result.stderr
    assert "positive,Ida Ask," in judgements.read_text(encoding="utf-8")
    rebuild(folder)
    retired = b"person/ditte-nyrup-krag> <http://purl.org/dc/terms/isReplacedBy>"
    assert retired in made(folder)["build/graph.nq"]
    assert listed(folder)["pairs"] == []
    undone = run(folder, "--undo")
    assert undone.stdout.startswith(
        "Taget tilbage: Ditte Krag (A, Aalborg) og Ditte Nyrup Krag (A, Aalborg): samme person"
    )
    assert judgements.read_text(encoding="utf-8") == HEADER
    rebuild(folder)
    assert made(folder) == before


def test_what_was_decided_is_listed_and_any_of_it_taken_back(folder, judgements):
    (pair,) = listed(folder)["pairs"]
    assert "intet afgjort" in run(folder, "--answers").stderr
    run(folder, "--judge", pair["id"], "unsure", "--by", "Bo")
    run(folder, "--judge", pair["id"], "negative", "--by", "Ida", "--reason", "To søstre")
    latest, earliest = run(folder, "--answers").stdout.splitlines()
    assert (
        "Ditte Krag (A, Aalborg) og Ditte Nyrup Krag (A, Aalborg): ikke samme person (Ida, "
        in latest
    )
    assert latest.endswith(", »To søstre«)")
    undone = run(folder, "--undo", earliest.split()[0])
    assert undone.stdout.startswith(
        "Taget tilbage: Ditte Krag (A, Aalborg) og Ditte Nyrup Krag (A, Aalborg): usikkert (Bo"
    )
    assert [line.split(",")[2] for line in judgements.read_text("utf-8").splitlines()] == [
        "verdict",
        "negative",
    ]


def test_what_was_parted_on_a_page_is_listed_and_taken_back_here(folder, judgements):
    before = made(folder)
    config = Config(data=folder / "data", out=folder / "build")
    mentions = [each.mention for each in read_appearances(config.appearances, "erik-holt")]
    part(config, "erik-holt", mentions[1:], Word(by="Ida", day=DAY))
    rebuild(folder)
    assert "erik-holt-2" in config.ledger.read_text("utf-8")
    told = "1 sted hos Erik Holt (V, Thisted): ikke samme person (Ida, 24.10.2025)"
    assert told in run(folder, "--answers").stdout
    assert told in run(folder, "--undo").stdout
    rebuild(folder)
    assert made(folder) == before


def test_an_answer_that_contradicts_is_told_and_the_asking_goes_on(folder, judgements):
    births = [
        line.rpartition(",")[2]
        for line in (folder / "data/curation/identities.csv").read_text("utf-8").splitlines()
        if line.startswith("ditte-")
    ]
    denied = f"{births[0]},{births[1]},negative,Bo,2025-01-02,,,\n"
    judgements.write_text(HEADER + denied, encoding="utf-8")
    result = run(folder, "--ask", "--by", "Ida", typed="s\n")
    assert "modsiger hinanden" in result.stdout
    assert "Krag (A, Aalborg) (Bo, 2025-01-02). Vurderingen er ikke skrevet ned." in result.stdout
    assert "0 par afgjort." in result.stdout
    assert judgements.read_text("utf-8") == HEADER + denied


def test_one_is_asked_and_every_answer_is_written_at_once(folder, judgements):
    result = run(folder, "--ask", typed="måske\ns gift i 2024\nIda Ask\n")
    assert "»måske« er ikke et af svarene." in result.stdout
    assert (
        "Ditte Krag (A, Aalborg) og Ditte Nyrup Krag (A, Aalborg): samme person." in result.stdout
    )
    assert "1 par afgjort." in result.stdout
    line = judgements.read_text(encoding="utf-8").removeprefix(HEADER)
    assert line.startswith("ditte-nyrup-krag,ditte-krag,positive,Ida Ask,")
    assert ",gift i 2024," in line


@pytest.mark.parametrize(
    ("typed", "verdicts"),
    [
        ("o\n", []),
        ("q\n", []),
        ("", []),
        ("spring over\n", []),
        ("ikke\n", ["negative"]),
        ("Ikke samme\n", ["negative"]),
        ("usikker\n", ["unsure"]),
    ],
)
def test_one_may_answer_skip_or_stop(folder, judgements, typed, verdicts):
    result = run(folder, "--ask", "--by", "Ida", typed=typed)
    assert result.exit_code == 0
    lines = judgements.read_text(encoding="utf-8").removeprefix(HEADER).splitlines()
    assert [line.split(",")[2] for line in lines] == verdicts
    assert [line.split(",")[5] for line in lines] == [""] * len(verdicts)


def test_what_is_unsure_is_asked_again_another_day_and_may_stay_so(folder, judgements):
    run(folder, "--ask", "--by", "Ida", typed="u\n")
    before = judgements.read_bytes()
    assert "usikkert" in run(folder, "--list", "--format", "table").stdout
    assert "0 par afgjort." in run(folder, "--ask", "--by", "Bo", typed="u\n").stdout
    assert judgements.read_bytes() == before


def test_an_answer_can_be_taken_back_in_the_same_round_but_not_those_from_before(
    folder, judgements, tmp_path
):
    slip = KRAG.replace("Erik Holt (V)", "Erik Hollt (V)").replace("Grete Lind", "Grethe Lind")
    make(tmp_path / "data", {"a.txt": KRAG, "b.txt": NYRUP, "c.txt": slip})
    rebuild(tmp_path)
    number = len(listed(tmp_path)["pairs"])
    assert number > 1
    result = run(tmp_path, "--ask", "--by", "Ida", typed="s\nf\nf\nq\n")
    assert "Taget tilbage: " in result.stdout
    assert "intet at fortryde i denne omgang" in result.stdout
    assert len(listed(tmp_path)["pairs"]) == number


def test_wrong_use_is_said_in_danish(folder):
    (pair,) = listed(folder)["pairs"]
    for arguments, complaint in (
        (("--judge", pair["id"], "maybe", "--by", "Ida"), "»maybe« er ingen vurdering"),
        (("--judge", pair["id"], "positive"), "mangler et navn"),
        (("--judge", "x", "positive", "--by", "Ida"), "intet par, der hedder x"),
        (("--undo",), "intet at fortryde"),
    ):
        result = run(folder, *arguments)
        assert isinstance(result.exception, ConfigError)
        assert complaint in str(result.exception)
    assert run(folder, "--undo", "--judge", "x", "unsure").exit_code == 2


def test_judgements_that_contradict_each_other_stop_the_build_with_the_chain(tmp_path):
    data = make(tmp_path / "data", {"a.txt": KRAG, "b.txt": NYRUP}, ledger=LEDGER)
    rebuild(tmp_path)
    (data / "curation" / "judgements.csv").write_text(
        HEADER + "ditte-krag,ditte-nyrup-krag,positive,Ida,2025-01-01,,,\n"
        "ditte-nyrup-krag,erik-holt,positive,Bo,2025-01-02,,,\n"
        "ditte-krag,erik-holt,negative,Ida,2025-01-03,,,\n",
        encoding="utf-8",
    )
    result = subprocess.run(
        [sys.executable, "-m", "kkr_graph", "build", "--data", str(data)],
        capture_output=True, encoding="utf-8", cwd=tmp_path, check=False,
    )  # fmt: skip
    assert result.returncode == 2
    assert result.stderr == (
        "Fejl: Vurderingerne modsiger hinanden: ditte-krag = ditte-nyrup-krag (Ida, 2025-01-01), "
        "ditte-nyrup-krag = erik-holt (Bo, 2025-01-02), men ditte-krag ≠ erik-holt "
        "(Ida, 2025-01-03).\n"
        "Fjern den vurdering, der er forkert, i data/curation/judgements.csv, og byg igen. "
        "Er det den seneste, gør »kkr-graph review --undo« det.\n"
    )
