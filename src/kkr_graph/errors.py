"""The errors that a caller may want to catch.

KkrGraphError
├── ConfigError     a setting or the data folder is not as it must be
├── SourceError     a document cannot be read as text
├── RegistryError   a file under data/registry or data/curation has a mistake
├── ResolveError    the judgements contradict each other
├── StoreError      the graph is missing, damaged or cannot be reached
│   └── StoreBusy       others ask so much that this question is not begun
└── QueryError      an unknown question, a bad parameter, SPARQL that does not parse
    ├── QueryMistake    SPARQL that cannot be read at a line and column
    ├── QueryStopped    a question that was ended for taking too long or too much
    └── AmbiguousName   a name that fits several things

Every message is one Danish sentence or two: what is wrong, where, and what to do. The arguments
are given to ``Exception`` as they are, so that an error survives pickling between processes.
"""

from collections.abc import Sequence


def quoted(typed: str) -> str:
    """What somebody wrote, as a message repeats it; what cannot be printed is shown by its code."""
    shown = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in typed)
    return f"»{shown}«"


class KkrGraphError(Exception):
    """Root of everything a caller may want to catch."""

    @property
    def hint(self) -> str:
        """What to do about it, where that is more than reading the message."""
        return str(self.args[1]) if len(self.args) > 1 else ""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class ConfigError(KkrGraphError):
    """A setting or the data folder is not as it must be."""


class SourceError(KkrGraphError):
    """A document cannot be read as text."""


class RegistryError(KkrGraphError):
    """A file under ``data/registry`` or ``data/curation`` has a mistake."""


class ResolveError(KkrGraphError):
    """The judgements contradict each other."""


class StoreError(KkrGraphError):
    """The graph is missing, damaged or cannot be reached."""


class StoreBusy(StoreError):
    """Others ask so much that this question is not begun; it may be asked again."""


class QueryError(KkrGraphError):
    """An unknown question, a bad parameter, or SPARQL that does not parse."""


class QueryMistake(QueryError):
    """SPARQL that cannot be read; ``line`` and ``column`` say where, both from one on."""

    def __init__(self, problem: str, hint: str, line: int, column: int) -> None:
        super().__init__(problem, hint, line, column)

    @property
    def line(self) -> int:
        """The line of the text."""
        return int(self.args[2])

    @property
    def column(self) -> int:
        """The character of the line."""
        return int(self.args[3])


class QueryStopped(QueryError):
    """A question that was ended because it took too long or too much."""


class AmbiguousName(QueryError):
    """A name that fits several things; ``candidates`` lists them, ``typed`` is the name."""

    def __init__(self, problem: str, hint: str, candidates: Sequence[str], typed: str = "") -> None:
        super().__init__(problem, hint, tuple(candidates), typed)

    @property
    def typed(self) -> str:
        """The name as it was written."""
        return str(self.args[3])

    @property
    def candidates(self) -> tuple[str, ...]:
        """The labels to choose from, in Danish order."""
        return tuple(self.args[2])
