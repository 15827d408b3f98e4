"""A build that remembers what it read gives the same graph as one that reads everything."""

import shutil
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_graph.cache.sayings import Sayings
from kkr_graph.cache.sealed import seal, unseal
from kkr_graph.config import Config, packaged
from kkr_graph.curation.review import read_review
from kkr_graph.errors import StoreError
from kkr_graph.pipeline import build_graph
from kkr_graph.resolve.mentions import mentions_of
from tests.factory import attendance, extract, statement
from tests.pipeline.folder import AUGUST, LEDGER, MINUTES, OCTOBER, make

JUNE = MINUTES.format(day="20. juni 2025", person="Ditte Bro")
MAY = MINUTES.format(day="9. maj 2025", person="Grete Lind").replace("Afbud", "Afmeldt")
NAMES = ("a.txt", "b.txt", "c.txt")
STEPS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from([OCTOBER, AUGUST, JUNE, MAY, "", None])),
    min_size=2,
    max_size=4,
)


def clean(config, folder):
    """The graph of the same documents and ledger, built from nothing and without a cache."""
    shutil.copytree(config.data, folder / "data")
    ledger = folder / "data" / "curation" / "identities.csv"
    ledger.write_text(LEDGER, encoding="utf-8")
    other = Config(data=folder / "data", out=folder / "build")
    report = build_graph(other, cached=False)
    return other.quads.read_bytes() if report.is_built else None


def entries(config):
    return sorted(config.cache.glob("*.json"))


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS, words=st.booleans())
def test_whatever_is_added_changed_and_removed_the_bytes_are_those_of_a_clean_build(
    steps, words, tmp_path_factory
):
    folder = tmp_path_factory.mktemp("steps")
    config = Config(data=make(folder / "data", {"z.txt": OCTOBER}), out=folder / "build")
    for name, content in steps:
        path = config.data / "minutes" / name
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_text(content, encoding="utf-8")
        if words:
            teach(config)
        config.ledger.write_text(LEDGER, encoding="utf-8")
        build_graph(config)
    assert config.quads.read_bytes() == clean(config, folder / "clean")


def teach(config):
    """A word in the lookups: people who "Afmeldt" stands above are absent."""
    own = config.data / "curation" / "lookups"
    if not own.exists():
        shutil.copytree(packaged("lookups", "data/curation/lookups"), own)
        path = own / "attendance.toml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('"Afbud"', '"Afbud", "Afmeldt"', 1), encoding="utf-8")


@pytest.fixture
def built(tmp_path):
    config = Config(
        data=make(tmp_path / "data", {"a.txt": OCTOBER, "b.txt": AUGUST}), out=tmp_path / "build"
    )
    build_graph(config)
    return config


def test_what_was_read_is_not_read_again(built):
    before = [(path, path.stat().st_mtime_ns) for path in entries(built)]
    (built.data / "minutes" / "c.txt").write_text(JUNE, encoding="utf-8")
    build_graph(built)
    after = [(path, path.stat().st_mtime_ns) for path in entries(built)]
    assert len(before) == 2
    assert len(after) == 3
    assert set(before) < set(after)


def test_what_is_no_longer_needed_is_removed(built):
    (built.data / "minutes" / "b.txt").unlink()
    build_graph(built)
    assert len(entries(built)) == 1


def kept(config):
    return {path.name: path.read_bytes() for path in config.texts.iterdir()}


def test_a_text_that_is_lost_is_read_again_and_one_of_no_document_is_removed(built):
    before = kept(built)
    assert len(before) == 2
    lost, *_ = built.texts.iterdir()
    lost.unlink()
    (built.texts / f"{'0' * 64}.txt").write_text("en gammel tekst", encoding="utf-8")
    (built.texts / "halv.123").write_text("afbrudt", encoding="utf-8")
    build_graph(built)
    assert kept(built) == before


def test_texts_that_cannot_be_kept_stop_nothing(tmp_path):
    config = Config(data=make(tmp_path / "data", {"a.txt": OCTOBER}), out=tmp_path / "build")
    config.out.mkdir()
    config.texts.write_text("en fil", encoding="utf-8")
    assert build_graph(config).is_built


