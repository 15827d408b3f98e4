"""Votes against seats: what lists got at an election, and what they hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kkr_graph.constitution.calculation.election import (
    Area,
    AreaVotes,
    area_of,
    votes_in,
)
from kkr_graph.constitution.calculation.records import read_election, read_names
from kkr_graph.errors import ConfigError
from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.registry import Registry
from kkr_graph.model.solutions import Row, Term
from kkr_graph.queries import Answer, Column
from kkr_graph.registry import read_registry
from kkr_graph.vocab import XSD
from kkr_graph.web.addresses import with_query
from kkr_graph.web.constitution.workspace import data_of, elections_folder
from kkr_graph.web.pictures.bars import Bar, Chart, Group, to_bars
from kkr_graph.web.site import Site
from kkr_graph.web.view import Line, Piece, Section, plain, table
from kkr_graph.web.wording import day, whole

VOTES = "/tal/stemmer"
_HEADINGS = ("Liste", "Stemmer", "Andel af stemmer", "Mandater", "Andel af mandater")


EXAMPLE = "eksempel-"
"""What the short name of an election begins with that only comes with the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One list: votes, seats in the councils, and what its people hold by the documents."""

    name: str
    votes: int
    seats: int | None
    holds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """The lists of an area, those with most votes first."""

    area: str
    is_council: bool
    election: str
    lists: tuple[Held, ...]
    missing: tuple[str, ...]
    areas: tuple[str, ...]  # that have results

    @property
    def holding(self) -> str:
        """What is counted beside votes and seats."""
        return "medlemmer af KKR" if self.is_council else "poster"

    def total(self, column: str) -> int:
        """The sum of one of the numbers."""
        return sum(getattr(each, column) or 0 for each in self.lists)


def elections(site: Site) -> Mapping[str, str]:
    """What elections are called, by their short names; none where there is no data folder."""
    config = data_of(site)
    folder = elections_folder(config) if config else None
    return read_names(folder) if folder and (folder / "elections.csv").is_file() else {}


def read_votes(site: Site, slug: str, written: str, when: date) -> Votes:
    """The votes of an election in an area: in the first that has results where none is named.

    Raises:
        ConfigError: there is no such area.
        RegistryError: a table has a mistake.
    """
    config = data_of(site)
    assert config is not None, "there is an election, so there is a data folder"
    registry = read_registry(config.registry)
    election = read_election(elections_folder(config), slug, registry)
    names = {each.code: each.name for each in registry.municipalities}
    areas = sorted({names[each.municipality] for each in election.results}, key=danish_sort_key)
    area = area_of(registry, written) if written else area_of(registry, next(iter(areas), ""))
    if area is None:
        raise ConfigError(
            f"»{written[:80]}« er hverken en kommune eller et KKR.", "Skriv fx Hjørring."
        )
    counted = votes_in(election, area, registry)
    return Votes(
        area=area.name,
        election=election.name,
        is_council=area.council,
        lists=tuple(_lists(counted, _held(site, area, registry, when))),
        missing=counted.missing,
        areas=tuple(areas),
    )


def _held(site: Site, area: Area, registry: Registry, when: date) -> Mapping[str, int]:
    """How many people of each party the documents show: in the council, or in posts for the place."""
    date_ = Term(value=when.isoformat(), datatype=XSD.date)
    council = registry.body(area.name) if area.council else None
    if council is not None:
        iri = site.addresses.thing("kkr", council.slug)
        rows = site.rows("council-composition", council=Term(value=iri, is_iri=True), date=date_)
        members = [
            (row["party"].value, int(row["members"].value)) for row in rows if row["party"].is_iri
        ]
    else:
        iri = site.addresses.thing("kommune", next(iter(area.municipalities)))
        place = Term(value=iri, is_iri=True)
        rows = site.rows("municipality-representation", municipality=place, date=date_)
        posts = {(row["tenure"].value, row["party"].value) for row in rows if "party" in row}
        members = [(party, 1) for _, party in sorted(posts)]
    labels = site.nodes.labels(party for party, _ in members)
    found: dict[str, int] = {}
    for party, number in members:
        name = labels.get(party, party)
        found[name] = found.get(name, 0) + number
    return found


def _lists(counted: AreaVotes, held: Mapping[str, int]) -> Iterator[Held]:
    order = sorted(counted.lists, key=lambda each: (-each.votes, danish_sort_key(each.label)))
    for each in order:
        yield Held(
            name=each.label,
            votes=int(each.votes),
            seats=each.seats,
            holds=held.get(each.label, 0),
        )


def votes_section(site: Site, votes: Votes, when: date, query: Mapping[str, str]) -> Section:
    """The figure and the table, with the areas that have results."""
    holds = votes.holding
    kinds = ["andel af stemmer", "andel af mandater"]
    if votes.is_council and votes.total("holds"):  # a handful of posts is no share of anything
        kinds.append(f"andel af {holds}")
    lines = [Line(cells=tuple(plain(text) for text in row)) for row in _cells(votes)]
    headings = (*_HEADINGS, holds.capitalize(), f"Andel af {holds}")
    missing = (
        f" Der mangler resultater fra {', '.join(votes.missing)}; figuren tegnes, når de er der."
        if votes.missing
        else ""
    )
    is_drawn = bool(votes.lists) and not votes.missing  # parts of an area tell nothing of all of it
    chart = Chart(
        name="stemmer",
        title=f"Stemmer og pladser, {votes.area}",
        kinds=tuple(kinds),
        groups=tuple(_group(votes, each, len(kinds)) for each in votes.lists),
    )
    return Section(
        id="stemmer",
        heading=f"Stemmer og pladser i {votes.area}",
        note=f"{votes.election}. Stemmer og mandater står i datamappens valgtabeller; {holds} er dem, "
        f"dokumenterne viser pr. {day(when)}.{missing}",
        picture=to_bars(chart) if is_drawn else None,
        table=table(f"Stemmer og pladser i {votes.area}", headings, lines),
        is_folded=is_drawn,
        links=(
            Piece("Excel", with_query(f"{VOTES}.xlsx", **query)),
            Piece("CSV", with_query(f"{VOTES}.csv", **query)),
            Piece("Beregn pladserne", with_query("/konstituering/beregning", omraade=votes.area)),
        ),
    )


def _group(votes: Votes, each: Held, kinds: int) -> Group:
    bars = (
        _bar(each.votes, votes.total("votes")),
        _bar(each.seats, votes.total("seats")),
        _bar(each.holds, votes.total("holds")),
    )
    return Group(each.name, bars[:kinds])


def _bar(part: int | None, of: int) -> Bar | None:
    if part is None or not of:
        return None
    return Bar(float(Fraction(100 * part, of)), f"{_share(part, of)} ({whole(part)})")


def _share(part: int | None, of: int) -> str:
    """``35,3 %``, rounded as people round."""
    if part is None or not of:
        return ""
    tenths = (2000 * part + of) // (2 * of)
    return f"{tenths // 10},{tenths % 10} %"


def _cells(votes: Votes) -> Iterator[Sequence[str]]:
    sums = {name: votes.total(name) for name in ("votes", "seats", "holds")}
    for each in votes.lists:
        yield (
            each.name,
            whole(each.votes),
            _share(each.votes, sums["votes"]),
            "" if each.seats is None else str(each.seats),
            _share(each.seats, sums["seats"]),
            str(each.holds),
            _share(each.holds, sums["holds"]),
        )


def votes_answer(votes: Votes) -> Answer:
    """The same as an answer, to be written as a file."""
    names = ("list", "votes", "votes_share", "seats", "seats_share", "held", "held_share")
    numbers = frozenset(("votes", "seats", "held"))
    headings = (*_HEADINGS, votes.holding.capitalize(), f"Andel af {votes.holding}")
    rows: list[Row] = [
        {
            name: Term(
                value=value.replace(".", "") if name in numbers else value,
                datatype=XSD.integer if name in numbers else None,
            )
            for name, value in zip(names, cells, strict=True)
            if value
        }
        for cells in _cells(votes)
    ]
    return Answer(
        title=f"Stemmer og pladser i {votes.area}",
        columns=tuple(Column(name, heading) for name, heading in zip(names, headings, strict=True)),
        rows=tuple(rows),
        labels={},
    )
