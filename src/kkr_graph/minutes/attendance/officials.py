"""Staff whom a sentence tells to have been there: "Direktør Anna Holm deltog i mødet."."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kkr_graph.language.item_lists import HOUSE, ITEM_LIST, THROUGHOUT, item_numbers
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.presented import Presented
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.clauses import ONE, mask_people
from kkr_graph.model.extract import Attendance, AttendanceStatus
from kkr_graph.model.lexicon import Phrase
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import TextLayer

_FROM = r"(?:,? (?:fra|ved) [A-ZÆØÅ][^⟦,.]{2,50}|, [A-ZÆØÅ][^⟦,.]{2,50}(?=,|\.?$))?"
_ALSO = r"(?: også| desuden| endvidere)?"
_UNDER = rf"(?: (?:i mødet )?(?:kun )?(?:under|ved|i|til) (?:behandlingen af )?(?P<items>{ITEM_LIST})| {THROUGHOUT}| (?:i|under|ved|gennem) mødet)?"
# on whose part: "fra administrationen", "for direktionen", "på forvaltningens vegne"
_PART = (
    rf"(?: (?:fra|for|på vegne af) {HOUSE}(?:en|et|n)?|"
    rf" på {HOUSE}(?:ens|ets|ns) vegne)?"
)
_AND_SPOKE = r"(?:,? og (?:holdt|orienterede|præsenterede|fremlagde|fortalte|gennemgik|redegjorde|svarede)\b[^⟦.]*)?"
# the whole sentence: "deltog i et møde med ministeren" tells of another day
_WAS_THERE = re.compile(
    rf"(?P<who>{ONE}{_FROM}(?:(?:,? og|,? samt|,) {ONE}{_FROM})*)"
    rf",? (?:deltog|deltager|mødte|var{_ALSO} (?:til ?stede|med|mødt|inviteret)){_ALSO}{_PART}{_UNDER}{_PART}(?: som [a-zæøå]+)?{_AND_SPOKE}\.?",
    re.IGNORECASE,
)
# the same with the items first: "Under punkt 4 deltog visitationsleder Anna Holm."
_CAME_FOR = re.compile(
    rf"(?:(?:Som \w+ )?(?:Under|Ved|Til|I) (?:behandling(?:en)? af )?(?P<items>{ITEM_LIST}),? (?:deltog|deltager|mødte|var){_ALSO}(?: til ?stede| inviteret)?:?"
    rf"|(?P<with>{ITEM_LIST}),? med deltagelse af|{HOUSE}(?:en|et)? (?:var repræsenteret ved|deltog med)) "
    rf"(?P<who>{ONE}{_FROM}(?:(?:,? og|,? samt|,) {ONE}{_FROM})*)\.?",
    re.IGNORECASE,
)
# a line without a verb: "Oplæg ved direktør Anna Holm (punkt 4)"
_SPOKE_AT = re.compile(
    rf"Oplæg (?:ved|af|v/) ?(?P<who>{ONE}{_FROM}) \((?P<items>(?:under )?{ITEM_LIST})\)\.?",
    re.IGNORECASE,
)


# what departments are named after
_FIELD = (
    r"(?:børn|unge|ungdom|familier?|skoler?|dagtilbud|læring|uddannelse|kultur|fritid|idræt|borgere?|borgerservice|bibliotek"
    r"|social|sociale forhold|sundhed|omsorg|ældre|pleje|voksne|handicap|psykiatri|arbejdsmarked|beskæftigelse|job|integration|ydelser?"
    r"|teknik|miljø|plan|byg|byggeri|by|byudvikling|land|landdistrikter|natur|klima|vand|park|veje?|trafik|ejendomme|drift|anlæg"
    r"|økonomi|personale|løn|hr|it|digitalisering|udvikling|erhverv|turisme|politik|jura|kommunikation|service|indkøb)"
)
# "chef for Center for Natur", "Børn og Skole": a part of what the meeting's own house is
_UNIT = re.compile(
    r"(?:[Cc]ent(?:er|eret|ret)|[Aa]fdeling(?:en)?|[Ff]orvaltning(?:en)?|[Ss]tab(?:en)?|[Ss]ekretariatet) (?:for )?[A-ZÆØÅ].*"
    r"|[\w-]*(?:forvaltningen|afdelingen|sekretariatet|administrationen)"
    rf"|(?i:{_FIELD}(?:(?:,|-? og| &) {_FIELD})*)"
)
_IS_SENT = re.compile(r"(?:udpeget|valgt|indstillet|repræsentant|repræsenterer) (?:af|for|fra)?\b")
_FEWEST_SENT = 3  # members with a sender, before one without is known by that
_TASKS = frozenset({"mødeleder", "ordstyrer", "referent", "sekretær"})


class OfficialReader:
    """Reads the sentences of one document that tell who of the staff was there."""

    def __init__(self, layer: TextLayer, people: PeopleReader) -> None:
        self.layer = layer
        self.people = people
        self.staff = people.lexicon.phrases[Phrase.STAFF]
        self.roles = people.lexicon.roles

    def tells(self, sentence: str) -> bool:
        """Whether a sentence is of staff who were there, and of nobody else."""
        return bool(self._there(sentence)[0])

    def read(self, end: int, listed: Iterable[Attendance]) -> Iterator[Attendance]:
        """Those whom the sentences before ``end`` of the reading tell of, and no list has.

        They are guests, unless the list of those present has staff beside the members.
        """
        listed = tuple(listed)
        known = {fold(entry.name) for entry in listed}
        mixed = any(map(self._is_staff_among_members, listed))
        for start, stop in sentences(self.layer.reading.text, 0, end):
            start = self.layer.reading.text.rfind("\t", start, stop) + 1 or start
            people, items = self._there(self.layer.reading.text[start:stop])
            for person in people:
                if fold(person.name) not in known:
                    yield Attendance(
                        passage=self.layer.passage_read(start, stop),
                        name=clean(person.name),
                        party=None,
                        municipality=person.municipality,
                        status=AttendanceStatus.PRESENT if mixed else AttendanceStatus.GUEST,
                        title=person.title,
                        organization=person.organization,
                        items=items,
                    )

    def without_staff(self, listed: Sequence[Attendance]) -> Iterator[Attendance]:
        """Those of one list, with the staff at its end as guests.

        That they are staff shows where they alone have an office here, and everybody above them
        a party, a role or no more than a name: in a board of directors all have an office. Or it
        shows where each of them comes from, as in a museum's board, and the staff at its end from nowhere.
        """
        count = len(listed)
        while count and (
            self._is_staff_here(listed[count - 1]) or self._has_task(listed[count - 1])
        ):
            count -= 1
        members, last = listed[:count], listed[count:]
        mixed = len(members) > 1 and all(map(self._has_no_office, members))
        mixed = mixed or self._come_from_elsewhere(members, last)
        mixed = mixed and any(map(self._is_staff_here, last))
        own = any(entry.party for entry in members) and not any(
            entry.municipality for entry in members
        )
        mixed = mixed and (own or not any(map(_is_of_house, last)))
        for i, entry in enumerate(listed):
            yield replace(entry, status=AttendanceStatus.GUEST) if mixed and i >= count else entry

    def _come_from_elsewhere(
        self, members: Sequence[Attendance], last: Sequence[Attendance]
    ) -> bool:
        """Whether every member has a sender or a role, most a sender, and nobody of the last has one."""
        senders = [one for one in members if one.party or one.municipality or one.organization]
        others = [one for one in members if one not in senders]
        told = all(self._is_told_member(one) or _represents(one) for one in others)
        sent = any(one.municipality or one.organization for one in last)
        return (
            told and not sent and len(senders) >= _FEWEST_SENT and 2 * len(senders) > len(members)
        )

    def _is_staff_here(self, entry: Attendance) -> bool:
        is_present = entry.status is AttendanceStatus.PRESENT and entry.deputy_for is None
        of_elsewhere = entry.party or (
            (entry.municipality or entry.organization) and not _is_of_house(entry)
        )
        is_staff = not self._has_task(entry) and self.staff.search(entry.title or "") is not None
        return is_present and is_staff and not of_elsewhere and not self._is_told_member(entry)

    def _has_task(self, entry: Attendance) -> bool:
        return fold(entry.title or "") in _TASKS and entry.party is None

    def _has_no_office(self, entry: Attendance) -> bool:
        return not entry.title or self._is_told_member(entry)

    def _is_told_member(self, entry: Attendance) -> bool:
        role = fold((entry.title or "").split(",")[0])
        return entry.party is not None or entry.deputy_for is not None or role in self.roles

    def _there(self, sentence: str) -> tuple[tuple[Presented, ...], tuple[str, ...] | None]:
        """The staff of a sentence, and the items they came for."""
        clause = mask_people(sentence, self.people)
        forms = (_WAS_THERE, _CAME_FOR, _SPOKE_AT)
        match = next(filter(None, (form.fullmatch(clause.text) for form in forms)), None)
        people = () if match is None else tuple(clause.named_in(*match.span("who")))
        if match is None or not all(map(self._is_staff, people)):
            return (), None
        told = match.groupdict()
        return people, item_numbers(told["items"] or told.get("with") or "") or None

    def _is_staff_among_members(self, entry: Attendance) -> bool:
        """Whether a list has somebody of the staff as present; a director from elsewhere is none."""
        is_here = entry.status is AttendanceStatus.PRESENT and entry.items is None
        of_elsewhere = entry.party or entry.municipality or entry.organization
        return is_here and not of_elsewhere and self.staff.search(entry.title or "") is not None

    def _is_staff(self, person: Presented) -> bool:
        return person.party is None and self.staff.search(person.title or "") is not None


def _represents(entry: Attendance) -> bool:
    """Whether somebody is there for others: "Medarbejderrepræsentant Anna Holm"."""
    return (
        fold(entry.title or "").endswith(("repræsentant", "valgt"))
        or _IS_SENT.match(fold(entry.title or "")) is not None
    )


def _is_of_house(entry: Attendance) -> bool:
    """Whether somebody comes from a municipality or a part of its administration.

    Beside those whom its voters sent that is staff; in a network of officials, or of several
    municipalities, it is a member.
    """
    if entry.organization is None:
        return entry.municipality is not None
    return _UNIT.fullmatch(entry.organization) is not None
