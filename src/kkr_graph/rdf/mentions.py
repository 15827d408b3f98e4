"""Names in documents that are tied to nobody, for a person to judge."""

from dataclasses import dataclass

from kkr_graph.iri import Minter
from kkr_graph.model.extract import Extract
from kkr_graph.model.identity import MentionKey, Resolution
from kkr_graph.model.namings import Naming, namings_of
from kkr_graph.model.span import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMention:
    """A name as first written, and every place where the document has it."""

    written: str
    passages: tuple[Passage, ...]


def unresolved_mentions(extract: Extract, resolution: Resolution) -> dict[MentionKey, OpenMention]:
    """The people of a document that are not resolved, each under the key that says most.

    It is written as in the first place that tells of its bearer, or else of somebody beside them.
    """
    if extract.document.sha256 in resolution.settled:
        return {}
    main = {key: doubt.mention.key for doubt in resolution.doubts for key in doubt.mention.keys}
    found: dict[MentionKey, OpenMention] = {}
    for naming in sorted(namings_of(extract), key=_is_of_another):
        if naming.key not in resolution.by_mention:
            chief = main.get(naming.key, naming.key)
            before = found.get(chief, OpenMention(written=naming.name, passages=()))
            passages = tuple(dict.fromkeys((*before.passages, naming.passage)))
            found[chief] = OpenMention(written=before.written, passages=passages)
    return found


def mention_iri(minter: Minter, key: MentionKey) -> str:
    """The IRI of a name that is tied to nobody."""
    return minter.mention(key.sha256, key.folded, key.party, key.municipality, key.organization)


def _is_of_another(naming: Naming) -> bool:
    return naming.fact is None
