"""Long work that a page begins: one at a time, in the background, with a page that tells how far it is.

The graph is built in a process of its own, so pages keep answering from the old one meanwhile.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from kkr_graph.errors import KkrGraphError
from kkr_graph.web.rendering import render
from kkr_graph.web.writing import Refused

_log = logging.getLogger(__name__)
HOME = "/bygning"

Tell: TypeAlias = Callable[[str, int, int], None]
"""Is told the step, in Danish, how much of it is done, and how much there is."""
Work: TypeAlias = Callable[[Tell], str]
"""What is done; it returns the path of the page that shows what came of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the work is. It led to a ``path``, or to a ``problem`` and nothing was changed."""

    title: str
    step: str = ""
    done: int = 0
    total: int = 0
    path: str = ""
    problem: str = ""
    hint: str = ""
    back: str = "/"

    @property
    def is_running(self) -> bool:
        """Whether it goes on."""
        return not (self.path or self.problem)

    @property
    def has_parts(self) -> bool:
        """Whether it can be told how much is left of the step."""
        return self.total > 1


class Builds:
    """The work that goes on, or went on last."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._progress: Progress | None = None
        self._thread: threading.Thread | None = None

    @property
    def progress(self) -> Progress | None:
        """How far it is; None where nothing was begun."""
        return self._progress

    def start(self, title: str, work: Work, *, back: str = "/") -> Response:
        """Begin; the answer leads to the page that tells how far it is.

        Args:
            title: What is done, in Danish.
            work: Does it, and returns the path of the page that shows what came of it.
            back: Where to go where nothing came of it.

        Raises:
            Refused: Something else is going on.
        """
        with self._lock:
            if self._progress is not None and self._progress.is_running:
                raise Refused(
                    409,
                    "Der er allerede noget i gang.",
                    "Vent, til det er færdigt, og prøv igen. Intet er ændret.",
                )
            self._progress = Progress(title=title, back=back)
            self._thread = threading.Thread(target=self._run, args=(work,), daemon=True)
            self._thread.start()
        return RedirectResponse(HOME, status_code=303)

    def wait(self) -> None:
        """Until it is over."""
        if self._thread is not None:
            self._thread.join()

    def _run(self, work: Work) -> None:
        try:
            self._note(path=work(self._tell))
        except KkrGraphError as error:
            self._note(problem=str(error), hint=error.hint)
        except Exception as defect:  # noqa: BLE001 - told on the page; the server goes on
            _log.exception("work begun by a page")
            self._note(
                problem=f"Der er en fejl i programmet ({type(defect).__name__}).",
                hint="Intet er ændret. Detaljerne står i det vindue, hvor kkr-graph serve kører.",
            )

    def _tell(self, step: str, done: int, total: int) -> None:
        self._note(step=step, done=done, total=total)

    def _note(self, **told: str | int) -> None:
        assert self._progress is not None
        self._progress = replace(self._progress, **told)  # type: ignore[arg-type]


def builds_of(request: Request) -> Builds:
    """What goes on in the background of this server."""
    builds = request.app.state.builds
    assert isinstance(builds, Builds)
    return builds


def building(request: Request) -> Response:
    """How far the work is; when it is over, what came of it."""
    progress = builds_of(request).progress
    if progress is None:
        return RedirectResponse("/", status_code=303)
    if progress.path:
        return RedirectResponse(progress.path, status_code=303)
    return render("building.html", part="intake", progress=progress)


def building_json(request: Request) -> Response:
    """The same for the script of the page."""
    progress = builds_of(request).progress
    if progress is None:
        return JSONResponse({"running": False})
    return JSONResponse(
        {
            "running": progress.is_running,
            "step": progress.step,
            "done": progress.done if progress.has_parts else 0,
            "total": progress.total if progress.has_parts else 0,
        }
    )


BUILDING_ROUTES = (Route(HOME, building), Route(f"{HOME}.json", building_json))
