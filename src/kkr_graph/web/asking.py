"""The named questions as forms, and a question in free Danish."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kkr_graph.errors import (
    AmbiguousName,
    KkrGraphError,
    NotUnderstood,
    QueryError,
    UnknownName,
)
from kkr_graph.model.names import danish_sort_key, on_one_line
from kkr_graph.queries import (
    Answer,
    Kind,
    NamedQuery,
    Parameter,
    run_query,
)
from kkr_graph.queries.arguments import Reader
from kkr_graph.queries.binding import bind
from kkr_graph.queries.concepts import concept_labels, scheme_members
from kkr_graph.queries.days import today
from kkr_graph.queries.emptiness import why_empty
from kkr_graph.queries.questions import understand
from kkr_graph.queries.suggestions import words_to_search
from kkr_graph.web.addresses import with_query
from kkr_graph.web.site import Site
from kkr_graph.web.wording import capitalised

FETCHED = 10_000  # rows of one answer; a person reads fewer, and a file says when it has them all
EXPORTED = 100_000
ALL_COLUMNS = "kolonner"  # in the address that shows also the columns that few look for
_MOST_SUGGESTED = 500
_SCHEMES = {Kind.ROLE: "roles", Kind.OUTCOME: "outcomes", Kind.STATUS: "attendance"}
_SUGGESTED = frozenset(
    (
        Kind.PERSON, Kind.FORUM, Kind.COUNCIL, Kind.MUNICIPALITY, Kind.PARTY, Kind.MEETING,
        Kind.CASE, Kind.TERM,
    )
)  # fmt: skip
_CANDIDATE = re.compile(r"(?P<label>.*?)(?: <(?P<iri>[^<>]*)>)? \((?P<kind>[^()]*)\)")
_OPTION = re.compile(r"--([a-z][a-z-]*)")
_FOR_TERMINALS = ("kkr-graph ", "--")


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: what it is called, and where it leads."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a question's form, with what was written in it and what is wrong with that."""

    name: str
    label: str
    required: bool
    value: str
    control: str  # text, date, number, choice, or pick for a choice that is always made
    options: tuple[Choice, ...] = ()  # all there are, of a choice
    suggestions: tuple[str, ...] = ()  # for a browser without scripts
    suggests: str = ""  # the kind of names that are suggested while somebody types
    problem: str = ""
    hint: str = ""
    choices: tuple[Choice, ...] = ()  # links that settle an ambiguous name
    note: str = ""  # how to fill it in


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with its form, and its answer where there is one."""

    query: NamedQuery
    fields: tuple[Field, ...]
    given: Mapping[str, str]
    answer: Answer | None = None
    why: tuple[str, ...] = ()  # the answer has no rows
    problem: str = ""
    hint: str = ""

    @property
    def latest(self) -> str:
        """The latest day that the answer is about, ``2025-10-24``; empty where it is about none."""
        told = self.answer.arguments if self.answer else {}
        days = (each.name for each in self.query.parameters if each.kind is Kind.DATE)
        return max((told.get(name, "") for name in days), default="")

    @property
    def sparql(self) -> str:
        """Where the question is shown as SPARQL, with what stands in the form."""
        return with_query("/sparql", forlaeg=self.query.name, **self.given)

    @property
    def with_all_columns(self) -> str:
        """Where the columns are shown too that the answer keeps for whoever asks for them."""
        return with_query(f"/spoergsmaal/{self.query.name}", **{**self.given, ALL_COLUMNS: "alle"})

    def address(self, suffix: str = "") -> str:
        """Where the same question is asked again, for good."""
        return with_query(f"/spoergsmaal/{self.query.name}{suffix}", **self.given)


def ask(site: Site, query: NamedQuery, values: Mapping[str, str], *, limit: int = FETCHED) -> Asked:
    """Ask a question with what stands in the form; nothing is asked before it is filled in."""
    given = _given(query, values)
    reader = Reader(site.graph, now=today())
    fields = tuple(_field(site, query, each, given, reader) for each in query.parameters)
    asked = Asked(query=query, fields=fields, given=given)
    missing = any(field.required and not field.value for field in fields)
    if missing or any(field.problem for field in fields):
        return asked
    try:
        answer = run_query(site.graph, query, given, limit=limit)
    except QueryError as error:
        return Asked(
            query=query, fields=fields, given=given, problem=str(error), hint=advice(error)
        )
    why = () if answer.rows else why_empty(site.graph, query, given, now=today())
    return Asked(query=query, fields=fields, given=given, answer=answer, why=why)


def as_sparql(site: Site, query: NamedQuery, values: Mapping[str, str]) -> str:
    """The question as SPARQL with what stands in the form; as it is where that means nothing."""
    given = _given(query, values)
    try:
        read = Reader(site.graph, now=today()).read_all(query, given)
    except QueryError:
        read = {}
    said = [f"# {query.title}"]
    for name, argument in read.items():
        parameter = query.parameter(name)
        assert parameter is not None
        said.append(f"# {parameter.label}: {on_one_line(argument.label)}")
    asked = bind(query.sparql, {name: each.term for name, each in read.items()})
    return "\n".join((*said, asked.strip()))


def _given(query: NamedQuery, values: Mapping[str, str]) -> dict[str, str]:
    """What was written; a day that is left open is today, so that the address keeps its meaning."""
    given = {}
    for parameter in query.parameters:
        value = values.get(parameter.name, "").strip()
        if not value and parameter.kind is Kind.DATE and parameter.default == "today":
            value = today().isoformat()
        if value:
            given[parameter.name] = value
    return given


def _field(
    site: Site,
    query: NamedQuery,
    parameter: Parameter,
    given: Mapping[str, str],
    reader: Reader,
) -> Field:
    value = given.get(parameter.name, "")
    problem, hint, shown = "", "", value
    choices: tuple[Choice, ...] = ()
    try:
        if value:
            shown = _shown(site, parameter, value, reader.read(parameter, value).label)
    except AmbiguousName as error:
        problem, hint = str(error), "Vælg den rigtige:"
        choices = tuple(
            Choice(each.label, with_query(
                f"/spoergsmaal/{query.name}", **{**given, parameter.name: each.value}
            ))
            for each in candidates(error)
        )  # fmt: skip
    except QueryError as error:
        problem, hint = str(error), advice(error)
    return Field(
        name=parameter.name,
        label=parameter.label,
        required=parameter.required,
        value=shown,
        control=_control(parameter),
        options=_options(parameter),
        suggestions=suggestions(site, parameter.kind),
        suggests=parameter.kind if parameter.kind in _SUGGESTED else "",
        problem=problem,
        hint=hint,
        choices=choices,
    )


def _shown(site: Site, parameter: Parameter, value: str, label: str) -> str:
    """What to write into the field: a name instead of an IRI, so that it means the same thing."""
    if parameter.kind is Kind.DATE:
        return label
    if not value.startswith(("http://", "https://")):
        return value
    entry = site.index.of_iri(value)
    return site.index.written(entry) if entry else label


def _control(parameter: Parameter) -> str:
    if parameter.kind in _SCHEMES:
        return "choice"
    return {Kind.DATE: "date", Kind.INTEGER: "number"}.get(parameter.kind, "text")


def _options(parameter: Parameter) -> tuple[Choice, ...]:
    if parameter.kind not in _SCHEMES:
        return ()
    labels = sorted(
        (concept_labels()[iri] for iri in scheme_members()[_SCHEMES[parameter.kind]]),
        key=danish_sort_key,
    )
    return tuple(Choice(capitalised(label), label) for label in labels)


def suggestions(site: Site, kind: Kind) -> tuple[str, ...]:
    """The names of a kind, where a page can hold them all."""
    labels = site.index.labels(kind) if kind in _SUGGESTED else ()
    return labels if len(labels) <= _MOST_SUGGESTED else ()


def candidates(error: AmbiguousName) -> tuple[Choice, ...]:
    """The things that an ambiguous name fits, each with a value that fits it alone."""
    found = []
    for candidate in error.candidates:
        match = _CANDIDATE.fullmatch(candidate)
        label = match["label"] if match else candidate
        iri = match["iri"] if match else None
        end = f" ({iri.rpartition('/')[2]})" if iri else ""
        found.append(Choice(f"{label}{end}", iri or label))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What a question in Danish was taken to mean; else why it was not, and what to ask instead."""

    question: str
    asked: Asked | None = None
    problem: str = ""
    near: tuple[Choice, ...] = ()  # other questions
    choices: tuple[Choice, ...] = ()  # the same question with another name
    words: str = ""  # to search for instead


