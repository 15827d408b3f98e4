"""The forms in which a rule about seats is worded, in the order in which they are tried.

What a form says is in its groups, none of which it need have:

- ``count``: how many seats; ``chair`` instead of it: one, the chair's, and ``second`` the deputy chair's
- ``seat``: what those who sit there are called; ``who``: among whom they are found; ``body``: into what
- ``by``, in an inverted clause ``by2``: who places them; ``nom``: who nominates them
- ``from``: "fra" or "blandt" where ``by`` is whom they come from; ``within``: "og blandt" where it is both
- ``rest``: what follows in the sentence and may say among whom, or on whose nomination
"""

import re
from dataclasses import dataclass

from kkr_graph.language.body_nouns import THEMES, definite

# --- parts of forms ---

_NUMBERS = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7,
    "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15,
}  # fmt: skip
_FIGURE = rf"\d{{1,3}}|{'|'.join(_NUMBERS)}"
COUNT = rf"(?P<count>{_FIGURE})"
_NOUN = (
    r"(?:\w*medlem(?:mer(?:ne)?)?|formand|næstformand|observatør(?:er)?|\w*repræsentant(?:er)?|plads(?:er)?|suppleant(?:er)?"
    r"|stedfortræder(?:e)?|\w*politiker(?:e)?|delegerede?|(?:\w*ansatt?e?|\w*lærere?|\w*elever?|\w*borgere?|ledere?)(?= fra )"
    r"|(?:\w*brugere?|\w*beboere?|\w*forældre|\w*eksperte?r?|\w*sagkyndige?)(?= (?:fra|(?:udpeget|udpeges|valgt|vælges) (?:af|blandt)) ))"
)
_SEAT = rf"(?P<seat>(?!nyt? |nye )(?:(?!af |i |til |og |for |blandt |fra )\w+ ){{0,3}}?{_NOUN})(?!\w)(?: \([^()\n]{{2,40}}\))?"
_SOME = r"(?:mindst |højst |op til |yderligere |de (?:resterende |øvrige |kommunale )?)?"
_PASSIVE = r"(?:(?:er |bliver )?(?:gen)?(?:udpeges|vælges|beskikkes|indstilles|udnævnes|udpeget|valgt|indstillet|beskikket|udnævnt)|besættes)"
_FINITE = r"(?:udpeges|vælges|beskikkes|indstilles|udnævnes|besættes)"
_ACTIVE = r"(?:udpeger|vælger|indstiller|beskikker|udnævner|besætter)"
_INFINITIVE = r"(?:udpege|vælge|indstille|beskikke|udnævne|besætte)"
_NAMES = r"[\w&’'/-]+(?: (?!blandt\b|efter\b|på (?:fælles )?indstilling\b|fra\b|og (?:de|én|ét|en|et|to|tre|fire|\d)\b)[\w&’'/-]+){0,9}?"
# the next of a list without commas: "... 2 medlemmer fra KKR 3 repræsentanter ..."
NEXT_COUNTED = r"\d{1,2} (?:\w+ )?(?:medlem|repræsentant|plads|observatør)"
_TAIL = (
    r"(?=,| \(| blandt | efter | på (?:fælles )?indstilling | fra | for en | til | og (?:de |én |ét |en |et |to |tre |fire |fem |seks |\d)| samt |[.;:)\n]|$"
    rf"| {NEXT_COUNTED})"
)
# "4 medlemmer af Havneforums bestyrelse udpeges af"
_OF = r"(?: (?:af|i|til) (?P<body>(?!hver |perioden )[^.:;,()\n]{3,70}?))?"
_BY = rf"(?:af|fra) (?P<within>og (?:blandt|iblandt) )?(?P<by>(?-i:{THEMES})|{_NAMES}){_TAIL}"
_SUBJECT = (
    rf"(?P<by>(?-i:{THEMES})|(?<![\w-])(?:[Hh]ver(?:t)? (?:af (?:de )?(?:\d+ |\w+ )?)?(?:kommune|region|organisation|forening|part|interessent|ejer|bydel|skole|medlemskommune)\w*"
    r"|(?!Mens |Når |Hvis |Ifølge |Efter |Samtidig |Desuden |Endvidere |Heraf |Der )[A-ZÆØÅ][\w&’'/-]*(?: (?:og |for |af |i )?[A-ZÆØÅ][\w&’'/-]*){0,5}(?: i (?:området|regionen|landsdelen))?"
    rf"|\w*(?:{definite('råd', 'udvalg', 'bestyrelse', 'repræsentantskab', 'nævn', 'kommission', 'generalforsamling')})"
    r"|\w*(?:ministeren|styrelsen)|\w{3,}erne|regionen))"
)
_DEPUTY = r"(?: (?:og|med) (?:\w+ )?(?:(?:personlig(?:e)? )?(?:stedfortræder|suppleant)\w*|\w+ (?:stedfortrædere|suppleanter)))?"
# "til Børne-, Skole- og Ungeudvalget": a comma or an "og" behind a hyphen is of the name
_NAMED = r"(?:[^.:;,\n]|(?<=-),){3,80}?(?<!-)"
_INTO = rf"(?: (?:til|af|i) (?P<body>(?!de |den |det ){_NAMED}))?"
_ALSO = r"(?:desuden |hver |også |endvidere |selv |samtidig )?"
_THE_CHAIR = (
    r"(?:(?:sin (?:egen )?|[a-zæøå]+(?:ets|ens) ))?(?P<chair>(?:næst)?formand(?:en)?)(?P<second> og (?:en )?næstformand(?:en)?)?(?! og (?:en )?næstformand)"
    r"(?: for (?P<body>(?:bestyrelsen|repræsentantskabet|rådet|udvalget|forummet)(?: for [A-ZÆØÅ][^.:;,\n]{2,70}?)?|[A-ZÆØÅ]\w+s bestyrelse))?"
    r"(?: (?:af og )?blandt (?P<who>[^.,;\n]+?))?(?=[.,;:\n]| og | til | hvert (?:\w+ )?år\b|$)"
)
_FROM_WHOM = r"(?: fra (?P<who>[^,.;:()\n]{3,60}?))?"
_REST = r"(?P<rest>[^.;\n]{0,260})"

