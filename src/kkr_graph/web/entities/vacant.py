"""The seats of a body that the newest list about it shows to be nobody's."""

from datetime import date

from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.solutions import Term
from kkr_graph.vocab import XSD
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.site import Site
from kkr_graph.web.view import Line, Look, Piece, Section, plain, table
from kkr_graph.web.wording import written_day

_QUESTION = "vacant-seats"
_HEADINGS = ("Rolle", "Tilstand", "Udpeges af", "Kilde")


def vacant_section(site: Site, body: str, when: date) -> Section:
    """What the list says on the day, each seat with its line."""
    rows = site.rows(
        _QUESTION,
        forum=Term(value=body, is_iri=True),
        date=Term(value=when.isoformat(), datatype=XSD.date),
    )
    cells = Cells(site, (), *(row["role"].value for row in rows))
    proofs = site.nodes.passages(row["evidence"].value for row in rows)
    heading = "Vakante pladser"
    lines = [
        Line(cells=(
            cells.thing(row["role"].value),
            (Piece("ledig", look=Look.STATE, symbol="○"),),
            plain(row["appointing"].value if "appointing" in row else ""),
            (
                *cells.sources([proofs[row["evidence"].value]]),
                Piece(row["quote"].value, look=Look.QUOTE),
            ),
        ))
        for row in sorted(
            rows,
            key=lambda row: (
                danish_sort_key(cells.label(row["role"].value)),
                proofs[row["evidence"].value].start,
            ),
        )
    ]  # fmt: skip
    days = {written_day(row["date"].value) for row in rows if "date" in row}
    listed = ", ".join(f"fra {each}" for each in sorted(days)) or "som er uden dato"
    return Section(
        id="vakante",
        heading=heading,
        note=f"Efter den nyeste udpegningsliste om forummet, {listed}. "
        "Er pladsen besat siden, uden at en nyere liste er indlæst, står den her endnu.",
        table=table(heading, _HEADINGS, lines),
    )
