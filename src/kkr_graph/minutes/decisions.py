"""What a meeting did with an item, read from the words of the decision."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kkr_graph.language.names import NAME
from kkr_graph.language.sentences import sentences
from kkr_graph.model.extract import Outcome
from kkr_graph.model.lexicon import Lexicon

_BULLET = re.compile(r"[–—\-•*·▪◦]\s|[a-z]\)\s|\d{1,2}[.)]\s")
# "Den politiske klynge", above "- godkendte dagsordenen": the subject of each line of the list
_SUBJECT = re.compile(r"[A-ZÆØÅ][^.:;,!?]{1,80}")
_PREDICATE = re.compile(r"[a-zæøå]")
_OPENS_LIST = re.compile(
    r"\b(?:beslutte\w*|vedtog|valgte|enige? om|enighed om)(?:,? at)?(?: følgende)?:?\s*$",
    re.IGNORECASE,
)
# "der blev fremlagt og godkendt", "som KKR godkendte i maj": about something else than this item.
# "Der blev givet afslag" is no relative clause.
_RELATIVE = re.compile(
    r"(?<!^)(?<!og )(?<!men )\b(?:der|som|hvilket)\s+(?:(?:blev|er|var|bliver|har|havde)\b|(?:kkr|kl|udvalget|bestyrelsen|rådet|byrådet|regeringen|ministeren|vi|man)\b)[^,.;]{0,60}$"
)
# A proposal, or what happened elsewhere: "Her var der bred opbakning", after a report of a meeting.
_NOT_OF_THIS = re.compile(
    r"(?:referat\w* )?(?:godkendt|underskrevet) (?:af|den)\b[^.:]{0,30}:|(?:referat|protokol|beslutningsprotokol)(?:let|len|et|en)? (?:godkendes|underskrives) (?:digitalt|elektronisk)\b|^(?:det (?:foreslås|blev foreslået)|forslag om|der blev stillet forslag|her (?:var|blev|er|havde|har)|(?:referatet (?:er )?)?(?:godkendt|underskrevet) (?:den |d\. )?\d{1,2})\b"
)
# "anbefaler, at planen godkendes" approves nothing; "besluttede, at planen godkendes" does.
_SUBORDINATE = re.compile(
    r"(?P<verb>\w{1,40})?(?:,?\s(?:at|hvis|såfremt|hvorvidt)|,\som)\s[^,.;]{0,80}$"
)
# "udsat, da gruppen ikke har drøftet sagen", "når kommunerne har godkendt planen": a reason, or a day
_CIRCUMSTANCE = re.compile(
    r"(?:^|\s)(?:da|når|fordi|eftersom|inden(?! for)|før|selvom|hvis|såfremt|indtil)\s[^,.;]{0,120}$"
)
# "idet Anna Holm forventes valgt": not this meeting, and perhaps never
_EXPECTED = re.compile(
    r"\b(?:forventes|forventer|ventes|påregnes|foreslås|foreslår|tænkes|agtes|ønskes|ville (?:blive|kunne|være))\b[^,.;]{0,60}$"
)
# "Forslaget blev nedstemt. Udvalget godkendte indstillingen": what somebody proposed beside it
_PROPOSAL = re.compile(
    r"(?:(?:\w+ ){0,2}\w+[’']?s |et |dette |det )?(?:(?:ændrings|mod|under)?forslag(?:et|ene)?|ændringen)\b(?! (?:til|blev godkendt))"
    r"|[^.,;]{2,60} tra(?:k|kker) (?:sit|sine|deres|forslaget|ændrings|det)\b"
)
# what becomes of the item itself, where a proposal beside it was rejected
_DECIDED_ALL_THE_SAME = frozenset(
    {Outcome.APPROVED, Outcome.ENDORSED, Outcome.FORWARDED, Outcome.POSTPONED}
)
# "Godkendt. Sag nr. 91 tages af dagsordenen": another item, but for one part of a decision by parts
_OTHER_ITEM = re.compile(r"(?:punkt|pkt\.|sag|dagsordenens punkt) (?:nr\. )?\d")
_PART = re.compile(r"(?:ad|punkt|pkt\.|indstillingens) ", re.IGNORECASE)
# "X blev valgt. Hun afløser Y": one election
# "KKR udpegede følgende:", and below it "Formand: X"
_POST = re.compile(r"(?:formand|næstformand|forperson|forkvinde)(?: for [^:]{2,60})?: ")
_SUCCEEDS = re.compile(r"(?:han|hun|de|begge) ")
# That somebody else was placed than was recommended rejects the recommendation, not the item.
_OVERRULED = re.compile(
    r"\bindstilling(?:en)?\b[^.]{0,30}\bikke (?:fulgt|tiltrådt|imødekommet)|\bfulgte (?:dermed |således )?ikke\b[^.]{0,40}\bindstilling"
)
PLACED = frozenset({Outcome.APPOINTED, Outcome.ELECTED, Outcome.NOMINATED})
# "oplyste, at hun har truffet en beslutning: ..." tells on behind the colon
_TOLD = re.compile(r"\b(?:orienterede|oplyste|meddelte|fortalte)\b[^.;]*\bat\b[^.;]*:\s[^.;]*$")
# ... and "besluttede at anbefale, at" is not
_DECIDING = re.compile(
    r"(?:beslut|enedes|enig|vedtog|aftal|valgte)(?!.*\b(?:indstille|anbefale|foreslå|opfordre)\b)"
)
# What happens to an amendment, or to another item, is not what happens to this one.
_ELSE = {
    Outcome.REJECTED: re.compile(r"\b(?:ændrings|mod|under)forslag\w*\b[^.;]{0,120}$"),
    Outcome.POSTPONED: re.compile(
        r"\bdagsordenen?\b[^.;]{0,60}\b(?:punkt|pkt\.|sag) (?:nr\. )?\d[^.;]{0,60}$"
    ),
    Outcome.WITHDRAWN: re.compile(r"(?<=[\w,] )(?:punkt|pkt\.|sag) (?:nr\. )?\d[^.;]{0,60}$"),
}
_QUOTED = re.compile(r"[”\"“][^”\"“]{0,600}[”\"“]")
# What follows in a paragraph that begins with somebody's briefing belongs to the briefing ...
_BRIEFING = re.compile(
    rf"(?:(?:[\w.-]{{1,40}} ){{0,2}}{NAME}|(?:Formanden|Næstformanden|Borgmesteren|Direktøren|Sekretariatet|Administrationen|Forvaltningen|Formandskabet))(?:,[^.]{{2,120}},)? (?:orienterede|redegjorde|briefede|fortalte|oplyste|gav)\b"
)
# ... until the meeting is the subject again.
_MEETING = re.compile(
    r"KKR\b|[A-ZÆØÅ][\w-]{0,40}(?:udvalget|udvalg|rådet|råd|bestyrelsen|kredsen|gruppen|forummet|forum|netværket|nævnet|forsamlingen)\b"
    r"|(?:Deltagerne|Medlemmerne|De fremmødte|Forsamlingen|Udvalget|Rådet|Bestyrelsen|Netværket|Forummet|Kredsen|Gruppen|Mødet|Indstillingen|Sagen|Punktet|Dagsordenen|Orienteringe(?:n|rne)|Meddelelse(?:n|rne)|Redegørelse(?:n|rne)|Beretningen|Rapporten|Oplægget|Status|Forslaget|Taget|Godkendt|Drøftet)\b"
    r"|Til (?:orientering|efterretning)\."
)
# What one member, or one group, says or does is not what the meeting decided.
_DISSENT = re.compile(
    rf"(?!(?:KKR|KL|Region|Regionsrådet|Byrådet|Kommunalbestyrelsen)\b)(?:{NAME}(?: \([^()]{{1,20}}\))?|(?:liste|gruppen?|listerne)? ?[A-ZÆØÅ]{{1,2}}(?:, [A-ZÆØÅ]{{1,2}})*|Venstre|Socialdemokratiet|Enhedslisten|Dansk Folkeparti|Et mindretal[^.,]{{0,60}})"
    rf"(?:(?:, | og ){NAME}(?: \([^()]{{1,20}}\))?)*,? (?:kunne ikke|kan ikke|stemte|stemmer|undlod|undlader|måtte|tog forbehold|tager forbehold|ønskede|ønsker|begærede|foreslog|fastholdt)\b"
)
# "KKR Fyn har udpeget Bo Lund": told to a meeting that takes note of it
_REPORTS = re.compile(
    r"(?:KKR|KL|[A-ZÆØÅ][\w-]+)(?: [\wÆØÅæøå-]+){0,6}? har (?:gen)?(?:udpeget|valgt|indstillet)\b"
)
_FELL = re.compile(
    r"(?:Forslaget|Dette) (?:faldt|bortfaldt|blev|kunne ikke|opnåede ikke)\b(?! vedtaget| godkendt)"
)
# "valgte fravær som overskrift": what is chosen is nobody, and no seat
_THING = re.compile(
    r"\b(?:valgte|at vælge) (?!(?:at|følgende|ham|hende|dem|begge|alle|disse)\b)(?=[^.;]* (?:som|til) )(?![^.;]*(?:[A-ZÆØÅ]|formand|person|medlem|suppleant|stedfortræder|repræsentant|observatør|dirigent|revisor|kasserer))[^.;]*"
    r"|\b(?:gen)?valgt (?:blev |er )?som (?:\w+ )?\w*(?:tema|overskrift|emne|model|løsning|fokusområde|indsatsområde|leverandør|motto|navn|logo|sted)(?:et|en|r)?\b"
)
# "Sekretariatet sender udkastet i høring": what the staff do next
_STAFF_SEND = re.compile(
    r"(?:sekretariatet|administrationen|forvaltningen|direktionen|direktøren|formanden|formandskabet|sekretæren) (?:(?:over|frem|videre)?sender|(?:vil|skal) (?:over|frem|videre)?sende)\b"
)
_LONGEST = 1200  # characters of one sentence that are looked at


def find_outcomes(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[Outcome, ...]:
    """The outcomes in ``text[start:end]``, in the order they are stated; ``NONE`` when none is."""
    gathered = _Gathered(lexicon, parted=_PART.match(text, start) is not None)
    for told in _told(text, start, end):
        gathered.take(told)
    return gathered.outcomes()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A sentence of a decision, or a line of a list behind what leads it."""

    sentence: str
    alone: bool  # a line that goes on nothing: a remark, or a decision by itself
    counted: bool  # the decision is a list: "a) Ansøgningen imødekommes"
    is_fate: bool  # it only says what became of what a member proposed


