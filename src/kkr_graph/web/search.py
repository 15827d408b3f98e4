"""The one search box: what in the graph is called something like what was typed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from kkr_graph.iri import slugify
from kkr_graph.model.names import danish_sort_key, fold
from kkr_graph.network.elements import NodeKind
from kkr_graph.network.facts import Facts
from kkr_graph.queries.days import with_iso_days
from kkr_graph.store import Graph
from kkr_graph.web.wording import written_day

MOST_SHOWN = 25  # of one kind
_CLOSE = 70.0
_MANY = {
    NodeKind.PERSON: "Personer",
    NodeKind.BODY: "Fora og KKR",
    NodeKind.MUNICIPALITY: "Kommuner",
    NodeKind.PARTY: "Partier og lister",
    NodeKind.MEETING: "Møder",
}
_ITEMS, _CASES, _DOCUMENTS = "Punkter på dagsordener", "Sager", "Dokumenter"
_NAMED = frozenset(_MANY.values())


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found; ``forms`` are its names, folded."""

    iri: str
    kind: str  # a heading, as "Personer"
    label: str
    note: str
    forms: tuple[str, ...]
    newest_first: str = ""

    def rank(self, typed: tuple[str, ...]) -> int | None:
        """How well it fits, 0 best; None where it does not."""
        fits = (_fit(form, wanted) for form in self.forms for wanted in typed if wanted)
        return min((fit for fit in fits if fit is not None), default=None)


def _fit(name: str, typed: str) -> int | None:
    if name == typed:
        return 0
    if name.startswith(typed):
        return 1
    words = name.split()
    if all(any(word.startswith(part) for word in words) for part in typed.split()):
        return 2
    return 3 if typed in name and len(typed) > 2 else None


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind, the best first; ``total`` counts those not shown too."""

    kind: str
    hits: tuple[Entry, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """What was found. ``certain`` is the one thing that was meant, if that is clear."""

    groups: tuple[Group, ...] = ()
    certain: Entry | None = None
    near: tuple[Entry, ...] = ()

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(group.total for group in self.groups)


class Index:
    """Everything that can be found in one graph."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)

    def search(self, typed: str, *, now: date) -> Hits:
        """What fits, by kind; near spellings where nothing does."""
        forms = _typed_forms(typed, now)
        if not any(forms):
            return Hits()
        ranked = [
            (rank, entry) for entry in self.entries if (rank := entry.rank(forms)) is not None
        ]
        if not ranked:
            return Hits(near=self._near(typed))
        return Hits(groups=tuple(_groups(ranked)), certain=_certain(ranked))

    def labels(self, kind: str) -> tuple[str, ...]:
        """The labels of one kind, in Danish order."""
        found = {entry.label for entry in self.entries if entry.kind == kind}
        return tuple(sorted(found, key=danish_sort_key))

    def _near(self, typed: str) -> tuple[Entry, ...]:
        named = [entry for entry in self.entries if entry.kind in _NAMED]
        forms = [entry.forms[0] for entry in named]
        found = process.extract(
            fold(typed), forms, scorer=fuzz.WRatio, limit=5, score_cutoff=_CLOSE
        )
        return tuple(named[at] for _, _, at in found)


def _typed_forms(typed: str, now: date) -> tuple[str, ...]:
    words = fold(typed)
    short = words.removesuffix(" kommune")
    latin = slugify(typed).replace("-", " ") if words else ""
    return tuple(dict.fromkeys((words, short, latin, fold(with_iso_days(typed, now=now)))))


def _certain(ranked: list[tuple[int, Entry]]) -> Entry | None:
    """The only thing of that name; or the only name that fits, whatever titles fit too."""
    for most in (0, 3):
        meant = {e.iri: e for rank, e in ranked if rank <= most and e.kind in _NAMED}
        if len(meant) == 1:
            return next(iter(meant.values()))
        if meant:
            return None
    return ranked[0][1] if len(ranked) == 1 else None


def _groups(ranked: list[tuple[int, Entry]]) -> Iterator[Group]:
    for kind in (*_MANY.values(), _ITEMS, _CASES, _DOCUMENTS):
        of_kind = [(rank, entry) for rank, entry in ranked if entry.kind == kind]
        of_kind.sort(key=lambda pair: pair[1].newest_first, reverse=True)
        of_kind.sort(key=lambda pair: (pair[0], *_by_name(pair[1])))
        if of_kind:
            hits = tuple(entry for _, entry in of_kind[:MOST_SHOWN])
            yield Group(kind, hits, len(of_kind))


def _by_name(entry: Entry) -> tuple[str, ...]:
    return () if entry.newest_first else (danish_sort_key(entry.label),)


def build_index(graph: Graph) -> Index:
    """Read the names of everything in the graph that has a page."""
    facts = Facts(graph)
    return Index((*_nodes(facts), *_items(facts), *_cases(graph), *_documents(graph)))


def _nodes(facts: Facts) -> Iterator[Entry]:
    for iri, node in facts.nodes.items():
        numbers = [value for heading, value in node.notes if heading == "Kommunekode"]
        letters = [facts.list_letters[iri]] if iri in facts.list_letters else []
        held = facts.meetings[iri].day.isoformat() if iri in facts.meetings else ""
        when = [f"{facts.label(facts.meetings[iri].body)} {held}", held] if held else []
        names = (*facts.names_of(iri), *numbers, *letters, *when)
        yield Entry(
            iri=iri,
            kind=_MANY.get(node.kind, ""),
            label=node.label,
            note=", ".join(facts.names_of(iri)[1:]),
            forms=_forms(names),
            newest_first=held,
        )


def _items(facts: Facts) -> Iterator[Entry]:
    for iri, item in facts.items.items():
        meeting = facts.meetings.get(item.meeting)
        yield Entry(
            iri=iri,
            kind=_ITEMS,
            label=f"{item.number} {item.title}",
            note=facts.label(item.meeting),
            forms=_forms((item.title,)),
            newest_first=meeting.day.isoformat() if meeting else "0",
        )


def _cases(graph: Graph) -> Iterator[Entry]:
    pattern = "?s a kkr:Case ; adms:identifier/skos:notation ?o"
    for iri, number in _pairs(graph, pattern):
        yield Entry(iri=iri, kind=_CASES, label=number, note="", forms=_forms((number,)))


def _documents(graph: Graph) -> Iterator[Entry]:
    days = dict(_pairs(graph, "?s a kkr:SourceDocument ; dcterms:date ?o"))
    for iri, name in _pairs(graph, "?s a kkr:SourceDocument ; dcterms:title ?o"):
        day = days.get(iri, "")
        forms = _forms((name, day))
        yield Entry(iri, _DOCUMENTS, name, written_day(day), forms, newest_first=day or "0")


def _pairs(graph: Graph, pattern: str) -> list[tuple[str, str]]:
    rows = graph.select(f"SELECT DISTINCT ?s ?o WHERE {{ {pattern} }}").rows
    return sorted((row["s"].value, row["o"].value) for row in rows)


def _forms(names: Iterable[str]) -> tuple[str, ...]:
    """Each name folded, and with Danish letters written as those without them write them."""
    known = [name for name in names if name]
    latin = (slugify(name).replace("-", " ") for name in known)
    return tuple(dict.fromkeys((*(fold(name) for name in known), *latin)))
