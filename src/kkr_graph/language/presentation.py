"""What an entry says of somebody behind the name, piece by piece."""

import re
from dataclasses import replace

from kkr_graph.language.item_lists import (
    ARRIVED,
    CAME_AT,
    PART_OF_MEETING,
    PARTIAL,
    UNDER_ITEMS,
    item_numbers,
    items_under,
)
from kkr_graph.language.names import NAME, SHOUTED_VERB
from kkr_graph.language.particulars import particulars
from kkr_graph.language.parties import PartyScheme, party_token
from kkr_graph.language.presented import Presented, are_initials
from kkr_graph.language.vocabulary import FUNCTION_WORD, Vocabulary
from kkr_graph.model.extract import AttendanceStatus

DEPUTY_FOR = re.compile(
    r"(?:(?:(?:[Mm]ødte? |[Dd]elt(?:og|ager) |[Tt]il ?stede |i mødet |var |indkaldt |som )*(?:[Pp]ersonlig )?(?:[Ss]tedfortræder|[Ss]uppleant|substitut|vikar|[Aa]fløser|stf\.|stedf\.|supp\.|suppl\.)|i stedet|(?:[Dd]elt(?:og|ager) )?på vegne|[Mm]ødte?|[Dd]eltog|[Tt]il ?stede) (?:for|af|f\.)"
    r"|(?:^|(?<=[,)–-] )|(?<=[(\t]))(?:erstatter|erstattede|repræsenterer|repræsenterede)"
    rf"|(?:^|(?<=[,)–-] )|(?<=[(\t]))(?:sidstnævnte )?[Ff]or) (?:(?!hvem |\w+(?:erne|ionen) )[a-zæøå]{{3,25}} )?(?P<name>{NAME})"  # "Anna Holm (A) for borgmester Bo Lund"
)
# What somebody does ends what is said of them, "Bo Lund, direktør i Movia, holdt et oplæg", and so
# does a new sentence, "Bo Lund (V). I hans sted mødte Eva Skov".
_END_OF_PARTICULARS = re.compile(
    r"(?<!\w)(?:(?:vil|kan|skal|har|havde|er|var|blev|bliver) (?!medlem|formand|stedfortræder|suppleant|(?:desværre |dog )?(?:ikke (?:til ?stede|mødt|med)\b(?! under| i | ved)|forhindret\b(?! under)|fraværende\b(?! under| fra| i | ved)|syg\b|meldt (?:afbud|fra)\b|afbud\b))"
    r"|delt(?:og|ager) (?!ikke|på vegne|(?:i mødet )?(?:som (?:\w+ )?(?:stedfortræder|suppleant|substitut|afløser|vikar|erstatning)|i stedet)|for [A-ZÆØÅ]|(?:i mødet )?(?:kun )?(?:under|ved|i) (?:behandlingen af )?(?:p[ku]|sag\b))"
    r"|indled|orienter|gav\b|giver\b|holdt|holder|præsenter|fremla|fremlæ|gennemg|redegj|redegør|supplere|fortalte"
    r"|introducer|takkede|bød\b|oplyste|bemærkede|forlod|ankom|tilstødte|gik\b)"
    r"|(?<![Aa]dm)(?<![Kk]st)(?<![Kk]onst)(?<![Tt]idl)(?<![Ff]hv)\.\s+(?=[A-ZÆØÅ][a-zæøå]*(?: [a-zæøå]|\s*\Z))"
    r"|\s(?:v/|->|→)\s*\Z"  # "Bo Lund (V), Odder v/ Eva Skov"
    r"|(?<=[\w)])(?<![Ii]kke)(?<![Ee]j) til ?stede\.?\s*\Z"  # "Desuden var Bo Lund, KL, og Eva Skov, Movia til stede."
    r"|;\s+(?=[Ff]ra [A-ZÆØÅ])"  # "Bo Lund (A); fra Fanø Kommune Eva Skov"
    r"|[.;]\s+(?=[A-ZÆØÅ][^.:,;()\d\t]{1,40}:\s)"  # "Bo Lund (V). Odder Kommune: Eva Skov"
)
# behind whom somebody came for, and of them: "for Bo Lund (V), Assens Kommune"
_OF_OTHER = re.compile(r" ?\([A-ZÆØÅ]{1,3}\)(?:, [A-ZÆØÅ][^,;()\t\n]*)?")
_SENT_BY = re.compile(r"(?:gen)?(?:udpeget|valgt|indstillet) (?:af|blandt|for|i|på)\b")
_FROM = re.compile(
    r"(?:fra|ved|hos) (?P<organization>[A-ZÆØÅ].*?)(?: (?:deltog|deltager|mødte|var)\b.*)?"
)
# where somebody is from: "Anna Holm (A) fra Vejle Kommune blev valgt"
_FROM_PLACE = re.compile(
    r"fra (?P<place>[A-ZÆØÅ][\w-]*(?: (?!Kommune)[A-ZÆØÅ][\w-]*)?)(?P<works> [Kk]ommune)?(?:$| (?P<next>[a-zæøå]+))"
)
_INITIALS = re.compile(r"[A-ZÆØÅ]{2,4}")


