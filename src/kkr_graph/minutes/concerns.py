"""Places in a document that a person should look at: wrong days, wrong terms, unmarked deputies."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from kkr_graph.minutes.decisions import PLACED
from kkr_graph.minutes.structure.blocks import ItemBlock, Structure
from kkr_graph.model.extract import (
    Appointment,
    Attendance,
    AttendanceStatus,
    DateMention,
    Document,
    DocumentKind,
    Event,
    Finding,
    Item,
    Role,
    Severity,
)
from kkr_graph.model.names import fold
from kkr_graph.model.registry import Clock, Registry, SeatRole
from kkr_graph.model.text import TextLayer

OUT_OF_SEQUENCE = "date-out-of-sequence"
_TERM = re.compile(r"\b(?P<from>20\d\d)\s?[-–]\s?(?P<to>20\d\d)\b")
_TERM_CONTEXT = re.compile(
    r"\b(?:KKR|valgperiode\w*|funktionsperiode\w*|periode\w*)\b[^.\n]{0,30}$", re.IGNORECASE
)
_PAST_TERM = re.compile(
    r"\b(?:nuværende|indeværende|foregående|forrige|afgående|tidligere|sidste|denne)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
_TERM_LENGTH = 4  # years
# whose seats are in no body: of the council's own leader, and of who leads or audits an assembly
_OF_THE_MEETING = re.compile(
    r"\b(?:\w*borgmester|dirigent|ordstyrer|mødeleder|referent|stemmetæller\w*|\w*revisor\w*|\w*revision\w*|advokat|tovholder)",
    re.IGNORECASE,
)


def check_days(
    layer: TextLayer, mentions: Sequence[DateMention]
) -> tuple[tuple[DateMention, ...], tuple[Finding, ...]]:
    """Marks days that stand at the head of a line and break the order of their neighbours.

    A calendar runs forward; a day that goes back in time, and would fit with another year, has the
    wrong year. The source's words are kept.
    """
    suspects = {
        mention: year
        for item in dict.fromkeys(mention.item for mention in mentions)
        for mention, year in _out_of_sequence(layer, [m for m in mentions if m.item == item])
    }
    marked = tuple(
        replace(mention, suspect=OUT_OF_SEQUENCE) if mention in suspects else mention
        for mention in mentions
    )
    findings = tuple(
        Finding(
            code=OUT_OF_SEQUENCE,
            message=(
                f"Datoen »{mention.as_written}« bryder rækkefølgen i punkt {mention.item}: "
                f"datoerne omkring den peger på {year}. Kontrollér årstallet i dokumentet."
            ),
            passage=mention.passage,
        )
        for mention, year in suspects.items()
    )
    return marked, findings


def _out_of_sequence(
    layer: TextLayer, mentions: Sequence[DateMention]
) -> Iterator[tuple[DateMention, int]]:
    """The days at line heads that are earlier than the one before, with the year that would fit."""
    latest: date | None = None
    for mention, after in pairwise((*_at_line_heads(layer, mentions), None)):
        assert mention is not None
        fitting = (
            None
            if latest is None or mention.date >= latest
            else _fitting_year(mention.date, latest, after)
        )
        if fitting is not None:
            yield mention, fitting
            latest = mention.date.replace(year=fitting)
        else:
            latest = mention.date


def _at_line_heads(layer: TextLayer, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The days with which a line begins: the entries of a calendar."""
    starts = {line.start for line in layer.lines}
    return [mention for mention in mentions if mention.passage.start in starts]


def _fitting_year(day: date, latest: date, after: DateMention | None) -> int | None:
    """The year in which a day would stand between its neighbours; None when none does."""
    for year in (latest.year, latest.year + 1):
        if (day.month, day.day) == (2, 29):
            continue
        moved = day.replace(year=year)
        if latest <= moved and (after is None or moved <= after.date or after.date < latest):
            return year
    return None


