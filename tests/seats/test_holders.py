"""Who is listed as holding a seat: once, and as of the day that is asked about."""

import pytest

from kkr_graph.queries.asking import Questions
from kkr_graph.seats.holders import read_held_roles
from kkr_graph.seats.scope import Scope
from tests.constitution.test_comparison import graph_of

SEEN = """kkr:from "2022-05-01"^^xsd:date ; kkr:through "9999-12-31"^^xsd:date ;
    kkr:lastSeen "2023-05-01"^^xsd:date ; kkr:endStatus kkrc:end-unknown"""
AGAIN = ' ; kkr:heldAgain "{0}"^^xsd:date'
TERM = """schema:startDate "{0}"^^xsd:date ; schema:endDate "2027-12-31"^^xsd:date ;
    kkr:from "{0}"^^xsd:date ; kkr:through "2027-12-31"^^xsd:date ;
    kkr:lastSeen "2025-10-24"^^xsd:date ; kkr:endStatus kkrc:ended"""


def post(name, says, *, role="chair"):
    return f"""<tenure/{name}> a kkr:Tenure ; org:member <person/bo-lund> ; org:role kkrc:{role} ;
    org:organization <forum/erhvervshus-nordjylland> ; {says} ; prov:wasDerivedFrom <evidence/b1> .
  """


@pytest.fixture(name="listed")
def _listed(tmp_path):
    def listed(*posts):
        questions = Questions(graph_of(tmp_path, *posts))
        scope = Scope(questions, forum="Erhvervshus Nordjylland", term=None)
        found = read_held_roles(questions, scope)
        return [str(each.period) for each in found if each.record.text("person") == "Bo Lund"]

    return listed


def test_who_has_begun_a_new_term_is_listed_with_that_alone(listed):
    term = "01.02.2024 – 31.12.2027"
    seen = post("seen", SEEN + AGAIN.format("2024-02-01"))
    assert listed(seen, post("term", TERM.format("2024-02-01"))) == [term]


def test_two_roles_are_two_posts(listed):
    as_member = post("term", TERM.format("2024-02-01"), role="member")
    assert len(listed(post("seen", SEEN), as_member)) == 2


def test_a_term_that_is_to_come_takes_nothing_away(listed):
    """Until it begins, it is not known that the post before is over."""
    seen = post("seen", SEEN + AGAIN.format("2025-12-01"))
    assert len(listed(seen, post("term", TERM.format("2025-12-01")))) == 2


def test_a_post_whose_start_sources_disagree_on_is_listed_once_with_both(listed):
    days = """ ; schema:startDate "2024-01-19"^^xsd:date ; kkr:statedStart <start/1> , <start/2> .
    <start/1> kkr:day "2024-01-19"^^xsd:date . <start/2> kkr:day "2024-02-01"^^xsd:date .
    <tenure/term> kkr:from "2024-01-19"^^xsd:date"""
    term = TERM.format("2024-02-01").replace('kkr:from "2024-02-01"^^xsd:date ; ', "")
    assert listed(post("term", term + days)) == [
        "fra 19.01.2024 eller 01.02.2024 (kilderne er uenige), til 31.12.2027"
    ]
