"""Which nodes and edges each view shows, from graphs of a few facts."""

from datetime import date

import networkx as nx
import pytest

from kkr_graph.errors import QueryError
from kkr_graph.model.tenure import EndStatus
from kkr_graph.network.elements import EdgeKind, Network, NodeKind
from kkr_graph.network.multigraph import to_network
from kkr_graph.network.projection import decision_of, project
from kkr_graph.network.views import View, ViewKind
from kkr_graph.vocab import KKR, KKRC, RDF, SKOS
from tests.network.sample import COUNCIL, DAY, MINT, OPEN, Sample, council_sample


def told(network: Network, kind: EdgeKind | None = None) -> set[tuple[str, str, str]]:
    """The edges as (label, role, label)."""
    label = {node.id: node.label for node in network.nodes}
    return {
        (label[edge.source], edge.role, label[edge.target])
        for edge in network.edges
        if kind in (None, edge.kind)
    }


def labels(network: Network, kind: NodeKind) -> list[str]:
    return [node.label for node in network.nodes if node.kind is kind]


def test_a_tenure_is_an_edge_with_role_dates_and_the_passage_that_proves_it():
    sample = Sample()
    anne, board = sample.person("Anne Bo"), sample.body("Udvalget")
    iri = sample.tenure(anne, board, KKRC.chair, quote="Anne Bo er formand for Udvalget")
    network = project(sample.graph, View(kind=ViewKind.PERSON, focus=anne))

    (edge,) = network.edges
    assert (edge.id, edge.source, edge.target, edge.role) == (iri, anne, board, "formand")
    assert (edge.from_, edge.through, edge.end_status) == (DAY, OPEN, EndStatus.UNKNOWN)
    assert [(proof.document, proof.line, proof.quote) for proof in edge.proofs] == [
        ("referat.txt", 1, "Anne Bo er formand for Udvalget")
    ]


def test_a_person_has_bodies_party_municipality_meetings_and_statements():
    sample = Sample()
    anne, council = sample.person("Anne Bo"), sample.council()
    party, place = sample.party("Venstre", "V"), sample.municipality("9100", "Agerby")
    board = sample.body("Udvalget")
    meeting = sample.meeting()
    sample.participation(anne, meeting, party=party, municipality=place)
    sample.tenure(anne, board)
    sample.statement(anne, sample.item(meeting, "2", "Status"), on_behalf_of=board)
    network = project(sample.graph, View(kind=ViewKind.PERSON, focus=anne))

    assert told(network) == {
        ("Anne Bo (V)", "medlem", "Udvalget"),
        ("Anne Bo (V)", "til stede", "KKR Nordvest 24.10.2025"),
        ("Anne Bo (V)", "orientering", "KKR Nordvest 24.10.2025"),
        ("Anne Bo (V)", "orientering", "Udvalget"),
        ("Anne Bo (V)", "valgt for", "Venstre (V)"),
        ("Anne Bo (V)", "fra", "Agerby"),
        ("KKR Nordvest 24.10.2025", "møde i", "KKR Nordvest"),
    }
    assert council in {node.id for node in network.nodes}


def test_a_person_sees_their_own_deputy():
    sample = Sample()
    anne, bo = sample.person("Anne Bo"), sample.person("Bo Dam")
    board = sample.body("Udvalget")
    deputy = sample.tenure(bo, board, KKRC.deputy)
    sample.iri(deputy, KKR.substituteForPerson, anne)
    network = project(sample.graph, View(kind=ViewKind.PERSON, focus=anne))

    (edge,) = network.edges
    assert edge.source == bo
    assert ("Stedfortræder for", "Anne Bo") in edge.notes


def test_a_forum_has_its_people_their_parties_and_their_other_seats():
    network = project(council_sample().graph, View(kind=ViewKind.FORUM, focus=COUNCIL))

    assert len(labels(network, NodeKind.PERSON)) == 24
    assert len(labels(network, NodeKind.MUNICIPALITY)) == 11
    assert len(labels(network, NodeKind.PARTY)) == 8
    assert len(labels(network, NodeKind.BODY)) == 5
    assert ("Anne Agerskov (A)", "formand", "KKR Nordvest") in told(network)
    assert ("Ulla Birkemose (V)", "afbud", "KKR Nordvest") in told(network)
    assert ("Henrik Gæstesen", "gæst", "KKR Nordvest") in told(network)


