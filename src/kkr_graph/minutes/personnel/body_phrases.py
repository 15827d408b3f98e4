"""How a phrase names a body or points back to one: "bestyrelsen for X", "samme udvalg", "den faglige klynge"."""

import re
from enum import Enum, auto

from kkr_graph.language.body_nouns import (
    COMMON,
    COUNCILS,
    MANY,
    WORKING_GROUPS,
    definite,
    either,
)
from kkr_graph.model.days import MONTHS
from kkr_graph.model.names import fold

# --- phrases that are a body and no name ---

_POINTS_BACK = re.compile(
    r"(?:(?:samme|dette|denne|det pågældende) )?"
    rf"(?:{either(*COMMON, *COUNCILS, *MANY, *WORKING_GROUPS, 'bestyrelse', 'forening', 'organ', 'selskab')}|her|dette|denne)"
    rf"|(?:den|det) (?:nye|nyvalgte|samlede|nuværende) (?:bestyrelse|{'|'.join(COMMON)})"
    r"|[a-zæøå]+(?:ens|ets) (?:(?:nye|nyvalgte|samlede|nuværende) )?bestyrelse",
    re.IGNORECASE,
)
_OF_ITS_KIND = re.compile(  # "forskningsudvalget", "kontaktforum"
    rf"[a-zæøå]+(?:{definite(*COMMON, 'hus', 'klynge', 'kommission', 'panel', 'styrelse')}|forum)|{definite('hegnssyn', 'hegnsyn')}"
)
_ADJECTIVAL = (  # "den faglige klynge": a body that goes by what it is
    r"[Dd]e[nt] (?!pågældende|nuværende|nye|ledige|samme|ene|anden|andet|øvrige|kommende|regionale|afgående)"
    rf"[a-zæøå]{{4,}}e (?:{'|'.join((*COMMON, 'klynge', 'panel', 'styregruppe', 'taskforce'))})"
)
_BY_THEME = (  # "arbejdsgruppen for cykelruter": named by its theme, in small letters
    r"(?:\w*gruppen|taskforcen|(?:arbejds|under|opgave)udvalget|partnerskabet|netværket|samarbejdsforummet) (?:for|om)"
    r" (?!at\b|den\b|det\b|de\b|en\b|et\b|hans\b|hendes\b|deres\b|sin\b|sit\b|næste\b|første\b)[a-zæøå][\w-]{3,}(?: (?:og )?[a-zæøå][\w-]{2,}){0,4}"
)
_DESCRIBED = re.compile(f"{_ADJECTIVAL}|{_BY_THEME}")


class Wording(Enum):
    """What a phrase is: a name has capitals, and the others are read before it."""

    POINTS_BACK = auto()  # "rådet", "dette forum", "fondens bestyrelse": to the one named last
    OF_ITS_KIND = auto()  # "erhvervshuset": to the one of that kind that is named
    DESCRIBED = auto()  # "arbejdsgruppen for cykelruter": has no other name
    OTHER = auto()


# what stands before the body whose members a heading says to be below it
_LIST_OF = re.compile(
    r"(?i:(?:[a-zæøå]+ )?(?:\w*liste|\w*oversigt|\w*sammensætning|(?:\w*medlemmer|\w*repræsentanter|stedfortrædere|suppleanter)(?: og (?:deres |personlige )?(?:stedfortrædere|suppleanter))?)"
    r"(?:,|:| -| –| over| for| i| af)(?: medlemmer (?:af|i))?) (?=[A-ZÆØÅ])"
)
_EXTRACT = re.compile(r" \((?:[a-zæøå]+|pr\. [^()]*)\)$")


def wording_of(phrase: str) -> Wording:
    """What a phrase is; "byrådet" is of its kind too, and yet points back."""
    if points_back(phrase):
        return Wording.POINTS_BACK
    if _OF_ITS_KIND.fullmatch(phrase):
        return Wording.OF_ITS_KIND
    return Wording.DESCRIBED if _DESCRIBED.fullmatch(phrase) else Wording.OTHER


def points_back(phrase: str) -> bool:
    """Whether a phrase points back to a body: "rådet", "dette forum", and not "Havnerådet"."""
    return _POINTS_BACK.fullmatch(phrase) is not None


