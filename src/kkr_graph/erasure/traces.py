"""Where the data folder and the output folder say something of a person."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kkr_graph.config import Config
from kkr_graph.curation.body_names import read_body_names
from kkr_graph.curation.judgements import read_judgements
from kkr_graph.curation.ledger import read_ledger
from kkr_graph.curation.silenced import read_silenced
from kkr_graph.documents import read_text
from kkr_graph.erasure.person import Person
from kkr_graph.errors import KkrGraphError
from kkr_graph.intake.change import REMOVED
from kkr_graph.intake.journal import read_journal
from kkr_graph.intake.staging import list_staged, sha256_of
from kkr_graph.model.names import fold, on_one_line, spelt_out
from kkr_graph.sources import find_sources
from kkr_graph.store.texts import KeptTexts

# what a build leaves, and makes anew
MADE = frozenset((
    "graph.nq", "store", "search.sqlite", "lines.sqlite", "report.json", "review.json",
    "appearances.jsonl", "cache", "texts",
))  # fmt: skip
# what it does not make, and what is of no use without it
KEPT = frozenset((".lock", "published", "intake"))
_LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A line of a document that names the person."""

    document: str
    line: int | None  # None where the name runs over the end of a line, 0 for the file's own name
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """All of it. What stands in ``documents`` is a source, and no program may rewrite it silently."""

    documents: tuple[Place, ...] = ()
    ledger: tuple[str, ...] = ()  # the lines, as the files have them
    judgements: tuple[str, ...] = ()
    silenced: tuple[str, ...] = ()
    body_names: tuple[str, ...] = ()
    intake: tuple[str, ...] = ()  # what is told of documents that are not there any more
    removed: tuple[str, ...] = ()  # documents that were taken out, which are kept for an undoing
    waiting: tuple[str, ...] = ()  # documents that wait to be confirmed
    outputs: tuple[str, ...] = ()  # files in the output folder that no build makes
    unsearched: tuple[str, ...] = ()  # documents that cannot be read

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left but files that no build makes."""
        return not (
            self.documents or self.ledger or self.judgements or self.silenced
            or self.body_names or self.intake or self.removed or self.waiting
        )  # fmt: skip


def find_traces(config: Config, person: Person) -> Traces:
    """Everything that is held of somebody besides the graph itself."""
    search = Search(config, person)
    documents: list[Place] = []
    unsearched: list[str] = []
    for path in find_sources(config.data):
        name = path.relative_to(config.data).as_posix()
        try:
            documents += search.places(path, name)
        except KkrGraphError:
            unsearched.append(name)
    removed = config.data / REMOVED
    return Traces(
        documents=tuple(documents),
        ledger=tuple(
            f"{each.slug}, {each.name}"
            for each in read_ledger(config.ledger)
            if each.slug in person.slugs
        ),
        judgements=tuple(
            f"{each.left}, {each.right}, {each.verdict}, {each.by}, {each.day}, {each.reason}"
            for each in read_judgements(config.judgements)
            if person.is_side(each.left) or person.is_side(each.right) or search.names(each.reason)
        ),
        silenced=tuple(
            f"{each.key}, {each.by}, {each.day}, {each.reason}"
            for each in read_silenced(config.silenced)
            if search.names(f"{each.key}\n{each.by}\n{each.reason}")
        ),
        body_names=tuple(
            f"{each.name}, {each.body}, {each.by}, {each.day}"
            for each in read_body_names(config.body_names)
            if search.names(f"{each.name}\n{each.by}")
        ),
        intake=tuple(
            f"{each.day}, {each.act}, {each.document}"
            for each in read_journal(config)
            if search.is_of_the_past(each.document)
            and search.names_file(f"{each.document}/{each.kept}")
        ),
        removed=tuple(
            path.relative_to(config.data).as_posix()
            for path in sorted(removed.rglob("*"))
            if path.is_file() and search.is_named_in(path)
        ),
        waiting=tuple(
            staged.path.relative_to(config.out).as_posix()
            for staged in list_staged(config)
            if search.is_named_in(staged.path)
        ),
        outputs=tuple(sorted(_outputs(config))),
        unsearched=tuple(unsearched),
    )


def _outputs(config: Config) -> Iterator[str]:
    if config.out.is_dir():
        for path in config.out.iterdir():
            if path.name not in MADE | KEPT and not path.name.startswith("."):
                yield path.name


class Search:
    """Looks for the names of one person in texts."""

    def __init__(self, config: Config, person: Person) -> None:
        self._config = config
        self._texts = KeptTexts(config.texts)
        names = "|".join(map(re.escape, sorted(person.folded, key=len, reverse=True)))
        self._pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
        self._in_paths = _pattern_in_paths(person.names)

    def names(self, text: str) -> bool:
        """Whether a text has one of the names."""
        return self._pattern.search(fold(text)) is not None

    def names_file(self, path: str) -> bool:
        """Whether a path has one of the names, however files are called: zelda_qvist, ZeldaQvist."""
        words = path.replace(".", " ").split("/")
        return any(self._in_paths.search(fold(part)) for part in words)

    def left_out(self, path: str, instead: str) -> str:
        """The path with another word for each part that has one of the names."""
        parts = path.split("/")
        return "/".join(
            f"{instead}{PurePosixPath(part).suffix}" if self.names_file(part) else part
            for part in parts
        )

    def is_of_the_past(self, document: str) -> bool:
        """Whether a document of the journal is not in the data folder now."""
        return not (self._config.data / document).is_file()

    def is_named_in(self, path: Path) -> bool:
        """Whether a document has; one that cannot be read may have, so it counts as one."""
        try:
            return self.names_file(path.name) or self.names(self._text(path))
        except KkrGraphError:
            return True

    def places(self, path: Path, name: str) -> Iterator[Place]:
        """The lines of a document that have one of the names.

        Raises:
            KkrGraphError: It cannot be read.
        """
        text = self._text(path)
        lines = [
            Place(document=name, line=number, quote=_short(line))
            for number, line in enumerate(text.split("\n"), start=1)
            if self.names(line)
        ]
        if not lines and self.names(text):
            lines = [Place(document=name, line=None, quote="")]
        yield from lines
        if self.names_file(name):
            yield Place(document=name, line=0, quote=path.name)

    def _text(self, path: Path) -> str:
        kept = self._texts.get(sha256_of(path))
        return read_text(path, self._config).text if kept is None else kept


def _pattern_in_paths(names: Iterable[str]) -> re.Pattern[str]:
    """The names with anything but letters between the words, also with æ, ø and å spelt out."""
    forms = {tuple(form.split()) for name in names for form in (fold(name), spelt_out(name))}
    told = "|".join(r"[\W_]*".join(map(re.escape, words)) for words in sorted(forms) if words)
    return re.compile(rf"(?<![^\W\d_])(?:{told})(?![^\W\d_])")


def _short(line: str) -> str:
    shown = on_one_line(line)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
