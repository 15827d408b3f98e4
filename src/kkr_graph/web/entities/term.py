"""The page of an electoral term: its seats, its constituent meetings, and what happened in it."""

from collections.abc import Iterator
from datetime import date

from kkr_graph.model.names import danish_sort_key
from kkr_graph.vocab import KKR, KKRC, ORG, SKOS
from kkr_graph.web.addresses import with_query
from kkr_graph.web.entities.cells import Cells, day_cell
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import Cell, EntityPage, Line, Piece, Section, listed, plain, table
from kkr_graph.web.wording import whole

_MEETINGS = (
    "SELECT ?body (COUNT(DISTINCT ?meeting) AS ?n) WHERE {{ ?meeting a kkr:Meeting ; kkr:heldBy ?body ; "
    "kkr:meetingDate ?day . FILTER({days}) }} GROUP BY ?body"
)
_POSTS = (
    "SELECT ?body (COUNT(DISTINCT ?post) AS ?n) WHERE {{ ?post a kkr:Tenure ; org:organization ?body ; "
    "kkr:from ?from ; kkr:lastSeen ?seen . FILTER({days}) }} GROUP BY ?body"
)


def term_page(site: Site, node: Node, _: date) -> EntityPage:
    """A term by one of the two clocks."""
    return EntityPage(
        iri=node.iri,
        kind="Valgperiode",
        title=node.first(SKOS.prefLabel) or "uden navn",
        facts=tuple(_facts(site, node)),
        sections=(
            _constituent(site, node),
            _seats(site, node),
            _counted(site, node, "poster", "Poster i perioden"),
            _counted(site, node, "moeder", "Møder i perioden"),
        ),
        steps=tuple(_steps(site, node)),
    )


def _facts(site: Site, node: Node) -> Iterator[tuple[str, Cell]]:
    cells = Cells(site, [node])
    yield "Fra og med", day_cell(node.day(KKR.from_))
    yield "Til og med", day_cell(node.day(KKR.through))
    yield "Perioderække", cells.things(node.all(KKR.clock))
    label = node.first(SKOS.prefLabel)
    pages = [(Piece("Udpegningsoversigt", with_query("/oversigt", periode=label)),)]
    if node.first(KKR.clock) == KKRC.kkr_clock:
        pages.append((Piece("Pladser og mangler", with_query("/konstituering", periode=label)),))
    yield "Se også", listed(pages)


def _steps(site: Site, node: Node) -> Iterator[Piece]:
    """To the terms before and after by the same clock."""
    clock = node.first(KKR.clock)
    if not clock:
        return
    same = site.nodes.pointing(KKR.clock, clock, KKR.ElectoralTerm)
    order = sorted(same.values(), key=lambda each: (each.first(KKR.from_), each.iri))
    here = [each.iri for each in order].index(node.iri)
    for arrow, at in (("← ", here - 1), ("→ ", here + 1)):
        if 0 <= at < len(order):
            label = order[at].first(SKOS.prefLabel)
            yield Piece(f"{arrow}{label}", site.addresses.path(order[at].iri))


def _constituent(site: Site, node: Node) -> Section:
    meetings = site.nodes.pointing(KKR.duringTerm, node.iri, KKR.ConstituentMeeting).values()
    cells = Cells(site, meetings)
    heading = "Konstituerende møder"
    lines = [
        Line(cells=(day_cell(each.day(KKR.meetingDate)), cells.things(each.all(KKR.heldBy))))
        for each in sorted(meetings, key=lambda each: (each.first(KKR.meetingDate), each.iri))
    ]
    return Section(
        id="konstituerende", heading=heading, table=table(heading, ("Dato", "KKR"), lines)
    )


def _seats(site: Site, node: Node) -> Section:
    """The seats by body, with who fills them."""
    groups = site.nodes.pointing(KKR.duringTerm, node.iri, KKR.SeatGroup).values()
    cells = Cells(site, groups)
    by_body: dict[str, list[Node]] = {}
    for each in groups:
        by_body.setdefault(each.first(KKR.inBody), []).append(each)
    heading = "Pladser efter forum"
    lines = []
    for body in sorted(by_body, key=lambda iri: danish_sort_key(cells.label(iri))):
        of = by_body[body]
        roles = {iri for each in of for iri in each.all(ORG.role)}
        fillers = {
            iri
            for each in of
            for iri in (*each.all(KKR.appointingBody), *each.all(KKR.nominatingBody))
        }
        lines.append(Line(cells=(
            cells.thing(body),
            plain(whole(sum(each.number(KKR.numberOfSeats) for each in of))),
            cells.things(roles),
            cells.things(fillers),
        )))  # fmt: skip
    headings = ("Forum", "Pladser", "Roller", "Indstilles eller udpeges af")
    return Section(
        id="pladser",
        heading=heading,
        note="Fra registret.",
        table=table(heading, headings, lines),
    )


def _counted(site: Site, node: Node, anchor: str, heading: str) -> Section:
    """How many meetings or posts each body has in the term."""
    first, last = node.first(KKR.from_), node.first(KKR.through)
    if not first or not last:
        return Section(id=anchor, heading=heading)
    start, end = (f'"{day}"^^xsd:date' for day in (first, last))
    if anchor == "moeder":
        sparql = _MEETINGS.format(days=f"?day >= {start} && ?day <= {end}")
    else:
        sparql = _POSTS.format(days=f"?from <= {end} && ?seen >= {start}")
    rows = [row for row in site.graph.select(sparql).rows if "body" in row]
    cells = Cells(site, (), *(row["body"].value for row in rows))
    order = sorted(rows, key=lambda row: danish_sort_key(cells.label(row["body"].value)))
    name = "Møder" if anchor == "moeder" else "Poster"
    lines = [
        Line(cells=(
            cells.thing(row["body"].value),
            _number(row["body"].value, int(row["n"].value), first, last, anchor),
        ))
        for row in order
    ]  # fmt: skip
    return Section(
        id=anchor,
        heading=heading,
        total=sum(int(row["n"].value) for row in rows),
        table=table(heading, ("Forum", name), lines),
    )


def _number(body: str, number: int, first: str, last: str, anchor: str) -> Cell:
    """The count, with the way to what was counted where a question lists it."""
    if anchor != "moeder":
        return plain(whole(number))
    path = with_query("/spoergsmaal/meetings", forum=body, since=first, until=last)
    return (Piece(whole(number), path),)