# --- what stands around a name ---

_BOARD = re.compile(
    r"^(?:spidsen for |[Bb]estyrelse[n]?\s+(?:(?:for|i|af)\s+)?|(?:den|det)\s+(?=[a-zæøå]))"
)
# "KL's bestyrelse", "KL-bestyrelsen"
_OF_BOARD = re.compile(r"(?<=[\w’'])(?:[’']s?|s) bestyrelse$|-bestyrelsen?$")
# "det kommende Erhvervshus Fyn"
_COMING = re.compile(r"^(?:den |det )?(?:kommende|fremtidige|ny[a-zæøå]*) (?=[A-ZÆØÅ])")
# "den lokale forening Havkraft", "brancheforeningen Danske Havne"
_WHAT_IT_IS = re.compile(
    r"^(?:den |det )?(?:(?:[a-zæøå-]+ ){1,3}?|[a-zæøå]{3,})(?:forening|organisation|selskab|virksomhed|netværk)(?:en|et)? (?=[A-ZÆØÅ])"
)
# "Erhvervshus Fyn for 2026-2029", "Havnerådet for valgperioden 2026-2029"
_TERM = re.compile(
    rf" i (?:{'|'.join(MONTHS)}|foråret|sommeren|efteråret|vinteren|går|dag|år)(?: \d{{4}})?$"
    r"| (?:for|i) (?:(?:den )?(?:\w* )?\w*perioden? ?)?(?:(?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d)?$"
)
_DANGLING = re.compile(r"(?:\s+(?:og|samt|eller|hvor|for|i|af|til|med|på))+$")


def without_list(heading: str) -> str:
    """The body that a heading says to be listed below it: "Gældende liste, KKR Fyn (uddrag)"."""
    named = _LIST_OF.match(heading)
    return heading if named is None else _EXTRACT.sub("", heading[named.end() :])


def without_board(written: str) -> str:
    """A phrase without "bestyrelsen for" before it, or "s bestyrelse" behind."""
    return _OF_BOARD.sub("", _BOARD.sub("", written))


def bare(phrase: str) -> str:
    """The name in a phrase: without its board, what it is called, and small words at the end."""
    plain = _COMING.sub("", _WHAT_IT_IS.sub("", _BOARD.sub("", phrase)))
    return _OF_BOARD.sub("", without_end(plain))


def without_end(phrase: str) -> str:
    """A phrase without a term and small words at its end, which lead to what is no part of it."""
    return _DANGLING.sub("", _TERM.sub("", phrase))


# --- what leads to a body ---

LED_TO = (
    re.compile(  # "..., til bestyrelsen", "... fra Havnerådet": any words before, and no full stop
        r"[^⟦;]{0,70}?(?:^ ?|\b)(?:til|i|af|fra|for) "
        rf"(?=(?:bestyrelse|\w*(?:{definite(*COMMON)})\b|samme |den |det )|[A-ZÆØÅ])"
    )
)
_NOUN = (
    rf"(?:den |det |dette |denne |samme )?(?:{either('bestyrelse')}|[a-zæøå]+(?:en|et)s bestyrelse|repræsentantskabet"
    rf"|\w*(?:{definite(*COMMON, 'alliance', 'fond', 'forening', 'forsamling', 'hegnssyn', 'hegnsyn', 'klynge', 'komite', 'komité', 'kommission', 'partnerskab', 'selskab', 'styrelse')}))"
)
PLACED = re.compile(  # "til Havnerådet", "ind i bestyrelsen"
    rf"(?P<lead>(?i:(?:ind )?i|til|af|for|fra|hos)) (?=(?:{_NOUN})(?!\w)|samme sted|samme |{_ADJECTIVAL}|[A-ZÆØÅ])"
)

# --- what a noun means ---

