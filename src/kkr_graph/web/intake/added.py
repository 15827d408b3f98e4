"""What was added through the program, with the pages of what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kkr_graph.config import Config
from kkr_graph.curation.ledger import read_ledger
from kkr_graph.intake.journal import Entry, read_journal, standing
from kkr_graph.model.names import danish_sort_key
from kkr_graph.vocab import DCTERMS, KKR
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.site import Site
from kkr_graph.web.view import Cell, Piece, listed, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """One document that was added; without links where the graph does not have it yet."""

    name: Cell
    meeting: Cell
    newcomers: Cell = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What was added together, and is taken back together."""

    number: int
    day: date
    documents: tuple[Added, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedPage:
    """What came of a batch. ``questions`` are for a person to settle."""

    batch: Batch
    replaced: tuple[str, ...]  # where those lie now that were taken out for it
    questions: int


def added_page(site: Site, config: Config, number: int) -> AddedPage | None:
    """What came of one batch; None where nothing of it is there any more."""
    journal = read_journal(config)
    entries = [entry for entry in standing(config, journal) if entry.batch == number]
    if not entries:
        return None
    questions = site.report.get("questions", 0)
    return AddedPage(
        batch=_batch(site, number, entries, _born(site, config)),
        replaced=tuple(entry.kept for entry in journal if entry.batch == number and entry.kept),
        questions=questions if isinstance(questions, int) else 0,
    )


def _batch(
    site: Site, number: int, entries: Sequence[Entry], born: Mapping[str, Sequence[Piece]]
) -> Batch:
    return Batch(
        number=number,
        day=entries[0].day,
        documents=tuple(_added(site, entry, born) for entry in reversed(entries)),
    )


def _added(site: Site, entry: Entry, born: Mapping[str, Sequence[Piece]]) -> Added:
    key = entry.sha256[:16]
    node = site.nodes.one(site.addresses.thing("document", key))
    name = entry.document.rpartition("/")[2]
    if not node.first(DCTERMS.title):  # a build by hand without it, or none since
        return Added(name=plain(name), meeting=())
    return Added(
        name=(Piece(name, site.addresses.path(node.iri)),),
        meeting=Cells(site, [node]).things(node.all(KKR.documents)),
        newcomers=listed((piece,) for piece in born.get(key, ())),
    )


def _born(site: Site, config: Config) -> Mapping[str, Sequence[Piece]]:
    """The people who were first met in each document."""
    found: dict[str, list[Piece]] = {}
    for key, piece in _births(site, config):
        found.setdefault(key, []).append(piece)
    return found


def _births(site: Site, config: Config) -> Iterator[tuple[str, Piece]]:
    for entry in sorted(read_ledger(config.ledger), key=lambda each: danish_sort_key(each.name)):
        path = site.addresses.path(site.addresses.person(entry.slug))
        yield (entry.mention or "").partition(":")[0], Piece(entry.name, path)
