"""The settings of a run: where the data lies, where the graph goes, what IRIs begin with."""

import re
from dataclasses import dataclass
from pathlib import Path

from kkr_graph.errors import ConfigError, quoted

DEFAULT_BASE = "https://w3id.org/kkr/"
_BASE = re.compile(r"https?://[A-Za-z0-9.:-]+(?:/[A-Za-z0-9._~!$&'()*+,;=:@%-]*)*/")
_PACKAGE = Path(__file__).parent
_REPOSITORY = _PACKAGE.parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The folders of one data set and the base of its IRIs."""

    data: Path = Path("data")
    out: Path = Path("build")
    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise ConfigError(
                f"basen {quoted(self.base)} kan ikke stå først i grafens adresser",
                f"Skriv en adresse uden blanke og æøå, der slutter med /, som {DEFAULT_BASE}",
            )

    @property
    def registry(self) -> Path:
        """The data folder's own registry, or the one that comes with the program."""
        own = self.data / "registry"
        return own if own.is_dir() else packaged("registry", "data/registry")

    @property
    def lookups(self) -> Path:
        """The data folder's own lookups, or the ones that come with the program."""
        own = self.data / "curation" / "lookups"
        return own if own.is_dir() else packaged("lookups", "data/curation/lookups")

    @property
    def ledger(self) -> Path:
        """The file of frozen identifiers; building without it would give people new ones."""
        return self.data / "curation" / "identities.csv"

    @property
    def judgements(self) -> Path:
        """What persons have decided about who is who."""
        return self.data / "curation" / "judgements.csv"

    @property
    def body_names(self) -> Path:
        """The names of bodies that staff have added to those of the registry."""
        return self.data / "curation" / "body_names.csv"

    @property
    def silenced(self) -> Path:
        """The findings that somebody has set aside."""
        return self.data / "curation" / "silenced.csv"

    @property
    def forgotten(self) -> Path:
        """The identities that were erased, without names."""
        return self.data / "curation" / "forgotten.csv"

    @property
    def quads(self) -> Path:
        """The graph as sorted N-Quads: the canonical copy."""
        return self.out / "graph.nq"

    @property
    def report(self) -> Path:
        """What the last build told about itself."""
        return self.out / "report.json"

    @property
    def review(self) -> Path:
        """What the last build left for a person to decide."""
        return self.out / "review.json"

    @property
    def appearances(self) -> Path:
        """Whom each mention in the documents was taken to mean by the last build."""
        return self.out / "appearances.jsonl"

    @property
    def search(self) -> Path:
        """The index of words, derived from the quads."""
        return self.out / "search.sqlite"

    @property
    def lines(self) -> Path:
        """The index of the texts' words, derived from them."""
        return self.out / "lines.sqlite"

    @property
    def texts(self) -> Path:
        """The text of each document as it was read."""
        return self.out / "texts"

    @property
    def cache(self) -> Path:
        """What a build keeps for the next one; without it everything is made anew."""
        return self.out / "cache"

    @property
    def store(self) -> Path:
        """The embedded store, derived from the quads."""
        return self.out / "store"


def packaged(name: str, in_repository: str) -> Path:
    """A folder of data that comes with the program: inside the wheel, or in a checkout."""
    in_wheel = _PACKAGE / f"_{name}"
    return in_wheel if in_wheel.is_dir() else _REPOSITORY / in_repository
