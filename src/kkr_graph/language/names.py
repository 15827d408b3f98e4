"""What a person's name, an organisation and a title look like in running Danish text."""

import re

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŠŽČĐ"
_WORD = rf"(?:(?:Chr|Joh|Kr|Th|Sdr|Ndr)\.(?= )|[{_UPPER}]['’]?[^\W\d_]+(?:['’][^\W\d_]+)?(?:-[^\W\d_]+){{0,3}}|[{_UPPER}]{{1,2}}\.(?:-?[{_UPPER}]\.){{0,3}}|Ó(?= ))"
_PARTICLE = r"(?:von|van|der|den|de|af|la|le|el|al|bin|zu|da|di|dos|du|ter|ten|y|á|í)"
# Two to six capitalised words or initials; particles may stand between them, as in "Ida von Bülow".
NAME = rf"(?<![\w-]){_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{1,5}}"
NAME_PATTERN = re.compile(NAME)
_LAST_IS_INITIAL = re.compile(r"\.$")


def is_name(text: str) -> bool:
    """Whether the whole of ``text`` has the form of a person's name."""
    return NAME_PATTERN.fullmatch(text) is not None and _LAST_IS_INITIAL.search(text) is None
