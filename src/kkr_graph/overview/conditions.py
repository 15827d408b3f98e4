"""The conditions of seats: what holds for a whole forum, and what for one group of its seats alone."""

from collections.abc import Iterable, Iterator, Sequence

from kkr_graph.model import danish
from kkr_graph.model.danish import counted
from kkr_graph.overview.content import OPEN_STATES, SeatRow
from kkr_graph.overview.groups import ComingGroup
from kkr_graph.seats.scope import Forum


def of_forum(
    forum: Forum, about: Sequence[SeatRow], groups: Sequence[ComingGroup]
) -> Iterator[tuple[str, str]]:
    """What holds for the whole forum; what is not known is left out."""
    if forum.purpose:
        yield "Formål", forum.purpose
    if forum.kind:
        yield "Type", forum.kind
    if (
        bases := [forum.legal_basis]
        if forum.legal_basis
        else distinct(r.legal_basis for r in about)
    ):
        yield "Hjemmel", "; ".join(bases)
    for label, values in _rules(about):
        if len(values) == 1:
            yield label, values[0]
    terms = distinct(row.term for row in about)
    if terms:
        yield "Valgperiode", ", ".join(terms)
    if groups:
        yield "Skal besættes", _to_fill(groups)
    deadlines = distinct(
        danish.day(row.deadline) for group in groups for row in group.rows if row.deadline
    )
    if deadlines:
        yield "Frist", ", ".join(deadlines)


def _to_fill(groups: Sequence[ComingGroup]) -> str:
    known = open_seats(group for group in groups if group.is_filled_by_somebody)
    unknown = open_seats(groups) - known
    if not known + unknown:
        return "ingen; pladserne følger embedet eller er besat"
    told = [counted(known, "plads", "pladser")] if known else []
    if unknown:
        told.append(
            f"{counted(unknown, 'plads', 'pladser')}, hvor det ikke er oplyst, hvem der udpeger"
        )
    return " og ".join(told)


def _rules(about: Sequence[SeatRow]) -> Iterator[tuple[str, list[str]]]:
    """What the registry says of the seats, under a word: the different values of each."""
    yield "Indstilles af", distinct(row.nominated_by for row in about)
    yield "Udpeges af", distinct(row.appointed_by for row in about)
    yield "Valgform", distinct(row.election_form for row in about)
    yield "Stedfortræder kræves", distinct(row.deputy_required for row in about)
    yield "Genudpegning", distinct(_times(row.reappointments) for row in about)
    yield "Kønsregel", distinct(row.gender_rule for row in about)
    yield "Vederlag", distinct(row.remuneration for row in about)
    yield "Møder om året", distinct(str(row.meetings or "") for row in about)


def of_group(group: ComingGroup, groups: Sequence[ComingGroup]) -> Iterator[str]:
    """What holds for a group and not for the whole forum."""
    if group.about.eligibility:
        yield group.about.eligibility
    of_all = dict(_rules([each.about for each in groups]))
    for label, values in _rules([group.about]):
        if values and len(of_all[label]) > 1:
            yield f"{label.lower()}: {values[0]}"
    if not (group.is_filled_by_somebody or group.about.is_by_office):
        yield "hvem der udpeger, er ikke oplyst"


def _times(reappointments: int | None) -> str:
    if reappointments is None:
        return ""
    return {0: "ikke muligt", 1: "én gang"}.get(reappointments, f"{reappointments} gange")


def open_seats(groups: Iterable[ComingGroup]) -> int:
    """How many of the seats are to be filled."""
    return sum(row.state in OPEN_STATES for group in groups for row in group.rows)


def distinct(values: Iterable[str]) -> list[str]:
    """Each value once, in their order, without those that are not told."""
    return list(dict.fromkeys(filter(None, values)))
