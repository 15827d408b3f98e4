"""Letters and mails, by how they begin and end."""

import re
from collections.abc import Iterator, Sequence, Set

from kkr_graph.model.text import Line, TextLayer

_GREETING = re.compile(
    r"(?:(?:med )?(?:venlig|bedste|kærlig) hilsen|(?:de )?(?:bedste|mange|venlige) hilsner|mvh\.?)(?!\w)",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"(?:kære|hej|goddag) (?P<who>[^:;!?]{2,60}?)[\s,.!]*", re.IGNORECASE)
_MAIL = re.compile(
    r"(?:[|│┃║]\s*)?(?P<label>fra|from|sendt|sent|til|to|cc|emne|subject)\s?:(?:\s|$)",
    re.IGNORECASE,
)
_MEMO = re.compile(r"(?:.*\t)?\w*notat\b(?!er)", re.IGNORECASE)
_FROM_TO = frozenset({"fra", "til", "from", "to"})
_COPY = re.compile(r"(?:kopi(?: til)?|vedhæft\w*|bilag|dato|sagsbehandler)\s?:", re.IGNORECASE)
_LONGEST_OF_SIGNATURE = 60  # characters of a line
_ALL = re.compile(r"alle(?: sammen)?|allesammen", re.IGNORECASE)
_ATTENTION = re.compile(r"att(?:\.|:|ention)", re.IGNORECASE)
_TO = re.compile(r"^Til:?\s+")
_BESIDE = re.compile(r"\t| {2,}")  # the day stands in a column of its own
_TOWN = re.compile(r"(?:DK-?)?\d{4} [A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ]\w*)?$")
_TOP_OF_PAPER = 15  # lines
_SIGNED = 6  # lines below the greeting
_LINES = 8  # below which nobody signs, and in which the head of a mail stands
_TOP = 40  # lines, in which a letter has saluted
_HEAD = 3  # labels of a mail


def is_letter(layer: TextLayer) -> bool:
    """Whether the last lines greet, or somebody is saluted before the greeting, or it is a mail."""
    greets = [_GREETING.match(layer.read(line)) is not None for line in layer.lines]
    return any(greets[-_LINES:]) or is_mail(layer) or (any(greets) and saluted(layer) is not None)


def is_mail(layer: TextLayer) -> bool:
    """Whether the top says from whom a message came, to whom, when and about what."""
    told = _labels(layer)
    return bool(told & {"fra", "from"}) and len(told) >= _HEAD


def is_memo(layer: TextLayer) -> bool:
    """Whether the top calls itself a memo, and says from whom it is, or for whom."""
    top = map(layer.read, layer.lines[:_LINES])
    titles = (*top, *map(layer.raw, layer.furniture))
    return bool(_labels(layer) & _FROM_TO) and any(map(_MEMO.match, titles))


def is_message(layer: TextLayer) -> bool:
    """Whether it is a letter, a mail or a memo."""
    return is_letter(layer) or is_memo(layer)


def _labels(layer: TextLayer) -> Set[str]:
    """The labels of the head of a mail that stand at the top."""
    found = (_MAIL.match(layer.read(line)) for line in layer.lines[:_LINES])
    return {match["label"].casefold() for match in found if match is not None}


def is_addressed(layer: TextLayer) -> bool:
    """Whether the top of a letter says for whom alone it is: by name, or by the town of an address."""
    begins = saluted(layer)
    if begins is not None and _ALL.fullmatch(begins[1]):
        return False
    towns = (_TOWN.match(layer.read(line)) for line in layer.lines[:_TOP_OF_PAPER])
    return is_mail(layer) or any(receivers(layer)) or any(towns)


def is_salutation(text: str) -> bool:
    """Whether a line does no more than salute."""
    return _SALUTATION.fullmatch(text) is not None


def addresses(text: str) -> bool:
    """Whether a line does no more than say who a letter is for: "Kære bestyrelse", "Att.: Anna Holm"."""
    return is_salutation(text) or _ATTENTION.match(text) is not None


def saluted(layer: TextLayer) -> tuple[Line, str] | None:
    """The line that salutes first, and whom: "Kære KKR Fyn"."""
    for line in layer.lines[:_TOP]:
        match = _SALUTATION.fullmatch(layer.read(line))
        if match is not None:
            return line, match["who"]
    return None


def receivers(layer: TextLayer) -> Iterator[str]:
    """To whom a letter goes: whom it salutes, and who stands above "Att.:" with their address."""
    salutes = saluted(layer)
    if salutes is not None:
        yield salutes[1]
    above = ""
    for line in layer.lines[:_TOP]:
        text = _BESIDE.split(_TO.sub("", layer.read(line)))[0]
        if _ATTENTION.match(text):
            yield above
        if not any(map(str.isdigit, text)):  # of the street and the town
            above = text


def formalities(layer: TextLayer) -> Iterator[Line]:
    """The lines of a letter, a mail or a memo that say from whom it is and to whom, salute, greet and sign."""
    if not is_message(layer):
        return
    signed = frozenset(signature(layer))
    for at, line in enumerate(layer.lines):
        text = layer.read(line)
        is_head = at < _TOP_OF_PAPER and (_MAIL.match(text) or _COPY.match(text))
        is_signature = line in signed and len(text) <= _LONGEST_OF_SIGNATURE and text[-1:] != "."
        if is_head or addresses(text) or _GREETING.match(text) or is_signature:
            yield line


def signature(layer: TextLayer) -> Sequence[Line]:
    """The lines below the first greeting."""
    greets = (i for i, line in enumerate(layer.lines) if _GREETING.match(layer.read(line)))
    first = next(greets, None)
    return () if first is None else layer.lines[first + 1 : first + 1 + _SIGNED]
