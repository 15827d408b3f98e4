"""Who briefed the meeting or presented to it, who came as a guest, and on whose behalf."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.employers import belongs_to_other
from kkr_graph.language.item_lists import THROUGHOUT
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.presented import Presented
from kkr_graph.model.extract import Attendance, StatementKind
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import fold

_THING = (
    r"(?:orientering|oplæg|status|præsentation|redegørelse|briefing|indlæg|gennemgang|introduktion)"
)
_PRESENTED = r"(?:oplæg|præsent|indled|fremla|fremlæ|gennemg|introdu|indlæg|forela)"
_DONE = re.compile(
    r"(?<!\w)(?:orienterede|redegjorde|briefede|indledte|præsenterede(?! sig\b)|fremlagde|introducerede"
    rf"|(?:gav|holdt|afgav|leverede|kom med|supplerede med|bidrog med|startede med|åbnede med)\b(?=[^.]{{0,80}}{_THING}))"
)
_PLANNED = re.compile(
    r"(?<!\w)(?:(?:vil|skal|kan) (?:\w+ ){0,2}?(?:orientere|redegøre|indlede|præsentere|fremlægge|gennemgå|holde|give|deltage)"
    rf"|(?:orienterer|redegør|indleder|præsenterer|fremlægger|gennemgår)\b|(?:giver|holder)\b(?=[^.]{{0,80}}{_THING})"
    rf"|deltager\b(?=[^.]{{0,80}}(?:{_THING}|orienter)))"
)
_BY = re.compile(
    rf"\b(?:{_THING}|orienteret|præsenteret|gennemgået|indledt)\b[^.,;]{{0,60}}?\s(?:ved|af|fra|v/)\s?$",
    re.IGNORECASE,
)
# ... or a label: "Gæst: direktør Anna Holm", "Deltagere under punktet: direktør Anna Holm"
_CAME = re.compile(
    r"(?<!\w)(?:deltog|gennemgik|medvirkede|var til stede|var inviteret)\b"
    r"|\A(?:Gæst(?:er)?|Oplægsholdere?|Inviterede?|Deltagere?(?= (?:under|ved|i) ))(?: (?:under|ved|i|til) (?:dette |denne )?(?:punktet|punkt|sagen|sag))?:"
)
_COMES = re.compile(r"(?<!\w)(?:deltager|medvirker|er inviteret|inviteres|vil deltage|kommer)\b")
_THROUGHOUT = re.compile(rf"\b{THROUGHOUT}\b")
_RELATIVE = re.compile(r"^, (?:der|som) [^,;]{3,120},")  # ", der er formand for X, orienterede"
_OFFICE_AS_SUBJECT = re.compile(r"(?P<office>[A-ZÆØÅ][a-zæøå]+en) (?=[a-zæøå])")
_PRONOUN_AS_SUBJECT = re.compile(r"(?:Han|Hun)(?= [a-zæøå])")
# "Anna Holm bød velkommen, og sekretariatet orienterede": somebody else did
_ANOTHER_SUBJECT = re.compile(
    r", (?:og|men|mens|hvorefter) (?!igen |siden)\w{2,}(?:en|et|ene|erne) $"
)
_INITIALS = re.compile(r"(?<![\w(/-])[A-ZÆØÅ]{2,4}(?![\w/)-])")
_BEHALF = re.compile(
    r"\b(?:på vegne af|(?:arbejdet|nyt|møde|mødet|møder|udviklingen|status|situationen|aktiviteter\w*) (?:i|fra|hos)|(?<!et )(?<!en )(?<!ne )fra|om(?! [^\s,.;]+['’]s )) (?=[A-ZÆØÅ])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Somebody said, or is to say, something, by the sentence at ``[start, end)`` of the reading."""

    start: int
    end: int
    person: Presented
    kind: StatementKind | None  # None: takes part without speaking, as far as the text says
    recorded: bool  # False: only announced
    on_behalf_of: str | None
    throughout: bool = False  # "deltager under alle punkter"


