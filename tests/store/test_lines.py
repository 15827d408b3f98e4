"""Finding words in the texts of documents: where they stand, and nothing of texts that are gone."""

import hashlib
import json
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_graph.cli.ask import command as ask
from kkr_graph.cli.search import command as search
from kkr_graph.errors import QueryError, StoreError
from kkr_graph.store.excerpts import marked
from kkr_graph.store.found import open_finder
from kkr_graph.store.lines import FILE, Lines, open_lines, update_lines
from kkr_graph.store.texts import KeptTexts
from tests.web.conftest import FIXTURE, write_build

FILLER = "\n".join(["Der blev sagt noget, som ingen skrev ned."] * 12)
TEXT = f"""Referat fra mødet

Kollektiv trafik i Søndre Å
blev drøftet længe, og køre-

planen kommer på næste møde.
{FILLER}

Under eventuelt var der intet.
"""
DOCUMENT = "b" * 16  # as the fixture has it


def kept(build: Path, *texts: str) -> KeptTexts:
    found = KeptTexts(build / "texts")
    for text in texts:
        found.put(hashlib.sha256(text.encode()).hexdigest(), text)
    return found


def places(lines: Lines, typed: str) -> list[tuple[int, str]]:
    return [(hit.line, hit.excerpt) for hit in lines.find(typed, limit=20)]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("trafik", 3),
        ("KOLL trafik", 3),
        ("søndre å", 3),
        ("soendre aa", 3),
        ("drøftet", 4),
        ("planen", 6),
        ("koereplan trafik", 3),
        ("ventuelt", 20),
        ("møde drøftet", 1),
    ],
)
def test_words_are_found_at_their_line(tmp_path, typed, line):
    kept(tmp_path, TEXT)
    assert places(open_lines(tmp_path), typed)[0][0] == line


@pytest.mark.parametrize(
    "typed", ["", "xyzzy", "trafik eventuelt", 'x" OR "trafik', "NEAR(a b)", "*"]
)
def test_what_does_not_stand_together_is_not_found(tmp_path, typed):
    kept(tmp_path, TEXT)
    assert places(open_lines(tmp_path), typed) == []


def test_a_text_that_has_gone_is_found_no_more_and_another_is(tmp_path):
    texts = kept(tmp_path, TEXT, "Noget om broer")
    lines = open_lines(tmp_path)
    assert places(lines, "broer")
    texts.keep_only({hashlib.sha256(TEXT.encode()).hexdigest()})
    kept(tmp_path, "Noget om tunneler")
    update_lines(texts, tmp_path / FILE)
    assert places(lines, "broer") == []
    assert places(lines, "bro") == []
    assert places(lines, "tunneler") == [(1, "Noget om tunneler")]
    assert places(lines, "trafik")
    assert b"broer" not in (tmp_path / FILE).read_bytes()


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from(["alfa", "beta", "gamma", "alfa beta\n\ngamma", "betagamma"]), unique=True
    ),
    st.lists(
        st.sampled_from(["alfa", "beta", "gamma", "alfa beta\n\ngamma", "betagamma"]), unique=True
    ),
)
def test_an_index_that_is_changed_finds_what_one_made_anew_finds(tmp_path_factory, before, after):
    changed, anew = tmp_path_factory.mktemp("changed"), tmp_path_factory.mktemp("anew")
    texts = kept(changed, *before)
    update_lines(texts, changed / FILE)
    texts.keep_only({hashlib.sha256(each.encode()).hexdigest() for each in after})
    kept(changed, *after)
    kept(anew, *after)
    for typed in ("alfa", "bet", "amm", "alfa beta"):
        found = [set(open_lines(each).find(typed, limit=50)) for each in (changed, anew)]
        assert found[0] == found[1]


@pytest.mark.parametrize("damage", [b"", b"not a database at all, but long enough " * 50])
def test_a_damaged_index_is_made_anew(tmp_path, damage):
    kept(tmp_path, TEXT)
    (tmp_path / FILE).write_bytes(damage)
    assert places(open_lines(tmp_path), "trafik")


def test_several_may_begin_the_index_at_once(tmp_path):
    texts = kept(tmp_path, TEXT)
    for number in range(5):
        target = tmp_path / f"{number}.sqlite"
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _, target=target: update_lines(texts, target), range(4)))
        with closing(Lines(sqlite3.connect(target))) as lines:
            assert places(lines, "trafik")


