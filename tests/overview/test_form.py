"""The sheet that goes out with blank cells, filled in by another library, and read back."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from kkr_graph.constitution.board import SeatState
from kkr_graph.constitution.proposals import Proposal, read_proposals
from kkr_graph.errors import SourceError
from kkr_graph.overview.form import INPUTS, KEY, SHEET
from kkr_graph.overview.returned import Known, read_returned, to_proposals_csv
from kkr_graph.overview.sheet import to_xlsx
from kkr_graph.queries.named import Kind
from kkr_graph.queries.names import Names
from tests.overview.sample import board_row, coming, overview, seat

HEADER = 5
BOARD = coming(board_row(1, before="Åse Øst"), board_row(2), board_row(3))
OVERVIEW = overview(seats=(seat(),))
KNOWN = Known(
    municipalities=Names(Kind.MUNICIPALITY, [("m:1", "Læsø"), ("m:2", "Aalborg")]),
    parties=Names(
        Kind.PARTY,
        [("p:1", "Venstre"), ("p:1", "V"), ("p:2", "Slesvigsk Parti"), ("p:2", "S"),
         ("p:3", "Socialdemokratiet"), ("p:3", "S")],
    ),
)  # fmt: skip
FIRST = {"Navn": "Ea Ny", "Parti": "V", "Kommune": "Læsø Kommune", "Stedfortræder": "Bo Lund"}


class Filled:
    """The workbook in somebody's hands."""

    def __init__(self, board=BOARD, about=OVERVIEW):
        self.board, self.about = board, about
        self.book = load_workbook(BytesIO(to_xlsx(about, board)))
        self.sheet = self.book[SHEET]
        self.places = {cell.value: cell.column for cell in self.sheet[HEADER]}

    def write(self, number, **values):
        for heading, value in values.items():
            self.sheet.cell(HEADER + number, self.places[heading.replace("_", "-")]).value = value
        return self

    def read(self):
        stream = BytesIO()
        self.book.save(stream)
        return read_returned(stream.getvalue(), "svar.xlsx", self.about, self.board, KNOWN)

    def refused(self):
        with pytest.raises(SourceError) as caught:
            self.read()
        assert caught.value.hint
        return str(caught.value)


def test_each_open_seat_is_a_row_with_blank_cells():
    sheet = Filled().sheet
    heading, *rows = sheet.iter_rows(min_row=HEADER, values_only=True)
    first = dict(zip(heading, rows[0], strict=True))
    assert (first["Plads"], first["Repræsentant nu"]) == ("Medlem 1 af 3", "Åse Øst")
    assert first[KEY] == "raadet-2026:1"
    assert [first[column] for column in INPUTS] == [None] * 5
    assert len(rows) == 3


def test_the_sheet_can_be_filtered_scrolled_and_printed_and_offers_choices():
    filled = Filled()
    page = filled.sheet
    assert page.freeze_panes == "C6"
    assert page.auto_filter.ref == "A5:M8"
    assert page.print_title_rows == "$5:$5"
    assert "M" not in page.print_area.replace("$", "")
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    assert rules["J6:J8"].formula1 == "Lister!$B$2:$B$4"
    assert rules["M6:M8"].formula1 == "FALSE"
    lists = filled.book["Lister"]
    assert lists.sheet_state == "hidden"
    assert [cell.value for cell in lists["B"]] == ["Kommune", "Læsø", "Aalborg", "ingen"]


def test_seats_held_by_office_and_seats_that_somebody_has_are_not_offered():
    mayors = seat(group="raadet-borgmestre", is_by_office=True)
    board = coming(
        board_row(1, state=SeatState.FILLED, holder="Ib Kendt"),
        board_row(2),
        board_row(1, seat="raadet-borgmestre:1", state=SeatState.UNKNOWN),
    )
    sheet = Filled(board, overview(seats=(seat(), mayors))).sheet
    assert [row[1] for row in sheet.iter_rows(min_row=HEADER + 1, values_only=True)] == [
        "Medlem 2 af 2"
    ]


def test_without_a_coming_term_there_is_no_such_sheet():
    assert SHEET not in load_workbook(BytesIO(to_xlsx(OVERVIEW, None))).sheetnames


def test_what_is_filled_in_comes_back_as_proposals():
    returned = Filled().write(1, **FIRST).write(3, Navn="Ib Erhverv", Kommune="ingen").read()
    assert returned.proposals == (
        Proposal(
            seat="raadet-2026:1", name="Ea Ny", party="Venstre", municipality="Læsø",
            deputy="Bo Lund", source="svar.xlsx, række 6",
        ),
        Proposal(seat="raadet-2026:3", name="Ib Erhverv", source="svar.xlsx, række 8"),
    )  # fmt: skip
    assert returned.parties == ()


