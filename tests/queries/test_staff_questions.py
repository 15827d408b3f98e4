"""Questions as a secretary says them, and what those that were answered wrongly answer."""

import pytest

from kkr_graph.errors import QueryError
from kkr_graph.queries import run_query
from kkr_graph.queries.questions import understand

KKR = "KKR Nordjylland"
HOUSE = "Erhvervshus Nordjylland"
BASE = "https://data.example.org/kkr/id/"
UNCOUNTED = f"""@base <{BASE}> . @prefix kkr: <https://w3id.org/kkr/ns#> .
@prefix kkrc: <https://w3id.org/kkr/concept/> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<document/e> a kkr:SourceDocument ; kkr:documentKind kkrc:appointment-list ;
  dcterms:date "2025-10-01"^^xsd:date .
<text/e> prov:wasDerivedFrom <document/e> .
<evidence/e> oa:hasSource <text/e> .
<forum/business-region-north-denmark> kkr:servesCouncil <kkr/nordjylland> .
<v/1> a kkr:VacantSeat ; kkr:inBody <forum/business-region-north-denmark> ; org:role kkrc:member ;
  prov:wasDerivedFrom <evidence/e> .
<v/2> a kkr:VacantSeat ; kkr:inBody <forum/business-region-north-denmark> ; org:role kkrc:member ;
  prov:wasDerivedFrom <evidence/e> ."""


