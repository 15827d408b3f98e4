"""From values to HTML, through templates that escape everything."""

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from kkr_graph.web import wording
from kkr_graph.web.asking import description
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
    environment.globals |= {"wording": wording, "Look": Look, "description": description}
    return environment


def render(template: str, /, *, status: int = 200, **values: object) -> HTMLResponse:
    """A page. ``typed`` stands in the search box, ``part`` is the part of the site it is in."""
    known = {"typed": "", "part": "", **values}
    return HTMLResponse(_environment().get_template(template).render(known), status_code=status)


def render_error(
    status: int, problem: str, hint: str = "", choices: Sequence[str] = ()
) -> HTMLResponse:
    """A page that says what is wrong and what to do."""
    return render(
        "error.html", status=status, code=status, problem=problem, hint=hint, choices=choices
    )
