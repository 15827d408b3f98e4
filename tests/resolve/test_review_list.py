"""What a person is shown of the two in a question."""

from kkr_graph.resolve.identity import resolve_people
from kkr_graph.resolve.review import review_list
from tests.factory import attendance, extract, mentions_in, statement


def test_a_name_that_is_asked_about_is_shown_wherever_the_document_has_it():
    listed = [attendance("Bo Lund", "A", "Aalborg"), attendance("Bo Lund", "V", "Thisted", at=20)]
    said = [statement("Bo Lund", number, at=at) for number, at in (("1", 100), ("2", 200))]
    document = extract(*listed, *said)
    mentions = mentions_in(document)
    found = review_list(
        [document], mentions, resolve_people(mentions, (), ()), lambda _, at: (f"tegn {at}", at)
    )
    (name,) = {pair.subjects[0] for pair in found.pairs}
    assert [each.line for each in found.sides[name].sightings] == [100, 200]
    assert found.sides[name].documents_left == 0
    assert [each.line for each in found.sides["bo-lund"].sightings] == [0]
