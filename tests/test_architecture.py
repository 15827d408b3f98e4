"""The way modules may know each other, and what the build may not do."""

import ast
import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kkr_graph.model.names import fold

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "kkr_graph"
MODULES = tuple(sorted(PACKAGE.rglob("*.py")))
BUILD_SIDE = (
    "model",
    "iri",
    "language",
    "registry",
    "lookups",
    "curation",
    "sources",
    "text",
    "minutes",
    "appointments",
    "resolve",
    "rdf",
    "shapes",
    "cache",
    "documents",
    "assembly",
    "pipeline",
)
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "core"}


def test_the_import_contracts_are_kept() -> None:
    result = _lint_imports(ROOT / "src")
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        pytest.param("appointments/reader.py", "import kkr_graph.minutes", id="list-to-minutes"),
        pytest.param("text/layout.py", "import kkr_graph.store.embedded", id="stage-to-stage"),
        pytest.param("errors.py", "import kkr_graph.config", id="upwards"),
        pytest.param("queries/named.py", "import kkr_graph.minutes.reader", id="read-to-build"),
        pytest.param("minutes/reader.py", "import rdflib", id="reading-to-rdf"),
        pytest.param("helpers.py", "", id="a-module-that-nobody-placed"),
    ],
)
def test_an_import_the_wrong_way_is_caught(tmp_path: Path, module: str, line: str) -> None:
    """Otherwise the test above could pass because nothing is checked."""
    shutil.copytree(PACKAGE, tmp_path / "kkr_graph", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "kkr_graph" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    result = _lint_imports(tmp_path)
    assert result.returncode == 1
    assert "BROKEN" in result.stdout or "kkr_graph.helpers" in result.stdout


def test_modules_belong_to_a_noun() -> None:
    parts = {part for path in MODULES for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert not parts & NAMELESS


@pytest.mark.parametrize("package", BUILD_SIDE)
def test_the_build_knows_neither_clock_nor_chance(package: str) -> None:
    """The same files give the same bytes, so nothing else may come in."""
    uses = [f"{path.name}: {use}" for path in _modules_of(package) for use in _impure(path)]
    assert uses == []


def test_a_clock_would_be_noticed(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("import random\nfrom datetime import date\ndate.today()\n", encoding="utf-8")
    assert sorted(_impure(module)) == ["random", "today"]


def test_no_code_names_a_person_of_the_sample() -> None:
    """Rules are general; what holds for one document is data."""
    with (ROOT / "data/curation/identities.csv").open(encoding="utf-8", newline="") as file:
        names = [fold(row["name"]) for row in csv.DictReader(file)]
    sources = [(path, fold(path.read_text(encoding="utf-8"))) for path in MODULES]
    assert [
        f"{path.name}: {name}" for path, text in sources for name in names if name in text
    ] == []


def _lint_imports(source: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            Path(sys.executable).with_name("lint-imports"),
            "--no-cache",
            "--no-logo",
            "--config",
            ROOT / "pyproject.toml",
        ],
        cwd=source,
        env={**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _modules_of(package: str) -> tuple[Path, ...]:
    folder = PACKAGE / package
    return tuple(sorted(folder.rglob("*.py"))) if folder.is_dir() else (PACKAGE / f"{package}.py",)


def _impure(path: Path) -> Iterator[str]:
    """Imports of what is random or timed, and questions to the clock."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import():
                yield from _impure_names(*(alias.name for alias in node.names))
            case ast.ImportFrom():
                yield from _impure_names(node.module or "")
            case ast.Attribute(attr="today" | "now" | "utcnow"):
                yield node.attr
            case _:
                continue


def _impure_names(*modules: str) -> Iterator[str]:
    yield from (
        name for name in modules if name.split(".")[0] in {"random", "secrets", "time", "uuid"}
    )
