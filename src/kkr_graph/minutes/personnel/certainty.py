"""Whether what a sentence tells is so: not expected, proposed, conditional or taken back."""

import re
from collections.abc import Sequence

from kkr_graph.minutes.personnel.predicates import RELATIVES, Predicate
from kkr_graph.model.lexicon import Lexicon, Phrase

_TAKEN_BACK = re.compile(
    r", men (?:[^,.]{0,40} )?(?:trak (?:sit|sig)|trækker|takkede nej|frafaldt|opnåede ikke|blev ikke|fik ikke|ønskede ikke)\b"
)
_CONDITION = re.compile(r"(?:Hvis|Såfremt|I tilfælde af|Forudsat)\b")
_DECLINED = re.compile(
    r"\b(?:nej til|fritaget for|fritagelse for|undlod|undlader|afstår fra|afstod fra) at $"
    r"|\b(?:trukket|trækker|trak) (?:sit|sin|si[nt] tidligere) (?:ønske|anmodning|ansøgning) om at $"  # and stays
    r"|\b(?:vil|skal|må) (?:⟦[^⟧]*⟧ )?(?:også |eventuelt |senere )?kunne $"  # what may be one day
    r"|\b(?:er|var|sig) (?:indstillet på|villig til|parat til|klar til|rede til|interesseret i) at $"  # and may never do it
)
# "de samme udvalg, som X er udpeget til": whom somebody else comes in for had them before
_HAD = re.compile(r"som ⟦[^⟧]*⟧ (?:er|var|har været) (?:udpeget|valgt) (?:til|i)(?=[,.]|$)")
# what was wished was granted: "godkendte Venstres ønske om en rokade, X afløser Y"
_GRANTED = re.compile(
    r"\b(?:godkend|imødekom|efterkom|tiltråd)\w* (?:[^,.;:⟦]{1,40} )?(?:ønske\w*|anmodning\w*|begæring\w*)"
)
_COORDINATING = frozenset(
    {",", "og", "samt", "mens", "men", ";", "hvor", "hvorfra", "da", "fordi", "idet"}
)
_AND = re.compile(r"(?:,|\b(?:og|samt))$")
_AND_THAT = re.compile(r"\b(?:og|samt) at $")  # beside what is proposed, and not below it
_AT = re.compile(r"\bat (?=\w)")
_DECIDED_INFINITIVE_END = re.compile(r",? at $")


def is_certain(
    lexicon: Lexicon,
    part: Predicate,
    earlier: Sequence[Predicate],
    *,
    is_own_nomination: bool = False,
) -> bool:
    """What is expected, proposed, wished or conditional is no fact.

    A part is governed by the one before where it depends on it: "Det ventes, at X vælges".
    """
    assert part.verb is not None
    if part.verb.lead == "blive" or _CONDITION.match(part.clause.text):
        return False
    begins, opener = part.start, part.opener
    if earlier and begins == part.verb.start:  # "... og kan genindstilles": the modal is no token
        begins = earlier[-1].end
    for before in reversed(earlier):
        if opener in _COORDINATING or opener in RELATIVES:  # "..., der udtræder" tells by itself
            begins = min(begins, before.end)  # "idet man ønskede X udpeget"
            break
        beside = opener == "at" and _AND_THAT.search(part.clause.text, 0, begins) is not None
        if opener in ("at", "") and before.proposes and not beside:
            return is_own_nomination
        begins, opener = before.start, before.opener
    else:
        begins = part.reason
    granted = _GRANTED.search(part.clause.text, begins, part.verb.start)
    begins = begins if granted is None else granted.end()
    uncertain = lexicon.phrases[Phrase.UNCERTAIN]
    behind = next((t.start for t in part.tokens[part.at + 1 :]), part.verb.end)
    return uncertain.search(part.clause.text, begins, max(behind, part.verb.end)) is None


def is_decided(lexicon: Lexicon, text: str, verb: int) -> bool:
    """Whether "at udpege X" tells what was done: "besluttede at", but not "forslaget om at"."""
    lead = _DECIDED_INFINITIVE_END.search(text, 0, verb)
    if lead is None:
        return False
    deciding = lexicon.phrases[Phrase.DECIDING]
    if any(match.end() >= lead.start() - 12 for match in deciding.finditer(text, 0, verb)):
        return True
    if _AND.search(text, 0, lead.start()) is None:
        return False  # "besluttede at udpege X og at udpege Y" decides both
    earlier = _AT.finditer(text, 0, lead.start())
    return any(is_decided(lexicon, text, match.end()) for match in earlier)


def was_before(part: Predicate) -> bool:
    """Whether a relative clause only says in what somebody has been: "som X er udpeget til"."""
    assert part.verb is not None
    at = part.verb.start
    return any(had.start() < at < had.end() for had in _HAD.finditer(part.clause.text))


def is_declined(part: Predicate) -> bool:
    """Whether somebody says no to what the verb tells: "takkede nej til at overtage"."""
    assert part.verb is not None
    return _DECLINED.search(part.clause.text, 0, part.verb.start) is not None


def denied(parts: Sequence[Predicate]) -> frozenset[int]:
    """The parts that a following "men ... ikke" takes back."""
    return frozenset(
        i
        for i, part in enumerate(parts)
        if (part.verb is not None and _TAKEN_BACK.search(part.clause.text, part.verb.end))
        or any(after.opener == "men" and after.negated for after in parts[i + 1 : i + 2])
    )
