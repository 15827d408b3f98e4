"""A folder in which people decide who is who, and a build that knows mentions alone."""

import json
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from kkr_graph.config import Config
from kkr_graph.curation.appearances import lines_of, write_appearances
from kkr_graph.curation.judgements import fingerprint, read_judgements
from kkr_graph.curation.ledger import append_to_ledger, read_ledger
from kkr_graph.model.identity import Mention, Resolution
from kkr_graph.model.review import Appearance, ReviewList, Side, Sighting
from kkr_graph.resolve.identity import resolve_people
from kkr_graph.resolve.likeness import CommonNames
from tests.factory import mention

LEDGER = "slug,name,municipality,party,organization,body,since,mention\n"
COMMON = CommonNames(surnames=frozenset({"lund", "dam"}))
JUDGEMENTS = "left,right,verdict,by,day,reason,score,pair\n"


def folder(tmp_path: Path) -> Config:
    config = Config(data=tmp_path / "data", out=tmp_path / "build")
    config.ledger.parent.mkdir(parents=True, exist_ok=True)
    config.out.mkdir(exist_ok=True)
    config.ledger.write_text(LEDGER, encoding="utf-8")
    return config


def build(config: Config, mentions) -> Resolution:
    """What a build does with people: resolve, remember who is new, write the list."""
    judged = read_judgements(config.judgements)
    resolution = resolve_people(mentions, read_ledger(config.ledger), judged, COMMON)
    append_to_ledger(config.ledger, resolution.newborn)
    handles = {side for pair in resolution.pairs for side in (pair.candidate, *pair.subjects)}
    names = {each.slug: each.name for each in resolution.people}
    names |= {each.key.reference: each.name for each in mentions}
    sides = {handle: Side(handle=handle, name=names[handle]) for handle in handles}
    review = ReviewList(pairs=resolution.pairs, sides=sides, judged=fingerprint(judged))
    config.review.write_text(json.dumps(review.to_json()), encoding="utf-8")
    write_appearances(config.appearances, [lines_of(appearances(mentions, resolution))])
    return resolution


def appearances(mentions, resolution: Resolution):
    for each in mentions:
        if each.key in resolution.by_mention:
            where = Sighting(document="a", body=each.body, day=each.day, place="linje 1", quote="")
            slug = resolution.by_mention[each.key]
            yield Appearance(
                person=slug, mention=each.key.reference, name=each.name, sighting=where
            )


# Mentions with few names and places, so that the cases collide.

MENTIONS = st.lists(
    st.builds(
        mention,
        st.sampled_from(("Jens Dam", "Jens B Dam", "Jens Dan", "Jens Dаm", "Jens Krog")),
        st.sampled_from((None, "A", "V")),
        st.sampled_from((None, "Aalborg", "Thisted")),
        source=st.sampled_from(("1", "2", "3", "4")),
        body=st.sampled_from(("Udvalg X", "Udvalg Y")),
        day=st.sampled_from((date(2016, 1, 1), date(2020, 1, 1))),
        listed=st.booleans(),
    ),
    unique_by=lambda each: each.key,
    min_size=2,
    max_size=7,
)


def state(config: Config, mentions: list[Mention]) -> tuple[object, ...]:
    """What a build gives once it knows everybody, and the files it leaves."""
    build(config, mentions)
    resolution = build(config, mentions)
    judged = config.judgements.read_bytes() if config.judgements.exists() else b""
    return (
        resolution.people, resolution.by_mention, resolution.doubts, resolution.pairs,
        config.ledger.read_bytes(), judged, config.review.read_bytes(),
    )  # fmt: skip
