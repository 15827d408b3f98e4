from datetime import date

import pytest

from kkr_graph.model.extract import Outcome, Role
from kkr_graph.model.tenure import ActKind, EndStatus, PersonnelAct, Proof, StatedDay
from tests import factory
from tests.rdf.world import attendance, graph, item, minutes

DOCUMENT = minutes(
    attendance("Bo Lund", "V", "Thisted"),
    attendance("Ida Krag", "L", "Aalborg"),
    item("1", decision="Bo Lund udpeges.", outcomes=(Outcome.APPOINTED,)),
    item("2"),
    factory.appointment("Bo Lund", "Udvalg X"),
)
PROOF = Proof(sha256=DOCUMENT.document.sha256, passage=factory.passage("Referat"))


def tenure(person, role=Role.MEMBER, **fields):
    return factory.tenure(person, role=role, **({"proofs": (PROOF,)} | fields))


def only(tenures, type_="kkr:Tenure"):
    found = graph(DOCUMENT, tenures=tenures)
    return [(found, iri) for iri in found.a(type_)]


def test_stated_dates_and_derived_ends():
    ((found, iri),) = only(
        [tenure("bo-lund", start=date(2024, 1, 1), end=date(2024, 12, 31),
                end_status=EndStatus.ENDED)]
    )  # fmt: skip
    assert found.of(iri, "kkr:from") == found.of(iri, "schema:startDate") == ["2024-01-01"]
    assert found.of(iri, "kkr:through") == found.of(iri, "schema:endDate") == ["2024-12-31"]
    assert found.of(iri, "kkr:endStatus") == ["kkrc:ended"]


def test_without_stated_dates_the_first_day_seen_counts_and_nothing_is_invented():
    ((found, iri),) = only([tenure("bo-lund")])
    assert found.of(iri, "kkr:from") == ["2025-10-24"]
    assert found.of(iri, "kkr:through") == ["9999-12-31"]
    assert found.of(iri, "schema:startDate") == found.of(iri, "schema:endDate") == []


@pytest.mark.parametrize(
    ("role", "later", "again"),
    [
        (Role.MEMBER, {"start": date(2026, 2, 1)}, ["2026-02-01"]),
        (Role.MEMBER, {"start": date(2026, 2, 1), "certain": False}, []),
        (Role.MEMBER, {"start": date(2025, 10, 24)}, []),  # the first was seen on that day
        (Role.MEMBER, {}, []),
        (Role.DEPUTY, {"start": date(2026, 2, 1)}, []),
    ],
)
def test_a_role_of_unknown_end_tells_when_it_is_held_again(role, later, again):
    first = tenure("bo-lund", role, last_seen=date(2025, 10, 24), end_status=EndStatus.UNKNOWN)
    found = graph(DOCUMENT, tenures=[first, tenure("bo-lund", role, ordinal=2, **later)])
    assert [day for iri in found.a("kkr:Tenure") for day in found.of(iri, "kkr:heldAgain")] == again


@pytest.mark.parametrize(
    ("first", "second", "again"),
    [
        (Role.MEMBER, Role.CHAIR, ["2026-03-01"]),
        (Role.REPRESENTATIVE, Role.VICE_CHAIR, ["2026-03-01"]),
        (Role.VICE_CHAIR, Role.CHAIR, ["2026-03-01"]),
        (Role.CHAIR, Role.MEMBER, []),
        (Role.DEPUTY, Role.CHAIR, []),
    ],
)
def test_a_member_who_becomes_chair_has_the_seat_anew(first, second, again):
    begun = tenure("bo-lund", first, start=date(2024, 2, 1), end_status=EndStatus.OPEN)
    shown = tenure("bo-lund", second, first_seen=date(2026, 3, 1))
    found = graph(DOCUMENT, tenures=[begun, shown])
    ((iri, days),) = (
        (iri, found.of(iri, "kkr:heldAgain"))
        for iri in found.a("kkr:Tenure")
        if found.of(iri, "schema:startDate")
    )
    assert days == again
    assert found.of(iri, "kkr:endStatus") == ["kkrc:end-unknown" if again else "kkrc:open"]


def test_who_is_shown_as_a_member_after_becoming_chair_has_both():
    member = tenure("bo-lund", last_seen=date(2026, 5, 1))
    found = graph(DOCUMENT, tenures=[member, tenure("bo-lund", Role.CHAIR)])
    assert [day for iri in found.a("kkr:Tenure") for day in found.of(iri, "kkr:heldAgain")] == []


