"""One mention per document and person, as far as the document tells."""

from datetime import date

import pytest

from kkr_graph.model.extract import AttendanceStatus, Role
from kkr_graph.model.identity import Mention, MentionKey, mention_key
from tests.factory import appointment, attendance, extract, mentions_in, passage, sha256, statement

PER = attendance("Per Bo Lund", "V", "Thisted")


def named(*facts) -> list[tuple[str, str, str]]:
    """Name, party and municipality of every mention of one document."""
    return [(m.name, m.key.party, m.key.municipality) for m in mentions_in(extract(*facts))]


def bare(*facts) -> list[Mention]:
    return [m for m in mentions_in(extract(*facts)) if not m.key.party]


def test_everybody_is_named_wherever_the_document_names_them():
    found = named(
        attendance("A Dam", "A", "Rebild", deputy_for="B Dam"),
        appointment("C Dam", deputy_for="D Dam", replaces="E Dam"),
        statement("F Dam"),
    )
    assert [name for name, _, _ in found] == ["A Dam", "B Dam", "C Dam", "D Dam", "E Dam", "F Dam"]


def test_absence_and_presence_of_one_person_are_one_mention():
    away = attendance("Per Bo Lund", "V", "Thisted", AttendanceStatus.ABSENT, items=("3",))
    assert len(named(PER, away)) == 1


@pytest.mark.parametrize(
    "fact",
    [
        statement("Per Bo-Lund"),
        appointment("Per Bo-Lund"),
        appointment("PER BO LUND", party="V"),
        attendance("Per  Bo Lund", municipality="Thisted", items=("3",)),
    ],
    ids=["statement", "bare appointment", "with party", "repeated attendance"],
)
def test_what_says_less_attaches_to_the_one_entry_of_the_name(fact):
    (found,) = mentions_in(extract(PER, fact))
    assert found.name == "Per Bo Lund"
    assert mention_key(sha256("referat.txt"), fact) in found.keys


def test_all_forms_of_the_name_are_kept():
    (found,) = mentions_in(extract(PER, statement("Per Bo-Lund")))
    assert found.forms == ("Per Bo Lund", "Per Bo-Lund")


@pytest.mark.parametrize(
    "other",
    [attendance("Per Bo Lund", "A", "Thisted"), attendance("Per Bo Lund", "V", "Rebild")],
    ids=["party", "municipality"],
)
def test_a_bare_name_that_two_people_bear_stays_a_mention_of_its_own(other):
    facts = PER, other, statement("Per Bo Lund")
    assert len(named(*facts)) == 3
    assert len(bare(*facts)) == 1


def _board(*members, **deputy) -> list[Mention]:
    """The bare mentions where somebody is deputy for a Per Bo Lund in a board."""
    two = PER, attendance("Per Bo Lund", "A", "Rebild")
    role = appointment("Ida Krag", role=Role.DEPUTY, deputy_for="Per Bo Lund", **deputy)
    return [each for each in bare(*two, *members, role) if each.name == "Per Bo Lund"]


def test_whom_somebody_is_the_deputy_of_is_the_member_of_that_name_in_the_body():
    elsewhere = appointment("Per Bo Lund", "Udvalg Y", party="V", municipality="Thisted")
    member = appointment("Per Bo Lund", party="A", municipality="Rebild", at=100)
    assert _board(elsewhere, member) == []
    assert len(_board(elsewhere)) == 1


def test_of_two_of_one_name_in_a_body_somebody_is_the_deputy_of_the_one_beside():
    row = passage("Per Bo Lund A Rebild Ida Krag", 100)
    members = [
        appointment("Per Bo Lund", party="V", municipality="Thisted"),
        appointment("Per Bo Lund", party="A", municipality="Rebild", passage=row),
    ]
    assert _board(*members, passage=row) == []
    assert len(_board(*members, at=200)) == 1


def test_a_partial_name_attaches_to_the_one_of_two_namesakes_that_it_fits():
    other = attendance("Per Bo Lund", "A", "Rebild")
    assert len(named(PER, other, appointment("Per Bo Lund", party="A"))) == 2


def test_an_official_and_a_politician_of_one_name_stay_apart():
    official = attendance("Per Bo Lund", status=AttendanceStatus.GUEST, organization="KL")
    found = bare(PER, official, statement("Per Bo Lund"))
    assert {mention.key.organization for mention in found} == {"kl", ""}


