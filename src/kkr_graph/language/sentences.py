"""Where sentences begin and end in Danish administrative prose."""

import re
from collections.abc import Iterator

from kkr_graph.model.days import MONTHS

_END = re.compile(r"[.!?](?=[”\"’')]*\s+[\"”'’(–-]?\s?[A-ZÆØÅ0-9])|\n")
_ABBREVIATIONS = frozenset(
    [
        "bl.a",
        "a.m",
        "adm",
        "statsaut",
        "alm",
        "art",
        "bilag",
        "borgm",
        "ca",
        "cand",
        "chr",
        "joh",
        "johs",
        "vilh",
        "d",
        "dec",
        "dvs",
        "eks",
        "el",
        "ekskl",
        "evt",
        "f.eks",
        "feb",
        "fhv",
        "fmd",
        "fx",
        "hhv",
        "hr",
        "i.f.t",
        "ift",
        "inkl",
        "jan",
        "jf",
        "joh",
        "jr",
        "kap",
        "kl",
        "konst",
        "kr",
        "m.fl",
        "m.h.p",
        "m.m",
        "m.v",
        "max",
        "md",
        "mdr",
        "mfl",
        "min",
        "mio",
        "mia",
        "ml",
        "mm",
        "mv",
        "ndr",
        "nr",
        "nov",
        "nr",
        "o.l",
        "obs",
        "okt",
        "osv",
        "pba",
        "pct",
        "pkt",
        "pr",
        "prof",
        "red",
        "s.u",
        "sdr",
        "sek",
        "sept",
        "sr",
        "st",
        "stk",
        "str",
        "th",
        "tlf",
        "udg",
        "ult",
        "vedr",
        "vha",
        "årg",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
    ]
)
_LONGEST = 2000  # characters of a sentence
# "stemte 9. Anna Holm" ends with a count; "den 9. Bestyrelse" and "nr. 9. Anna" do not
_COUNTED = re.compile(
    r"(?<!\w)(?!(?:den|de|d|nr|stk|pkt|punkt|sag|kap|kapitel|art|uge)\b)[^\W\d_]+ \d$",
    re.IGNORECASE,
)
# behind "Langvad Å." and "liste A.": no surname follows, but a sentence
_OPENING = re.compile(
    r"\s+(?:Som|Der|Det|Den|Han|Hun|Her|Hvis|Når|Efter|På|For|Til|Med|Ved|Fra|Derfor|Desuden|Dermed|Herefter|Samtidig|Endvidere"
    r"|En|Et|Udvalget|Bestyrelsen|Rådet|Byrådet|Kommunen|Kommunalbestyrelsen|Forvaltningen|Administrationen|Formanden) "
)
_MONTH = re.compile(rf"\s(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)  # "PR. 31. AUGUST 2023"
_LAST_WORD = re.compile(r"[\w.]{0,12}$")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ``[start, end)`` of each sentence in ``text[start:end]``; a newline always ends one.

    What goes on for thousands of characters is no sentence, and is cut between words.
    """
    begin = start
    for match in _END.finditer(text, start, end):
        if match[0] == "." and is_abbreviation(text, match.start(), begin):
            continue
        stop = match.end() if match[0] != "\n" else match.start()
        yield from _pieces(text, begin, stop)
        begin = match.end()
    yield from _pieces(text, begin, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        blank = text.rfind(" ", start, start + _LONGEST)
        cut = blank if blank > start else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def is_abbreviation(text: str, dot: int, begin: int) -> bool:
    """Whether the full stop at ``dot`` ends a short form, a number or an initial, and no sentence."""
    word = _LAST_WORD.search(text, max(begin, dot - 12), dot)
    assert word is not None
    last = word[0].casefold()
    is_letter = len(last) == 1 and last.isalpha() and text[dot - 2 : dot - 1] not in ("/", "&")
    is_initial = is_letter and _OPENING.match(text, dot + 1) is None
    counts_on = text[dot + 2 : dot + 3].islower() or _MONTH.match(text, dot + 1) is not None
    is_ordinal = last.isdigit() and len(last) <= 2 and counts_on
    if last.isdigit() and _COUNTED.search(text, begin, dot) is not None:
        return False
    return last in _ABBREVIATIONS or is_initial or is_ordinal


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
