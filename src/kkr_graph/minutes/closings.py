"""What stands below a decision and is no part of it: attachments, the next meeting, signatures."""

import re
from collections.abc import Sequence
from itertools import takewhile

_MONTH = r"[a-zæøå]{3,9}\.?"
# where the paper is signed, and all behind it belongs to that
_SIGNING = re.compile(
    rf"[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ]\w*)?,? (?:den|d\.) (?:\d{{1,2}}\. {_MONTH} \d{{4}}\.?$|_{{2,}})"
    r"|[_.…]{6,}|(?:Underskrift(?:er|sside|sblad)?|Underskrevet|Signatur(?:er)?|Godkendt af)\b"
    r"|Ref(?:\.:?|erent:?|erat:) [A-ZÆØÅ]|Således passeret\b|Møde(?:t|rne)? (?:blev )?(?:hævet|hævedes|sluttede?|afsluttet|afsluttedes|slut)\b",
)
_CLOSING = re.compile(
    # what goes with the item
    r"\./\.|(?:Bilag|Vedlagt|Vedhæftet)(?: ?\d[\d.]*)?:|Bilag \d[\d.]*\b|(?:Bilag|Vedlagte? dokumenter)$"
    # what is said of the next meeting, or of the paper itself
    r"|Næste (?:ordinære |planlagte )?(?:\w*møde|gang)\b|Referat(?:et)? (?:er |blev )?(?:udsendt|skrevet|offentliggjort|godkendes|godkendt)\b"
    # who wrote it, as "UF/NJK"
    r"|[A-ZÆØÅ]{2,4}(?:/[A-ZÆØÅ]{2,4})+$"
    # where to find those who publish it
    r"|.*(?:[·|•] ?|, )\d{4} [A-ZÆØÅ][\w. ]*(?:$| ?[·|•])|(?:Tlf|Telefon|CVR|EAN)\b",
)
# "Anna Holm", "Bo Lund": those who sign, side by side
_NAME = r"[A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]+){1,3}"
_SIGNED = re.compile(rf"{_NAME}(?:\t{_NAME})+")


def without_closing(paragraphs: Sequence[str]) -> int:
    """How many of the paragraphs below a decision's heading are of the decision; the first is."""
    rest = paragraphs[1:]
    signed = next((i for i, text in enumerate(rest) if _SIGNING.match(text)), None)
    told = rest[:signed]
    closing = sum(1 for _ in takewhile(_CLOSING.match, reversed(told)))
    closing = closing or int(bool(told) and _is_signed(*paragraphs[len(told) - 1 : len(told) + 1]))
    return min(1, len(paragraphs)) + len(told) - closing


def _is_signed(above: str, last: str) -> bool:
    """Whether a paragraph has the names of those who sign: what is above it ends, and lists nobody."""
    return above.endswith(".") and _SIGNED.fullmatch(last) is not None
