"""People as they are looked up to be put right: the one a page is about, and the one that is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kkr_graph.config import Config
from kkr_graph.curation.appearances import read_appearances, side_of
from kkr_graph.model.names import clean
from kkr_graph.model.review import Appearance, Side
from kkr_graph.queries import Kind
from kkr_graph.queries.days import today
from kkr_graph.vocab import DCTERMS, FOAF
from kkr_graph.web.entities.namesakes import namesakes_of
from kkr_graph.web.incoming import folders_of, site_of
from kkr_graph.web.reading import Node
from kkr_graph.web.search import Entry
from kkr_graph.web.site import Site


@dataclass(frozen=True, kw_only=True)
class Known:
    """Somebody with a page, and what the documents say of them."""

    site: Site
    config: Config
    slug: str
    node: Node

    @property
    def name(self) -> str:
        """What they are called."""
        return clean(self.node.first(FOAF.name))

    @property
    def href(self) -> str:
        """Their page."""
        return self.site.addresses.path(self.node.iri)

    @cached_property
    def appearances(self) -> Sequence[Appearance]:
        """Where they are named, the earliest document first."""
        return read_appearances(self.config.appearances, self.slug)

    @property
    def handles(self) -> frozenset[str]:
        """All that judgements may call them."""
        retired = self.site.nodes.subjects(DCTERMS.isReplacedBy, self.node.iri)
        slugs = (iri.rpartition("/")[2] for iri in (self.node.iri, *retired))
        return frozenset((*slugs, *(each.mention for each in self.appearances)))

    @property
    def side(self) -> Side:
        """All of it, to be compared with somebody else."""
        return side_of(self.slug, self.name, self.appearances)

    @cached_property
    def namesakes(self) -> Sequence[Entry]:
        """The others who bear the name."""
        found = map(self.site.index.of_iri, namesakes_of(self.site, self.node))
        return tuple(entry for entry in found if entry is not None)


def known_by(request: Request, slug: str) -> Known:
    """The person with a slug, where something can be put right at all.

    Raises:
        HTTPException: Nothing can be changed here, or there is no such person.
    """
    site, config = site_of(request), folders_of(request)
    node = site.nodes.one(site.addresses.person(slug))
    if request.app.state.writer is None or config is None or not node.is_a(FOAF.Person):
        raise HTTPException(404)
    return Known(site=site, config=config, slug=slug, node=node)


def meant_by(site: Site, typed: str, *, without: str) -> tuple[Entry, ...]:
    """The people whom a typed name may mean: the one that is written just so, or all that fit.

    Args:
        site: The graph.
        typed: A name, as the suggestions write it or a person does.
        without: The IRI of the one who cannot be meant.
    """
    hits = site.index.search(typed[:200], now=today(), kinds=[Kind.PERSON])
    found = [each for group in hits.groups for each in group.hits] or list(hits.near)
    others = [each for each in found if each.iri != without]
    exact = [each for each in _people(site) if site.index.written(each) == typed]
    return tuple(each for each in exact if each.iri != without) or tuple(others)


def _people(site: Site) -> Sequence[Entry]:
    return [each for each in site.index.entries if Kind.PERSON in each.fits]


def slug_of(entry: Entry) -> str:
    """What a judgement calls somebody who was found."""
    return entry.iri.rpartition("/")[2]
