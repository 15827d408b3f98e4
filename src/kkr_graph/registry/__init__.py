"""The registry: what is known before any document is read, from tables that staff edit."""

from kkr_graph.registry.entries import read_registry

__all__ = ["read_registry"]