_ENDING = re.compile(r"(?:met|et|(?<!grupp)en|n)$")
_COMPOUND_OFFICE = re.compile(r"(?P<stem>\w+?)(?:s| )(?:næst|vice)?formand")
_WHOSE_BOARD = re.compile(r"(?P<whose>[a-zæøå]+(?:en|et))s bestyrelse")
_COUNCIL_STEMS = frozenset({*COUNCILS, "kommunalbestyrels"})  # the ending is taken off as it comes
_BARE = frozenset({*COMMON, "bestyrelse"})
_SEVERAL = frozenset({*MANY, *WORKING_GROUPS})
_NO_BOARD_OF_ITS_OWN = re.compile(
    r"kkr|råd|kommunalbestyrelse|udvalg|kommission|nævn|netværk|forum|klynge|region"
)
_COUNCIL = "byråd|kommunalbestyrelse|regionsråd"
_ELECTED_BY_OTHERS = re.compile(rf"\bkkr\b|{_COUNCIL}|borgerrepræsentation")
_NEVER_A_BOARD = re.compile(f"kkr|{_COUNCIL}|udvalg|kommission|nævn")


def stem_of(noun: str) -> str:
    """A noun folded and without its definite ending: "handicapråd" for "Handicaprådet"."""
    return _ENDING.sub("", fold(noun))


def in_own_full(name: str, own: str) -> str:
    """The whole name of a body ``own`` where a part of it is given, else the name."""
    begins = fold(own) == fold(name) or fold(own).startswith(  # also where one is in capitals
        tuple(f"{fold(name)} {of} " for of in ("i", "for", "på"))
    )
    begins = begins or (fold(name) == "kkr" and fold(own).startswith("kkr "))
    noun = stem_of(name)  # "Ældrerådet" is "Lundby Ældreråd" or "Ældreråd Lundby"
    called = fold(own).endswith(f" {noun}") or fold(own).startswith(f"{noun} ")
    return own if begins or (noun != fold(name) and called) else name


def is_office_in(office: str, own: str) -> bool:
    """Whether an office says by itself that it is in a body ``own``: "Regionsrådsformand", "KKR-formand"."""
    match = _COMPOUND_OFFICE.fullmatch(fold(office))
    words = fold(own).split()
    return match is not None and match["stem"] in map(stem_of, (*words[:1], *words[-1:]))


def stem_of_pointer(phrase: str) -> str:
    """The stem of what a phrase points back to: "fond" for "fondens bestyrelse", "råd" for "samme råd"."""
    whose = _WHOSE_BOARD.fullmatch(fold(phrase))
    return stem_of(whose["whose"] if whose else fold(phrase).split()[-1])


def is_of_its_board(phrase: str) -> bool:
    """Whether a phrase points back to whose board it is: "museets bestyrelse"."""
    return _WHOSE_BOARD.fullmatch(fold(phrase)) is not None


def is_of_many(stem: str) -> bool:
    """Whether there may be many: nobody's own where none is named."""
    return stem in _SEVERAL


def is_bare(phrase: str) -> bool:
    """Whether a phrase only says what kind of body: "Udvalg", as a label on the front."""
    return fold(phrase) in _BARE


def is_council(stem: str) -> bool:
    """Whether it is what a municipality or a region has one of."""
    return stem in _COUNCIL_STEMS


def has_council_for_last_word(phrase: str) -> bool:
    """Whether a phrase is a council's name: "Lejre Kommunalbestyrelse", which appoints to others."""
    return is_council(stem_of(phrase.split()[-1]))


def places_in_others(body: str) -> bool:
    """Whether a body is elected by others, and what it appoints to is never itself: a council, a KKR."""
    return _ELECTED_BY_OTHERS.search(fold(body)) is not None


def is_board(stem: str) -> bool:
    """Whether it is a board, which is somebody's."""
    return stem.startswith("bestyrels")


def has_no_own_board(body: str) -> bool:
    """Whether a body is a council, a committee or the like, so that "bestyrelsen" is hardly its own."""
    return _NO_BOARD_OF_ITS_OWN.search(fold(body)) is not None


def has_never_a_board(body: str) -> bool:
    """Whether a body is one that cannot have a board: "bestyrelsen" is another's."""
    return _NEVER_A_BOARD.search(fold(body)) is not None


def is_called(name: str, stem: str) -> bool:
    """Whether a name says of itself that it is a "råd" or a "netværk"."""
    return (
        not stem.startswith(("bestyrels", "her", "denn"))
        and len(stem) > 2
        and any(
            _ENDING.sub("", word).endswith(stem) or word.endswith((stem, f"{stem}e"))
            for word in fold(name).split()
        )
    )
