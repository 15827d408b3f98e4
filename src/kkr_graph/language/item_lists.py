"""The items of a meeting that stand with a name: "punkt 3", "pkt. 3, 4 og 6", "under sag nr. 5-7"."""

import re

_LABEL = r"(?:\d{1,3}(?:/\d{2,4}(?!\d)|\.\d{1,2})?|(?-i:[IVX]{1,5})(?!\w))"
# "punkt 3", "pkt. 3, 4 og 6", "sag nr. 5-7", "sag 21/26", "punkt IV"
_CODE = (
    r"(?-i:[A-ZÆØÅ]\d{1,2})"  # "under B2": where letters stand with the numbers, they say it alone
)
ITEM_LIST = (
    r"(?:(?:dagsordens? ?)?(?:punkt(?:erne|et)?|pkt\.?|sag(?:erne)?)(?:\s+nr\.?)?\s+"
    rf"(?:{_LABEL}|{_CODE})(?:(?:\s*[–-]\s*|\s+til og med\s+|,\s*|\s+og\s+)(?:{_LABEL}|{_CODE}))*"
    rf"|(?<=under ){_CODE}(?:(?:,\s*|\s+og\s+){_CODE})*)"
)
THROUGHOUT = r"(?:(?:i|under|ved|gennem) hele mødet|(?:i|under|ved) (?:alle|samtlige) (?:dagsordens)?punkter)"
_ITEMS = re.compile(
    rf"(?:(?:(?:deltog |deltager |var (?:til ?stede|med) )(?:i mødet )?)?(?:kun )?(?:under |ved |til |i )?(?:behandling(?:en)? af )?)(?P<list>{ITEM_LIST})\.?",
    re.IGNORECASE,
)
# "fra Boligforeningen under punkt 2"
UNDER_ITEMS = re.compile(
    rf"(?<=\w)(?: deltog| deltager)? (?P<items>(?:kun )?(?:under|ved|til|(?<=deltog )i|(?<=deltager )i) {ITEM_LIST})(?:,? (?:fra )?kl\. [\d.:–-]+)?$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    rf"\((?P<items>(?:(?:kun )?(?:under|ved|til) )?{ITEM_LIST})\)$", re.IGNORECASE
)
# "driftschef Bo Lund og, under punkt 4, advokat Eva Skov": the item is hers who follows
ITEMS_AHEAD = re.compile(
    rf" (?:og|samt),? (?P<items>(?:kun )?(?:under|ved|til) {ITEM_LIST}),? $", re.IGNORECASE
)
# "Under punkt 4 deltog konsulent Bo Lund"
_OPENING = re.compile(
    rf"(?P<items>(?:Under|Ved|Til|I) (?:behandling(?:en)? af )?{ITEM_LIST}),? (?:deltog|deltager|mødte|var)\b"
)
_LABELLED = re.compile(
    rf"(?P<items>(?:(?:Under|Ved|Til) )?{ITEM_LIST})(?:\s?:|\t| [–-])\s*(?=\S)", re.IGNORECASE
)
# "mødt kl. 16.20 (punkt 2)": there from then on, and not for that item only
ARRIVED = re.compile(
    rf"\b(?:mødt|mødte|ankom|ankommet|kom) kl\. ?[\d.:]+,? \(?(?:under |ved |til )?{ITEM_LIST}\)?",
    re.IGNORECASE,
)
# of which people may be said to come: "deltog fra administrationen" is of no part of the meeting
HOUSE = r"(?:\w+ )?(?:\w*(?:forvaltning|administration|sekretariat|direktion|stab|ledelse|kommune)|(?-i:KL)\b)"
EXCEPT = r"(?:undtagen|på nær|bortset fra|minus|men ikke|dog ikke)"
# "deltog fra punkt 2", "forlod mødet": of a part of the meeting, which is read elsewhere
PARTIAL = re.compile(
    rf"\b(?:(?:deltog|kunne) ikke (?:deltage )?(?:under|i|ved|før|efter|fra)|(?:var |)fraværende (?:under|i|ved|fra|indtil|til og med)|ikke til stede (?:under|i|ved)|(?:deltog|deltager|var med|til stede|ja),?(?: først)? fra(?! {HOUSE})|(?:deltog|deltager|var med|til stede|ja),? (?:indtil|til og med)|(?:deltog|deltager|til ?stede|ja),? {EXCEPT}|forlod mødet|gik fra mødet|gik(?: kl\. [\d.:]+)?,? \(?efter|gik kl(?=\.)|måtte (?:gå|forlade)|udgik (?:af|fra) mødet|forlod (?:\S+ ){{1,4}}mødet|(?:ankom|kom|mødte|stødte til)(?: til mødet)?(?: kl\. [\d.:]+)? (?:under|ved|til) (?:behandling(?:en)? af )?(?:p(?:un)?kt|sag))\b",
    re.IGNORECASE,
)
# "Mødte kl. 15.20": there, if not from the beginning
CAME_AT = re.compile(
    r"(?:mødt|mødte|ankom|ankommet|kom|stødte til|tilstødte)(?: til mødet)? (?:ca\. )?kl\. ?[\d.:]+(?: og)?",
    re.IGNORECASE,
)
PART_OF_MEETING = re.compile(
    rf"(?:\S+ )?(?:fra|indtil|til)(?: og med)? (?:behandlingen af )?{ITEM_LIST}|{ITEM_LIST},? (?:delvist|til dels)|(?:ikke|undtagen|på nær|bortset fra|fraværende) (?:i |under |ved |fra )?{ITEM_LIST}|(?:kom|ankom|ankommet|mødte?|tilstødte|gik|forlod)\b(?: [a-zæøå]+){{0,3}},? kl\. ?[\d.:]+.*|(?:pga\.?|på grund af|grundet) .+",
    re.IGNORECASE,
)
# "5-7", "21/26-23/26", "21-23/26": of one year
_FROM_TO = re.compile(
    r"(?P<from>\d{1,3})(?P<first>/\d{2,4})?\s*(?:[–-]|til og med)\s*(?P<to>\d{1,3})(?P<year>(?(first)(?P=first)|(?:/\d{2,4})?))"
)
_KIND_OF_ITEM = re.compile(rf"^\D*?\s+(?:nr\.?\s+)?(?=\d|[IVX]+\b|{_CODE})")


