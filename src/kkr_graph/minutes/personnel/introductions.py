"""Lines that say of the people below them what they are placed in: "KKR udpegede følgende:"."""

import re
from collections.abc import Sequence

from kkr_graph.language.period import only_day, read_period
from kkr_graph.minutes.personnel.compositions import body_made_up, heads_composition
from kkr_graph.minutes.personnel.open_lists import Listing
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.personnel.tokens import Kind, Token
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import Doing, Phrase, Voice

# "Følgende medlemmer udtræder af Havnerådet:", and not "X udtræder af følgende udvalg:"
_LEAVING = re.compile(r"^[Ff]ølgende (?:[a-zæøå]+ ){1,3}[^:]*:\s*$")
_LIST_FOLLOWS = re.compile(r"\bfølgende\b|:$")
# "Valggrupperne foreslår, at følgende udpeges" and "har meldt følgende navne ind", above a list
_SUGGESTED = re.compile(
    r"\b(?:foresl(?:år|ås|og|ået)|pege[rt]? på|pegede på)\b.*\bfølgende\b|\bfølgende (?:navne|kandidater|forslag)\b"
)
_LEADS = {
    Doing.APPOINTED: Event.APPOINTED,
    Doing.ELECTED: Event.ELECTED,
    Doing.NOMINATED: Event.NOMINATED,
}


class IntroductionReader:
    """Reads such lines of one document."""

    def __init__(self, targets: TargetReader) -> None:
        self.targets = targets

    def read(
        self, text: str, tokens: Sequence[Token], by: str | None, staffing: Event | None
    ) -> Listing | None:
        """The list that a line begins; ``staffing`` is what the title of the item says is done."""
        line = text.rstrip()
        token = next((t for t in tokens if t.verb is not None), None)
        verb = None if token is None else token.verb
        if token and verb and verb.doing in _LEADS and self._introduces(line, tokens):
            by = by if verb.voice is Voice.ACTIVE or token.perfect else None
            return self._placed(text, tokens, _LEADS[verb.doing], by)
        if _LEAVING.search(text) and any(each.kind is Kind.LEAVE for each in tokens):
            return self._leaving(text, tokens)
        if _SUGGESTED.search(text) and line.endswith(":"):
            doing = next((t.verb.doing for t in tokens if t.verb and t.verb.doing in _LEADS), None)
            event = staffing or Event.APPOINTED if doing is None else _LEADS[doing]
            return Listing(event=event, body=self.targets.about, certain=False)
        if heads_composition(line, self.targets):
            role = Role.REPRESENTATIVE if "repræsent" in text.casefold() else Role.MEMBER
            return Listing(event=Event.HOLDS, role=role, body=body_made_up(line, self.targets))
        return None

    def _placed(self, text: str, tokens: Sequence[Token], event: Event, by: str | None) -> Listing:
        """What a verb places those below in: "udpegede følgende til Havnerådet"."""
        role = next((t.role for t in tokens if t.kind is Kind.ROLE), None)
        self.targets.about = next((t.body for t in tokens if t.body), self.targets.about)
        return Listing(
            event=event,
            role=role or Role.MEMBER,
            body=self.targets.about,
            by=by,
            period=read_period(text),
            certain=self.targets.lexicon.phrases[Phrase.UNCERTAIN].search(text) is None,
        )

    def _leaving(self, text: str, tokens: Sequence[Token]) -> Listing:
        """Of what those below have been: "Følgende medlemmer udtræder af Havnerådet:"."""
        role = next((t.role for t in tokens if t.kind is Kind.ROLE), None) or Role.MEMBER
        body = next((t.body for t in tokens if t.body), None) or self.targets.about
        return Listing(event=Event.LEFT, role=role, body=body, period=(None, only_day(text)))

    def _introduces(self, text: str, tokens: Sequence[Token]) -> bool:
        """Whether people follow: "følgende", a colon, or a few words that end in the verb."""
        told = any(token.kind is Kind.BREAK for token in tokens) or text.endswith(".")
        short = tokens[-1].verb is not None and not told
        return short or _LIST_FOLLOWS.search(text) is not None