def _told(text: str, start: int, end: int) -> Iterator[_Told]:
    lead = ""  # "Rådet besluttede:", above a list of what
    counted = False
    for begin, stop, is_fate in _decided(text, start, end):
        sentence = text[begin : min(stop, begin + _LONGEST)]
        bullet = _BULLET.match(sentence)
        if bullet is None:
            lead = sentence.rstrip(": ") if _opens_list(sentence) else ""
            yield _Told(sentence=sentence, alone=False, counted=counted, is_fate=is_fate)
            continue
        entry = sentence[bullet.end() :]
        counted = counted or (begin == start and bullet[0][0].isalnum())
        is_whole = not (text[start:begin].strip() or text[stop:end].strip())
        alone = not (counted or is_whole or _goes_with(lead, entry))
        sentence = f"{'' if alone else lead} {entry}".lstrip()
        yield _Told(sentence=sentence, alone=alone, counted=counted, is_fate=is_fate)


class _Gathered:
    """What the sentences of one decision say together."""

    def __init__(self, lexicon: Lexicon, *, parted: bool) -> None:
        self.lexicon = lexicon
        self.parted = parted
        self.found: dict[Outcome, None] = {}
        self.fates: dict[Outcome, None] = {}  # of what one member proposed
        self.own: set[Outcome] = set()  # of the item, and not only of what was proposed beside it
        self.settled: set[Outcome] = set()  # by the meeting, and not only told to it

    def take(self, told: _Told) -> None:
        """Add what a sentence says to what those before it said."""
        plain = told.sentence.lower()
        overruled = _OVERRULED.search(plain) and not PLACED.isdisjoint(self.found)
        told_of = frozenset(_told_of(plain, self.found, parted=self.parted))
        for outcome in _in_sentence(told.sentence, self.lexicon):
            if outcome in told_of or self._is_remark(told, outcome):
                continue
            if told.counted or not _PROPOSAL.match(plain):
                self.own.add(outcome)
            if not _REPORTS.match(told.sentence):
                self.settled.add(outcome)
            if not (overruled and outcome is Outcome.REJECTED):
                (self.fates if told.is_fate else self.found).setdefault(outcome)

    def _is_remark(self, told: _Told, outcome: Outcome) -> bool:
        """Whether a line decides nothing; "- Havnerådet: Bo Lund blev valgt" does."""
        if not told.alone or outcome in PLACED:
            return False
        return not _is_verdict(told.sentence, outcome, self.lexicon)

    def outcomes(self) -> tuple[Outcome, ...]:
        """All outcomes, in the order they were stated."""
        decided = not _DECIDED_ALL_THE_SAME.isdisjoint(self.found)
        beside = {Outcome.REJECTED, Outcome.WITHDRAWN} - self.own if decided else set()
        reported = PLACED - self.settled if Outcome.NOTED in self.found else set()
        kept = (each for each in self.found if each not in beside | reported)
        return tuple(kept) or tuple(self.fates) or (Outcome.NONE,)


