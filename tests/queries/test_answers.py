"""What an answer holds: one row per fact, labels, Danish order, and right counts."""

from collections import defaultdict
from datetime import date

import pyoxigraph as ox
import pytest

from kkr_graph.model.solutions import Solutions, Term, to_sparql_json
from kkr_graph.queries import label_solutions, run_query
from kkr_graph.queries.asking import Questions
from kkr_graph.store.embedded import open_graph
from kkr_graph.vocab import FOAF, KKR, KKRC, ORG, RDF, SKOS
from tests.queries.conftest import FIXTURE

Facts = dict[str, dict[str, set[str]]]


@pytest.fixture
def ask(graph, queries, now):
    def asked(name, *columns, **arguments):
        answer = run_query(graph, queries[name], arguments, now=now)
        return [tuple(answer.text(row, column) for column in columns) for row in answer.rows]

    return asked


@pytest.fixture(scope="module")
def facts():
    """Subject to predicate to objects, read without SPARQL."""
    read: Facts = defaultdict(lambda: defaultdict(set))
    for quad in ox.parse(path=str(FIXTURE)):
        value = (
            quad.object.value if isinstance(quad.object, ox.NamedNode) else str(quad.object.value)
        )
        read[quad.subject.value][quad.predicate.value].add(value)
    return read


def a(facts, kind):
    return {node: about for node, about in facts.items() if kind in about[RDF.type]}


def one(about, predicate):
    (value,) = about[predicate]
    return value


def valid(facts, day):
    return {
        iri: about
        for iri, about in a(facts, KKR.Tenure).items()
        if one(about, KKR.from_) <= day <= one(about, KKR.through)
    }


# --- rows and sources ---


def test_two_proofs_of_one_post_are_one_row_with_the_newest_sentence(ask):
    """The attendance list would prove party and municipality, but not that somebody has the post."""
    rows = ask("who-represents", "person", "role", "quote", "document", "line", forum="DEB")
    assert rows == [
        (
            "Anna Holm",
            "repræsentant",
            "KKR Nordjyllands repræsentant i DEB, Anna Holm, orienterede om puljen.",
            "referat-2025-10-24.txt",
            "20",
        ),
        (
            "Åge Dahl",
            "stedfortræder",
            "KKR Nordjylland indstillede Anna Holm til DEB med Åge Dahl som stedfortræder.",
            "referat-2025-08-29.txt",
            "9",
        ),
    ]


def test_who_left_is_told_with_the_sentence_that_says_so(ask):
    """Not with a newer one that only names the post, and not who merely is seen no more."""
    columns = ("end", "person", "forum", "represents", "line")
    assert ask("departures", *columns, until="2025-11-01") == [
        (
            "2025-08-29",
            "Cecilie Ørsted",
            "Danmarks Erhvervsfremmebestyrelse",
            "KKR Midtjylland",
            "3",
        ),
        ("2021-12-31", "Jens Jensen", "Business Region North Denmark", "", ""),
    ]
    assert ask("departures", "successor", person="Cecilie") == [("Anna Holm",)]
    assert ask("departures", "person", party="Radikale Venstre", until="2025-11-01") == [
        ("Cecilie Ørsted",)
    ]
    assert ask("departures", "person", municipality="Thisted") == []


def test_a_term_says_until_when(ask):
    rows = ask("forum-members", "person", "end", forum="Erhvervshus Nordjylland")
    assert ("Cecilie Ørsted", "2025-12-31") in rows
    assert ask("person-posts", "end", person="Anna Holm", forum="DEB") == [("",)]


def test_what_only_another_row_of_a_person_says_is_shown_too(ask):
    """Party and municipality are found apart from each other."""
    rows = ask("people", "person", "party", "municipality", person="Cecilie")
    assert rows == [("Cecilie Ørsted", "Radikale Venstre", "Læsø")]


