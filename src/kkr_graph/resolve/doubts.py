"""What the rules leave for a person to judge, with the reason in Danish."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kkr_graph.model.identity import Doubt, Mention, Person
from kkr_graph.resolve.clusters import YEARS_APART, Apart, Cluster, could_be
from kkr_graph.resolve.order import by_day_and_key
from kkr_graph.resolve.scripts import foreign_letters, latin_lookalike
from kkr_graph.resolve.weighing import are_seen_apart

_ALIKE = "i samme parti og kommune. Er det samme person?"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Known:
    """A person with all that is said of it."""

    person: Person
    cluster: Cluster


def find_doubts(
    known: Sequence[Known], doubtful: Iterable[Cluster], disguised: Iterable[Cluster], apart: Apart
) -> tuple[Doubt, ...]:
    """Mentions without a person, and namesakes that nobody has told apart, by day and document."""
    bearers: dict[str, list[Known]] = {}
    for each in known:
        for name in each.cluster.names:
            bearers.setdefault(name, []).append(each)
    doubts = [*_pairs(bearers, apart), *_alike(known, apart)]
    for cluster in doubtful:
        candidates = _candidates(cluster, cluster.names, bearers, apart)
        doubts += _unresolved(cluster, candidates, _why_open(cluster, candidates))
    for cluster in disguised:
        names = [latin_lookalike(name) for name in cluster.names]
        candidates = _candidates(cluster, names, bearers, apart)
        doubts += _unresolved(cluster, candidates, _why_disguised(cluster))
    return tuple(sorted(set(doubts), key=_order))  # a set: people may share several names


def _order(doubt: Doubt) -> tuple[object, ...]:
    return (by_day_and_key(doubt.mention), doubt.subject, doubt.candidates)


def _candidates(
    cluster: Cluster, names: Iterable[str], bearers: Mapping[str, Sequence[Known]], apart: Apart
) -> tuple[str, ...]:
    """The slugs of those who bear one of the names and are not judged to be somebody else."""
    found = {each for name in names for each in bearers.get(name, ())}
    return tuple(
        sorted(each.person.slug for each in found if not apart.is_denied(cluster, each.cluster))
    )


def _unresolved(cluster: Cluster, candidates: tuple[str, ...], reason: str) -> list[Doubt]:
    return [
        Doubt(mention=mention, candidates=candidates, reason=reason) for mention in cluster.mentions
    ]


def _why_open(cluster: Cluster, candidates: Sequence[str]) -> str:
    if not candidates:
        return "Vurderingerne siger, hvem der ikke menes, men ikke hvem der menes."
    if not cluster.is_bare:
        return "Oplysningerne passer på flere personer af samme navn."
    known = "En kendt person" if len(candidates) == 1 else "Flere kendte personer"
    return (
        "Dokumentet giver kun navnet, hverken parti, kommune eller organisation. "
        f"{known} har samme navn."
    )


def _why_disguised(cluster: Cluster) -> str:
    letters = dict.fromkeys(
        char for name in sorted(cluster.names) for char in foreign_letters(name)
    )
    shown = ", ".join(f"»{char}« (U+{ord(char):04X})" for char in letters)
    return f"Navnet er skrevet med bogstaver fra et andet alfabet, der ligner latinske: {shown}."


def _pairs(bearers: Mapping[str, Sequence[Known]], apart: Apart) -> Iterator[Doubt]:
    """Every two people of one name, unless somebody has judged, or a list shows, that they are two."""
    for namesakes in bearers.values():
        for elder, younger in combinations(namesakes, 2):
            sides = elder.cluster, younger.cluster
            if not (apart.is_denied(*sides) or are_seen_apart(*sides)):
                yield from _pair(elder, younger, _why_two(elder.cluster, younger.cluster, apart))


def _alike(known: Iterable[Known], apart: Apart) -> Iterator[Doubt]:
    """Every two people of one party and municipality, one of whom has a name more in the middle.

    They are never joined by a rule; but nobody would notice that one person became two.
    """
    places: dict[tuple[str, ...], list[tuple[Known, list[str]]]] = {}
    for each in known:
        for name, seat in product(each.cluster.names, each.cluster.seats):
            words = name.split()  # none at all where somebody wrote a dot for a name
            ends = (*words[:1], *words[1:][-1:])
            places.setdefault((*ends, *seat), []).append((each, words[1:-1]))
    for bearers in places.values():
        for (elder, short), (younger, long) in combinations(bearers, 2):
            if (
                (set(short) < set(long) or set(long) < set(short))
                and elder.cluster.names.isdisjoint(younger.cluster.names)
                and not apart.is_denied(elder.cluster, younger.cluster)
            ):
                names = f"{elder.person.name} og {younger.person.name}"
                yield from _pair(elder, younger, f"Næsten samme navn, {names}, {_ALIKE}")


def _pair(elder: Known, younger: Known, reason: str) -> Iterator[Doubt]:
    """The doubt stands at the younger; at the elder where no document names the younger now."""
    about, other = (younger, elder) if younger.cluster.mentions else (elder, younger)
    if about.cluster.mentions:
        yield Doubt(
            mention=_first(about.cluster),
            candidates=(other.person.slug,),
            reason=reason,
            person=about.person.slug,
        )


def _first(cluster: Cluster) -> Mention:
    return min(cluster.mentions, key=by_day_and_key)


def _why_two(elder: Cluster, younger: Cluster, apart: Apart) -> str:
    asked = " Det er set efter, men ikke afklaret." if apart.between(elder, younger) else ""
    differences = list(_differences(elder, younger))
    if not differences:
        return f"Samme navn, og intet andet siger, om det er samme person.{asked}"
    return f"Samme navn, men {' og '.join(differences)}. Er det samme person?{asked}"


def _differences(elder: Cluster, younger: Cluster) -> Iterator[str]:
    stated = (
        ("forskelligt parti", elder.parties, younger.parties),
        ("forskellig kommune", elder.municipalities, younger.municipalities),
        ("forskellig organisation", elder.employers, younger.employers),
    )
    for what, left, right in stated:
        if left and right and left.isdisjoint(right):
            yield f"{what} ({'/'.join(sorted(left))} og {'/'.join(sorted(right))})"
    if not could_be(elder, younger):
        yield f"mere end {YEARS_APART} år imellem"
