"""What a line on the front of a document says: a title, a letterhead, a sentence, or something else."""

import re

from kkr_graph.language.body_nouns import COMMON, THEMES, definite, either
from kkr_graph.language.trails import is_trail

FRONT_LINES = 40
LETTERHEAD_LINES = 8
LONGEST_TITLE = 140

# --- titles ---

# "Fjernvarme Fyn a.m.b.a."
_OF_NAME = r"(?:[^\n.,;:|]|\.(?=\w\.)|(?<=\.\w)\.)"
_TITLED = re.compile(
    r"(?:(?:\w{0,40}referat|beslutningsprotokol|protokol|dagsorden)\s(?:af|fra|for|til|–|-|:)\s?(?:(?P<of>(?!\S+(?:rådet|udvalget|nævnet|kommissionen|bestyrelsen)s )(?:\w{1,40} ){0,2}(?:\w{0,40}møde(?:t)?|\w{0,30}forsamling(?:en)?) (?:(?:(?:\w+dag )?(?:den|d\.) \d{1,2}\. ?\w+ \d{4} )?(?:i|for|med)|på(?= \S+(?: \S+)? (?:[Gg]ymnasium|[Ss]kole|[Mm]useum|[Hh]ospital|[Hh]øjskole))) )?(?:(?:bestyrelsen|repræsentantskabet|direktionen) (?:for|i|af) (?=[A-ZÆØÅ]))?)|(?:udvalg|forum|organ|gruppe|råd|bestyrelse|mødeforum|møde)\s?:\s?|(?:\w{1,40} )?møde(?:t)? (?:i|for):?\s+)"
    rf"(?P<body>(?-i:{THEMES})[^\n.,;:|]*|(?![\d\s]){_OF_NAME}{{3,90}})",
    re.IGNORECASE,
)
_BOARD_MEETING = re.compile(r"\w+(?:bestyrelses|råds|udvalgs)?(?<=s)møde(?:t)? (?:i|for) ")
_BOARD_OF = re.compile(r"(?:bestyrelsen|bestyrelse) (?:for|i|af) (?=[A-ZÆØÅ])", re.IGNORECASE)
_BOARD_BEHIND = re.compile(r"(?P<body>.+?)s (?:nye )?bestyrelse")
_KIND_BEHIND = re.compile(
    r"\s?[,–-]\s?(?:\w*referat|dagsorden|protokol|beslutningsprotokol)\b.*$", re.IGNORECASE
)
# a part of a body with members of its own
_PART_OF = re.compile(
    r"(?P<owner>[A-ZÆØÅ].{2,60}?)s (?:[a-zæøå]+e )?(?:formandskab|forretningsudvalg)"
)


def title_in(text: str) -> re.Match[str] | None:
    """A title with what it is of as the group ``body``: "Referat af møde i X", "Udvalg: X"."""
    return _TITLED.search(text)


def is_meeting_of(title: re.Match[str] | None) -> bool:
    """Whether a title is of the form "Referat af bestyrelsesmøde i X": X is the body.

    "Årsmøde med udstilling" is a meeting with something, and not of it.
    """
    if title is None or not title["body"][0].isupper():
        return False
    if (title["of"] or "").casefold().endswith(" med "):
        return False
    return title["of"] is not None or _BOARD_MEETING.match(title.string) is not None


def board_before(name: str) -> re.Match[str] | None:
    """The words before the name of whose a board is: "bestyrelsen for"."""
    return _BOARD_OF.match(name)


# --- bodies by their words ---

_BODY_WORD = re.compile(
    rf"\b(?:KKR|\w*(?:{either(*COMMON, 'bestyrelse', 'forsamling', 'komite', 'komité', 'kommission', 'partnerskab', 'samarbejde')}|konsortium)|{either('hegnssyn', 'hegnsyn')}|Erhvervshus \w+)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r" (?:i|om|til|fra|efter) ", re.IGNORECASE
)  # "Ændringer i byråd og udvalg" is about some
# "Valg og konstituering af KKR", "Medlemmer af Havnerådet": about one
_MATTER = re.compile(
    r"(?:valg|udpegning(?:er)?|konstituering|sammensætning|medlemmer|proces|status|resultat(?:er)?|evaluering) (?:[a-zæøå]+ ){0,2}?(?:af|for) ",
    re.IGNORECASE,
)
_LABELS = frozenset({"udvalg", "forum", "organ", "råd", "nævn", "mødeforum"})
# "Bestyrelsen" alone, above or below the name of whose it is
_WHOSE = frozenset(
    definite("bestyrelse", "udvalg", "råd", "styregruppe", "nævn", "kommission").split("|")
)
_MET = ("råd", "udvalg", "nævn", "forum", "kommission", "bestyrelse")
_COMPOUND = re.compile(
    rf"\b(?P<stem>\w+(?:{'|'.join(_MET)}))s?møde(?:t)?\b(?! (?:i|for|med) [A-ZÆØÅ])",
    re.IGNORECASE,
)
# "Referat af ekstraordinært skolebestyrelsesmøde den 3. marts 2026": nothing but the title
_COMPOUND_TITLE = re.compile(
    r"(?:(?:referat|dagsorden|protokol)(?: (?:af|fra|for|til|-|–))? )?(?:\w+ ){0,2}?\w+møde(?:t)?"
    r"(?: (?:på|ved) [A-ZÆØÅ][^\n,.]{2,40}?)?(?:,? (?:\w+dag )?(?:den|d\.)? ?\d.{0,40}|,? nr\. ?\d+)?",
    re.IGNORECASE,
)


