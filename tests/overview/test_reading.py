"""The overview of a small graph of made-up people."""

from datetime import date

import pytest

from kkr_graph.errors import QueryError
from kkr_graph.overview.chapters import to_paper
from kkr_graph.overview.coming import read_coming
from kkr_graph.overview.gaps import find_gaps
from kkr_graph.overview.reading import read_overview
from kkr_graph.overview.sheet import to_xlsx
from kkr_graph.overview.tables import counted
from kkr_graph.seats.holders import Certainty
from kkr_graph.store.embedded import open_graph
from tests.constitution.test_comparison import graph_of as held_graph
from tests.constitution.test_comparison import tenure
from tests.overview.graphs import BOARD, FIXTURE, write_graph


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    return open_graph(write_graph(tmp_path_factory.mktemp("graph"), FIXTURE, BOARD))


def row_of(overview, holder, forum):
    (row,) = [row for row in overview.rows if (row.holder, row.forum) == (holder, forum)]
    return row


def seats_of(overview, forum, term):
    return [seat for seat in overview.seats if (seat.forum, seat.term) == (forum, term)]


def test_councils_come_first_then_fora_in_danish_order(graph):
    fora = list(dict.fromkeys(row.forum for row in read_overview(graph).rows))
    assert fora == [
        "KKR Nordjylland",
        "Business Region North Denmark",
        "Danmarks Erhvervsfremmebestyrelse",
        "Erhvervshus Nordjylland",
        "Ålebestyrelsen",
    ]


def test_a_forum_is_listed_from_its_chair_to_its_deputies(graph):
    rows = read_overview(graph, forum="Ålebestyrelsen").rows
    assert [(row.role, row.holder) for row in rows] == [
        ("formand", "Ørum"),
        ("næstformand", "Zeuthen"),
        ("medlem", "Brandt"),
        ("medlem", "Æbelø"),
        ("medlem", "Ørsted"),
        ("repræsentant", "Aaen"),  # aa is å, the last letter
        ("observatør", "Brandt"),
        ("stedfortræder", "Abel"),
    ]


def test_a_row_says_who_for_whom_since_when_and_by_which_decision(graph):
    row = row_of(read_overview(graph), "Anna Holm", "Danmarks Erhvervsfremmebestyrelse")
    assert (row.role, row.party, row.municipality) == (
        "repræsentant",
        "Socialdemokratiet",
        "Aalborg",
    )
    assert row.represents == "KKR Nordjylland"
    assert row.period == "set fra 29.08.2025, slut ukendt, senest set 24.10.2025"
    assert (row.decided_on, row.item) == (date(2025, 8, 29), "3.1")
    assert (row.type, row.legal_basis) == ("bestyrelse", "lov om erhvervsfremme § 9")
    assert row.certainty == Certainty.CERTAIN


def test_a_row_says_where_it_stands(graph):
    source = row_of(read_overview(graph), "Anna Holm", "Danmarks Erhvervsfremmebestyrelse").source
    assert source.document == "referat-2025-10-24.txt"
    assert (source.page, source.line) == (2, 20)
    assert source.quote == "KKR Nordjyllands repræsentant i DEB, Anna Holm, orienterede om puljen."


def test_only_stated_days_are_days(graph):
    overview = read_overview(graph)
    stated = row_of(overview, "Cecilie Ørsted", "Erhvervshus Nordjylland")
    assert (stated.starts, stated.ends) == (date(2024, 2, 1), date(2025, 12, 31))
    seen = row_of(overview, "Åge Dahl", "Business Region North Denmark")
    assert (seen.starts, seen.ends) == (None, None)


def test_deputies_and_those_they_stand_in_for_name_each_other(graph):
    overview = read_overview(graph)
    assert row_of(overview, "Aaen", "Ålebestyrelsen").deputy == "Abel"
    assert row_of(overview, "Abel", "Ålebestyrelsen").deputy == "for Aaen"


def test_a_post_without_party_and_municipality_has_those_that_its_holder_is_known_for(tmp_path):
    rows = read_overview(held_graph(tmp_path, tenure("more", "anna-holm", more=""))).rows
    told = {(row.party, row.municipality) for row in rows if row.holder == "Anna Holm"}
    assert told == {("Socialdemokratiet", "Aalborg")}


def test_who_has_left_is_not_listed(graph):
    assert "Jens Jensen" not in {row.holder for row in read_overview(graph).rows}


def test_who_is_to_come_is_listed(graph):
    coming = read_overview(graph, forum="Ålebestyrelsen").rows[-2]
    assert (coming.holder, coming.period) == ("Brandt", "01.01.2026 – 31.12.2029")


