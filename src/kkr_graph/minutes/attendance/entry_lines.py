"""Where the entries of a list of people begin and end: a line each, unless a line goes on in the next."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kkr_graph.language.item_lists import PARTIAL
from kkr_graph.language.names import ends_in_first_name
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.attendance.list_headings import LABELLED, ListHeadingReader
from kkr_graph.minutes.attendance.rosters import Roster
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line, TextLayer

# "For Bo Lund mødte Eva Skov.", "Der var ikke indkaldt stedfortræder.": told, and listed nobody
_TELLS_OF_STAND_IN = re.compile(
    r"(?:For|I stedet for|Som (?:personlig )?(?:stedfortræder|suppleant|afløser) for) [A-ZÆØÅ][^.,]{3,60} (?:deltog|mødte|var|kom)\b|Der (?:var|er|blev) (?!afbud|meldt|desuden|også)"
)
_STOOD_IN = re.compile(
    r"[A-ZÆØÅ][^.]{3,80}? (?:mødte|deltog|deltager|indkaldt|var|er)(?: mødt| indkaldt)? (?:som (?:\w+ )?(?:stedfortræder|suppleant)|i stedet) for (?!ham\b|hende\b)"
)
# "... Som stedfortræder deltog Eva Skov": for the one before, and no list of its own
IN_PLACE_OF_LAST = re.compile(
    r"(?:Som (?:\w+ )?(?:stedfortræder|suppleant|afløser|vikar)|I stedet)\b"
)
# "suppleant for borgmester", "i stedet deltog": whom for, or who, stands on the next line
_OPEN_FOR = re.compile(
    r"\bfor(?: [a-zæøå.]+)?$"
    r"|\b(?:i stedet|for hvem|i (?:hvis|hans|hendes|deres) sted|som (?:\w+ )?(?:stedfortræder|suppleant|afløser|vikar))"
    r"(?: (?:deltog|deltager|mødte|kom):?|:)$"
    r"|\b(?:deltog|deltager|mødte|kom) i stedet:$|\b(?:erstattet|afløst) af:?$|\brepræsenteret (?:af|ved):?$"
)
# "Praksis koordinator Jørgen Lund", "PLO-m Eva Skov"
_OFFICE_AHEAD = re.compile(r"[A-ZÆØÅ][\w/-]+ ")
_JOINED = re.compile(r",| og | samt ")
_SENTENCE_END = re.compile(r"(?:[^\W\d_]{3}|\)|\d)\.$")
# "..., viceborgmester Anna" / "Holm (A), Bo Lund (V)": a line that begins with the last of a name
_REST_OF_NAME = re.compile(r"(?P<word>[A-ZÆØÅ][\w-]+) \([A-ZÆØÅ]{1,2}\)")
_LAST_PIECE = re.compile(r"(?<=[.;:,)] )[A-ZÆØÅ][^:.,;()\d\t]*(?P<ended>:?)$|\A[^:.,;()\d\t]+$")
_FEWEST_APART = 2  # entries below the first, before space above them tells where each begins
# "(A) Anna Holm, Vejle, Bo Lund, Varde, (V) Eva Skov": the party of those behind it
LETTER_AHEAD = re.compile(r"(?:^|(?<=[,;] )|(?<=\n))\((?P<letter>[A-ZÆØÅ]{1,2})\) (?=[A-ZÆØÅ])")


class EntryLines:
    """Tells the entries of one document's lists apart by their lines."""

    def __init__(self, layer: TextLayer, lexicon: Lexicon, headings: ListHeadingReader) -> None:
        self.layer = layer
        self.lexicon = lexicon
        self.headings = headings
        self.people = headings.people

    def read(self, roster: Roster) -> Iterator[tuple[int, int]]:
        """The entries of a list: a line each, unless a line goes on in the next."""
        text = self.layer.reading.text
        begin: int | None = None
        lines = [line for line in roster.lines if line.read_end > roster.start]
        inline = roster.lines[:1] == tuple(lines[:1]) and not (
            self._is_column(roster) or self._has_one_a_line(roster)
        )
        apart = self._stand_apart(lines)
        for line, after in pairwise((*lines, None)):
            assert line is not None
            begin = max(line.read_start, roster.start) if begin is None else begin
            if after is None or not (
                self._goes_on(line, after)
                or (inline and self._runs_on(line, after))
                or (apart and self._is_close(after))
            ):
                if text[begin : line.read_end].strip():
                    yield begin, line.read_end
                begin = None

    def _stand_apart(self, lines: Sequence[Line]) -> bool:
        """Whether every entry of a list, and no other line of it, has space above and somebody ahead.

        A place below somebody, and a row of cells, are read as lines of their own.
        """
        below = [(self._is_close(line), self.layer.read(line)) for line in lines[1:]]
        spaced = sum(not is_close for is_close, _ in below)
        return spaced >= _FEWEST_APART and not any(
            is_close is self._starts_person(text) or "\t" in text or self.headings.is_group(text)
            for is_close, text in below
        )

    def _is_close(self, line: Line) -> bool:
        """Whether a line has no space above it."""
        return line.gap <= self.layer.line_gap and not line.page_top

    def _has_one_a_line(self, roster: Roster) -> bool:
        """Whether each line of a list begins with somebody, and the first has nobody else."""
        text = self.layer.reading.text
        first = text[roster.start : roster.lines[0].read_end]
        others = [self.layer.read(line) for line in roster.lines[1:]]
        alone = len(self.people.find_listed(first)) == 1 and not first.endswith((",", " og"))
        return alone and len(others) > 1 and all(map(self._starts_person, others))

    def _is_column(self, roster: Roster) -> bool:
        """Whether the heading stands in a column beside a list, and not before a sentence."""
        text = self.layer.reading.text
        first = text[roster.start : roster.lines[0].read_end]
        return text[roster.start - 1] == "\t" and len(self.people.find_listed(first)) <= 1

    def _runs_on(self, line: Line, after: Line) -> bool:
        """Whether a list that begins behind its heading continues on the next line."""
        following = self.layer.read(after)
        label = LABELLED.match(following)
        labelled = label is not None and fold(label["label"]) in self.lexicon.roles
        text = self.layer.read(line)
        told = self._is_remark(text, following) or (
            _SENTENCE_END.search(text) is not None
            and self._starts_person(following)
            and not (tells_else(following) or IN_PLACE_OF_LAST.match(following))
        )
        return self._joined(line, after) and not labelled and not told

    def _goes_on(self, line: Line, after: Line) -> bool:
        """Whether an entry continues on the next line."""
        joined = self._joined(line, after)
        text, following = self.layer.read(line), self.layer.read(after)
        unfinished = text.endswith((",", " og", " samt")) or _OPEN_FOR.search(text) is not None
        in_row = self.headings.is_rest_of_row(following) and "\t" not in text
        unfinished = unfinished or self._ends_in_label(text, following)
        if unfinished or in_row or line.read_end == after.read_start:
            return after.gap <= self.layer.line_gap
        if self._is_close(after) and self._ends_name(following):
            return True
        open_name = ends_in_first_name(text, self.lexicon.given_names) or not (
            self.headings.is_group(following) or self._starts_person(following)
        )
        if self._is_remark(text, following) or LETTER_AHEAD.match(following):
            return False
        return joined and (following[:1].islower() or following[:1] == "(" or open_name)

    def _ends_name(self, following: str) -> bool:
        """Whether a line begins with the last word of a name, and the party."""
        match = _REST_OF_NAME.match(following)
        is_place = match is not None and self.headings.is_group(match["word"])
        return match is not None and not is_place and not self._starts_person(following)

    def _ends_in_label(self, text: str, following: str) -> bool:
        """Whether a line ends in the place of whom the next names: "... Bo Lund. Odder", "Kommune: Eva Skov"."""
        piece, label = _LAST_PIECE.search(text), LABELLED.match(following)
        if piece is None:
            return False
        if piece["ended"]:
            return self.headings.is_group(piece[0])
        return label is not None and self.headings.is_group(f"{piece[0]} {label['label']}")

    def _is_remark(self, text: str, following: str) -> bool:
        """Whether the next line is a sentence of its own, of who left or came late."""
        is_open = text.endswith((",", " og", " samt"))
        sentence = next(
            following[start:end] for start, end in sentences(following, 0, len(following))
        )
        return (
            not is_open and PARTIAL.search(sentence) is not None and self._starts_person(sentence)
        )

    def _joined(self, line: Line, after: Line) -> bool:
        return self.layer.reading.text[line.read_end : after.read_start] != "\n"

    def _starts_person(self, text: str) -> bool:
        """Whether a line begins with somebody, after a bullet or an office we do not know."""
        presented = self.people.find(text)
        if not presented:
            return False
        first = presented[0]
        ahead = _OFFICE_AHEAD.fullmatch(text, 0, first.start)
        is_office = ahead is not None and (first.title is not None or ahead[0][1].isupper())
        given = first.given and first.name in text
        led = given and text[:1].isupper() and not _JOINED.search(text, 0, text.index(first.name))
        return first.start <= 4 or is_office or led


def tells_else(sentence: str) -> bool:
    """Whether a sentence in a list is read elsewhere: who left early, who came for whom."""
    return bool(
        PARTIAL.search(sentence) or _TELLS_OF_STAND_IN.match(sentence) or _STOOD_IN.match(sentence)
    )
