"""Two terms and two documents compared; the people are made up."""

import pytest

from kkr_graph.constitution.change import Change, Matter
from kkr_graph.constitution.comparison import compare_terms
from kkr_graph.constitution.documents import compare_documents
from kkr_graph.constitution.reading import Wanted
from kkr_graph.errors import AmbiguousName, QueryError
from kkr_graph.overview.reading import read_overview
from kkr_graph.store.embedded import open_graph
from tests.overview.graphs import BOARD, FIXTURE, write_graph

NOW, NEXT = "KKR 2022-2026", "KKR 2026-2030"
FIRST, SECOND = "referat-2025-08-29.txt", "referat-2025-10-24.txt"
DEB = "Danmarks Erhvervsfremmebestyrelse"


def tenure(name, person, *, role="member", forum="erhvervshus-nordjylland", more=""):
    """Somebody in a role of a forum from the beginning of the later term."""
    return f"""<tenure/{name}> a kkr:Tenure ; org:member <person/{person}> ;
    org:organization <forum/{forum}> ; org:role kkrc:{role} ; kkr:from "2026-02-01"^^xsd:date ;
    schema:startDate "2026-02-01"^^xsd:date ; kkr:through "9999-12-31"^^xsd:date ;
    kkr:lastSeen "2026-02-01"^^xsd:date ; kkr:endStatus kkrc:open ; {more}
    prov:wasDerivedFrom <evidence/b1> .
  """


def graph_of(folder, *tenures, changes=()):
    """The fixtures with more tenures, and with some texts replaced."""
    text = FIXTURE.read_text(encoding="utf-8")
    for old, new in (("<tenure/expected> a", "".join(tenures) + "<tenure/expected> a"), *changes):
        assert old in text
        text = text.replace(old, new)
    file = folder / "fixture.trig"
    file.write_text(text, encoding="utf-8")
    return open_graph(write_graph(folder / "graph", file, BOARD))


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    return graph_of(tmp_path_factory.mktemp("graph"))


def people(graph, **named):
    return {
        (row.forum, row.subject): row.change
        for row in compare_terms(graph, **named).rows
        if row.matter == Matter.PERSON
    }


ERHVERVSHUS = Wanted(forum="Erhvervshus Nordjylland")


def test_who_is_not_named_in_the_later_term_is_unknown_and_not_gone(graph):
    assert people(graph)[DEB, "Anna Holm"] == Change.UNKNOWN


def test_a_term_that_has_begun_is_held_against_the_one_before_and_not_against_itself(tmp_path):
    """Once documents tell of the last term that is known, no term is left to come."""
    begun = ('kkr:dataThrough "2025-10-24"', 'kkr:dataThrough "2026-03-06"')
    compared = compare_terms(graph_of(tmp_path, changes=[begun]))
    assert (compared.earlier, compared.later) == (NOW, NEXT)


def test_a_term_that_begins_with_the_councils_weeks_before_is_of_the_later_term_alone(tmp_path):
    """Otherwise whoever is new would be held against that same post, and be called appointed again."""
    begun = tenure("begun", "aage-dahl").replace("2026-02-01", "2026-01-01")
    begun = begun.replace("9999-12-31", "2029-12-31").replace("kkrc:open ;", "kkrc:ended ;")
    ends = 'schema:endDate "2029-12-31"^^xsd:date ; prov:wasDerivedFrom <evidence/b1>'
    begun = begun.replace("prov:wasDerivedFrom <evidence/b1>", ends)
    found = people(graph_of(tmp_path, begun), wanted=ERHVERVSHUS)
    assert found["Erhvervshus Nordjylland", "Åge Dahl"] == Change.NEW


def test_a_stated_end_without_a_new_beginning_is_gone(graph):
    found = people(graph, earlier=NOW, later=NEXT)
    assert found["Erhvervshus Nordjylland", "Cecilie Ørsted"] == Change.GONE


