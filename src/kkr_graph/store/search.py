"""Finding words: an index of names, titles, decisions and cited passages beside the store.

SQLite's full text index, twice: by words and their beginnings, and by parts of words. Danish
letters are spelt out in both and in what is searched for, so that aarhus finds Århus. The index
names the version of the graph that it was made from; one that is missing or of another version is
made anew.
"""

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import Any

import pyoxigraph as ox

from kkr_graph.errors import StoreError
from kkr_graph.model.difference import Difference
from kkr_graph.model.names import spelt_out
from kkr_graph.store.canonical import digest_of
from kkr_graph.store.excerpts import SHORTEST_PART, excerpt, words_of
from kkr_graph.store.searchable import (
    LINKS,
    STEPS,
    TOLD,
    Entry,
    Kind,
    SortedThings,
    Thing,
    entry_of,
)

FILE = "search.sqlite"
MOST_SHOWN = 50
_FORM = 2  # of the tables; another number makes every index be made anew
_TABLES = f"""
PRAGMA user_version = {_FORM};
CREATE TABLE made_from (digest TEXT);
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, kind TEXT, iri TEXT UNIQUE, label TEXT, text TEXT, searched TEXT
);
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61', prefix='2 3');
CREATE VIRTUAL TABLE parts USING fts5(text, content='', tokenize='trigram');
"""
_FIND = """
SELECT entry.id, kind, iri, label, entry.text FROM {table} JOIN entry ON entry.id = {table}.rowid
WHERE {table} MATCH ? {where} ORDER BY {order}, bm25({table}), iri LIMIT ?
"""
_INDEXES = ("words", "parts")
_ORDER = "CASE kind " + " ".join(f"WHEN '{k}' THEN {n}" for n, k in enumerate(Kind)) + " END"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something that was found; ``excerpt`` is the text around the words, where that is not the name."""

    kind: Kind
    iri: str
    label: str
    excerpt: str


def write_index(quads: Path, target: Path) -> None:
    """Make the index of a graph in N-Quads, beside what is there, and put it in its place.

    Raises:
        StoreError: the quads cannot be read, or the index cannot be written.
    """
    with _beside(target) as beside, closing(sqlite3.connect(beside)) as index:
        _fill(index, quads)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A file that takes the place of another when it is done."""
    # a name of its own: a reader may make the index while a build does
    beside = target.with_name(f".{target.name}.{os.getpid()}.{threading.get_ident()}.new")
    try:
        beside.unlink(missing_ok=True)
        yield beside
        beside.replace(target)
    except (OSError, SyntaxError, sqlite3.Error) as error:
        raise StoreError(
            f"Søgeindekset kan ikke skrives i {target.parent}: {error}",
            "Se efter, om der er plads på disken og skriveadgang, og kør kkr-graph build igen.",
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def open_index(build: Path) -> "Index":
    """The index of the graph in a build folder, made now if it is missing or out of date.

    Raises:
        StoreError: there is no graph.
    """
    quads, file = build / "graph.nq", build / FILE
    if not quads.is_file():
        raise StoreError(
            f"Der er ingen graf i {build}.",
            "Kør kkr-graph build, eller vælg en anden mappe med --graph.",
        )
    if not is_index_of(file, digest_of(quads)):
        try:
            write_index(quads, file)
        except StoreError:  # a folder that may only be read
            return Index(_in_memory(quads))
    address = f"{file.resolve().as_uri()}?mode=ro"
    return Index(sqlite3.connect(address, uri=True, check_same_thread=False))


def _in_memory(quads: Path) -> sqlite3.Connection:
    index = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(index, quads)
    return index


def is_index_of(file: Path, digest: str) -> bool:
    """Whether this is an index, of the graph whose quads have this SHA-256."""
    if not file.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as index:
            form = index.execute("PRAGMA user_version").fetchone()
            made_from = index.execute("SELECT digest FROM made_from").fetchone()
            return (form, made_from) == ((_FORM,), (digest,))
    except sqlite3.Error:  # damaged, or half written by an older program
        return False


class Index:
    """What can be found in one version of the graph."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._index = index
        self._lock = Lock()

    def find(
        self, typed: str, *, kinds: Iterable[Kind] = (), limit: int = MOST_SHOWN
    ) -> tuple[Hit, ...]:
        """What has all the words, or their beginnings; then what has them as parts of words.

        Args:
            typed: words in any spelling of Danish letters.
            kinds: what to look among; by default everything.
            limit: at most so many hits.
        """
        words = words_of(typed)
        if not words:
            return ()
        chosen = [kind.value for kind in kinds]
        found = dict(self._rows("words", " ".join(f'"{word}"*' for word in words), chosen, limit))
        if len(found) < limit and all(len(word) >= SHORTEST_PART for word in words):
            parts = self._rows("parts", " ".join(f'"{word}"' for word in words), chosen, limit)
            for number, hit in parts:
                found.setdefault(number, hit)
        return tuple(_shown(hit, words) for hit in list(found.values())[:limit])

    @cached_property
    def documents(self) -> Mapping[str, Hit]:
        """The documents, by the end of their IRIs, which is the beginning of their hash."""
        sql = "SELECT kind, iri, label FROM entry WHERE kind = ?"
        with self._lock:
            rows = self._index.execute(sql, (Kind.DOCUMENT.value,)).fetchall()
        return {
            iri.rpartition("/")[2]: Hit(kind=Kind(kind), iri=iri, label=label, excerpt="")
            for kind, iri, label in rows
        }

    def close(self) -> None:
        """Close the file."""
        self._index.close()

    def _rows(
        self, table: str, match: str, kinds: list[str], limit: int
    ) -> Iterator[tuple[int, Hit]]:
        where = f"AND kind IN ({','.join('?' * len(kinds))})" if kinds else ""
        sql = _FIND.format(table=table, where=where, order=_ORDER)
        with self._lock:
            rows = self._index.execute(sql, (match, *kinds, limit)).fetchall()
        for number, kind, iri, label, text in rows:
            yield number, Hit(kind=Kind(kind), iri=iri, label=label, excerpt=text)


def _shown(hit: Hit, words: list[str]) -> Hit:
    """The hit with as much of its text as shows what was found."""
    shown = excerpt(hit.excerpt, words)
    return Hit(kind=hit.kind, iri=hit.iri, label=hit.label, excerpt=shown)


# --- making it -------------------------------------------------------------------------------


def _fill(index: sqlite3.Connection, quads: Path) -> None:
    index.executescript(_TABLES)
    digest = digest_of(quads)  # first: of a graph that is swapped in meanwhile it is never the name
    with index, quads.open("rb") as file:
        index.execute("INSERT INTO made_from VALUES (?)", (digest,))
        things = SortedThings(file)
        entries = (entry_of(thing, things.look) for thing in things)
        for number, entry in enumerate(filter(None, entries), start=1):
            _put_in(index, number, entry)
        for table in _INDEXES:
            index.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608


def _put_in(index: sqlite3.Connection, number: int, entry: Entry) -> None:
    searched = spelt_out(entry.searched)
    index.execute(
        "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)",
        (number, entry.kind.value, entry.iri, entry.label, entry.text, searched),
    )
    for table in _INDEXES:
        index.execute(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", (number, searched))  # noqa: S608


def _take_out(index: sqlite3.Connection, iri: str) -> None:
    known = "SELECT id, searched FROM entry WHERE iri = ?"
    for number, searched in index.execute(known, (iri,)).fetchall():
        for table in _INDEXES:  # which hold no text, and have to be told what stood there
            index.execute(
                f"INSERT INTO {table} ({table}, rowid, text) VALUES ('delete', ?, ?)",  # noqa: S608
                (number, searched),
            )
        index.execute("DELETE FROM entry WHERE id = ?", (number,))


# --- changing it -----------------------------------------------------------------------------


def change_index(
    before: Path, target: Path, difference: Difference, graph: ox.Store, digest: str
) -> None:
    """Make the index of a changed graph out of the one before, and put it in its place.

    Args:
        before: the index of the graph before.
        target: where the index goes.
        difference: what has changed.
        graph: the graph as it is now.
        digest: the SHA-256 of its quads.

    Raises:
        StoreError: the index cannot be written.
    """
    with _beside(target) as beside:
        shutil.copyfile(before, beside)
        with closing(sqlite3.connect(beside)) as index, index:
            index.execute("UPDATE made_from SET digest = ?", (digest,))
            [[last]] = index.execute("SELECT coalesce(max(id), 0) FROM entry")
            touched = sorted(_touched(difference, graph))
            look = partial(_thing, graph)
            for number, iri in enumerate(touched, start=last + 1):
                _take_out(index, iri)
                entry = entry_of(look(iri), look)
                if entry is not None:
                    _put_in(index, number, entry)


def _touched(difference: Difference, graph: ox.Store) -> set[str]:
    """Whatever may be found otherwise: what the difference is about, and what is shown by its name."""
    quads = ox.parse(b"".join(difference.lines), format=ox.RdfFormat.N_QUADS)
    met: set[Any] = {quad.subject for quad in quads if quad.predicate.value in TOLD}
    edge = set(met)
    for _ in range(STEPS):
        edge = {
            quad.subject
            for node in edge
            for link in LINKS
            for quad in graph.quads_for_pattern(None, link, node, ox.DefaultGraph())
        } - met
        met |= edge
    return {node.value for node in met}


def _thing(graph: ox.Store, iri: str) -> Thing:
    """What a graph says of a thing, in the order of the quads."""
    quads = graph.quads_for_pattern(ox.NamedNode(iri), None, None, ox.DefaultGraph())
    return Thing.of(iri, sorted(quads, key=_line))


def _line(quad: ox.Quad) -> bytes:
    return f"{quad.subject} {quad.predicate} {quad.object}".encode()
