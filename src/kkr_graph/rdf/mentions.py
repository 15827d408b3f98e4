"""Names in documents that are tied to nobody, for a person to judge."""

from collections.abc import Iterator
from dataclasses import dataclass

from kkr_graph.iri import Minter
from kkr_graph.model.extract import Extract
from kkr_graph.model.identity import MentionKey, Resolution, mention_key
from kkr_graph.model.span import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMention:
    """A name as first written, and every place where the document has it."""

    written: str
    passages: tuple[Passage, ...]


def unresolved_mentions(extract: Extract, resolution: Resolution) -> dict[MentionKey, OpenMention]:
    """The people of a document that are not resolved, each under the key that says most."""
    if extract.document.sha256 in resolution.settled:
        return {}
    main = {key: doubt.mention.key for doubt in resolution.doubts for key in doubt.mention.keys}
    found: dict[MentionKey, OpenMention] = {}
    for key, written, passage in _namings(extract):
        if key not in resolution.by_mention:
            chief = main.get(key, key)
            before = found.get(chief, OpenMention(written=written, passages=()))
            passages = tuple(dict.fromkeys((*before.passages, passage)))
            found[chief] = OpenMention(written=before.written, passages=passages)
    return found


def mention_iri(minter: Minter, key: MentionKey) -> str:
    """The IRI of a name that is tied to nobody."""
    return minter.mention(key.sha256, key.folded, key.party, key.municipality, key.organization)


def _namings(extract: Extract) -> Iterator[tuple[MentionKey, str, Passage]]:
    sha256 = extract.document.sha256
    for entry in extract.attendance:
        yield mention_key(sha256, entry), entry.name, entry.passage
    for appointment in extract.appointments:
        yield mention_key(sha256, appointment), appointment.person, appointment.passage
    for statement in extract.statements:
        yield mention_key(sha256, statement), statement.person, statement.passage
    others = (
        *((entry.deputy_for, entry.passage) for entry in extract.attendance),
        *((role.deputy_for, role.passage) for role in extract.appointments),
        *((role.replaces, role.passage) for role in extract.appointments),
    )
    for other, passage in others:
        if other:
            yield MentionKey.of(sha256, other), other, passage
