"""What people type for a thing of the graph, and which thing they mean.

``DEB``, ``aalborg``, ``Erhvervshus Nord`` and ``Frimand`` are looked up among the labels of one
kind: equal when folded, then as a beginning, then word by word. A name that fits several things is
never settled by guessing, and a near spelling is only ever suggested.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kkr_graph.errors import AmbiguousName, UnknownName, quoted
from kkr_graph.model.names import danish_sort_key, fold, spelt_out
from kkr_graph.queries.bearers import NO_SEAT, Seats, no_seats, parted, seats_in
from kkr_graph.queries.concepts import concept_labels, scheme_members
from kkr_graph.queries.named import Kind
from kkr_graph.store import Graph

_CLOSE = 75.0
_MOST_SHOWN = 10
# Who sits on the board of a body sits in the body.
_BOARD_OF = re.compile(r"bestyrelsen (?:i|for|af) (?P<body>.+)|(?P<its>.+s'?) bestyrelse")
_WITH_END = re.compile(r"(?P<label>.+) \((?P<end>[^()/]+)\)")  # as two of one name are told apart

_PREFERRED = "{ ?thing skos:prefLabel ?name BIND(0 AS ?rank) }"
_LABELS = _PREFERRED + " UNION { ?thing skos:altLabel ?name BIND(1 AS ?rank) }"
_NUMBER = "?thing adms:identifier ?id . ?id skos:notation ?name"
_BODIES = "VALUES ?class { kkr:Forum kkr:ContactCouncil kkr:MunicipalCouncil } ?thing a ?class . "

# The latest meeting of a body that decided something: a notice of the next one is no minutes.
_LATEST = (
    "{ { SELECT ?held_by (MAX(?day) AS ?latest) WHERE { ?decision kkr:decidedAt/kkr:ofMeeting ?held . "
    "?held kkr:heldBy ?held_by ; kkr:meetingDate ?day } GROUP BY ?held_by } "
    "?thing kkr:heldBy ?held_by ; kkr:meetingDate ?latest . "
    "?held_by skos:prefLabel|skos:altLabel ?called "
    'VALUES ?which { "sidste" "seneste" } '
    'BIND(CONCAT(?which, " møde i ", STR(?called)) AS ?name) BIND(3 AS ?rank) }'
)

# kind -> the Danish word with its article, the bare word, and how things of the kind are named:
# ?rank 0 is the label, higher ranks are other names
_NAMED: Mapping[Kind, tuple[str, str, str]] = {
    Kind.FORUM: ("noget forum", "forum", _BODIES + _LABELS),
    Kind.COUNCIL: ("noget KKR", "KKR", "?thing a kkr:ContactCouncil . " + _LABELS),
    Kind.PERSON: (
        "nogen person",
        "person",
        "?thing a foaf:Person . { ?thing foaf:name ?name BIND(0 AS ?rank) } UNION "
        "{ ?thing skos:altLabel ?name BIND(1 AS ?rank) }",
    ),
    Kind.MUNICIPALITY: (
        "nogen kommune",
        "kommune",
        f"?thing a kkr:Municipality . {_LABELS} UNION {{ {_NUMBER} BIND(2 AS ?rank) }}",
    ),
    Kind.PARTY: (
        "noget parti",
        "parti",
        f"VALUES ?class {{ kkr:Party kkr:ElectoralList }} ?thing a ?class . {_LABELS} UNION "
        "{ ?thing kkr:listLetter|kkr:pressLetter ?name BIND(2 AS ?rank) }",
    ),
    Kind.MEETING: (
        "noget møde",
        "møde",
        f"?thing a kkr:Meeting ; kkr:meetingDate ?date . {_PREFERRED} UNION "
        "{ ?thing kkr:heldBy ?body ; kkr:meetingDate ?held . "
        "?body skos:prefLabel|skos:altLabel ?label "
        'BIND(CONCAT(STR(?label), " ", STR(?held)) AS ?name) BIND(1 AS ?rank) } UNION '
        "{ ?thing kkr:meetingDate ?on BIND(STR(?on) AS ?name) BIND(2 AS ?rank) } UNION " + _LATEST,
    ),
    Kind.ITEM: (
        "noget punkt",
        "punkt",
        "?thing a kkr:AgendaItem ; dcterms:title ?name BIND(0 AS ?rank)",
    ),
    Kind.CASE: ("nogen sag", "sag", f"?thing a kkr:Case . {_NUMBER} BIND(0 AS ?rank)"),
    Kind.TERM: ("nogen valgperiode", "valgperiode", "?thing a kkr:ElectoralTerm . " + _LABELS),
}
_SCHEMES: Mapping[Kind, tuple[str, str, str]] = {
    Kind.ROLE: ("nogen rolle", "rolle", "roles"),
    Kind.OUTCOME: ("noget udfald", "udfald", "outcomes"),
    Kind.STATUS: ("nogen fremmødestatus", "status", "attendance"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """The one thing that was meant; the looser the match, the higher the number."""

    iri: str
    label: str
    looseness: int = 0  # 0 the name itself, 1 its beginning, 2 the beginnings of its words


class Names:
    """The names of one kind of thing in one graph; a thing's first name is its label."""

    def __init__(
        self, kind: Kind, pairs: Iterable[tuple[str, str]], seats: Seats = no_seats
    ) -> None:
        self._kind = kind
        self._seats = seats
        self._labels: dict[str, str] = {}
        self._by_name: dict[str, set[str]] = {}
        self._by_spelling: dict[str, set[str]] = {}  # as those write who have no Danish letters
        for iri, name in pairs:
            self._labels.setdefault(iri, name)
            self._by_name.setdefault(fold(name), set()).add(iri)
            self._by_spelling.setdefault(spelt_out(name), set()).add(iri)

    def find(self, typed: str) -> Found:
        """The thing that is meant by what was typed.

        Raises:
            AmbiguousName: several things fit.
            UnknownName: nothing does.
        """
        if iri := self._told_apart(typed):
            return Found(iri, self._labels[iri])
        for looseness, matches in self._steps(typed):
            if len(matches) == 1:
                (iri,) = matches
                return Found(iri, self._labels[iri], looseness)
            if matches:
                raise self._ambiguous(typed, matches)
        if iri := self._with_seat(typed):
            return Found(iri, self._labels[iri])
        raise self._unknown(typed)

    def _told_apart(self, typed: str) -> str | None:
        """An IRI, or a label with the end of one: ``Jens Jensen (jens-jensen-2)``."""
        if typed in self._labels:
            return typed
        if not (match := _WITH_END.fullmatch(typed.strip())):
            return None
        called = self._by_name.get(fold(match["label"]), set())
        meant = [iri for iri in called if iri.endswith(f"/{match['end']}")]
        return meant[0] if len(meant) == 1 else None

    def _with_seat(self, typed: str) -> str | None:
        """The one of a name of whom is known what is said behind it, as in ``Jens Jensen (A)``."""
        for name, said in parted(typed):
            bearers = self._by_name.get(name, set())
            seats = self._seats(bearers) if bearers else {}
            meant = [iri for iri in bearers if said <= seats.get(iri, NO_SEAT).words]
            if len(meant) == 1:
                return meant[0]
        return None

    def _steps(self, typed: str) -> Iterator[tuple[int, set[str]]]:
        """From the strictest way of matching to the loosest."""
        forms = list(_forms(typed))
        tries = ((self._by_name, forms), (self._by_spelling, [spelt_out(form) for form in forms]))
        for known, written in tries:
            for form in written:
                yield 0, known.get(form, set())
        for looseness, fits in ((1, str.startswith), (2, _word_by_word)):
            for known, written in tries:
                for form in written:
                    names = (iris for name, iris in known.items() if fits(name, form))
                    yield looseness, set().union(*names)

    def _ambiguous(self, typed: str, iris: set[str]) -> AmbiguousName:
        word = _wording(self._kind)[1]
        shown = self._distinct(iris)
        more = f" De første {_MOST_SHOWN} er vist." if len(shown) > _MOST_SHOWN else ""
        is_one_name = len({self._labels[iri] for iri in iris}) == 1
        wanted = (
            "Skriv parti eller kommune efter navnet." if is_one_name else "Skriv navnet helt ud."
        )
        return AmbiguousName(
            f"{quoted(typed)} kan være {len(iris)} forskellige.",
            f"{wanted}{more}",
            [f"{label} ({word})" for label in shown[:_MOST_SHOWN]],
            typed,
        )

    def _distinct(self, iris: set[str]) -> list[str]:
        """Labels in Danish order; party and municipality tell two of one name apart, or else the IRI."""
        counts = Counter(self._labels[iri] for iri in iris)
        namesakes = {iri for iri in iris if counts[self._labels[iri]] > 1}
        seats = self._seats(namesakes) if namesakes else {}
        called = {
            iri: seats.get(iri, NO_SEAT).called(self._labels[iri]) if iri in namesakes
            else self._labels[iri]
            for iri in iris
        }  # fmt: skip
        return sorted(
            (
                name if self._is_enough(name, iri) else f"{name} <{iri}>"
                for iri, name in called.items()
            ),
            key=danish_sort_key,
        )

    def _is_enough(self, name: str, iri: str) -> bool:
        """Whether a name means this thing and no other."""
        return self._by_name.get(fold(name)) == {iri} or self._with_seat(name) == iri

    def called(self, name: str) -> str | None:
        """The label of the one thing that has exactly this name; None where not one has."""
        things = {iri for form in _forms(name) for iri in self._by_name.get(form, ())}
        return self._labels[things.pop()] if len(things) == 1 else None

    def begun(self, name: str) -> str | None:
        """The label of the one thing whose names, or one of them, begin so; None where not one's do."""
        form = fold(name)
        things = {
            iri
            for known, iris in self._by_name.items()
            if known.startswith((f"{form} ", f"{form}, "))
            for iri in iris
        }
        return self._labels[things.pop()] if len(things) == 1 else None

    def _unknown(self, typed: str) -> UnknownName:
        from rapidfuzz import fuzz, process  # which a name that is known does without

        near = process.extract(
            fold(typed), list(self._by_name), scorer=fuzz.WRatio, limit=5, score_cutoff=_CLOSE
        )
        iris = dict.fromkeys(iri for name, _, _ in near for iri in sorted(self._by_name[name]))
        labels = list(dict.fromkeys(self._labels[iri] for iri in iris))[:5]
        return UnknownName(typed, [_wording(self._kind)[0]], labels)


