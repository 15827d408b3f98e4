"""The part of requirements.lock that the program itself needs, with hashes, on standard output.

Run by ``tests/smoke.sh`` in the development environment: what to install beside the wheel follows
from pyproject.toml and the installed packages' own metadata, which versions and hashes from the lock.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

ROOT = Path(__file__).parents[1]
_ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==.*(?:\n .*)*", re.MULTILINE)


def runtime_requirements(declared: list[str], lock: str) -> str:
    """The lock's entries of the declared packages and of everything that they need."""
    needed = _needed(declared)
    entries = (
        entry for entry in _ENTRY.finditer(lock) if canonicalize_name(entry["name"]) in needed
    )
    return "".join(f"{entry[0]}\n" for entry in entries)


def _needed(declared: list[str]) -> set[NormalizedName]:
    waiting = list(_applying(declared, ""))
    seen: set[tuple[NormalizedName, str]] = set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        for extra in {"", *requirement.extras} - {extra for other, extra in seen if other == name}:
            seen.add((name, extra))
            waiting.extend(_applying(requires(name) or [], extra))
    return {name for name, _ in seen}


def _applying(texts: list[str], extra: str) -> Iterator[Requirement]:
    """The requirements that hold on this machine, for one extra or for none."""
    for requirement in map(Requirement, texts):
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            yield requirement


if __name__ == "__main__":
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    sys.stdout.write(runtime_requirements(project["dependencies"], lock))
