"""What becomes of seats at the change of term; the people are made up."""

from datetime import date

import pytest

from kkr_graph.constitution.elected import HolderFate
from kkr_graph.constitution.vacancies import Clock, SeatFate, read_vacancies
from kkr_graph.registry.councillors import Councillor, Office
from kkr_graph.store.embedded import open_graph
from tests.overview.graphs import BOARD, FIXTURE, write_graph

NEW = "Kommunal valgperiode 2026-2029"


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    return open_graph(write_graph(tmp_path_factory.mktemp("graph"), FIXTURE, BOARD))


def councillor(person, municipality, office=Office.MEMBER, term=NEW):
    return Councillor(
        person=person, municipality=municipality, party="", term=term, office=office,
        source="valgbogen",
    )  # fmt: skip


def rows(graph, *councillors, **scope):
    found = read_vacancies(graph, councillors=councillors, **scope).rows
    return {(row.forum, row.holder): row for row in found}


def fate(graph, *councillors):
    """Of Anna Holm, who sits for Aalborg in DEB."""
    return rows(graph, *councillors)["Danmarks Erhvervsfremmebestyrelse", "Anna Holm"]


def altered(folder, *changes, file=FIXTURE):
    """The graph with some texts replaced."""
    folder.mkdir(exist_ok=True)
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    spoiled = folder / "spoiled.trig"
    spoiled.write_text(text, encoding="utf-8")
    others = {FIXTURE, BOARD} - {file}
    return open_graph(write_graph(folder / "graph", spoiled, *others))


def test_a_seat_by_the_contact_councils_clock_lasts_until_the_eve_of_its_meeting(graph):
    row = rows(graph)["Ålebestyrelsen", "Ørum"]
    assert (row.seat, row.clock, row.ends) == (SeatFate.ENDS, Clock.KKR, date(2026, 1, 25))


def test_a_seat_by_the_councils_clock_ends_with_the_year(tmp_path):
    term = """<term/council-2022> a kkr:ElectoralTerm ; skos:prefLabel "Råd 2022-2025"@da ;
    kkr:clock kkrc:council-clock ; kkr:from "2022-01-01"^^xsd:date ;
    kkr:through "2025-12-31"^^xsd:date .
  <seat-group/deb-2022> a"""
    graph = altered(
        tmp_path,
        ("<seat-group/deb-2022> a", term),
        (
            "<forum/danmarks-erhvervsfremmebestyrelse> ; kkr:duringTerm <term/kkr-2022-2026>",
            "<forum/danmarks-erhvervsfremmebestyrelse> ; kkr:duringTerm <term/council-2022>",
        ),
    )
    row = fate(graph)
    assert (row.seat, row.clock, row.ends) == (SeatFate.ENDS, Clock.COUNCIL, date(2025, 12, 31))


def test_a_stated_end_is_kept(graph):
    row = rows(graph)["Erhvervshus Nordjylland", "Cecilie Ørsted"]
    assert row.ends == date(2025, 12, 31)
    assert (row.acts, row.deadline) == (
        "",
        None,
    )  # the seats of the new term ask for something else


def test_the_chair_of_a_contact_council_is_elected_at_its_meeting(graph):
    row = rows(graph)["KKR Nordjylland", "Bo Lund"]
    assert (row.seat, row.ends) == (SeatFate.ENDS, date(2026, 1, 25))
    assert (row.acts, row.deadline) == ("KKR Nordjylland", date(2026, 1, 26))


def test_a_post_in_no_group_is_unknown_and_not_lost(graph):
    row = rows(graph)["Business Region North Denmark", "Åge Dahl"]
    assert (row.seat, row.holder_fate, row.ends) == (SeatFate.UNKNOWN, HolderFate.UNKNOWN, None)


def test_what_nobody_has_said_is_unknown(graph):
    row = fate(graph)
    assert row.holder_fate == HolderFate.UNKNOWN
    assert row.why == "Valget til Kommunal valgperiode 2026-2029 er ikke oplyst."
    assert row.known_from == ""


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (councillor("Anna Holm", "Aalborg"), HolderFate.REELECTED),
        (councillor("anna-holm", "Aalborg"), HolderFate.REELECTED),
        (councillor("Anna Holm", "Aalborg", Office.MAYOR), HolderFate.MAYOR),
        (councillor("Anna Holm", "Aalborg", Office.NOT_ELECTED), HolderFate.NOT_REELECTED),
        (councillor("anna-holm", "Thisted"), HolderFate.MOVED),
        (councillor("", "Aalborg", Office.WHOLE_COUNCIL), HolderFate.NOT_REELECTED),
    ],
    ids=["name", "identifier", "mayor", "not-elected", "moved", "not-in-a-whole-council"],
)
def test_the_table_says_what_becomes_of_somebody(graph, known, expected):
    row = fate(graph, known)
    assert (row.holder_fate, row.known_from) == (expected, "valgbogen")


