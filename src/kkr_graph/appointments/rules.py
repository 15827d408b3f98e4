"""How a list says that a forum is composed: rules about seats, never appointments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kkr_graph.language.seat_forms import COUNT, number
from kkr_graph.language.seats import FoundRule, find_rules
from kkr_graph.model.names import fold

_ANY_COUNT = COUNT.replace("?P<count>", "?:")
_SEATS = r"(?:[\w-]+ ){0,2}?(?:\w*medlem(?:mer)?|formand|næstformand|observatør(?:er)?|\w*repræsentant(?:er)?|\w*kyndige?|plads(?:er)?|suppleant(?:er)?|stedfortræder(?:e)?|delegerede?)"
# "3 medlemmer udpeget af KKR", "1 repræsentant for Region Fyn", "to pladser til KKR"
_APPOINTED = re.compile(
    rf"(?<![\w./-]){COUNT} (?P<seat>{_SEATS})(?:,? (?:der |som )?(?:er )?(?:udpeget|udpegede|udpeges|valgt|vælges|beskikket|beskikkes|indstillet|indstilles) (?:af|fra)| fra| for| til) (?P<by>[A-ZÆØÅ][\w&’'/. -]{{1,70}}?)(?P<rest>(?: blandt| efter)[^,;.\n]*)?(?=,|;|\.|\n| samt | og udpeg| (?:udpeges|vælges|indstilles|beskikkes)\b| og {_ANY_COUNT} |$)",
    re.IGNORECASE,
)
# "KKR vil udpege to nye medlemmer til Z": Z places nobody
_PLACES = re.compile(r"\b(?:udpege|vælge|indstille|beskikke)[rs]? $")
# "1 medlem fra Region Fyn" comes from there; nobody says who appoints
_ORIGIN = re.compile(
    r"(?<!udpeget)(?<!udpeges)(?<!valgt)(?<!vælges)(?<!udpegede) fra $", re.IGNORECASE
)
_ACTIVE = re.compile(
    rf"(?P<by>[A-ZÆØÅ][\w&’'/-]*(?: [A-ZÆØÅ][\w&’'/-]*){{0,3}}) (?:udpeger|vælger|indstiller|beskikker) {COUNT} (?!nyt? |nye )(?P<seat>{_SEATS})",
)
# what is counted next is a rule of its own
_NEXT = re.compile(rf"(?:[,;.]|\b(?:og|samt)\b)\s+(?={_ANY_COUNT} \w)", re.IGNORECASE)
# "... og 4 medlemmer blandt virksomhederne", "... og to suppleanter": by who was named before
_CARRIED = re.compile(rf"{COUNT} (?P<seat>{_SEATS})(?: blandt (?P<who>[^,.;\n]+))?\.?\s*")
# "KKR udpeger fire medlemmer, Region Fyn tre og foreningerne to medlemmer": the verb is not said again
_VERB = re.compile(r"\b(?:udpeger|vælger|indstiller|beskikker)\b[^.;\n]*")
_WITHOUT_VERB = re.compile(
    rf"(?:,|,? og|,? samt) (?P<by>[A-ZÆØÅ][\w&’'/-]*(?:(?: (?:og|for|i|af))? [A-ZÆØÅ][\w&’'/-]*)*|de (?:[a-zæøå]+e )?[a-zæøå]+er|(?:de |den |det )?(?:[a-zæøå]+e )?[a-zæøå]+(?:erne|en|et)) {COUNT}(?: (?P<seat>{_SEATS}))?(?=[,.;\n]| og | samt |$)"
)
# "2 medlemmer valgt blandt forbrugerne": nobody says by whom
_CHOSEN_AMONG = re.compile(
    rf"(?<![\w./-]){COUNT} (?P<seat>{_SEATS}),? (?:(?:der|som) )?(?:er )?(?:udpeget|udpegede|udpeges|valgt|valgte|vælges) (?:i|af og )?blandt (?P<who>[^,.;\n]+?)(?=,|;|\.|\n| samt | og {_ANY_COUNT} |$)",
    re.IGNORECASE,
)
# "5 byrådsmedlemmer og 6 repræsentanter for foreningerne": where others are counted too
_COUNTED = re.compile(
    rf"(?:.*?(?:består af|består|sammensættes af|:) )?{COUNT} (?P<who>(?:byråds|kommunalbestyrelses|regionsråds)medlemmer)\.?\s*",
    re.IGNORECASE,
)
_AMONG = re.compile(r"\bblandt (?P<who>.+)$")
_ALONE = re.compile(rf"{COUNT} (?P<who>medlemmer|repræsentanter|pladser)\.?", re.IGNORECASE)


def find_seat_rules(text: str) -> Iterator[FoundRule]:
    """The rules in a text, one for each group that is counted."""
    whole, parted = tuple(find_rules(text, 0, len(text))), tuple(_part_by_part(text))
    found = _divided(whole if len(whole) > len(parted) else parted)
    if not found:
        yield from _alone(text)
    bodies = {rule.body for rule in whole}
    body = bodies.pop() if len(bodies) == 1 else None  # "Bestyrelsen for Z har ..., og ..."
    yield from (replace(rule, body=rule.body or body) for rule in found)
    yield from _without_verb(text, found, body)
    for part in _NEXT.split(text) if found else ():
        yield from (one for one in _counted(part) if all(one.seats != each.seats for each in found))


def _divided(rules: Sequence[FoundRule]) -> Sequence[FoundRule]:
    """Rules without the total that the others divide: "9 medlemmer. To udpeges af Z, og syv ..."."""
    totals = rules[:1]
    is_total = all(one.appointed_by is None and one.who == "medlemmer" for one in totals)
    divided = sum(one.seats for one in totals) == sum(one.seats for one in rules[1:])
    return rules[1:] if is_total and divided else rules


def _part_by_part(text: str) -> Iterator[FoundRule]:
    by: str | None = None
    is_open = False  # nobody says by whom: "vælges blandt medarbejderne"
    acts = False  # whoever was named before is the one who acts: "KKR udpeger"
    for part in _NEXT.split(text):
        among = tuple(_among(part))
        rules = (*find_rules(part, 0, len(part)), *_appointed(part), *_active(part), *among)
        is_placed = any(rule.appointed_by for rule in rules)
        is_open = bool(among) and not is_placed if rules else is_open
        rules = rules or tuple(_carried(part, None if is_open else by, acts=acts, is_open=is_open))
        acts = _VERB.search(part) is not None or (acts and bool(rules))
        by = next((rule.appointed_by for rule in rules if rule.appointed_by), by)
        taken: list[FoundRule] = []
        for rule in rules:
            if not any(rule.start < other.end and other.start < rule.end for other in taken):
                taken.append(rule)
                yield rule


def _appointed(text: str) -> Iterator[FoundRule]:
    for match in _APPOINTED.finditer(text):
        link = text[match.end("seat") : match.start("by")].strip()
        if link in ("for", "til") and not match["by"][:1].isupper():
            continue  # "en personlig stedfortræder for borgmesteren"
        if link == "til" and _PLACES.search(text, 0, match.start()):
            continue
        among = _AMONG.search(match["rest"] or "")
        is_origin = _ORIGIN.search(text[match.start("seat") : match.start("by")]) is not None
        yield FoundRule(
            start=match.start(),
            end=match.end(),
            seats=number(match["count"]),
            who=among["who"].strip() if among else match["by" if is_origin else "seat"].strip(),
            appointed_by=None if is_origin else match["by"].strip(),
        )


def _among(text: str) -> Iterator[FoundRule]:
    for match in _CHOSEN_AMONG.finditer(text):
        yield FoundRule(
            start=match.start(),
            end=match.end(),
            seats=number(match["count"]),
            who=match["who"].strip(),
            appointed_by=None,
        )


def _active(text: str) -> Iterator[FoundRule]:
    for match in _ACTIVE.finditer(text):
        yield FoundRule(
            start=match.start(),
            end=match.end(),
            seats=number(match["count"]),
            who=match["seat"].strip(),
            appointed_by=match["by"].strip(),
        )


def _carried(text: str, by: str | None, *, acts: bool, is_open: bool) -> Iterator[FoundRule]:
    match = _CARRIED.fullmatch(text) if by is not None or is_open else None
    if match is not None and (match["who"] or (acts and not is_open)):
        yield FoundRule(
            start=match.start(),
            end=match.end(),
            seats=number(match["count"]),
            who=(match["who"] or match["seat"]).strip(),
            appointed_by=by,
        )


def _without_verb(text: str, found: Sequence[FoundRule], body: str | None) -> Iterator[FoundRule]:
    """What goes on with a rule in the same sentence: others, and how many seats they fill."""
    counted = {rule.appointed_by for rule in found}
    for clause in _VERB.finditer(text) if found else ():
        for match in _WITHOUT_VERB.finditer(text, *clause.span()):
            if match["by"] not in counted:
                yield FoundRule(
                    start=match.start("by"),
                    end=match.end(),
                    seats=number(match["count"]),
                    who=(match["seat"] or "medlemmer").strip(),
                    appointed_by=match["by"],
                    body=body,
                )


def _alone(text: str) -> Iterator[FoundRule]:
    """``3 medlemmer``, and nothing else: how many there are."""
    match = _ALONE.fullmatch(text.strip())
    if match is not None:
        seats, who = number(match["count"]), fold(match["who"])
        yield FoundRule(start=0, end=len(text), seats=seats, who=who, appointed_by=None)


def _counted(text: str) -> Iterator[FoundRule]:
    match = _COUNTED.fullmatch(text)
    if match is not None:
        yield FoundRule(
            start=match.start(),
            end=match.end(),
            seats=number(match["count"]),
            who=match["who"],
            appointed_by=None,
        )
