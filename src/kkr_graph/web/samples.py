"""Whether the graph is of the samples that come with the program, and the line that says so."""

from contextlib import suppress
from enum import StrEnum

from kkr_graph.config import Config
from kkr_graph.errors import RegistryError
from kkr_graph.intake.samples import sample_documents
from kkr_graph.web.site import Site


class Samples(StrEnum):
    """How much of the graph is samples."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


def samples_in(site: Site) -> Samples:
    """How many of the documents are samples, by the list in the data folder."""
    return site.kept("samples", lambda: _samples_in(site))


def _samples_in(site: Site) -> Samples:
    if site.data is None:
        return Samples.NONE
    listed: set[str] = set()
    with suppress(RegistryError):  # the build tells of a mistake in a list, a page does not
        listed = {name.rpartition("/")[2] for name in sample_documents(Config(data=site.data))}
    rows = site.graph.select(
        "SELECT DISTINCT ?name WHERE { ?d a kkr:SourceDocument ; dcterms:title ?name }"
    ).rows
    names = {row["name"].value for row in rows}
    if not names & listed:
        return Samples.NONE
    return Samples.ALL if names <= listed else Samples.SOME
