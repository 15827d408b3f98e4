"""Why an answer has no rows, as far as the graph knows.

One narrowing after another is left out, and what there is without it is told: the last day that is
known, or how many rows. Nothing is told where leaving out one of them does not help.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from kkr_graph.errors import quoted
from kkr_graph.model import danish
from kkr_graph.model.tenure import FOREVER
from kkr_graph.queries.answers import Answer, run_query
from kkr_graph.queries.named import Kind, NamedQuery, Parameter
from kkr_graph.store import Graph
from kkr_graph.vocab import XSD

_MOST_COUNTED = 1000
_DAYS = ("date", "end", "from")  # the columns that say when, the one that says it best first


def why_empty(
    graph: Graph, query: NamedQuery, given: Mapping[str, str], *, now: date
) -> tuple[str, ...]:
    """The reasons, each a sentence.

    Raises:
        QueryError: an argument is missing or wrong.
        StoreError: the graph cannot be asked.
    """
    return tuple(_reasons(graph, query, given, now))


def _reasons(graph: Graph, query: NamedQuery, given: Mapping[str, str], now: date) -> Iterator[str]:
    """A name that stands alone is what the question is about: without it, it is another one."""
    narrowed = [each for each in query.parameters if each.name in given or each.default]
    is_about_one = sum(each.kind is not Kind.DATE for each in narrowed) == 1
    for parameter in sorted(narrowed, key=lambda each: each.kind != Kind.DATE):
        if parameter.kind is Kind.TEXT:
            yield f"Ordene {quoted(given[parameter.name])} står ikke dér, hvor der er ledt."
        elif parameter.kind is Kind.DATE or not (parameter.required or is_about_one):
            without = run_query(
                graph, query, given, now=now, limit=_MOST_COUNTED, leave_out=parameter.name
            )
            if without.rows:
                yield _told(parameter, given.get(parameter.name, ""), without, now)


def _told(parameter: Parameter, value: str, without: Answer, now: date) -> str:
    many = danish.counted(len(without.rows), "række", "rækker")
    if without.truncated:
        many = f"mindst {many}"
    if parameter.kind is not Kind.DATE:
        return f"Uden »{parameter.label}: {value}« er der {many}."
    last = _last_day(without)
    if last is None:
        return f"Uden »{parameter.label}« er der {many}."
    over = ", og den er forbi" if last < now else ""
    return f"Den seneste dag, dokumenterne nævner, er {danish.day(last)}{over}."


def _last_day(answer: Answer) -> date | None:
    """The latest day in the column that says when; None where no row has one."""
    for column in _DAYS:
        terms = (row[column] for row in answer.rows if column in row)
        days = [date.fromisoformat(term.value) for term in terms if term.datatype == XSD.date]
        known = [day for day in days if day != FOREVER]
        if known:
            return max(known)
    return None