@pytest.fixture
def told(graph, queries, now):
    """The cells of the answer that a question in Danish gets."""

    def asked(question, *columns, of=graph):
        meant = understand(of, queries, question, now=now)
        answer = run_query(of, meant.query, meant.arguments, now=now)
        return [tuple(answer.text(row, column) for column in columns) for row in answer.rows]

    return asked


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hvem sad i DEB før Anna Holm?", "predecessors"),
        ("Hvem var i DEB før Anna Holm?", "predecessors"),
        ("Hvem var Anna Holms forgænger i DEB?", "predecessors"),
        ("Hvem har haft pladsen i DEB?", "predecessors"),
        ("Hvem efterfulgte Cecilie Ørsted i DEB?", "departures"),
        ("Hvem kom efter Cecilie Ørsted i DEB?", "departures"),
        (f"Hvilke pladser er ledige i {KKR}?", "vacancies"),
        (f"Er der ledige pladser i {KKR}?", "vacancies"),
        (f"Hvilke ledige pladser har {KKR}?", "vacancies"),
        (f"Hvem mangler i {HOUSE}?", "vacancies"),
        ("Hvilke pladser bliver ledige til nytår?", "coming-vacancies"),
        ("Hvem mister deres plads ved årsskiftet?", "coming-vacancies"),
        ("Har Anna Holm en stedfortræder?", "deputies"),
        ("Hvem er Anna Holms stedfortræder i DEB?", "deputies"),
        ("På hvilket møde blev Anna Holm udpeget til DEB?", "appointed-by"),
        ("Hvad er kilden til Anna Holms post i DEB?", "evidence"),
        (f"Hvem er supplerende medlemmer af {KKR}?", "forum-members"),
        (f"Kan du lave en liste over medlemmerne i {KKR}?", "forum-members"),
        (f"Send mig listen over medlemmer af {KKR}", "forum-members"),
        ("Hvornår udløber udpegningerne til DEB?", "forum-members"),
        ("Hvad besluttede vi på sidste møde?", "decisions-of-meeting"),
        ("Hvad har vi tidligere sagt om kollektiv trafik?", "decisions-about"),
        ("Hvornår har vi talt om kollektiv trafik?", "decisions-about"),
        ("Hvad er fremmødet for Anna Holm?", "attendance-rate"),
        ("Hvor tit har Anna Holm været til stede?", "attendance-rate"),
        ("Hvem sidder i flest udvalg?", "many-posts"),
        ("Hvornår er det konstituerende møde?", "constituent-meetings"),
        ("Hvor nye er dokumenterne fra KKR Nordjylland?", "data-through"),
        ("Hvem er nye siden 1. januar 2025?", "term-diff"),
        ("Hvem bestemmer, hvem der sidder i DEB?", "seat-groups"),
        ("Hvilken lov gælder for DEB?", "seat-groups"),
        ("Hvad betyder DEB?", "bodies"),
        ("Hvad står BRN for?", "bodies"),
        ("Hvor finder jeg udpegningsoversigten?", "appointment-overview"),
        ("Hvem er vores mand i DEB?", "who-represents"),
        ("Hvad er der sket med sag SAG-2025-00001?", "case"),
        ("Hvem sagde noget om kollektiv trafik?", "statements-about"),
        ("Hvilke oplysninger er usikre?", "hypotheses"),
        ("Hvem er vi i tvivl om?", "unresolved-mentions"),
        ("Hvilke fejl er der?", "findings"),
        ("Hvilke kommuner er ikke repræsenteret?", "municipality-count"),
        ("hvem repræsenterer hvem", "who-represents"),
        ("Hvem sidder hvor?", "appointment-overview"),
        ("Liste over alle poster", "appointment-overview"),
        ("Vis alle udpegninger", "appointment-overview"),
        (f"Giv mig en oversigt over alle poster i {KKR}", "appointment-overview"),
        ("Hvilke partier er slet ikke repræsenteret?", "party-count"),
        (f"Hvilke partier er ikke repræsenteret i {KKR}?", "party-count"),
        ("Hvem mødte for Anna Holm?", "attendance"),
        ("Hvem var med, da kollektiv trafik blev godkendt?", "took-part"),
        ("Er Anna Holm formand?", "person-posts"),
        ("Er Anna Holm næstformand for DEB?", "person-posts"),
        ("Hvad er Anna Holms poster?", "person-posts"),
        ("Hvilke møder har Anna Holm været fraværende fra?", "absences"),
        ("Hvad har vi sagt om kollektiv trafik?", "decisions-about"),
        ("Hvad står der om kollektiv trafik i referatet?", "decisions-about"),
        ("Hvor er kollektiv trafik omtalt?", "decisions-about"),
        ("Hvor er Anna Holm omtalt?", "evidence"),
        ("Hvem har vi i bestyrelsen for BRN?", "who-represents"),
        ("Hvem mangler at blive udpeget?", "vacancies"),
        ("Hvilke udpegninger mangler?", "vacancies"),
        ("Hvem sad i BRN før?", "predecessors"),
        ("Hvem var medlem før Anna Holm?", "predecessors"),
        ("Hvem kom i stedet for Cecilie Ørsted?", "departures"),
        ("Sidder Venstre i BRN?", "forum-members"),
        ("Er Aalborg repræsenteret i BRN?", "forum-members"),
        ("Hvem i BRN er fra Venstre?", "forum-members"),
        ("Hvem er næstformand og formand for BRN?", "forum-members"),
        ("Hvem fra Aalborg sidder i bestyrelser?", "municipality-representation"),
        ("Hvornår blev Anna Holm valgt?", "appointed-by"),
        ("Hvem valgte Anna Holm?", "appointed-by"),
        ("Hvornår tiltrådte Anna Holm i DEB?", "person-history"),
        ("Hvornår mødes vi igen?", "next-meeting"),
        ("Hvad vedtog vi på sidste møde?", "decisions-of-meeting"),
        ("Hvilke punkter var på dagsordenen den 24. oktober 2025?", "decisions-of-meeting"),
        ("Hvem kender vi i Venstre?", "people"),
        ("Hvornår slutter Anna Holms periode i DEB?", "person-posts"),
        ("Hvilken dag var Anna Holm til møde?", "attendance"),
        (f"Hvilke kommuner i {KKR} har ikke nogen poster?", "municipality-count"),
        ("Hvem har posten som formand for BRN?", "chairs"),
        (f"Hvilke beslutninger tog {KKR} om kollektiv trafik?", "decisions-about"),
        ("Hvilket møde blev Anna Holm udpeget på?", "appointed-by"),
        (f"Hvem skal vi udpege til {HOUSE}?", "vacancies"),
    ],
)
def test_what_a_secretary_says_is_understood(ask, question, name):
    assert ask(question)[0] == name


def test_a_council_is_represented_by_those_it_has_sent_out(ask, told):
    """And not by its own chair."""
    assert ask(f"Hvem repræsenterer {KKR}?") == ("who-represents", {"council": KKR})
    assert KKR not in {forum for (forum,) in told(f"Hvem repræsenterer {KKR}?", "forum")}


