"""Finding words: an index of names, titles, decisions and cited passages beside the store.

SQLite's full text index, twice: by words and their beginnings, and by parts of words. Danish
letters are spelt out in both and in what is searched for, so that aarhus finds Århus. The index
names the version of the graph that it was made from; one that is missing or of another version is
made anew.
"""

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Lock

import pyoxigraph as ox

from kkr_graph.errors import StoreError
from kkr_graph.model.names import on_one_line, spelt_out
from kkr_graph.vocab import DCTERMS, FOAF, KKR, OA, PROV, RDF, SKOS

FILE = "search.sqlite"
MOST_SHOWN = 50
_FORM = 1  # of the tables; another number makes every index be made anew
_AROUND = 60  # characters shown before what was found
_SHOWN = 200
_SHORTEST_PART = 3  # characters: what the index of parts is made of
_WORD = re.compile(r"\w+")
_TABLES = f"""
PRAGMA user_version = {_FORM};
CREATE TABLE made_from (digest TEXT);
CREATE TABLE entry (id INTEGER PRIMARY KEY, kind TEXT, iri TEXT, label TEXT, text TEXT);
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61', prefix='2 3');
CREATE VIRTUAL TABLE parts USING fts5(text, content='', tokenize='trigram');
"""
_FIND = """
SELECT entry.id, kind, iri, label, entry.text FROM {table} JOIN entry ON entry.id = {table}.rowid
WHERE {table} MATCH ? {where} ORDER BY {order}, bm25({table}), entry.id LIMIT ?
"""


class Kind(StrEnum):
    """What is found, in the order in which it is shown."""

    PERSON = "person"
    BODY = "organ"
    MUNICIPALITY = "kommune"
    PARTY = "parti"
    ITEM = "punkt"
    DECISION = "beslutning"
    RECOMMENDATION = "indstilling"
    DOCUMENT = "dokument"
    PASSAGE = "citat"


_KINDS: Mapping[str, Kind] = {
    FOAF.Person: Kind.PERSON,
    KKR.ContactCouncil: Kind.BODY,
    KKR.Forum: Kind.BODY,
    KKR.MunicipalCouncil: Kind.BODY,
    KKR.Municipality: Kind.MUNICIPALITY,
    KKR.Party: Kind.PARTY,
    KKR.ElectoralList: Kind.PARTY,
    KKR.AgendaItem: Kind.ITEM,
    KKR.Decision: Kind.DECISION,
    KKR.Recommendation: Kind.RECOMMENDATION,
    KKR.SourceDocument: Kind.DOCUMENT,
}
_LABELS = (FOAF.name, SKOS.prefLabel, DCTERMS.title)
_OTHERS = (SKOS.altLabel, KKR.text)
_UNDER = (KKR.decidedAt, KKR.putIn)
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
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.unlink(missing_ok=True)
        with closing(sqlite3.connect(beside)) as index:
            _fill(index, quads)
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
    if not _is_of(file, quads):
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


def _is_of(file: Path, quads: Path) -> bool:
    if not file.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as index:
            form = index.execute("PRAGMA user_version").fetchone()
            made_from = index.execute("SELECT digest FROM made_from").fetchone()
            return (form, made_from) == ((_FORM,), (_digest(quads),))
    except sqlite3.Error:  # damaged, or half written by an older program
        return False


def _digest(quads: Path) -> str:
    with quads.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


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
        words = _WORD.findall(spelt_out(typed))
        if not words:
            return ()
        chosen = [kind.value for kind in kinds]
        found = dict(self._rows("words", " ".join(f'"{word}"*' for word in words), chosen, limit))
        if len(found) < limit and all(len(word) >= _SHORTEST_PART for word in words):
            parts = self._rows("parts", " ".join(f'"{word}"' for word in words), chosen, limit)
            for number, hit in parts:
                found.setdefault(number, hit)
        return tuple(_shown(hit, words) for hit in list(found.values())[:limit])

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
    text = on_one_line(hit.excerpt)
    at = min((place for word in words if (place := _place(text, word)) >= 0), default=0)
    start = text.rfind(" ", 0, at - _AROUND) + 1 if at > _AROUND else 0
    piece = text[start : start + _SHOWN]
    excerpt = f"{'… ' if start else ''}{piece}{' …' if start + _SHOWN < len(text) else ''}"
    return Hit(kind=hit.kind, iri=hit.iri, label=hit.label, excerpt=excerpt)


