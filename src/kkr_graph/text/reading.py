"""The readable view of a document: lines joined into paragraphs, split words made whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kkr_graph.model.days import MONTHS
from kkr_graph.model.text import DOTS, EMPHASIS, Line, LineKind, Reading

_LEADER = re.compile(rf"(?<=\S)\s*{DOTS}\s*(?=\w)")
_EMPHASIS = re.compile(EMPHASIS)
_SHARPS = re.compile(r"#{1,6}\s+(?=\S)")  # before a heading
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"\w+(?:-\w+)*")
_BULLET = re.compile(r"[–—\-•*·▪◦→►➢]\s|\./\.|\d{1,2}[.)]\s|[a-zæøå]\)\s|[a-hæøå]\. (?=[A-ZÆØÅ])")
# "den" / "29. august", "den" / "3. Limfjordsforbindelse": a number, but of no list
_ORDINAL = re.compile(rf"\d{{1,2}}\. (?:{'|'.join(MONTHS)})\b")
_ASKS_FOR_NUMBER = re.compile(r"(?<!\w)(?:den|d\.|pr\.|af|fra|til|og|de|det|nr\.|pkt\.|stk\.|§)$")
# "Forældrevalgte: Anna Holm": a label of one or two words
_LABEL = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?:[ /-][a-zæøå]+){0,2}:(?:\s|$)")
_LONG_LABEL = re.compile(r"[A-ZÆØÅ][^:.,\n]{2,60}:\s+[A-ZÆØÅ]")
_NAMED = re.compile(r"\([A-ZÆØÅ]{1,3}\)$")  # a name ends with its party
_PERSON = re.compile(r"[A-ZÆØÅ][\w.’'-]*(?: [A-ZÆØÅ][\w.’'-]*)+ \([A-ZÆØÅ]{1,3}\)")
_TELLS = r"(?:er|blev|bliver|har|udpege[rs]|udpegede[s]?|vælge[rs]|valgte[s]?|afløse[rs]|afløste|indtræder|udtræder|og)"
_AGAIN = re.compile(r"([A-ZÆØÅ]\S+(?: [A-ZÆØÅ]\S+)+)\n\1\s")
_ENTRY = re.compile(
    rf"{_PERSON.pattern}(?:(?! {_TELLS} )[^.;:])*(?:\)|\b(?:næst)?formand|\bstedfortræder|\bsuppleant|\bmedlem)"
)
_OPEN = re.compile(r"(?:,|-|\b(?:og|samt|af|i|til|for|med|om|den|det|en|et))$")  # the line goes on
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0002"
_OPENED = re.compile(r"\([^()]*$")
_CLOSED = re.compile(r"[^()]*\)")
_INNER_HYPHEN = re.compile(r"(?<=[a-zæøå])-(?=[a-zæøå])")
_BULLETS = frozenset("•*·▪◦●■")  # however far what follows is set apart from it
_SUSPENDED = frozenset({"og", "eller", "samt", "til", "kontra"})  # "første- og andenbehandling"
_SENTENCE_END = (".", ":", "?", "!", ";")
_HEADING_WORDS = 3
_SHORT = 0.6  # of a full line: a line that short ends its paragraph if it ends its sentence
_FITS = 0.92  # of a full line: a word that would have fitted here was not wrapped
_FULL = 0.75  # of a full line: a line that long seems to go on
_WRAPPED = 120  # characters; wider lines are whole paragraphs, not wrapped ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the joining of lines depends on: spacing, and the length of a full line."""

    line_gap: int
    width: int
    lines: LineKind = LineKind.UNKNOWN
    broken: bool = False  # the lines themselves show that they were broken by hand
    rows: frozenset[int] = frozenset()  # where a row of a table begins

    @property
    def is_wrapped(self) -> bool:
        """Whether a line may go on in the next."""
        return (
            self.broken
            or self.lines == LineKind.WRAPPED
            or (self.lines == LineKind.UNKNOWN and self.width <= _WRAPPED)
        )


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands between two lines in the reading."""

    separator: str  # "\n" between paragraphs, " " between words, "" inside a word
    drop_hyphen: bool = False  # the hyphen at the line's end only split a word


def read_lines(
    text: str, lines: Sequence[Line], layout: Layout
) -> tuple[Reading, tuple[Line, ...]]:
    """The reading of the lines, and the lines with their places in it."""
    words = _words(text, lines)
    characters: list[str] = []
    offsets: list[int] = []
    placed: list[Line] = []
    for line, joint in zip(lines, _joints(text, lines, layout, words), strict=True):
        begins = len(characters)
        for char, offset in _visible(text, line, words):
            characters.append(char)
            offsets.append(offset)
        if joint.drop_hyphen:
            del characters[-1], offsets[-1]
        placed.append(replace(line, read_start=begins, read_end=len(characters)))
        characters.extend(joint.separator)
        offsets.extend([line.end] * len(joint.separator))
    return Reading("".join(characters), tuple(offsets)), tuple(placed)


def _words(text: str, lines: Sequence[Line]) -> frozenset[str]:
    """The words that stand whole on a line: evidence for how a split word is spelt."""
    return frozenset(
        word.casefold()
        for line in lines
        for word in _WORD.findall(text[line.start : line.end].rstrip("-"))
    )


def _visible(text: str, line: Line, words: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The characters to read: one blank for many, nothing invisible, no stray hyphens."""
    body = text[line.start : line.end]
    stray = {
        match.start() for match in _INNER_HYPHEN.finditer(body) if _is_stray(body, match, words)
    }
    stray |= set(_marks(body))
    leading = {i for match in _LEADER.finditer(body) for i in range(*match.span())}
    blanks = ""
    for i, char in enumerate(body):
        if char in _INVISIBLE or i in stray:
            continue
        if i in leading:
            blanks = "\t"
            continue
        if char.isspace():
            blanks += char
            continue
        if blanks:
            gap = _is_column_gap(blanks) and body[:i].strip() not in _BULLETS
            yield "\t" if gap else " ", line.start + i - 1
        blanks = ""
        yield char, line.start + i


