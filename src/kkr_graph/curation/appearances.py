"""Whom each mention in the documents means, as a build leaves it: one line for each.

A line begins with the person, so that the lines of one are found without reading those of others.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path

from kkr_graph.errors import ConfigError
from kkr_graph.files import replacing
from kkr_graph.model.names import in_danish_order
from kkr_graph.model.review import Appearance, Side

_PERSON, _MENTION = '{"person": ', ', "mention": '  # how a line begins and goes on
_JSON = json.JSONDecoder()
_ENCODER = json.JSONEncoder(ensure_ascii=False)  # one for all: to make one takes longer than a line
_SHOWN = 3  # passages of one person; the documents have the rest


def lines_of(appearances: Iterable[Appearance]) -> bytes:
    """A line for each, in the order given."""
    return "".join(f"{_ENCODER.encode(each.to_json())}\n" for each in appearances).encode()


def write_appearances(path: Path, lines: Iterable[bytes]) -> None:
    """Write the lines of all documents, in the order given."""
    with replacing(path) as file:
        file.writelines(lines)


def read_appearances(path: Path, slug: str) -> tuple[Appearance, ...]:
    """Those of one person, the earliest document first; none of somebody whom no document names.

    Raises:
        ConfigError: Nothing has been built yet, or by an older version.
    """
    begins = f"{_PERSON}{_ENCODER.encode(slug)}{_MENTION}"
    try:
        with path.open(encoding="utf-8") as lines:
            return tuple(
                Appearance.from_json(json.loads(line)) for line in lines if line.startswith(begins)
            )
    except FileNotFoundError as error:
        raise _missing(path) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{path} kan ikke læses", "Byg igen: kkr-graph build") from error


def people_of(path: Path, mentions: Collection[str]) -> dict[str, str]:
    """The slugs of those whom mentions were taken to mean, by reference; some may mean nobody.

    Raises:
        ConfigError: Nothing has been built yet, or by an older version.
    """
    wanted = frozenset(mentions)
    found: dict[str, str] = {}
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines if wanted else ():
                person, mention = _whose(line)
                if mention in wanted:
                    found[mention] = person
    except FileNotFoundError as error:
        raise _missing(path) from error
    return found


def _whose(line: str) -> tuple[str, str]:
    """The person and the mention, which a line begins with."""
    person, end = _JSON.raw_decode(line, len(_PERSON))
    mention, _ = _JSON.raw_decode(line, end + len(_MENTION))
    return person, mention


def side_of(slug: str, name: str, appearances: Sequence[Appearance]) -> Side:
    """All that the documents say of somebody, as it is compared with somebody else."""
    days = [each.sighting.day for each in appearances if each.sighting.day]
    latest = sorted(appearances, key=lambda each: each.sighting.day or date.min, reverse=True)
    return Side(
        handle=slug,
        name=name,
        forms=in_danish_order(each.name for each in appearances if each.name != name),
        parties=in_danish_order(each.party for each in appearances),
        municipalities=in_danish_order(each.municipality for each in appearances),
        organizations=in_danish_order(each.organization for each in appearances),
        bodies=in_danish_order(each.sighting.body for each in appearances),
        first=min(days, default=None),
        last=max(days, default=None),
        documents=len({each.sighting.sha256 for each in appearances}),
        sightings=tuple(each.sighting for each in latest[:_SHOWN]),
    )


def _missing(path: Path) -> ConfigError:
    return ConfigError(
        f"{path} findes ikke, så det vides ikke, hvor personen er nævnt",
        "Byg først: kkr-graph build",
    )
