"""The documents that the graph is built of, what was read of each, and what was taken out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from kkr_graph.config import Config
from kkr_graph.intake.journal import Entry, present, read_journal, taken_out
from kkr_graph.intake.samples import sample_documents
from kkr_graph.intake.wording import KIND, counts
from kkr_graph.web.leads import Leads, leads_of
from kkr_graph.web.site import Site
from kkr_graph.web.unsettled import records, share_left
from kkr_graph.web.view import EMPTY, Cell, Look, Piece, plain
from kkr_graph.web.wording import day, written_day

_HEADINGS = ("Dokument", "Art", "Organ", "Dato", "Læst", "Ikke brugt", "Lagt ind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One document of the data folder, by its path there; cells as under the headings of the shelf."""

    path: str
    name: str
    cells: tuple[Cell, ...]
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The documents, without the columns in which nothing is told of any of them."""

    headings: tuple[str, ...]
    documents: tuple[Listed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOut:
    """What was taken out at one time, and can be put back."""

    batch: int
    day: str
    names: tuple[str, ...]


def shelf_of(site: Site, config: Config) -> Shelf:
    """All documents that the last build met, those that it could not read first.

    When one was put in is known where that was done by a page or by ``kkr-graph add``.
    """
    documents = _listed(site, config)
    told = [n for n in range(len(_HEADINGS)) if any(each.cells[n] for each in documents)]
    return Shelf(
        headings=tuple(_HEADINGS[n] for n in told),
        documents=tuple(
            replace(each, cells=tuple(each.cells[n] for n in told)) for each in documents
        ),
    )


def _listed(site: Site, config: Config) -> tuple[Listed, ...]:
    leads = leads_of(site)
    samples = frozenset(sample_documents(config))
    added = {entry.document: day(entry.day) for entry in present(config, read_journal(config))}
    cells = {
        **{str(each["name"]): _unread(each) for each in records(site.report, "unread")},
        **{str(each["name"]): _read(each, leads) for each in records(site.report, "documents")},
        **{str(each["name"]): _double(each) for each in records(site.report, "duplicates")},
    }
    return tuple(
        Listed(
            path=path,
            name=path.rpartition("/")[2],
            cells=(*told, plain(added.get(path, ""))),
            is_sample=path in samples,
        )
        for path, told in cells.items()
        if (config.data / path).is_file()
    )


def _read(told: Mapping[str, object], leads: Leads) -> tuple[Cell, ...]:
    numbers = told["counts"]
    assert isinstance(numbers, dict)
    unused = Piece(share_left(told), "/fund#ubrugt") if told["unclaimed"] else Piece("intet")
    return (
        leads.file(str(told["name"])),
        plain(KIND[str(told["kind"])]),
        leads.name(str(told["body"] or "")),
        plain(written_day(str(told["date"] or ""))),
        plain(", ".join(counts(numbers)) or "intet"),
        (unused,),
    )


def _unread(told: Mapping[str, object]) -> tuple[Cell, ...]:
    problem = Piece(f"Kan ikke læses: {told['problem']}", look=Look.MISSING)
    return (_name(told), EMPTY, EMPTY, EMPTY, (problem,), EMPTY)


def _double(told: Mapping[str, object]) -> tuple[Cell, ...]:
    same = plain(f"samme indhold som {str(told['same_as']).rpartition('/')[2]}")
    return (_name(told), EMPTY, EMPTY, EMPTY, same, EMPTY)


def _name(told: Mapping[str, object]) -> Cell:
    return plain(str(told["name"]).rpartition("/")[2])


def put_back_choices(config: Config) -> tuple[TakenOut, ...]:
    """What can be put back, the latest first."""
    out = taken_out(config, read_journal(config))
    return tuple(
        _taken_out(batch, tuple(entries))
        for batch, entries in groupby(out, key=lambda entry: entry.batch)
    )


def _taken_out(batch: int, entries: tuple[Entry, ...]) -> TakenOut:
    names = (entry.document.rpartition("/")[2] for entry in reversed(entries))
    return TakenOut(batch=batch, day=day(entries[0].day), names=tuple(names))
