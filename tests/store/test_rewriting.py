"""A question that is written anew has the same answer, and one that cannot be is left alone."""

from collections import Counter

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import event, given, settings
from hypothesis import strategies as st

from kkr_graph.store.rewriting import rewrite

# --- what is moved and anchored ----------------------------------------------------------------

MOVED = {
    "a pattern after an OPTIONAL": (
        "SELECT * { ?t a kkr:Tenure OPTIONAL { ?t kkr:seat ?s } ?t org:member ?p }",
        "SELECT * { ?t a kkr:Tenure . ?t org:member ?p OPTIONAL { ?t kkr:seat ?s } }",
    ),
    "an OPTIONAL that does not hang together": (
        "SELECT ?n WHERE { VALUES ?f { kkr:x } ?t org:organization ?f ; org:member ?p . "
        "OPTIONAL { ?p foaf:name ?n . ?t org:role ?r } } LIMIT 5",
        "SELECT ?n WHERE { VALUES ?f { kkr:x } ?t org:organization ?f ; org:member ?p "
        "LATERAL { OPTIONAL { ?p foaf:name ?n . ?t org:role ?r } } } LIMIT 5",
    ),
    "an OPTIONAL of several patterns, and one inside it": (
        "SELECT * { ?a kkr:b ?c OPTIONAL { ?a kkr:d ?e . ?e kkr:f ?g "
        "OPTIONAL { ?e kkr:h ?i . ?i kkr:j ?k } } }",
        "SELECT * { ?a kkr:b ?c LATERAL { OPTIONAL { ?a kkr:d ?e . ?e kkr:f ?g "
        "LATERAL { OPTIONAL { ?e kkr:h ?i . ?i kkr:j ?k } } } } }",
    ),
    "an OPTIONAL in three steps": (
        "SELECT * { ?a kkr:b ?c OPTIONAL { ?a kkr:d ?e . ?e kkr:f ?g . ?g kkr:h ?i } }",
        "SELECT * { ?a kkr:b ?c LATERAL { OPTIONAL { ?a kkr:d ?e . ?e kkr:f ?g . ?g kkr:h ?i } } }",
    ),
    "only what is tied to it is repeated": (
        "ASK { ?a kkr:b ?c . ?x kkr:y ?z OPTIONAL { ?c kkr:d ?e . ?v kkr:f ?a . ?w kkr:f ?g } }",
        "ASK { ?a kkr:b ?c . ?x kkr:y ?z "
        "OPTIONAL { ?a kkr:b ?c . ?c kkr:d ?e . ?v kkr:f ?a . ?w kkr:f ?g } }",
    ),
    "a filter stays a filter": (
        'SELECT * { ?a kkr:b ?c OPTIONAL { ?c kkr:d ?e FILTER(LANG(?e) = "da") } '
        "FILTER(?c > 1) ?c kkr:f 1.5. }",
        "SELECT * { ?a kkr:b ?c FILTER(?c > 1) ?c kkr:f 1.5 "
        'OPTIONAL { ?c kkr:d ?e FILTER(LANG(?e) = "da") } }',
    ),
    "in a subquery": (
        "SELECT * { { SELECT ?a { ?a a kkr:B OPTIONAL { ?a kkr:c ?d } ?a kkr:e $f ; } ORDER BY ?a } }",
        "SELECT * { { SELECT ?a { ?a a kkr:B . ?a kkr:e $f OPTIONAL { ?a kkr:c ?d } } ORDER BY ?a } }",
    ),
    "in a graph, in a UNION": (
        "SELECT * { { } UNION { GRAPH ?g { ?a a kkr:B OPTIONAL { ?a kkr:c ?d } ?a kkr:e ?f } } }",
        "SELECT * { { } UNION { GRAPH ?g { ?a a kkr:B . ?a kkr:e ?f OPTIONAL { ?a kkr:c ?d } } } }",
    ),
    "a path is not repeated": (
        "CONSTRUCT { ?a kkr:x ?g } { ?a kkr:p+ ?b ; kkr:q ?c OPTIONAL { ?b kkr:d ?e . ?c kkr:f ?g } }",
        "CONSTRUCT { ?a kkr:x ?g } { ?a kkr:p+ ?b ; kkr:q ?c "
        "LATERAL { OPTIONAL { ?b kkr:d ?e . ?c kkr:f ?g } } }",
    ),
}


