"""The file of what persons have decided about who is who.

Lines are only ever added at its end, and those of an answer are taken away again by its undoing;
every other byte stays as it is, so that a diff shows who decided what and nothing else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from pathlib import Path

from kkr_graph.curation.tables import Row, append_rows, read_rows, remove_rows
from kkr_graph.iri import digest
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
    append_rows(path, COLUMNS, map(_cells, judgements))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody decided in one go, which may be several lines, and is taken back in one go.

    The first lines say what was asked; those of another verdict make it whole.
    """

    id: str
    judgements: tuple[Judgement, ...]

    @property
    def first(self) -> Judgement:
        """The first line: its name, day and reason are those of all."""
        return self.judgements[0]

    @property
    def is_parting(self) -> bool:
        """Whether it parted mentions from a person, and says of all the others that they stay."""
        return self.first.pair != self.first.question

    @property
    def places(self) -> int:
        """How many mentions it was asked about, or one where it was two people."""
        first = self.first
        alike = (first.right, first.verdict)
        return sum((each.right, each.verdict) == alike for each in self.judgements)


def answers_of(judgements: Iterable[Judgement]) -> tuple[Answer, ...]:
    """The answers that the lines are, in the order of the file."""
    groups = groupby(enumerate(judgements), key=lambda each: _answer_key(*each))
    return tuple(_answer(tuple(judgement for _, judgement in lines)) for _, lines in groups)


def _answer_key(number: int, judgement: Judgement) -> tuple[object, ...]:
    """What the lines of one answer share; a line that somebody wrote by hand is one by itself."""
    if not judgement.pair:
        return (number,)
    if judgement.pair != judgement.question:  # it has the verdict of the answer behind it
        return (judgement.pair,)
    return (judgement.pair, judgement.verdict)


def _answer(lines: tuple[Judgement, ...]) -> Answer:
    told = (cell for line in lines for cell in _cells(line))
    return Answer(id=digest(*told)[:10], judgements=lines)


def take_back(path: Path, answer: Answer) -> None:
    """Take the lines of an answer away; every other byte stays.

    Raises:
        RegistryError: A line of the file has a mistake.
    """
    judgements, left = read_judgements(path), list(answer.judgements)
    dropped: set[int] = set()
    for number in reversed(range(len(judgements))):  # of two that are equal, the later
        if judgements[number] in left:
            left.remove(judgements[number])
            dropped.add(number)
    numbers = count(-1)  # the first record is the header line
    remove_rows(path, lambda cells: next(numbers) in dropped)


def fingerprint(judgements: Iterable[Judgement]) -> str:
    """What changes when the judgements do, so that a list knows which it was made with."""
    return digest(*(cell for each in judgements for cell in _cells(each)))[:16]


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
