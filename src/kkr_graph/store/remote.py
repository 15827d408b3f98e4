"""The graph on a SPARQL 1.1 server. A server may answer 200 and not mean it."""

import json
import time
from dataclasses import replace
from http.client import HTTPException, HTTPResponse
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import OpenerDirector

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper

from kkr_graph.errors import QueryError, StoreError, quoted
from kkr_graph.model.solutions import Row, Solutions, Term, row_from_json
from kkr_graph.store.credentials import HINT, Credentials, credentials_from
from kkr_graph.store.guard import Form, check_text, require_form
from kkr_graph.store.http import opener_for
from kkr_graph.vocab import PREFIXES, XSD

DEFAULT_SECONDS: Final = 30
MAX_BYTES: Final = 256 * 1024 * 1024
_WAITS: Final = (0.1, 0.4)  # seconds before a question is asked again
_MALFORMED: Final = 400
_PASSING: Final = (502, 503, 504)  # what a server says that may answer the next time
_BOOLEANS: Final = {"0": "false", "1": "true"}  # Virtuoso's way to write them
_CHUNK: Final = 1024 * 1024
_RESULTS: Final = "application/sparql-results+json"
_PREFIXES: Final = "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in PREFIXES.items())


def connect(
    endpoint: str, *, seconds: int = DEFAULT_SECONDS, credentials: Credentials | None = None
) -> "RemoteGraph":
    """A graph on the SPARQL server at an http or https address. Nothing is sent yet.

    Args:
        endpoint: the address.
        seconds: how long one question may take.
        credentials: who asks; by default whom the environment names.

    Raises:
        ConfigError: the environment names somebody in two ways.
        StoreError: the address is not one of a server.
    """
    if not is_web_address(endpoint):
        raise StoreError(
            f"{quoted(endpoint)} er ikke adressen på en SPARQL-server.",
            "Adressen begynder med http:// eller https://, fx http://localhost:7878/query.",
        )
    return RemoteGraph(endpoint, seconds=seconds, credentials=credentials or credentials_from())


def is_web_address(endpoint: str) -> bool:
    """Whether something can be asked there."""
    try:
        parts = urlsplit(endpoint)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


class _Wrapper(SPARQLWrapper):
    """Asks through an opener of ours: the library's passwords change it for the whole process."""

    def __init__(self, endpoint: str, opener: OpenerDirector) -> None:
        super().__init__(endpoint)
        self._opener = opener

    def _query(self) -> tuple[HTTPResponse, str]:
        return self._opener.open(self._createRequest(), timeout=self.timeout), self.returnFormat


