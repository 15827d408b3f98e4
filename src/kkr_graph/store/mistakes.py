"""What the engine's parser complains of, said in Danish and with the place."""

import re
from collections.abc import Iterator

from kkr_graph.errors import QueryError, QueryMistake
from kkr_graph.store.guard import Token, tokens_of
from kkr_graph.vocab import PREFIXES

_PLACE = re.compile(r"error at (\d+):(\d+)")
_SIGNS = re.compile(r'"([,.;(){}])"')  # those of the expected that people forget
_LOOK = (
    "Se efter en manglende parentes, et manglende punktum eller en stavefejl dér eller lige før."
)
_UNBOUND = "contains a variable that is unbound"


def mistake(message: str, sparql: str) -> QueryError:
    """The parser's message about a text, with line and column where it says so."""
    place = _PLACE.search(message)
    if place is None:
        return QueryError("SPARQL-spørgsmålet kan ikke læses.", message[:200])
    if (unknown := next(_undeclared(sparql), None)) is not None:  # engines say it only sometimes
        prefix = unknown.text.partition(":")[0]
        line, column = _line_and_column(sparql, unknown.start)
        return QueryMistake(
            f"Præfikset {prefix}: er ikke erklæret, ved linje {line}, tegn {column}.",
            f"Skriv PREFIX {prefix}: <…> øverst, eller ret stavningen.",
            line,
            column,
        )
    line, column = int(place[1]), int(place[2])
    text = "".join(sparql.split("\n")[line - 1 : line]).strip()
    problem = f"SPARQL-spørgsmålet kan ikke læses ved linje {line}, tegn {column}: »{text[:80]}«."
    return QueryMistake(problem, _advice(message), line, column)


def _undeclared(sparql: str) -> Iterator[Token]:
    """The names whose prefixes are neither the usual ones nor declared before them."""
    declared = {"_:", *(f"{prefix}:" for prefix in PREFIXES)}
    is_declaring = False
    for token in tokens_of(sparql):
        if token.kind == "name":
            prefix = token.text.partition(":")[0] + ":"
            if is_declaring:
                declared.add(prefix)
            elif prefix not in declared:
                yield token
        is_declaring = token.kind == "word" and token.text == "prefix"


def _line_and_column(sparql: str, offset: int) -> tuple[int, int]:
    before = sparql[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _advice(message: str) -> str:
    if _UNBOUND in message:
        return "SELECT nævner en variabel, der hverken står i GROUP BY eller regnes ud med en funktion."
    signs = list(dict.fromkeys(_SIGNS.findall(message)))
    if signs:
        return f"Her ventes {' eller '.join(f'»{sign}«' for sign in signs)}. {_LOOK}"
    return _LOOK
