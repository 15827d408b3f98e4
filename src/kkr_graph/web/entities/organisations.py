"""The pages of bodies, municipalities and parties: who sits there, who comes from there."""

from datetime import date

from kkr_graph.model.names import danish_sort_key
from kkr_graph.vocab import ADMS, KKR, ORG, SKOS
from kkr_graph.web.addresses import BODY_NAMES, with_query
from kkr_graph.web.entities.attendance import headcounts, percent
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.entities.findings import body_findings
from kkr_graph.web.entities.mentions import days_section, rules_section
from kkr_graph.web.entities.seen import seen_at, seen_for, seen_section
from kkr_graph.web.entities.statements import statements_section
from kkr_graph.web.entities.tenures import Tenures, is_held
from kkr_graph.web.entities.vacant import vacant_section
from kkr_graph.web.reading import Node, written
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, EntityPage, Line, Piece, Section, plain, table
from kkr_graph.web.wording import capitalised, counted, day, term_label, whole, written_day

_MEETINGS_SHOWN = 50


def body_page(site: Site, node: Node, when: date, opened: str = "") -> EntityPage:
    """A forum, a contact council or a municipal council."""
    seen = tuple(each for each in seen_at(site, node.iri) if each.first <= when)
    tenures = Tenures(
        site=site,
        nodes=site.nodes.pointing(ORG.organization, node.iri),
        without="Forum",
        page=node.iri,
        opened=opened,
    )
    held, *others = tenures.sections(when)
    return _organisation(
        site,
        node,
        held,
        vacant_section(site, node.iri, when),
        *others,
        seen_section(site, seen, without="Forum", question={"forum": node.iri}),
        _sent(site, node, when, opened),
        _meetings(site, node),
        statements_section(
            site, site.nodes.subjects(KKR.onBehalfOf, node.iri), without=("På vegne af",)
        ),
        _seats(site, node),
        rules_section(site, site.nodes.pointing(KKR.inBody, node.iri, KKR.SeatRule).values()),
        days_section(site, site.nodes.pointing(KKR.aboutBody, node.iri).values()),
        body_findings(site, node.iri),
    )


def municipality_page(site: Site, node: Node, when: date, opened: str = "") -> EntityPage:
    """A municipality: where its people sit."""
    tenures = Tenures(
        site=site,
        nodes=site.nodes.pointing(KKR.fromMunicipality, node.iri),
        without="Kommune",
        page=node.iri,
        opened=opened,
    )
    seen = seen_for(site, KKR.represents, node.iri)
    listed = seen_section(site, seen, without="Kommune", question={"municipality": node.iri})
    return _organisation(site, node, *tenures.sections(when), listed)


def party_page(site: Site, node: Node, when: date, opened: str = "") -> EntityPage:
    """A party or a local list: where its people sit."""
    held = site.nodes.pointing(KKR.politicalAffiliation, node.iri, KKR.Tenure, KKR.Hypothesis)
    tenures = Tenures(site=site, nodes=held, without="Parti", page=node.iri, opened=opened)
    seen = seen_for(site, KKR.politicalAffiliation, node.iri)
    listed = seen_section(site, seen, without="Parti", question={"party": node.iri})
    return _organisation(site, node, *tenures.sections(when), listed)


def _organisation(site: Site, node: Node, *sections: Section) -> EntityPage:
    return EntityPage(
        iri=node.iri,
        kind=capitalised(_kind(node)),
        title=_title(node),
        facts=tuple(_facts(site, node)),
        sections=sections,
        dated=True,
        network=site.addresses.network(node.iri),
        corrections=_corrections(node),
    )


def _title(node: Node) -> str:
    """Its name; a municipality's in full, since some names are half of one: ``Vesthimmerlands Kommune``."""
    name = node.first(SKOS.prefLabel) or "uden navn"
    return f"{name} Kommune" if node.is_a(KKR.Municipality) else name


def _corrections(node: Node) -> tuple[Piece, ...]:
    """Bodies are called many things; what a municipality or a party is called the law says."""
    if not node.is_a(KKR.ContactCouncil, KKR.Forum):
        return ()
    return (Piece("Andre navne", with_query(BODY_NAMES, organ=node.iri.rpartition("/")[2])),)


def _kind(node: Node) -> str:
    for iri in (
        KKR.ContactCouncil, KKR.MunicipalCouncil, KKR.Municipality, KKR.ElectoralList, KKR.Party,
        KKR.Forum,
    ):  # fmt: skip
        if node.is_a(iri):
            return term_label(iri)
    return "organ"


def _facts(site: Site, node: Node) -> list[tuple[str, Cell]]:
    numbers = site.nodes.describe(node.all(ADMS.identifier)).values()
    around = _around(site, node)
    cells = Cells(site, [node], *(iri for iris in around.values() for iri in iris))
    own_name = node.first(SKOS.prefLabel)
    others = sorted(set(node.all(SKOS.altLabel)) - {own_name}, key=danish_sort_key)
    facts: list[tuple[str, Cell]] = [
        ("Også kaldt", plain(", ".join(others))),
        ("Listebogstav", plain(node.first(KKR.listLetter))),
        ("Art", cells.things(node.all(ORG.classification))),
        ("Formål", plain("; ".join(_told(site, node, KKR.purpose)))),
        (
            "Hjemmel",
            plain("; ".join((*node.all(KKR.legalBasis), *_told(site, node, KKR.legalBasis)))),
        ),
        ("Kommunekode", plain(", ".join(number.first(SKOS.notation) for number in numbers))),
        ("Kommune", cells.things((*node.all(ORG.unitOf), *node.all(KKR.inMunicipality)))),
        ("Hører til", cells.things(node.all(KKR.servesCouncil))),
        ("Se også", _numbers(node)),
        *((heading, cells.things(iris)) for heading, iris in around.items()),
    ]
    return [(heading, cell) for heading, cell in facts if cell]


