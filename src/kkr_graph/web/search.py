"""The one search box: what in the graph is called something like what was typed."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rapidfuzz import fuzz, process

from kkr_graph.iri import slugify
from kkr_graph.model.names import danish_sort_key, fold, spelt_out
from kkr_graph.queries import Kind
from kkr_graph.queries.days import with_iso_days

MOST_SHOWN = 25  # of one kind
_CLOSE = 70.0
_SHORTEST_NEAR = 4  # letters of a name: anything resembles a shorter one
_PEOPLE, _BODIES, _MUNICIPALITIES = "Personer", "Fora og KKR", "Kommuner"
_PARTIES, _MEETINGS, _TERMS = "Partier og lister", "Møder", "Valgperioder"
_ITEMS, _CASES, _DOCUMENTS = "Punkter på dagsordener", "Sager", "Dokumenter"
HEADINGS = (
    _PEOPLE, _BODIES, _MUNICIPALITIES, _PARTIES, _MEETINGS, _TERMS, _ITEMS, _CASES, _DOCUMENTS,
)  # fmt: skip
_NAMED = frozenset((_PEOPLE, _BODIES, _MUNICIPALITIES, _PARTIES, _MEETINGS))


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found; ``forms`` are its names, folded and spelt out."""

    iri: str
    kind: str  # a heading, as "Personer"
    label: str
    note: str
    forms: tuple[str, ...]
    newest_first: str = ""
    fits: frozenset[Kind] = frozenset()  # the parameters that take it

    def rank(self, typed: Iterable[str]) -> int | None:
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
        # whatever fits has every typed word somewhere in its names: a look through these is quick
        self._searched = tuple("\n".join(entry.forms) for entry in self.entries)

    def search(self, typed: str, *, now: date, kinds: Collection[Kind] = ()) -> Hits:
        """What fits, by heading; near spellings where nothing does.

        Args:
            typed: a name, a part of one, or a day.
            now: what today means.
            kinds: only what a parameter of one of these kinds takes; by default everything.
        """
        forms = [form for form in _typed_forms(typed, now) if form]
        if not forms:
            return Hits()
        wanted = frozenset(kinds)
        ranked = [
            (rank, entry)
            for entry in self._having(forms)
            if (not wanted or wanted & entry.fits) and (rank := entry.rank(forms)) is not None
        ]
        if not ranked:
            return Hits(near=self._near(typed, wanted))
        return Hits(groups=tuple(_groups(ranked)), certain=_certain(ranked))

    def all_of(self, kinds: Collection[Kind]) -> Hits:
        """Everything that a parameter of one of the kinds takes, in Danish order."""
        wanted = frozenset(kinds)
        return Hits(groups=tuple(_groups([(0, e) for e in self.entries if wanted & e.fits])))

    def labels(self, kind: Kind) -> tuple[str, ...]:
        """What a parameter of that kind takes, by its labels in Danish order."""
        found = {entry.label for entry in self.entries if kind in entry.fits}
        return tuple(sorted(found, key=danish_sort_key))

    def written(self, entry: Entry) -> str:
        """What to write so that this one is meant: the label, with the end of the IRI if need be."""
        names = (self._names[kind, fold(entry.label)] for kind in entry.fits)
        is_alone = max(names, default=1) == 1
        return entry.label if is_alone else f"{entry.label} ({entry.iri.rpartition('/')[2]})"

    def of_iri(self, iri: str) -> Entry | None:
        """The entry of a thing."""
        return self._by_iri.get(iri)

    @cached_property
    def _by_iri(self) -> dict[str, Entry]:
        return {entry.iri: entry for entry in self.entries}

    @cached_property
    def _names(self) -> Counter[tuple[Kind, str]]:
        """How many things of a kind have a name."""
        return Counter(
            (kind, form) for entry in self.entries for kind in entry.fits for form in entry.forms
        )

    def _having(self, forms: Sequence[str]) -> Iterator[Entry]:
        wanted = [form.split() for form in forms]
        for searched, entry in zip(self._searched, self.entries, strict=True):
            if any(all(word in searched for word in words) for words in wanted):
                yield entry

    def _near(self, typed: str, kinds: frozenset[Kind]) -> tuple[Entry, ...]:
        forms = [
            (form, entry)
            for entry in self.entries
            if (kinds & entry.fits if kinds else entry.kind in _NAMED)
            for form in entry.forms
            if len(form) >= _SHORTEST_NEAR
        ]
        found = process.extract(
            fold(typed), [form for form, _ in forms], scorer=fuzz.WRatio, limit=15,
            score_cutoff=_CLOSE,
        )  # fmt: skip
        return tuple({forms[at][1].iri: forms[at][1] for _, _, at in found}.values())[:5]


def _typed_forms(typed: str, now: date) -> tuple[str, ...]:
    words = fold(typed)
    short = words.removesuffix(" kommune")
    spelt = spelt_out(typed)
    latin = slugify(typed).replace("-", " ") if words else ""
    days = fold(with_iso_days(typed, now=now))
    return tuple(dict.fromkeys((words, short, spelt, latin, days)))


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
    for kind in HEADINGS:
        of_kind = [(rank, entry) for rank, entry in ranked if entry.kind == kind]
        of_kind.sort(key=lambda pair: pair[1].newest_first, reverse=True)
        of_kind.sort(key=lambda pair: (pair[0], *_by_name(pair[1])))
        if of_kind:
            hits = tuple(entry for _, entry in of_kind[:MOST_SHOWN])
            yield Group(kind, hits, len(of_kind))


def _by_name(entry: Entry) -> tuple[str, ...]:
    return () if entry.newest_first else (danish_sort_key(entry.label), entry.iri)


def name_forms(names: Iterable[str]) -> tuple[str, ...]:
    """Each name folded, and with Danish letters written as those without them write them."""
    known = [name for name in names if name]
    latin = (slugify(name).replace("-", " ") for name in known)
    spelt = (spelt_out(name) for name in known)
    return tuple(dict.fromkeys((*(fold(name) for name in known), *spelt, *latin)))
