"""What the reading process answers, whatever it is given."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.sources.worker import answer_request
from tests.sources.copies import Paragraph, as_docx, as_html
from tests.sources.word import paragraph, word

CONTENT = [Paragraph("Bo Lund (V)", False, False), Paragraph("a\tb", True, False)]
SAMPLES = {
    "office": as_docx(CONTENT, "Referat"),
    "html": as_html(CONTENT),
}


def test_a_transcript_goes_as_json():
    answer, is_fit = answer_request({"format": "office", "name": "a"}, word(paragraph("Bo")))
    assert json.loads(json.dumps(answer)) == {
        "lines": "paragraph",
        "entries": [["Bo", "afsnit 1", None, [], []]],
    }
    assert is_fit


def test_a_refusal_goes_with_its_advice():
    answer, is_fit = answer_request({"format": "pdf", "name": "a"}, b"%PDF-")
    assert answer["error"][0].startswith("filen a er beskadiget")
    assert answer["error"][1]
    assert is_fit


@pytest.mark.parametrize("form", SAMPLES)
@given(data=st.data())
def test_a_file_with_any_bytes_changed_is_read_or_refused(form, data):
    content = bytearray(SAMPLES[form])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    answer, _ = answer_request({"format": form, "name": "a"}, bytes(content))
    assert set(answer) in ({"error"}, {"lines", "entries"})
