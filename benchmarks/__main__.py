"""Prints all measurements as tables: ``python -m benchmarks``, or ``make bench``.

``python -m benchmarks 10`` takes so many meetings, ``python -m benchmarks 600 asking traps`` some of
the families only. Each family runs in a process of its own: one that fails, or needs more time or
memory than there is, takes no other with it, and its rows so far stand.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from threading import Timer

from benchmarks.data import MIDDLE, SMALL
from benchmarks.ratio import HEADER
from benchmarks.runs import machine

FAMILIES = (
    "starting", "reading", "building", "loading", "checking", "asking", "traps", "growing", "costs",
    "networks", "searching", "exporting", "web", "swapping",
)  # fmt: skip
"""In this order: what changes the graph comes last."""

LIMIT = 7200  # seconds for one family


def main(words: Sequence[str], limit: float = LIMIT) -> int:
    """Measure some families, on some numbers of meetings; 1 where one was not measured."""
    numbers = [int(word) for word in words if word.isdecimal()] or [SMALL, MIDDLE]
    wanted = [word for word in words if not word.isdecimal()] or list(FAMILIES)
    if unknown := set(wanted) - set(FAMILIES):
        sys.exit(f"no such family: {', '.join(sorted(unknown))}; there are {', '.join(FAMILIES)}")
    failed = False
    for number in numbers:
        subprocess.run((sys.executable, "-m", "benchmarks.data", str(number)), check=True)
        print(f"\n{machine()}\n\n{HEADER}", flush=True)
        for family in (each for each in FAMILIES if each in wanted):
            failed |= not measured(family, number, limit)
    return int(failed)


def measured(family: str, number: int, limit: float) -> bool:
    """Print the rows of one family as they come; false where it did not come to its end."""
    command = (sys.executable, "-m", f"benchmarks.{family}", str(number))
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )
    watch = Timer(limit, _end, (process,))
    watch.start()
    assert process.stdout is not None
    with process.stdout as lines:
        for line in lines:
            if line.startswith("| ") and line.rstrip() not in HEADER.splitlines():
                print(line, end="", flush=True)
    code = process.wait()
    in_time = watch.is_alive()
    watch.cancel()
    if code:
        why = f"ended with {code}" if in_time else f"given up after {limit:g} s"
        print(f"| **{family}** | – | – | – | – | – | {why} |", flush=True)
    return code == 0


def _end(process: subprocess.Popen[str]) -> None:
    """End a family with the engines that it has started."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
