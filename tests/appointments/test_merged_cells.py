"""What a cell says that was merged downwards holds for every row that it spans."""

import pytest

from tests.appointments.seats import seats
from tests.sources.test_rows import cell, table
from tests.sources.test_xlsx import as_bytes, book
from tests.sources.word import paragraph, word

TITLES = ["Forum", "Navn", "Udpeget af", "Periode"]
PERIOD = "1. januar 2026 - 31. december 2029"
ROWS = [
    ["Havnerådet", "Anna Holm (A)", "KKR Nordjylland", PERIOD],
    ["", "Bo Lund (V)", "", ""],
    ["", "Eva Skov (B)", "Region Nordjylland", ""],
    ["Teatret", "Ida Krag (C)", "", ""],
]
SEATS = [
    "Anna Holm, member, by KKR Nordjylland, 2026-01-01/2029-12-31: Havnerådet",
    "Bo Lund, member, by KKR Nordjylland, 2026-01-01/2029-12-31: Havnerådet",
    "Eva Skov, member, by Region Nordjylland, 2026-01-01/2029-12-31: Havnerådet",
    "Ida Krag, member: Teatret",
]


def workbook():
    made = book(("Udpegninger", [TITLES, *ROWS]))
    for merged in ("A2:A4", "C2:C3", "D2:D4"):
        made["Udpegninger"].merge_cells(merged)
    return as_bytes(made)


def page():
    first, second, third, last = ROWS
    rows = [
        "".join(f"<th>{each}</th>" for each in TITLES),
        f'<td rowspan="3">{first[0]}</td><td>{first[1]}</td><td rowspan="2">{first[2]}</td>'
        f'<td rowspan="3">{first[3]}</td>',
        f"<td>{second[1]}</td>",
        f"<td>{third[1]}</td><td>{third[2]}</td>",
        f"<td>{last[0]}</td><td>{last[1]}</td><td></td><td></td>",
    ]
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<html><body><p>Udpegninger</p><table>{body}</table></body></html>".encode()


def document():
    begin, on = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>"
    first, second, third, last = ROWS
    rows = [
        "".join(map(cell, TITLES)),
        cell(first[0], begin) + cell(first[1]) + cell(first[2], begin) + cell(first[3], begin),
        cell("", on) + cell(second[1]) + cell("", on) + cell("", on),
        cell("", on) + cell(third[1]) + cell(third[2]) + cell("", on),
        cell(last[0]) + cell(last[1]) + cell("") + cell(""),
    ]
    return word(paragraph("Udpegninger") + table(*rows))


@pytest.mark.parametrize("content", [workbook, page, document])
def test_it_holds_for_every_row_that_it_spans(content, read):
    assert seats(read(content())) == SEATS


@pytest.mark.parametrize("content", [workbook, page, document])
def test_it_is_written_once(content, read):
    told = [one.passage.quote for one in read(content()).appointments]
    assert sum(PERIOD.split(" - ")[0] in quote for quote in told) == 1
