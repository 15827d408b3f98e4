import gc
import json
import os
import subprocess
import sys
from datetime import date

import pytest
from pyoxigraph import RdfFormat, parse

from kkr_graph.config import Config
from kkr_graph.curation.ledger import read_ledger
from kkr_graph.errors import ConfigError, RegistryError, ResolveError, StoreError
from kkr_graph.model.extract import DocumentKind
from kkr_graph.pipeline import build_graph, build_held
from kkr_graph.store.embedded import open_graph
from kkr_graph.vocab import DCTERMS, KKR
from tests.pipeline.folder import AUGUST, LEDGER, OCTOBER, make

TWO = {"a.txt": OCTOBER, "b.txt": AUGUST}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Two documents, built once, for the tests that only look."""
    folder = tmp_path_factory.mktemp("built")
    config = Config(data=make(folder / "data", TWO), out=folder / "build")
    return config, build_graph(config)


def configure(tmp_path, documents, **more):
    return Config(data=make(tmp_path / "data", documents, **more), out=tmp_path / "build")


def titles_left_out(content):
    return sorted(
        line for line in content.splitlines() if f"<{DCTERMS.title}>".encode() not in line
    )


# --- what is taken out again ----------------------------------------------------------------

NEW = OCTOBER.replace("24. oktober", "12. december").replace("Grete Lind", "Åse Ny")


def born_in_december(config):
    return {each.slug for each in read_ledger(config.ledger) if each.since == date(2025, 12, 12)}


def test_a_document_that_is_taken_out_leaves_no_trace(tmp_path):
    config = configure(tmp_path, TWO)
    build_graph(config)
    before = config.quads.read_bytes(), config.ledger.read_bytes(), config.review.read_bytes()
    make(config.data, {"c.txt": NEW}, ledger=None)
    build_graph(config)
    assert b"aase-ny" in config.quads.read_bytes()
    assert born_in_december(config) == {"aase-ny"}
    (config.data / "minutes" / "c.txt").unlink()
    build_held(config, forget=born_in_december(config))
    after = config.quads.read_bytes(), config.ledger.read_bytes(), config.review.read_bytes()
    assert after == before


def test_nobody_is_forgotten_whom_a_document_or_a_judgement_names(tmp_path):
    config = configure(tmp_path, TWO)
    build_graph(config)
    everybody = [each.slug for each in read_ledger(config.ledger)]
    (config.data / "minutes" / "a.txt").write_text(NEW, encoding="utf-8")  # without Grete
    (config.data / "minutes" / "b.txt").unlink()
    config.judgements.write_text(
        "left,right,verdict,by,day,reason,score,pair\n"
        "erik-holt,grete-lind,negative,Anne,2026-01-05,,,\n",
        encoding="utf-8",
    )
    build_held(config, forget=everybody)
    assert [each.slug for each in read_ledger(config.ledger)] == [*everybody, "aase-ny"]
    config.judgements.unlink()
    build_held(config, forget=everybody)
    assert "grete-lind" not in {each.slug for each in read_ledger(config.ledger)}
    assert b"grete-lind" not in config.quads.read_bytes()


# --- what a build gives ---------------------------------------------------------------------


def test_a_build_leaves_graph_store_report_and_ledger(built):
    config, report = built
    assert config.quads.read_bytes().count(b"\n") == report.quads > 1000
    assert json.loads(config.report.read_text(encoding="utf-8")) == report.to_json()
    assert config.ledger.read_text(encoding="utf-8").count("\n") == 1 + report.people
    assert sorted(path.name for path in config.out.iterdir()) == [
        ".lock",
        "appearances.jsonl",
        "cache",
        "graph.nq",
        "lines.sqlite",
        "report.json",
        "review.json",
        "search.sqlite",
        "store",
        "texts",
    ]


def test_the_store_answers_what_the_quads_say(built):
    meetings = open_graph(built[0].out).select(f"SELECT ?m {{ ?m a <{KKR.Meeting}> }}")
    assert len(meetings.rows) == 2


def test_the_report_tells_what_was_read(built):
    _, report = built
    assert report.is_fine
    assert [document.name for document in report.documents] == ["minutes/a.txt", "minutes/b.txt"]
    document = report.documents[0]
    assert (document.body, document.date) == ("KKR Nordjylland", date(2025, 10, 24))
    assert document.counts["attendance"] == 3
    assert document.counts["items"] == 2
    assert 0 <= document.share < 0.1
    assert report.new_people == ("Ditte Bro", "Erik Holt", "Grete Lind")
    assert report.tenures == 1
    assert report.data_through == date(2025, 10, 24)


def test_every_line_of_the_graph_is_a_quad_and_stands_once(built):
    content = built[0].quads.read_bytes()
    assert content.splitlines() == sorted(set(content.splitlines()))
    assert sum(1 for _ in parse(content, format=RdfFormat.N_QUADS)) == content.count(b"\n")


# --- the same files, the same bytes ---------------------------------------------------------


def test_building_twice_adds_nothing(tmp_path):
    config = configure(tmp_path, TWO)
    first = build_graph(config)
    graph, ledger = config.quads.read_bytes(), config.ledger.read_bytes()
    again = build_graph(config)
    assert config.quads.read_bytes() == graph
    assert config.ledger.read_bytes() == ledger
    assert again.new_people == ()
    assert again.quads == first.quads


def test_names_and_order_of_the_files_change_titles_alone(tmp_path, built):
    other = configure(tmp_path, {"z.txt": OCTOBER, "2025/y.txt": AUGUST})
    build_graph(other)
    here, there = built[0].quads.read_bytes(), other.quads.read_bytes()
    assert titles_left_out(here) == titles_left_out(there)
    assert other.ledger.read_bytes() == built[0].ledger.read_bytes()


def test_hash_seed_and_processes_do_not_show(tmp_path, built):
    config = configure(tmp_path, TWO)
    program = "from kkr_graph.cli import main; main()"
    subprocess.run(
        [sys.executable, "-c", program, "build", "--jobs", "2",
         "--data", str(config.data), "--out", str(config.out)],
        env={**os.environ, "PYTHONHASHSEED": "4711"}, check=True, capture_output=True,
    )  # fmt: skip
    assert config.quads.read_bytes() == built[0].quads.read_bytes()


def test_the_same_content_under_two_names_is_read_once(tmp_path):
    config = configure(tmp_path, {"a.txt": OCTOBER, "kopi.txt": OCTOBER})
    report = build_graph(config)
    assert [(d.name, d.same_as) for d in report.duplicates] == [
        ("minutes/kopi.txt", "minutes/a.txt")
    ]
    assert len(report.documents) == 1
    assert report.is_fine
    alone = configure(tmp_path / "alone", {"a.txt": OCTOBER})
    build_graph(alone)
    assert alone.quads.read_bytes() == config.quads.read_bytes()


# --- what cannot be read --------------------------------------------------------------------


def test_an_unreadable_document_is_told_and_the_others_are_built(tmp_path):
    config = configure(tmp_path, {"a.txt": OCTOBER, "tom.txt": "", "billede.txt": b"\x89PNG\x00"})
    report = build_graph(config)
    assert [unread.name for unread in report.unread] == ["minutes/billede.txt", "minutes/tom.txt"]
    assert all(unread.hint for unread in report.unread)
    assert len(report.documents) == 1
    assert config.quads.is_file()
    assert not report.is_fine


def test_a_list_and_minutes_are_told_apart_by_what_they_say_and_make_one_tenure(tmp_path):
    """The list lies among the minutes, where nobody would look for it."""
    seats = "Forum;Navn;Parti;Kommune\nDanmarks Erhvervsfremmebestyrelse;Erik Holt;V;Thisted\n"
    content = f"Udpegningsoversigt pr. 1. november 2025\n\n{seats};Vakant;;\n"
    config = Config(
        data=make(tmp_path / "data", {"a.txt": OCTOBER, "b.csv": content}), out=tmp_path / "out"
    )
    report = build_graph(config)
    told = {document.name: document for document in report.documents}
    assert told["minutes/a.txt"].kind == DocumentKind.MINUTES
    assert told["minutes/b.csv"].kind == DocumentKind.APPOINTMENT_LIST
    assert told["minutes/b.csv"].counts["vacancies"] == 1
    assert told["minutes/b.csv"].share == 0
    assert report.tenures == 1


def test_where_no_document_can_be_read_the_graph_stays_as_it_was(tmp_path):
    config = configure(tmp_path, {"a.txt": OCTOBER})
    build_graph(config)
    before = config.quads.read_bytes()
    (config.data / "minutes" / "a.txt").write_bytes(b"")
    report = build_graph(config)
    assert not report.is_built
    assert not report.is_fine
    assert config.quads.read_bytes() == before


def test_a_text_without_anything_known_is_a_violation(tmp_path):
    report = build_graph(configure(tmp_path, {"a.txt": OCTOBER, "brev.txt": "Kære alle\n\nHej.\n"}))
    codes = [finding.code for document in report.documents for finding in document.findings]
    assert "nothing-read" in codes
    assert not report.is_fine


# --- what stops a build before anything is written ------------------------------------------


def test_a_missing_data_folder_stops_the_build(tmp_path):
    with pytest.raises(ConfigError, match="findes ikke"):
        build_graph(Config(data=tmp_path / "data", out=tmp_path / "build"))
    assert list(tmp_path.iterdir()) == []


def test_a_data_folder_without_documents_stops_the_build(tmp_path):
    with pytest.raises(ConfigError, match="ingen dokumenter"):
        build_graph(configure(tmp_path, {}))
    assert not (tmp_path / "build").exists()


def test_a_missing_ledger_stops_the_build(tmp_path):
    with pytest.raises(ConfigError, match=r"identities\.csv.*mangler"):
        build_graph(configure(tmp_path, TWO, ledger=None))
    assert not (tmp_path / "build").exists()
    assert not (tmp_path / "data" / "curation").exists()


def test_a_mistake_in_the_registry_stops_the_build(tmp_path):
    config = configure(tmp_path, TWO)
    (config.data / "registry").mkdir()
    with pytest.raises(RegistryError):
        build_graph(config)
    assert not config.out.exists()
    assert config.ledger.read_text(encoding="utf-8") == LEDGER


def test_a_locked_build_refuses_new_people_by_name(tmp_path):
    config = configure(tmp_path, TWO)
    with pytest.raises(ResolveError, match=r"3 personer .*Ditte Bro, Erik Holt, Grete Lind"):
        build_graph(config, locked=True)
    assert not config.quads.exists()
    assert config.ledger.read_text(encoding="utf-8") == LEDGER


def test_a_locked_build_of_known_people_is_a_build(tmp_path):
    config = configure(tmp_path, TWO)
    build_graph(config)
    assert build_graph(config, locked=True).is_fine


def test_an_output_folder_that_cannot_be_made_is_told_and_the_ledger_is_untouched(tmp_path):
    config = configure(tmp_path, TWO)
    config.out.write_text("en fil", encoding="utf-8")
    with pytest.raises(StoreError, match="kan ikke skrives"):
        build_graph(config)
    assert config.ledger.read_text(encoding="utf-8") == LEDGER


@pytest.mark.skipif(os.name == "nt", reason="Windows replaces no file that is open")
def test_whoever_reads_while_it_is_built_reads_what_the_last_build_left(tmp_path):
    config = configure(tmp_path, {"a.txt": OCTOBER})
    build_graph(config)
    left = (config.report, config.review, config.appearances)
    before = [path.read_bytes() for path in left]
    readers = [path.open("rb") for path in left]
    (config.data / "minutes" / "b.txt").write_text(AUGUST, encoding="utf-8")
    build_graph(config)
    for reader, whole in zip(readers, before, strict=True):
        with reader:
            assert reader.read() == whole
    assert config.report.read_bytes() != before[0]


def test_a_store_that_cannot_be_swapped_leaves_the_graph_as_it_was(tmp_path):
    config = configure(tmp_path, TWO)
    config.out.mkdir()
    config.store.write_text("en fil", encoding="utf-8")
    config.quads.write_text("", encoding="utf-8")
    with pytest.raises(StoreError):
        build_graph(config)
    assert config.quads.read_bytes() == b""
    assert sorted(path.name for path in config.out.iterdir()) == [
        ".lock",
        "cache",
        "graph.nq",
        "store",
        "texts",
    ]


@pytest.mark.parametrize(
    "base",
    ["data.dk/", "https://data.dk", "https://dåta.dk/", "https://data.dk/a b/", "file:///x/"],
)
def test_a_base_that_no_address_can_begin_with_is_refused(base):
    with pytest.raises(ConfigError, match="basen"):
        Config(base=base)


# --- the rest -------------------------------------------------------------------------------


def test_progress_is_told_to_the_end(tmp_path):
    told = []
    build_graph(configure(tmp_path, TWO), progress=lambda *step: told.append(step))
    assert ("Læser dokumenter", 2, 2) in told
    assert told[-1] == ("Lægger grafen på plads", 1, 1)


def test_a_build_leaves_the_collector_of_cycles_as_it_was(tmp_path):
    config = configure(tmp_path, {"a.txt": OCTOBER})
    build_graph(config)
    assert gc.isenabled()
    gc.disable()
    try:
        build_graph(config, cached=False)
        assert not gc.isenabled()
    finally:
        gc.enable()


LOST = (
    "Formanden for arbejdsgruppen om havne har sendt et brev, som ikke kunne læses op på mødet, da"
)
APPOINTED = "KKR Nordjylland har udpeget Erik Holt (V), Thisted, som medlem af Havnens Råd."
CHAIRS = """

