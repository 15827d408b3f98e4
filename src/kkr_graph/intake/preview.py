"""What a document says, as somebody looks at it before it is added: found, and doubtful."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kkr_graph.config import Config
from kkr_graph.curation.ledger import read_ledger
from kkr_graph.intake.change import document_name, free_document_name
from kkr_graph.intake.wording import COUNTS, EVENT, ROLE, STATUS
from kkr_graph.model import danish
from kkr_graph.model.extract import Appointment, DocumentKind, Extract, Fact, Item, Severity
from kkr_graph.model.names import danish_sort_key, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read of a file, and the document with the same content that is there already."""

    extract: Extract
    same_content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """One person of a document. ``does`` says what as; not ``certain`` where nothing is for sure."""

    name: str
    party: str
    municipality: str
    does: tuple[str, ...]
    quotes: tuple[str, ...]
    known: bool  # the ledger has somebody of that name
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """A forum of a list: how many sit in it, and which seats nobody has."""

    forum: str
    members: int
    vacant: tuple[str, ...]  # roles, in Danish


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """Something to look at before it is confirmed."""

    message: str
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would be added. ``same_content`` says that it is there already."""

    name: str
    document: str  # where it would lie; a free name
    renamed: bool  # since another document has the name that was sent
    kind: DocumentKind
    body: str
    date: date | None
    counts: Mapping[str, int]
    people: tuple[Met, ...]
    items: tuple[Item, ...]
    forums: tuple[Seats, ...]
    doubts: tuple[Doubtful, ...]
    remarks: tuple[Doubtful, ...]  # what is only told
    unclaimed: tuple[Doubtful, ...]
    same_content: str
    same_meeting: tuple[str, ...]

    @property
    def unread(self) -> int:
        """How many characters in scope were not used."""
        return sum(len(each.quote) for each in self.unclaimed)

    @property
    def newcomers(self) -> tuple[str, ...]:
        """The names that the ledger does not have."""
        return tuple(person.name for person in self.people if not person.known)


def preview(config: Config, name: str, reading: Reading) -> Preview:
    """What is shown of a document before it is added.

    Raises:
        ConfigError: There is no ledger.
        RegistryError: It has a mistake.
    """
    extract = reading.extract
    document = extract.document
    wanted = document_name(document.kind, name)
    free = free_document_name(config, wanted)
    known = frozenset(fold(entry.name) for entry in read_ledger(config.ledger))
    return Preview(
        name=name,
        document=free,
        renamed=free != wanted,
        kind=document.kind,
        body=document.body or "",
        date=document.date,
        counts={kind: len(getattr(extract, kind)) for kind in COUNTS},
        people=_people(extract, known),
        items=extract.items,
        forums=tuple(_seats(extract)),
        doubts=tuple(_doubts(extract)),
        remarks=tuple(_findings(extract, serious=False)),
        unclaimed=tuple(
            Doubtful(message=each.why, quote=each.passage.quote) for each in extract.unclaimed
        ),
        same_content=reading.same_content,
        same_meeting=_same_meeting(config, extract),
    )


# --- people ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    name: str
    party: str | None
    municipality: str | None
    does: str
    quote: str
    certain: bool
    listed: bool = False  # by the attendance list, which says nothing of a role


def _people(extract: Extract, known: frozenset[str]) -> tuple[Met, ...]:
    """Everybody, by name; those whom the document tells apart by party or municipality are two."""
    mentions: dict[tuple[str, str, str], list[_Mention]] = {}
    for mention in _mentions(extract):
        key = (fold(mention.name), mention.party or "", mention.municipality or "")
        mentions.setdefault(_fuller(key, mentions), []).append(mention)
    people = [_met(each, known) for each in mentions.values()]
    return tuple(sorted(people, key=lambda each: danish_sort_key(each.name)))


def _fuller(
    key: tuple[str, str, str], mentions: Mapping[tuple[str, str, str], object]
) -> tuple[str, str, str]:
    """The one entry of the name that says all that this one says, and more; else the key."""
    name, *said = key
    fitting = [
        other
        for other in mentions
        if other[0] == name
        and all(mine in ("", theirs) for mine, theirs in zip(said, other[1:], strict=True))
    ]
    return fitting[0] if len(fitting) == 1 else key


def _mentions(extract: Extract) -> Iterator[_Mention]:
    for entry in extract.attendance:
        does = STATUS[entry.status] + (f" for {entry.deputy_for}" if entry.deputy_for else "")
        yield _Mention(
            name=entry.name, party=entry.party, municipality=entry.municipality, does=does,
            quote=entry.passage.quote, certain=entry.certain, listed=True,
        )  # fmt: skip
    for role in extract.appointments:
        yield _Mention(
            name=role.person, party=role.party, municipality=role.municipality,
            does=_role(role) if role.certain else f"måske {_role(role)}",
            quote=role.passage.quote, certain=role.certain,
        )  # fmt: skip
    for statement in extract.statements:
        yield _Mention(
            name=statement.person, party=None, municipality=None,
            does=f"indlæg, punkt {statement.item}", quote=statement.passage.quote,
            certain=statement.certain,
        )  # fmt: skip


def _role(role: Appointment) -> str:
    told = f"{ROLE[role.role]} i {role.body} ({EVENT[role.event]})"
    days = [
        f"{word} {danish.day(day)}" for word, day in (("fra", role.from_), ("til", role.to)) if day
    ]
    return " ".join((told, *days))


def _met(mentions: Sequence[_Mention], known: frozenset[str]) -> Met:
    first = mentions[0]
    return Met(
        name=first.name,
        party=first.party or "",
        municipality=first.municipality or "",
        does=tuple(dict.fromkeys(each.does for each in mentions)),
        quotes=tuple(
            dict.fromkeys(each.quote for each in sorted(mentions, key=lambda each: each.listed))
        ),
        known=fold(first.name) in known,
        certain=any(each.certain for each in mentions),
    )


# --- forums ---------------------------------------------------------------------------------


def _seats(extract: Extract) -> Iterator[Seats]:
    for name in dict.fromkeys(forum.name for forum in extract.forums):
        members = {fold(role.person) for role in extract.appointments if role.body == name}
        vacant = tuple(ROLE[each.role] for each in extract.vacancies if each.body == name)
        yield Seats(forum=name, members=len(members), vacant=vacant)


# --- doubts ---------------------------------------------------------------------------------


def _doubts(extract: Extract) -> Iterator[Doubtful]:
    yield from _basics(extract)
    yield from _findings(extract, serious=True)
    for role in extract.appointments:
        if not role.certain:
            yield _doubtful(role, f"{role.person}, {_role(role)}: det er ikke sikkert.")
    for entry in extract.attendance:
        if not entry.certain:
            yield _doubtful(entry, f"{entry.name} er kun varslet ({STATUS[entry.status]}).")
    for statement in extract.statements:
        if not statement.certain:
            yield _doubtful(
                statement, f"{statement.person}: indlægget er kun varslet, ikke refereret."
            )


def _basics(extract: Extract) -> Iterator[Doubtful]:
    document = extract.document
    is_list = document.kind is DocumentKind.APPOINTMENT_LIST
    if document.body is None and not is_list:
        yield Doubtful(message="Det fremgår ikke, hvis møde dokumentet handler om.")
    if document.date is None:
        what = "listen gælder" if is_list else "mødet blev holdt"
        yield Doubtful(message=f"Det fremgår ikke, hvilken dag {what}.")


def _findings(extract: Extract, *, serious: bool) -> Iterator[Doubtful]:
    for finding in extract.warnings:
        if (finding.severity != Severity.INFO) is serious:
            quote = finding.passage.quote if finding.passage else ""
            yield Doubtful(message=finding.message, quote=quote)


def _doubtful(fact: Fact, message: str) -> Doubtful:
    return Doubtful(message=message, quote=fact.passage.quote)


# --- what is there already ------------------------------------------------------------------


def _same_meeting(config: Config, extract: Extract) -> tuple[str, ...]:
    """The documents of the last build that are of the same kind, body and day."""
    document = extract.document
    if document.body is None or document.date is None:
        return ()
    mine = (str(document.kind), document.body, document.date.isoformat())
    return tuple(
        str(each["name"])
        for each in _built(config)
        if (each.get("kind"), each.get("body"), each.get("date")) == mine
        and (config.data / str(each["name"])).is_file()
    )


def _built(config: Config) -> list[dict[str, object]]:
    try:
        report = json.loads(config.report.read_text(encoding="utf-8"))
        found = report["documents"]
        return [each for each in found if isinstance(each.get("name"), str)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []  # nothing was built yet, or by another version
