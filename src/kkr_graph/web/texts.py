"""The source documents: their text with passages marked, and the files as they are.

The graph holds quotes with their positions, not whole texts. The build keeps the texts beside it; where
it did not, a file of plain text is read anew, if its bytes are those that the graph was built from. A
text is shown where the words at every position are those of the quote; otherwise the quotes stand alone.
"""

import hashlib
import re
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from kkr_graph.model.contacts import without_contacts
from kkr_graph.store.texts import KeptTexts
from kkr_graph.web.reading import Proof

MOST_LINES = 4000  # of a text on one page
SURROUNDINGS = 12  # lines before and after a passage
_FOLDERS = ("minutes", "appointments")
_LARGEST = 25 * 1024 * 1024
_LINE_ENDS = re.compile(r"\r\n?|[\v\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x01\x03-\x08\x0e-\x1d\x7f-\x9f]")
_PAGE_END = "\f"
_OTHER_FORMATS = (b"PK", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a line; ``evidence`` is the IRI of the passage it is of, ``begins`` where that begins."""

    text: str
    is_marked: bool = False
    evidence: str = ""
    begins: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """A numbered line in parts."""

    number: int
    parts: tuple[Part, ...]
    page: int = 0  # which page begins here; 0 for none

    @property
    def is_marked(self) -> bool:
        """Whether any of it is."""
        return any(part.is_marked for part in self.parts)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return not any(part.text.strip() for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Some of a text's lines. ``total`` counts all of them."""

    lines: tuple[TextLine, ...]
    total: int

    @property
    def first_marked(self) -> int:
        """The number of the first marked line; 0 where none is."""
        return next((line.number for line in self.lines if line.is_marked), 0)


class FileState(StrEnum):
    """Whether the file that the graph was built from is here, as staff are told."""

    HERE = "filen er her"
    ABSENT = "filen ligger ikke i datamappen på denne maskine"
    CHANGED = "filen er ændret, siden grafen blev bygget"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A source document's file; ``content`` only where it is what the graph was built from."""

    state: FileState
    content: bytes = b""


class Texts:
    """The documents below a data folder, and their texts beside the graph."""

    def __init__(self, data: Path | None, kept: KeptTexts | None = None) -> None:
        self._data = data
        self._kept = kept

    def find(self, name: str, sha256: str) -> str | None:
        """The text of the document of that name and content; None where it is not here."""
        kept = self._kept.get(sha256) if self._kept else None
        if kept is not None:
            return kept
        original = self.original(name, sha256)
        return _decode(original.content) if original.state is FileState.HERE else None

    def original(self, name: str, sha256: str) -> Original:
        """The file of that name, if its content is what the graph was built from."""
        state = FileState.ABSENT
        for file in self._files(name):
            try:
                content = file.read_bytes() if file.stat().st_size <= _LARGEST else b""
            except OSError:
                continue  # open in another program, or gone: the quote is shown without it
            if hashlib.sha256(content).hexdigest() == sha256:
                return Original(state=FileState.HERE, content=content)
            state = FileState.CHANGED
        return Original(state=state)

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
        return without_contacts(unicodedata.normalize("NFC", _CONTROLS.sub(" ", text)))
    return None


def is_quoted(text: str, proofs: Sequence[Proof]) -> bool:
    """Whether the words at every passage are those of the quote."""
    return all(text[proof.start : proof.end] == proof.quote for proof in proofs)


def excerpt(
    text: str,
    proofs: Sequence[Proof],
    *,
    whole: bool,
    cited: Sequence[Proof] = (),
    has_pages: bool = False,
) -> Excerpt:
    """The text with the passages marked.

    Args:
        text: the document's text.
        proofs: the passages to mark.
        whole: all of the text, and not only the lines around the passages.
        cited: the passages that lead on to what they prove.
        has_pages: people know the document by its pages, so their numbers are shown.
    """
    spans = sorted((proof.start, proof.end) for proof in proofs)
    lines = list(_lines(text, spans, sorted(cited, key=_position), has_pages=has_pages))
    marked = [line.number for line in lines if line.is_marked]
    margin = SURROUNDINGS
    if whole:
        margin = len(lines) if len(lines) <= MOST_LINES else MOST_LINES // 2
    first = max(min(marked, default=1) - margin, 1)
    last = min(max(marked, default=MOST_LINES) + margin, first + MOST_LINES - 1)
    return Excerpt(lines=tuple(lines[first - 1 : last]), total=len(lines))


def _position(proof: Proof) -> tuple[int, int, str]:
    return proof.start, proof.end, proof.iri


def _lines(
    text: str, spans: Sequence[tuple[int, int]], cited: Sequence[Proof], *, has_pages: bool
) -> Iterator[TextLine]:
    start, page = 0, 1
    begun = has_pages  # a page begins here, or where the line before ended with its end
    waiting, here = deque(cited), list[Proof]()
    for number, line in enumerate(text.split("\n"), start=1):
        turned = line.count(_PAGE_END)
        page += turned
        starts = begun or (has_pages and turned > 0 and bool(line.rpartition(_PAGE_END)[2].strip()))
        while waiting and waiting[0].start < start + len(line):
            here.append(waiting.popleft())
        here = [proof for proof in here if proof.end > start]
        parts = tuple(_parts(line, start, spans, here))
        yield TextLine(number, parts, page if starts else 0)
        begun = has_pages and turned > 0 and not starts
        start += len(line) + 1


def _parts(
    line: str, offset: int, spans: Sequence[tuple[int, int]], cited: Sequence[Proof]
) -> Iterator[Part]:
    """The line cut where a mark or a passage begins or ends."""
    marked = _within(line, offset, spans)
    leading = _within(line, offset, [(proof.start, proof.end) for proof in cited])
    cuts = sorted({0, len(line), *(at for span in (*marked, *leading) for at in span)})
    for begin, end in pairwise(cuts):
        narrowest = min(
            (proof for proof in cited if _covers(proof, offset + begin)),
            key=lambda proof: (proof.end - proof.start, proof.iri),
            default=None,
        )
        yield Part(
            line[begin:end].replace(_PAGE_END, ""),
            is_marked=any(first <= begin < last for first, last in marked),
            evidence=narrowest.iri if narrowest else "",
            begins=narrowest is not None and narrowest.start == offset + begin,
        )


def _covers(proof: Proof, at: int) -> bool:
    return proof.start <= at < proof.end


def _within(line: str, offset: int, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of the spans is on the line, counted from its beginning."""
    return [
        (max(start - offset, 0), min(end - offset, len(line)))
        for start, end in spans
        if start < offset + len(line) and end > offset
    ]
