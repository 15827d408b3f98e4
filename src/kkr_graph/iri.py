"""The IRIs of the graph, all minted here.

ASCII throughout, and nothing in them that may be corrected: registry entries by code or frozen
slug, people by the ledger's slug, documents and evidence by content hash, what belongs to a
meeting below the meeting.
"""

import hashlib
import re
import unicodedata
from datetime import date
from urllib.parse import quote

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ð": "d", "þ": "th", "ß": "ss"})
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slugify(name: str) -> str:
    """The ASCII slug of a Danish name: ``Læsø Kommune`` gives ``laesoe-kommune``."""
    text = unicodedata.normalize("NFC", name).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", plain).strip("-") or "unavngivet"


def digest(*parts: str) -> str:
    """Sixteen hex digits of SHA-256 over the parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


class Minter:
    """Mints IRIs below one base, such as ``https://w3id.org/kkr/``."""

    def __init__(self, base: str) -> None:
        self.base = base

    def id(self, *path: str) -> str:
        """``{base}id/a/b``, each segment percent-encoded."""
        return f"{self.base}id/" + "/".join(quote(part, safe="") for part in path)

    def graph(self, *path: str) -> str:
        """The IRI of a named graph."""
        return f"{self.base}graph/" + "/".join(quote(part, safe="") for part in path)

    def meeting(self, body: str, day: date) -> str:
        """The meeting of a body, by slug, on a day."""
        return self.id("meeting", body, day.isoformat())

    def below(self, iri: str, *path: str) -> str:
        """Something that belongs to ``iri``."""
        return iri + "/" + "/".join(quote(part, safe="") for part in path)

    def document(self, sha256: str) -> str:
        """A source document, by the hash of its bytes."""
        return self.id("document", sha256[:16])

    def evidence(self, sha256: str, start: int, end: int) -> str:
        """A passage of a document's text layer."""
        return self.id("evidence", digest(sha256, str(start), str(end)))

    def person(self, slug: str) -> str:
        """A person, by the ledger's slug."""
        return self.id("person", slug)

    def party(self, slug: str) -> str:
        """A party, by the registry's slug."""
        return self.id("party", slug)

    def municipality(self, code: str) -> str:
        """A municipality, by kommunekode."""
        return self.id("kommune", code)

    def region(self, slug: str) -> str:
        """A region, by the registry's slug."""
        return self.id("region", slug)

    def body(self, slug: str, *, council: bool) -> str:
        """A contact council, or any other body."""
        return self.id("kkr" if council else "forum", slug)

    def term(self, slug: str) -> str:
        """An electoral term."""
        return self.id("term", slug)

    def case(self, number: str) -> str:
        """A case, by the number the authority gave it."""
        return self.id("case", number)

    def tenure(self, *parts: str) -> str:
        """Somebody holding a role, by a hash of who, where, what and since when."""
        return self.id("tenure", digest(*parts))

    def finding(self, *parts: str) -> str:
        """A finding, by its stable key."""
        return self.id("finding", digest(*parts))
