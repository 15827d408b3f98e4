"""What becomes of a document that is not as plain as the small one."""

from dataclasses import replace

import pytest

from kkr_graph.model.extract import AttendanceStatus, DocumentKind, Outcome, Role
from kkr_graph.model.identity import Doubt, Resolution
from tests import factory
from tests.rdf.world import TEXT, at, attendance, graph, item, minutes, resolve, small_document

M = "meeting/nordjylland/2025-10-24"
DECIDED = {"decision": "Godkendt.", "outcomes": (Outcome.APPROVED,)}


def took_part(of):
    return sorted((s, o) for s, p, o, _ in of.facts if p == "kkr:tookPartIn")


# --- bodies ---------------------------------------------------------------------------------


def test_one_body_in_several_spellings_has_one_label_the_commonest():
    found = graph(
        minutes(
            factory.appointment("Bo Lund", "Udvalg for Havne"),
            factory.appointment("Eva Dahl", "udvalg for havne"),
        ),
        minutes(factory.appointment("Bo Lund", "Udvalg for Havne"), name="b.txt"),
    )
    assert found.of("forum/udvalg-for-havne", "skos:prefLabel") == ["Udvalg for Havne"]


def test_an_abbreviation_means_what_its_document_says():
    found = graph(
        minutes(
            factory.appointment("Bo Lund", "FFF"),
            factory.seat_rule("FFF"),
            factory.body_mention("Fjordforum Fur", "FFF"),
        ),
        minutes(factory.appointment("Bo Lund", "FFF"), factory.seat_rule("FFF"), name="b.txt"),
    )
    bodies = {found.of(rule, "kkr:inBody")[0] for rule in found.a("kkr:SeatRule")}
    assert bodies == {"forum/fjordforum-fur", "forum/fff"}
    assert found.of("forum/fjordforum-fur", "skos:altLabel") == ["FFF"]


def test_a_rule_for_a_sort_of_body_makes_no_body():
    found = graph(minutes(factory.seat_rule("Havneråd")))
    (rule,) = found.a("kkr:SeatRule")
    assert found.of(rule, "kkr:bodyName") == ["Havneråd"]
    assert found.of(rule, "kkr:inBody") == []


def test_a_body_of_the_registry_is_not_described_again_by_a_document():
    found = graph(minutes(factory.seat_rule("Nordrådet"), factory.seat_rule("nordrådets")))
    assert found.graphs_of("forum/nordraadet") == {"graph/registry"}
    assert found.a("kkr:Forum") == ["forum/nordraadet"]


def test_a_body_named_like_the_area_of_a_contact_council_is_another_body():
    found = graph(minutes(body="Nordjylland"), minutes(name="b.txt"))
    assert len(found.a("kkr:Meeting")) == 2
    assert found.of("forum/nordjylland", "skos:prefLabel") == ["Nordjylland"]


def test_somebody_may_speak_for_what_the_graph_has_or_only_names():
    speech = [
        factory.statement("Bo Lund", "1", on_behalf_of=name)
        for name in ("Aalborg Kommune", "NR", "Støvringgaarden")
    ]
    found = graph(minutes(item(), *speech))
    said = [f"{M}/item/1/statement/{nth}" for nth in (1, 2, 3)]
    assert [found.of(s, "kkr:onBehalfOf") for s in said] == [
        ["kommune/0851"], ["forum/nordraadet"], [],
    ]  # fmt: skip
    assert found.of(said[2], "kkr:onBehalfOfName") == ["Støvringgaarden"]


def test_who_represents_an_unknown_body_makes_it_known():
    found = graph(minutes(factory.appointment("Bo Lund", "NR", on_behalf_of="Fjordforum")))
    assert found.of("forum/fjordforum", "skos:prefLabel") == ["Fjordforum"]


# --- parties --------------------------------------------------------------------------------


def test_a_local_letter_without_municipality_is_no_party():
    found = graph(minutes(attendance("Ida Krag", "L")))
    assert found.of(f"{M}/participation/ida-krag", "kkr:politicalAffiliation") == []
    assert found.a("kkr:ElectoralList") == []


# --- attendance -----------------------------------------------------------------------------


def test_absent_for_one_item_takes_no_part_in_that_decision():
    found = graph(
        minutes(
            attendance("Bo Lund", "V"),
            attendance("Bo Lund", "V", status=AttendanceStatus.ABSENT, items=("2",)),
            item("1", **DECIDED),
            item("2", **DECIDED),
        )
    )
    assert took_part(found) == [("person/bo-lund", f"{M}/item/1/decision")]
    assert found.of(f"{M}/participation/bo-lund/2", "kkr:scopeItem") == [f"{M}/item/2"]