def test_all_proofs_are_there_when_one_asks_for_them(ask):
    rows = ask("evidence", "what", "document", "line", "start", "stop", person="Anna", forum="DEB")
    assert rows == [
        ("post", "referat-2025-08-29.txt", "9", "300", "360"),
        ("post", "referat-2025-10-24.txt", "20", "500", "580"),
    ]


@pytest.mark.parametrize("name", ["who-represents", "appointment-overview"])
def test_every_post_of_the_day_is_one_row(ask, facts, name):
    people = [row for (row,) in ask(name, "tenure") if row]
    assert len(people) == len(set(people)) == len(valid(facts, "2025-11-01"))


@pytest.mark.parametrize(
    ("day", "people"),
    [
        ("2017-01-01", []),
        ("2018-02-01", ["Jens Jensen"]),
        ("2021-12-31", ["Jens Jensen"]),
        ("2022-01-01", []),
        ("2024-02-01", ["Åge Dahl"]),
    ],
)
def test_both_days_of_a_period_are_inside_it(ask, day, people):
    assert [row for (row,) in ask("chairs", "person", forum="BRN", date=day)] == people


def test_who_was_nominated_and_got_the_post_is_not_among_the_nominated(ask):
    assert ask("nominations", "person", "nominated_by") == [("Cecilie Ørsted", "de frie lister")]


def test_a_hypothesis_is_no_fact(ask):
    assert ("Cecilie Ørsted",) in ask("hypotheses", "person")
    assert ask("chairs", "person", forum="KKR Nordjylland", date="2026-02-01") == [("Bo Lund",)]


def test_whose_representative_narrows_where_it_is_said(ask):
    assert ask("who-represents", "person", forum="DEB", council="KKR Midtjylland") == []
    assert len(ask("who-represents", "person", forum="DEB", council="KKR Nordjylland")) == 2


def test_where_it_is_not_said_the_councils_own_bodies_and_minutes_count(ask):
    mine = ask("who-represents", "person", "represents", forum="BRN", council="KKR Nordjylland")
    assert [represents for _, represents in mine] == ["", "", ""]
    assert ask("who-represents", "person", forum="BRN", council="KKR Midtjylland") == []


def test_how_far_the_documents_reach_is_told_of_each_council(graph, tmp_path, queries, now):
    """By its own minutes, and by the lists that have posts in its area."""
    listed = FIXTURE.read_text(encoding="utf-8").replace("2025-09-01", "2025-11-03")
    quads = ox.parse(listed, format=ox.RdfFormat.TRIG)
    (tmp_path / "graph.nq").write_text("".join(f"{quad} .\n" for quad in quads), encoding="utf-8")
    for each, day in ((graph, "2025-10-24"), (open_graph(tmp_path), "2025-11-03")):
        answer = run_query(each, queries["data-through"], {}, now=now)
        told = [(answer.text(row, "council"), answer.text(row, "date")) for row in answer.rows]
        assert told == [("KKR Nordjylland", day)]


def test_the_overview_of_one_council_has_its_bodies_and_its_representatives(ask):
    forums = {forum for (forum,) in ask("appointment-overview", "forum", council="KKR Nordjylland")}
    assert "Danmarks Erhvervsfremmebestyrelse" in forums
    assert ask("appointment-overview", "forum", council="KKR Midtjylland") == []


def test_members_without_an_appointment_come_from_the_lists(ask):
    rows = ask(
        "forum-members", "person", "role", "basis", "from", "last_seen", forum="KKR Nordjylland"
    )
    assert rows == [
        ("Bo Lund", "formand", "", "2025-10-24", "2025-10-24"),
        ("Anna Holm", "", "deltagerliste", "2025-08-29", "2025-10-24"),
        ("Cecilie Ørsted", "", "deltagerliste", "2025-10-24", "2025-10-24"),
        ("Åge Dahl", "", "deltagerliste", "2025-10-24", "2025-10-24"),
    ]