def test_where_all_seats_are_others_the_person_is_gone(tmp_path):
    """Three seats; with two of them known somebody else may still have the third."""
    open_end = (
        'schema:startDate "2024-02-01"^^xsd:date ; schema:endDate "2025-12-31"^^xsd:date ;\n'
        '    kkr:from "2024-02-01"^^xsd:date ; kkr:through "2025-12-31"^^xsd:date ;\n'
        '    kkr:lastSeen "2025-12-31"^^xsd:date ; kkr:endStatus kkrc:ended',
        'kkr:from "2024-02-01"^^xsd:date ; kkr:through "9999-12-31"^^xsd:date ;\n'
        '    kkr:lastSeen "2025-10-24"^^xsd:date ; kkr:endStatus kkrc:end-unknown',
    )
    new = [tenure(f"n{n}", who) for n, who in enumerate(("bo-lund", "anna-holm", "aage-dahl"))]
    for folder, tenures, expected in (
        ("two", new[:2], Change.UNKNOWN),
        ("three", new, Change.GONE),
    ):
        (tmp_path / folder).mkdir()
        graph = graph_of(tmp_path / folder, *tenures, changes=[open_end])
        found = people(graph, wanted=ERHVERVSHUS)
        assert found["Erhvervshus Nordjylland", "Cecilie Ørsted"] == expected
        assert found["Erhvervshus Nordjylland", "Bo Lund"] == Change.NEW


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("kkr:politicalAffiliation <party/venstre> ;", Change.AGAIN_OTHER_PARTY),
        ("kkr:politicalAffiliation <party/radikale-venstre> ;", Change.AGAIN),
        ("", Change.AGAIN),
    ],
    ids=["other", "same", "unknown"],
)
def test_who_stays_may_have_another_party(tmp_path, party, expected):
    graph = graph_of(tmp_path, tenure("again", "cecilie-oersted", more=party))
    (row,) = (
        row
        for row in compare_terms(graph, wanted=ERHVERVSHUS).rows
        if row.subject == "Cecilie Ørsted"
    )
    assert row.change == expected
    assert row.quote_before == (
        "KKR Nordjylland indstillede Anna Holm til DEB med Åge Dahl som stedfortræder."
    )
    assert row.quote_after == "Bo Lund (V) Thisted Kommune, formand"
    assert row.document_after == "referat 24.10.2025 (referat-2025-10-24.txt), side 1, linje 4"


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("", Change.STAYS),
        ("kkr:decidedIn <meeting/nordjylland/2026-01-26/item/1/decision> ;", Change.AGAIN),
        ("kkr:politicalAffiliation <party/venstre> ;", Change.STAYS_OTHER_PARTY),
    ],
    ids=["only-seen", "decided", "only-seen-other-party"],
)
def test_appointed_again_is_only_who_a_document_says_was_appointed(tmp_path, again, expected):
    shown = tenure("again", "cecilie-oersted", more=again)
    shown = shown.replace('schema:startDate "2026-02-01"^^xsd:date ; ', "")
    shown = shown.replace("kkrc:open ;", "kkrc:end-unknown ;")
    decided = """<meeting/nordjylland/2026-01-26/item/1/decision> a kkr:Decision ;
      kkr:decidedAt <meeting/nordjylland/2026-01-26/item/1> .
    <meeting/nordjylland/2026-01-26/item/1> a kkr:AgendaItem ; kkr:itemNumber "1" ;
      kkr:ofMeeting <meeting/nordjylland/2026-01-26> .
    <meeting/nordjylland/2026-01-26> a kkr:Meeting ; kkr:meetingDate "2026-01-26"^^xsd:date .
    """
    found = people(graph_of(tmp_path, shown, decided), wanted=ERHVERVSHUS)
    assert found["Erhvervshus Nordjylland", "Cecilie Ørsted"] == expected


def test_seats_that_came_and_went_are_counted_by_who_fills_them(graph):
    rows = [
        (row.subject, row.change, row.before, row.after)
        for row in compare_terms(graph, wanted=Wanted(forum="Ålebestyrelsen")).rows
        if row.matter == Matter.SEATS
    ]
    assert rows == [
        ("født medlem", Change.GAINED, "0", "4"),
        ("medlem", Change.LOST, "2", "0"),
        ("medlem, udpeges af KKR Nordjylland", Change.LOST, "4", "0"),
    ]


