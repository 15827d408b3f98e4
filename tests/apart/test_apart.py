"""Frames between a process and the one that it works for."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.apart import receive, send


@given(st.binary(max_size=99))
def test_a_frame_arrives_as_it_was_sent_and_never_in_part(content):
    pipe = BytesIO()
    send(pipe, {"name": "Læsø\n"}, content)
    written = pipe.getvalue()
    assert receive(BytesIO(written)) == ({"name": "Læsø\n", "length": len(content)}, content)
    assert receive(BytesIO(written[:-1])) is None
    assert receive(BytesIO(b"")) is None
