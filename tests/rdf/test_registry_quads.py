import pytest

from kkr_graph.model.identity import Person, Resolution
from tests.rdf.world import graph, minutes


@pytest.fixture(scope="module")
def found():
    return graph(minutes())


def test_a_municipality_has_its_code_its_names_and_its_council(found):
    assert found.of("kommune/0787", "skos:altLabel") == ["Thisted Kommune", "Thy"]
    assert found.of("kommune/0787/kommunekode", "skos:notation") == ["0787"]
    assert found.of("kommunalbestyrelse/0787", "org:unitOf") == ["kommune/0787"]


def test_a_contact_council_covers_its_municipalities(found):
    covered = found.of("kkr/nordjylland", "kkr:coversMunicipality")
    assert covered == ["kommune/0787", "kommune/0851"]


def test_a_region_holds_for_a_time(found):
    (tie,) = found.a("kkr:RegionMembership")
    assert tie == "kommune/0851/region/nordjylland"
    assert found.of(tie, "kkr:from") == ["2007-01-01"]
    assert found.of(tie, "kkr:through") == ["9999-12-31"]


def test_a_body_serves_the_contact_council_of_its_area(found):
    assert found.of("forum/nordraadet", "kkr:servesCouncil") == ["kkr/nordjylland"]
    assert found.of("forum/nordraadet", "org:classification") == ["kkrc:board"]


def test_a_term_has_the_constituent_meetings_that_are_known(found):
    (meeting,) = found.a("kkr:ConstituentMeeting")
    assert found.of(meeting, "kkr:heldBy") == ["kkr/nordjylland"]
    assert found.of(meeting, "kkr:duringTerm") == ["term/kkr-2022-2026"]
    assert found.of(meeting, "kkr:meetingDate") == ["2022-01-31"]


def test_a_seat_group_names_bodies_and_term(found):
    group = "seat-group/nordraadet-2022"
    assert found.of(group, "kkr:appointingBody") == ["kkr/nordjylland"]
    assert found.of(group, "kkr:electionForm") == ["kkrc:majority-election"]
    assert found.of(group, "skos:prefLabel") == ["Nordrådet, KKR 2022-2026: 2 pladser"]


def test_a_seat_group_says_what_the_seats_take_and_give(found):
    group = "seat-group/nordraadet-2022"
    assert found.of(group, "kkr:requiresElected") == []  # its rule does not say
    assert found.of(group, "kkr:reappointmentLimit") == ["1"]
    assert found.of(group, "kkr:genderRule") == ["ligestillingsloven § 9"]
    assert found.of(group, "kkr:remuneration") == ["intet"]
    assert found.of(group, "kkr:meetingsPerYear") == ["6"]
    assert found.of(group, "kkr:deadline") == ["2026-01-09"]


def test_people_have_their_names_and_retired_identifiers():
    people = (
        Person(slug="bo-lund", name="Bo Lund", forms=("Bo Lund", "Bo B. Lund"), replaces=("b-l",)),
    )
    found = graph(minutes(), resolution=Resolution(people=people, by_mention={}))
    assert found.of("person/bo-lund", "foaf:name") == ["Bo Lund"]
    assert found.of("person/bo-lund", "skos:altLabel") == ["Bo B. Lund"]
    assert found.of("person/b-l", "dcterms:isReplacedBy") == ["person/bo-lund"]
    assert found.graphs_of("person/b-l") == {"graph/identity"}
