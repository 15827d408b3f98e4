"""Where things of the graph stand in the application: ``{base}id/person/x`` at ``/id/person/x``."""

from collections.abc import Iterable
from urllib.parse import quote, unquote, urlencode

from kkr_graph.iri import Minter

WHO_IS_WHO = "/hvem-er-hvem"
PARTING = f"{WHO_IS_WHO}/ikke-samme"
UNITING = f"{WHO_IS_WHO}/samme"
BODY_NAMES = "/andre-navne"
_IDS = "id/"
_KEPT = "/%:@!$&()*+,;=~"  # what an IRI may hold and a path too; the percent signs are its own


class Addresses:
    """The paths of one graph's IRIs."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._minter = Minter(base)

    def path(self, iri: str, **query: str | int) -> str:
        """The page of an IRI; empty where it is none of ours, so that it never becomes a link."""
        ids = self.base + _IDS
        if not iri.startswith(ids):
            return ""
        return with_query(f"/{_IDS}{quote(iri.removeprefix(ids), safe=_KEPT)}", **query)

    def network(self, iri: str, **query: str) -> str:
        """The network page around an IRI."""
        path = self.path(iri)
        return with_query(path.replace("/id/", "/netvaerk/", 1), **query) if path else ""

    def thing(self, *segments: str) -> str:
        """The IRI of ours that is made of these parts, such as ``kommune`` and a code."""
        return self._minter.id(*segments)

    def person(self, slug: str) -> str:
        """The IRI of somebody by the slug in the ledger."""
        return self._minter.person(slug)

    def iri(self, raw_path: bytes) -> str:
        """The IRI behind a path as it was sent, ``/id/...`` or ``/netvaerk/...``.

        Each segment is written anew, so whatever was sent, it is an IRI of ours.
        """
        segments = raw_path.decode("ascii", errors="replace").lstrip("/").split("/")[1:]
        return self._minter.id(*(unquote(segment) for segment in segments))


def with_query(path: str, **query: str | int) -> str:
    """A path with those of the values that are not empty."""
    given = {name: value for name, value in query.items() if value != ""}
    return f"{path}?{urlencode(given)}" if given else path


def with_pairs(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """A path with values of which several may have one name, in their order."""
    given = list(pairs)
    return f"{path}?{urlencode(given)}" if given else path
