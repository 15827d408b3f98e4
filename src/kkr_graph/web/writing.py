"""What may change something: only a page of ours, on this machine, while writing is allowed.

Any web page that a browser shows can send forms to the loopback interface. So a change is made only
by POST, from a page of this very address (``Origin`` and ``Sec-Fetch-Site``, which no page can forge),
and with a secret that only our own pages carry. Every writing route is made by ``writing_route``.
"""

import secrets
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from typing import TypeAlias

from python_multipart.exceptions import FormParserError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, Headers
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kkr_graph.errors import KkrGraphError
from kkr_graph.web.rendering import render_error
from kkr_graph.web.writer import Writer

TOKEN_FIELD = "token"  # noqa: S105 - the name, not the secret
TOKEN_HEADER = "x-kkr-token"  # noqa: S105
_SAME_SITE = ("same-origin", "none")  # none: the person did it, not a page
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a form may bring, in bytes; ``fields`` may stand beside the files."""

    whole: int
    part: int
    files: int = 0
    fields: int = 500


FORM = Limits(whole=256 * 1024, part=64 * 1024)

Change: TypeAlias = Callable[[Request, FormData, Writer], Response]
"""Changes something, as the form says, and tells where it can be seen; it may raise ``Refused``."""


class Refused(KkrGraphError):
    """A change that is not made, and the status of the answer that says so."""

    def __init__(self, status: int, problem: str, hint: str = "") -> None:
        super().__init__(problem, hint, status)

    @property
    def status(self) -> int:
        """The HTTP status."""
        return int(self.args[2])


# --- routes that change something -----------------------------------------------------------


def writing_route(path: str, change: Change, *, limits: Limits = FORM) -> Route:
    """A route that changes something: by POST alone, from a page of ours, with its token.

    Args:
        path: The address. A page to look at there is a route of its own.
        change: What is done; it gets the form, which is closed afterwards.
        limits: How much the form may bring.
    """

    async def answer(request: Request) -> Response:
        try:
            writer = _admitted(request)
            form = await _read_form(request, limits)
            try:
                _require_token(request, form, writer)
                return await run_in_threadpool(change, request, form, writer)
            finally:
                await form.close()
        except Refused as refused:
            return render_error(refused.status, str(refused), refused.hint)

    return Route(path, answer, methods=["POST"], name=change.__name__)


def _admitted(request: Request) -> Writer:
    """The leave to write, if the request comes from a page of ours."""
    writer: Writer | None = request.app.state.writer
    if writer is None:
        raise Refused(
            403,
            "Her kan der kun læses.",
            "Siderne er startet uden adgang til at ændre noget. På den maskine, hvor datamappen "
            "ligger, kan de startes med kkr-graph serve uden --read-only og uden --endpoint.",
        )
    origins = request.headers.getlist("origin")
    own = f"http://{request.headers.get('host', '')}".lower()  # the guard has checked the host
    sites = request.headers.getlist("sec-fetch-site")  # older browsers do not send it
    if [origin.lower() for origin in origins] != [own] or not set(sites) <= set(_SAME_SITE):
        raise Refused(
            403,
            "Ændringen kom ikke fra en af siderne her.",
            "Åbn siden på den adresse, som kkr-graph serve viste, og prøv igen derfra.",
        )
    return writer


def _require_token(request: Request, form: FormData, writer: Writer) -> None:
    brought = request.headers.get(TOKEN_HEADER) or form.get(TOKEN_FIELD)
    known = isinstance(brought, str) and secrets.compare_digest(
        brought.encode("utf-8", "replace"), writer.token.encode()
    )
    if not known:
        raise Refused(
            403,
            "Siden er for gammel til at ændre noget.",
            "Programmet er startet igen, siden den blev åbnet. Gå tilbage, hent siden igen, og "
            "prøv så.",
        )


# --- forms, as much of them as is allowed ---------------------------------------------------


async def _read_form(request: Request, limits: Limits) -> FormData:
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limits.whole:
        raise _too_large(limits.whole)
    stream = _counted(request.stream(), limits.whole)
    parser: FormParser | MultiPartParser
    match request.headers.get("content-type", "").lower().partition(";")[0].strip():
        case "application/x-www-form-urlencoded":
            parser = FormParser(request.headers, stream, max_fields=limits.fields)
        case "multipart/form-data":
            parser = _Parts(request.headers, stream, limits)
        case _:
            raise _unreadable()
    try:
        return await parser.parse()
    except (MultiPartException, FormParserError) as error:
        raise _unreadable() from error


async def _counted(stream: AsyncGenerator[bytes, None], most: int) -> AsyncGenerator[bytes, None]:
    size = 0
    async for chunk in stream:
        size += len(chunk)
        if size > most:
            raise _too_large(most)
        yield chunk


class _Parts(MultiPartParser):
    """Stops reading at the first part that is too large, and not only after the last."""

    def __init__(
        self, headers: Headers, stream: AsyncGenerator[bytes, None], limits: Limits
    ) -> None:
        most = limits.files + limits.fields
        super().__init__(headers, stream, max_files=most, max_fields=most, max_part_size=FORM.part)
        self._limits = limits
        self._most = most
        self._begun = 0
        self._size = 0

    def on_part_begin(self) -> None:
        """Count the parts."""
        self._begun += 1
        self._size = 0
        if self._begun > self._most:
            raise Refused(
                413,
                "Der er for mange filer på én gang.",
                f"Vælg højst {self._limits.files} ad gangen.",
            )
        super().on_part_begin()

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        """Count the bytes of a part."""
        self._size += end - start
        if self._size > self._limits.part:
            raise _too_large(self._limits.part)
        super().on_part_data(data, start, end)


def _too_large(most: int) -> Refused:
    size = f"{most // _MEGABYTE} MB" if most >= _MEGABYTE else f"{most // 1024} kB"
    return Refused(
        413, f"Det, der blev sendt, fylder mere end {size}.", "Send mindre eller færre filer."
    )


def _unreadable() -> Refused:
    return Refused(400, "Formularen kan ikke læses.", "Gå tilbage, hent siden igen, og prøv så.")
