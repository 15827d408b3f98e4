"""What an overview is about: everything, one body, or a contact council with all that it fills."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kkr_graph.overview.content import DocumentRow, OverviewRow, Remark
from kkr_graph.overview.findings import Grade
from kkr_graph.queries.asking import Questions
from kkr_graph.seats.holders import HeldRole
from kkr_graph.seats.scope import Scope


def scope_of(questions: Questions, name: str | None, term: str | None) -> Scope:
    """The scope of a body; a contact council stands for the posts it fills, too, and for its area.

    Raises:
        QueryError: the graph has no such body or term.
    """
    scope = Scope(questions, forum=name, term=term)
    named = scope.fora.get(scope.forum.iri) if scope.forum else None
    if named and named.is_council:
        return Scope(questions, forum=None, council=named.label, term=term)
    return scope


def selected(held: Iterable[HeldRole], scope: Scope) -> tuple[HeldRole, ...]:
    """The posts and vacant seats that concern the council of a scope; all where none was asked for."""
    return tuple(each for each in held if scope.concerns_post(each.record))


def selected_documents(documents: Iterable[DocumentRow], scope: Scope) -> Iterator[DocumentRow]:
    """Those that rows of the overview rest on, and those of the council's own meetings."""
    for each in documents:
        if not _is_narrowed(scope) or each.cited or _is_of_council(each.meeting, scope):
            yield each


def selected_remarks(
    remarks: Iterable[Remark],
    rows: Sequence[OverviewRow],
    documents: Sequence[DocumentRow],
    scope: Scope,
) -> Iterator[Remark]:
    """Those about the bodies and people that are shown, and about the council's own minutes."""
    names = {scope.body_label, *(row.holder for row in rows if row.holder)}
    names |= {row.forum for row in rows} - _fora_of_all(scope)
    shown = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names)))
    minutes = {each.name for each in documents if _is_of_council(each.meeting, scope)}
    for each in remarks:
        is_shown = shown.search(f"{each.what} {each.about}") or each.source.document in minutes
        if not _is_narrowed(scope) or is_shown or _is_of_nothing(each):
            yield each


def _is_of_nothing(remark: Remark) -> bool:
    """Whether something is wrong of which nobody can say where."""
    is_placed = remark.about or remark.source.document
    return remark.grade == Grade.VIOLATION.danish and not is_placed


def _fora_of_all(scope: Scope) -> set[str]:
    """Where a council is asked for: the bodies that have seats of other councils, too."""
    council = scope.council.label if scope.council else ""
    return {forum.label for forum in scope.fora.values() if council and council not in forum.serves}


def _is_narrowed(scope: Scope) -> bool:
    return bool(scope.forum or scope.council)


def _is_of_council(meeting: str, scope: Scope) -> bool:
    """Whether a meeting, such as ``KKR Nordjylland 24.10.2025``, is the council's."""
    return scope.council is not None and meeting.startswith(f"{scope.council.label} ")