def ask_in_danish(site: Site, question: str) -> Understanding:
    """Find the named question that is meant, and ask it; never by guessing."""
    try:
        meant = understand(site.graph, site.queries, question)
    except AmbiguousName as error:
        return Understanding(
            question=question,
            problem=str(error),
            choices=tuple(
                Choice(each.label, _asked_with(question, error.typed, each.label))
                for each in candidates(error)
            ),
        )
    except QueryError as error:
        return Understanding(
            question=question,
            problem=str(error),
            near=_near(error),
            choices=_spelt_alike(question, error),
            words=words_to_search(site.queries, question),
        )
    return Understanding(question=question, asked=ask(site, meant.query, meant.arguments))


def _asked_with(question: str, typed: str, name: str) -> str:
    """Where the same question is asked with one of the names that were meant perhaps."""
    if typed not in question:  # phrases that mean the same may stand in it instead
        return ""
    return with_query("/spoerg", q=question.replace(typed, name, 1))


def _near(error: QueryError) -> tuple[Choice, ...]:
    """The questions that are suggested, each asked with the names that it has already."""
    if not isinstance(error, NotUnderstood):
        return ()
    return tuple(
        Choice(each.text, with_query(f"/spoergsmaal/{each.query}", **each.arguments))
        for each in error.suggested
    )


