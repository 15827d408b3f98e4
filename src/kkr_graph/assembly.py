"""The graph put together from its parts: made whole, or out of the last one by what differs.

Either way the outcome is the same, byte by byte, and nothing is in its place before it is published:
then the store, the quads and the index of words, each in one step.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kkr_graph.cache import (
    LastGraph,
    PartCache,
    graph_fingerprint,
    last_graph,
    remember_graph,
)
from kkr_graph.config import Config
from kkr_graph.errors import StoreError
from kkr_graph.memory import give_back
from kkr_graph.model.difference import Difference
from kkr_graph.model.finding import Checked, GraphFinding
from kkr_graph.model.progress import Progress
from kkr_graph.rdf import Description, write_nquads
from kkr_graph.store.canonical import (
    OtherContentError,
    Written,
    digest_of,
    write_changed,
    write_lines,
)
from kkr_graph.store.draft import Draft
from kkr_graph.store.embedded import open_graph
from kkr_graph.store.search import change_index, is_index_of, write_index
from kkr_graph.store.versions import is_whole

if TYPE_CHECKING:
    from kkr_graph.shapes.nodes import Store

_SHARED, _FOUND = "shared", "found"  # the parts that are no document's
_BESIDE = ".new."
_WHOLE_FROM = 0.2  # of the graph: where more than this differs, it is made whole


class _MadeWholeError(Exception):
    """What is left of the last graph is not what it should be, or too much differs from it."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What a check of the graph found, the same with where it stands, and the lines that say so."""

    checked: Checked
    findings: tuple[GraphFinding, ...]
    lines: bytes


@dataclass(frozen=True, kw_only=True)
class Assembled:
    """A graph that is ready to be put in its place."""

    config: Config
    written: Written
    findings: tuple[GraphFinding, ...]  # what the check of the graph found, which is in it too
    draft: Draft | None  # None where the graph is what lies there already
    quads: Path
    index: Path
    done: Callable[[], None] = field(repr=False)

    def publish(self) -> None:
        """Let readers see the graph.

        Raises:
            OSError: The quads cannot be written.
            StoreError: The store or the index cannot be written.
        """
        if self.draft is not None:
            self.draft.publish(self.written.sha256)
            self.quads.replace(self.config.quads)
            if self.index.exists():
                self.index.replace(self.config.search)
            else:
                write_index(self.config.quads, self.config.search)
        self.done()


@contextmanager
def assembled(
    config: Config, description: Description, tell: Progress, *, cached: bool, anew: bool = False
) -> Iterator[Assembled]:
    """The graph of a description, ready to be published; what is not published is removed.

    Args:
        config: Where the graph goes.
        description: What the graph says.
        tell: Is told how far it is.
        cached: Use what the last build left, and keep what the next can use.
        anew: Load store and index anew, since a store that is changed keeps bytes of what went.

    Raises:
        StoreError: The store or the quads cannot be written.
    """
    for left in config.out.glob(f"{_BESIDE}*"):  # by a build that was cut off
        shutil.rmtree(left, ignore_errors=True)
    with ExitStack() as stack:
        folder = Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix=_BESIDE, dir=config.out))
        )
        assembly = _Assembly(config, description, folder, tell, cached=cached)
        graph = None if anew else _out_of_the_last(assembly, stack)
        if graph is None:
            graph = stack.enter_context(assembly.whole())
        yield graph


def _out_of_the_last(assembly: "_Assembly", stack: ExitStack) -> Assembled | None:
    """The graph made of the last one, where that can be used."""
    try:
        return stack.enter_context(assembly.changed())
    except (_MadeWholeError, OtherContentError, StoreError):
        return None


