"""The gap board of a small graph of made-up people."""

from datetime import date

import pytest

from kkr_graph.constitution.board import SeatState, alike, narrowed, read_board
from kkr_graph.constitution.proposals import Proposal
from kkr_graph.errors import QueryError
from kkr_graph.store.embedded import open_graph
from tests.constitution.test_comparison import graph_of, tenure
from tests.overview.graphs import BOARD, FIXTURE, write_graph

DAY = date(2025, 12, 1)
COMING = "KKR 2026-2030"


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    return open_graph(write_graph(tmp_path_factory.mktemp("graph"), FIXTURE, BOARD))


def seats(board):
    return [(row.seat, row.state, row.holder) for row in board.rows]


def test_each_seat_of_the_coming_term_is_a_row(graph):
    board = read_board(graph, day=DAY, forum="Erhvervshus Nordjylland")
    assert (board.body, board.term) == ("Erhvervshus Nordjylland", COMING)
    assert [row.seat for row in board.rows] == [
        "erhvervshus-2026:1",
        "erhvervshus-2026:2",
        "erhvervshus-2026:3",
    ]


def test_an_open_seat_says_who_must_act_and_how_long_there_is(graph):
    row = read_board(graph, day=DAY, forum="Erhvervshus Nordjylland").rows[-1]
    assert (row.state, row.acts) == (SeatState.VACANT, "KKR Nordjylland")
    assert (row.deadline, row.days) == (date(2026, 1, 26), 56)


@pytest.mark.parametrize(
    ("act", "state"),
    [("kkr:Nomination", SeatState.NOMINATED), ("kkr:Proposal", SeatState.PROPOSED)],
    ids=["nominated", "only-expected"],
)
def test_who_is_nominated_is_more_than_expected_and_shows_the_sentence(tmp_path, act, state):
    expected = FIXTURE.read_text(encoding="utf-8").replace(
        "org:organization <kkr/nordjylland> ; org:role kkrc:chair ;\n    kkr:politicalAffiliation",
        "org:organization <forum/erhvervshus-nordjylland> ; org:role kkrc:member ;\n"
        "    kkr:politicalAffiliation",
    )
    file = tmp_path / "expected.trig"
    file.write_text(expected.replace("kkr:Nomination", act), encoding="utf-8")
    graph = open_graph(write_graph(tmp_path / "graph", file))
    rows = read_board(graph, day=DAY, forum="Erhvervshus Nordjylland").rows
    assert [(row.state, row.holder) for row in rows] == [
        (state, "Cecilie Ørsted"),
        (SeatState.VACANT, ""),
        (SeatState.VACANT, ""),
    ]
    assert rows[0].source.quote


NOMINATED = """<tenure/nominated> a kkr:Hypothesis ; org:member <person/bo-lund> ; org:role kkrc:member ;
    org:organization <forum/danmarks-erhvervsfremmebestyrelse> ; kkr:from "{day}"^^xsd:date ;
    kkr:through "9999-12-31"^^xsd:date ; kkr:endStatus kkrc:end-unknown ; prov:wasDerivedFrom <evidence/b4> .
  <act/of-deb> a kkr:Nomination ; kkr:concernsPerson <person/bo-lund> ; prov:generated <tenure/nominated> ;
    kkr:inBody <forum/danmarks-erhvervsfremmebestyrelse> ; org:role kkrc:member ;
    kkr:nominatingBody <kkr/nordjylland> ; kkr:decidedIn <decision/of-deb> .
  <decision/of-deb> kkr:decidedAt <item/of-deb> .
  <item/of-deb> kkr:itemNumber "4" ; kkr:ofMeeting <meeting/of-deb> .
  <meeting/of-deb> kkr:meetingDate "{day}"^^xsd:date .
  """