def item_numbers(text: str) -> tuple[str, ...]:
    """The items of ``punkt 3``, ``punkterne 5-7``, ``pkt. 3, 4 og 6``; empty for anything else."""
    match = _ITEMS.fullmatch(text.strip())
    return () if match is None else _enumerate(_KIND_OF_ITEM.sub("", match["list"]))


def items_under(text: str) -> tuple[str, ...]:
    """The items that a phrase ends with: "Gæst under punkt 3", "Gæst (pkt. 3)"."""
    heading = text.rstrip(" :")
    match = UNDER_ITEMS.search(heading) or _IN_BRACKETS.search(heading)
    return () if match is None else item_numbers(match["items"])


def items_ahead(text: str) -> tuple[str, ...]:
    """The items that a sentence begins with: "Under punkt 4 deltog konsulent Bo Lund"."""
    match = _OPENING.match(text)
    return () if match is None else item_numbers(match["items"])


def items_labelled(text: str) -> tuple[str, ...]:
    """The items that are the label of an entry: "Pkt. 4: Bo Lund"."""
    match = _LABELLED.match(text)
    return () if match is None else item_numbers(match["items"])


def _enumerate(written: str) -> tuple[str, ...]:
    numbers: list[str] = []
    for part in re.split(r"\s*(?:,|(?<!til )\bog\b)\s*", written.strip(" .,")):
        ends = _FROM_TO.fullmatch(part)
        if ends is not None and int(ends["to"]) - int(ends["from"]) < 100:
            counted = range(int(ends["from"]), int(ends["to"]) + 1)
            numbers.extend(f"{number}{ends['year'] or ''}" for number in counted)
        elif part:
            numbers.append(part)
    return tuple(numbers)
