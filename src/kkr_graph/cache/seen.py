"""What each document says of those whom it mentions, kept so that a question leaves the rest of it packed."""

import json
from collections.abc import Iterable, Sequence

from kkr_graph.cache.meant import MeantCache
from kkr_graph.model.extract import Extract
from kkr_graph.model.identity import Mention
from kkr_graph.model.packed import pack, unpack
from kkr_graph.resolve.mentions import mentions_of
from kkr_graph.resolve.review import Seen, SeenIn, seen_in


def kept_seen(cache: MeantCache) -> SeenIn:
    """Gives what a document says of some whom it mentions, from what was kept of it if anything was."""

    def kept(extract: Extract, mentions: Sequence[Mention]) -> Iterable[Seen]:
        def made() -> bytes:
            every = tuple(mentions_of(extract))
            names = (mention.key.reference for mention in every)
            seen = map(pack, seen_in(extract, every))
            return json.dumps(dict(zip(names, seen, strict=True)), ensure_ascii=False).encode()

        # whomever the names mean
        packed = json.loads(cache.lines(extract.document, (), made))
        return (unpack(Seen, packed[mention.key.reference]) for mention in mentions)

    return kept
