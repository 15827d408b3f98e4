"""The paper as one web page that works offline: no scripts, and nothing is fetched.

The style is known by its hash to the page's own policy, so no other can be used.
"""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kkr_graph.model.cells import clean_text
from kkr_graph.model.policy import allowed_text
from kkr_graph.overview.paper import Paper


def to_html(paper: Paper) -> bytes:
    """The page's bytes."""
    style = files("kkr_graph.overview").joinpath("paper.css").read_text(encoding="utf-8")
    style += "\n".join(sorted({_width(share) for grid in paper.grids for share in grid.percents}))
    written = (
        _environment()
        .get_template("paper.html")
        .render(
            paper=paper,
            style=Markup(style),  # noqa: S704 - our own file
            policy=f"default-src 'none'; style-src {allowed_text(style)}; base-uri 'none'; form-action 'none'",
            numbers={id(grid): number for number, grid in enumerate(paper.grids, start=1)},
            id=id,
        )
    )
    return written.encode()


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("kkr_graph.overview", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )


def _clean(value: object) -> object:
    """Text from documents without what cannot be seen; our own markup as it is."""
    return clean_text(value) if type(value) is str else value


def _width(percent: int) -> str:
    return f".w{percent} {{ width: {percent}%; }}"
