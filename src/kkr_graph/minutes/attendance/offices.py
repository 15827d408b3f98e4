"""The offices of those listed, in the meeting's own body: what stands beside a name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.names import NAME
from kkr_graph.model.extract import Appointment, Attendance, AttendanceStatus, Event, Role
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import Line, TextLayer

_OWN_ROLES = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.OBSERVER})
_OFFICE_OF = re.compile(
    r"(?P<body>regionsråd|bestyrelse|nævn|kommission|udvalg)s(?P<role>formand|næstformand)"
)
_CHAIR = re.compile(r"\b(?:formand|forperson)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b[^\W\d]+\b(?! (?:for|i|af) (?!(?:bestyrelsen|udvalget|rådet|nævnet|kommissionen|netværket)\b))"
)  # "formand", but not "formand for X"
# on a line of its own: "Formand: Anna Holm. Næstformand: Bo Lund."
_LABELLED = re.compile(rf"(?P<role>(?:Næstf|F)ormand|Forperson):\s+(?P<name>{NAME})(?:[.,;]\s*|$)")
_SENT_BY = re.compile(r"\budpeget af (?P<by>[A-ZÆØÅ][\w&/.-]*(?: [A-ZÆØÅ][\w&/.-]*){0,4})")


class OfficeReader:
    """Reads what stands beside the names of those listed at a meeting of one body."""

    def __init__(
        self, lexicon: Lexicon, bodies: BodyReader, body: str | None, owner: str = ""
    ) -> None:
        self.lexicon = lexicon
        self.bodies = bodies
        self.body = body
        self.owner = owner  # of which the body is a part, if it is

    def read(self, members: Iterable[Attendance]) -> Iterator[Appointment]:
        """Roles in the meeting's own body, by the office beside a listed name: "X, formand"."""
        entries = tuple(members)
        named = Counter(entry.passage for entry in entries)
        # one is the committee's own chair; several, or one of several municipalities, are chairs elsewhere
        chairs = [entry for entry in entries if "udvalgsformand" in fold(_beside(entry)).split()]
        others = any(_CHAIR.search(_beside(entry)) for entry in entries)
        among_several = _come_from_several(entries)
        elsewhere = chairs if len(chairs) > 1 or others or among_several else []
        for entry in entries:
            # a sentence that names several has the office of each beside the name, and not of all
            beside = _beside(entry) if named[entry.passage] == 1 else entry.title or ""
            beside = beside if self.body is None else _for_own(self.body).sub("", beside)
            in_owner = self._role_in_owner(beside)
            role = self._own_role(entry, beside) if in_owner is None else None
            if in_owner is not None and entry.status is not AttendanceStatus.GUEST:
                yield _listed(entry, self.owner, in_owner, Event.HOLDS)
            elif role is not None and self.body is not None and entry not in elsewhere:
                yield _listed(entry, self.body, role, Event.HOLDS)
            elif entry.status is AttendanceStatus.PRESENT and entry.items is None:
                yield from self._sent(entry, beside)

    def labelled(
        self, layer: TextLayer, lines: Iterable[Line], members: Iterable[Attendance]
    ) -> Iterator[Appointment]:
        """The same by a line beside the list that names some of it: "Formand: Anna Holm"."""
        by_name = {fold(entry.name): entry for entry in members}
        for line in lines:
            at = line.read_start
            while (match := _LABELLED.match(layer.reading.text, at, line.read_end)) is not None:
                entry = by_name.get(fold(match["name"]))
                role = self.lexicon.roles[fold(match["role"])]
                if entry is not None and self.body is not None:
                    passage = layer.passage_read(match.start(), match.end("name"))
                    yield replace(_listed(entry, self.body, role, Event.HOLDS), passage=passage)
                at = match.end()

    def _sent(self, entry: Attendance, beside: str) -> Iterator[Appointment]:
        """A member by the act that stands with the name: "X (V), udpeget af KKR Nordjylland"."""
        match = _SENT_BY.search(beside)
        if match is not None and self.body is not None:
            by = self.bodies.canonical(clean(match["by"]))
            yield _listed(entry, self.body, Role.MEMBER, Event.APPOINTED, by)

    def _role_in_owner(self, beside: str) -> Role | None:
        """The role that somebody of a part of a body has in the whole: "formand for KKR Nordjylland"."""
        form = rf"\b(?P<role>[Nn]æstformand|[Ff]ormand) for {re.escape(self.owner)}(?!\w)"
        match = re.search(form, beside) if self.owner else None
        return None if match is None else self.lexicon.roles[fold(match["role"])]

    def _own_role(self, entry: Attendance, beside: str) -> Role | None:
        """The role in the meeting's own body that stands with a listed name, if any."""
        if entry.status == AttendanceStatus.GUEST or entry.items is not None:
            return None
        words = [fold(match[0]) for match in _OFFICE.finditer(beside)]
        found = (self._role_here(word) for word in words)
        return next((role for role in found if role is not None), None)

    def _role_here(self, word: str) -> Role | None:
        """What "formand", "bestyrelsesmedlem", "regionsrådsformand" is in the meeting's own body."""
        role = self.lexicon.roles.get(word.removesuffix("en"))
        if role in _OWN_ROLES or (role is Role.MEMBER and word.startswith("bestyrelses")):
            return role
        own = _OFFICE_OF.fullmatch(word)
        if own is None or own["body"] not in fold(self.body or ""):
            return None
        return self.lexicon.roles.get(own["role"])


def _listed(
    entry: Attendance, body: str, role: Role, event: Event, by: str | None = None
) -> Appointment:
    """What a list of those who came says of somebody's role."""
    return Appointment(
        passage=entry.passage,
        person=entry.name,
        party=entry.party,
        municipality=entry.municipality,
        body=body,
        role=role,
        event=event,
        by=by,
    )


def _beside(entry: Attendance) -> str:
    """What is written with a listed name, and the label before it: "Formand: Anna Holm"."""
    quote, title = clean(entry.passage.quote), entry.title or ""
    return quote if fold(title) in fold(quote) else f"{title}, {quote}"


def _come_from_several(entries: Sequence[Attendance]) -> bool:
    """Whether those of a meeting come from several municipalities, or are mayors of them."""
    mayors = sum(fold(entry.title or "") == "borgmester" for entry in entries)
    return mayors > 1 or len({entry.municipality for entry in entries} - {None}) > 1


def _for_own(body: str) -> re.Pattern[str]:
    """What says no more than that a role is in the own body: "formand for KKR Nordjylland"."""
    return re.compile(rf"(?<=\w) (?:for|i|af) {re.escape(body)}\b", re.IGNORECASE)
