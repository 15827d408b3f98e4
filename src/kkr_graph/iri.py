"""The IRIs of the graph, all minted here.

ASCII throughout, and nothing in them that may be corrected: registry entries by code or frozen
slug, people by the ledger's slug, documents and evidence by content hash, what belongs to a
meeting below the meeting.
"""

import hashlib
import re
import unicodedata
from datetime import date
from functools import lru_cache
from urllib.parse import quote

# what Danes write where the letter is missing, and letters that have no ASCII part of their own
_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "œ": "oe", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ß": "ss"}
)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_PLAIN = re.compile(r"[A-Za-z0-9._~-]+")
_NAMELESS = "unavngivet"


@lru_cache(1 << 16)
def slugify(name: str) -> str:
    """The ASCII slug of a Danish name: ``Læsø Kommune`` gives ``laesoe-kommune``.

    A name without any Latin letter gets a hash, so that two of them stay two.
    """
    text = unicodedata.normalize("NFC", name).casefold().translate(_LETTERS)
    # a second round for letters with an accent on top, as ǿ
    plain = unicodedata.normalize("NFKD", text).translate(_LETTERS).encode("ascii", "ignore")
    slug = _NOT_SLUG.sub("-", plain.decode()).strip("-")
    if slug or not name.strip():
        return slug or _NAMELESS
    return f"{_NAMELESS}-{digest(unicodedata.normalize('NFC', name))[:8]}"


def digest(*parts: str) -> str:
    """Sixteen hex digits of SHA-256 over the parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def tombstone(slug: str) -> str:
    """What is left of a person's slug that was erased: enough to know it again, and no name."""
    return digest("forgotten", slug)


def _join(*path: str) -> str:
    return "/".join(map(_quoted, path))


def _quoted(part: str) -> str:
    """The part percent-encoded; nearly every part is made of letters that need none."""
    return part if _PLAIN.fullmatch(part) else quote(part, safe="")


class Minter:
    """Mints IRIs below one base, such as ``https://w3id.org/kkr/``."""

    def __init__(self, base: str) -> None:
        self.base = base

    def id(self, *path: str) -> str:
        """``{base}id/a/b``, each segment percent-encoded."""
        return f"{self.base}id/{_join(*path)}"

    def graph(self, *path: str) -> str:
        """The IRI of a named graph."""
        return f"{self.base}graph/{_join(*path)}"

    def below(self, iri: str, *path: str) -> str:
        """Something that belongs to ``iri``."""
        return f"{iri}/{_join(*path)}"

    # what the registry knows

    def municipality(self, code: str) -> str:
        """A municipality, by kommunekode."""
        return self.id("kommune", code)

    def municipal_council(self, code: str) -> str:
        """The council of a municipality, by kommunekode."""
        return self.id("kommunalbestyrelse", code)

    def region(self, slug: str) -> str:
        """A region, by the registry's slug."""
        return self.id("region", slug)

    def body(self, slug: str, *, council: bool) -> str:
        """A contact council, or any other body."""
        return self.id("kkr" if council else "forum", slug)

    def party(self, slug: str) -> str:
        """A party, by the registry's slug."""
        return self.id("party", slug)

    def electoral_list(self, letter: str, code: str) -> str:
        """A local list, by its letter and the municipality's kommunekode."""
        return self.party(f"{slugify(letter)}-{code}")

    def term(self, slug: str) -> str:
        """An electoral term."""
        return self.id("term", slug)

    def seat_group(self, slug: str) -> str:
        """The right to a number of seats, by the registry's slug."""
        return self.id("seat-group", slug)

    # what a document tells

    def document(self, sha256: str) -> str:
        """A source document, by the hash of its bytes."""
        return self.id("document", sha256[:16])

    def text_layer(self, sha256: str) -> str:
        """The text that passages of a document are counted in."""
        return self.id("text", sha256[:16])

    def source_graph(self, sha256: str) -> str:
        """The named graph of what belongs to one document alone."""
        return self.graph("source", sha256[:16])

    def evidence(self, sha256: str, start: int, end: int) -> str:
        """A passage of a document's text layer."""
        return self.id("evidence", digest(sha256, str(start), str(end)))

    def mention(self, sha256: str, *parts: str) -> str:
        """A name in a document that is tied to nobody."""
        return self.below(self.document(sha256), "mention", digest(*parts))

    def meeting(self, body: str, day: date) -> str:
        """The meeting of a body, by slug, on a day."""
        return self.id("meeting", body, day.isoformat())

    def case(self, number: str) -> str:
        """A case, by the number the authority gave it."""
        return self.id("case", number)

    # what is put together from several documents

    def person(self, slug: str) -> str:
        """A person, by the ledger's slug."""
        return self.id("person", slug)

    def tenure(self, *parts: str) -> str:
        """Somebody holding a role, by a hash of who, where, what and since when."""
        return self.id("tenure", digest(*parts))

    def stated_day(self, tenure: str, what: str, day: date) -> str:
        """A day that some documents give for the start or end of a tenure."""
        return self.below(tenure, what, day.isoformat())

    def act(self, *parts: str) -> str:
        """An appointment, a nomination or a resignation, by a hash of its tenure and its kind."""
        return self.id("act", digest(*parts))

    def finding(self, *parts: str) -> str:
        """A finding, by its stable key."""
        return self.id("finding", digest(*parts))