DEB_SEATS = """<seat-group/deb-2026-{council}> a kkr:SeatGroup ; skos:prefLabel "{council}"@da ;
    kkr:inBody <forum/danmarks-erhvervsfremmebestyrelse> ; kkr:duringTerm <term/kkr-2026-2030> ;
    kkr:numberOfSeats 1 ; org:role kkrc:member ; kkr:appointingBody <kkr/{council}> .
  """


@pytest.mark.parametrize(
    ("day", "ours"),
    [
        ("2025-12-19", (SeatState.NOMINATED, "Bo Lund")),
        ("2025-06-01", (SeatState.VACANT, "")),  # long before: for a seat of the term that runs
    ],
)
def test_who_a_council_nominates_is_nominated_for_its_own_seat(tmp_path, day, ours):
    seats_of = [DEB_SEATS.format(council=each) for each in ("midtjylland", "nordjylland")]
    told = FIXTURE.read_text(encoding="utf-8").replace(
        "<tenure/expected> a",
        "".join((*seats_of, NOMINATED.format(day=day), "<tenure/expected> a")),
    )
    file = tmp_path / "nominated.trig"
    file.write_text(told, encoding="utf-8")
    graph = open_graph(write_graph(tmp_path / "graph", file))
    rows = read_board(graph, day=DAY, forum="DEB", term=COMING).rows
    assert [(row.appointed_by, row.state, row.holder) for row in rows] == [
        ("KKR Midtjylland", SeatState.VACANT, ""),
        ("KKR Nordjylland", *ours),
    ]


GROUP = """<seat-group/{slug}> a kkr:SeatGroup ; skos:prefLabel "{slug}"@da ; kkr:numberOfSeats {seats} ;
    kkr:inBody <forum/danmarks-erhvervsfremmebestyrelse> ; kkr:duringTerm <term/kkr-2026-2030> ;
    org:role kkrc:member ; kkr:appointingBody <kkr/{council}> {more} .
  """
IN_DEB = {"forum": "danmarks-erhvervsfremmebestyrelse"}
POLITICIAN = "kkr:politicalAffiliation <party/venstre> ; kkr:fromMunicipality <kommune/0787> ;"


def deb(folder, *more, council=None):
    """Each seat of the body in the coming term: who fills it, its state, who has it."""
    board = read_board(graph_of(folder, *more), day=DAY, forum="DEB", council=council, term=COMING)
    return [(row.group, row.state, row.holder) for row in board.rows]


def test_a_politician_has_a_seat_for_elected_politicians_and_may_have_no_other(tmp_path):
    groups = (
        GROUP.format(slug="a-virksomheder", seats=2, council="nordjylland", more=""),
        GROUP.format(
            slug="b-politikere", seats=1, council="nordjylland", more="; kkr:requiresElected true"
        ),
    )
    held = tenure("politician", "bo-lund", more=POLITICIAN, **IN_DEB)
    assert deb(tmp_path, *groups, held) == [
        ("a-virksomheder", SeatState.VACANT, ""),
        ("a-virksomheder", SeatState.VACANT, ""),
        ("b-politikere", SeatState.FILLED, "Bo Lund"),
    ]


def test_who_is_not_known_to_be_a_politician_may_have_either_seat(tmp_path):
    groups = (
        GROUP.format(slug="a-virksomheder", seats=1, council="nordjylland", more=""),
        GROUP.format(
            slug="b-politikere", seats=1, council="nordjylland", more="; kkr:requiresElected true"
        ),
    )
    held = tenure("somebody", "bo-lund", **IN_DEB)
    assert [state for _, state, _ in deb(tmp_path, *groups, held)] == [SeatState.UNKNOWN] * 2


@pytest.mark.parametrize("council", [None, "KKR Midtjylland"])
def test_a_seat_is_not_offered_to_somebody_from_another_council_s_area(tmp_path, council):
    area = "<kkr/midtjylland> kkr:coversMunicipality <kommune/0657> ."
    groups = [
        GROUP.format(slug=f"kkr-{each}", seats=1, council=each, more="")
        for each in ("midtjylland", "nordjylland")
    ]
    held = tenure("politician", "bo-lund", more=POLITICIAN, **IN_DEB)
    found = deb(tmp_path, area, *groups, held, council=council)
    assert found[0] == ("kkr-midtjylland", SeatState.VACANT, "")
    assert found[1:] == ([] if council else [("kkr-nordjylland", SeatState.FILLED, "Bo Lund")])