def has_body_word(name: str) -> bool:
    """Whether a phrase has a word for a body: "Ældrerådet"."""
    return _BODY_WORD.search(name) is not None


def is_body_by_its_word(name: str) -> bool:
    """Whether a phrase is a body by a word for one, and does not only tell of some."""
    noun = _BODY_WORD.search(name)
    return (
        noun is not None
        and name[0].isupper()
        and not _ABOUT.search(name, 0, noun.start())
        and not _MATTER.match(name)
    )


def tells_of_some(name: str) -> bool:
    """Whether a phrase only tells of a body: "Kampvalg til bestyrelsen"."""
    noun = _BODY_WORD.search(name)
    return noun is not None and _ABOUT.search(name, 0, noun.start()) is not None


def is_body_label(folded: str) -> bool:
    """Whether a line is a label, with the body on the next: "Udvalg:"."""
    return folded in _LABELS


def leaves_open_whose(name: str, folded: str) -> bool:
    """Whether a title names no body of its own: "Skolebestyrelsesmøde", "Bestyrelsen"."""
    return (
        is_meeting_word(name) or folded in _WHOSE or _BOARD_OF_HOUSE.fullmatch(folded) is not None
    )


def is_meeting_word(name: str) -> bool:
    """Whether a title has a meeting called by its body in it."""
    return _COMPOUND.search(name) is not None


def meeting_word(text: str, begin: int, end: int) -> re.Match[str] | None:
    """A meeting that is called by its body, as the group ``stem``: "Ældrerådsmøde"."""
    return _COMPOUND.search(text, begin, end)


def is_meeting_word_alone(text: str, begin: int, end: int) -> bool:
    """Whether a line is such a title and no more."""
    return _COMPOUND_TITLE.fullmatch(text, begin, end) is not None


# --- spaced letters ---

_SPACED = re.compile(r"(?:[A-ZÆØÅ] +){4,}[A-ZÆØÅ]")


def without_spacing(line: str) -> tuple[str, ...]:
    """What "K K R  F Y N" may be read as: its words may stand no further apart than its letters."""
    if _SPACED.fullmatch(line) is None:
        return ()
    words = ["".join(word.split()) for word in re.split(r" {2,}", line)]
    closed = "".join(words)
    parted = (f"{closed[:at]} {closed[at:]}" for at in range(2, len(closed) - 1))
    return (" ".join(words), *parted)


# --- when and where ---