class _Assembly:
    """One graph on its way."""

    def __init__(
        self,
        config: Config,
        description: Description,
        folder: Path,
        tell: Progress,
        *,
        cached: bool,
    ) -> None:
        self._config = config
        self._description = description
        self._folder = folder
        self._tell = tell
        self._cached = cached
        self._cache = PartCache.of(config) if cached else PartCache(folder / "parts")
        self._fingerprint = graph_fingerprint(config) if cached else ""
        self._last = last_graph(config, self._fingerprint) if cached else None
        self._new_bodies: dict[str, tuple[str, ...]] = {}

    # --- parts ---

    @cached_property
    def _parts(self) -> dict[str, str]:
        """The name of each part, by document; those that are not kept are described."""
        documents = self._description.documents
        parts = {_SHARED: self._shared_part()}
        for done, sha256 in enumerate(documents, start=1):
            self._tell("Skriver grafen", done, len(documents))
            parts[sha256] = self._document_part(sha256)
        return parts

    def _shared_part(self) -> str:
        lines = write_nquads(self._description.shared_quads())
        return self._keep(_named(lines), lines)

    def _document_part(self, sha256: str) -> str:
        noted = self._last.new_bodies.get(sha256, ()) if self._last else ()
        name = self._name(sha256, noted)
        if self._last and self._last.parts.get(sha256) == name and name in self._cache:
            self._new_bodies[sha256] = noted
            return name
        return self._keep(*self._described(sha256))

    def _described(self, sha256: str) -> tuple[str, bytes]:
        with self._description.noting_new_bodies() as noted:
            lines = write_nquads(self._description.document_quads(sha256))
        self._new_bodies[sha256] = tuple(sorted(noted))
        return self._name(sha256, noted), lines

    def _name(self, sha256: str, new_bodies: Iterable[str]) -> str:
        depends_on = self._description.dependence(sha256, new_bodies)
        return _named(f"{self._fingerprint} {depends_on}".encode())

    def _keep(self, name: str, lines: bytes) -> str:
        self._cache.put(name, lines)
        return name

    def _lines(self, document: str) -> bytes:
        """The lines of a part, made again where they could not be kept."""
        lines = self._cache.get(self._parts[document])
        if lines is not None:
            return lines
        if document == _SHARED:
            return write_nquads(self._description.shared_quads())
        return self._described(document)[1]

    def _lines_before(self, document: str) -> bytes:
        name = self._last.parts.get(document) if self._last else None
        lines = b"" if name is None else self._cache.get(name)
        if lines is None:
            raise _MadeWholeError
        return lines

    def _found(self, checked: Checked, graph: "Store") -> _Found:
        """What the check of a graph found, with where it stands."""
        from kkr_graph.shapes import with_evidence

        findings = with_evidence(checked.findings, graph, self._description.document_names)
        lines = write_nquads(self._description.finding_quads(findings))
        return _Found(checked, findings, lines)

    # --- made whole ---

    @contextmanager
    def whole(self) -> Iterator[Assembled]:
        """The graph made from all its parts."""
        from kkr_graph.shapes import check_rules, check_structure  # heavy, not needed to read one

        stated = self._folder / "stated.nq"
        lines = write_lines(map(self._lines, self._parts), stated)
        give_back()
        self._tell("Kontrollerer grafen", 0, 2)
        with stated.open("rb") as file:
            structure = check_structure(file)
        give_back()
        self._tell("Indlæser grafen", 0, 1)
        with Draft.loaded(stated, self._config.store) as draft:
            self._tell("Kontrollerer grafen", 1, 2)
            checked = check_rules(draft.store, structure)
            self._tell("Lægger grafen på plads", 0, 1)
            found = self._found(checked, draft.store)
            come = Difference.between((), found.lines.splitlines(keepends=True))
            draft.change(come)
            quads = self._folder / "graph.nq"
            written = write_changed(stated, come, quads, lines.quads)
            stated.unlink()
            yield self._ready(written, draft, found)

    # --- made of the last one ---

    @contextmanager
    def changed(self) -> Iterator[Assembled]:
        """The graph made of the last one and of the parts that are not the same.

        Raises:
            _MadeWholeError: The last one is not there whole, or too much is not the same.
            OtherContentError: The quads are not those of the last one.
            StoreError: The store of the last one cannot be read.
        """
        from kkr_graph.shapes import check_changed  # heavy

        last = self._last
        if last is None or not self._lies_whole(last):
            raise _MadeWholeError
        stated = self._difference(last)
        found_before = self._lines_before(_FOUND).splitlines(keepends=True)
        if not len(stated):
            found = self._found(last.checked, open_graph(self._config.out).store)
            yield self._ready(last.written, None, found)
            return
        self._tell("Kontrollerer grafen", 0, 1)
        with Draft.of_current(self._config.store) as draft:
            # the check sees the graph without what the last one found
            unchecked = Difference(gone=(*stated.gone, *found_before), come=stated.come)
            draft.change(unchecked)
            earlier = open_graph(self._config.out).store
            checked = check_changed(last.checked, unchecked, earlier, draft.store)
            found = self._found(checked, draft.store)
            come = found.lines.splitlines(keepends=True)
            draft.change(Difference(come=tuple(come)))
            self._tell("Lægger grafen på plads", 0, 1)
            change = Difference.between((*stated.gone, *found_before), (*stated.come, *come))
            quads = self._folder / "graph.nq"
            written = write_changed(self._config.quads, change, quads, last.written.quads)
            graph = self._ready(written, draft, found)
            if is_index_of(self._config.search, last.written.sha256):
                change_index(self._config.search, graph.index, change, draft.store, written.sha256)
            yield graph

    def _lies_whole(self, last: LastGraph) -> bool:
        try:
            is_same = digest_of(self._config.quads) == last.written.sha256
        except OSError:
            return False
        return is_same and is_whole(self._config.store, last.written.sha256)

    def _difference(self, last: LastGraph) -> Difference:
        """What is stated otherwise than in the last graph."""
        gone: set[bytes] = set()
        come: set[bytes] = set()
        most = _WHOLE_FROM * last.written.quads
        for document in sorted({*self._parts, *last.parts} - {_FOUND}):
            if self._parts.get(document) == last.parts.get(document):
                continue
            old = self._lines_before(document).splitlines(keepends=True)
            new = self._lines(document).splitlines(keepends=True) if document in self._parts else ()
            change = Difference.between(old, new)
            gone.update(change.gone)
            come.update(change.come)
            if len(gone) + len(come) > most:
                raise _MadeWholeError
        return Difference.between(gone, come)

    # --- ready ---

    def _ready(self, written: Written, draft: Draft | None, found: _Found) -> Assembled:
        def done() -> None:
            if self._cached:
                self._remember(written, found)

        return Assembled(
            config=self._config,
            written=written,
            findings=found.findings,
            draft=draft,
            quads=self._folder / "graph.nq",
            index=self._folder / "search.sqlite",
            done=done,
        )

    def _remember(self, written: Written, found: _Found) -> None:
        parts = self._parts | {_FOUND: self._keep(_named(found.lines), found.lines)}
        self._cache.keep_only(set(parts.values()))
        remember_graph(
            self._config,
            LastGraph(
                fingerprint=self._fingerprint,
                written=written,
                parts=parts,
                new_bodies=self._new_bodies,
                checked=found.checked,
            ),
        )


def _named(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
