"""Other names of bodies, as staff add them beside those of the registry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kkr_graph.curation.tables import append_rows, read_rows, remove_rows
from kkr_graph.errors import ConfigError, RegistryError
from kkr_graph.iri import digest
from kkr_graph.lock import one_hand
from kkr_graph.model.names import clean, fold
from kkr_graph.model.registry import Registry

COLUMNS = ("name", "body", "by", "day")
_SHORTEST = 2  # letters: one alone means a party, or nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyName:
    """Somebody's word that documents call a body of the registry by this name as well."""

    name: str
    body: str  # its slug
    by: str
    day: date

    @property
    def id(self) -> str:
        """What it is called where somebody takes it back."""
        return digest(self.name, self.body)[:10]


def read_body_names(path: Path) -> tuple[BodyName, ...]:
    """All of them, in the order of the file; none where there is no file.

    Raises:
        RegistryError: A line of it has a mistake.
    """
    if not path.is_file():
        return ()
    found = []
    for row in read_rows(path, COLUMNS):
        row.required("day")
        day = row.day("day")
        assert day is not None
        found.append(
            BodyName(
                name=row.required("name"),
                body=row.required("body"),
                by=row.required("by"),
                day=day,
            )
        )
    return tuple(found)


def with_body_names(registry: Registry, added: Sequence[BodyName]) -> Registry:
    """The registry in which the bodies have these names too.

    Raises:
        RegistryError: A body is not in the registry, or a name is that of another one.
    """
    for each in added:
        if all(body.slug != each.body for body in registry.bodies):
            raise RegistryError(
                f"navnet »{each.name}« er givet til »{each.body}«, som ikke er i registeret",
                "Fortryd navnet på siden »Andre navne«, eller ret linjen i body_names.csv.",
            )
        if problem := _taken(registry, each):
            raise RegistryError(problem, "Fortryd navnet på siden »Andre navne«.")
        registry = replace(
            registry,
            bodies=tuple(
                replace(body, aliases=(*body.aliases, each.name))
                if body.slug == each.body
                else body
                for body in registry.bodies
            ),
        )
    return registry


def _taken(registry: Registry, wanted: BodyName) -> str:
    """Why the name cannot be this body's; empty where it can."""
    other = registry.body(wanted.name)
    if other is not None and other.slug != wanted.body:
        return f"»{wanted.name}« er allerede et navn for {other.name}"
    if place := registry.municipality(wanted.name):
        return f"»{wanted.name}« er navnet på {place.official_name}"
    if party := registry.party_by_name(wanted.name):
        return f"»{wanted.name}« er navnet på partiet {party.name}"
    return ""


def add_body_name(
    path: Path, registry: Registry, *, name: str, body: str, by: str, day: date
) -> BodyName:
    """Write down one more name of a body; documents have it from the next build.

    Args:
        path: Where the names are kept.
        registry: The bodies, without the names that are kept there.
        name: What documents call it.
        body: Its slug in the registry.
        by: Who says so.
        day: When.

    Raises:
        ConfigError: It is no name, the body has it already, another has it, or nobody says it.
        RegistryError: The file has a mistake.
    """
    said = BodyName(name=clean(name), body=body, by=clean(by), day=day)
    if not said.by:
        raise ConfigError("der mangler et navn på den, der tilføjer", "Skriv dit navn.")
    if sum(map(str.isalpha, said.name)) < _SHORTEST:
        raise ConfigError("der mangler et navn på organet", "Skriv det, som dokumenterne skriver.")
    meant = next((each for each in registry.bodies if each.slug == body), None)
    if meant is None:
        raise ConfigError("organet er ikke i registeret", "Vælg et organ på listen.")
    with one_hand(path.parent):
        known = with_body_names(registry, read_body_names(path))
        if problem := _taken(known, said):
            raise ConfigError(problem, "Et navn må kun stå ved ét organ. Intet er tilføjet.")
        if fold(said.name) in map(fold, _names_of(known, body)):
            raise ConfigError(
                f"{meant.name} har allerede navnet »{said.name}«", "Der er intet at gøre."
            )
        append_rows(path, COLUMNS, [[said.name, said.body, said.by, day.isoformat()]])
    return said


def _names_of(registry: Registry, slug: str) -> Iterable[str]:
    return next(body.names for body in registry.bodies if body.slug == slug)


def drop_body_name(path: Path, name_id: str) -> BodyName:
    """Take a name back that was added; with the last one the file goes, as before the first.

    Raises:
        ConfigError: There is none.
        RegistryError: The file has a mistake.
    """
    with one_hand(path.parent):
        known = read_body_names(path)
        said = next((each for each in known if each.id == name_id), None)
        if said is None:
            raise ConfigError(
                "navnet er der ikke længere", "Nogen har fortrudt det. Hent siden igen."
            )
        if len(known) == 1:
            path.unlink()
        else:
            pair = [said.name, said.body]
            remove_rows(path, lambda cells: [cell.strip() for cell in cells[:2]] == pair)
    return said
