"""A registry and one small document by hand, and the graph that they make as plain tuples.

``python -m tests.rdf.world`` writes the golden file anew; say in the commit why lines changed.
"""

from array import array
from datetime import date
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from kkr_graph.iri import Minter
from kkr_graph.model.extract import AttendanceStatus, Outcome, Role, StatementKind
from kkr_graph.model.registry import BodyKind, Dated, Region, Registry, SeatGroup, Term
from kkr_graph.model.span import Passage
from kkr_graph.model.tenure import Proof
from kkr_graph.rdf import Description, Positions, Reading, write_nquads
from kkr_graph.resolve.identity import resolve_people
from kkr_graph.vocab import PREFIXES
from tests import factory

BASE = "https://example.org/"
GOLDEN = Path(__file__).parents[1] / "golden" / "small-document.nq"
MINTER = Minter(BASE)
TEXT = """Referat af møde i KKR Nordjylland den 24. oktober 2025
Deltagere
Åse Ærø (A) Aalborg
Bo Lund (V) Thisted
Afbud
Ida Krag (L) Aalborg
1. Udpegning
Det indstilles, at der udpeges en repræsentant.
KKR Nordjylland udpegede Bo Lund til Østforum.
Chefkonsulent Ulla Toft holdt oplæg.
"""
REGISTRY = Registry(
    municipalities=(
        factory.municipality(
            "0851", "Aalborg", regions=(Dated(slug="nordjylland", from_=date(2007, 1, 1)),)
        ),
        factory.municipality("0787", "Thisted", aliases=("Thy",)),
    ),
    regions=(Region(slug="nordjylland", name="Region Nordjylland", from_=date(2007, 1, 1)),),
    parties=(
        factory.party("socialdemokratiet", "A", "Socialdemokratiet", press_letters=("S",)),
        factory.party("venstre", "V", "Venstre"),
    ),
    bodies=(
        factory.body("nordjylland", "KKR Nordjylland", kind=BodyKind.CONTACT_COUNCIL),
        factory.body("nordraadet", "Nordrådet", "NR", area="nordjylland", legal_basis="lov § 1"),
    ),
    terms=(
        Term(
            slug="kkr-2022-2026", clock="kkr", name="KKR 2022-2026",
            from_=date(2022, 1, 28), through=date(2026, 1, 22),
            starts=(Dated(slug="nordjylland", from_=date(2022, 1, 31)),),
        ),
    ),
    seat_groups=(
        SeatGroup(
            slug="nordraadet-2022", body="nordraadet", term="kkr-2022-2026", seats=2,
            role="member", appointing="nordjylland", election_form="majority-election",
            requires_deputy=False, reappointments=1, gender_rule="ligestillingsloven § 9",
            remuneration="intet", meetings_a_year=6, deadline=date(2026, 1, 9),
        ),
    ),
)  # fmt: skip


def at(quote, text=TEXT):
    """Where a quote first stands in the text."""
    start = text.index(quote)
    return Passage(start, start + len(quote), quote)


def minutes(*facts, text=TEXT, **document):
    """Minutes of KKR Nordjylland with these facts."""
    document.setdefault("body_passage", at("KKR Nordjylland", text))
    return factory.extract(*facts, **document)


def attendance(name, *more, **fields):
    return factory.attendance(name, *more, at=TEXT.index(name), **fields)


def item(number="1", title="Udpegning", **fields):
    return factory.item(number, title, **({"passage": at("1. Udpegning")} | fields))


def small_document(name="minutes/2025/referat.txt"):
    """Everything that the graph can say of a meeting, once."""
    appointed = at("KKR Nordjylland udpegede Bo Lund til Østforum.")
    return minutes(
        attendance("Åse Ærø", "A", "Aalborg"),
        attendance("Bo Lund", "V", "Thisted"),
        attendance("Ida Krag", "L", "Aalborg", AttendanceStatus.ABSENT),
        attendance(
            "Ulla Toft", status=AttendanceStatus.GUEST, items=("1",), title="Chefkonsulent"
        ),
        item(
            case="SAG-2025-1", initials=("ab",), attachments=1, outcomes=(Outcome.APPOINTED,),
            recommendation="Der udpeges en repræsentant.",
            recommendation_passage=at("Det indstilles, at der udpeges en repræsentant."),
            decision=appointed.quote, decision_passage=appointed,
        ),
        factory.appointment(
            "Bo Lund", "Østforum", Role.REPRESENTATIVE, passage=appointed, item="1",
            on_behalf_of="KKR Nordjylland",
        ),
        factory.statement(
            "Ulla Toft", "1", kind=StatementKind.PRESENTATION,
            passage=at("Chefkonsulent Ulla Toft holdt oplæg."),
        ),
        factory.date_mention(
            what="møde", body="KKR Nordjylland", item="1", passage=at("den 24. oktober 2025"),
        ),
        factory.seat_rule("Nordrådet", 2, appointed_by="KKR", item="1", passage=at("Afbud")),
        name=name,
        case="SAG-2025-1",
    )  # fmt: skip


def small_tenure(extract):
    return factory.tenure(
        "bo-lund", "Østforum", Role.REPRESENTATIVE,
        represents="KKR Nordjylland", party="V", municipality="Thisted",
        decided_in=((extract.document.sha256, "1"),),
        proofs=(
            Proof(
                sha256=extract.document.sha256,
                passage=at("KKR Nordjylland udpegede Bo Lund til Østforum."),
            ),
        ),
    )  # fmt: skip


def resolve(*extracts):
    return resolve_people(factory.mentions_in(*extracts), (), ())


def description(*extracts, tenures=(), resolution=None, registry=REGISTRY, minter=MINTER):
    positions = Positions(array("L", [0, *(i + 1 for i, c in enumerate(TEXT) if c == "\n")]))
    return Description(
        registry=registry,
        readings=[Reading(extract=extract, positions=positions) for extract in extracts],
        resolution=resolution or resolve(*extracts),
        tenures=tenures,
        minter=minter,
    )


def nquads(*extracts, **parts):
    return write_nquads(description(*extracts, **parts).quads())


class Graph:
    """The quads of a build, with IRIs shortened, to ask simple things."""

    def __init__(self, content):
        quads = list(parse(content, format=RdfFormat.N_QUADS))
        self.types: dict[str, set[str]] = {_short(q.subject): set() for q in quads}
        self.facts = set()
        for quad in quads:
            subject, predicate, value = map(_short, (quad.subject, quad.predicate, quad.object))
            self.facts.add((subject, predicate, value, _short(quad.graph_name)))
            if predicate == "rdf:type":
                self.types[subject].add(value)

    def of(self, subject, predicate):
        """The values of a property, sorted."""
        return sorted({o for s, p, o, _ in self.facts if (s, p) == (subject, predicate)})

    def a(self, type_):
        """The things of a class, sorted."""
        return sorted(s for s, types in self.types.items() if type_ in types)

    def graphs_of(self, subject):
        return {graph for s, _, _, graph in self.facts if s == subject}


def graph(*extracts, **parts):
    return Graph(nquads(*extracts, **parts))


def _short(term):
    value = term.value
    if value.startswith(BASE):
        return value.removeprefix(f"{BASE}id/").removeprefix(BASE)
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace):
            return f"{prefix}:{value.removeprefix(namespace)}"
    return value


def golden():
    """The graph of the small document; the ontology, which is a file already, left out."""
    small = small_document()
    lines = nquads(small, tenures=[small_tenure(small)]).splitlines(keepends=True)
    return b"".join(line for line in lines if not line.endswith(b"/graph/ontology> .\n"))


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_bytes(golden())
