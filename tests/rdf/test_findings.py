from dataclasses import replace

import pytest

from kkr_graph.model.extract import DocumentKind, Finding, Severity
from kkr_graph.model.identity import Doubt, Resolution
from tests import factory
from tests.rdf.world import TEXT, Graph, at, attendance, description, item, minutes, nquads, resolve


def findings(*extracts, **parts):
    return description(*extracts, **parts).findings


def codes(*extracts, **parts):
    return [finding.code for finding in findings(*extracts, **parts)]


def test_a_plain_document_has_no_findings():
    assert findings(minutes(attendance("Bo Lund"), item())) == ()


def test_a_warning_of_the_reading_points_at_the_date_it_is_about():
    passage = at("den 24. oktober 2025")
    document = minutes(
        factory.date_mention(passage=passage),
        Finding(code="date-out-of-sequence", message="Datoen kan ikke passe.", passage=passage),
    )
    (finding,) = findings(document)
    assert finding.focus.endswith("/date/1")
    found = Graph(nquads(document))
    (node,) = found.a("sh:ValidationResult")
    assert found.of(node, "sh:resultSeverity") == ["sh:Warning"]
    assert found.of(node, "sh:resultMessage") == ["Datoen kan ikke passe."]
    (evidence,) = found.of(node, "prov:wasDerivedFrom")
    assert found.of(f"{evidence}/selector", "oa:exact") == [passage.quote]


def test_two_warnings_of_one_kind_stay_two():
    document = minutes(
        Finding(code="meeting-unknown", message="Organet fremgår ikke."),
        Finding(code="meeting-unknown", message="Datoen fremgår ikke."),
    )
    assert len(Graph(nquads(document)).a("sh:ValidationResult")) == 2


def test_text_that_was_not_used_is_quoted():
    document = minutes(factory.unclaimed(TEXT[:120], "ukendt overskrift"))
    (finding,) = findings(document)
    assert (finding.code, finding.severity) == ("text-unclaimed", Severity.INFO)
    assert "…« er ikke brugt: ukendt overskrift." in finding.message


def test_a_body_outside_the_registry_is_told_once_with_its_place():
    document = minutes(
        factory.appointment("Bo Lund", "Østforum", passage=at("Afbud")),
        factory.appointment("Bo Lund", "østforum"),
    )
    (finding,) = findings(document)
    assert finding.code == "body-not-in-registry"
    assert "»Østforum«" in finding.message
    assert finding.passage == at("Afbud")


def test_a_municipality_that_somebody_speaks_for_is_no_unknown_body():
    document = minutes(factory.appointment("Bo Lund", "Nordrådet", on_behalf_of="Aalborg Kommune"))
    assert codes(document) == []


@pytest.mark.parametrize(("unknown", "word"), [({"body": None}, "organ"), ({"day": None}, "dato")])
def test_minutes_of_an_unknown_meeting_say_what_is_missing(unknown, word):
    (finding,) = findings(minutes(item(), **unknown))
    assert finding.code == "meeting-unknown"
    assert f"mødets {word} fremgår ikke" in finding.message


def test_the_reading_may_have_said_so_already():
    said = Finding(code="meeting-unknown", message="Sagt.")
    assert [f.message for f in findings(minutes(said, body=None))] == ["Sagt."]


def test_two_items_of_one_number_are_told():
    assert codes(minutes(item("1"), factory.item("1", "B", at=3))) == ["item-number-twice"] * 2


def test_two_minutes_of_one_meeting_ask_for_one_to_be_removed():
    long = minutes(item(decision="Godkendt, som indstillet."), name="endelig.txt")
    short = minutes(item(decision="?"), name="udkast.txt")
    (finding,) = findings(short, long)
    assert (finding.code, finding.severity) == ("meeting-told-elsewhere", Severity.WARNING)
    assert "udkast.txt handler om samme møde som endelig.txt" in finding.message
    assert finding.message.endswith("Fjern det dokument, der ikke gælder.")


def test_an_agenda_beside_its_minutes_is_as_it_should_be():
    agenda = minutes(kind=DocumentKind.AGENDA, name="dagsorden.txt")
    (finding,) = findings(agenda, minutes(item()))
    assert finding.severity == Severity.INFO


def test_a_name_that_is_tied_to_nobody_is_told_with_the_candidates():
    document = minutes(attendance("Bo Lund", "V"))
    people = resolve(document)
    (key,) = people.by_mention
    doubt = Doubt(
        mention=replace(factory.mention("Bo Lund"), key=key),
        candidates=("bo-lund",),
        reason="to personer har det navn.",
    )
    (finding,) = findings(
        document, resolution=Resolution(people=people.people, by_mention={}, doubts=(doubt,))
    )
    assert finding.code == "unresolved-mention"
    assert finding.message == (
        "»Bo Lund«: to personer har det navn. Mulige: Bo Lund (V). Afgør det med kkr-graph review."
    )
    assert finding.passage == at("Bo Lund")


def test_a_person_who_may_be_somebody_else_is_told():
    document = minutes(attendance("Bo Lund", "V"))
    people = resolve(document)
    (key,) = people.by_mention
    doubt = Doubt(
        mention=replace(factory.mention("Bo Lund"), key=key),
        candidates=("bo-lunde",),
        reason="navnene ligner hinanden",
        person="bo-lund",
    )
    (finding,) = findings(document, resolution=replace(people, doubts=(doubt,)))
    assert finding.code == "person-in-doubt"
    assert finding.focus.endswith("person/bo-lund")


def test_keys_do_not_depend_on_the_base():
    from kkr_graph.iri import Minter

    document = minutes(factory.seat_rule("Østforum"), factory.unclaimed())
    here, there = (findings(document, minter=Minter(b)) for b in ("https://a.dk/", "https://b.dk/"))
    assert [finding.key for finding in here] == [finding.key for finding in there]
