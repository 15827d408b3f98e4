"""Data folders with small documents about people who do not exist."""

LEDGER = "slug,name,municipality,party,organization,body,since,mention\n"
MINUTES = """Referat

KKR Nordjylland
Fredag den {day} kl. 10.00

Deltagere

Ditte Bro (A) Aalborg Kommune
Erik Holt (V) Thisted Kommune

Afbud

Grete Lind (C) Læsø Kommune

1. Godkendelse af dagsorden

Indstilling
Det indstilles, at dagsordenen godkendes.

Beslutning
KKR Nordjylland godkendte dagsordenen.

2. Udpegning

Beslutning
KKR Nordjylland udpegede {person} (V), Thisted, som medlem af Danmarks Erhvervsfremmebestyrelse.
"""
OCTOBER = MINUTES.format(day="24. oktober 2025", person="Erik Holt")
AUGUST = MINUTES.format(day="29. august 2025", person="Erik Holt")


def make(folder, documents, *, ledger=LEDGER):
    """A data folder with these documents, by name; the registry is the program's own."""
    for name, content in documents.items():
        path = folder / "minutes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    if ledger is not None:
        (folder / "curation").mkdir(parents=True, exist_ok=True)
        (folder / "curation" / "identities.csv").write_text(ledger, encoding="utf-8")
    return folder
