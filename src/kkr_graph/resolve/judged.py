"""What persons have judged, applied before any rule: who is one, and who is kept apart.

A person of the ledger and the mention it was born from hang together as if judged to, unless
somebody judged that very pair to be two people.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kkr_graph.errors import ResolveError
from kkr_graph.model.components import connected
from kkr_graph.model.identity import Judgement, LedgerEntry, Mention, Verdict
from kkr_graph.resolve.clusters import Apart, Cluster

_ROWS = (
    "Fjern den vurdering, der er forkert, i data/curation/judgements.csv, og byg igen. Er det den "
    "seneste, gør »kkr-graph review --undo« det."
)


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class _Tie:
    """Two handles, in order, that somebody or the ledger says something of."""

    left: str
    right: str
    source: str  # Danish, in brackets


def cluster_judged(
    mentions: Sequence[Mention], ledger: Sequence[LedgerEntry], judgements: Sequence[Judgement]
) -> tuple[tuple[Cluster, ...], Apart]:
    """Entries and mentions as the judgements join them, and the pairs they keep apart.

    Raises:
        ResolveError: A judgement names nobody, or judgements contradict each other.
    """
    handles = _handles(mentions, ledger)
    ties = _by_verdict(judgements, handles, {mention.key.sha256[:16] for mention in mentions})
    denied = ties[Verdict.NEGATIVE]
    joined = ties[Verdict.POSITIVE] | _births(mentions, ledger, denied)
    _refuse_contradiction(joined, denied)
    clusters = _clusters(mentions, ledger, joined)
    unsure = _still_unsure(ties[Verdict.UNSURE], clusters)
    return clusters, Apart(denied=_neighbours(denied), unsure=_neighbours(unsure))


def _handles(mentions: Iterable[Mention], ledger: Iterable[LedgerEntry]) -> dict[str, str]:
    """Everything a judgement may call somebody -> the one handle used here."""
    handles = {key.reference: mention.key.reference for mention in mentions for key in mention.keys}
    return handles | {entry.slug: entry.slug for entry in ledger}


def _by_verdict(
    judgements: Iterable[Judgement], handles: Mapping[str, str], documents: set[str]
) -> dict[Verdict, set[_Tie]]:
    ties: dict[Verdict, set[_Tie]] = {verdict: set() for verdict in Verdict}
    for judgement in judgements:
        sides = [
            _side(written, handles, documents) for written in (judgement.left, judgement.right)
        ]
        left, right = sides
        if left is not None and right is not None:
            source = f"({judgement.by}, {judgement.day.isoformat()})"
            ties[judgement.verdict].add(_tie(left, right, source))
    return ties


def _side(written: str, handles: Mapping[str, str], documents: set[str]) -> str | None:
    """The handle that is meant; None for a mention in a document that is not there now."""
    if written in handles:
        return handles[written]
    document, is_mention, _ = written.partition(":")
    if is_mention and document not in documents:
        return None
    raise ResolveError(
        f"En vurdering i judgements.csv nævner »{written}«, som ikke findes.",
        "Skriv en identitet fra identities.csv, eller en omtale, som gennemgangslisten skriver den.",
    )


def _tie(left: str, right: str, source: str) -> _Tie:
    first, second = sorted((left, right))
    return _Tie(left=first, right=second, source=source)


def _births(
    mentions: Iterable[Mention], ledger: Iterable[LedgerEntry], denied: Iterable[_Tie]
) -> set[_Tie]:
    """Each entry with the mention it was born from, also where that mention now says more.

    Of several entries that one mention would tie together only one is tied: two people of the
    ledger become one by a judgement alone.
    """
    apart = {(tie.left, tie.right) for tie in denied}
    born = {entry.mention: entry.slug for entry in ledger if entry.mention}
    slugs = (
        (mention, [born[key.reference] for key in mention.keys if key.reference in born])
        for mention in mentions
    )
    births = (
        _tie(found[0], mention.key.reference, "(identities.csv)")
        for mention, found in slugs
        if found
    )
    return {birth for birth in births if (birth.left, birth.right) not in apart}


def _refuse_contradiction(joined: set[_Tie], denied: set[_Tie]) -> None:
    for tie in sorted(denied):
        chain = _chain(tie.left, tie.right, joined)
        if chain is not None:
            steps = ", ".join(f"{step.left} = {step.right} {step.source}" for step in chain)
            raise ResolveError(
                f"Vurderingerne modsiger hinanden: {steps or tie.left}, "
                f"men {tie.left} ≠ {tie.right} {tie.source}.",
                _ROWS,
            )


def _chain(start: str, goal: str, joined: Iterable[_Tie]) -> list[_Tie] | None:
    """The shortest chain of ties from ``start`` to ``goal``, each read in that direction."""
    onward: dict[str, list[_Tie]] = {}
    for tie in sorted(joined):
        onward.setdefault(tie.left, []).append(tie)
        back = _Tie(left=tie.right, right=tie.left, source=tie.source)
        onward.setdefault(tie.right, []).append(back)
    chains: dict[str, list[_Tie]] = {start: []}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for tie in onward.get(here, ()):
            if tie.right not in chains:
                chains[tie.right] = [*chains[here], tie]
                queue.append(tie.right)
    return chains.get(goal)


def _still_unsure(ties: Iterable[_Tie], clusters: Iterable[Cluster]) -> set[_Tie]:
    """Those whom nothing that was judged for certain has made one since."""
    place = {handle: nth for nth, each in enumerate(clusters) for handle in each.handles}
    return {tie for tie in ties if place[tie.left] != place[tie.right]}


def _neighbours(ties: Iterable[_Tie]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for tie in ties:
        found.setdefault(tie.left, set()).add(tie.right)
        found.setdefault(tie.right, set()).add(tie.left)
    return {handle: frozenset(others) for handle, others in found.items()}


def _clusters(
    mentions: Sequence[Mention], ledger: Sequence[LedgerEntry], joined: Iterable[_Tie]
) -> tuple[Cluster, ...]:
    members = {entry.slug: Cluster(entries=(entry,)) for entry in ledger}
    members |= {each.key.reference: Cluster(mentions=(each,)) for each in mentions}
    parts = connected(members, ((tie.left, tie.right) for tie in joined))
    return tuple(Cluster.merged(members[handle] for handle in part) for part in parts)
