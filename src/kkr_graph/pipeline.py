"""The order of the build: files in, a graph out, and a report of what happened.

One build at a time holds the output folder. What is read is kept in a cache there; beyond that
everything is checked and made before the first file is written. Then the ledger, the store and
``graph.nq`` are written, in this order, each in one step: a crash in between leaves a ledger
with people that the next build finds again, and the old graph.
"""

import json
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias

from kkr_graph.appointments import is_list, parse_list
from kkr_graph.cache import ReadingCache
from kkr_graph.config import Config
from kkr_graph.curation.judgements import read_judgements
from kkr_graph.curation.ledger import append_to_ledger, read_ledger
from kkr_graph.errors import ConfigError, ResolveError, SourceError, StoreError
from kkr_graph.iri import Minter
from kkr_graph.lock import only_build
from kkr_graph.lookups import read_lexicon
from kkr_graph.minutes import parse_minutes
from kkr_graph.model.extract import DocumentKind, Extract, Fact, Finding, Json, Severity
from kkr_graph.model.finding import GraphFinding
from kkr_graph.model.identity import Judgement, LedgerEntry, Resolution
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.registry import Registry
from kkr_graph.model.report import BuildReport, DocumentReport, Duplicate, Unread
from kkr_graph.model.review import ReviewList
from kkr_graph.model.tenure import Tenure
from kkr_graph.model.text import TextLayer
from kkr_graph.rdf import Description, Positions, Reading, write_nquads
from kkr_graph.registry import read_registry
from kkr_graph.resolve.identity import resolve_people
from kkr_graph.resolve.likeness import CommonNames
from kkr_graph.resolve.mentions import find_mentions
from kkr_graph.resolve.review import review_list
from kkr_graph.resolve.tenures import consolidate_tenures
from kkr_graph.sources import FOLDERS, find_mojibake, find_sources, read_source
from kkr_graph.store.embedded import swap_in
from kkr_graph.store.search import write_index
from kkr_graph.text import lay_out

Progress: TypeAlias = Callable[[str, int, int], None]
"""Is told the step, in Danish, how much of it is done, and how much there is."""

