"""What is made of a document and of whom its names mean: kept until one of them means somebody else."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from kkr_graph.cache.fingerprint import reading_fingerprint
from kkr_graph.cache.parts import PartCache
from kkr_graph.config import Config
from kkr_graph.model.extract import Document


class MeantCache:
    """The lines that lie in a folder, each document's under a name that says all that decides them."""

    def __init__(self, kept: PartCache, fingerprint: str) -> None:
        self._kept = kept
        self._fingerprint = fingerprint
        self._used: set[str] = set()

    @classmethod
    def of(cls, config: Config, what: str) -> "MeantCache":
        """What the last build left, for the program, registry and curation as they are now.

        Args:
            config: where it lies.
            what: the lines are of.
        """
        return cls(PartCache(config.cache / what), reading_fingerprint(config))

    def lines(self, document: Document, meant: Sequence[str], made: Callable[[], bytes]) -> bytes:
        """The lines of a document, as they are kept or as they are made now.

        Args:
            document: which one.
            meant: whom its names mean.
            made: makes the lines.
        """
        told = "\x1f".join((self._fingerprint, document.sha256, document.name, *meant))
        name = hashlib.sha256(told.encode()).hexdigest()
        self._used.add(name)
        lines = self._kept.get(name)
        if lines is None:
            lines = made()
            self._kept.put(name, lines)
        return lines

    def forget_others(self) -> None:
        """Keep nothing that this build did not use."""
        self._kept.keep_only(self._used)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeantCaches:
    """Each in the folder of its name."""

    claims: MeantCache
    seen: MeantCache
    appearances: MeantCache

    @classmethod
    def of(cls, config: Config) -> "MeantCaches":
        """What the last build left."""
        return cls(**{each.name: MeantCache.of(config, each.name) for each in fields(cls)})

    def forget_others(self) -> None:
        """Keep nothing that this build did not use."""
        for each in fields(self):
            getattr(self, each.name).forget_others()
