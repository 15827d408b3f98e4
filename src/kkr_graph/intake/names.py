"""The names that added documents get: safe on every system, and never one that is taken."""

import re
import unicodedata
from collections.abc import Collection
from itertools import count

_LONGEST = 120  # characters; and most file systems allow 255 bytes
_LONGEST_BYTES = 200
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE
)
_SYSTEM = ("thumbs.db", "desktop.ini")  # which a data folder may have without their being documents
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_NAMELESS = "dokument"


def clean_name(sent: str) -> str:
    """The name that a file may have in the data folder, whatever the sender calls it.

    No folder, nothing that a system forbids or hides, no letters that cannot be seen, and short.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", sent))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in _UNSEEN)
    plain = _FORBIDDEN.sub("-", re.sub(r"\s+", " ", seen)).strip(" .").lstrip("~").strip(" .")
    suffix = _SUFFIX.search(plain)
    end = suffix[0] if suffix and suffix.start() else ""
    stem = _shortened(plain.removesuffix(end) if end else plain, len(end))
    if not stem or stem == end:
        stem = _NAMELESS
    name = f"{stem}{end}"
    if _RESERVED.match(name) or name.casefold() in _SYSTEM:
        return f"{_NAMELESS}-{name}"
    return name


_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _shortened(stem: str, reserved: int) -> str:
    stem = stem[: _LONGEST - reserved]
    while len(stem.encode()) > _LONGEST_BYTES - reserved:
        stem = stem[:-1]
    return stem.rstrip(" .")


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, numbered from 2 where it is taken; capitals and the form of letters do not tell."""
    known = {same(each) for each in taken}
    suffix = _SUFFIX.search(name)
    end = suffix[0] if suffix else ""
    numbered = (f"{name.removesuffix(end)}-{number}{end}" for number in count(2))
    return name if same(name) not in known else next(n for n in numbered if same(n) not in known)


def same(name: str) -> str:
    """What two names have in common that are one file on some system."""
    return unicodedata.normalize("NFC", name).casefold()
