"""What a sentence tells of somebody and some of the items: came late, left early, took no part.

Danish puts the finite verb second, and so its subject now before it and now behind: "Anna Holm forlod
mødet efter punkt 5", "Efter punkt 5 forlod Anna Holm mødet". With the subject taken out, both are a
verb and a phrase on items, in either order, and one grammar reads them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from kkr_graph.language.item_lists import EXCEPT, ITEM_LIST
from kkr_graph.minutes.clauses import SOME


class Missed(Enum):
    """Which items somebody missed, by those that the sentence names."""

    NAMED = auto()
    BEFORE = auto()
    THROUGH = auto()  # all before, and these
    SINCE = auto()  # these, and all behind
    AFTER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """Of whom it is told, ``[start, end)`` of the clause, and what they missed."""

    start: int
    end: int
    missed: Missed
    items: str | None  # as written; none where it is the item under which the sentence stands


_WHY = r"(?:(?:på grund af|grundet|pga\.|som følge af|af) (?:[a-zæøå]+ )?[a-zæøå]+|som inhabil)"
_SO = rf"(?: derfor| dermed| {_WHY})*"
_VERBS = {
    "away": (
        rf"(?:deltog|deltager|deltaget|mødte){_SO} ikke"
        rf"|(?:(?:var|er){_SO} )?(?:fraværende|forhindret(?: i at deltage)?|(?:ikke|ej) til ?stede|ikke med)"
        r"|afstod fra at deltage|undlod at deltage|kunne ikke deltage|ha(?:r|vde) meldt afbud|uden deltagelse"
    ),
    "disqualified": r"(?:(?:var|er|blev|erklæret|erklærede sig|meldte sig) )*inhabile?",
    "out": r"(?:forlod|måtte forlade|ha(?:r|vde) forladt) (?:(?:møde)?lokalet|salen|byrådssalen)",
    "left": (
        r"forlod|gik fra|gik|gået|måtte gå|måtte forlade|ha(?:r|vde) forladt|udgik (?:af|fra)|udtrådte af"
        r"|fratrådte|logge(?:de|t) af"
    ),
    "arrived": r"ankom|ankommet|stødte til|tilstødte|tiltrådte(?= mødet)|indtrådte(?= i mødet)|trådte ind|loggede på",
    "came": r"mødte?(?: op)?|kom(?: til)?(?: ?stede)?",
    "there": r"deltog|deltager|deltaget|var med|(?:var )?til ?stede|ja",
}
_RELATIONS = {
    "since": r"fra(?: og med)?(?: kl\. ?[\d.:]+,?(?: [–-])?)?",
    "through": r"(?:indtil|frem til|til) og med",
    "until": r"indtil|frem til",
    "to": r"til",
    "at": r"under|ved|i|for så vidt angår|i forhold til",
    "after": r"efter|i forlængelse af",
    "when": r"da",
    "before": r"før|inden",
    "except": rf"(?:{EXCEPT}|ikke)(?: (?:i|under|ved|fra))?",
}
_CAME = dict.fromkeys((None, "at", "to", "since", "before", "when"), Missed.BEFORE)
_MISSED = {
    "away": {
        **dict.fromkeys((None, "at", "to"), Missed.NAMED),
        **dict.fromkeys(("before", "until"), Missed.BEFORE),
        "through": Missed.THROUGH,
        "since": Missed.SINCE,
        "after": Missed.AFTER,
    },
    "disqualified": dict.fromkeys((None, "at"), Missed.NAMED),
    "out": {"at": Missed.NAMED},
    "left": {**dict.fromkeys(("at", "after", "when"), Missed.AFTER), "before": Missed.SINCE},
    "arrived": {**_CAME, "after": Missed.THROUGH},
    "came": {**_CAME, "after": Missed.THROUGH},
    "there": {
        **dict.fromkeys(("until", "through"), Missed.AFTER),
        "since": Missed.BEFORE,
        "after": Missed.THROUGH,
        "except": Missed.NAMED,
    },
    None: {
        **dict.fromkeys(("until", "through", "to"), Missed.AFTER),
        "since": Missed.BEFORE,
        "except": Missed.NAMED,
    },
}


def _any_of(forms: dict[str, str]) -> str:
    return "|".join(f"(?P<{name}>{form})" for name, form in forms.items())


# the item under which the sentence stands
_THIS = (
    r"(?:(?:sagens |punktets )?behandling(?:en)?(?: af (?:sagen|punktet|dette punkt|denne sag))?"
    r"|(?:dette |denne )?(?:sagen|punktet|punkt|sag)|drøftelsen)\b(?! (?:nr|af|\d|[IVX]))"
)
_ITEMS = rf"(?:(?:behandling(?:en)? af )?(?P<items>{ITEM_LIST})|{_THIS})"
_VERB = rf"(?<!\w)(?:{_any_of(_VERBS)})(?!\w)"
_RELATION = rf"(?<!\w)(?:{_any_of(_RELATIONS)})"
_BESIDE = rf"(?:,? (?:mødet|(?:til|i|fra|af|på) mødet|i hele mødet|(?:ca\. )?kl\. ?[\d.:]+|først|kun|{_WHY}|[–-])(?!\w))*?"
_VERB_FIRST = re.compile(
    rf"{_VERB}{_BESIDE}(?:,?[ \t]\(?{_RELATION} |[ \t]\(?){_ITEMS}", re.IGNORECASE
)
_ITEMS_FIRST = re.compile(rf"(?:{_RELATION} )?{_ITEMS},? {_VERB}", re.IGNORECASE)
# in brackets, behind a comma or a dash, or in a cell of its own: "Anna Holm (A) (fra punkt 3)"
_NO_VERB = re.compile(
    rf"(?:\((?:[^()]{{1,20}} )??|\t|(?<!\tja), | [–-] )(?:{_RELATION} )?{_ITEMS}(?P<away> uden deltagelse)?(?:\)|$)",
    re.IGNORECASE,
)
_DISQUALIFIED = re.compile(
    rf"(?<!\w)(?P<disqualified>{_VERBS['disqualified']})(?!\w)(?! i (?:et |en )?(?:punkt|sag|pkt)(?!\w))",
    re.IGNORECASE,
)
# "om Anna Holm er inhabil", "fandt ikke, at": it may be that nobody was
_DOUBTED = re.compile(r"\b(?:ikke|hverken|om|hvorvidt)\b[^.]*\binhabil", re.IGNORECASE)
# a verb whose subject follows, or a label
_AHEAD = re.compile(
    r"(?<!\w)(?:deltog|deltager|var|er|blev|forlod|gik|måtte|havde|ankom|kom|mødte|stødte|trådte|fratrådte|udgik|loggede) $|:\s*$",
    re.IGNORECASE,
)
_OF_THIS = frozenset({"away", "disqualified", "out", "left", "arrived"})  # "under punktet" as well
_INHABIL = re.compile(r"\binhabil", re.IGNORECASE)
_WHO = re.compile(SOME)
_NEAR = 60  # characters between somebody and the verb, or one verb and the next


def movements(clause: str) -> Iterator[Movement]:
    """Everything that a sentence, its people masked, tells of them and single items."""
    is_doubted = _DOUBTED.search(clause) is not None
    found = tuple(_WHO.finditer(clause))
    ends = (0, *(who.end() for who in found))
    starts = (*(who.start() for who in found[1:]), len(clause))
    for who, ahead, behind in zip(found, ends, starts, strict=False):
        start = _start(clause, who)
        for match in _told(clause[ahead : who.start()], clause[who.end() : behind]):
            missed = _missed(match, clause)
            if missed is not None and not (is_doubted and match.groupdict().get("disqualified")):
                items = match.groupdict().get("items")
                yield Movement(start=start, end=who.end(), missed=missed, items=items)


def _start(clause: str, who: re.Match[str]) -> int:
    """Of whom it is told: the last only, before brackets or in a list without an "og"."""
    last = clause.rindex("⟦", *who.span())
    is_bracketed = clause[who.end() :].lstrip(" ,").startswith("(")
    return last if is_bracketed or clause.endswith("⟧, ", who.start(), last) else who.start()


def _told(ahead: str, behind: str) -> Sequence[re.Match[str]]:
    """What is told of somebody by the words ahead of the name and by those behind it."""
    words = ahead.rstrip(" :)") if _AHEAD.search(ahead) else ""
    joint = len(words)
    words += behind
    said = [*_from(joint, _VERB_FIRST.finditer(words)), *_over(joint, _ITEMS_FIRST.finditer(words))]
    if not any(match["disqualified"] for match in said):
        said.extend(_from(joint, _DISQUALIFIED.finditer(words)))
    return said or [*_from(joint, _NO_VERB.finditer(words, joint))]


def _over(joint: int, matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those with a subject in them, which has been taken out at the joint."""
    yield from (match for match in matches if match.start() < joint <= match.end())


def _from(joint: int, matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those that end at the joint, go over it, or follow it and one another closely."""
    at = joint
    for match in matches:
        if match.end() < joint:
            continue
        if match.start() - at > _NEAR:
            return
        at = match.end()
        yield match


def _missed(match: re.Match[str], clause: str) -> Missed | None:
    """What a predicate says to have been missed, if it does."""
    told = match.groupdict()
    verb = next((name for name in _VERBS if told.get(name)), None)
    relation = next((name for name in _RELATIONS if told.get(name)), None)
    if told.get("items") is None and verb not in _OF_THIS:
        return None
    if verb == "left" and relation == "at" and (not told["items"] or _INHABIL.search(clause)):
        return Missed.NAMED  # out of the room, and back when the item is done
    return _MISSED[verb].get(relation)
