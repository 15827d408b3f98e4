"""Three questions as an analyst writes them, whose OPTIONALs stand in the engine's way.

Ours is the free question with its process, gate and rewriting; beside it bare pyoxigraph on the same
text, and Virtuoso over HTTP where it is installed.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.data import Data, made
from benchmarks.engines import LIMIT, Bare, rows_of
from benchmarks.ratio import Ratio, seconds, together
from benchmarks.runs import run
from kkr_graph.model.solutions import Row, Solutions
from kkr_graph.store import Graph
from kkr_graph.store.free import FreeGraph
from kkr_graph.store.publishing import publish
from tests import servers

ROUNDS = 3
_FOR_VIRTUOSO = 60  # meetings: it takes minutes to publish more
_MEETING = """
SELECT ?meeting {
  ?decision kkr:decidedAt/kkr:ofMeeting ?meeting . ?seen kkr:inMeeting ?meeting .
  ?meeting kkr:meetingDate ?day
} ORDER BY DESC(?day) ?meeting LIMIT 1
"""
TRAPS = {
    "a pattern after an OPTIONAL": """
SELECT ?person ?forum ?party WHERE {
  ?tenure a kkr:Tenure ; org:role kkrc:chair ; org:organization ?body ; org:member ?who ;
    kkr:from ?from ; kkr:through ?through .
  FILTER(?from <= "2025-11-28"^^xsd:date && ?through >= "2025-11-28"^^xsd:date)
  OPTIONAL { ?tenure kkr:politicalAffiliation ?group . ?group skos:prefLabel ?party }
  ?who foaf:name ?person . ?body skos:prefLabel ?forum .
}
""",
    "an OPTIONAL of several patterns": """
SELECT ?name ?line ?quote WHERE {
  ?seen kkr:inMeeting <MEETING> ; kkr:participant ?person . ?person foaf:name ?name .
  OPTIONAL {
    ?seen prov:wasDerivedFrom ?evidence . ?evidence kkr:line ?line ; oa:hasSelector ?selector .
    ?selector oa:exact ?quote
  }
}
""",
    "an OPTIONAL inside another, and a label after them": """
SELECT ?number ?title ?line ?document ?dated WHERE {
  ?item kkr:ofMeeting <MEETING> ; kkr:itemNumber ?number .
  OPTIONAL {
    ?item prov:wasDerivedFrom ?evidence . ?evidence kkr:line ?line ; oa:hasSource ?layer .
    ?layer prov:wasDerivedFrom ?document OPTIONAL { ?document dcterms:date ?dated }
  }
  ?item dcterms:title ?title .
}
""",
}


def rows(data: Data) -> Iterator[Ratio]:
    """Each trap against bare pyoxigraph; and all of them against Virtuoso."""
    questions = _about(data)
    with FreeGraph(data.config.out, seconds=LIMIT) as free:
        for name, text in questions.items():
            yield _against_bare(data, free, name, text)
        program = shutil.which("virtuoso-t")
        if program is None:
            print("(Virtuoso is not installed)", file=sys.stderr)
            return
    if data.number > _FOR_VIRTUOSO:
        data = made(_FOR_VIRTUOSO)
        questions = _about(data)
    with FreeGraph(data.config.out, seconds=LIMIT) as free:
        yield _against_virtuoso(data, free, questions, program)


def _about(data: Data) -> dict[str, str]:
    meeting = data.embedded.select(_MEETING).rows[0]["meeting"].value
    return {name: text.replace("<MEETING>", f"<{meeting}>") for name, text in TRAPS.items()}


def _against_bare(data: Data, free: FreeGraph, name: str, text: str) -> Ratio:
    expected = rows_of(_rows(free, text))
    if not expected:
        sys.exit(f"{name}: there is nothing to find")
    pairs, note, engine = [], "", Bare(data.bare)
    for _ in range(ROUNDS):
        took, found = engine.timed(text)
        if found is None:
            note = f"given up after {LIMIT} s"
        elif found != expected:
            sys.exit(f"{name}: bare pyoxigraph does not give the same answer")
        pairs.append((seconds(lambda: _rows(free, text)), took))
    engine.close()
    return together(name, "bare pyoxigraph on disk", [pairs], aim=100, note=note)


def _against_virtuoso(
    data: Data, free: FreeGraph, questions: dict[str, str], program: str
) -> Ratio:
    with (
        TemporaryDirectory() as folder,
        servers.virtuoso(Path(folder), program) as server,
    ):
        publish(data.config.out, server.graph_store())
        theirs: Graph = server.graph()
        pairs = []
        for name, text in questions.items():
            if rows_of(theirs.select(text).rows) != rows_of(_rows(free, text)):
                sys.exit(f"{name}: Virtuoso does not give the same answer")
            pairs.append([_both(free, theirs, text) for _ in range(ROUNDS)])
    return together(
        f"the three on {data.number} meetings, geometric mean", "Virtuoso over HTTP", pairs, aim=1
    )


def _rows(free: FreeGraph, text: str) -> tuple[Row, ...]:
    answer = free.answer(text)
    assert isinstance(answer, Solutions)
    return answer.rows


def _both(ours: FreeGraph, theirs: Graph, text: str) -> tuple[float, float]:
    return seconds(lambda: _rows(ours, text)), seconds(lambda: theirs.select(text))


if __name__ == "__main__":
    run(rows)
