"""Whom the names of each document mean, as lines: kept until one of them means somebody else."""

from collections.abc import Iterable, Iterator
from functools import partial

from kkr_graph.cache.meant import MeantCache
from kkr_graph.curation.appearances import lines_of
from kkr_graph.model.extract import Extract
from kkr_graph.model.identity import Mention, Resolution
from kkr_graph.resolve.appearances import find_appearances, in_order
from kkr_graph.resolve.sightings import Locator


def appearance_lines(
    extracts: Iterable[Extract],
    mentions: Iterable[Mention],
    resolution: Resolution,
    locate: Locator,
    cache: MeantCache | None,
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