class RemoteGraph:
    """A graph that a SPARQL server holds."""

    def __init__(self, endpoint: str, *, seconds: int, credentials: Credentials) -> None:
        self._endpoint = endpoint
        self._seconds = seconds
        self._opener = opener_for(endpoint, credentials)

    def answer(self, sparql: str, *, limit: int) -> Solutions | bool | bytes:
        """The answer to a question of any form: rows, truth, or sorted N-Triples."""
        match check_text(sparql):
            case Form.SELECT:
                return self.select(sparql, limit=limit)
            case Form.ASK:
                return self.ask(sparql)
            case _:
                return self.construct(sparql)

    def select(self, sparql: str, *, limit: int | None = None) -> Solutions:
        """The rows of a SELECT, at most ``limit``; ``truncated`` where there were more.

        Raises:
            QueryError: the text is no SELECT, is refused here or by the server.
            StoreError: the server cannot be reached, or its answer is not whole.
        """
        answer = self._json(sparql, require_form(sparql, Form.SELECT))
        try:
            columns = tuple(str(name) for name in answer["head"]["vars"])
            rows = tuple(_row(binding) for binding in answer["results"]["bindings"])
        except (KeyError, TypeError, AttributeError) as error:
            raise self._broken("svaret har ikke form som et SPARQL-resultat") from error
        return Solutions(
            columns=columns,
            rows=rows[:limit],
            truncated=limit is not None and len(rows) > limit,
        )

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK; raises as ``select`` does."""
        truth = _truth(self._json(sparql, require_form(sparql, Form.ASK)))
        if truth is None:
            raise self._broken("svaret er hverken sandt eller falsk")
        return truth

    def construct(self, sparql: str) -> bytes:
        """The triples of a CONSTRUCT or DESCRIBE as sorted N-Triples; raises as ``select`` does."""
        form = require_form(sparql, Form.CONSTRUCT, Form.DESCRIBE)
        body, _ = self._fetch(sparql, form, "text/turtle")
        try:
            triples = {f"{quad.triple} .\n" for quad in ox.parse(body, format=ox.RdfFormat.TURTLE)}
        except SyntaxError as error:
            raise self._broken("svaret er afbrudt eller ikke Turtle") from error
        return "".join(sorted(triples)).encode()

    def _json(self, sparql: str, form: Form) -> dict[str, Any]:
        body, most_rows = self._fetch(sparql, form, _RESULTS)
        try:
            answer = json.loads(body)
        except ValueError as error:
            raise self._broken("svaret er afbrudt eller ikke JSON") from error
        if not isinstance(answer, dict):
            raise self._broken("svaret har ikke form som et SPARQL-resultat")
        if most_rows is not None and _row_count(answer) >= most_rows:
            raise self._broken(f"serveren gav kun de første {most_rows} rækker")
        return answer

    def _fetch(self, sparql: str, form: Form, wanted: str) -> tuple[bytes, int | None]:
        """The body, and the number of rows at which the server cuts, if it says so.

        A question changes nothing, so it is asked again where the connection failed.
        """
        for wait in _WAITS:
            try:
                return self._fetch_once(sparql, form, wanted)
            except (HTTPError, URLError, ConnectionError) as error:
                if not _may_pass(error):
                    raise self._silent(error) from error
            time.sleep(wait)
        try:
            return self._fetch_once(sparql, form, wanted)
        except (HTTPError, URLError, ConnectionError) as error:
            raise self._silent(error) from error

    def _fetch_once(self, sparql: str, form: Form, wanted: str) -> tuple[bytes, int | None]:
        try:
            with self._request(sparql, form).query().response as response:
                self._check_headers(response, wanted)
                return self._body(response), _most_rows(response)
        except HTTPError as error:
            if error.code == _MALFORMED:
                raise _malformed(error) from error
            raise
        except (URLError, ConnectionError):
            raise
        except (HTTPException, OSError) as error:
            raise self._silent(error) from error

    def _silent(self, error: Exception) -> StoreError:
        refused = isinstance(error, HTTPError) and error.code in (401, 403)
        told = _excerpt(error)
        if isinstance(error, HTTPError):
            error.close()
        return StoreError(
            f"SPARQL-serveren {self._endpoint} svarede ikke, som den skulle: {told}",
            HINT if refused else "Se efter, om adressen er rigtig og serveren kører.",
        )

    def _request(self, sparql: str, form: Form) -> SPARQLWrapper:
        wrapper = _Wrapper(self._endpoint, self._opener)
        wrapper.setMethod(POST)
        wrapper.setTimeout(self._seconds)
        wrapper.setOnlyConneg(True)
        wrapper.setReturnFormat(JSON if form in (Form.SELECT, Form.ASK) else TURTLE)
        wrapper.addParameter("union-default-graph", "true")  # Oxigraph's; others pass it over
        wrapper.queryString = _PREFIXES + sparql
        wrapper.queryType = form.value.upper()  # its own guess may take a query for an update
        return wrapper

    def _check_headers(self, response: HTTPResponse, wanted: str) -> None:
        headers = response.headers
        if response.geturl() != self._endpoint:
            raise self._broken("den viser videre til en anden adresse")
        if "X-SQL-State" in headers:
            raise self._broken(f"den blev ikke færdig ({headers['X-SQL-State']})")
        if headers.get_content_type() not in (wanted, "application/json"):
            raise self._broken(f"den svarer med {headers.get_content_type()}, ikke {wanted}")
        if headers.get("Content-Encoding", "identity") != "identity":
            raise self._broken("den svarer med komprimeret indhold uden at være bedt om det")

    def _body(self, response: HTTPResponse) -> bytes:
        body = bytearray()
        deadline = time.monotonic() + self._seconds  # a slow drip keeps every single read in time
        while chunk := response.read1(_CHUNK):
            body += chunk
            if len(body) > MAX_BYTES:
                raise self._broken(f"svaret er større end {MAX_BYTES // 1024**2} MB")
            if time.monotonic() > deadline:
                raise self._broken(f"svaret tog mere end {self._seconds} sekunder")
        promised = response.headers.get("Content-Length")
        if promised is not None and promised != str(len(body)):
            raise self._broken("svaret blev afbrudt undervejs")
        return bytes(body)

    def _broken(self, why: str) -> StoreError:
        return StoreError(
            f"Svaret fra SPARQL-serveren {self._endpoint} kan ikke bruges: {why}.",
            "Spørg om mindre ad gangen, eller tal med den, der driver serveren.",
        )


def _most_rows(response: HTTPResponse) -> int | None:
    stated = response.headers.get("X-SPARQL-MaxRows", "")
    return int(stated) if stated.isdecimal() else None


def _row_count(answer: dict[str, Any]) -> int:
    results = answer.get("results")
    bindings = results.get("bindings") if isinstance(results, dict) else None
    return len(bindings) if isinstance(bindings, list) else 0


def _excerpt(error: Exception) -> str:
    if isinstance(error, HTTPError):
        told = error.read(1000).decode(errors="replace")
        return " ".join(f"{error.code} {error.reason}: {told}".split())[:200]
    if isinstance(error, URLError):
        return str(error.reason)
    return " ".join(str(error).split())[:200]


def _truth(answer: dict[str, Any]) -> bool | None:
    """The truth in an answer; Virtuoso gives a row where it is so, and none where it is not."""
    match answer:
        case {"boolean": True | False as truth}:
            return bool(truth)
        case {"head": {"vars": ["__ASK_RETVAL"]}, "results": {"bindings": list() as rows}}:
            return bool(rows)
        case _:
            return None


def _malformed(error: HTTPError) -> QueryError:
    with error:
        return QueryError(
            f"SPARQL-serveren kan ikke læse spørgsmålet: {_excerpt(error)}",
            "Ret SPARQL-teksten, og prøv igen.",
        )


def _may_pass(error: OSError) -> bool:
    """Whether asking again may help: the server was away, and did not take too long."""
    if isinstance(error, HTTPError):
        return error.code in _PASSING
    reason = error.reason if isinstance(error, URLError) else error
    return isinstance(reason, ConnectionError)


def _row(binding: dict[str, dict[str, str]]) -> Row:
    return {name: _spelt_out(term) for name, term in row_from_json(binding).items()}


def _spelt_out(term: Term) -> Term:
    if term.datatype == XSD.boolean and term.value in _BOOLEANS:
        return replace(term, value=_BOOLEANS[term.value])
    return term