Ditte Bro (A), Aalborg, er formand for Havnens Råd.

Erik Holt (V), Thisted, er formand for Havnens Råd.

Ditte Bro (A), Aalborg, er udpeget som medlem af Skovens Råd fra den {first} 2025.
"""


def test_the_report_has_the_place_and_the_whole_quote_of_every_finding(tmp_path):
    """Of what a document says, of what two say differently, and of what a rule of the graph finds."""
    documents = {
        "a.txt": OCTOBER + CHAIRS.format(first="1. februar"),
        "b.txt": AUGUST + CHAIRS.format(first="1. marts"),
        "c.txt": f"Nyt fra KKR Nordjylland\n\n12. marts 2025\n\n{APPOINTED}\n\n{LOST}\n",
    }
    config = configure(tmp_path, documents)
    build_graph(config)
    report = json.loads(config.report.read_text(encoding="utf-8"))
    told = [each for document in report["documents"] for each in document["findings"]]
    found = {each["code"]: each["sources"] for each in (*told, *report["findings"])}
    (unclaimed,) = found["text-unclaimed"]
    assert unclaimed == {
        "document": "minutes/c.txt", "page": None, "line": 7, "place": None, "quote": LOST,
    }  # fmt: skip
    differing = [each["document"] for each in found["sources-disagree"]]
    assert differing == ["minutes/b.txt", "minutes/a.txt"]
    assert [each["quote"][:9] for each in found["two-chairs"]] == ["Ditte Bro", "Erik Holt"]
    assert all(found.values())


def test_bodies_that_the_registry_does_not_have_are_one_finding_with_a_list(tmp_path):
    news = "Nyt fra KKR Nordjylland\n\n{day} 2025\n\n" + APPOINTED + "\n"
    documents = {
        "a.txt": news.format(day="12. marts"),
        "b.txt": news.format(day="14. maj").replace("Havnens", "Skovens"),
        "c.txt": news.format(day="16. juni").replace("Erik Holt (V), Thisted", "Ib Krag (A), Læsø"),
    }
    config = configure(tmp_path, documents)
    counted = build_graph(config).by_severity["info"]
    report = json.loads(config.report.read_text(encoding="utf-8"))
    named = [(each["message"].split("«")[0], len(each["sources"])) for each in report["new_bodies"]]
    assert named == [("»Havnens Råd", 2), ("»Skovens Råd", 1)]
    told = [each for document in report["documents"] for each in document["findings"]]
    others = {each["message"] for each in (*told, *report["findings"])}
    assert counted == len(others) + 1


def test_a_list_without_a_day_is_told_of_once_and_not_for_every_seat(tmp_path):
    listed = "Udpegninger i KKR Nordjylland\n\nHavnens Råd\nMedlem: Hanne Voss (V), Hjørring\n"
    documents = {"a.txt": OCTOBER, "liste.txt": f"{listed}Medlem: Kaj Rask (F), Rebild\n"}
    report = build_graph(configure(tmp_path, documents))
    (told,) = [
        each for one in report.documents for each in one.findings if each.code == "list-undated"
    ]
    assert "2 af 2 roller har ingen dag og kommer ikke med i svarene" in told.message
    assert (report.findings, report.is_fine) == ((), True)