def contradicting_terms(
    layer: TextLayer, registry: Registry, blocks: Sequence[ItemBlock]
) -> Iterator[Finding]:
    """Passages of an item that name another electoral term than its title does."""
    terms = {(term.from_.year, term.through.year) for term in registry.terms if term.clock == "kkr"}
    text = layer.reading.text
    for block in blocks:
        titled = {
            _years(match) for match in _TERM.finditer(text, block.title.start, block.title.end)
        }
        if len(titled) != 1 or not titled <= _four_years(terms):
            continue
        for match in _TERM.finditer(text, block.told_at, block.lines[-1].read_end):
            if _years(match) not in titled and _speaks_of_term(text, match, block):
                yield _contradiction(layer, block, match, titled.copy().pop())


def _four_years(terms: set[tuple[int, int]]) -> set[tuple[int, int]]:
    return terms | {(start, start + _TERM_LENGTH) for start, _ in terms}


def _years(match: re.Match[str]) -> tuple[int, int]:
    return int(match["from"]), int(match["to"])


def _speaks_of_term(text: str, match: re.Match[str], block: ItemBlock) -> bool:
    before = text[max(block.told_at, match.start() - 60) : match.start()]
    start, end = _years(match)
    length = end - start == _TERM_LENGTH
    return length and bool(_TERM_CONTEXT.search(before)) and not _PAST_TERM.search(before)


def _contradiction(
    layer: TextLayer, block: ItemBlock, match: re.Match[str], titled: tuple[int, int]
) -> Finding:
    return Finding(
        code="term-contradicts-heading",
        message=(
            f"Punkt {block.number} handler efter overskriften om {titled[0]}-{titled[1]}, men teksten "
            f"nævner {match['from']}-{match['to']}. Kontrollér, hvilken periode der menes."
        ),
        passage=layer.passage_read(match.start(), match.end()),
    )


def seats_on(registry: Registry, name: str, day: date) -> int | None:
    """How many seats the registry gives a body on a day; None where it does not say."""
    body = registry.body(name)
    if body is None:
        return None
    running = (registry.term_on(clock, day, body.area or body.slug) for clock in Clock)
    terms = {term.slug for term in running if term is not None}
    return (
        sum(
            group.seats
            for group in registry.seat_groups
            if group.body == body.slug
            and group.term in terms
            and group.role not in (SeatRole.OBSERVER, SeatRole.DEPUTY)
        )
        or None
    )


def unmarked_deputies(
    document: Document, attendance: Sequence[Attendance], seats: int | None
) -> Iterator[tuple[Finding, Appointment]]:
    """Pairs of one party and municipality, one absent and one present, where a deputy is likely.

    Only where more people are listed than the body has seats: then somebody is there in another's
    place though the document does not say so. It stays a hypothesis.
    """
    members = [
        entry
        for entry in attendance
        if entry.status != AttendanceStatus.GUEST and entry.items is None and entry.party
    ]
    if seats is None or len(members) <= seats or document.body is None:
        return
    for absent in members:
        for present in members:
            if _may_stand_in(present, absent, members):
                yield (
                    _deputy_finding(present, absent, len(members), seats),
                    _deputy(present, absent, document.body),
                )


def _may_stand_in(present: Attendance, absent: Attendance, members: Sequence[Attendance]) -> bool:
    marked = any(member.deputy_for for member in (present, absent)) or any(
        fold(member.deputy_for or "") == fold(absent.name) for member in members
    )
    same = (present.party, present.municipality) == (absent.party, absent.municipality)
    statuses = (present.status, absent.status)
    return (
        statuses == (AttendanceStatus.PRESENT, AttendanceStatus.ABSENT)
        and same
        and present.municipality is not None
        and not marked
    )


def _deputy_finding(present: Attendance, absent: Attendance, listed: int, seats: int) -> Finding:
    return Finding(
        code="probable-unmarked-deputy",
        message=(
            f"{present.name} er muligvis mødt som stedfortræder for {absent.name}: begge er fra "
            f"{present.municipality} og liste {present.party}, og der er {listed} navne til {seats} pladser. "
            "Dokumentet siger det ikke."
        ),
        passage=present.passage,
    )


