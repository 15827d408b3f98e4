"""What people type, and whom they mean."""

from collections.abc import Mapping

import pytest

from kkr_graph.errors import AmbiguousName, QueryError
from kkr_graph.model.names import fold
from kkr_graph.queries import Kind
from kkr_graph.queries.bearers import Seat
from kkr_graph.queries.names import Names, names_of


@pytest.mark.parametrize(
    ("kind", "typed", "label"),
    [
        (Kind.FORUM, "DEB", "Danmarks Erhvervsfremmebestyrelse"),
        (Kind.FORUM, "deb", "Danmarks Erhvervsfremmebestyrelse"),
        (Kind.FORUM, "Erhvervshus Nord", "Erhvervshus Nordjylland"),
        (Kind.FORUM, "KKR Nord", "KKR Nordjylland"),
        (Kind.FORUM, "kkr nordjyllands", "KKR Nordjylland"),
        (Kind.FORUM, "BR-North", "Business Region North Denmark"),
        (Kind.FORUM, "byråd", "Aalborg Byråd"),
        (Kind.COUNCIL, "kkr nord", "KKR Nordjylland"),
        (Kind.PERSON, "Holm", "Anna Holm"),
        (Kind.PERSON, "anna marie holm", "Anna Holm"),
        (Kind.PERSON, "aage dahl", "Åge Dahl"),
        (Kind.PERSON, "A Holm", "Anna Holm"),
        (Kind.PERSON, "cecilie oersted", "Cecilie Ørsted"),
        (Kind.MUNICIPALITY, "laesoe", "Læsø"),
        (Kind.MUNICIPALITY, "aalborg", "Aalborg"),
        (Kind.MUNICIPALITY, "ålborg kommune", "Aalborg"),
        (Kind.MUNICIPALITY, "Vesthimmerland", "Vesthimmerlands"),
        (Kind.MUNICIPALITY, "Thisteds Kommune", "Thisted"),
        (Kind.MUNICIPALITY, "0825", "Læsø"),
        (Kind.PARTY, "V", "Venstre"),
        (Kind.PARTY, "radikale", "Radikale Venstre"),
        (Kind.PARTY, "liste l", "Liste L, Aalborg"),
        (Kind.MEETING, "KKR Nordjylland 24.10.2025", "KKR Nordjylland 24.10.2025"),
        (Kind.MEETING, "2025-08-29", "KKR Nordjylland 29.08.2025"),
        (Kind.ITEM, "ålegræs", "Ålegræs i fjorden"),
        (Kind.CASE, "sag-2025-00001", "SAG-2025-00001"),
        (Kind.TERM, "KKR 2026", "KKR 2026-2030"),
        (Kind.ROLE, "formand", "formand"),
        (Kind.ROLE, "vice-chair", "næstformand"),
        (Kind.OUTCOME, "udsat", "udsat"),
        (Kind.STATUS, "til stede", "til stede"),
    ],
    ids=str,
)
def test_one_thing_is_meant(graph, kind, typed, label):
    assert names_of(graph, kind).find(typed).label == label


def test_a_name_itself_goes_before_one_that_is_only_spelt_so():
    names = Names(Kind.PERSON, [("a:1", "Søren Lund"), ("a:2", "Soeren Lund")])
    assert names.find("Soeren Lund").iri == "a:2"
    assert names.find("søren lund").iri == "a:1"


def test_an_iri_of_the_kind_is_taken_as_it_is(graph):
    forum = names_of(graph, Kind.FORUM).find("DEB")
    assert names_of(graph, Kind.FORUM).find(forum.iri) == forum
    with pytest.raises(QueryError, match="ikke nogen person"):
        names_of(graph, Kind.PERSON).find(forum.iri)


@pytest.mark.parametrize(
    ("kind", "typed", "candidates"),
    [
        (
            Kind.FORUM,
            "Erhvervshus",
            ("Erhvervshus Midtjylland (forum)", "Erhvervshus Nordjylland (forum)"),
        ),
        (Kind.COUNCIL, "KKR", ("KKR Midtjylland (KKR)", "KKR Nordjylland (KKR)")),
        (Kind.PARTY, "S", ("Slesvigsk Parti (parti)", "Socialdemokratiet (parti)")),
    ],
    ids=str,
)
def test_several_things_are_listed_and_none_is_chosen(graph, kind, typed, candidates):
    with pytest.raises(AmbiguousName, match="2 forskellige") as caught:
        names_of(graph, kind).find(typed)
    assert caught.value.candidates == candidates


TWO = {"p:1": ("A", "Esbjerg"), "p:2": ("V", "Nyborg")}


def two_of_one_name(apart: Mapping[str, tuple[str, ...]]) -> Names:
    def seats(people):
        words = {iri: frozenset(map(fold, said)) for iri, said in apart.items() if iri in people}
        return {iri: Seat(shown=apart[iri], words=each) for iri, each in words.items()}

    return Names(Kind.PERSON, [("p:1", "Bo Lund"), ("p:2", "Bo Lund"), ("p:3", "Ib Dam")], seats)


@pytest.mark.parametrize(
    "typed",
    ["Bo Lund (V)", "bo lund, nyborg", "Bo Lund fra Nyborg Kommune", "Bo Lund (V, Nyborg)"],
)
def test_party_or_municipality_behind_a_name_tells_who_is_meant(typed):
    assert two_of_one_name(TWO).find(typed).iri == "p:2"


def test_of_two_of_one_name_party_and_municipality_are_shown_and_may_be_written():
    with pytest.raises(AmbiguousName, match="2 forskellige") as caught:
        two_of_one_name(TWO).find("Bo Lund")
    assert caught.value.candidates == (
        "Bo Lund (A, Esbjerg) (person)",
        "Bo Lund (V, Nyborg) (person)",
    )
    assert caught.value.hint == "Skriv parti eller kommune efter navnet."


def test_of_two_of_whom_the_same_is_said_the_address_is_shown():
    names = two_of_one_name({"p:1": ("A",), "p:2": ("A",)})
    with pytest.raises(AmbiguousName) as caught:
        names.find("Bo Lund")
    assert caught.value.candidates[0] == "Bo Lund (A) <p:1> (person)"
    with pytest.raises(QueryError):
        names.find("Bo Lund (A)")


def test_a_party_that_the_person_was_not_met_with_is_not_passed_over(graph):
    assert names_of(graph, Kind.PERSON).find("Anna Holm (A), Aalborg").label == "Anna Holm"
    with pytest.raises(QueryError, match="ikke nogen person"):
        names_of(graph, Kind.PERSON).find("Anna Holm (V)")


def test_two_of_the_same_name_are_told_apart(graph):
    with pytest.raises(AmbiguousName) as caught:
        names_of(graph, Kind.PERSON).find("Jens Jensen")
    one, other = caught.value.candidates
    assert one.startswith("Jens Jensen <")
    iri = other.partition("<")[2].partition(">")[0]
    assert names_of(graph, Kind.PERSON).find(iri).iri == iri


def test_a_near_spelling_is_suggested_and_not_taken(graph):
    with pytest.raises(QueryError, match="»Ana Holn«") as caught:
        names_of(graph, Kind.PERSON).find("Ana Holn")
    assert "Anna Holm" in caught.value.hint


@pytest.mark.parametrize("typed", ["", "   ", "qwerty zxcvb", "?" * 500])
def test_nothing_near_suggests_nothing(graph, typed):
    with pytest.raises(QueryError, match="ikke nogen person") as caught:
        names_of(graph, Kind.PERSON).find(typed)
    assert "Mente du" not in caught.value.hint