def _told_of(sentence: str, found: Collection[Outcome], *, parted: bool) -> Iterator[Outcome]:
    """What a sentence does not add to what was found before it: it is of another item, or says who."""
    if Outcome.APPROVED in found and not parted and _OTHER_ITEM.match(sentence):
        yield Outcome.WITHDRAWN
    if not PLACED.isdisjoint(found) and _SUCCEEDS.match(sentence):
        yield Outcome.APPOINTED
    if not PLACED.isdisjoint(found) and _POST.match(sentence):
        yield Outcome.ELECTED


def _opens_list(sentence: str) -> bool:
    return bool(_OPENS_LIST.search(sentence) or _SUBJECT.fullmatch(sentence.rstrip(": ")))


def _is_verdict(entry: str, outcome: Outcome, lexicon: Lexicon) -> bool:
    """Whether a line of a list is what became of something: "- Godkendt", "- Korets noder: Godkendt"."""
    told = entry.rpartition(": ")[2]
    forms = (form for named, form in lexicon.outcomes if named is outcome)
    return any(form.match(told.lower()) for form in forms)


def _goes_with(lead: str, entry: str) -> bool:
    """Whether a line of a list goes on what stands above it, which is a verb or only its subject."""
    return bool(lead) and (bool(_OPENS_LIST.search(lead)) or bool(_PREDICATE.match(entry)))


