"""The rules that join without being told to, and what they leave for a person to judge.

Whoever bears one name is settled together, those of whom most is known first. Somebody with
less known joins one with more only if nobody else could be meant. Nothing here depends on the
order in which documents, mentions or judgements come, and a person of the ledger adds nothing
that the mention it was born from did not say: building again with it gives the same result.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kkr_graph.model.components import connected, related
from kkr_graph.resolve.clusters import Apart, Cluster, could_be, is_evident


@dataclass(slots=True, eq=False)
class Group:
    """One person: the core that makes it one, and those who joined it with less said of them."""

    core: Cluster
    joined: list[Cluster] = field(default_factory=list)
    claims: int = 0  # how many other people it could be

    @property
    def whole(self) -> Cluster:
        """Everybody in it."""
        return Cluster.merged((self.core, *self.joined))

    @property
    def is_known(self) -> bool:
        """Whether the ledger has the person already."""
        return any(part.entries for part in (self.core, *self.joined))


@dataclass(slots=True)
class Settlement:
    """The people among those of one name, and who cannot be told."""

    groups: list[Group] = field(default_factory=list)
    doubtful: list[Cluster] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Request:
    """Clusters, evidently one person, that could be exactly one of the people already settled."""

    part: list[Cluster]
    group: Group

    @property
    def is_known(self) -> bool:
        return any(cluster.entries for cluster in self.part)


def settle(clusters: Sequence[Cluster], apart: Apart) -> Settlement:
    """Tell the people apart among clusters that share names."""
    settlement = Settlement()
    for level in sorted({cluster.level for cluster in clusters}, reverse=True):
        peers = [cluster for cluster in clusters if cluster.level == level]
        _Level(settlement, apart).settle(peers)
    return settlement


def blocks(clusters: Sequence[Cluster]) -> list[list[Cluster]]:
    """The clusters that share a name, directly or over others."""
    first: dict[str, Cluster] = {}
    edges = [
        (first.setdefault(name, cluster), cluster) for cluster in clusters for name in cluster.names
    ]
    return connected(clusters, edges)


class _Level:
    """Settles clusters of which equally much is known, against the people settled before."""

    def __init__(self, settlement: Settlement, apart: Apart) -> None:
        self.settlement = settlement
        self.apart = apart
        self.before = tuple(settlement.groups)
        self.obstacles = tuple(settlement.doubtful)
        self.requests: list[_Request] = []

    def settle(self, peers: Sequence[Cluster]) -> None:
        bundles = list(_bundles(peers, self.apart))
        for part in related(bundles, is_evident):
            self._settle_part(part)
        for group in self.before:
            self._answer(group, [request for request in self.requests if request.group is group])

    def _settle_part(self, part: list[Cluster]) -> None:
        groups = [group for group in self.before if self._options(part, [group.core])]
        options = [group.core for group in groups] + self._options(part, self.obstacles)
        poles = self._poles(part, options)
        if any(cluster.entries for cluster in part):
            _claim(groups)
        if poles or sum(bool(cluster.entries) for cluster in part) > 1:
            self._split(part, poles, groups, options)
        elif not options:
            self._found(part)
        elif len(options) == 1 and groups and is_evident(Cluster.merged(part), options[0]):
            self.requests.append(_Request(part, groups[0]))
        else:
            self._leave(part)

    def _options(self, part: Iterable[Cluster], cores: Iterable[Cluster]) -> list[Cluster]:
        """Which cores the part could be: of a mere name any namesake, else by evidence."""
        return [
            core
            for core in cores
            if any((could_be if each.is_bare else is_evident)(each, core) for each in part)
        ]

    def _poles(self, part: Sequence[Cluster], options: Sequence[Cluster]) -> list[Cluster]:
        """Those of the part that a judgement keeps from somebody whom the part could be."""
        around = (*part, *options)
        return [each for each in part if any(self.apart.between(each, other) for other in around)]

    def _split(
        self,
        part: list[Cluster],
        poles: Sequence[Cluster],
        groups: Sequence[Group],
        options: Sequence[Cluster],
    ) -> None:
        """Let those be somebody who are kept from all they could be, and leave the rest.

        Nobody is joined here: that somebody is not the one does not make them the other. Nor does
        a doubt: who may be one of those settled before stays open until somebody denies it.
        """
        rivals = [*(each for each in part if each.entries or each in poles), *options]
        for each in part:
            others = [rival for rival in self._options([each], rivals) if rival is not each]
            settled = [other for other in others if other in options]
            is_alone = all(self.apart.between(each, other) for other in others) and all(
                self.apart.is_denied(each, other) for other in settled
            )
            if each in poles and is_alone:
                _claim(() if each.entries else groups)
                self._found([each])
            else:
                self._leave([each])

    def _answer(self, group: Group, requests: Sequence[_Request]) -> None:
        """Let join whoever asks, unless two people of the ledger ask, or two who are kept apart.

        A claim is counted for everybody who could be the group, so that a judgement that one
        of them is not does not by itself make it another.
        """
        clashing = [request for request in requests if self._clashes(request, requests)]
        for request in requests:
            if request in clashing or (request.is_known and self._is_taken(group)):
                self._leave(request.part)
            else:
                group.joined.extend(request.part)

    def _is_taken(self, group: Group) -> bool:
        return group.is_known or group.claims > 1

    def _clashes(self, request: _Request, requests: Sequence[_Request]) -> bool:
        """Whether somebody kept apart from the part asks too, or has joined before."""
        others = [each for other in requests if other is not request for each in other.part]
        rivals = (*others, *request.group.joined)
        return any(self.apart.between(one, rival) for one in request.part for rival in rivals)

    def _found(self, part: Sequence[Cluster]) -> None:
        self.settlement.groups.append(Group(Cluster.merged(part)))

    def _leave(self, part: Iterable[Cluster]) -> None:
        """Whoever the ledger has remains somebody; the others are in doubt."""
        for cluster in part:
            if cluster.entries:
                self._found([cluster])
            else:
                self.settlement.doubtful.append(cluster)


def _claim(groups: Iterable[Group]) -> None:
    for group in groups:
        group.claims += 1


def _bundles(peers: Iterable[Cluster], apart: Apart) -> Iterator[Cluster]:
    """Clusters of which the same is said, by whichever mentions, as far as time allows.

    They would be found to be one anyway; this keeps the comparison of pairs small.
    """
    alike: dict[tuple[object, ...], list[Cluster]] = {}
    for cluster in peers:
        if cluster.entries or apart.concerns(cluster):
            yield cluster
        else:
            alike.setdefault(cluster.profile, []).append(cluster)
    for same in alike.values():
        yield from _over_time(same)


def _over_time(same: Sequence[Cluster]) -> Iterator[Cluster]:
    """Runs in which nobody is further from the one before than time allows."""
    run: list[Cluster] = []
    for cluster in sorted(same, key=lambda each: each.days or (date.max, date.max)):
        if run and not is_evident(run[-1], cluster):
            yield Cluster.merged(run)
            run = []
        run.append(cluster)
    yield Cluster.merged(run)
