"""Mentions of which exactly the same is said, put together before anything else is asked of them.

They would be found to be one person anyway. With some hundred documents there are fifty times as
many mentions as there are bundles, and what is asked of each is asked so much less often.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from kkr_graph.model.identity import Mention
from kkr_graph.resolve.clusters import Cluster, are_days_in_time, is_evident
from kkr_graph.resolve.scripts import is_disguised


def bundled(mentions: Iterable[Mention]) -> Iterator[Cluster]:
    """The mentions as clusters; those whom somebody has to look at one by one, by themselves.

    Args:
        mentions: in the order of their days.
    """
    alike: dict[Hashable, list[Mention]] = {}
    for mention in mentions:
        alike.setdefault(_said(mention), []).append(mention)
    for same in alike.values():
        one = Cluster(mentions=(same[0],))
        if is_disguised(one.names) or not is_evident(one, one):  # two such are two
            yield from (Cluster(mentions=(mention,)) for mention in same)
        else:
            yield from _over_time(same)


def _said(mention: Mention) -> Hashable:
    """All that a mention says of a person, but when."""
    keys = tuple(key.said for key in mention.keys)
    return keys, mention.organization, mention.body, mention.day is None


def _over_time(same: Sequence[Mention]) -> Iterator[Cluster]:
    """Runs in which nobody is further from the one before than time allows."""
    run: list[Mention] = []
    for mention in same:
        if run and not are_days_in_time(run[-1].day, mention.day):
            yield Cluster(mentions=tuple(run))
            run = []
        run.append(mention)
    yield Cluster(mentions=tuple(run))
