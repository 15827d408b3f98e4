"""What a person's name, an organisation and a title look like in running Danish text."""

import re
from collections.abc import Container

from kkr_graph.language.body_nouns import COMMON, definite
from kkr_graph.model.names import fold

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŠŽČĐ"
_WORD = rf"(?:(?:Chr|Johs?|Kr|Th|Aa|Sv|Vilh|Fr|Alb|Edv|Sdr|Ndr|Nr)\.(?= )|[{_UPPER}]['’]?[^\W\d_]+(?:['’][^\W\d_]+)?(?:-[^\W\d_]+){{0,3}}|[{_UPPER}]{{1,2}}\.(?:-?[{_UPPER}]\.){{0,3}}|Ó(?= ))"
# "udtræder Anna Holm af Teknik- og Miljøudvalget", "... af Havnerådet": of what she leaves
_BODY = rf"\w+-(?!\w)|\w*(?i:{definite(*COMMON, 'fond', 'forening', 'kommission', 'selskab', 'styrelse')})(?!\w)|(?:KKR|KL|Region|Erhvervshus)(?!\w)"
_PARTICLE = (
    rf"(?:von|van|der|den|de|af(?! (?:{_BODY}))|la|le|el|al|bin|zu|da|di|dos|du|ter|ten|y|á|í)"
)
# Two to six capitalised words or initials; particles may stand between them, as in "Ida von Bülow".
NAME = rf"(?<![\w-]){_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{1,5}}"
NAME_PATTERN = re.compile(NAME)
# "BO LUND DELTOG": in capitals a verb looks like a part of the name
SHOUTED_VERB = re.compile(
    r" (?:DELTOG|DELTAGER|MØDTE|VAR|ER|HAVDE|HAR|BLEV|FORLOD|ANKOM|UDEBLEV|INDKALDT)\b"
)
# "formanden og Anna", "suppleant for Bo": one word where a name has two
_FIRST_ALONE = re.compile(
    rf"(?:[,;:(] ?|(?<![\w-])[a-zæøå.]{{2,}} )(?P<given>[{_UPPER}][^\W\d_]+(?:-[^\W\d_]+)?)$"
)
_LAST_IS_INITIAL = re.compile(r"\.$")


def ends_in_first_name(line: str, given_names: Container[str]) -> bool:
    """Whether a line ends in a first name alone: the rest of the name stands on the next."""
    match = _FIRST_ALONE.search(line)
    return match is not None and is_given(match["given"], given_names)


def is_given(word: str, given_names: Container[str]) -> bool:
    """Whether a word is one of the given names we know: "Anna", "Anna-Marie"."""
    return fold(word.split("-")[0]) in given_names


def is_name(text: str) -> bool:
    """Whether the whole of ``text`` has the form of a person's name."""
    return NAME_PATTERN.fullmatch(text) is not None and _LAST_IS_INITIAL.search(text) is None