def test_seats_of_a_forum_that_the_registry_does_not_have_are_unknown(graph):
    (row,) = (
        row
        for row in compare_terms(graph, wanted=Wanted(forum="DEB")).rows
        if row.matter == Matter.SEATS
    )
    assert (row.change, row.before, row.after) == (Change.UNKNOWN, "1", "")


NORTH = Wanted(council="KKR Nordjylland")


def absent(graph, wanted=NORTH):
    rows = compare_terms(graph, wanted=wanted).rows
    return {(row.matter, row.subject): row.change for row in rows if not row.forum}


def without_posts_of_the_term(folder, *tenures):
    """The fixtures without the one post of the later term, and with others."""
    text = FIXTURE.read_text(encoding="utf-8")
    file, board = folder / "fixture.trig", folder / "board.trig"
    file.write_text(
        text.replace("<tenure/expected> a", "".join(tenures) + "<tenure/expected> a"), "utf-8"
    )
    nobody = BOARD.read_text(encoding="utf-8").replace("<tenure/t7> a kkr:Tenure", "<t7> a kkr:No")
    board.write_text(nobody, encoding="utf-8")
    return open_graph(write_graph(folder / "graph", file, board))


def test_while_nobody_is_known_nobody_is_said_to_be_without_a_post(tmp_path):
    assert set(absent(without_posts_of_the_term(tmp_path)).values()) == {Change.UNKNOWN}


def test_the_posts_of_one_council_do_not_tell_who_of_another_is_without(tmp_path):
    elsewhere = tenure("n", "bo-lund", forum="erhvervshus-midtjylland")
    found = absent(without_posts_of_the_term(tmp_path, elsewhere), Wanted())
    told = {change for (matter, _), change in found.items() if matter == Matter.MUNICIPALITY}
    assert told == {Change.UNKNOWN}


@pytest.mark.parametrize("wanted", [Wanted(), NORTH], ids=["everything", "one-council"])
def test_a_post_in_a_body_that_the_registry_does_not_have_is_a_post(tmp_path, wanted):
    place = "kkr:fromMunicipality <kommune/0825> ; kkr:politicalAffiliation <party/venstre> ;"
    bus = '<forum/busselskabet> a kkr:Forum ; skos:prefLabel "Busselskabet"@da .\n'
    bus += tenure("n", "bo-lund", forum="busselskabet", more=place)
    found = absent(graph_of(tmp_path, bus), wanted)
    assert (Matter.MUNICIPALITY, "Læsø") not in found
    assert found[Matter.MUNICIPALITY, "Thisted"] == Change.NOBODY
    assert str(found[Matter.MUNICIPALITY, "Thisted"]) == "uden post"


def test_municipalities_and_parties_without_anybody_stand_by_themselves(tmp_path):
    place = "kkr:fromMunicipality <kommune/0787> ; kkr:politicalAffiliation <party/venstre> ;"
    found = absent(graph_of(tmp_path, tenure("n", "bo-lund", more=place)))
    assert found == {
        (Matter.MUNICIPALITY, "Læsø"): Change.NOBODY,
        (Matter.MUNICIPALITY, "Vesthimmerlands"): Change.NOBODY,
        (Matter.MUNICIPALITY, "Aalborg"): Change.NOBODY,
        (Matter.PARTY, "Radikale Venstre"): Change.NOBODY,
        (Matter.PARTY, "Socialdemokratiet"): Change.NOBODY,
    }


# --- documents ------------------------------------------------------------------------------


def test_two_documents_show_both_sentences_of_a_post(graph):
    rows = {row.subject: row for row in compare_documents(graph, FIRST, SECOND, forum="DEB").rows}
    anna = rows["Anna Holm"]
    assert (anna.change, anna.before, anna.after) == (Change.SAME, "repræsentant", "repræsentant")
    assert anna.quote_before.startswith("KKR Nordjylland indstillede Anna Holm")
    assert anna.quote_after.startswith("KKR Nordjyllands repræsentant i DEB, Anna Holm")
    assert rows["Åge Dahl"].change == Change.ONLY_FIRST
    assert rows["Åge Dahl"].after == ""


