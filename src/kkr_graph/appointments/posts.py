"""What somebody is and where, as a list by person says it: "Formand for Havneforum", "Klimarådet (suppleant)"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kkr_graph.appointments.days import NO_DAYS, Period
from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.headings import HeadingReader, without_lead
from kkr_graph.language.body_nouns import THEMES
from kkr_graph.language.dates import find_dates
from kkr_graph.language.parties import party_token
from kkr_graph.model.danish import capitalised
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import ListPattern
from kkr_graph.model.names import clean, fold

POST = re.compile(
    r"(?P<role>(?:bestyrelses)?(?:formand|næstformand|medlem|suppleant|stedfortræder|observatør|repræsentant))"
    r" (?:for|af|i|til) (?P<forum>(?-i:[A-ZÆØÅ§\d]).+)",
    re.IGNORECASE,
)
_ROLE_OF = re.compile(
    r"(?P<role>[^,;:()]{4,30}?) (?:for|af|i|til) (?P<forum>(?:(?:bestyrelsen|repræsentantskabet) (?:for|af|i) |den |det )?(?-i:[A-ZÆØÅ§\d]).+)",
    re.IGNORECASE,
)
_WHOSE_AND_WHERE = re.compile(r" for (?P<whom>[A-ZÆØÅ][^,;]+?) i (?=(?:bestyrelsen for )?[A-ZÆØÅ])")
_LABELLED = re.compile(r"(?P<role>[^,:()]{4,30})(?:,|:| [–—-]) (?P<forum>[A-ZÆØÅ§\d].+)")
# what stands behind the name of a forum, last piece first
_LAST = re.compile(r"^(?P<forum>.+?)(?:\s*\((?P<set>[^()]*)\)|(?:,|:| [–—-]) (?P<piece>[^,()]+))$")
_YEARS = re.compile(
    r"[ ,(]*(?:\b(?:i|for)? ?(?:val|funktions)?perioden )?\(?(?<!\d)(?P<from>(?:19|20)\d\d)\s*[-–]\s*(?P<to>(?:19|20)\d\d)?\)?$"
)
_YEARS_BEFORE = re.compile(r"(?P<from>(?:19|20)\d\d)\s*[-–]\s*(?P<to>(?:19|20)\d\d)?:?\s+(?=\w)")
_UNTIL = re.compile(r"[ ,(]*\b(?:indtil|frem til|til) (?P<to>(?:19|20)\d\d)\)?$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d[-–: ]")
_SINCE = re.compile(r"[ ,(]*\b(?:siden|fra|fra og med) (?:19|20)\d\d\)?$", re.IGNORECASE)
_BEFORE_DAY = re.compile(
    r"[ ,(]*(?:\b(?:udpeget|valgt|indtrådt|siden|fra|fra og med|i perioden|for perioden|indtil|til|til og med|pr\.|den|d\.)\s*)*$",
    re.IGNORECASE,
)
# words that an organisation may end in, but a theme too
_THEME = re.compile(
    r"(?:politik|politiske?|uddannelse|uddannelsen|erhverv|turisme|strategi|strategien|reform|reformen|lov|loven|planen"
    r"|industri|aftalen?|mødet?|projektet|program|programmet|konference|virksomhed|konferencen)$"
)
_THEMES = re.compile(THEMES)
_HELD = "\N{WORD JOINER}"  # for a blank, where a name is not to be parted
_COUNCIL = re.compile(
    r"\b(?:\w*(?:råd|udvalg|nævn|kommission|bestyrelse|komit[eé]|repræsentantskab)(?:et|en|n)?|\w*forum(?:met)?)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(r" (?:A/S|P/S|I/S|K/S|S/I|ApS|AmbA|(?i:a\.?m\.?b\.?a\.?))(?!\w)")
# to belong to one of these is nobody's post
_MEMBERSHIP = re.compile(
    r"forbund|fagforening|\bdansk |a-kasse|menighed|kirke|loge\b|klub|parti", re.IGNORECASE
)
# whom anybody may join
_JOINED = re.compile(r"forening|selskab|netværk|la(?:v|ug)(?:et)?\b|venner", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:bestyrelsen?|udvalget|rådet|nævnet|kommissionen|forummet|repræsentantskabet|styregruppen)",
    re.IGNORECASE,
)
_BORN = re.compile(r"^født ")
_ITEMS = re.compile(r", |(?<!-) og ")
_BY_THEME = re.compile(
    r"(?:udvalget|nævnet|rådet|komit[eé]en|forum) (?:for|vedr\w*|om) ", re.IGNORECASE
)
_LONGEST = 110
_BOARD = "bestyrelse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What somebody is, and where; ``is_over`` where the list itself says that it was."""

    role: Role
    forum: str
    period: Period = NO_DAYS
    event: Event | None = None
    by: str | None = None
    deputy_for: str | None = None
    certain: bool = True
    is_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A line taken apart: the name of the forum, and what stands beside it."""

    forum: str
    role: Role | None = None
    is_role_ahead: bool = False
    whom: str | None = None  # "Klimarådet, suppleant for Anna Holm"
    remarks: str = ""
    years: tuple[int, int | None] | None = None
    is_certain: bool = True


class PostReader:
    """Reads such lines; where no forum can be recognised, there is no post."""

    def __init__(self, headings: HeadingReader, entries: EntryReader, day: date | None) -> None:
        self.headings = headings
        self.entries = entries
        self.words = headings.words
        self.day = day  # that the list holds for

    def read(self, line: str, role: Role | None = None, *, is_named: bool = False) -> Post | None:
        """The post that a line tells; ``role`` is that of a name alone, where one is expected.

        Where a role in a cell of its own says that a forum ``is_named``, its name needs no word for one.
        """
        text = clean(without_lead(line)).strip(" ,.;:")
        former = self.words.patterns[ListPattern.FORMER].match(text)
        text = text[former.end() :].strip() if former else text
        text, whom = self._without_principal(text)
        before = _YEARS_BEFORE.match(text)
        said = self._apart(text[before.end() :] if before else text)
        if before is not None:
            said = replace(said, years=_years(before))
        said = self._with_role_before(said)
        held = said.role or role or (Role.MEMBER if self._is_born(said.remarks) else None)
        is_stated = said.role is not None
        if held is None or not self._is_forum(said.forum, is_stated=is_stated, is_named=is_named):
            return None
        is_listed = role is not None
        if held is Role.MEMBER and not is_listed and not self._is_council(said.forum):
            if _MEMBERSHIP.search(said.forum):
                return None
            # "Medlem af Teatret" may be a friend of it; "Teatret: medlem" is a seat
            said = replace(
                said, is_certain=not said.is_role_ahead and not _JOINED.search(said.forum)
            )
        return self._post(said, held, whom or said.whom, is_former=former is not None)

    def several(self, text: str, role: Role | None = None) -> Sequence[Post] | None:
        """All posts in a text, line by line or between commas; None unless all of it is understood."""
        posts: list[Post] = []
        for line in re.split(r"\n|;\s", text):
            found = self._in_line(line, role) if clean(line).strip(" .;") else ()
            if found is None:
                return None
            posts += found
        return posts

    def _in_line(self, line: str, role: Role | None) -> Sequence[Post] | None:
        whole = _THEMES.sub(lambda themes: themes[0].replace(" ", _HELD), line)
        for separator in (r",\s+(?![^(]*\))|(?<!-)\s+og\s+(?![^(]*\))", r",\s+(?![^(]*\))"):
            parted = [piece.replace(_HELD, " ") for piece in re.split(separator, whole)]
            pieces = _with_remarks(parted, self._is_remark)
            if len(pieces) > 1 and all(self._stands_alone(piece) for piece in pieces):
                read = [self.read(piece, role) for piece in pieces]
                if all(read):
                    return [post for post in read if post is not None]
                return None
        post = self.read(line, role)
        return None if post is None else (post,)

    def _stands_alone(self, piece: str) -> bool:
        """Whether a piece is a post without those around it: "Skole" in a name of three is none."""
        if POST.fullmatch(piece.strip(" .")):
            return True
        return self._is_council(self._apart(clean(piece)).forum)

    # --- a line taken apart ---

    def _apart(self, text: str) -> _Said:
        """Takes from the end of a line what is no part of a name: days, years, a role, remarks."""
        said = _Said(forum=text)
        while True:
            shorter = (
                self._without_open(said) or self._without_term(said) or self._without_last(said)
            )
            if shorter is None:
                return said
            said = shorter

    def _without_open(self, said: _Said) -> _Said | None:
        """A bracket of which days were the end: "Havneselskabet (formand fra 1. januar 2026)"."""
        name, bracket, inside = said.forum.rpartition("(")
        if not bracket or ")" in inside or not name:
            return None
        role = said.role or self._role(inside)
        return replace(said, forum=name, role=role, remarks=f"{inside} {said.remarks}")

    def _without_term(self, said: _Said) -> _Said | None:
        years = _YEARS.search(said.forum)
        if years is not None and years.start():
            return replace(said, forum=said.forum[: years.start()], years=_years(years))
        until = _UNTIL.search(said.forum)
        if until is not None and until.start():
            return replace(said, forum=said.forum[: until.start()], years=(0, int(until["to"])))
        since = _SINCE.search(said.forum)
        if since is not None and since.start():
            return replace(said, forum=said.forum[: since.start()])
        days = list(find_dates(said.forum, 0, len(said.forum)))
        if not days:
            return None
        before = _BEFORE_DAY.search(said.forum[: days[0].start])
        start = before.start() if before is not None else days[0].start
        tail = said.forum[start:]
        return replace(said, forum=said.forum[:start], remarks=f"{tail}; {said.remarks}")

    def _without_last(self, said: _Said) -> _Said | None:
        match = _LAST.match(said.forum)
        if match is None:
            return None
        piece = clean(match["set"] or match["piece"] or "")
        if match["set"] and "," in piece and all(map(self._is_remark, piece.split(","))):
            return replace(
                said, forum=f"{match['forum']}, {piece}"
            )  # "(formand, fra den 1. maj 2026)"
        whom = self._principal(piece)
        is_office = match["set"] is not None and self.entries.people.words.is_title(piece)
        if not (is_office or self._is_remark(piece)):
            return None  # "født medlem (borgmester)"
        role = Role.DEPUTY if whom else self._role(piece)
        is_plain = role is not None and not self._is_born(piece)
        remarks = said.remarks if is_plain else f"{piece}; {said.remarks}"
        return replace(
            said,
            forum=match["forum"],
            role=said.role or role,
            whom=said.whom or whom,
            remarks=remarks,
        )

    def _is_remark(self, piece: str) -> bool:
        """Whether a piece beside a name says how it is held, and is no name."""
        plain = clean(piece).strip(" .")
        patterns = self.words.patterns
        told = (
            ListPattern.APPOINTED, ListPattern.NOMINATED, ListPattern.LEFT, ListPattern.EX_OFFICIO,
            ListPattern.DOUBTFUL, ListPattern.ENTERED,
        )  # fmt: skip
        return (
            not plain
            or (fold(plain).startswith(_BOARD) and " " not in plain)
            or self._role(plain) is not None
            or self._principal(plain) is not None
            or (plain[:1].islower() and any(patterns[each].search(plain) for each in told))
        )

    def _role(self, phrase: str) -> Role | None:
        folded = fold(clean(phrase).strip(" .:")).removeprefix("som ")
        return self.words.roles.get(_BORN.sub("", folded))

    def _is_born(self, phrase: str) -> bool:
        return self.words.patterns[ListPattern.EX_OFFICIO].search(phrase) is not None

    def _with_role_before(self, said: _Said) -> _Said:
        """``Formand for Havnerådet``, ``formand, Havnerådet``; as it is where it has no role."""
        for form in (_ROLE_OF, _LABELLED):
            match = form.fullmatch(said.forum)
            role = None if match is None else self._role(match["role"])
            if match is not None and role is not None:
                ahead = said.role is None
                return replace(
                    said, forum=match["forum"], role=said.role or role, is_role_ahead=ahead
                )
        return said

    def _without_principal(self, text: str) -> tuple[str, str | None]:
        """``Suppleant for Anna Holm i Havnerådet``: the post, and whose deputy it is."""
        match = _WHOSE_AND_WHERE.search(text)
        found = () if match is None else self.entries.find(match["whom"])
        if match is None or len(found) != 1 or self._role(text[: match.start()]) != Role.DEPUTY:
            return text, None
        return f"{text[: match.start()]} i {text[match.end() :]}", clean(found[0].name)

    def _principal(self, piece: str) -> str | None:
        """Whose deputy somebody is, behind the name of the forum: "suppleant for Anna Holm"."""
        role, _, whom = piece.partition(" for ")
        found = self.entries.find(whom) if whom and self._role(role) is Role.DEPUTY else ()
        return clean(found[0].name) if len(found) == 1 else None

    # --- what is a forum, and what is said of the seat ---

    def is_forum(self, text: str) -> bool:
        """Whether a heading names a forum, and is not over people: "Personer", "Uden for partierne"."""
        return self._is_forum(text, is_stated=True)

    def _is_forum(self, name: str, *, is_stated: bool, is_named: bool = False) -> bool:
        plain = clean(name).strip(" ,.;:")
        if (
            not plain
            or _GENERIC.fullmatch(plain)
            or len(plain) > _LONGEST
            or self.headings.column(plain) is not None
        ):
            return False
        bodies = self.headings.bodies
        if bodies.known(plain) is not None or bodies.is_abbreviated(plain):
            return True
        if ":" in plain or _YEAR.search(plain) or self._is_several(plain):
            return False
        if self._begins_with_office(plain):
            return False
        if self.entries.persons.is_named(plain) or party_token(plain, self.entries.registry):
            return False
        if self.entries.registry.municipality(plain) is not None:
            return False
        if _COMPANY.search(plain) or (is_named and plain[:1].isupper()):
            return True
        if plain[:1].islower() and not fold(plain).startswith(_BOARD):
            return plain.startswith("repræsentantskabet ")
        words = [word for word in fold(plain).split() if not _THEME.fullmatch(word)]
        lexicon = self.entries.people.words.lexicon
        if not words or _THEME.search(fold(plain)):
            return _COUNCIL.search(plain) is not None
        is_compound = any(
            word.endswith(lexicon.organization_endings) and word not in lexicon.organization_endings
            for word in words
        )
        has_word = bool(
            lexicon.organization_words.intersection(words)
            or any(word.endswith(lexicon.organization_endings) for word in words)
        )
        return is_compound or (has_word and (is_stated or len(words) > 1))

    def _begins_with_office(self, plain: str) -> bool:
        """``Formand for elevrådet``, ``Rådmand i Aalborg Kommune``: what somebody is, and no name."""
        office, *where = re.split(r", | i ", plain, maxsplit=1)
        is_title = bool(where) and self.entries.people.words.is_title(office)
        return is_title or fold(plain).split(" ", 1)[0] in self.words.roles

    def _is_council(self, name: str) -> bool:
        """Whether nobody belongs to it but by a seat: a council, a board, a body of the registry."""
        bodies, plain = self.headings.bodies, name.strip(" ,.;:")
        is_known = bodies.known(plain) is not None or bodies.is_abbreviated(plain)
        return is_known or _COUNCIL.search(name) is not None

    def _is_several(self, name: str) -> bool:
        """Whether a name is that of two councils: "Havnerådet og Klimarådet"."""
        if _BY_THEME.match(name):
            return False
        return sum(map(self._is_council, _ITEMS.split(name))) > 1

    def _post(self, said: _Said, role: Role, whom: str | None, *, is_former: bool) -> Post:
        remarks = self.entries.remarks.read(said.remarks)
        over = self._is_over(said.years)
        forum = clean(said.forum).strip(" ,.;:")
        left = remarks.period.left
        return Post(
            role=role,
            forum=capitalised(forum),
            period=remarks.period,
            event=Event.LEFT if left else remarks.event,
            by=remarks.by,
            deputy_for=whom,
            certain=remarks.certain and said.is_certain and over is not None,
            is_over=is_former or over is True,
        )

    def _is_over(self, years: tuple[int, int | None] | None) -> bool | None:
        """Whether a term of years is over on the day of the list; None where that cannot be told."""
        if years is None or years[1] is None:
            return False
        return None if self.day is None else years[1] < self.day.year


def _years(match: re.Match[str]) -> tuple[int, int | None]:
    return int(match["from"]), None if match["to"] is None else int(match["to"])


def _with_remarks(pieces: Sequence[str], is_remark: Callable[[str], bool]) -> Sequence[str]:
    """Pieces between commas, each with the remarks behind it: "Havnerådet, suppleant"."""
    joined: list[str] = []
    for piece in pieces:
        if joined and is_remark(piece):
            joined[-1] += f", {piece}"
        else:
            joined.append(piece)
    return joined
