"""A saved e-mail (.eml): its sender by name, its day and subject, and what it says.

Addresses are left out of the head, and so are the files that it brings: they are named, not read.
"""

from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.headerregistry import AddressHeader, DateHeader
from email.message import EmailMessage
from email.policy import default

from kkr_graph.errors import SourceError
from kkr_graph.model.days import MONTHS
from kkr_graph.model.text import LineKind
from kkr_graph.sources.html import read_html
from kkr_graph.sources.transcript import Entry, Transcript, transcribe


def read_mail(content: bytes, name: str) -> Transcript:
    """The text of an e-mail.

    Raises:
        SourceError: It says nothing itself, or is encrypted.
    """
    mail = message_from_bytes(content, policy=default)
    body = mail.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise SourceError(
            f"e-mailen {name} har ingen tekst, der kan læses; den er tom eller krypteret",
            "Åbn e-mailen, og gem teksten som .txt, eller gem det vedhæftede dokument i mappen.",
        )
    said = str(body.get_content())
    if body.get_content_subtype() == "html":
        page = read_html(said.encode(), name)
        entries, lines = page.entries, page.lines
    else:
        entries, lines = (Entry(said),), LineKind.UNKNOWN
    head = (Entry(line) for line in (*_head(mail), ""))
    return transcribe((*head, *entries, *map(Entry, _attached(mail))), lines)


def _head(mail: EmailMessage) -> Iterator[str]:
    """Sender, day and subject, as far as they stand there, as mail programs print them."""
    day, sender = mail["date"], mail["from"]
    if isinstance(sender, AddressHeader):
        names = [each.display_name for each in sender.addresses if "@" not in each.display_name]
        yield from (f"Fra: {each}" for each in names if each)
    if isinstance(day, DateHeader) and isinstance(when := day.datetime, datetime):
        yield f"Sendt: {when.day}. {MONTHS[when.month - 1]} {when.year}"
    if subject := " ".join(str(mail["subject"] or "").split()):
        yield f"Emne: {subject}"


def _attached(mail: EmailMessage) -> Iterator[str]:
    for part in mail.iter_attachments():
        if part_name := part.get_filename():
            yield f"Vedhæftet, ikke læst: {part_name}"
