"""Whose meeting a title is of: what is left of it without the words, numbers and days that any title has.

"Bestyrelsesmøde nr. 3/2026, Havnens Venner", "Havnens Venner – referat af møde den 3. marts 2026".
"""

import re

from kkr_graph.language.body_nouns import COMMON, either
from kkr_graph.model.days import MONTHS

_KIND = (
    r"(?:\w*referat(?:et)?|(?:beslutnings)?protokol(?:len)?|dagsorden(?:en)?|(?:møde)?indkaldelse)"
)
_ADJECTIVE = (
    r"(?:ordinært?|ekstraordinært?|konstituerende|virtuelt|digitalt|fysisk|åbent|årlige?|online)"
)
_MEETING = rf"(?:{_ADJECTIVE} )*(?:(?:bestyrelses|repræsentantskabs|styregruppe|års|udvalgs|råds|forretningsudvalgs)?møde(?:t)?)"
_NUMBER = r"(?:nr\.? ?)?\d{1,3}(?:[/-]\d{2,4})?(?![\w.]|[-/]\d)"
_DAY = (
    r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag,? )?(?:den |d\. ?)?"
    rf"(?:\d{{1,2}}\. ?(?:{'|'.join(MONTHS)})\w*\.?(?: \d{{4}})?|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{2,4}}|(?:{'|'.join(MONTHS)}) \d{{4}}|\d{{4}}(?![\w-]))"
    r"(?:,? (?:fra )?kl\. ?[\d.:]+(?:\s?[–-]\s?(?:kl\. ?)?[\d.:]+)?)?"
)
_APART = r"(?:\s*[,|·:]\s*|\s+[–-]\s+)"
_LED = r"(?:af|fra|for|til(?= (?-i:[a-zæøå]))|i|over|vedr\.)"
_TITLED = rf"(?:{_KIND}|{_MEETING})"
_AHEAD = re.compile(
    rf"(?P<title>{_TITLED}(?!:))(?:(?:{_APART}|\s+)(?:{_TITLED}|{_NUMBER}|{_DAY}|{_LED}(?= )))*(?:{_APART}|\s+)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?:{_APART}(?P<title>{_TITLED})(?:(?:{_APART}|\s+)(?:{_TITLED}|{_NUMBER}|{_DAY}|{_LED}(?= )))*|(?:{_APART}|\s+){_DAY}|{_APART}{_NUMBER})+$",
    re.IGNORECASE,
)
_DAY_LAST = re.compile(rf"(?<![\w./-]){_DAY}(?:{_APART}|\s+)(?:i )?$", re.IGNORECASE)
_NAME = re.compile(
    r"[A-ZÆØÅ][\w&’'-]*(?: (?:(?:for|i|og|af|på|&|under|ved) )?(?:[A-ZÆØÅ][\w&’'-]*|[A-Z]/S|(?:[A-Za-z]\.){3,}|\d{1,3})){0,7}"
)
# where the meeting was, and no one's
_PLACE = re.compile(
    r"\b(?:\w*rådhus\w*|\w*lokale\w*|\w*salen|sal|hotel\w*|\w*kro(?:en)?|teams|zoom|skype|virtuelt|online|kantinen?|\w*(?:vej|gade|allé) \d+\w?|\d{4})\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    rf"(?:{_ADJECTIVE} )*(?:{_KIND}|\w*møde(?:t)?)\b|(?:med|om|af|for|til|valg|konstituering|orientering|godkendelse|proces|status|budget)\b",
    re.IGNORECASE,
)
# "Referat fra Havnen": a place or an occasion as well, unless something says that it is a meeting's
_HELD = re.compile(rf"{_MEETING}|\b\w*(?:{either(*COMMON, 'bestyrelse')})\b", re.IGNORECASE)


def name_in_title(line: str) -> tuple[int, int] | None:
    """The ``[start, end)`` of the one name that stands in a title beside what any title has."""
    ahead = _AHEAD.match(line)
    start = 0 if ahead is None else ahead.end()
    behind = _BEHIND.search(line, start)
    end = len(line) if behind is None else behind.start()
    if ahead is not None and _DAY_LAST.search(ahead[0]):
        return None  # "Møde den 3. marts 2026, Munkebjerg"
    titled = ahead is not None or (behind is not None and behind["title"] is not None)
    name = line[start:end]
    if not titled or _NAME.fullmatch(name) is None or _PLACE.search(name) or _NO_NAME.match(name):
        return None
    return start, end


def is_of_meeting(line: str) -> bool:
    """Whether a title says that it is of a meeting, and not only what sort of paper it heads."""
    return _HELD.search(line) is not None
