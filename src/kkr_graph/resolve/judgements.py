"""The file of what persons have decided about who is who."""

from pathlib import Path

from kkr_graph.model.identity import Judgement, Verdict
from kkr_graph.resolve.tables import Row, read_rows

COLUMNS = ("left", "right", "verdict", "by", "day", "reason")


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """All judgements, in the order of the file; none where there is no file.

    Raises:
        RegistryError: A line of it has a mistake.
    """
    if not path.is_file():
        return ()
    return tuple(_judgement(row) for row in read_rows(path, COLUMNS))


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
    )


def _verdict(row: Row) -> Verdict:
    written = row.required("verdict")
    try:
        return Verdict(written)
    except ValueError as error:
        raise row.mistake(
            f"»{written}« er ingen vurdering; skriv positive, negative eller unsure"
        ) from error
