"""Office documents are archives: what is in one, looked at before anything is made of it."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NoReturn
from xml.etree.ElementTree import Element

from defusedxml import ElementTree  # type: ignore[import-untyped]

from kkr_graph.errors import SourceError
from kkr_graph.sources.advice import FETCH_AGAIN, IF_KNOWN, UNLOCK

MOST_MEMBERS = 2_000
LARGEST_TOTAL = 100 * 1024 * 1024  # bytes, counted while unpacking
HIGHEST_RATIO = 200  # unpacked to packed; a document with much repeated markup reaches 50
_CHUNK = 1 << 20
_ZIP = b"PK\x03\x04"
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_EMBEDDED = re.compile(r"(?:^|/)embeddings/")  # the table behind a chart; nothing opens it
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError)


def open_archive(content: bytes, name: str) -> dict[str, bytes]:
    """The members of an archive, unpacked.

    Raises:
        SourceError: It is damaged, encrypted or unlike anything an office program writes.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _inspect(archive.infolist(), len(content), name)
            return dict(_unpack(archive, name))
    except _DAMAGED as error:
        raise SourceError(f"filen {name} er beskadiget og kan ikke åbnes", FETCH_AGAIN) from error


def _inspect(members: list[zipfile.ZipInfo], size: int, name: str) -> None:
    """What the table of contents says; it may lie, so unpacking counts again."""
    if len(members) > MOST_MEMBERS:
        _refuse(name, f"har {len(members)} dele; et dokument har højst {MOST_MEMBERS}")
    if len({member.filename.casefold() for member in members}) < len(members):
        _refuse(name, "har to dele med samme navn")
    if any(member.flag_bits & 0x1 for member in members):
        raise SourceError(f"filen {name} er beskyttet med adgangskode", UNLOCK)
    if sum(member.compress_size for member in members) > size:
        _refuse(name, "har dele, der ligger oven i hinanden")


def _unpack(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, bytes]]:
    total = 0
    for member in archive.infolist():
        unpacked = bytearray()
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                unpacked += chunk
                if total + len(unpacked) > LARGEST_TOTAL:
                    _refuse(name, f"fylder mere end {LARGEST_TOTAL // 2**20} MB udpakket")
        if len(unpacked) > HIGHEST_RATIO * max(member.compress_size, _CHUNK // HIGHEST_RATIO):
            _refuse(name, "er pakket unormalt hårdt sammen")
        if unpacked.startswith(_ZIP) and not _EMBEDDED.search(member.filename):
            _refuse(name, "har et arkiv inden i arkivet")
        if _is_markup(member.filename) and _DECLARATION.search(unpacked.replace(b"\0", b"")):
            _refuse(name, "indeholder en DOCTYPE eller egne entiteter")  # in UTF-16 too
        total += len(unpacked)
        yield member.filename, bytes(unpacked)


def _is_markup(path: str) -> bool:
    return path.casefold().endswith((".xml", ".rels", ".vml"))


def _refuse(name: str, what: str) -> NoReturn:
    raise SourceError(f"filen {name} {what} og læses derfor ikke", IF_KNOWN)


# --- the parts of an office document ----------------------------------------------------------


def read_part(parts: Mapping[str, bytes], part: str, name: str) -> Element | None:
    """One part as XML; None where the document does not have it.

    Raises:
        SourceError: The part is damaged.
    """
    content = parts.get(part)
    if content is None:
        return None
    try:
        root: Element = ElementTree.fromstring(content, forbid_dtd=True)
    except (ElementTree.ParseError, ValueError) as error:
        raise SourceError(f"filen {name} er beskadiget og kan ikke læses", FETCH_AGAIN) from error
    return root


def find_main_part(parts: Mapping[str, bytes], name: str) -> str | None:
    """The part that the document begins with, as the archive's own table says."""
    root = read_part(parts, "_rels/.rels", name)
    for relation in () if root is None else root:
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return None


def find_related(parts: Mapping[str, bytes], main: str, name: str) -> dict[str, tuple[str, str]]:
    """What the main part refers to: identifier -> (kind of part, path)."""
    folder, _, file = main.rpartition("/")
    root = read_part(parts, f"{folder}/_rels/{file}.rels", name)
    related: dict[str, tuple[str, str]] = {}
    for relation in () if root is None else root:
        target = relation.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        kind = relation.get("Type", "").rpartition("/")[2]
        related[relation.get("Id", "")] = (kind, path)
    return related
