"""The file of what persons have decided about who is who.

Lines are only ever added at its end, and the last are taken away again by an undoing; every other
byte stays as it is, so that a diff shows who decided what and nothing else.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import takewhile
from pathlib import Path

from kkr_graph.curation.files import replace_file
from kkr_graph.curation.tables import Row, read_rows
from kkr_graph.errors import ConfigError
from kkr_graph.model.identity import Judgement, Verdict

COLUMNS = ("left", "right", "verdict", "by", "day", "reason", "score", "pair")
_SINCE = 6  # files from before judgements had a score end with the reason


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """All judgements, in the order of the file; none where there is no file.

    Raises:
        RegistryError: A line of it has a mistake.
    """
    if not path.is_file():
        return ()
    return tuple(_judgement(row) for row in read_rows(path, COLUMNS, since=_SINCE))


def append_judgements(path: Path, judgements: Sequence[Judgement]) -> None:
    """Add lines at the end, all of them or none.

    Raises:
        RegistryError: The file has a mistake, which would have to be mended first.
    """
    read_judgements(path)
    text = path.read_bytes().decode() if path.is_file() else ""
    text = text or f"{','.join(COLUMNS)}\n"
    header, *_ = StringIO(text, newline="")
    end = "\r\n" if header.endswith("\r\n") else "\n"
    width = len(next(csv.reader([header])))
    added = StringIO(newline="")
    writer = csv.writer(added, lineterminator=end)
    writer.writerows(_cells(judgement)[:width] for judgement in judgements)
    between = "" if text.endswith(("\n", "\r")) else end
    replace_file(path, f"{text}{between}{added.getvalue()}".encode())


def take_back(path: Path) -> tuple[Judgement, ...]:
    """Take the last answer away: the last line, or all lines that one answer wrote.

    Raises:
        ConfigError: There is no judgement.
        RegistryError: A line of the file has a mistake.
    """
    judgements = read_judgements(path)
    if not judgements:
        raise ConfigError(
            f"der er ingen vurderinger i {path}, så der er intet at fortryde",
            "Se listen med: kkr-graph review",
        )
    taken = last_answer(judgements)
    lines = list(StringIO(path.read_bytes().decode(), newline=""))
    begin, end = _lines_of_last(lines, len(taken))
    replace_file(path, "".join((*lines[:begin], *lines[end:])).encode())
    return taken


def last_answer(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The last line, or all the lines at the end that one answer wrote; none of no judgements."""
    if not judgements:
        return ()
    last = judgements[-1]
    if not last.pair:
        return (last,)
    answer = (last.pair, last.verdict)
    same = takewhile(lambda each: (each.pair, each.verdict) == answer, reversed(judgements))
    return tuple(reversed(tuple(same)))


def _lines_of_last(lines: Sequence[str], number: int) -> tuple[int, int]:
    """Where the last records begin and end; a record may have several lines, a blank one none."""
    ends = list(_records(lines))
    return ends[-number][0], ends[-1][1]


def _records(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    begin = 0
    reader = csv.reader(iter(lines), strict=True)
    for cells in reader:
        if cells:
            yield begin, reader.line_num
        begin = reader.line_num


def _cells(judgement: Judgement) -> list[str]:
    values = (getattr(judgement, column) for column in COLUMNS)
    return ["" if value is None else " ".join(str(value).split()) for value in values]


def _judgement(row: Row) -> Judgement:
    left, right = row.required("left"), row.required("right")
    if left == right:
        raise row.mistake(f"»{left}« sammenlignes med sig selv")
    row.required("day")
    day = row.day("day")
    assert day is not None
    return Judgement(
        left=left,
        right=right,
        verdict=_verdict(row),
        by=row.required("by"),
        day=day,
        reason=row.text("reason") or "",
        score=_score(row),
        pair=row.text("pair") or "",
    )


def _verdict(row: Row) -> Verdict:
    written = row.required("verdict")
    try:
        return Verdict(written)
    except ValueError as error:
        raise row.mistake(
            f"»{written}« er ingen vurdering; skriv positive, negative eller unsure"
        ) from error


def _score(row: Row) -> int | None:
    written = row.text("score")
    if written is None:
        return None
    if not (written.isascii() and written.isdigit()):
        raise row.mistake(f"»{written}« i kolonnen score er ikke et helt tal")
    return int(written)
