"""Whom the names of each document mean, as lines: kept until one of them means somebody else."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from kkr_graph.cache.fingerprint import reading_fingerprint
from kkr_graph.cache.parts import PartCache
from kkr_graph.config import Config
from kkr_graph.curation.appearances import lines_of
from kkr_graph.model.extract import Document, Extract
from kkr_graph.model.identity import Mention, Resolution
from kkr_graph.resolve.appearances import find_appearances, in_order
from kkr_graph.resolve.namings import Locator


class AppearanceCache:
    """The lines that lie in a folder, each document's under a name that says all that decides them."""

    def __init__(self, kept: PartCache, fingerprint: str) -> None:
        self._kept = kept
        self._fingerprint = fingerprint
        self._used: set[str] = set()

    @classmethod
    def of(cls, config: Config) -> "AppearanceCache":
        """What the last build left, for the program and the curation as they are now."""
        return cls(PartCache(config.out / "cache" / "appearances"), reading_fingerprint(config))

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


def appearance_lines(
    extracts: Iterable[Extract],
    mentions: Iterable[Mention],
    resolution: Resolution,
    locate: Locator,
    cache: AppearanceCache | None,
) -> Iterator[bytes]:
    """The lines of each document, in the order of their days."""
    named: dict[str, list[Mention]] = {}
    for mention in mentions:
        named.setdefault(mention.key.sha256, []).append(mention)
    for extract in in_order(extracts):
        sha256 = extract.document.sha256
        found = find_appearances((extract,), named.get(sha256, ()), resolution, locate)
        if cache is None:
            yield lines_of(found)
        else:
            meant = resolution.meant.get(sha256, ())
            yield cache.lines(extract.document, meant, partial(lines_of, found))
