"""What a build costs as the folder grows: the processor's time and the memory, as the command line has them.

Each build is a process of its own, with its reading processes. The time of the processor can be
compared on a machine that others use as well; the memory is the most that one of them had. What
tells both, ``os.wait4``, is not there on Windows.
"""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory

from benchmarks.data import Data, made
from benchmarks.ratio import Ratio
from benchmarks.runs import as_installed, run
from kkr_graph.config import Config

# a process counts as its own what the one that began it had: so the one between has nothing
_MEASURING = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, process.returncode)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Of one build: seconds of the processor, and megabytes at the highest."""

    seconds: float
    megabytes: int

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s, {self.megabytes} MB"


def cost(config: Config, jobs: int = 1) -> Cost:
    """Build by the command line."""
    words = ("build", "--data", config.data, "--out", config.out, "--jobs", str(jobs))
    command = (sys.executable, "-c", _MEASURING, sys.executable, "-m", "kkr_graph", *words)
    done = subprocess.run(command, env=as_installed(), capture_output=True, check=True)
    seconds, kilobytes, code = done.stdout.split()
    if int(code) > 1:  # 1 is that a rule is broken
        raise RuntimeError(done.stderr.decode())
    return Cost(seconds=float(seconds), megabytes=int(kilobytes) // 1024)


def rows(data: Data) -> Iterator[Ratio]:
    """On copies, of a tenth of the documents and of all."""
    smaller = made(max(data.number // 10, 1))
    with TemporaryDirectory() as folder:
        tenth, config = (_copied(each, Path(folder)) for each in (smaller, data))
        times = data.number / smaller.number
        few, all_ = _from_nothing(tenth), _from_nothing(config)
        yield Ratio(
            what=f"{data.number} documents from nothing",
            against=f"{smaller.number} documents, {times:g} times",
            rounds=[times * few.seconds / all_.seconds],
            note=f"{all_}; of {smaller.number}: {few}",
        )
        divided = _from_nothing(config, jobs=2)
        yield Ratio(
            what=f"{data.number} documents from nothing, two processes reading",
            against="one process",
            rounds=[all_.seconds / divided.seconds],
            note=str(divided),
        )
        for what, again in _afterwards(config):
            yield Ratio(
                what=what,
                against=f"{data.number} documents from nothing",
                rounds=[all_.seconds / again.seconds],
                note=str(again),
            )


def _copied(data: Data, folder: Path) -> Config:
    config = Config(data=folder / str(data.number) / "data", out=folder / str(data.number) / "out")
    copytree(data.config.data, config.data)
    return config


def _from_nothing(config: Config, jobs: int = 1) -> Cost:
    rmtree(config.out, ignore_errors=True)
    return cost(config, jobs)


def _afterwards(config: Config) -> Iterator[tuple[str, Cost]]:
    """What is done again and again, after a build in which nobody is new."""
    cost(config)
    yield "nothing changed", cost(config)
    more = config.data / "minutes" / "zz-en-mere.txt"
    first = min(config.data.joinpath("minutes").iterdir()).read_text(encoding="utf-8")
    more.write_text(f"{first}\n1\n", encoding="utf-8")
    yield "one document more", cost(config)
    more.write_text(f"{first}\n2\n", encoding="utf-8")
    yield "one document changed", cost(config)
    more.unlink()
    yield "one document less", cost(config)


if __name__ == "__main__":
    run(rows)
