import random
import re
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, SH

from kkr_graph.model.extract import Severity
from kkr_graph.shapes import SHAPE, check_shapes
from kkr_graph.vocab import KKR, KKRC, ORG, PREFIXES, SKOS, XSD

ONTOLOGY = Path(__file__).parents[2] / "ontology"
EXAMPLES = ONTOLOGY / "examples"
VALID = sorted((EXAMPLES / "valid").glob("*.trig"))
INVALID = sorted((EXAMPLES / "invalid").glob("*.trig"))
SHAPES = Graph().parse(ONTOLOGY / "shapes.ttl")
VOCABULARY = Graph().parse(ONTOLOGY / "kkr.ttl")
CONCEPTS = Graph().parse(ONTOLOGY / "concepts.ttl")
IN_SCHEME = URIRef(SKOS.inScheme)
CODES = sorted(str(shape).removeprefix(SHAPE) for shape in SHAPES.subjects(RDF.type, SH.NodeShape))
RULES = sorted(str(shape).removeprefix(SHAPE) for shape in SHAPES.subjects(SH.sparql))


def example(*files: Path) -> bytes:
    """The ground together with these files, as N-Quads."""
    parts = [
        ox.serialize(ox.parse(path=file, format=ox.RdfFormat.TRIG), format=ox.RdfFormat.N_QUADS)
        for file in (EXAMPLES / "ground.trig", *files)
    ]
    return b"".join(part or b"" for part in parts)


def with_tenure(role, *more):
    """The ground with one more tenure of Bo Lund in Østtrafik."""
    base = "https://data.example.org/kkr/id"
    tenure = f"""<{base}/tenure/x> <{KKR.endStatus}> <{KKRC.open}> ; a <{KKR.Tenure}> ;
        <{ORG.member}> <{base}/person/bo-lund> ; <{ORG.organization}> <{base}/forum/oesttrafik> ;
        <{ORG.role}> <{role}> ; <{KKR.from_}> "2020-01-01"^^<{XSD.date}> ;
        <{KKR.through}> "2020-12-31"^^<{XSD.date}> ;
        <{PREFIXES["prov"]}wasDerivedFrom> <{base}/evidence/a1> {"".join(more)} ."""
    quads = ox.parse(tenure, format=ox.RdfFormat.TURTLE)
    return example() + (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")


def bounded(bound):
    """Every property that a shape bounds, as the shape's code, a class it targets and the check."""
    return sorted(
        (str(shape).removeprefix(SHAPE), str(path), str(target))
        for check, _, _ in SHAPES.triples((None, bound, Literal(1)))
        for shape in SHAPES.subjects(SH.property, check)
        for target in SHAPES.objects(shape, SH.targetClass)
        if isinstance(path := SHAPES.value(check, SH.path), URIRef)
    )


def ground_lines(path, target):
    """The lines of the ground, and those that give one thing of a class this property."""
    lines = example().decode().splitlines()
    focus = min(line.split()[0] for line in lines if f"<{RDF.type}> <{target}> " in line)
    return lines, [line for line in lines if line.startswith(f"{focus} <{path}> ")]


def another(value):
    """A value that differs from this N-Quads term, and would do in its place."""
    concept = value.strip("<>")
    if concept.startswith(PREFIXES["kkrc"]):
        scheme = CONCEPTS.value(URIRef(concept), IN_SCHEME)
        return min(
            f"<{one}>" for one in CONCEPTS.subjects(IN_SCHEME, scheme) if str(one) != concept
        )
    return f"{value[:-1]}x>" if value.startswith("<") else f'"4{value[2:]}'


@pytest.mark.parametrize("file", VALID, ids=lambda file: file.stem)
def test_a_valid_example_conforms(file):
    assert check_shapes(example(file)) == ()


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_an_invalid_example_breaks_exactly_its_shape(file):
    assert {finding.code for finding in check_shapes(example(file))} == {file.stem}


def test_the_ground_conforms():
    assert check_shapes(example()) == ()


def test_nothing_is_wrong_with_an_empty_graph():
    assert check_shapes(b"") == ()


def test_every_shape_has_an_example_that_breaks_it_and_one_that_nearly_does():
    assert [file.stem for file in INVALID] == CODES
    assert [file.stem for file in VALID] == CODES


@pytest.mark.parametrize(("code", "path", "target"), bounded(SH.minCount))
def test_a_value_that_is_needed_is_missed(code, path, target):
    lines, given = ground_lines(path, target)
    assert given
    without = "\n".join(line for line in lines if line not in given)
    assert code in {finding.code for finding in check_shapes(without.encode())}


@pytest.mark.parametrize(("code", "path", "target"), bounded(SH.maxCount))
def test_a_second_value_is_one_too_many(code, path, target):
    lines, [given] = ground_lines(path, target)
    subject, predicate, rest = given.split(" ", 2)
    value, graph, _ = rest.rsplit(" ", 2)
    second = f"{subject} {predicate} {another(value)} {graph} ."
    quads = "\n".join([*lines, second]).encode()
    assert code in {finding.code for finding in check_shapes(quads)}


def test_every_message_of_the_shapes_is_shown_by_an_example():
    """So no constraint can be lost without a test that sees it."""
    shown = {finding.message for file in INVALID for finding in check_shapes(example(file))}
    for message in map(str, SHAPES.objects(None, SH.message)):
        pattern = re.sub(r"\\\{\\\?\w+\\\}", ".+", re.escape(message))
        assert any(re.match(pattern, text) for text in shown), message


@pytest.mark.parametrize("code", CODES)
def test_a_shape_has_a_severity_a_danish_label_and_danish_messages(code):
    shape = URIRef(SHAPE + code)
    assert SHAPES.value(shape, SH.severity) in (SH.Violation, SH.Warning, SH.Info)
    checks = [*SHAPES.objects(shape, SH.property), *SHAPES.objects(shape, SH.sparql)]
    own = [shape] if (shape, SH["not"] | SH["or"], None) in SHAPES else []
    texts = [SHAPES.value(shape, RDFS.label), *(SHAPES.value(x, SH.message) for x in checks + own)]
    assert all(isinstance(text, Literal) and text.language == "da" for text in texts)


def test_rules_find_what_the_reference_implementation_finds():
    """The rules are run once over the graph; pySHACL runs them for every node of the target."""
    quads = example(*(file for file in INVALID if file.stem in RULES))
    triples = [quad.triple for quad in ox.parse(quads, format=ox.RdfFormat.N_QUADS)]
    data = Graph().parse(ONTOLOGY / "concepts.ttl")
    data.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=SHAPES, inplace=True)
    expected = sorted(
        (code, str(report.value(result, SH.focusNode)))
        for code in RULES
        for result in report.subjects(SH.sourceShape, URIRef(SHAPE + code))
    )
    found = [(finding.code, finding.focus) for finding in check_shapes(quads)]
    assert sorted(pair for pair in found if pair[0] in RULES) == expected
    assert {code for code, _ in expected} == set(RULES)


