"""Sentences of a list that tell who sits in a forum: "I rådet sidder Anna Holm (A) som formand"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kkr_graph.appointments.entries import Entry, EntryReader
from kkr_graph.appointments.headings import HeadingReader
from kkr_graph.appointments.outline import Row
from kkr_graph.language.sentences import sentences
from kkr_graph.language.teller import Teller
from kkr_graph.model.extract import Appointment, Event
from kkr_graph.model.lexicon import ListPattern
from kkr_graph.model.names import fold
from kkr_graph.model.span import Passage

_TELLS_MORE = re.compile(
    r"(?<!\w)(?:har|havde|blev|bliver|vil|skal|kan|var|forvent\w*|foreslå\w*|ønsker|ikke|hvis|indtil|afløs\w*)(?!\w)"
)
_FINITE = re.compile(
    r"(?<!\w)(?:er|sidder|har|blev|bliver|udpege(?:r|de|s)|val?e?gte?s?|vælge[rs]|indstille(?:r|de|s)|"
    r"(?:ind|ud|til|fra)tr(?:åd|æd)(?:te|er)|afløs(?:er|te)|repræsenterer|varetager|forventes)(?!\w)"
)
_SET_APART = re.compile(r"\([^()]*\)")
# somebody, and that she is a member by office: "Anna Holm (A), Rebild, er født medlem"
_IS_BORN = re.compile(r"[A-ZÆØÅ][^.]{3,80}? er (?:\w+ ){0,2}født ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Somebody whom a sentence names as sitting in the forum."""

    entry: Entry
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, and whom it places in the forum, or in others that it names."""

    text: str
    told: tuple[Told, ...]
    others: tuple[tuple[str, Told], ...] = ()
    is_elsewhere: bool = False  # it tells of another forum alone


class TellingReader:
    """Reads the sentences of one line."""

    def __init__(self, headings: HeadingReader, entries: EntryReader, teller: Teller) -> None:
        self.headings = headings
        self.entries = entries
        self.teller = teller
        self.patterns = entries.words.patterns

    def read(self, text: str, forum: str, passage: Passage) -> Iterator[Sentence]:
        """The sentences of a line about a forum, by how each begins, else as minutes are read.

        "Formanden for KKR er født medlem. Det er X": the second says who that is.
        """
        self.teller.about(forum)
        born: Event | None = None
        for start, end in sentences(text, 0, len(text)):
            sentence = text[start:end]
            read = tuple(self._acts(sentence, passage))
            acts = tuple(_settled([one for one in read if fold(one.body) == fold(forum)]))
            others = [one for one in read if fold(one.body) != fold(forum)]
            listed = tuple(self._listed(sentence, born, passage, is_of_others=bool(others)))
            told = listed if len(listed) > len(acts) else acts
            ex_officio = self.patterns[ListPattern.EX_OFFICIO].search(sentence) is not None
            told = told or (tuple(self._born(sentence, passage)) if ex_officio else ())
            is_elsewhere = bool(read) and not told and not ex_officio
            yield Sentence(
                text=sentence,
                told=told,
                others=tuple((one.body, _seat(one)) for one in others),
                is_elsewhere=is_elsewhere,
            )
            born = Event.EX_OFFICIO if ex_officio and not told else None

    def _born(self, sentence: str, passage: Passage) -> Iterator[Told]:
        """Who a sentence says to have a seat by an office elsewhere: "Bo Lund er født medlem som formand for KKR"."""
        found = self.entries.read(sentence) if _IS_BORN.match(sentence) else ()
        if len(found) == 1 and sentence.startswith(found[0].name):
            yield Told(entry=found[0], row=Row(passage=passage, event=Event.EX_OFFICIO))

    def _acts(self, sentence: str, passage: Passage) -> Iterator[Appointment]:
        """Who gets, has or leaves a seat: "Bo Lund er hans stedfortræder"."""
        if _FINITE.search(_SET_APART.sub("", sentence)):
            yield from self.teller.read(sentence, passage)

    def _listed(
        self, sentence: str, born: Event | None, passage: Passage, *, is_of_others: bool
    ) -> Iterator[Told]:
        """Those whom a sentence lists, by how it begins; not where it names another forum for them."""
        for kind, event in (
            (ListPattern.SITS, born),
            (ListPattern.NOMINATES, Event.NOMINATED),
            (ListPattern.PLACES, None),
        ):
            lead = self.patterns[kind].match(sentence)
            if lead is None or (is_of_others and kind is ListPattern.PLACES):
                continue
            rest = sentence[lead.end() :]
            if _TELLS_MORE.search(rest) or not self.entries.is_entry(rest, expected=True):
                return
            said = lead.groupdict()
            seat = said.get("seat") or lead[0].strip(" :")
            role = self.headings.role(seat) if kind is ListPattern.SITS else None
            by = said.get("by")
            if kind is ListPattern.PLACES:
                event = Event.APPOINTED if said.get("chosen") else Event.ELECTED
            for entry in self.entries.read(rest):
                row = Row(passage=passage, role=role, event=event, by=by)
                yield Told(entry=entry, row=row)
            return


def _settled(read: Sequence[Appointment]) -> Iterator[Told]:
    """The seats of a sentence; "medlem er Eva Skov, der forventes udpeget" gives her none yet."""
    awaited = {fold(one.person) for one in read if not one.certain}
    for one in read:
        if one.event is not Event.HOLDS or fold(one.person) not in awaited:
            yield _seat(one)


def _seat(one: Appointment) -> Told:
    """A seat as it is put into the outline."""
    entry = Entry(
        name=one.person,
        party=one.party,
        municipality=one.municipality,
        role=one.role,
        deputy_for=one.deputy_for,
        replaces=one.replaces,
        certain=one.certain,
    )
    row = Row(passage=one.passage, event=one.event, by=one.by, from_=one.from_, to=one.to)
    return Told(entry=entry, row=row)
