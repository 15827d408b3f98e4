"""What the pages of the workspace have in common, before they become HTML."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from kkr_graph.config import Config
from kkr_graph.web.asking import Choice, Field
from kkr_graph.web.site import Site
from kkr_graph.web.view import Piece, Section

HOME = "/konstituering"
PAGES: Mapping[str, str] = {
    HOME: "Pladser",
    f"{HOME}/udloeb": "Udløb",
    f"{HOME}/beregning": "Beregning",
    f"{HOME}/sammenligning": "Sammenligning",
    f"{HOME}/regler": "Regler",
    f"{HOME}/kalender": "Kalender",
}
"""The paths of the pages, with what they are called in the menu."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many rows there are of one kind, and the page with those alone."""

    label: str
    number: int
    href: str
    symbol: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why there is nothing to show; ``choices`` are links that settle it."""

    text: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """One page: a form, and what it was filled in for. ``empty`` is said where that is nothing."""

    title: str
    path: str
    fields: tuple[Field, ...]
    lead: str = ""
    button: str = "Vis"
    problem: Problem | None = None
    notices: tuple[str, ...] = ()
    counted: str = ""  # what the counts are of
    counts: tuple[Count, ...] = ()
    files: tuple[Piece, ...] = ()
    sections: tuple[Section, ...] = ()
    picture: Markup | None = None  # stands after the first section
    empty: str = ""

    @property
    def shown(self) -> tuple[Section, ...]:
        """The sections that have something to show."""
        return tuple(section for section in self.sections if not section.is_empty)


def data_of(site: Site) -> Config | None:
    """The data folder that the program was started with; None where there is none."""
    return Config(data=site.data) if site.data is not None and site.data.is_dir() else None


def without_data(site: Site, what: str) -> str:
    """That there is no data folder, and what therefore is not shown."""
    where = f"Datamappen {site.data} findes ikke" if site.data else "Der er ingen datamappe"
    return f"{where}: {what}. Start kkr-graph serve med --data og mappens navn."


def numbered(name: str, texts: Iterable[str]) -> dict[str, str]:
    """An anchor on the page for each text."""
    return {text: f"{name}-{at}" for at, text in enumerate(dict.fromkeys(texts), start=1)}


def elections_folder(config: Config) -> Path:
    """Where the results of elections are."""
    return config.registry / "elections"
