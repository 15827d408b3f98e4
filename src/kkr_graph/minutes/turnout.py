"""Who came to the meeting and who did not: lists, apologies and sentences, put together."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from kkr_graph.minutes.attendance.listed import Listed, joined, merge_by_item
from kkr_graph.minutes.attendance.partial import PartialReader
from kkr_graph.minutes.attendance.presence import (
    away_throughout,
    is_away,
    is_present,
    represented,
    settle,
    stand_ins,
    told_apologies,
    told_away,
    with_row,
)
from kkr_graph.minutes.attendance.told import told_present
from kkr_graph.minutes.guests import employer_of
from kkr_graph.minutes.items import ItemReader
from kkr_graph.minutes.structure.blocks import ItemBlock, Stretch, Structure
from kkr_graph.model.extract import Attendance, AttendanceStatus, Document, DocumentKind
from kkr_graph.model.lexicon import Phrase
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line

# behind who was elected, and sits for no party
_INDEPENDENT = re.compile(r"\((?:løsgænger|UP)\)", re.IGNORECASE)
# "Indkaldelse af stedfortræder": the title of an item on who comes to the meeting for somebody
_SUMMONS = re.compile(r"\bindkald\w+ (?:af )?(?:\w+ )?(?:stedfortræder|suppleant)", re.IGNORECASE)
# "Fraværende og bemærkninger til dagsordenen"
_BESIDE_ABSENT = re.compile(r"(?:(?<=^Fraværende)|(?<=^Afbud))(?: og|/| samt) ?.*")

# what the headings of the front may say anywhere: "Deltagere", and not "Medlemmer", who need not have been anywhere
_SAYS_THAT_THEY_CAME = re.compile(
    r"\b(?:\w*deltager\w*|deltog|til ?stede\w*|mødte?|fremmødt?e?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnout:
    """Everybody of the meeting, those who are told to have stood in, and who missed single items."""

    members: Sequence[Attendance]
    standing_in: Sequence[Attendance]
    partly: Sequence[Attendance]


class TurnoutReader:
    """Reads who came to the meeting of one document."""

    def __init__(
        self,
        items: ItemReader,
        document: Document,
        structure: Structure,
        blocks: Sequence[ItemBlock],
    ) -> None:
        self.items = items
        self.layer = items.layer
        self.lexicon = items.lexicon
        self.rosters = items.rosters
        self.people = items.rosters.people
        self.document = document
        self.structure = structure
        self.blocks = blocks

    def read(self, listed: Listed, numbers: Sequence[str]) -> Turnout:
        """Who was there and who was away, as lists and sentences say together."""
        front_end = self.structure.front_end if numbers else 0
        standing_in = tuple(stand_ins(self.layer, self.people, 0, front_end))
        told = told_away(self.layer, self.people, 0, front_end, listed.attendance)
        partly = tuple(
            PartialReader(self.layer, self.people, numbers).read(
                self.blocks, self.structure.front_end
            )
        )
        away = (*told, *away_throughout(partly, listed.attendance, numbers))
        staff = self.rosters.officials.read(front_end, listed.attendance)
        came = (*listed.attendance, *away, *staff, *self._told(listed))
        came = (*came, *_there_for_the_rest(partly, came, front_end))
        settled = settle(came, standing_in, numbers)
        everybody = (*settled, *represented(settled, standing_in, self.people))
        of_officials = not any(
            entry.party or _INDEPENDENT.search(entry.passage.quote) for entry in everybody
        )
        members = tuple(self._with_employer(one, of_officials=of_officials) for one in everybody)
        missed = tuple(with_row(one, members) for one in partly)
        return Turnout(members=members, standing_in=standing_in, partly=missed)

    def _with_employer(self, entry: Attendance, *, of_officials: bool) -> Attendance:
        """Who works for the municipality that is written with them, and sits for no party.

        In a meeting ``of_officials`` nobody does.
        """
        is_staff = self.lexicon.phrases[Phrase.STAFF].search(fold(entry.title or "")) is not None
        works = entry.party is None and (is_staff or of_officials)
        if not works or entry.organization or "ommune" not in entry.passage.quote:
            return entry
        return replace(entry, organization=employer_of(entry.municipality, self.people.registry))

    def listed(self) -> Listed:
        """The people of the front and, item by item, those listed under a decision."""
        decided = self.document.kind is DocumentKind.MINUTES
        read = self.rosters.read_front if decided else self.rosters.read
        front = read(self.structure.front)
        if not self._records(front):
            return Listed()
        if not front.attendance:  # "1. Deltagere" is an item to some
            front = self.rosters.read_first(block.lines for block in self.blocks)
        spans = [(body.start, body.end) for _, body in self._decisions()]
        apologies = Listed(attendance=tuple(told_apologies(self.layer, self.people, spans)))
        own = [listed for block in self.blocks if (listed := self._listed_as_item(block))]
        front = joined(front, apologies, *own, self._summoned())
        return merge_by_item(front, tuple(self._below_decisions(front)))

    def _listed_as_item(self, block: ItemBlock) -> Listed | None:
        """The people of an item that is no more than a list: "1. Fraværende"."""
        title = self.layer.reading.text[block.title.start : block.title.end]
        heading = fold(_BESIDE_ABSENT.sub("", title.split(":")[0]))
        status = self.lexicon.people_headings.get(heading)
        if status is None:
            return None
        listed = self.rosters.read(block.lines)
        section = self.items.decision_section(block)
        if listed.attendance or section is None:
            return listed
        return self.rosters.read_as(status, heading, section.body.lines)

    def _decisions(self) -> Iterator[tuple[str, Stretch]]:
        """By item, what stands under the heading of its decision."""
        for block in self.blocks:
            section = self.items.decision_section(block)
            if section is not None:
                yield block.number, section.body

    def _below_decisions(self, front: Listed) -> Iterator[tuple[str, Listed]]:
        """By item, those whom a list or a sentence below its decision has as away, and who came for them.

        A sentence below one decision is of a member, or of a guest who was expected for the item.
        """
        below = {
            number: (
                listed := self.rosters.read_apologies(body.lines),
                tuple(told_away(self.layer, self.people, body.start, body.end, listed.attendance)),
            )
            for number, body in self._decisions()
        }
        came = any(map(is_present, front.attendance))
        known = Counter(fold(one.name) for _, told in below.values() for one in told)
        known.update(fold(one.name) for one in front.attendance)
        lists = (front, *(listed for listed, _ in below.values()))
        away_from = {fold(one.name) for _, told in below.values() for one in told}
        away_from |= {
            fold(one.name) for one in chain(*(each.attendance for each in lists)) if is_away(one)
        }
        came_for = self._came_for(away_from)
        for number, (listed, told) in below.items():
            away = tuple(one for one in told if known[fold(one.name)] > 1)
            # "Deltagere: ..." below one decision is of something else, where the front has a list
            named = tuple(one for one in listed.attendance if not (came and is_present(one)))
            yield number, replace(listed, attendance=(*named, *away, *came_for.get(number, ())))

    def _came_for(self, away: Container[str]) -> Mapping[str, tuple[Attendance, ...]]:
        """By item, who a sentence below the decision says to have come for somebody who was away."""
        return {
            number: tuple(
                one
                for one in stand_ins(self.layer, self.people, body.start, body.end)
                if fold(one.deputy_for or "") in away
            )
            for number, body in self._decisions()
        }

    def _summoned(self) -> Listed:
        """Who came for the whole meeting, by an item on that: "Indkaldelse af stedfortræder"."""
        summoning = {
            block.number
            for block in self.blocks
            if _SUMMONS.search(self.layer.reading.text, block.title.start, block.title.end)
        }
        bodies = (body for number, body in self._decisions() if number in summoning)
        came = (stand_ins(self.layer, self.people, body.start, body.end) for body in bodies)
        return Listed(attendance=tuple(chain.from_iterable(came)))

    def _records(self, front: Listed) -> bool:
        """Whether lists of people are of who came: a letter or a notice lists whose seats it tells of."""
        if self.document.kind in (DocumentKind.MINUTES, DocumentKind.AGENDA):
            return True
        came = any(map(is_present, front.attendance))
        return came and (
            any(map(is_away, front.attendance)) or any(map(self._heads_those_who_came, front.lines))
        )

    def _heads_those_who_came(self, line: Line) -> bool:
        told = _SAYS_THAT_THEY_CAME.search(self.layer.read(line)) is not None
        return told and self.rosters.headings.heading(line) is not None

    def _told(self, listed: Listed) -> Iterator[Attendance]:
        """Whom a document without lists tells to have been there."""
        tells = self.document.kind in (DocumentKind.NEWS, DocumentKind.MINUTES)
        if not listed.attendance and (self.blocks or tells):
            yield from told_present(self.layer, self.people, self.structure.front_end)


def _there_for_the_rest(
    partly: Sequence[Attendance], came: Sequence[Attendance], front_end: int
) -> Iterator[Attendance]:
    """Members of whom only the front tells, and that they missed some items: "Anna Holm (A) deltog fra punkt 3"."""
    known = {fold(entry.name) for entry in came}
    for entry in partly:
        in_front = entry.passage.start < front_end
        if in_front and entry.party is not None and fold(entry.name) not in known:
            known.add(fold(entry.name))
            yield replace(entry, status=AttendanceStatus.PRESENT, items=None)
