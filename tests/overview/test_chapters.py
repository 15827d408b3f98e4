"""The overview as a paper, before it has a format."""

from datetime import date

from kkr_graph.constitution.board import SeatState
from kkr_graph.constitution.proposals import Proposal
from kkr_graph.overview.chapters import to_paper
from kkr_graph.overview.paper import Grid, Heading, Line, Told
from kkr_graph.queries.asking import Source
from kkr_graph.seats.holders import Certainty
from kkr_graph.seats.scope import Forum
from tests.overview.sample import DAY, board_row, coming, overview, remark, row, seat

PRESENT = row(decided_on=DAY, item="3.9", deputy="Bo Lund")


def three_seats(**fields):
    first = board_row(1, seat="raadet-2026:aase-oest", before="Åse Øst", **fields)
    return coming(first, board_row(2), board_row(3), present=(PRESENT,))


def cells(grid):
    return [[cell.text for cell in line.cells] for line in grid.lines]


def chapter(paper, heading="Danmarks Fælles Råd"):
    return next(each for each in paper.chapters if each.heading == heading)


def test_each_seat_is_a_line_with_who_has_it_and_cells_to_fill_in():
    paper = to_paper(overview(seats=(seat(),)), three_seats())
    (grid,) = chapter(paper).grids
    assert [heading.text for heading in grid.headings] == [
        "Plads", "Repræsentant nu", "Navn", "Parti", "Kommune", "Stedfortræder",
    ]  # fmt: skip
    head, *lines = grid.lines
    assert head.heads
    assert cells(grid)[1][:2] == ["Medlem 1 af 3", "Åse Øst"]
    assert [[cell.is_blank for cell in line.cells] for line in lines] == [
        [False, False, True, True, True, True]
    ] * 3


def test_the_present_holder_has_everything_that_is_known_of_them():
    paper = to_paper(overview(seats=(seat(),)), three_seats())
    now = chapter(paper).grids[0].lines[1].cells[1]
    assert now.small == (
        "Venstre · Læsø · slut ukendt, senest set 24.10.2025 · besluttet 24.10.2025, pkt. 3.9 · "
        "stedfortræder: Bo Lund"
    )
    (number,) = now.notes
    note = paper.notes[number - 1]
    assert (note.where, note.words) == ("referat.txt, side 3, linje 71", "Ærø udpegede Åse Øst.")


def test_the_rules_of_several_seats_stand_above_them_and_of_one_at_it():
    chair = seat(group="raadet-formand", role="formand", seats=1, eligibility="folkevalgt")
    rows = (board_row(1, seat="raadet-formand:1", role="formand"), board_row(1), board_row(2))
    paper = to_paper(overview(seats=(chair, seat(seats=2, reappointments=1))), coming(*rows))
    told = chapter(paper)
    assert dict(told.facts) == {
        "Formål": "at råde",
        "Type": "bestyrelse",
        "Hjemmel": "lov om råd § 1",
        "Udpeges af": "KKR Nordjylland",
        "Valgform": "flertalsvalg",
        "Stedfortræder kræves": "ja",
        "Genudpegning": "én gang",
        "Valgperiode": "KKR 2026-2030",
        "Skal besættes": "3 pladser",
        "Frist": "23.01.2026",
    }
    assert [(line.cells[0].text, line.cells[0].small) for line in told.grids[0].lines] == [
        ("Formand", "folkevalgt"),
        ("Medlem, 2 pladser", "medlem af en kommunalbestyrelse"),
        ("Medlem 1 af 2", ""),
        ("Medlem 2 af 2", ""),
    ]
    assert [line.opens for line in told.grids[0].lines] == [True, True, False, False]


def test_rules_that_differ_stand_with_their_groups():
    other = seat(group="raadet-andre", appointed_by="Regionen")
    paper = to_paper(
        overview(seats=(seat(), other)),
        coming(board_row(1), board_row(1, seat="raadet-andre:1", appointed_by="Regionen")),
    )
    told = chapter(paper)
    assert "Udpeges af" not in dict(told.facts)
    assert [line.cells[0].small.rpartition("; ")[2] for line in told.grids[0].lines] == [
        "udpeges af: KKR Nordjylland", "udpeges af: Regionen",
    ]  # fmt: skip


