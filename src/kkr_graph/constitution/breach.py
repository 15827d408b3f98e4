"""A rule that is not kept, or cannot be decided, as a value with a stable key."""

from dataclasses import dataclass

from kkr_graph.constitution.seating import Seating
from kkr_graph.iri import digest
from kkr_graph.model.extract import Severity
from kkr_graph.queries.asking import NO_SOURCE, Source
from kkr_graph.seats.groups import SeatGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A rule that is not kept, or cannot be decided, or something to know.

    ``key`` says what it is about, ``value`` what was found: a silenced breach stays silent until
    its value changes.
    """

    rule: str
    severity: Severity
    message: str
    about: str
    legal_basis: str
    key: str
    value: str
    source: Source = NO_SOURCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a breach is about: a name to show, what tells it from others, where it stands."""

    about: str
    focus: tuple[str, ...]
    source: Source = NO_SOURCE


def about_seating(
    seating: Seating,
    rule: str,
    severity: Severity,
    message: str,
    *,
    value: str,
    law: str = "",
) -> Breach:
    """A breach about somebody in a seat."""
    return breach(
        rule,
        severity,
        message,
        Topic(about=seating.name, focus=(seating.group.slug, seating.who), source=seating.source),
        value=value,
        law=law or seating.group.record.text("legal_basis"),
    )


def about_group(
    group: SeatGroup, rule: str, severity: Severity, message: str, *, value: str, law: str = ""
) -> Breach:
    """A breach about a seat group."""
    return breach(
        rule,
        severity,
        message,
        Topic(about=group.record.text("forum"), focus=(group.slug,)),
        value=value,
        law=law or group.record.text("legal_basis"),
    )


def breach(
    rule: str, severity: Severity, message: str, topic: Topic, *, value: str, law: str = ""
) -> Breach:
    """A breach whose key follows from the rule and the topic, and whose value from what was found."""
    return Breach(
        rule=rule,
        severity=severity,
        message=f"{message} Hjemmel: {law}." if law else message,
        about=topic.about,
        legal_basis=law,
        key=f"{rule}:{digest(*topic.focus)}",
        value=digest(severity, value)[:8],
        source=topic.source,
    )
