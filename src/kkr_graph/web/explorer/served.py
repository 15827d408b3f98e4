"""A network as one request asks for it: the view, what was expanded, and what is shown of it."""

from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup
from starlette.requests import Request

from kkr_graph.network.address import read_state
from kkr_graph.network.data import Around, Json, further_json
from kkr_graph.network.exploration import Explorer
from kkr_graph.network.neighbours import Relation
from kkr_graph.network.page import Hosting, explorer
from kkr_graph.network.picture import Picture, Step
from kkr_graph.network.shown import State, shown
from kkr_graph.network.views import View
from kkr_graph.web.addresses import with_pairs
from kkr_graph.web.explorer.files import FORMATS
from kkr_graph.web.incoming import day_of, site_of
from kkr_graph.web.site import Site


@dataclass(frozen=True, kw_only=True)
class Served:
    """What one request asks for."""

    site: Site
    view: View
    path: str
    given: tuple[tuple[str, str], ...]
    state: State

    @property
    def _prefix(self) -> str:
        return f"{self.site.addresses.base}id/"

    @property
    def _explorer(self) -> Explorer:
        return self.site.explorer

    @cached_property
    def picture(self) -> Picture:
        """The view with all that was asked for.

        Raises:
            QueryError: it cannot be asked for.
        """
        return self._after(self.state.steps)

    @property
    def first(self) -> Picture:
        """The view before anything was asked for."""
        return self._after(())

    @cached_property
    def shown(self) -> Picture:
        """The part of it that the reader chose to see."""
        return shown(self.picture, self.state)

    def _after(self, steps: tuple[Step, ...]) -> Picture:
        """The picture after some steps; each is kept, since the next begins there."""
        asked = tuple(replace(step, is_open=True) for step in steps)

        def make() -> Picture:
            if not asked:
                return self._explorer.begin(self.view)
            return self._explorer.expand(self._after(asked[:-1]), asked[-1])

        return self.site.kept(("picture", self.view, asked), make)

    def page(self) -> Markup:
        """The explorer, to stand in a page of the site."""
        files = tuple((form, label, self._with(format=form)) for form, label in FORMATS.items())
        hosting = Hosting(served=True, prefix=self._prefix, files=files, further=self._further)
        return explorer(self.picture, self.state, self._around(self.picture), hosting)

    def further(self) -> dict[str, Json]:
        """What the last step adds, for a page that is open already."""
        before = self._after(self.state.steps[:-1])
        return further_json(before, self.picture, self._around(self.picture))

    def _around(self, picture: Picture) -> Around:
        return Around(
            relations=self._explorer.relations(picture.network.nodes),
            link=self.site.addresses.path,
        )

    def _further(self, iri: str, relation: Relation) -> str:
        return self._with(udvid=f"{iri.removeprefix(self._prefix)}~{relation}")

    def _with(self, **more: str) -> str:
        given = (pair for pair in self.given if pair[0] not in ("format", "valgt"))
        return with_pairs(self.path, (*given, *more.items()))


def served(request: Request, view: View) -> Served:
    """What a request asks for of a view.

    Raises:
        QueryError: the address is not written as a page writes it.
    """
    site = site_of(request)
    given = tuple(request.query_params.multi_items())
    state = read_state(given, f"{site.addresses.base}id/")
    return Served(
        site=site,
        view=view,
        path=request.url.path,
        given=given,
        state=replace(state, day=day_of(request)),
    )