def test_who_begins_in_the_midst_of_a_term_is_listed_and_does_not_sit_yet(tmp_path):
    begins = tenure("begins", "bo-lund").replace("2026-02-01", "2025-11-15")
    ends = 'kkr:through "2025-12-20"^^xsd:date ; schema:endDate "2025-12-20"^^xsd:date'
    overview = read_overview(
        held_graph(tmp_path, begins.replace('kkr:through "9999-12-31"^^xsd:date', ends))
    )
    row = row_of(overview, "Bo Lund", "Erhvervshus Nordjylland")
    assert row.period == "15.11.2025 – 20.12.2025"
    assert not row.has_seat
    assert Certainty.VACANT in {each.certainty for each in overview.rows}  # until it begins
    (chapter,) = [each for each in to_paper(overview, None).chapters if each.heading == row.forum]
    assert chapter.grids[0].caption == "Erhvervshus Nordjylland: poster nu og senere"


def test_a_hypothesis_is_marked_and_counts_for_nothing(graph):
    overview = read_overview(graph)
    doubtful = [row for row in overview.rows if row.certainty == Certainty.HYPOTHESIS]
    assert [(row.holder, row.period) for row in doubtful] == [("Brandt", "nævnt 29.08.2025")]
    assert not [seat for seat in overview.seats if "Brandt" in seat.holders]


def test_a_nomination_is_shown_as_one_with_its_decision(graph):
    (row,) = (row for row in read_overview(graph).rows if row.certainty == Certainty.NOMINATED)
    assert (row.holder, row.period) == (
        "Cecilie Ørsted",
        "indstillet 29.08.2025, ventes fra 26.01.2026",
    )
    assert (row.decided_on, row.item) == (date(2025, 8, 29), "3.1")


def test_a_seat_that_a_list_shows_as_vacant_stands_in_the_overview_with_the_line(graph):
    (row,) = (row for row in read_overview(graph).rows if row.certainty == Certainty.VACANT)
    assert (row.forum, row.role, row.holder, row.name) == (
        "Erhvervshus Nordjylland", "medlem", "", "ledig plads",
    )  # fmt: skip
    assert (row.period, row.source.quote) == ("pr. 01.09.2025", "Vakant")


def test_a_seat_that_is_vacant_in_one_term_is_not_told_of_another(graph):
    rows = read_overview(graph, term="KKR 2026-2030").rows
    assert Certainty.VACANT not in {row.certainty for row in rows}


def test_a_seat_that_has_been_filled_since_the_list_is_not_vacant(tmp_path):
    filled = tenure("filled", "bo-lund").replace("2026-02-01", "2025-09-15")
    rows = read_overview(held_graph(tmp_path, filled)).rows
    assert Certainty.VACANT not in {row.certainty for row in rows}


def test_of_a_nomination_only_the_appointment_is_missing(graph):
    gaps = [gap for gap in find_gaps(read_overview(graph), None) if "Cecilie" in gap.about]
    assert [(gap.what, gap.about) for gap in gaps if "indstillet" in gap.about] == [
        ("udpegning", "Cecilie Ørsted, indstillet som formand")
    ]


HOME = "KKR Nordjylland"


def test_a_contact_council_is_shown_with_all_that_it_sends_out(tmp_path):
    listed = tenure("abroad", "bo-lund", forum="erhvervshus-midtjylland")
    abroad = listed.replace("2026-", "2025-").replace("evidence/b1", "evidence/c1")
    graph = held_graph(tmp_path, abroad)
    fora = {row.forum for row in read_overview(graph, forum=HOME).rows}
    assert {HOME, "Danmarks Erhvervsfremmebestyrelse", "Erhvervshus Nordjylland"} <= fora
    assert "Erhvervshus Midtjylland" in {row.forum for row in read_overview(graph).rows} - fora


def test_the_title_says_that_bodies_of_others_are_listed_too(tmp_path):
    abroad = tenure("abroad", "bo-lund", forum="erhvervshus-midtjylland")
    overview = read_overview(held_graph(tmp_path, abroad.replace("2026-", "2025-")))
    assert overview.body == "KKR Nordjylland og andre organer"


def test_the_seats_to_be_filled_are_those_that_a_contact_council_fills(graph):
    coming = read_coming(graph, forum=HOME)
    assert coming is not None
    assert {"Erhvervshus Nordjylland"} <= {row.forum for row in coming.board.rows}