def _place(text: str, word: str) -> int:
    """Where a word begins in a text whose letters are not spelt out."""
    starts = (match.start() for match in _WORD.finditer(text) if word in spelt_out(match[0]))
    return next(starts, -1)


# --- making it -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: Kind
    iri: str
    label: str
    text: str  # what is shown of it where its name is not what was found
    searched: str


def _fill(index: sqlite3.Connection, quads: Path) -> None:
    index.executescript(_TABLES)
    with index:
        index.execute("INSERT INTO made_from VALUES (?)", (_digest(quads),))
        for number, entry in enumerate(_entries(quads), start=1):
            index.execute(
                "INSERT INTO entry VALUES (?, ?, ?, ?, ?)",
                (number, entry.kind.value, entry.iri, entry.label, entry.text),
            )
            searched = (number, spelt_out(entry.searched))
            index.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", searched)
            index.execute("INSERT INTO parts (rowid, text) VALUES (?, ?)", searched)
        for table in ("words", "parts"):
            index.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608


class _Said:
    """What the graph says that can be searched, by subject."""

    def __init__(self, quads: Path) -> None:
        self.kinds: dict[str, Kind] = {}
        self.labels: dict[str, list[str]] = {}
        self.others: dict[str, list[str]] = {}
        self.quotes: dict[str, str] = {}  # by selector
        self.selected: dict[str, str] = {}  # evidence -> selector
        self.layers: dict[str, str] = {}  # evidence -> text layer
        self.documents: dict[str, str] = {}  # text layer -> document
        self.items: dict[str, str] = {}  # decision or recommendation -> agenda item
        for quad in ox.parse(path=quads, format=ox.RdfFormat.N_QUADS):
            self._take(str(quad.subject.value), quad.predicate.value, quad.object)

    def _take(self, subject: str, predicate: str, thing: ox.NamedNode | ox.Literal) -> None:
        value = thing.value
        if predicate == RDF.type:
            if value in _KINDS:
                self.kinds[subject] = _KINDS[value]
        elif predicate in _LABELS and getattr(thing, "language", None) != "en":
            self.labels.setdefault(subject, []).append(value)
        elif predicate in _OTHERS:
            self.others.setdefault(subject, []).append(value)
        elif predicate == OA.exact:
            self.quotes[subject] = value
        elif predicate == OA.hasSelector:
            self.selected[subject] = value
        elif predicate == OA.hasSource:
            self.layers[subject] = value
        elif predicate == PROV.wasDerivedFrom:
            self.documents[subject] = value
        elif predicate in _UNDER:
            self.items[subject] = value

    def label(self, subject: str) -> str:
        return next(iter(self.labels.get(subject, ())), "")


def _entries(quads: Path) -> Iterator[_Entry]:
    said = _Said(quads)
    for iri, kind in sorted(said.kinds.items()):
        names, more = said.labels.get(iri, []), said.others.get(iri, [])
        told = list(dict.fromkeys((*names, *more)))
        if told:
            text = " · ".join(more)
            label = said.label(said.items.get(iri, iri)) or on_one_line(told[0])[:_SHOWN]
            yield _Entry(kind, iri, label, text, " \n ".join(told))
    for evidence, selector in sorted(said.selected.items()):
        if quote := said.quotes.get(selector):
            document = said.documents.get(said.layers.get(evidence, ""), "")
            label = said.label(document) or "dokument"
            yield _Entry(Kind.PASSAGE, evidence, label, quote, quote)
