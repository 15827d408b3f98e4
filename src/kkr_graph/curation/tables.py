"""The CSV files of the data folder, read strictly: a mistake is an error with its line.

What the program writes in them leaves every other byte as it is, so that a diff shows what was
added and nothing else, and what is taken out again leaves no trace.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from kkr_graph.errors import RegistryError
from kkr_graph.files import replace_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a file, by column."""

    path: Path
    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str | None:
        """The cell; None where it is empty."""
        return self.cells[column] or None

    def required(self, column: str) -> str:
        """The cell, which may not be empty."""
        if not self.cells[column]:
            raise self.mistake(f"kolonnen {column} er tom")
        return self.cells[column]

    def day(self, column: str) -> date | None:
        """The cell as a date such as 2025-10-24; None where it is empty."""
        written = self.cells[column]
        if not written:
            return None
        try:
            day = date.fromisoformat(written)
        except ValueError:
            day = None
        if day is None or day.isoformat() != written:
            raise self.mistake(f"»{written}« i kolonnen {column} er ikke en dato som 2025-10-24")
        return day

    def mistake(self, what: str) -> RegistryError:
        """The error to raise about this line."""
        return RegistryError(
            f"{self.path}, linje {self.line}: {what}.", "Ret linjen i filen, og prøv igen."
        )


def read_rows(path: Path, columns: Sequence[str], *, since: int | None = None) -> Iterator[Row]:
    """The rows below the header line, which must name exactly these columns in this order.

    Args:
        path: The file.
        columns: The columns.
        since: How many columns the file had before the last of them came; such a file is read
            as well, and the cells that it does not have are empty.

    Raises:
        RegistryError: The file is not UTF-8, or a line does not have these columns.
    """
    lines = csv.reader(StringIO(_text(path), newline=""), strict=True)
    try:
        header = next(lines, [])
        if header != list(columns[:since]):
            _check_header(path, header, columns)
        for cells in filter(None, lines):  # a blank line says nothing
            row = Row(path=path, line=lines.line_num, cells=_by_column(columns, cells))
            if len(cells) != len(header):
                raise row.mistake(f"{len(cells)} felter, hvor der skal være {len(header)}")
            yield row
    except csv.Error as error:
        raise RegistryError(
            f"{path}, linje {lines.line_num}: anførselstegnene går ikke op.",
            "Ret linjen i filen, og prøv igen.",
        ) from error


def append_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Add records at the end, all of them or none, as the file writes its lines.

    Args:
        path: The file, which is made with a header line where there is none.
        columns: The columns of the header line.
        rows: The cells of each record; those that an older file has no column for are left out.
    """
    text = path.read_bytes().decode() if path.is_file() else ""
    text = text or f"{','.join(columns)}\n"
    header, *_ = StringIO(text, newline="")
    end = "\r\n" if header.endswith("\r\n") else "\n"
    width = len(next(csv.reader([header])))
    added = StringIO(newline="")
    writer = csv.writer(added, lineterminator=end)
    writer.writerows(row[:width] for row in rows)
    ended = text.endswith(("\n", "\r"))
    told = added.getvalue() if ended else end + added.getvalue().removesuffix(end)
    replace_file(path, f"{text}{told}".encode())


def remove_rows(path: Path, is_dropped: Callable[[Sequence[str]], bool]) -> None:
    """Take records out, with the lines that they stand on, and nothing else."""
    text = path.read_bytes().decode()
    lines = list(StringIO(text, newline=""))
    dropped = {
        number
        for begin, end, cells in records(lines)
        if is_dropped(cells)
        for number in range(begin, end)
    }
    kept = "".join(line for number, line in enumerate(lines) if number not in dropped)
    if not text.endswith(("\n", "\r")):
        kept = kept.removesuffix("\n").removesuffix("\r")
    replace_file(path, kept.encode())


def rewrite_rows(path: Path, change: Callable[[Sequence[str]], Sequence[str]]) -> None:
    """Write those records anew that are changed; every other line stays as it is."""
    text = path.read_bytes().decode()
    lines = list(StringIO(text, newline=""))
    for begin, end, cells in records(lines):
        changed = change(cells)
        if list(changed) != list(cells):
            told = StringIO(newline="")
            csv.writer(told, lineterminator=_line_end(lines[end - 1])).writerow(changed)
            lines[begin:end] = [told.getvalue(), *[""] * (end - begin - 1)]
    replaced = "".join(lines)
    if replaced != text:
        replace_file(path, replaced.encode())


def _line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def records(lines: Sequence[str]) -> Iterator[tuple[int, int, Sequence[str]]]:
    """Where each record begins and ends, and its cells; it may have several lines, a blank one none."""
    begin = 0
    reader = csv.reader(iter(lines), strict=True)
    for cells in reader:
        if cells:
            yield begin, reader.line_num, cells
        begin = reader.line_num


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RegistryError(
            f"{path} er ikke gemt som UTF-8.", "Gem filen som CSV UTF-8, og prøv igen."
        ) from error


def _check_header(path: Path, found: Sequence[str], columns: Sequence[str]) -> None:
    if list(found) != list(columns):
        raise RegistryError(
            f"{path}: første linje skal være »{','.join(columns)}«, men er »{','.join(found)}«.",
            "Kolonnerne skilles af komma. Et regneark gemmer ofte med semikolon i stedet.",
        )


def _by_column(columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    written = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
    return dict.fromkeys(columns, "") | written
