"""How names are compared: folding, and the order of the Danish alphabet."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_KEPT = 1 << 12  # the same names come again and again in the documents of one council
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212]+")
_QUOTES = str.maketrans(dict.fromkeys("\u2018\u2019\u201b\u02bc`\u00b4\u2032", "'"))
# soft hyphen, zero-width blanks and joiners, word joiner, byte order mark: seen in text from PDF
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
# "oriente-/ring", but not "første-/og andenbehandling"
_SPLIT_WORD = re.compile(r"(?<=[a-zæøå])[-\xad]\s*\n\s*(?!(?:og|eller|samt)\b)(?=[a-zæøå])")
_MARKS = re.compile(r"[\u0300-\u036f]")
# where Danes put letters that are not between a and z
_ORDER = str.maketrans({"æ": "{", "ä": "{", "œ": "{", "ø": "|", "ö": "|", "ő": "|", "å": "}"})
# words that have no capital within a name
SMALL_WORDS = frozenset(
    ["og", "for", "i", "af", "til", "med", "på", "den", "det", "de", "ved", "om", "under", "mellem"]
)
_LETTERED = re.compile(r"(?<!\w)(?:\w ){4,}\w(?!\w)")  # a word, with a blank behind each letter
_SHORT = 3  # letters of a word that may be an abbreviation
_SPELT_OUT = str.maketrans({"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa"})
_AS_OTHERS = str.maketrans({"ü": "y", "ű": "y", "ð": "d", "đ": "d", "þ": "th", "ß": "ss", "ł": "l"})


@lru_cache(_KEPT)
def clean(written: str) -> str:
    """NFC, one kind of blank, nothing invisible."""
    return " ".join(unicodedata.normalize("NFC", written.translate(_INVISIBLE)).split())


def closed_up(line: str) -> str:
    """A line without the blanks between the letters of a word: "N Y H E D S B R E V nr. 3"."""
    return _LETTERED.sub(lambda word: word[0].replace(" ", ""), line)


def without_shouting(name: str) -> str:
    """A name in capitals as it is written elsewhere: "SEJERØ HAVNS BESTYRELSE", but not "RAR FYN" or "A/S".

    A name with a small letter, or of abbreviations alone, stays as it is.
    """
    words = name.split()
    if not name.isupper() or all(len(word) <= _SHORT for word in words):
        return name
    return " ".join(_in_small(word, first=i == 0) for i, word in enumerate(words))


def _in_small(word: str, *, first: bool) -> str:
    """A word of a name: "silkeborg-ikast" has two capitals, "a/s" nothing but."""
    if word.lower() in SMALL_WORDS:
        return word.capitalize() if first else word.lower()
    if "/" in word or len(word) <= _SHORT:
        return word
    return "-".join(part.capitalize() for part in word.split("-"))


def on_one_line(quote: str) -> str:
    """A quote as a person reads it: one line, words that a line end split made whole.

    For showing only: what a quote is compared with are the source's own characters.
    """
    return " ".join(_SPLIT_WORD.sub("", quote).split())


def told_apart(name: str, *said: str | None) -> str:
    """A name with what is said of its bearer, as "Bo Lund (V, Thisted)": others may have it, too."""
    told = ", ".join(clean(each) for each in said if each)
    return f"{clean(name)} ({told})" if told else clean(name)


@lru_cache(_KEPT)
def fold(written: str) -> str:
    """The form in which two spellings of one name are equal.

    Case, hyphen or blank, a double a for å, the kind of apostrophe and the dots of initials
    do not tell names apart; letters and their order do.
    """
    text = _casefold(clean(written)).translate(_QUOTES)
    text = _SEPARATORS.sub(" ", text.replace(".", ""))
    # a removed dot may have stood between a letter and its accent
    return " ".join(clean(text).replace("aa", "å").split())


def spelt_out(written: str) -> str:
    """The folded form with Danish letters as those write them who have none: Søren is soeren."""
    plain = fold(written).translate(_SPELT_OUT).translate(_AS_OTHERS)
    return _MARKS.sub("", unicodedata.normalize("NFD", plain))


@lru_cache(_KEPT)
def danish_sort_key(text: str) -> str:
    """A key that sorts as Danes do: æ, ø, å last, and aa as å; accents and hyphens do not count."""
    plain = _casefold(clean(text)).replace("aa", "å").translate(_ORDER).translate(_AS_OTHERS)
    without = _MARKS.sub("", unicodedata.normalize("NFD", plain)).translate(_ORDER)  # as in ǿ
    return " ".join(_SEPARATORS.sub(" ", without).split())


def in_danish_order(values: Iterable[str | None]) -> tuple[str, ...]:
    """Each value once, as Danes sort them; what is empty is left out."""
    return tuple(sorted({each for each in values if each}, key=lambda v: (danish_sort_key(v), v)))


def _casefold(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
