"""What is shown of a network, as files."""

from collections.abc import Callable, Mapping

from kkr_graph.network.files import to_gexf, to_graphml
from kkr_graph.network.picture import Picture
from kkr_graph.network.svg import svg_of
from kkr_graph.network.workbook import to_workbook

FORMATS: Mapping[str, str] = {
    "svg": "Tegning til Word og tryk (SVG)",
    "xlsx": "Tabellen til Excel (xlsx)",
    "graphml": "Til yEd og Cytoscape (GraphML)",
    "gexf": "Til Gephi (GEXF)",
}
MEDIA_TYPES: Mapping[str, str] = {
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "graphml": "application/xml",
    "gexf": "application/xml",
}
_WRITERS: Mapping[str, Callable[[Picture], bytes]] = {
    "svg": lambda picture: svg_of(picture).encode(),
    "xlsx": lambda picture: to_workbook(picture.network),
    "graphml": lambda picture: to_graphml(picture.network).encode(),
    "gexf": lambda picture: to_gexf(picture.network).encode(),
}


def to_file(picture: Picture, form: str) -> bytes:
    """What is shown, in one of the formats."""
    return _WRITERS[form](picture)