_MEETING_BEHIND = re.compile(r",? møde(?:t)? (?:den|d\.|nr\.|\d).*$")
# and the years of its term: "Havvig Byråd 2026-2029"
_DAY_BEHIND = re.compile(
    r"[\s,]{1,40}(?:(?:\w+dag )?(?:den |d\. )?\d{1,2}(?:[-./]\d{1,2}[-./]\d{2,4}|\. ?[a-zæøå]{3,9}\.? \d{4}).*|\d{4}\s?[–/-]\s?\d{2,4})$"
)
# "Ældrerådets ordinære møde", "Havneudvalget møde": the meeting behind whose it is
_ITS_MEETING = re.compile(
    r"(?P<body>.+(?:et|en|udvalg|råd|nævn))s?(?: (?:ordinære|ekstraordinære|konstituerende))? møde(?:t)?",
    re.IGNORECASE,
)
# "Udvalg Havnerådet", of two cells side by side, and "Referat Havnerådet"
_LABEL_AHEAD = re.compile(
    r"^(?:Udvalg|Forum|Organ|\w*[Rr]eferat|Dagsorden|\w*[Pp]rotokol)\s+(?=[A-ZÆØÅ][\w -]*(?:råd|udvalg|nævn)(?:et)?$)"
)
_OF_MUNICIPALITY = re.compile(r"^[A-ZÆØÅ][\w-]* Kommune, (?=[A-ZÆØÅ])")
_TRAILING_DATE = re.compile(
    r"\s?(?:,|\s[–-]\s|\s(?:på|kl\.) (?=[a-zæøå])|\||\(|\bden\b|\bd(?:\.|$)|\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b|\s\d{1,2}$|\s\d{4}\s?[–/-]\s?\d{4}$).*$",
    re.IGNORECASE,
)
# "Skolebestyrelsen på Søndervangskolen": whose it is, and not where it met
_HOUSES = r"(?:skole|forældre|institutions|børne|elev|bruger|pårørende|beboer|center)[\w-]*"
# "Forældrebestyrelsen": there is one in every house
_BOARD_OF_HOUSE = re.compile(rf"{_HOUSES}(?:bestyrelse|råd)(?:n|et)?")
_OF_HOUSE = re.compile(
    rf"(?:{_HOUSES})?(?:bestyrelse[n]?|råd(?:et)?) på (?-i:[A-ZÆØÅ])[\w-]*"
    r"(?:(?<=skolen)|(?<=børnehuset)|(?<=haven)|(?<=centret)|(?<=centeret)|(?<=hjemmet)|(?<=gymnasiet)"
    r"|(?: [A-ZÆØÅ][\w-]*){0,2} (?:skole|gymnasium|børnehave|børnehus|plejehjem|plejecenter|museum|højskole|efterskole|friskole|privatskole|hospital))(?!\w)",
    re.IGNORECASE,
)


def without_when(phrase: str) -> str:
    """A phrase without the day, hour or place behind it."""
    return _TRAILING_DATE.sub("", phrase)


def titled_name(phrase: str) -> str:
    """The name in what a title is of; a house's own council keeps its house, and a committee its themes."""
    name = _KIND_BEHIND.sub("", _LABEL_AHEAD.sub("", phrase))
    whole = _OF_HOUSE.match(name) or re.match(THEMES, name)
    at = 0 if whole is None else whole.end()
    return without_meeting((name[:at] + without_when(name[at:])).strip())


def without_meeting(name: str) -> str:
    """The body in "Havnerådets ordinære møde"; any other name as it is."""
    meeting = _ITS_MEETING.fullmatch(name)
    return name if meeting is None else meeting["body"]


def name_on_every_page(line: str) -> str:
    """The name in a line that stands on every page, without meeting, day and municipality."""
    name = _MEETING_BEHIND.sub("", _COLUMNS.split(line)[0]).strip()
    return _OF_MUNICIPALITY.sub("", _DAY_BEHIND.sub("", name)).strip()


# --- letterheads and other lines ---

_LETTERHEAD = re.compile(
    r"(?:fra|til|cc|emne|sendt|vedr|sted|mødested|tid|dato|referent|ordstyrer|deltagere|afbud|til stede|fraværende)\b[^:]{0,20}:",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"emne\s?:\s*(?:\w+ )?(?:\w*referat|dagsorden|\w*møde)\b", re.IGNORECASE)
_WHEN_AND_WHERE = re.compile(r"(?:sted|mødested|tid|dato)\b", re.IGNORECASE)
_CONTENTS = r"\d|(?:punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?\d"  # a list of contents
_ELSEWHERE = re.compile(rf"{_LETTERHEAD.pattern}|{_CONTENTS}", re.IGNORECASE)
_NO_LETTERHEAD = re.compile(
    r"(?:åben|åbent|lukket|kære|hej|goddag|udvalgene|politik|navnenyt|personalia|nye? poster|nyt om navne|\w+(?:nyt|bladet|magasinet|avisen|posten|tidende|folkeblad)$|(?:.* )?(?:navne|debat|sport)(?: .*)?$|mødemateriale|notat|mission|vision|indhold|forside|mødedato|mødested|mødetid\w*|mødefakta|dato|tid|sted|lokale|\w*møde(?:t)?"
    r"|(?:skrevet )?af|tekst(?: og foto)?:|fotos?:|foto af|billede(?:r)?:|(?:gå|spring|hop) (?:direkte )?til|menu|søg(?:ning)?|log ind|mere|udskriv|print|publiceret|opdateret|sidst opdateret|læs (?:mere|op|højt)|rådhus"
    r"|dagsordener|referater|beslutning(?:er)?|indstilling|bliv hørt|godkendelse af|orientering)(?!\w)|[^:]+:",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"\s[|·–-]\s|\s{2,}|\t")
