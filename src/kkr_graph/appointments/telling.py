"""Sentences of a list that tell who sits in a forum: "I rådet sidder Anna Holm (A) som formand"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kkr_graph.appointments.entries import Entry, EntryReader
from kkr_graph.appointments.headings import HeadingReader
from kkr_graph.language.sentences import sentences
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import ListPattern

_TELLS_MORE = re.compile(
    r"(?<!\w)(?:har|havde|blev|bliver|vil|skal|kan|var|forvent\w*|foreslå\w*|ønsker|ikke|hvis|indtil|afløs\w*)(?!\w)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Somebody whom a sentence names as sitting in the forum."""

    entry: Entry
    role: Role | None
    event: Event | None = None
    by: str | None = None


class TellingReader:
    """Reads the sentences of one line."""

    def __init__(self, headings: HeadingReader, entries: EntryReader) -> None:
        self.headings = headings
        self.entries = entries
        self.patterns = entries.words.patterns

    def read(self, text: str) -> Iterator[Told]:
        """Those whom the sentences of a line name, by how each sentence begins.

        "Formanden for KKR er født medlem. Det er X": the second says who that is.
        """
        born: Event | None = None
        for start, end in sentences(text, 0, len(text)):
            sentence = text[start:end]
            told = tuple(self._in_sentence(sentence, born))
            yield from told
            ex_officio = self.patterns[ListPattern.EX_OFFICIO].search(sentence) is not None
            born = Event.EX_OFFICIO if ex_officio and not told else None

    def _in_sentence(self, sentence: str, born: Event | None) -> Iterator[Told]:
        for kind, event in (
            (ListPattern.SITS, born),
            (ListPattern.NOMINATES, Event.NOMINATED),
            (ListPattern.PLACES, None),
        ):
            lead = self.patterns[kind].match(sentence)
            if lead is None:
                continue
            rest = sentence[lead.end() :]
            if _TELLS_MORE.search(rest) or not self.entries.is_entry(rest, expected=True):
                return
            role = self.headings.role(lead[0].strip(" :")) if kind is ListPattern.SITS else None
            said = lead.groupdict()
            by = said.get("by")
            if kind is ListPattern.PLACES:
                event = Event.APPOINTED if said.get("chosen") else Event.ELECTED
            for entry in self.entries.read(rest):
                yield Told(entry=entry, role=role, event=event, by=by)
            return
