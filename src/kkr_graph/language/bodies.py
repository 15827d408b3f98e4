"""Which bodies a text names, and the abbreviations it gives them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kkr_graph.language.body_nouns import COMMON, MANY, either
from kkr_graph.model.names import fold
from kkr_graph.model.registry import Body, Registry

_ABBREVIATION = r"[A-ZÆØÅ](?:[A-ZÆØÅ&]{1,7}|[a-zæøå][A-ZÆØÅ])(?:-[A-ZÆØÅ]{1,4}| [A-ZÆØÅ](?:[a-zæøå]+|[A-ZÆØÅ]+))?"
_LONG_FIRST = re.compile(
    rf"\((?:(?:herefter|i det følgende|også kaldet|forkortet|fremover)(?: kaldet)?:? )?(?P<short>{_ABBREVIATION})\)"
)
_SHORT_FIRST = re.compile(rf"\b(?P<short>{_ABBREVIATION}) \((?P<long>[A-ZÆØÅ][^()]{{5,80}})\)")
# "Forkortelser", and below it, or behind it: "RAR Fyn: Det Regionale Arbejdsmarkedsråd Fyn"
_GLOSSARY = re.compile(
    r"(?:^|\n)(?:(?:[A-ZÆØÅ]\w+ og )?(?:[Ff]orkortelser|FORKORTELSER)(?: i (?:listen|oversigten))?:?\s(?!Forkortelse\t)|Forkortelse\t[^\n]*\n)"
)
_IS_SHORT_FOR = r"(?::| ?=| –| -|\t)\s?"
_IN_GLOSSARY = re.compile(
    rf"\s*(?P<short>{_ABBREVIATION}){_IS_SHORT_FOR}(?P<long>[A-ZÆØÅ][^:=;\t\n]{{4,100}}?)"
    rf"[,;.]?(?=\n|$| {_ABBREVIATION}{_IS_SHORT_FOR})"
)
_WORDS_BEFORE = re.compile(r"(?:[\w&/’'.-]{1,40} ){0,9}[\w&/’'.-]{1,40} $")
_NEW_SENTENCE = re.compile(r"[^\W\d_]{4,}\. ")
_CAPITALISED = re.compile(r"[A-ZÆØÅ]")
_REGION = re.compile(r"\bRegion (?P<name>[A-ZÆØÅ][\w-]+?)(?=s?\b)")
# no name: "KKR Fyn er et af de fem råd (KKR)"
_TOLD = re.compile(r"\b(?:er|var|har|blev|kaldes|to|tre|fire|fem|seks|syv|otte|ni|ti|\d+)\b")
_NOUN = either(*COMMON, *MANY, "bestyrelse", "forening", "hus", "samarbejde", "selskab", "styrelse")
_KIND = re.compile(rf"\b(?=[A-ZÆØÅ])(?i:\w*(?:{_NOUN})) (?:for|i|af) $")
_BOARD = re.compile(r"(?:bestyrelse|repræsentantskab|formandskab|sekretariat)", re.IGNORECASE)
_OWNED = re.compile(rf"(?P<name>.*(?i:{_NOUN}))s", re.DOTALL)  # "Dansk Havneforenings (DHF) møde"
_SMALL = frozenset({"for", "i", "og", "af", "på", "om", "til"})
_LONGEST_NAME = 8  # words of a registry name
_DOTTED = re.compile(r"\b(?:\w\.){2,}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A body named at ``[start, end)`` of the reading."""

    start: int
    end: int
    name: str  # the registry's name where it knows the body, else the long form, else as written
    abbreviation: str | None = None


