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
    ├── AmbiguousName   a name that fits several things
    ├── UnknownName     a name that nothing of the kind has
    └── NotUnderstood   a question in Danish that is none of the named ones

Every message is one Danish sentence or two: what is wrong, where, and what to do. The arguments
are given to ``Exception`` as they are, so that an error survives pickling between processes.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


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


class UnknownName(QueryError):
    """A name that nothing has; ``kinds`` says of what, ``near`` what is spelt like it."""

    def __init__(self, typed: str, kinds: Sequence[str], near: Sequence[str] = ()) -> None:
        super().__init__(typed, tuple(kinds), tuple(near))

    @property
    def typed(self) -> str:
        """The name as it was written."""
        return str(self.args[0])

    @property
    def kinds(self) -> tuple[str, ...]:
        """What was looked for, as ``noget forum``."""
        return tuple(self.args[1])

    @property
    def near(self) -> tuple[str, ...]:
        """The names that are spelt much like it."""
        return tuple(self.args[2])

    @property
    def hint(self) -> str:
        """What may have been meant."""
        return f"Mente du {_or(self.near)}?" if self.near else "Se efter, hvordan det staves."

    def __str__(self) -> str:
        return f"Der er ikke {_or(self.kinds)} i grafen, der hedder {quoted(self.typed)}."


def _or(parts: Sequence[str]) -> str:
    return " eller ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


class Suggestion(NamedTuple):
    """A question to ask instead: how it reads, which named one it is, and what it is asked with."""

    text: str
    query: str
    arguments: Mapping[str, str]


class NotUnderstood(QueryError):
    """A question in Danish that is none of the named ones; ``suggested`` has some that are."""

    def __init__(self, problem: str, hint: str, suggested: Sequence[Suggestion]) -> None:
        super().__init__(problem, hint, tuple(suggested))

    @property
    def suggested(self) -> tuple[Suggestion, ...]:
        """The nearest first."""
        return tuple(self.args[2])
