"""The people of one entry of a list: who came, who stayed away, and who came in whose place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kkr_graph.language.particulars import without_joint
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.presented import Presented
from kkr_graph.minutes.attendance.entries import Entry
from kkr_graph.model.extract import Attendance, AttendanceStatus, Role
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import TextLayer

_NOT_FOR_NAMED = r"(?! for (?!(?:ham|hende|vedkommende)\b))"
_INSTEAD = re.compile(
    rf"\b(?:mødte|deltog|var|som|personlig)?\s*(?:som )?(?:stedfortræder|suppleant)\b{_NOT_FOR_NAMED}|\bi stedet\b{_NOT_FOR_NAMED}"
    r"|\bsom (?:afløser|vikar|erstatning)\b|\b(?:mødte|deltog|kom) (?:for (?:ham|hende)|i (?:hans|hendes) sted)\b"
)
_OFFICE_BEFORE = re.compile(r"\b(?:formanden|næstformanden),? $", re.IGNORECASE)
_ABSENT_TAIL = re.compile(
    r"\s?(?:\([^()]*\))?,? (?:(?:havde|har|er|var|blev)(?: indkaldt, men)? )?(?:\w+ )?(?:meldt afbud|meldt fra|sendt afbud|forhindret(?: i at (?:deltage|møde|komme)(?: i mødet)?)?|fraværende|udeblev\w*|mødte ikke|deltog ikke|indkaldt, men mødte ikke|(?:mødte|deltog) heller ikke|kunne (?:heller )?ikke (?:deltage|komme|møde))\b(?! (?:under|i|ved|fra|til) )"
)
_BRACKETS = re.compile(r"\([^()]*\)")
# the end of a sentence on all whom it names
_TOLD_AWAY = re.compile(
    r"(?: ?\([^()]*\))? (?:havde|har|var|er|blev) (?:\w+ )?(?:meldt afbud|meldt fra|sendt afbud|forhindrede?|fraværende)[ .]*"
)
_PRESENT_TAIL = re.compile(
    r"[^.;⟦]{0,40}?\b(?:deltog|deltager|var til stede) (?:kun )?(?:under|i|ved) (?:behandlingen af )?(?:punkt|pkt|sag)"
)
_NEW_SENTENCE = re.compile(
    r"(?<![Aa]dm)(?<![Kk]st)(?<![Kk]onst)\.\s+(?=[A-ZÆØÅ][a-zæøå]*(?: [a-zæøå]|\s*\Z))"
)
_IN_THEIR_PLACE = re.compile(
    r"\bfor hvem\b|\bi hvis sted\b|\b[Ss]om (?:\w+ )?(?:stedfortræder|suppleant|afløser|vikar) (?:deltog|mødte|kom|var|er)\b|\b(?:erstattet|afløst|repræsenteret|erstattes|afløses|repræsenteres) (?:af|ved)\b|\b[Ii] (?:hans|hendes|deres) sted\b|\b[Ii] stedet\b(?! for)|^ ?(?:\([^()]*\))?,? ?(?:v\.|v/|ved) ?$|^[^.;:\n]{0,60} v/ ?$|(?:->|→) ?$"
)
_DEPUTY_LED = re.compile(
    r"\b(?<!som )(?<!som personlig )(?:[Ss]tedfortræder|[Ss]uppleant|[Aa]fløser|[Vv]ikar)(?:en)?\b[ ,:]*$"
)
_STANDING = re.compile(r"(?:[Ss]tedfortræder|[Ss]uppleant)(?:en)?: *$")
# in a list of those away: "Bo Lund, Eva Skov indkaldt"
_CAME_FOR_LAST = re.compile(
    r"(?: ?\([^()]*\))? (?:deltog|mødte|(?:er |var |blev )?indkaldt)(?: (?:i mødet|i stedet))?[.)\s]*"
)
# in any list: "Anna Holm, supp. Bo Lund deltog"; Anna Holm did not
_DEPUTY_AHEAD = re.compile(
    r"(?:^|[,;(–-] ?)(?:afbud[,;] ?)?(?:personlig )?(?:supp|suppl|stedf|suppleant(?:en)?|stedfortræder(?:en)?)\b[.:]* ?$",
    re.IGNORECASE,
)
_DEPUTY_WORD = re.compile(
    r"(?:supp|suppl|stf|stedf|suppleant|stedfortræder|afløser|vikar|(?:erstattet|afløst|repræsenteret) (?:af|ved))\b.*",
    re.IGNORECASE,
)
# behind who was away, in the row of both: "Anna Holm  Afbud. Bo Lund deltog"
_AWAY_AHEAD = re.compile(r"\bafbud[.,;:–-]+ ?$", re.IGNORECASE)
_CAME = re.compile(
    r" ?(?:\([^()]*\) ?)?(?:deltog|mødte|kom)(?: (?:i mødet|i stedet))?[.)\s]*", re.IGNORECASE
)
_NO_DEPUTY = re.compile(r"\b(?:ingen|uden|ikke(?: indkaldt)?) (?:stedfortræder|suppleant|afløser)")
# "deltog i et møde med ministeren", "forhindret i at stille op": something else than this meeting
_ELSEWHERE_TAIL = re.compile(
    r"[^.;,⟦]{0,40}?\b(?:(?:deltog|deltager|var til ?stede|var med) (?:i|ved|på|til) (?!(?:den |det )?(?:mødet|hele|første|sidste|teams|zoom|skype|video|onlin|telefon|link|punkt|pkt|sag|behandling|drøftelse|dagsorden|start|begynd|slutn|stedet|og med|kl)|del)|forhindret i at (?!deltage|møde|komme i mødet)|(?:har|havde) (?:meldt|sendt) afbud til (?!mødet|dagens))"
)
# "Alle undtagen Bo Lund og Eva Skov", in a list of those who came
_EXCEPT = re.compile(
    r"\b(?:undtagen|undtaget|med undtagelse af|bortset fra|på nær|minus) (?:\w+ )?$"
)
# of a bracket that was opened before: "(Bo Lund deltog i stedet) og Eva Skov"
_IN_BRACKET = re.compile(r"^[^()]*\)")
_APART = re.compile(r"[.;:\n\t]|, (?:og|samt) $")
_FROM_PLACE = re.compile(r"\bfra (?P<place>[A-ZÆØÅ][\w-]+(?: [Kk]ommune)?),? $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody whom an entry names, at ``[start, stop)`` of the reading, and the words around them."""

    person: Presented
    start: int
    stop: int  # without the separator, and before a new sentence
    lead: str  # from the one named before, without the end of a bracket around that one
    presented: str  # from their title to the end of the name
    tail: str  # from the name to ``stop``
    rest: str  # from the name to the next

    @property
    def told(self) -> AttendanceStatus | None:
        """What the words behind the name say: "havde meldt afbud", "deltog under punkt 4"."""
        if _ABSENT_TAIL.match(self.rest):
            return AttendanceStatus.ABSENT
        return AttendanceStatus.PRESENT if _PRESENT_TAIL.match(self.rest) else None

    @property
    def was_elsewhere(self) -> bool:
        """Whether what is told of them is of something else than this meeting."""
        return self.told is None and _ELSEWHERE_TAIL.match(self.rest) is not None

    @property
    def deputy_came(self) -> bool:
        """Whether they are the deputy of the one before, and came: "Anna Holm, supp. Bo Lund deltog"."""
        ahead = f"{self.lead}{self.presented}"
        before_name = ahead[: ahead.rfind(self.person.name.split()[0])]
        return (
            _DEPUTY_AHEAD.search(before_name) is not None and _CAME.fullmatch(self.tail) is not None
        )


