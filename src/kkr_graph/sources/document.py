"""One document as text: its bytes, the reader that they need, and a text that can be trusted."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from kkr_graph.errors import SourceError
from kkr_graph.model.contacts import without_contacts
from kkr_graph.model.text import Cell, Place, Row, Source
from kkr_graph.sources.formats import find_format, read_format
from kkr_graph.sources.plain import CONTROLS, is_binary, refuse_binary, refuse_damaged
from kkr_graph.sources.transcript import Entry, Transcript

LARGEST = 25 * 1024 * 1024  # bytes; far above any minutes, far below what hurts a small machine

_LINE_ENDS = re.compile(r"\r\n?|[\v\x85\u2028\u2029]")
_MOJIBAKE = re.compile(r"Ã[¦¸¥†˜…©¼¶¤]|â€[™œ“”]|\ufffd")
_DANISH = re.compile(r"[æøåÆØÅ]")


def read_source(path: Path, *, name: str) -> Source:
    """A document as text; ``name`` is how people know it.

    Raises:
        SourceError: The file is missing, empty, too large, damaged, protected, of a format that
            is not read, or its text cannot be decoded with certainty.
    """
    content = _read_bytes(path, name)
    form = find_format(content, name)
    if form.is_simple:
        transcript = read_format(form, content, name)
    else:
        from kkr_graph.sources.child import read_apart  # only where there is something to read

        transcript = read_apart(form, content, name)
    return make_source(transcript, content, name)


def make_source(transcript: Transcript, content: bytes, name: str) -> Source:
    """The source that a reader's transcript of a file is.

    Raises:
        SourceError: The transcript holds no text, or its letters are damaged.
    """
    text, places, rows = _put_together(transcript, name)
    _refuse_unreadable(text, name)
    return Source(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        text=text,
        lines=transcript.lines,
        places=places,
        rows=rows,
    )


def _read_bytes(path: Path, name: str) -> bytes:
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST and path.is_file() else b""
    except FileNotFoundError as error:
        if path.is_symlink():
            raise SourceError(
                f"genvejen {name} fører til en fil, der ikke findes",
                "Læg selve dokumentet i mappen, eller slet genvejen.",
            ) from error
        raise SourceError(f"filen {name} findes ikke", "Se efter, om navnet er rigtigt.") from error
    except OSError as error:
        raise SourceError(
            f"filen {name} kan ikke åbnes ({error.strerror})",
            "Luk filen i andre programmer, og se efter, om du har adgang til den.",
        ) from error
    if not path.is_file():
        raise SourceError(
            f"{name} er en mappe, ikke et dokument",
            "Angiv ét dokument. I datamappen: slet mappen, eller læg dokumentet i stedet for den.",
        )
    if size > LARGEST:
        raise SourceError(
            f"filen {name} fylder {size // 2**20} MB; der læses højst {LARGEST // 2**20} MB",
            "Del dokumentet, eller gem det som ren tekst.",
        )
    if not content:
        raise SourceError(f"filen {name} er tom", "Gem dokumentet igen, eller fjern filen.")
    return content


# --- from decoded characters to a text that can be trusted ----------------------------------


def _put_together(
    transcript: Transcript, name: str
) -> tuple[str, tuple[Place, ...], tuple[Row, ...]]:
    """The text of all entries in NFC, with nobody's number or address, where each place begins, and the rows of its tables."""
    decoded = [
        _LINE_ENDS.sub("\n", entry.text.removeprefix("\ufeff")) for entry in transcript.entries
    ]
    if is_binary("\n".join(decoded)):
        refuse_binary(name)
    parts = [
        without_contacts(unicodedata.normalize("NFC", CONTROLS.sub(" ", part))) for part in decoded
    ]
    places: list[Place] = []
    rows: list[tuple[Entry, list[Cell]]] = []
    start = 0
    for entry, part in zip(transcript.entries, parts, strict=True):
        if part.strip() and entry.place != (places[-1].label if places else ""):
            places.append(Place(start, entry.place))
        cells = list(_cells(entry, part, start))
        if cells and entry.row is not None and rows and rows[-1][0].row == entry.row:
            rows[-1][1].extend(cells)
        elif cells:
            rows.append((entry, cells))
        start += len(part) + 1
    return "\n".join(parts), tuple(places), tuple(_row(entry, cells) for entry, cells in rows)


def _row(entry: Entry, cells: Iterable[Cell]) -> Row:
    table = None if entry.row is None else entry.row[0]
    return Row(cells=tuple(cells), table=table, reached=entry.reached)


def _cells(entry: Entry, text: str, start: int) -> Iterator[Cell]:
    """The cells of an entry whose text stands at ``start``, those that hold any."""
    if entry.row is None and not entry.columns:
        return
    pieces = text.split("\t")
    for number, piece in enumerate(pieces):
        body = piece.strip()
        if body:
            begin = start + len(piece) - len(piece.lstrip())
            column = entry.columns[number] if number < len(entry.columns) else number
            yield Cell(begin, begin + len(body), column)
        start += len(piece) + 1


def _refuse_unreadable(text: str, name: str) -> None:
    if not text.strip():
        raise SourceError(
            f"filen {name} indeholder kun blanke tegn", "Gem dokumentet igen, eller fjern filen."
        )
    if sum(1 for _ in find_mojibake(text)) > len(_DANISH.findall(text)):
        refuse_damaged(name)


def find_mojibake(text: str) -> Iterator[tuple[int, int]]:
    """Where letters were lost between two encodings: ``Ã¸`` for ``ø``, or a replacement sign."""
    return (match.span() for match in _MOJIBAKE.finditer(text))
