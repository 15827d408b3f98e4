"""The documents of a data folder."""

import unicodedata
from pathlib import Path, PurePath

FOLDERS = ("minutes", "appointments")

_SUFFIXES = frozenset(
    (".txt", ".csv", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".htm", ".html", ".eml", ".msg")
)
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


def find_sources(data: Path) -> tuple[Path, ...]:
    """The documents below ``data/minutes`` and ``data/appointments``, in the order of their names.

    Hidden files, the lock files of Office programs and the system files of Windows are none.
    """
    found = (path for folder in FOLDERS for path in (data / folder).rglob("*") if path.is_file())
    return tuple(
        sorted((path for path in found if _is_document(path.relative_to(data))), key=_order)
    )


def find_astray(data: Path) -> tuple[Path, ...]:
    """What looks like a document and is none: links that lead nowhere, and empty folders named as files."""
    every = [path for folder in FOLDERS for path in (data / folder).rglob("*")]
    astray = (path for path in every if _leads_nowhere(path) or _is_empty_folder(path))
    return tuple(
        sorted((path for path in astray if _is_document(path.relative_to(data))), key=_order)
    )


def _leads_nowhere(path: Path) -> bool:
    return path.is_symlink() and not path.exists()


def _is_empty_folder(path: Path) -> bool:
    is_named_as_file = path.suffix.casefold() in _SUFFIXES
    return (
        is_named_as_file and path.is_dir() and not any(each.is_file() for each in path.rglob("*"))
    )


def _is_document(path: PurePath) -> bool:
    hidden = any(part.startswith((".", "~")) for part in path.parts)
    return not hidden and path.name.casefold() not in _SYSTEM_FILES


def _order(path: PurePath) -> str:
    """A sort key that is the same on every system: forward slashes, composed letters."""
    return unicodedata.normalize("NFC", path.as_posix())