class AttendeeReader:
    """Reads the people of single entries of one document's lists."""

    def __init__(self, layer: TextLayer, lexicon: Lexicon, people: PeopleReader) -> None:
        self.layer = layer
        self.lexicon = lexicon
        self.people = people

    def read(self, listed: Entry) -> Iterator[Attendance]:
        """Everybody whom an entry presents, each in the capacity that it tells."""
        named = list(self._named(listed))
        told: list[Attendance] = []
        excepted = False
        place: str | None = None  # "Fra Vejle Kommune borgmester Anna Holm og Bo Lund"
        for one in named:
            place = self._led_place(one.lead) or place
            if one.was_elsewhere or (told and _stands_by(one, told[-1])):
                continue
            excepted = excepted or _EXCEPT.search(one.lead) is not None
            entry = self._attendance(one, listed)
            entry = replace(
                entry,
                municipality=entry.municipality or place,
                status=AttendanceStatus.ABSENT if excepted else entry.status,
            )
            if told:
                deputy_came = len(named) == 2 and one.deputy_came
                if deputy_came or self._came_for_last(one, told[-1], listed):
                    came = deputy_came or one.told is not AttendanceStatus.ABSENT
                    entry = replace(
                        entry,
                        status=AttendanceStatus.PRESENT if came else AttendanceStatus.ABSENT,
                        deputy_for=told[-1].name,
                        title=entry.title if self._is_office(entry.title) else None,
                    )
                if deputy_came or _IN_THEIR_PLACE.search(one.lead):  # whatever list it is
                    told[-1] = replace(told[-1], status=AttendanceStatus.ABSENT)
                if entry.deputy_for and is_deputy_word(
                    told[-1].title
                ):  # that is no title of theirs
                    told[-1] = replace(told[-1], title=None)
            told.append(entry)
        yield from told

    def _is_office(self, title: str | None) -> bool:
        """Whether a title is an office, and no role, as that of a deputy."""
        folded = fold(title or "")
        return folded in self.lexicon.titles and folded not in self.lexicon.roles

    def _named(self, listed: Entry) -> Iterator[_Named]:
        """Those whom an entry names; the lead of each begins behind the last who is of this meeting."""
        text = self.layer.reading.text
        entry = text[listed.start : listed.end]
        if "\t" not in entry:  # it goes on in the next line, and is no row of cells
            entry = entry.replace("\n", " ")
        presented = _together(entry, self.people, listed.status)
        if listed.start and text[listed.start - 1] == "\n":
            presented = _all_away(entry, presented)
        starts = [listed.start + person.start for person in presented]
        behind = listed.start
        ends = [*starts, listed.end][1:]
        for person, start, end in zip(presented, starts, ends, strict=True):
            name_end = listed.start + person.end
            stop = _entry_end(text, name_end, end)
            named = _Named(
                person=person,
                start=start,
                stop=stop,
                lead=_IN_BRACKET.sub("", text[behind:start]),
                presented=text[start:name_end],
                tail=text[name_end:stop],
                rest=text[name_end:end],
            )
            yield named
            if not named.was_elsewhere:
                behind = name_end

    def _attendance(self, named: _Named, listed: Entry) -> Attendance:
        """What an entry tells of one whom it names, whoever else it names."""
        person = named.person
        begin = named.start
        if office := _OFFICE_BEFORE.search(named.lead):
            begin -= len(named.lead) - office.start()
        is_first = named.start - len(named.lead) == listed.start
        if is_first and person.title and listed.title:  # its label proves the role beside the title
            begin = _label_start(self.layer.reading.text, listed)
        title = person.title or listed.title
        return Attendance(
            passage=self.layer.passage_read(begin, named.stop),
            name=clean(person.name),
            party=person.party,
            municipality=person.municipality,
            status=_with_told(named.told, _status(person, listed)),
            deputy_for=person.deputy_for,
            title=None if title is None else clean(title),
            organization=None if person.organization is None else clean(person.organization),
            items=person.items,
        )

    def _led_place(self, lead: str) -> str | None:
        """The municipality whose people a lead begins: "Fra Vejle Kommune"."""
        match = _FROM_PLACE.search(lead)
        place = None if match is None else self.people.registry.municipality(match["place"])
        return None if place is None else place.name

    def _came_for_last(self, named: _Named, last: Attendance, listed: Entry) -> bool:
        """Whether somebody is told to have come, or been called, for the one named before."""
        if _IN_THEIR_PLACE.search(named.lead) or _DEPUTY_LED.search(named.lead):
            return True
        away_ahead = last.status is AttendanceStatus.ABSENT and _AWAY_AHEAD.search(named.lead)
        if away_ahead and _CAME.fullmatch(named.tail) and "\n" not in named.lead:
            return True
        if listed.status is AttendanceStatus.ABSENT and _CAME_FOR_LAST.fullmatch(named.tail):
            return True
        away = AttendanceStatus.ABSENT in (last.status, listed.status)
        return away and self._came_instead(named.person, named.tail)

    def _came_instead(self, person: Presented, tail: str) -> bool:
        role = self.lexicon.roles.get(fold(person.title or ""))
        instead = _INSTEAD.search(tail) is not None and _NO_DEPUTY.search(tail) is None
        instead = instead and not tail.startswith((" samt ", " og "))  # another, without a name
        return person.deputy_for is None and (role is Role.DEPUTY or instead)