def test_seats_that_only_a_number_tells_apart_are_told_once(tmp_path):
    group = GROUP.format(slug="a-virksomheder", seats=4, council="nordjylland", more="")
    graph = graph_of(tmp_path, group)
    (seats,) = alike(read_board(graph, day=DAY, forum="DEB", term=COMING).rows)
    assert (seats[0].group, seats[1]) == ("a-virksomheder", 4)


def test_posts_in_a_body_without_registered_seats_are_there_and_its_vacant_seats(tmp_path):
    vacant = """<v9> a kkr:VacantSeat ; kkr:inBody <forum/business-region-north-denmark> ;
        org:role kkrc:member ; prov:wasDerivedFrom <evidence/v1> ."""
    graph = graph_of(tmp_path, vacant)
    rows = read_board(graph, day=DAY, forum="BRN", term=NOW).rows
    told = [(row.state, row.holder, row.seats, bool(row.source.document)) for row in rows]
    assert (SeatState.FILLED, "Bo Lund", None, True) in told
    assert told[-1] == (SeatState.VACANT, "", None, True)
    assert len({row.seat for row in rows}) == len(rows)
    assert not read_board(graph, day=DAY, forum="BRN", term=COMING).rows
    assert not read_board(graph, day=DAY, forum="BRN", council="KKR Midtjylland", term=NOW).rows


NOW = "KKR 2022-2026"
HOUSE = "Erhvervshus Nordjylland"


def test_a_seat_that_a_list_shows_as_vacant_is_vacant_and_shows_the_line(graph):
    """The list names one of the two seats whose holder nobody knows."""
    rows = read_board(graph, day=DAY, forum=HOUSE, term=NOW).rows
    states = [(row.state, row.holder, row.acts) for row in rows]
    assert states == [
        (SeatState.FILLED, "Cecilie Ørsted", ""),
        (SeatState.UNKNOWN, "", ""),
        (SeatState.VACANT, "", "KKR Nordjylland"),
    ]
    assert (rows[2].source.document, rows[2].source.line, rows[2].source.quote) == (
        "udpegninger-2025-09-01.txt", 7, "Vakant",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # somebody took a seat after the list: perhaps this one
        ('kkr:from "2024-02-01"^^xsd:date ; kkr:through "2025-12-31"',
         'kkr:from "2025-09-02"^^xsd:date ; kkr:through "2025-12-31"'),
        # the list is of a term that is over
        ('kkr:documentKind kkrc:appointment-list ; dcterms:date "2025-09-01"',
         'kkr:documentKind kkrc:appointment-list ; dcterms:date "2021-09-01"'),
        # nobody knows of which term the list is
        ('kkr:documentKind kkrc:appointment-list ; dcterms:date "2025-09-01"^^xsd:date',
         "kkr:documentKind kkrc:appointment-list"),
        # the seat is of another role
        ("org:role kkrc:member ; kkr:appointedByName", "org:role kkrc:chair ; kkr:appointedByName"),
    ],
    ids=["filled-since", "another-term", "no-day", "another-role"],
)  # fmt: skip
def test_a_seat_that_may_not_be_the_vacant_one_stays_unknown(tmp_path, old, new):
    text = FIXTURE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    start = 'schema:startDate "2024-02-01"^^xsd:date ; '
    file = tmp_path / "changed.trig"
    file.write_text(text.replace(start, "").replace(old, new), encoding="utf-8")
    graph = open_graph(write_graph(tmp_path / "graph", file))
    rows = read_board(graph, day=DAY, forum=HOUSE, term=NOW).rows
    assert [row.state for row in rows][1:] == [SeatState.UNKNOWN, SeatState.UNKNOWN]


