"""Reads how a document presents somebody: name, party, municipality, title, organisation.

Documents write ``Anna Holm (A) Aalborg Kommune``, ``Anna Holm, A``, ``Borgmester Anna Holm (A),
Lolland``, ``Anna Holm, direktør, Dansk Industri``, ``Anna Holm: Deltog`` and more. An entry is taken
apart into a name and the particulars around it; each particular is recognised on its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kkr_graph.language.item_lists import (
    ARRIVED,
    ITEMS_AHEAD,
    PART_OF_MEETING,
    PARTIAL,
    UNDER_ITEMS,
    item_numbers,
    items_under,
)
from kkr_graph.language.names import NAME, NAME_PATTERN, is_given, is_name
from kkr_graph.language.particulars import particulars
from kkr_graph.language.parties import PartyScheme, party_token
from kkr_graph.model.extract import AttendanceStatus
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import fold
from kkr_graph.model.registry import Registry

# What may stand before an office and belong to it: "1.", "konst.", "børne- og", "administrerende".
_OF_TITLE = re.compile(
    r"(?:\d{1,2}\.|(?:konst|kst|adm|fhv|ass|stedf|suppl|cand|dr|hr|tidl)\.|\w{1,40}-|\w{1,40}(?:ende|isk|al|eret|dig|faglig)|faglig|første|anden|tidligere)(?= )",
    re.IGNORECASE,
)
_DEPUTY_FOR = re.compile(
    r"(?:(?:(?:mødte |deltog |var |som )*(?:[Pp]ersonlig )?(?:[Ss]tedfortræder|[Ss]uppleant|substitut|vikar|stedf\.|suppl\.)|i stedet|på vegne|mødte|deltog) (?:for|af)"
    rf"|(?:^|(?<=[,)] )|(?<=\())for) (?:(?!hvem |\w+(?:erne|ionen) )[a-zæøå]{{3,25}} )?(?P<name>{NAME})"  # "Anna Holm (A) for borgmester Bo Lund"
)
# "styregruppen for Akut Syd", "foreningen Danske Kystbyer": a name, but not a person's.
_BELONGS_TO_BODY = re.compile(
    r"\b(?:\w*(?:gruppen|foreningen|forening|netværket|selskabet|projektet|initiativet|alliancen|aftalen|partnerskabet|programmet|puljen"
    r"|kampagnen|festivalen|konferencen|virksomheden|organisationen|institutionen|skolen|museet|centret|[Ff]orummet|[Ff]orum|[Bb]oard|rapporten|bogen)(?: for| i| af)?"
    r"|\w*(?:bestyrelsen|udvalget|rådet|nævnet|kredsen|komitéen|styrelsen|posten|klyngen|taskforcen?|panelet|gruppe|klynge|fonden|kommissionen|klyngen|styregruppe|råd|udvalg|skabet) (?:for|i|af)|\b(?:[Ff]onden|[Kk]lyngen|[Tt]askforcen|[Pp]rojektet)) $"
)
# "valgt som medlem af Fjordens Varmenet": where somebody sits is nobody
_SITS_IN = re.compile(r"\b(?:medlem(?:mer)?|(?:næst)?formand) (?:af|i|for) $", re.IGNORECASE)
# What somebody does ends what is said of them, "Bo Lund, direktør i Movia, holdt et oplæg", and so
# does a new sentence, "Bo Lund (V). I hans sted mødte Eva Skov".
_END_OF_PARTICULARS = re.compile(
    r"(?<!\w)(?:(?:vil|kan|skal|har|havde|er|var|blev|bliver) (?!medlem|formand|stedfortræder|suppleant)"
    r"|deltager? (?!ikke|(?:kun )?(?:under|ved|i) (?:behandlingen af )?p[ku])|deltog (?!ikke|som|for [A-ZÆØÅ]|i stedet|(?:kun )?(?:under|ved|i) (?:behandlingen af )?p[ku])"
    r"|indled|orienter|gav\b|giver\b|holdt|holder|præsenter|fremla|fremlæ|gennemg|redegj|redegør|supplere|fortalte"
    r"|introducer|takkede|bød\b|oplyste|bemærkede|forlod)"
    r"|(?<![Aa]dm)(?<![Kk]st)(?<![Kk]onst)(?<![Tt]idl)(?<![Ff]hv)\.\s+(?=[A-ZÆØÅ][a-zæøå]*(?: [a-zæøå]|\s*\Z))"
)
# "bad Bo Lund om en redegørelse": what follows is no occupation
_FUNCTION_WORD = re.compile(
    r"(?:om|at|en|et|for|med|til|og|i|på|som|der|den|det|de|af|fra|ved|hvor|hvis|når|mens|men|eller|samt|under|efter)\b"
)
_OWNS = re.compile(
    r" (?:plads|pladser|post|poster|sæde|hverv|mandat|rolle|suppleant|stedfortræder|afløser|efterfølger|sted|udtræden|udtrædelse|fratræden|fratrædelse|afgang|død|orlov|fravær|sygdom|barsel\w*)\b"
)
# "Taskforcen for Grøn Omstilling", but "Suppleant for Anna Holm"
_THEME_OF = re.compile(
    r"\b(?!Suppleant|Stedfortræder|Medlem|Formand|Næstformand|Personlig|Afløser|Efterfølger|Valg|Udpegning)[A-ZÆØÅ][\w-]{3,} (?:for|i|af) $"
)
_ARTICLE = re.compile(r"\bde[nt]? $")  # "for det Nære Sundhedsvæsen"
_BODY_OF = re.compile(
    r" (?:kommission|bestyrelse|råd|udvalg|repræsentantskab|forum|netværk|styregruppe|formand|næstformand|repræsentant|medlem|byråd)\w*\b"
)
_PARTY = re.compile(r" ?\([A-ZÆØÅ]{1,3}\)")
_LETTER = re.compile(r" ?\([A-ZÆØÅ]\)")
_COMPANY = re.compile(
    r" (?:[AIPKS]/[SI]|ApS|IVS|F\.?m\.?[bB]\.?[aA]\.?|A\.?m\.?[bB]\.?[aA]\.?)(?!\w)"
)
_ACRONYM = re.compile(r"[A-ZÆØÅ]{2,5} ")  # "FH Sydsjælland", "DI Fyn"; "HC Lund" has a party behind
# "Ea Lund (F) mødte som stedfortræder": the capacity is not that of who is named next
_CAME_AS = re.compile(
    rf"(?:\([A-ZÆØÅ]{{1,3}}\)|{NAME}) (?:mødte|deltog|deltager|er indkaldt|var indkaldt) som (?:personlig )?$"
)
# "Havn & Lund Revision", "Midt- og Vestjyllands Politi": the second half of a name that is no person's
_JOINED_TO = re.compile(
    r"(?:[\w.]& | & |\w- og |(?:^|[,(\t] ?)(?P<half>[A-ZÆØÅ][\w-]+s) og )$"  # "Vests og Østers Politi"
)
_INITIALS = re.compile(r"[A-ZÆØÅ]{2,4}")
_FIRST_NAME_END = re.compile(r"(?:ild|ald|ulf|olf|vin|id|unn?|ill[ae]?|ine|ette|itte|ius|ias)$")
_COUNTED = re.compile(r"(?:punkt|pkt\.?|sag|nr\.?) $")  # "under punkt 3. Formand ..."
_SHORT_GIVEN = 3  # letters: "Rie", "Ea"; no occupation is so short
# Danish has no comma before the last of several: one there ends what was set behind the name before
_SET_BEHIND = re.compile(
    r"(?P<and>,\s+og\b)|,\s+(?P<word>[a-zæøå]+)\s|\s*(?:\((?:under|kun|pkt\.?|punkt) |[.;](?!\w)|$)"
)
# ", hotelejer, " between a name and what it is said of
_OCCUPATION_BETWEEN = re.compile(
    r"(?: ?\([^()]{1,30}\))?,\s(?:(?P<occupation>[a-zæøå][^,;:()\t\n]{2,40}),\s)?"
)
# "borgmester Bo Lund, Eva Skov": behind these stands no firm, but the next of those listed
_SENT_BY_VOTERS = re.compile(
    r"(?:borgmester|rådmand|rådkvinde|(?:råds|bestyrelses|folketings)medlem)(?= (?-i:[A-ZÆØÅ])|$)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\w{2,}(?:er|ede|te)|\w*(?:tog|holdt|gav|kom|gik|trak)|er|var|blev|har|havde|fik|bad|bød|sagde"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """Somebody as presented in one place. ``start`` and ``end`` count from the text's beginning."""

    name: str
    start: int
    end: int
    party: str | None = None
    municipality: str | None = None
    title: str | None = None
    organization: str | None = None
    status: AttendanceStatus | None = None
    deputy_for: str | None = None
    items: tuple[str, ...] | None = None  # "(punkt 3)"
    rest: tuple[str, ...] = ()  # particulars that could not be read


