"""What a build keeps for the next one, which is as good with it as without, and slower without.

All of it lies below checksums in the output folder. What is damaged, or of another program, registry
or ontology, is as good as none.
"""

from kkr_graph.cache.appearances import appearance_lines
from kkr_graph.cache.claims import kept_claims
from kkr_graph.cache.fingerprint import graph_fingerprint
from kkr_graph.cache.last_build import (
    LastBuild,
    Outputs,
    forget_last_build,
    inputs_of,
    last_build,
    remember,
)
from kkr_graph.cache.last_graph import LastGraph, last_graph, remember_graph
from kkr_graph.cache.meant import MeantCache, MeantCaches
from kkr_graph.cache.parts import PartCache
from kkr_graph.cache.readings import Account, ReadingCache
from kkr_graph.cache.seen import kept_seen

__all__ = [
    "Account",
    "LastBuild",
    "LastGraph",
    "MeantCache",
    "MeantCaches",
    "Outputs",
    "PartCache",
    "ReadingCache",
    "appearance_lines",
    "forget_last_build",
    "graph_fingerprint",
    "inputs_of",
    "kept_claims",
    "kept_seen",
    "last_build",
    "last_graph",
    "remember",
    "remember_graph",
]
