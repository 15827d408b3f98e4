"""Finding the documents of a data folder, and reading one of them as text.

What a file is, its first bytes say, not its name: ``_FORMATS`` holds one small function per
format. A new format is one line there and one function that gives text.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import NoReturn, TypeAlias

from kkr_graph.errors import SourceError
from kkr_graph.model.text import Source

FOLDERS = ("minutes", "appointments")
LARGEST = 25 * 1024 * 1024  # bytes; far above any minutes, far below what hurts a small machine

_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})
_LINE_ENDS = re.compile(r"\r\n?|[\v\x85\u2028\u2029]")
# \x02 is where a PDF reader mended a split word; \x1e and \x1f are Word's own hyphens
_CONTROLS = re.compile(r"[\x00-\x01\x03-\x08\x0e-\x1d\x7f-\x9f]")
_MOJIBAKE = re.compile(r"Ã[¦¸¥†˜…©¼¶¤]|â€[™œ“”]|\ufffd")
_DANISH = re.compile(r"[æøåÆØÅ]")
_MOST_CONTROLS = 0.01  # of the characters; Word leaves a few in tables, a program is full of them

Decoder: TypeAlias = Callable[[bytes, str], str]


def find_sources(data: Path) -> tuple[Path, ...]:
    """The documents below ``data/minutes`` and ``data/appointments``, in the order of their names.

    Hidden files, the lock files of Office programs and the system files of Windows are none.
    """
    found = (path for folder in FOLDERS for path in (data / folder).rglob("*") if path.is_file())
    return tuple(
        sorted((path for path in found if _is_document(path.relative_to(data))), key=source_order)
    )


def _is_document(path: PurePath) -> bool:
    hidden = any(part.startswith((".", "~")) for part in path.parts)
    return not hidden and path.name.casefold() not in _SYSTEM_FILES


def source_order(path: PurePath) -> str:
    """A sort key that is the same on every system: forward slashes, composed letters."""
    return unicodedata.normalize("NFC", path.as_posix())


def read_source(path: Path, *, name: str) -> Source:
    """A document as text; ``name`` is how people know it.

    Raises:
        SourceError: The file is missing, empty, too large, of a format that is not read, or
            its text cannot be decoded with certainty.
    """
    content = _read_bytes(path, name)
    for magic, decode in _FORMATS:
        if content.startswith(magic):
            text = decode(content, name)
            break
    else:
        text = _decode_text(content, name)
    return Source(name=name, sha256=hashlib.sha256(content).hexdigest(), text=_tidy(text, name))


def _read_bytes(path: Path, name: str) -> bytes:
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST and path.is_file() else b""
    except FileNotFoundError as error:
        raise SourceError(f"filen {name} findes ikke", "Se efter, om navnet er rigtigt.") from error
    except OSError as error:
        raise SourceError(
            f"filen {name} kan ikke åbnes ({error.strerror})",
            "Luk filen i andre programmer, og se efter, om du har adgang til den.",
        ) from error
    if not path.is_file():
        raise SourceError(f"{name} er ikke en fil", "Angiv ét dokument.")
    if size > LARGEST:
        raise SourceError(
            f"filen {name} fylder {size // 2**20} MB; der læses højst {LARGEST // 2**20} MB",
            "Del dokumentet, eller gem det som ren tekst.",
        )
    if not content:
        raise SourceError(f"filen {name} er tom", "Gem dokumentet igen, eller fjern filen.")
    return content


# --- formats, chosen by their first bytes ---------------------------------------------------


def _decode_utf8_marked(content: bytes, name: str) -> str:
    return _decode(content, "utf-8-sig", name)


def _decode_utf16(content: bytes, name: str) -> str:
    return _decode(content, "utf-16", name)


def _decode(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"filen {name} begynder som {encoding.upper()}, men er beskadiget ved byte "
            f"{error.start}",
            "Åbn dokumentet i det program, det er skrevet i, og gem det igen som ren tekst (UTF-8).",
        ) from error


def _refuse_old_office(content: bytes, name: str) -> NoReturn:
    raise SourceError(
        f"filen {name} er i det gamle Word- eller Excel-format (.doc/.xls), som ikke læses",
        "Gem som .docx, og derfra som ren tekst (.txt).",
    )


def _refuse(what: str) -> Callable[[bytes, str], NoReturn]:
    def refuse(content: bytes, name: str) -> NoReturn:
        raise SourceError(
            f"filen {name} er {what} og kan endnu ikke læses",
            "Gem dokumentet som ren tekst (.txt), og læg den fil i mappen i stedet.",
        )

    return refuse


_FORMATS: tuple[tuple[bytes, Decoder], ...] = (
    (b"\xef\xbb\xbf", _decode_utf8_marked),
    (b"\xff\xfe", _decode_utf16),
    (b"\xfe\xff", _decode_utf16),
    (b"\xd0\xcf\x11\xe0", _refuse_old_office),
    (b"%PDF-", _refuse("et PDF-dokument")),
    (b"PK\x03\x04", _refuse("et Word-dokument, et regneark eller et arkiv (.docx, .xlsx, .zip)")),
    (b"PK\x05\x06", _refuse("et tomt arkiv (.zip)")),
    (b"{\\rtf", _refuse("et RTF-dokument")),
)


def _decode_text(content: bytes, name: str) -> str:
    """UTF-8, or else what Windows wrote before it: cp1252."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        _refuse_undecodable(content, name)


# --- from decoded characters to a text that can be trusted ----------------------------------


def _tidy(decoded: str, name: str) -> str:
    """NFC with one kind of line end; refuses what is no text."""
    text = _LINE_ENDS.sub("\n", decoded.removeprefix("\ufeff"))
    if _is_binary(text):
        _refuse_binary(name)
    text = unicodedata.normalize("NFC", _CONTROLS.sub(" ", text))
    if not text.strip():
        raise SourceError(
            f"filen {name} indeholder kun blanke tegn", "Gem dokumentet igen, eller fjern filen."
        )
    if sum(1 for _ in find_mojibake(text)) > len(_DANISH.findall(text)):
        _refuse_damaged(name)
    return text


def _is_binary(text: str) -> bool:
    controls = len(_CONTROLS.findall(text))
    return "\x00" in text or controls > _MOST_CONTROLS * len(text)


def _refuse_undecodable(content: bytes, name: str) -> NoReturn:
    if _is_binary(content.decode("ascii", errors="ignore")):
        _refuse_binary(name)
    _refuse_damaged(name)


def _refuse_damaged(name: str) -> NoReturn:
    raise SourceError(
        f"filen {name} har ødelagte bogstaver, som 'Ã¸' for 'ø', eller blander to tegnsæt",
        "Åbn det oprindelige dokument, og gem det igen som ren tekst med tegnsættet UTF-8.",
    )


def _refuse_binary(name: str) -> NoReturn:
    raise SourceError(
        f"filen {name} er ikke tekst",
        "Der ventes et dokument som ren tekst (.txt, UTF-8). Gem det sådan, eller fjern filen.",
    )


def find_mojibake(text: str) -> Iterator[tuple[int, int]]:
    """Where letters were lost between two encodings: ``Ã¸`` for ``ø``, or a replacement sign."""
    return (match.span() for match in _MOJIBAKE.finditer(text))