def test_the_other_way_around_it_stands_in_the_second_alone(graph):
    rows = compare_documents(graph, SECOND, FIRST, forum="DEB").rows
    assert {row.subject: row.change for row in rows} == {
        "Anna Holm": Change.SAME,
        "Cecilie Ørsted": Change.ONLY_SECOND,
        "Åge Dahl": Change.ONLY_SECOND,
    }


def test_what_a_document_only_expects_is_told_as_such(graph):
    rows = compare_documents(graph, FIRST, SECOND, forum="KKR Nordjylland").rows
    (expected,) = (row for row in rows if row.subject == "Cecilie Ørsted")
    assert (expected.change, expected.after) == (Change.ONLY_SECOND, "formand (formodet)")


def test_another_role_in_the_other_document_is_told(tmp_path):
    later = tenure("later", "bo-lund", forum="business-region-north-denmark", role="observer")
    rows = compare_documents(graph_of(tmp_path, later), FIRST, SECOND, forum="BRN").rows
    (row,) = (row for row in rows if row.subject == "Bo Lund")
    assert (row.change, row.before, row.after) == (Change.OTHER_ROLE, "medlem", "observatør")


def test_a_part_of_a_name_is_enough_when_it_fits_one_document(graph):
    assert compare_documents(graph, "08-29", "10-24").earlier == FIRST
    with pytest.raises(AmbiguousName) as caught:
        compare_documents(graph, "referat", SECOND)
    assert list(caught.value.candidates) == [FIRST, SECOND]
    with pytest.raises(QueryError, match="»udkast«"):
        compare_documents(graph, FIRST, "udkast")


def seen_on(day, place, *, role="chair", more=""):
    """Somebody who is shown in a role on a day, and on no other."""
    shown = tenure("seen", "bo-lund", role=role, more=more).replace("2026-02-01", day)
    for old, new in (
        ("forum/erhvervshus-nordjylland", place),
        (f'schema:startDate "{day}"^^xsd:date ; ', ""),
        ("kkrc:open", "kkrc:end-unknown"),
    ):
        shown = shown.replace(old, new)
    return shown


@pytest.mark.parametrize(
    ("meeting", "seen", "expected"),
    [
        ("2026-01-19", "2026-01-19", Change.STAYS),  # the term as such begins on the 23rd
        ("2026-01-26", "2026-01-24", Change.UNKNOWN),
    ],
    ids=["elected-at-an-earlier-meeting", "in-office-until-a-later-meeting"],
)
def test_a_contact_councils_term_begins_at_its_own_constituent_meeting(
    tmp_path, meeting, seen, expected
):
    changes = [
        ('kkr:meetingDate "2026-01-26"', f'kkr:meetingDate "{meeting}"'),
        ('kkr:dataThrough "2025-10-24"', 'kkr:dataThrough "2026-03-06"'),
    ]
    graph = graph_of(tmp_path, seen_on(seen, "kkr/nordjylland"), changes=changes)
    assert people(graph)["KKR Nordjylland", "Bo Lund"] == expected
    listed = {row.holder for row in read_overview(graph, term=NEXT).rows}
    assert ("Bo Lund" in listed) == (expected == Change.STAYS)


def test_who_sits_in_a_body_without_a_contact_council_follows_that_of_their_municipality(tmp_path):
    """A bus company is not in the registry; its members are appointed at the constituent meeting."""
    changes = [
        ('kkr:meetingDate "2026-01-26"', 'kkr:meetingDate "2026-01-19"'),
        ('kkr:dataThrough "2025-10-24"', 'kkr:dataThrough "2026-03-06"'),
    ]
    place = "kkr:fromMunicipality <kommune/0787> ;"
    seen = seen_on("2026-01-19", "forum/busselskabet", role="member", more=place)
    graph = graph_of(tmp_path, seen, changes=changes)
    listed = {row.holder for row in read_overview(graph, term=NEXT).rows}
    assert "Bo Lund" in listed