class PeopleReader:
    """Reads entries and phrases that present people."""

    def __init__(self, registry: Registry, lexicon: Lexicon, scheme: PartyScheme) -> None:
        self.registry = registry
        self.lexicon = lexicon
        self.scheme = scheme

    def find(self, text: str) -> tuple[Presented, ...]:
        """Everybody whom ``text`` presents, each with the particulars up to the next person."""
        names = [name for match in self._matches(text) if (name := self._name(text, match))]
        return self._presented(text, self._without_employers(text, names))

    def find_listed(self, text: str) -> tuple[Presented, ...]:
        """The same, without those who are only named as the ones a deputy stands in for."""
        others = [match.span("name") for match in _DEPUTY_FOR.finditer(text)]
        names = [
            name
            for match in self._matches(text)
            if (name := self._name(text, match))
            and not any(start < name.end <= end for start, end in others)
        ]
        kept = [name for name in names if not self._is_employer(text, name)]
        kept = self._without_employers(text, kept)
        return self._presented(text, [one for one in kept if not belongs_to_other(text, one, kept)])

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        """What has the form of a name; "X af Y" is two, where Y begins with a given name."""
        for match in NAME_PATTERN.finditer(text):
            agent = match[0].find(" af ")
            given = agent > 0 and self.is_given(match[0][agent + 4 :].split()[0])
            if given:
                yield from NAME_PATTERN.finditer(text, match.start(), match.start() + agent)
                yield from NAME_PATTERN.finditer(text, match.start() + agent + 4, match.end())
            else:
                yield match

    def _is_employer(self, text: str, name: Presented) -> bool:
        """A capitalised phrase behind an occupation: "Ejer, Svanholms Gartneri"."""
        cell = text[: name.start].rpartition("\t")[2]
        occupation = re.search(r"([^,\t]+),\s*$", cell)
        is_person = self.is_given(name.name.split()[0]) or _PARTY.match(text, name.end) is not None
        return (
            occupation is not None
            and name.title is None
            and not is_person
            and _SENT_BY_VOTERS.search(occupation[1]) is None
            and self.is_title(occupation[1].strip())
        )

    def _without_employers(self, text: str, names: Sequence[Presented]) -> list[Presented]:
        """Without what a comma sets behind somebody: "gårdejer Bo Lund, Havn Vest, og Eva Skov"."""
        return [
            name
            for before, name in zip((None, *names), names, strict=False)
            if before is None
            or not (self._is_set_behind(text, before, name) or self._is_in_brackets(text, name))
        ]

    def _is_in_brackets(self, text: str, name: Presented) -> bool:
        """Whether a name stands alone in brackets: "Bo Lund (Fyns Politi)" is from there."""
        alone = text[: name.start].endswith("(") and text[name.end : name.end + 1] == ")"
        return alone and name.title is None and not self.is_given(name.name.split()[0])

    def _is_set_behind(self, text: str, before: Presented, name: Presented) -> bool:
        """Whether a name is in the place of a firm: it has no office or party of its own."""
        ends = _SET_BEHIND.match(text, name.end)
        between = _OCCUPATION_BETWEEN.fullmatch(text[before.end : name.start])
        if (
            ends is None
            or between is None
            or name.title is not None
            or self.is_given(name.name.split()[0])
        ):
            return False
        if ends["word"] is not None:
            return self._is_verb(ends["word"])
        office = between["occupation"] or before.title
        if office is not None and _SENT_BY_VOTERS.search(office):
            return False
        return ends["and"] is not None or (office is not None and self._is_occupation(office))

    def _is_verb(self, word: str) -> bool:
        return word in self.lexicon.verbs or (
            _VERB.fullmatch(word) is not None and not self.is_title(word)
        )

    def _is_occupation(self, phrase: str) -> bool:
        """Whether a phrase is an office, or words in small letters that may be one."""
        small = phrase.islower() and len(phrase.split()) <= 3
        return self.is_title(phrase) or (small and not _FUNCTION_WORD.match(phrase))

    def _presented(self, text: str, names: Sequence[Presented]) -> tuple[Presented, ...]:
        ends = [*(name.start for name in names), len(text)][1:]
        presented = []
        ahead: tuple[str, ...] = ()
        for name, end in zip(names, ends, strict=True):
            rest = text[name.end : end]
            person = self._with_particulars(name, ITEMS_AHEAD.sub("", rest))
            presented.append(replace(person, items=person.items or ahead or None))
            following = ITEMS_AHEAD.search(rest)
            ahead = () if following is None else item_numbers(following["items"])
        return tuple(presented)

    def _name(self, text: str, match: re.Match[str]) -> Presented | None:
        """The person that a match names: titles before the name and places after it cut off."""
        start, end = match.span()
        end = self._without_place(text, start, end)
        end = self._without_genitive(text, start, end)
        start = self._without_body(text, start, end)
        start = self._without_titles(text, start, end)
        name = text[start:end]
        owner = _BODY_OF.match(text, end) is not None and not self.is_given(name.split()[0])
        theme = _THEME_OF.search(text, max(0, start - 40), start) is not None
        theme = theme or _ARTICLE.search(text, max(0, start - 5), start) is not None
        company = _COMPANY.match(text, end) is not None or (
            _ACRONYM.match(name) is not None and _PARTY.match(text, end) is None
        )
        if (
            owner
            or company
            or _JOINED_TO.search(text, max(0, start - 40), start) is not None
            or (theme and not self.is_given(name.split()[0]))
            or not (self.is_person(name) or self._is_member(text, name, end))
            or self._belongs_to_body(text, start, end)
        ):
            return None
        begin = self._title_start(text, start)
        title = text[begin:start].strip(" ,:") or None
        return Presented(name=name, start=begin, end=end, title=title)

    def _is_member(self, text: str, name: str, end: int) -> bool:
        """Whether a party's letter behind tells that "Eskild Nyråd (C)" is no council."""
        known = self.registry.municipality(name) or self.registry.body(name)
        named = self.lexicon.organization_words.intersection(fold(name).split())
        ends_so = fold(name).endswith(self.lexicon.organization_endings)
        form = ends_so and is_name(name) and not named and known is None
        return form and _LETTER.match(text, end) is not None

    def _belongs_to_body(self, text: str, start: int, end: int) -> bool:
        """Whether a name is part of a body's: "rådet for Akut Syd", but not "i rådet af Anna Holm"."""
        given = self.is_given(text[start:end].split()[0])
        if not given and _SITS_IN.search(text, max(0, start - 20), start) is not None:
            return True
        by = given and text[:start].endswith(" af ")
        return not by and _BELONGS_TO_BODY.search(text, max(0, start - 60), start) is not None

    def _without_place(self, text: str, start: int, end: int) -> int:
        """``Bo Lund Thisted Kommune``: the municipality is no part of the name."""
        words = list(re.finditer(r"\S+", text[start:end]))
        for count in range(len(words) - 2, 0, -1):
            place = " ".join(word[0] for word in words[-count:])
            if place.endswith("ommune") and self.registry.municipality(place):
                return start + words[-count - 1].end()
        return end

    def _without_genitive(self, text: str, start: int, end: int) -> int:
        """``Knud Holms plads``: the seat of Knud Holm."""
        owns = _OWNS.match(text, end) is not None
        given = any(map(self.is_given, text[start:end].split()[:-1]))  # "Efter Knud Holms plads"
        if not (owns and given):
            return end
        marked = text[end - 2 : end] in ("’s", "'s")
        return end - 2 if marked else end - (text[end - 1] == "s")

    def _without_body(self, text: str, start: int, end: int) -> int:
        """``udpegede KKR Syd Anna Holm``, ``Havnerådet af Anna Holm``: the body is no part of it."""
        words = list(re.finditer(r"\S+", text[start:end]))
        written = [word[0] for word in words]
        if "af" in written[1:-2]:
            at = written.index("af")
            before = " ".join(written[:at])
            named = self.is_given(written[0]) and not self.is_organization(before)
            if not named and self.is_given(written[at + 1]):
                return start + words[at + 1].start()
        for count in range(len(words) - 2, 0, -1):
            before = text[start : start + words[count - 1].end()]
            employer = (  # "Direktør i Dansk Industri Anna Holm"
                not self.is_given(written[0])
                and self.is_given(written[count])
                and self.is_organization(before)
                and not self.is_title(written[count - 1])
            )
            if employer or self.registry.body(before) is not None:
                return start + words[count].start()
        return start

    def _without_titles(self, text: str, start: int, end: int) -> int:
        words = list(re.finditer(r"\S+", text[start:end]))
        titles = 0
        while titles < len(words) - 2 and self.is_title(words[titles][0]):
            titles += 1
        first = words[titles][0]
        plain = (
            first.isalpha()
            and not first.isupper()
            and first.casefold() not in self.lexicon.no_names
        )
        word = (len(first) > _SHORT_GIVEN or not plain) and not first.endswith(".")  # "Chr."
        if len(words) - titles > 2 and word and not self.is_given(first):
            # an occupation that we do not know, and not the first of three names
            titles += self.is_given(words[titles + 1][0]) and not self._seems_given(first)
        return start + words[titles].start()

    def _seems_given(self, word: str) -> bool:
        """Whether an unknown word ends as many first names do, and hardly an occupation."""
        return _FIRST_NAME_END.search(word) is not None

    def is_given(self, word: str) -> bool:
        """Whether a word is one of the given names we know."""
        return is_given(word, self.lexicon.given_names)

    def _title_start(self, text: str, start: int) -> int:
        """Where an office before the name begins: ``1. viceborgmester Anna Holm``."""
        limit = max(0, start - 60, text.rfind("\t", 0, start) + 1)
        words = list(re.finditer(r"[\w.-]+(?= )", text[limit:start]))
        begin = start
        for count in range(1, min(3, len(words)) + 1):
            first = limit + words[-count].start()
            phrase = text[first:start].strip()
            leading = phrase.split()[:-1]
            belongs = fold(phrase) in self.lexicon.titles or all(
                _OF_TITLE.match(f"{word} ") and fold(word) not in self.lexicon.no_names
                for word in leading
            )
            counted = phrase[0].isdigit() and _COUNTED.search(text, 0, first) is not None
            if "," not in phrase and belongs and not counted and self.is_title(phrase.split()[-1]):
                begin = start if _CAME_AS.search(text, max(0, first - 90), first) else first
        return begin

    def is_organization(self, phrase: str) -> bool:
        """Whether a capitalised phrase names an organisation or a place."""
        words = fold(phrase).split()
        return bool(
            self.lexicon.organization_words.intersection(words)
            or (
                not self.is_given(words[0] if words else "")  # "Marie Braad" is no council
                and any(word.endswith(self.lexicon.organization_endings) for word in words)
            )
            or (
                words[:1] and words[0].endswith(("sk", "ske"))
            )  # an adjective: "Nordjysk Fortælling"
            or self.registry.municipality(phrase)
            or self.registry.body(phrase)
        )

    def is_title(self, phrase: str) -> bool:
        """Whether a phrase is an office or an occupation."""
        folded = fold(phrase)
        first = folded.split(" ", 1)[0]
        return (
            folded in self.lexicon.titles
            or first in self.lexicon.titles
            or first.endswith(self.lexicon.title_endings)
            or folded.endswith(self.lexicon.title_endings)
        )

    def is_role(self, phrase: str) -> bool:
        """Whether a phrase is a role in a body, as "formand" and "nyt medlem"."""
        return any(word in self.lexicon.roles for word in fold(phrase).split())

    def is_person(self, phrase: str) -> bool:
        """Whether a phrase has the form of a name and is nothing else that we know."""
        shouted = phrase.isupper() and not self.is_given(phrase.split()[0])
        first = phrase.split()[0]
        function = first.casefold() in self.lexicon.no_names and not self.is_given(first)
        party = self.registry.party_by_name(phrase) is not None  # "Radikale Venstre"
        known_else = (
            shouted or function or party or self.is_organization(phrase) or self.is_title(phrase)
        )
        return is_name(phrase) and not known_else

    def _with_particulars(self, person: Presented, rest: str) -> Presented:
        rest = _END_OF_PARTICULARS.split(rest, maxsplit=1)[0]
        for particular in particulars(ARRIVED.sub("mødt", rest)):
            person = self._with_particular(person, particular)
        return person

    def _with_particular(self, person: Presented, text: str) -> Presented:
        """The person with one more particular: the first reading that fits is taken."""
        deputy = _DEPUTY_FOR.search(text)
        if deputy is not None and self.is_person(deputy["name"]):
            return replace(person, deputy_for=deputy["name"])
        if PART_OF_MEETING.fullmatch(text) or PARTIAL.search(text):  # "til og med punkt 3"
            return person
        items = item_numbers(text)
        if items:
            return replace(person, items=items)
        under = UNDER_ITEMS.search(text)
        if under is not None and person.items is None:
            person = replace(person, items=items_under(text))
            return self._with_particular(person, text[: under.start()])
        status = self._status(text)
        if status is not None and person.status is None:
            return replace(person, status=status)
        token = party_token(text, self.registry)
        if token is not None and person.party is None:
            return replace(person, party=self.scheme.letter(token))
        place = self.registry.municipality(text)
        if place is not None and person.municipality is None:
            return replace(person, municipality=place.name)
        return self._with_occupation(person, text)

    def _status(self, text: str) -> AttendanceStatus | None:
        """``Deltog``, ``Afbud``, ``Deltog online``."""
        folded = fold(text)
        words = self.lexicon.status_words
        first = folded.split(" ", 1)[0]
        return words.get(folded) or (words.get(first) if len(folded.split()) == 2 else None)

    def _with_occupation(self, person: Presented, text: str) -> Presented:
        seems_title = text[:1].islower() and len(text) > 2 and not _FUNCTION_WORD.match(text)
        if self.is_title(text) or (seems_title and person.title is None):
            title, organization = self.split_occupation(text)
            return replace(
                person,
                title=person.title or title,
                organization=person.organization or organization,
            )
        if _INITIALS.fullmatch(text) and text in map(_initials, (person.name, person.deputy_for)):
            return person  # "Anna Holm, AH"
        if text[:1].isupper() and len(text) > 1 and person.organization is None:
            return replace(person, organization=text)
        return replace(person, rest=(*person.rest, text))

    def split_occupation(self, text: str) -> tuple[str, str | None]:
        """``chefkonsulent i Aalborg Kommune`` as title and organisation."""
        match = re.match(r"(?P<title>.+?),?\s+(?:i|ved|hos|fra|for|på)\s+(?P<org>[A-ZÆØÅ].*)", text)
        if match is None:
            return text, None
        return match["title"], match["org"].rstrip(" .,")


def belongs_to_other(text: str, one: Presented, others: Sequence[Presented]) -> bool:
    """Whether a name says of another: "advokat Eva Skov fra Holm Dahl", "Eva Skov for Bo Lund"."""
    before = next((other for other in reversed(others) if other.end < one.start), None)
    return before is not None and text[before.end : one.start] in (" fra ", " for ")


def _initials(name: str | None) -> str:
    return "".join(word[0] for word in (name or "").split())