def test_several_outcomes_stand_in_one_row(ask):
    rows = dict(ask("decisions-of-meeting", "number", "outcome", date="24.10.2025"))
    assert rows == {
        "2.1": "drøftet, taget til efterretning",
        "3.9": "godkendt",
        "3.10": "taget til efterretning",
        "4": "",
    }


def test_a_decision_somebody_was_absent_from_is_not_theirs(ask):
    numbers = [number for (number,) in ask("decisions-of-person", "number", person="Anna Holm")]
    assert numbers == ["2.1", "3.9", "3.1", "3.2"]


def test_an_announced_guest_is_marked(ask):
    assert ask("guests", "person", "certainty") == [
        ("Dorte Friis", "ført til referat"),
        ("Erik Moos", "varslet"),
    ]


def test_a_deputy_is_named_beside_the_holder(ask):
    deputies = dict(ask("appointment-overview", "person", "deputy", forum="DEB"))
    assert deputies == {"Anna Holm": "Åge Dahl", "Åge Dahl": ""}
    assert ask("deputies", "deputy", "person", "forum") == [
        ("Åge Dahl", "Anna Holm", "Danmarks Erhvervsfremmebestyrelse")
    ]


def test_seats_without_a_known_holder(ask):
    """Somebody seen in the last term is not known to sit in the next."""
    columns = ("forum", "term", "seats", "known", "open")
    assert ask("vacancies", *columns) == [
        ("Erhvervshus Nordjylland", "KKR 2022-2026", "3", "1", "2")
    ]
    assert ask("vacancies", *columns, date="2026-02-01") == [
        ("Erhvervshus Nordjylland", "KKR 2026-2030", "3", "0", "3")
    ]
    assert ("Erhvervshus Nordjylland", "", "2") in ask(
        "appointment-overview", "forum", "person", "open"
    )


def test_a_postponed_item_shows_when_it_came_back(ask):
    assert ask("postponed", "title", "later") == [("Kollektiv trafik", "2025-10-24")]


def test_the_gravest_findings_come_first(ask):
    assert [row for (row,) in ask("findings", "severity")] == ["fejl", "advarsel"]


def test_disagreeing_sources_stand_side_by_side(ask):
    assert ask("conflicts", "what", "subject", "one", "other") == [
        ("parti på et møde", "Bo Lund", "Radikale Venstre", "Venstre")
    ]


def test_words_are_found_in_any_case(ask):
    assert len(ask("decisions-about", "title", text="KOLLEKTIV TRAFIK")) == 2
    assert ask("decisions-about", "number", text="ÅLEGRÆS") == [("3.10",)]
    assert ask("statements-about", "person", text="region nord") == [("Dorte Friis",)]
    assert ask("statements-about", "person", text="deb") == [("Anna Holm",)]


def test_change_between_two_days(ask):
    changes = dict(
        ask("term-diff", "person", "change", since="2024-01-01", until="2026-02-01", forum="BRN")
    )
    assert changes == {"Bo Lund": "ny", "Anna Holm": "ny", "Åge Dahl": "ny"}
    assert ask("term-diff", "person", "change", since="2021-01-01", forum="BRN")[-1][1] == "udgået"


# --- order ---


def test_danish_letters_come_last_and_numbers_by_size(ask):
    assert [row for (row,) in ask("people", "person")][-1] == "Åge Dahl"
    places = [row for (row,) in ask("municipality-representation", "municipality")]
    assert list(dict.fromkeys(places)) == ["Læsø", "Thisted", "Aalborg"]
    numbers = ask("decisions-of-meeting", "number", date="24.10.2025")
    assert numbers == [("2.1",), ("3.9",), ("3.10",), ("4",)]


# --- counts, against plain Python ---


