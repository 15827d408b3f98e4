"""Posts that the fixture has not: held for a second term, or elsewhere. The people are made up."""

import pyoxigraph as ox
import pytest

from kkr_graph.queries import run_query
from kkr_graph.store.embedded import open_graph
from tests.queries.conftest import FIXTURE

HELD_AGAIN = """
@prefix kkr: <https://w3id.org/kkr/ns#> . @prefix kkrc: <https://w3id.org/kkr/concept/> .
@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <http://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @base <https://data.example.org/kkr/id/> .
<g> { <tenure/first> a kkr:Tenure ; kkr:from "2025-08-29"^^xsd:date ; kkr:lastSeen "2025-08-29"^^xsd:date ;
    kkr:heldAgain "2026-02-01"^^xsd:date ; kkr:through "9999-12-31"^^xsd:date ; kkr:endStatus kkrc:end-unknown .
  <tenure/second> a kkr:Tenure ; kkr:from "2026-02-01"^^xsd:date ; schema:startDate "2026-02-01"^^xsd:date ;
    kkr:through "2029-12-31"^^xsd:date ; kkr:lastSeen "2026-02-01"^^xsd:date ; kkr:endStatus kkrc:ended . }
<h> { ?tenures } """
POST = """<tenure/%s> org:member <person/anna-holm> ; org:role kkrc:%s ;
  org:organization <forum/erhvervshus-nordjylland> ; kkr:politicalAffiliation <party/socialdemokratiet> ;
  kkr:fromMunicipality <kommune/0851> . """


def with_more(folder, trig):
    """The fixture's graph, and more."""
    quads = {
        f"{quad} .\n"
        for source in (FIXTURE.read_text(encoding="utf-8"), trig)
        for quad in ox.parse(source, format=ox.RdfFormat.TRIG)
    }
    (folder / "graph.nq").write_text("".join(sorted(quads)), encoding="utf-8")
    return open_graph(folder)


@pytest.mark.parametrize(
    ("name", "role", "narrowed"),
    [
        ("chairs", "chair", {"forum": "Erhvervshus Nordjylland"}),
        ("vice-chairs", "vice-chair", {"forum": "Erhvervshus Nordjylland"}),
        ("forum-members", "member", {"forum": "Erhvervshus Nordjylland"}),
        ("who-represents", "member", {"forum": "Erhvervshus Nordjylland"}),
        ("person-posts", "member", {"person": "Anna Holm"}),
        ("municipality-representation", "member", {"municipality": "Aalborg"}),
        ("party-representation", "member", {"party": "Socialdemokratiet"}),
    ],
)
def test_a_post_that_somebody_holds_again_is_told_once(tmp_path, queries, name, role, narrowed):
    """The end of the first term is in no document; once the second has begun, that is the post."""
    posts = "".join(POST % (which, role) for which in ("first", "second"))
    graph = with_more(tmp_path, HELD_AGAIN.replace("?tenures", posts))

    def begun(day):
        answer = run_query(graph, queries[name], {**narrowed, "date": day})
        told = [(answer.text(row, "forum"), answer.text(row, "from")) for row in answer.rows]
        return sorted(since for forum, since in told if forum in ("", "Erhvervshus Nordjylland"))

    assert [day for day in begun("2026-01-31") if day in ("2025-08-29", "2026-02-01")] == [
        "2025-08-29"
    ]
    assert [day for day in begun("2026-02-01") if day in ("2025-08-29", "2026-02-01")] == [
        "2026-02-01"
    ]


def test_a_post_in_the_forum_of_another_council_counts_for_its_municipality(tmp_path, queries):
    elsewhere = (POST % ("first", "member")).replace("erhvervshus-nord", "erhvervshus-midt")
    graph = with_more(tmp_path, HELD_AGAIN.replace("?tenures", elsewhere))

    def counted(day):
        given = {"council": "KKR Nordjylland", "date": day}
        answer = run_query(graph, queries["municipality-count"], given)
        return {answer.text(row, "municipality"): answer.text(row, "posts") for row in answer.rows}

    before, after = counted("2025-08-28"), counted("2025-08-29")
    assert before.keys() == after.keys()
    assert (before["Aalborg"], after["Aalborg"]) == ("1", "5")