def test_a_forum_shows_who_represents_it_elsewhere():
    sample = Sample()
    sample.council()
    seat = sample.tenure(sample.person("Anne Bo"), sample.body("Udvalget"), KKRC.representative)
    sample.iri(seat, KKR.represents, COUNCIL)
    network = project(sample.graph, View(kind=ViewKind.FORUM, focus=COUNCIL))

    (edge,) = network.edges
    assert edge.notes == (("På vegne af", "KKR Nordvest"),)
    assert network.focus == COUNCIL


def test_attendance_at_several_meetings_is_one_edge_that_counts_them():
    sample = Sample()
    sample.council()
    anne = sample.person("Anne Bo")
    for month, status in ((8, KKRC.present), (9, KKRC.absent), (10, KKRC.present)):
        sample.participation(anne, sample.meeting(date(2025, month, 1)), status=status)
    network = project(sample.graph, View(kind=ViewKind.FORUM, focus=COUNCIL))

    (edge,) = network.edges
    assert edge.role == "til stede 2 gange og afbud 1 gang"
    assert (edge.from_, edge.last_seen) == (date(2025, 8, 1), date(2025, 10, 1))
    assert len(edge.proofs) == 3


def test_a_municipality_reaches_bodies_through_its_people():
    network = project(
        council_sample().graph,
        View(kind=ViewKind.MUNICIPALITY, focus=MINT.municipality("9100")),
    )
    assert labels(network, NodeKind.MUNICIPALITY) == ["Agerby"]
    assert {role for _, role, where in told(network) if where == "Agerby"} == {"fra"}
    assert ("Anne Agerskov (A)", "formand", "Business Region Northwest") in told(network)


def test_a_party_reaches_bodies_through_its_people():
    network = project(
        council_sample().graph, View(kind=ViewKind.PARTY, focus=MINT.party("enhedslisten"))
    )
    assert labels(network, NodeKind.PERSON) == ["Hanne Birkemose (Ø)", "Yrsa Engholm (Ø)"]
    assert ("Hanne Birkemose (Ø)", "medlem", "Erhvervshus Nordvest") in told(network)


def test_the_overview_has_tenures_and_attendance_but_no_parties():
    network = project(council_sample().graph, View(kind=ViewKind.OVERVIEW))
    assert {edge.kind for edge in network.edges} == {EdgeKind.TENURE, EdgeKind.ATTENDANCE}
    assert {node.kind for node in network.nodes} == {NodeKind.PERSON, NodeKind.BODY}
    assert len(told(network, EdgeKind.TENURE)) == 9


def test_a_meeting_has_those_who_came_those_who_did_not_and_who_spoke():
    meeting = MINT.meeting("nordvest", DAY)
    network = project(council_sample().graph, View(kind=ViewKind.MEETING, focus=meeting))
    here = "KKR Nordvest 24.10.2025"
    assert ("Anne Agerskov (A)", "til stede", here) in told(network)
    assert ("Anne Agerskov (A)", "orientering", here) in told(network)
    assert ("Ulla Birkemose (V)", "afbud", here) in told(network)
    assert (here, "møde i", "KKR Nordvest") in told(network)


def test_a_decision_has_its_meeting_those_who_took_part_and_what_it_appointed_to():
    sample = Sample()
    sample.council()
    anne, board, meeting = sample.person("Anne Bo"), sample.body("Udvalget"), sample.meeting()
    decision = sample.decision(sample.item(meeting, "3", "Udpegning"), anne)
    sample.iri(sample.tenure(anne, board), KKR.decidedIn, decision)
    network = project(sample.graph, View(kind=ViewKind.DECISION, focus=decision))

    assert told(network) == {
        ("Punkt 3: Udpegning", "truffet på", "KKR Nordvest 24.10.2025"),
        ("Anne Bo", "deltog i", "Punkt 3: Udpegning"),
        ("Anne Bo", "medlem", "Udvalget"),
    }
    assert decision_of(sample.graph, meeting, "3") == decision
    (about,) = (node for node in network.nodes if node.kind is NodeKind.DECISION)
    assert about.notes == (("Møde", "KKR Nordvest 24.10.2025"), ("Udfald", "godkendt"))


def test_an_item_without_a_decision_is_told_with_those_that_have_one():
    sample = Sample()
    meeting = sample.meeting()
    sample.decision(sample.item(meeting, "3", "Udpegning"))
    with pytest.raises(QueryError, match="under punkt 4") as error:
        decision_of(sample.graph, meeting, "4")
    assert error.value.hint == "Punkter med en beslutning: 3."


def test_a_hypothesis_is_not_certain():
    sample = Sample()
    anne = sample.person("Anne Bo")
    sample.tenure(anne, sample.body("Udvalget"), certain=False)
    network = project(sample.graph, View(kind=ViewKind.PERSON, focus=anne))
    assert [edge.certain for edge in network.edges] == [False]