_WORTH_A_PROCESS = 4  # documents; a process of its own needs most of a second to begin
_FACTS = (
    "attendance", "items", "appointments", "statements", "dates", "bodies", "seat_rules", "forums",
    "vacancies",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What is known before any document is read."""

    registry: Registry
    lexicon: Lexicon
    ledger: tuple[LedgerEntry, ...]
    judgements: tuple[Judgement, ...]
    sources: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """A document to be read, and what its reading is called in the cache."""

    path: Path
    name: str
    key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Documents:
    """The documents, sorted by content, each once; and what could not be used."""

    readings: tuple[Reading, ...]
    unread: tuple[Unread, ...]
    duplicates: tuple[Duplicate, ...]

    @property
    def extracts(self) -> tuple[Extract, ...]:
        """What was read."""
        return tuple(reading.extract for reading in self.readings)


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
    name = _name(path, config.data)
    reading = _read(path, name, read_registry(config.registry), read_lexicon(config.lookups))
    return reading.extract


def build_graph(
    config: Config,
    *,
    locked: bool = False,
    jobs: int = 1,
    cached: bool = True,
    progress: Progress | None = None,
) -> BuildReport:
    """Build the graph of a data folder, and swap it in.

    Args:
        config: Where the data lies and where the graph goes.
        locked: Refuse people that the ledger does not have, instead of adding them.
        jobs: How many processes read documents, at most.
        cached: Use what was read before, and keep what is read now. The graph is the same without.
        progress: Is told how far the build is.

    Raises:
        ConfigError: There is no data, or no ledger.
        RegistryError: A file of the registry or of the curation has a mistake.
        ResolveError: Judgements contradict each other, or somebody is new in a locked build.
        StoreError: The graph cannot be written.
    """
    tell = progress or (lambda step, done, total: None)
    _lay_ground(config)  # what is wrong with it is told before there is a folder
    with only_build(config.out):
        ground = _lay_ground(config)  # and the build before this one may have written to the ledger
        cache = ReadingCache.of(config) if cached else None
        documents = _read_all(ground, config, jobs, cache, tell)
        return _build(config, ground, documents, tell, locked=locked)


def _build(
    config: Config, ground: _Ground, documents: _Documents, tell: Progress, *, locked: bool
) -> BuildReport:
    if not documents.readings:
        return BuildReport(unread=documents.unread, duplicates=documents.duplicates, is_built=False)
    tell("Afgør, hvem der er hvem", 0, 1)
    mentions, common = find_mentions(documents.extracts), _common_names(ground.lexicon)
    resolution = resolve_people(mentions, ground.ledger, ground.judgements, common)
    if locked:
        _refuse_newborn(resolution)
    tenures = consolidate_tenures(documents.extracts, resolution, ground.registry)
    description = Description(
        registry=ground.registry,
        readings=documents.readings,
        resolution=resolution,
        tenures=tenures,
        minter=Minter(config.base),
    )
    content, found = _describe(description, tell)
    report = _report(documents, resolution, tenures, description, found)
    report = replace(report, quads=content.count(b"\n"))
    tell("Lægger grafen på plads", 0, 1)
    _publish(config, content, resolution, report, _review(documents, resolution))
    tell("Lægger grafen på plads", 1, 1)
    return report


# --- what is known before -------------------------------------------------------------------


def _lay_ground(config: Config) -> _Ground:
    if not config.data.is_dir():
        raise ConfigError(
            f"datamappen {config.data} findes ikke", "Angiv den med --data, f.eks. --data data."
        )
    sources = find_sources(config.data)
    if not sources:
        raise ConfigError(
            f"der er ingen dokumenter i {config.data}",
            f"Læg referater i {config.data / FOLDERS[0]} og udpegningslister i "
            f"{config.data / FOLDERS[1]}.",
        )
    return _Ground(
        ledger=read_ledger(config.ledger),
        judgements=read_judgements(config.judgements),
        registry=read_registry(config.registry),
        lexicon=read_lexicon(config.lookups),
        sources=sources,
    )


# --- documents ------------------------------------------------------------------------------


def _read_all(
    ground: _Ground, config: Config, jobs: int, cache: ReadingCache | None, tell: Progress
) -> _Documents:
    names = [_name(path, config.data) for path in ground.sources]
    outcomes = _outcomes(ground, names, jobs, cache)
    unread: list[Unread] = []
    duplicates: list[Duplicate] = []
    readings: dict[str, Reading] = {}
    for done, (name, outcome) in enumerate(zip(names, outcomes, strict=True), start=1):
        tell("Læser dokumenter", done, len(names))
        if isinstance(outcome, Unread):
            unread.append(outcome)
            continue
        first = readings.setdefault(outcome.extract.document.sha256, outcome)
        if first is not outcome:
            duplicates.append(Duplicate(name=name, same_as=first.extract.document.name))
    return _Documents(
        readings=tuple(readings[sha256] for sha256 in sorted(readings)),
        unread=tuple(unread),
        duplicates=tuple(duplicates),
    )


def _outcomes(
    ground: _Ground, names: Sequence[str], jobs: int, cache: ReadingCache | None
) -> Iterator[Reading | Unread]:
    """What became of each document, in the order of their names."""
    work = [
        _Work(path=path, name=name, key=cache.key(path, name) if cache else None)
        for path, name in zip(ground.sources, names, strict=True)
    ]
    new = [each for each in work if cache is None or each.key not in cache]
    read = partial(_try_to_read, knowledge=(ground.registry, ground.lexicon), cache=cache)
    fresh_names = {each.name for each in new}
    with _readers(read, new, jobs) as fresh:
        for each in work:
            known = cache.get(each.key) if cache and each.name not in fresh_names else None
            yield next(fresh) if each.name in fresh_names else known or read(each)
    if cache is not None:
        cache.keep_only({each.key for each in work})


@contextmanager
def _readers(
    read: Callable[[_Work], Reading | Unread], new: Sequence[_Work], jobs: int
) -> Iterator[Iterator[Reading | Unread]]:
    """The readings of new documents, made by as many processes as pay."""
    processes = min(jobs, len(new) // _WORTH_A_PROCESS)
    if processes <= 1:
        yield map(read, new)
        return
    # spawned, not forked: the same on every system, and nothing is inherited by accident
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin_reading, (read,)) as pool:
        yield pool.map(_go_on_reading, new, chunksize=2)


_reading: list[Callable[[_Work], Reading | Unread]] = []  # of a reading process, what it knows


def _begin_reading(read: Callable[[_Work], Reading | Unread]) -> None:
    _reading[:] = [read]


def _go_on_reading(work: _Work) -> Reading | Unread:
    return _reading[0](work)


def _try_to_read(
    work: _Work, *, knowledge: tuple[Registry, Lexicon], cache: ReadingCache | None
) -> Reading | Unread:
    """One document; whatever is wrong with it must not keep the others from being built."""
    name = work.name
    try:
        reading = _read(work.path, name, *knowledge)
    except SourceError as error:
        return Unread(name=name, problem=str(error), hint=error.hint)
    except Exception as defect:  # noqa: BLE001 - the guard around one document
        return Unread(
            name=name,
            problem=f"programmet kunne ikke forstå {name} ({type(defect).__name__}: {defect})",
            hint="Meld fejlen, gerne med dokumentet. De andre dokumenter er bygget.",
        )
    if cache is not None and work.key == cache.key(work.path, name):  # else it changed meanwhile
        cache.put(work.key, reading)
    return reading


def _read(path: Path, name: str, registry: Registry, lexicon: Lexicon) -> Reading:
    layer = lay_out(read_source(path, name=name))
    parse = parse_list if is_list(layer, registry, lexicon) else parse_minutes
    extract = parse(layer, registry, lexicon)
    concerns = (*extract.warnings, *_concerns(extract, layer))
    return Reading(extract=replace(extract, warnings=concerns), positions=Positions.of(layer))


def _name(path: Path, data: Path) -> str:
    """The path below the data folder, the same on every system."""
    inside = path.is_relative_to(data)
    name = path.relative_to(data).as_posix() if inside else path.name
    return unicodedata.normalize("NFC", name)


def _concerns(extract: Extract, layer: TextLayer) -> Iterator[Finding]:
    """What is wrong with the document as a whole."""
    told = (extract.attendance, extract.items, extract.appointments, extract.statements)
    if not any((*told, extract.forums)):
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
                f"Tegnene «{layer.text[start:end]}» ligner et ødelagt bogstav. Gem dokumentet "
                "igen som ren tekst med tegnsættet UTF-8."
            ),
            passage=layer.passage(start, end),
        )


# --- the graph ------------------------------------------------------------------------------


def _refuse_newborn(resolution: Resolution) -> None:
    if resolution.newborn:
        names = ", ".join(entry.name for entry in resolution.newborn)
        raise ResolveError(
            f"{len(resolution.newborn)} personer står ikke i data/curation/identities.csv: {names}",
            "Byg uden --locked, se de nye linjer igennem, og gem dem.",
        )


def _describe(description: Description, tell: Progress) -> tuple[bytes, tuple[GraphFinding, ...]]:
    """The graph as N-Quads, and what the check of it found, which is in it too."""
    from kkr_graph.shapes import check_shapes  # heavy, and reading one document does not need it

    tell("Skriver grafen", 0, 1)
    content = write_nquads(description.quads())
    tell("Kontrollerer grafen", 0, 1)
    found = check_shapes(content)
    return _merged(content, write_nquads(description.finding_quads(found))), found


def _merged(*parts: bytes) -> bytes:
    """Sorted N-Quads of several parts, each line once."""
    lines = {line for part in parts for line in part.splitlines(keepends=True)}
    return b"".join(sorted(lines))


def _common_names(lexicon: Lexicon) -> CommonNames:
    return CommonNames(given=lexicon.given_names, surnames=lexicon.surnames)


def _review(documents: _Documents, resolution: Resolution) -> ReviewList:
    """What is left for a person to decide."""
    positions = {each.extract.document.sha256: each.positions for each in documents.readings}

    def locate(sha256: str, offset: int) -> str:
        where = positions[sha256]
        page = where.page(offset)
        line = f"l. {where.line(offset)}"
        return where.place(offset) or (f"s. {page}, {line}" if page else line)

    return review_list(documents.extracts, resolution, locate)


def _publish(
    config: Config, content: bytes, resolution: Resolution, report: BuildReport, review: ReviewList
) -> None:
    beside = config.quads.with_name(f".{config.quads.name}.{os.getpid()}")
    try:
        config.out.mkdir(parents=True, exist_ok=True)
        _write(beside, content)
        append_to_ledger(config.ledger, resolution.newborn)
        swap_in(beside, config.store)
        beside.replace(config.quads)
        write_index(config.quads, config.search)
        _write(config.report, _as_text(report.to_json()))
        _write(config.review, _as_text(review.to_json()))
    except OSError as error:
        raise StoreError(
            f"grafen kan ikke skrives i {config.out}: {error.strerror or error}",
            "Se efter, om der er plads på disken og skriveadgang, og luk filer, der er åbne.",
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _as_text(values: Mapping[str, Json]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


# --- the report -----------------------------------------------------------------------------


def _report(
    documents: _Documents,
    resolution: Resolution,
    tenures: Sequence[Tenure],
    description: Description,
    found: tuple[GraphFinding, ...],
) -> BuildReport:
    certain = sum(tenure.certain for tenure in tenures)
    told = (_told(extract, description) for extract in documents.extracts)
    return BuildReport(
        documents=tuple(sorted(told, key=lambda document: document.name)),
        unread=documents.unread,
        duplicates=documents.duplicates,
        people=len(resolution.people),
        new_people=tuple(entry.name for entry in resolution.newborn),
        doubts=tuple(f"{doubt.mention.name}: {doubt.reason}" for doubt in resolution.doubts),
        questions=len(resolution.pairs),
        tenures=certain,
        hypotheses=len(tenures) - certain,
        findings=found,
        data_through=description.data_through,
    )


def _told(extract: Extract, description: Description) -> DocumentReport:
    document = extract.document
    unclaimed = _characters(extract.unclaimed)
    decisions = (item.decision_passage for item in extract.items if item.decision_passage)
    used: tuple[Fact, ...] = (*extract.attendance, *extract.items)
    if document.kind == DocumentKind.APPOINTMENT_LIST:
        used = (*extract.appointments, *extract.forums, *extract.vacancies, *extract.seat_rules)
    claimed = _characters(used)
    return DocumentReport(
        name=document.name,
        kind=document.kind,
        body=document.body,
        date=document.date,
        counts={kind: len(getattr(extract, kind)) for kind in _FACTS},
        unclaimed=unclaimed,
        scope=unclaimed + claimed + sum(len(passage.quote) for passage in decisions),
        findings=tuple(
            finding for finding in description.findings if finding.sha256 == document.sha256
        ),
    )


def _characters(facts: Iterable[Fact]) -> int:
    return sum(len(passage.quote) for passage in {fact.passage for fact in facts})
