"""The words of questions: forms and phrases that mean the same, and words that never do."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_graph.errors import AmbiguousName, QueryError
from kkr_graph.model.names import fold
from kkr_graph.queries import load_queries, run_query
from kkr_graph.queries.named import Kind
from kkr_graph.queries.phrasing import phrasing
from kkr_graph.queries.questions import understand

NAMES = {
    Kind.FORUM: "BRN",
    Kind.COUNCIL: "KKR Nordjylland",
    Kind.PERSON: "Anna Holm",
    Kind.MUNICIPALITY: "Aalborg",
    Kind.PARTY: "Venstre",
    Kind.MEETING: "KKR Nordjylland 24.10.2025",
    Kind.CASE: "SAG-2025-00001",
    Kind.ROLE: "formand",
    Kind.TITLE: "rådmand",
    Kind.OUTCOME: "godkendt",
    Kind.DATE: "24. oktober 2025",
    Kind.INTEGER: "2",
}
# Words that change what is asked for; whoever passes over one answers something else.
CHANGING = (
    "ikke", "ingen", "aldrig", "kun", "næsten", "uden", "undtagen", "snart", "længst", "mindst", "kvindelig", "måske",
    "xyzzy", "afsatte", "tidligere", "kommende", "i går", "i morgen", "til sommer", "før jul",
)  # fmt: skip


def examples() -> list[str]:
    """Every way of asking that holds no free text, with names in it."""
    found = []
    for query in load_queries().values():
        kinds = {each.name: each.kind for each in query.parameters}
        for pattern in query.patterns:
            if not any(
                f"{{{name}}}" in pattern.text for name, of in kinds.items() if of is Kind.TEXT
            ):
                names = {name: NAMES.get(kind, "") for name, kind in kinds.items()}
                found.append(pattern.text.format_map(names))
    return found


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("Hvem er formanden for BRN?", "Hvem er formand for BRN?"),
        ("Hvad hedder formanden for BRN?", "Hvem er formand for BRN?"),
        ("Hvem er næstformanden i BRN?", "Hvem er næstformand i BRN?"),
        ("Hvem er med i BRN?", "Hvem sidder i BRN?"),
        ("Kan du fortælle mig, hvem der sidder i BRN?", "Hvem sidder i BRN?"),
        ("Jeg vil gerne vide, hvem der sidder i BRN, tak", "Hvem sidder i BRN?"),
        ("Hvem var fraværende den 24.10.2025?", "Hvem havde afbud den 24.10.2025?"),
        ("Hvem meldte afbud den 24.10.2025?", "Hvem havde afbud den 24.10.2025?"),
        ("Hvem er suppleanten for Anna Holm?", "Hvem er stedfortræder for Anna Holm?"),
        ("Hvilke pladser er tomme?", "Hvilke pladser er ledige?"),
        ("Hvor sidder Anna Holm henne?", "Hvor sidder Anna Holm?"),
        ("Hvem fortalte om trafik?", "Hvem har orienteret om trafik?"),
    ],
)
def test_other_words_mean_the_same(ask, said, same):
    assert ask(said) == ask(same)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hvor mange medlemmer har BRN?", "forum-members"),
        ("Hvor mange møder har KKR Nordjylland holdt?", "meetings"),
        ("Hvor mange poster har Aalborg?", "municipality-representation"),
        ("Hvor mange deltog i mødet den 24.10.2025?", "attendance"),
        ("Hvor mange kommuner er der i KKR Nordjylland?", "covered-municipalities"),
        ("Hvor er der ledige pladser?", "vacancies"),
        ("Hvem sad i BRN?", "predecessors"),
        ("Hvem er nu formand for BRN?", "chairs"),
        ("Hvem sidder stadig i BRN?", "forum-members"),
        ("Hvem er holdt op i DEB?", "departures"),
        ("Hvem har forladt DEB?", "departures"),
        ("Hvem er ikke længere med i DEB?", "departures"),
        ("Hvornår udløber Anna Holms post?", "person-posts"),
        ("Hvornår udløber pladsen i DEB?", "forum-members"),
        ("Hvor længe har Anna Holm været næstformand?", "person-history"),
        ("Sidder Anna Holm stadig i DEB?", "person-posts"),
        ("Hvem udpegede Anna Holm?", "appointed-by"),
        ("Hvem afløste Cecilie Ørsted?", "departures"),
        ("Hvornår slutter Anna Holms periode?", "person-posts"),
        ("Hvilke udvalg sidder Anna Holm i?", "person-posts"),
        ("Hvem er med i bestyrelsen for BRN?", "forum-members"),
        ("Giv mig en liste over alle medlemmer af BRN", "forum-members"),
        ("Hvem er den nye formand for BRN?", "chairs"),
        ("Hvilke beslutninger blev taget på mødet den 24.10.2025?", "decisions-of-meeting"),
        ("Vis dagsordenen for sidste møde i KKR Nordjylland", "decisions-of-meeting"),
        ("Hvilke partier sidder i KKR Nordjylland?", "council-composition"),
        ("Hvilke referater har vi?", "meetings"),
        ("Hvad er nyt siden 1. januar 2025?", "term-diff"),
        ("Har Anna Holm haft afbud?", "absences"),
        ("Hvor mange afbud var der den 24.10.2025?", "absences"),
        ("Hvilke punkter blev udsat?", "postponed"),
        ("Hvem kommer fra Thisted?", "people"),
        ("Vis alle fra Venstre", "people"),
        ("Hvor mange pladser har KKR Nordjylland i Erhvervshus Nordjylland?", "seat-groups"),
        ("Hvad besluttede vi om trafik?", "decisions-about"),
        ("Hvad sagde vi sidst om trafik?", "decisions-about"),
        ("Hvor mange gange har Anna Holm haft afbud?", "absences"),
        ("Hvem fra Venstre sidder hvor?", "party-representation"),
        ("Hvem fra Aalborg sidder hvor?", "municipality-representation"),
        ("Hvilke kommuner har ingen i Erhvervshus Nordjylland?", "municipality-count"),
    ],
)
def test_more_is_understood(ask, question, name):
    assert ask(question)[0] == name


def test_by_whom_somebody_was_appointed_is_not_where_to(ask):
    """The small words are left out where questions are compared, and these two mean two things."""
    council = {"council": "KKR Nordjylland"}
    assert ask("Hvem er udpeget af KKR Nordjylland?") == ("appointment-overview", council)
    assert ask("Hvem blev udpeget af KKR Nordjylland til DEB?") == (
        "who-represents", {**council, "forum": "DEB"},
    )  # fmt: skip
    assert ask("Hvem er udpeget til DEB?") == ("who-represents", {"forum": "DEB"})


@pytest.mark.parametrize(
    "question",
    [
        "Hvem fra {} sidder i BRN?",
        "Hvem sidder i BRN for {}?",
        "Hvem sidder for {} i BRN?",
        "Hvem har {} i BRN?",
        "Hvor mange medlemmer har {} i BRN?",
    ],
)
@pytest.mark.parametrize(
    ("typed", "kind"), [("Venstre", "party"), ("Aalborg Kommune", "municipality")]
)
def test_a_body_and_a_party_or_municipality_go_together(ask, question, typed, kind):
    asked = ask(question.format(typed))
    assert asked == ("forum-members", {"forum": "BRN", kind: typed})


def test_only_those_of_the_party_are_shown(graph, queries, now):
    def people(**arguments):
        answer = run_query(graph, queries["forum-members"], {"forum": "BRN", **arguments}, now=now)
        return {answer.text(row, "person") for row in answer.rows}

    assert people() == {"Anna Holm", "Bo Lund", "Åge Dahl"}
    assert people(party="Venstre") == {"Bo Lund", "Åge Dahl"}
    assert people(municipality="Thisted") == {"Bo Lund"}
    assert people(party="Venstre", municipality="Aalborg") == {"Åge Dahl"}


@pytest.mark.parametrize("which", ["sidste", "seneste"])
def test_the_last_meeting_is_the_last_that_decided_something(graph, queries, now, which):
    for question in (
        f"Hvem havde afbud til {which} møde i KKR Nordjylland?",
        f"Hvad blev besluttet på det {which} møde i KKR Nordjylland?",
    ):
        meant = understand(graph, queries, question, now=now)
        answer = run_query(graph, meant.query, meant.arguments, now=now)
        assert answer.arguments["meeting"] == "KKR Nordjylland 24.10.2025"


def test_what_was_is_not_answered_with_what_is(ask):
    assert ask("Hvem er formand for BRN?")[0] == "chairs"
    assert ask("Hvem var formand for BRN?") == ("predecessors", {"role": "formand", "forum": "BRN"})
    assert ask("Hvem var formand for BRN den 1.1.2024?")[0] == "chairs"
    assert ask("Hvem var næstformænd?") == ("predecessors", {"role": "næstformænd"})
    with pytest.raises(QueryError):
        ask("Hvem er sekretær for BRN?")


def test_today_is_only_asked_of_what_has_days(ask):
    assert ask("Hvem er lige nu formand for BRN?")[0] == "chairs"
    with pytest.raises(QueryError):
        ask("Hvem havde afbud i dag?")


@pytest.mark.parametrize("day", ["24. oktober", "den 24 okt.", "1. maj"])
def test_a_day_without_a_year_is_asked_back(ask, day):
    with pytest.raises(QueryError, match="mangler et årstal"):
        ask(f"Hvem havde afbud {day}?")
    assert ask(f"Hvem havde afbud {day} 2025?")[0] == "absences"


def test_the_year_is_offered_in_which_there_was_a_meeting(ask):
    with pytest.raises(AmbiguousName, match="mangler et årstal") as caught:
        ask("Hvem havde afbud den 24. oktober?")
    assert (caught.value.typed, caught.value.candidates) == (
        "24. oktober",
        ("24. oktober 2025 (mødedag)",),
    )


def test_a_question_that_breaks_off_is_not_answered(ask):
    for question in ("Hvem er formand for", "Hvem er formænd i", "Hvilke møder er der i"):
        with pytest.raises(QueryError):
            ask(question)
    assert ask("Hvad sidder Anna Holm i")[0] == "person-posts"


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300
)
@given(st.sampled_from(examples()), st.sampled_from(CHANGING), st.data())
def test_a_word_that_changes_the_question_is_never_passed_over(ask, question, changing, data):
    """What is still understood is another question, or the same about something else."""
    words = question.split()
    at = data.draw(st.integers(0, len(words)))
    changed = " ".join((*words[:at], changing, *words[at:]))
    try:
        understood = ask(changed)
    except QueryError:
        return
    assert understood != ask(question), changed
    assert changing != "xyzzy", changed


# --- the file --------------------------------------------------------------------------------


def test_a_word_has_one_meaning_and_every_meaning_is_used(queries):
    known = phrasing()
    texts = " ".join(fold(each.text) for query in queries.values() for each in query.patterns)
    assert not set(known.words) & set(known.words.values()), "a form leads on to another"
    assert not known.small & (set(known.words) | set(known.words.values()))
    assert known.open | known.meeting | known.topical | known.of <= known.small
    used = set(texts.replace("?", " ").split())
    used |= {word for phrase in known.phrases.values() for word in phrase}
    for word in set(known.words.values()):
        forms = {form for form, of in known.words.items() if of == word} | {word}
        assert forms & used, f"{word} is in no pattern"


def test_phrases_do_not_lead_on_to_each_other():
    known = phrasing()
    assert not set(known.phrases) & set(known.phrases.values())
    assert all(count == 1 for count in Counter([*known.asides, *known.now]).values())
