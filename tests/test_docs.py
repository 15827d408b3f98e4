"""The documentation says what is so: pages are current, commands run, nothing is left out."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import docx
import pytest

from docs.generate import PAGES, help_of, verbs
from kkr_graph.cli import VERBS
from kkr_graph.queries import load_queries
from tests.pipeline.folder import OCTOBER

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES_BY_HAND = tuple(
    path
    for path in (*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md")))
    if path not in PAGES and path.name != "CHANGELOG.md"
)
DECISIONS = tuple(sorted((DOCS / "decisions").glob("*.md")))
_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)")
_ELSEWHERE = ("kkr-graph serve", "--endpoint")  # runs until it is stopped; needs a server


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _blocks(text: str, *languages: str) -> list[str]:
    return [block for language, block in _FENCED.findall(text) if language in languages]


def _commands(text: str) -> list[str]:
    lines = (line for block in _blocks(text, "", "sh") for line in block.splitlines())
    told = (line for line in lines if line.startswith("kkr-graph ") or " | kkr-graph " in line)
    return [line for line in told if not any(other in line for other in _ELSEWHERE)]


def _pages_with(*languages: str) -> list[Path]:
    """The pages with commands, or with blocks in a language."""
    texts = [(path, path.read_text(encoding="utf-8")) for path in PAGES_BY_HAND]
    return [p for p, text in texts if (_blocks(text, *languages) if languages else _commands(text))]


# --- pages are current and complete ---------------------------------------------------------


def test_generated_pages_are_current() -> None:
    """In a process of its own: a command remembers the help option of whoever asked it first."""
    check = [sys.executable, "-m", "docs.generate", "--check"]
    result = subprocess.run(check, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, f"run make docs: {result.stderr}"


def test_every_verb_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [verb for verb in VERBS if f"kkr-graph {verb}" not in readme] == []


def test_every_verb_is_in_a_page_for_its_users() -> None:
    written = "\n".join(path.read_text(encoding="utf-8") for path in (DOCS / "how-to").iterdir())
    assert [verb for verb in verbs() if f"kkr-graph {verb}" not in written] == []


def test_every_question_is_in_the_list() -> None:
    listed = (DOCS / "reference/question-list.md").read_text(encoding="utf-8")
    assert [name for name in load_queries() if f"`{name}`" not in listed] == []


@pytest.mark.parametrize("verb", [None, *verbs()])
def test_every_command_ends_with_an_example(verb: str | None) -> None:
    told = help_of(verb)
    example = re.search(r"^ +Eksempel:\n((?: +(?:kkr-graph|echo) .+\n)+)", told, re.MULTILINE)
    assert example, told
    assert f"kkr-graph {verb or ''}" in example[1]


def test_the_index_links_to_every_page() -> None:
    index = DOCS / "index.md"
    linked = {(DOCS / link).resolve() for link in _LINK.findall(index.read_text(encoding="utf-8"))}
    assert [_name(path) for path in DOCS.rglob("*.md") if path not in {index, *linked}] == []


@pytest.mark.parametrize("path", [*PAGES_BY_HAND, *PAGES], ids=_name)
def test_links_between_files_lead_somewhere(path: Path) -> None:
    links = _LINK.findall(path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


# --- commands run ---------------------------------------------------------------------------


@pytest.fixture(scope="session", name="built")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a reader has in front of them: the samples, their graph, a folder and a document to begin."""
    folder = tmp_path_factory.mktemp("reader")
    _write_word(OCTOBER, folder / "referat.docx")
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "data/minutes", folder / "mine-data/minutes")
    ledger = (ROOT / "data/curation/identities.csv").read_text(encoding="utf-8")
    (folder / "mine-data/curation").mkdir()
    (folder / "mine-data/curation/identities.csv").write_text(
        ledger.splitlines(keepends=True)[0], encoding="utf-8"
    )
    _bash("kkr-graph build", folder)
    return folder


