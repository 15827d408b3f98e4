"""A graph made of the last one is the one that is made from nothing: quads, store, index and reports."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_graph import assembly
from kkr_graph.config import Config
from kkr_graph.errors import StoreError
from kkr_graph.lock import only_build
from kkr_graph.pipeline import build_graph, build_held
from kkr_graph.store.draft import Draft
from kkr_graph.store.embedded import open_graph
from tests.pipeline.folder import AUGUST, MINUTES, OCTOBER, make

BODY = "Rådet for Hvidbjerg Havn"  # which no registry has
JUNE = MINUTES.format(day="20. juni 2025", person="Ditte Bro")
AGAIN = JUNE.replace("Grete Lind", "Gerda Lind")  # other minutes of the same meeting
AGENDA = JUNE.replace("Referat", "Dagsorden")
OTHER = MINUTES.format(day="9. maj 2025", person="Grete Lind").replace("KKR Nordjylland", BODY)
SHOUTED = OTHER.replace(BODY, BODY.upper()).replace("9. maj", "10. maj")  # outvotes its name
YEARS_AGO = OCTOBER.replace("2025", "2009")  # too long for one working life
BARE = JUNE.replace("20. juni", "21. juni").replace("Ditte Bro (A)", "Ditte Bro")
TEXTS = (OCTOBER, AUGUST, JUNE, AGAIN, AGENDA, OTHER, SHOUTED, YEARS_AGO, BARE, "", None)
JUDGED = "left,right,verdict,by,day,reason,score,pair\n"
VERDICTS = (
    "",
    "ditte-bro,erik-holt,positive,Test,2026-01-01,,,\n",
    "ditte-bro,erik-holt,negative,Test,2026-01-01,,,\n",
    "ditte-bro,erik-holt,unsure,Test,2026-01-01,,,\n",
    "ditte-bro,erik-holt,positive,Test,2026-01-01,,,\n"
    "erik-holt,grete-lind,negative,Test,2026-01-01,,,\n",
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("a.txt", "b.txt", "c.txt", "d.txt")),
        st.sampled_from(TEXTS),
        st.sampled_from(VERDICTS),
    ),
    min_size=1,
    max_size=3,
)


def take(config, name, text, verdict):
    path = config.data / "minutes" / name
    path.unlink(missing_ok=True)
    if text is not None:
        path.write_text(text, encoding="utf-8")
    config.judgements.write_text(JUDGED + verdict, encoding="utf-8")


def left(config):
    """All that a build leaves for others to read."""
    store = open_graph(config.out).store
    with closing(sqlite3.connect(config.search)) as index:
        entries = index.execute("SELECT kind, iri, label, text, searched FROM entry ORDER BY iri")
        found = entries.fetchall()
    return {
        "quads": config.quads.read_bytes(),
        "store": {str(quad) for quad in store},
        "graphs": {str(graph) for graph in store.named_graphs()},
        "index": found,
        "report": config.report.read_bytes(),
        "review": config.review.read_bytes(),
        "appearances": config.appearances.read_bytes(),
        "texts": sorted(path.name for path in config.texts.iterdir()),
    }


@pytest.fixture
def made_of_the_last(monkeypatch):
    """Whatever differs: the last graph is made use of, however small it is."""
    monkeypatch.setattr(assembly, "_WHOLE_FROM", 100)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_whatever_is_added_changed_taken_out_and_judged(steps, tmp_path_factory, made_of_the_last):
    folder = tmp_path_factory.mktemp("steps")
    config = Config(data=make(folder / "data", {"z.txt": OCTOBER + "\n"}), out=folder / "build")
    build_graph(config)
    for step in steps:
        take(config, *step)
        build_graph(config)
    other = Config(data=config.data, out=folder / "clean")
    build_graph(config)  # after which nobody is new
    build_graph(other, cached=False)
    assert left(config) == left(other)


@pytest.fixture
def built(tmp_path):
    config = Config(
        data=make(tmp_path / "data", {"a.txt": OCTOBER, "b.txt": AUGUST}), out=tmp_path / "build"
    )
    build_graph(config)
    build_graph(config)
    return config


def clean(config):
    """What a build from nothing leaves of the same documents and people."""
    other = Config(data=config.data, out=config.out.with_name("clean"))
    build_graph(other, cached=False)
    return left(other)


def test_only_what_a_new_document_touches_is_described(built, made_of_the_last):
    before = set((built.cache / "graph").glob("*.part"))
    take(built, "c.txt", OTHER, "")
    build_graph(built)
    after = set((built.cache / "graph").glob("*.part"))
    # the document, what is put together from all, and perhaps what the check found
    assert 2 <= len(after - before) <= 3
    assert len(before & after) >= 2


def test_a_small_change_makes_a_small_difference_of_the_store(built, monkeypatch, made_of_the_last):
    monkeypatch.setattr(Draft, "loaded", None)  # loading everything would fail
    take(built, "c.txt", JUNE, "")
    build_graph(built)
    assert open_graph(built.out).ask("ASK { ?m kkr:meetingDate '2025-06-20'^^xsd:date }")


def cut(path):
    path.write_bytes(path.read_bytes()[:-7])


@pytest.mark.parametrize(
    "damage",
    [
        lambda config: [cut(path) for path in (config.cache / "graph").glob("*.part")],
        lambda config: cut(config.cache / "graph" / "parts"),
        lambda config: [cut(path) for path in (config.cache / "appearances").iterdir()],
        lambda config: [cut(path) for path in (config.cache / "claims").iterdir()],
        lambda config: cut(config.quads),
        lambda config: config.quads.write_bytes(
            config.quads.read_bytes().replace(b"Holt", b"Holt!")
        ),
        lambda config: config.search.unlink(),
        lambda config: (config.store / "CURRENT").unlink(),
        lambda config: shutil.rmtree(config.cache),
        lambda config: shutil.rmtree(config.texts),
    ],
    ids=[
        *("parts", "list of parts", "appearances", "claims", "quads cut", "quads"),
        *("index", "store", "all", "texts"),
    ],
)
def test_what_is_damaged_is_as_good_as_none(built, damage, made_of_the_last):
    take(built, "c.txt", JUNE, "")
    damage(built)
    build_graph(built)
    build_graph(built)
    assert left(built) == clean(built)


@pytest.mark.parametrize("step", ["publish", "change"])
def test_a_build_that_is_cut_off_leaves_the_old_graph(built, step, monkeypatch, made_of_the_last):
    before = left(built)
    take(built, "c.txt", JUNE, "")

    def fail(*_):
        raise StoreError("afbrudt", "")

    with monkeypatch.context() as broken:
        broken.setattr(Draft, step, fail)
        broken.setattr(Draft, "loaded", fail)
        with pytest.raises(StoreError):
            build_graph(built)
    before.pop("texts")  # of a document that is not in the graph, until a build is done
    assert left(built).items() >= before.items()
    assert not list(built.out.glob(".new*"))
    build_graph(built)
    build_graph(built)
    assert left(built) == clean(built)


def test_what_a_killed_build_left_is_removed(built):
    (built.out / ".new.x").mkdir()
    (built.store / "draft").mkdir()
    take(built, "c.txt", JUNE, "")
    build_graph(built)
    assert not (built.out / ".new.x").exists()
    assert len([path for path in built.store.iterdir() if path.is_dir()]) == 1


def test_no_file_has_bytes_of_whom_a_build_forgets(built, made_of_the_last):
    gone = MINUTES.format(day="20. juni 2025", person="Erik Holt").replace(
        "Grete Lind", "Xenia Qvist"
    )
    take(built, "c.txt", gone, "")
    build_graph(built)
    build_graph(built)
    take(built, "c.txt", None, "")
    with only_build(built.out):
        build_held(built, forget=["xenia-qvist"])
    texts = [path for path in (*built.out.rglob("*"), built.ledger) if path.is_file()]
    assert not [path.name for path in texts if b"Qvist" in path.read_bytes()]
    assert left(built) == clean(built)
