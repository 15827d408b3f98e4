"""Who each mention means: judgements first, then the rules, then slugs for the newborn."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count

from kkr_graph.iri import slugify, tombstone
from kkr_graph.model.identity import (
    Judgement,
    LedgerEntry,
    Mention,
    MentionKey,
    Person,
    Resolution,
)
from kkr_graph.model.names import clean, danish_sort_key
from kkr_graph.resolve.clusters import Cluster
from kkr_graph.resolve.doubts import Known, find_doubts
from kkr_graph.resolve.joins import weak_joins
from kkr_graph.resolve.judged import cluster_judged
from kkr_graph.resolve.likeness import CommonNames
from kkr_graph.resolve.order import by_day_and_key
from kkr_graph.resolve.pairs import find_pairs, joined_pairs
from kkr_graph.resolve.scripts import is_disguised
from kkr_graph.resolve.settling import Group, Settlement, blocks, settle

NO_NAMES = CommonNames()


def resolve_people(
    mentions: Sequence[Mention],
    ledger: Sequence[LedgerEntry],
    judgements: Sequence[Judgement],
    common: CommonNames = NO_NAMES,
    forgotten: frozenset[str] = frozenset(),
) -> Resolution:
    """Join mentions to people; nobody is joined by the name alone.

    The order of the ledger is the order of birth, and of two people judged to be one the
    first-born stays. The order of mentions and of judgements does not matter. Nobody is given a
    slug whose tombstone is among the ``forgotten``.

    Raises:
        ResolveError: A judgement names nobody, or judgements contradict each other.
    """
    each_once = {mention.key: mention for mention in sorted(mentions, key=by_day_and_key)}
    clusters, apart = cluster_judged(tuple(each_once.values()), ledger, judgements)
    disguised = {cluster for cluster in clusters if _is_disguised(cluster)}
    plain = [cluster for cluster in clusters if cluster not in disguised]
    settlements = [settle(block, apart) for block in blocks(plain)]
    known, newborn = _people(settlements, ledger, forgotten)
    doubtful = tuple(chain.from_iterable(settlement.doubtful for settlement in settlements))
    doubts = find_doubts(known, doubtful, disguised, apart)
    births = {entry.slug: entry.mention for entry in newborn if entry.mention}
    spoken_of = frozenset(chain.from_iterable((each.left, each.right) for each in judgements))
    joins = weak_joins(known, clusters, births, spoken_of, common)
    by_mention = _by_mention(known)
    return Resolution(
        people=tuple(each.person for each in known),
        by_mention=by_mention,
        newborn=newborn,
        doubts=doubts,
        pairs=(
            *find_pairs(known, (*doubtful, *disguised), doubts, apart, common),
            *joined_pairs(joins, common),
        ),
        settled=_settled(mentions, by_mention),
    )


def _settled(mentions: Iterable[Mention], by_mention: Mapping[MentionKey, str]) -> frozenset[str]:
    """The documents all of whose names mean somebody."""
    documents = {mention.key.sha256 for mention in mentions}
    # all keys of a mention mean the same person, or nobody
    return frozenset(
        documents - {each.key.sha256 for each in mentions if each.key not in by_mention}
    )


def _is_disguised(cluster: Cluster) -> bool:
    """Whether nobody has said who a name with letters of another alphabet means."""
    return not cluster.entries and is_disguised(cluster.names)


def _people(
    settlements: Iterable[Settlement], ledger: Sequence[LedgerEntry], forgotten: frozenset[str]
) -> tuple[tuple[Known, ...], tuple[LedgerEntry, ...]]:
    """Everybody with a slug, first-born first, and the entries of those who are new."""
    groups = list(chain.from_iterable(settlement.groups for settlement in settlements))
    rank = {entry.slug: place for place, entry in enumerate(ledger)}
    old = [_person(group, rank) for group in groups if group.is_known]
    born = frozenset(entry.mention for entry in ledger if entry.mention)
    unborn = [group for group in groups if not group.is_known]
    newborn = _newborn([(_birth(group, born), group) for group in unborn], set(rank), forgotten)
    new = [_person(group, {}, entry) for entry, group in newborn]
    old.sort(key=lambda each: rank[each.person.slug])
    return (*old, *new), tuple(entry for entry, _ in newborn)


def _newborn(
    births: Iterable[tuple[Mention, Group]], taken: set[str], forgotten: frozenset[str]
) -> list[tuple[LedgerEntry, Group]]:
    return [
        (_entry(mention, _free_slug(mention.name, taken, forgotten)), group)
        for mention, group in sorted(births, key=lambda birth: by_day_and_key(birth[0]))
    ]


def _birth(group: Group, born: frozenset[str]) -> Mention:
    """The mention that tells most of the person, the earliest of several.

    It lies in the core, so that the entry made from it is found again by what made the person.
    A mention that somebody was ``born`` from, and was parted from since, comes last.
    """

    def order(mention: Mention) -> tuple[object, ...]:
        key = mention.key
        return (key.reference in born, -_told(key), by_day_and_key(mention))

    return min(group.core.mentions, key=order)


def _told(key: MentionKey) -> int:
    return sum(map(bool, (key.party, key.municipality, key.organization)))


def _free_slug(name: str, taken: set[str], forgotten: frozenset[str]) -> str:
    """The name's slug, numbered from the second of that name on; a retired slug is not free."""
    stem = slugify(name)
    numbered = chain((stem,), (f"{stem}-{number}" for number in count(2)))
    slug = next(each for each in numbered if each not in taken and tombstone(each) not in forgotten)
    taken.add(slug)
    return slug


def _entry(mention: Mention, slug: str) -> LedgerEntry:
    return LedgerEntry(
        slug=slug,
        name=mention.name,
        municipality=mention.key.municipality or None,
        party=mention.key.party or None,
        organization=mention.organization,
        body=mention.body,
        since=mention.day,
        mention=mention.key.reference,
    )


def _person(group: Group, rank: Mapping[str, int], newborn: LedgerEntry | None = None) -> Known:
    whole = group.whole
    entries = (newborn,) if newborn else sorted(whole.entries, key=lambda each: rank[each.slug])
    first, *retired = entries
    met = {clean(entry.name) for entry in entries}
    met.update(form for mention in whole.mentions for form in mention.forms)
    person = Person(
        slug=first.slug,
        name=first.name,
        forms=tuple(sorted(met - {first.name}, key=lambda form: (danish_sort_key(form), form))),
        replaces=tuple(entry.slug for entry in retired),
        said=_said(whole),
    )
    return Known(person=person, cluster=whole)


def _said(whole: Cluster) -> tuple[str, ...]:
    """Party and municipality, each of several; or else where somebody without them is employed."""
    seat = ("/".join(sorted(said)) for said in (whole.parties, whole.municipalities))
    employed = {entry.organization for entry in whole.entries}
    employed |= {mention.organization for mention in whole.mentions}
    return tuple(filter(None, seat)) or tuple(sorted(filter(None, employed)))[:1]


def _by_mention(known: Iterable[Known]) -> dict[MentionKey, str]:
    return {
        key: each.person.slug
        for each in known
        for mention in each.cluster.mentions
        for key in mention.keys
    }
