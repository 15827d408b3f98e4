"""The list of what a person has to decide, as a build writes it and ``review`` shows it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from kkr_graph.model.extract import Json
from kkr_graph.model.identity import Pair, is_mention
from kkr_graph.model.names import told_apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One passage that names somebody."""

    document: str
    body: str | None
    day: date | None
    place: str  # page or line, in Danish
    quote: str
    line: int | None = None  # of the text, counted from 1
    sha256: str = ""  # of the document


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """What one document says of somebody under one name: the least that can be told apart.

    ``mention`` is its reference, which a judgement writes; ``person`` is the slug of whoever the
    last build took it to mean.
    """

    person: str
    mention: str
    name: str  # as written
    party: str = ""
    municipality: str = ""
    organization: str = ""
    places: int = 1  # in the document
    sighting: Sighting  # the first of them

    def to_json(self) -> dict[str, Json]:
        """It as JSON values, in a fixed order; written out, since there are very many."""
        seen = self.sighting
        return {
            "person": self.person,
            "mention": self.mention,
            "name": self.name,
            "party": self.party,
            "municipality": self.municipality,
            "organization": self.organization,
            "places": self.places,
            "sighting": {
                "document": seen.document,
                "body": seen.body,
                "day": seen.day.isoformat() if seen.day else None,
                "place": seen.place,
                "quote": seen.quote,
                "line": seen.line,
                "sha256": seen.sha256,
            },
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Appearance":
        """The one that ``to_json`` wrote."""
        return cls(**{**values, "sighting": _sighting(values["sighting"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two in a question: all that the documents say of them.

    ``handle`` is what a judgement writes: a slug of the ledger or the reference of a mention.
    """

    handle: str
    name: str
    forms: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()  # as "formand i Østforum"
    bodies: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    documents: int = 0
    sightings: tuple[Sighting, ...] = ()  # in the latest few documents

    @property
    def documents_left(self) -> int:
        """How many documents none of the sightings is from."""
        return self.documents - len({each.document for each in self.sightings})

    @property
    def called(self) -> str:
        """The name with party and municipality, or else the organisation: others may have it, too."""
        seat = ["/".join(said) for said in (self.parties, self.municipalities)]
        said = seat if any(seat) else ["/".join(self.organizations)]
        is_bare = not any(said) and is_mention(self.handle)
        return told_apart(self.name, *(["kun navnet"] if is_bare else said))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMention:
    """A name that means nobody yet, and of whom it cannot be asked whether it is they."""

    subject: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A pair with its two sides: ``left`` is known, ``right`` is who it may be as well."""

    pair: Pair
    left: Side
    right: Side

    @property
    def id(self) -> str:
        """What the question is called on the command line."""
        return self.pair.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewList:
    """Everything a person has to decide. ``sides`` has everybody who is named, by handle.

    ``judged`` is the fingerprint of the judgements that the build was made with.
    """

    pairs: tuple[Pair, ...] = ()
    open: tuple[OpenMention, ...] = ()
    sides: Mapping[str, Side]
    judged: str = ""

    def questions(self) -> Iterator[Question]:
        """The pairs in their order, with their sides."""
        for pair in self.pairs:
            yield Question(
                pair=pair, left=self.sides[pair.candidate], right=self.sides[pair.subjects[0]]
            )

    def to_json(self) -> dict[str, Json]:
        """The list as JSON values, in a fixed order."""
        return {
            "pairs": [_record(pair) for pair in self.pairs],
            "open": [_record(mention) for mention in self.open],
            "sides": [_record(self.sides[handle]) for handle in sorted(self.sides)],
            "judged": self.judged,
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "ReviewList":
        """The list that ``to_json`` wrote."""
        sides = [_side(each) for each in values["sides"]]
        return cls(
            pairs=tuple(Pair(**_tuples(each)) for each in values["pairs"]),
            open=tuple(OpenMention(**each) for each in values["open"]),
            sides={side.handle: side for side in sides},
            judged=values.get("judged", ""),
        )


def question_json(question: Question) -> dict[str, Json]:
    """One question as JSON values, with all that is known of both sides."""
    return _record(question.pair) | {
        "left": _record(question.left),
        "right": _record(question.right),
    }


def _record(value: Pair | OpenMention | Side | Sighting) -> dict[str, Json]:
    return {part.name: _value(getattr(value, part.name)) for part in fields(value)}


def _value(value: object) -> Json:
    match value:
        case date():
            return value.isoformat()
        case tuple():
            return [_value(part) for part in value]
        case Sighting():
            return _record(value)
        case None | bool() | int() | str():
            return value
        case _:
            raise TypeError(f"no JSON form for {type(value).__name__}")


def _side(values: Mapping[str, Any]) -> Side:
    sightings = tuple(map(_sighting, values["sightings"]))
    plain = _tuples({**values, "sightings": ()})
    plain |= {"first": _day(values["first"]), "last": _day(values["last"]), "sightings": sightings}
    return Side(**plain)


def _sighting(values: Mapping[str, Any]) -> Sighting:
    return Sighting(**{**values, "day": _day(values["day"])})


def _tuples(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: tuple(value) if isinstance(value, Sequence) and not isinstance(value, str) else value
        for key, value in values.items()
    }


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
