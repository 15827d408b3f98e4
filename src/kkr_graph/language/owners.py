"""Whose a body is that a document calls by a name that many bodies have, as "Handicaprådet".

It is that of the municipality, region or other body whose document it is. Where the document does
not say whose it is, nobody knows that it is the same as another document's: each has its own.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

from kkr_graph.language.body_nouns import either
from kkr_graph.language.common_names import in_definite, is_common
from kkr_graph.model.extract import Extract
from kkr_graph.model.names import clean, fold, without_shouting
from kkr_graph.model.registry import Registry
from kkr_graph.model.text import TextLayer

_FRONT = 10  # lines at the top that tell whose the paper is
_FOOT = 8  # lines at the end in which its address may stand
_PART = re.compile(r"\t+| {2,}|\s[|·–-]\s|,\s")
_PLACE = r"(?:[A-ZÆØÅ]\S*(?: \S+){0,2}? (?i:kommune)|(?i:region) [A-ZÆØÅ][\w-]*)"
_COUNCIL = rf"(?i:{either('byråd', 'kommunalbestyrelse')}|borgerrepræsentation(?:en)?)"
_ASSEMBLY = rf"{_COUNCIL}|(?i:{either('regionsråd')})"  # of municipalities and regions alone
# of which each municipality has one, by law: that of a town of its name is its own
_EACH_HAS = rf"""(?i:{
    either(
        "beboerklagenævn", "bevillingsnævn", "folkeoplysningsudvalg", "handicapråd", "hegnssyn", "hegnsyn",
        "huslejenævn", "seniorråd", "ældreråd", "økonomiudvalg",
    )
})"""  # fmt: skip
_OWNED = re.compile(rf"(?P<name>.+), (?P<place>{_PLACE})")
_TOWN = r"[A-ZÆØÅ][\w-]*(?: [\w-]+)?"
_IN = r"(?:,? (?:i|for|af)|,) "
_WITH_PLACE = (
    re.compile(rf"(?P<name>.+?){_IN}(?P<place>{_PLACE})"),
    re.compile(rf"(?P<place>{_PLACE}?)s (?P<name>\S.*)"),
    re.compile(rf"(?P<name>{_COUNCIL}|{_EACH_HAS}){_IN}(?P<place>{_TOWN})"),
    re.compile(rf"(?P<place>{_TOWN}) (?P<name>{_COUNCIL}|{_EACH_HAS})"),
)
# above or before a place in which something is, or to which it goes
_WHERE = re.compile(r"\b(?:sted|mødested|lokale|adresse|kopi til|sendt til)$|:$", re.IGNORECASE)
_DIGITS = 8  # of its hash, by which a document is told from the others

T = TypeVar("T", bound=Any)


def with_owners(extract: Extract, layer: TextLayer, registry: Registry) -> Extract:
    """What a document says, with every body of a common name told apart by whose it is.

    Args:
        extract: what was read.
        layer: the text it was read from.
        registry: the bodies that are meant by their names, whoever names them.
    """
    return _Telling(extract, layer, registry).told()


def as_spoken(name: str) -> str | None:
    """What a body is called in a sentence: "Handicaprådet i Ringsted Kommune"; None where it has no place."""
    match = _OWNED.fullmatch(name)
    return f"{match['name']} i {match['place']}" if match else None


def is_of_document(name: str) -> bool:
    """Whether a name tells a body apart by nothing but the document that names it."""
    return re.search(rf", dokument [0-9a-f]{{{_DIGITS}}}$", name) is not None


class _Telling:
    """One document, and whose the bodies are that it names."""

    def __init__(self, extract: Extract, layer: TextLayer, registry: Registry) -> None:
        self.extract = extract
        self.layer = layer
        self.registry = registry

    def told(self) -> Extract:
        said = self.extract
        return replace(
            said,
            document=self._renamed(said.document, "body"),
            appointments=self._each(said.appointments, "body", "by", "on_behalf_of"),
            statements=self._each(said.statements, "on_behalf_of"),
            dates=self._each(said.dates, "body"),
            bodies=self._each(said.bodies, "name"),
            seat_rules=self._each(said.seat_rules, "body"),
            forums=self._each(said.forums, "name"),
            vacancies=self._each(said.vacancies, "body"),
        )

    def _each(self, facts: tuple[T, ...], *parts: str) -> tuple[T, ...]:
        return tuple(self._renamed(fact, *parts) for fact in facts)

    def _renamed(self, fact: T, *parts: str) -> T:
        names = {part: getattr(fact, part) for part in parts}
        apart = {part: self._apart(name) for part, name in names.items() if name}
        return fact if all(names[part] == apart[part] for part in apart) else replace(fact, **apart)

    def _apart(self, name: str) -> str:
        """The name by which a body is told from others of the same name."""
        if self.registry.body(name) is not None:
            return name
        told = self._with_place(name)
        if told is not None:
            return self._owned(*told)
        if not self._is_common(name):
            return name
        owner = self._owner
        if owner and (self._place_called(owner) or not re.fullmatch(_ASSEMBLY, name)):
            return self._owned(name, owner)
        is_there = fold(name) in self._bodies  # else it is but words: "udpeget af regionsrådet"
        document = f"dokument {self.extract.document.sha256[:_DIGITS]}"
        return self._owned(name, document) if is_there else name

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """The bodies that the document tells facts of, each of which the graph will have."""
        said = self.extract
        names = (
            said.document.body,
            *(each.body for each in said.appointments),
            *(each.body for each in said.vacancies),
            *(each.on_behalf_of for each in said.appointments),
            *(each.name for each in said.forums),
        )
        return frozenset(map(fold, filter(None, names)))

    def _owned(self, name: str, owner: str) -> str:
        """A common name with whose it is; the council of a municipality goes by one name."""
        plain = clean(without_shouting(name))
        if re.fullmatch(_COUNCIL, plain) and fold(owner).endswith(" kommune"):
            return f"Kommunalbestyrelsen i {owner}"
        if re.fullmatch(_EACH_HAS, plain):  # there is but one, however it is spelt
            plain = in_definite(re.sub(r"(?i)(hegn)(?=syn)", r"\1s", plain))
        named = self.registry.body(f"{plain} i {owner}")
        return named.name if named else f"{plain[0].upper()}{plain[1:]}, {owner}"

    # --- whose it is, as its name has it ---

    def _with_place(self, name: str) -> tuple[str, str] | None:
        """A common name, and the municipality or region that stands with it."""
        matches = (form.fullmatch(clean(name)) for form in _WITH_PLACE)
        for match in filter(None, matches):
            owner = self._owner_called(match["place"])
            if owner and self._is_common(match["name"]):
                return match["name"], owner
        return None

    def _owner_called(self, written: str) -> str | None:
        """The name in the registry of a municipality or region."""
        region = next((each for each in self.registry.regions if _same(each.name, written)), None)
        place = self.registry.municipality(written)
        return region.name if region else place.official_name if place else None

    def _is_common(self, name: str) -> bool:
        return is_common(name) and not any(map(self.registry.municipality, name.split()))

    # --- whose the document is ---

    @cached_property
    def _owner(self) -> str | None:
        body = self.extract.document.body
        stated = self._stated(body) if body else None
        if stated is not None:
            return stated
        on_front = set(self._on_front(body))
        if len(on_front) == 1:
            return on_front.pop()
        if body is not None:
            return None if self._is_common(body) else body
        told = self.extract
        appointing = {
            *(each.by for each in told.appointments),
            *(each.by for each in told.vacancies),
        }
        stated_by = {self._stated(name) for name in appointing if name}
        return stated_by.pop() if len(stated_by) == 1 else None

    def _stated(self, body: str) -> str | None:
        """Whose a document of the body is, where its name says so, or the registry has it."""
        known, told = self.registry.body(body), self._with_place(body)
        if told is not None:
            return told[1]
        return known.name if known else self._place_called(body)

    def _place_called(self, text: str) -> str | None:
        """The municipality or region that a text is, and nothing else."""
        named = clean(without_shouting(text)).strip(" .:")
        return self._owner_called(named) if re.fullmatch(_PLACE, named) else None

    def _on_front(self, body: str | None) -> Iterator[str]:
        """The municipalities and regions by which a paper is headed, or its pages are."""
        lines = [text for text in map(self.layer.read, self.layer.lines) if text.strip()]
        above = ""
        for text in (*lines[:_FRONT], *map(self.layer.raw, self.layer.furniture)):
            if not _WHERE.search(above.strip()):
                yield from self._heading(text, body)
            above = text
        for text, below in pairwise((*lines[_FRONT:][-_FOOT:], "")):
            first, *others = _parts(text)
            owner = self._place_called(first)
            if owner and any(map(str.isdigit, "".join(others) or below)):  # of street and town
                yield owner

    def _heading(self, text: str, body: str | None) -> Iterator[str]:
        first, *others = _parts(text)
        named = fold(first) == "kommune" or (body is not None and fold(body) in fold(text))
        for part in (first, *others) if named else (first,):
            if owner := self._place_called(part):
                yield owner
        behind = (
            re.search(rf"(?i:{re.escape(body)}){_IN}(?P<place>{_PLACE})", text) if body else None
        )
        if behind and (owner := self._owner_called(behind["place"])):
            yield owner


def _parts(line: str) -> list[str]:
    return [part for part in _PART.split(line.strip()) if part] or [""]


def _same(name: str, written: str) -> bool:
    return fold(name) == fold(written)
