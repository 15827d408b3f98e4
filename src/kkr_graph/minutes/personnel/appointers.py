"""Who appoints, as a sentence says it."""

import re

from kkr_graph.language.body_nouns import COMMON, THEMES, either
from kkr_graph.minutes.personnel.predicates import Predicate
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.personnel.tokens import Kind
from kkr_graph.model.lexicon import Voice
from kkr_graph.model.names import fold

_OWN_BODY = re.compile(
    r"(?:(?:lokal|by|kommunal)?(?:udvalget|bestyrelsen|rådet|byrådet|forummet|netværket|nævnet|kredsen|styregruppen|gruppen|mødet|forsamlingen|kommissionen|komit[eé]en|klyngen|partnerskabet))",
    re.IGNORECASE,
)
_COUNCIL = re.compile(r"(?:byrådet|kommunalbestyrelsen)$", re.IGNORECASE)
_NOBODY = frozenset(
    {
        "følgende",
        "der",
        "det",
        "de",
        "her",
        "begge",
        "den",
        *("herefter", "derefter", "dernæst", "efterfølgende", "endelig", "siden", "så", "nu"),
        *("samtidig", "samtidigt", "ligeledes", "også", "tillige", "endvidere", "desuden"),
        *("derudover", "herudover", "dermed", "således", "derfor", "enstemmigt"),
    }
)
_SUBJECT_BEFORE = re.compile(
    rf"(?P<who>{THEMES}|De[nt] [a-zæøå]+ [a-zæøå]*(?:{either(*COMMON, 'klynge')})(?: for [a-zæøå]+)?(?= |\()|[A-ZÆØÅ][\w’'&/-]*(?: (?:(?:for|(?:(?<=rådet )|(?<=relsen ))i) )?[A-ZÆØÅ][\w’'&/-]*){{0,5}}(?:s bestyrelse)?)(?: \([A-ZÆØÅ][\w ]*\))?"
    r"(?: på (?:sit|dets|et|det) (?:[a-zæøå]+ )?møde)?(?P<day>(?<!dag) (?:den|d\.) \d{1,2}\. [a-zæøå]{3,9}(?: \d{4})?)? (?:har )?$"  # "KKR den 3. maj valgte"
)
# "KKR besluttede enstemmigt at udpege": the verb that leads to what is done
_GOVERNING = re.compile(r" [a-zæøå]{3,}(?: [a-zæøå]+){0,5} at $")
# "På mødet på Sorø Akademi valgte KKR": where, and not who
_PLACE_BEFORE = re.compile(r"\b(?:på|ved|hos) $")
_MEETING_BEFORE = re.compile(r"\bi $")  # "På mødet i Vejle den 3. maj valgte KKR"
# whom a passive verb has behind it or in front: "udpeget af KKR", "er af KKR udpeget"
_MANNER = r"(?:(?:enstemmigt|ligeledes|også|senere) )?"
_AGENT = (
    rf"(?P<who>{THEMES}|[A-ZÆØÅ][\w’'&/-]*(?:-,? og [A-ZÆØÅ][\w-]*)?(?: (?:(?:for|i) )?[A-ZÆØÅ][\w’'&/-]*| [Kk]ommune| kommunalbestyrelse| byråd){{0,5}}"
    r"|(?:(?:de|den|det) [a-zæøå]+(?:e|re) )?[a-zæøå]+(?:en|et|ne|ren)(?: (?:for|i|på) [A-ZÆØÅ][\w’'&/-]*(?: [A-ZÆØÅ][\w’'&/-]*){0,3})?)"
)
_AGENT_BEHIND = re.compile(rf" {_MANNER}af (?:og (?:blandt|iblandt) )?{_AGENT}(?![\w-])")
_AGENT_BEFORE = re.compile(rf"\b[Aa]f {_AGENT} (?:(?:er|blev|bliver|har) )?(?:⟦[^⟧]*⟧ )?$")
_NO_AGENT = re.compile(r"(?:sin|sit|sine|hans|hendes|deres|en|et|den|det|posten|pladsen|årene?)\b")
_SUBJECT_AFTER = re.compile(
    r" (?P<who>(?:[A-ZÆØÅ][\w’'&/-]*|udvalget|bestyrelsen|rådet|byrådet|kommunalbestyrelsen|regionsrådet|kommissionen|nævnet|forummet|generalforsamlingen|repræsentantskabet)(?: [A-ZÆØÅ][\w’'&/-]*){0,4}) "
)


class AppointerReader:
    """Reads the bodies that are the subjects of appointing verbs."""

    def __init__(self, targets: TargetReader) -> None:
        self.targets = targets

    def of(self, part: Predicate) -> str | None:
        """Who appoints: the capitalised words beside the verb."""
        text, verb = part.clause.text, part.verb
        assert verb is not None
        begins = part.tokens[part.begins]
        lead = part.tokens[part.begins - 1] if part.begins else None
        is_target = lead is not None and lead.kind in (Kind.ROLE, Kind.BODY)
        before = None if is_target else _SUBJECT_BEFORE.search(self._led(part, begins.start))
        if before is not None and (
            fold(before["who"]) in _NOBODY or _tells_where(text[: before.start()], before)
        ):
            before = None
        named = before or _SUBJECT_AFTER.match(text, begins.end)
        return None if named is None else self._appointer(named["who"])

    def _led(self, part: Predicate, end: int) -> str:
        """The text before a verb, and before one that governs it in the infinitive."""
        text = part.clause.text[:end]
        assert part.verb is not None
        assert part.verb.verb is not None
        infinitive = part.verb.verb.voice is Voice.INFINITIVE
        governing = _GOVERNING.search(text) if infinitive else None
        return text if governing is None else text[: governing.start() + 1]

    def agent(self, part: Predicate) -> str | None:
        """Who appoints in the passive: "udpeget af KKR", "er af KKR udpeget"."""
        assert part.verb is not None
        text = part.clause.text
        ends = [part.verb.end, *(token.end for token in part.tokens[part.at :] if token.body)]
        behind = filter(None, (_AGENT_BEHIND.match(text, end) for end in ends))
        named = next(behind, None) or _AGENT_BEFORE.search(text, part.start, part.verb.start)
        if named is None or _NO_AGENT.match(named["who"]):
            return None
        if any(t.kind is Kind.ROLE and t.start < named.start() < t.end for t in part.tokens):
            return None  # "Som medlemmer af Havnerådet valgtes X"
        return self._appointer(named["who"])

    def _appointer(self, written: str) -> str | None:
        """The appointing body; "udvalget", "rådet" and the like are the meeting's own."""
        name = written.strip()
        if fold(name) in _NOBODY:
            return None
        own = self.targets.own
        if self._is_own(name):
            return own
        return self.targets.in_full(name)

    def _is_own(self, name: str) -> bool:
        """Whether "udvalget", "KKR" or "byrådet" is the meeting's own: by its name, where it says."""
        own = fold(self.targets.own or "")
        council = _COUNCIL.match(name)
        if council is not None:
            return any(word in own for word in ("byråd", "kommunalbestyrelse"))
        return _OWN_BODY.fullmatch(name) is not None or own.startswith(f"{fold(name)} ")


def _tells_where(lead: str, before: re.Match[str]) -> bool:
    """Whether the words before a verb are of a place, by what leads to them."""
    at_meeting = before["day"] is not None and _MEETING_BEFORE.search(lead) is not None
    return at_meeting or _PLACE_BEFORE.search(lead) is not None