def test_what_concerns_others_is_not_to_be_looked_at_in_a_part_of_the_overview(graph):
    def remarks(forum):
        return {
            (remark.grade, remark.about) for remark in read_overview(graph, forum=forum).remarks
        }

    dated = ("advarsel", "")  # in the minutes of the council
    doubtful = ("formodning", "Zeuthen")
    assert {dated, doubtful} <= remarks(HOME)
    assert dated not in remarks("Ålebestyrelsen")
    assert doubtful in remarks("Ålebestyrelsen")
    assert {grade for grade, _ in remarks("KKR Midtjylland")} == {
        "overtrædelse"
    }  # of nobody knows what


def test_a_part_of_the_overview_names_the_documents_it_rests_on(graph):
    documents = read_overview(graph, forum="DEB").documents
    assert [each.name for each in documents] == ["referat-2025-10-24.txt", "referat-2025-08-29.txt"]


def test_seats_are_told_by_what_is_known_of_their_holders(graph):
    """Two of three members may sit in either of two groups, so no number is given."""
    seats = seats_of(read_overview(graph), "Ålebestyrelsen", "KKR 2022-2026")
    assert [(seat.role, seat.seats, seat.holders, seat.unknown) for seat in seats] == [
        ("formand", 1, "Ørum", 0),
        ("medlem", 2, "måske Æbelø; måske Ørsted", None),
        ("medlem", 4, "Aaen; måske Æbelø; måske Ørsted", None),
    ]
    assert {seat.to_fill for seat in seats} == {None}


def test_only_a_coming_seat_that_is_not_held_by_office_must_be_filled(graph):
    seats = seats_of(read_overview(graph), "Ålebestyrelsen", "Kommunal valgperiode 2026-2029")
    told = [(seat.role, seat.seats, seat.to_fill, seat.unknown) for seat in seats]
    # the chair whose time goes on without an end is still the chair then
    assert told == [("formand", 1, 0, None), ("født medlem", 4, None, None)]
    assert seats[0].deputy_required == "ja"


def test_seats_that_another_council_fills_are_left_out_unless_asked_for(graph):
    assert not seats_of(read_overview(graph), "Erhvervshus Midtjylland", "KKR 2022-2026")
    asked = read_overview(graph, forum="Erhvervshus Midtjylland")
    assert [seat.unknown for seat in asked.seats] == [3]


def test_a_coming_term_has_its_own_seats_and_holders(graph):
    overview = read_overview(graph, term="KKR 2026-2030")
    assert overview.term == "KKR 2026-2030"
    assert {seat.term for seat in overview.seats} == {
        "KKR 2026-2030",
        "Kommunal valgperiode 2026-2029",
    }
    assert {row.holder for row in overview.rows} == {"Cecilie Ørsted", "Ørum", "Brandt"}


def test_the_title_names_council_term_and_last_day(graph):
    overview = read_overview(graph)
    assert (overview.body, overview.term) == ("KKR Nordjylland", "KKR 2022-2026")
    assert overview.data_through == date(2025, 10, 24)
    assert read_overview(graph, forum="DEB").body == "Danmarks Erhvervsfremmebestyrelse"


def after_a_meeting_in_march(folder, council):
    """The graph with the minutes of a meeting after all constituent meetings."""
    meeting = f"""<meeting/march> a kkr:Meeting ; kkr:heldBy <kkr/{council}> ;
    kkr:meetingDate "2026-03-06"^^xsd:date .
  """
    text = FIXTURE.read_text(encoding="utf-8").replace(
        'Through "2025-10-24"', 'Through "2026-03-06"'
    )
    file = folder / "march.trig"
    file.write_text(text.replace("<tenure/expected> a", f"{meeting}<tenure/expected> a"), "utf-8")
    return open_graph(write_graph(folder / "graph", file, BOARD))


def test_who_was_last_seen_in_a_term_that_is_over_is_of_that_term(tmp_path):
    overview = read_overview(after_a_meeting_in_march(tmp_path, "nordjylland"))
    anna = row_of(overview, "Anna Holm", "Danmarks Erhvervsfremmebestyrelse")
    assert (anna.period, anna.is_former) == ("fra forrige periode, senest set 24.10.2025", True)
    stated = next(row for row in overview.rows if row.period == "01.01.2026 – 31.12.2029")
    assert not stated.is_former
    former = sum(row.is_former for row in overview.rows)
    assert f" og {former} fra forrige periode" in counted(overview)
    paper = to_paper(overview, None)
    known = [
        line.cells[-1].text for line in paper.summary.lines if "Danmarks" in line.cells[0].text
    ]
    assert known == ["0"]
    captions = {grid.caption for chapter in paper.chapters for grid in chapter.grids}
    assert "Danmarks Erhvervsfremmebestyrelse: poster fra forrige periode" in captions


