"""Two terms as a network: the same that the constitution's comparison says, by line and by words."""

from kkr_graph.constitution.change import Matter
from kkr_graph.constitution.comparison import compare_terms
from kkr_graph.network import wording
from kkr_graph.network.appearance import dashes_of, width_of
from kkr_graph.network.elements import EdgeKind
from kkr_graph.network.projection import project
from kkr_graph.network.views import View, ViewKind
from tests.constitution.test_comparison import NEXT, NOW, graph_of, tenure
from tests.network.pages import to_page


def test_the_network_says_what_the_comparison_says(tmp_path):
    graph = graph_of(tmp_path, tenure("new", "anna-holm"), tenure("stays", "bo-lund", role="chair"))
    network = project(graph, View(kind=ViewKind.TERMS, terms=(NOW, NEXT)))
    label = {node.id: node.label for node in network.nodes}
    rows = compare_terms(graph, earlier=NOW, later=NEXT).rows
    expected = {(row.subject, row.forum, row.change) for row in rows if row.matter is Matter.PERSON}
    found = {
        (label[edge.source].partition(" (")[0], label[edge.target], edge.change)
        for edge in network.edges
    }
    assert found == expected
    assert len({change for _, _, change in found}) >= 3
    assert {edge.kind for edge in network.edges} == {EdgeKind.TENURE}
    assert network.title == f"Før og efter: {NOW} og {NEXT}"


def test_each_change_has_a_line_of_its_own_and_words(tmp_path):
    graph = graph_of(tmp_path, tenure("new", "anna-holm"))
    network = project(graph, View(kind=ViewKind.TERMS, terms=(NOW, NEXT)))
    looks = {edge.change: (width_of(edge), dashes_of(edge)) for edge in network.edges}
    assert len(set(looks.values())) == len(looks) >= 2
    page = to_page(network)
    for edge in network.edges:
        assert edge.change is not None
        words = wording.CHANGES[edge.change]
        assert edge.role.endswith(f" – {words}")
        assert f"<span>{words.capitalize()} (" in page