# a sentence is no title: "Til stede fra bestyrelsen var ...", "Bestyrelsen konstituerede sig ..."
_TELLS = re.compile(
    r"[a-zæøå)]\. [A-ZÆØÅ]| (?:var|blev|har|er|konstituerede|forlader|forlod|udtræder|indtræder|overtager|nedlægger|stopper|skifter|får|fik|siger|søger|mangler|ønsker|deltog|deltager|meddeler|præsenterer|overlader|fortsætter|består|udpeger|udpegede|valgte|indstillede|besluttede|holdt|afløser|forventes|skal|vil|kan|vælger|holder|mødes|mødtes|behandlede|at|som|sig|sit|sin) "
)
# "Forside>Politik" without blanks, and "ForsidepilPolitikpilReferaterpilUdvalget": the way to a page, its steps run together
_CLOSE_TRAIL = re.compile(
    r"\w*[a-zæøå][A-ZÆØÅ]\w*(?: [\w-]+){0,4}?[a-zæøå][A-ZÆØÅ]|.*[a-zæøå] ?[>»›/] ?[A-ZÆØÅ].* ?[>»›] ?"
)
_COMPANY = re.compile(r" (?:A/S|P/S|I/S|K/S|S/I|ApS|AmbA|(?i:a\.?m\.?b\.?a\.?))(?!\w)")
_HOUR = re.compile(r"kl\.?\s?:?", re.IGNORECASE)  # and not Kommunernes Landsforening
# whom a letter is for: "Til Havnerådet", "Til borgmestre og direktører"
_TO = re.compile(
    r"Til (?=[A-ZÆØÅ]|(?!(?:stede|mødet|punktet|sagen|dagsordenen|referatet)\b)[a-zæøå-]+(?:e|er|ne|en|et)\b)|Til$"
)


def is_letterhead(text: str) -> bool:
    """Whether a line says whom a letter is from, to or about."""
    return _LETTERHEAD.match(text) is not None and not _WHEN_AND_WHERE.match(text)


def is_particular(text: str) -> bool:
    """Whether a line is a particular, "Sted:", or an entry of the contents."""
    return _ELSEWHERE.match(text) is not None


def is_subject(text: str) -> bool:
    """Whether a particular is that a letter is about a meeting: "Emne: Referat"."""
    return _SUBJECT.match(text) is not None


def is_sentence(text: str) -> bool:
    """Whether a line tells something: "Bestyrelsen konstituerede sig ..."."""
    return _TELLS.search(text) is not None


def is_hour_or_receiver(text: str) -> bool:
    """Whether a cell is "kl." or "Til X"."""
    return _HOUR.fullmatch(text) is not None or _TO.match(text) is not None


def is_receiver(line: str) -> bool:
    """Whether a line says whom a letter is for and nothing else: "Til Havnerådet"."""
    return _TO.match(line) is not None and len(line) <= LONGEST_TITLE and line[-1].isalnum()


def is_step_or_point(text: str) -> bool:
    """Whether a line is the way to a page of a web site, or one point of a list on it."""
    return text[:1] in "•▪◦" or is_trail(text) or _CLOSE_TRAIL.match(text) is not None


def is_no_sender(text: str) -> bool:
    """Whether a line on top is what no organisation is called: "Kære", "Notat", "Valg af formand"."""
    return _NO_LETTERHEAD.match(text) is not None or _MATTER.match(text) is not None


def company_form(text: str, at: int) -> str:
    """The form of a company whose name ends at ``at``: " A/S"; empty for none."""
    form = _COMPANY.match(text, at)
    return "" if form is None else form[0]


def company_form_of(name: str, text: str) -> str:
    """The form of a company that a text gives a name somewhere: " A/S"; empty for none."""
    found = re.search(rf"(?<!\w){re.escape(name)}(?P<form>{_COMPANY.pattern})", text)
    return "" if found is None else found["form"]


def whose_board(name: str) -> str:
    """Whose board a phrase is: "Bestyrelsen for X" and "Xs bestyrelse" are X's; any other as it is."""
    ahead = _BOARD_OF.match(name)
    behind = _BOARD_BEHIND.fullmatch(name)
    return behind["body"] if behind else name[ahead.end() :] if ahead else name


def is_company(text: str) -> bool:
    """Whether a phrase has the form of a company in it."""
    return _COMPANY.search(text) is not None


def owner_in(name: str) -> str:
    """Whose part a body is called: "KKR Fyns udvidede formandskab"; nothing where it is no such part."""
    match = _PART_OF.fullmatch(name)
    return "" if match is None else match["owner"]
