"""Finding words in the texts of the documents themselves, whether or not they prove anything.

Each text is cut into pieces of some lines, which are indexed as in ``search``: by words and their
beginnings, and by parts of words, with Danish letters spelt out and words at line ends made whole. A text never changes under its
hash, so a document that has come is put in and one that has gone is taken out, and nothing else is
touched. An index that is missing or damaged is made anew by whoever opens it.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from kkr_graph.errors import StoreError
from kkr_graph.model.names import on_one_line, spelt_out
from kkr_graph.store.excerpts import SHORTEST_PART, excerpt, place_of, words_of
from kkr_graph.store.texts import KeptTexts

FILE = "lines.sqlite"
TEXTS = "texts"
_FORM = 2  # of the tables; another number makes every index be made anew
_LONG, _LONGEST = 400, 800  # characters of a piece: what stands together
_WAITS = 30.0  # seconds for somebody else who is changing the index
_KIND = 0xFF  # of an error code of SQLite, whose other bits tell more
_PAGE = re.compile(r"\f")
_INDEXES = ("words", "parts")
_TABLES = f"""
BEGIN IMMEDIATE;
PRAGMA user_version = {_FORM};
CREATE TABLE IF NOT EXISTS document (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS piece (id INTEGER PRIMARY KEY, sha256 TEXT, line INTEGER, text TEXT);
CREATE INDEX IF NOT EXISTS piece_of ON piece (sha256);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, content='', tokenize='unicode61', prefix='2 3');
CREATE VIRTUAL TABLE IF NOT EXISTS parts USING fts5(text, content='', tokenize='trigram');
COMMIT;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineHit:
    """A place in a document where the words stand: the line of the first of them."""

    sha256: str
    line: int
    excerpt: str


