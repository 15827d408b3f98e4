"""What is found in a build folder: in the graph's names, titles and words, and in the documents' texts."""

from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kkr_graph.store.lines import Lines, open_lines
from kkr_graph.store.search import MOST_SHOWN, Index, open_index
from kkr_graph.store.searchable import Kind

TEXT = "tekst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something that was found; of a place in a text, the document and the line."""

    kind: str
    iri: str
    label: str
    excerpt: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Finder:
    """Both indexes of one version of the graph."""

    index: Index
    lines: Lines

    def find(
        self, typed: str, *, kinds: Collection[str] = (), limit: int = MOST_SHOWN
    ) -> tuple[Found, ...]:
        """What has the words, the graph's own before what only stands in a text.

        Args:
            typed: words in any spelling of Danish letters.
            kinds: what to look among, of ``Kind`` and ``TEXT``; by default everything.
            limit: at most so many.
        """
        found: list[Found] = []
        named = [Kind(each) for each in kinds if each != TEXT]
        if named or not kinds:
            found += (
                Found(kind=hit.kind, iri=hit.iri, label=hit.label, excerpt=hit.excerpt)
                for hit in self.index.find(typed, kinds=named, limit=limit)
            )
        if TEXT in kinds or not kinds:
            found += self._in_texts(typed, limit - len(found))
        return tuple(found[:limit])

    def _in_texts(self, typed: str, limit: int) -> list[Found]:
        if limit <= 0:
            return []
        documents = self.index.documents
        return [
            Found(
                kind=TEXT,
                iri=documents[hit.sha256[:16]].iri,
                label=documents[hit.sha256[:16]].label,
                excerpt=hit.excerpt,
                line=hit.line,
            )
            for hit in self.lines.find(typed, limit=limit)
            if hit.sha256[:16] in documents  # a build may be putting in more than the graph has yet
        ]

    def close(self) -> None:
        """Close both files."""
        self.index.close()
        self.lines.close()


def open_finder(build: Path) -> Finder:
    """Both indexes, made now where they are missing or out of date.

    Raises:
        StoreError: there is no graph.
    """
    index = open_index(build)
    return Finder(index, open_lines(build))


def find_everywhere(
    build: Path, typed: str, *, kinds: Collection[str] = (), limit: int = MOST_SHOWN
) -> tuple[Found, ...]:
    """What has the words in a build folder; raises as ``open_finder`` does."""
    with closing(open_finder(build)) as finder:
        return finder.find(typed, kinds=kinds, limit=limit)