def test_an_officials_bare_name_attaches_to_the_organisation():
    official = attendance("Per Bo Lund", status=AttendanceStatus.GUEST, organization="KL")
    (found,) = mentions_in(extract(official, statement("Per Bo Lund")))
    assert found.organization == "KL"


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("Bo E. Lund", "Bo Lund"),
        ("Bo Lund", "Bo E. Lund"),
        ("Bo E Lund", "Bo E. Lund"),
        ("Bo E. Holm-Lund", "Bo Holm Lund"),
    ],
)
def test_one_initial_or_its_dot_may_be_missing_inside_a_document(listed, said):
    assert len(named(attendance(listed, "V", "Thisted"), statement(said))) == 1


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("Anne Hansen", "Anna Hansen"),
        ("Anders Jensen", "Anders Jensens"),
        ("Bo Lund", "Bo Lundt"),
        ("Bo E. Lund", "Bo F. Lund"),
        ("Bo Eli Lund", "Bo Lund"),
        ("E. Lund", "Lund"),
        ("J. Bo Lund", "Bo Lund"),
        ("Bo Lund J.", "Bo Lund"),
        ("Bo E. F. Lund", "Bo Lund"),
    ],
)
def test_a_letter_tells_people_apart(listed, said):
    assert len(named(attendance(listed, "V", "Thisted"), statement(said))) == 2


LASSE = attendance("Lasse Holm Jensen", "A", "Rebild")


@pytest.mark.parametrize("said", [statement("Lasse Holm"), appointment("Lasse Holm", party="A")])
def test_the_beginning_of_one_name_on_the_list_means_its_bearer(said):
    (found,) = mentions_in(extract(LASSE, said))
    assert found.name == "Lasse Holm Jensen"
    assert found.forms == ("Lasse Holm", "Lasse Holm Jensen")


@pytest.mark.parametrize(
    "facts",
    [
        (LASSE, attendance("Lasse Holm Lund", "V", "Thisted"), statement("Lasse Holm")),
        (LASSE, attendance("Lasse Holm", "V", "Thisted")),
        (LASSE, appointment("Lasse Holm", party="V")),
        (appointment("Lasse Holm Jensen", party="A"), statement("Lasse Holm")),
        (LASSE, statement("Lasse")),
        (LASSE, statement("Lasse Jensen")),
        (LASSE, statement("Holm Jensen")),
    ],
    ids=["two fit", "listed too", "other party", "no list", "given name", "a name out", "surnames"],
)
def test_what_may_be_the_beginning_of_another_name_stays_a_mention_of_its_own(facts):
    assert len(named(*facts)) == len(facts)


def test_a_missing_initial_that_fits_two_people_attaches_to_neither():
    facts = attendance("Bo E. Lund", "V", "Thisted"), attendance("Bo F. Lund", "V", "Thisted")
    assert len(named(*facts, statement("Bo Lund"))) == 3


def test_the_very_name_goes_before_one_with_an_initial():
    exact, near = attendance("Bo Lund", "V", "Thisted"), attendance("Bo E. Lund", "A", "Rebild")
    found = mentions_in(extract(exact, near, statement("Bo Lund")))
    assert {m.key.folded: len(m.keys) for m in found} == {"bo lund": 2, "bo e lund": 1}


def test_somebody_else_of_the_very_name_keeps_it_from_one_with_an_initial():
    exact, near = attendance("Bo Lund", "V", "Thisted"), attendance("Bo E. Lund", "A", "Rebild")
    assert len(named(exact, near, appointment("Bo Lund", party="A"))) == 3


def test_two_entries_of_the_list_are_two_people_though_an_initial_is_missing():
    assert len(named(attendance("Bo E. Lund", "V", "Thisted"), attendance("Bo Lund", "V"))) == 2


def test_mentions_come_by_day_whatever_the_order_of_documents():
    late = extract(PER, name="a.txt", day=date(2024, 1, 1))
    early = extract(PER, name="b.txt", day=date(2023, 1, 1))
    found = mentions_in(late, early)
    assert [mention.day for mention in found] == [date(2023, 1, 1), date(2024, 1, 1)]
    assert found == mentions_in(early, late)


def test_a_reference_tells_what_the_document_says():
    key = MentionKey.of("ab" * 32, "Bo-Lund", None, None, "KL")
    assert key.reference == "abababababababab:bo lund|||kl"
    assert MentionKey.of("ab" * 32, "Bo Lund").reference == "abababababababab:bo lund"
