"""From appointments in many documents to who held which role when."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_graph.model.extract import DocumentKind, Event, Role
from kkr_graph.model.identity import Resolution, mention_key
from kkr_graph.model.registry import BodyKind
from kkr_graph.model.tenure import ActKind, EndStatus, Tenure
from kkr_graph.resolve.identity import resolve_people
from kkr_graph.resolve.tenures import consolidate_tenures
from tests.factory import (
    appointment,
    attendance,
    body,
    body_mention,
    extract,
    item,
    judgement,
    mentions_in,
    municipality,
    registry,
    sha256,
)

UNTIMED = settings(deadline=None)  # other programs may use the machine

BOARD = "Erhvervshus Nord"
KNOWN = registry(
    body("erhvervshus-nord", BOARD, "EHN"),
    body("nordjylland", "KKR Nordjylland", kind=BodyKind.CONTACT_COUNCIL),
    municipality("0787", "Thisted", aliases=("Thy",)),
)
BO, IB = ("Bo Lund", "V", "Thisted"), ("Ib Holm", "A", "Rebild")
IN_2022, IN_2023, IN_2024, IN_2026 = (date(year, 5, 20) for year in (2022, 2023, 2024, 2026))
CHAIR, MEMBER, DEPUTY = Role.CHAIR, Role.MEMBER, Role.DEPUTY
OPEN, ENDED, UNKNOWN = EndStatus.OPEN, EndStatus.ENDED, EndStatus.UNKNOWN


def report(day, *facts, **fields):
    """Minutes of a day, with Bo Lund and Ib Holm present."""
    present = attendance(*BO, at=0), attendance(*IB, at=20)
    return extract(*present, *facts, name=f"{day}.txt", day=day, **fields)


def resolution_of(*extracts) -> Resolution:
    return resolve_people(mentions_in(*extracts), (), ())


def tenures_of(*extracts) -> tuple[Tenure, ...]:
    return consolidate_tenures(extracts, resolution_of(*extracts), KNOWN)


def only(*extracts, person: str | None = None) -> Tenure:
    (tenure,) = (each for each in tenures_of(*extracts) if person in (None, each.person))
    return tenure


def bo(event=Event.HOLDS, where=BOARD, role=MEMBER, **fields):
    return appointment("Bo Lund", where, role, event, at=40, **fields)


def test_a_role_that_a_document_shows_has_no_start_and_an_unknown_end():
    tenure = only(report(IN_2022, bo()))
    assert (tenure.person, tenure.body, tenure.role) == ("bo-lund", BOARD, MEMBER)
    assert (tenure.start, tenure.first_seen, tenure.last_seen) == (None, IN_2022, IN_2022)
    assert tenure.end_status == UNKNOWN
    assert tenure.certain


def test_one_tenure_over_documents_with_the_proofs_of_all():
    tenure = only(report(IN_2024, bo()), report(IN_2022, bo()), report(IN_2023, bo(where="EHN")))
    assert (tenure.first_seen, tenure.last_seen) == (IN_2022, IN_2024)
    assert {proof.sha256 for proof in tenure.proofs} == {
        sha256(f"{day}.txt") for day in (IN_2022, IN_2023, IN_2024)
    }


def test_a_copy_of_a_document_adds_nothing():
    original = report(IN_2022, bo(Event.APPOINTED))
    assert tenures_of(original, original) == tenures_of(original)


def test_bodies_outside_the_registry_are_one_by_name():
    first, second = report(IN_2022, bo(where="Råd for X")), report(IN_2023, bo(where="råd for  x"))
    assert only(first, second).body == "Råd for X"


def test_an_abbreviation_means_what_its_document_defines():
    defined = report(IN_2023, bo(where="RFX"), body_mention("Råd for X", "RFX"))
    assert only(report(IN_2022, bo(where="Råd for X")), defined).body == "Råd for X"


def test_a_council_is_not_the_body_that_is_called_as_its_area():
    facts = bo(where="KKR Nordjylland"), bo(where="Nordjylland")
    assert len(tenures_of(report(IN_2022, *facts))) == 2


def test_roles_and_bodies_are_kept_apart():
    facts = bo(), bo(role=CHAIR), bo(where="Råd for X")
    assert len(tenures_of(report(IN_2022, *facts))) == 3


def test_a_start_is_taken_as_stated_and_leaves_the_tenure_open():
    tenure = only(report(IN_2022, bo(Event.ELECTED, from_=date(2022, 1, 1))))
    assert (tenure.start, tenure.first_seen, tenure.end_status) == (
        date(2022, 1, 1),
        IN_2022,
        OPEN,
    )


def test_a_decision_at_the_meeting_is_where_it_was_decided_and_no_start():
    decided = bo(Event.APPOINTED, item="3.1")
    tenure = only(report(IN_2022, decided, item("3.1")), report(IN_2023, bo(item="2")))
    assert tenure.decided_in == ((sha256(f"{IN_2022}.txt"), "3.1"),)
    assert (tenure.start, tenure.end_status) == (None, UNKNOWN)


def test_what_begins_after_the_document_has_not_been_seen_yet():
    tenure = only(report(IN_2022, bo(Event.APPOINTED, from_=date(2022, 7, 1))))
    assert (tenure.start, tenure.first_seen, tenure.last_seen) == (date(2022, 7, 1), None, None)


def test_what_was_over_before_the_document_was_last_seen_on_its_last_day():
    tenure = only(report(IN_2022, bo(to=date(2021, 12, 31))))
    assert (tenure.first_seen, tenure.end) == (date(2021, 12, 31), date(2021, 12, 31))
    assert tenure.end_status == ENDED


# Ends


def test_leaving_ends_the_tenure_on_the_stated_day():
    left = bo(Event.LEFT, to=date(2022, 12, 31))
    tenure = only(report(IN_2022, bo()), report(IN_2023, left))
    assert (tenure.end, tenure.end_status) == (date(2022, 12, 31), ENDED)
    assert tenure.last_seen == date(2022, 12, 31)


def test_leaving_without_a_day_is_known_from_the_meeting_alone():
    tenure = only(report(IN_2022, bo()), report(IN_2023, bo(Event.LEFT)))
    assert (tenure.end, tenure.last_seen, tenure.end_status) == (None, IN_2023, ENDED)


def test_leaving_that_is_said_again_is_one_departure():
    tenure = only(report(IN_2022, bo(Event.LEFT)), report(IN_2023, bo(Event.LEFT)))
    assert (tenure.last_seen, tenure.end_status) == (IN_2022, ENDED)


def test_the_day_of_leaving_may_be_given_by_the_successors_start():
    facts = (
        appointment("Ib Holm", BOARD, event=Event.LEFT, at=60),
        bo(Event.APPOINTED, replaces="Ib Holm", from_=date(2022, 12, 1)),
    )
    tenure = ib_of(report(IN_2022, *facts))
    assert (tenure.end, tenure.last_seen) == (date(2022, 11, 30), IN_2022)


def test_leaving_after_the_term_was_over_keeps_the_end_of_the_term():
    appointed = bo(Event.APPOINTED, to=date(2023, 12, 31))
    tenure = only(report(IN_2022, appointed), report(IN_2024, bo(Event.LEFT)))
    assert (tenure.end, tenure.last_seen) == (date(2023, 12, 31), date(2023, 12, 31))


def test_coming_back_after_leaving_is_a_second_tenure():
    first, second = tenures_of(
        report(IN_2022, bo()), report(IN_2023, bo(Event.LEFT)), report(IN_2024, bo())
    )
    assert (first.ordinal, first.end_status, first.last_seen) == (1, ENDED, IN_2023)
    assert (second.ordinal, second.end_status, second.first_seen) == (2, UNKNOWN, IN_2024)


def test_a_report_from_before_the_end_that_is_read_later_belongs_before():
    left = report(IN_2022, bo(Event.LEFT, to=date(2022, 12, 31)))
    tenure = only(left, report(date(2022, 10, 1), bo()))
    assert tenure.last_seen == date(2022, 10, 1)


def test_a_term_that_ran_out_is_followed_by_another():
    first, second = tenures_of(
        report(IN_2022, bo(Event.APPOINTED, to=date(2023, 12, 31))), report(IN_2024, bo())
    )
    assert (first.end, first.end_status) == (date(2023, 12, 31), ENDED)
    assert second.first_seen == IN_2024


def test_leaving_before_the_term_is_over_takes_the_place_of_its_end():
    appointed = bo(Event.APPOINTED, to=date(2025, 12, 31))
    tenure = only(report(IN_2022, appointed), report(IN_2024, bo(Event.LEFT)))
    assert (tenure.end, tenure.last_seen, tenure.end_status) == (None, IN_2024, ENDED)


def test_leaving_on_a_stated_day_before_the_term_is_over_takes_the_place_of_its_end():
    appointed = bo(Event.APPOINTED, to=date(2025, 12, 31))
    left = bo(Event.LEFT, to=date(2024, 4, 30))
    assert only(report(IN_2022, appointed), report(IN_2024, left)).end == date(2024, 4, 30)


def test_a_new_term_may_begin_on_the_day_on_which_the_old_one_ends():
    day = date(2026, 1, 23)
    elected, left = bo(Event.ELECTED, from_=day), bo(Event.LEFT, to=day)
    first, second = tenures_of(report(IN_2022, bo()), report(IN_2026, elected, left))
    assert (first.end, first.end_status) == (day, ENDED)
    assert (second.start, second.end_status) == (day, OPEN)


def test_a_later_start_is_another_tenure_and_closes_the_openness_of_the_first():
    first, second = tenures_of(
        report(IN_2022, bo(Event.ELECTED, from_=date(2022, 1, 21))),
        report(IN_2026, bo(Event.ELECTED, from_=date(2026, 1, 23))),
    )
    assert (first.start, first.end_status) == (date(2022, 1, 21), UNKNOWN)
    assert (second.start, second.end_status) == (date(2026, 1, 23), OPEN)


def test_a_tenure_is_not_seen_before_its_stated_start():
    first, second = tenures_of(
        report(IN_2024, bo()), report(IN_2026, bo(Event.ELECTED, from_=date(2026, 1, 23)))
    )
    assert (first.first_seen, first.start) == (IN_2024, None)
    assert (second.first_seen, second.start) == (IN_2026, date(2026, 1, 23))


@pytest.mark.parametrize("event", [Event.APPOINTED, Event.ELECTED])
def test_a_list_says_when_the_term_begins_for_which_somebody_was_chosen(event):
    """The minutes decide it in January, and the list has the term from February."""
    starts, ends = date(2026, 2, 1), date(2030, 1, 31)
    decided = report(date(2026, 1, 23), bo(event, item="4"), item("4"))
    tenure = only(decided, report(IN_2026, bo(from_=starts, to=ends)))
    assert (tenure.start, tenure.end) == (starts, ends)
    assert (tenure.first_seen, tenure.last_seen) == (IN_2026, IN_2026)
    assert tenure.decided_in == ((sha256("2026-01-23.txt"), "4"),)


def test_who_was_chosen_long_before_was_chosen_for_another_term():
    starts = date(2026, 2, 1)
    chosen = report(IN_2022, bo(Event.APPOINTED, item="4"), item("4"))
    assert len(tenures_of(chosen, report(IN_2026, bo(from_=starts)))) == 2


def test_who_is_shown_in_the_role_before_the_term_had_it_before():
    starts = date(2026, 2, 1)
    shown = report(date(2026, 1, 23), bo(Event.HOLDS))
    assert len(tenures_of(shown, report(IN_2026, bo(from_=starts)))) == 2


# Disagreement


def told(days) -> dict[date, set[str]]:
    """The days with the documents that tell them."""
    return {each.day: {proof.sha256 for proof in each.proofs} for each in days}


def test_two_starts_some_days_apart_are_of_one_tenure_that_keeps_both():
    """The list counts from the meeting, the minutes from when the term begins."""
    met, begins, ends = date(2022, 1, 19), date(2022, 2, 1), date(2025, 12, 31)
    decided = report(met, bo(Event.APPOINTED, item="4", from_=begins, to=ends), item("4"))
    tenure = only(decided, report(IN_2022, bo(from_=met, to=ends)))
    assert (tenure.start, tenure.end, tenure.ends) == (met, ends, ())
    assert told(tenure.starts) == {
        met: {sha256(f"{IN_2022}.txt")},
        begins: {sha256(f"{met}.txt")},
    }
    assert tenure.decided_in == ((sha256(f"{met}.txt"), "4"),)


def test_starts_that_agree_are_no_disagreement():
    same = (report(day, bo(from_=date(2022, 1, 1))) for day in (IN_2022, IN_2023))
    assert only(*same).starts == ()


@pytest.mark.parametrize("seen", [date(2022, 1, 25), IN_2022])
def test_who_is_shown_between_the_two_starts_is_in_the_same_seat(seen):
    starts = date(2022, 1, 19), date(2022, 2, 1)
    told_ = [
        report(day, bo(from_=start)) for day, start in zip((IN_2023, IN_2024), starts, strict=True)
    ]
    assert len(only(*told_, report(seen, bo())).starts) == 2


def test_two_starts_half_a_year_apart_stay_side_by_side():
    starts = date(2022, 1, 1), date(2022, 8, 1)
    first, second = tenures_of(
        *(
            report(day, bo(from_=start))
            for day, start in zip((IN_2023, IN_2024), starts, strict=True)
        )
    )
    assert (first.start, second.start) == starts
    assert {proof.sha256 for proof in first.proofs} != {proof.sha256 for proof in second.proofs}


@pytest.mark.parametrize(("event", "year"), [(Event.LEFT, 2022), (Event.HOLDS, 2026)])
def test_two_ends_some_days_apart_are_of_one_tenure_that_keeps_both(event, year):
    ends = date(year, 1, 30), date(year, 1, 31)
    tenure = only(*map(report, (IN_2022, IN_2023), (bo(event, to=day) for day in ends)))
    assert tenure.end == ends[1]
    assert told(tenure.ends) == {
        ends[0]: {sha256(f"{IN_2022}.txt")},
        ends[1]: {sha256(f"{IN_2023}.txt")},
    }


@pytest.mark.parametrize("events", [(Event.LEFT, Event.LEFT), (Event.HOLDS, Event.LEFT)])
def test_the_first_of_a_month_and_the_day_before_are_one_end(events):
    """One document tells the last day, the other the day on which the successor begins."""
    ends = date(2022, 1, 31), date(2022, 2, 1)
    facts = (bo(event, to=day) for event, day in zip(events, ends, strict=True))
    tenure = only(*map(report, (IN_2022, IN_2023), facts))
    assert (tenure.end, tenure.ends) == (ends[0], ())


def test_two_terms_stay_side_by_side():
    terms = (bo(Event.APPOINTED, to=date(year, 12, 31)) for year in (2025, 2026))
    first, second = tenures_of(*map(report, (IN_2022, IN_2023), terms))
    assert (first.end, second.end) == (date(2025, 12, 31), date(2026, 12, 31))


def judged_one(*extracts) -> tuple[Tenure, ...]:
    """The tenures, where somebody has judged that every Bo Lund is one person."""
    mentions = mentions_in(*extracts)
    first, *rest = (each.key.reference for each in mentions if each.name == "Bo Lund")
    together = [judgement(first, other) for other in rest]
    return consolidate_tenures(extracts, resolve_people(mentions, (), together), KNOWN)


@pytest.mark.parametrize(("party", "second_end"), [(None, ENDED), ("V", UNKNOWN)])
def test_two_parties_stay_side_by_side_and_leaving_ends_those_that_it_can_mean(party, second_end):
    first, second = judged_one(
        extract(bo(party="V"), name="1.txt", day=IN_2022),
        extract(bo(party="A"), name="2.txt", day=IN_2023),
        extract(bo(Event.LEFT, party=party), name="3.txt", day=IN_2024),
    )
    assert (first.party, second.party) == ("V", "A")
    assert (first.end_status, second.end_status) == (ENDED, second_end)


def test_a_document_that_gives_two_parties_gives_none():
    twice = attendance("Bo Lund", "V", "Thisted"), attendance("Bo Lund", "A", "Thisted")
    (tenure,) = judged_one(extract(*twice, bo()))
    assert (tenure.party, tenure.municipality) == (None, "Thisted")


# What is not certain


def test_a_nomination_is_not_yet_a_seat():
    tenure = only(report(IN_2022, bo(Event.NOMINATED, item="3")))
    assert not tenure.certain
    assert tenure.decided_in == ((sha256(f"{IN_2022}.txt"), "3"),)


def test_an_expectation_is_not_a_fact():
    tenure = only(report(IN_2022, bo(Event.ELECTED, certain=False, item="3")))
    assert not tenure.certain
    assert tenure.decided_in == ()


def test_a_fact_absorbs_what_was_expected_and_keeps_its_proof():
    tenure = only(
        report(IN_2022, bo(Event.NOMINATED, item="3")), report(IN_2023, bo(Event.APPOINTED))
    )
    assert tenure.certain
    assert (tenure.first_seen, tenure.decided_in) == (IN_2023, ())
    assert sha256(f"{IN_2022}.txt") in {proof.sha256 for proof in tenure.proofs}


def test_a_term_that_is_expected_to_begin_is_not_the_one_that_runs():
    first, second = tenures_of(
        report(IN_2022, bo(Event.ELECTED, from_=date(2022, 1, 21))),
        report(IN_2024, bo(Event.ELECTED, from_=date(2026, 1, 23), certain=False)),
    )
    assert (first.certain, first.end_status) == (True, OPEN)
    assert (second.certain, second.start) == (False, date(2026, 1, 23))


def test_an_expected_departure_ends_nothing():
    tenure = only(report(IN_2022, bo()), report(IN_2023, bo(Event.LEFT, certain=False)))
    assert (tenure.end_status, tenure.last_seen) == (UNKNOWN, IN_2022)


def test_a_departure_told_twice_some_days_apart_is_one():
    leaving = bo(Event.LEFT, certain=False, to=date(2023, 3, 1))
    tenure = only(report(IN_2022, bo(Event.LEFT, to=date(2023, 2, 28)), leaving))
    assert (tenure.certain, tenure.end) == (True, date(2023, 2, 28))


def test_what_is_expected_after_the_end_is_a_hypothesis_of_its_own():
    first, second = tenures_of(
        report(IN_2022, bo(Event.LEFT)), report(IN_2023, bo(Event.NOMINATED))
    )
    assert (first.certain, first.ordinal) == (True, 1)
    assert (second.certain, second.ordinal) == (False, 2)


# For whom


def test_party_and_municipality_come_from_the_attendance_which_is_then_a_proof():
    tenure = only(report(IN_2022, bo()))
    assert (tenure.party, tenure.municipality) == ("V", "Thisted")
    assert [proof.passage.start for proof in tenure.proofs] == [0, 40]


def test_party_and_municipality_of_the_appointment_need_no_other_proof():
    tenure = only(report(IN_2022, bo(party="V", municipality="Thisted")))
    assert [proof.passage.start for proof in tenure.proofs] == [40]


def test_without_attendance_party_and_municipality_are_unknown():
    tenure = only(extract(bo()))
    assert (tenure.party, tenure.municipality) == (None, None)


def test_a_municipality_is_called_as_in_the_registry():
    tenure = only(extract(bo(party="V", municipality="Thy")))
    assert tenure.municipality == "Thisted"


def test_whose_representative_somebody_is_is_called_as_in_the_registry():
    tenure = only(report(IN_2022, bo(on_behalf_of="KKR Nordjyllands")))
    assert tenure.represents == "KKR Nordjylland"


def test_a_deputy_is_tied_to_the_person():
    tenure = only(report(IN_2022, bo(role=DEPUTY, deputy_for="Ib Holm")))
    assert tenure.substitute_for == "ib-holm"


def test_a_deputy_stands_in_for_the_member_of_that_name_in_the_same_body():
    namesakes = attendance("Ib Holm", "V", "Thisted", at=40)
    members = [
        appointment("Ib Holm", name, party=party, municipality=place)
        for name, party, place in ((BOARD, "V", "Thisted"), ("Udvalg X", "A", "Rebild"))
    ]
    deputies = [bo(where=name, role=DEPUTY, deputy_for="Ib Holm") for name in (BOARD, "Udvalg X")]
    found = tenures_of(report(IN_2022, namesakes, *members, *deputies))
    assert {each.body: each.substitute_for for each in found if each.role == DEPUTY} == {
        BOARD: "ib-holm-2",
        "Udvalg X": "ib-holm",
    }


def test_deputy_of_two_people_is_two_tenures():
    facts = (bo(role=DEPUTY, deputy_for=name) for name in ("Ib Holm", "Eva Dam"))
    tenures = tenures_of(report(IN_2022, *facts))
    assert {tenure.substitute_for for tenure in tenures} == {"ib-holm", "eva-dam"}


def test_who_is_in_doubt_holds_nothing():
    namesakes = attendance("Jens Jensen", "A", "Rebild"), attendance("Jens Jensen", "V", "Thisted")
    assert not tenures_of(extract(*namesakes, appointment("Jens Jensen", BOARD)))


# Successors


def successor(**fields):
    return bo(Event.ELECTED, role=CHAIR, replaces="Ib Holm", **fields)


def ib_of(*extracts) -> Tenure:
    (tenure,) = (each for each in tenures_of(*extracts) if each.person == "ib-holm")
    return tenure


IB_CHAIRS = appointment("Ib Holm", BOARD, CHAIR, Event.HOLDS, at=60)


def test_a_successor_ends_the_predecessors_tenure_the_day_before():
    tenure = ib_of(report(IN_2022, IB_CHAIRS), report(IN_2023, successor(from_=date(2023, 6, 1))))
    assert (tenure.end, tenure.end_status) == (date(2023, 5, 31), ENDED)
    assert (tenure.first_seen, tenure.last_seen) == (IN_2022, IN_2023)


def test_a_successor_without_a_start_ends_it_on_an_unknown_day():
    tenure = ib_of(report(IN_2022, IB_CHAIRS), report(IN_2023, successor()))
    assert (tenure.end, tenure.end_status, tenure.last_seen) == (None, ENDED, IN_2023)


def test_a_predecessor_not_seen_before_has_an_ended_tenure():
    tenure = ib_of(report(IN_2023, successor()))
    assert (tenure.role, tenure.end_status, tenure.certain) == (CHAIR, ENDED, True)


@pytest.mark.parametrize("fields", [{"certain": False}, {"event": Event.NOMINATED}], ids=str)
def test_who_may_be_replaced_has_not_left(fields):
    expected = appointment(
        "Bo Lund", BOARD, CHAIR, **({"event": Event.ELECTED, "replaces": "Ib Holm"} | fields)
    )
    assert ib_of(report(IN_2022, IB_CHAIRS, expected)).end_status == UNKNOWN
    assert [each.person for each in tenures_of(report(IN_2022, expected))] == ["bo-lund"]


def test_nobody_replaces_themselves():
    assert only(report(IN_2022, bo(Event.ELECTED, replaces="Bo Lund"))).end_status == UNKNOWN


def test_a_member_replaced_as_representative_leaves_the_seat_that_is_known():
    seat = appointment("Ib Holm", BOARD, MEMBER, Event.HOLDS, at=60)
    replaced = bo(Event.APPOINTED, role=Role.REPRESENTATIVE, replaces="Ib Holm")
    tenure = ib_of(report(IN_2022, seat), report(IN_2023, replaced))
    assert (tenure.role, tenure.end_status) == (MEMBER, ENDED)


# One seat over an appointment, a list and a mention


def test_an_appointment_a_list_and_a_mention_are_one_tenure():
    tenure = only(
        report(
            IN_2022,
            bo(
                Event.APPOINTED, role=CHAIR, item="3", by="KKR Nordjylland",
                from_=date(2022, 6, 1), replaces="Ib Holm",
            ),
        ),
        extract(
            bo(Event.HOLDS, role=CHAIR, by="KKR Nordjylland", to=date(2025, 12, 31),
               party="V", municipality="Thisted"),
            name="liste.xlsx", day=IN_2023, kind=DocumentKind.APPOINTMENT_LIST,
        ),
        report(IN_2024, bo(role=CHAIR)),
        person="bo-lund",
    )  # fmt: skip
    assert (tenure.start, tenure.end) == (date(2022, 6, 1), date(2025, 12, 31))
    assert (tenure.last_seen, tenure.replaces) == (IN_2024, "ib-holm")
    (act,) = tenure.acts
    assert (act.kind, act.by) == (ActKind.APPOINTMENT, "KKR Nordjylland")
    assert act.effective_from == date(2022, 6, 1)
    assert act.decided_in == ((sha256(f"{IN_2022}.txt"), "3"),)
    assert {each.sha256 for each in act.proofs} == {sha256(f"{IN_2022}.txt"), sha256("liste.xlsx")}


def test_a_member_of_one_document_is_the_representative_of_another():
    tenure = only(report(IN_2022, bo(role=Role.REPRESENTATIVE)), report(IN_2023, bo(role=MEMBER)))
    assert (tenure.role, tenure.last_seen) == (Role.REPRESENTATIVE, IN_2023)


def test_taking_the_place_of_two_people_is_two_tenures():
    facts = (bo(Event.APPOINTED, replaces=name) for name in ("Ib Holm", "Eva Dam"))
    extracts = report(IN_2022, *facts)
    replaced = {each.replaces for each in tenures_of(extracts) if each.person == "bo-lund"}
    assert replaced == {"ib-holm", "eva-dam"}


# Acts


def acts_of(*extracts):
    return [(act.kind, act.by) for tenure in tenures_of(*extracts) for act in tenure.acts]


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        (Event.APPOINTED, ActKind.APPOINTMENT),
        (Event.NOMINATED, ActKind.NOMINATION),
        (Event.ELECTED, ActKind.ELECTION),
        (Event.LEFT, ActKind.RESIGNATION),
        (Event.EX_OFFICIO, ActKind.EX_OFFICIO),
    ],
)
def test_an_event_is_an_act_but_holding_a_seat_is_none(event, kind):
    assert acts_of(report(IN_2022, bo(event, by="Råd for X"))) == [(kind, "Råd for X")]
    assert acts_of(report(IN_2022, bo(Event.HOLDS))) == []


def test_what_is_expected_is_no_act_and_nor_is_what_follows_from_a_successor():
    assert acts_of(report(IN_2022, bo(Event.APPOINTED, certain=False))) == []
    tenure = ib_of(report(IN_2022, IB_CHAIRS), report(IN_2023, successor()))
    assert (tenure.end_status, tenure.acts) == (ENDED, ())


def test_a_nomination_that_led_to_an_appointment_stands_beside_it():
    tenure = only(
        report(IN_2022, bo(Event.NOMINATED, by="KKR Nordjylland")),
        report(IN_2023, bo(Event.APPOINTED, by="Råd for X")),
    )
    assert tenure.certain
    assert [(act.kind, act.by) for act in tenure.acts] == [
        (ActKind.APPOINTMENT, "Råd for X"),
        (ActKind.NOMINATION, "KKR Nordjylland"),
    ]


def test_acts_that_are_told_differently_stand_side_by_side_with_their_own_sources():
    tenure = only(
        report(IN_2022, bo(Event.APPOINTED, by="Råd for X")),
        report(IN_2023, bo(Event.APPOINTED, by="Råd for Y")),
        report(IN_2024, bo(Event.APPOINTED)),
    )
    first, second = tenure.acts
    assert (first.by, second.by) == ("Råd for X", "Råd for Y")
    assert {each.sha256 for each in second.proofs} == {sha256(f"{IN_2023}.txt")}


def test_who_leaves_has_the_role_until_the_day_before_the_act_takes_effect():
    tenure = only(report(IN_2022, bo(Event.LEFT, to=date(2022, 12, 31))))
    assert [act.effective_from for act in tenure.acts] == [date(2023, 1, 1)]


def test_a_list_that_says_by_whom_tells_of_the_election_that_is_known():
    tenure = only(
        report(IN_2022, bo(Event.ELECTED)), report(IN_2023, bo(Event.HOLDS, by="Råd for X"))
    )
    assert [(act.kind, act.by) for act in tenure.acts] == [(ActKind.ELECTION, "Råd for X")]


# Properties

_days = st.sampled_from((None, *(date(year, 3, 1) for year in range(2018, 2027))))
_facts = st.builds(
    appointment,
    st.sampled_from(("Bo Lund", "Ib Holm")),
    st.sampled_from((BOARD, "EHN")),
    st.sampled_from((MEMBER, Role.REPRESENTATIVE)),
    st.sampled_from(tuple(Event)),
    at=st.integers(0, 3),
    from_=_days,
    to=_days,
    certain=st.booleans(),
    party=st.sampled_from((None, "V")),
    replaces=st.sampled_from((None, None, "Ib Holm")),
)


@st.composite
def _extracts(draw):
    count = draw(st.integers(1, 5))
    return [
        extract(*draw(st.lists(_facts, max_size=3)), name=f"{number}.txt", day=draw(_days))
        for number in range(count)
    ]


@UNTIMED
@given(_extracts(), st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(extracts, random):
    shuffled = random.sample(extracts, len(extracts))
    assert tenures_of(*shuffled) == tenures_of(*extracts)


@UNTIMED
@given(_extracts())
def test_every_appointment_of_somebody_known_proves_a_tenure(extracts):
    resolution = resolution_of(*extracts)
    tenures = consolidate_tenures(extracts, resolution, KNOWN)
    proofs = {(proof.sha256, proof.passage) for each in tenures for proof in each.proofs}
    for each in extracts:
        for fact in each.appointments:
            known = mention_key(each.document.sha256, fact) in resolution.by_mention
            assert ((each.document.sha256, fact.passage) in proofs) >= known
    keys = [(each.person, each.body, each.role, each.ordinal) for each in tenures]
    assert len(keys) == len(set(keys))


@UNTIMED
@given(_extracts())
def test_a_certain_tenure_rests_on_a_certain_fact(extracts):
    certain = {
        (each.document.sha256, fact.passage)
        for each in extracts
        for fact in each.appointments
        if fact.certain and fact.event != Event.NOMINATED
    }
    for tenure in consolidate_tenures(extracts, resolution_of(*extracts), KNOWN):
        rests = {(proof.sha256, proof.passage) for proof in tenure.proofs} & certain
        assert rests or not tenure.certain
