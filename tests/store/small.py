"""Build folders whose store has a few quads."""

from pathlib import Path

from tests.stores import swap_in

ALL = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"


def quads(count: int = 1, value: str = "1") -> str:
    return "".join(f'<a:{n}> <a:p> "{value}" <g:{n % 2}> .\n' for n in range(count))


def put(build: Path, text: str) -> None:
    """Swap these quads in."""
    (build / "graph.nq").write_text(text, encoding="utf-8")
    swap_in(build / "graph.nq", build / "store")
