"""The overview as CSV and JSON."""

import csv
import json
from datetime import date
from io import StringIO

from kkr_graph.overview.tables import appointments
from kkr_graph.overview.text import to_csv, to_json
from kkr_graph.queries.asking import NO_SOURCE
from tests.overview.sample import DAY, overview, row

HOSTILE = ("=1+1", "@x", "+45", "-1", "\t=1", "\x00=1", '=HYPERLINK("http://x")', 'a";=1\r\n=2')


def written(*rows):
    return to_csv(appointments(overview(*rows)))


def read_back(content):
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";", strict=True))


def test_danish_excel_reads_letters_and_days():
    content = written(row("Åse Ærø-Øst", starts=date(2022, 1, 1)))
    assert content.startswith(b"\xef\xbb\xbf")
    (record,) = read_back(content)
    assert (record["Navn"], record["Fra"]) == ("Åse Ærø-Øst", "01-01-2022")
    assert record["Pladser"] == "3"


def test_each_row_says_where_it_stands():
    (record,) = read_back(written(row()))
    assert (record["Kilde"], record["Sted i kilden"]) == ("referat.txt", "side 3, linje 71")
    assert record["Citat"] == "Ærø udpegede Åse Øst."


def test_a_row_without_a_source_says_so():
    (record,) = read_back(written(row(source=NO_SOURCE)))
    assert record["Kilde"] == "ingen kilde fundet"


def test_an_item_number_is_no_day():
    """Excel in Danish may take 3.9 for the third of September."""
    (record,) = read_back(written(row(item="3.9")))
    assert record["Punkt"] == "pkt. 3.9"


def test_no_field_is_a_formula():
    records = read_back(written(*(row(text, forum=text) for text in HOSTILE)))
    assert len(records) == len(HOSTILE)
    fields = [field for record in records for field in record.values()]
    assert not [field for field in fields if field.lstrip()[:1] in tuple("=+-@")]
    assert records[0]["Navn"] == "'=1+1"


def test_json_has_types_and_null():
    (record,) = json.loads(to_json([row(ends=None, deputy="")]))
    assert record["decided_on"] == DAY.isoformat()
    assert (record["item"], record["page"], record["seats"]) == ("3.9", 3, 3)
    assert record["ends"] is None
    assert record["deputy"] is None