def test_rows_may_be_sorted_and_columns_moved():
    filled = Filled().write(1, **FIRST)
    filled.sheet.move_range("A6:M6", rows=10)
    filled.sheet.insert_cols(1)
    assert [each.seat for each in filled.read().proposals] == ["raadet-2026:1"]


def test_a_name_of_a_party_that_is_not_known_may_be_a_local_list():
    returned = Filled().write(1, Navn="Ea Ny", Parti="Ølisten", Kommune="Læsø").read()
    assert returned.proposals[0].party == "Ølisten"
    assert returned.parties == ("Ølisten",)


def test_proposals_go_out_again_in_their_cells():
    proposals = Filled().write(1, **FIRST).write(2, Navn="Ib", Kommune="ingen").read().proposals
    board = coming(*BOARD.board.rows, proposals=proposals)
    assert [each.name for each in Filled(board).read().proposals] == ["Ea Ny", "Ib"]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"Navn": "Ea Ny"}, "række 6, kolonnen »Kommune«: der mangler en kommune"),
        ({"Parti": "Venstre"}, "række 6, kolonnen »Navn«: der mangler et navn"),
        ({"Navn": "-", "Kommune": "Læsø"}, "kolonnen »Navn«: der mangler et navn"),
        ({**FIRST, "Kommune": "Atlantis"}, "»Atlantis« er ikke en kommune"),
        ({**FIRST, "Kommune": "Aal"}, "»Aal« er ikke en kommune"),
        ({**FIRST, "Parti": "S"}, "»S« kan ikke tydes som ét parti"),
        ({**FIRST, "Navn": "=1+1"}, "kolonnen »Navn«: der står en formel"),
        ({**FIRST, "Stedfortræder": 12}, "kolonnen »Stedfortræder«: »12« er ikke tekst"),
        ({**FIRST, "Navn": "N" * 201}, "mere end 200 tegn"),
        ({**FIRST, "Plads_id": "raadet-2026:9"}, "»raadet-2026:9« er ikke en af dem"),
        ({**FIRST, "Plads_id": "raadet-2026:2"}, "kolonnen »Plads«: pladsen »raadet-2026:2« er"),
        ({**FIRST, "Plads_id": None}, "der mangler et plads-id"),
        ({**FIRST, "Forum": "Andet Råd"}, "kolonnen »Forum«: pladsen »raadet-2026:1« er"),
    ],
)
def test_a_cell_that_is_not_as_it_must_be_is_refused_with_its_place(values, told):
    message = Filled().write(1, **values).refused()
    assert message.startswith("svar.xlsx, arket »Skal besættes«, række 6, ")
    assert told in message


def test_the_same_seat_twice_is_refused():
    filled = Filled().write(1, **FIRST)
    filled.write(2, **FIRST, Plads_id="raadet-2026:1", Plads="Medlem 1 af 3")
    assert "række 7, kolonnen »Plads-id«: pladsen »raadet-2026:1« er allerede" in filled.refused()


def test_what_stands_outside_the_table_is_refused():
    filled = Filled().write(1, **FIRST)
    filled.sheet.cell(7, 15).value = "Spørg Ib"
    assert "række 7, kolonnen »O«: »Spørg Ib« står uden for tabellen" in filled.refused()


def test_a_column_that_is_gone_and_another_workbook_are_refused():
    filled = Filled()
    filled.sheet.delete_cols(filled.places["Parti"])
    assert "kolonnen »Parti« mangler" in filled.refused()
    del filled.book[SHEET]
    assert "intet ark, der hedder »Skal besættes«" in filled.refused()
    with pytest.raises(SourceError, match="kan ikke læses som et Excel-ark"):
        read_returned(b"PK\x03\x04", "svar.xlsx", OVERVIEW, BOARD, KNOWN)


def test_a_formula_that_is_text_stays_text(tmp_path):
    filled = Filled().write(1, **FIRST)
    cell = filled.sheet.cell(HEADER + 1, filled.places["Navn"])
    cell.value, cell.data_type = '=HYPERLINK("http://example.org")', "s"
    proposals = filled.read().proposals
    assert proposals[0].name == '=HYPERLINK("http://example.org")'
    table = tmp_path / "forslag.csv"
    table.write_bytes(to_proposals_csv(proposals))
    (again,) = read_proposals(table)
    assert again.name == '\'=HYPERLINK("http://example.org")'


def test_the_table_is_read_as_it_was_written(tmp_path):
    proposals = Filled().write(1, **FIRST, Bemærkning='siger "ja"; måske').read().proposals
    table = tmp_path / "forslag.csv"
    table.write_bytes(to_proposals_csv(proposals))
    assert read_proposals(table) == proposals


def test_the_same_sheet_gives_the_same_bytes():
    assert to_xlsx(OVERVIEW, BOARD) == to_xlsx(OVERVIEW, BOARD)
