"""The names of people in running text, and what has the form of one but is nobody's."""

import re
from collections.abc import Iterator

from kkr_graph.language.names import NAME, NAME_PATTERN, SHOUTED_VERB, is_name
from kkr_graph.language.presented import Presented
from kkr_graph.language.vocabulary import Vocabulary
from kkr_graph.model.names import fold

# What may stand before an office and belong to it: "1.", "konst.", "børne- og", "administrerende".
_OF_TITLE = re.compile(
    r"(?:\d{1,2}\.|(?:konst|kst|adm|statsaut|reg|fhv|ass|stedf|suppl|cand|dr|hr|tidl)\.|\w{1,40}-|\w{1,40}(?:ende|isk|al|eret|dig|faglig)|faglig|første|anden|tidligere)(?= )",
    re.IGNORECASE,
)
# "styregruppen for Akut Syd", "foreningen Danske Kystbyer": a name, but not a person's.
_BELONGS_TO_BODY = re.compile(
    r"\b(?:\w*(?:gruppen|foreningen|forening|netværket|selskabet|projektet|initiativet|alliancen|aftalen|partnerskabet|programmet|puljen"
    r"|kampagnen|festivalen|konferencen|virksomheden|organisationen|institutionen|skolen|museet|centret|[Ff]orummet|[Ff]orum|[Bb]oard|rapporten|bogen)(?: for| i| af)?"
    r"|\w*(?:bestyrelsen|udvalget|rådet|nævnet|kredsen|komitéen|styrelsen|posten|klyngen|taskforcen?|panelet|gruppe|klynge|fonden|kommissionen|klyngen|styregruppe|råd|udvalg|skabet) (?:for|i|af)|\b(?:[Ff]onden|[Kk]lyngen|[Tt]askforcen|[Pp]rojektet)) $"
)
# "valgt som medlem af Fjordens Varmenet": where somebody sits is nobody
_SITS_IN = re.compile(r"\b(?:medlem(?:mer)?|(?:næst)?formand) (?:af|i|for) $", re.IGNORECASE)
_DEPUTY_IN = re.compile(r"\b(?:stedfortræder|suppleant) i [^,.;:()]{3,60} for $", re.IGNORECASE)
_OWNS = re.compile(
    r" (?:(?:hidtidige|tidligere|nuværende|gamle|ledige) )?(?:plads|pladser|post|poster|sæde|hverv|mandat|rolle|suppleant|stedfortræder|afløser|efterfølger|sted|udtræden|udtrædelse|fratræden|fratrædelse|afgang|død|orlov|fravær|sygdom|barsel\w*)\b"
)
# "Knud Holms (V) plads"; "Lene Kaspers (V) suppleant" may be the deputy herself
_OWNS_BEHIND_PARTY = re.compile(
    r" \([A-ZÆØÅ]{1,3}\)(?= (?:plads|poster?|sæde|hverv|mandat|sted|udtræden|udtrædelse|fratræden|fratrædelse|afgang|død|orlov|fravær|sygdom|barsel\w*)\b)"
)
_IS_DEPUTY = re.compile(r" (?:stedfortræder|suppleant)")  # "Lene Kaspers", and below it
# "Taskforcen for Grøn Omstilling", but "Suppleant for Anna Holm"
_THEME_OF = re.compile(
    r"\b(?!Suppleant|Stedfortræder|Medlem|Formand|Næstformand|Personlig|Afløser|Efterfølger|Valg|Udpegning)[A-ZÆØÅ][\w-]{2,} (?:for|i|af) $"
)
_ARTICLE = re.compile(r"\bde[nt]? $")  # "for det Nære Sundhedsvæsen"
_BODY_OF = re.compile(
    r" (?:(?:[a-zæøå]{3,})?(?:kommission|bestyrelse|råd|udvalg|repræsentantskab|forum|netværk|styregruppe)|formand|næstformand|repræsentant|medlem)\w*\b"
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
_OFFICE_AHEAD = re.compile(r"(?<![\w-])(?P<office>[a-zæøå][\w-]{2,}) $")
_OFFICE_OF_ANOTHER = re.compile(
    rf"(?P<office>[A-ZÆØÅa-zæøå][\w-]{{2,}}) {NAME}(?: \([^()]*\))?, (?:[^,;:\n]*, )?$"
)
_FIRST_NAME_END = re.compile(r"(?:ild|ald|ulf|olf|vin|id|unn?|ill[ae]?|ine|ette|itte|ius|ias)$")
_LIST_NUMBER = re.compile(r"\d{1,2}\. (?=[A-ZÆØÅ])")
_COUNTED = re.compile(r"(?:punkt|pkt\.?|sag|nr\.?) $")  # "under punkt 3. Formand ..."
_SHORT_GIVEN = 3  # letters: "Rie", "Ea"; no occupation is so short


class NameFinder:
    """Finds the people whom a text names, each with the title that stands before."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.registry = words.registry
        self.lexicon = words.lexicon

    def find(self, text: str) -> Iterator[Presented]:
        """Everybody named in a text, in order."""
        for match in self._matches(text):
            name = self._name(text, match)
            if name is not None:
                yield name

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        """What has the form of a name; "X af Y" is two, where Y begins with a given name."""
        for match in NAME_PATTERN.finditer(text):
            agent = match[0].find(" af ")
            given = agent > 0 and self.words.begins_given(match[0][agent + 4 :])
            if given:
                yield from NAME_PATTERN.finditer(text, match.start(), match.start() + agent)
                yield from NAME_PATTERN.finditer(text, match.start() + agent + 4, match.end())
            else:
                yield match

    def _name(self, text: str, match: re.Match[str]) -> Presented | None:
        """The person that a match names: titles before the name and places after it cut off."""
        start, end = match.span()
        end = _without_verb(text, start, end)
        end = self._without_place(text, start, end)
        end = self._without_genitive(text, start, end)
        behind_body = self._without_body(text, start, end)
        is_behind_body = behind_body != start
        start = self._without_titles(text, behind_body, end)
        name = text[start:end]
        given = self.words.begins_given(name)
        owner = _BODY_OF.match(text, end) is not None and not given
        theme = _THEME_OF.search(text, max(0, start - 40), start) is not None
        theme = theme or _ARTICLE.search(text, max(0, start - 5), start) is not None
        company = _COMPANY.match(text, end) is not None or (
            _ACRONYM.match(name) is not None
            and not (given and name.isupper())  # "ANNA HOLM"
            and _PARTY.match(text, end) is None
        )
        if (
            owner
            or company
            or _JOINED_TO.search(text, max(0, start - 40), start) is not None
            or (theme and not given)
            or not (
                self.words.is_person(name, evident=self._is_evident(text, start, end))
                or self._is_member(text, name, end)
            )
            or (not is_behind_body and self._belongs_to_body(text, start, given))
        ):
            return None
        begin = self._title_start(text, start)
        title = text[begin:start].strip(" ,:-–") or None
        return Presented(name=name, start=begin, end=end, given=given, title=title)

    def _is_evident(self, text: str, start: int, end: int) -> bool:
        """Whether a party's letter or an office tells of a person: "trafikchef Ask Rye"."""
        office = _OFFICE_AHEAD.search(text, 0, start)
        if _LETTER.match(text, end) or office is None:
            return _LETTER.match(text, end) is not None
        # "Anna Holm, direktør Fynsk Fortælling" is one; of two, both have the office ahead
        before = _OFFICE_OF_ANOTHER.search(text, 0, office.start())
        behind = text[: office.start()].endswith(", ")
        alike = before is not None and self.words.is_title(before["office"])
        of_staff = fold(office["office"]) not in self.lexicon.roles
        return of_staff and self.words.is_title(office["office"]) and (alike or not behind)

    def _is_member(self, text: str, name: str, end: int) -> bool:
        """Whether a party's letter behind tells that "Eskild Nyråd (C)" is no council."""
        known = self.registry.municipality(name) or self.registry.body(name)
        named = self.lexicon.organization_words.intersection(fold(name).split())
        ends_so = fold(name).endswith(self.lexicon.organization_endings)
        form = ends_so and is_name(name) and not named and known is None
        return form and _LETTER.match(text, end) is not None

    def _belongs_to_body(self, text: str, start: int, given: bool) -> bool:
        """Whether a name is part of a body's: "rådet for Akut Syd", but not "i rådet af Anna Holm".

        Nor "stedfortræder i rådet for Anna Holm".
        """
        if not given and _SITS_IN.search(text, max(0, start - 20), start) is not None:
            return True
        by = given and (text[:start].endswith(" af ") or _DEPUTY_IN.search(text, 0, start))
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
        owns = _OWNS.match(text, end) or _OWNS_BEHIND_PARTY.match(text, end)
        if start == 0 and _IS_DEPUTY.fullmatch(text, end):
            return end  # an entry of a list is of somebody
        given = any(
            map(self.words.is_given, text[start:end].split()[:-1])
        )  # "Efter Knud Holms plads"
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
            named = self.words.is_given(written[0]) and not self.words.is_organization(before)
            if not named and self.words.is_given(written[at + 1]):
                return start + words[at + 1].start()
        for count in range(len(words) - 2, 0, -1):
            before = text[start : start + words[count - 1].end()]
            employer = (  # "Direktør i Dansk Industri Anna Holm"
                not self.words.is_given(written[0])
                and self.words.is_given(written[count])
                and not self.words.is_given(written[count - 1])  # the first of "Else Marie Toft"
                and self.words.is_organization(before)
                and not self.words.is_title(written[count - 1])
            )
            if employer or self.registry.body(before) is not None:
                return start + words[count].start()
        return start

    def _without_titles(self, text: str, start: int, end: int) -> int:
        words = list(re.finditer(r"\S+", text[start:end]))
        titles = 0
        while titles < len(words) - 2 and self.words.is_title(words[titles][0]):
            titles += 1
        first = words[titles][0]
        plain = (
            first.isalpha()
            and not first.isupper()
            and first.casefold() not in self.lexicon.no_names
        )
        word = (len(first) > _SHORT_GIVEN or not plain) and not first.endswith(".")  # "Chr."
        if len(words) - titles > 2 and word and not self.words.is_given(first):
            # an occupation that we do not know, and not the first of three names
            titles += self.words.is_given(words[titles + 1][0]) and not _seems_given(first)
        return start + words[titles].start()

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
            if (
                "," not in phrase
                and belongs
                and not (counted or self._is_listed(text, first, phrase))
                and self.words.is_title(phrase.split()[-1])
            ):
                begin = start if _CAME_AS.search(text, max(0, first - 90), first) else first
        return begin

    def _is_listed(self, text: str, at: int, phrase: str) -> bool:
        """Whether an office has the number of a list before it, "1. Direktør", and none of its own."""
        number = _LIST_NUMBER.match(phrase)
        begins_line = at == 0 or text[at - 1] == "\n"
        if number is None or not begins_line:
            return False
        office = fold(phrase[number.end() :])
        return not (
            fold(phrase) in self.lexicon.titles
            or office in self.lexicon.roles
            or office.startswith("vice")
        )


def _without_verb(text: str, start: int, end: int) -> int:
    """``DAGMAR RYE DELTOG``: in capitals a verb looks like a part of the name."""
    verb = SHOUTED_VERB.search(text, start, end)
    return end if verb is None else verb.start()


def _seems_given(word: str) -> bool:
    """Whether an unknown word ends as many first names do, and hardly an occupation."""
    return _FIRST_NAME_END.search(word) is not None
