"""One-line builders of the model's values, with defaults for all that a test does not care about.

``extract(attendance("Anne Hansen", "A", "Aalborg"), day=date(2025, 10, 24))`` is a whole document.
Names of people here are made up.
"""

import hashlib
from datetime import date
from itertools import chain
from typing import Any

from kkr_graph.model.extract import (
    Appointment,
    Attendance,
    AttendanceStatus,
    BodyMention,
    DateMention,
    Document,
    DocumentKind,
    Event,
    Extract,
    Fact,
    Finding,
    Forum,
    Item,
    Outcome,
    Role,
    SeatRule,
    Statement,
    StatementKind,
    Unclaimed,
    Vacancy,
)
from kkr_graph.model.identity import (
    Judgement,
    LedgerEntry,
    Mention,
    MentionKey,
    Verdict,
)
from kkr_graph.model.registry import Body, BodyKind, Municipality, Party, Registry
from kkr_graph.model.span import Passage
from kkr_graph.model.tenure import EndStatus, Proof, Tenure
from kkr_graph.resolve.mentions import in_order, mentions_of

DAY = date(2025, 10, 24)
COUNCIL = "KKR Nordjylland"


def sha256(name: str) -> str:
    """A hash that a document of this name may have."""
    return hashlib.sha256(name.encode()).hexdigest()


def passage(quote: str = "tekst", at: int = 0) -> Passage:
    return Passage(at, at + len(quote), quote)


def document(name: str = "referat.txt", **fields: Any) -> Document:
    """Minutes of a meeting; the hash follows from the file name, so two names are two documents."""
    if "day" in fields:
        fields["date"] = fields.pop("day")
    defaults: dict[str, Any] = {
        "kind": DocumentKind.MINUTES,
        "body": COUNCIL,
        "date": DAY,
        "case": None,
        "sha256": sha256(name),
    }
    return Document(name=name, **(defaults | fields))


def attendance(
    name: str,
    party: str | None = None,
    municipality: str | None = None,
    status: AttendanceStatus = AttendanceStatus.PRESENT,
    *,
    at: int = 0,
    **fields: Any,
) -> Attendance:
    """Present for the whole meeting, unless told otherwise."""
    return Attendance(
        name=name,
        party=party,
        municipality=municipality,
        status=status,
        passage=passage(name, at),
        **fields,
    )


def appointment(
    person: str,
    body: str = "Udvalg X",
    role: Role = Role.MEMBER,
    event: Event = Event.APPOINTED,
    *,
    at: int = 0,
    **fields: Any,
) -> Appointment:
    """A certain appointment with no dates, party or municipality."""
    defaults: dict[str, Any] = {"party": None, "municipality": None, "passage": passage(person, at)}
    return Appointment(person=person, body=body, role=role, event=event, **(defaults | fields))


def statement(person: str, item: str = "2.1", *, at: int = 0, **fields: Any) -> Statement:
    defaults: dict[str, Any] = {
        "on_behalf_of": None,
        "kind": StatementKind.BRIEFING,
        "passage": passage(person, at),
    }
    return Statement(person=person, item=item, **(defaults | fields))


def item(number: str = "1", title: str = "Orientering", *, at: int = 0, **fields: Any) -> Item:
    """An item of which no outcome is known."""
    defaults: dict[str, Any] = {
        "case": None,
        "initials": (),
        "recommendation": None,
        "decision": None,
        "outcomes": (Outcome.NONE,),
        "attachments": 0,
        "passage": passage(f"{number} {title}", at),
    }
    return Item(number=number, title=title, **(defaults | fields))


def date_mention(day: date = DAY, what: str | None = None, **fields: Any) -> DateMention:
    written = f"den {day.day}.{day.month}.{day.year}"
    defaults: dict[str, Any] = {"body": None, "as_written": written, "passage": passage(written)}
    return DateMention(date=day, what=what, **(defaults | fields))


def body_mention(name: str, abbreviation: str | None = None, *, at: int = 0) -> BodyMention:
    return BodyMention(name=name, abbreviation=abbreviation, passage=passage(name, at))


def seat_rule(body: str | None = "Udvalg X", seats: int = 3, **fields: Any) -> SeatRule:
    defaults: dict[str, Any] = {
        "who": "kommunale repræsentanter",
        "appointed_by": None,
        "passage": passage(f"{seats} medlemmer"),
    }
    return SeatRule(body=body, seats=seats, **(defaults | fields))


