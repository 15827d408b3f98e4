"""Which party a letter means: the ballot's letters or the press's, decided per document.

The press writes (S) for Socialdemokratiet and (K) for Det Konservative Folkeparti; on the ballot S is
Slesvigsk Parti and K Kristendemokraterne. Letters that only one scheme has decide for the rest.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kkr_graph.model.names import fold
from kkr_graph.model.registry import Registry

NO_PARTY = frozenset(
    {
        "up",
        "ufp",
        "løsg",
        "løsgænger",
        "uden for partierne",
        "udenfor partierne",
        "uden parti",
        "uden for parti",
        "udenfor parti",
        "løsgængere",
    }
)
_BRACKETED = re.compile(r"\(([A-ZÆØÅ]{1,3}|ALT)\)")
# "Anna Holm, S" and "Anna Holm, S, Aalborg"
_AFTER_COMMA = re.compile(r"(?<=[a-zæøå]), ([A-ZÆØÅ]{1,3})(?=\s*(?:[,;(]|$))", re.MULTILINE)
_LETTER = re.compile(r"[A-ZÆØÅ]")
# a list that goes by its letter, or has it in brackets behind its name
_OWN_LIST = re.compile(r"\b(?:[Ll]iste |\w*liste(?:n|rne)? \()(?P<letter>[A-ZÆØÅ])(?![\w])")
_LISTED = re.compile(r"[Ll]iste (?P<letter>[A-ZÆØÅ])")
# a list of one municipality's, without its letter; but no "Journalisten" or "Specialisten"
_LOCAL_LIST = re.compile(r"(?:[A-ZÆØÅ]\w*(?<![ni]a)listen|Lokalliste|Borgerliste|Lok|Bl)\.?")
_WITH_LETTER = re.compile(r"(?P<name>[A-ZÆØÅ].+?) \((?P<letter>[A-ZÆØÅ]{1,2})\)")
_LETTER_AHEAD = re.compile(r"^(?:[Ll]iste )?[A-ZÆØÅ](?: [–—-]|:|,) (?=[A-ZÆØÅ])")
_OF_GROUP = re.compile(r"s? (?:\w*gruppe|medlemmer)$")  # "Venstres gruppe"
_SET_APART = re.compile(r" [–—-] ")
_SHORT = 4  # letters of a party's name that is a word too: "alt", "rad"
_OTHERS_ON_THE_BALLOT = frozenset("BCOÆØ")  # letters that the press replaces by R, K, DF, DD, EL


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyScheme:
    """How a document writes parties. ``press`` is None where S and K cannot be decided."""

    press: bool | None
    registry: Registry
    lists: frozenset[str] = frozenset()  # letters that the document has for lists of its own

    def letter(self, token: str) -> str | None:
        """The official list letter for what the document writes; None for no party, or in doubt."""
        if fold(token) in NO_PARTY:
            return None
        named = self.registry.party_by_name(token)
        if named is not None:
            return named.letter
        reserved = self.registry.party(token) is not None
        if token in _AMBIGUOUS or not reserved:
            return self._press_letter(token)
        return token

    def _press_letter(self, token: str) -> str | None:
        party = self.registry.party_by_press_letter(token)
        if token in _AMBIGUOUS and self.press is not True:
            return None if self.press is None else token
        if party is not None and token not in self.lists:
            return party.letter  # "R", also beside the ballot's letters
        return token if len(token) == 1 else None


_AMBIGUOUS = frozenset({"S", "K"})  # Slesvigsk Parti and Kristendemokraterne on the ballot


def decide_scheme(tokens: Iterable[str], registry: Registry) -> PartyScheme:
    """The scheme that explains the letters of one document.

    A is Socialdemokratiet in one scheme and nobody in the other, so a document with an A uses the
    ballot's letters; one with S but no A uses the press's, unless other ballot letters speak
    against it.
    """
    counts = Counter(tokens)
    others = any(counts[letter] for letter in _OTHERS_ON_THE_BALLOT)
    if counts["A"]:
        press: bool | None = False
    elif counts["S"]:
        press = None if others else True
    else:
        press = not others
    return PartyScheme(press=press, registry=registry, lists=frozenset(_lists(counts, registry)))


def _lists(counts: Mapping[str, int], registry: Registry) -> Iterator[str]:
    """Letters of lists that are no party's: "Liste R", and "(R)" where "(B)" is Radikale Venstre."""
    for token in counts:
        listed = _LISTED.fullmatch(token)
        party = registry.party_by_press_letter(token)
        if listed is not None:
            yield listed["letter"]
        elif len(token) == 1 and party is not None and party.letter in counts:
            yield token


def party_tokens(text: str) -> Iterator[str]:
    """What stands in brackets, or between commas, like a party's letters."""
    yield from (match[1] for match in _BRACKETED.finditer(text))
    yield from (match[1] for match in _AFTER_COMMA.finditer(text))
    yield from (f"Liste {match['letter']}" for match in _OWN_LIST.finditer(text))


def party_heading(text: str, registry: Registry) -> str | None:
    """The letter of the party that a heading names: "Venstre", "SF – Socialistisk Folkeparti (F)"."""
    lettered = _WITH_LETTER.fullmatch(text)
    name = _OF_GROUP.sub("", _LETTER_AHEAD.sub("", text if lettered is None else lettered["name"]))
    named = (registry.party_by_name(part) for part in (name, *_SET_APART.split(name)))
    party = next(filter(None, named), None)
    if party is not None:
        return party.letter
    is_local = lettered is not None and _LOCAL_LIST.fullmatch(name) is not None
    return lettered["letter"] if lettered is not None and is_local else None


def party_token(text: str, registry: Registry) -> str | None:
    """What stands for a party in ``text``: a letter, an abbreviation, or a name whose letter may mean another."""
    if _LETTER.fullmatch(text) or fold(text) in NO_PARTY:
        return text
    listed = _LISTED.fullmatch(text)
    if listed is not None:
        return listed["letter"]
    if text.isupper() and registry.party_by_press_letter(text) is not None:
        return text
    party = registry.party_by_name(text)
    if party is not None:
        is_name = text[:1].isupper() or len(text) > _SHORT
        written = text if party.letter in _AMBIGUOUS else party.letter
        return written if is_name else None
    return text if _LOCAL_LIST.fullmatch(text) else None
