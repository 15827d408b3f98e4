"""A graph that is changed by a difference is, in every copy, the one that is made from nothing."""

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_graph.errors import StoreError
from kkr_graph.model.difference import Difference
from kkr_graph.store import canonical
from kkr_graph.store.canonical import OtherContentError, write_changed, write_lines
from kkr_graph.store.draft import Draft
from kkr_graph.store.embedded import open_graph
from tests.stores import swap_in

LINES = [
    f'<a:{s}> <a:{p}> "{o}" <g:{g}> .\n'.encode()
    for s in "12"
    for p in "12"
    for o in ("x", "xy", "ø\\n")
    for g in "123"
]
GRAPHS = st.sets(st.sampled_from(LINES), min_size=1, max_size=20)
SOON = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def content(store):
    """All quads, also of the merge, and the graphs that the store knows."""
    names = {graph.value for graph in store.named_graphs()}
    return {str(quad) for quad in store}, names


@SOON
@given(before=GRAPHS, after=GRAPHS, again=GRAPHS)
def test_a_store_that_is_changed_holds_what_one_that_is_loaded_does(
    before, after, again, tmp_path_factory
):
    folder = tmp_path_factory.mktemp("store")
    quads = folder / "graph.nq"
    write_lines(before, quads)
    swap_in(quads, folder / "store")
    for old, new in ((before, after), (after, again)):
        with Draft.of_current(folder / "store") as draft:
            draft.change(Difference.between(old, new))
            draft.publish("0" * 64)
        write_lines(new, quads)
        swap_in(quads, folder / "loaded" / "store")
        changed, loaded = open_graph(folder), open_graph(folder / "loaded")
        assert content(changed.store) == content(loaded.store)


@SOON
@given(before=GRAPHS, after=GRAPHS)
def test_a_file_that_is_changed_has_the_bytes_of_one_that_is_written(
    before, after, tmp_path_factory
):
    folder = tmp_path_factory.mktemp("quads")
    old = write_lines(before, folder / "old")
    new = write_lines(after, folder / "new")
    assert (folder / "new").read_bytes() == b"".join(sorted(after))
    change = Difference.between(before, after)
    assert write_changed(folder / "old", change, folder / "changed", old.quads) == new
    assert (folder / "changed").read_bytes() == (folder / "new").read_bytes()


def test_many_pieces_are_merged_as_one(tmp_path, monkeypatch):
    monkeypatch.setattr(canonical, "_PIECE", 50)
    written = write_lines([*LINES, *LINES[::-1]], tmp_path / "quads")
    assert (tmp_path / "quads").read_bytes() == b"".join(sorted(LINES))
    assert written.quads == len(LINES)


def test_what_stays_is_copied_by_pieces(tmp_path, monkeypatch):
    monkeypatch.setattr(canonical, "_COPIED", 7)
    old = write_lines(LINES, tmp_path / "old")
    change = Difference(gone=(sorted(LINES)[1],))
    write_changed(tmp_path / "old", change, tmp_path / "new", old.quads)
    kept = [line for line in sorted(LINES) if line not in change.gone]
    assert (tmp_path / "new").read_bytes() == b"".join(kept)


@pytest.mark.parametrize(
    "change", [Difference(gone=(LINES[3],)), Difference(come=(LINES[1],))], ids=["gone", "come"]
)
def test_a_file_with_other_lines_is_not_changed(tmp_path, change):
    write_lines(LINES[:3], tmp_path / "old")
    with pytest.raises(OtherContentError):
        write_changed(tmp_path / "old", change, tmp_path / "new", 3)


def test_a_draft_is_seen_by_nobody_and_leaves_nothing(tmp_path):
    quads = tmp_path / "graph.nq"
    write_lines(LINES[:3], quads)
    swap_in(quads, tmp_path / "store")
    with Draft.of_current(tmp_path / "store") as draft:
        draft.change(Difference(come=(LINES[5],)))
        assert ox.Quad in {type(quad) for quad in draft.store}
        assert len(content(open_graph(tmp_path).store)[0]) < len(content(draft.store)[0])
    assert len([each for each in (tmp_path / "store").iterdir() if each.is_dir()]) == 1


def test_a_reader_keeps_its_version_while_the_next_is_changed_and_published(tmp_path):
    quads = tmp_path / "graph.nq"
    write_lines(LINES, quads)
    swap_in(quads, tmp_path / "store")
    reader = open_graph(tmp_path)
    before = content(reader.store)
    with Draft.of_current(tmp_path / "store") as draft:
        draft.change(Difference(gone=tuple(LINES[:9])))
        draft.publish("1" * 64)
    assert content(reader.store) == before
    assert content(open_graph(tmp_path).store) != before


def test_where_there_is_no_store_there_is_nothing_to_change(tmp_path):
    with pytest.raises(StoreError):
        Draft.of_current(tmp_path / "store")
