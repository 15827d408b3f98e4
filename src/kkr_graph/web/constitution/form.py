"""A form of the workspace while it is read: what was typed, what it means, what is wrong with it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from kkr_graph.errors import (
    AmbiguousName,
    ConfigError,
    KkrGraphError,
    QueryError,
    RegistryError,
    quoted,
)
from kkr_graph.queries import Kind
from kkr_graph.queries.asking import Questions
from kkr_graph.queries.days import today
from kkr_graph.queries.names import Found
from kkr_graph.web.addresses import with_query
from kkr_graph.web.asking import Choice, Field, advice, candidates, suggestions
from kkr_graph.web.constitution.workspace import Problem
from kkr_graph.web.incoming import read_day
from kkr_graph.web.search import Entry, Hits
from kkr_graph.web.site import Site

NEXT = "den næste (eller nuværende)"
"""The term that is meant where none is chosen: one to come, or the last that has begun."""

_LONGEST = 300  # characters of one value
_MOST_CHOICES = 10
_NAMED = (Kind.PERSON, Kind.FORUM, Kind.MUNICIPALITY, Kind.PARTY, Kind.MEETING)
_Made = TypeVar("_Made")


class Form:
    """Fields in the order in which they are asked for; a wrong one says so at its place."""

    def __init__(self, site: Site, path: str, values: Mapping[str, str]) -> None:
        self._site = site
        self._path = path
        self._typed = {name: value.strip()[:_LONGEST] for name, value in values.items()}
        self._fields: dict[str, Field] = {}
        self.problem: Problem | None = None

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields so far."""
        return tuple(self._fields.values())

    @property
    def given(self) -> Mapping[str, str]:
        """What was typed into the fields so far."""
        return {name: self._typed[name] for name in self._fields if self._typed.get(name)}

    @property
    def is_wrong(self) -> bool:
        """Whether something must be put right first."""
        return self.problem is not None or any(field.problem for field in self.fields)

    def address(self, **other: str) -> str:
        """The same page with some values otherwise."""
        return with_query(self._path, **{**self.given, **other})

    def query(self, **other: str) -> str:
        """What stands behind the path of a file that is narrowed likewise."""
        return with_query("", **{**self.given, **other})

    def make(self, content: Callable[[], _Made]) -> _Made | None:
        """The content of the page; None where the form, or what it is read from, is wrong."""
        if self.is_wrong:
            return None
        try:
            return content()
        except (QueryError, ConfigError, RegistryError) as error:
            self.fail(error)
            return None

    def fail(self, error: KkrGraphError) -> None:
        """Say what is wrong with the whole of it."""
        self.problem = Problem(text=str(error), hint=advice(error))

    def text(self, name: str, label: str, *, note: str = "", control: str = "text") -> str:
        """Whatever was typed."""
        value = self._typed.get(name, "")
        self._add(name, label, value, control=control, note=note)
        return value

    def number(self, name: str, label: str, most: int) -> int | None:
        """A whole number from one on; None for nothing."""
        value = self.text(name, label, control="number")
        if not value:
            return None
        if not (
            value.isascii() and value.isdecimal() and len(value) < 9 and 0 < int(value) <= most
        ):
            self.wrong(name, f"{quoted(value[:40])} er ikke et helt tal fra 1 til {most}.", "")
            return None
        return int(value)

    def thing(self, name: str, label: str, kind: Kind) -> Found | None:
        """The thing that is meant by a name; None for nothing, or where that is not clear."""
        value = self._typed.get(name, "")
        self._add(name, label, value, suggests=kind)
        return self._found(name, kind, value)

    def anything(self, name: str, label: str, note: str = "") -> Entry | None:
        """Somebody or something with a name, of whatever kind; None where that is not clear."""
        value = self._typed.get(name, "")
        self._add(name, label, value, suggests=" ".join(_NAMED), note=note)
        known = self._site.index.of_iri(value)
        if known is not None:
            self._add(name, label, self._site.index.written(known), suggests=" ".join(_NAMED))
            return known
        if not value:
            return None
        hits = self._site.index.search(value, now=today(), kinds=_NAMED)
        if hits.certain is None:
            self._unclear(name, value, hits)
        return hits.certain

    def _unclear(self, name: str, value: str, hits: Hits) -> None:
        found = [entry for group in hits.groups for entry in group.hits]
        problem = f"»{value[:80]}« kan være {hits.total} forskellige." if found else (
            f"Der er intet i grafen, der hedder »{value[:80]}«."
        )  # fmt: skip
        choices = tuple(
            Choice(
                f"{entry.label} ({entry.note})" if entry.note else entry.label,
                with_query(self._path, **{**self._typed, name: entry.iri}),
            )
            for entry in (found or hits.near)[:_MOST_CHOICES]
        )
        hint = "Vælg den rigtige:" if found else "Mente du:" if choices else ""
        self.wrong(name, problem, hint, choices)

    def council(self, name: str = "kkr", label: str = "KKR") -> Found | None:
        """One of the contact councils."""
        return self.thing(name, label, Kind.COUNCIL)

    def term(self, name: str, label: str, blank: str) -> Found | None:
        """One of the electoral terms; ``blank`` says which it is where none is chosen."""
        value = self.pick(name, label, [("", blank), *((each, each) for each in self._site.terms)])
        return self._found(name, Kind.TERM, value)

    def choice(self, name: str, label: str, options: Iterable[tuple[str, str]]) -> str:
        """One of some values, or all of them: values with what they are called."""
        return self._chosen(name, label, options, self._typed.get(name, ""), "choice")

    def pick(self, name: str, label: str, options: Iterable[tuple[str, str]]) -> str:
        """One of some values, the first where none was chosen."""
        known = list(options)
        value = self._typed.get(name) or next((each for each, _ in known), "")
        return self._chosen(name, label, known, value, "pick")

    def day(self, name: str, label: str, default: date | None = None) -> date | None:
        """A day; what is typed may be written in any of the usual ways."""
        value = self._typed.get(name, "")
        self._add(name, label, value, control="date")
        try:
            day = read_day(value) or default
        except QueryError as error:
            self.wrong(name, str(error), error.hint)
            return default
        self._add(name, label, day.isoformat() if day else "", control="date")
        return day

    def wrong(self, name: str, problem: str, hint: str, choices: tuple[Choice, ...] = ()) -> None:
        """Say at a field what is wrong with it."""
        known = self._fields[name]
        self._add(
            name, known.label, known.value, control=known.control, options=known.options,
            suggests=known.suggests, problem=problem, hint=hint, choices=choices,
        )  # fmt: skip

    def _chosen(
        self, name: str, label: str, options: Iterable[tuple[str, str]], value: str, control: str
    ) -> str:
        known = tuple(Choice(called, each) for each, called in options)
        self._add(name, label, value, control=control, options=known)
        if value and value not in {each.value for each in known}:
            self.wrong(name, f"»{value[:80]}« er ikke en af mulighederne.", "Vælg en fra listen.")
            return ""
        return value

    def _found(self, name: str, kind: Kind, value: str) -> Found | None:
        if not value or self._fields[name].problem:
            return None
        try:
            return Questions(self._site.graph).find(kind, value)
        except AmbiguousName as error:
            choices = tuple(
                Choice(each.label, with_query(self._path, **{**self._typed, name: each.value}))
                for each in candidates(error)
            )
            self.wrong(name, str(error), "Vælg den rigtige:", choices)
        except QueryError as error:
            self.wrong(name, str(error), advice(error))
        return None

    def _add(  # noqa: PLR0913 - the parts of a field
        self,
        name: str,
        label: str,
        value: str,
        *,
        control: str = "text",
        options: tuple[Choice, ...] = (),
        suggests: Kind | str = "",
        problem: str = "",
        hint: str = "",
        choices: tuple[Choice, ...] = (),
        note: str = "",
    ) -> None:
        self._fields[name] = Field(
            name=name, label=label, required=False, value=value, control=control, options=options,
            suggestions=suggestions(self._site, Kind(suggests)) if suggests in set(Kind) else (),
            suggests=suggests, problem=problem, hint=hint, choices=choices, note=note,
        )  # fmt: skip
