"""Where one body ends and another begins: "Teknisk Udvalg, Handicaprådet og bestyrelsen for Z"."""

import re

_BODY_WORD = r"(?:udvalg|råd|nævn|bestyrelse|kommission|forum|netværk|kreds|gruppe|klynge|repræsentantskab|komité|komite)(?:et|en|n|met)?"
_IS_BODY = re.compile(
    rf"{_BODY_WORD}$|^bestyrelsen (?:for|i|af) |^(?:Udvalget|Rådet|Nævnet) for ", re.IGNORECASE
)
_JOINED = re.compile(
    r"(?:,| og| samt|, samt)(?: (?:i|til|af|fra|for))? (?=bestyrelsen (?:for|i|af) [A-ZÆØÅ]|[A-ZÆØÅ])"
)
_ENDS = re.compile(r" *(?:[,.;:(]|$|og\b|samt\b|i stedet\b|efter\b|pr\.|fra\b|med\b)")
# where one body ends and another begins: "Teknisk Udvalg og Handicaprådet"
_TWO = re.compile(
    rf"(?<=[a-zæøå]) (?:og|samt) (?=bestyrelsen (?:for|i|af) [A-ZÆØÅ]|[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*)?{_BODY_WORD}\b)"
)


def behind(text: str, at: int) -> int | None:
    """Where another body may begin behind one that ends at ``at``."""
    joint = _JOINED.match(text, at)
    return None if joint is None else joint.end()


def ends(text: str, at: int) -> bool:
    """Whether a phrase ends at ``at``, and nothing is told of it: "..., Havnerådet holder møde"."""
    return _ENDS.match(text, at) is not None


def is_body(written: str) -> bool:
    """Whether a phrase is a body's name by its last word, or by its first."""
    return _IS_BODY.search(written) is not None


def first_of_two(text: str, at: int, end: int) -> int:
    """Where the first of two bodies in ``text[at:end]`` ends; ``end`` where there is one."""
    starts = (joint.start() for joint in _TWO.finditer(text, at, end))
    return next((start for start in starts if is_body(text[at:start])), end)