def _numbers(node: Node) -> Cell:
    """The way to the figures about a body."""
    if not node.is_a(KKR.ContactCouncil, KKR.Forum, KKR.MunicipalCouncil):
        return EMPTY
    return (Piece("Tal og figurer", with_query("/tal", forum=node.iri)),)


def _told(site: Site, node: Node, what: str) -> list[str]:
    """What appointment lists say of a forum, each thing once."""
    lists = site.nodes.pointing(KKR.inBody, node.iri, KKR.ForumDescription).values()
    return sorted({said for each in lists for said in each.all(what)}, key=danish_sort_key)


def _around(site: Site, node: Node) -> dict[str, tuple[str, ...]]:
    """What points at a municipality or a contact council."""
    found: dict[str, tuple[str, ...]] = {}
    if node.is_a(KKR.Municipality):
        found["KKR"] = tuple(site.nodes.subjects(KKR.coversMunicipality, node.iri))
        found["Kommunalbestyrelse"] = tuple(site.nodes.subjects(ORG.unitOf, node.iri))
        found["Lokallister"] = tuple(site.nodes.subjects(KKR.inMunicipality, node.iri))
    if node.is_a(KKR.ContactCouncil):
        found["Kommuner"] = node.all(KKR.coversMunicipality)
        found["Fora i området"] = tuple(site.nodes.subjects(KKR.servesCouncil, node.iri))
    return found


def _sent(site: Site, node: Node, when: date, opened: str) -> Section:
    """Whom the body has sitting elsewhere."""
    sent = site.nodes.pointing(KKR.represents, node.iri, KKR.Tenure)
    held = {iri: each for iri, each in sent.items() if is_held(each, when)}
    heading = f"Sidder andre steder på vegne af {node.first(SKOS.prefLabel)} pr. {day(when)}"
    tenures = Tenures(site=site, nodes=held, without="På vegne af", page=node.iri, opened=opened)
    return tenures.section("udsendte", heading, when)


def _meeting_days(site: Site, node: Node, kind: str) -> dict[str, str]:
    """The days of the body's meetings of a class, by the meetings' IRIs."""
    rows = site.graph.select(
        f"SELECT DISTINCT ?meeting ?day WHERE {{ ?meeting a {written(kind)} ; "
        f"kkr:heldBy {written(node.iri)} ; kkr:meetingDate ?day }}"
    ).rows
    return {row["meeting"].value: row["day"].value for row in rows}


def _meetings(site: Site, node: Node) -> Section:
    """Those with minutes, and the constituent meetings of the registry that have none."""
    recorded = _meeting_days(site, node, KKR.Meeting)
    constituent = _meeting_days(site, node, KKR.ConstituentMeeting)
    days = {iri: held for iri, held in constituent.items() if held not in recorded.values()}
    order = sorted(((held, iri) for iri, held in (recorded | days).items()), reverse=True)
    shown = order[:_MEETINGS_SHOWN]
    counts = headcounts(site, node.iri)
    cells = Cells(site, (), *(iri for _, iri in shown))
    lines = []
    for held, iri in shown:
        present, of = counts.get(iri, (0, 0))
        constituted = iri in recorded and held in constituent.values()
        lines.append(Line(cells=(
            plain(written_day(held)),
            (*cells.thing(iri), *plain(", konstituerende møde" if constituted else "")),
            plain(str(present) if of else ""),
            plain(str(of - present) if of else ""),
            plain(f"{percent(present, of)} %" if of else ""),
        )))  # fmt: skip
    heading = "Møder"
    total = counted(len(order), "møde", "møder")
    path = with_query("/spoergsmaal/meetings", forum=node.iri)
    present, of = (sum(pair[at] for pair in counts.values()) for at in (0, 1))
    return Section(
        id="moeder",
        heading=heading,
        note=f"Fremmødet er {percent(present, of)} % over {counted(len(counts), 'møde', 'møder')} med "
        f"deltagerliste: {whole(present)} til stede af {whole(of)} navne."
        if of
        else "",
        total=len(order),
        table=table(heading, ("Dato", "Møde", "Til stede", "Afbud", "Fremmøde"), lines),
        more=Piece(f"De seneste {_MEETINGS_SHOWN} er vist. Se alle {total}", path)
        if len(order) > _MEETINGS_SHOWN
        else None,
    )


def _seats(site: Site, node: Node) -> Section:
    groups = site.nodes.pointing(KKR.inBody, node.iri, KKR.SeatGroup).values()
    cells = Cells(site, groups)
    heading = "Pladser"
    headings = ("Periode", "Antal", "Rolle", "Udpeges af", "Indstilles af", "Krav", "Hjemmel")
    lines = [
        Line(cells=(
            cells.thing(each.iri, cells.label(each.first(KKR.duringTerm))),
            plain(each.first(KKR.numberOfSeats)),
            cells.things(each.all(ORG.role)),
            cells.things(each.all(KKR.appointingBody)),
            cells.things(each.all(KKR.nominatingBody)),
            plain("; ".join(each.all(KKR.eligibility))),
            plain("; ".join(each.all(KKR.legalBasis))),
        ))
        for each in sorted(groups, key=lambda each: danish_sort_key(cells.label(each.iri)))
    ]  # fmt: skip
    return Section(
        id="pladser",
        heading=heading,
        note="Fra registret: hvor mange pladser der er, og hvem der udpeger.",
        table=table(heading, headings, lines),
    )
