"""Finding words: in every spelling of Danish letters, at the beginning of words and inside them."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_graph.cli.search import command
from kkr_graph.errors import StoreError
from kkr_graph.model.difference import Difference
from kkr_graph.model.names import spelt_out
from kkr_graph.store import search
from kkr_graph.store.draft import Draft
from kkr_graph.store.search import (
    Index,
    change_index,
    is_index_of,
    open_index,
    write_index,
)
from kkr_graph.store.searchable import Kind
from kkr_graph.vocab import FOAF, RDF
from tests.stores import swap_in
from tests.web.conftest import FIXTURE, write_build

PLACES = """
@prefix kkr: <https://w3id.org/kkr/ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<urn:g> { <urn:aarhus> a kkr:Municipality ; skos:prefLabel "Århus"@da .
  <urn:soeren> a foaf:Person ; foaf:name "Søren Bækgård" .
  <urn:housing> a kkr:Forum ; skos:prefLabel "Boligbyggeriudvalget"@da, "Housing board"@en . }
"""


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_build(tmp_path_factory.mktemp("search") / "build", FIXTURE, PLACES)


@pytest.fixture(scope="module")
def index(build) -> Iterator[Index]:
    opened = open_index(build)
    yield opened
    opened.close()


def labels(index: Index, typed: str, *kinds: Kind) -> list[str]:
    return [hit.label for hit in index.find(typed, kinds=kinds)]


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("Århus", "Århus"),
        ("aarhus", "Århus"),
        ("AARH", "Århus"),
        ("soeren", "Søren Bækgård"),
        ("Søren", "Søren Bækgård"),
        ("baekgaard soe", "Søren Bækgård"),
        ("byggeri", "Boligbyggeriudvalget"),
        ("bolig udvalg", "Boligbyggeriudvalget"),
        ("DEB", "Danmarks Erhvervsfremmebestyrelse"),
    ],
)
def test_names_are_found_however_they_are_written(index, typed, label):
    assert labels(index, typed)[0] == label


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "!!!", "xyzzy", 'aarhus" OR "soeren', "aarhus -soeren xyzzy", "NEAR(a b)", "*"],
)
def test_what_is_not_there_is_not_found_and_nothing_is_an_operator(index, typed):
    assert index.find(typed) == ()


def test_other_languages_are_no_names(index):
    assert index.find("housing") == ()


def test_decisions_are_called_by_their_item_and_passages_by_their_document(index):
    (decision,) = index.find("køreplanen", kinds=[Kind.DECISION])
    assert decision.label == "Kollektiv trafik"
    assert "Køreplanen blev godkendt." in decision.excerpt
    passages = index.find("anna holm", kinds=[Kind.PASSAGE])
    assert passages
    assert {hit.label for hit in passages} <= {"referat-2025-10-24.txt", "referat-2025-08-29.txt"}


def test_people_come_before_what_is_said_of_them(index):
    kinds = [hit.kind for hit in index.find("anna")]
    assert kinds[0] is Kind.PERSON
    assert kinds == sorted(kinds, key=list(Kind).index)


def test_beginnings_come_before_parts(index):
    """A part of a word is looked for only when there is room."""
    assert len(index.find("a", limit=3)) == 3
    assert index.find("ng", limit=5) == (), "two letters begin no word, and are no part"


@given(st.text(max_size=40))
def test_any_text_may_be_searched_for(index, typed):
    assert isinstance(index.find(typed), tuple)


@given(st.text(alphabet="aåæøAÅÆØeo ", max_size=20))
def test_spelling_out_once_is_enough(text):
    assert spelt_out(spelt_out(text)) == spelt_out(text).replace("å", "aa")


def test_a_long_text_is_shown_around_the_word(tmp_path):
    words = "ord " * 200 + "nålen " + "ord " * 200
    trig = f'<urn:g> {{ <urn:d> a <https://w3id.org/kkr/ns#Decision> ; <https://w3id.org/kkr/ns#text> "{words}"@da }}'
    opened = open_index(write_build(tmp_path / "build", trig))
    (hit,) = opened.find("naalen")
    opened.close()
    assert hit.excerpt.startswith("… ord")
    assert "nålen" in hit.excerpt
    assert hit.excerpt.endswith(" …")
    assert len(hit.excerpt) < 220


# --- the file ------------------------------------------------------------------------------------


def found(build: Path, typed: str) -> int:
    opened = open_index(build)
    hits = opened.find(typed)
    opened.close()
    return len(hits)


def test_an_index_that_is_missing_is_made(tmp_path):
    build = write_build(tmp_path / "build", PLACES)
    assert found(build, "aarhus") == 1
    assert (build / search.FILE).is_file()


def test_an_index_of_another_graph_is_made_anew(tmp_path):
    build = write_build(tmp_path / "build", PLACES)
    assert found(build, "aarhus") == 1
    write_build(build, PLACES.replace("Århus", "Odense"))
    assert (found(build, "aarhus"), found(build, "odense")) == (0, 1)


def test_an_index_that_is_fresh_is_not_made_again(tmp_path):
    build = write_build(tmp_path / "build", PLACES)
    assert found(build, "aarhus") == 1
    connection = sqlite3.connect(build / search.FILE)
    connection.execute("UPDATE entry SET label = 'as it was'")
    connection.commit()
    connection.close()
    opened = open_index(build)
    assert labels(opened, "aarhus") == ["as it was"]
    opened.close()


@pytest.mark.parametrize("content", [b"", b"damaged", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_index_is_made_anew(tmp_path, content):
    build = write_build(tmp_path / "build", PLACES)
    (build / search.FILE).write_bytes(content)
    assert found(build, "aarhus") == 1


def test_the_same_graph_gives_the_same_index(tmp_path):
    build = write_build(tmp_path / "build", FIXTURE)
    for name in ("one", "two"):
        write_index(build / "graph.nq", tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_several_may_make_the_index_at_once(tmp_path):
    """A reader who finds it out of date, and a build."""
    build = write_build(tmp_path / "build", FIXTURE, PLACES)
    with ThreadPoolExecutor(4) as pool:
        for _ in pool.map(
            lambda _: write_index(build / "graph.nq", build / search.FILE), range(12)
        ):
            assert search.FILE in {path.name for path in build.iterdir()}
    assert [path.name for path in build.glob(".search*")] == []
    assert open_index(build).find("Søren")


def test_an_index_has_what_is_in_the_graph_whose_name_it_bears(tmp_path):
    """Also where another is swapped in meanwhile: it would be taken for the other's ever after."""
    line = f'<urn:a> <{FOAF.name}> "Gammel" <urn:g> .\n<urn:a> <{RDF.type}> <{FOAF.Person}> <urn:g> .\n'

    class SwappedInWhenItIsRead(type(tmp_path)):  # type: ignore[misc]
        def open(self, *arguments, **named):
            Path(self).write_text(line.replace("Gammel", "Ny"), encoding="utf-8")
            return super().open(*arguments, **named)

    quads = SwappedInWhenItIsRead(tmp_path / "graph.nq")
    Path(quads).write_text(line, encoding="utf-8")
    write_index(quads, tmp_path / search.FILE)
    with closing(open_index(tmp_path)) as index:
        assert labels(index, "ny") == ["Ny"]


