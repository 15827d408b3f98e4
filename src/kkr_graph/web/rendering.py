"""From values to HTML, through templates that escape everything."""

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from kkr_graph.model.names import on_one_line
from kkr_graph.web import wording
from kkr_graph.web.asking import Choice, description
from kkr_graph.web.surroundings import current
from kkr_graph.web.view import Look


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kkr_graph.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["on_one_line"] = on_one_line
    environment.globals |= {
        "wording": wording,
        "Look": Look,
        "description": description,
    }
    return environment


def render(template: str, /, *, status: int = 200, **values: object) -> HTMLResponse:
    """A page. ``typed`` stands in the search box, ``part`` is the part of the site it is in.

    ``writer`` is the leave to change something; None hides every button that would. ``surroundings``
    has what stands on every page.
    """
    around = current()
    known = {
        "typed": "", "part": "", "writer": around.writer, "surroundings": around, **values,
    }  # fmt: skip
    return HTMLResponse(_environment().get_template(template).render(known), status_code=status)


def render_error(
    status: int,
    problem: str,
    hint: str = "",
    choices: Sequence[Choice] = (),
    code: str = "",
) -> HTMLResponse:
    """A page that says what is wrong, what to do, and a code by which it is found in the log."""
    return render(
        "error.html",
        status=status,
        code=code or str(status),
        problem=problem,
        hint=hint,
        choices=choices,
    )