def _marks(body: str) -> Iterator[int]:
    """Where plain text has marks, and nothing to read: "## Havnen", "**Havnen**"."""
    sharps = _SHARPS.match(body)
    if sharps is not None:
        yield from range(sharps.end())
    for match in _EMPHASIS.finditer(body):
        yield from range(match.start(), match.start("word"))
        yield from range(match.end("word"), match.end())


def _is_column_gap(blanks: str) -> bool:
    """White space that sets columns apart, kept as a tab."""
    return "\t" in blanks or len(blanks) > 2


def _is_stray(body: str, hyphen: re.Match[str], words: frozenset[str]) -> bool:
    """A hyphen left inside a line by an earlier line end: the document also has the word whole."""
    left, right = _around(body, hyphen.start())
    return f"{left}{right}" in words and len(left) > 1 and len(right) > 1


def _around(body: str, hyphen: int) -> tuple[str, str]:
    left = re.search(r"\w*$", body[:hyphen])
    right = re.match(r"\w*", body[hyphen + 1 :])
    assert left is not None
    assert right is not None
    return left[0].casefold(), right[0].casefold()


def _joints(
    text: str, lines: Sequence[Line], layout: Layout, words: frozenset[str]
) -> Iterator[Joint]:
    """How each line is joined to the next; the last to nothing."""
    opens = True  # the line opens a paragraph
    for line, after in pairwise(lines):
        body, following = text[line.start : line.end], text[after.start : after.end]
        heading = opens and _seems_heading(body, following, layout)
        inside = after.gap <= layout.line_gap and _is_in_brackets(body, following, layout)
        if not inside and (heading or _ends_paragraph(body, following, after, layout)):
            joint = Joint("\n")
        elif len(body) > 1 and body[-1] in "-\u00ad\u0002" and body[-2].isalnum():
            joint = _mend(body, following, words)
        else:
            joint = Joint(" ")
        opens = joint.separator == "\n"
        yield joint
    if lines:
        yield Joint("")


