"""Which view somebody means by what they type."""

from datetime import date

import pytest

from kkr_graph.errors import AmbiguousName, QueryError
from kkr_graph.network.subject import Subjects
from kkr_graph.network.views import ViewKind
from kkr_graph.vocab import SKOS
from tests.network.sample import COUNCIL, DAY, MINT, Sample, council_sample


@pytest.fixture(scope="module")
def subjects() -> Subjects:
    return Subjects(council_sample().graph, now=date(2025, 12, 1), limit=40)


@pytest.mark.parametrize(
    ("typed", "kind", "focus"),
    [
        ("kkr nordvest", ViewKind.FORUM, COUNCIL),
        ("Anne", ViewKind.PERSON, MINT.person("anne-agerskov")),
        ("egsted kommune", ViewKind.MUNICIPALITY, MINT.municipality("9102")),
        ("Venstre", ViewKind.PARTY, MINT.party("venstre")),
        ("KKR Nordvest 24. oktober 2025", ViewKind.MEETING, MINT.meeting("nordvest", DAY)),
    ],
    ids=["forum", "person", "municipality", "party", "meeting"],
)
def test_a_name_alone_is_enough(subjects, typed, kind, focus):
    view = subjects.of_any_kind(typed)
    assert (view.kind, view.focus, view.limit) == (kind, focus, 40)


def test_a_kind_narrows_the_names(subjects):
    assert subjects.of_kind(ViewKind.FORUM, "Business").focus == MINT.body(
        "business-region-northwest", council=False
    )
    with pytest.raises(QueryError, match="nogen person"):
        subjects.of_kind(ViewKind.PERSON, "Business Region")


def test_a_name_that_is_exactly_one_thing_beats_a_beginning_of_others():
    sample = Sample()
    sample.municipality("9100", "Agerby")
    sample.body("Agerby Havn")
    view = Subjects(sample.graph, now=DAY).of_any_kind("agerby")
    assert view.kind is ViewKind.MUNICIPALITY


def test_a_name_that_may_be_several_things_is_never_guessed():
    sample = Sample()
    sample.person("Erhverv Hansen")
    sample.text(sample.body("Erhvervshus Vest"), SKOS.altLabel, "EV")
    sample.body("Erhvervshus Øst")
    with pytest.raises(AmbiguousName) as error:
        Subjects(sample.graph, now=DAY).of_any_kind("Erhverv")
    assert error.value.candidates == (
        "Erhverv Hansen (person)",
        "Erhvervshus Vest (forum)",
        "Erhvervshus Øst (forum)",
    )


def test_an_unknown_name_says_what_to_do(subjects):
    with pytest.raises(QueryError, match="intet i grafen") as error:
        subjects.of_any_kind("Zzyzx")
    assert "--person" in error.value.hint


def test_an_item_of_a_meeting_is_its_decision(subjects):
    view = subjects.of_item("KKR Nordvest 24.10.2025", "3.9")
    assert view.kind is ViewKind.DECISION
    assert view.focus.endswith("/item/3.9/decision")


def test_without_a_name_it_is_the_overview(subjects):
    assert subjects.overview().kind is ViewKind.OVERVIEW
