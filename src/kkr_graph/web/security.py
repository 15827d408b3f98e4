"""What every answer carries, and which requests are answered at all.

The application listens on the loopback interface, but any web page that a browser shows can send
requests there. A page under another name is refused by the ``Host`` it asks for, nothing can be
changed, and nothing can be framed, embedded or read from elsewhere.
"""

from collections.abc import Awaitable, Callable, Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kkr_graph.web.surroundings import Surroundings, answering

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with no-referrer, a form of ours would not say where from
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
_NAMES = ("127.0.0.1", "localhost", "[::1]")
_METHODS = ("GET", "HEAD")
_HTTP_PORT = 80

Refusal = Callable[[int, str, str], Response]


def protect(headers: MutableHeaders) -> None:
    """Add what every answer carries; a policy that a page brings along stays."""
    for name, value in HEADERS.items():
        if name != "content-security-policy" or name not in headers:
            headers[name] = value


class Guard:
    """Refuses what comes from elsewhere, and methods that no route has; protects every answer."""

    def __init__(self, app: ASGIApp, refuse: Refusal, routes: Sequence[Route]) -> None:
        self._app = app
        self._refuse = refuse
        self._posted = tuple(route for route in routes if "POST" in (route.methods or ()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer: Callable[[Scope, Receive, Send], Awaitable[None]] = self._app
        if not is_own_host(Headers(scope=scope).getlist("host"), scope.get("server")):
            answer = self._refuse(
                400,
                "Siden kan kun åbnes på denne maskine.",
                "Brug den adresse, som kkr-graph serve viste, fx http://127.0.0.1:8000.",
            )
        elif scope["method"] not in (allowed := self._allowed(scope["path"])):
            answer = self._refuse(
                405, "Her kan der kun læses.", "Gå tilbage, og brug siderne som de er."
            )
            answer.headers["allow"] = ", ".join(allowed)

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                protect(MutableHeaders(scope=message))
            await send(message)

        state = scope["app"].state
        with answering(Surroundings(writer=state.writer, sites=state.sites)):
            await answer(scope, receive, protected)

    def _allowed(self, path: str) -> tuple[str, ...]:
        posted = any(route.path_regex.match(path) for route in self._posted)
        return (*_METHODS, "POST") if posted else _METHODS


def is_own_host(hosts: list[str], server: tuple[str, int | None] | None) -> bool:
    """Whether there is one ``Host``, and it names this machine and the port that was asked."""
    if len(hosts) != 1 or server is None:
        return False
    name, colon, port = hosts[0].lower().rpartition(":")
    if not colon or "]" in port:  # no port: rpartition has put the whole name last
        name, port = hosts[0].lower(), str(_HTTP_PORT)
    return name in _NAMES and port == str(server[1] or _HTTP_PORT)
