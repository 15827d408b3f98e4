"""Small graphs on disk."""

from pathlib import Path

import pyoxigraph as ox

HERE = Path(__file__).parent
FIXTURE = HERE.parent / "queries" / "fixture.trig"
BOARD = HERE / "board.trig"


def write_graph(folder: Path, *files: Path, backwards: bool = False) -> Path:
    """A build folder with the quads of some files, in their order or against it."""
    quads = [str(quad) for file in files for quad in ox.parse(path=file)]
    lines = sorted({f"{quad} .\n" for quad in quads}, reverse=backwards)
    folder.mkdir(exist_ok=True)
    (folder / "graph.nq").write_text("".join(lines), encoding="utf-8", newline="")
    return folder
