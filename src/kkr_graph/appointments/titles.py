"""Which lines may be the name of a forum."""

import re

from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.headings import without_day, without_lead
from kkr_graph.appointments.posts import POST
from kkr_graph.language.body_nouns import COMMON, COUNCILS, MANY, either
from kkr_graph.language.dates import find_dates
from kkr_graph.language.trails import is_trail
from kkr_graph.model.lexicon import ListPattern
from kkr_graph.model.names import clean

_BRACKET = re.compile(r"\s*\([^()]*\)")  # "Klimarådet (nedsat den 2. februar 2022)"
# the menu of a page: "Program, Lokaler, Om os, Kontakt"
_MENU = re.compile(r"[^,]{2,25}(?:, [^,]{2,25}){2,}")
_LONGEST = 120
_FINITE = re.compile(
    r"(?<!\w)(?:er|har|blev|bliver|skal|kan|vil|består|ledes|udpeger|vælger|holder|afholder|mødes|sidder|deltager|indgår|finder|drøfter|behandler"
    r"|træffes|holdes|afholdes|vælges|udpeges|sammensættes|nedsættes|offentliggøres|opdateres)(?!\w)"
)
_OF_PARTY = re.compile(r"\([A-ZÆØÅ]\)")  # somebody, whether the name is read or not
# in a list of points, what has no word for a body: "• Sikre koordinering på området"
_PURPOSE = re.compile(r" (?:til|med|om|på|ved|mellem) ")
_POINT = re.compile(r"[-–—•*·▪◦]\s+")
_CLAUSE = re.compile(r", (?:at|der|fordi|hvis|hvor|hvoraf|når|som)\b")
_UNFINISHED = re.compile(r"\b(?:af|for|fra|har|i|med|og|på|som|til|ved)$")  # a line of a sentence
_COMPANY = re.compile(r" a\.m\.b\.a\.$", re.IGNORECASE)
# by its last noun, or by the one before "for": "Kystrådet (KR)", "Udvalget for Havne"; a council appoints
_FORUM = re.compile(
    rf"(?!.*(?:{either(*COUNCILS)}))[A-ZÆØÅ]?(?:[\w-]+ ){{0,5}}(?:\w*(?:{either(*COMMON, *MANY, 'bestyrelse', 'hegnssyn')})|Erhvervshus)"
    r"(?: (?:for|i|på) [^,.;:()]{2,60}| [A-ZÆØÅ][\w-]+)?(?: \([^()]*\))?",
    re.IGNORECASE,
)
_PROSE_END = (".", ";", "!", "?")


class TitleReader:
    """Tells names of forums from sentences, people, papers and links."""

    def __init__(self, entries: EntryReader) -> None:
        self.entries = entries
        self.paper = entries.words.patterns[ListPattern.PAPER]

    def seems(self, line: str) -> bool:
        """Whether a line is short, no sentence, and has nobody in it."""
        text = self._without_day(clean(_BRACKET.sub("", without_lead(line))))
        return (
            any(map(str.isalpha, text))
            and len(text) <= _LONGEST
            and (text[:1].isupper() or text[:1].isdigit() or line[:1].isdigit())
            and (not text.endswith(_PROSE_END) or _COMPANY.search(text) is not None)
            and not is_trail(text)
            and ":" not in text.rstrip(": ")
            and "@" not in text
            and " = " not in text
            and not (_MENU.fullmatch(text) and " og " not in text)
            and text.count("(") == text.count(")")
            and _OF_PARTY.search(line) is None
            and not any(each.search(text) for each in (_UNFINISHED, _CLAUSE, _FINITE, self.paper))
            and not any(find_dates(text, 0, len(text)))
            and not self.entries.is_entry(text)
            and not self._is_post(text)
            and not ("," in text and self.entries.persons.is_named(text))
            and (_POINT.match(line) is None or self._is_body(text))
        )

    def _without_day(self, text: str) -> str:
        """``Havnerådet pr. 1. marts 2026`` without its day; "Status pr. 1. marts 2026" as it is."""
        bare = without_day(text)
        return bare if is_proper(bare) and self._is_body(bare) else text

    def _is_body(self, text: str) -> bool:
        """Whether a phrase is a body by its words, and not a point of a list."""
        words = self.entries.people.words
        return _PURPOSE.search(text) is None and words.is_organization(text)

    def _is_post(self, text: str) -> bool:
        """Whether a line is what somebody is: "Formand for Havnerådet", "Politidirektøren"."""
        office = re.sub(r"en$", "", text)
        is_office = " " not in text and self.entries.people.words.is_title(office)
        return is_office or any(POST.fullmatch(piece) for piece in text.split(", "))


def names_forum(line: str) -> bool:
    """Whether a line is a forum's name by its noun, also where people could stand."""
    return line[:1].isupper() and _FORUM.fullmatch(line) is not None


def is_proper(name: str) -> bool:
    """Whether "medlemmerne af X" names a forum that is one wherever it stands, unlike "rådet"."""
    return " " in name and (not name[:1].islower() or re.search(r" [A-ZÆØÅ]", name) is not None)
