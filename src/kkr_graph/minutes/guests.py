"""People whom the items present with an office or an organisation, and what they said."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kkr_graph.minutes.statements import Said
from kkr_graph.model.extract import Attendance, AttendanceStatus, Statement
from kkr_graph.model.names import clean, fold
from kkr_graph.model.registry import Registry
from kkr_graph.model.text import TextLayer


def find_guests(
    said: Iterable[tuple[str, Said]],
    members: Sequence[Attendance],
    partly: Iterable[Attendance],
    layer: TextLayer,
    registry: Registry,
    is_of_others: Callable[[str], bool],
) -> Iterator[Attendance]:
    """One entry for each guest, with the items under which they are named.

    ``is_of_others`` tells whether an office is no role in the body that meets. Who is told in
    ``partly`` to have taken no part in an item is no guest of it, if they did not speak.
    """
    known = {fold(entry.name) for entry in members}
    missed = {(fold(entry.name), number) for entry in partly for number in entry.items or ()}
    guests: dict[str, Attendance] = {}
    for number, spoken in said:
        name = fold(spoken.person.name)
        if spoken.kind is None and (name, number) in missed:
            continue
        if name not in known and _is_presented(spoken, is_of_others):
            guest = _guest(number, spoken, layer, registry)
            guests[name] = _merged(guests[name], guest) if name in guests else guest
    yield from guests.values()


def _is_presented(spoken: Said, is_of_others: Callable[[str], bool]) -> bool:
    """Without an office or organisation beside the name nobody is taken for a guest."""
    person = spoken.person
    office = person.title if is_of_others(person.title or "") else None
    return any((office, person.organization, person.municipality))


def _guest(number: str, spoken: Said, layer: TextLayer, registry: Registry) -> Attendance:
    person = spoken.person
    place = registry.municipality(person.organization or "")
    return Attendance(
        passage=layer.passage_read(spoken.start, spoken.end),
        name=clean(person.name),
        party=person.party,
        municipality=place.name if place is not None else person.municipality,
        status=AttendanceStatus.GUEST,
        title=person.title,
        organization=person.organization or employer_of(person.municipality, registry),
        items=_came_for(spoken, number),
        certain=spoken.recorded,
    )


def _came_for(spoken: Said, number: str) -> tuple[str, ...] | None:
    """The items that a sentence says somebody comes for, else the one in which it stands."""
    if spoken.throughout:
        return None
    return spoken.person.items or (number,)


def employer_of(name: str | None, registry: Registry) -> str | None:
    """A municipality as those who work for it name it: "Vejle Kommune"."""
    place = None if name is None else registry.municipality(name)
    return None if place is None else place.official_name


def _merged(before: Attendance, again: Attendance) -> Attendance:
    """Two namings of one guest: the recorded one proves it, and the items add up."""
    proof, other = (again, before) if again.certain and not before.certain else (before, again)
    throughout = before.items is None or again.items is None
    items = dict.fromkeys((*(before.items or ()), *(again.items or ())))
    return replace(
        proof,
        title=proof.title or other.title,
        organization=proof.organization or other.organization,
        municipality=proof.municipality or other.municipality,
        items=None if throughout else tuple(items),
    )


def to_statements(
    said: Iterable[tuple[str, Said]], layer: TextLayer, speaks_for: Mapping[str, str]
) -> Iterator[Statement]:
    """One statement for each person and item; what was recorded outdoes what was announced.

    ``speaks_for`` leads from folded names to whom people speak for where an item does not say it.
    """
    statements: dict[tuple[str, str], Statement] = {}
    for number, spoken in said:
        if spoken.kind is None:
            continue
        statement = Statement(
            passage=layer.passage_read(spoken.start, spoken.end),
            person=clean(spoken.person.name),
            item=number,
            on_behalf_of=spoken.on_behalf_of or speaks_for.get(fold(spoken.person.name)),
            kind=spoken.kind,
            certain=spoken.recorded,
        )
        key = (number, fold(statement.person))
        before = statements.get(key)
        if before is None or (statement.certain and not before.certain):
            behalf = statement.on_behalf_of or (before.on_behalf_of if before else None)
            statements[key] = replace(statement, on_behalf_of=behalf)
    yield from statements.values()