def test_findings_do_not_depend_on_the_order_of_the_quads():
    lines = example(*INVALID).splitlines(keepends=True)
    random.shuffle(lines)
    shuffled = check_shapes(b"".join(lines))
    assert shuffled == check_shapes(example(*INVALID))
    assert list(shuffled) == sorted(shuffled)


def test_keys_are_unique():
    """Also where somebody has two names, which would show every rule twice."""
    keys = [finding.key for finding in check_shapes(example(*INVALID))]
    assert len(keys) == len(set(keys))


def test_a_key_changes_with_the_offending_value():
    [before] = check_shapes(with_tenure(KKRC.approved))
    [after] = check_shapes(with_tenure(KKRC.rejected))
    assert (before.code, before.focus) == (after.code, after.focus)
    assert before.key != after.key


def test_a_key_stays_when_something_else_changes():
    elsewhere = f'; <{KKR.legalBasis}> "lov"@da'
    [before] = check_shapes(with_tenure(KKRC.approved))
    [after] = check_shapes(with_tenure(KKRC.approved, elsewhere))
    assert before == after


def test_a_structural_finding_names_the_person_and_the_body():
    [finding] = check_shapes(with_tenure(KKRC.approved))
    assert finding.severity is Severity.VIOLATION
    assert finding.message.endswith("Det gælder Bo Lund, Østtrafik.")


def test_a_finding_about_a_passage_names_its_document():
    findings = check_shapes(example(EXAMPLES / "invalid" / "evidence-incomplete.trig"))
    assert all(finding.message.endswith("Det gælder referat.txt.") for finding in findings)


def test_a_rule_says_dates_as_danes_write_them():
    [finding] = check_shapes(example(EXAMPLES / "invalid" / "overlapping-tenures.trig"))
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "Anna Holm er medlem i Østtrafik i to perioder, der overlapper: "
        "10.06.2024 – åben og 20.01.2022 – 10.06.2024."
    )


@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        (ORG.role, "roles"),
        (KKR.endStatus, "end-statuses"),
        (KKR.attendanceStatus, "attendance"),
        (KKR.outcome, "outcomes"),
        (KKR.statementKind, "statement-kinds"),
        (KKR.electionForm, "election-forms"),
        (KKR.clock, "clocks"),
        (KKR.documentKind, "document-kinds"),
    ],
)
def test_a_property_allows_all_concepts_of_its_scheme_and_no_others(path, scheme):
    members = set(CONCEPTS.subjects(RDF.type)) & set(
        CONCEPTS.subjects(IN_SCHEME, URIRef(PREFIXES["kkrc"] + scheme))
    )
    lists = [
        set(Collection(SHAPES, allowed))
        for shape in SHAPES.subjects(SH.path, URIRef(path))
        for allowed in SHAPES.objects(shape, SH["in"])
    ]
    assert lists
    assert all(allowed == members for allowed in lists)


