"""How messages repeat what somebody wrote."""

from kkr_graph.errors import quoted


def test_what_somebody_wrote_stands_in_danish_quotation_marks():
    assert quoted("Åse Ærø's råd") == "»Åse Ærø's råd«"


def test_what_a_terminal_would_obey_is_shown_and_not_sent():
    assert quoted("a\x1b[31mb\n") == r"»a\x1b[31mb\n«"