@pytest.mark.parametrize("page", _pages_with(), ids=_name)
def test_the_commands_of_a_page_run_in_their_order(page: Path, built: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    folder = tmp_path / "reader"
    shutil.copytree(built, folder)
    for query in _blocks(text, "sparql")[:1]:
        (folder / "poster.rq").write_text(query, encoding="utf-8")
    for command in _commands(text):
        _bash(command, folder)


@pytest.mark.parametrize("page", _pages_with("sparql"), ids=_name)
def test_the_queries_of_a_page_have_answers(page: Path, built: Path, tmp_path: Path) -> None:
    query = tmp_path / "query.rq"
    for text in _blocks(page.read_text(encoding="utf-8"), "sparql"):
        query.write_text(text, encoding="utf-8")
        rows = _bash(f"kkr-graph query {query} --format csv", built).splitlines()
        assert len(rows) > 1, text


def test_the_code_of_the_page_for_notebooks_runs_as_it_says(built: Path) -> None:
    """All of it in one program, as the cells of a notebook share what they name."""
    text = (DOCS / "how-to/python.md").read_text(encoding="utf-8")
    cells = re.findall(
        r"^```python\n(.*?)^```\n\n```text\n(.*?)^```$", text, re.DOTALL | re.MULTILINE
    )
    mark = "----"
    program = f"\nprint({mark!r})\n".join(code for code, _ in cells)
    told = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        cwd=built,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert told.stdout.split(f"{mark}\n") == [shown for _, shown in cells]
    assert len(cells) == len(_blocks(text, "python")) > 5


def test_the_commands_of_pages_are_found() -> None:
    """The tests above would pass on pages that they do not understand."""
    assert len(_commands((DOCS / "tutorial.md").read_text(encoding="utf-8"))) > 8
    assert _commands("```\nkkr-graph a\n# x\n```\n```sh\necho 1 | kkr-graph b\nls\n```\n") == [
        "kkr-graph a",
        "echo 1 | kkr-graph b",
    ]


def _write_word(text: str, path: Path) -> None:
    document = docx.Document()
    for paragraph in filter(None, text.splitlines()):
        document.add_paragraph(paragraph)
    document.save(str(path))


def _bash(command: str, folder: Path) -> str:
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    result = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": programs},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, f"{command}\n{result.stderr}"
    return result.stdout


# --- the README -----------------------------------------------------------------------------


def test_the_last_step_of_ci_is_the_readme_s_test_command() -> None:
    steps = re.findall(r"^step (.+)$", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    last, _, again = steps[-1].partition(" || ")
    assert (last, again) == ("make test", "step failed_alone")
    assert f"\n{last}\n" in "".join(_blocks(readme, "sh"))


def test_the_readme_shows_what_a_run_prints(built: Path) -> None:
    """``make run`` builds, asks, draws and exports; what it prints is under the command."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = next(block for block in _blocks(readme, "text") if block.startswith("minutes/"))
    shutil.rmtree(built / "build")  # a first build tells of all its documents
    printed = "".join(_bash(f"{command} 2>&1", built) for command in _run_by_make())
    missing = [line for line in _lines(shown) if line not in _lines(printed)]
    assert missing == []
    assert len(_lines(shown)) > 10


def _run_by_make() -> list[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition("\nrun:")[2].partition("\n\n")[0]
    return [f"kkr-graph {told}" for told in re.findall(r"^\t\$\(KKR\) (.+)$", recipe, re.MULTILINE)]


def _lines(text: str) -> list[str]:
    """Lines as printed but for the day of asking, and how many quads everything makes."""
    plain = re.sub(r"\d{4}-\d\d-\d\d\"\)", "DAG)", text)
    plain = re.sub(r"^Grafen: [\d.]+", "Grafen: N", plain, flags=re.MULTILINE)
    return [line.strip() for line in plain.splitlines() if line.strip() not in ("", "…", "...")]


def test_the_readme_counts_what_is_in_the_graph(built: Path, tmp_path: Path) -> None:
    rows = re.findall(
        r"^\| ((?:`\w+:\w+`(?:, )?)+) \|.*\| ([\d, ]+) \|$",
        (ROOT / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    told = {
        name: int(number)
        for names, numbers in rows
        for name, number in zip(re.findall(r"`(.+?)`", names), numbers.split(", "), strict=True)
    }
    query = tmp_path / "count.rq"
    for name, number in told.items():
        query.write_text(f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a {name} }}", encoding="utf-8")
        counted = json.loads(_bash(f"kkr-graph query {query} --format json", built))
        assert counted == [{"n": number}], name
    assert len(told) > 8


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 160


# --- records and the changelog --------------------------------------------------------------


@pytest.mark.parametrize("path", DECISIONS, ids=_name)
def test_every_decision_says_why(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings == ["Status", "Context", "Decision", "Consequences"]
    assert text.startswith(f"# {int(path.name[:4])}. ")


def test_no_two_decisions_have_a_number() -> None:
    assert len({path.name[:4] for path in DECISIONS}) == len(DECISIONS)


def test_the_changelog_begins_with_what_is_not_released() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (\S+)(?: - \d{4}-\d\d-\d\d)?$", text, re.MULTILINE)
    with (ROOT / "pyproject.toml").open("rb") as file:
        declared = tomllib.load(file)["project"]["version"]
    assert headings[0] == "Unreleased"
    assert headings[1:2] in ([], [declared])
    assert version("kkr-graph") == declared


# --- nothing of one machine -----------------------------------------------------------------


def test_no_file_names_a_place_on_one_machine_or_a_registry() -> None:
    places = re.compile(r"(?<![\w.])/(?:home|root|work|Users|opt)/\w|pypi\.org|pythonhosted|npmjs")
    found = [
        f"{name}: {match[0]}"
        for name in _tracked()
        if (text := _text(ROOT / name)) and name != _name(Path(__file__))
        for match in [places.search(text)]
        if match
    ]
    assert found == []


def _tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [name for name in listed.stdout.split("\0") if name]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return ""


# --- what is said about people --------------------------------------------------------------


def test_erasing_somebody_by_hand_leaves_no_trace(built: Path, tmp_path: Path) -> None:
    """The steps of docs/explanation/privacy.md."""
    folder = tmp_path / "erased"
    shutil.copytree(built, folder)
    name, slug = _somebody(folder / "data/curation/identities.csv")
    assert _holds(folder / "build", name)
    assert _holds(folder / "build", slug)
    for path in (folder / "data/minutes").iterdir():
        _drop_lines(path, name)
    _drop_lines(folder / "data/curation/identities.csv", name)
    shutil.rmtree(folder / "build")
    _bash("kkr-graph build", folder)
    assert not _holds(folder, name)
    assert not _holds(folder / "build", slug)


def _somebody(ledger: Path) -> tuple[str, str]:
    with ledger.open(encoding="utf-8", newline="") as file:
        row = list(csv.DictReader(file))[-1]
    return row["name"], row["slug"]


def _drop_lines(path: Path, name: str) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if name not in line), encoding="utf-8")


def _holds(folder: Path, text: str) -> bool:
    files = (path for path in folder.rglob("*") if path.is_file() and "mine-data" not in path.parts)
    return any(text.encode() in path.read_bytes() for path in files)
