"""Numbered notes: each place in a document is one note, however often it is cited."""

from kkr_graph.overview.paper import Note
from kkr_graph.queries.asking import Source


class Notes:
    """The notes of a paper, in the order in which they are first cited."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], Note] = {}

    def of(self, source: Source) -> tuple[int, ...]:
        """The number of a source's note; none where nothing is known of it."""
        if not source.document:
            return ()
        key = source.document, source.place or source.quote
        note = self._numbers.setdefault(
            key,
            Note(
                number=len(self._numbers) + 1,
                document=source.called,
                place=source.place,
                quote=source.quote,
            ),
        )
        return (note.number,)

    def all(self) -> tuple[Note, ...]:
        """All that have been cited."""
        return tuple(self._numbers.values())
