"""The part of requirements.lock that the program itself needs, with hashes, on standard output.

Run by ``tests/smoke.sh`` in the development environment: what to install beside the wheel follows
from the installed packages' own metadata, which versions and hashes from the lock.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

LOCK = Path(__file__).parents[1] / "requirements.lock"
_ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==.*(?:\n .*)*", re.MULTILINE)


def runtime_requirements(package: str, lock: str) -> str:
    """The lock's entries of everything that a package needs, itself left out."""
    needed = _needed(package) - {canonicalize_name(package)}
    entries = (entry for entry in _ENTRY.finditer(lock) if canonicalize_name(entry["name"]) in needed)
    return "".join(f"{entry[0]}\n" for entry in entries)


def _needed(package: str) -> set[NormalizedName]:
    waiting = [(canonicalize_name(package), "")]
    seen = set()
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) not in seen:
            seen.add((name, extra))
            for requirement in _requirements(name, extra):
                also = ("", *requirement.extras)
                waiting.extend((canonicalize_name(requirement.name), each) for each in also)
    return {name for name, _ in seen}


def _requirements(package: str, extra: str) -> Iterator[Requirement]:
    """What a package asks for on this machine, for one of its extras or for none."""
    for text in requires(package) or ():
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            yield requirement


if __name__ == "__main__":
    sys.stdout.write(runtime_requirements("kkr-graph", LOCK.read_text(encoding="utf-8")))
