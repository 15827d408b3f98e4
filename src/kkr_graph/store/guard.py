"""What a SPARQL text may hold before any engine sees it.

Engines crash, and the process with them, on text that is nested too deep or chained too long; and
``SERVICE``, ``FROM`` and updates would reach the network, local files or the data. A small lexer
sees all that without parsing. It errs towards refusing: the engine's parser takes
``SERVICEex:a{...}`` for a keyword and a name, so a keyword counts wherever it touches one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from kkr_graph.errors import QueryError

MAX_BYTES = 100_000
MAX_DEPTH = 200
MAX_CHAIN = 2_000  # operators and clauses; engines build a tree as deep as the chain is long
MAX_TOKENS = 10_000
_REMEMBERED = 256  # texts, since pages ask the same again and again


class Form(StrEnum):
    """The four forms of a SPARQL query."""

    SELECT = "select"
    ASK = "ask"
    CONSTRUCT = "construct"
    DESCRIBE = "describe"


class Token(NamedTuple):
    """A piece of a text; ``text`` is in lower case where it may be a keyword or a name."""

    kind: str  # iri, string, variable, tag, name, word or sign
    text: str
    start: int
    end: int


_FORMS = frozenset(form.value for form in Form)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
# A name's local part must not be read longer than an engine reads it: it may not begin with a dot
# or a hyphen, or ``ex:.SERVICE`` would hide the keyword.
_TOKEN = re.compile(
    r"""(?P<blank>(?:[ \t\r\n]+|\#[^\r\n]*)+)
    |(?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\[uU][0-9A-Fa-f]+)*>)
    |(?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
        |"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    |(?P<variable>[?$]\w+)
    |(?P<tag>@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*)
    |(?P<name>[\w.\-]*:(?:(?:[\w:%]|\\.)(?:[\w.\-:%]|\\.)*)?)
    |(?P<word>\w[\w.\-]*)
    |(?P<sign>&&|\|\||.)""",
    re.VERBOSE | re.DOTALL,
)
_FOREIGN = ("service", "from")
_MAYBE_FOREIGN = re.compile("|".join(_FOREIGN))
_NO_KEYWORD = re.compile(r"(?<=[:?$])\w+")  # of a name or variable, if not of a string or comment
_OPENING, _CLOSING = "([{", ")]}"
_UPDATES = frozenset(
    ("insert", "delete", "load", "clear", "create", "drop", "copy", "move", "add", "with")
)
_CHAINS = frozenset(
    ("union", "optional", "minus", "bind", "filter", "graph", "as", "lateral", "exists")
) | frozenset(("&&", "||", "+", "-", "*", "/", "|", "!", "^", "=", "."))


def form_of(sparql: str) -> Form:
    """Which form of query the text is; all else about it is left unchecked.

    Raises:
        QueryError: it is no query, or too long.
    """
    _check_size(sparql)
    return _form(tokens_of(sparql))


@lru_cache(_REMEMBERED)
def check_text(sparql: str, *, graphs: frozenset[str] = frozenset()) -> Form:
    """Which form of query the text is.

    Args:
        sparql: the text.
        graphs: the graphs that ``FROM`` may name, in full.

    Raises:
        QueryError: it is no query, too long, too deep, or reaches outside the graph.
    """
    _check_size(sparql)
    if _is_plainly_within(sparql):
        return _form(tokens_of(sparql))
    form = _check_tokens(sparql, graphs)
    unescaped = _ESCAPE.sub(_character, sparql)
    return form if unescaped == sparql else _check_tokens(unescaped, graphs)


def require_form(sparql: str, *forms: Form) -> Form:
    """Check the text and that it is one of the forms; raises as ``check_text`` does."""
    form = check_text(sparql)
    if form not in forms:
        wanted = " eller ".join(wanted.value.upper() for wanted in forms)
        raise QueryError(
            f"Her ventes {wanted}, men spørgsmålet er {form.value.upper()}.",
            "Brug kkr-graph query til frie spørgsmål i alle former.",
        )
    return form


def _check_size(sparql: str) -> None:
    try:
        size = len(sparql.encode())
    except UnicodeEncodeError as error:
        raise QueryError(
            "SPARQL-spørgsmålet indeholder tegn, der ikke er gyldig Unicode.",
            "Skriv spørgsmålet igen, eller gem filen som UTF-8.",
        ) from error
    if size > MAX_BYTES:
        raise QueryError(
            f"SPARQL-spørgsmålet fylder {size} byte; grænsen er {MAX_BYTES}.",
            "Del det i flere spørgsmål.",
        )


def _is_plainly_within(sparql: str) -> bool:
    """Whether no limit can be passed, whatever the tokens are: most texts need not be taken apart.

    There are no more operators than characters, and no keyword but where its letters stand.
    """
    text = sparql.lower()
    return (
        len(sparql) <= MAX_CHAIN
        and sum(map(text.count, _OPENING)) <= MAX_DEPTH
        and "\\u" not in text
        and not _MAYBE_FOREIGN.search(_NO_KEYWORD.sub("", text))
    )


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else escape[0]


def _check_tokens(sparql: str, graphs: frozenset[str]) -> Form:
    tokens = list(tokens_of(sparql))
    form = _form(tokens)
    _check_reach(tokens, graphs)
    _check_shape(tokens)
    return form


def tokens_of(sparql: str) -> Iterator[Token]:
    """The pieces of a text, without blanks and comments."""
    for match in _TOKEN.finditer(sparql):
        kind = str(match.lastgroup)
        if kind != "blank":
            text = match[0].lower() if kind in ("name", "word") else match[0]
            yield Token(kind, text, match.start(), match.end())


def _form(tokens: Iterable[Token]) -> Form:
    words = (text for kind, text, *_ in tokens if kind == "word" and text not in ("prefix", "base"))
    verb = next(words, "")
    if verb in _UPDATES:
        raise QueryError(
            f"Spørgsmålet vil ændre grafen ({verb.upper()}), og her kan den kun læses.",
            "Grafen ændres ved at rette filerne i data/ og køre kkr-graph build.",
        )
    if verb not in _FORMS:
        raise QueryError(
            "SPARQL-spørgsmålet begynder ikke med SELECT, ASK, CONSTRUCT eller DESCRIBE.",
            'Eksempel: kkr-graph query - <<< "SELECT * { ?s ?p ?o } LIMIT 10"',
        )
    return Form(verb)


def _check_reach(tokens: Sequence[Token], graphs: frozenset[str]) -> None:
    for at, (kind, text, *_) in enumerate(tokens):
        if kind not in ("name", "word"):
            continue
        keyword = next((word for word in _FOREIGN if word in text.split(":")[0]), None)
        if keyword == "from" and _names_graph(tokens, at, graphs):
            continue
        if keyword:
            raise QueryError(
                f"{keyword.upper()} er ikke tilladt: et spørgsmål læser kun vidensgrafen.",
                "Spørg uden SERVICE og FROM. En enkelt kildes graf nås med GRAPH.",
            )


def _names_graph(tokens: Sequence[Token], at: int, graphs: frozenset[str]) -> bool:
    """Whether ``FROM`` or ``FROM NAMED`` stands here before one of the graphs, written in full."""
    words = [token.text for token in tokens[at : at + 3]]
    graph = words[2:3] if words[1:2] == ["named"] else words[1:2]
    return words[0] == "from" and bool(graph) and graph[0][1:-1] in graphs


def _check_shape(tokens: Sequence[Token]) -> None:
    chain = sum(1 for kind, text, *_ in tokens if kind in ("word", "sign") and text in _CHAINS)
    if _depth(tokens) > MAX_DEPTH or chain > MAX_CHAIN or len(tokens) > MAX_TOKENS:
        raise QueryError(
            "SPARQL-spørgsmålet er for dybt indlejret eller har for mange led.",
            f"Grænsen er {MAX_DEPTH} niveauer af parenteser og {MAX_CHAIN} led. "
            "Lange lister af værdier skrives bedst med VALUES.",
        )


def _depth(tokens: Sequence[Token]) -> int:
    deepest = depth = 0
    for kind, text, *_ in tokens:
        if kind == "sign" and text in _OPENING:
            depth += 1
            deepest = max(deepest, depth)
        elif kind == "sign" and text in _CLOSING:
            depth -= 1
    return deepest
