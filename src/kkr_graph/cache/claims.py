"""What each document claims of who has which role, kept until one of its names means somebody else."""

import json
from collections.abc import Callable

from kkr_graph.cache.meant import MeantCache
from kkr_graph.model.extract import Document
from kkr_graph.model.identity import Resolution
from kkr_graph.model.packed import pack, unpack
from kkr_graph.resolve.claims import Claims, Keep


def kept_claims(cache: MeantCache, resolution: Resolution) -> Keep:
    """Gives what a document claims, from what was kept of it if anything was."""

    def keep(document: Document, make: Callable[[], Claims]) -> Claims:
        def made() -> bytes:
            return json.dumps(pack(make()), ensure_ascii=False).encode()

        lines = cache.lines(document, resolution.meant.get(document.sha256, ()), made)
        return unpack(Claims, json.loads(lines))

    return keep
