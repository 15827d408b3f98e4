"""Everybody that the documents name: one mention per document and person, as far as it tells.

Inside one document a bare name means the one entry of that name that says more, or the one entry of
the attendance list whose name goes on where it stops: "Bo Holm" beside "Bo Holm Lund". Where several
entries could be meant, the bare name stays a mention of its own, for somebody to judge.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain

from kkr_graph.model.extract import Attendance, Extract
from kkr_graph.model.identity import Mention, MentionKey
from kkr_graph.model.names import clean
from kkr_graph.model.namings import Naming, namings_of
from kkr_graph.resolve.order import by_day_and_key


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions of several documents, by day, document and name."""
    return tuple(sorted(mentions, key=by_day_and_key))


def mentions_of(extract: Extract) -> Iterator[Mention]:
    """Everybody that one document names; the first spelling, that of the attendance, is the name."""
    namings: dict[MentionKey, list[Naming]] = {}
    for naming in namings_of(extract):
        namings.setdefault(naming.key, []).append(naming)
    for main, also in _united(namings).items():
        yield _mention(extract, main, also, namings)


def _united(namings: Mapping[MentionKey, Sequence[Naming]]) -> dict[MentionKey, list[MentionKey]]:
    """Each key that stands for a person, with the keys that can mean nobody else."""
    listed = {key for key, places in namings.items() if any(map(_is_listed, places))}
    by_name: dict[str, list[MentionKey]] = {}
    for key in namings:
        by_name.setdefault(key.folded, []).append(key)
    host = {key: _host(key, by_name, listed) for key in namings}
    united: dict[MentionKey, list[MentionKey]] = {}
    for key in sorted(namings, key=_said):
        main = key
        while (further := host[main]) is not None:
            main = further
        united.setdefault(main, [])
        if main != key:
            united[main].append(key)
    return united


def _is_listed(place: Naming) -> bool:
    """Whether an entry of the attendance list names somebody: such an entry stands for a person."""
    return isinstance(place.fact, Attendance)


def _said(key: MentionKey) -> tuple[str, str, str, str]:
    return key.said


def _host(
    key: MentionKey, by_name: Mapping[str, Sequence[MentionKey]], listed: Set[MentionKey]
) -> MentionKey | None:
    """The one key of the document that says all that ``key`` says, and more.

    A name spelt a little differently is looked at only where nobody has the name itself, and one
    that goes on only where nobody has either.
    """
    namesakes = by_name[key.folded]
    same = [other for other in namesakes if other != key and _says_more(other, key)]
    if same or key in listed:
        return _only(same)
    if len(namesakes) > 1:
        return None
    others = [other for other in chain.from_iterable(by_name.values()) if _says_more(other, key)]
    alike = [other for other in others if _is_alike(other, key)]
    return _only(alike or [each for each in others if each in listed and _goes_on(each, key)])


def _only(hosts: Sequence[MentionKey]) -> MentionKey | None:
    """The one host that says most, if there is exactly one."""
    most = [host for host in hosts if not any(_says_more(other, host) for other in hosts)]
    return most[0] if len(most) == 1 else None


def _says_more(host: MentionKey, key: MentionKey) -> bool:
    """Whether ``host`` agrees with all that ``key`` says and adds something to it."""
    pairs = (
        (host.party, key.party),
        (host.municipality, key.municipality),
        (host.organization, key.organization),
    )
    if any(said and said != more for more, said in pairs):
        return False
    return any(more and not said for more, said in pairs) or (
        len(host.folded) > len(key.folded) and (_is_alike(host, key) or _goes_on(host, key))
    )


def _is_alike(left: MentionKey, right: MentionKey) -> bool:
    """Whether the names differ by exactly one initial in the middle, and in no other letter."""
    short, long = sorted((left.folded.split(), right.folded.split()), key=len)
    if len(long) != len(short) + 1 or len(short) < 2:
        return False
    return any(
        len(long[place]) == 1 and long[:place] + long[place + 1 :] == short
        for place in range(1, len(long) - 1)
    )


def _goes_on(host: MentionKey, key: MentionKey) -> bool:
    """Whether ``key`` is the beginning of the name, a surname in it, without those that follow."""
    short, long = key.folded.split(), host.folded.split()
    following = long[len(short) :]
    is_whole = all(len(word) > 1 for word in (*short, *following))
    return len(short) > 1 and bool(following) and is_whole and long[: len(short)] == short


def _mention(
    extract: Extract,
    main: MentionKey,
    also: Sequence[MentionKey],
    namings: Mapping[MentionKey, Sequence[Naming]],
) -> Mention:
    places = [place for key in (main, *also) for place in namings[key]]
    attended = [place.fact for place in places if isinstance(place.fact, Attendance)]
    organizations = (clean(fact.organization) for fact in attended if fact.organization)
    return Mention(
        key=main,
        name=clean(places[0].name),
        body=extract.document.body,
        day=extract.document.date,
        organization=next(organizations, None),
        also=tuple(also),
        forms=tuple(sorted({clean(place.name) for place in places})),
        listed=len(attended) > 0,
    )