def test_whether_somebody_has_a_role_is_told_by_the_posts_in_that_role(told):
    assert told("Er Åge Dahl formand?", "forum", "role") == [
        ("Business Region North Denmark", "formand")
    ]
    assert told("Er Anna Holm formand?", "forum") == []


def test_those_who_took_part_when_something_was_decided(told):
    rows = told("Hvem var med, da kollektiv trafik blev besluttet?", "title", "person")
    assert {title for title, _ in rows} == {"Kollektiv trafik"}
    for title, person in rows:
        assert (title,) in told(f"Hvilke beslutninger deltog {person} i?", "title")


def test_who_sat_there_before_somebody(told):
    """Neither she herself nor who came with her, and nobody before one who never sat there."""
    assert told("Hvem sad i DEB før Anna Holm?", "person") == [("Cecilie Ørsted",)]
    assert told("Hvem sad i DEB før Cecilie Ørsted?", "person") == []
    assert told("Hvem sad i BRN før Anna Holm?", "person") == [
        ("Jens Jensen",),
        ("Åge Dahl",),
        ("Bo Lund",),
    ]
    assert told(f"Hvem sad i {HOUSE} før Anna Holm?", "person") == []


def test_the_vacant_seats_of_a_council_are_those_it_has_to_fill(told):
    assert told(f"Hvilke pladser er ledige i {KKR}?", "forum", "open") == [(HOUSE, "2")]
    assert told("Hvilke pladser er ledige i KKR Midtjylland?", "forum") == []
    assert told(f"Hvilke pladser er ledige i {HOUSE}?", "forum", "open") == [(HOUSE, "2")]


def test_what_a_list_shows_as_vacant_is_told_where_the_registry_counts_no_seats(told, with_more):
    with_list = with_more(UNCOUNTED)
    columns = ("forum", "seats", "open")
    vacant = ("Business Region North Denmark", "", "2")
    assert told("Er der ledige pladser i BRN?", *columns, of=with_list) == [vacant]
    assert told(f"Er der ledige pladser i {KKR}?", *columns, of=with_list) == [
        vacant,
        (HOUSE, "3", "2"),
    ]


def test_the_members_of_one_role_are_not_all_who_attend(graph, queries, now):
    def people(**arguments):
        answer = run_query(graph, queries["forum-members"], arguments, now=now)
        return [answer.text(row, "person") for row in answer.rows]

    assert people(forum="BRN", role="medlem") == ["Bo Lund"]
    assert people(forum=KKR, role="formand") == ["Bo Lund"]
    assert len(people(forum=KKR)) > 1


def test_the_attendance_of_one_person(told):
    rows = told("Hvad er fremmødet for Anna Holm?", "person")
    assert set(rows) == {("Anna Holm",)}


def test_what_an_abbreviation_stands_for(told):
    assert told("Hvad betyder DEB?", "forum") == [("Danmarks Erhvervsfremmebestyrelse",)]


def test_who_sits_in_both_of_two_bodies_is_told_with_the_role_in_each(told):
    columns = ("person", "role", "other_role")
    assert told("Hvem sidder i både DEB og BRN?", *columns) == [
        ("Anna Holm", "repræsentant", "næstformand"),
        ("Åge Dahl", "stedfortræder", "formand"),
    ]
    assert told(f"Hvem sidder både i BRN og i {KKR}?", *columns) == [
        ("Anna Holm", "næstformand", "på deltagerlisten"),
        ("Bo Lund", "medlem", "formand"),
        ("Åge Dahl", "formand", "på deltagerlisten"),
    ]
    assert told("Hvem sidder i både DEB og BRN den 1. januar 2019?", *columns) == []


def test_who_sits_in_both_is_proved_for_each_of_the_bodies(told):
    columns = ("person", "document", "line", "other_document", "other_line")
    rows = told(f"Hvem sidder både i BRN og i {KKR}?", *columns)
    assert rows
    assert all(document and other for _, document, _, other, _ in rows)


def test_with_whom_somebody_sits_is_proved(told):
    rows = told("Hvem sidder Anna Holm sammen med?", "other", "document", "line")
    assert rows
    assert all(document for _, document, _ in rows)


