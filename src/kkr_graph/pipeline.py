"""The order of the build: files in, a graph out, and a report of what happened.

One build at a time holds the output folder. What is read is kept in a cache there; beyond that
everything is checked and made before the first file is written. Then the ledger, the store,
``graph.nq`` and what is told of the build are written, in this order, each in one step: a crash
in between leaves a ledger with people that the next build finds again, and the old graph.
"""

import gc
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kkr_graph.assembly import Assembled, assembled
from kkr_graph.cache import (
    Account,
    MeantCaches,
    ReadingCache,
    appearance_lines,
    forget_last_build,
    inputs_of,
    kept_claims,
    kept_seen,
    last_build,
    remember,
)
from kkr_graph.config import Config
from kkr_graph.curation.appearances import write_appearances
from kkr_graph.curation.forgotten import read_forgotten
from kkr_graph.curation.judgements import fingerprint, read_judgements
from kkr_graph.curation.ledger import append_to_ledger, read_ledger, remove_from_ledger
from kkr_graph.curation.silenced import Silence, read_silenced, silence_id, value_of
from kkr_graph.documents import Documents, Knowledge, read_documents
from kkr_graph.errors import ConfigError, ResolveError, StoreError
from kkr_graph.files import replace_file
from kkr_graph.iri import Minter
from kkr_graph.lock import only_build
from kkr_graph.model.extract import Json
from kkr_graph.model.finding import GraphFinding
from kkr_graph.model.identity import Judgement, LedgerEntry, Mention, Resolution
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.progress import Progress
from kkr_graph.model.report import BuildReport, DocumentReport
from kkr_graph.model.review import ReviewList
from kkr_graph.model.tenure import Tenure
from kkr_graph.rdf import Description
from kkr_graph.resolve.claims import made_now
from kkr_graph.resolve.identity import resolve_people
from kkr_graph.resolve.likeness import CommonNames
from kkr_graph.resolve.review import review_list, seen_in
from kkr_graph.resolve.tenures import consolidate_tenures
from kkr_graph.sources import FOLDERS, find_astray, find_sources
from kkr_graph.store.canonical import Written
from kkr_graph.store.lines import update_lines
from kkr_graph.store.texts import KeptTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What is known before any document is read."""

    knowledge: Knowledge
    ledger: tuple[LedgerEntry, ...]
    judgements: tuple[Judgement, ...]
    silenced: tuple[Silence, ...]
    forgotten: frozenset[str]
    sources: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wishes:
    """How the graph is to be built."""

    locked: bool
    cached: bool
    forget: Collection[str]


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
    if not config.out.is_dir():
        _lay_ground(config, _sources(config))  # what is wrong is told before there is a folder
    with only_build(config.out):
        return build_held(config, locked=locked, jobs=jobs, cached=cached, progress=progress)


def build_held(
    config: Config,
    *,
    locked: bool = False,
    jobs: int = 1,
    cached: bool = True,
    forget: Collection[str] = (),
    progress: Progress | None = None,
) -> BuildReport:
    """As ``build_graph``, for whoever holds the output folder already.

    Those in ``forget`` are taken out of the ledger, unless a document or a judgement names them.
    """
    tell = progress or (lambda step, done, total: None)
    sources = _sources(config)
    inputs = inputs_of(config, sources) if cached else ""
    if cached and not forget and (last := last_build(config, inputs)):
        return replace(last.report, is_new=False, anew=())
    ground = _lay_ground(config, sources)  # after the lock: another build may write to the ledger
    cache = ReadingCache.of(config) if cached else None
    documents = read_documents(
        config, ground.sources, ground.knowledge, jobs=jobs, cache=cache, tell=tell
    )
    wishes = _Wishes(locked=locked, cached=cached, forget=forget)
    with _nothing_to_collect():
        report, written = _build(config, ground, documents, wishes, tell)
    # what could not be read is tried again, and whoever was new is not new the next time
    is_settled = report.is_built and not (report.unread or report.new_people)
    is_read_as_it_is = cached and is_settled and inputs == inputs_of(config, ground.sources)
    if is_read_as_it_is and written:
        remember(config, inputs, report, written)
    else:
        forget_last_build(config)
    return report


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """What a build holds are frozen values, among which the collector would look for cycles in vain.

    With some hundred documents that took a quarter of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _build(
    config: Config, ground: _Ground, documents: Documents, wishes: _Wishes, tell: Progress
) -> tuple[BuildReport, Written | None]:
    """The report, and the quads that were written, if any were."""
    if not documents.accounts:
        report = BuildReport(
            unread=documents.unread, duplicates=documents.duplicates, is_built=False
        )
        return report, None
    tell("Afgør, hvem der er hvem", 0, 1)
    mentions = documents.mentions
    resolution, forgotten = _resolve(ground, mentions, wishes.forget)
    if wishes.locked:
        _refuse_newborn(resolution)
    kept = MeantCaches.of(config) if wishes.cached else None
    tenures = consolidate_tenures(
        documents.extracts,
        resolution,
        ground.knowledge.registry,
        kept_claims(kept.claims, resolution) if kept else made_now,
    )
    description = Description(
        registry=ground.knowledge.registry,
        readings=documents.readings,
        resolution=resolution,
        tenures=tenures,
        minter=Minter(config.base),
    )
    anew = bool(wishes.forget)
    with assembled(config, description, tell, cached=wishes.cached, anew=anew) as graph:
        report = _report(documents, resolution, tenures, description, graph)
        report = _without_set_aside(report, ground.silenced)
        who = _who(ground, documents, mentions, resolution, kept)
        _publish(config, graph, (resolution, forgotten), report, who)
    if kept:
        kept.forget_others()
    texts = KeptTexts(config.texts)
    texts.keep_only({each.document.sha256 for each in documents.extracts})
    update_lines(texts, config.lines)
    tell("Lægger grafen på plads", 1, 1)
    return report, graph.written


