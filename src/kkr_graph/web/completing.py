"""How a question in Danish may go on: the ways of asking that begin as it does, with names in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kkr_graph.model.names import fold
from kkr_graph.queries import Kind, NamedQuery
from kkr_graph.queries.days import today
from kkr_graph.web.site import Site

MOST_SHOWN = 10
_NAMES = 4  # of one way of asking
_SLOT = re.compile(r"\{(\w+)\}")
_WORTH_MATCHING = 3  # letters: below it, a word is in too many questions


@dataclass(frozen=True, slots=True)
class Completion:
    """A way to go on. ``written`` is what is then in the box, and ends where the next name goes."""

    shown: str
    written: str


def completions(site: Site, typed: str) -> tuple[Completion, ...]:
    """The ways that questions which begin like this may go on, those with names in them first."""
    begun: list[Completion] = []
    alike: list[Completion] = []
    for query in site.queries.values():
        for pattern in query.patterns:
            parts = _SLOT.split(pattern.text)  # text, slot, text, slot, ... text
            begun += _continued(site, query, parts, typed)
            if _is_alike(pattern.text, typed):
                alike.append(_open(parts, 0, ""))
    begun.sort(key=lambda each: "…" in each.shown)
    unique = {each.shown: each for each in (*reversed(alike), *reversed(begun))}
    return tuple(reversed(unique.values()))[:MOST_SHOWN]


def _is_alike(pattern: str, typed: str) -> bool:
    """Whether every word that was typed begins one of the question's."""
    words = fold(_SLOT.sub(" ", pattern).replace("?", " ")).split()
    wanted = fold(typed.replace("?", " ")).split()
    telling = any(len(word) >= _WORTH_MATCHING for word in wanted)
    return telling and all(any(word.startswith(part) for word in words) for part in wanted)


def _continued(
    site: Site, query: NamedQuery, parts: Sequence[str], typed: str
) -> Iterator[Completion]:
    """What may stand where the typed text ends, if the question begins with it."""
    before, rest = "", typed
    for at in range(0, len(parts), 2):
        text = parts[at]
        if at == len(parts) - 1 or fold(text).startswith(fold(rest)):
            if fold(rest) and fold(text).startswith(fold(rest)):
                yield _open(parts, at, before)
            return
        after = _after(text, rest)
        if after is None:
            return
        before += text
        name, more = _name_and_more(parts[at + 2], after)
        if more is None:
            yield from _named(site, query, parts, at, before, after)
            return
        before, rest = before + name, more


def _after(text: str, typed: str) -> str | None:
    """What was typed after a text, however it was spelt."""
    words, given = fold(text).split(), typed.split()
    if fold(" ".join(given[: len(words)])).split() != words:
        return None
    return " ".join(given[len(words) :])


def _name_and_more(following: str, typed: str) -> tuple[str, str | None]:
    """The name that was typed, and what comes after it, if the text behind the name has begun."""
    begins = next(iter(fold(following.removeprefix("s ").replace("?", "")).split()), "")
    given = typed.split()
    for at, word in enumerate(given[1:], start=1):
        if begins and fold(word) == begins:
            return " ".join(given[:at]), " ".join(given[at:])
    return typed, None


def _named(
    site: Site, query: NamedQuery, parts: Sequence[str], at: int, before: str, typed: str
) -> Iterator[Completion]:
    parameter = query.parameter(parts[at + 1])
    if parameter is None or parameter.kind in (Kind.DATE, Kind.TEXT, Kind.INTEGER):
        return
    if not typed.strip(" ?"):
        yield _open(parts, at, before.removesuffix(parts[at]))
        return
    hits = site.index.search(typed.strip(" ?"), now=today(), kinds=(parameter.kind,))
    for entry in [entry for group in hits.groups for entry in group.hits][:_NAMES]:
        yield _open(parts, at + 2, before + site.index.written(entry))


def _open(parts: Sequence[str], at: int, before: str) -> Completion:
    """The question from a part on, up to the next name that must be written."""
    rest = "".join("…" if number % 2 else text for number, text in enumerate(parts[at:]))
    return Completion(before + rest, before + parts[at])