def test_a_change_of_party_ends_the_tie_to_the_first():
    sample = Sample()
    sample.council()
    anne = sample.person("Anne Bo")
    parties = sample.party("Venstre", "V"), sample.party("Moderaterne", "M")
    for party, day in zip(parties, (date(2025, 1, 10), date(2025, 6, 1)), strict=True):
        sample.participation(anne, sample.meeting(day), party=party)
    network = project(sample.graph, View(kind=ViewKind.FORUM, focus=COUNCIL))

    periods = {
        edge.target: (edge.from_, edge.through)
        for edge in network.edges
        if edge.kind is EdgeKind.PARTY
    }
    assert periods[parties[0]] == (date(2025, 1, 10), date(2025, 5, 31))
    assert periods[parties[1]] == (date(2025, 6, 1), OPEN)
    assert labels(network, NodeKind.PERSON) == ["Anne Bo (M)"]


def test_the_letter_of_a_local_list_is_not_said_twice():
    sample = Sample()
    list_ = sample.named(MINT.party("l-9100"), KKR.ElectoralList, "Liste L, Agerby")
    sample.iri(list_, RDF.type, KKR.ElectoralList)
    sample.text(list_, KKR.listLetter, "L")
    anne = sample.person("Anne Bo")
    sample.tenure(anne, sample.body("Udvalget"), party=list_)
    network = project(sample.graph, View(kind=ViewKind.PERSON, focus=anne))
    assert labels(network, NodeKind.PARTY) == ["Liste L, Agerby"]
    assert labels(network, NodeKind.PERSON) == ["Anne Bo (L)"]


def test_what_has_no_name_is_still_seen():
    sample = Sample()
    anne = sample.person("Anne Bo")
    sample.tenure(anne, MINT.body("ukendt-organ", council=False))
    network = project(sample.graph, View(kind=ViewKind.PERSON, focus=anne))
    assert labels(network, NodeKind.BODY) == ["ukendt-organ"]


@pytest.mark.parametrize("told", ["formand for Udvalget Vest", "formand for UDV"])
def test_the_passage_that_names_the_body_comes_first(told):
    sample = Sample()
    anne, board = sample.person("Anne Bo"), sample.body("Udvalget Vest")
    sample.text(board, SKOS.altLabel, "UDV")
    seat = sample.tenure(anne, board, KKRC.chair, quote="Anne Bo (V), Agerby")
    sample.proof(seat, f"Anne Bo, {told}, orienterede")
    (edge,) = project(sample.graph, View(kind=ViewKind.PERSON, focus=anne)).edges
    assert [proof.line for proof in edge.proofs] == [2, 1]


def test_a_tie_without_evidence_has_no_proofs():
    sample = Sample()
    anne, board = sample.person("Anne Bo"), sample.body("Udvalget")
    iri = MINT.tenure("uden kilde")
    sample.iri(iri, "http://www.w3.org/ns/org#member", anne)
    sample.iri(iri, "http://www.w3.org/ns/org#organization", board)
    sample.iri(iri, "http://www.w3.org/ns/org#role", KKRC.member)
    sample.dated(iri, KKR.from_, DAY)
    sample.dated(iri, KKR.through, OPEN)
    (edge,) = project(sample.graph, View(kind=ViewKind.PERSON, focus=anne)).edges
    assert edge.proofs == ()


def test_a_focus_that_is_not_there_is_an_error():
    with pytest.raises(QueryError, match="findes ikke i grafen"):
        project(Sample().graph, View(kind=ViewKind.PERSON, focus=MINT.person("ingen")))


def test_somebody_of_whom_nothing_is_known_stands_alone():
    sample = Sample()
    anne = sample.person("Anne Bo")
    network = project(sample.graph, View(kind=ViewKind.PERSON, focus=anne))
    assert (labels(network, NodeKind.PERSON), network.edges) == (["Anne Bo"], ())


def test_characters_that_turn_or_break_the_text_are_taken_out_of_names():
    sample = Sample()
    anne = sample.person("Anne\u202e\u2028 Bo\x07", slug="anne")
    network = project(sample.graph, View(kind=ViewKind.PERSON, focus=anne))
    assert labels(network, NodeKind.PERSON) == ["Anne Bo"]


def chain_of(length: int) -> Sample:
    """People and boards in a row: person 0, board 0, person 1, board 1 ..."""
    sample = Sample()
    people = [sample.person(f"Person {at:03}") for at in range(length)]
    boards = [sample.body(f"Udvalg {at:03}") for at in range(length)]
    for at in range(length):
        sample.tenure(people[at], boards[at])
        if at:
            sample.tenure(people[at], boards[at - 1])
    return sample


