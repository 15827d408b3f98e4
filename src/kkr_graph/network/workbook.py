"""The table of a network as a workbook: the same bytes for the same network."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from kkr_graph.model.cells import clean_text, fitting_text
from kkr_graph.network import wording
from kkr_graph.network.data import edge_cells
from kkr_graph.network.elements import Edge, Network

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_EDGES = (
    ("Hvem", 28), ("Forbindelse", 22), ("Til", 32), ("Fra", 20), ("Slut", 26),
    ("Sikkert", 12), ("Kilde", 40), ("Citat", 80),
)  # fmt: skip
_NODES = (("Navn", 40), ("Slags", 14))


def to_workbook(network: Network) -> bytes:
    """Edges with source and words on one sheet, names on another."""
    from xlsxwriter import Workbook  # slow to load, and only for this

    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    label = {node.id: node.label for node in network.nodes}
    with Workbook(stream, options) as book:
        book.set_properties(
            {"title": clean_text(network.title), "created": datetime(2000, 1, 1)}  # noqa: DTZ001 - no clock here
        )
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        edges = [_edge_row(edge, label) for edge in network.edges]
        names = [(node.label, wording.ONE[node.kind]) for node in network.nodes]
        for name, columns, rows in (
            ("Forbindelser", _EDGES, edges),
            ("Navne", _NODES, names),
        ):
            sheet = book.add_worksheet(name)
            for at, (heading, width) in enumerate(columns):
                sheet.write_string(0, at, heading, bold)
                sheet.set_column(at, at, width)
            _fill(sheet, rows, wrapped)
            sheet.freeze_panes(1, 1)
            if rows:
                sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    return stream.getvalue()


def _edge_row(edge: Edge, label: dict[str, str]) -> Sequence[str]:
    who, role, whom, begins, ends, source = (cell.text for cell in edge_cells(edge, label))
    certain = "ja" if edge.certain else "formodning"
    quote = edge.proofs[0].quote if edge.proofs else ""
    return (who, role, whom, begins, ends, certain, source, quote)


def _fill(sheet: "Worksheet", rows: Iterable[Sequence[str]], look: "Format") -> None:
    for line, row in enumerate(rows, 1):
        for at, text in enumerate(row):
            sheet.write_string(line, at, fitting_text(text), look)