def test_a_folder_that_cannot_be_written_is_searched_all_the_same(tmp_path, monkeypatch):
    build = write_build(tmp_path / "build", PLACES)
    (build / search.FILE).mkdir()  # stands in the way of the file
    assert found(build, "aarhus") == 1
    with pytest.raises(StoreError, match="Søgeindekset"):
        write_index(build / "graph.nq", build / search.FILE)


def test_no_graph_is_told(tmp_path):
    with pytest.raises(StoreError, match="ingen graf"):
        open_index(tmp_path)


# --- the command ---------------------------------------------------------------------------------


def test_the_command_tells_what_was_found(build):
    def searched(*arguments: str):
        return CliRunner().invoke(
            command, [*arguments, "--graph", str(build)], catch_exceptions=False
        )

    rows = json.loads(searched("soeren", "bækgård").stdout)
    assert rows == [
        {
            "kind": "person",
            "thing": "urn:soeren",
            "thing_label": "Søren Bækgård",
            "line": None,
            "excerpt": None,
        }
    ]
    assert json.loads(searched("anna", "--kind", "citat").stdout)[0]["kind"] == "citat"
    assert "Afkortet" in searched("a", "--limit", "1").stderr
    assert json.loads(searched("xyzzy").stdout) == []


def everything(index: Path) -> tuple[object, ...]:
    """All that an index holds, but for the numbers of its rows."""
    with closing(sqlite3.connect(index)) as rows:
        entries = rows.execute("SELECT kind, iri, label, text, searched FROM entry ORDER BY iri")
        found = tuple(entries.fetchall())
    with closing(Index(sqlite3.connect(index))) as opened:
        return found, opened.find("a", limit=200), opened.find("rde"), opened.find("kkr")


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=st.data())
def test_an_index_that_is_changed_is_the_one_that_is_made_anew(build, tmp_path_factory, drawn):
    folder = tmp_path_factory.mktemp("changed")
    lines = (build / "graph.nq").read_bytes().splitlines(keepends=True)
    subjects = sorted({line.split()[0] for line in lines})
    without = st.sets(st.sampled_from(subjects), max_size=25)
    some = st.sets(st.sampled_from(lines), max_size=25)
    before, after = (
        {line for line in lines if line.split()[0] not in out} - drawn.draw(some)
        for out in (drawn.draw(without), drawn.draw(without))
    )
    swap_in(_written(before, folder / "graph.nq"), folder / "store")
    write_index(folder / "graph.nq", folder / "before.sqlite")
    with Draft.of_current(folder / "store") as draft:
        change = Difference.between(before, after)
        draft.change(change)
        digest = hashlib.sha256(b"".join(sorted(after))).hexdigest()
        changed = folder / "changed.sqlite"
        change_index(folder / "before.sqlite", changed, change, draft.store, digest)
    write_index(_written(after, folder / "graph.nq"), folder / "anew.sqlite")
    assert everything(changed) == everything(folder / "anew.sqlite")
    assert is_index_of(changed, digest)


def _written(lines: set[bytes], file: Path) -> Path:
    file.write_bytes(b"".join(sorted(lines)))
    return file