def _together(text: str, people: PeopleReader, status: AttendanceStatus) -> Sequence[Presented]:
    """Those listed, each with what is told of several: "Anna Holm og Bo Lund deltog under punkt 3".

    Behind members the sentence may be of the last only.
    """
    listed = list(people.find_listed(text))
    last = len(listed) - 1
    told = last > 0 and listed[last].items and _PRESENT_TAIL.match(text, listed[last].end)
    if not told or (status is AttendanceStatus.PRESENT and any(one.party for one in listed)):
        return listed
    joints: tuple[str, ...] = (" og ", " samt ")
    for i in range(last - 1, -1, -1):
        between = text[listed[i].end : listed[i + 1].start]
        if not between.endswith(joints) or _APART.search(between) or listed[i].items:
            break
        listed[i] = replace(listed[i], items=listed[last].items, status=AttendanceStatus.PRESENT)
        joints = (", ",)
    return listed


def _all_away(sentence: str, people: Sequence[Presented]) -> Sequence[Presented]:
    """Those whom a line tells together to have been away: "Anna Holm og Bo Lund havde meldt afbud."."""
    if len(people) < 2 or people[0].start or not _TOLD_AWAY.fullmatch(sentence, people[-1].end):
        return people
    between = [sentence[one.end : two.start] for one, two in pairwise(people)]
    *commas, last = [_BRACKETS.sub("", joint) for joint in between]
    if last.strip() not in ("og", "samt") or any(joint.strip() != "," for joint in commas):
        return people
    return [replace(one, status=AttendanceStatus.ABSENT) for one in people]


