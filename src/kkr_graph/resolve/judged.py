"""What persons have judged, applied before any rule: who is one, and who is kept apart.

A person of the ledger and the mention it was born from hang together as if judged to, unless
somebody judged that very pair to be two people.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kkr_graph.errors import ResolveError
from kkr_graph.model import danish
from kkr_graph.model.components import connected
from kkr_graph.model.identity import Judgement, LedgerEntry, Mention, MentionKey, Verdict
from kkr_graph.model.names import fold
from kkr_graph.model.ties import Tie, find_contradiction
from kkr_graph.resolve.bundles import bundled
from kkr_graph.resolve.clusters import Apart, Cluster

_ROWS = (
    "Fjern den vurdering, der er forkert, i data/curation/judgements.csv, og byg igen. Er det den "
    "seneste, gør »kkr-graph review --undo« det."
)


def cluster_judged(
    mentions: Sequence[Mention], ledger: Sequence[LedgerEntry], judgements: Sequence[Judgement]
) -> tuple[tuple[Cluster, ...], Apart]:
    """Entries and mentions as the judgements join them, and the pairs they keep apart.

    Raises:
        ResolveError: A judgement names nobody, or judgements contradict each other.
    """
    written = chain.from_iterable((each.left, each.right) for each in judgements)
    named = _in_documents_of(mentions, written)
    written_of = _Written(
        handles=_handles(named, ledger),
        documents={mention.key.sha256[:16] for mention in mentions},
        names={_bare(key) for mention in named for key in mention.keys},
    )
    ties = _by_verdict(judgements, written_of)
    denied = ties[Verdict.NEGATIVE]
    joined = ties[Verdict.POSITIVE] | _births(mentions, ledger, denied)
    _refuse_contradiction(joined, denied)
    clusters = _clusters(mentions, ledger, joined, denied | ties[Verdict.UNSURE])
    unsure = _still_unsure(ties[Verdict.UNSURE], clusters)
    return clusters, Apart(denied=_neighbours(denied), unsure=_neighbours(unsure))


def _in_documents_of(mentions: Sequence[Mention], references: Iterable[str]) -> list[Mention]:
    """The mentions that the references can mean, since only they are in the same documents."""
    documents = {each.partition(":")[0] for each in references}
    return [mention for mention in mentions if mention.key.sha256[:16] in documents]


def _handles(mentions: Iterable[Mention], ledger: Iterable[LedgerEntry]) -> dict[str, str]:
    """Everything a judgement may call somebody -> the one handle used here."""
    handles = {key.reference: mention.key.reference for mention in mentions for key in mention.keys}
    return handles | {entry.slug: entry.slug for entry in ledger}


def _bare(key: MentionKey) -> str:
    """What a mention of the name would be called that says no more."""
    return MentionKey(key.sha256, key.folded).reference


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """What judgements may write of somebody."""

    handles: Mapping[str, str]
    documents: Collection[str]  # that are there now, as references begin
    names: Collection[str]  # as bare references, also where the document tells more of each bearer

    def side(self, judgement: Judgement, written: str) -> str | None:
        """The handle that is meant; None for a mention that is not there now.

        That is one in a document that is not there, or a mere name where the document is now
        understood to say who each of its bearers is.
        """
        if written in self.handles:
            return self.handles[written]
        document, is_mention, _ = written.partition(":")
        if is_mention and (document not in self.documents or written in self.names):
            return None
        raise ResolveError(
            f"Vurderingen af {judgement.by} den {danish.day(judgement.day)} i judgements.csv nævner "
            f"»{written}«, som ikke findes.",
            "Fortryd den under »Afgjort« på siden Hvem er hvem, og byg igen. Er linjen skrevet i "
            "hånden, så skriv en identitet fra identities.csv, eller en omtale, som "
            "gennemgangslisten skriver den.",
        )


def _by_verdict(judgements: Iterable[Judgement], known: _Written) -> dict[Verdict, set[Tie]]:
    ties: dict[Verdict, set[Tie]] = {verdict: set() for verdict in Verdict}
    for judgement in judgements:
        sides = [known.side(judgement, written) for written in (judgement.left, judgement.right)]
        left, right = sides
        if left is not None and right is not None:
            source = f"({judgement.by}, {judgement.day.isoformat()})"
            ties[judgement.verdict].add(Tie.between(left, right, source))
    return ties


def _births(
    mentions: Sequence[Mention], ledger: Iterable[LedgerEntry], denied: Iterable[Tie]
) -> set[Tie]:
    """Each entry with the mention it was born from, also where that mention now says more.

    Of several entries that one mention would tie together only one is tied: two people of the
    ledger become one by a judgement alone. So whoever was born from the beginning of a name is not
    tied to the whole name either where somebody else of the ledger has it.
    """
    apart = {(tie.left, tie.right) for tie in denied}
    born = {entry.mention: entry.slug for entry in ledger if entry.mention}
    names = {fold(entry.name) for entry in ledger}
    slugs = (
        (mention, [born[key.reference] for key in _own(mention, names) if key.reference in born])
        for mention in _in_documents_of(mentions, born)
    )
    births = (
        Tie.between(found[0], mention.key.reference, "(identities.csv)")
        for mention, found in slugs
        if found
    )
    return {birth for birth in births if (birth.left, birth.right) not in apart}


def _own(mention: Mention, names: Collection[str]) -> Iterator[MentionKey]:
    """Its keys, without other names where its own is one of the ``names``."""
    is_known = mention.key.folded in names
    return (key for key in mention.keys if key.folded == mention.key.folded or not is_known)


def _refuse_contradiction(joined: Iterable[Tie], denied: Iterable[Tie]) -> None:
    found = find_contradiction(joined, denied)
    if found is not None:
        raise ResolveError(found.told(), _ROWS)


def _still_unsure(ties: Collection[Tie], clusters: Iterable[Cluster]) -> set[Tie]:
    """Those whom nothing that was judged for certain has made one since."""
    if not ties:
        return set()
    place = {handle: nth for nth, each in enumerate(clusters) for handle in each.handles}
    return {tie for tie in ties if place[tie.left] != place[tie.right]}


def _neighbours(ties: Iterable[Tie]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for tie in ties:
        found.setdefault(tie.left, set()).add(tie.right)
        found.setdefault(tie.right, set()).add(tie.left)
    return {handle: frozenset(others) for handle, others in found.items()}


def _clusters(
    mentions: Sequence[Mention],
    ledger: Sequence[LedgerEntry],
    joined: Collection[Tie],
    apart: Iterable[Tie],
) -> tuple[Cluster, ...]:
    """The entries and mentions as they are joined, and bundles of those that nobody spoke of."""
    named = set(chain.from_iterable((tie.left, tie.right) for tie in (*joined, *apart)))
    spoken_of: dict[str, Mention] = {}
    for mention in _in_documents_of(mentions, named):
        if mention.key.reference in named:
            spoken_of[mention.key.reference] = mention
    members = {entry.slug: Cluster(entries=(entry,)) for entry in ledger}
    members |= {reference: Cluster(mentions=(each,)) for reference, each in spoken_of.items()}
    parts = connected(members, ((tie.left, tie.right) for tie in joined))
    keys = {mention.key for mention in spoken_of.values()}
    return (
        *(Cluster.merged(members[handle] for handle in part) for part in parts),
        *bundled(mention for mention in mentions if mention.key not in keys),
    )