# --- what is known before -------------------------------------------------------------------


def _sources(config: Config) -> tuple[Path, ...]:
    """The documents there are."""
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
    return (*sources, *find_astray(config.data))


def _lay_ground(config: Config, sources: tuple[Path, ...]) -> _Ground:
    return _Ground(
        ledger=read_ledger(config.ledger),
        judgements=read_judgements(config.judgements),
        silenced=read_silenced(config.silenced),
        forgotten=read_forgotten(config.forgotten),
        knowledge=Knowledge.of(config),
        sources=sources,
    )


# --- who is who -----------------------------------------------------------------------------


def _resolve(
    ground: _Ground, mentions: Sequence[Mention], forget: Collection[str]
) -> tuple[Resolution, frozenset[str]]:
    """Who is who, and the slugs of those to be forgotten whom nothing names any more."""
    common = _common_names(ground.knowledge.lexicon)
    resolution = resolve_people(
        mentions, ground.ledger, ground.judgements, common, ground.forgotten
    )
    judged = {side for each in ground.judgements for side in (each.left, each.right)}
    forgotten = frozenset(forget) - set(resolution.by_mention.values()) - judged
    if forgotten:
        left = tuple(entry for entry in ground.ledger if entry.slug not in forgotten)
        resolution = resolve_people(mentions, left, ground.judgements, common, ground.forgotten)
    return resolution, forgotten


# --- the graph ------------------------------------------------------------------------------


def _refuse_newborn(resolution: Resolution) -> None:
    if resolution.newborn:
        names = ", ".join(entry.name for entry in resolution.newborn)
        raise ResolveError(
            f"{len(resolution.newborn)} personer står ikke i data/curation/identities.csv: {names}",
            "Byg uden --locked, se de nye linjer igennem, og gem dem.",
        )


def _common_names(lexicon: Lexicon) -> CommonNames:
    return CommonNames(given=lexicon.given_names, surnames=lexicon.surnames)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Who:
    """What is left for a person to decide, and whom each mention means."""

    review: ReviewList
    appearances: Iterable[bytes]


def _who(
    ground: _Ground,
    documents: Documents,
    mentions: Sequence[Mention],
    resolution: Resolution,
    kept: MeantCaches | None,
) -> _Who:
    positions = {each.extract.document.sha256: each.positions for each in documents.readings}

    def locate(sha256: str, offset: int) -> tuple[str, int]:
        where = positions[sha256]
        page, number = where.page(offset), where.line(offset)
        line = f"linje {number}"
        return where.place(offset) or (f"side {page}, {line}" if page else line), number

    seen = kept_seen(kept.seen) if kept else seen_in
    listed = review_list(documents.extracts, mentions, resolution, locate, seen)
    return _Who(
        review=replace(listed, judged=fingerprint(ground.judgements)),
        appearances=appearance_lines(
            documents.extracts, mentions, resolution, locate, kept.appearances if kept else None
        ),
    )


def _publish(
    config: Config,
    graph: Assembled,
    people: tuple[Resolution, frozenset[str]],
    report: BuildReport,
    who: _Who,
) -> None:
    resolution, forgotten = people
    try:
        remove_from_ledger(config.ledger, forgotten)
        append_to_ledger(config.ledger, resolution.newborn)
        graph.publish()
        replace_file(config.report, _as_text(report.to_json()))
        replace_file(config.review, _as_text(who.review.to_json()))
        write_appearances(config.appearances, who.appearances)
    except OSError as error:
        raise StoreError(
            f"grafen kan ikke skrives i {config.out}: {error.strerror or error}",
            "Se efter, om der er plads på disken og skriveadgang, og luk filer, der er åbne.",
        ) from error


def _as_text(values: Mapping[str, Json]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


# --- the report -----------------------------------------------------------------------------


def _report(
    documents: Documents,
    resolution: Resolution,
    tenures: Sequence[Tenure],
    description: Description,
    graph: Assembled,
) -> BuildReport:
    certain = sum(tenure.certain for tenure in tenures)
    told = (_told(account, description) for account in documents.accounts)
    return BuildReport(
        documents=tuple(sorted(told, key=lambda document: document.name)),
        unread=documents.unread,
        duplicates=documents.duplicates,
        people=len(resolution.people),
        new_people=tuple(entry.name for entry in resolution.newborn),
        doubts=tuple(f"{doubt.mention.name}: {doubt.reason}" for doubt in resolution.doubts),
        questions=sum(not pair.unsure for pair in resolution.pairs),
        tenures=certain,
        hypotheses=len(tenures) - certain,
        quads=graph.written.quads,
        findings=graph.findings,
        data_through=description.data_through,
        anew=documents.anew,
    )


def _without_set_aside(report: BuildReport, silenced: Iterable[Silence]) -> BuildReport:
    """The report in which the findings that somebody has looked at are marked."""
    words = {each.id for each in silenced}

    def marked(findings: Iterable[GraphFinding]) -> tuple[GraphFinding, ...]:
        return tuple(
            replace(each, set_aside=silence_id(each.key, value_of(each.message)) in words)
            for each in findings
        )

    documents = (replace(each, findings=marked(each.findings)) for each in report.documents)
    return replace(report, documents=tuple(documents), findings=marked(report.findings))


def _told(account: Account, description: Description) -> DocumentReport:
    found = description.findings_of(account.reading.extract.document.sha256)
    return replace(account.report, findings=found)
