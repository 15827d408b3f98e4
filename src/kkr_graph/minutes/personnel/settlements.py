"""What the appointments told in one item come to: each once, by the decision, with whom it replaces."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kkr_graph.minutes.personnel.acts import CHOSEN
from kkr_graph.model.extract import CHAIRS, Appointment, Event, Item, Outcome, Role
from kkr_graph.model.names import fold
from kkr_graph.model.text import TextLayer

_NO_CHOICE = frozenset({Event.LEFT, Event.HOLDS, Event.EX_OFFICIO})
_ADOPTED = frozenset({Outcome.APPROVED, Outcome.APPOINTED, Outcome.ENDORSED})
_POINTS = r"(?:pkt\.|punkt(?:erne)?|at-punkt) (?:\d{1,2}(?:, | og |[-–])?)+"
_PUT_OFF = re.compile(
    rf"{_POINTS} ?(?:blev|bliver|er)? ?(?:udsat|udskudt|udsættes|udskydes)"
    rf"|(?:udsat|udskudt|udsættes|udskydes) for så vidt angår (?:indstillingens )?{_POINTS}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(\d{1,2})(?:[-–](\d{1,2}))?")
_POINT = re.compile(r"\W*(?:(?:at-)?punkt )?(?P<number>\d{1,2})[.):] ")
_PASSED_ON = re.compile(r"\banbefal", re.IGNORECASE)  # to whoever decides


def settled(found: Sequence[tuple[bool, Appointment]], item: Item) -> Iterator[Appointment]:
    """What was found in an item, each with whether it is only recommended, by its decision."""
    decided = [appointment for proposed, appointment in found if not proposed]
    done = {act(appointment) for appointment in decided if appointment.certain}
    adopted, put_off = _is_adopted(item), _points_not_done(item)
    agreed = {
        at: replace(one, certain=adopted and _point_of(one) not in put_off)
        for at, (proposed, one) in enumerate(found)
        if proposed and not _decided_otherwise(one, decided)
    }
    for at, (proposed, appointment) in enumerate(found):
        if not proposed and not appointment.certain and act(appointment) in done:
            continue  # "ønsker at udtræde", and the decision says that it is so
        placed = decided if proposed else (*decided, *agreed.values())
        if not appointment.certain and _is_placed_as_other(appointment, placed):
            continue  # "Venstre pegede på X", and X becomes a representative
        if not appointment.certain and _goes_to_other(appointment, decided):
            continue  # one member's candidate, where another was chosen
        if not proposed:
            yield appointment
        elif appointment.event is Event.LEFT:  # who is chosen says nothing of who leaves
            yield replace(appointment, certain=appointment.certain or adopted)
        elif at in agreed:
            yield agreed[at]


def _is_adopted(item: Item) -> bool:
    """Whether the decision does what was recommended, and does not just pass it on: "Anbefales"."""
    adopted = _ADOPTED & set(item.outcomes)
    only_endorsed = adopted == {Outcome.ENDORSED}
    return bool(adopted) and not (only_endorsed and _PASSED_ON.search(item.decision or ""))


def _points_not_done(item: Item) -> frozenset[str]:
    """The points of what was recommended that the decision puts off: "Pkt. 4 blev udsat"."""
    told = _PUT_OFF.finditer(item.decision or "")
    return frozenset(str(number) for match in told for number in _numbers(match[0]))


def _numbers(points: str) -> Iterator[int]:
    """The numbers in "pkt. 1-3 og 5"."""
    for first, last in _NUMBER.findall(points):
        yield from range(int(first), int(last or first) + 1)


def _point_of(appointment: Appointment) -> str | None:
    """Of which point of a recommendation somebody is: "2. at X udpeges"."""
    match = _POINT.match(appointment.passage.quote)
    return None if match is None else match["number"]


def merged(layer: TextLayer, told: Iterable[Appointment]) -> Iterator[Appointment]:
    """Everything once, with whom somebody replaces where the next sentence says it.

    "X blev valgt. Hun afløser Y" is one election.
    """
    kept: list[Appointment] = []
    for one in told:
        at = next((i for i, before in enumerate(kept) if _completes(one, before)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = _completed(layer, kept[at], one)
    yield from _without_repeats(_as_replaced(one, kept) for one in kept)


def _as_replaced(one: Appointment, told: Iterable[Appointment]) -> Appointment:
    """Whoever leaves as what the one in their place is: "X valgt som repræsentant i stedet for Y".

    That somebody leaves a body does not say as what, and then stands for a member.
    """
    if one.event is not Event.LEFT or one.role is not Role.MEMBER:
        return one
    was_representative = any(
        other.role is Role.REPRESENTATIVE
        and fold(other.body) == fold(one.body)
        and (
            (other.event in CHOSEN and fold(other.replaces or "") == fold(one.person))
            or (other.event is Event.LEFT and fold(other.person) == fold(one.person))
        )
        for other in told
        if other.certain
    )
    return replace(one, role=Role.REPRESENTATIVE) if was_representative else one


def _completed(layer: TextLayer, told: Appointment, more: Appointment) -> Appointment:
    between = layer.text[told.passage.end : more.passage.start]
    follows = told.passage.end <= more.passage.start and not between.strip()
    end = more.passage.end if follows else told.passage.end
    return replace(
        told,
        passage=layer.passage(told.passage.start, end),
        replaces=told.replaces or more.replaces,
        from_=told.from_ or more.from_,
        to=told.to or more.to,
    )


def _completes(one: Appointment, told: Appointment) -> bool:
    """Whether somebody who comes in another's place, or on a day, is one who was just told to come."""
    return (
        (one.replaces, one.from_) != (None, None)
        and (one.replaces is None or told.replaces in (None, one.replaces))
        and (one.from_ is None or told.from_ in (None, one.from_))
        and _is_same_act(one, told)
        and (one.role, one.certain) == (told.role, told.certain)
        and (fold(one.person), fold(one.body)) == (fold(told.person), fold(told.body))
        and one.party in (None, told.party)
        and one.municipality in (None, told.municipality)
    )


