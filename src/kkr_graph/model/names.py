"""How names are compared: folding, and the order of the Danish alphabet."""

import re
import unicodedata

_SEPARATORS = re.compile(r"[\s\-‐‑–­]+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_SOFT = dict.fromkeys(map(ord, "­​‌‍⁠﻿"))
_DANISH = {"æ": "z{", "ä": "z{", "ø": "z|", "ö": "z|", "å": "z}"}


def clean(written: str) -> str:
    """NFC, one kind of blank, nothing invisible."""
    return " ".join(unicodedata.normalize("NFC", written).translate(_SOFT).split())


def fold(written: str) -> str:
    """The form in which two spellings of one name are equal.

    Case, hyphen or blank, a double a for å, the kind of apostrophe and the dots of initials
    do not tell names apart; letters and their order do.
    """
    text = clean(written).translate(_QUOTES).casefold()
    text = _SEPARATORS.sub(" ", text).replace(".", "")
    return " ".join(text.replace("aa", "å").split())


def danish_sort_key(text: str) -> str:
    """A key that sorts as Danes do: æ, ø, å last, and aa as å."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    return "".join(_DANISH.get(char, char) for char in folded)