class ParticularReader:
    """Reads what stands behind a name: party, municipality, occupation, items."""

    def __init__(
        self, words: Vocabulary, scheme: PartyScheme, *, gives_initials: bool = False
    ) -> None:
        self.gives_initials = gives_initials
        self.words = words
        self.registry = words.registry
        self.lexicon = words.lexicon
        self.scheme = scheme

    def read(self, person: Presented, rest: str) -> Presented:
        """The person with all that the rest of an entry says."""
        rest = _END_OF_PARTICULARS.split(rest, maxsplit=1)[0]
        rest = self._without_other(SHOUTED_VERB.split(rest, maxsplit=1)[0])
        for particular in particulars(ARRIVED.sub("mødt", rest)):
            person = self._with_particular(person, particular)
        return person

    def _without_other(self, rest: str) -> str:
        """What an entry says, without the party and place of whom somebody came for."""
        deputy = DEPUTY_FOR.search(rest)
        told = None if deputy is None else _OF_OTHER.match(rest, deputy.end())
        return rest if told is None else rest[: told.start()] + rest[told.end() :]

    def _with_particular(self, person: Presented, text: str) -> Presented:
        """The person with one more particular: the first reading that fits is taken."""
        is_short = self.gives_initials and _INITIALS.fullmatch(text) is not None
        if is_short and are_initials(text, person.name):
            return person  # "Karen Friis (KF)", of no party
        if "@" in text:
            return person  # "Anna Holm, Fyns Havne (ah@havn.dk)"
        deputy = DEPUTY_FOR.search(text)
        if deputy is not None and self.words.is_person(deputy["name"]):
            person = replace(person, deputy_for=deputy["name"])
            return self._with_place(person, text[: deputy.start()].rstrip(" (,"))
        if PART_OF_MEETING.fullmatch(text) or PARTIAL.search(text):  # "til og med punkt 3"
            return person
        items = item_numbers(text)
        if items:
            return replace(person, items=items)
        under = UNDER_ITEMS.search(text)
        if under is not None and person.items is None:
            person = replace(person, items=items_under(text))
            return self._with_particular(person, text[: under.start()])
        came = AttendanceStatus.PRESENT if CAME_AT.fullmatch(text) else None
        status = came or self.words.status(text)
        if status is not None and (person.status is None or status is not AttendanceStatus.GUEST):
            return replace(person, status=person.status or status)
        token = party_token(text, self.registry)
        if token is not None and person.party is None:
            return replace(person, party=self.scheme.letter(token))
        if self.registry.municipality(text) is not None:
            return self._with_place(person, text)
        return self._with_occupation(person, text)

    def _with_place(self, person: Presented, text: str) -> Presented:
        """The person with a municipality; a second one is of whom they came for."""
        place = self.registry.municipality(text)
        if place is None or person.municipality is not None:
            return person
        return replace(person, municipality=place.name)

    def _is_home(self, person: Presented, home: re.Match[str]) -> bool:
        """Whether somebody is from a place, and does not work there; "fra Fanø borgmester X" is of X."""
        sits = person.party is not None or not home["works"]
        known = self.registry.municipality(home["place"]) is not None
        return sits and known and not self.words.is_title(home["next"] or "")

    def _with_occupation(self, person: Presented, text: str) -> Presented:
        if _SENT_BY.match(text):
            return person  # "Anna Holm, udpeget af Vejle Byråd"
        home = _FROM_PLACE.match(text)
        if home is not None and self._is_home(person, home):
            return self._with_place(person, home["place"])
        origin = _FROM.fullmatch(text)
        if origin is not None and person.organization is None:
            return replace(person, organization=origin["organization"].rstrip(" .,"))
        seems_title = text[:1].islower() and len(text) > 2 and not FUNCTION_WORD.match(text)
        if self.words.is_title(text) or (seems_title and person.title is None):
            title, organization = split_occupation(text)
            return replace(
                person,
                title=person.title or title,
                organization=person.organization or organization,
            )
        named = (person.name, person.deputy_for or person.name)
        if _INITIALS.fullmatch(text) and any(are_initials(text, name) for name in named):
            return person  # "Anna Holm, AH"
        if all(word == "og" or self.words.is_given(word) for word in text.split()):
            return person  # "Anna Holm, Bo, Eva Skov": another, by the given name alone
        if text[:1].isupper() and len(text) > 1 and person.organization is None:
            return replace(person, organization=text)
        return replace(person, rest=(*person.rest, text))


def split_occupation(text: str) -> tuple[str, str | None]:
    """``chefkonsulent i Aalborg Kommune`` as title and organisation."""
    match = re.match(r"(?P<title>.+?),?\s+(?:i|ved|hos|fra|for|på)\s+(?P<org>[A-ZÆØÅ].*)", text)
    if match is None:
        return text, None
    return match["title"], match["org"].rstrip(" .,")