def _is_same_act(one: Appointment, told: Appointment) -> bool:
    """Whether "afløser" is of the choice, or of the nomination, that was told before."""
    chosen = one.event is Event.APPOINTED and told.event in CHOSEN
    return chosen or one.event is told.event is Event.NOMINATED


def _without_repeats(told: Iterable[Appointment]) -> Iterator[Appointment]:
    """Without what is said again in the same words: "Næstformand blev X" below the election of X."""
    seen: set[tuple[object, ...]] = set()
    for one in told:
        key = (
            *act(one), one.event, one.role, one.party, one.municipality,
            one.from_, one.to, one.deputy_for, one.replaces, one.certain,
        )  # fmt: skip
        if key not in seen:
            seen.add(key)
            yield one


def act(appointment: Appointment) -> tuple[str, Event, str, Role | None]:
    """What is done to whom: whoever leaves a body leaves it in every role."""
    left = appointment.event is Event.LEFT
    event = Event.ELECTED if appointment.event is Event.APPOINTED else appointment.event
    role = None if left else appointment.role
    return fold(appointment.person), event, fold(appointment.body), role


def _decided_otherwise(proposed: Appointment, decided: Iterable[Appointment]) -> bool:
    """Whether the decision itself says who was appointed to the body, or as what the proposed was."""
    return any(
        fold(other.body) == fold(proposed.body)
        and (other.role is proposed.role or fold(other.person) == fold(proposed.person))
        for other in decided
        if other.event not in _NO_CHOICE and other.certain
    )


def _is_placed_as_other(proposed: Appointment, decided: Iterable[Appointment]) -> bool:
    """Whether somebody proposed for a seat without an office got one in the body, whatever it is called."""
    for_a_seat = proposed.role in (Role.MEMBER, Role.REPRESENTATIVE) and proposed.event in CHOSEN
    return for_a_seat and any(
        other.certain
        and other.event in CHOSEN
        and (fold(other.person), fold(other.body)) == (fold(proposed.person), fold(proposed.body))
        for other in decided
    )


def _goes_to_other(proposed: Appointment, decided: Iterable[Appointment]) -> bool:
    """Whether somebody else got the chair that somebody was proposed for."""
    to_a_chair = proposed.role in CHAIRS and proposed.event in CHOSEN
    return to_a_chair and any(
        other.certain
        and other.event in CHOSEN
        and (fold(other.body), other.role) == (fold(proposed.body), proposed.role)
        for other in decided
    )
