"""Frames between a process and the one that it works for."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.apart import Process, receive, send


@given(st.binary(max_size=99))
def test_a_frame_arrives_as_it_was_sent_and_never_in_part(content):
    pipe = BytesIO()
    send(pipe, {"name": "Læsø\n"}, content)
    written = pipe.getvalue()
    assert receive(BytesIO(written)) == ({"name": "Læsø\n", "length": len(content)}, content)
    assert receive(BytesIO(written[:-1])) is None
    assert receive(BytesIO(b"")) is None


def test_a_process_closed_while_its_request_is_written_gives_no_answer_and_no_error():
    process = Process("timeit", "-n1", "-r1", "import time; time.sleep(60)")

    class ClosedMeanwhile(dict[str, object]):
        def __or__(self, other):  # the first that is done with a request
            process.close()
            return dict(self) | other

    assert list(process.ask(ClosedMeanwhile(do="read"), b"Bygning", seconds=60)) == []