def test_a_vacant_seat_that_fits_two_groups_is_told_of_neither(tmp_path):
    """Four seats of the council's, two of the fishermen's: the list does not say whose is empty."""
    text = FIXTURE.read_text(encoding="utf-8").replace(
        "a kkr:VacantSeat ; kkr:inBody <forum/erhvervshus-nordjylland>",
        "a kkr:VacantSeat ; kkr:inBody <forum/aalebestyrelsen>",
    )
    states = []
    for who in ("KKR Nordjylland", "fiskerne"):
        folder = tmp_path / who
        folder.mkdir()
        (folder / "told.trig").write_text(
            text.replace('appointedByName "KKR Nordjylland"', f'appointedByName "{who}"'),
            encoding="utf-8",
        )
        graph = open_graph(write_graph(folder / "graph", folder / "told.trig", BOARD))
        board = read_board(graph, day=DAY, forum="Ålebestyrelsen", term=NOW)
        states.append(board.count(SeatState.VACANT))
    assert states == [1, 0]


def test_who_sits_now_stands_beside_the_seat_and_does_not_fill_it(graph):
    row = read_board(graph, day=DAY, forum="Ålebestyrelsen", term=COMING).rows[0]
    assert (row.role, row.state, row.before) == ("formand", SeatState.VACANT, "Ørum")


def test_a_council_fills_no_seat_before_it_has_constituted_itself(tmp_path):
    """The term of the group begins on 23 January, and its own deadline is the 9th."""
    unknown = FIXTURE.read_text(encoding="utf-8").replace("a kkr:ConstituentMeeting", "a kkr:No")
    file = tmp_path / "unknown.trig"
    file.write_text(unknown, encoding="utf-8")
    graph = open_graph(write_graph(tmp_path / "graph", file))
    without = read_board(graph, day=DAY, forum="Erhvervshus Nordjylland").rows[0]
    assert (without.deadline, without.days) == (date(2026, 1, 9), 39)


def test_seats_by_the_councils_clock_wait_for_the_contact_council_too(graph):
    row = read_board(graph, day=DAY, forum="Ålebestyrelsen", term=COMING).rows[0]
    assert (row.term, row.deadline) == ("Kommunal valgperiode 2026-2029", date(2026, 1, 26))


def test_who_is_nominated_by_a_decision_is_more_than_proposed(tmp_path):
    old = """<tenure/h2> a kkr:Hypothesis ; org:member <person/brandt> ; org:organization \
<forum/aalebestyrelsen> ;
    org:role kkrc:member ; kkr:from "2025-08-29\""""
    new = """<tenure/h2> a kkr:Hypothesis ; org:member <person/brandt> ; org:organization \
<forum/aalebestyrelsen> ;
    kkr:decidedIn <meeting/nordjylland/2025-08-29/item/3.1/decision> ;
    org:role kkrc:chair ; kkr:from "2026-02-01\""""
    text = BOARD.read_text(encoding="utf-8")
    assert old in text
    decided = text.replace(old, new)
    file = tmp_path / "decided.trig"
    file.write_text(decided, encoding="utf-8")
    graph = open_graph(write_graph(tmp_path / "graph", FIXTURE, file))
    row = read_board(graph, day=DAY, forum="Ålebestyrelsen", term=COMING).rows[0]
    assert (row.state, row.holder) == (SeatState.NOMINATED, "Brandt")
    assert row.acts == "KKR Nordjylland"


def test_one_council_has_its_own_seats_and_not_its_neighbours(graph):
    board = read_board(graph, day=DAY, council="KKR Midtjylland", term="KKR 2022-2026")
    assert {row.forum for row in board.rows} == {"Erhvervshus Midtjylland"}
    assert board.body == "KKR Midtjylland"