def test_an_index_that_somebody_has_begun_is_not_taken_from_under_them(tmp_path):
    texts = kept(tmp_path, TEXT)
    with (tmp_path / FILE).open("ab") as begun:
        update_lines(texts, tmp_path / FILE)
        assert os.fstat(begun.fileno()).st_nlink == 1


def test_an_index_that_is_written_for_long_is_not_taken_for_damaged(tmp_path, monkeypatch):
    monkeypatch.setattr("kkr_graph.store.lines._WAITS", 0.1)
    texts = kept(tmp_path, TEXT)
    update_lines(texts, tmp_path / FILE)
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as writing:
        writing.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="locked"):
            update_lines(texts, tmp_path / FILE)
        writing.execute("DELETE FROM document")
        writing.execute("COMMIT")
    with closing(sqlite3.connect(tmp_path / FILE)) as written:
        assert written.execute("SELECT * FROM document").fetchall() == []


def test_an_index_of_another_form_is_made_anew(tmp_path):
    kept(tmp_path, TEXT)
    open_lines(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as index:
        index.execute("PRAGMA user_version = 99")
    assert places(open_lines(tmp_path), "trafik")


def test_a_folder_that_cannot_be_written_is_searched_all_the_same(tmp_path, monkeypatch):
    kept(tmp_path, TEXT)
    (tmp_path / FILE).mkdir()
    with pytest.raises(StoreError, match="kan ikke skrives"):
        update_lines(KeptTexts(tmp_path / "texts"), tmp_path / FILE)
    assert places(open_lines(tmp_path), "trafik")


def test_long_paragraphs_are_cut_between_lines_and_shown_around_the_words(tmp_path):
    kept(tmp_path, "\n".join(f"linje {n} med nogle ord" for n in range(1, 200)) + "\nog en nål")
    assert len(places(open_lines(tmp_path), "linje")) > 3
    ((line, shown),) = places(open_lines(tmp_path), "nål")
    assert line == 200
    assert shown.startswith("… ")
    assert len(shown) < 220


def test_what_was_typed_is_marked():
    assert list(marked("Søren så Soerens sø.", "soeren")) == [
        ("", False), ("Søren", True), (" så ", False), ("Soerens", True), (" sø.", False),
    ]  # fmt: skip


@given(st.text(max_size=60), st.text(max_size=10))
def test_marking_keeps_the_text(text, typed):
    assert "".join(part for part, _ in marked(text, typed)) == text


# --- with the graph --------------------------------------------------------------------------


@pytest.fixture
def build(tmp_path) -> Path:
    folder = write_build(tmp_path / "build", FIXTURE)
    KeptTexts(folder / "texts").put(DOCUMENT * 4, TEXT)
    KeptTexts(folder / "texts").put("f" * 64, "en tekst, som grafen ikke har: trafik")
    return folder


def test_a_place_leads_to_its_document_and_comes_after_the_graphs_own(build):
    finder = open_finder(build)
    found = finder.find("trafik")
    assert [each.kind for each in found][-1] == "tekst"
    assert found[-1].iri.endswith(f"/id/document/{DOCUMENT}")
    assert (found[-1].label, found[-1].line) == ("referat-2025-10-24.txt", 3)
    assert sum(each.kind == "tekst" for each in found) == 1, "the other is of no document"
    assert {each.kind for each in finder.find("trafik", kinds=["tekst"])} == {"tekst"}
    assert "tekst" not in {each.kind for each in finder.find("trafik", kinds=["punkt"])}
    finder.close()


def test_the_command_tells_the_line(build):
    result = CliRunner().invoke(
        search, ["drøftet", "--kind", "tekst", "--graph", str(build), "--format", "json"]
    )
    (row,) = json.loads(result.stdout)
    assert row["line"] == 4
    assert row["thing_label"] == "referat-2025-10-24.txt"


@pytest.mark.parametrize(
    ("question", "told"), [("Hvorfor trafik?", True), ("Hvorfor xyzzy?", False)]
)
def test_a_question_that_is_not_understood_tells_where_its_words_stand(build, question, told):
    error = CliRunner().invoke(ask, [question, "--graph", str(build)]).exception
    assert isinstance(error, QueryError)
    assert ("kkr-graph search trafik finder" in error.hint) is told
