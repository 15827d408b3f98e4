"""What a meeting did with an item, read from the words of the decision."""

import re
from collections.abc import Iterator

from kkr_graph.minutes.sentences import sentences
from kkr_graph.model.extract import Outcome
from kkr_graph.model.lexicon import Lexicon

_BULLET = re.compile(r"[–—\-•*·▪◦]\s|[a-z]\)\s")
# "der blev fremlagt og godkendt", "som KKR godkendte i maj": about something else than this item.
_RELATIVE = re.compile(
    r"\b(?:der|som|hvilket)\s+(?:(?:blev|er|var|bliver|har|havde)\b|(?:kkr|kl|udvalget|bestyrelsen|rådet|byrådet|regeringen|ministeren|vi|man)\b)[^,.;]{0,60}$"
)
_PROPOSAL = re.compile(
    r"^(?:det (?:foreslås|blev foreslået)|forslag om|der blev stillet forslag)\b"
)
# "anbefaler, at planen godkendes" approves nothing; "besluttede, at planen godkendes" does.
_SUBORDINATE = re.compile(r"(?P<verb>\w+)?,?\s(?:at|hvis|såfremt|hvorvidt)\s[^,.;]{0,80}$")
_DECIDING = re.compile(r"beslut|enedes|enig|vedtog|aftal|besl")
_QUOTED = re.compile(r"[”\"“][^”\"“]{0,600}[”\"“]")
_LONGEST = 1200  # characters of one sentence that are looked at


def find_outcomes(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[Outcome, ...]:
    """The outcomes in ``text[start:end]``, in the order they are stated; ``NONE`` when none is."""
    found: dict[Outcome, None] = {}
    for begin, stop in sentences(text, start, end):
        if _BULLET.match(text, begin) is None:
            for outcome in _in_sentence(text[begin : min(stop, begin + _LONGEST)], lexicon):
                found.setdefault(outcome)
    return tuple(found) or (Outcome.NONE,)


def _in_sentence(sentence: str, lexicon: Lexicon) -> Iterator[Outcome]:
    plain = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), sentence).lower()
    if _PROPOSAL.match(plain):
        return
    matches = (
        (match.start(), outcome)
        for outcome, pattern in lexicon.outcomes
        if (match := _asserted(pattern, plain)) is not None
    )
    found = [outcome for _, outcome in sorted(matches, key=lambda item: item[0])]
    refused = Outcome.REJECTED in found
    for outcome in found:
        if not (refused and outcome in (Outcome.APPROVED, Outcome.ENDORSED)):
            yield outcome


def _asserted(pattern: re.Pattern[str], sentence: str) -> re.Match[str] | None:
    """The first match that the sentence asserts of this item itself."""
    for match in pattern.finditer(sentence):
        before = sentence[: match.start()]
        if not _RELATIVE.search(before) and not _is_reported(before):
            return match
    return None


def _is_reported(before: str) -> bool:
    clause = _SUBORDINATE.search(before)
    return clause is not None and not _DECIDING.search(before[: clause.end("verb")][-40:])
