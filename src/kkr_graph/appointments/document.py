"""Whose list a document is, and the day it holds for."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from kkr_graph.appointments.headings import HeadingReader
from kkr_graph.appointments.units import Unit
from kkr_graph.language.cases import CASE_NUMBER
from kkr_graph.language.dates import FoundDate, find_dates
from kkr_graph.language.period import only_day
from kkr_graph.language.vocabulary import Vocabulary
from kkr_graph.model.extract import Document, DocumentKind
from kkr_graph.model.lexicon import Lexicon, ListPart, ListPattern
from kkr_graph.model.names import clean, fold, without_shouting
from kkr_graph.model.registry import BodyKind
from kkr_graph.model.span import Passage
from kkr_graph.model.text import TextLayer

_TOP = 2  # units at the very top
_FRONT = 12  # units that may be a title
_LONGEST_TITLE = 160
_LONGEST_NAME = 60
_OWNER = re.compile(
    r"(?:\b(?i:for|af|fra|i|til|hvem)\s+|[–—:|,-]\s*|\s{2,}|^)(?P<body>(?:KKR|Region|Regionsrådet|[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)? (?i:Kommune|Byråd|Kommunalbestyrelse|Regionskommune)|Kommunekontaktrådet)(?: [A-ZÆØÅ][\w-]+)*)"
)
# whose board a page shows: "Bestyrelsen for Havnemuseet", "Havnemuseet er en fond"
_BOARD_OF = re.compile(
    r"Bestyrelsen? (?:for|i|af) (?P<body>[A-ZÆØÅ][\w&/-]+(?: (?:[A-ZÆØÅ&][\w.&/-]*|og|i|for|af|på|den|det|a\.?m\.?b\.?a\.?))*)"
)
# whose list a title says it is, where it is a company: "Repræsentationsliste for Havnen I/S"
_COMPANY_IN_TITLE = re.compile(
    r"(?:^|\b(?:for|i|hos|fra|af) |[–—:|] ?)(?P<body>[A-ZÆØÅ][\w&-]*(?: (?:[A-ZÆØÅ&][\w&-]*|og))*? (?:[AIPK]/S|S/I|ApS|AmbA|a\.m\.b\.a\.))(?![\w/])"
)
_IN_GENITIVE = re.compile(r"(?P<body>[A-ZÆØÅ][^,:;|–—]*?)(?:['’]s|s['’]?) (?:[a-zæøå]+ )?")
_PARTED = re.compile(r"\s[|·–-]\s|, ")
_BOARDS = frozenset({"bestyrelse", "bestyrelsen"})
# what makes a day the day of a seat, and not of the list
_OF_A_SEAT = re.compile(
    r"\b(?:udpeg(?:et|else)\w*|valgt|beskik\w*|indtr\w+|udtr(?!æk)\w+|tiltr\w+|fratr\w+|afløs\w*|\w*periode\w*|udløb\w*|siden(?! er\b))\b",
    re.IGNORECASE,
)
# right before a day it tells what day that is, however many its sentence has
_HOLDS_FROM = re.compile(
    r"\b(?:gælder|gældende|opdateret|ajourført|revideret) (?:pr\.|per|den|d\.) ?$", re.IGNORECASE
)
_NEAR = 40  # characters before a day that say what day it is
_HIGH = 6  # lines at the top among which a day alone is the list's
# alone on a line, or before a year, a date or a dash; also in capitals
_AT_TOP = re.compile(
    r"(?:Byrådet i |Kommunalbestyrelsen i )?(?P<body>(?i:KKR [A-ZÆØÅ]+|Region [A-ZÆØÅ]+|Regionsrådet|(?:[\w-]+ ){1,2}(?:Kommune|Byråd|Kommunalbestyrelse|Regionskommune)))"
    r"(?=['’]?[sS]?\s*(?:$|[,(–—|:-]|\d{4}|(?i:udpegning|blå bog|repræsentation)))",
)


class DocumentReader:
    """Finds the particulars of a list."""

    def __init__(
        self, layer: TextLayer, units: Sequence[Unit], lexicon: Lexicon, headings: HeadingReader
    ) -> None:
        self.layer = layer
        self.units = units
        self.words = lexicon.lists
        self.headings = headings
        self.bodies = headings.bodies
        self.vocabulary = Vocabulary(self.bodies.registry, lexicon)

    def document(self) -> Document:
        """The list's own particulars; None for what it does not say."""
        body = next(self._bodies(), None)
        day = next(self._days(), None)
        return Document(
            kind=DocumentKind.APPOINTMENT_LIST,
            body=None if body is None else body[0],
            date=None if day is None else day[0],
            case=self._case(),
            sha256=self.layer.sha256,
            name=self.layer.name,
            body_passage=None if body is None else body[1],
            date_passage=None if day is None else day[1],
        )

    def front(self) -> Iterator[Unit]:
        """What may be the title: above the first label, the first person and the first table."""
        for unit in self.units[:_FRONT]:
            if len(unit.text) <= _LONGEST_TITLE:
                yield unit

    def _case(self) -> str | None:
        for unit in self.front():
            match = CASE_NUMBER.search(unit.text)
            if match is not None:
                return match[0]
        return None

    def _bodies(self) -> Iterator[tuple[str, Passage]]:
        """Whose list it is: named in the title, or alone on a line at the top."""
        raw = self.layer.text
        front = list(self.front())
        titled = [
            unit for unit in front if self.words.patterns[ListPattern.TITLE].search(unit.text)
        ]
        at = [self.units.index(unit) for unit in titled] or [0]
        near = [unit for nth, unit in enumerate(front) if any(-3 <= nth - one < 4 for one in at)]
        # a letterhead beside the title is whose paper it is: below it the title comes again
        lines = [unit for unit in titled if len(unit.cells) == 1]
        for unit in lines:
            yield from self._titled(unit, raw)
        for unit in near if lines else ():
            if len(unit.cells) == 1:
                yield from self._whole(unit)
        for unit in titled:
            yield from self._titled(unit, raw)
        for unit in near:
            yield from self._whole(unit)
        yield from self._with_board()
        yield from self._above_title()
        yield from self._repeated()
        for line in self.layer.furniture:
            name = re.split(r"\s[|·–-]\s|\s{2,}|\t", self.layer.raw(line).strip())[0]
            if self.bodies.known(name) or _AT_TOP.fullmatch(name):
                yield (
                    self.bodies.canonical(name),
                    self.layer.passage(line.start, line.start + len(name)),
                )

    def _titled(self, unit: Unit, raw: str) -> Iterator[tuple[str, Passage]]:
        """Whose list a title says it is."""
        yield from self._councils(unit, raw)
        yield from self._owner(unit, raw)
        yield from self._in_genitive(unit)

    def _with_board(self) -> Iterator[tuple[str, Passage]]:
        """Whose board it is, by the first line: "Bestyrelsen for Havnemuseet"; or which company's list."""
        title = self.words.patterns[ListPattern.TITLE]
        titled = [unit for unit in self.front() if title.search(unit.text)]
        found = [(unit, _BOARD_OF.fullmatch(unit.text)) for unit in self.units[:1]]
        found += [(unit, _COMPANY_IN_TITLE.search(unit.text)) for unit in titled]
        for unit, match in found:
            passage = self._body_in(unit, match)
            if passage is not None:
                yield self.bodies.canonical(passage.quote), passage

    def _in_genitive(self, unit: Unit) -> Iterator[tuple[str, Passage]]:
        """Whose list it is, right before the word for it: "KL's repræsentantliste"."""
        for pattern in self.words.patterns[ListPattern.TITLE].finditer(unit.text):
            owner = _IN_GENITIVE.fullmatch(unit.text[: pattern.start()])
            passage = self._body_in(unit, owner)
            if passage is None:
                continue
            name = passage.quote
            is_body = " " in name and self.vocabulary.is_organization(name)
            if is_body or self.bodies.known(name):
                yield name, passage

    def is_address(self, unit: Unit, name: str | None) -> bool:
        """Whether a line is a name and where to find it: "Havnens Hus | Havnevej 2 | CVR 00 00 00 00"."""
        first, *others = _PARTED.split(unit.text)
        contact = self.words.patterns[ListPattern.CONTACT]
        return fold(first) == fold(name or "") and any(map(contact.search, others))

    def _above_title(self) -> Iterator[tuple[str, Passage]]:
        """An organisation at the very top, right above the title: "Havnens Hus", "Oversigt over poster"."""
        title = self.words.patterns[ListPattern.TITLE]
        for at, (above, below) in enumerate(pairwise(self.units[: _TOP + 1])):
            if sum(unit.text == below.text for unit in self.units) > 1:
                continue  # on each sheet, below the name of a forum
            name = above.text
            is_alone = len(above.cells) == 1 and len(name) <= _LONGEST_NAME and ":" not in name
            is_owner = is_alone and " " in name and self.vocabulary.is_organization(name)
            is_title = (
                title.search(below.text)
                or self._is_of_board(below)
                or self._is_of_people(below, self.units[at + 2 :])
            )
            if is_owner and is_title and not title.search(name):
                yield self.bodies.canonical(name), self.layer.passage(above.start, above.end)

    def _is_of_board(self, unit: Unit) -> bool:
        """Whether a line says of what day a board is: "Bestyrelse pr. 9. marts 2026"."""
        return unit.text.partition(" ")[0].casefold() in _BOARDS and only_day(unit.text) is not None

    def _is_of_people(self, unit: Unit, below: Sequence[Unit]) -> bool:
        """Whether a line is "Medlemmer og suppleanter" in the head of a list: the day is below it."""
        column = self.headings.column(unit.text)
        if column is None or column.part is not ListPart.PERSON or not below:
            return False
        dated = self.words.patterns[ListPattern.DATED].match(below[0].text) is not None
        return dated and only_day(below[0].text) is not None

    def _body_in(self, unit: Unit, match: re.Match[str] | None) -> Passage | None:
        """Where the body of a match stands in a unit, if not over the end of a line."""
        begin = -1 if match is None else self.layer.text.find(match["body"], unit.start, unit.end)
        if match is None or begin < 0:
            return None
        return self.layer.passage(begin, begin + len(match["body"]))

    def _repeated(self) -> Iterator[tuple[str, Passage]]:
        """A name at the very top that is a heading below too, or explained: "Havnerådet", whose list it is."""
        top = self.units[:_TOP]
        title = self.words.patterns[ListPattern.TITLE]
        if not any(title.search(one.text) or fold(one.text) in _BOARDS for one in self.front()):
            return
        for unit in top:
            said = f"{unit.text} er "
            below = self.units[_TOP:]
            again = any(
                one.text == unit.text
                or one.text.startswith(said)
                or self.is_address(one, unit.text)
                for one in below
            )
            general = fold(unit.text) in self.words.general
            if again and len(unit.cells) == 1 and unit.text[:1].isupper() and not general:
                yield unit.text, self.layer.passage(unit.start, unit.end)

    def _councils(self, unit: Unit, raw: str) -> Iterator[tuple[str, Passage]]:
        """The contact councils that a title names, in capitals or in the genitive too."""
        for body in self.bodies.registry.bodies:
            if body.kind == BodyKind.CONTACT_COUNCIL:
                name = re.compile(re.escape(body.name), re.IGNORECASE)
                for match in name.finditer(raw, unit.start, unit.end):
                    yield body.name, self.layer.passage(*match.span())

    def _owner(self, unit: Unit, raw: str) -> Iterator[tuple[str, Passage]]:
        for match in _OWNER.finditer(raw[unit.start : unit.end]):
            name = (
                re.sub(r"['’]?s$", "", match["body"])
                if match["body"].endswith("s")
                else match["body"]
            )
            name = (
                match["body"]
                if self.bodies.known(match["body"]) or name.endswith("Kommune")
                else name
            )
            if self._seems_owner(name):
                start, end = (unit.start + at for at in match.span("body"))
                yield self._spelt(name), self.layer.passage(start, end)

    def _seems_owner(self, name: str) -> bool:
        return name != "Region" and (name != "KKR" or self.bodies.known(name) is not None)

    def _spelt(self, name: str) -> str:
        """As the registry spells it, or as people do who write no capitals: "KØGE BYRÅD"."""
        canonical = self.bodies.canonical(name)
        return without_shouting(name) if canonical == name else canonical

    def _whole(self, unit: Unit) -> Iterator[tuple[str, Passage]]:
        """A unit that is an owner's name and nothing else."""
        first = unit.cells[0].text if len(unit.cells) > 1 else unit.text
        passage = self._body_in(unit, _AT_TOP.match(first))
        if passage is not None:
            yield self._spelt(passage.quote), passage
        elif len(unit.cells) == 1:
            known = self.bodies.known(unit.text)
            if known is not None and known.kind == BodyKind.CONTACT_COUNCIL:
                yield self.bodies.canonical(unit.text), self.layer.passage(unit.start, unit.end)

    def _days(self) -> Iterator[tuple[date, Passage]]:
        """The day that a list holds for: one with a word that says so, near the top or the end."""
        text = self.layer.reading.text
        found = [each for each in find_dates(text, 0, len(text)) if each.day is not None]
        for each in found:
            if self._is_own(each, text):
                yield self._told(each)
        for line in self.layer.furniture:
            for each in find_dates(self.layer.text, line.start, line.end):
                if each.day is not None:
                    yield each.day, self.layer.passage(each.start, each.end)

    def _is_own(self, each: FoundDate, text: str) -> bool:
        begin = text.rfind("\n", 0, each.start) + 1
        end = text.find("\n", each.end)
        line = text[begin : end if end >= 0 else len(text)]
        is_high = text.count("\n", 0, begin) < _HIGH
        if is_high and _HOLDS_FROM.search(text, begin, self._first_digit(each)):
            return True
        days = list(find_dates(line, 0, len(line)))
        if len(line) > _LONGEST_TITLE or len(days) != 1:
            return False
        digit = self._first_digit(each)
        before = text[max(begin, each.start - _NEAR) : digit].rpartition("\t")[2]
        if _OF_A_SEAT.search(before):
            return False
        if self.words.patterns[ListPattern.DATED].search(before):
            return True
        alone = clean(before).strip(" :(").casefold() in ("", "den", "d.")
        row = text[begin:digit]
        if "\t" in row and not self.words.patterns[ListPattern.DATED].search(row):
            return False  # a cell of somebody's row, at the top of a short table
        is_title = self.words.patterns[ListPattern.TITLE].search(line) is not None
        return is_title or (alone and is_high and each.end >= begin + len(line.rstrip(" .)")))

    def _first_digit(self, each: FoundDate) -> int:
        digit = re.compile(r"\d").search(self.layer.reading.text, each.start)
        assert digit is not None
        return digit.start()

    def _told(self, each: FoundDate) -> tuple[date, Passage]:
        assert each.day is not None
        return each.day, self.layer.passage_read(each.start, each.end)
