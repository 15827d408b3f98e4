"""Work done where the engine may recurse: its parser and planner overflow a small stack.

A thread with a deep stack is kept for the next piece of work: to start one takes longer than most
questions do.
"""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, TypeAlias, TypeVar

_STACK = 64 * 1024 * 1024
_Result = TypeVar("_Result")
_Outcome: TypeAlias = tuple[Any, BaseException | None]

_starting = threading.Lock()  # threading.stack_size is one setting for the whole process
_idle: list["_Deep"] = []  # its pop and append are atomic


def in_deep_stack(work: Callable[[], _Result], seconds: float | None = None) -> _Result:
    """The result of some work that is done in a thread with a deep stack.

    Args:
        work: what is done; what it raises is raised here.
        seconds: how long to wait. Work cannot be stopped: it goes on after that.

    Raises:
        TimeoutError: the time is up.
    """
    outcomes: SimpleQueue[_Outcome] = SimpleQueue()
    _free().requests.put((work, outcomes))
    try:
        result, error = outcomes.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if error is not None:
        raise error
    return result  # type: ignore[no-any-return]


def _free() -> "_Deep":
    try:
        while not (thread := _idle.pop()).is_alive():  # a fork has none of its parent's
            pass
    except IndexError:
        thread = _Deep()
        _start(thread)
    return thread


def _start(thread: threading.Thread) -> None:
    with _starting:
        before = threading.stack_size(_STACK)
        try:
            thread.start()
        finally:
            threading.stack_size(before)


class _Deep(threading.Thread):
    """Does what it is asked, one piece of work after another, and is idle in between."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.requests: SimpleQueue[tuple[Callable[[], object], SimpleQueue[_Outcome]]]
        self.requests = SimpleQueue()

    def run(self) -> None:
        """Work until the process ends."""
        while True:
            work, outcomes = self.requests.get()
            outcome = _outcome(work)
            del work  # it may hold a store, which whoever asked may want to close
            _idle.append(self)
            outcomes.put(outcome)
            del outcomes, outcome


def _outcome(work: Callable[[], object]) -> _Outcome:
    try:
        return work(), None
    except BaseException as error:  # noqa: BLE001 - raised where it is waited for, as a panic of the engine is
        return None, error