class Lines:
    """What can be found in the texts."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._index = index
        self._lock = Lock()

    def find(self, typed: str, *, limit: int) -> tuple[LineHit, ...]:
        """Where all the words, or their beginnings, stand together; then where they are parts of words.

        Args:
            typed: words in any spelling of Danish letters.
            limit: at most so many places.
        """
        words = words_of(typed)
        if not words:
            return ()
        found = dict(self._rows("words", " ".join(f'"{word}"*' for word in words), limit))
        if len(found) < limit and all(len(word) >= SHORTEST_PART for word in words):
            for number, row in self._rows("parts", " ".join(f'"{w}"' for w in words), limit):
                found.setdefault(number, row)
        return tuple(_hit(*row, words) for row in list(found.values())[:limit])

    def close(self) -> None:
        """Close the file."""
        self._index.close()

    def _rows(
        self, table: str, match: str, limit: int
    ) -> Iterator[tuple[int, tuple[str, int, str]]]:
        sql = (
            f"SELECT piece.id, sha256, line, piece.text FROM {table} "  # noqa: S608 - our own names
            f"JOIN piece ON piece.id = {table}.rowid WHERE {table} MATCH ? "
            f"ORDER BY rank, sha256, line LIMIT ?"
        )
        with self._lock:
            rows = self._index.execute(sql, (match, limit)).fetchall()
        for number, *row in rows:
            yield number, tuple(row)


def _hit(sha256: str, line: int, text: str, words: list[str]) -> LineHit:
    before = text[: max(place_of(text, words), 0)]
    return LineHit(sha256=sha256, line=line + before.count("\n"), excerpt=excerpt(text, words))


def open_lines(build: Path) -> Lines:
    """The index of the texts in a build folder, brought up to date if need be."""
    texts = KeptTexts(build / TEXTS)
    try:
        update_lines(texts, build / FILE)
        address = f"{(build / FILE).resolve().as_uri()}?mode=ro"
        return Lines(sqlite3.connect(address, uri=True, check_same_thread=False, timeout=_WAITS))
    except (StoreError, sqlite3.Error):  # a folder that may only be read
        index = sqlite3.connect(":memory:", check_same_thread=False)
        index.executescript(_TABLES)
        _bring_up_to_date(index, texts)
        return Lines(index)


def update_lines(texts: KeptTexts, target: Path) -> None:
    """Put in the texts that have come, and take out those that have gone.

    Raises:
        StoreError: the index cannot be written.
    """
    try:
        _discard_if_foreign(target)
        with closing(sqlite3.connect(target, timeout=_WAITS, isolation_level=None)) as index:
            if not index.execute("PRAGMA user_version").fetchone()[0]:
                index.executescript(_TABLES)
            index.execute(
                "PRAGMA secure_delete = ON"
            )  # what was taken out is not in the file either
            _bring_up_to_date(index, texts)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"Søgeindekset {target} kan ikke skrives: {error}",
            "Se efter, om der er plads på disken og skriveadgang, og kør kkr-graph build igen.",
        ) from error


def _discard_if_foreign(target: Path) -> None:
    """Remove an index that is damaged, or of another form than ours; never one that is being written."""
    if not target.is_file():
        return
    address = f"{target.resolve().as_uri()}?mode=ro"
    try:
        with closing(
            sqlite3.connect(address, uri=True, timeout=_WAITS, isolation_level=None)
        ) as index:
            index.execute("BEGIN")  # form and tables of one moment: somebody may be making them
            [form] = index.execute("PRAGMA user_version").fetchone()
            [[tables]] = index.execute("SELECT count(*) FROM sqlite_master")
            if form == _FORM:
                index.execute("SELECT sha256 FROM document LIMIT 1").fetchone()
            if form == _FORM or not tables:  # somebody has just begun to make it
                return
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & _KIND == sqlite3.SQLITE_BUSY:
            raise
    target.unlink(missing_ok=True)


def _bring_up_to_date(index: sqlite3.Connection, texts: KeptTexts) -> None:
    """Change what has changed."""
    wanted = texts.hashes
    known = {row[0] for row in index.execute("SELECT sha256 FROM document")}
    if wanted == known:
        return
    index.isolation_level = None
    index.execute("BEGIN IMMEDIATE")
    try:
        known = {row[0] for row in index.execute("SELECT sha256 FROM document")}
        for sha256 in sorted(known - wanted):
            _take_out(index, sha256)
        for sha256 in sorted(wanted - known):
            _put_in(index, sha256, texts.get(sha256) or "")
        # an index that is merged holds no word of what was taken out, and is searched sooner
        if known - wanted or len(wanted - known) > len(known):
            for table in _INDEXES:
                index.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608
        index.execute("COMMIT")
    except BaseException:
        index.execute("ROLLBACK")
        raise


def _put_in(index: sqlite3.Connection, sha256: str, text: str) -> None:
    index.execute("INSERT INTO document VALUES (?)", (sha256,))
    for line, piece in _pieces(text):
        values = (sha256, line, piece)
        number = index.execute(
            "INSERT INTO piece (sha256, line, text) VALUES (?, ?, ?)", values
        ).lastrowid
        for table in _INDEXES:
            index.execute(
                f"INSERT INTO {table} (rowid, text) VALUES (?, ?)",  # noqa: S608
                (number, _searched(piece)),
            )


def _take_out(index: sqlite3.Connection, sha256: str) -> None:
    of = "SELECT id, text FROM piece WHERE sha256 = ?"
    for number, piece in index.execute(of, (sha256,)).fetchall():
        for table in _INDEXES:  # which hold no text, and have to be told what stood there
            index.execute(
                f"INSERT INTO {table} ({table}, rowid, text) VALUES ('delete', ?, ?)",  # noqa: S608
                (number, _searched(piece)),
            )
    index.execute("DELETE FROM piece WHERE sha256 = ?", (sha256,))
    index.execute("DELETE FROM document WHERE sha256 = ?", (sha256,))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Pieces of some lines with the number of the first; one ends with a paragraph if it can.

    Between all lines of some documents stands a blank one, so that alone ends no piece.
    """
    start, lines, length = 0, list[str](), 0
    for number, line in enumerate(_PAGE.sub(" ", text).split("\n"), start=1):
        is_blank = not line.strip()
        if lines and (length > _LONGEST - len(line) or (is_blank and length > _LONG)):
            yield start, "\n".join(lines)
            lines, length = [], 0
        if lines or not is_blank:
            start = start if lines else number
            lines.append(line)
            length += len(line) + 1
    if lines:
        yield start, "\n".join(lines)


def _searched(piece: str) -> str:
    """A piece as it is searched: words that a line end split are whole."""
    return spelt_out(on_one_line(piece))