def test_posts_by_municipality(ask, facts):
    counted: dict[str, tuple[int, set[str]]] = {
        municipality: (0, set()) for municipality in a(facts, KKR.Municipality)
    }
    for about in valid(facts, "2025-11-01").values():
        for place in about[KKR.fromMunicipality]:
            posts, people = counted[place]
            counted[place] = (posts + 1, people | about[ORG.member])
    expected = {
        one({"": facts[iri][SKOS.prefLabel]}, ""): (str(posts), str(len(people)))
        for iri, (posts, people) in counted.items()
    }
    assert {
        name: rest for name, *rest in ask("municipality-count", "municipality", "posts", "people")
    } == {name: list(rest) for name, rest in expected.items()}


def test_municipalities_with_nobody_in_a_body_are_those_of_its_council(ask):
    found = dict(
        ask("municipality-count", "municipality", "posts", forum="Erhvervshus Nordjylland")
    )
    everywhere = dict(ask("municipality-count", "municipality", "posts", council="KKR Nordjylland"))
    assert found.keys() == everywhere.keys()
    assert {name for name, posts in found.items() if posts != "0"} == {"Læsø"}
    of_council = ask("municipality-count", "municipality", forum="KKR Nordjylland")
    assert {name for (name,) in of_council} == everywhere.keys()


def test_posts_by_party(ask, facts):
    counted: dict[str, int] = defaultdict(int)
    for about in valid(facts, "2025-11-01").values():
        for party in about[KKR.politicalAffiliation]:
            counted[one({"": facts[party][SKOS.prefLabel]}, "")] += 1
    parties = dict.fromkeys(("Slesvigsk Parti",), 0)  # a party without posts is counted too
    expected = {name: str(number) for name, number in {**parties, **counted}.items()}
    assert dict(ask("party-count", "party", "posts")) == expected


def test_people_with_many_posts(ask, facts):
    bodies: dict[str, set[str]] = defaultdict(set)
    for about in valid(facts, "2025-11-01").values():
        bodies[one({"": facts[one(about, ORG.member)][FOAF.name]}, "")] |= about[ORG.organization]
    many = {name: str(len(found)) for name, found in bodies.items() if len(found) >= 2}
    assert dict(ask("many-posts", "person", "bodies")) == many
    assert ask("many-posts", "person", at_least="3") == []


