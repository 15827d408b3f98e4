"""Drawing a picture as SVG: places across in per cent, heights in pixels, text that never shrinks.

A picture is as wide as the page leaves room for, so its letters are as large on a telephone as on a
screen; and it needs no colour to be understood. Everything that is written in it is escaped.
"""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from markupsafe import Markup

INK, QUIET, LINE, PAPER = "#1c2530", "#4d5966", "#b9c3cd", "#ffffff"
BLUE, BAND = "#1f5a86", "#eef2f6"
SIZE = 13  # of letters
_LINE = SIZE + 4
_NARROWEST = 38  # characters that a line has room for on the narrowest screen
_NARROWEST_BOLD = 32


def element(name: str, *content: Markup | str, **attributes: str | float) -> Markup:
    """An element; an underscore in an attribute's name stands for a hyphen."""
    written = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _number(value))
        for key, value in attributes.items()
        if value != ""
    )
    inside = Markup("").join(content)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), written, inside)  # noqa: S704 - ours


def _number(value: str | float) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def across(share: float) -> str:
    """A place between the left edge (0) and the right one (1)."""
    return f"{round(100 * share, 3):g}%"


def text(  # noqa: PLR0913 - how a text may look
    x: str | float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    fill: str = INK,
    weight: int = 400,
    size: int = SIZE,
    rim: str = "",
) -> Markup:
    """Some words; a ``y`` is that of the line they stand on, a ``rim`` keeps lines from running through."""
    rimmed: dict[str, str | float] = (
        {"stroke": rim, "stroke_width": 4, "paint_order": "stroke"} if rim else {}
    )
    return element(
        "text",
        words,
        x=x,
        y=y,
        text_anchor=anchor,
        fill=fill,
        font_weight=weight,
        font_size=size,
        **rimmed,
    )


def heading(
    x: str | float, top: float, words: str, *, bold: bool = False, fill: str = INK, rim: str = ""
) -> Iterator[Markup]:
    """Some words above something, in lines that a narrow screen has room for."""
    for nth, line in enumerate(_lines_of(words, bold=bold), start=1):
        yield text(x, top + _LINE * nth - 4, line, weight=600 if bold else 400, fill=fill, rim=rim)


def height_of_heading(words: str, *, bold: bool = False) -> int:
    """How much of the picture it takes."""
    return _LINE * len(_lines_of(words, bold=bold))


def _lines_of(words: str, *, bold: bool) -> Sequence[str]:
    return wrap(words, _NARROWEST_BOLD if bold else _NARROWEST) or [""]


def hatching(name: str, colour: str = BLUE) -> Markup:
    """What fills something that is not known: ``fill="url(#name)"``."""
    stroke = element("line", x1=0, y1=0, x2=0, y2=6, stroke=colour, stroke_width=2)
    ground = element("rect", width=6, height=6, fill=PAPER)
    return element(
        "pattern",
        ground,
        stroke,
        id=name,
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def picture(
    name: str, title: str, description: str, height: float, parts: Iterable[Markup]
) -> Markup:
    """The whole picture; ``name`` begins its identifiers, which a page has once.

    Args:
        name: such as ``tidslinje``.
        title: what it is, in a few words.
        description: what it shows, for whoever does not see it.
        height: in pixels.
        parts: what is drawn, the hindmost first.
    """
    return element(
        "svg",
        element("title", title, id=f"{name}-titel"),
        element("desc", description, id=f"{name}-tekst"),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        lang="da",
        role="img",
        aria_labelledby=f"{name}-titel {name}-tekst",
        width="100%",
        height=height,
        font_family="system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
        font_size=SIZE,
    )