def _seems_heading(body: str, following: str, layout: Layout) -> bool:
    """A line that was broken by hand: the next word, a capital one, would have fitted on it."""
    needed = len(body) + 1 + len(following.split()[0])
    return following[0].isupper() and body[-1] not in ",-" and needed <= _FITS * layout.width


def _ends_paragraph(body: str, following: str, after: Line, layout: Layout) -> bool:
    if (
        not layout.is_wrapped
        or after.start in layout.rows
        or _begins_entry(body, following)
        or _are_rows(body, following)
        or _AGAIN.search(f"{body}\n{following}")  # no name goes on with itself
    ):
        return True
    if _ENTRY.fullmatch(body) and _PERSON.match(following):
        return True  # "Anna Holm (A), med Bo Lund (V) som stedfortræder", line by line
    if _LONG_LABEL.match(body) and _NAMED.search(body) and following[0].isupper():
        return True  # "Valggruppe 2: Anna Holm (A)" has no more names
    if body.endswith(_SENTENCE_END) and _is_short_heading(following):
        return True
    if body.endswith(":") and _NAMED.search(following) and _is_short(following, layout):
        return True  # "Som medlemmer valgtes:", and the first of them
    if after.page_top:
        going_on = len(body) >= _FULL * layout.width or following[0].islower() or body[-1] == "-"
        return body.endswith(_SENTENCE_END) or not going_on
    if after.gap > layout.line_gap:
        return True
    short = _is_short(body, layout)
    return short and (body.endswith(_SENTENCE_END) or following[0].isupper()) and body[-1] != "-"


def _is_short(body: str, layout: Layout) -> bool:
    return len(body) < _SHORT * layout.width


def _is_in_brackets(body: str, following: str, layout: Layout) -> bool:
    """Whether a line ends inside brackets that the next one closes."""
    is_open = _OPENED.search(body) is not None and _CLOSED.match(following) is not None
    return layout.is_wrapped and is_open


def _is_short_heading(line: str) -> bool:
    """A line of a few words after a full stop that ends in none itself: "Sagsfremstilling"."""
    words = line.split()
    return len(words) <= _HEADING_WORDS and line[0].isupper() and words[-1].isalpha()


def _are_rows(body: str, following: str) -> bool:
    """Whether a line is a row of a table: it has columns, and so has the one above, or that introduces them."""
    return _has_columns(following) and (body.endswith(":") or _has_columns(body))


def _has_columns(line: str) -> bool:
    return any(_is_column_gap(blanks) for blanks in _BLANKS.findall(line))


def _begins_entry(body: str, following: str) -> bool:
    """Whether a line is an entry of a list: it begins with a bullet, a letter or a number."""
    is_ordinal = _ORDINAL.match(following) or _ASKS_FOR_NUMBER.search(body)
    both = _LONG_LABEL.match(body) is not None and _LONG_LABEL.match(following) is not None
    labelled = (both or _LABEL.match(following) is not None) and _OPEN.search(body) is None
    return labelled or (
        _BULLET.match(following) is not None and not (following[0].isdigit() and is_ordinal)
    )


def _mend(body: str, following: str, words: frozenset[str]) -> Joint:
    """Whether a hyphen at a line's end splits a word or belongs to it."""
    if body[-1] != "-":
        return Joint("", drop_hyphen=False)  # invisible: it is not read anyway
    left, right = _around(f"{body[:-1]}-{following}", len(body) - 1)
    if right in _SUSPENDED:
        return Joint(" ")
    written = body[: len(body) - 1].split()[-1]
    real = not following[0].islower() or _is_abbreviation(written) or written[-1].isdigit()
    if real or (f"{left}-{right}" in words and f"{left}{right}" not in words):
        return Joint("")
    return Joint("", drop_hyphen=True)


def _is_abbreviation(word: str) -> bool:
    """Two capitals or more, as in KKR- and NEET-: what follows keeps its hyphen."""
    letters = word.rsplit("-", 1)[-1]
    return len(letters) > 1 and letters.isupper()