@pytest.mark.parametrize("case", MOVED)
def test_it_is_written_so_that_the_engine_finds_it_sooner(case):
    before, after = MOVED[case]
    assert " ".join(rewrite(before).split()) == after


LEFT_ALONE = {
    "not well-designed": "SELECT * { ?a kkr:p ?b OPTIONAL { ?c kkr:q ?d } ?c kkr:r ?e }",
    "an OPTIONAL inside sees more when asked row by row": (
        "SELECT * { ?a kkr:p ?d OPTIONAL { ?a kkr:q ?b . ?b kkr:r ?c OPTIONAL { ?b kkr:s ?d } } }"
    ),
    "a filter looks out of its OPTIONAL": (
        "SELECT * { ?a a kkr:P OPTIONAL { ?x kkr:q ?d FILTER(?d = ?e) } ?a kkr:r ?e }"
    ),
    "BIND after it": "SELECT * { ?x a kkr:A OPTIONAL { ?y kkr:q ?d } BIND(?d AS ?e) ?e kkr:p ?f }",
    "a blank node": "SELECT * { ?a kkr:p [] OPTIONAL { ?b kkr:q ?d } ?a kkr:r ?e }",
    "FROM": "SELECT * FROM <g:1> { ?a kkr:p ?b OPTIONAL { ?b kkr:q ?d } ?a kkr:r ?e }",
    "escapes": "SELECT * { ?a kkr:p '\\u0041' OPTIONAL { ?a kkr:q ?d } ?a kkr:r ?e }",
    "nothing to gain": "SELECT * { ?a kkr:p ?b . OPTIONAL { ?b kkr:q ?d } # sic\n }",
    "no OPTIONAL": "SELECT * { ?a kkr:p ?b ; kkr:q 'OPTIONAL { ?x' . ?b a kkr:X }",
    "an extension": "SELECT * { ?a kkr:p ?b LATERAL { ?b kkr:q ?d } OPTIONAL { ?a kkr:q ?d } }",
}


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_what_is_not_proved_is_left_alone(case):
    assert rewrite(LEFT_ALONE[case]) == LEFT_ALONE[case]


@given(st.text(alphabet="SELCT{}()?xy.;,<a:>OPINAL \"'\\#FRBDMV", max_size=80))
def test_any_text_is_survived(tail):
    assert isinstance(rewrite(f"SELECT * {{ {tail} }}"), str)


# --- the same answer, on patterns and data of any shape -----------------------------------------

VARIABLES = st.sampled_from(["?a", "?b", "?c", "?d", "?e"])
NODES = st.sampled_from(["<n:1>", "<n:2>", "<n:3>"])
VERBS = st.sampled_from(["<v:p>", "<v:q>", "<v:r>"])
PATHS = st.sampled_from(["^<v:q>", "<v:p>*", "<v:p>/<v:q>"])
ENDS = st.one_of(VARIABLES, VARIABLES, VARIABLES, NODES)


@st.composite
def statements(draw, paths: st.SearchStrategy[str] = PATHS):
    """One subject with one or two verbs, now and then a path or a variable for a verb."""
    verb = st.one_of(VERBS, VERBS, VERBS, VARIABLES, paths)
    said = [f"{draw(verb)} {draw(ENDS)}" for _ in range(draw(st.integers(1, 2)))]
    return f"{draw(ENDS)} {' ; '.join(said)} ."


