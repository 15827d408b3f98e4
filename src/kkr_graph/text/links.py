"""The buttons and links of a web page, which come along where its text is copied."""

import re
from collections.abc import Iterator, Sequence

_JUMP = r"(?:gå|spring|skip) til (?:hoved)?indhold(?:et)?|til forsiden|(?:tilbage )?til (?:sidens )?(?:top(?:pen)?|oversigt(?:en)?|indholdsfortegnelse(?:n)?)"
_FOLD = r"(?:luk|åbn|åben|åbne|fold|vis|skjul) alle?(?: \w+){0,3}(?: (?:ud|ind))?"
_SHARE = r"del på (?:facebook|linkedin|twitter|x)|share|abonn[eé]r"
_COOKIES = r"accepter(?: ikke)? cookies|se vores .?cookie\W?politik\W*"
_TAKE_OUT = r"læs op|udskriv(?: (?:side|siden|hele dagsorde?nen|dagsorden|referat))?|se alle bilag|hent som fil:?|save this pdf as:|word\s+png\s+txt\s+jpg"
_PLACE = r"you are here:?|du er her:?"
_VIEWER = r"størrelse: px|starte visningen fra side:|transkript|relaterede dokumenter"
_TURN = r"(?:«\s?|‹\s?|<\s?)?(?:forrige|næste) (?:punkt|side|sag)(?:\W{1,4}næste (?:punkt|side|sag))?(?:\s?[»›>])?"
_BUTTON = re.compile(
    rf"[•·\s]*(?:{_JUMP}|{_FOLD}|{_SHARE}|{_COOKIES}|{_TAKE_OUT}|{_PLACE}|{_VIEWER}|{_TURN})[•·\s]*",
    re.IGNORECASE,
)
# below a page that takes remarks from its readers
_REMARKS = re.compile(
    r"skriv (?:en kommentar|et svar)|annuller svar|krævede felter er markeret med \*"
    r"|din e-?mail-?adresse (?:vil|bliver) ikke .{3,30}(?:\. krævede felter er .{3,30})?|del (?:dette|siden|på facebook):?",
    re.IGNORECASE,
)
# "Forside | Kontakt | Ledige job | ..."
_BAR = re.compile(r"(?:[^|\n]{2,70}\|\s?){4,}[^|\n]{0,40}")
_HOME = ("Forside", "Hjem", "Start")  # with which a bar of links begins
_TOP = 8  # lines among which such a bar stands


def find_links(lines: Sequence[str]) -> Iterator[int]:
    """The indices of lines that are a button, ask for remarks, or are the bar of links at the top."""
    for i, line in enumerate(lines):
        is_bar = i < _TOP and line.startswith(_HOME) and _BAR.fullmatch(line) is not None
        if is_bar or _BUTTON.fullmatch(line) or _REMARKS.fullmatch(line):
            yield i
