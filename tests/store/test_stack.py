"""Work in a thread with a deep stack."""

import os
import threading
import weakref
from functools import partial

import pytest

from kkr_graph.store.stack import in_deep_stack


class Thing:
    """Something that may be forgotten."""


def test_threads_work_again():
    pieces = 100
    # Other threads may become idle in between. All are held: a freed one lends its place to another.
    threads = {in_deep_stack(threading.current_thread) for _ in range(pieces)}
    assert len(threads) < pieces / 2


@pytest.mark.parametrize("raised", [ZeroDivisionError, BaseException])
def test_what_is_raised_there_is_raised_here(raised):
    """Whatever it is: a panic of the engine is no ``Exception``, and nobody may wait for it for ever."""

    def work():
        raise raised

    with pytest.raises(raised):
        in_deep_stack(work, 60)
    assert in_deep_stack(lambda: 1, 60) == 1


def test_work_that_was_given_up_keeps_no_other_waiting():
    over, left = threading.Event(), threading.Event()

    def work():
        over.wait()
        left.set()

    with pytest.raises(TimeoutError):
        in_deep_stack(work, 0.01)
    assert in_deep_stack(lambda: 2, 60) == 2
    over.set()
    assert left.wait(60)  # nothing is left at work when the next test begins


def test_several_work_at_a_time():
    meeting = threading.Barrier(2, timeout=60)
    threads = [threading.Thread(target=in_deep_stack, args=(meeting.wait,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not meeting.broken


def test_what_was_worked_on_is_let_go():
    thing = Thing()
    gone = weakref.ref(thing)
    in_deep_stack(partial(str, thing))
    del thing
    assert gone() is None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_fork_has_a_thread_of_its_own():
    in_deep_stack(lambda: 1)
    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = in_deep_stack(lambda: 7, 60)
        finally:
            os._exit(status)  # whatever happens: the child must not go on with the tests
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
