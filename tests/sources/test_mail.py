"""Saved e-mails. The people are made up."""

from email.message import EmailMessage

import pytest

from kkr_graph.errors import SourceError
from tests.sources.reading import read_here

SAID = "Læsø Kommune har udpeget Åse Bæk (A) som medlem af Havnerådet."


def mail(**parts: str) -> bytes:
    """As a mail program saves it."""
    message = EmailMessage()
    message["Received"] = "from a.example.org by b.example.org; Mon, 2 Jun 2025 10:00:00 +0200"
    message["From"] = "Søren Bak <soeren@example.org>"
    message["To"] = "kkr@example.org"
    message["Subject"] = "Udpegning til Havnerådet"
    message["Date"] = "Mon, 02 Jun 2025 23:30:00 +0200"
    if "plain" in parts:
        message.set_content(parts["plain"])
    if "html" in parts:
        message.add_alternative(parts["html"], subtype="html")
    return message.as_bytes()


@pytest.mark.parametrize(
    "parts",
    [
        {"plain": SAID},
        {"html": f"<html><body><p>{SAID}</p></body></html>"},
        {"plain": SAID, "html": "<p>Det samme, med <b>pynt</b></p>"},
    ],
    ids=["plain", "html", "both"],
)
def test_a_mail_is_read_with_subject_day_and_sender_and_no_address(parts):
    lines = [line for line in read_here(mail(**parts)).text.splitlines() if line]
    assert lines == [
        "Fra: Søren Bak",
        "Sendt: 2. juni 2025",
        "Emne: Udpegning til Havnerådet",
        SAID,
    ]


def test_a_sender_who_is_called_as_the_address_is_left_out():
    content = (
        b'From: "bo@example.org" <bo@example.org>\nMessage-ID: <1>\n\n' + b"Bo Lund er udpeget.\n"
    )
    assert read_here(content).text.strip() == "Bo Lund er udpeget."


def test_what_is_attached_is_named_and_not_read():
    message = EmailMessage()
    message["From"] = "Bo Lund <bo@example.org>"
    message.set_content(SAID)
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="liste.pdf")
    assert read_here(message.as_bytes()).text.endswith("Vedhæftet, ikke læst: liste.pdf")


def test_a_mail_that_says_nothing_is_refused_with_advice():
    content = b"From: Bo <bo@example.org>\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nMIAG\n"
    with pytest.raises(SourceError, match="ingen tekst, der kan læses") as refused:
        read_here(content)
    assert "gem teksten som .txt" in refused.value.hint


def test_a_text_that_quotes_a_mail_is_none():
    text = "From: Bo Lund\nTo: KKR\nSubject: Udpegning\n\nBo Lund er udpeget."
    assert read_here(text.encode()).text == text
