"""Whom each mention means, with where it stands: what a person needs to part two who were joined."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kkr_graph.model.extract import Extract
from kkr_graph.model.identity import Mention, MentionKey, Resolution
from kkr_graph.model.namings import Naming, namings_of
from kkr_graph.model.review import Appearance
from kkr_graph.resolve.sightings import Locator, sighting


def find_appearances(
    extracts: Iterable[Extract],
    mentions: Iterable[Mention],
    resolution: Resolution,
    locate: Locator,
) -> Iterator[Appearance]:
    """Every mention of everybody, document by document in the order of their days."""
    mains = {key: mention for mention in mentions for key in mention.keys}
    for extract in in_order(extracts):
        places: dict[MentionKey, list[Naming]] = {}
        for naming in namings_of(extract):
            if naming.key in resolution.by_mention:
                places.setdefault(mains[naming.key].key, []).append(naming)
        for key in sorted(places, key=lambda each: each.said):
            yield _appearance(mains[key], resolution.by_mention[key], places[key], locate)


def in_order(extracts: Iterable[Extract]) -> list[Extract]:
    """Documents in the order of their days."""
    return sorted(extracts, key=_by_day)


def _by_day(extract: Extract) -> tuple[date, str]:
    return (extract.document.date or date.max, extract.document.sha256)


def _appearance(
    mention: Mention, slug: str, places: Sequence[Naming], locate: Locator
) -> Appearance:
    first = min(places, key=lambda each: each.passage)
    return Appearance(
        person=slug,
        mention=mention.key.reference,
        name=mention.name,
        party=mention.key.party,
        municipality=mention.key.municipality,
        organization=mention.organization or "",
        places=len({each.passage for each in places}),
        sighting=sighting(first.document, first.passage, locate),
    )
