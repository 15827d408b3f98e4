"""Starting the program: the help, and one look-up, beside the same with rdflib loaded first."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.data import Data
from benchmarks.ratio import Ratio, measure
from benchmarks.runs import as_installed, run

_IN_RDFLIB = """
import sys, rdflib
graph = rdflib.Dataset(default_union=True)
graph.parse(sys.argv[1], format="nquads")
print(len(list(graph.query("SELECT ?t { ?t a <https://w3id.org/kkr/ns#ElectoralTerm> }"))))
"""
_HELP_WITH_RDFLIB = """
import sys
import rdflib
import rdflib.plugins.sparql
from kkr_graph.cli import main
sys.argv = ["kkr-graph", "--help"]
main()
"""


def rows(data: Data) -> Iterator[Ratio]:
    """Each in a process of its own."""
    script = str(Path(sys.executable).with_name("kkr-graph"))
    yield measure(
        "`kkr-graph --help`",
        partial(_run, script, "--help"),
        "the same with rdflib at the top",
        partial(_run, sys.executable, "-c", _HELP_WITH_RDFLIB),
        rounds=9,
        aim=10,
    )
    yield measure(
        "`python -c pass`",
        partial(_run, sys.executable, "-c", "pass"),
        "`kkr-graph --help`",
        partial(_run, script, "--help"),
        rounds=9,
    )
    if data.is_large:
        return
    ask = (script, "ask", "term-dates", "--format", "csv", "--graph", str(data.config.out))
    yield measure(
        "`kkr-graph ask term-dates`",
        partial(_run, *ask),
        "the same look-up in a script with rdflib, which reads N-Quads",
        partial(_run, sys.executable, "-W", "ignore", "-c", _IN_RDFLIB, str(data.quads)),
        rounds=3 if data.number < 100 else 1,
        aim=10,
        warm=data.number < 100,
    )


def _run(*command: str) -> None:
    quiet = subprocess.DEVNULL
    subprocess.run(command, check=True, env=as_installed(), stdout=quiet, stderr=quiet)


if __name__ == "__main__":
    run(rows)
