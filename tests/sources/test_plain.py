"""Text files that are tables."""

import pytest

from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind, place_at
from kkr_graph.sources import read_source

TABLE = 'Navn;Parti;Kommune\n"Lund; Bo";V;Læsø\n;;\nÅse;"A ""x""";\n'


@pytest.fixture
def read(tmp_path):
    def read(content):
        path = tmp_path / "a.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_source(path, name="appointments/a.csv")

    return read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_read_in_every_encoding(read, encoding, end):
    source = read(TABLE.replace("\n", end).encode(encoding))
    assert source.text == 'Navn\tParti\tKommune\nLund; Bo\tV\tLæsø\n\nÅse\tA "x"'
    assert source.lines == LineKind.PARAGRAPH
    assert place_at(source.places, source.text.index("Åse")) == "række 4"


def test_nobody_s_number_is_read(read):
    text = read("Navn;Telefon;Mail\nÅse;63 11 22 33;ase@faaborg.dk\n").text
    assert text == "Navn\tTelefon\tMail\nÅse\txx xx xx xx\txxx@xxxxxxx.xx"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_found(read, delimiter):
    rows = ["Navn", "Parti"], ["Bo", "V"], ["Åse", "A"]
    assert read("\n".join(map(delimiter.join, rows))).text == "Navn\tParti\nBo\tV\nÅse\tA"


def test_a_line_end_inside_quotes_ends_no_row(read):
    source = read('Navn;Kommune\n"Bo\nLund";Thisted\nÅse;Læsø\n')
    assert source.text == "Navn\tKommune\nBo\tThisted\nLund\nÅse\tLæsø"
    assert place_at(source.places, source.text.index("Åse")) == "række 3"


@pytest.mark.parametrize(
    "text",
    [
        "Deltagere\nBo Lund, V\nÅse Ærø, A\n\n1. Punkt\n",
        "Han kom, så og sejrede.\nHun gik, før det sluttede.\n",
        "Godkendt; se bilag\nIntet at bemærke\nUdsat\n",
        "Én linje; med ét tegn",
    ],
)
def test_prose_is_no_table(read, text):
    source = read(text)
    assert source.text == text
    assert source.lines == LineKind.UNKNOWN
    assert source.places == ()


def test_a_cell_of_any_length_is_read_or_refused_but_breaks_nothing(read):
    with pytest.raises(SourceError, match="tabellen i filen"):
        read("a;b\n" * 300 + "x;" + "y" * 200_000 + "\n")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(read, encoding):
    text = "Åse Ærø – formand\nBo Lund"
    assert read(text.encode(encoding)).text == text


def test_a_program_with_many_zeros_is_no_utf_16(read):
    with pytest.raises(SourceError, match="er ikke tekst"):
        read(b"\x7fE\x00L\x00\x00\x01\x00F\x00" * 40)
