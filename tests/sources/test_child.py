"""A document that hangs or ends its reader stops no other."""

import os
import signal
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind
from kkr_graph.sources.child import Child, read_apart
from kkr_graph.sources.formats import Format
from tests.sources.copies import Paragraph, as_pdf
from tests.sources.word import paragraph, word

PDF = as_pdf([Paragraph("Bo Lund (V)", False, False)], "Referat")
GOOD = word(paragraph("Bo Lund"))


PATIENCE = 250  # seconds, where nothing is to be given up for its time: machines are slow


@pytest.fixture
def child():
    started = Child(seconds=PATIENCE)
    yield started
    started.stop()


def text(child, content=GOOD, form=Format.OFFICE):
    return child.read(form, content, "a").entries[0].text


def stream_bomb(size):
    """A PDF page whose drawing is all one instruction, over and over."""
    stream = zlib.compress(b"q 1 0 0 1 0 0 cm " * (size // 17), 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % (i, each) for i, each in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"


def test_one_process_reads_many_documents(child):
    assert text(child) == "Bo Lund"
    first = child.process_id
    assert text(child) == "Bo Lund"
    assert child.process_id == first


def test_a_refusal_costs_no_process(child):
    text(child)
    first = child.process_id
    with pytest.raises(SourceError, match="beskadiget"):
        text(child, GOOD[:60])
    assert text(child) == "Bo Lund"
    assert child.process_id == first


def test_a_reader_that_was_ended_is_replaced(child):
    text(child)
    os.kill(child.process_id, signal.SIGTERM)
    with suppress(SourceError):  # this one may still meet the dying process
        text(child)
    assert text(child) == "Bo Lund"


@given(data=st.data())
@settings(max_examples=30, deadline=None)
def test_a_pdf_with_any_bytes_changed_is_read_or_refused(data):
    """Through a child: nobody knows what pdfium makes of it."""
    content = bytearray(PDF)
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    with suppress(SourceError):
        assert read_apart(Format.PDF, bytes(content), "a").lines == LineKind.WRAPPED


def test_a_document_that_takes_too_long_is_given_up():
    hasty = Child(seconds=0.2)
    slow = word("".join(paragraph(f"{i * i}") for i in range(200_000)))
    with pytest.raises(SourceError, match=r"varede over 0\.2 sekunder"):
        text(hasty, slow)
    hasty.stop()


def test_a_drawing_that_fills_the_memory_ends_only_its_reader(child):
    """On its own it makes pdfium end the process after 25 s and 6 GB."""
    with pytest.raises(SourceError, match=r"brød sammen"):
        text(child, stream_bomb(160_000_000), Format.PDF)
    assert text(child) == "Bo Lund"
