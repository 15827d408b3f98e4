"""What case numbers look like, and what stands before them."""

import re

CASE_NUMBER = re.compile(
    r"\b(?:SAG-\d{4}-\d{4,6}|EMN-\d{4}-\d{4,6}|\d{2}[./]\d{2}[./-]\d{2}-[A-ZÆØÅ]\d{2}-\d{1,4}-\d{2}"
    r"|\d{2}/\d{3,6}|\d{4}[-/]\d{5,7})\b"
)
_SYSTEM = r"(?:acadre|esdh|emn|e-?doc|sbsys|captia|workzone)"
_WORD = r"(?:nr|nummer|id|ident|identifikation|reference|ref)"
# "Sagsnr.:", "J.nr.", "Acadre-sag", "EMN:"; "ESDH 2026" may be a title
CASE_LABEL = (
    rf"(?:(?:(?:{_SYSTEM}[\s-]?)?sags?[\s-]?{_WORD}|sagens {_WORD}|{_SYSTEM}[\s-]?(?:sag|{_WORD})"
    rf"|journal[\s-]?{_WORD}|j(?:ourn|nl|r)?\.?[\s-]?nr)\b[.:\s]*"
    rf"|(?:sag|{_SYSTEM}):\s*|{_SYSTEM}\s+(?=[A-Z]?\d+[/-]\d)|sag\s+(?=\d+-\d{{4}}-\d))"
)
# of a paper: it stands where a case number does
PAPER_LABEL = rf"(?:dok(?:ument)?\.?[\s-]?{_WORD}|brev[\s-]?id)\b[.:\s]*"
# any number behind a label: "D2025-90311", "GEO 2026-114", "2026 / 114", "00.22.00-A00-3-26"
LABELLED_NUMBER = (
    r"(?:(?-i:[A-ZÆØÅ]{1,6}) (?=\d))?(?=[\w./–-]*\d)(?=\S{4}|\S+ ?[/–-] ?\d)"
    r"\w+(?: ?[/–-] ?(?=\d)\w+|[./–-]\w+){0,7}"
)
_LABELLED = re.compile(
    rf"(?:^|[\t,;|·]\s?){CASE_LABEL}(?P<number>{LABELLED_NUMBER})(?=[\s,;|)]|\.?$)", re.IGNORECASE
)


def labelled_case(text: str) -> str | None:
    """The case number behind a label that begins a line or a cell, and is not told in prose."""
    match = _LABELLED.search(text)
    return None if match is None else match["number"]