def test_seats_nobody_is_known_to_fill_are_counted_apart():
    watcher = seat(group="raadet-observatoer", role="observatør", seats=1, appointed_by="")
    rows = (board_row(1), board_row(1, seat="raadet-observatoer:1", appointed_by="", acts=""))
    told = chapter(to_paper(overview(seats=(seat(seats=1), watcher)), coming(*rows)))
    assert dict(told.facts)["Skal besættes"] == (
        "1 plads og 1 plads, hvor det ikke er oplyst, hvem der udpeger"
    )


def test_seats_held_by_office_are_one_line_with_nothing_to_fill_in():
    mayors = seat(role="født medlem", seats=11, is_by_office=True, eligibility="borgmestrene")
    rows = [board_row(number, state=SeatState.UNKNOWN) for number in range(1, 12)]
    told = chapter(to_paper(overview(seats=(mayors,)), coming(*rows)))
    assert cells(told.grids[0]) == [["Født medlem, 11 pladser", "følger embedet"]]
    assert dict(told.facts)["Skal besættes"] == "ingen; pladserne følger embedet eller er besat"


def test_a_proposal_and_a_certain_holder_look_different():
    proposed = board_row(
        1, state=SeatState.PROPOSED, holder="Ea Ny", party="Venstre", municipality="Læsø",
        source=Source(document="forslag.csv, række 2"),
    )  # fmt: skip
    filled = board_row(2, state=SeatState.FILLED, holder="Ib Kendt", source=Source(document="x"))
    told = chapter(to_paper(overview(seats=(seat(),)), coming(proposed, filled)))
    first, second = (line.cells[2] for line in told.grids[0].lines if not line.heads)
    assert (first.text, first.small, first.is_doubtful) == ("Ea Ny", "foreslået", True)
    assert (second.text, second.small, second.is_doubtful) == ("Ib Kendt", "besat", False)
    assert first.notes != second.notes


def test_who_has_no_seat_of_the_coming_term_stands_in_a_table_of_their_own():
    board = coming(board_row(1), present=(row("Ib Lund"), row("Ea Ny", forum="Klubben")))
    paper = to_paper(overview(seats=(seat(),)), board)
    assert cells(chapter(paper).grids[1])[0][:2] == ["medlem", "Ib Lund"]
    assert [each.heading for each in paper.chapters] == ["Danmarks Fælles Råd", "Klubben"]
    assert cells(chapter(paper, "Klubben").grids[0])[0][:2] == ["medlem", "Ea Ny"]


def test_without_a_coming_term_the_paper_tells_who_sits_where():
    doubtful = row("Bo Lund", certainty=Certainty.HYPOTHESIS)
    now = seat(term="KKR 2022-2026", to_fill=None, unknown=1)
    paper = to_paper(overview(row(deputy=""), doubtful, seats=(now, seat())), None)
    (grid,) = chapter(paper).grids
    assert [heading.text for heading in grid.headings] == [
        "Rolle", "Navn", "Parti", "Kommune", "Repræsenterer", "Periode", "Besluttet",
    ]  # fmt: skip
    assert [line.cells[1].is_doubtful for line in grid.lines] == [False, True]
    assert cells(paper.summary) == [["Danmarks Fælles Råd", "KKR Nordjylland", "3", "1"]]


def test_a_deputy_is_not_counted_among_those_who_have_a_seat():
    deputy = row("Ea Ny", role="stedfortræder", deputy="for Åse Øst", is_deputy=True)
    assert cells(to_paper(overview(row(), deputy), None).summary) == [["Danmarks Fælles Råd", "1"]]


