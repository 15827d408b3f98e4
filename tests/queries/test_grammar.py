"""Questions in other words, tenses and orders, with a day, a year or whose people beside what is asked."""

import pytest

from kkr_graph.errors import AmbiguousName, NotUnderstood, QueryError, UnknownName
from kkr_graph.queries import run_query
from kkr_graph.queries.questions import understand


@pytest.mark.parametrize(
    ("question", "name", "arguments"),
    [
        (
            "Hvem sad i BRN den 1. oktober 2025?",
            "forum-members",
            {"date": "1. oktober 2025", "forum": "BRN"},
        ),
        (
            "Hvem sad den 1. oktober 2025 i BRN?",
            "forum-members",
            {"date": "1. oktober 2025", "forum": "BRN"},
        ),
        (
            "Den 1. oktober 2025, hvem sad i BRN?",
            "forum-members",
            {"date": "1. oktober 2025", "forum": "BRN"},
        ),
        (
            "Hvem har siddet i BRN den 1. oktober 2025?",
            "forum-members",
            {"date": "1. oktober 2025", "forum": "BRN"},
        ),
        ("hvem var med i brn 1/10 2025", "forum-members", {"date": "1/10 2025", "forum": "brn"}),
        (
            "Hvem var formand for BRN onsdag den 1. oktober 2025?",
            "chairs",
            {"date": "1. oktober 2025", "forum": "BRN"},
        ),
        (
            "Hvem repræsenterede os i DEB pr. 1. oktober 2025?",
            "who-represents",
            {"date": "1. oktober 2025", "forum": "DEB"},
        ),
        (
            "Hvilke poster havde Anna Holm den 1. oktober 2025?",
            "person-posts",
            {"date": "1. oktober 2025", "person": "Anna Holm"},
        ),
        (
            "Hvilke poster havde Anna Holm i 2025?",
            "person-history",
            {"since": "2025-01-01", "until": "2025-12-31", "person": "Anna Holm"},
        ),
        (
            "Hvad sad Anna Holm i den 1. oktober 2025?",
            "person-posts",
            {"date": "1. oktober 2025", "person": "Anna Holm"},
        ),
        (
            "Hvilke poster havde Aalborg den 1. oktober 2025?",
            "municipality-representation",
            {"municipality": "Aalborg", "date": "1. oktober 2025"},
        ),
        (
            "Hvem fra Venstre sad i BRN den 1. oktober 2025?",
            "forum-members",
            {"party": "Venstre", "date": "1. oktober 2025", "forum": "BRN"},
        ),
        (
            "Hvem fra Aalborg har siddet i BRN?",
            "predecessors",
            {"municipality": "Aalborg", "forum": "BRN"},
        ),
        (
            "Hvem fra Aalborg sad i BRN i 2025?",
            "predecessors",
            {
                "municipality": "Aalborg",
                "since": "2025-01-01",
                "until": "2025-12-31",
                "forum": "BRN",
            },
        ),
        (
            "Hvem er med fra Aalborg i BRN?",
            "forum-members",
            {"municipality": "Aalborg", "forum": "BRN"},
        ),
        (
            "Hvem er medlem af BRN for Venstre?",
            "forum-members",
            {"party": "Venstre", "forum": "BRN"},
        ),
        ("Hvem sidder for V i BRN?", "forum-members", {"party": "V", "forum": "BRN"}),
        ("Er der nogen fra Læsø i BRN?", "forum-members", {"municipality": "Læsø", "forum": "BRN"}),
        ("Har Læsø nogen i DEB?", "forum-members", {"municipality": "Læsø", "forum": "DEB"}),
        (
            "Hvor mange fra Venstre er der i BRN?",
            "forum-members",
            {"party": "Venstre", "forum": "BRN"},
        ),
        (
            "Hvilke medlemmer fra Venstre sidder i BRN?",
            "forum-members",
            {"party": "Venstre", "forum": "BRN"},
        ),
        (
            "Hvem er Aalborgs repræsentant i BRN?",
            "forum-members",
            {"municipality": "Aalborgs", "forum": "BRN"},
        ),
        ("Hvem er medlem af bestyrelsen i BRN?", "forum-members", {"forum": "bestyrelsen i BRN"}),
        (
            "Hvem sidder i bestyrelsen for Erhvervshus Nord?",
            "forum-members",
            {"forum": "bestyrelsen for Erhvervshus Nord"},
        ),
        ("Hvem er bestyrelsesmedlemmer i BRN?", "forum-members", {"forum": "BRN"}),
        ("Hvem er bestyrelsesformand for BRN?", "chairs", {"forum": "BRN"}),
        (
            "Hvem blev valgt til næstformand i BRN?",
            "predecessors",
            {"role": "næstformand", "forum": "BRN"},
        ),
        ("Hvem blev formand for BRN?", "predecessors", {"role": "formand", "forum": "BRN"}),
        (
            "Hvem er blevet valgt som formand for BRN?",
            "predecessors",
            {"role": "formand", "forum": "BRN"},
        ),
        ("Hvem blev udpeget til DEB?", "predecessors", {"forum": "DEB"}),
        (
            "Hvem blev udpeget til DEB den 24. oktober 2025?",
            "appointed-by",
            {"forum": "DEB", "date": "24. oktober 2025"},
        ),
        (
            "Hvem blev udpeget på mødet den 24. oktober 2025?",
            "appointed-by",
            {"date": "24. oktober 2025"},
        ),
        ("Hvem har repræsenteret os i DEB?", "predecessors", {"forum": "DEB"}),
        ("Hvem har vi haft i DEB?", "predecessors", {"forum": "DEB"}),
        ("Hvem var formanden for BRN?", "predecessors", {"role": "formanden", "forum": "BRN"}),
        (
            "Hvem var formand i 2024?",
            "predecessors",
            {"since": "2024-01-01", "until": "2024-12-31", "role": "formand"},
        ),
        ("Hvem tog over efter Cecilie Ørsted?", "departures", {"person": "Cecilie Ørsted"}),
        (
            "Hvem har afløst Cecilie Ørsted i DEB?",
            "departures",
            {"person": "Cecilie Ørsted", "forum": "DEB"},
        ),
        ("Hvornår stoppede Cecilie Ørsted?", "departures", {"person": "Cecilie Ørsted"}),
        ("Hvornår gik Cecilie af?", "departures", {"person": "Cecilie"}),
        ("Hvad laver Anna Holm?", "person-posts", {"person": "Anna Holm"}),
        ("Hvad laver DEB?", "bodies", {"forum": "DEB"}),
        ("Hvad er Anna medlem af?", "person-posts", {"person": "Anna"}),
        (
            "Hvad er Åge Dahl formand for?",
            "person-posts",
            {"person": "Åge Dahl", "role": "formand"},
        ),
        ("Hvor er Åge Dahl formand?", "person-posts", {"person": "Åge Dahl", "role": "formand"}),
        (
            "Hvilke udvalg er Åge Dahl formand for?",
            "person-posts",
            {"person": "Åge Dahl", "role": "formand"},
        ),
        (
            "Sad Anna Holm i DEB i 2025?",
            "person-history",
            {"since": "2025-01-01", "until": "2025-12-31", "person": "Anna Holm", "forum": "DEB"},
        ),
        (
            "Sad Anna Holm i DEB den 1. oktober 2025?",
            "person-posts",
            {"date": "1. oktober 2025", "person": "Anna Holm", "forum": "DEB"},
        ),
        (
            "Var Anna Holm formand for BRN?",
            "person-history",
            {"person": "Anna Holm", "role": "formand", "forum": "BRN"},
        ),
        (
            "Har Anna Holm været næstformand?",
            "person-history",
            {"person": "Anna Holm", "role": "næstformand"},
        ),
        (
            "Er Anna Holm stadig næstformand for BRN?",
            "person-posts",
            {"person": "Anna Holm", "role": "næstformand", "forum": "BRN"},
        ),
        (
            "Hvor længe sidder Anna Holm i DEB?",
            "person-posts",
            {"person": "Anna Holm", "forum": "DEB"},
        ),
        (
            "Siden hvornår har Anna Holm været næstformand for BRN?",
            "person-history",
            {"person": "Anna Holm", "role": "næstformand", "forum": "BRN"},
        ),
        ("Hvilket parti repræsenterer Anna Holm?", "people", {"person": "Anna Holm"}),
        ("Hvilke møder har der været i KKR Nordjylland?", "meetings", {"forum": "KKR Nordjylland"}),
        (
            "Hvilke møder har der været i 2025?",
            "meetings",
            {"since": "2025-01-01", "until": "2025-12-31"},
        ),
        (
            "Hvor mange møder har der været i KKR Nordjylland i 2025?",
            "meetings",
            {"since": "2025-01-01", "until": "2025-12-31", "forum": "KKR Nordjylland"},
        ),
        (
            "Hvem var til mødet i KKR Nordjylland den 24. oktober 2025?",
            "attendance",
            {"status": "present", "date": "24. oktober 2025", "forum": "KKR Nordjylland"},
        ),
        (
            "Hvem var der til mødet den 24. oktober 2025?",
            "attendance",
            {"status": "present", "date": "24. oktober 2025"},
        ),
        (
            "Hvor mange kom til mødet den 24. oktober 2025?",
            "attendance",
            {"status": "present", "date": "24. oktober 2025"},
        ),
        (
            "Hvem har deltaget i møderne i 2025?",
            "attendance",
            {"status": "present", "since": "2025-01-01", "until": "2025-12-31"},
        ),
        (
            "hvem fra aalborg deltog den 24. oktober 2025",
            "attendance",
            {"status": "present", "municipality": "aalborg", "date": "24. oktober 2025"},
        ),
        (
            "Hvem deltog for Venstre den 24. oktober 2025?",
            "attendance",
            {"status": "present", "party": "Venstre", "date": "24. oktober 2025"},
        ),
        (
            "Hvem mødte for Aalborg den 24. oktober 2025?",
            "attendance",
            {"status": "present", "date": "24. oktober 2025", "municipality": "Aalborg"},
        ),
        (
            "Deltog Anna Holm i mødet den 24. oktober 2025?",
            "attendance",
            {"date": "24. oktober 2025", "person": "Anna Holm"},
        ),
        (
            "Hvor mange gange har Anna Holm været til møde?",
            "attendance",
            {"status": "present", "person": "Anna Holm"},
        ),
        ("Hvem har haft afbud i 2025?", "absences", {"since": "2025-01-01", "until": "2025-12-31"}),
        ("Hvem manglede på mødet den 24. oktober 2025?", "absences", {"date": "24. oktober 2025"}),
        ("Hvem udeblev den 24. oktober 2025?", "absences", {"date": "24. oktober 2025"}),
        (
            "Var Cecilie fraværende den 24. oktober 2025?",
            "absences",
            {"date": "24. oktober 2025", "person": "Cecilie"},
        ),
        ("Hvem fra Venstre har haft afbud?", "absences", {"party": "Venstre"}),
        (
            "Hvem holdt oplæg den 24. oktober 2025?",
            "statements-about",
            {"date": "24. oktober 2025"},
        ),
        (
            "Hvem orienterede på mødet den 24. oktober 2025?",
            "statements-about",
            {"date": "24. oktober 2025"},
        ),
        (
            "Hvilke oplæg var der i 2025?",
            "statements-about",
            {"since": "2025-01-01", "until": "2025-12-31"},
        ),
        (
            "Hvem forlod mødet den 24. oktober 2025?",
            "not-participating",
            {"date": "24. oktober 2025"},
        ),
        (
            "Hvad står der i referatet om erhvervsfremme?",
            "decisions-about",
            {"text": "erhvervsfremme"},
        ),
        (
            "Hvornår talte vi sidst om kollektiv trafik?",
            "decisions-about",
            {"text": "kollektiv trafik"},
        ),
        (
            "Hvad besluttede KKR Nordjylland om kollektiv trafik i 2025?",
            "decisions-about",
            {
                "since": "2025-01-01",
                "until": "2025-12-31",
                "forum": "KKR Nordjylland",
                "text": "kollektiv trafik",
            },
        ),
        (
            "Hvad er der sket i KKR Nordjylland i 2025?",
            "decisions-of-meeting",
            {"since": "2025-01-01", "until": "2025-12-31", "forum": "KKR Nordjylland"},
        ),
        (
            "Hvornår har KKR Nordjylland møde næste gang?",
            "next-meeting",
            {"forum": "KKR Nordjylland"},
        ),
        ("Hvem udløber til nytår?", "coming-vacancies", {"until": "årets udgang"}),
        (
            "Hvis periode udløber i 2025?",
            "coming-vacancies",
            {"since": "2025-01-01", "until": "2025-12-31"},
        ),
        ("Hvad er Aalborgs poster?", "municipality-representation", {"municipality": "Aalborgs"}),
        (
            "Hvor mange kommuner er med i KKR Nordjylland?",
            "covered-municipalities",
            {"council": "KKR Nordjylland"},
        ),
        ("Hvornår var mødet i KKR Nordjylland?", "meetings", {"forum": "KKR Nordjylland"}),
        (
            "Hvornår udløber Anna Holm i DEB?",
            "person-posts",
            {"person": "Anna Holm", "forum": "DEB"},
        ),
        ("Hvem er i DEBs bestyrelse?", "who-represents", {"forum": "DEBs bestyrelse"}),
        (
            "Hvem ledede BRN i 2025?",
            "predecessors",
            {"role": "formand", "since": "2025-01-01", "until": "2025-12-31", "forum": "BRN"},
        ),
        (
            "Hvem er den tidligere formand for BRN?",
            "predecessors",
            {"role": "formand", "forum": "BRN"},
        ),
        ("Hvem erstatter Cecilie Ørsted?", "departures", {"person": "Cecilie Ørsted"}),
        ("Hvem fik pladsen efter Cecilie Ørsted?", "departures", {"person": "Cecilie Ørsted"}),
        (
            "Hvem deltog ikke i mødet den 24. oktober 2025?",
            "absences",
            {"date": "24. oktober 2025"},
        ),
        (
            "Var der nogen fra Læsø til mødet den 24. oktober 2025?",
            "attendance",
            {"status": "present", "municipality": "Læsø", "date": "24. oktober 2025"},
        ),
        (
            "Hvor mange partier sidder i KKR Nordjylland?",
            "council-composition",
            {"council": "KKR Nordjylland"},
        ),
        ("Hvem er medlem af Venstre?", "people", {"party": "Venstre"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_meant(ask, question, name, arguments):
    assert ask(question) == (name, arguments)


def test_what_is_narrowed_to_some_people_shows_them_alone(graph, queries, now):
    def people(question):
        meant = understand(graph, queries, question, now=now)
        answer = run_query(graph, meant.query, meant.arguments, now=now)
        return {answer.text(row, "person") for row in answer.rows}

    assert people("Hvem har siddet i BRN?") == {"Anna Holm", "Bo Lund", "Jens Jensen", "Åge Dahl"}
    assert people("Hvem fra Thisted har siddet i BRN?") == {"Bo Lund"}
    assert people("Hvem sad i DEB den 24. oktober 2025?") == {"Anna Holm", "Åge Dahl"}
    assert people("Hvem sad i DEB den 1. januar 2010?") == set()


def test_the_posts_of_a_year_are_those_of_that_year(graph, queries, now):
    def forums(question):
        meant = understand(graph, queries, question, now=now)
        answer = run_query(graph, meant.query, meant.arguments, now=now)
        return [answer.text(row, "forum") for row in answer.rows]

    assert "Danmarks Erhvervsfremmebestyrelse" in forums("Hvilke poster havde Anna Holm i 2025?")
    assert forums("Hvilke poster havde Anna Holm i 2010?") == []


def test_the_appointments_of_a_day_are_those_decided_on_it(graph, queries, now):
    def days(question):
        meant = understand(graph, queries, question, now=now)
        answer = run_query(graph, meant.query, meant.arguments, now=now)
        return {answer.text(row, "date") for row in answer.rows}

    (day,) = days("Hvem udpegede vi?")
    assert days(f"Hvem blev udpeget på mødet den {day}?") == {day}
    assert days("Hvem blev udpeget på mødet den 1. januar 2010?") == set()


@pytest.mark.parametrize(
    "question",
    [
        "Hvem sad ikke i BRN den 1. oktober 2025?",
        "Hvem skal være formand for BRN den 1. oktober 2025?",
        "Hvem bliver formand for BRN?",
        "Hvad koster pladsen i DEB?",
        "Hvorfor var Anna Holm fraværende?",
        "Hvem var inhabil den 24. oktober 2025?",
        "Hvem kom for sent den 24. oktober 2025?",
        "Hvem kom ind i BRN den 24. oktober 2025?",
        "Hvem var formand på mødet den 24. oktober 2025?",
        "Hvem er vi repræsenteret af i DEB?",
        "Hvem har været længst i BRN?",
        "Hvem er foreslået som formand?",
    ],
)
def test_what_cannot_be_answered_is_not_answered_with_something_else(ask, question):
    with pytest.raises(NotUnderstood, match="ikke et af dem") as caught:
        ask(question)
    assert caught.value.suggested


@pytest.mark.parametrize(
    ("question", "told", "offered"),
    [
        (
            "Hvem stemte imod lokalplanen?",
            "hvad den enkelte stemte",
            "Hvem har besluttet lokalplanen?",
        ),
        ("Hvad er telefonnummeret til Anna Holm?", "ingen telefonnumre", "Hvad er Anna Holm?"),
        ("Hvor gammel er Anna Holm?", "ingen oplysninger om alder", "Hvor sidder Anna Holm?"),
    ],
)
def test_what_the_graph_does_not_hold_is_said_and_the_nearest_is_offered(
    ask, question, told, offered
):
    with pytest.raises(NotUnderstood, match=told) as caught:
        ask(question)
    assert offered in [each.text for each in caught.value.suggested]


def test_the_verb_and_the_day_are_no_part_of_what_a_question_is_about(ask):
    with pytest.raises(NotUnderstood) as caught:
        ask("Hvem skældte ud over cykelstierne den 24. oktober 2025?")
    topics = {each.arguments.get("text") for each in caught.value.suggested} - {None}
    assert topics == {"cykelstierne"}


@pytest.mark.parametrize(
    "question", ["Hvem sad i Xyz den 1. oktober 2025?", "Hvem har siddet i Xyz i 2025?"]
)
def test_a_day_or_a_year_is_no_part_of_a_name(ask, question):
    with pytest.raises(UnknownName, match="»Xyz«"):
        ask(question)


@pytest.mark.parametrize("question", ["Hvem er i KKR?", "Er Anna Holm formand for KKR?"])
def test_a_name_that_fits_several_is_asked_back_however_short_the_question(ask, question):
    with pytest.raises(AmbiguousName, match="»KKR«"):
        ask(question)


def test_a_meeting_is_not_answered_with_who_sits_there(ask):
    assert ask("Hvem var til mødet i BRN den 24. oktober 2025?")[0] == "attendance"
    with pytest.raises(QueryError):
        ask("Hvem har vi i mødet i BRN?")


def test_somebody_is_no_forum(ask):
    with pytest.raises(NotUnderstood, match="»Anna« er en person"):
        ask("Hvem leder Anna?")


def test_who_is_named_by_the_beginning_of_a_name_stands_in_what_is_suggested(ask):
    with pytest.raises(NotUnderstood) as caught:
        ask("Hvor høj er Åge?")
    assert {each.arguments.get("person") for each in caught.value.suggested} == {"Åge Dahl"}