def test_rows_are_narrowed_by_state_party_municipality_and_deadline(graph):
    board = read_board(graph, day=DAY, forum="Erhvervshus Nordjylland", term="KKR 2022-2026")
    assert [row.state for row in narrowed(board, states={SeatState.FILLED}).rows] == ["besat"]
    assert len(narrowed(board, party="Radikale Venstre").rows) == 1
    assert narrowed(board, party="Venstre").rows == ()
    assert len(narrowed(board, municipality="Læsø").rows) == 1
    coming = read_board(graph, day=DAY, forum="Erhvervshus Nordjylland")
    assert narrowed(coming, until=date(2026, 1, 25)).rows == ()
    assert len(narrowed(coming, until=date(2026, 1, 26)).rows) == 3


def test_a_seat_held_by_office_is_nobodys_to_fill(graph):
    board = read_board(graph, day=DAY, forum="Ålebestyrelsen", term=COMING)
    mayors = [row for row in board.rows if row.role == "født medlem"]
    assert {(row.state, row.acts) for row in mayors} == {(SeatState.UNKNOWN, "")}


def test_where_a_seat_may_be_in_two_groups_nobody_is_said_to_have_it(graph):
    board = read_board(graph, day=DAY, forum="Ålebestyrelsen", term="KKR 2022-2026")
    assert seats(board) == [
        ("aal-chair:oerum", SeatState.FILLED, "Ørum"),
        ("aal-theirs:1", SeatState.UNKNOWN, "måske Æbelø, måske Ørsted"),
        ("aal-theirs:2", SeatState.UNKNOWN, "måske Æbelø, måske Ørsted"),
        ("aal-ours:aaen", SeatState.FILLED, "Aaen"),
        ("aal-ours:2", SeatState.UNKNOWN, "måske Æbelø, måske Ørsted"),
        ("aal-ours:3", SeatState.UNKNOWN, "måske Æbelø, måske Ørsted"),
        ("aal-ours:4", SeatState.UNKNOWN, "måske Æbelø, måske Ørsted"),
    ]


def test_a_seat_that_falls_vacant_changes_its_own_row_and_no_other(tmp_path):
    without = BOARD.read_text(encoding="utf-8").replace("<tenure/t3> a kkr:Tenure", "<x> a kkr:No")
    spoiled = tmp_path / "board.trig"
    spoiled.write_text(without, encoding="utf-8")
    before, after = (
        read_board(
            open_graph(write_graph(tmp_path / file.parent.name, FIXTURE, file)),
            day=DAY,
            forum="Ålebestyrelsen",
            term="KKR 2022-2026",
        )
        for file in (BOARD, spoiled)
    )
    (gone,) = set(before.rows) - set(after.rows)
    (come,) = set(after.rows) - set(before.rows)
    assert (gone.holder, gone.state) == ("Aaen", SeatState.FILLED)
    assert (come.seat, come.state) == ("aal-ours:1", SeatState.UNKNOWN)


def test_a_proposal_stands_in_its_seat(graph):
    proposal = Proposal(
        seat="erhvervshus-2026:3", name="Bo Lund", party="Venstre", source="forslag.xlsx, række 4"
    )
    board = read_board(graph, day=DAY, forum="Erhvervshus Nordjylland", proposals=[proposal])
    row = board.rows[-1]
    assert (row.state, row.holder, row.party) == (SeatState.PROPOSED, "Bo Lund", "Venstre")
    assert row.source.document == "forslag.xlsx, række 4"
    assert row.acts == "KKR Nordjylland"


def test_a_proposal_for_a_seat_that_is_not_open_is_refused(graph):
    proposal = Proposal(seat="erhvervshus-2026:9", name="Bo Lund", source="forslag.csv, række 2")
    with pytest.raises(QueryError, match=r"Bo Lund .*erhvervshus-2026:9.*forslag\.csv, række 2"):
        read_board(graph, day=DAY, forum="Erhvervshus Nordjylland", proposals=[proposal])