def test_who_leaves_the_chair_and_goes_on_as_a_member_is_one():
    day = {"first_seen": date(2026, 2, 3), "last_seen": date(2026, 2, 3)}
    left = tenure("bo-lund", Role.CHAIR, end_status=EndStatus.ENDED, **day)
    found = graph(DOCUMENT, tenures=[tenure("bo-lund", **day), left])
    assert [day for iri in found.a("kkr:Tenure") for day in found.of(iri, "kkr:heldAgain")] == []


def test_the_chair_of_a_contact_council_stays_a_member_of_it():
    council = {"body": "KKR Nordjylland"}
    became = tenure("bo-lund", Role.CHAIR, first_seen=date(2026, 3, 1), **council)
    found = graph(DOCUMENT, tenures=[tenure("bo-lund", **council), became])
    assert [day for iri in found.a("kkr:Tenure") for day in found.of(iri, "kkr:heldAgain")] == []


def test_days_that_documents_disagree_on_stand_beside_each_other_each_with_its_source():
    days = date(2026, 1, 19), date(2026, 2, 1)
    starts = tuple(StatedDay(day=day, proofs=(PROOF,)) for day in days)
    ((found, iri),) = only([tenure("bo-lund", start=days[0], starts=starts)])
    written = [day.isoformat() for day in days]
    assert found.of(iri, "schema:startDate") == written
    assert found.of(iri, "kkr:from") == written[:1]
    told = found.of(iri, "kkr:statedStart")
    assert [found.of(each, "kkr:day") for each in told] == [[day] for day in written]
    assert all(found.of(each, "prov:wasDerivedFrom") for each in told)


def test_the_same_attendance_list_in_another_document_is_no_second_proof():
    """Of two documents of a meeting one tells of attendance, and only its list is known for one."""
    entry = attendance("Bo Lund", "V", "Thisted")
    draft = minutes(entry, factory.appointment("Bo Lund", "Udvalg X"), name="udkast.txt")
    sentences = [
        Proof(sha256=each.document.sha256, passage=factory.passage("Referat"))
        for each in (DOCUMENT, draft)
    ]
    lists = [
        Proof(sha256=each.document.sha256, passage=entry.passage) for each in (DOCUMENT, draft)
    ]

    def cited(*proofs):
        found = graph(DOCUMENT, draft, tenures=[tenure("bo-lund", proofs=proofs)])
        return len(found.of(found.a("kkr:Tenure")[0], "prov:wasDerivedFrom"))

    assert cited(*sentences, *lists) == 3
    assert cited(sentences[1], lists[1]) == 2  # where it is the only one, it is one


def test_who_left_on_a_day_not_stated_is_not_there_for_ever():
    ((found, iri),) = only([tenure("bo-lund", end_status=EndStatus.ENDED)])
    assert found.of(iri, "kkr:through") == ["2025-10-24"]
    assert found.of(iri, "schema:endDate") == []


def test_a_day_that_nobody_knows_is_left_out():
    """So that the check of the graph points at it."""
    ((found, iri),) = only([tenure("bo-lund", first_seen=None, last_seen=None)])
    assert found.of(iri, "kkr:from") == []


def test_what_is_not_certain_is_a_hypothesis_and_no_tenure():
    ((found, iri),) = only([tenure("bo-lund", certain=False)], "kkr:Hypothesis")
    assert found.a("kkr:Tenure") == found.a("org:Membership") == []
    assert found.of(iri, "org:member") == ["person/bo-lund"]


def test_a_tenure_and_the_same_as_hypothesis_are_two():
    both = [tenure("bo-lund"), tenure("bo-lund", certain=False)]
    assert len(only(both)) == len(only(both, "kkr:Hypothesis")) == 1


def test_a_deputy_is_tied_to_the_person_and_to_the_tenure():
    found = graph(
        DOCUMENT,
        tenures=[tenure("bo-lund"), tenure("ida-krag", Role.DEPUTY, substitute_for="bo-lund")],
    )
    deputy, member = sorted(
        found.a("kkr:Tenure"), key=lambda t: found.of(t, "org:member")[0] == "person/bo-lund"
    )
    assert found.of(deputy, "kkr:substituteFor") == [member]
    assert found.of(deputy, "kkr:substituteForPerson") == ["person/bo-lund"]


def test_of_two_tenures_it_is_not_said_whose_deputy():
    found = graph(
        DOCUMENT,
        tenures=[
            tenure("bo-lund"),
            tenure("bo-lund", ordinal=2),
            tenure("ida-krag", Role.DEPUTY, substitute_for="bo-lund"),
        ],
    )
    assert len(found.a("kkr:Tenure")) == 3
    assert not [fact for fact in found.facts if fact[1] == "kkr:substituteFor"]


