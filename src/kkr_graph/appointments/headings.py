"""What a heading, a label or the title of a column says of the people below it."""

import re
from dataclasses import dataclass, replace

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.body_nouns import THEMES
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import Lexicon, ListPart, ListPattern, any_word
from kkr_graph.model.names import clean, fold

_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_LEAD = re.compile(
    r"(?:[-–—•*·▪◦]\s+|#{1,6}\s+|(?:\d{1,2}\.){1,3}\d{0,2}\s+|\d{1,2}\s+(?=[A-ZÆØÅ])|\d{1,2}[.)]\s*|[a-z]\)\s+|[A-ZÆØÅ]\.\s+(?![A-ZÆØÅ]\.)(?=\w{8,}|(?:\S+ ){2})|[IVX]{1,5}\.\s+|§\s?\d+\s+)+"
)
_BY = re.compile(
    r"\b(?:udpeget|udpegede|udpeges|valgt|valgte|vælges|beskikket|indstillet|appointed|nominated|udpegning)"
    rf"(?:\s+(?:\w+|i (?:fællesskab|forening)))?\s+(?:af|fra|by)\s+(?P<by>(?-i:{THEMES})|[^,;:()]+?)(?=\s+(?:den|d\.|pr\.|for(?! (?-i:[A-ZÆØÅ]))|i perioden|fra|til|som|efter|på|blandt|og udpeg\w+)\b|[,;:()]|\s*$)",
    re.IGNORECASE,
)
# who appoints, by no name of its own: "generalforsamlingen", "kommunerne"
_AUTHORITY = re.compile(
    r"\w*(?:ministeren|ministeriet|styrelsen|forsamlingen|foreningen|organisationen|forbundet|rådet|udvalget"
    r"|bestyrelsen|skabet|direktøren|retten|erne|rene|lemmerne)"
)
_REMARK = re.compile(r"\s[-–—]\s")  # "Udpeget af KKR - afventer svar"
# an appointment that is waited for is none
_AWAITED = re.compile(
    r"\b(?:afventer|awaiting|til)\b[^,;]*\b(?:udpeg|udnævn|beskik|appoint)\w*"
    r"|\b\w*minist(?:er|re|eri)\w*\b[^,;]*\b(?:udpeg|udnævn|beskik)\w*|\bikke (?:endnu )?(?:har |er |blevet )?(?:udpeget|udnævnt|beskikket)\b"
    r"|\b(?:udpege|udnævne|beskikke)[rs]\b",  # "indstillet, regionsrådet udpeger"
    re.IGNORECASE,
)
# who proposed somebody that has the seat
PROPOSED_BY = re.compile(r"\befter indstilling (?:fra|af)\b", re.IGNORECASE)
# ... also before whoever gave it: "indstillet af Dansk Byggeri og udpeget af KKR"
PROPOSED_FIRST = re.compile(
    r"\b(?:indstillet|indstilles|foreslået) af [^,;:()]+? og (?=(?:er )?(?:udpeget|valgt|beskikket|udpeges|vælges|beskikkes) af )",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"\b(?:rækkefølge|prioriteret|fælles|ordnede)\b|\b(?:1|2|3|første|anden|tredje)\.? (?:suppleant|stedfortræder)",
    re.IGNORECASE,
)
_NAME_OF = re.compile(r"^(?:navn(?:et)?|betegnelse) (?:på|for) (?:det |den )?", re.IGNORECASE)
_ACTS = re.compile(
    r"(?P<by>(?:[A-ZÆØÅ][\w-]* (?:Byråd|Kommunalbestyrelse)\b|KKR|KL|Region|Byråd|Kommunalbestyrelse|[A-ZÆØÅ][\w-]*(?:rådet|udvalget|bestyrelsen|styrelsen|forbundet|foreningen)\b|[A-ZÆØÅ][\w-]* Kommune)[\w&/.-]*(?: [\w&/.-]+){0,4}?) (?:har |kan |skal )?(?:udpeget|udpeger?|valgt|vælger?|indstillet|indstiller?)"
    r"(?: følgende| \d+)?(?: [a-zæøå]+){0,2}$"
)
_OWNER = re.compile(
    r"^(?P<by>[A-ZÆØÅ][\w&/.-]*(?: (?:[A-ZÆØÅ][\w&/.-]*|og|for|i)){0,4}?(?:['’]|['’]?s|))"
    r" (?:[a-zæøå]+ ){0,2}?(?P<role>repræsentant(?:er)?|medlem(?:mer)?|udpegede|udpegning(?:er)?|observatør(?:er)?)$"
)
_SENDS = re.compile(r"(?:KKR|Region\b|KL\b|\w+ Kommune\b)")
_OF = re.compile(
    r"\b(?i:repræsentant(?:er)?|medlem(?:mer)?|for|fra) (?:for|fra|af) (?P<by>[A-ZÆØÅ].+)$"
)
_OPENS_GROUP = re.compile(
    r"(?:\w+ )?(?P<role>tilforordnede?|stedfortrædere?|suppleant(?:er)?|medlem(?:mer)?|repræsentant(?:er)?|observatør(?:er)?)\b"
    r"(?! for [a-zæøå]| i (?!\w* ?rækkefølge|nævnt|priorit|følgende|den )| af )"
)
_HALF = re.compile(r"^\w+- og ")  # "Patient- og pårørenderepræsentanter": one sort of people
# "Repræsentanter for almen praksis", and those below
_OF_SOME = re.compile(
    r"(?P<role>medlemmer|repræsentanter|observatører|stedfortrædere|suppleanter) (?:for|fra) [a-zæøå]"
)
_TWO = frozenset({"og", "samt", "med", "and"})  # "Medlemmer og stedfortrædere" are of two sorts
# "Medlemmer 2022-2025", "Suppleanter i valgperioden 2018 - 2021"
_YEARS = re.compile(r"(?: i)?(?: \w*perioden)?[ ,(]*(?:19|20)\d\d\s*[-–]\s*(?:19|20)?\d\d\)?$")
# "Repræsentanter i dag", "Medlemmer pr. 1. marts 2026": who sits there now
_TODAY = re.compile(
    r"[ ,(]+(?:(?:lige )?nu|i dag|i øjeblikket|for (?:tiden|øjeblikket)|p\.? ?t\.?|d\.d\.|i (?:den )?(?:nuværende|indeværende) \w*periode"
    r"|(?:pr\.?|per) (?:den |d\. )?\d{1,2}\.? ?[\w.-]+ ?(?:19|20)\d\d)\)?$",
    re.IGNORECASE,
)
_STAFF = (
    "chef",
    "sekretariat",
    "sekretariatet",
    "forvaltning",
    "forvaltningen",
    "ssekretær",
    "kontaktperson",
)  # "Byrådssekretariatet", "Bestyrelsessekretær", "KL-kontaktperson"
_OFFICE = re.compile(r"(?:politisk|fælles|kommunens|regionens|det politiske) sekretariat(?:et)?")
_NUMBERED = re.compile(r"(?P<title>(?!Plads|Mandat)[^\W\d]+) \d{1,2}")  # "Udvalg 1", "Hverv 2"
_NUMBERED_PARTS = frozenset({ListPart.FORUM, ListPart.ROLE, ListPart.PERSON})
# "Parti stf.", "Kommune (suppleant)", "Stedfortræders parti": of the deputy
_STEPS_IN = r"(?:stedfortræder|suppleant|stedf|suppl|stf)"
_OF_DEPUTY = re.compile(
    rf"(?P<part>\w+)[ ,(/–-]+(?:for )?{_STEPS_IN}(?:en)?s?[.)]*|{_STEPS_IN}(?:en)?['’]?s (?P<behind>\w+)",
    re.IGNORECASE,
)
_BESIDE = frozenset({ListPart.PARTY, ListPart.MUNICIPALITY, ListPart.TITLE})
_VOTERS = re.compile(r"valggruppe (?:\d{1,2}|[ivx]{1,4})")  # whom they have chosen
_CHOSEN_BY = re.compile(r" (?:valgte?|udpegede?|udpeget|indstillede?|indstillet) (?:af|fra) .+")
# who sits there now: "Nuværende udpegede", "Nuværende udpeget"
_NOW = re.compile(r"(?:de |den )?(?:nuværende|aktuel\w*|siddende) ", re.IGNORECASE)
_OWN = re.compile(r"^[\w’'-]+s (?=\w+$)")  # "Rådets sammensætning", "Handicaprådets opgaver"
_STAFF_OF = re.compile(
    r"\w*(?:sekretær|sekretariat|kontaktperson|tovholder|sagsbehandler|referent) (?:for|i|til) ",
    re.IGNORECASE,
)  # "Sekretær for bestyrelsen"
_LONGEST = 70  # characters of a heading of a group
_LONGEST_LABEL = 110  # where a colon ends it
# how some came to their seats: "Udpeget ved selvsupplering", "Valgt blandt medarbejderne"; no "Udpeget til Havnerådet"
_ACT = re.compile(
    r"(?:selv)?(?:udpegede?|valgte?|genvalgte?|indvalgte?|beskikkede?|udnævnte?|suppler(?:et|ede)|udpeget|beskikket|genudpegede?|genudpeget)"
    r"(?: \w*(?:medlem(?:mer)?|repræsentant(?:er)?))? (?:ved|(?:af og |i og )?blandt|som|efter|gennem|via|direkte|for|på|uden|særskilt|i henhold til|i medfør af|i fællesskab|i forening) [^:;.]+"
    r"|(?:deltager )?(?:med|uden) stemmeret",
    re.IGNORECASE,
)
_CHOSEN = frozenset({"valgt", "udpeget", "beskikket", "udnævnt", "vælges", "udpeges", "beskikkes"})
_SEPARATOR = re.compile(r"\s*(?:/|,|\bog\b|\beller\b|\band\b|&|\+|\()\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column or a label is for; ``role`` where it holds people in a certain one."""

    part: ListPart
    role: Role | None = None
    is_many: bool = False
    is_proposed: bool = False  # "Ny repræsentant (foreslået)"
    is_shared: bool = False  # "Suppleanter (i nævnte rækkefølge)": nobody's in particular
    by: str | None = None  # "Valgt af Byrådet", over those who were
    of_deputy: bool = False  # "Parti stf.": told of the deputy beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What a heading says of those below it."""

    role: Role | None = None
    event: Event | None = None
    by: str | None = None
    on_behalf_of: str | None = None
    is_one: bool = False  # "Suppleant:" is followed by one
    certain: bool = True  # "Foreslået:" is not
    is_chosen: bool = False  # "Valgt blandt medarbejderne", whoever chose them
    is_part: bool = False  # "Medlemmer" right below "Udpeget af KKR", which tells by whom

    def below(self, other: "Group", *, directly: bool) -> "Group":
        """The group below another: right below one that says by whom, or as its deputies, a part of it."""
        parts = directly and other.role is None
        goes_on = other.is_part and self.role is Role.DEPUTY
        if self.by is not None or other.by is None or not (parts or goes_on):
            return self
        return replace(self, by=other.by, is_part=True)

    @property
    def is_act(self) -> bool:
        """Whether it says what was done with them, or by whom, and not only what they are."""
        said = self.by is not None or self.event is not None or self.is_chosen
        return said or not self.certain


class HeadingReader:
    """Recognises headings, by the words of the lexicon."""

    def __init__(self, lexicon: Lexicon, bodies: BodyReader) -> None:
        self.words = lexicon.lists
        self.bodies = bodies
        self._role = re.compile(rf"(?<!\w)(?:{any_word(self.words.roles)})(?:en|et|e|ne)?(?!\w)")

    def column(self, written: str) -> Column | None:
        """What a column of this title holds, or what stands behind this label."""
        column = self._told_of_deputy(clean(written)) or self._titled(written)
        if column is None or column.part != ListPart.PERSON:
            return column
        if self.is_former(written):
            return Column(part=ListPart.REPLACES)
        is_proposed = self.words.patterns[ListPattern.PROPOSED].search(written) is not None
        is_shared = _SHARED.search(written) is not None
        return replace(column, is_proposed=is_proposed, is_shared=is_shared)

    def is_labelled(self, line: str) -> bool:
        """Whether a line begins with a label that says what stands behind it: "Formål: ..."."""
        label, colon, _ = line.partition(":")
        return bool(colon) and self.column(label) is not None

    def is_former(self, written: str) -> bool:
        """Whether a title or a label is of those who were there before: "Tidligere medlem"."""
        return self.words.patterns[ListPattern.FORMER].search(without_lead(written)) is not None

    def _told_of_deputy(self, written: str) -> Column | None:
        """A column of what the deputies are: "Parti stf."."""
        title = _OF_DEPUTY.fullmatch(written)
        column = None if title is None else self._column(title["part"] or title["behind"])
        if column is None or column.part not in _BESIDE:
            return None
        return replace(column, of_deputy=True)

    def _titled(self, written: str) -> Column | None:
        plain = _without_time(written).strip(" :*.")
        named = _NAME_OF.match(plain)
        if named is not None:  # "Navn på udpeget": somebody, but for "Navn på forum"
            column = self._column(plain) or self._column(plain[named.end() :])
            is_forum = column is not None and column.part == ListPart.FORUM
            return column if is_forum else Column(part=ListPart.PERSON)
        if self._column(plain) is None:
            plain = _OWN.sub("", plain)
        whole = self._column(plain)
        if whole is not None or not plain:
            return whole
        numbered = _NUMBERED.fullmatch(plain)
        if numbered is not None:
            column = self._column(numbered["title"])
            is_one = column is not None and column.part in _NUMBERED_PARTS
            return column if is_one else None
        if self.words.patterns[ListPattern.POSTS].search(plain):
            return Column(part=ListPart.ROLE)
        if _STAFF_OF.match(plain):
            return Column(part=ListPart.NOTHING)
        chosen = _CHOSEN_BY.sub("", plain)
        if fold(chosen) in self.words.roles:
            return self._column(chosen)  # "Medlemmer valgt af Byrådet"
        first, *others = _SEPARATOR.split(plain)
        if not others:
            return None
        last = self._column(others[-1])
        if last is not None and last.part is ListPart.BY and fold(first) in _CHOSEN:
            return last  # "Valgt eller udpeget af"
        return self._column(first)

    def _column(self, phrase: str) -> Column | None:
        folded = fold(phrase)
        part = self.words.parts.get(folded)
        if part is not None:
            return Column(part=part)
        if folded.endswith(_STAFF) and (" " not in phrase or _OFFICE.fullmatch(folded)):
            return Column(part=ListPart.NOTHING)
        if _VOTERS.fullmatch(folded) or self._is_now(folded):
            return Column(part=ListPart.PERSON)
        role = self.words.roles.get(folded)
        if role is None:
            role = self._with_adjective(folded)
        if role is None:
            return None
        return Column(
            part=ListPart.PERSON,
            role=role,
            is_many=folded.endswith(("er", "re", "ies", "s"))
            and not folded.endswith("stedfortræder"),
        )

    def _is_now(self, folded: str) -> bool:
        """Whether a title is of who was appointed, and sits there now."""
        now = _NOW.match(folded)
        part = None if now is None else self.words.parts.get(folded[now.end() :])
        return part in (ListPart.PERSON, ListPart.FROM)

    def _with_adjective(self, folded: str) -> Role | None:
        """``kommunale medlemmer``, ``KKR's repræsentant``: the last word tells."""
        words = folded.split()
        if folded.endswith(("repræsentant", "repræsentanter")) and len(words) == 1:
            return Role.REPRESENTATIVE  # "Lejerrepræsentant"
        if folded.endswith("smedlemmer") and len(words) == 1:
            return Role.MEMBER  # "Regionsrådsmedlemmer"
        if folded.endswith(("rvalgt", "rvalgte", "evalgt", "evalgte", "svalgt", "svalgte")):
            return Role.MEMBER if len(words) == 1 else None  # "Medarbejdervalgte"
        is_listed = "," in folded  # "Anna Holm, formand"
        if len(words) < 2 or len(words) > 4 or is_listed or not _TWO.isdisjoint(words):
            return None
        return self.words.roles.get(words[-1])

    def role(self, phrase: str) -> Role | None:
        """The role that a phrase names, whatever else it says."""
        folded = fold(phrase)
        exact = self.words.roles.get(folded)
        if exact is not None:
            return exact
        match = self._role.search(folded)
        if match is None or re.match(
            r" (?:for|i|af) (?!bestyrelsen|rådet|udvalget|forummet|nævnet|formanden|næstformanden|medlemmet)",
            folded[match.end() :],
        ):
            return None
        word = match[0]
        return next(
            role
            for form, role in self.words.roles.items()
            if word == form or (word.startswith(form) and len(word) - len(form) <= 2)
        )

    def group(self, written: str) -> Group | None:
        """The group that a line heads: "Udpeget af KKR:", "Suppleanter", "Fødte medlemmer"."""
        has_colon = written.rstrip().endswith(":")
        plain = clean(without_lead(written)).strip(" :")
        longest = _LONGEST_LABEL if has_colon else _LONGEST
        if not plain or len(plain) > longest or plain.endswith(".") or ":" in plain:
            return None
        bare = _without_time(plain)
        if not fold(bare):
            return None
        by = self.by(bare) or self._by_some(bare)
        has_left = self.words.patterns[ListPattern.LEAVERS].match(bare) is not None
        event = Event.LEFT if has_left else self.event(bare)
        owner = None if by else self._owner(bare)
        proposed = self.words.patterns[ListPattern.PROPOSED].search(bare) is not None
        members = self.members(bare)
        holds = members is not None or (
            has_colon and self.words.parts.get(fold(bare)) == ListPart.PERSON
        )
        sender = _OWNER.match(bare) if has_colon and not (by or owner) else None
        # "Idrættens repræsentant:", and not "Kommunale repræsentanter:"
        if sender is not None and without_genitive(sender["by"]) != sender["by"]:
            role = self.words.roles.get(fold(sender["role"]))
            return Group(role=role, on_behalf_of=without_genitive(sender["by"]))
        strict = by is None and event is None and owner is None
        role = self._group_role(bare, strict=strict)
        said = (by, event, owner, role)
        is_chosen = _ACT.fullmatch(bare) is not None
        if not any(said) and not holds and not is_chosen and not (proposed and has_colon):
            return None
        singular = role in (Role.DEPUTY, Role.CHAIR, Role.VICE_CHAIR) and not _is_plural(bare)
        represents = owner if role == Role.REPRESENTATIVE else self._sender(members)
        return Group(
            role=role,
            event=event,
            by=by or owner,
            on_behalf_of=represents,
            certain=not proposed,
            is_one=singular and (has_colon or fold(bare) in self.words.roles),
            is_chosen=is_chosen,
        )

    def heads_some(self, line: str) -> bool:
        """Whether a line heads some of those in a forum, by whom they are of: "Stedfortrædere for de kommunale"."""
        return _OF_SOME.match(fold(line)) is not None

    def members(self, phrase: str) -> re.Match[str] | None:
        """How a line begins those who sit in a forum: "Medlemmerne af KL's bestyrelse er"."""
        is_act = _ACT.fullmatch(phrase) is not None  # "Valgt blandt byrådets medlemmer"
        return None if is_act else self.words.patterns[ListPattern.MEMBERS].match(phrase)

    def _group_role(self, phrase: str, *, strict: bool) -> Role | None:
        folded = fold(_HALF.sub("", phrase))
        exact = self.words.roles.get(folded) or self._with_adjective(folded)
        if exact is not None:
            return exact
        first = self.words.roles.get(folded.split()[0])
        if first is not None and _OF.match(phrase):
            return first  # "Repræsentanter for Region Fyn"
        opens = _OPENS_GROUP.match(folded) or _OF_SOME.match(folded)
        if opens is not None:
            return self.words.roles.get(opens["role"])
        return None if strict else self.role(phrase)

    def by(self, phrase: str) -> str | None:
        """The body named in "udpeget af X", or in "X har udpeget"."""
        phrase = PROPOSED_FIRST.sub("", phrase)
        match = _BY.search(phrase) or _ACTS.match(phrase)
        if match is None:
            return None
        name = _REMARK.split(match["by"])[0].strip(" .")
        is_named = name[:1].isupper() or name[:1].isdigit() or _AUTHORITY.fullmatch(name)
        return self._body(name) if is_named else None

    def _by_some(self, phrase: str) -> str | None:
        """Whoever appoints without a name, in a heading that says no more: "Valgt af foreningerne"."""
        match = _BY.fullmatch(phrase)
        # nobody in "Valgt af og blandt de ansatte"
        return None if match is None or match["by"].startswith("og ") else match["by"]

    def _owner(self, phrase: str) -> str | None:
        match = _OWNER.match(phrase) or _OF.search(phrase)
        if match is None:
            return None
        name = match["by"].rstrip("'’")
        if self.bodies.known(name) is None and name.endswith("s"):
            name = name[:-1].rstrip("'’")
        return self._body(name) if self._seems_body(name) else None

    def _sender(self, members: re.Match[str] | None) -> str | None:
        """Whose those of a heading are: "KKR Fyns repræsentanter i Havnerådet"."""
        name = without_genitive(members["sender"]) if members is not None else None
        return self._body(name) if name is not None and self._seems_body(name) else None

    def _seems_body(self, name: str) -> bool:
        is_known = self.bodies.known(name) is not None
        return is_known or _SENDS.match(name) is not None

    def _body(self, name: str) -> str:
        known = self.bodies.known(name)
        return known.name if known is not None else name

    def event(self, phrase: str) -> Event | None:
        """Whether a phrase says that somebody holds a seat by office, or waits to be appointed."""
        patterns = self.words.patterns
        if patterns[ListPattern.EX_OFFICIO].search(phrase):
            return Event.EX_OFFICIO
        nominated = patterns[ListPattern.NOMINATED].search(PROPOSED_BY.sub("", phrase))
        appointed = patterns[ListPattern.APPOINTED].search(_AWAITED.sub("", phrase))
        if nominated and not appointed:
            return Event.NOMINATED
        return None


def without_genitive(name: str | None) -> str | None:
    """``KL's``, ``Havnerådets``: whose it is."""
    return None if name is None else re.sub(r"['’]?s$", "", name)


def without_years(heading: str) -> str:
    """A heading without the term behind it: "Konstitueringsaftale 2026-29"."""
    return _YEARS.sub("", heading)


def _without_time(heading: str) -> str:
    """A heading without what stands in brackets, and without the term or the day it is of."""
    return without_day(clean(_YEARS.sub("", _BRACKET.sub("", heading))))


def without_day(heading: str) -> str:
    """A heading without the time that it holds for: "Repræsentanter i dag"."""
    return _TODAY.sub("", heading.rstrip(" :"))


def without_lead(text: str) -> str:
    """A line without its bullet or number."""
    return text[lead_length(text) :]


def lead_length(text: str) -> int:
    """How many characters at the beginning of a line are a bullet or a number."""
    match = _LEAD.match(text)
    return 0 if match is None else match.end()


def _is_plural(phrase: str) -> bool:
    return bool(
        re.search(
            r"\b\w*(?:suppleanter|stedfortrædere|formænd|deputies|substitutes)\b",
            phrase,
            re.IGNORECASE,
        )
    )
