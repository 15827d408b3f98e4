"""Which reader a file needs, by its first bytes; and the formats that are refused by name."""

import re
from enum import StrEnum
from typing import NoReturn

from kkr_graph.errors import SourceError
from kkr_graph.sources.advice import UNLOCK
from kkr_graph.sources.plain import utf16_of
from kkr_graph.sources.transcript import Transcript

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_OF_PROGRAMS = frozenset((b"message-id", b"received", b"return-path"))
_SNIFFED = 16384  # bytes; the headers of an e-mail tell of every machine on its way
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIL = "__substg1.0_".encode("utf-16-le")
_AS_TEXT = "Gem dokumentet som .docx eller .pdf, og læg den fil i mappen i stedet."


class Format(StrEnum):
    """The formats that are read."""

    PLAIN = "plain"
    HTML = "html"
    PDF = "pdf"
    OFFICE = "office"  # an archive; what is in it, only its table of contents tells
    MAIL = "mail"

    @property
    def is_simple(self) -> bool:
        """Whether reading it cannot hurt the program."""
        return self is Format.PLAIN


def find_format(content: bytes, name: str) -> Format:
    """The format of a file.

    Raises:
        SourceError: It is one that is not read.
    """
    for magic, what, hint in _REFUSED:
        if content.startswith(magic):
            raise SourceError(f"filen {name} er {what}, som ikke læses", hint)
    if content.startswith(_OLE):
        _refuse_old_office(content, name)
    if content[:_SNIFFED].lstrip().startswith(b"%PDF-"):
        return Format.PDF
    if content.startswith(b"PK\x03\x04"):
        return Format.OFFICE
    begins = _beginning(content)
    if _is_mail(begins):
        return Format.MAIL
    return Format.HTML if _HTML.match(begins) else Format.PLAIN


def _beginning(content: bytes) -> bytes:
    """The first bytes in an encoding that has one for each letter."""
    begins = content[:_SNIFFED]
    encoding = utf16_of(begins)
    return begins.decode(encoding, "ignore").encode("utf-8") if encoding else begins


def _is_mail(begins: bytes) -> bool:
    """Whether these are the headers of an e-mail, with one that only programs write."""
    head = _HEADERS.match(begins)
    if head is None:
        return False
    names = {line.partition(b":")[0].strip().lower() for line in head[0].splitlines()}
    return b"mime-version" in names or (b"from" in names and not names.isdisjoint(_OF_PROGRAMS))


_REFUSED = (
    (b"PK\x05\x06", "et tomt arkiv (.zip)", "Læg selve dokumenterne i mappen."),
    (b"{\\rtf", "et RTF-dokument", _AS_TEXT),
    (b"From: <Saved by", "en gemt webside (.mht)", "Gem siden som .html."),
)


def _refuse_old_office(content: bytes, name: str) -> NoReturn:
    if _ENCRYPTED in content:
        raise SourceError(
            f"filen {name} er beskyttet med adgangskode",
            UNLOCK,
        )
    if _MAIL in content:
        raise SourceError(
            f"filen {name} er en e-mail fra Outlook (.msg), som ikke læses",
            "Gem e-mailen som tekst (.txt), eller gem det vedhæftede dokument.",
        )
    raise SourceError(
        f"filen {name} er i det gamle Word- eller Excel-format (.doc/.xls), som ikke læses",
        "Gem som .docx eller .xlsx.",
    )


def read_format(form: Format, content: bytes, name: str) -> Transcript:
    """The text of a file of a known format."""
    # each reader is imported when a file needs it: some bring large libraries
    match form:
        case Format.PLAIN:
            from kkr_graph.sources.plain import read_plain

            return read_plain(content, name)
        case Format.HTML:
            from kkr_graph.sources.html import read_html

            return read_html(content, name)
        case Format.PDF:
            from kkr_graph.sources.pdf import read_pdf

            return read_pdf(content, name)
        case Format.OFFICE:
            from kkr_graph.sources.office import read_office

            return read_office(content, name)
        case Format.MAIL:
            from kkr_graph.sources.mail import read_mail

            return read_mail(content, name)
