"""What body a sentence is about: "Z skal have ny formand", "a) Havnerådet: ...", "Z mødes i maj"."""

import re

from kkr_graph.language.body_nouns import COMMON, either
from kkr_graph.minutes.personnel import body_phrases
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.personnel.titles import names_body
from kkr_graph.model.names import fold

_LACKS = re.compile(
    r"(?P<body>[A-ZÆØÅ][^,.;:()]{2,60}?) (?:(?:skal have|mangler|får|fik|har fået|søger|har brug for|ønsker) (?:en|et|ny|nyt)\b|ønsker(?= ⟦))"
)
_LABELLED = re.compile(r"[\s–—•*·▪◦-]*(?:\w{1,2}[.)] )?(?P<body>[A-ZÆØÅ][^:⟦\t]{2,80}): (?=\S)")
_ALONE = re.compile(r"(?:[a-zæøå]\)|[–—•*·▪◦-]) (?P<body>[A-ZÆØÅ][^:⟦\t.]{2,80})\.")
# a heading on a line of its own: "Det Grønne Råd (DGR)"
_HEADING = re.compile(r"(?P<body>[A-ZÆØÅ][^:⟦\t.]{2,80}?)(?: \([A-ZÆØÅ][\w -]{1,40}\))?")
# "Det Regionale Beredskabsråd Vest", "Genbrug Nordøst I/S"
_AND_WHERE = re.compile(
    rf"(?:[A-ZÆØÅ][\w-]* )*[\w-]*(?i:{either(*COMMON, 'fond', 'forening', 'klynge')})(?: [A-ZÆØÅ][\w-]*){{1,3}}"
    r"|[A-ZÆØÅ][\w&-]*(?: [A-ZÆØÅ][\w&-]*)* (?:[A-Z]/S|ApS|a\.m\.b\.a\.)"
)
_ELECTION_TO_BOARD = re.compile(
    r"\w*valg (?:til|i|af) (?:bestyrelsen|udvalget|rådet)", re.IGNORECASE
)
_OFFICES = re.compile(
    r"^region |(?:kommune|sekretariat|forvaltning|administration|direktion|afdeling)(?:et|en)?\b",
    re.IGNORECASE,
)
_ASSEMBLED = re.compile(
    r"(?:(?:På|Ved) (?:[^⟦,.;]{0,40} )?(?:generalforsamlingen?|repræsentantskabsmødet?|bestyrelsesmødet?|årsmødet?|mødet?)|Generalforsamlingen|Repræsentantskabet|Årsmødet|Bestyrelsen) (?:i|for|af) (?=[A-ZÆØÅ])"
)
# "Havnens Venner holdt generalforsamling i maj"
_HELD_ASSEMBLY = re.compile(
    r"(?P<body>[A-ZÆØÅ][\w&-]*(?: (?:(?:for|i|og|af) )?(?:[A-ZÆØÅ][\w&-]*|[A-Z]/S)){1,5}) (?:holdt|afholdt|har (?:af)?holdt) (?:sin )?(?:[a-zæøå]+ )?(?:generalforsamling|årsmøde)\b"
)
_OF_ITSELF = re.compile(
    r" (?:mødes|samles|består|tæller|holder (?:\w+ )?møde|vælger (?:\w+ ){0,3}sin (?:egen )?(?:næst)?formand|har \w+ medlemmer|konstituerer sig|blev stiftet|er (?:et|en)\b)"
)


class SubjectReader:
    """Reads the bodies that sentences are about, and not only name."""

    def __init__(self, targets: TargetReader) -> None:
        self.targets = targets

    def named(self, sentence: str, *, is_titled: bool) -> str | None:
        """The body that a sentence goes over to; below a title that names one, no heading does."""
        return (
            self._lacking(sentence)
            or self.labelling(sentence)
            or self._assembled(sentence)
            or (None if is_titled else self._headed(sentence))
        )

    def telling_of_itself(self, sentence: str) -> str | None:
        """The body of a sentence about itself; below a title that names one, only that in full."""
        body = self._subject(sentence)
        return body if not self.targets.is_titled or self._is_title_in_full(body) else None

    def labelling(self, sentence: str) -> str | None:
        """The body before a colon, or alone: "a) Havnerådet: Bestyrelsen udpegede X", "b) Havnerådet."."""
        match = _LABELLED.match(sentence) or _ALONE.fullmatch(sentence)
        named = match is not None and self.targets.names_body(match["body"])
        return self.targets.in_full(match["body"]) if match is not None and named else None

    def _lacking(self, sentence: str) -> str | None:
        """The body that lacks somebody: "Festugerådet skal have en ny formand"."""
        match = _LACKS.match(sentence)
        named = match is not None and self.targets.seems_body(match["body"])
        return self.targets.in_full(match["body"]) if match is not None and named else None

    def assembles(self, sentence: str) -> bool:
        """Whether a sentence or a heading is of somebody's own assembly, which elects to their board."""
        return bool(_ASSEMBLED.match(sentence) or _HELD_ASSEMBLY.search(sentence))

    def _assembled(self, sentence: str) -> str | None:
        """The body that meets or elects: "På generalforsamlingen i Z blev ...", "Repræsentantskabet for Z valgte"."""
        held = _HELD_ASSEMBLY.match(sentence)
        if held is not None:
            return self.targets.in_full(held["body"])
        match = _ASSEMBLED.match(sentence)
        place = None if match is None else self.targets.place(sentence, match.end())
        return None if place is None or self.targets.is_pronoun(place.name) else place.name

    def _headed(self, sentence: str) -> str | None:
        """The body that a line only names, as a heading does: "Det Grønne Råd (DGR)"."""
        match = _HEADING.fullmatch(sentence)
        if match is None:
            return None
        name = match["body"]
        if body_phrases.has_council_for_last_word(name) or _ELECTION_TO_BOARD.fullmatch(name):
            return None
        named = names_body(name, self.targets.lexicon) or _AND_WHERE.fullmatch(name) is not None
        named = named or self.targets.bodies.known(name) is not None
        other = _OFFICES.search(name) or name.startswith("Om ")  # "Om udvalget" heads what is told
        return self.targets.in_full(name) if named and not other else None

    def _subject(self, sentence: str) -> str | None:
        """The body of a sentence about itself: "Bestyrelsen for Z mødes fire gange om året"."""
        place = self.targets.place(sentence, 0) if sentence.endswith(".") else None
        if place is None or _OF_ITSELF.match(sentence, place.end) is None:
            return None
        named = not self.targets.is_pronoun(sentence[: place.end])
        return place.name if named and self.targets.seems_body(place.name) else None

    def _is_title_in_full(self, body: str | None) -> bool:
        """Whether a body is the title's by its own words: "Den politiske styregruppe"."""
        words, titled = fold(body or "").split(), fold(self.targets.about or "").split()
        return words[-1:] == titled[-1:] and len(words) > len(titled)
