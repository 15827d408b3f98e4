"""What documents say of those whom they name, held once for all documents that say the same.

Hundreds of documents name the same people in the same words. But for its day, its body and its hash,
which are the document's, such a mention is the one of the document before.
"""

import json
from collections.abc import Iterable

from kkr_graph.model.extract import Document
from kkr_graph.model.identity import Mention, MentionKey
from kkr_graph.model.packed import pack, unpack


class Sayings:
    """The mentions of documents, each as one text, and of which of these is known what they say."""

    def __init__(self) -> None:
        self._known: dict[str, Mention] = {}

    def packed(self, mentions: Iterable[Mention]) -> tuple[str, ...]:
        """What one document says, without what it says by being this document."""
        return tuple(
            json.dumps(pack(_of(mention, "", None)), ensure_ascii=False, separators=(",", ":"))
            for mention in mentions
        )

    def unpacked(self, packed: Iterable[str], document: Document) -> tuple[Mention, ...]:
        """The mentions of a document.

        Raises:
            ValueError: A text is no packed mention.
        """
        return tuple(_of(self._saying(text), document.sha256, document) for text in packed)

    def _saying(self, text: str) -> Mention:
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = unpack(Mention, json.loads(text))
        return known


def _of(mention: Mention, sha256: str, document: Document | None) -> Mention:
    """The same said by another document, or by none."""
    return Mention(
        key=MentionKey(sha256, *mention.key.said),
        name=mention.name,
        body=document.body if document else None,
        day=document.date if document else None,
        organization=mention.organization,
        also=tuple([MentionKey(sha256, *key.said) for key in mention.also]),
        forms=mention.forms,
        listed=mention.listed,
    )
