"""Running one family of measurements on its own: ``python -m benchmarks.asking 600``."""

import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from benchmarks.data import MIDDLE, Data, made
from benchmarks.ratio import HEADER

Family = Callable[[Data], Iterator[object]]


def run(*families: Family) -> None:
    """Print the rows of families, on the number of minutes that the command line names."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()] or [MIDDLE]
    for number in numbers:
        data = made(number)
        print(f"\n### {number} meetings, {data.size:,} quads\n")
        print(machine())
        print_rows(row for family in families for row in family(data))


def as_installed() -> dict[str, str]:
    """The environment of a program that is measured: compiled once, as pip leaves it.

    Where Python is told to write no bytecode, every start would compile all of the program.
    """
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def print_rows(rows: Iterable[object]) -> None:
    """The rows as a table, each as soon as it is measured."""
    print(f"\n{HEADER}")
    for row in rows:
        print(row, flush=True)


def machine() -> str:
    """What is measured on, and what else it does: without that, a time says nothing."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{os.cpu_count()} cores{load}, Python {platform.python_version()}, {platform.system()}, "
        f"{datetime.now(tz=UTC):%Y-%m-%d}."
    )
