"""Numbered notes: each place in a document is one note, however often it is cited."""

from collections import defaultdict

from kkr_graph.overview.paper import Note
from kkr_graph.queries.asking import Source


class Notes:
    """The notes of a paper, in the order in which they are first cited."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._sources: list[Source] = []

    def of(self, source: Source) -> tuple[int, ...]:
        """The number of a source's note; none where nothing is known of it."""
        if not source.document:
            return ()
        key = source.document, source.place or source.quote
        if key not in self._numbers:
            self._sources.append(source)
            self._numbers[key] = len(self._sources)
        return (self._numbers[key],)

    def all(self) -> tuple[Note, ...]:
        """All that have been cited; with the file only where two documents are called alike."""
        files: dict[str, set[str]] = defaultdict(set)
        for source in self._sources:
            files[source.name].add(source.document)
        return tuple(
            Note(
                number=number,
                document=source.called
                if len(files[source.name]) > 1
                else source.name or source.document,
                place=source.place,
                quote=source.quote,
            )
            for number, source in enumerate(self._sources, start=1)
        )