def test_what_does_not_fit_is_left_out_farthest_first_and_counted():
    view = View(kind=ViewKind.OVERVIEW, limit=10)
    network = project(chain_of(20).graph, view)
    assert (len(network.nodes), network.left_out) == (10, 30)
    assert network.rule == "Der vises højst 10 navne: dem med flest forbindelser."


def test_the_nearest_to_the_focus_are_kept():
    sample = council_sample()
    network = project(sample.graph, View(kind=ViewKind.FORUM, focus=COUNCIL, limit=20))
    assert (len(network.nodes), network.left_out) == (20, 28)
    assert COUNCIL in {node.id for node in network.nodes}
    assert {node.kind for node in network.nodes} == {NodeKind.BODY, NodeKind.PERSON}
    assert "færrest led til KKR Nordvest" in network.rule
    ends = {node.id for node in network.nodes}
    assert all({edge.source, edge.target} <= ends for edge in network.edges)


def test_on_a_day_only_what_was_valid_is_left():
    sample = Sample()
    anne, early, late = sample.person("Anne Bo"), sample.body("Før"), sample.body("Nu")
    sample.tenure(anne, early, period=(date(2022, 1, 1), date(2025, 12, 31)))
    sample.tenure(anne, late, period=(date(2026, 1, 1), OPEN))
    network = project(sample.graph, View(kind=ViewKind.PERSON, focus=anne))

    assert labels(network.on(date(2025, 12, 31)), NodeKind.BODY) == ["Før"]
    assert labels(network.on(date(2026, 1, 1)), NodeKind.BODY) == ["Nu"]
    nothing = network.on(date(2021, 1, 1))
    assert (labels(nothing, NodeKind.PERSON), nothing.edges) == (["Anne Bo"], ())


def test_networkx_gets_the_same_network_in_sorted_order():
    view = View(kind=ViewKind.FORUM, focus=COUNCIL)
    multigraph = to_network(council_sample().graph, view)
    network = project(council_sample().graph, view)

    assert isinstance(multigraph, nx.MultiDiGraph)
    assert list(multigraph.nodes) == [node.id for node in network.nodes]
    assert multigraph.number_of_edges() == len(network.edges)
    chairs = [
        (source, target)
        for source, target, told in multigraph.edges(data=True)
        if told["role"] == "formand" and target == COUNCIL
    ]
    assert chairs == [(MINT.person("anne-agerskov"), COUNCIL)]
    edge = multigraph.get_edge_data(*chairs[0])
    assert any("Anne Agerskov, bød velkommen" in each["quote"] for each in edge.values())


def test_the_order_of_the_facts_does_not_matter():
    forward, backward = Sample(), Sample()
    for sample, order in ((forward, 1), (backward, -1)):
        names = ["Anne Bo", "Bo Dam", "Carl Eg"][::order]
        board = sample.body("Udvalget")
        for name in names:
            sample.tenure(sample.person(name), board, quote=name)
    views = [project(sample.graph, View(kind=ViewKind.OVERVIEW)) for sample in (forward, backward)]
    assert views[0].nodes == views[1].nodes
    assert [edge.id for edge in views[0].edges] == [edge.id for edge in views[1].edges]


def test_alternative_names_and_legal_basis_are_told_of_a_body():
    sample = Sample()
    board = sample.body("Udvalget")
    sample.text(board, SKOS.altLabel, "UDV")
    sample.text(board, KKR.legalBasis, "lov om udvalg § 1")
    (node,) = project(sample.graph, View(kind=ViewKind.FORUM, focus=board)).nodes
    assert node.notes == (("Også skrevet", "UDV"), ("Hjemmel", "lov om udvalg § 1"))


def test_what_somebody_said_on_a_bodys_behalf_is_one_edge_however_often():
    sample = Sample()
    sample.council()
    anne, board = sample.person("Anne Bo"), sample.body("Udvalget")
    for day, title in ((DAY, "Status"), (date(2025, 8, 29), "Plan")):
        sample.statement(anne, sample.item(sample.meeting(day), "2", title), on_behalf_of=board)
    network = project(sample.graph, View(kind=ViewKind.FORUM, focus=board))
    (edge,) = network.edges
    assert edge.role == "orientering 2 gange"
    assert (edge.from_, edge.last_seen) == (date(2025, 8, 29), DAY)
    assert len(edge.proofs) == 2
    assert ("Senest", "KKR Nordvest 24.10.2025, punkt 2: Status") in edge.notes
