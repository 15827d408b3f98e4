"""From names in documents to the IRIs of what they name."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from kkr_graph.iri import Minter, slugify
from kkr_graph.language.owners import as_spoken
from kkr_graph.model.extract import Extract
from kkr_graph.model.identity import Resolution
from kkr_graph.model.names import clean, danish_sort_key, fold, without_shouting
from kkr_graph.model.registry import Body, BodyKind, Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBody:
    """A body that documents name and the registry does not have."""

    slug: str
    label: str
    other_names: tuple[str, ...] = ()


class _NewBodies(dict[str, NewBody]):
    """The new bodies by slug, which notes for which it is asked."""

    def __init__(self, bodies: Mapping[str, NewBody]) -> None:
        super().__init__(bodies)
        self.asked: set[str] = set()

    def __getitem__(self, slug: str) -> NewBody:
        self.asked.add(slug)
        return super().__getitem__(slug)

    def asked_for(self, slug: str) -> NewBody | None:
        """The body of this slug, if there is one."""
        self.asked.add(slug)
        return self.get(slug)


@dataclass(frozen=True, kw_only=True)
class Names:
    """What the names in all documents of a build stand for."""

    minter: Minter
    registry: Registry
    resolution: Resolution
    extracts: tuple[Extract, ...]

    def body(self, written: str, sha256: str | None = None) -> str:
        """The IRI of a body, in the registry or new.

        ``sha256`` is the document's: an abbreviation that it defines means what it says there.
        """
        name = self._expanded(written, sha256)
        return self._registered(name) or self.minter.body(slugify(name), council=False)

    def new_body(self, written: str, sha256: str | None = None) -> NewBody | None:
        """The body of this name, if the registry does not have it."""
        name = self._expanded(written, sha256)
        return None if self._registered(name) else self._new_bodies.asked_for(slugify(name))

    def organization(self, written: str, sha256: str | None = None) -> str | None:
        """The IRI of a body or municipality of the registry."""
        return self._registered(self._expanded(written, sha256)) or self.municipality(written)

    def known(self, written: str, sha256: str) -> str | None:
        """The IRI of a body or municipality, where the graph has one of that name."""
        name = self._expanded(written, sha256)
        new = self._new_bodies.asked_for(slugify(name))
        there = self.minter.body(new.slug, council=False) if new else None
        return self.organization(written, sha256) or there

    def label(self, written: str, sha256: str) -> str:
        """What a body is called in the graph."""
        name = self._expanded(written, sha256)
        known, place = self._known(name), self.registry.assembly(name)
        if known is not None:
            return known.name
        return place.assembly if place else self._new_bodies[slugify(name)].label

    def represented(self, written: str, sha256: str | None = None) -> str:
        """The IRI of whoever somebody represents: like ``organization``, else a new body."""
        return self.organization(written, sha256) or self.body(written, sha256)

    def meeting_slug(self, written: str, sha256: str) -> str:
        """What a meeting of the body has in its IRI."""
        name = self._expanded(written, sha256)
        known = self._known(name)
        if known is not None:
            return known.slug
        slug = slugify(name)  # a new body may be called what a contact council's slug is
        return f"forum-{slug}" if any(body.slug == slug for body in self.registry.bodies) else slug

    def municipality(self, written: str | None) -> str | None:
        """The IRI of a municipality of the registry."""
        place = self.registry.municipality(written) if written else None
        return self.minter.municipality(place.code) if place else None

    def party(self, letter: str | None, municipality: str | None) -> str | None:
        """The IRI of the party, or of the municipality's own list, behind a list letter."""
        national = self.registry.party(letter) if letter else None
        if national is not None:
            return self.minter.party(national.slug)
        place = self.registry.municipality(municipality) if letter and municipality else None
        return self.minter.electoral_list(letter, place.code) if letter and place else None

    def bodies_of(self, extract: Extract) -> Iterator[str]:
        """The names of the bodies that facts of a document are about, as written."""
        if extract.document.body:
            yield extract.document.body
        yield from (forum.name for forum in extract.forums)
        for appointment in extract.appointments:
            yield appointment.body
            behalf = appointment.on_behalf_of
            if behalf and not self.organization(behalf, extract.document.sha256):
                yield behalf

    @contextmanager
    def noting_new_bodies(self) -> Iterator[set[str]]:
        """The slugs of new bodies that are asked for while the block runs, known or not.

        They are all that a document's names have from other documents, but for people.
        """
        before = self._new_bodies.asked
        self._new_bodies.asked = set()
        try:
            yield self._new_bodies.asked
        finally:
            self._new_bodies.asked = before

    def told_of_new_body(self, slug: str) -> str:
        """All that is known of a new body, in one line."""
        return f"{slug} {self._new_bodies.get(slug)}"

    def _expanded(self, written: str, sha256: str | None) -> str:
        return self._abbreviations.get((sha256 or "", fold(written)), written)

    def _registered(self, name: str) -> str | None:
        """The IRI of a body of the registry, or of the elected council of a municipality."""
        known, place = self._known(name), self.registry.assembly(name)
        if known is not None:
            return body_iri(self.minter, known)
        return self.minter.municipal_council(place.code) if place else None

    def _known(self, name: str) -> Body | None:
        return self.registry.body(name) or self._by_slug.get(slugify(name))

    @cached_property
    def _by_slug(self) -> Mapping[str, Body]:
        """Bodies by what their names have in an IRI, so that no second body gets the same one."""
        council = BodyKind.CONTACT_COUNCIL
        return {body.slug: body for body in self.registry.bodies if body.kind != council}

    @cached_property
    def _abbreviations(self) -> Mapping[tuple[str, str], str]:
        """Document and folded abbreviation to the name that the document gives it."""
        return {
            (extract.document.sha256, fold(body.abbreviation)): body.name
            for extract in self.extracts
            for body in reversed(extract.bodies)
            if body.abbreviation and not self.registry.body(body.abbreviation)
        }

    @cached_property
    def _new_bodies(self) -> _NewBodies:
        forms: dict[str, Counter[str]] = {}
        others: dict[str, set[str]] = {}
        for extract in self.extracts:
            sha256 = extract.document.sha256
            for written in self.bodies_of(extract):
                name = self._expanded(written, sha256)
                forms.setdefault(slugify(name), Counter())[clean(name)] += 1
                if spoken := as_spoken(clean(name)):
                    others.setdefault(slugify(name), set()).add(spoken)
            for body in extract.bodies:
                if body.abbreviation:
                    others.setdefault(slugify(body.name), set()).add(body.abbreviation)
        return _NewBodies(
            {
                slug: NewBody(
                    slug=slug,
                    label=_label(counts),
                    other_names=tuple(sorted(others.get(slug, ()))),
                )
                for slug, counts in forms.items()
            }
        )


def _label(counts: Mapping[str, int]) -> str:
    """What a body is called: as it is written most often, and not in capitals where it can be told."""
    said = min(
        counts, key=lambda name: (name.isupper(), -counts[name], danish_sort_key(name), name)
    )
    return without_shouting(said)


def body_iri(minter: Minter, body: Body) -> str:
    """The IRI of a body of the registry."""
    return minter.body(body.slug, council=body.kind == BodyKind.CONTACT_COUNCIL)