def test_gender_in_a_body_counts_its_own_and_is_not_guessed(told, with_more):
    columns = ("gender", "people")
    assert told("Hvordan er kønsfordelingen i DEB?", *columns) == [("ikke oplyst", "2")]
    assert told(f"Hvor mange kvinder sidder i {KKR}?", *columns) == [("ikke oplyst", "4")]
    stated = '<person/anna-holm> <http://schema.org/gender> "kvinde" .'
    known = with_more(f"@base <{BASE}> . {stated}")
    assert told("Hvor mange kvinder og mænd er der i DEB?", *columns, of=known) == [
        ("ikke oplyst", "1"),
        ("kvinde", "1"),
    ]


PREFIXES = f"""@base <{BASE}> . @prefix kkr: <https://w3id.org/kkr/ns#> .
@prefix kkrc: <https://w3id.org/kkr/concept/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."""
MAYOR = f"""{PREFIXES}
<tenure/mayor> a kkr:Tenure ; org:member <person/anna-holm> ; org:role kkrc:mayor ;
  org:organization <kommunalbestyrelse/0851> ; kkr:from "2025-01-01"^^xsd:date ;
  kkr:through "9999-12-31"^^xsd:date ; kkr:endStatus kkrc:end-unknown ."""
TITLES = f"""{PREFIXES}
<meeting/nordjylland/2025-10-24/participation/anna-holm> kkr:title "Borgmester"@da .
<meeting/nordjylland/2025-08-29/participation/anna-holm> kkr:title "borgmester"@da .
<meeting/nordjylland/2025-10-24/participation/aage-dahl> kkr:title "1. viceborgmester, formand"@da .
<meeting/nordjylland/2025-10-24/participation/cecilie-oersted> kkr:title "Tidl. borgmester"@da ."""


@pytest.mark.parametrize(
    "question",
    ["Hvem er borgmester i Aalborg?", "Hvem er borgmester?", "Hvad hedder borgmesteren?"],
)
def test_that_no_document_names_a_mayor_is_said_and_not_that_there_is_none(told, question):
    with pytest.raises(
        QueryError, match="Ingen af de indlæste dokumenter siger, hvem der er borgm"
    ):
        told(question, "person")


def test_a_mayor_that_a_document_names_is_told(told, with_more):
    assert told("Hvem er borgmester?", "person", of=with_more(MAYOR)) == [("Anna Holm",)]


@pytest.mark.parametrize(
    ("question", "people"),
    [
        ("Hvem er borgmester i Aalborg?", ["Anna Holm"]),
        ("hvem er borgmester i aalborg kommune", ["Anna Holm"]),
        ("Hvem er Aalborgs borgmester?", ["Anna Holm"]),
        ("Hvad hedder borgmesteren i Aalborg?", ["Anna Holm"]),
        ("Hvem var borgmester i Aalborg i 2025?", ["Anna Holm"]),
        ("Hvem var borgmester i Aalborg i 2024?", []),
        ("Hvem er borgmester i Thisted?", []),
        ("Hvem er viceborgmester i Aalborg?", ["Åge Dahl"]),
        ("Hvilke borgmestre er der i KKR Nordjylland?", ["Anna Holm"]),
        ("Er Anna borgmester?", ["Anna Holm"]),
        ("Er Åge Dahl borgmester?", []),
        ("Hvem er rådmand?", ["Bo Lund"]),
        ("Hvem er kontorchefen?", ["Dorte Friis"]),
    ],
)
def test_who_has_a_title_is_told_from_the_titles_that_documents_give(
    told, with_more, question, people
):
    """What somebody was once is no title, and a deputy mayor is no mayor."""
    assert [person for (person,) in told(question, "person", of=with_more(TITLES))] == people


def test_a_title_is_told_with_the_latest_day_and_where_it_stands(told):
    columns = ("municipality", "title", "date", "document", "line")
    assert told("Hvilken titel har Bo Lund?", *columns) == [
        ("Thisted", "Rådmand", "2025-10-24", "referat-2025-10-24.txt", "4")
    ]


def test_a_title_is_no_name_and_no_role(ask):
    for question in ("Hvilke poster har rådmanden i Thisted?", "Hvem er rådmand for BRN?"):
        with pytest.raises(QueryError, match="ikke et af dem"):
            ask(question)