def _wording(kind: Kind) -> tuple[str, str]:
    article, word, _ = _NAMED[kind] if kind in _NAMED else _SCHEMES[kind]
    return article, word


def kind_wanted(kind: Kind) -> str:
    """What is said to be missing where nothing of the kind has a name, as ``noget forum``."""
    return _wording(kind)[0]


def with_article(wanted: str) -> str:
    """``et forum`` for ``noget forum``."""
    return wanted.replace("noget ", "et ", 1).replace("nogen ", "en ", 1)


def _forms(typed: str) -> Iterator[str]:
    """What was typed, and then without ``bestyrelsen for``, a Danish genitive or ``Kommune``."""
    form = fold(typed)
    if not form:
        return
    yield form
    if board := _BOARD_OF.fullmatch(form):
        form = board["body"] or board["its"]
        yield form
    short = form.removesuffix(" kommune")
    for ending in ("'s", "s", "'"):
        if short.endswith(ending) and len(short) > len(ending) + 2:
            yield short.removesuffix(ending)
            break
    else:
        if short != form:
            yield short


def _word_by_word(name: str, typed: str) -> bool:
    """Every typed word begins a word of the name, in the name's order."""
    words = iter(name.split())
    return all(any(word.startswith(part) for word in words) for part in typed.split())


def names_of(graph: Graph, kind: Kind) -> Names:
    """The names of one kind, read from the graph or, for roles and the like, the ontology."""
    if kind in _SCHEMES:
        return Names(kind, _concepts(_SCHEMES[kind][2]))
    where = _NAMED[kind][2]
    rows = graph.select(f"SELECT DISTINCT ?thing ?rank ?name WHERE {{ {where} }}").rows
    triples = sorted((row["thing"].value, row["rank"].value, row["name"].value) for row in rows)
    seats = seats_in(graph) if kind is Kind.PERSON else no_seats
    return Names(kind, [(iri, name) for iri, _, name in triples], seats)


def _concepts(scheme: str) -> Iterator[tuple[str, str]]:
    for iri in scheme_members()[scheme]:
        yield iri, concept_labels()[iri]
        yield iri, iri.rpartition("/")[2]
