"""The whole overview, read from the graph."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from kkr_graph.curation.silenced import Silence
from kkr_graph.model.names import danish_sort_key
from kkr_graph.overview.chairs import chairs_at_once
from kkr_graph.overview.content import DocumentRow, Overview, OverviewRow
from kkr_graph.overview.remarks import read_remarks, told_together
from kkr_graph.overview.rows import to_rows
from kkr_graph.overview.seats import to_seat_rows
from kkr_graph.overview.selection import (
    scope_of,
    selected,
    selected_documents,
    selected_remarks,
)
from kkr_graph.overview.ties import read_ties
from kkr_graph.queries.asking import Questions
from kkr_graph.seats.groups import read_groups
from kkr_graph.seats.holders import Certainty, read_held_roles, read_vacant_seats
from kkr_graph.seats.scope import Forum, Scope, only_one
from kkr_graph.store import Graph


def read_overview(
    graph: Graph,
    *,
    forum: str | None = None,
    term: str | None = None,
    silenced: Sequence[Silence] = (),
) -> Overview:
    """Who sits where on the last day that the documents tell of, or in a term.

    Args:
        graph: where to ask.
        forum: only this body, named as people type it; of a contact council, all that it fills.
        term: only this electoral term, such as ``KKR 2026-2030``.
        silenced: the findings that somebody has set aside.

    Raises:
        QueryError: the graph has no such forum or term.
        StoreError: the graph cannot be asked.
    """
    questions = Questions(graph)
    scope = scope_of(questions, forum, term)
    groups = read_groups(questions, scope)
    held = read_held_roles(questions, scope)
    vacant = read_vacant_seats(questions, scope, held)
    shown = selected((*held, *vacant), scope)
    rows = to_rows(shown, groups, scope, read_ties(questions, shown))
    documents = _documents(questions, Counter(row.source.document for row in rows))
    remarks = read_remarks(questions, silenced, chairs_at_once(shown, scope))
    certain = [each.holding for each in held if each.certainty == Certainty.CERTAIN]
    return Overview(
        body=_body(scope, rows),
        term=scope.term_label,
        data_through=_known_through(questions, scope),
        fora=tuple(sorted(scope.fora.values(), key=_place)),
        rows=rows,
        seats=to_seat_rows(groups, certain, scope),
        remarks=told_together(tuple(selected_remarks(remarks, rows, documents, scope))),
        documents=tuple(selected_documents(documents, scope)),
    )


def _body(scope: Scope, rows: Sequence[OverviewRow]) -> str:
    """The contact councils, and whether there are posts in bodies that are none of theirs."""
    is_narrowed = scope.forum or scope.council
    councils = set(scope.councils)
    own = {forum.label for forum in scope.fora.values() if councils & {forum.label, *forum.serves}}
    others = any(row.forum not in own and row.represents not in councils for row in rows)
    label = scope.body_label
    return f"{label} og andre organer" if label and others and not is_narrowed else label


def _known_through(questions: Questions, scope: Scope) -> date | None:
    """The last day that the documents tell of: of the contact council alone, where the overview is its."""
    asked = scope.asked_councils if scope.forum or scope.council else ()
    return questions.data_through_by_council.get(only_one(set(asked)), questions.data_through)


def _place(forum: Forum) -> tuple[bool, str]:
    return not forum.is_council, danish_sort_key(forum.label)


def _documents(questions: Questions, cited: Counter[str]) -> tuple[DocumentRow, ...]:
    return tuple(
        DocumentRow(
            name=record.text("document"),
            kind=record.text("kind"),
            meeting=record.text("meeting"),
            day=record.day("date"),
            passages=record.number("passages") or 0,
            cited=cited[record.text("document")],
        )
        for record in questions.ask("documents")
    )
