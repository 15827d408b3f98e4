"""The words of questions in Danish: what may be left out, what means the same, what tells the time.

They are data, ``data/curation/lookups/questions.toml``. A question and the patterns of the named ones
are brought into one form by them, word for word, so that what stands for a name keeps its spelling.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from kkr_graph.config import packaged
from kkr_graph.errors import RegistryError
from kkr_graph.model.names import fold

_MARKS = re.compile(r"[?!,;:\"“”„»«]+")
_SHORTEST = 3  # letters of a word that is worth a search
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrased:
    """A question as words: as they were written, and as they are compared."""

    written: tuple[str, ...]
    compared: tuple[str, ...]
    is_past: bool  # it asks about what was
    is_now: bool  # it says that it asks about today


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasing:
    """What is known of the words of questions; all of it folded."""

    small: frozenset[str]
    past: frozenset[str]
    meeting: frozenset[str]  # small, but such a question is about a meeting
    topical: frozenset[str]  # small, but what follows is what is asked about
    of: frozenset[str]  # small: whose people
    open: frozenset[str]  # something must follow them
    nameless: frozenset[str]  # no name has them
    unsearched: frozenset[str]
    verb_follows: frozenset[str]  # question words that stand alone before the verb
    asides: tuple[_Words, ...]
    now: tuple[_Words, ...]
    words: Mapping[str, str]  # a form of a word -> the word
    titles: Mapping[str, str]  # a form of a title -> the title; no roles in a body
    unheld: Mapping[str, str]  # a word -> what to say where it is asked for
    phrases: Mapping[_Words, _Words]  # what somebody may say -> what the patterns say
    present: Mapping[_Words, _Words]  # what was -> what is

    def in_both_tenses(self, text: str) -> Iterator[Phrased]:
        """The words of a question about a day, and of the same question as one asks it on that day."""
        asked = self.read(text)
        yield asked
        today = _replaced(split_words(text), self.present)
        if today != split_words(text):
            yield replace(self.read(" ".join(today)), is_past=asked.is_past)

    def read(self, text: str) -> Phrased:
        """The words of a question, without what is only said for politeness."""
        written = split_words(text)
        written, _ = self._without(written, self.asides)
        written, is_now = self._without(written, self.now)
        is_past = any(_folded(word) in self.past for word in written)
        written = _replaced(written, self.phrases)
        is_past = is_past or any(_folded(word) in self.past for word in written)
        return Phrased(
            written=tuple(written),
            compared=tuple(self.words.get(_folded(word), _folded(word)) for word in written),
            is_past=is_past,
            is_now=is_now,
        )

    def _without(self, words: Sequence[str], phrases: Sequence[_Words]) -> tuple[list[str], bool]:
        kept, at = list[str](), 0
        while at < len(words):
            length = _beginning(words[at:], phrases)
            if not length:
                kept.append(words[at])
            at += length or 1
        return kept, len(kept) < len(words)


def split_words(text: str) -> list[str]:
    """The words as they are written, without marks between them."""
    return [word for word in _MARKS.sub(" ", text).split() if fold(word)]


def _replaced(words: Sequence[str], phrases: Mapping[_Words, _Words]) -> list[str]:
    """The words with every phrase that they have as what it stands for."""
    said, at = list[str](), 0
    while at < len(words):
        length = _beginning(words[at:], tuple(phrases))
        found = tuple(map(_folded, words[at : at + length]))
        said += phrases[found] if length else [words[at]]
        at += length or 1
    return said


def searched_words(question: str, patterns: Iterable[str]) -> tuple[str, ...]:
    """The words of a question that are in no pattern: what it may be about, for a search.

    The word behind ``hvem`` or ``hvad`` is its verb, and nothing that it is about where there is more.
    """
    known = phrasing()
    usual = {word for pattern in patterns for word in known.read(pattern).compared}
    usual |= known.small | known.unsearched
    asked = known.read(question)
    told = [
        (at, written.strip("."))
        for at, (written, compared) in enumerate(zip(asked.written, asked.compared, strict=True))
        if compared not in usual and compared not in known.unheld and len(compared) >= _SHORTEST
    ]
    verb = 1 if asked.compared[:1] and asked.compared[0] in known.verb_follows else None
    beside_it = tuple(word for at, word in told if at != verb)
    return beside_it or tuple(word for _, word in told)


def _beginning(words: Sequence[str], phrases: Sequence[_Words]) -> int:
    """How many words the longest of the phrases has that they begin with; 0 for none."""
    folded = tuple(map(_folded, words))
    return max((len(each) for each in phrases if folded[: len(each)] == each), default=0)


def _folded(word: str) -> str:
    return fold(word.rstrip("."))


@cache
def phrasing() -> Phrasing:
    """The words that come with the program.

    Raises:
        RegistryError: they cannot be read.
    """
    path = packaged("lookups", "data/curation/lookups") / "questions.toml"
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RegistryError(
            f"opslagsfilen {path} kan ikke læses som TOML: {error}",
            "Ret linjen, eller hent filen fra programmets egen data-mappe.",
        ) from error
    words = {fold(form): fold(word) for word, forms in told["words"].items() for form in forms}
    titles = {
        fold(form): title for title, forms in told["titles"].items() for form in (title, *forms)
    }
    unheld = {fold(word): answer for answer, each in told["unheld"].items() for word in each}
    return Phrasing(
        small=frozenset(map(fold, told["small"])),
        past=frozenset(map(fold, told["past"])),
        meeting=frozenset(map(fold, told["meeting"])),
        topical=frozenset(map(fold, told["topical"])),
        of=frozenset(map(fold, told["of"])),
        open=frozenset(map(fold, told["open"])),
        nameless=frozenset(map(fold, told["nameless"])),
        unsearched=frozenset(map(fold, told["unsearched"])),
        verb_follows=frozenset(map(fold, told["verb_follows"])),
        asides=tuple(map(_split, told["asides"])),
        now=tuple(map(_split, told["now"])),
        words=MappingProxyType(words),
        titles=MappingProxyType(titles),
        unheld=MappingProxyType(unheld),
        phrases=_phrases(told["phrases"]),
        present=_phrases(told["present"]),
    )


def _phrases(told: Mapping[str, Sequence[str]]) -> Mapping[_Words, _Words]:
    return MappingProxyType(
        {_split(said): _split(usual) for usual, others in told.items() for said in others}
    )


def _split(phrase: str) -> _Words:
    return tuple(map(_folded, phrase.split()))
