"""Who was at which meetings, counted and drawn: of one person over all bodies, of one body over time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from kkr_graph.model.names import danish_sort_key
from kkr_graph.vocab import KKRC
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.pictures.strip import Mark, Strip, to_strips
from kkr_graph.web.reading import written
from kkr_graph.web.site import Site
from kkr_graph.web.wording import counted, day

UNDATED = date.min  # so that it stands before all that has a day
_DRAWN = 60  # meetings of one body
_MEMBERS = (KKRC.present, KKRC.absent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """That somebody was named at a meeting.

    ``body`` is empty where the document does not say whose meeting it was; ``day`` is then the document's,
    and ``UNDATED`` where it has none. ``is_whole`` is false of whoever was only there, or only away, for an
    item; ``is_certain`` of whoever was only announced.
    """

    iri: str
    meeting: str
    status: str
    body: str = ""
    day: date = UNDATED
    is_whole: bool = True
    is_certain: bool = True

    @property
    def counts(self) -> bool:
        """Whether it tells of a member's attendance at a whole meeting."""
        return self.status in _MEMBERS and self.is_whole and self.is_certain


def came(site: Site, person: str) -> tuple[Came, ...]:
    """Where somebody was named, the latest meeting first."""
    who = f"?came kkr:participant {written(person)} "
    select = site.graph.select
    bodies, days = (
        {
            row["meeting"].value: row["told"].value
            for row in select(
                f"SELECT DISTINCT ?meeting ?told WHERE {{ {who}; kkr:inMeeting ?meeting . {told} }}"
            ).rows
        }
        for told in ("?meeting kkr:heldBy ?told", "?meeting kkr:meetingDate|dcterms:date ?told")
    )
    scoped, doubtful = (
        {row["came"].value for row in select(f"SELECT DISTINCT ?came WHERE {{ {who}{more} }}").rows}
        for more in ("; kkr:scopeItem ?item", "; a kkr:Hypothesis")
    )
    rows = select(
        f"SELECT DISTINCT ?came ?meeting ?status WHERE {{ {who}; kkr:inMeeting ?meeting ; "
        "kkr:attendanceStatus ?status }"
    ).rows
    found = []
    for row in rows:
        iri, meeting = row["came"].value, row["meeting"].value
        found.append(
            Came(
                iri=iri,
                meeting=meeting,
                status=row["status"].value,
                body=bodies.get(meeting, ""),
                day=date.fromisoformat(days[meeting]) if meeting in days else UNDATED,
                is_whole=iri not in scoped,
                is_certain=iri not in doubtful,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.day, each.iri), reverse=True))


def by_body(every: Sequence[Came], when: date) -> Mapping[str, list[Came]]:
    """A member's attendance up to a day, the first meeting first, for each body."""
    bodies: dict[str, list[Came]] = {}
    for each in reversed(every):
        if each.counts and each.body and UNDATED < each.day <= when:
            bodies.setdefault(each.body, []).append(each)
    return bodies


def rates(every: Sequence[Came], when: date, cells: Cells) -> tuple[str, Markup | None]:
    """How often somebody came up to a day, body by body: what it rests on, and the picture."""
    strips = [
        _strip(cells.label(body), of)
        for body, of in sorted(
            by_body(every, when).items(), key=lambda pair: danish_sort_key(cells.label(pair[0]))
        )
    ]
    if not strips:
        return "", None
    cut = f" De seneste {_DRAWN} møder er tegnet." if any(s.is_cut for s in strips) else ""
    note = (
        f"Tallene er til og med {day(when)} og bygger på referaternes deltagerlister: møder, hvor personen "
        "står som til stede eller med afbud. Gæster, og den, der kun var med til enkelte punkter, tæller "
        f"ikke.{cut}"
    )
    return note, to_strips("fremmoede", "Fremmøde", strips)


def _strip(label: str, of: Sequence[Came]) -> Strip:
    present = sum(each.status == KKRC.present for each in of)
    return Strip(
        name=label,
        told=f"{rate(present, len(of))}, {day(of[0].day)} – {day(of[-1].day)}",
        marks=tuple(Mark(each.day, each.status == KKRC.present) for each in of[-_DRAWN:]),
        is_cut=len(of) > _DRAWN,
    )


def rate(present: int, of: int) -> str:
    """``til stede ved 3 af 4 møder (75 %)``."""
    return f"til stede ved {present} af {counted(of, 'møde', 'møder')} ({percent(present, of)} %)"


def percent(part: int, of: int) -> int:
    """Rounded as people round, halves upwards."""
    return (200 * part + of) // (2 * of)


def headcounts(site: Site, body: str) -> Mapping[str, tuple[int, int]]:
    """How many members were at each meeting of a body, and how many the lists name."""
    return site.kept(("headcounts", body), lambda: _headcounts(site, body))


def _headcounts(site: Site, body: str) -> Mapping[str, tuple[int, int]]:
    rows = site.graph.select(
        f"SELECT ?meeting ?status (COUNT(DISTINCT ?who) AS ?n) WHERE {{ ?meeting kkr:heldBy {written(body)} . "
        "?came kkr:inMeeting ?meeting ; kkr:participant ?who ; kkr:attendanceStatus ?status . "
        "FILTER(?status IN (kkrc:present, kkrc:absent)) FILTER NOT EXISTS { ?came a kkr:Hypothesis } "
        "FILTER NOT EXISTS { ?came kkr:scopeItem ?item } } GROUP BY ?meeting ?status"
    ).rows
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        if "meeting" in row:  # an empty group of some engines has no meeting
            found.setdefault(row["meeting"].value, {})[row["status"].value] = int(row["n"].value)
    return {
        meeting: (counts.get(KKRC.present, 0), sum(counts.values()))
        for meeting, counts in found.items()
    }