def test_present_for_one_item_takes_part_in_that_decision_alone():
    found = graph(
        minutes(
            attendance("Bo Lund", status=AttendanceStatus.ABSENT),
            attendance("Bo Lund", items=("2",)),
            item("1", **DECIDED),
            item("2", **DECIDED),
        )
    )
    assert took_part(found) == [("person/bo-lund", f"{M}/item/2/decision")]


@pytest.mark.parametrize(
    "entries",
    [
        [attendance("Bo Lund", status=AttendanceStatus.GUEST)],
        [attendance("Bo Lund", certain=False)],
        [attendance("Bo Lund"), attendance("Bo Lund", status=AttendanceStatus.ABSENT)],
    ],
    ids=["guest", "only-announced", "said-to-be-both"],
)
def test_whose_presence_is_not_certain_takes_no_part(entries):
    assert took_part(graph(minutes(*entries, item(**DECIDED)))) == []


def test_a_guest_at_several_items_is_one_participation():
    guest = {"status": AttendanceStatus.GUEST}
    found = graph(
        minutes(
            attendance("Ulla Toft", items=("1",), **guest),
            attendance("Ulla Toft", items=("2",), **guest),
            item("1"),
            item("2"),
        )
    )
    assert found.of(f"{M}/participation/ulla-toft", "kkr:scopeItem") == [
        f"{M}/item/1", f"{M}/item/2",
    ]  # fmt: skip


def test_an_announced_guest_and_speaker_is_a_hypothesis():
    found = graph(
        minutes(
            attendance("Ulla Toft", status=AttendanceStatus.GUEST, certain=False),
            factory.statement("Ulla Toft", "1", certain=False),
            item(),
        )
    )
    assert found.a("kkr:Hypothesis") == [
        f"{M}/item/1/statement/1", f"{M}/participation/ulla-toft",
    ]  # fmt: skip


def test_a_marked_deputy_is_tied_to_who_is_replaced():
    found = graph(minutes(attendance("Bo Lund", "V", "Thisted", deputy_for="Ida Krag")))
    assert found.of(f"{M}/participation/bo-lund", "kkr:substituteForPerson") == ["person/ida-krag"]


# --- people in doubt ------------------------------------------------------------------------


def test_somebody_in_doubt_is_a_mention_and_no_participation():
    document = minutes(attendance("Bo Lund", "V"), factory.statement("Bo Lund", "1"), item())
    found = graph(document, resolution=Resolution(people=(), by_mention={}))
    assert found.a("kkr:Participation") == found.a("kkr:Statement") == []
    names = [found.of(mention, "kkr:nameAsWritten") for mention in found.a("kkr:PersonMention")]
    assert names == [["Bo Lund"], ["Bo Lund"]]


def test_the_keys_of_one_doubtful_person_are_one_mention():
    document = minutes(attendance("Bo Lund", "V"), factory.statement("Bo Lund", "1"), item())
    people = resolve(document)
    (key, *also) = sorted(people.by_mention, key=lambda key: not key.party)
    mention = replace(factory.mention("Bo Lund"), key=key, also=tuple(also))
    doubt = Doubt(mention=mention, candidates=("bo-lund",), reason="To mulige")
    found = graph(
        document, resolution=Resolution(people=people.people, by_mention={}, doubts=(doubt,))
    )
    (unresolved,) = found.a("kkr:PersonMention")
    assert len(found.of(unresolved, "prov:wasDerivedFrom")) == 2


def test_a_name_is_written_as_where_its_bearer_is_told_of_before_where_another_is():
    document = minutes(
        attendance("Bo Lund", "V", deputy_for="ULLA TOFT"),
        factory.statement("Ulla Toft", "1"),
        item(),
    )
    found = graph(document, resolution=Resolution(people=(), by_mention={}))
    names = [found.of(mention, "kkr:nameAsWritten") for mention in found.a("kkr:PersonMention")]
    assert sorted(names) == [["Bo Lund"], ["Ulla Toft"]]


# --- items and meetings ---------------------------------------------------------------------


def test_an_item_without_text_or_outcome_has_no_decision():
    found = graph(minutes(item("4", outcomes=(Outcome.NONE,))))
    assert found.a("kkr:AgendaItem") == [f"{M}/item/4"]
    assert found.a("kkr:Decision") == []


def test_remarks_without_an_outcome_are_a_decision():
    found = graph(minutes(item("4", outcomes=(Outcome.NONE,), decision="Drøftelse.")))
    assert found.of(f"{M}/item/4/decision", "kkr:outcome") == ["kkrc:none"]


def test_a_number_that_comes_twice_gives_two_items():
    found = graph(minutes(item("1", "Åben"), item("1", "Lukket")))
    assert [found.of(iri, "dcterms:title") for iri in (f"{M}/item/1", f"{M}/item/1_2")] == [
        ["Åben"], ["Lukket"],
    ]  # fmt: skip