def test_only_decisions_that_the_graph_has_are_named():
    sha256 = DOCUMENT.document.sha256
    ((found, iri),) = only(
        [tenure("bo-lund", decided_in=((sha256, "1"), (sha256, "2"), (sha256, "9"), ("00", "1")))]
    )
    decision = "meeting/nordjylland/2025-10-24/item/1/decision"
    assert found.of(iri, "kkr:decidedIn") == [decision]


def test_somebody_may_represent_a_municipality_and_stand_for_a_local_list():
    ((found, iri),) = only(
        [tenure("ida-krag", represents="Aalborg Kommune", party="L", municipality="Aalborg")]
    )
    assert found.of(iri, "kkr:represents") == ["kommune/0851"]
    assert found.of(iri, "kkr:politicalAffiliation") == ["party/l-0851"]


# Acts


def act(kind, **fields):
    defaults = {"by": None, "effective_from": None, "decided_in": (), "proofs": (PROOF,)}
    return PersonnelAct(kind=kind, **(defaults | fields))


def test_an_act_says_who_did_what_to_which_seat_and_where_it_was_decided():
    appointed = act(
        ActKind.APPOINTMENT,
        by="KKR Nordjylland",
        effective_from=date(2026, 1, 1),
        decided_in=((DOCUMENT.document.sha256, "1"),),
    )
    found = graph(DOCUMENT, tenures=[tenure("bo-lund", acts=(appointed,))])
    (iri,), (held,) = found.a("kkr:Appointment"), found.a("kkr:Tenure")
    assert found.a("kkr:PersonnelAct") == found.a("prov:Activity") == [iri]
    assert found.of(iri, "kkr:concernsPerson") == ["person/bo-lund"]
    assert found.of(iri, "kkr:inBody") == found.of(held, "org:organization")
    assert found.of(iri, "org:role") == ["kkrc:member"]
    assert found.of(iri, "kkr:appointingBody") == ["kkr/nordjylland"]
    assert found.of(iri, "kkr:effectiveFrom") == ["2026-01-01"]
    assert found.of(iri, "kkr:decidedIn") == ["meeting/nordjylland/2025-10-24/item/1/decision"]
    assert found.of(iri, "prov:generated") == [held]
    assert found.of(iri, "prov:wasDerivedFrom")


def test_a_nomination_makes_a_hypothesis_and_nothing_once_somebody_is_appointed():
    nominated = act(ActKind.NOMINATION, by="de frie lister")
    found = graph(DOCUMENT, tenures=[tenure("bo-lund", certain=False, acts=(nominated,))])
    (iri,), (hoped,) = found.a("kkr:Nomination"), found.a("kkr:Hypothesis")
    assert found.of(iri, "prov:generated") == [hoped]
    assert found.of(iri, "kkr:nominatedByName") == ["de frie lister"]
    both = (act(ActKind.APPOINTMENT, by="nogen"), nominated)
    found = graph(DOCUMENT, tenures=[tenure("bo-lund", acts=both)])
    (first,), (second,) = found.a("kkr:Nomination"), found.a("kkr:Appointment")
    assert found.of(first, "prov:generated") == []
    assert found.of(second, "prov:wasInformedBy") == [first]
    assert found.of(second, "kkr:appointedByName") == ["nogen"]


def test_leaving_ends_the_tenure_and_two_acts_of_a_kind_are_two():
    acts = (act(ActKind.RESIGNATION), act(ActKind.RESIGNATION, by="nogen"))
    found = graph(DOCUMENT, tenures=[tenure("bo-lund", acts=acts)])
    first, second = found.a("kkr:Resignation")
    (held,) = found.a("kkr:Tenure")
    assert found.of(first, "prov:invalidated") == found.of(second, "prov:invalidated") == [held]
    assert found.of(first, "prov:generated") == []


def test_who_takes_a_place_is_tied_to_the_person_and_the_tenure():
    found = graph(
        DOCUMENT,
        tenures=[
            tenure("ida-krag", role=Role.CHAIR),
            tenure("ida-krag"),
            tenure("bo-lund", replaces="ida-krag"),
        ],
    )
    (follower,) = (each for each in found.a("kkr:Tenure") if found.of(each, "kkr:replacesPerson"))
    assert found.of(follower, "kkr:replacesPerson") == ["person/ida-krag"]
    (seat,) = found.of(follower, "kkr:replaces")
    assert found.of(seat, "org:role") == ["kkrc:member"]
