"""The seat rules of minutes, and the body that the text around a rule speaks of."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.body_nouns import COMMON, COUNCILS, MANY, definite
from kkr_graph.language.seat_forms import COUNT
from kkr_graph.language.seats import FoundRule, bare_body, find_rules
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.personnel.body_phrases import in_own_full, is_called, stem_of
from kkr_graph.minutes.personnel.titles import names_body, titled_body
from kkr_graph.minutes.structure.blocks import ItemBlock
from kkr_graph.model.extract import SeatRule
from kkr_graph.model.lexicon import Lexicon, SectionKind
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import TextLayer

# "Bestyrelsen for X består af 9 medlemmer", "Klyngen for Y har én repræsentant"
_CONSISTS = re.compile(
    rf"(?:[Bb]estyrelse[n]?|[Uu]dvalg(?:et)?|[Rr]åd(?:et)?|[Rr]epræsentantskabet) (?:i|for) (?:hvert |hver )?(?P<of>[\w&’'-]+(?: (?:for |i |og )?[A-ZÆØÅ][\w&’'-]+)*) (?:består|udgøres|har|får)\b"
    rf"|(?P<body>(?<![\w-])[A-ZÆØÅ][\w&’' -]{{2,60}}?)(?: \([A-ZÆØÅa-zæøå]{{2,10}}\))? (?:består|udgøres|har|får|sammensættes|skal have|skal bestå)(?: (?!af )\w+){{0,3}}(?: af)? (?:mindst )?{COUNT} "
    r"|(?P<set>(?<![\w-])[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*){0,4}) er (?:etableret|nedsat|oprettet|stiftet) af "
)
# "en bestyrelse til Erhvervshus Fyn": what is said of a board below is said of this one
_BOARD_OF = re.compile(
    r"\b[Bb]estyrelsen? (?:til|for|i|af) (?P<of>[A-ZÆØÅ][\w&’'-]+(?: (?:(?:for|i|og) )?[A-ZÆØÅ][\w&’'-]+){0,5}(?: [AIKP]/S| S/I)?)"
)
# "af museets bestyrelse": of the one in the heading
_ITS_BOARD = re.compile(r"\baf [a-zæøå]+(?:ets|ens) bestyrelse\b")
# "Udvalget skal vælge et medlem": what this meeting has to do, and how many anybody places for good is in figures
_TASK = re.compile(
    r"\b(?:skal|kan) (?:\w+ ){0,2}(?:udpege|vælge|indstille|beskikke|udnævne|besætte) (?:en|et|nyt?|nye) "
)
# "Rådet skal vælge en næstformand blandt de kommunale medlemmer": among whom, is so each time
_CHAIR_AMONG = re.compile(r" (?:næst)?formand blandt ")
# "skal efter vedtægten vælge en næstformand": what is to be done once is what is done always
_BY_STATUTE = re.compile(
    r"\b(?:efter|ifølge|jf\.|i henhold til|i medfør af) (?:[a-zæøå]+ )?[a-zæøå]*(?:vedtægt|lov|aftale|forretningsorden|statut|kommissori|bestemmelse|overenskomst)\w*",
    re.IGNORECASE,
)
# "Formanden for X vælges af Y. Næstformanden vælges af Z": of the same
_OF_CHAIR = re.compile(r"(?:næst)?formanden\b", re.IGNORECASE)
_MARK = re.compile(r"(?:[a-zæøå]\)|[–—•*·▪◦-]) ")  # before each of several
_CAPITALS = r"[A-ZÆØÅ][\w-]+(?: (?:(?:og|for|i) )?[A-ZÆØÅ][\w-]+){0,4}"
# "Rådet har 8 medlemmer": one that was named before
_DEFINITE = re.compile(
    r"(?P<stem>Råd|Forum|Udvalg|Nævn|Kommission|Fond|Forening|Selskab|Netværk)(?:met|et|en)\b(?! (?:for|i|af) )"
)
# "Trafikrådet mødes to gange om året, og byrådet udpeger 2 medlemmer": the subject of the sentence
_SUBJECT = re.compile(
    rf"(?P<body>[A-ZÆØÅ][\w-]*(?:udvalget|rådet|nævnet|forummet|netværket|gruppen|kredsen|kommissionen|bestyrelsen)(?: (?:med|for|om|mellem) {_CAPITALS})?) (?:mødes|holder|består|skal|har|er|behandler|rådgiver|følger|koordinerer)\b[^.\n]*,? og "
)
# "Rådet består af otte medlemmer", "Ifølge vedtægten består brugerbestyrelsen af syv": what is divided
# ("bestyrelsen" alone is the board of what is named, and "byrådet" appoints to others)
_BODY_NOUN = rf"(?!(?i:{definite(*COUNCILS)}))(?i:[a-zæøå]*(?:{definite(*COMMON, *MANY)})|[a-zæøå]+bestyrelsen)"
_BARE_NOUN = re.compile(
    rf"[a-zæøå]*(?:{definite(*COMMON, *MANY, *COUNCILS, 'bestyrelse')})(?: selv)?", re.IGNORECASE
)
_MANY = r"(?=[^.;]{0,40}(?:\d|medlem|repræsentant|plads|således|følgende))"
_COMPOSED = re.compile(
    rf"(?<![\w-])(?P<noun>{_BODY_NOUN}) (?:består|skal bestå|udgøres|sammensættes|er sammensat|har|får|tæller)\b{_MANY}"
    rf"|(?:består|udgøres|sammensættes|har|får|tæller) (?P<behind>{_BODY_NOUN}) {_MANY}"
)
# "Forum for Y nedsættes for to år. Det består af", "Der oprettes et X. Det har"
_PRONOUN = re.compile(r"De[nt] (?:består|skal bestå|udgøres|sammensættes|har|får|tæller)\b")
_SET_UP = re.compile(
    rf"(?P<body>(?:\w+ (?:for|i) )?{_CAPITALS})(?: \([A-ZÆØÅ]\w+\))? (?:nedsættes|oprettes|etableres|stiftes|er|blev|bliver|skal|samler|rådgiver|koordinerer)\b"
    rf"|.*\b(?:nedsættes|oprettes|etableres|stiftes|nedsættelse af|oprettelse af) (?:et |en )?(?P<new>(?:\w+ (?:for|i) )?{_CAPITALS})"
)
_OF_THEM = re.compile(  # goes on about the same, also as a line of a list
    r"(?:Heraf|Herunder|Af (?:disse|dem)|De (?:øvrige|resterende|andre))\b|\w+ af (?:disse|dem)\b|(?:[a-zæøå]\)|[–—•*·▪◦-]|\d{1,2}) "
)
_NO_NAME = re.compile(
    r"(?:I|På|Fra|For|Med|Nu|Fremover|Herefter|Ifølge|Efter|Vedtægten|Loven|I henhold|Bestyrelsen|Udvalget|Rådet|Forummet|Nævnet|Kommissionen|Styregruppen|Arbejdsgruppen|Gruppen|Klyngen|Netværket|Foreningen|Fonden|Selskabet|Kredsen|Panelet|Komitéen|Der|Det|Den|De|Hver|Repræsentantskabet)"
    r"\b(?! (?:for|i|af) [A-ZÆØÅ]| om [a-zæøå]{4,}| [A-ZÆØÅ])|(?:I|På|Fra|For|Med) |.* [Kk]ommune$"
)


class SeatReader:
    """Reads the seat rules of a document's items."""

    def __init__(
        self, layer: TextLayer, lexicon: Lexicon, bodies: BodyReader, own: str | None
    ) -> None:
        self.layer = layer
        self.text = layer.reading.text
        self.lexicon = lexicon
        self.bodies = bodies
        self.own = own  # the body whose document it is: "bestyrelsen" means its board

    def in_items(self, blocks: Iterable[ItemBlock]) -> Iterator[SeatRule]:
        """The seat rules under each item, with the body that the rule or the text before it names."""
        for block in blocks:
            chaired: tuple[int, str | None] = (0, None)  # where a rule on a chair ends, and of what
            for found in find_rules(self.text, block.told_at, block.lines[-1].read_end):
                if not self._is_recommended(block, found):
                    end, of = chaired if _OF_CHAIR.match(self.text, found.start) else (0, None)
                    goes_on = of is not None and not self.text[end : found.start].strip(" .")
                    before = of if goes_on else self._body_before(block, found)
                    body = found.body or self._unless_kind(found, before)
                    chaired = (found.end, found.body) if found.body else chaired
                    yield self._rule(found, body, block.number)

    def in_prose(self, end: int) -> Iterator[SeatRule]:
        """The seat rules of a notice, which has no items: those before ``end``."""
        for found in find_rules(self.text, 0, end):
            described = max(
                filter(None, (self._described(0, found), self._headed(found))), default=None
            )
            body = (described and described[1]) or self._meant(found) or self.own
            body = found.body or self._unless_kind(found, body)
            yield self._rule(found, self._own_where_meant(body), None)

    def _headed(self, found: FoundRule) -> tuple[int, str] | None:
        """The body that a line alone above the rule names: the heading of that part of a notice."""
        if _ITS_BOARD.search(self.text, found.start, found.end) is None:
            return None
        above = (line for line in self.layer.lines if line.read_start < found.start)
        headings = (
            (line.read_start, bare_body(text))
            for line in above
            if line.gap and names_body(text := self.layer.read(line), self.lexicon)
        )
        return max(headings, default=None)

    def _unless_kind(self, found: FoundRule, body: str | None) -> str | None:
        """The body that the text speaks of, but for a rule on any body of a kind."""
        return None if found.is_of_kind else body

    def _rule(self, found: FoundRule, body: str | None, item: str | None) -> SeatRule:
        named = None if body is None else self.bodies.canonical(self._in_full(body))
        return SeatRule(
            passage=self.layer.passage_read(found.start, found.end),
            body=named,
            seats=found.seats,
            who=clean(found.who),
            appointed_by=self._appointing(found.appointed_by, named),
            nominated_by=found.nominated_by,
            item=item,
        )

    def _appointing(self, written: str | None, body: str | None) -> str | None:
        """Who appoints; "udvalget" is the meeting's own body, and so is "bestyrelsen" of its board."""
        if written is None or self.own is None or not _BARE_NOUN.fullmatch(written):
            return written
        noun = written.removesuffix(" selv")
        of_own = body is not None and fold(body) == fold(self.own)
        is_own = of_own if fold(noun) == "bestyrelsen" else is_called(self.own, stem_of(noun))
        return self.own if is_own else written

    def _in_full(self, body: str) -> str:
        """A body of one word by the one longer name that the document has for it."""
        if " " in body or body == self.own:
            return body
        longer = re.compile(
            rf"(?<!\w){re.escape(body)} (?:for |i )?[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)*"
        )
        names = {match[0] for match in longer.finditer(self.text)}
        return names.pop() if len(names) == 1 else body

    def _meant(self, found: FoundRule) -> str | None:
        """The body named last that the sentence's "Rådet" can mean: "Havnerådet for Vest"."""
        begin = next(
            start for start, end in sentences(self.text, 0, found.end) if end > found.start
        )
        noun = _DEFINITE.match(self.text, begin)
        if noun is None:
            return None
        name = rf"(?<!\w)[A-ZÆØÅ]\w*{noun['stem'].lower()}\w{{0,3}}(?: (?:for|i|af) {_CAPITALS})?"
        named = [match[0] for match in re.finditer(name, self.text[:begin])]
        return named[-1] if named else None

    def _is_recommended(self, block: ItemBlock, found: FoundRule) -> bool:
        """What is to be done about the item is no rule."""
        task = _TASK.search(self.text, found.start, found.end)
        if task is not None and not (
            _BY_STATUTE.search(self.text, found.start, task.end())
            or self._is_on_own_chair(found, task.end() - 1)
        ):
            return True
        sections = block.body(SectionKind.RECOMMENDATION)
        return any(section.body.start <= found.start < section.body.end for section in sections)

    def _is_on_own_chair(self, found: FoundRule, at: int) -> bool:
        """Whether the meeting's own body is to choose a chair among some of its own."""
        by = self._appointing(found.appointed_by, self.own)
        of_own = self.own is not None and by is not None and fold(by) == fold(self.own)
        return of_own and _CHAIR_AMONG.match(self.text, at) is not None

    def _body_before(self, block: ItemBlock, found: FoundRule) -> str | None:
        """The body whose composition the text was describing last, or a heading or the title names."""
        nearest = self._described(block.told_at, found)
        for line in block.lines:
            text = self.layer.read(line)
            if block.told_at < line.read_start < found.start and names_body(text, self.lexicon):
                nearest = max(nearest or (0, ""), (line.read_start, bare_body(text)))
        labelled = self._label_before(block.told_at, found)
        if labelled is not None:
            nearest = max(nearest or (0, ""), labelled)
        pointed = self._pointed_to(block, found)
        if pointed is not None:
            return self._own_where_meant(pointed)
        meant = self._set_up(block.told_at, found) if nearest is None else nearest[1]
        if meant is not None:
            return self._own_where_meant(meant)
        begin = next(
            start
            for start, end in sentences(self.text, block.told_at, found.end)
            if end > found.start
        )
        subject = _SUBJECT.match(self.text, begin, max(begin, found.start + 1))
        if subject is not None and fold(subject["body"]) != fold(found.appointed_by or ""):
            return self._own_where_meant(subject["body"])
        title = self.text[block.title.start : block.title.end]
        return titled_body(title, self.bodies, self.lexicon, self.own) or self.own

    def _set_up(self, start: int, found: FoundRule) -> str | None:
        """The body that a sentence tells of, and the next goes on about: "Det består af fem"."""
        told = [span for span in sentences(self.text, start, found.end) if span[0] <= found.start]
        for (begin, end), (after, _) in pairwise(told[-3:]):
            named = _SET_UP.match(self.text, begin, end)
            if named is not None and _PRONOUN.match(self.text, after):
                body = named["body"] or named["new"]
                return body if names_body(body, self.lexicon) else None
        return None

    def _pointed_to(self, block: ItemBlock, found: FoundRule) -> str | None:
        """The body that "rådet" means, in the rule or as what it divides: so called, and named last."""
        start = block.title.start
        if found.pointer is not None:
            return next(self._so_called(stem_of(found.pointer), start, found.start), None)
        noun = self._divided(start, found)
        if noun is None:
            return None
        stem = stem_of(noun)
        if self.own is not None and is_called(self.own, stem):
            before = self._so_called(stem, start, block.told_at)
        else:
            before = chain(
                self._so_called(stem, start, found.start),
                self._so_called(stem, found.end, block.lines[-1].read_end),
            )
        name = next((name for name in before if fold(name) != fold(noun)), None)
        return name and self._named_for(name, stem, block)

    def _divided(self, start: int, found: FoundRule) -> str | None:
        """The noun whose seats a rule divides: "Rådet består af otte medlemmer. Heraf udpeges to"."""
        told = [span for span in sentences(self.text, start, found.end) if span[0] <= found.start]
        for begin, end in reversed(told):
            composed = _COMPOSED.search(self.text, begin, end)
            if composed is not None:
                return composed["noun"] or composed["behind"]
            if not _OF_THEM.match(self.text, begin):
                return None
        return None

    def _named_for(self, name: str, stem: str, block: ItemBlock) -> str:
        """The body by its full name in the item: "styregruppen for Kystfonden" for "Kystfondens styregruppe"."""
        owner = re.fullmatch(rf"(?P<whose>.+?)[’']?s {stem}", name)
        if owner is None:
            return name
        full = re.compile(rf"(?i:{stem})\w{{0,3}} (?:for|i) {re.escape(owner['whose'])}(?!\w)")
        match = full.search(self.text, block.title.start, block.lines[-1].read_end)
        return name if match is None else match[0]

    def _so_called(self, stem: str, start: int, end: int) -> Iterator[str]:
        """The names of bodies that are a "råd", from the last in ``[start, end)`` to the first."""
        noun = f"[{stem[0]}{stem[0].upper()}]{stem[1:]}"
        before = r"(?:D(?:et|en) )?(?!(?:Til|I|Fra|For|På|Af|Med|Om) )(?:[A-ZÆØÅ][\w-]+-(?:,| og) |[A-ZÆØÅ][\w-]+ )"
        name = re.compile(
            rf"(?<![\w-])(?!Byråd|Regionsråd)(?:{before}+{noun}|{before}*[A-ZÆØÅ][\w-]*{noun}|{noun}(?=\w{{0,3}} (?:for|i) [A-ZÆØÅ]))"
            rf"(?: {_CAPITALS}|(?:met|et|en|n)?(?: (?:for|i) {_CAPITALS})?)(?!\w)"
        )
        yield from reversed([match[0] for match in name.finditer(self.text, start, end)])

    def _label_before(self, start: int, found: FoundRule) -> tuple[int, str] | None:
        """The body that stands alone before the rule's sentence: "b) Havnerådet. Der skal udpeges"."""
        told = [span for span in sentences(self.text, start, found.end) if span[0] <= found.start]
        if len(told) < 2:
            return None
        begin, end = told[-2]
        text = self.text[begin:end].rstrip(" .:")
        mark = _MARK.match(text)
        named = mark is not None and names_body(text[mark.end() :], self.lexicon)
        return (begin, text[mark.end() :]) if mark is not None and named else None

    def _described(self, start: int, found: FoundRule) -> tuple[int, str] | None:
        """The body whose composition or board the text from ``start`` was describing last."""
        nearest: tuple[int, str] | None = None
        for match in _CONSISTS.finditer(self.text, start, found.start + 40):
            name = match["of"] or match["body"] or match["set"]
            if match.start() <= found.start and not _NO_NAME.match(name):
                nearest = match.start(), bare_body(name)
        for match in _BOARD_OF.finditer(self.text, start, found.start):
            nearest = max(nearest or (0, ""), (match.start(), match["of"]))
        return nearest

    def _own_where_meant(self, body: str | None) -> str | None:
        """The whole name of the meeting's own body where a part of it is given."""
        if self.own is None or body is None:
            return body
        is_part = f" {fold(body)} " in f" {fold(self.own)} "
        return self.own if is_part else in_own_full(body, self.own)
