"""The store on disk: swapped in whole, and whole whatever happens."""

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kkr_graph.errors import StoreError
from kkr_graph.model.solutions import Term
from kkr_graph.store import loading
from kkr_graph.store.embedded import EmbeddedGraph, open_graph
from kkr_graph.store.versions import open_current
from tests.store.small import ALL, put, quads
from tests.stores import swap_in


@pytest.fixture
def build(tmp_path: Path) -> Path:
    put(tmp_path, quads(3))
    return tmp_path


def test_what_was_swapped_in_is_read(build):
    solutions = open_graph(build).select(ALL)
    assert solutions.columns == ("s", "p", "o")
    assert [row["s"].value for row in solutions.rows] == ["a:0", "a:1", "a:2"]
    assert solutions.rows[0]["o"] == Term(value="1")


def test_a_file_of_many_pieces_is_one_graph(tmp_path, monkeypatch):
    """Each thing is said in two graphs, whose lines stand in different pieces."""
    monkeypatch.setattr(loading, "_PIECE", 100)
    (tmp_path / "graph.nq").write_text(quads(40) + quads(41).replace("<g:", "<h:"), "utf-8")
    swap_in(tmp_path / "graph.nq", tmp_path / "store")
    store = open_graph(tmp_path).store
    assert len(store) == 40 + 41 + 41
    assert {graph.value for graph in store.named_graphs()} == {"g:0", "g:1", "h:0", "h:1"}


def test_named_graphs_stay_apart_and_their_union_answers_once(tmp_path):
    put(tmp_path, '<a:s> <a:p> "x" <g:1> .\n<a:s> <a:p> "x" <g:2> .\n')
    graph = open_graph(tmp_path)
    assert len(graph.select(ALL).rows) == 1
    assert len(graph.select("SELECT ?g { GRAPH ?g { ?s ?p ?o } }").rows) == 2


def test_an_old_reader_keeps_its_version_and_a_new_one_sees_the_new(build):
    old = open_graph(build)
    put(build, quads(5))
    assert len(old.select(ALL).rows) == 3
    assert len(open_graph(build).select(ALL).rows) == 5


def test_only_one_version_is_kept(build):
    for count in (4, 5, 5):
        put(build, quads(count))
    versions = [entry for entry in (build / "store").iterdir() if entry.is_dir()]
    assert len(versions) == 1
    assert (build / "store" / "CURRENT").read_text(encoding="utf-8").strip() == versions[0].name


def test_a_failed_load_leaves_the_old_version(build):
    with pytest.raises(StoreError, match="kunne ikke lægges"):
        put(build, "<a:s> <a:p> nonsense .\n")
    assert len(open_graph(build).select(ALL).rows) == 3


def test_building_again_mends_a_damaged_store(build):
    current = (build / "store" / "CURRENT").read_text(encoding="utf-8").strip()
    for file in (build / "store" / current).iterdir():
        file.write_bytes(b"damaged")
    with pytest.raises(StoreError, match="beskadiget") as caught:
        open_graph(build)
    assert "kkr-graph build" in caught.value.hint
    swap_in(build / "graph.nq", build / "store")
    assert len(open_graph(build).select(ALL).rows) == 3


@pytest.mark.parametrize("pointer", [b"", b"gone\n", b"../..\n", b"\xff\xfe"])
def test_a_pointer_that_leads_nowhere_is_damage(build, pointer):
    (build / "store" / "CURRENT").write_bytes(pointer)
    with pytest.raises(StoreError, match="beskadiget"):
        open_graph(build)


def test_no_graph_at_all_says_what_to_do(tmp_path):
    with pytest.raises(StoreError, match="ingen graf i") as caught:
        open_graph(tmp_path / "nowhere")
    assert "kkr-graph build" in caught.value.hint


def test_the_quads_alone_are_enough(tmp_path):
    (tmp_path / "graph.nq").write_text(quads(3), encoding="utf-8")
    assert len(open_graph(tmp_path).select(ALL).rows) == 3
    assert not (tmp_path / "store").exists()


def test_quads_that_do_not_parse_are_named(tmp_path):
    (tmp_path / "graph.nq").write_text("not quads", encoding="utf-8")
    with pytest.raises(StoreError, match="N-Quads"):
        open_graph(tmp_path)


def test_readers_beside_a_builder_see_whole_versions(build):
    """Every version holds one value throughout, so a mixture would show two."""
    seen: list[set[str]] = []
    over = threading.Event()

    def read() -> None:
        is_last = False
        while not is_last:
            is_last = over.is_set()
            rows = open_graph(build).select(ALL).rows
            seen.append({f"{len(rows)} of {row['o'].value}" for row in rows})

    with ThreadPoolExecutor(1) as readers:
        reading = readers.submit(read)
        try:
            for number in range(2, 6):
                put(build, quads(200, str(number)))
        finally:
            over.set()
        reading.result()
    whole = [{"3 of 1"}] + [{f"200 of {number}"} for number in range(2, 6)]
    assert all(values in whole for values in seen), seen


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_version_that_is_swapped_away_while_the_pointer_is_read_is_no_damage(build):
    pointer = build / "store" / "CURRENT"
    old = pointer.read_text(encoding="utf-8")
    pointer.unlink()
    os.mkfifo(pointer)  # whoever reads it has not read it to the end before the other has written

    def swap() -> None:
        with pointer.open("w", encoding="utf-8") as pipe:
            pipe.write(old)
            pipe.flush()
            put(build, quads(5))

    with ThreadPoolExecutor(1) as builders:
        swapping = builders.submit(swap)
        assert len(EmbeddedGraph(open_current(build / "store")).select(ALL).rows) == 5
        swapping.result()


def test_a_killed_build_leaves_the_old_version(build):
    (build / "more.nq").write_text(quads(60_000, "2"), encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from tests.stores import swap_in\n"
        "print('started', flush=True); swap_in(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(build / "more.nq"), str(build / "store")],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"started"
        child.kill()
    assert len(open_graph(build).select(ALL).rows) in (3, 60_000)
    put(build, quads(4))
    assert len(open_graph(build).select(ALL).rows) == 4


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "store").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(StoreError, match="kunne ikke lægges"):
        put(tmp_path, quads())
