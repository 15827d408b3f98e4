"""Writing a free question so that the engine answers it sooner, and the same.

The text is read as groups of parts, whose order is ``arrangement``'s. What is not understood is left
as it is. The text must have been parsed by the engine before, and the default graph must be a set of
triples: no ``FROM``, and no union of graphs.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kkr_graph.store.arrangement import Kind, Names, Part, Pattern, arranged, written
from kkr_graph.store.guard import Token, tokens_of

_ABSOLUTE = re.compile(r"<[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")
_KEYWORDS = (
    "select", "where", "optional", "filter", "bind", "values", "graph", "minus", "service",
    "lateral", "union", "exists", "not", "from", "a",
)  # fmt: skip
_OPENING, _CLOSING = "([{", ")]}"
_NONE: Names = frozenset()


class _NotUnderstood(Exception):
    """The text has something in it about which nothing is proved here."""


def rewrite(sparql: str) -> str:
    """The same question with its OPTIONALs last and anchored, or the text as it was."""
    if "\\u" in sparql.lower():
        return sparql
    try:
        return _Text(sparql).rewritten()
    except (_NotUnderstood, IndexError):
        return sparql


class _Text:
    """A query as tokens, and how its groups are made."""

    def __init__(self, sparql: str) -> None:
        self._sparql = sparql
        self._tokens = list(_split(tokens_of(sparql)))
        self._at = 0
        self._changed = 0  # groups, so that a group knows of those inside it

    def rewritten(self) -> str:
        """The whole query with its main group rewritten."""
        if any(token.text == "from" for token in self._tokens):
            raise _NotUnderstood
        self._to_verb()
        self._to_group()
        first = self._here
        group = self._group()
        start, end = first.start, self._tokens[self._at - 1].end
        return f"{self._sparql[:start]}{group}{self._sparql[end:]}"

    @property
    def _here(self) -> Token:
        return self._tokens[self._at]

    def _next(self) -> Token:
        token = self._here
        self._at += 1
        return token

    def _slice(self, start: int, end: int | None = None) -> str:
        """The text from one token up to before another."""
        last = (self._at if end is None else end) - 1
        return self._sparql[self._tokens[start].start : self._tokens[last].end]

    def _names(self, start: int) -> Names:
        tokens = self._tokens[start : self._at]
        return frozenset(token.text[1:] for token in tokens if token.kind == "variable")

    def _balanced(self) -> None:
        """Pass over what is in brackets."""
        if self._here.text not in _OPENING:
            raise _NotUnderstood
        depth = 0
        while True:
            token = self._next()
            if token.kind == "sign":
                depth += (token.text in _OPENING) - (token.text in _CLOSING)
            if depth == 0:
                return

    def _to_verb(self) -> None:
        while self._here.text not in ("select", "ask", "construct", "describe"):
            self._at += 1
        if self._next().text == "construct" and self._here.text == "{":
            self._balanced()

    def _to_group(self) -> None:
        """To the braces of the pattern; expressions before it stand in brackets."""
        while self._here.text != "{":
            if self._here.kind == "sign" and self._here.text in _OPENING:
                self._balanced()
            else:
                self._at += 1

    def _group(self) -> str:
        start = self._at
        if self._tokens[self._at + 1].text == "select":
            return self._subquery(start)
        before = self._changed
        parts = self._parts()
        better = arranged(parts)
        self._changed += better != parts
        return self._slice(start) if self._changed == before else written(better)

    def _subquery(self, start: int) -> str:
        """What stands around its group, such as its columns and order, stays."""
        self._at += 1
        self._to_group()
        before = self._slice(start)
        group = self._group()
        after = self._at
        while self._here.text != "}":
            if self._here.text in _OPENING:
                self._balanced()
            else:
                self._at += 1
        self._at += 1
        return f"{before} {group} {self._slice(after)}"

    def _parts(self) -> tuple[Part, ...]:
        """The elements between the braces."""
        self._at += 1
        parts = []
        while self._here.text != "}":
            if self._here.text == ".":
                self._at += 1
            else:
                parts.append(self._part())
        self._at += 1
        return tuple(parts)

    def _part(self) -> Part:
        start, word = self._at, self._here.text
        match word:
            case "{":
                return self._groups(start)
            case "optional":
                return self._optional(start)
            case "filter":
                return self._filter(start)
            case "values":
                return self._values(start)
            case "graph":
                self._at += 2
                text = f"{self._slice(start)} {self._group()}"
                return Part(kind=Kind.OTHER, text=text, variables=self._names(start))
            case "bind" | "minus":
                self._at += 1
                self._balanced()
                return self._whole(Kind.BARRIER, start)
            case _:
                return self._statements(start)

    def _whole(self, kind: Kind, start: int) -> Part:
        return Part(kind=kind, text=self._slice(start), variables=self._names(start))

    def _groups(self, start: int) -> Part:
        texts = [self._group()]
        while self._here.text == "union":
            self._at += 1
            texts.append(self._group())
        text = " UNION ".join(texts)
        return Part(kind=Kind.OTHER, text=text, variables=self._names(start))

    def _optional(self, start: int) -> Part:
        self._at += 1
        inside = self._at
        if self._tokens[self._at + 1].text == "select":
            raise _NotUnderstood
        group = self._parts()
        text = f"OPTIONAL {self._slice(inside)}"
        return Part(kind=Kind.OPTIONAL, text=text, variables=self._names(start), group=group)

    def _filter(self, start: int) -> Part:
        self._at += 1
        while self._here.text not in _OPENING:  # NOT EXISTS, or the name of a function
            if self._next().kind not in ("word", "name", "iri"):
                raise _NotUnderstood
        self._balanced()
        return self._whole(Kind.FILTER, start)

    def _values(self, start: int) -> Part:
        self._at += 1
        single = self._here.kind == "variable"
        if single:
            self._at += 1
        else:
            self._balanced()
        inside = self._at + 1
        self._balanced()
        part = self._whole(Kind.VALUES, start)
        if not (single and _are_distinct(self._tokens[inside : self._at - 1])):
            return part
        pattern = Pattern(part.text, part.variables)
        return replace(part, certain=part.variables, patterns=(pattern,))

    # --- statements: subject, verbs and objects, without blank nodes and lists ---

    def _statements(self, start: int) -> Part:
        patterns: list[Pattern] = []
        subject = self._term()
        end = self._verbs(subject, patterns)
        names = self._names(start)
        return Part(
            kind=Kind.TRIPLES,
            text=self._slice(start, end),
            variables=names,
            certain=names,
            patterns=tuple(patterns),
        )

    def _verbs(self, subject: Pattern, patterns: list[Pattern]) -> int:
        """All that is said of a subject; where it ends, without a last semicolon."""
        while True:
            verb = self._verb()
            while True:
                thing = self._term()
                if verb is not None:
                    text = f"{subject.text} {verb.text} {thing.text}"
                    names = subject.variables | verb.variables | thing.variables
                    patterns.append(Pattern(text, names))
                if self._here.text != ",":
                    break
                self._at += 1
            end = self._at
            while self._here.text == ";":
                self._at += 1
            if end == self._at or self._ends_statement():
                return end

    def _ends_statement(self) -> bool:
        token = self._here
        pattern = token.kind == "word" and token.text in _KEYWORDS and token.text != "a"
        return pattern or (token.kind == "sign" and token.text in ".}{")

    def _term(self) -> Pattern:
        start = self._at
        token = self._next()
        match token.kind:
            case "variable":
                return Pattern(token.text, frozenset((token.text[1:],)))
            case "string":
                self._after_string()
            case "iri":
                pass
            case "name" if not token.text.startswith("_:"):
                pass
            case "word" if token.text in ("true", "false") or _NUMBER.fullmatch(token.text):
                pass
            case _:
                raise _NotUnderstood
        return Pattern(self._slice(start), _NONE)

    def _after_string(self) -> None:
        if self._here.kind == "tag":
            self._at += 1
        elif self._here.text == "^":
            self._at += 3  # two signs and the datatype

    def _verb(self) -> Pattern | None:
        """The verb, or None where it is a path."""
        token = self._here
        after = self._tokens[self._at + 1]
        if token.kind == "variable":
            self._at += 1
            return Pattern(token.text, frozenset((token.text[1:],)))
        if _is_name(token) and not (after.kind == "sign" and after.text in "/|*+?^"):
            self._at += 1
            return Pattern(self._slice(self._at - 1), _NONE)
        self._path()
        return None

    def _path(self) -> None:
        depth = 0
        while True:
            while self._here.text in ("^", "!", "("):
                depth += self._next().text == "("
            if not _is_name(self._next()):
                raise _NotUnderstood
            while self._here.text in ("*", "+", "?", ")"):
                depth -= self._next().text == ")"
            if self._here.text not in ("/", "|"):
                break
            self._at += 1
        if depth:
            raise _NotUnderstood


def _is_name(token: Token) -> bool:
    """Whether it can be a verb by itself."""
    return token.kind in ("iri", "name") or token.text == "a"


def _split(tokens: Iterable[Token]) -> Iterable[Token]:
    """As the engine reads them: a name or a number does not take the full stop after it."""
    for token in tokens:
        prefix = token.text.partition(":")[0]
        if token.kind == "name" and any(prefix.endswith(word) for word in _KEYWORDS if word != "a"):
            raise _NotUnderstood  # the engine may see a keyword in it
        if token.kind in ("name", "word") and token.text.endswith("."):
            yield token._replace(text=token.text[:-1], end=token.end - 1)
            yield Token("sign", ".", token.end - 1, token.end)
        else:
            yield token


def _are_distinct(values: Sequence[Token]) -> bool:
    """Whether a list of values surely has no value twice, and none that means anything."""
    if len(values) == 1:
        return values[0].text != "undef"
    texts = [value.text for value in values]
    return len(set(texts)) == len(texts) and all(map(_ABSOLUTE.match, texts))
