"""The documents of a data folder, read: each content once, and what could not be used.

One document that cannot be read never keeps the others from being read. What was read before is
taken from a cache, and what is new is read by several processes where that pays.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kkr_graph.cache import Account, ReadingCache
from kkr_graph.config import Config
from kkr_graph.curation.body_names import read_body_names, with_body_names
from kkr_graph.errors import SourceError
from kkr_graph.lookups import read_elected_words, read_lexicon, with_elected_seats
from kkr_graph.model.extract import Extract, Finding, Severity
from kkr_graph.model.identity import Mention
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.progress import Progress
from kkr_graph.model.registry import Registry
from kkr_graph.model.report import Duplicate, Unread
from kkr_graph.model.text import TextLayer
from kkr_graph.rdf import Positions, Reading
from kkr_graph.registry import read_registry
from kkr_graph.resolve.mentions import in_order
from kkr_graph.sources import find_mojibake, read_source
from kkr_graph.store.texts import KeptTexts
from kkr_graph.text import lay_out

_WORTH_A_PROCESS = 4  # documents; a process of its own needs most of a second to begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What is known before any document is read: the tables and the words of a data folder."""

    registry: Registry
    lexicon: Lexicon

    @classmethod
    def of(cls, config: Config) -> "Knowledge":
        """As the files have it.

        Raises:
            RegistryError: A file has a mistake.
        """
        added = read_body_names(config.body_names)
        return cls(
            registry=with_elected_seats(
                with_body_names(read_registry(config.registry), added),
                read_elected_words(config.lookups),
            ),
            lexicon=read_lexicon(config.lookups),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """The documents, sorted by content, each once; and what could not be used."""

    accounts: tuple[Account, ...]
    unread: tuple[Unread, ...]
    duplicates: tuple[Duplicate, ...]
    anew: tuple[str, ...]  # the names of those that were read now, and not before

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What was read, with where its lines begin."""
        return tuple(account.reading for account in self.accounts)

    @property
    def extracts(self) -> tuple[Extract, ...]:
        """What was read."""
        return tuple(reading.extract for reading in self.readings)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Everybody who is named, in the order of the days."""
        return in_order(mention for account in self.accounts for mention in account.mentions)


def read_text(path: Path, config: Config) -> TextLayer:
    """The text of one document, in whose characters all positions count.

    Raises:
        SourceError: The document cannot be read.
    """
    return lay_out(read_source(path, name=_name(path, config.data)))


def read_document(path: Path, config: Config) -> Extract:
    """What one document says.

    Raises:
        SourceError: The document cannot be read.
    """
    layer = read_text(path, config)
    return _read(layer, Knowledge.of(config)).extract


def read_among_others(path: Path, config: Config) -> Extract:
    """The same as it goes into the graph, where two bodies of one name are told apart by whose they are.

    Raises:
        SourceError: The document cannot be read.
    """
    layer = read_text(path, config)
    return _told_apart(layer, Knowledge.of(config)).extract


def read_documents(
    config: Config,
    paths: Sequence[Path],
    knowledge: Knowledge,
    *,
    jobs: int,
    cache: ReadingCache | None,
    tell: Progress,
) -> Documents:
    """What documents of the data folder say; their text is kept in the output folder.

    Args:
        config: Where the documents lie and their text is kept.
        paths: The documents, in the order in which they are told about.
        knowledge: What they are read with.
        jobs: How many processes read, at most.
        cache: What was read before, to which is added what is read now.
        tell: Is told how many are read.
    """
    reader = _Reader(knowledge=knowledge, cache=cache, texts=KeptTexts(config.texts))
    unread: list[Unread] = []
    duplicates: list[Duplicate] = []
    accounts: dict[str, Account] = {}
    works = [reader.work(path, _name(path, config.data)) for path in paths]
    anew = tuple(work.name for work in works if not reader.has_seen(work))
    outcomes = zip(works, _outcomes(reader, works, jobs), strict=True)
    for done, (work, outcome) in enumerate(outcomes, start=1):
        tell("Læser dokumenter", done, len(works))
        if isinstance(outcome, Unread):
            unread.append(outcome)
            continue
        first = accounts.setdefault(_sha256(outcome), outcome)
        if first is not outcome:
            duplicates.append(Duplicate(name=work.name, same_as=first.report.name))
    return Documents(
        accounts=tuple(accounts[sha256] for sha256 in sorted(accounts)),
        unread=tuple(unread),
        duplicates=tuple(duplicates),
        anew=anew,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """A document to be read, and what its reading is called in the cache."""

    path: Path
    name: str
    key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """What reads one document after the other, in this process or in another."""

    knowledge: Knowledge
    cache: ReadingCache | None
    texts: KeptTexts

    def work(self, path: Path, name: str) -> _Work:
        """A document as it is now."""
        return _Work(path=path, name=name, key=self.cache.key(path, name) if self.cache else None)

    def has_seen(self, work: _Work) -> bool:
        """Whether the document may have been read before."""
        return self.cache is not None and work.key in self.cache

    def again(self, work: _Work) -> Account | Unread:
        """A document that may have been read before: as it was read then, if all of that is left."""
        known = self.cache.get(work.key) if self.cache else None
        is_whole = known is not None and _sha256(known) in self.texts
        return known if known is not None and is_whole else self.read(work)

    def kept(self, work: _Work, outcome: Account | Unread) -> Account | Unread:
        """A document that has just been read, as it was kept, if it was: that takes less memory."""
        known = self.cache.get(work.key) if self.cache else None
        return outcome if known is None else known

    def read(self, work: _Work) -> Account | Unread:
        """One document; whatever is wrong with it must not keep the others from being built."""
        name = work.name
        try:
            layer = lay_out(read_source(work.path, name=name))
            account = Account.of(_told_apart(layer, self.knowledge))
            self.texts.put(layer.sha256, layer.text)
        except SourceError as error:
            return Unread(name=name, problem=str(error), hint=error.hint)
        except Exception as defect:  # noqa: BLE001 - the guard around one document
            return Unread(
                name=name,
                problem=f"programmet kunne ikke forstå {name} ({type(defect).__name__}: {defect})",
                hint="Meld fejlen, gerne med dokumentet. De andre dokumenter er bygget.",
            )
        if self.cache and work.key == self.cache.key(work.path, name):  # else it changed meanwhile
            self.cache.put(work.key, account)
        return account

    def forget_all_but(self, works: Iterable[_Work]) -> None:
        """Keep nothing of a document that is not there any more."""
        if self.cache is not None:
            self.cache.keep_only({each.key for each in works})


def _outcomes(reader: _Reader, works: Sequence[_Work], jobs: int) -> Iterator[Account | Unread]:
    """What became of each document, in their order."""
    new = [work for work in works if not reader.has_seen(work)]
    is_new = {work.name for work in new}
    with _readings(reader, new, jobs) as fresh:
        for work in works:
            is_fresh = work.name in is_new
            yield reader.kept(work, next(fresh)) if is_fresh else reader.again(work)
    reader.forget_all_but(works)


@contextmanager
def _readings(
    reader: _Reader, new: Sequence[_Work], jobs: int
) -> Iterator[Iterator[Account | Unread]]:
    """The readings of new documents, made by as many processes as pay."""
    processes = min(jobs, len(new) // _WORTH_A_PROCESS)
    if processes <= 1:
        yield map(reader.read, new)
        return
    # which one document more need not wait for
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # spawned, not forked: the same on every system, and nothing is inherited by accident
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin_reading, (reader,)) as pool:
        yield pool.map(_go_on_reading, new, chunksize=2)


_of_this_process: list[_Reader] = []


def _begin_reading(reader: _Reader) -> None:
    _of_this_process[:] = [reader]


def _go_on_reading(work: _Work) -> Account | Unread:
    return _of_this_process[0].read(work)


def _read(layer: TextLayer, knowledge: Knowledge) -> Reading:
    # a third of a second of regular expressions, which a build that reads nothing new needs not
    from kkr_graph.appointments import is_list, parse_list
    from kkr_graph.minutes import SentenceTeller, parse_minutes

    known = (knowledge.registry, knowledge.lexicon)
    if is_list(layer, *known):
        extract = parse_list(layer, *known, SentenceTeller)  # sentences in a list are as in minutes
    else:
        extract = parse_minutes(layer, *known)
    concerns = (*extract.warnings, *_concerns(extract, layer))
    return Reading(extract=replace(extract, warnings=concerns), positions=Positions.of(layer))


def _told_apart(layer: TextLayer, knowledge: Knowledge) -> Reading:
    """What a document says, where it stands among others: whose its bodies are is in their names."""
    from kkr_graph.language.owners import with_owners  # regular expressions, as above

    reading = _read(layer, knowledge)
    return replace(reading, extract=with_owners(reading.extract, layer, knowledge.registry))


def _sha256(account: Account) -> str:
    return account.reading.extract.document.sha256


def _name(path: Path, data: Path) -> str:
    """The path below the data folder, the same on every system."""
    inside = path.is_relative_to(data)
    name = path.relative_to(data).as_posix() if inside else path.name
    return unicodedata.normalize("NFC", name)


def _concerns(extract: Extract, layer: TextLayer) -> Iterator[Finding]:
    """What is wrong with the document as a whole."""
    told = (extract.attendance, extract.items, extract.appointments, extract.statements)
    if not any((*told, extract.forums, extract.seat_rules)):
        yield Finding(
            code="nothing-read",
            message=(
                f"{layer.name}: intet kunne læses. Der er hverken en deltagerliste med en "
                "overskrift eller nummererede punkter, som programmet kender."
            ),
            severity=Severity.VIOLATION,
        )
    for start, end in find_mojibake(layer.text):
        yield Finding(
            code="letters-damaged",
            message=(
                f"Tegnene »{layer.text[start:end]}« ligner et ødelagt bogstav. Gem dokumentet "
                "igen som ren tekst med tegnsættet UTF-8."
            ),
            passage=layer.passage(start, end),
        )
