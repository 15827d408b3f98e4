"""What a source is called: the same in a file and in a network as on the pages."""

from datetime import date

from kkr_graph.network.elements import Proof
from kkr_graph.network.facts import Facts
from kkr_graph.network.wording import place
from kkr_graph.overview.notes import Notes
from kkr_graph.overview.tables import appointments
from kkr_graph.queries.asking import Questions, Source
from kkr_graph.queries.sources import place_in_words, source_name, source_names, with_file
from kkr_graph.web.reading import place as on_a_page
from tests.overview.sample import overview, row
from tests.queries.test_held_again import with_more

FILE = "referat-2025-10-24.txt"
CALLED = f"referat 24.10.2025 ({FILE})"


def test_a_source_is_a_kind_and_a_day_or_else_its_file():
    assert source_name("referat", date(2025, 10, 24), FILE) == "referat 24.10.2025"
    assert source_name("referat", None, FILE) == with_file(FILE, FILE) == FILE
    assert with_file("", FILE) == FILE


def test_two_sources_that_would_be_called_the_same_have_their_files(tmp_path):
    """An extract in own words beside the minutes themselves."""
    extract = """@base <https://data.example.org/kkr/id/> . @prefix kkr: <https://w3id.org/kkr/ns#> .
      @prefix kkrc: <https://w3id.org/kkr/concept/> . @prefix dcterms: <http://purl.org/dc/terms/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . <https://data.example.org/kkr/graph/x> {
      <document/x> a kkr:SourceDocument ; dcterms:title "uddrag.txt" ; kkr:documentKind kkrc:minutes ;
        dcterms:date "2025-10-24"^^xsd:date . }"""
    graph = with_more(tmp_path, extract)
    names = set(source_names(graph).values())
    assert {CALLED, "referat 24.10.2025 (uddrag.txt)", "referat 29.08.2025"} <= names
    [anna, _] = Questions(graph).ask("who-represents", forum="DEB")
    assert anna.source.called == CALLED


def test_a_place_is_page_and_line_or_what_people_call_it():
    assert place_in_words(3, 71) == "side 3, linje 71"
    assert place_in_words("", "71") == "linje 71"
    assert place_in_words(None, 8, "ark Medlemmer, række 8") == "ark Medlemmer, række 8"
    assert Source(document=FILE).cited == FILE


def test_a_page_breaks_it_only_at_the_commas():
    assert on_a_page("bilag 1", 3, 71) == "bilag\xa01, side\xa03, linje\xa071"
    assert on_a_page("bilag 1", 0, 0) == "bilag\xa01"
    assert on_a_page("bilag", 0, 8, "ark A, række 8").split(", ")[1:] == ["ark\xa0A", "række\xa08"]


def test_a_row_says_what_its_source_is_called_and_where_the_file_is(graph):
    [anna, _] = Questions(graph).ask("who-represents", forum="DEB")
    assert (anna.source.called, anna.source.document) == (CALLED, FILE)


def test_a_note_has_the_file_where_another_document_is_called_the_same():
    notes = Notes()
    notes.of(Source(document=FILE, name="referat 24.10.2025", line=71))
    assert [note.where for note in notes.all()] == ["referat 24.10.2025, linje 71"]
    notes.of(Source(document="uddrag.txt", name="referat 24.10.2025", line=7))
    assert [note.where for note in notes.all()] == [
        f"{CALLED}, linje 71",
        "referat 24.10.2025 (uddrag.txt), linje 7",
    ]


def test_a_sheet_has_a_column_for_each():
    source = Source(document=FILE, name="referat 24.10.2025", line=71)
    table = appointments(overview(row(source=source)))
    [cells] = table.records()
    assert cells[table.place_of("Kilde")] == "referat 24.10.2025"
    assert cells[table.place_of("Fil")] == FILE


def test_a_proof_in_a_network_is_called_the_same(graph):
    facts = Facts(graph)
    proofs = {proof for of in facts.proofs(t.iri for t in facts.tenures).values() for proof in of}
    assert f"{CALLED}, side 1, linje 4" in {place(proof) for proof in proofs}
    assert place(Proof(document=FILE, line=2, quote="x")) == f"{FILE}, linje 2"
