"""The named questions that staff ask, and what people type to ask them.

``load_queries()`` gives the questions, ``run_query(graph, query, arguments)`` an answer,
``questions.understand(graph, queries, "Hvem er formand for BRN?")`` the question that somebody means.
"""

from kkr_graph.queries.answers import Answer, label_solutions, labels_of, run_query
from kkr_graph.queries.named import Column, Kind, NamedQuery, Parameter, find_query, load_queries

__all__ = [
    "Answer",
    "Column",
    "Kind",
    "NamedQuery",
    "Parameter",
    "find_query",
    "label_solutions",
    "labels_of",
    "load_queries",
    "run_query",
]
