"""Removing all that is held of somebody but the documents themselves; all of it, or nothing."""

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from kkr_graph.config import Config
from kkr_graph.curation.forgotten import bury, unearth
from kkr_graph.curation.ledger import read_ledger
from kkr_graph.curation.tables import remove_rows, rewrite_rows
from kkr_graph.erasure.person import Person
from kkr_graph.erasure.traces import KEPT, Search, Traces, find_traces
from kkr_graph.errors import SourceError, StoreError
from kkr_graph.files import replace_file
from kkr_graph.intake.journal import COLUMNS, journal_of
from kkr_graph.lock import one_hand, only_build
from kkr_graph.model.progress import Progress
from kkr_graph.pipeline import build_held
from kkr_graph.sources import find_sources

_FRESH = ".ny"  # where the graph is built anew, below the output folder
_LEFT_OUT = "[slettet]"


def forget(
    config: Config, person: Person, *, day: date, jobs: int = 1, progress: Progress | None = None
) -> Traces:
    """Remove somebody from the curation, from what was kept, and from all that is derived.

    The graph is built anew in an empty folder, so that no engine keeps bytes of what was there.
    Where a document still names the person, the graph does too, and the identity stays.

    Args:
        config: The folders.
        person: Who.
        day: The day that the tombstone says.
        jobs: How many processes read documents.
        progress: Is told how far the build is.

    Returns:
        What is left, which is what the documents say.

    Raises:
        KkrGraphError: Nothing was changed, as the sentences say.
    """
    with only_build(config.out), one_hand(config.ledger.parent):
        traces = find_traces(config, person)
        fresh = replace(config, out=config.out / _FRESH)
        shutil.rmtree(fresh.out, ignore_errors=True)
        try:
            curated = (
                config.ledger,
                config.judgements,
                config.silenced,
                config.body_names,
                config.forgotten,
            )
            with _taken_back(*curated, journal_of(config)):
                _strike(config, person)
                bury(config.forgotten, person.slugs, day=day)
                if find_sources(config.data):
                    build_held(fresh, jobs=jobs, forget=person.slugs, progress=progress)
                _keep_identities(config, person)
        except BaseException:
            shutil.rmtree(fresh.out, ignore_errors=True)
            raise
        _put_in_place(config, fresh)
        _remove_copies(config, traces)
        return find_traces(config, person)


@contextmanager
def _taken_back(*paths: Path) -> Iterator[None]:
    """The files as they were, if the block fails."""
    before = {path: path.read_bytes() if path.is_file() else None for path in paths}
    try:
        yield
    except BaseException:
        for path, content in before.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                replace_file(path, content)
        raise


def _strike(config: Config, person: Person) -> None:
    """Take out the lines about the person, and the name out of those about others."""
    search = Search(config, person)
    if config.judgements.is_file():
        remove_rows(config.judgements, lambda cells: any(map(person.is_side, cells[:2])))
        _leave_out(config.judgements, person)
    if config.silenced.is_file():
        remove_rows(config.silenced, lambda cells: search.names("\n".join(cells)))
    if config.body_names.is_file():  # a body keeps its name, whoever gave it
        remove_rows(config.body_names, lambda cells: search.names(cells[0]))
        rewrite_rows(
            config.body_names, lambda cells: [search.left_out(each, _LEFT_OUT) for each in cells]
        )
    if journal_of(config).is_file():
        _leave_out_of_journal(journal_of(config), search)


def _leave_out_of_journal(path: Path, search: Search) -> None:
    """Let the journal tell what was done with documents that are gone, without their names."""
    places = [COLUMNS.index(column) for column in ("document", "kept")]

    def change(cells: Sequence[str]) -> list[str]:
        told = list(cells)
        if search.is_of_the_past(told[places[0]].strip()):
            for place in places:
                told[place] = search.left_out(told[place], _LEFT_OUT)
        return told

    rewrite_rows(path, change)


def _leave_out(path: Path, person: Person) -> None:
    names = "|".join(map(re.escape, sorted(person.names, key=len, reverse=True)))
    text = path.read_bytes().decode()
    struck = re.sub(rf"(?<!\w)(?:{names})(?!\w)", _LEFT_OUT, text, flags=re.IGNORECASE)
    if struck != text:
        replace_file(path, struck.encode())


def _keep_identities(config: Config, person: Person) -> None:
    """Whoever a document still names keeps the identity, which is no tombstone then."""
    left = {entry.slug for entry in read_ledger(config.ledger)}.intersection(person.slugs)
    if left:
        unearth(config.forgotten, left)


def _put_in_place(config: Config, fresh: Config) -> None:
    """The new graph instead of all that was derived from the old one."""
    try:
        for path in config.out.iterdir():
            if path.name not in {*KEPT, _FRESH}:
                _remove(path)
        for path in fresh.out.iterdir() if fresh.out.is_dir() else ():
            if path.name not in KEPT:
                path.replace(config.out / path.name)
        shutil.rmtree(fresh.out, ignore_errors=True)
    except OSError as error:
        raise StoreError(
            f"det, der er bygget i {config.out}, kan ikke fjernes: {error.strerror or error}",
            f"Luk websiderne og de filer, der er åbne, slet mappen {config.out}, og kør kkr-graph "
            "build. Personen er taget ud af kurateringen.",
        ) from error


def _remove_copies(config: Config, traces: Traces) -> None:
    """What is kept of documents that are not in use."""
    try:
        for name in traces.removed:
            (config.data / name).unlink(missing_ok=True)
        for name in traces.waiting:
            shutil.rmtree((config.out / name).parent)
    except OSError as error:
        raise SourceError(
            f"en kopi kan ikke fjernes: {error.strerror or error}",
            "Luk de filer, der er åbne, og kør kommandoen igen.",
        ) from error


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
