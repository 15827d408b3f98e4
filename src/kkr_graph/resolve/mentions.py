"""Everybody that the documents name: one mention per document and person, as far as it tells.

Inside one document a bare name means the one entry of that name that says more. Where several
entries could be meant, the bare name stays a mention of its own, for somebody to judge.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kkr_graph.model.extract import Extract
from kkr_graph.model.identity import Mention, MentionKey, mention_key
from kkr_graph.model.names import clean
from kkr_graph.resolve.order import by_day_and_key


@dataclass(frozen=True, slots=True, kw_only=True)
class _Naming:
    """One place where a document names somebody."""

    key: MentionKey
    written: str
    organization: str | None = None
    listed: bool = False  # by an entry of the attendance list, which stands for a person


def find_mentions(extracts: Sequence[Extract]) -> tuple[Mention, ...]:
    """Everybody named in attendance, appointments and statements, by day, document and name.

    A document that is given twice, as a copy under another name, counts once.
    """
    documents = {extract.document.sha256: extract for extract in extracts}
    return in_order(chain.from_iterable(map(mentions_of, documents.values())))


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions of several documents, by day, document and name."""
    return tuple(sorted(mentions, key=by_day_and_key))


def mentions_of(extract: Extract) -> Iterator[Mention]:
    """Everybody that one document names."""
    namings: dict[MentionKey, list[_Naming]] = {}
    for naming in _namings(extract):
        namings.setdefault(naming.key, []).append(naming)
    for main, also in _united(namings).items():
        yield _mention(extract, main, also, namings)


def _namings(extract: Extract) -> Iterator[_Naming]:
    """Attendance first, so that its spelling becomes the mention's name."""
    sha256 = extract.document.sha256
    for entry in extract.attendance:
        yield _Naming(
            key=mention_key(sha256, entry),
            written=entry.name,
            organization=entry.organization,
            listed=True,
        )
        yield from _others(sha256, entry)
    for appointment in extract.appointments:
        yield _Naming(key=mention_key(sha256, appointment), written=appointment.person)
        yield from _others(sha256, appointment)
    for statement in extract.statements:
        yield _Naming(key=mention_key(sha256, statement), written=statement.person)


def _others(sha256: str, fact: object) -> Iterator[_Naming]:
    for part in ("deputy_for", "replaces"):
        written = getattr(fact, part, None)
        if written:
            yield _Naming(key=MentionKey.of(sha256, written), written=written)


def _united(namings: Mapping[MentionKey, Sequence[_Naming]]) -> dict[MentionKey, list[MentionKey]]:
    """Each key that stands for a person, with the keys that can mean nobody else."""
    listed = {key for key, places in namings.items() if any(place.listed for place in places)}
    by_name: dict[str, list[MentionKey]] = {}
    for key in namings:
        by_name.setdefault(key.folded, []).append(key)
    host = {key: _host(key, by_name, alike=key not in listed) for key in namings}
    united: dict[MentionKey, list[MentionKey]] = {}
    for key in sorted(namings, key=_said):
        main = key
        while (further := host[main]) is not None:
            main = further
        united.setdefault(main, [])
        if main != key:
            united[main].append(key)
    return united


def _said(key: MentionKey) -> tuple[str, str, str, str]:
    return key.said


def _host(
    key: MentionKey, by_name: Mapping[str, Sequence[MentionKey]], *, alike: bool
) -> MentionKey | None:
    """The one key of the document that says all that ``key`` says, and more.

    A name spelt a little differently is looked at only where nobody has the name itself.
    """
    namesakes = by_name[key.folded]
    same = [other for other in namesakes if other != key and _says_more(other, key)]
    if same or not alike:
        return _only(same)
    if len(namesakes) > 1:
        return None
    others = chain.from_iterable(by_name.values())
    return _only([other for other in others if _is_alike(other, key) and _says_more(other, key)])


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
        _is_alike(host, key) and len(host.folded) > len(key.folded)
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


def _mention(
    extract: Extract,
    main: MentionKey,
    also: Sequence[MentionKey],
    namings: Mapping[MentionKey, Sequence[_Naming]],
) -> Mention:
    places = [place for key in (main, *also) for place in namings[key]]
    organizations = (clean(place.organization) for place in places if place.organization)
    return Mention(
        key=main,
        name=clean(places[0].written),
        body=extract.document.body,
        day=extract.document.date,
        organization=next(organizations, None),
        also=tuple(also),
        forms=tuple(sorted({clean(place.written) for place in places})),
        listed=any(place.listed for place in places),
    )
