"""Which person is meant, and every way in which the data write the name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kkr_graph.config import Config
from kkr_graph.curation.judgements import read_judgements
from kkr_graph.curation.ledger import read_ledger
from kkr_graph.errors import ConfigError, StoreError
from kkr_graph.iri import Minter
from kkr_graph.model.components import connected
from kkr_graph.model.identity import Judgement, LedgerEntry, Verdict
from kkr_graph.model.names import clean, fold
from kkr_graph.store import Graph
from kkr_graph.store.embedded import open_graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the ledger, or a name alone.

    ``handles`` is what judgements call the person. ``namesakes`` are others of the ledger who have
    one of the names; what only a name tells may be about them.
    """

    name: str
    slugs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    handles: frozenset[str] = frozenset()
    namesakes: tuple[str, ...] = ()

    @property
    def folded(self) -> frozenset[str]:
        """The names as they are compared."""
        return frozenset(fold(name) for name in self.names)

    def is_side(self, handle: str) -> bool:
        """Whether a judgement that names this handle is about the person."""
        if handle in self.handles:
            return True
        said = handle.partition(":")[2]  # empty for an identity
        return bool(said) and not self.namesakes and said.partition("|")[0] in self.folded


def find_person(config: Config, typed: str) -> Person:
    """Who is meant by a name or by an identity of the ledger.

    Raises:
        ConfigError: Nobody can be meant, or several people of the ledger.
    """
    if not fold(typed):
        raise ConfigError("der er ikke skrevet noget navn", "Skriv navnet, som det står i grafen.")
    ledger, judgements = read_ledger(config.ledger), read_judgements(config.judgements)
    slugs = _slugs(ledger, judgements, typed)
    if not slugs:
        _refuse_part_of_a_name(ledger, typed)
    own = [entry for entry in ledger if entry.slug in slugs]
    forms = _forms(config, slugs)
    names = dict.fromkeys(clean(name) for name in (*(each.name for each in own), *forms, typed))
    if own:
        names.pop(typed if typed in slugs else "", None)
    folded = {fold(name) for name in names}
    births = (entry.mention for entry in own if entry.mention)
    return Person(
        name=own[0].name if own else clean(typed),
        slugs=slugs,
        names=tuple(names),
        handles=_tied({*slugs, *births}, judgements),
        namesakes=tuple(
            each.slug for each in ledger if each.slug not in slugs and fold(each.name) in folded
        ),
    )


def _slugs(
    ledger: Sequence[LedgerEntry], judgements: Sequence[Judgement], typed: str
) -> tuple[str, ...]:
    """The identities of whoever is meant; those that were judged to be one belong together."""
    found = [entry.slug for entry in ledger if entry.slug == typed] or [
        entry.slug for entry in ledger if fold(entry.name) == fold(typed)
    ]
    slugs = {entry.slug for entry in ledger}
    parts = {tuple(sorted(_tied({slug}, judgements) & slugs)) for slug in found}
    if len(parts) > 1:
        raise ConfigError(
            f"{len(parts)} personer hedder {typed}: {', '.join(sorted(found))}",
            "Skriv identiteten i stedet for navnet.",
        )
    return parts.pop() if parts else ()


def _refuse_part_of_a_name(ledger: Iterable[LedgerEntry], typed: str) -> None:
    """A name that many may share is nobody's: what is removed by it would be of others too."""
    words = set(fold(typed).split())
    meant = sorted({each.name for each in ledger if words <= set(fold(each.name).split())})
    if meant or len(words) < 2:
        shown = ", ".join(meant[:5]) + (" …" if len(meant) > 5 else "")
        raise ConfigError(
            f"ingen hedder netop {typed}" + (f"; måske menes {shown}" if meant else ""),
            "Skriv hele navnet, som det står i grafen eller dokumentet.",
        )


def _tied(handles: set[str], judgements: Iterable[Judgement]) -> frozenset[str]:
    ties = [(each.left, each.right) for each in judgements if each.verdict == Verdict.POSITIVE]
    nodes = dict.fromkeys([*sorted(handles), *(side for tie in ties for side in tie)])
    parts = connected(nodes, ties)
    return frozenset(handle for part in parts if handles & set(part) for handle in part)


def _forms(config: Config, slugs: Iterable[str]) -> list[str]:
    """Every way in which the last build met the name."""
    graph = graph_of(config)
    minter = Minter(config.base)
    forms: list[str] = []
    for slug in slugs if graph else ():
        assert graph is not None
        rows = graph.select(
            f"SELECT DISTINCT ?name WHERE {{ <{minter.person(slug)}> foaf:name|skos:altLabel ?name }}"
        ).rows
        forms += sorted(row["name"].value for row in rows)
    return forms


def graph_of(config: Config) -> Graph | None:
    """The graph of the last build; None where there is none."""
    try:
        return open_graph(config.out)
    except StoreError:
        return None