# --- forms, in the order of FORMS ---

# "hvoraf udpeges tre af KKR"
_OF_WHICH = re.compile(
    rf"\b(?:heraf|hvoraf|herunder|af disse|af dem) {_FINITE} {COUNT}(?: {_SEAT})? {_BY}{_REST}",
    re.IGNORECASE,
)
# "heraf 3, der udpeges af KKR blandt politikere"
_OF_WHICH_COUNTED = re.compile(
    rf"\b(?:heraf|hvoraf|herunder|af disse|af dem),? {COUNT},? (?:der|som) {_PASSIVE} {_BY}{_REST}",
    re.IGNORECASE,
)
# "heraf udpeger KKR tre", "hvoraf KKR udpeger formanden og tre"
_OF_WHICH_ACTIVE = re.compile(
    rf"\b(?:[Hh]eraf|[Hh]voraf|[Aa]f disse|[Aa]f dem) (?:{_SUBJECT} {_ACTIVE}|{_ACTIVE} {_SUBJECT.replace('<by>', '<by2>')}) (?:formanden og )?(?P<count>{_FIGURE})(?: {_SEAT})?(?: blandt (?P<who>[^.,;\n]+?))?(?=[,.;\n]|$)"
)
# a bracket behind: "3 repræsentanter fra kommunerne (udpeges af KKR)"
_BRACKETED = re.compile(rf"(?<![\w,.]){COUNT} {_SEAT}{_FROM_WHOM} \({_PASSIVE} {_BY}")
# "3 kommunale repræsentanter, som KKR udpeger"
_WHOM = re.compile(
    rf"(?<![\w,.]){COUNT} {_SEAT}{_FROM_WHOM},? (?:som|der) {_SUBJECT} {_ACTIVE}\b{_REST}"
)
# "3 medlemmer, der udpeges af KKR blandt politikere"
_RULE = re.compile(
    rf"(?<![\w,.]){COUNT} {_SEAT}{_OF},? (?:(?:som|der) )?{_PASSIVE} {_BY}{_REST}",
    re.IGNORECASE,
)
# "2 medlemmer fra erhvervslivet, herunder mindst 1 fra en lille virksomhed, udpeges af ministeren"
_DESCRIBED = re.compile(
    rf"(?<![\w,.]){COUNT} {_SEAT}{_FROM_WHOM}(?:, (?:der|som|herunder|heraf|med) [^.;\n]{{3,160}}?,)? {_PASSIVE} {_BY}{_REST}",
    re.IGNORECASE,
)
# "I bestyrelsen udpeges to medlemmer af KKR"
_TURNED = re.compile(
    rf"(?:\b(?:[Ii]|[Tt]il) (?P<body>[^.:;,\n]{{3,80}}?) )?(?<!skal )(?<!kan )\b{_FINITE} {_SOME}{COUNT} {_SEAT} {_BY}{_REST}"
)
# "Formanden udpeges af KKR", "Hertil kommer formanden, der udpeges af KKR", "Formand og næstformand vælges af og blandt medlemmerne"
_CHAIR = re.compile(
    rf"(?<!\w)(?<!\d )(?<!\ben )(?P<chair>(?:(?:[Ff]|[Nn]æstf)ormand(?:en)?|[Ff]orperson(?:en)?))(?P<second> og næstformand(?:en)?)?(?: (?:for|i) (?:bestyrelsen|rådet|udvalget|forummet|nævnet|(?P<body>(?:[a-zæøå]+ (?:for|i) )?[A-ZÆØÅ][^.:;,\n]{{2,70}}?)))?(?:, der [^.;\n]{{3,120}}?,|, (?:der|som))? {_FINITE} (?:(?:ligeledes|også|desuden|endvidere|derimod|selv) )?{_BY}(?P<rest>[^.;\n]{{0,160}})"
)
# "Efter § 8 vælges næstformanden af rådet blandt de kommunale medlemmer"
_CHAIR_TURNED = re.compile(
    rf"(?<!skal )(?<!kan )(?<![Dd]er )\b{_FINITE} (?P<chair>(?:næst)?formanden|forpersonen)(?P<second> og næstformanden)?(?: for (?:bestyrelsen|rådet|udvalget|forummet|nævnet))? {_BY}(?P<rest>[^.;\n]{{0,160}})"
)
# "KKR udpeger formanden"
_CHAIR_ACTIVE = re.compile(rf"{_SUBJECT} {_ACTIVE} {_ALSO}{_THE_CHAIR}")
# "Desuden udpeger KKR formanden"
_CHAIR_INVERTED = re.compile(rf"\b{_ACTIVE} {_SUBJECT} {_ALSO}{_THE_CHAIR}")
# "KKR udpeger tre medlemmer til Havnerådet", "KKR skal udpege formanden og to medlemmer"
_ACTIVE_RULE = re.compile(
    rf"{_SUBJECT} (?:{_ACTIVE}|(?:skal|kan) (?:hver )?(?:\w+ ){{0,3}}?{_INFINITIVE}) {_ALSO}(?:formand(?:en)?(?: for [^.,;\n]{{3,60}}?)? (?:og|samt) )?"
    rf"{_SOME}{COUNT} (?:af )?{_SEAT}{_DEPUTY}{_INTO}{_DEPUTY}(?: blandt (?P<who>[^.,;\n]+?))?(?: (?:efter|på) (?:fælles )?indstilling fra (?P<nom>[^.,;\n]+))?(?=[.:;,\n]|,? og |,? samt |$)"
)
# "... udpeger KKR tre medlemmer til Havnerådet"
_INVERTED_RULE = re.compile(
    rf"\b{_ACTIVE} {_SUBJECT} {_ALSO}{COUNT} {_SEAT}{_DEPUTY}{_INTO}{_DEPUTY}(?: blandt (?P<who>[^.,;\n]+?))?(?=[.:;,\n]|,? (?:og|samt) {COUNT.replace('<count>', '<next>')} {_SEAT.replace('<seat>', '<beside>')}|$)"
)
# "hvoraf tre udpeges af KKR", "tre af medlemmerne udpeges af KKR": without a seat's name
_COUNTED = re.compile(
    rf"(?<![\w.]){COUNT}(?: af (?:medlemmerne|pladserne|disse|dem))? {_FINITE} {_BY}{_REST}",
    re.IGNORECASE,
)
# "KKR har tre pladser i bestyrelsen"
_SEATS_IN = re.compile(
    rf"{_SUBJECT} har {COUNT} (?P<seat>(?:\w+ )?pladser?) i (?P<body>[^.,;\n]{{3,80}}?)(?=[.,;\n]|$)"
)
# "KKR er repræsenteret med to medlemmer i Havnerådet"
_WITH = re.compile(
    rf"{_SUBJECT} (?:er repræsenteret|repræsenteres|deltager) (?:med|ved) {COUNT} {_SEAT}(?: i (?P<body>[^.,;\n]{{3,80}}?))?(?=[.,;\n]|$)"
)
# "har én repræsentant for hver kommune"; only where a composition is told
_FOR = re.compile(
    rf"(?<![\w,.]){COUNT} {_SEAT} for (?P<by>(?:hver |hvert |de |den )?[\wæøå]+(?: [\wæøå-]+){{0,4}}?){_TAIL}"
)
_COMPOSED = re.compile(
    r"\b(?:består af|består bl\.a\. af|har|får|udgøres af|sammensættes af|sammensat af|med)\b|:",
    re.IGNORECASE,
)
# shares of a composition: "udpeges således: 3 af KKR, 2 af regionen", "4 fra kommunerne, 8 fra"
_SHARE = re.compile(
    rf"(?<![\w.])(?!(?:en|et|én|ét) af de ){COUNT}(?: {_SEAT})?(?:,? (?:(?:som|der) )?(?:{_PASSIVE}|er|kommer))? (?P<from>af|fra) (?!og |dem\b|disse\b)(?P<by>{_NAMES}){_TAIL}"
)
_SHARED = re.compile(
    rf"\b(?:får|har) (?=\S+ (?:medlemmer|repræsentanter|pladser) fra)|\b(?:{_FINITE}|sammensættes|fordeles|består|har|udgøres)\b[^.;]{{0,80}}(?:således|følgende|medlemmer|pladser|repræsentanter)[:,]?\s|(?:således|fordelt|medlemmer): |\b(?:heraf|hvoraf|af disse|af dem) {_FINITE} \w+ af\b",
    re.IGNORECASE,
)
# "Der udpeges to medlemmer fra hver kommune": by nobody in particular
_THERE = re.compile(
    rf"\b[Dd]er (?:{_FINITE}|skal (?:udpeges|vælges|indstilles)) {_SOME}{COUNT} {_SEAT}(?: fra (?P<by>{_NAMES}){_TAIL})?(?: blandt (?P<who>[^.,;\n]+?))?{_INTO}{_DEPUTY}(?=[.:;,\n]|$)"
)
# "Forummet skal have to medlemmer fra rådet", "består af 2 medlemmer fra udvalget"
_FROM = re.compile(
    rf"(?<![\w,.]){COUNT} {_SEAT} (?P<from>fra|blandt) (?!og )(?P<by>{_NAMES}){_TAIL}"
)
_HAVING = re.compile(
    r"\b(?:skal (?:[^.;,]{3,70} )?have|har|får|består af|skal bestå af|sammensættes af|udgøres af)\b(?:[^.;]{0,120}(?:,| og| samt))? (?:mindst |højst )?$"
)
# "fire medlemmer udpeges blandt virksomhederne": by nobody who is named
_PLACED_AMONG = re.compile(
    rf"(?<![\w,.]){COUNT}(?: {_SEAT})? {_FINITE} (?P<from>blandt) (?P<by>{_NAMES}){_TAIL}",
    re.IGNORECASE,
)

