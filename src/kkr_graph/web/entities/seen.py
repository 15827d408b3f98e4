"""Whom the attendance lists name for a body, a municipality or a party: one row for each person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.solutions import Row
from kkr_graph.vocab import KKRC
from kkr_graph.web.addresses import with_query
from kkr_graph.web.entities.attendance import percent
from kkr_graph.web.entities.cells import Cells, day_cell
from kkr_graph.web.reading import written
from kkr_graph.web.site import Site
from kkr_graph.web.view import Line, Piece, Section, plain, table
from kkr_graph.web.wording import counted, whole

SHOWN = 200
_HEADINGS = (
    "Person",
    "Forum",
    "Parti",
    "Kommune",
    "Først",
    "Senest",
    "Til stede",
    "Afbud",
    "Fremmøde",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How often somebody was at the meetings of a body."""

    person: str
    body: str
    first: date
    last: date
    present: int
    absent: int


def seen_at(site: Site, body: str) -> tuple[Seen, ...]:
    """The members that the lists of a body name."""
    return _seen(site, "?meeting kkr:heldBy " + written(body) + " .")


def seen_for(site: Site, predicate: str, iri: str) -> tuple[Seen, ...]:
    """Those whom lists name for a municipality or a party."""
    return _seen(site, f"?came {written(predicate)} {written(iri)} .")


def _seen(site: Site, narrowed: str) -> tuple[Seen, ...]:
    """The same, kept: somebody who came to a hundred meetings is counted from a hundred rows."""
    return site.kept(("seen", narrowed), lambda: _counted(site, narrowed))


def _counted(site: Site, narrowed: str) -> tuple[Seen, ...]:
    rows = site.graph.select(
        "SELECT ?person ?body ?status (COUNT(DISTINCT ?meeting) AS ?n) (MIN(?day) AS ?first) "
        "(MAX(?day) AS ?last) WHERE { "
        + narrowed
        + " FILTER(?status IN (kkrc:present, kkrc:absent)) ?came kkr:inMeeting ?meeting ; "
        "kkr:participant ?person ; kkr:attendanceStatus ?status . "
        "?meeting kkr:heldBy ?body ; kkr:meetingDate ?day . "
        "FILTER NOT EXISTS { ?came a kkr:Hypothesis } FILTER NOT EXISTS { ?came kkr:scopeItem ?i } "
        "} GROUP BY ?person ?body ?status"
    ).rows
    by_person: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if "person" in row:  # an empty group of some engines has no person
            by_person.setdefault((row["person"].value, row["body"].value), []).append(row)
    return tuple(_one(person, body, of) for (person, body), of in sorted(by_person.items()))


def _one(person: str, body: str, rows: list[Row]) -> Seen:
    times = {row["status"].value: int(row["n"].value) for row in rows}
    return Seen(
        person=person,
        body=body,
        first=min(date.fromisoformat(row["first"].value) for row in rows),
        last=max(date.fromisoformat(row["last"].value) for row in rows),
        present=times.get(KKRC.present, 0),
        absent=times.get(KKRC.absent, 0),
    )


def seen_section(
    site: Site, seen: tuple[Seen, ...], *, without: str, question: Mapping[str, str]
) -> Section:
    """The table of them.

    Args:
        site: the graph.
        seen: whom to show.
        without: the heading of the column that the page itself says.
        question: what the question of attendance is narrowed by, to see every meeting.
    """
    ties = site.nodes.ties(each.person for each in seen)
    cells = Cells(site, (), *(iri for each in seen for iri in (each.person, each.body)), *ties.all)
    order = sorted(seen, key=lambda each: danish_sort_key(cells.label(each.person)))
    lines = [
        _line(each, cells, ties.parties, ties.municipalities, without) for each in order[:SHOWN]
    ]
    heading = "På deltagerlister"
    headings = [name for name in _HEADINGS if name != without]
    total = counted(len(seen), "person", "personer")
    cut = f"De første {SHOWN} af {total} er vist. " if len(seen) > SHOWN else ""
    return Section(
        id="deltagerlister",
        heading=heading,
        note="Optalt efter referaternes deltagerlister, på alle datoer. En stedfortræder, der ikke "
        "er markeret, tæller med.",
        table=table(heading, headings, lines),
        more=Piece(f"{cut}Se hvert møde", with_query("/spoergsmaal/attendance", **question)),
    )


def _line(
    each: Seen,
    cells: Cells,
    parties: Mapping[str, tuple[str, ...]],
    municipalities: Mapping[str, tuple[str, ...]],
    without: str,
) -> Line:
    told = {
        "Person": cells.thing(each.person),
        "Forum": cells.thing(each.body),
        "Parti": cells.things(parties.get(each.person, ())),
        "Kommune": cells.things(municipalities.get(each.person, ())),
        "Først": day_cell(each.first),
        "Senest": day_cell(each.last),
        "Til stede": plain(whole(each.present)),
        "Afbud": plain(whole(each.absent)),
        "Fremmøde": plain(f"{percent(each.present, each.present + each.absent)} %"),
    }
    return Line(cells=tuple(told[name] for name in _HEADINGS if name != without))
