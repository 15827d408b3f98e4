"""The history of some posts as a picture; the tables beside it say the same."""

from collections.abc import Iterable, Sequence
from datetime import date

from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.tenure import FOREVER
from kkr_graph.vocab import KKR, KKRC, ORG, SCHEMA
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.pictures.timeline import Band, Stretch, to_timeline
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import Section

_MOST = 30  # bars that a person takes in
_TERMS = (
    "SELECT DISTINCT ?name ?first ?last WHERE { ?term a kkr:ElectoralTerm ; kkr:clock kkrc:kkr-clock ; "
    "skos:prefLabel ?name ; kkr:from ?first ; kkr:through ?last }"
)


def history_section(
    site: Site, tenures: Iterable[tuple[Node, str]], cells: Cells, when: date, *, without: str
) -> Section:
    """The picture, of those that hold on the day and then of the latest where there are many.

    Args:
        site: the graph.
        tenures: each with what to call it where it is not certain.
        cells: what the page calls things.
        when: the day that the page is about.
        without: the heading of the column that the page itself says.
    """
    dated = [each for each in tenures if each[0].day(KKR.from_)]
    nearest = sorted(dated, key=lambda each: _nearness(each[0], when), reverse=True)[:_MOST]
    stretches = [_stretch(node, _name(node, cells, without), doubt) for node, doubt in nearest]
    stretches.sort(key=lambda each: (each.first, danish_sort_key(each.name)))
    cut = f"De {_MOST} nyeste er tegnet; tabellerne har alle. " if len(dated) > _MOST else ""
    return Section(
        id="tidslinje",
        heading="Tidslinje",
        note=f"{cut}Det samme står i tabellerne på siden. Skraveret: ingen ved, om posten var besat.",
        picture=to_timeline(stretches, bands(site), when, site.data_through or when)
        if stretches
        else None,
    )


def bands(site: Site) -> Sequence[Band]:
    """The contact councils' terms, the first first."""
    rows = site.kept("terms", lambda: site.graph.select(_TERMS).rows)
    found = {
        Band(
            row["name"].value,
            date.fromisoformat(row["first"].value),
            date.fromisoformat(row["last"].value),
        )
        for row in rows
    }
    return sorted(found, key=lambda band: (band.first, band.name))


def _nearness(node: Node, when: date) -> tuple[bool, str, str]:
    begins, ends = node.first(KKR.from_), node.first(KKR.through)
    return begins <= when.isoformat() <= (ends or begins), begins, node.iri


def _stretch(node: Node, name: str, doubt: str) -> Stretch:
    first = node.day(KKR.from_)
    assert first is not None
    stated = node.day(SCHEMA.endDate)
    through = node.day(KKR.through)
    if stated is None and through is not None and through != FOREVER:
        stated = through  # somebody else took the place
    return Stretch(
        name=name,
        first=first,
        last=max(first, stated or node.day(KKR.lastSeen) or first),
        begin_is_stated=bool(node.first(SCHEMA.startDate)),
        end_is_stated=stated is not None,
        is_open=node.first(KKR.endStatus) == KKRC.open,
        doubt=doubt,
    )


def _name(node: Node, cells: Cells, without: str) -> str:
    """``Bo Lund, formand``, ``DEB, repræsentant``, or both where the page says neither."""
    person, forum = cells.label(node.first(ORG.member)), cells.label(node.first(ORG.organization))
    role = cells.label(node.first(ORG.role))
    return {"Person": f"{forum}, {role}", "Forum": f"{person}, {role}"}.get(
        without, f"{person}, {role} i {forum}"
    )