# --- what goes with a form ---

ANOTHER = re.compile(  # "... og et medlem til bestyrelsen for Z"
    rf",? (?:og|samt) {COUNT} {_SEAT}(?: (?:til|i) (?P<body>{_NAMED})| blandt (?P<who>[^.:;,\n]{{3,80}}?))?(?=[.:;,\n(]| \(|$)"
)
# all seats of a body; read only where no sentence near it says who gets how many
ALL_TOLD = re.compile(
    rf"\b(?:bestyrelsen?|\w*(?:udvalg|råd|nævn|forum|repræsentantskab)(?:met|et)?|\w*(?:kommission|styregruppe)n?(?:en)?)\b(?! er\b)[^.:;,\n]{{0,60}}? (?:består|skal bestå|udgøres|sammensættes) af (?:i alt )?{COUNT} {_SEAT}(?=\.|\n|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to word a rule."""

    pattern: re.Pattern[str]
    behind: re.Pattern[str] | None = None  # is read only where the sentence has this before it
    goes_on: bool = False  # "... og et medlem til Z" may follow, by the same

    @property
    def counted(self) -> str:
        """The group of what the form counts, which no later form counts again."""
        return "count" if "count" in self.pattern.groupindex else "chair"


# A number belongs to the first form that takes it, so what says more of it comes first: a part of what
# was counted ("hvoraf KKR udpeger 4") before a clause that would begin inside its names; clauses that say
# who places whom before shares and origins, which take any number that is followed by "af" or "fra".
FORMS = (
    Form(pattern=_OF_WHICH),
    Form(pattern=_OF_WHICH_COUNTED),
    Form(pattern=_OF_WHICH_ACTIVE),
    # who places stands behind
    Form(pattern=_BRACKETED),
    Form(pattern=_WHOM),
    Form(pattern=_RULE),
    Form(pattern=_DESCRIBED),
    Form(pattern=_TURNED),
    Form(pattern=_CHAIR),
    Form(pattern=_CHAIR_TURNED),
    # who places stands before
    Form(pattern=_CHAIR_ACTIVE),
    Form(pattern=_ACTIVE_RULE, goes_on=True),
    Form(pattern=_CHAIR_INVERTED),
    Form(pattern=_INVERTED_RULE, goes_on=True),
    # some seats are told of by less than a whole clause
    Form(pattern=_COUNTED),
    Form(pattern=_SEATS_IN),
    Form(pattern=_WITH),
    Form(pattern=_FOR, behind=_COMPOSED),
    Form(pattern=_SHARE, behind=_SHARED),
    # nobody is said to place them
    Form(pattern=_THERE),
    Form(pattern=_FROM, behind=_HAVING),
    Form(pattern=_PLACED_AMONG),
)


def number(written: str) -> int:
    """The number that a figure or a word means."""
    return int(written) if written.isdigit() else _NUMBERS[written.casefold()]