def test_attendance_rate(ask, facts):
    listed: dict[str, set[str]] = defaultdict(set)
    present: dict[str, set[str]] = defaultdict(set)
    for about in a(facts, KKR.Participation).values():
        if about[KKR.scopeItem] or KKR.Hypothesis in about[RDF.type]:
            continue
        name = one({"": facts[one(about, KKR.participant)][FOAF.name]}, "")
        listed[name] |= about[KKR.inMeeting]
        if KKRC.present in about[KKR.attendanceStatus]:
            present[name] |= about[KKR.inMeeting]
    expected = {
        (
            name,
            str(len(present[name])),
            str(len(meetings)),
            str(100 * len(present[name]) // len(meetings)),
        )
        for name, meetings in listed.items()
    }
    assert set(ask("attendance-rate", "person", "present", "listed", "percent")) == expected


def test_meetings_are_counted(ask):
    assert ask("meetings", "date", "items", "present", "absent") == [
        ("2025-10-24", "4", "3", "1"),
        ("2025-08-29", "2", "1", "1"),
    ]


# --- labels ---


def test_every_iri_of_a_row_has_a_danish_label(graph, queries, now):
    answer = run_query(graph, queries["who-represents"], {"forum": "DEB"}, now=now)
    row = answer.rows[0]
    assert answer.labels[row["role"].value] == "repræsentant"
    assert answer.labels[row["municipality"].value] == "Aalborg"
    assert answer.labels[row["document"].value] == "referat-2025-10-24.txt"
    shown = {answer.text(row, column.name) for column in answer.columns}
    assert not any("://" in text for text in shown)


def test_a_free_answer_keeps_its_order_and_gets_labels(graph):
    solutions = graph.select(
        "SELECT ?p ?n { ?p a kkr:Party ; kkr:listLetter ?n } ORDER BY DESC(?n)"
    )
    answer = label_solutions(graph, solutions)
    assert [answer.text(row, "p") for row in answer.rows] == [
        "Venstre",
        "Slesvigsk Parti",
        "Radikale Venstre",
        "Socialdemokratiet",
    ]
    assert [column.heading for column in answer.columns] == ["p", "n"]


def test_many_labels_are_fetched_in_parts(graph):
    iris = " ".join(f"<https://data.example.org/{n}>" for n in range(900))
    solutions = graph.select(f"SELECT * {{ VALUES ?x {{ {iris} kkrc:chair }} }}", limit=1000)
    answer = label_solutions(graph, solutions)
    assert answer.labels == {KKRC.chair: "formand"}


def test_an_iri_that_no_query_can_name_has_no_label(graph):
    names = ("a:b c", "a:" + "x" * 5000)
    rows = tuple({"x": Term(value=name, is_iri=True)} for name in names)
    assert label_solutions(graph, Solutions(columns=("x",), rows=rows)).labels == {}


def test_a_row_limit_is_passed_on(graph, queries, now):
    answer = run_query(graph, queries["people"], {}, now=now, limit=2)
    assert answer.truncated


def test_the_w3c_form():
    terms = {
        "iri": Term(value="a:b", is_iri=True),
        "day": Term(value="2025-10-24", datatype="x:date"),
        "text": Term(value="æ", language="da"),
        "blank": Term(value="b0", is_blank=True),
        "plain": Term(value="x"),
    }
    assert to_sparql_json(Solutions(columns=(*terms, "none"), rows=(terms,))) == {
        "head": {"vars": ["iri", "day", "text", "blank", "plain", "none"]},
        "results": {
            "bindings": [
                {
                    "iri": {"type": "uri", "value": "a:b"},
                    "day": {"type": "literal", "value": "2025-10-24", "datatype": "x:date"},
                    "text": {"type": "literal", "value": "æ", "xml:lang": "da"},
                    "blank": {"type": "bnode", "value": "b0"},
                    "plain": {"type": "literal", "value": "x"},
                }
            ]
        },
    }


def test_today_is_the_default_day(graph, queries):
    """Without a day given, the answer is that of the machine's own day."""
    answer = run_query(graph, queries["chairs"], {"forum": "BRN"})
    assert date.fromisoformat(answer.arguments["date"]) >= date(2026, 1, 1)


def test_a_record_writes_a_day_as_a_sentence_has_it(graph):
    record = next(Questions(graph).ask("meetings"))
    assert (record.text("date"), record.words("date")) == ("2025-10-24", "24.10.2025")
    assert record.words("forum") == record.text("forum") == "KKR Nordjylland"
    assert record.words("nothing") == ""


def test_roles_stand_in_the_order_of_their_rank(ask):
    """Not in that of the alphabet, which has the deputy chair last."""
    ranked = ("formand", "næstformand", "medlem")
    for question in ("forum-members", "who-represents", "appointment-overview"):
        roles = [role for (role,) in ask(question, "role", forum="BRN") if role in ranked]
        assert "næstformand" in roles, question
        assert roles == sorted(roles, key=ranked.index), question


TOLD = """@base <https://data.example.org/kkr/id/> . @prefix prov: <http://www.w3.org/ns/prov#> .
<tenure/bo-kkr> prov:wasDerivedFrom <evidence/b2> ."""


def test_a_post_is_proved_by_the_line_that_tells_the_role(with_more, queries, now):
    """A list of who came gives the party and the municipality, and proves only where nothing does."""

    def lines_of_posts(more):
        asked = {"person": "Bo Lund", "forum": "KKR Nordjylland"}
        answer = run_query(with_more(more), queries["evidence"], asked, now=now)
        return [
            answer.text(row, "line") for row in answer.rows if answer.text(row, "what") == "post"
        ]

    assert lines_of_posts("") == ["4"]
    assert lines_of_posts(TOLD) == ["20"]
