"""Pages of networks as they stand, with nothing in reserve."""

from datetime import date

from kkr_graph.network.elements import Network
from kkr_graph.network.page import page_of
from kkr_graph.network.picture import pictured
from kkr_graph.network.shown import State


def to_page(network: Network, *, day: date | None = None) -> str:
    return page_of(pictured(network), State(day=day))