class BodyReader:
    """Finds and normalises the bodies of one document."""

    def __init__(self, registry: Registry, text: str) -> None:
        self.registry = registry
        self.text = text
        self._regions = frozenset(match["name"] for match in _REGION.finditer(text))
        self.defined = tuple(_definitions(text, registry))
        self._long_forms: Mapping[str, str] = {
            fold(named.abbreviation): named.name for named in self.defined if named.abbreviation
        }

    def canonical(self, written: str) -> str:
        """The name a body goes by: the registry's, else the long form of its abbreviation."""
        plain = trimmed(re.sub(r"\s*\([^)]*\)", "", written))
        known = self.known(plain)
        if known is not None and fold(plain) in self._long_forms:
            return self._long_forms[fold(plain)]  # what the document itself says it is short for
        if known is not None:
            return plain if _is_full_alias(known, plain) else known.name
        return self._long_forms.get(fold(plain), _without_genitive(self._spelt_out(plain)))

    def _spelt_out(self, written: str) -> str:
        """A name that ends in an abbreviation of the document, in full: "styregruppen for FVF"."""
        head, _, last = written.rpartition(" ")
        full = self._long_forms.get(fold(last)) if head.endswith((" for", " i", " af")) else None
        return written if full is None else f"{head} {full}"

    def known(self, written: str) -> Body | None:
        """The registry's body of this name, reached through the document's abbreviations too."""
        body = self.registry.body(written) or self.registry.body(_without_board(written))
        if body is None:
            long_form = self._long_forms.get(fold(written))
            body = None if long_form is None else self.registry.body(long_form)
        return None if body is None or self._is_of_another_region(body, written) else body

    def is_abbreviated(self, written: str) -> bool:
        """Whether the text itself says what body these letters are short for."""
        return fold(written) in self._long_forms

    def _is_of_another_region(self, body: Body, written: str) -> bool:
        """Whether a text that only tells of other regions calls a body as one of this region is called."""
        region = _REGION.search(body.name)
        if region is None or region["name"] in written:
            return False
        return bool(self._regions) and region["name"] not in self._regions

    def find(self, start: int, end: int) -> Iterator[Named]:
        """The registry's bodies that ``text[start:end]`` names, longest names first, in order."""
        at = start
        for match in re.finditer(r"(?<![\w-])[A-ZÆØÅ]", self.text[start:end]):
            begin = start + match.start()
            if begin >= at and (named := self._longest_at(begin, end)) is not None:
                yield named
                at = named.end

    def _longest_at(self, begin: int, end: int) -> Named | None:
        words = list(
            re.finditer(r"[^\s()]+", self.text[begin : min(end, begin + 120)].split("\n")[0])
        )
        for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
            stop = begin + words[count - 1].end()
            phrase = self.text[begin:stop].rstrip(".,;:’'")
            name = _without_apostrophe(phrase)
            body = self.known(name)
            if body is not None and not _is_word_like(phrase, body):
                return Named(start=begin, end=begin + len(phrase), name=self.canonical(name))
        return None


def _is_word_like(written: str, body: Body) -> bool:
    """Whether a word only has the letters of an abbreviation in capitals: "Kl" is an hour, not KL."""
    capitals = {short for short in body.abbreviations if short.isupper()}
    return written[1:].islower() and written.upper() in capitals


def _is_full_alias(body: Body, written: str) -> bool:
    """Whether a body is written in full by another of its names: that name stays as it is."""
    short = {fold(name) for name in body.abbreviations}
    aliases = {fold(alias) for alias in body.aliases} - short
    return fold(written) in aliases and len(written.split()) > 1


def _definitions(text: str, registry: Registry) -> Iterator[Named]:
    """Bodies that the text introduces with an abbreviation, on either side of the bracket."""
    for match in _LONG_FIRST.finditer(text):
        before = _WORDS_BEFORE.search(text, max(0, match.start() - 120), match.start())
        if before is not None:
            begin = _long_form_start(before[0].rstrip(), match["short"])
            if begin is not None and not _TOLD.search(before[0], begin):
                start = before.start() + begin
                name = text[start : match.start()].strip()
                # in a heading in capitals it is not to be seen where the name begins
                if " " not in match["short"] or not name.isupper():
                    yield _definition(start, match.end(), name, match["short"], registry)
    for match in _SHORT_FIRST.finditer(text):
        is_word = match["short"] in match["long"].split()  # "HAVNERÅD FYN (HR FYN)", in capitals
        if not is_word and _spells(match["long"], match["short"]):
            yield _definition(match.start(), match.end(), match["long"], match["short"], registry)
    yield from _glossary(text, registry)