@st.composite
def filters(draw):
    one, other = draw(VARIABLES), draw(ENDS)
    form = draw(st.sampled_from(["({0} = {1})", "(!BOUND({0}))", "(BOUND({0}) || {0} != {1})"]))
    return "FILTER" + form.format(one, other)


@st.composite
def values(draw):
    listed = draw(st.lists(st.one_of(NODES, st.just("UNDEF")), min_size=1, max_size=2))
    return f"VALUES {draw(VARIABLES)} {{ {' '.join(listed)} }}"


def groups(depth: int) -> st.SearchStrategy[str]:
    part = st.one_of(statements(), statements(), filters(), values())
    if depth:
        inner = groups(depth - 1)
        optional = inner.map("OPTIONAL {}".format)
        part = st.one_of(
            part,
            optional,
            optional,
            inner.map("MINUS {}".format),
            st.tuples(inner, inner).map(" UNION ".join),
            inner.map(lambda group: f"{{ SELECT ?a ?b {group} }}"),
        )
    return st.lists(part, min_size=1, max_size=4).map(lambda parts: f"{{ {' '.join(parts)} }}")


@st.composite
def with_optionals(draw, depth: int = 2, paths: st.SearchStrategy[str] = PATHS):
    """Statements and OPTIONALs in turn, as people write them: most of them can be rewritten."""
    said = statements(paths)
    parts = [draw(said)]
    for _ in range(draw(st.integers(1, 3))):
        inside = with_optionals(depth - 1, paths) if depth else said.map("{{ {} }}".format)
        kind = draw(st.integers(0, 5))
        if kind < 4:
            parts.append(f"OPTIONAL {draw(inside)}")
        parts.append(draw(filters() if kind == 5 else said))
    return f"{{ {' '.join(parts)} }}"


TRIPLES = st.lists(st.tuples(NODES, VERBS, NODES), max_size=12).map(
    lambda triples: sorted({f"{' '.join(triple)} ." for triple in triples})
)


def rows(store: ox.Store, sparql: str) -> tuple[list[str], Counter[frozenset[tuple[str, str]]]]:
    answer = store.query(sparql)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    found = Counter(
        frozenset((name, str(term)) for name in names if (term := row[name]) is not None)
        for row in answer
    )
    return names, found


@settings(max_examples=150, deadline=None)
@given(st.one_of(groups(2), with_optionals(), with_optionals()), TRIPLES)
def test_the_engine_gives_the_same_rows(group, triples):
    sparql = f"SELECT * {group}"
    written = rewrite(sparql)
    event("rewritten" if written != sparql else "left alone")
    store = ox.Store()
    store.load("\n".join(triples).encode(), format=ox.RdfFormat.N_TRIPLES)
    assert rows(store, written) == rows(store, sparql), written


@settings(max_examples=50, deadline=None)
@given(with_optionals(depth=1, paths=VERBS), TRIPLES)
def test_another_engine_gives_the_same_rows(group, triples):
    """Without paths, whose rows rdflib counts wrongly where both ends are known; and without LATERAL,
    which is no SPARQL 1.1: what is arranged, and left of it, must be the same question.
    """
    sparql = f"SELECT * {group}"
    graph = rdflib.Graph().parse(data="\n".join(triples), format="nt")
    before, after = (
        Counter(frozenset(row.items()) for row in graph.query(text).bindings)
        for text in (sparql, without_lateral(rewrite(sparql)))
    )
    assert before == after, rewrite(sparql)


def without_lateral(sparql: str) -> str:
    """The question with ``LATERAL { OPTIONAL {...} }`` as the OPTIONAL that it was."""
    while (at := sparql.find("LATERAL {")) >= 0:
        begin = end = at + len("LATERAL {")
        depth = 1
        while depth:
            depth += {"{": 1, "}": -1}.get(sparql[end], 0)
            end += 1
        sparql = sparql[:at] + sparql[begin : end - 1] + sparql[end:]
    return sparql