class StatementReader:
    """Finds statements and guests in sentences."""

    def __init__(
        self,
        bodies: BodyReader,
        people: PeopleReader,
        text: str,
        offices: Mapping[str, str],
        initials: Mapping[str, str] | None = None,
    ) -> None:
        self.initials = initials or {}  # of those who came, as "AH", to the name
        self.bodies = bodies
        self.offices = offices  # "formanden" to the one person listed as such
        self.people = people
        self.text = text
        self.named: Presented | None = None  # the only person of the sentence before

    def start_item(self) -> None:
        """Begin an item: a pronoun does not look back beyond it."""
        self.named = None

    def find(self, start: int, end: int, roles: Mapping[str, str]) -> Iterator[Said]:
        """What the sentence at ``[start, end)`` says.

        ``roles`` leads from folded names to the body that the item shows them to speak for.
        """
        sentence = self.text[start:end]
        people = self._present_people(sentence)
        self.named = people[0] if len(people) == 1 else None
        for person in people:
            said = self._said(sentence, person)
            if said is not None:
                kind, recorded = said
                yield Said(
                    start=start,
                    end=end,
                    person=person,
                    kind=kind,
                    recorded=recorded,
                    on_behalf_of=self._behalf(start, end, person, roles) if kind else None,
                    throughout=kind is None and _THROUGHOUT.search(sentence) is not None,
                )

    def _present_people(self, sentence: str) -> tuple[Presented, ...]:
        """Everybody named in a sentence; or the one whose office is its subject."""
        subject = _OFFICE_AS_SUBJECT.match(sentence)
        name = None if subject is None else self.offices.get(fold(subject["office"]))
        if subject is None or name is None:
            found = self._with_initials(sentence, self.people.find(sentence))
            pronoun = _PRONOUN_AS_SUBJECT.match(sentence)
            if not found and pronoun is not None and self.named is not None:
                return (replace(self.named, start=0, end=pronoun.end()),)
            # in brackets behind somebody, or after "fra", stands where they are from
            return tuple(
                person
                for person in found
                if sentence[person.start - 1 : person.start] != "("
                and not belongs_to_other(sentence, person, found)
            )
        return (Presented(name=name, start=0, end=subject.end("office")),)

    def _with_initials(self, sentence: str, found: Sequence[Presented]) -> tuple[Presented, ...]:
        """Those found, and those whose initials stand in a sentence: "AH orienterede"."""
        short = (
            Presented(name=self.initials[match[0]], start=match.start(), end=match.end())
            for match in _INITIALS.finditer(sentence)
            if match[0] in self.initials and self.bodies.known(match[0]) is None
        )
        apart = (
            one
            for one in short
            if not any(two.start < one.end and one.start < two.end for two in found)
        )
        return tuple(sorted((*found, *apart), key=lambda one: one.start))

    def _said(self, sentence: str, person: Presented) -> tuple[StatementKind | None, bool] | None:
        """The kind of statement, and whether it is recorded; None when the person does nothing."""
        before, after = sentence[: person.start], _RELATIVE.sub("", sentence[person.end :])
        by = _BY.search(before)
        if by is not None:
            return _kind(by[0]), not _PLANNED.search(before) and _is_past(sentence)
        clause = _up_to_next_verb(after)
        for pattern, recorded in ((_DONE, True), (_PLANNED, False)):
            match = pattern.search(after)
            if (
                match is not None
                and match.start() <= clause
                and not _ANOTHER_SUBJECT.search(after, 0, match.start())
            ):
                return _kind(after[match.start() : match.start() + 90]), recorded
        presented = person.title is not None and self.people.words.is_title(person.title)
        for pattern, recorded in ((_CAME, True), (_COMES, False)):
            if presented and pattern.search(sentence):
                return None, recorded
        return None

    def _behalf(
        self, start: int, end: int, person: Presented, roles: Mapping[str, str]
    ) -> str | None:
        shown = roles.get(fold(person.name))
        if shown is not None:
            return shown
        if person.organization is not None:
            return self.bodies.canonical(person.organization)
        after = start + person.end
        for match in _BEHALF.finditer(self.text, after, end):
            named = next(iter(self.bodies.find(match.end(), min(end, match.end() + 90))), None)
            if named is not None and named.start == match.end():
                return named.name
        return None


def _kind(words: str) -> StatementKind:
    informs = re.match(r"(?:orienter|redegj|redegør|brief)", words, re.IGNORECASE)
    presents = not informs and re.search(_PRESENTED, words, re.IGNORECASE)
    return StatementKind.PRESENTATION if presents else StatementKind.BRIEFING


def _is_past(sentence: str) -> bool:
    return re.search(r"\b(?:blev|var|gav|holdt|hørte|fik|takkede|havde)\b", sentence) is not None


_ANY_VERB = re.compile(
    r"(?<!\w)(?:er|var|bliver|blev|har|havde|vil|kan|skal|takkede|bemærkede|spurgte|foreslog|oplyste|ønskede|fremhævede)\b"
)


def _up_to_next_verb(after: str) -> int:
    """How far the person is still the subject: up to another finite verb."""
    match = _ANY_VERB.search(after)
    return len(after) if match is None else match.start()


def offices_of(members: Sequence[Attendance], lexicon: Lexicon) -> Mapping[str, str]:
    """The definite form of each office, as "formanden", to the one person listed with it."""
    holders: dict[str, set[str]] = {}
    for entry in members:
        for word in re.findall(r"\b[^\W\d]+\b(?! (?:for|i|af) )", entry.passage.quote):
            if fold(word) in lexicon.titles and entry.items is None:
                holders.setdefault(f"{fold(word)}en", set()).add(entry.name)
    return {office: names.pop() for office, names in holders.items() if len(names) == 1}
