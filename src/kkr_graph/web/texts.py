"""The text of a source document, with passages marked, where its file is on this machine.

The graph holds quotes with their positions, not whole texts. Only a file of plain text is shown,
where its bytes are those that the graph was built from and the words at every position are those of
the quote: otherwise the page shows the quotes alone.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kkr_graph.web.reading import Proof

MOST_LINES = 4000  # of a text on one page
SURROUNDINGS = 12  # lines before and after a passage
_FOLDERS = ("minutes", "appointments")
_LARGEST = 25 * 1024 * 1024
_LINE_ENDS = re.compile(r"\r\n?|[\v\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x01\x03-\x08\x0e-\x1d\x7f-\x9f]")
_OTHER_FORMATS = (b"PK", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class TextLine:
    """A numbered line in parts; a part is marked or not."""

    number: int
    parts: tuple[tuple[str, bool], ...]

    @property
    def is_marked(self) -> bool:
        """Whether any of it is."""
        return any(marked for _, marked in self.parts)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return not any(text.strip() for text, _ in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Some of a text's lines. ``total`` counts all of them."""

    lines: tuple[TextLine, ...]
    total: int

    @property
    def first_marked(self) -> int:
        """The number of the first marked line; 0 where none is."""
        return next((line.number for line in self.lines if line.is_marked), 0)


class Texts:
    """The documents below a data folder."""

    def __init__(self, data: Path | None) -> None:
        self._data = data

    def find(self, name: str, sha256: str) -> str | None:
        """The text of the file of that name and content; None where it is not here."""
        for file in self._files(name):
            try:
                content = file.read_bytes() if file.stat().st_size <= _LARGEST else b""
            except OSError:
                continue  # open in another program, or gone: the quote is shown without it
            if hashlib.sha256(content).hexdigest() == sha256:
                return _decode(content)
        return None

    def _files(self, name: str) -> Iterator[Path]:
        if self._data is None:
            return
        root = self._data.resolve()
        for folder in _FOLDERS:
            for file in sorted((root / folder).rglob("*")):
                same = unicodedata.normalize("NFC", file.name) == unicodedata.normalize("NFC", name)
                if same and file.is_file() and file.resolve().is_relative_to(root):
                    yield file


def _decode(content: bytes) -> str | None:
    """The text; None for a format that is not plain text."""
    if content.startswith(_OTHER_FORMATS):
        return None
    encodings = [of for mark, of in _MARKS.items() if content.startswith(mark)]
    for encoding in encodings or ("utf-8", "cp1252"):
        try:
            text = _LINE_ENDS.sub("\n", content.decode(encoding).removeprefix("\ufeff"))
        except UnicodeDecodeError:
            continue
        return unicodedata.normalize("NFC", _CONTROLS.sub(" ", text))
    return None


def is_quoted(text: str, proofs: Sequence[Proof]) -> bool:
    """Whether the words at every passage are those of the quote."""
    return all(text[proof.start : proof.end] == proof.quote for proof in proofs)


def excerpt(text: str, proofs: Sequence[Proof], *, whole: bool) -> Excerpt:
    """The text with the passages marked.

    Args:
        text: the document's text.
        proofs: the passages to mark.
        whole: all of the text, and not only the lines around the passages.
    """
    spans = sorted((proof.start, proof.end) for proof in proofs)
    lines = list(_lines(text, spans))
    marked = [line.number for line in lines if line.is_marked]
    margin = SURROUNDINGS
    if whole:
        margin = len(lines) if len(lines) <= MOST_LINES else MOST_LINES // 2
    first = max(min(marked, default=1) - margin, 1)
    last = min(max(marked, default=MOST_LINES) + margin, first + MOST_LINES - 1)
    return Excerpt(lines=tuple(lines[first - 1 : last]), total=len(lines))


def _lines(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[TextLine]:
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        yield TextLine(number, tuple(_parts(line, start, spans)))
        start += len(line) + 1


def _parts(line: str, offset: int, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """The line cut where a mark begins or ends."""
    here = [
        (max(start - offset, 0), min(end - offset, len(line)))
        for start, end in spans
        if start < offset + len(line) and end > offset
    ]
    cuts = sorted({0, len(line), *(at for span in here for at in span)})
    for begin, end in pairwise(cuts):
        yield line[begin:end], any(first <= begin < last for first, last in here)
