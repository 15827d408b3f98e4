"""Reads roles in sentences into tokens: "formand for Havnerådet", "Havnerådets formand", "KL-formand"."""

import re
from dataclasses import replace

from kkr_graph.language.body_nouns import COUNCILS, definite
from kkr_graph.minutes.personnel.targets import Place, TargetReader
from kkr_graph.minutes.personnel.tokens import Kind, Token
from kkr_graph.model.extract import CHAIRS, Role
from kkr_graph.model.lexicon import Lexicon, Phrase, any_word

_ADJECTIVE = (
    r"(?:(?i:ny(?:t|e)?|kommunale?|kommunalt|politiske?|fælles|personlige?|personligt|faste?|fast|menigt?|ordinært?|almindeligt?"
    r"|fungerende|hans|hendes|deres|sin|sit|sine|egen|\w+valgte?|vores|vor|konstitueret|midlertidige?|nuværende|siddende|den|de|det|fortsat|også|igen|[12]\.|første|anden)|\w+(?:ets|ens)"
    r"|[A-ZÆØÅ][\w’']+s)"
)
_PRINCIPAL = re.compile(r" for (?:(?!begge|alle|hver|dem)[a-zæøå]+ )?⟦")  # "for X", "for maler X"
_NAMED = re.compile(r",? ⟦")
# "1. stedfortræder på listen"
_ON_LIST = re.compile(
    r" (?:på|fra) (?:[\w’ -]{1,40}?(?:kandidat|stedfortræder)liste|\w*listen|liste [A-ZÆØÅ](?!\w)|partiet|\w+s liste)"
)
_CAPITALS = re.compile(r"[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*){0,2}")
_FOR_THEM = re.compile(
    r" for (?:hende|ham|dem|dig|mig|jer|os|begge|vedkommende|sidstnævnte|førstnævnte)(?![\w-])"
)
# "da han var formand", and not "til stede var formand X"
_WAS = re.compile(
    r"(?:\b(?:han|hun|som|der)|⟧) (?:\w+ )?(?:var|havde været) (?:\w+ )?$|, (?:som|der) (?:\w+ )?har (?:\w+ )?været (?:\w+ )?$"
)
_OWN_HOLDER = re.compile(r"\b(?:sin|egen|sit|vores) $", re.IGNORECASE)
# "udpegede medlem af X Anna Holm til Y", "formanden for X, Anna Holm, udtræder af Y": who she is, and then what of
_WHO_IS_PLACED = re.compile(
    r"[, ]{0,2}⟦[^⟧]*⟧,? (?:til|som|(?:(?:ud|ind)(?:træder|trådte)|(?:er|blev|bliver) (?:(?:ud|ind)trådt|udpeget|valgt)"
    r"|træder (?:ind|ud)|udpeges|vælges) (?:i|af|til)) (?=\w)"
)
# nobody is appointed to a council: "udpegede medlem af byrådet Anna Holm"
_COUNCIL = re.compile(rf"(?:{definite(*COUNCILS)}|borgerrepræsentationen)(?!\w)", re.IGNORECASE)
# "formand for det fælles forum for kommunerne i Vestby": it is spoken of, and not named
_DESCRIBED = re.compile(
    r"de[nt] (?:[a-zæøå]+ )?[a-zæøå]*(?:forum(?:met)?|samarbejdet?|fællesskabet?|organisation(?:en)?|forening(?:en)?|netværk(?:et)?) for (?:de |alle |alles )?[^.,;⟦]{3,80}"
)
_PRESIDIUM = frozenset({"formandskab", "formandskabet"})  # whoever sits in it is no chair by that
_OWNER = re.compile(r"(?P<owner>[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*)*?)[’']?s (?:nye? )?$")
_POINTED_TO = re.compile(r"(?:^|\s)(?P<owner>[a-zæøå]+(?:et|en))s $")  # "rådets formand"
# who has no chair, but sends people: "KL's repræsentant"
SENDER = re.compile(r"(?i:region|kommune|stat|KL\b)|.* Kommune$")
_IN = re.compile(r" (?:i|for|af|til|på|hos) ")
_NEW = re.compile(r"\bny(?:t|e)? ", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[\w-]+\b(?! (?:for|i|af) )")


class RoleTokenizer:
    """Reads the role at a place of a sentence, with the body that it is in."""

    def __init__(self, targets: TargetReader, lexicon: Lexicon) -> None:
        self.targets = targets
        self.lexicon = lexicon
        words = any_word(lexicon.roles)
        former = lexicon.phrases[Phrase.FORMER].pattern
        self._role = re.compile(
            rf"(?:(?P<lead>[Ss]om|[Tt]il) (?:henholdsvis )?)?(?P<before>(?:(?:{_ADJECTIVE}|(?i:{former})) ){{0,4}})(?:(?P<of>[A-ZÆØÅ]{{2,6}})-)?"
            rf"(?P<role>(?i:{words}))(?:s(?:posten|pladsen|hvervet|skabet|rollen|sædet|stolen)|(?P<definite>en|et|ne)|ns|s)?(?![\w-])"
        )

    def read(self, text: str, at: int) -> Token | None:
        """The role at ``at``, or what seems one and is an office; None where there is neither."""
        match = self._role.match(text, at)
        if match is None:
            return None
        if match["role"].casefold() in _PRESIDIUM and text[:at].endswith(" i "):
            return Token(kind=Kind.OFFICE, start=at, end=match.end())
        if _ON_LIST.match(text, match.end()):
            return None
        theirs = _FOR_THEM.match(text, match.end())
        preposition = _IN.match(text, theirs.end() if theirs else match.end())
        if preposition is None:
            return self._without_place(text, match)
        return self._behind(text, match, preposition.end())

    def _behind(self, text: str, match: re.Match[str], at: int) -> Token | None:
        """A role with a preposition behind it: what it is in, or for, stands at ``at``."""
        if self._is_of_party(text, at):
            return None  # "2. stedfortræder for Venstre"
        described = _DESCRIBED.match(text, at)
        if described is not None:
            return Token(kind=Kind.OFFICE, start=match.start(), end=described.end())
        place = self.targets.place(text, at)
        if place is not None:
            return self._placed(text, match, at, place)
        if text.startswith("bestyrelsen", at) and self.targets.is_about_boardless:
            return Token(kind=Kind.OFFICE, start=match.start(), end=match.end())  # of another's
        return self._without_place(text, match)

    def _placed(self, text: str, match: re.Match[str], at: int, place: Place) -> Token:
        """A role in the body named behind it, at ``at``: "formand for Havnerådet"."""
        token = self._token(text, match)
        plain = not (token.lead or token.new or token.former or token.principal)
        elected = _COUNCIL.match(text, at) is not None and _is_named(text, place.end)
        aside = plain and (elected or self._is_aside(text, place.end, place.name))
        # "har udpeget formanden for Havnerådet Anna Holm som": who she is, and not what to
        behind = len(text[: place.end].rstrip())
        title = bool(match["definite"]) and not token.lead and _is_named(text, behind)
        # "stedfortræder i Havnerådet for X"
        of_one = token.role is Role.DEPUTY and _PRINCIPAL.match(text, behind) is not None
        return replace(
            token,
            body=place.name,
            end=place.end,
            aside=aside,
            title=title,
            principal=token.principal or of_one,
        )

    def _without_place(self, text: str, match: re.Match[str]) -> Token | None:
        """A role with no body behind it: whose it is stands before it, or nowhere."""
        token, named = self._token(text, match), _is_named(text, match.end())
        owner = self._owner(match["before"], token.role) or self._whose(match["of"], token.role)
        if owner is not None:
            aside = not token.lead and self._is_aside(text, match.end(), owner)
            return replace(token, body=owner, title=named and not token.lead, aside=aside)
        is_post = match["role"].casefold().endswith(("post", "skab"))
        is_subject = (
            bool(match["definite"])
            and not is_post
            and not (token.lead or token.former or token.principal)
        )
        own = named and _OWN_HOLDER.search(match["before"]) is not None
        return None if is_subject and not named else replace(token, title=own or is_subject)

    def _token(self, text: str, match: re.Match[str]) -> Token:
        return Token(
            kind=Kind.ROLE,
            start=match.start(),
            end=match.end(),
            role=self.targets.role(match["role"]),
            lead=match["lead"] or "",
            new=_NEW.search(match["before"]) is not None,
            former=self._is_former(text, match),
            principal=_PRINCIPAL.match(text, match.end()) is not None,
        )

    def _is_aside(self, text: str, at: int, body: str) -> bool:
        """Whether a role in a body that ends at ``at`` says who it is that another body is told to get or lose."""
        behind = _WHO_IS_PLACED.match(text, at)
        if behind is None or text.startswith(body, behind.end()):
            return False
        first = _FIRST_WORD.match(text, behind.end())
        return first is None or not self.targets.is_pronoun(first[0])

    def _is_of_party(self, text: str, at: int) -> bool:
        """Whether a party is named at ``at``: whose list somebody stands on, and no body."""
        named = _CAPITALS.match(text, at)
        return named is not None and any(
            self.targets.is_party(phrase) for phrase in (named[0], named[0].split()[0])
        )

    def _is_former(self, text: str, match: re.Match[str]) -> bool:
        """Whether a role is one that was: "den hidtidige formand", "da han var formand"."""
        was = _WAS.search(text, max(0, match.start() - 30), match.start()) is not None
        apart = not _is_named(text, match.end())
        return self.lexicon.phrases[Phrase.FORMER].search(match["before"]) is not None or (
            was and apart
        )

    def _whose(self, short: str | None, role: Role | None) -> str | None:
        """The body in "KL-formand"; "V-formand" is a party's, and "KKR-repræsentant" sent by the one named."""
        leads = role in CHAIRS
        known = short is not None and leads and self.targets.bodies.known(short) is not None
        return self.targets.bodies.canonical(short) if known and short is not None else None

    def _owner(self, before: str, role: Role | None) -> str | None:
        """The body in "Havnerådets formand"; but "KKR's repræsentant" is sent by the one named."""
        theirs = _POINTED_TO.search(before) if role in CHAIRS else None
        if theirs is not None and self.targets.is_pronoun(theirs["owner"]):
            return self.targets.so_called(theirs["owner"])
        match = _OWNER.search(before)
        if match is None or role is Role.REPRESENTATIVE:
            return None
        owner = match["owner"]
        if SENDER.match(owner) and not (owner == "KL" and role in CHAIRS):
            return None
        if self.targets.is_pronoun(owner):
            return self.targets.body(owner, 0)  # "Selskabets formand", of the company named before
        return self.targets.in_full(owner) if self.targets.seems_body(owner) else None


def _is_named(text: str, at: int) -> bool:
    """Whether the name of who has a role stands at ``at``."""
    return _NAMED.match(text, at) is not None
