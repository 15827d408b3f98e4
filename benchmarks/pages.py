"""How soon a network page answers: ``python -m benchmarks.pages [NODES] [ROUNDS]``.

Our page against pyvis's own, both with the same positions, opened in turn in headless Chromium without
a network. Sooner means: less time from the address to the frame that shows a selection.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from pyvis.network import Network as Pyvis

from benchmarks.ratio import HEADER, Ratio
from kkr_graph.network.elements import Edge, EdgeKind, Network, Node, NodeKind, Proof
from kkr_graph.network.page import page_of
from kkr_graph.network.picture import Picture, pictured
from kkr_graph.network.shown import State

_SEED = 20251024
_DAY = date(2025, 10, 24)
_ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_AIM, _AIM_ALONE = 5, 1.5  # times as fast, and seconds
_PATIENCE = 60  # seconds, after which a page that still moves counts as that slow
_WATCHED = """
    const isReady = () => { try { return READY; } catch (error) { return false; } };
    const look = () => {
        if (!isReady()) { requestAnimationFrame(look); return; }
        SELECT;
        requestAnimationFrame(() => requestAnimationFrame(() => { window.answered = performance.now(); }));
    };
    requestAnimationFrame(look);
"""  # in the page itself, which it runs in from the beginning: asking from outside takes longer than a page
_OURS = "document.body.dataset.drawn === 'yes'", "window.netvaerk.select({node: 'CHOSEN'})"
_THEIRS = (
    "network && (document.getElementById('loadingBar') === null"
    " || document.getElementById('loadingBar').style.display === 'none')",
    "network.selectNodes(['CHOSEN'])",
)


def network_of(number: int) -> Network:
    """People with posts in bodies, from municipalities: so many nodes, all made up."""
    chance = Random(_SEED)
    bodies = [_node(NodeKind.BODY, at) for at in range(number // 10)]
    places = [_node(NodeKind.MUNICIPALITY, at) for at in range(number // 20)]
    people = [_node(NodeKind.PERSON, at) for at in range(number - len(bodies) - len(places))]
    edges = [
        _edge(person, other, kind)
        for person in people
        for kind, others in (
            (EdgeKind.TENURE, chance.sample(bodies, chance.choice((1, 1, 2)))),
            (EdgeKind.MUNICIPALITY, [chance.choice(places)]),
        )
        for other in others
    ]
    return Network(
        title="Netværk", nodes=(*people, *bodies, *places), edges=tuple(edges), focus=people[0].id
    )


def _node(kind: NodeKind, at: int) -> Node:
    return Node(id=f"{kind}{at}", kind=kind, label=f"{kind.value.capitalize()} Nummer {at}")


def _edge(source: Node, target: Node, kind: EdgeKind) -> Edge:
    proof = Proof(document="referat.pdf", page=3, line=40, quote=f"{source.label} er udpeget.")
    return Edge(
        id=f"{kind}-{source.id}-{target.id}", source=source.id, target=target.id, kind=kind,
        role="medlem", from_=_DAY, proofs=(proof,),
    )  # fmt: skip


def our_page(picture: Picture) -> str:
    """Our page."""
    return page_of(picture, State())


def their_page(picture: Picture, *, physics: bool) -> str:
    """Pyvis's own page, in one file, with the positions given."""
    canvas = Pyvis(directed=True, cdn_resources="in_line")
    canvas.toggle_physics(physics)
    for node in picture.network.nodes:
        place = picture.places[node.id]
        canvas.add_node(node.id, label=node.label, x=place.x, y=place.y)
    for edge in picture.network.edges:
        canvas.add_edge(edge.source, edge.target, title=edge.role)
    return str(canvas.generate_html())


def answered(browser: Browser, file: Path, page_is: tuple[str, str], chosen: str) -> float:
    """Seconds from the address to the frame that shows a selection."""
    ready, select = page_is
    watched = _WATCHED.replace("READY", ready).replace("SELECT", select).replace("CHOSEN", chosen)
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 1000})
    try:
        page = context.new_page()
        page.add_init_script(watched)
        page.goto(file.as_uri(), wait_until="commit")
        try:
            page.wait_for_function("() => window.answered", timeout=_PATIENCE * 1000)
        except PlaywrightTimeoutError:
            return float(_PATIENCE)
        return float(page.evaluate("window.answered")) / 1000
    finally:
        context.close()


def compared(browser: Browser, folder: Path, number: int, rounds: int) -> Iterator[str]:
    """One row for each of pyvis's pages, and one for ours by itself."""
    picture = pictured(network_of(number))
    chosen = picture.network.nodes[5].id
    ours = partial(
        answered, browser, _written(folder / "ours.html", our_page(picture)), _OURS, chosen
    )
    own: list[float] = []
    for physics in (False, True):
        page = _written(folder / f"theirs-{physics}.html", their_page(picture, physics=physics))
        theirs = partial(answered, browser, page, _THEIRS, chosen)
        pairs = [(ours(), theirs()) for _ in range(1 if physics else rounds + 1)]
        pairs = pairs if physics else pairs[1:]  # the first of several is thrown away
        own += [mine for mine, _ in pairs]
        yield str(
            Ratio(
                what=f"our page of {number} nodes, until a selection shows",
                against=f"pyvis's own page, positions given, physics {'on' if physics else 'off'}",
                rounds=[other / mine for mine, other in pairs],
                aim=_AIM,
                note=f"stopped at {_PATIENCE} s"
                if max(other for _, other in pairs) >= _PATIENCE
                else "",
            )
        )
    yield (
        f"\nOur page by itself: {median(own):.3g} s ({min(own):.3g}–{max(own):.3g}, "
        f"{len(own)} rounds); the aim is {_AIM_ALONE} s."
    )


def _written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def main(number: int = 1000, rounds: int = 5) -> None:
    """Print the rows of the table."""
    executable = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if executable is None:
        sys.exit("chromium is not installed (tests/machine-parts.sh installs it as root on Debian)")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=_ARGUMENTS)
        print(HEADER)
        for row in compared(browser, Path(folder), number, rounds):
            print(row, flush=True)
        browser.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
