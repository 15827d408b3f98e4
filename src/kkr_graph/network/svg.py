"""A network as SVG with real text, for Word, print and whoever draws on."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from kkr_graph.network import wording
from kkr_graph.network.appearance import EDGES, INK, NODES, PAPER, dashes_of, width_of
from kkr_graph.network.elements import Edge, EdgeKind, Network, Node
from kkr_graph.network.files import xml_text
from kkr_graph.network.layout import LINE_HEIGHT, Place
from kkr_graph.network.picture import Picture, pictured

_MARGIN = 24
_HEADING = 64  # room above the drawing
_LEGEND = 40  # and below it
_FACE = "system-ui, 'Segoe UI', Roboto, Arial, sans-serif"


def to_svg(network: Network) -> str:
    """The drawing with heading, counts and legend."""
    return svg_of(pictured(network))


def svg_of(picture: Picture) -> str:
    """What has been computed, drawn."""
    network, where = picture.network, picture.places
    left, top, right, bottom = _bounds(where.values())
    width, height = right - left, bottom - top
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="da" role="img" '
        f'width="{width}" height="{height}" viewBox="{left} {top} {width} {height}" '
        f'font-family="{_FACE}" font-size="14" fill="{INK}">',
        f"<title>{_text(network.title)}</title>",
        f"<desc>{_text(wording.counts(network))}</desc>",
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="{PAPER}"/>',
        *_heading(network, left + _MARGIN, top + _MARGIN),
        *_edges(picture),
        *_nodes(network, where),
        *_roles(picture),
        *_legend(network, left + _MARGIN, bottom - _MARGIN),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _bounds(where: Iterable[Place]) -> tuple[int, int, int, int]:
    drawn = list(where)
    left = min((place.left for place in drawn), default=0) - _MARGIN
    right = max((place.right for place in drawn), default=0) + _MARGIN
    top = min((place.top for place in drawn), default=0) - _MARGIN - _HEADING
    bottom = max((place.bottom for place in drawn), default=0) + _MARGIN + _LEGEND
    return round(left), round(top), round(max(right, left + 720)), round(bottom)


def _heading(network: Network, x: float, y: float) -> Iterator[str]:
    yield f'<text x="{x}" y="{y + 12}" font-size="22" font-weight="700">{_text(network.title)}</text>'
    told = wording.counts(network)
    if network.left_out:
        told = f"{told}; {wording.counted(network.left_out, 'navn', 'navne')} er udeladt"
    yield f'<text x="{x}" y="{y + 34}">{_text(told)}</text>'


def _edges(picture: Picture) -> Iterator[str]:
    where = picture.places
    for edge in sorted(picture.network.edges, key=lambda edge: edge.kind is EdgeKind.TENURE):
        look = EDGES[edge.kind]
        dashes = (
            f' stroke-dasharray="{" ".join(map(str, dashes_of(edge)))}"' if dashes_of(edge) else ""
        )
        path = _path(where[edge.source], where[edge.target], picture.bent[edge.id])
        yield (
            f'<path d="{path}" fill="none" stroke="{look.colour}" '
            f'stroke-width="{width_of(edge)}"{dashes}><title>{_text(_told(edge))}</title></path>'
        )


def _path(start: Place, end: Place, bow: float) -> str:
    x = (start.x + end.x) / 2 - (end.y - start.y) * bow
    y = (start.y + end.y) / 2 + (end.x - start.x) * bow
    return f"M{start.x:g} {start.y:g} Q{x:g} {y:g} {end.x:g} {end.y:g}"


def _told(edge: Edge) -> str:
    unsure = "" if edge.certain else " (formodning)"
    sources = "; ".join(wording.place(proof) for proof in edge.proofs) or "ingen kilde fundet"
    return f"{edge.role}{unsure} – {sources}"


def _nodes(network: Network, where: Mapping[str, Place]) -> Iterator[str]:
    for node in network.nodes:
        place = where[node.id]
        yield _shape(node, place)
        weight = ' font-weight="700"' if node.id == network.focus else ""
        for at, line in enumerate(place.lines):
            y = place.y + place.radius + 4 + LINE_HEIGHT * (at + 0.8)
            yield _haloed(line, place.x, y, weight)


def _shape(node: Node, place: Place) -> str:
    look = NODES[node.kind]
    points = " ".join(
        f"{place.x + x * place.radius:g},{place.y + y * place.radius:g}" for x, y in look.outline
    )
    round_ = f'<circle cx="{place.x:g}" cy="{place.y:g}" r="{place.radius}" fill="{look.colour}"/>'
    shape = f'<polygon points="{points}" fill="{look.colour}"/>' if points else round_
    letter = (
        f'<text x="{place.x:g}" y="{place.y + 5:g}" text-anchor="middle" font-weight="700" '
        f'fill="{PAPER}" aria-hidden="true">{look.letter}</text>'
    )
    return shape + letter


def _haloed(line: str, x: float, y: float, style: str = "") -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="middle" stroke="{PAPER}" stroke-width="4" '
        f'stroke-linejoin="round" paint-order="stroke"{style}>{_text(line)}</text>'
    )


def _roles(picture: Picture) -> Iterator[str]:
    for edge in picture.network.edges:
        if edge.id in picture.written:
            start, end = picture.places[edge.source], picture.places[edge.target]
            x = start.x + (end.x - start.x) * picture.spots[edge.id].along
            y = start.y + (end.y - start.y) * picture.spots[edge.id].along
            yield _haloed(edge.role, x, y + 4, ' font-size="12"')


def _legend(network: Network, x: float, y: float) -> Iterator[str]:
    for kind in dict.fromkeys(node.kind for node in network.nodes):
        word = wording.MANY[kind].capitalize()
        place = Place(x=x + 12, y=y - 5, radius=11, lines=(word,))
        yield _shape(Node(id="", kind=kind, label=word), place)
        yield f'<text x="{x + 30:g}" y="{y:g}">{word}</text>'
        x += 30 + len(word) * 8 + 24
    if any(not edge.certain for edge in network.edges):
        line = f'x1="{x:g}" y1="{y - 5:g}" x2="{x + 26:g}" y2="{y - 5:g}"'
        yield f'<line {line} stroke="{INK}" stroke-width="2" stroke-dasharray="7 5"/>'
        yield f'<text x="{x + 34:g}" y="{y:g}">Formodninger</text>'


def _text(text: str) -> str:
    return escape(xml_text(text))