def _deputy(present: Attendance, absent: Attendance, body: str) -> Appointment:
    return Appointment(
        passage=present.passage,
        person=present.name,
        party=present.party,
        municipality=present.municipality,
        body=body,
        role=Role.DEPUTY,
        event=Event.HOLDS,
        deputy_for=absent.name,
        certain=False,
    )


def contradicting_attendance(attendance: Sequence[Attendance]) -> Iterator[Finding]:
    """People listed both as present and as absent for the whole meeting."""
    whole = [
        entry
        for entry in attendance
        if entry.items is None and entry.status != AttendanceStatus.GUEST
    ]
    counts = Counter((fold(entry.name), entry.party, entry.municipality) for entry in whole)
    for entry in whole:
        key = (fold(entry.name), entry.party, entry.municipality)
        if counts[key] > 1 and entry.status == AttendanceStatus.ABSENT:
            yield Finding(
                code="listed-twice",
                message=f"{entry.name} står flere gange i deltagerlisten, også som fraværende.",
                passage=entry.passage,
            )


def unknown_meeting(document: Document, *, is_letter: bool) -> Iterator[Finding]:
    """A document that does not say whose meeting it is about, or when it was; a letter is of no meeting."""
    if is_letter:
        if document.date is None:
            yield Finding(
                code="meeting-unknown",
                message=(
                    f"{document.name}: Det fremgår ikke, hvilken dag brevet eller nyheden er fra. Skriv "
                    "den øverst, f.eks. »24. oktober 2025«."
                ),
                severity=Severity.WARNING,
            )
        return
    for missing, value in (("hvilket organ", document.body), ("hvilken dato", document.date)):
        if value is None:
            yield Finding(
                code="meeting-unknown",
                message=(
                    f"{document.name}: Det fremgår ikke, {missing} mødet gælder. Skriv det øverst, f.eks. "
                    "»Referat af møde i KKR Nordjylland den 24. oktober 2025«."
                ),
                severity=Severity.WARNING,
            )


def unnumbered_items(document: Document, structure: Structure) -> Iterator[Finding]:
    """Items that were counted, since the document has titles only; minutes in which none was found."""
    if structure.items and not structure.numbered:
        yield Finding(
            code="items-counted",
            message=(
                f"{document.name}: Punkterne har ingen numre i dokumentet. De er fundet ved deres overskrifter og "
                f"talt fra 1 til {len(structure.items)}; numrene er programmets."
            ),
            severity=Severity.INFO,
        )
    elif document.kind is DocumentKind.MINUTES and not structure.items:
        yield Finding(
            code="items-unknown",
            message=(
                f"{document.name}: Der er ikke fundet punkter i referatet. Giv dem numre, f.eks. »1. Økonomi«, eller "
                "overskrifter med f.eks. »Beslutning« på en linje for sig under hver."
            ),
        )


def placed_nobody(items: Sequence[Item], appointments: Sequence[Appointment]) -> Iterator[Finding]:
    """Items whose decision elects or appoints somebody, where nobody was read: but for those of the meeting itself."""
    told = {one.item for one in appointments}
    for item in items:
        places = not PLACED.isdisjoint(item.outcomes) and item.number not in told
        if places and item.decision and not _OF_THE_MEETING.search(item.decision):
            yield Finding(
                code="placed-nobody",
                message=(
                    f"I punkt {item.number} er der valgt, udpeget eller indstillet, men programmet har ikke forstået hvem. "
                    "Se beslutningen, og skriv f.eks. »Anna Holm (A) blev udpeget som medlem af Havnerådet«."
                ),
                passage=item.decision_passage,
            )


def broken_paragraphs(layer: TextLayer) -> Iterator[Finding]:
    """A document whose paragraphs were broken like the lines of a page, and joined again."""
    if layer.mended:
        yield Finding(
            code="paragraphs-joined",
            message=(
                f"{layer.name}: Afsnittene er brudt midt i sætningerne, som når tekst kopieres fra en PDF eller en mail. "
                "De er lagt sammen, så godt det lader sig gøre. Har du det oprindelige dokument, så brug det."
            ),
            severity=Severity.INFO,
        )
