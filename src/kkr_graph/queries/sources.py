"""What staff call a source: ``referat 24.10.2025``, and the file it lies in where that helps to find it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kkr_graph.model import danish
from kkr_graph.model.solutions import Row, Term
from kkr_graph.queries.answers import Answer
from kkr_graph.queries.concepts import concept_labels
from kkr_graph.queries.named import Column
from kkr_graph.store import Graph

_PLACES: Mapping[str, str] = {"": "Sted i kilden", "other_": "Sted i kilden (det andet)"}
"""The headings of places, by what the columns of a source begin with."""
_DOCUMENTS = """
SELECT ?document ?kind ?day ?title WHERE {
  ?document a kkr:SourceDocument ; dcterms:title ?title .
  OPTIONAL { ?document a kkr:SourceDocument ; kkr:documentKind ?kind }
  OPTIONAL { ?document a kkr:SourceDocument ; dcterms:date ?day }
}
"""


def source_name(kind: str, when: date | None, file: str) -> str:
    """``referat 24.10.2025``; the file's name where no day is known.

    Args:
        kind: The kind of document in Danish; empty where it is not known.
        when: Its day.
        file: The file's name.
    """
    return f"{kind or 'dokument'} {danish.day(when)}" if when else file or "ukendt dokument"


def with_file(name: str, file: str) -> str:
    """``referat 24.10.2025 (referat.docx)``, for what is read away from the pages."""
    if not file or not name or name == file or name.endswith(f"({file})"):
        return name or file
    return f"{name} ({file})"


def place_in_words(page: int | str | None, line: int | str | None, where: str = "") -> str:
    """``side 3, linje 71`` or ``ark Medlemmer, række 8``; empty where a document says none.

    Args:
        page: Its number; empty or 0 where there is none.
        line: The same of the line.
        where: What people call the place, where page and line are not what they look for.
    """
    counted = (f"side {page}" if page else "", f"linje {line}" if line else "")
    return where or ", ".join(filter(None, counted))


def with_places(answer: Answer) -> Answer:
    """The same answer, in which page and line are one column that names the place as people look for it."""
    columns, rows = list(answer.columns), list(answer.rows)
    for begins, heading in _PLACES.items():
        at = next((n for n, each in enumerate(columns) if each.name == f"{begins}line"), None)
        if at is None:
            continue
        columns[at] = Column(f"{begins}place", heading)
        columns = [each for each in columns if each.name != f"{begins}page"]
        rows = [_placed(answer, row, begins) for row in rows]
    return replace(answer, columns=tuple(columns), rows=tuple(rows))


def _placed(answer: Answer, row: Row, begins: str) -> Row:
    told = {name: row[begins + name] for name in ("document", "line") if begins + name in row}
    page, line = (answer.text(row, begins + name) for name in ("page", "line"))
    place = place_in_words(page, line, answer.place(told))
    return {**row, f"{begins}place": Term(value=place)} if place else row


def source_names(graph: Graph) -> Mapping[str, str]:
    """What every document is called, by its IRI; with the file where several are called the same."""
    kinds = concept_labels()
    rows = graph.select(_DOCUMENTS).rows
    names = [
        source_name(
            kinds.get(row["kind"].value, "") if "kind" in row else "",
            date.fromisoformat(row["day"].value) if "day" in row else None,
            row["title"].value,
        )
        for row in rows
    ]
    often = Counter(names)
    return {
        row["document"].value: with_file(name, row["title"].value) if often[name] > 1 else name
        for row, name in zip(rows, names, strict=True)
    }


def called_as_on_pages(graph: Graph, answer: Answer) -> Answer:
    """The same answer, in which a document is ``referat 24.10.2025 (referat.docx)``."""
    iris = {term.value for row in answer.rows if (term := row.get("document")) and term.is_iri}
    if not iris:
        return answer
    names = source_names(graph)
    called = {iri: with_file(names[iri], answer.labels.get(iri, "")) for iri in iris & names.keys()}
    return replace(answer, labels={**answer.labels, **called})