def test_a_meeting_of_another_council_does_not_end_the_term(tmp_path):
    graph = after_a_meeting_in_march(tmp_path, "midtjylland")
    overview = read_overview(graph)
    assert overview.data_through == date(2026, 3, 6)
    own = read_overview(graph, forum="KKR Nordjylland")
    assert (own.term, own.data_through) == ("KKR 2022-2026", date(2025, 10, 24))
    assert overview.term == "KKR 2022-2026 (KKR Nordjylland), KKR 2026-2030 (KKR Midtjylland)"
    assert not row_of(overview, "Anna Holm", "Danmarks Erhvervsfremmebestyrelse").is_former


def test_all_that_needs_a_look_is_told(graph):
    remarks = read_overview(graph).remarks
    grades = list(dict.fromkeys(remark.grade for remark in remarks))
    assert grades == [
        "overtrædelse",
        "advarsel",
        "uenige kilder",
        "indstilling",
        "formodning",
        "ukendt navn",
    ]
    date_remark = next(remark for remark in remarks if remark.grade == "advarsel")
    assert date_remark.source.line == 41


def two_chairs(folder, told="Posten har ingen kilde."):
    """Somebody of whom a newer paper says that they are the chair, while nobody says who has gone."""
    later = tenure("later", "aage-dahl", role="chair", forum="../kkr/nordjylland")
    later = later.replace("2026-02-01", "2025-10-30").replace("kkrc:open", "kkrc:end-unknown")
    later = later.replace('schema:startDate "2025-10-30"^^xsd:date ;', "")
    changes = [('kkr:dataThrough "2025-10-24"', 'kkr:dataThrough "2025-10-30"')]
    changes.append(("Posten har ingen kilde.", told))
    return read_overview(held_graph(folder, later, changes=changes))


def test_two_chairs_are_told_beside_each_other_with_the_day_each_was_last_seen(tmp_path):
    overview = two_chairs(tmp_path)
    periods = {
        row.holder: row.period
        for row in overview.rows
        if (row.forum, row.role, row.certainty) == ("KKR Nordjylland", "formand", "sikker")
    }
    assert periods["Åge Dahl"].endswith("; to formænd: også Bo Lund (senest set 24.10.2025)")
    assert periods["Bo Lund"].endswith("; to formænd: også Åge Dahl (senest set 30.10.2025)")
    (told,) = [each for each in overview.remarks if each.grade == "flere formænd"]
    assert told.what == (
        "KKR Nordjylland har to formænd, og intet dokument siger, at nogen af dem er gået af: "
        "Bo Lund (senest set 24.10.2025) og Åge Dahl (senest set 30.10.2025)."
    )


def test_two_chairs_of_whom_a_finding_tells_are_no_remark_of_their_own(tmp_path):
    told = "KKR Nordjylland har to formænd på samme tid: Bo Lund og Åge Dahl."
    remarks = two_chairs(tmp_path, told).remarks
    assert [each.what for each in remarks if "to formænd" in each.what] == [told]


def test_what_a_finding_tells_that_sources_disagree_on_is_told_once(tmp_path):
    told = (
        "Bo Lund på KKR Nordjylland 29.08.2025: a.txt siger Venstre; b.txt siger Radikale Venstre."
    )
    text = FIXTURE.read_text(encoding="utf-8").replace("Posten har ingen kilde.", told)
    (tmp_path / "told.trig").write_text(text, encoding="utf-8")
    overview = read_overview(open_graph(write_graph(tmp_path / "g", tmp_path / "told.trig", BOARD)))
    assert [each.what for each in overview.remarks if "Radikale" in each.what] == [told]


def test_documents_are_listed_with_what_rests_on_them(graph):
    overview = read_overview(graph)
    assert [document.name for document in overview.documents] == [
        "referat-2025-10-24.txt",
        "udpegninger-2025-09-01.txt",
        "referat-2025-08-29.txt",
    ]
    assert sum(document.cited for document in overview.documents) == len(
        [row for row in overview.rows if row.source.document]
    )


def test_what_is_not_known_is_an_error_with_the_nearest(graph):
    with pytest.raises(QueryError, match="Erhvervshuset på Månen"):
        read_overview(graph, forum="Erhvervshuset på Månen")
    with pytest.raises(QueryError, match="valgperiode"):
        read_overview(graph, term="1814")


def test_the_order_of_the_quads_does_not_matter(graph, tmp_path):
    other = open_graph(write_graph(tmp_path, BOARD, FIXTURE, backwards=True))
    assert to_xlsx(read_overview(other)) == to_xlsx(read_overview(graph))


def test_a_graph_without_documents_gives_an_empty_overview(tmp_path):
    overview = read_overview(open_graph(write_graph(tmp_path)))
    assert (overview.rows, overview.data_through, overview.body) == ((), None, "")
    assert to_xlsx(overview)