@pytest.mark.parametrize(
    "known",
    [
        councillor("Anna Holm", "Thisted"),
        councillor("Anna Holm", "Aalborg", term="Kommunal valgperiode 2022-2025"),
        councillor("", "Thisted", Office.WHOLE_COUNCIL),
        councillor("Anna Holm Ager", "Aalborg"),
    ],
    ids=["namesake-elsewhere", "another-term", "another-council", "longer-name"],
)
def test_what_nearly_says_it_leaves_it_unknown(graph, known):
    assert fate(graph, known).holder_fate == HolderFate.UNKNOWN


def test_a_namesake_elsewhere_keeps_a_whole_council_from_saying_that_somebody_lost(graph):
    row = fate(
        graph, councillor("", "Aalborg", Office.WHOLE_COUNCIL), councillor("Anna Holm", "Thisted")
    )
    assert row.holder_fate == HolderFate.UNKNOWN
    assert "identities.csv" in row.why


def test_minutes_of_the_new_term_show_who_sits_for_which_municipality(tmp_path):
    """The meeting of October is moved into the new term."""
    graph = altered(
        tmp_path,
        ('kkr:meetingDate "2025-10-24"', 'kkr:meetingDate "2026-02-20"'),
        (
            """kkr:nameAsWritten "Bo Lund" ; kkr:attendanceStatus kkrc:present ; kkr:title "Rådmand"@da ;
    kkr:politicalAffiliation <party/venstre> ; kkr:represents <kommune/0787>""",
            """kkr:nameAsWritten "Bo Lund" ; kkr:attendanceStatus kkrc:present ; kkr:title "Rådmand"@da ;
    kkr:politicalAffiliation <party/venstre> ; kkr:represents <kommune/0825>""",
        ),
    )
    found = rows(graph, term="KKR 2022-2026")
    assert found["Danmarks Erhvervsfremmebestyrelse", "Anna Holm"].holder_fate == "genvalgt"
    moved = found["KKR Nordjylland", "Bo Lund"]
    assert (moved.holder_fate, moved.known_from) == (HolderFate.MOVED, "referat-2025-10-24.txt")
    assert moved.why.startswith(f"Har mødt for Læsø i {NEW}, før for Thisted.")


def test_a_mayor_who_led_the_council_is_told_so(graph):
    row = rows(graph, councillor("Bo Lund", "Thisted", Office.MAYOR))["KKR Nordjylland", "Bo Lund"]
    assert row.holder_fate == HolderFate.MAYOR


LIMIT = (
    "<seat-group/deb-2022> a kkr:SeatGroup ;",
    '<term/kkr-2018> a kkr:ElectoralTerm ; skos:prefLabel "KKR 2018-2022"@da ;\n'
    '    kkr:clock kkrc:kkr-clock ; kkr:from "2018-02-01"^^xsd:date ;\n'
    '    kkr:through "2022-01-31"^^xsd:date .\n'
    "  <seat-group/deb-2022> a kkr:SeatGroup ; kkr:reappointmentLimit 0 ;",
)


def test_somebody_who_has_had_the_seat_often_enough_is_at_the_limit(tmp_path):
    graph = altered(tmp_path, LIMIT)
    row = fate(graph)
    assert row.limit
    assert row.why.endswith("Har haft pladsen i 1 periode; den kan ikke genudpeges.")


def test_terms_on_end_count_towards_the_limit(tmp_path):
    once = (LIMIT[0], LIMIT[1].replace("reappointmentLimit 0", "reappointmentLimit 1"))
    assert not fate(altered(tmp_path / "a", once)).limit
    long = (
        'kkr:fromMunicipality <kommune/0851> ; kkr:from "2025-08-29"^^xsd:date ;\n'
        '    kkr:through "9999-12-31"^^xsd:date ; kkr:lastSeen "2025-10-24"',
        'kkr:fromMunicipality <kommune/0851> ; kkr:from "2018-08-29"^^xsd:date ;\n'
        '    kkr:through "9999-12-31"^^xsd:date ; kkr:lastSeen "2025-10-24"',
    )
    row = fate(altered(tmp_path / "b", once, long))
    assert row.limit
    assert row.why.endswith("Har haft pladsen i 2 perioder; den kan genudpeges 1 gang.")


def test_a_seat_by_office_follows_the_office(tmp_path):
    graph = altered(tmp_path, ("kkr:numberOfSeats 4 ;\n    org:role kkrc:member ;",
                               "kkr:numberOfSeats 4 ;\n    org:role kkrc:ex-officio-member ;"),
                    file=BOARD)  # fmt: skip
    row = rows(graph)["Ålebestyrelsen", "Aaen"]
    assert (row.seat, row.acts) == (SeatFate.BY_OFFICE, "")


def test_a_seat_that_the_next_term_has_not_is_told_so(graph):
    row = rows(graph)["Ålebestyrelsen", "Aaen"]
    assert row.seat == SeatFate.DISCONTINUED


def test_one_council_is_not_shown_the_others_posts(graph):
    assert {forum for forum, _ in rows(graph, council="KKR Midtjylland")} == set()
