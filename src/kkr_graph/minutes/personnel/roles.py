"""Roles that prose shows somebody to have: "Formand for X, Anna Holm, giver en orientering"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.body_nouns import COMMON, COUNCILS, THEMES, definite
from kkr_graph.language.names import NAME
from kkr_graph.language.people import PeopleReader
from kkr_graph.minutes.personnel.body_phrases import in_own_full, is_office_in, points_back
from kkr_graph.minutes.personnel.role_tokens import SENDER
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import Lexicon, any_word
from kkr_graph.model.names import fold

_BODY = rf"(?:{THEMES}|[A-ZÆØÅ][^,.;:()\n]{{1,90}}?)"
_OWNER = r"(?<![\w-])[A-ZÆØÅ][\w/&-]{0,40}(?: [A-ZÆØÅ][\w/&-]{0,40}){0,4}?"
_OFFICE = r"(?P<office>(?:[a-zæøå.]+ ){0,2}?)"  # "Formand for X, borgmester Anna Holm"
_VERB_BEHIND = re.compile(r" (?:besættes|udfyldes|varetages|bliver|blev|er|var|har)\b")
_FORMER = re.compile(
    r"\b(?:tidligere|forhenværende|fhv\.|daværende|afgående|afgåede|hidtidige?|forrige) $",
    re.IGNORECASE,
)
# "formand for KKR Syd og borgmester i Vejen": another office begins
_AND_OFFICE = re.compile(r" og (?P<office>[a-zæøå]+) (?:i|for|af|hos|ved) ")
_SINCE = re.compile(r" siden .+$")  # "formand for Havnerådet siden 2014"
_TWO_BODIES = re.compile(rf"\w(?:{definite(*COMMON, *COUNCILS)}) og ")
_BRACKET = r"(?: ?\([^()\n]{1,80}\))?"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRole:
    """Somebody has a role, by the words at ``[start, end)`` of the text."""

    start: int
    end: int
    person: str
    role: Role
    body: str
    on_behalf_of: str | None = None


class RoleReader:
    """Finds the roles that sentences show."""

    def __init__(
        self, lexicon: Lexicon, bodies: BodyReader, people: PeopleReader, own: str | None
    ) -> None:
        self.lexicon = lexicon
        self.bodies = bodies
        self.people = people
        self.own = own  # the body whose document it is
        words = any_word(lexicon.roles)
        role = rf"(?P<role>(?i:{words}))(?:en|et)?"
        self._patterns = tuple(
            re.compile(pattern)
            for pattern in (
                # X's repræsentant i Y, NAVN
                rf"(?P<owner>{_OWNER})(?:[’']s|s|[’']) {role} (?:i|for) (?P<body>{_BODY}{_BRACKET}),? {_OFFICE}(?P<name>{NAME})",
                # Formand for X (Y), NAVN
                rf"(?<!\w){role} (?:for|i|af) (?P<body>{_BODY}{_BRACKET})(?:, |(?= [a-zæøå]+ [A-ZÆØÅ]) ){_OFFICE}(?P<name>{NAME})",
                # Erhvervshus Fyns formand, Anna Holm / Anna Holm, formand for Erhvervshus Fyn
                rf"(?P<owner>{_OWNER})(?:[’']s|s|[’']) {role},? {_OFFICE}(?P<name>{NAME})",
                rf"(?P<name>{NAME}){_BRACKET}, (?:[a-zæøå]+ (?:i|for|ved|hos) [A-ZÆØÅ][^,;\n]{{2,40}}? og )?(?:der er |som er )?{role} (?:for|i|af) (?P<body>{_BODY}{_BRACKET})(?=[,.;)\n]|$| (?:orienter|gav|giver|holdt|indled|deltog|deltager))",
                rf"(?P<name>{NAME}) \({role} (?:for|i|af) (?P<body>[A-ZÆØÅ][^()\n]{{1,90}})\)",
                # Regionsrådsformand NAVN, of the own body
                rf"(?P<compound>(?<![\w-])(?:[A-ZÆØÅ]{{2,5}}-|\w+s){role}) (?P<name>{NAME})",
            )
        )

    def find(self, text: str) -> Iterator[ShownRole]:
        """The roles shown in a sentence, each reading once."""
        seen: set[tuple[str, Role]] = set()
        for pattern in self._patterns:
            for match in pattern.finditer(text):
                shown = self._shown(match)
                if shown is not None and (fold(shown.person), shown.role) not in seen:
                    seen.add((fold(shown.person), shown.role))
                    yield shown

    def _shown(self, match: re.Match[str]) -> ShownRole | None:
        groups = match.groupdict()
        if not self.people.words.is_person(match["name"]) or _FORMER.search(
            match.string[: match.start()]
        ):
            return None
        office = groups.get("office")
        if office and not self.people.words.is_title(office.strip()):
            return None  # "formand for Havnerådet efter Bo Lund"
        role = self.lexicon.roles[fold(match["role"])]
        owner = groups.get("owner")
        body = self._one(groups.get("body")) or owner or self._compounded(groups.get("compound"))
        body = None if body is None else _SINCE.sub("", body)
        if any(fold(word) in self.lexicon.verbs for word in (body or "").split()):
            return None
        if _VERB_BEHIND.search(body or ""):
            return None  # "formand for Z valgtes borgmester X"
        sends = role in (Role.MEMBER, Role.REPRESENTATIVE) and not groups.get("body")
        if sends and SENDER.match(owner or ""):
            return None
        if (
            body is None
            or self._is_pointer(body)
            or not self._is_body(body)
            or self.people.words.is_person(body)
        ):
            return None
        represents = owner if groups.get("body") and owner else None
        return ShownRole(
            start=match.start(),
            end=match.end(),
            person=match["name"],
            role=role,
            body=in_own_full(self.bodies.canonical(body), self.own or ""),
            on_behalf_of=None if represents is None else self.bodies.canonical(represents),
        )

    def _compounded(self, office: str | None) -> str | None:
        """The own body, where an office names it: "KKR-formand"."""
        own = self.own
        return own if office is not None and own is not None and is_office_in(office, own) else None

    def _one(self, body: str | None) -> str | None:
        """A body without another office behind it."""
        more = None if body is None else _AND_OFFICE.search(body)
        is_office = more is not None and self.people.words.is_title(more["office"])
        return body[: more.start()] if body and more and is_office else body

    def _is_pointer(self, body: str) -> bool:
        """Whether "Rådet" is another than the document's own, which may be called so."""
        return points_back(body) and fold(body) != fold(self.own or "")

    def _is_body(self, phrase: str) -> bool:
        plain = re.sub(r"\s*\([^)]*\)", "", phrase)
        if self.bodies.known(plain) is None and self.people.find(plain):
            return False  # "medlem af Havnerådet med Bo Lund som stedfortræder"
        if _TWO_BODIES.search(plain):
            return False  # "medlem af Havnerådet og Kystrådet": told of each elsewhere, if at all
        return (
            self.bodies.known(plain) is not None
            or self.people.words.is_organization(plain)
            or self.bodies.canonical(plain) != plain
            or (plain.isupper() and len(plain) > 2)  # an abbreviation
        )
