"""Bodies of one name in several municipalities are several in the graph, and those of one are one."""

from kkr_graph.config import Config
from kkr_graph.pipeline import build_graph
from kkr_graph.queries.named import Kind
from kkr_graph.queries.names import names_of
from kkr_graph.store.embedded import open_graph
from tests.pipeline.folder import make

COUNCIL = """{place} Kommune
Byrådet
Referat
Mødedato: 12. januar 2026

Deltagere:
{first} (A), borgmester
{second} (V)

1. Valg til råd og nævn
Beslutning
Byrådet udpegede {first} (A) til Handicaprådet.
Byrådet udpegede {second} (V) til Økonomiudvalget.
"""
RINGSTED = COUNCIL.format(place="Ringsted", first="Ditte Bro", second="Erik Holt")
FAVRSKOV = COUNCIL.format(place="Favrskov", first="Grete Lind", second="Hans Krog")
COMMITTEE = """{head}
Referat
Mødedato: 20. februar 2026

Deltagere:
{first} (A), formand

1. Orientering
Beslutning
Udvalget tog orienteringen til efterretning.
"""
OWN = COMMITTEE.format(head="Handicaprådet i Ringsted Kommune", first="Ditte Bro")
OTHER = COMMITTEE.format(head="Favrskov Kommune\nHandicaprådet", first="Grete Lind")
NOBODYS = COMMITTEE.format(head="Handicaprådet", first="Ida Bech")
WHO = "?held a kkr:Tenure ; org:member/foaf:name ?name ; org:organization/skos:prefLabel ?body"
WHEN = "?meeting a kkr:Meeting ; kkr:heldBy/skos:prefLabel ?body"


def built(folder, **documents):
    texts = {f"{name}.txt": text for name, text in documents.items()}
    config = Config(data=make(folder / "data", texts), out=folder / "build")
    build_graph(config)
    return open_graph(config.out)


def rows(graph, what, *columns):
    found = graph.select(f"SELECT * WHERE {{ {what} }}").rows
    return {tuple(row[column].value for column in columns) for row in found}


def test_two_bodies_of_one_name_have_each_its_own_members_and_meetings(tmp_path):
    graph = built(tmp_path, a=RINGSTED, b=FAVRSKOV, c=OWN, d=OTHER)
    held = {(name, body) for name, body in rows(graph, WHO, "name", "body") if "rådet," in body}
    assert held == {
        ("Ditte Bro", "Handicaprådet, Ringsted Kommune"),
        ("Grete Lind", "Handicaprådet, Favrskov Kommune"),
    }
    assert rows(graph, WHEN, "body") == {
        ("Handicaprådet, Ringsted Kommune",),
        ("Handicaprådet, Favrskov Kommune",),
        ("Kommunalbestyrelsen i Ringsted Kommune",),
        ("Kommunalbestyrelsen i Favrskov Kommune",),
    }


def test_the_council_of_a_municipality_is_that_of_the_registry(tmp_path):
    graph = built(tmp_path, a=RINGSTED)
    council = "https://w3id.org/kkr/id/kommunalbestyrelse/0329"
    assert rows(graph, "?meeting a kkr:Meeting ; kkr:heldBy ?body", "body") == {(council,)}
    assert names_of(graph, Kind.FORUM).find("Ringsted Byråd").iri == council


def test_one_of_several_is_found_by_its_name_with_the_place(tmp_path):
    names = names_of(built(tmp_path, a=RINGSTED, b=FAVRSKOV), Kind.FORUM)
    for typed in ("Handicaprådet, Ringsted Kommune", "Handicaprådet i Ringsted Kommune"):
        assert names.find(typed).iri.endswith("/forum/handicapraadet-ringsted-kommune")


def test_a_document_that_does_not_say_whose_it_is_has_bodies_of_its_own(tmp_path):
    documents = {"a": RINGSTED, "b": NOBODYS, "c": NOBODYS.replace("Ida", "Eva")}
    graph = built(tmp_path, **documents)
    councils = {body for _, body in rows(graph, WHO, "name", "body") if body.startswith("Handicap")}
    assert len(councils) == 3
    told = rows(graph, "?finding sh:resultMessage ?said", "said")
    assert any("siger ikke, hvilken kommune" in said for (said,) in told)


def test_a_document_more_gives_no_body_of_the_others_another_name(tmp_path):
    what = "?body a kkr:Forum ; skos:prefLabel ?name"
    one = rows(built(tmp_path / "one", a=RINGSTED, c=NOBODYS), what, "body", "name")
    more = built(tmp_path / "more", a=RINGSTED, b=FAVRSKOV, c=NOBODYS, d=OTHER)
    assert one < rows(more, what, "body", "name")