def _stands_by(one: _Named, last: Attendance) -> bool:
    """Whether somebody is the standing deputy of who came: "Anna Holm (stedfortræder: Bo Lund)"."""
    came = one.told is not None or _CAME.match(one.tail) or _INSTEAD.search(one.tail)
    here = last.status is AttendanceStatus.PRESENT and last.deputy_for is None
    return here and not came and _STANDING.search(one.lead) is not None


def is_deputy_word(title: str | None) -> bool:
    """Whether a title is no more than that somebody stands in: "stedfortræder", "supp."."""
    return title is not None and _DEPUTY_WORD.fullmatch(title) is not None


def _label_start(text: str, listed: Entry) -> int:
    """Where an entry begins with its label: "Formand: Borgmester Anna Holm"."""
    at = text.rfind(listed.title or "", 0, listed.start)
    return (
        at if not text[at + len(listed.title or "") : listed.start].strip(" :\t") else listed.start
    )


def _with_told(told: AttendanceStatus | None, status: AttendanceStatus) -> AttendanceStatus:
    """What the words behind a name say; that a guest "deltog" makes no member of them."""
    stays = told is AttendanceStatus.PRESENT and status is AttendanceStatus.GUEST
    return status if told is None or stays else told


def _status(person: Presented, listed: Entry) -> AttendanceStatus:
    if person.deputy_for:
        return AttendanceStatus.PRESENT
    is_guest = listed.status is AttendanceStatus.GUEST
    of_staff = person.status is AttendanceStatus.GUEST  # "(sekretariat)", who may be away too
    if (is_guest and person.status is AttendanceStatus.PRESENT) or (
        of_staff and listed.status is AttendanceStatus.ABSENT
    ):
        return listed.status
    return person.status or listed.status


def _entry_end(text: str, start: int, end: int) -> int:
    """Where an entry ends: without the separator, and before a new sentence."""
    sentence = _NEW_SENTENCE.search(text, start, end)
    rest = text[start : sentence.start() if sentence else end]
    return start + len(without_joint(rest))
