"""Two documents compared, as the draft of a list and the minutes that adopt it."""

from collections.abc import Iterator, Mapping

from kkr_graph.constitution.change import Change, ChangeRow, Matter
from kkr_graph.constitution.comparison import Comparison
from kkr_graph.errors import AmbiguousName, QueryError
from kkr_graph.model.names import danish_sort_key, fold
from kkr_graph.queries.asking import NO_SOURCE, Questions, Record
from kkr_graph.seats.scope import Scope
from kkr_graph.store import Graph

_Post = tuple[str, str]  # IRIs of forum and person


def compare_documents(
    graph: Graph, first: str, second: str, *, forum: str | None = None
) -> Comparison:
    """Which posts stand in both documents, with the sentences, and which in one of them alone.

    Args:
        graph: where to ask.
        first: the name of a document, or a part of it that fits one alone.
        second: the other one.
        forum: only posts in this body.

    Raises:
        AmbiguousName: several documents fit.
        QueryError: there is no such document or forum.
        StoreError: the graph cannot be asked.
    """
    questions = Questions(graph)
    names = sorted({record.text("document") for record in questions.ask("documents")})
    one, other = _found(names, first), _found(names, second)
    scope = Scope(questions, forum=forum, term=None)
    before, after = _posts(questions, scope, one), _posts(questions, scope, other)
    return Comparison(earlier=one, later=other, rows=tuple(_rows(before, after)))


def _found(names: list[str], typed: str) -> str:
    wanted = fold(typed)
    exact = [name for name in names if fold(name) == wanted]
    fitting = exact or [name for name in names if wanted in fold(name)]
    if len(fitting) > 1:
        raise AmbiguousName(
            f"»{typed}« kan være {len(fitting)} dokumenter.", "Skriv navnet helt ud.", fitting
        )
    if not fitting:
        raise QueryError(
            f"Der er intet dokument i grafen, der hedder »{typed}«.",
            "kkr-graph ask documents viser dem alle.",
        )
    return fitting[0]


def _posts(questions: Questions, scope: Scope, document: str) -> Mapping[_Post, Record]:
    """The posts that a document names; what it decides before what it only expects."""
    found: dict[_Post, Record] = {}
    records = (
        record
        for record in questions.ask("posts-in-documents", **scope.arguments)
        if record.text("document") == document
    )
    for record in sorted(records, key=lambda each: each.text("certain") != "true"):
        found.setdefault((record.iri("forum"), record.iri("person")), record)
    return found


def _rows(before: Mapping[_Post, Record], after: Mapping[_Post, Record]) -> Iterator[ChangeRow]:
    rows = [_row(before.get(post), after.get(post)) for post in {*before, *after}]
    yield from sorted(
        rows, key=lambda row: (danish_sort_key(row.forum), danish_sort_key(row.subject))
    )


def _row(before: Record | None, after: Record | None) -> ChangeRow:
    known = before or after
    assert known is not None
    return ChangeRow(
        matter=Matter.PERSON,
        forum=known.text("forum"),
        subject=known.text("person"),
        change=_change(before, after),
        before=_described(before),
        after=_described(after),
        source_before=before.source if before else NO_SOURCE,
        source_after=after.source if after else NO_SOURCE,
    )


def _change(before: Record | None, after: Record | None) -> Change:
    if before is None:
        return Change.ONLY_SECOND
    if after is None:
        return Change.ONLY_FIRST
    return Change.SAME if before.iri("role") == after.iri("role") else Change.OTHER_ROLE


def _described(record: Record | None) -> str:
    """The role, and whether the document only expects or proposes it."""
    if record is None:
        return ""
    doubt = "" if record.text("certain") == "true" else " (formodet)"
    return f"{record.text('role')}{doubt}"
