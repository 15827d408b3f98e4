"""Which body the title of an item is about: "Udpegning til Havnerådet", "Huslejenævnet"."""

import re

from kkr_graph.language.bodies import BodyReader
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import fold

_TITLED = re.compile(
    r"\b(?:\w*[Uu]dpegning(?:er)?|\w*[Vv]alg|[Ii]ndstilling(?:er)?|\w*[Mm]edlem(?:mer)?|[Rr]epræsentant(?:er)?|[Ff]ormand|[Nn]æstformand|[Ss]tedfortræder|[Ss]uppleant|[Bb]estyrelsen|[Rr]epræsentation|[Bb]emanding|[Bb]esætning|[Ss]ammensætning(?:en)?|[Nn]edsættelse|[Ee]tablering|[Oo]prettelse|[Vv]edtægt(?:er)?|[Kk]ommissorium|[Ff]orretningsorden)"
    r"(?: \w+)?? (?:til|i|af|for) (?:(?:bestyrelsen|medlem|formand|suppleant|repræsentant) (?:for|i|af|til) )?(?P<body>(?:(?:styregruppen|arbejdsgruppen|følgegruppen|projektgruppen|repræsentantskabet) (?:for|i) )?[A-ZÆØÅ][^(),]+)"
)
_STAFFING = re.compile(
    r"\b(?:formand|næstformand|medlem(?:mer)?|suppleant(?:er)?|stedfortræder(?:e)?|repræsentant(?:er)?|valg|udpegning(?:er)?|nyt?|nye|møde|mødet|orientering|status)\b",
    re.IGNORECASE,
)
_SEATS = re.compile(
    r"\b(?:medlem(?:mer)?|suppleant(?:er)?|stedfortræder(?:e)?|repræsentant(?:er)?|valg|udpegning(?:er)?|indstilling(?:er)? af)\b",
    re.IGNORECASE,
)
# "Konstituering og udvalg": of any body, and of none by name
_OF_ANY = re.compile(r"\b(?:og|i|til|for|af) (?:udvalg|råd|nævn|bestyrelser?|netværk|fora|forum)$")
_SEVERAL = re.compile(r"\b(?:fora|poster|udpegninger|indstillinger|diverse)\b", re.IGNORECASE)
# "Havnerådet – valg af medlemmer", "Valgbestyrelsen i forbindelse med valg til Folketinget"
_SUBJECT = re.compile(r"\s[–—-]\s(?=[a-zæøå])|\si forbindelse med\s")
_OWN_BOARD = re.compile(r"\b(?:til|af|i) bestyrelsen$", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s(?:og (?:stedfortræder|suppleant|en suppleant|en stedfortræder)|i stedet for|til afløsning|til erstatning|som (?:afløser|efterfølger|erstatning)|for perioden|fra|pr\.|efter|ved|med|i perioden)\b.*$"
)


def titled_body(title: str, bodies: BodyReader, lexicon: Lexicon, own: str | None) -> str | None:
    """The one body that a title names; None where it names none or several."""
    known = {named.name for named in BodyReader(bodies.registry, title).find(0, len(title))}
    if len(known) == 1:
        return known.pop()
    title = _SUBJECT.split(title)[0]
    match = _TITLED.search(title)
    if match is None and _OWN_BOARD.search(title):
        return own
    if match is not None:
        return bodies.canonical(_BEHIND.sub("", match["body"]))
    return bodies.canonical(title) if names_body(title, lexicon) else None


def names_body(phrase: str, lexicon: Lexicon) -> bool:
    """Whether a whole phrase is no more than a body's name, by its last or first word."""
    words = fold(phrase).split()
    if not words or len(words) > 7 or not phrase[:1].isupper() or not phrase[-1].isalnum():
        return False
    if _STAFFING.search(phrase) or _OF_ANY.search(phrase):
        return False
    inner = next((i for i, word in enumerate(words) if word in ("for", "i", "af")), len(words))
    return any(
        word in lexicon.organization_words or word.endswith(lexicon.organization_endings)
        for word in words[max(0, inner - 1) : inner]
    )


def is_staffing(title: str) -> bool:
    """Whether a title speaks of seats in one body: "Udpegning til bruger- og pårørenderåd"."""
    return _SEATS.search(title) is not None and _SEVERAL.search(title) is None