def test_a_place_that_is_cited_twice_is_one_note():
    paper = to_paper(overview(row(), row("Bo Lund"), remarks=(remark(),)), None)
    assert [note.number for note in paper.notes] == [1]


def test_what_is_missing_is_listed_forum_by_forum():
    watcher = seat(group="raadet-observatoer", role="observatør", seats=1, appointed_by="")
    watcher_row = board_row(1, seat="raadet-observatoer:1", appointed_by="")
    present = row(party="", ends=date(2025, 12, 31), decided_on=None)
    paper = to_paper(
        overview(seats=(seat(seats=2), watcher), fora=(Forum(label="Danmarks Fælles Råd"),)),
        coming(board_row(1, before="Åse Øst"), board_row(2), watcher_row, present=(present,)),
    )
    (grid,) = paper.appendix.grids
    assert cells(grid) == [
        [
            "Danmarks Fælles Råd",
            "hvem der sidder nu",
            "1 plads: medlem (medlem af en kommunalbestyrelse); "
            "1 plads: observatør (medlem af en kommunalbestyrelse)",
        ],
        ["", "hvem der udpeger", "1 plads: observatør (medlem af en kommunalbestyrelse)"],
        ["", "parti", "Åse Øst, medlem"],
        ["", "beslutning", "Åse Øst, medlem"],
    ]


def test_what_staff_should_look_at_is_not_for_those_who_get_the_paper():
    told = remark("Ret minutes/referat.txt, eller læg fundet til side.")
    paper = to_paper(overview(row(), remarks=(told,)), None)
    assert "minutes/" not in str(paper)


def test_a_file_is_named_only_where_two_documents_are_called_alike():
    sources = [
        Source(document=f"{name}.docx", name=called, page=1)
        for name, called in (("a", "referat 1"), ("b", "referat 1"), ("c", "referat 2"))
    ]
    paper = to_paper(overview(*(row(source.document, source=source) for source in sources)), None)
    assert [note.document for note in paper.notes] == [
        "referat 1 (a.docx)", "referat 1 (b.docx)", "referat 2",
    ]  # fmt: skip


def test_a_column_has_room_for_its_longest_word_and_the_others_give_it():
    def parts(**told):
        deputy = row(deputy="Bo Lund", **told)
        grid = next(each for each in to_paper(overview(deputy), None).grids if "nu" in each.caption)
        whole = sum(each.share for each in grid.headings)
        return {each.text: each.share / whole for each in grid.headings}

    plain, long = parts(), parts(role="stedfortræder", party="Danmarksdemokraterne")
    assert long["Rolle"] > 0.111 > plain["Rolle"]  # 2.9 of the 26.1 cm of a page
    assert long["Parti"] > 0.18 > plain["Parti"]
    assert long["Periode"] < plain["Periode"]


def test_no_line_stands_alone_on_a_page_and_a_group_keeps_together():
    def joins(*lines):
        return Grid(caption="", description="", headings=(Heading("a", 1),), lines=lines).joins

    plain, opening = Line(cells=(Told(text="x"),)), Line(cells=(Told(text="x"),), opens=True)
    assert joins(plain, plain, plain) == (True, True, False)
    of_many = joins(*[plain] * 20)
    assert of_many == (True, *[False] * 17, True, False)
    of_groups = joins(*[opening, plain, plain] * 7)
    assert of_groups[:6] == (True, True, False, True, True, False)


def test_an_empty_overview_is_a_paper_too():
    paper = to_paper(overview(data_through=None), None)
    assert (paper.chapters, paper.notes) == ((), ())
    assert paper.appendix.text == "Der mangler intet."


def test_the_deputy_of_a_proposal_stands_in_its_cell():
    proposed = board_row(1, state=SeatState.PROPOSED, holder="Ea Ny")
    proposal = Proposal(seat="raadet-2026:1", name="Ea Ny", deputy="Bo Lund")
    paper = to_paper(overview(seats=(seat(),)), coming(proposed, proposals=(proposal,)))
    assert cells(chapter(paper).grids[0])[0][-1] == "Bo Lund"