def _glossary(text: str, registry: Registry) -> Iterator[Named]:
    """Bodies that a list of abbreviations names, one after the other."""
    for heading in _GLOSSARY.finditer(text):
        at = heading.end()
        while (match := _IN_GLOSSARY.match(text, at)) is not None:
            at = match.end()
            if _spells(match["long"], match["short"]):
                begin, name = match.start("short"), match["long"]
                yield _definition(begin, at, name, match["short"], registry)


def _definition(start: int, end: int, name: str, short: str, registry: Registry) -> Named:
    owner = _OWNED.fullmatch(name)
    name = name if owner is None else owner["name"]
    body = registry.body(name) or registry.body(short)
    known = body is not None and _same_body(body, name)
    return Named(
        start=start,
        end=end,
        name=body.name if body is not None and known and not _is_full_alias(body, name) else name,
        abbreviation=short,
    )


def _same_body(body: Body, name: str) -> bool:
    """The registry's abbreviation may be another body's: the names must agree too."""
    words = set(fold(name).split())
    return any(words & set(fold(other).split()) for other in (body.name, *body.aliases))


def _long_form_start(before: str, short: str) -> int | None:
    """Where the long form begins: where the capitals spell the letters, else the nearest fit."""
    sentence = max((match.end() for match in _NEW_SENTENCE.finditer(before)), default=0)
    starts = [match.start() for match in re.finditer(r"\S+", before) if match.start() >= sentence]
    fits = [
        start
        for start in reversed(starts)
        if before[start].isupper() and before[start] == short[0] and _spells(before[start:], short)
    ]
    letters = [char for char in short if char.isupper()]
    exact = [start for start in fits if _capitals(before[start:]) == letters]
    best = next(iter((*exact, *fits)), None)
    if best is None:
        return None
    return _with_article(before, _with_kind(before, best, is_spelt=bool(exact)))


def _capitals(phrase: str) -> list[str]:
    return [word[0] for word in phrase.split() if word[0].isupper()]


def _with_kind(before: str, start: int, *, is_spelt: bool) -> int:
    """``Styregruppen for Grøn Vækst``: what kind of body it is, with a capital, belongs to it.

    Where the letters spell all the rest, a board is that of the body, and no part of its name.
    """
    kind = _KIND.search(before[:start])
    of_other = is_spelt and kind is not None and _BOARD.match(kind[0]) is not None
    return start if kind is None or of_other else kind.start()


def _with_article(before: str, start: int) -> int:
    """``Det Regionale Arbejdsmarkedsråd``: a capital article belongs to the name."""
    article = re.search(r"\bDe[nt] $", before[:start])
    return start if article is None else article.start()


def _spells(long: str, short: str) -> bool:
    """Whether the letters of an abbreviation occur in the long form, in order."""
    letters = iter(fold(long).replace("å", "aa") if "AA" in short else fold(long))
    plain = [char for char in short.casefold() if char.isalpha()]
    has_all = all(char in letters for char in plain)
    words = (word for word in long.split() if fold(word) not in _SMALL)  # also in capitals
    initials = sum(1 for word in words if word[0].isupper())
    return has_all and bool(_CAPITALISED.match(long)) and initials <= len(plain) + 1


def trimmed(name: str) -> str:
    """A name without what stands around it; the last dot of "a.m.b.a." is of the name."""
    plain = name.strip(" :;,.–-")
    return f"{plain}." if _DOTTED.search(name) else plain


def _without_genitive(name: str) -> str:
    return re.sub(r"[’']s$", "", name)


def _without_apostrophe(name: str) -> str:
    return re.sub(r"[’']s?$", "", name)


def _without_board(name: str) -> str:
    """``bestyrelsen for Erhvervshus Fyn`` is Erhvervshus Fyn, as far as seats are concerned."""
    return re.sub(
        r"^(?:bestyrelsen (?:for|i|af)|bestyrelse (?:for|i)) ", "", name, flags=re.IGNORECASE
    )
