"""What heads a list of people, and who they are by it: "Deltagere", "Afbud fra", a municipality."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from itertools import compress, takewhile
from typing import TypeAlias

from kkr_graph.language.letters import is_salutation
from kkr_graph.language.names import NAME
from kkr_graph.language.parties import NO_PARTY, party_heading
from kkr_graph.language.people import PeopleReader
from kkr_graph.minutes.attendance.columns import Column
from kkr_graph.minutes.attendance.crosses import CrossReader
from kkr_graph.minutes.attendance.groups import NO_GROUP, Group
from kkr_graph.minutes.structure.cells import cells_of, place_of
from kkr_graph.model.extract import AttendanceStatus
from kkr_graph.model.lexicon import Lexicon, Phrase
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line, TextLayer

_COUNT = re.compile(
    r"\s?\((?:\d{1,3}|bestyrelsen|medlemmer|udvalget|rådet|\w+vis|alfabetisk(?: orden)?|efter \w+)\)$",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(
    r",? (?:m\.? ?fl\.?|m\.? ?v\.?|mfl\.?|mv\.?):?$"
)  # "Administrationen m.fl."
_INLINE = re.compile(r"(?P<heading>[^:]{3,60}?)\s?:\s(?=\S)")
_INLINE_FROM = re.compile(
    r"(?P<heading>(?:der (?:var|er) )?(?:meldt )?afbud (?:(?:var|er) )?(?:meldt )?(?:fra|af)|fraværende (?:med afbud |uden afbud )?(?:var|er)|til ?stede (?:(?:fra|på|i|ved) [a-zæøå]+ )?(?:var|er)|i mødet deltog|mødet deltog|fra (?:bestyrelsen|rådet|udvalget|byrådet) (?:deltog|mødte|var mødt)|(?:bestyrelsen|rådet|udvalget) var repræsenteret (?:ved|af))\s+(?=[A-ZÆØÅ])",
    re.IGNORECASE,
)
# over who came for somebody: "Mødt som stedfortræder for Bo Lund: Eva Skov"
IN_PLACE_OF = re.compile(
    r"(?P<heading>(?:(?:(?:(?:[Ii]ndkaldt|[Mm]ødte?|[Dd]eltog) )?(?:som )?(?:[Pp]ersonlig )?(?:[Ss]tedfortræder|[Ss]uppleant|[Aa]fløser|[Vv]ikar)(?:en|e|er|ne|erne)?|(?:(?:[Mm]ødte?|[Dd]eltog) )?[Ii] stedet|[Mm]ødte?|[Dd]eltog) for|For|I stedet for)"
    rf" (?:[a-zæøå.]+ )?(?P<other>{NAME})(?: ?\([A-ZÆØÅ]{{1,3}}\))?(?: (?:mødte|deltog|deltager|var|er)(?: indkaldt)?)?):(?:\s+|\Z)"
)
# else the label may be of a standing deputy, who need not have come
_CAME_IN_PLACE = re.compile(r"\b(?:mødte?|deltog|deltager|indkaldt|stedet)\b|^for\b", re.IGNORECASE)
_FROM_ELSEWHERE = re.compile(
    r"(?:fra|for) (?!bestyrelsen|rådet|udvalget)[^:.,]{2,60}? (?:deltog|deltager)(?: desuden| også)?:?\s+(?=\S)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?P<lead>(?:[^:.,]|\b(?:pkt|nr)\.){3,70}):(?:\s+|$)")
TELLING = re.compile(
    r"(?<!\w)(?:har|havde|blev|er|var|vil|kan|skal|takkede|oplyste|orienterede|bemærkede|bød"
    r"|(?:valgte|udpegede) (?:følgende|nedenstående)|indstill?er|indstilles|indstillede|foreslår|foreslås|foreslog|anbefaler|anbefales|anbefalede|(?:ud)?peges|(?:gen|ny|ud)?(?:vælges|valgtes)|udpegedes|indstilledes|vurderer|vurderede|oplyser|bemærker|ønsker|peger|pegede|finder|beder|bad)\b"
)
ATTENDING = re.compile(
    r"\b(?:afbud|fravær\w*|til ?stede|stedfortræder|suppleant|sted|deltog\w*|deltag\w*|mødt\w*|forlod|gik)\b",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"(?:(?:desuden|endvidere|derudover|også|tillige|herudover) (?:deltog|deltager|mødte|var(?=[^.\n]{5,300} til ?stede\b))"
    r"|som (?:sekretær|referent|protokolfører|mødesekretær) (?:deltog|mødte|var|fungerede)"
    r"|som (?:gæst(?:er)?|observatør(?:er)?|oplægsholdere?|tilforordnede?) (?:deltog|deltager|mødte|var)(?: (?:også|desuden|til ?stede|inviteret|indbudt))*):?\s+(?=\S)",
    re.IGNORECASE,
)
# "Afbud Anna Holm, Bo Lund": a heading right before a name
_BARE = re.compile(
    r"(?P<heading>Afbud|Fraværende|Mødedeltagere|Til ?stede|Tilstede|Deltagere|Fremmødte?|Mødt|Gæster?)\s(?=[A-ZÆØÅ])"
)
_COLUMN = re.compile(r"(?P<heading>[^:\t]{3,40})\t(?=\S)")  # the heading in a column of its own
# Over those who came for somebody; of others in such a list nothing is said.
DEPUTIES = frozenset({"stedfortrædere", "suppleanter"})
_OF_DEPUTIES = DEPUTIES | {
    *("stedfortræder", "suppleant", "stedfortræder til stede", "mødt stedfortræder"),
    *("deltagende stedfortræder", "stedfortræder mødt", "indkaldt stedfortræder"),
}
NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,2})?[.)]? +(?=\S)")  # "1. Godkendelse af dagsorden"
LABELLED = re.compile(r"(?P<label>[^:.,\d]{2,40}):\s+(?=\S)")  # a role, or a place
# "Fra Vejle Kommune", "Fra Region Fyn": who sent those below
_SENT_FROM = re.compile(r"[Ff]ra (?P<of>[A-ZÆØÅ][^:.,;\t]{1,60})")
_SENDER = re.compile(r"[A-ZÆØÅ][\w&’'-]*(?: [\w&’'-]+){0,5}")
_HEADING_WORDS = 5
_LONGEST_TABLE = 80  # lines
# Over columns that say who somebody is, or whether they came.
_OF_PEOPLE = frozenset({"navn", "medlem", "medlemmer", "deltager", "mødedeltager"})
_OF_STATUSES = frozenset(
    [
        *("status", "bemærkning", "bemærkninger", "anmærkning", "anm", "bem", "fremmøde", "deltog"),
        *("deltagelse", "mødedeltagelse", "tilstedeværelse", "mødt", "fremmødt", "deltaget"),
        *("til stede", "tilstede"),
    ]
)
_SHORT = re.compile(r"[A-ZÆØÅa-zæøå]{1,2}")
_EITHER = re.compile(r"\s*[/:|]\s*| og | eller | samt ")
EMPLOYERS = frozenset({"organisation", "virksomhed", "arbejdssted", "repræsenterer", "forening"})
COLUMN_HEADS = (
    frozenset({"navn", "medlem", "parti", "liste", "kommune", "titel", "funktion", "rolle"})
    | frozenset({"stilling", "initialer"})
    | _OF_PEOPLE
    | _OF_STATUSES
    | EMPLOYERS
)
Mark: TypeAlias = tuple[AttendanceStatus | None, int]  # a heading: of whom, and how long it is


class ListHeadingReader:
    """Tells which lines of one document head a list of people, or a group in one."""

    def __init__(self, layer: TextLayer, lexicon: Lexicon, people: PeopleReader) -> None:
        self.layer = layer
        self.lexicon = lexicon
        self.people = people
        self.crosses = CrossReader(layer, lexicon, people)

    def heading(self, line: Line) -> Mark | None:
        """The capacity a line heads (None: a list of all), and how much of it is heading."""
        text = self.layer.read(line)
        if is_salutation(text) or (self.is_rest_of_row(text) and not self.columns(line)):
            return None  # "Kære medlemmer"
        others = _AND_OTHERS.search(text)
        if others is None:
            return self._heading(line, text)
        found = self._heading(line, text[: others.start()])
        return None if found is None else (found[0], len(text))

    def _heading(self, line: Line, text: str) -> Mark | None:
        # "bestyrelsen." alone on a line is the end of a sentence
        whole = "" if text.endswith(".") else fold(_COUNT.sub("", text.rstrip(" :?")))
        if whole in self.lexicon.list_headings or whole in self.lexicon.writer_headings:
            return None, len(text)
        if whole in self.lexicon.people_headings or whole in DEPUTIES:
            return self.lexicon.people_headings.get(whole, AttendanceStatus.PRESENT), len(text)
        if self.is_over_statuses(line):
            return AttendanceStatus.PRESENT, len(text)
        columns = self.columns(line)
        if columns:
            return next(one.status for one in columns if one.status), len(text)
        described = self._described(line, text)
        if described is not None:
            return described
        elsewhere = _FROM_ELSEWHERE.match(text) or _ALSO.match(text)
        if elsewhere is not None and not self.people.find(elsewhere[0]):  # "For Bo Lund deltog ..."
            also = self.people.find(text[elsewhere.end() :])
            sit = _ALSO.match(text) and also and all(person.party for person in also)
            status = AttendanceStatus.PRESENT if sit else AttendanceStatus.GUEST
            return status, elsewhere.end()
        inline = self._inline(text)
        if inline is not None:
            return inline
        bare = _BARE.match(text)
        if bare is not None and self._begins_with_person(text[bare.end() :]):
            return self.lexicon.people_headings[fold(bare["heading"])], bare.end()
        return None

    def _inline(self, text: str) -> Mark | None:
        """A heading with a list behind it on its line: "Afbud: Anna Holm"."""
        in_place = IN_PLACE_OF.match(text)
        if in_place is not None:
            return AttendanceStatus.PRESENT, in_place.end()
        sentence = _INLINE_FROM.match(text)
        column = _COLUMN.match(text)
        inline = _INLINE.match(text) or sentence or column
        if inline is not None:
            named = NUMBERED.sub("", _COUNT.sub("", inline["heading"]), count=1)
            if fold(named) in self.lexicon.writer_headings:
                return None, inline.end()
            status = self.lexicon.people_headings.get(fold(named))
            if fold(named) in self.lexicon.list_headings:  # "Deltagelse: Anna Holm og Bo Lund"
                status = AttendanceStatus.PRESENT
            if status is None and (
                inline is sentence
                or (inline is column and self._heads_cell(inline["heading"], text[inline.end() :]))
            ):
                status = self.by_pattern(inline["heading"])
            if status is not None:
                return status, inline.end()
        return None

    def _heads_cell(self, heading: str, cell: str) -> bool:
        """Whether a cell is all that stands beside a heading, and tells of people: "Fra selskabet"."""
        return "\t" not in cell and bool(self.people.find(cell)) and not self.people.find(heading)

    def is_rest_of_row(self, text: str) -> bool:
        """Whether a line is the second of a table's row: "Vejle Kommune", and then "Afbud"."""
        first, *others = (cell.strip() for cell in text.split("\t"))
        told = any(fold(cell) in self.lexicon.status_words for cell in others)
        heads = self._column_status(first) is not None or fold(first) in COLUMN_HEADS
        counted = any(letter.isdigit() for letter in first)
        named = fold(first) in self.lexicon.status_words or bool(self.people.find(text))
        return told and not (heads or counted or named)

    def _begins_with_person(self, text: str) -> bool:
        return any(person.start == 0 for person in self.people.find(text)[:1])

    def _described(self, line: Line, text: str) -> tuple[AttendanceStatus, int] | None:
        """A heading in words of its own: "I generalforsamlingen deltog for kommunerne:"."""
        inline = _LEAD.match(text)
        if inline is not None and _says(inline["lead"]):
            return None  # "Sekretariatet kan oplyse følgende:"
        if inline is not None and not self.people.find(inline["lead"]):
            status = self.by_pattern(inline["lead"])
            return None if status is None else (status, inline.end())
        if (
            self.opens(line)
            and len(text.split()) <= _HEADING_WORDS
            and not text.endswith((".", ","))
            and not _says(text)
        ):
            status = None if self.people.find(text) else self.by_pattern(text)
            # "3. Nyt fra direktionen" is an item, and no heading over guests
            is_item = text[0].isdigit() and status is AttendanceStatus.GUEST
            return None if status is None or is_item else (status, len(text))
        return None

    def is_over_statuses(self, line: Line) -> bool:
        """Whether a line heads a table of which each row tells who came: "Navn", "Status"."""
        cells = self.layer.read(line).split("\t")
        heads = {fold(cell.rstrip(" :")) for cell in cells if not self.names_both(cell)}
        of_both = len(heads) < len(cells)
        heads_people = bool(heads & _OF_PEOPLE) and (of_both or bool(heads & _OF_STATUSES))
        if not (heads <= COLUMN_HEADS | _OF_DEPUTIES and heads_people):
            return False
        rows = [row.split("\t") for row in self._table_below(line)]
        if any(self.people.words.status(cell) for row in rows for cell in row):
            return True
        # letters that nobody explains tell of nobody that she came: "M", "A" below "Deltog"
        telling = [fold(cell.rstrip(" :")) in _OF_STATUSES for cell in cells]
        full = (row for row in rows if len(row) == len(cells))
        told = [cell for row in full for cell in compress(row, telling)]
        return len(set(told)) > 1 and all(map(_SHORT.fullmatch, told))

    def status_columns(self, line: Line) -> tuple[Column, ...]:
        """The columns that a line heads which is over rows that each tell who came."""
        if not self.is_over_statuses(line):
            return ()
        columns = []
        for start, end in cells_of(self.layer, line.read_start, line.read_end):
            heading = fold(self.layer.reading.text[start:end].rstrip(" :"))
            status = AttendanceStatus.PRESENT if heading in _OF_STATUSES else None
            place = place_of(self.layer, start, end)
            deputies = heading in _OF_DEPUTIES
            columns.append(Column(status=status, start=place[0], end=place[1], deputies=deputies))
        return tuple(columns)

    def names_both(self, heading: str) -> bool:
        """Whether a heading is of those who came and of those away: "Fremmøde: ✓ / Afbud"."""
        pieces = [piece.strip() for piece in _EITHER.split(heading.lower())]
        told = {
            self.lexicon.people_headings.get(piece) or self._by_words(piece) for piece in pieces
        }
        return {AttendanceStatus.PRESENT, AttendanceStatus.ABSENT} <= told

    def by_pattern(self, heading: str) -> AttendanceStatus | None:
        """The capacity that the words of a heading tell, where it is none that we know whole."""
        return None if self.names_both(heading) else self._by_words(heading)

    def _by_words(self, heading: str) -> AttendanceStatus | None:
        lowered = heading.lower().strip(" :")
        return next(
            (status for status, form in self.lexicon.people_patterns if form.search(lowered)), None
        )

    def columns(self, line: Line) -> tuple[Column, ...]:
        """What a line heads column by column: "Deltagere" beside "Afbud"; nothing otherwise.

        Columns that say who somebody is may stand among them: "Navn", "Til stede", "Afbud".
        """
        cells = cells_of(self.layer, line.read_start, line.read_end)
        texts = [self.layer.reading.text[start:end].rstrip(" :") for start, end in cells]
        found = [self._column_status(text) for text in texts]
        others = [text for text, status in zip(texts, found, strict=True) if status is None]
        told = {status for status in found if status is not None}
        if not told or len(cells) < 2:
            return ()
        of_senders = self._over_senders(texts, others, told)
        columns = tuple(
            Column(
                status=status,
                start=place[0],
                end=place[1],
                deputies=fold(text) in _OF_DEPUTIES,
                senders=text is of_senders,
            )
            for status, text, place in zip(
                found, texts, (place_of(self.layer, *cell) for cell in cells), strict=True
            )
        )
        if self._is_over_crosses(line, others, columns):
            return columns
        if others and ({fold(text) for text in others} <= _OF_DEPUTIES or others == [of_senders]):
            return columns
        is_known = len(found) - len(others) > 1 and {fold(text) for text in others} <= COLUMN_HEADS
        # "Deltagere", "Organisation", "Fremmøde": a list as others
        return columns if is_known and not (others and len(told) == 1) else ()

    def _over_senders(
        self, texts: Sequence[str], others: Sequence[str], told: Container[AttendanceStatus]
    ) -> str | None:
        """The heading of a first column, beside those who came and those away: "Delegation"."""
        both = AttendanceStatus.PRESENT in told and AttendanceStatus.ABSENT in told
        is_alone = both and len(others) == 1 and others[0] is texts[0]
        is_short = is_alone and len(texts[0].split()) <= _HEADING_WORDS
        return texts[0] if is_short and not self.people.find(texts[0]) else None

    def _is_over_crosses(
        self, line: Line, others: Sequence[str], columns: Sequence[Column]
    ) -> bool:
        """Whether crosses stand below, in a table of which we need not know every heading."""
        if any(len(text.split()) > _HEADING_WORDS or self.people.find(text) for text in others):
            return False
        below = takewhile(self._is_in_table, self._lines_below(line))
        return self.crosses.is_crossed(tuple(below), columns)

    def _table_below(self, line: Line) -> Iterator[str]:
        """The rows below a line that heads a table; the first may stand apart from it."""
        for i, below in enumerate(self._lines_below(line)):
            if i and not self._is_in_table(below):
                return
            yield self.layer.read(below)

    def _lines_below(self, line: Line) -> Sequence[Line]:
        first = bisect_right(self.layer.lines, line.read_start, key=lambda one: one.read_start)
        return self.layer.lines[first : first + _LONGEST_TABLE]

    def _is_in_table(self, line: Line) -> bool:
        return "\t" in self.layer.read(line) or line.gap <= self.layer.line_gap

    def _column_status(self, text: str) -> AttendanceStatus | None:
        status = self.lexicon.people_headings.get(fold(text))
        if status is not None or fold(text) in COLUMN_HEADS:
            return status
        short = len(text.split()) <= _HEADING_WORDS and not self.people.find(text)
        return self.by_pattern(text) if short else None

    def opens(self, line: Line) -> bool:
        """Whether a line begins a paragraph."""
        return line.read_start == 0 or self.layer.reading.text[line.read_start - 1] == "\n"

    def is_group(self, text: str) -> bool:
        """A heading inside a list: a municipality, a party or whoever chose the people below."""
        return self.group(text) is not None

    def group(self, text: str) -> Group | None:
        """Of whom a heading inside a list says that they are; None where it is none."""
        plain = text.strip(" :–-")
        sender = _SENT_FROM.fullmatch(plain)
        place = self.people.registry.municipality(plain if sender is None else sender["of"])
        if place is not None:
            return Group(municipality=place.name)
        if sender is not None and self._is_sender(sender["of"]):
            return Group(sender=sender["of"])
        known = fold(plain) in NO_PARTY or fold(plain) in self.lexicon.group_headings
        if known or self.heads_group(text):
            return NO_GROUP
        letter = party_heading(plain, self.people.registry)
        return None if letter is None else Group(party=letter)

    def _is_sender(self, name: str) -> bool:
        """Whether a name is of an organisation, and not of the staff of one."""
        of_staff = self.lexicon.phrases[Phrase.STAFF].search(name.lower()) is not None
        is_else = of_staff or self.people.find(name)
        return self.people.words.is_organization(name) and not is_else

    def sender(self, text: str, *, beside: bool) -> Group | None:
        """The organisation that a line is no more than the name of: "Region Fyn", above those it sent.

        ``beside`` others, in the same list, it may have any name.
        """
        name = text.strip(" :")
        is_name = _SENDER.fullmatch(name) is not None and not self.people.find(name)
        return Group(sender=name) if is_name and (beside or self._is_sender(name)) else None

    def heads_senders(self, line: Line) -> bool:
        """Whether a line tells from where those behind it are: "Fra Vejle Kommune: Bo Lund"."""
        text = self.layer.read(line)
        label = LABELLED.match(text)
        named = text.rstrip(" :") if label is None else label["label"]
        group = self.group(named) if _SENT_FROM.fullmatch(named) else None
        return group is not None and group != NO_GROUP

    def heads_group(self, text: str) -> bool:
        """Whether a line with a colon heads some of a list: "Fra det frie foreningsarbejde:"."""
        heading = fold(text.rstrip(" :"))
        named = text.endswith(":") and TELLING.search(text) is None
        return named and any(form.fullmatch(heading) for form in self.lexicon.group_patterns)


def _says(lead: str) -> bool:
    """Whether what stands before a colon tells something, and not of who came."""
    return TELLING.search(lead) is not None and ATTENDING.search(lead) is None


def came_in_place(label: str) -> bool:
    """Whether a label "Mødt som stedfortræder for Bo Lund" says itself that somebody came."""
    return _CAME_IN_PLACE.search(label) is not None


def names_employers(row: str) -> bool:
    """Whether a row heads columns of which one says where the people come from."""
    heads = {fold(cell.rstrip(" :")) for cell in row.split("\t")}
    return heads <= COLUMN_HEADS and bool(heads & EMPLOYERS)
