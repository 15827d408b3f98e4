"""Whom a notice, or minutes without lists, tell in sentences to have been at a meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kkr_graph.language.people import PeopleReader
from kkr_graph.language.presented import Presented
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.clauses import ONE, SOME, Clause, mask_people
from kkr_graph.model.extract import Attendance, AttendanceStatus
from kkr_graph.model.names import clean
from kkr_graph.model.text import TextLayer

# an office may stand before each of those listed
_OFFICE = r"(?:[a-zæøå.]+ ){0,2}"
_LISTED = rf"{_OFFICE}{ONE}(?:(?:,? og|,? samt|,) {_OFFICE}{ONE})*"
_SAID = (
    # "Til stede var Anna Holm, Bo Lund og Eva Skov"
    (
        AttendanceStatus.PRESENT,
        re.compile(
            rf"\b(?:[Tt]il ?stede (?:fra bestyrelsen )?var|(?:[Ii] )?[Mm]ødet deltog|[Ff]ra bestyrelsen (?:deltog|var|mødte)) (?P<who>{_LISTED})"
            rf"|\A(?P<came>{_LISTED}) var (?:mødt|fremmødt)(?=\s*(?:[.;]|\Z))"
        ),
    ),
    # "Anna Holm og Bo Lund havde meldt afbud", "Der var afbud fra Anna Holm"
    (
        AttendanceStatus.ABSENT,
        re.compile(
            rf"(?P<who>{SOME}) (?:havde|har) (?:meldt|sendt) afbud\b|\b[Aa]fbud (?:(?:var|er|blev) )?(?:meldt )?(?:fra|af) (?P<from>{_LISTED})"
        ),
    ),
    # "Fra sekretariatet deltog direktør Anna Holm og Bo Lund"
    (
        AttendanceStatus.GUEST,
        re.compile(
            rf"\b[Ff]ra (?:sekretariatet|administrationen|forvaltningen|direktionen) (?:deltog|mødte)(?: desuden| også)? (?P<who>{_LISTED})"
        ),
    ),
    # "Anna Holm var med som gæst"
    (
        AttendanceStatus.GUEST,
        re.compile(
            rf"(?P<who>{SOME}) (?:var med|deltog|var til stede|var inviteret) (?:\w+ )?som (?:gæst|observatør|oplægsholder)\w*"
        ),
    ),
)
# "for hende mødte suppleanten Bo Lund": for the one who was away
_INSTEAD = re.compile(
    rf"\b(?:for|i stedet for) (?:ham|hende) (?:mødte|deltog|kom) (?:[a-zæøå]+ )?(?P<who>{ONE})"
    rf"|\bi (?:hans|hendes) sted (?:mødte|deltog|kom) (?:[a-zæøå]+ )?(?P<placed>{ONE})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    person: Presented
    status: AttendanceStatus
    deputy_for: str | None = None


def told_present(layer: TextLayer, people: PeopleReader, end: int) -> Iterator[Attendance]:
    """Everybody whom the sentences before ``end`` of the reading tell to have come, or not."""
    for start, stop in sentences(layer.reading.text, 0, end):
        for told in _in_clause(mask_people(layer.reading.text[start:stop], people)):
            yield Attendance(
                passage=layer.passage_read(start, stop),
                name=clean(told.person.name),
                party=told.person.party,
                municipality=told.person.municipality,
                status=told.status,
                deputy_for=told.deputy_for,
                title=told.person.title,
                organization=told.person.organization,
            )


def _in_clause(clause: Clause) -> Iterator[_Told]:
    away: list[Presented] = []
    for status, pattern in _SAID:
        for match in pattern.finditer(clause.text):
            groups = match.groupdict()
            group = next(name for name in ("who", "came", "from") if groups.get(name))
            named = list(clause.named_in(*match.span(group)))
            away.extend(named if status is AttendanceStatus.ABSENT else ())
            yield from (_Told(person=person, status=status) for person in named)
    instead = _INSTEAD.search(clause.text)
    if instead is not None and len(away) == 1:  # "hende" is nobody where two were away
        person = clause.person(instead["who"] or instead["placed"])
        yield _Told(person=person, status=AttendanceStatus.PRESENT, deputy_for=clean(away[0].name))
