"""The lists that a blank cell of the workbook lets people choose from."""

from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from kkr_graph.overview.form import KEY, MUNICIPALITY, PARTY
from kkr_graph.overview.tables import Table

LISTS = "Lister"
_HELP: Mapping[str, dict[str, Any]] = {
    PARTY: {
        "input_title": "Parti",
        "input_message": "Vælg fra listen, eller skriv en lokallistes navn.",
        "error_type": "information",
        "error_title": "Ikke på listen",
        "error_message": "Partiet er ikke et af de landsdækkende. Er det en lokalliste?",
    },
    MUNICIPALITY: {
        "input_title": "Kommune",
        "input_message": "Vælg fra listen; »ingen« for den, der ikke sidder for en kommune.",
        "error_title": "Vælg fra listen",
        "error_message": "Vælg en af KKR's kommuner, eller »ingen«.",
    },
}
_LOCKED = {
    "validate": "custom",
    "value": "=FALSE",
    "error_title": "Må ikke ændres",
    "error_message": "Plads-id viser, hvilken plads rækken gælder. Fortryd, og lad det stå.",
}


def add_choices(
    book: Workbook,
    sheet: Worksheet,
    table: Table[Any],
    header: int,
    lists: Mapping[str, Sequence[str]],
) -> None:
    """Tie the table's columns to their lists, which stand in a sheet of their own."""
    if not table.rows:
        return
    rows = header + 1, header + len(table.rows)
    hidden = book.add_worksheet(LISTS)
    hidden.hide()
    for number, (heading, values) in enumerate(lists.items()):
        hidden.write_string(0, number, heading)
        for at, value in enumerate(values, start=1):
            hidden.write_string(at, number, value)
        name = xl_col_to_name(number)
        source = f"={LISTS}!${name}$2:${name}${len(values) + 1}"
        options = {"validate": "list", "source": source, **_HELP[heading]}
        _validate(sheet, rows, table.place_of(heading), options)
    _validate(sheet, rows, table.place_of(KEY), _LOCKED)


def _validate(
    sheet: Worksheet, rows: tuple[int, int], column: int, options: Mapping[str, Any]
) -> None:
    sheet.data_validation(rows[0], column, rows[1], column, dict(options))
