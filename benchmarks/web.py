"""How long the server needs for a page: whole requests through the application, without a network."""

import sys
import time
import warnings
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from starlette.exceptions import StarletteDeprecationWarning

from benchmarks.data import Data
from benchmarks.ratio import Took
from benchmarks.runs import run
from kkr_graph.web.app import create_app

with warnings.catch_warnings():
    warnings.simplefilter("ignore", StarletteDeprecationWarning)
    from starlette.testclient import TestClient

ROUNDS = 7
_HOST = "http://127.0.0.1:8000"
_LARGEST = """
SELECT ?party (COUNT(?tenure) AS ?n) WHERE { ?tenure a kkr:Tenure ; kkr:politicalAffiliation ?party }
GROUP BY ?party ORDER BY DESC(?n) ?party LIMIT 1
"""
_THINGS = """
SELECT ?meeting ?person ?body ?municipality ?party ?item WHERE {
  ?tenure a kkr:Tenure ; org:member ?person ; org:organization ?body ;
    kkr:fromMunicipality ?municipality ; kkr:politicalAffiliation ?party .
  ?meeting kkr:heldBy ?body ; kkr:meetingDate ?day . ?item kkr:ofMeeting ?meeting .
} ORDER BY DESC(?day) ?person ?item LIMIT 1
"""


def rows(data: Data) -> Iterator[Took]:
    """The front page and one page of each kind, after one request each to warm up."""
    found = data.embedded.select(_THINGS).rows[0]
    client = TestClient(create_app(data.config.out, None, data=data.config.data), base_url=_HOST)
    page = partial(_page, client, 1 if data.is_large else ROUNDS)
    yield page("the front page", "/", 0.3)
    for kind, term in sorted(found.items()):
        yield page(f"the page of a {kind}", urlsplit(term.value).path, 0.1)
    largest = data.embedded.select(_LARGEST).rows[0]["party"]
    yield page("the page of the party with most posts", urlsplit(largest.value).path, 0.1)
    yield page("a search with an answer", "/soeg?q=trafik", 0.3)
    yield page("a named question", "/spoergsmaal/chairs", 0.3)


def _page(client: TestClient, rounds: int, what: str, path: str, aim: float) -> Took:
    path = path[path.index("/id/") :] if "/id/" in path else path
    took = []
    for _ in range(rounds + 1):
        began = time.perf_counter()
        answer = client.get(path, headers={"accept": "text/html"})
        took.append(time.perf_counter() - began)
        if answer.status_code != 200:
            sys.exit(f"{path}: {answer.status_code}")
    return Took(what=what, rounds=took[1:], aim=aim)


if __name__ == "__main__":
    run(rows)