@pytest.mark.parametrize("unknown", [{"body": None, "body_passage": None}, {"day": None}])
def test_without_a_meeting_the_items_hang_on_the_document(unknown):
    document = minutes(attendance("Bo Lund"), item(**DECIDED), **unknown)
    found = graph(document)
    base = f"document/{document.document.sha256[:16]}"
    assert found.a("kkr:Meeting") == []
    assert found.of(f"{base}/item/1", "kkr:ofMeeting") == [base]
    assert found.of(base, "kkr:documents") == []
    assert took_part(found) == [("person/bo-lund", f"{base}/item/1/decision")]


def test_a_list_of_appointments_is_no_meeting():
    assert graph(minutes(kind=DocumentKind.APPOINTMENT_LIST)).a("kkr:Meeting") == []


def test_a_list_tells_what_a_forum_is_for_and_what_it_rests_on():
    found = graph(
        minutes(
            factory.forum("Nordrådet", "At mødes.", "lov § 2"),
            factory.forum("Østforum", None, "lov § 3"),
            factory.forum("Vestforum"),
            kind=DocumentKind.APPOINTMENT_LIST,
        )
    )
    told = {found.of(each, "kkr:inBody")[0]: each for each in found.a("kkr:ForumDescription")}
    assert set(told) == {"forum/nordraadet", "forum/oestforum"}
    nord, east = told["forum/nordraadet"], told["forum/oestforum"]
    assert found.of(nord, "kkr:purpose") == ["At mødes."]
    assert found.of(nord, "kkr:legalBasis") == []  # the registry has one
    assert found.of(east, "kkr:legalBasis") == ["lov § 3"]
    assert (
        len(found.of(nord, "prov:wasDerivedFrom"))
        == len(found.of(east, "prov:wasDerivedFrom"))
        == 1
    )
    assert "forum/vestforum" in found.a("kkr:Forum")


def test_a_vacant_seat_is_a_fact_with_its_passage():
    found = graph(
        minutes(
            factory.vacancy("Nordrådet", Role.CHAIR, "KKR Nordjylland"),
            factory.vacancy("Nordrådet"),
            kind=DocumentKind.APPOINTMENT_LIST,
        )
    )
    chair, member = found.a("kkr:VacantSeat")
    assert found.of(chair, "org:role") == ["concept/chair"] or found.of(member, "org:role")
    assert found.of(chair, "kkr:appointedByName") == ["KKR Nordjylland"]
    assert found.of(member, "kkr:appointedByName") == []
    assert found.of(member, "prov:wasDerivedFrom") != []


def test_the_minutes_tell_of_a_meeting_and_its_agenda_does_not():
    agenda = minutes(
        item("1", "Punkt"), item("2", "Udgået"),
        factory.date_mention(item="1", passage=at("den 24. oktober 2025")),
        kind=DocumentKind.AGENDA, name="dagsorden.txt",
    )  # fmt: skip
    told = minutes(item("1", "Punktet", **DECIDED), name="referat.txt")
    found = graph(agenda, told)
    assert found.a("kkr:AgendaItem") == [f"{M}/item/1"]
    assert found.of(f"{M}/item/1", "dcterms:title") == ["Punktet"]
    foreseen = f"document/{agenda.document.sha256[:16]}"
    assert found.of(foreseen, "kkr:documents") == [M]
    assert found.of(f"{foreseen}/date/1", "kkr:mentionedIn") == [f"{M}/item/1"]


def test_an_agenda_alone_tells_of_its_meeting_but_not_how_far_the_graph_knows():
    found = graph(minutes(item(), kind=DocumentKind.AGENDA))
    assert found.a("kkr:AgendaItem") == [f"{M}/item/1"]
    assert found.of("build", "kkr:dataThrough") == []


def test_pages_are_told_where_there_are_any():
    from array import array

    from kkr_graph.rdf import Positions

    positions = Positions(array("L", [0, 10, 20]), (0, 15))
    assert [(positions.line(i), positions.page(i)) for i in (0, 9, 10, 15, 25)] == [
        (1, 1), (1, 1), (2, 1), (2, 2), (3, 2),
    ]  # fmt: skip
    assert Positions(array("L", [0])).page(3) is None


def test_the_copy_of_a_document_proves_with_its_own_text():
    one, other = small_document("a.txt"), small_document("b.txt")
    found = graph(one, other)
    evidence = {graph_ for node in found.a("kkr:Evidence") for graph_ in found.graphs_of(node)}
    assert evidence == {f"graph/source/{each.document.sha256[:16]}" for each in (one, other)}
    assert TEXT