def test_the_type_of_every_date_is_checked():
    ours = VOCABULARY.subjects(URIRef(PREFIXES["schema"] + "rangeIncludes"), URIRef(XSD.date))
    stated = {URIRef(PREFIXES["schema"] + name) for name in ("startDate", "endDate")}
    shape = URIRef(SHAPE + "date-datatype")
    dates = set(ours) | stated | {URIRef(PREFIXES["dcterms"] + "date")}
    assert set(SHAPES.objects(shape, SH.targetSubjectsOf)) == dates
    checks = list(SHAPES.objects(shape, SH.property))
    assert {SHAPES.value(check, SH.path) for check in checks} == dates
    assert {SHAPES.value(check, SH.datatype) for check in checks} == {URIRef(XSD.date)}


def test_no_property_may_point_at_nothing():
    """Those whose values are concepts are held to their scheme instead."""
    links = {
        link
        for link in VOCABULARY.subjects(
            RDF.type, URIRef("http://www.w3.org/2002/07/owl#ObjectProperty")
        )
        if VOCABULARY.value(link, URIRef(PREFIXES["schema"] + "rangeIncludes"))
        != URIRef(PREFIXES["skos"] + "Concept")
    }
    checked = set(SHAPES.objects(URIRef(SHAPE + "dangling-reference"), SH.targetObjectsOf))
    assert {link for link in checked if str(link).startswith(PREFIXES["kkr"])} == links


def chairs(one, other):
    """The codes of what is wrong where Anna Holm and Bo Lund are chairs of one forum: the day of the
    first to the last, the end status, and what else is said of each."""
    base = "https://data.example.org/kkr/id"
    lines = [line for line in example().splitlines() if b"/tenure/bo-lund>" not in line]
    for name, (begins, seen, status, *more) in (("anna-holm", one), ("bo-lund", other)):
        through = seen if status == KKRC.ended else "9999-12-31"
        turtle = f"""<{base}/tenure/{name}-x> a <{KKR.Tenure}> ;
            <{ORG.member}> <{base}/person/{name}> ; <{ORG.organization}> <{base}/forum/oesttrafik> ;
            <{ORG.role}> <{KKRC.chair}> ; <{KKR.endStatus}> <{status}> ;
            <{KKR.from_}> "{begins}"^^<{XSD.date}> ; <{KKR.through}> "{through}"^^<{XSD.date}> ;
            <{KKR.lastSeen}> "{seen}"^^<{XSD.date}> ; {"".join(f"<{p}> <{base}/{o}> ;" for p, o in more)}
            <{PREFIXES["prov"]}wasDerivedFrom> <{base}/evidence/a1> ."""
        quads = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
        lines.append(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    return {finding.code for finding in check_shapes(b"\n".join(lines))} & {"two-chairs"}


SEEN, ENDED = KKRC.end_unknown, KKRC.ended
CHOSEN = (KKR.decidedIn, "meeting/oestlandet/2024-06-10/item/1/decision")
AFTER_ANNA = (KKR.replacesPerson, "person/anna-holm")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (("2024-01-01", "2024-06-10", SEEN), ("2024-06-10", "2024-06-10", SEEN), True),
        (("2024-01-01", "2024-06-10", ENDED), ("2024-06-10", "2024-06-10", SEEN), False),
        (("2024-01-01", "2024-06-11", ENDED), ("2024-06-10", "2024-06-10", SEEN), True),
        (("2024-06-10", "2024-06-10", SEEN), ("2024-06-10", "2024-06-10", SEEN, CHOSEN), False),
        (("2024-06-10", "2024-06-10", SEEN, CHOSEN), ("2024-06-10", "2024-06-10", SEEN, CHOSEN), True),
        (("2024-01-01", "2024-06-10", SEEN, CHOSEN), ("2024-06-10", "2024-06-10", SEEN, CHOSEN), False),
        (("2024-01-01", "2024-06-10", SEEN), ("2024-06-10", "2024-06-10", SEEN, AFTER_ANNA), False),
        (("2024-01-01", "2024-08-10", SEEN), ("2024-06-10", "2024-06-10", SEEN, AFTER_ANNA), True),
    ],
    ids=["seen-both", "ends-that-day", "ends-later", "chosen-under-the-other", "both-chosen",
         "the-one-chosen-before", "takes-over", "seen-again-after"],
)  # fmt: skip
def test_a_hand_over_is_not_two_chairs_at_a_time(one, other, told):
    assert bool(chairs(one, other)) == told