def test_a_build_without_a_cache_leaves_none(tmp_path):
    config = Config(data=make(tmp_path / "data", {"a.txt": OCTOBER}), out=tmp_path / "build")
    build_graph(config, cached=False)
    assert not config.cache.exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-20],
        lambda content: content.replace(b"Ditte", b"Dorte"),
        lambda content: content.partition(b"\n")[0] + b"\n[]",
        lambda content: b"\x80\x04K*.",  # a pickle
    ],
    ids=["empty", "cut", "changed", "no reading", "foreign"],
)
def test_a_damaged_entry_is_as_good_as_none(built, damage):
    before, whole = built.quads.read_bytes(), [path.read_bytes() for path in entries(built)]
    for path in entries(built):
        path.write_bytes(damage(path.read_bytes()))
    build_graph(built)
    assert built.quads.read_bytes() == before
    assert [path.read_bytes() for path in entries(built)] == whole


@pytest.fixture
def spoilt(built, tmp_path):
    """A build whose entries are whole by their checksum, with long parts that are none."""
    build_graph(built)  # after which nobody is new
    config = Config(data=built.data, out=tmp_path / "elsewhere")
    shutil.copytree(built.out, config.out)
    spoil(entries(config))
    return config


def spoil(paths):
    for path in paths:
        short, *_ = (unseal(path) or b"").split(b"\n")
        seal(path, short + b"\n[1]\n[1]")


def test_a_document_that_is_not_described_anew_is_not_unpacked(spoilt, tmp_path):
    more = AUGUST.replace("29. august", "30. september")  # which asks nothing about anybody
    (spoilt.data / "minutes" / "c.txt").write_text(more, encoding="utf-8")
    build_graph(spoilt)
    assert spoilt.quads.read_bytes() == clean(spoilt, tmp_path / "clean")


@pytest.fixture
def asking(built):
    """A build with a question about two of the same name."""
    namesake = AUGUST.replace("Ditte Bro (A) Aalborg", "Ditte Bro (V) Morsø")
    (built.data / "minutes" / "b.txt").write_text(namesake, encoding="utf-8")
    for _ in range(2):  # after which nobody is new
        build_graph(built)
    return built


def test_a_document_is_not_unpacked_for_a_question_about_somebody_whom_it_names(asking):
    spoil(path for path in entries(asking) if "Morsø" not in path.read_text(encoding="utf-8"))
    ask_of_one_more(asking)


def test_what_is_kept_for_questions_is_made_anew_where_it_is_damaged(asking):
    for path in (asking.cache / "seen").iterdir():
        path.write_bytes(path.read_bytes()[:-7])
    ask_of_one_more(asking)


def ask_of_one_more(config):
    more = OCTOBER.replace("24. oktober", "21. november")
    (config.data / "minutes" / "c.txt").write_text(more, encoding="utf-8")
    build_graph(config)
    [question] = read_review(config).questions()
    days = [str(seen.day) for seen in question.left.sightings]
    assert (question.left.name, days) == ("Ditte Bro", ["2025-11-21", "2025-10-24"])
    assert question.right.municipalities == ("Morsø",)


def test_long_parts_that_are_none_are_told_of_and_the_next_build_reads_anew(spoilt):
    before = spoilt.quads.read_bytes()
    shutil.rmtree(spoilt.cache / "graph")
    for _ in range(2):  # documents
        with pytest.raises(StoreError, match="er ændret"):
            build_graph(spoilt)
    build_graph(spoilt)
    assert spoilt.quads.read_bytes() == before


def test_a_word_in_the_lookups_makes_everything_be_read_anew(built):
    before = entries(built)
    teach(built)
    build_graph(built)
    assert set(entries(built)).isdisjoint(before)


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path):
    config = Config(data=make(tmp_path / "data", {"a.txt": OCTOBER}), out=tmp_path / "build")
    config.out.mkdir()
    config.cache.write_text("en fil", encoding="utf-8")
    assert build_graph(config).is_built


def test_several_processes_give_the_same_bytes(tmp_path):
    documents = {
        f"{day}.txt": MINUTES.format(day=f"{day}. juni 2025", person="Ditte Bro")
        for day in range(1, 9)
    }
    config = Config(data=make(tmp_path / "data", documents), out=tmp_path / "build")
    build_graph(config, jobs=2)
    assert config.quads.read_bytes() == clean(config, tmp_path / "clean")
    assert len(entries(config)) == 8


def test_what_many_documents_say_of_somebody_is_kept_as_it_is_and_held_once():
    facts = (attendance("Per Bo Lund", "V", "Thisted"), statement("Per Bo-Lund"))
    told = extract(*facts, name="a.txt"), extract(*facts, name="b.txt", date=date(2025, 8, 29))
    sayings = Sayings()
    texts = [sayings.packed(mentions_of(each)) for each in told]
    assert texts[0] == texts[1]
    again = [sayings.unpacked(texts[0], each.document) for each in told]
    assert again == [tuple(mentions_of(each)) for each in told]
    assert again[0][0].forms is again[1][0].forms