def _decided(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The sentences that tell of the meeting, and not what somebody's briefing told of.

    With each whether it only says that what the member before proposed fell.
    """
    briefed = dissents = False
    for begin, stop in sentences(text, start, end):
        opens = begin == start or text[begin - 1] == "\n"
        briefed = briefed and not opens and _MEETING.match(text, begin) is None
        is_fate = dissents and _FELL.match(text, begin, stop) is not None
        dissents = _DISSENT.match(text, begin, stop) is not None
        if not (briefed or dissents):
            yield begin, stop, is_fate
        briefed = briefed or (opens and _BRIEFING.match(text, begin, stop) is not None)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _in_sentence(sentence: str, lexicon: Lexicon) -> Iterator[Outcome]:
    plain = _THING.sub(_blank, _QUOTED.sub(_blank, sentence)).lower()
    if _NOT_OF_THIS.match(plain):
        return
    matches = (
        (match.start(), outcome)
        for outcome, pattern in lexicon.outcomes
        if (match := _asserted(pattern, plain, _ELSE.get(outcome))) is not None
    )
    found = [outcome for _, outcome in sorted(matches, key=lambda item: item[0])]
    if _STAFF_SEND.match(plain):
        found = [outcome for outcome in found if outcome is not Outcome.FORWARDED]
    refused = Outcome.REJECTED in found
    for outcome in found:
        if not (refused and outcome in (Outcome.APPROVED, Outcome.ENDORSED)):
            yield outcome


def _asserted(
    pattern: re.Pattern[str], sentence: str, about_else: re.Pattern[str] | None
) -> re.Match[str] | None:
    """The first match that the sentence asserts of this item itself."""
    for match in pattern.finditer(sentence):
        before = sentence[: match.start()]
        if about_else is not None and about_else.search(before):
            continue
        if not (_RELATIVE.search(before) or _EXPECTED.search(before) or _is_reported(before)):
            return match
    return None


def _is_reported(before: str) -> bool:
    if _TOLD.search(before):
        return True
    if _CIRCUMSTANCE.search(before):
        return True
    clause = _SUBORDINATE.search(before)
    return clause is not None and not _DECIDING.search(before[: clause.end("verb")][-40:])