def forum(name: str, purpose: str | None = None, legal_basis: str | None = None) -> Forum:
    return Forum(
        name=name,
        purpose=purpose,
        legal_basis=legal_basis,
        passage=passage(name),
        purpose_passage=None if purpose is None else passage(purpose, 10),
        legal_basis_passage=None if legal_basis is None else passage(legal_basis, 50),
    )


def vacancy(body: str, role: Role = Role.MEMBER, by: str | None = None) -> Vacancy:
    return Vacancy(body=body, role=role, by=by, passage=passage("Vakant"))


def unclaimed(quote: str = "rest", why: str = "ukendt", *, at: int = 0) -> Unclaimed:
    return Unclaimed(why=why, passage=passage(quote, at))


_FIELD = {
    Attendance: "attendance",
    Item: "items",
    Appointment: "appointments",
    Statement: "statements",
    DateMention: "dates",
    BodyMention: "bodies",
    SeatRule: "seat_rules",
    Forum: "forums",
    Vacancy: "vacancies",
    Unclaimed: "unclaimed",
    Finding: "warnings",
}


def extract(*facts: Fact | Finding, name: str = "referat.txt", **document_fields: Any) -> Extract:
    """One document with these facts, each kind in the order given."""
    sorted_: dict[str, tuple[Any, ...]] = {}
    for fact in facts:
        field = _FIELD[type(fact)]
        sorted_[field] = (*sorted_.get(field, ()), fact)
    return Extract(document=document(name, **document_fields), **sorted_)


def mention(
    name: str,
    party: str | None = None,
    municipality: str | None = None,
    *,
    source: str = "referat.txt",
    **fields: Any,
) -> Mention:
    """Somebody named in the document ``source``."""
    key = MentionKey.of(sha256(source), name, party, municipality, fields.get("organization"))
    defaults: dict[str, Any] = {"body": COUNCIL, "day": DAY, "forms": (name,)}
    return Mention(key=key, name=name, **(defaults | fields))


def mentions_in(*extracts: Extract) -> tuple[Mention, ...]:
    """Everybody that documents name, as a build takes them."""
    return in_order(chain.from_iterable(map(mentions_of, extracts)))


def entry(
    slug: str, name: str, party: str | None = None, municipality: str | None = None, **fields: Any
) -> LedgerEntry:
    """A person of the ledger."""
    return LedgerEntry(slug=slug, name=name, party=party, municipality=municipality, **fields)


def judgement(
    left: str, right: str, verdict: Verdict = Verdict.POSITIVE, **fields: Any
) -> Judgement:
    defaults: dict[str, Any] = {"by": "prøve", "day": DAY}
    return Judgement(left=left, right=right, verdict=verdict, **(defaults | fields))


def proof(quote: str = "tekst", at: int = 0, source: str = "referat.txt") -> Proof:
    return Proof(sha256=sha256(source), passage=passage(quote, at))


def tenure(person: str, body: str = "Udvalg X", role: Role = Role.MEMBER, **fields: Any) -> Tenure:
    """A certain tenure, seen once, of which neither start nor end is known."""
    defaults: dict[str, Any] = {
        "ordinal": 1,
        "represents": None,
        "party": None,
        "municipality": None,
        "start": None,
        "end": None,
        "first_seen": DAY,
        "last_seen": DAY,
        "end_status": EndStatus.UNKNOWN,
        "certain": True,
        "substitute_for": None,
        "decided_in": (),
        "proofs": (proof(person),),
    }
    return Tenure(person=person, body=body, role=role, **(defaults | fields))


def body(slug: str, name: str, *abbreviations: str, **fields: Any) -> Body:
    """A board of the registry."""
    return Body(
        slug=slug, name=name, abbreviations=abbreviations, **({"kind": BodyKind.BOARD} | fields)
    )


def municipality(code: str, name: str, **fields: Any) -> Municipality:
    defaults: dict[str, Any] = {
        "official_name": f"{name} Kommune",
        "council": "nordjylland",
        "regions": (),
    }
    return Municipality(code=code, name=name, **(defaults | fields))


def party(slug: str, letter: str, name: str, **fields: Any) -> Party:
    return Party(slug=slug, letter=letter, name=name, **fields)


def registry(*entries: Body | Municipality | Party) -> Registry:
    """A registry that knows only these."""
    return Registry(
        bodies=tuple(each for each in entries if isinstance(each, Body)),
        municipalities=tuple(each for each in entries if isinstance(each, Municipality)),
        parties=tuple(each for each in entries if isinstance(each, Party)),
    )