def _spelt_alike(question: str, error: QueryError) -> tuple[Choice, ...]:
    if not isinstance(error, UnknownName):
        return ()
    return tuple(Choice(name, _asked_with(question, error.typed, name)) for name in error.near)


def advice(error: KkrGraphError) -> str:
    """The error's hint, unless it is about the command line."""
    about_terminals = isinstance(error, QueryError) and any(
        mark in error.hint for mark in _FOR_TERMINALS
    )
    return "" if about_terminals else error.hint


_OFTEN = (
    "forum-members", "person-posts", "chairs", "who-represents", "departures", "vacancies",
    "coming-vacancies", "appointed-by", "decisions-about", "decisions-of-meeting", "absences", "meetings",
)  # fmt: skip


def often_asked(queries: Mapping[str, NamedQuery]) -> tuple[NamedQuery, ...]:
    """The questions of every day, for the front page: who, until when, decided where."""
    return tuple(queries[name] for name in _OFTEN if name in queries)


_PERSON, _BODY = "Om en person", "Om et forum eller et KKR"
_PLACE, _MEETING = "Om en kommune eller et parti", "Om møder og beslutninger"
_ACROSS = "På tværs"
_ABOUT_MEETINGS = frozenset((Kind.MEETING, Kind.ITEM, Kind.CASE, Kind.OUTCOME, Kind.TEXT))
_TOPICS: Mapping[str, frozenset[Kind]] = {
    _PERSON: frozenset((Kind.PERSON, Kind.TITLE)),
    _PLACE: frozenset((Kind.MUNICIPALITY, Kind.PARTY)),
    _BODY: frozenset((Kind.FORUM, Kind.COUNCIL, Kind.ROLE)),
}


def by_topic(queries: Mapping[str, NamedQuery]) -> dict[str, list[NamedQuery]]:
    """The questions under headings, by what they are narrowed by."""
    topics: dict[str, list[NamedQuery]] = {
        topic: [] for topic in (_PERSON, _BODY, _PLACE, _MEETING, _ACROSS)
    }
    for query in sorted(queries.values(), key=lambda query: danish_sort_key(query.title)):
        topics[_topic(query)].append(query)
    return {topic: of for topic, of in topics.items() if of}


def _topic(query: NamedQuery) -> str:
    first = min(query.parameters, key=lambda each: not each.required, default=None)
    if first is None:
        return _ACROSS
    if not first.required and any(each.kind in _ABOUT_MEETINGS for each in query.parameters):
        return _MEETING
    if first.kind in _ABOUT_MEETINGS:
        return _MEETING
    return next((topic for topic, kinds in _TOPICS.items() if first.kind in kinds), _ACROSS)


def description(query: NamedQuery) -> str:
    """What the question is for; its options are called what the form calls them."""

    def label(option: re.Match[str]) -> str:
        parameter = query.parameter(option[1].replace("-", "_"))
        return f"»{parameter.label}«" if parameter else option[0]

    return _OPTION.sub(label, query.description)
