"""Who gets, has or leaves a role: shown beside a name, or told in a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kkr_graph.minutes.bodies import BodyReader
from kkr_graph.minutes.clauses import ONE, SOME, Clause, mask_people
from kkr_graph.minutes.dates import find_dates
from kkr_graph.minutes.people import PeopleReader, Presented
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import clean, fold

_EVENTS = (
    (re.compile(r"udpeg", re.IGNORECASE), Event.APPOINTED),
    (re.compile(r"indstil|nominer", re.IGNORECASE), Event.NOMINATED),
    (re.compile(r"v[aæ]lg|valg|konstituer", re.IGNORECASE), Event.ELECTED),
)
_ACTIVE = r"(?:(?:gen)?udpegede|(?:gen)?udpeger|(?:gen)?valgte|(?:gen)?vælger|indstillede|indstiller|nominerede|nominerer)"
_PARTICIPLE = r"(?:(?:gen|ny)?udpeget|(?:gen|ny)?valgt|indstillet|nomineret)"
_PASSIVE = rf"(?:(?:blev|er|bliver|er blevet|var)(?: \w+)?? {_PARTICIPLE}|(?:gen)?vælges|(?:gen)?udpeges|indstilles|nomineres|(?:gen)?valgtes|udpegedes)"
_REPLACES = r"(?:afløser|afløste|efterfølger|efterfulgte|erstatter|erstattede|overtager (?:posten|pladsen|hvervet|sædet) efter|overtog (?:posten|pladsen|hvervet|sædet) efter|indtræder i stedet for|indtrådte i stedet for)"
_LEAVES = r"(?:udtræder|udtrådte|er udtrådt|udgår|udgik|er udgået|fratræder|fratrådte|er fratrådt|forlader|forlod|har forladt|stopper|stoppede|har nedlagt (?:hvervet|posten)|nedlægger (?:hvervet|posten)|nedlagde (?:hvervet|posten)|trækker sig|trak sig|har trukket sig|afgår|afgik|er afgået)"
_ENTERS = (
    r"(?:indtræder|indtrådte|er indtrådt|tiltræder|tiltrådte|er tiltrådt|bliver|blev|er blevet)"
)
# What is expected, proposed, wished or conditional is no fact.
_UNCERTAIN = re.compile(
    r"\b(?:forvent\w*|foresl\w+|ventes|hvis|såfremt|eventuel\w*|muligvis|kandidat\w*|kunne|ville|skulle|ønske\w*|overvej\w*|formentlig|anmodes|opfordres|måtte|kan|vil|forslag)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:tidligere|forhenværende|fhv\.|daværende|afgående|tid-)\s*$", re.IGNORECASE
)
_PHRASE_END = re.compile(
    r"[.,;:()⟦]|\s(?:og ⟦|for perioden|i perioden|for en periode|fra den|fra d\.|fra og med|pr\.|den \d|med virkning|efter|som|i stedet|blev|er|var|har|indtil|til og med|frem til|når|hvor|samt ⟦|på vegne|på repræsentant\w*|på mødet|ved|udpeg\w*|valgte|og (?:til|som)|til ⟦|i løbet)\b|$"
)
_ANAPHORA = re.compile(
    r"(?:samme (?:\w+)|forummet|rådet|udvalget|bestyrelsen|styregruppen|gruppen|nævnet|foreningen|selskabet|netværket|organet|dette|denne|her)$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:pr\.|fra(?: og med)?|med virkning fra|gælder fra|tiltræder)\s+(?:den |d\. )?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:til(?: og med)?|indtil|frem til|udløber)\s+(?:den |d\. )?$", re.IGNORECASE)
_OWN_ROLES = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.OBSERVER})
_LIST = re.compile(r"\bfølgende\b|:$")
_DEPUTY_LINE = re.compile(
    rf"^\W*(?:personlig )?(?:suppleant|stedfortræder|supl\.|suppl\.)\s*(?:for \w+)?\s*[:–-]\s*(?P<who>{ONE})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Personnel:
    """One change or holding of a role; positions belong to the sentence it was read from."""

    person: Presented
    role: Role
    event: Event
    body: str | None
    by: str | None = None
    from_: date | None = None
    to: date | None = None
    deputy_for: str | None = None
    replaces: str | None = None
    certain: bool = True


class PersonnelReader:
    """Reads what sentences say about appointments.

    ``about`` is the body that an earlier sentence of the same item spoke of: "Hun er formand for
    forummet" is about that one.
    """

    def __init__(
        self, lexicon: Lexicon, bodies: BodyReader, people: PeopleReader, own: str | None
    ) -> None:
        self.lexicon = lexicon
        self.bodies = bodies
        self.people = people
        self.own = own  # the body whose document it is
        self.about: str | None = None
        self.listing: Personnel | None = None  # what the entries of a list are appointed to
        words = "|".join(
            re.escape(word) for word in sorted(lexicon.roles, key=lambda word: (-len(word), word))
        )
        role = rf"(?:(?:posten|hvervet|pladsen) som )?(?:ny(?:t|e)? |nye? |kommunal |politisk |fælles |\w+s )?(?P<role>(?i:{words}))(?:en|et)?\b"
        self._role = re.compile(role)
        self._as_role = re.compile(rf"\b(?:som|til) {role}(?: (?:i|for|af|til|på) )?")
        self._own_role = re.compile(
            rf"^,? (?:der |som )?(?:er|fortsætter som|forbliver|fungerer som) (?:[A-ZÆØÅ][\w’' -]{{1,60}}?s )?{role} (?:i|for|af) "
        )
        self._deputy = re.compile(
            rf"^,? (?:der |som )?(?:er|blev|bliver|udpeges som|blev udpeget som|er udpeget som|blev valgt som|vælges som|udpegedes som) (?:personlig )?(?:suppleant|stedfortræder) for (?P<other>{ONE})",
            re.IGNORECASE,
        )
        self._post = re.compile(
            rf"(?P<post>(?i:formand|næstformand|medlem)s?)(?:posten|pladsen|skabet) (?:i|for|af) (?P<body>[^⟦.,;]+?) (?:overgår|overgik|går|gik|tilfalder|tilfaldt) til (?P<who>{ONE})"
        )

    def start_item(self) -> None:
        """Forget what the sentences of the item before were about."""
        self.about = None
        self.listing = None

    def in_sentence(self, sentence: str) -> Iterator[Personnel]:
        """The personnel facts of one sentence, each person and role once."""
        clause = mask_people(sentence, self.people)
        seen: set[tuple[str, Role, str | None]] = set()
        for found in (*self._listed(clause), *self._told(clause)):
            key = (fold(found.person.name), found.role, found.body)
            if key not in seen and found.body is not None:
                seen.add(key)
                self.about = found.body
                yield found
        self._open_list(clause)

    def _told(self, clause: Clause) -> Iterator[Personnel]:
        for read in (
            self._deputies,
            self._replacements,
            self._departures,
            self._entries,
            self._actives,
            self._passives,
            self._verb_last,
            self._posts,
            self._holdings,
        ):
            yield from read(clause)

    # Lists: "KKR udpegede følgende til X:" and an entry a line, with deputies below

    def _open_list(self, clause: Clause) -> None:
        """Remember what the entries of a list are appointed to; a sentence of its own closes it."""
        active = re.search(rf"\b(?:{_ACTIVE}|{_PASSIVE}|{_PARTICIPLE})\b", clause.text)
        if active is None or not _LIST.search(clause.text.rstrip()) or clause.people:
            if not clause.people:
                self.listing = None
            return
        target = re.search(r"\b(?:til|i|af|for) (?=[\wÆØÅæøå])", clause.text[active.end() :])
        body = None if target is None else self._body(clause.text, active.end() + target.end())
        anyone = Presented(name="", start=0, end=0)
        self.about = body or self.about
        self.listing = Personnel(
            person=anyone,
            role=Role.MEMBER,
            event=_event(active[0]),
            body=body or self.about,
            by=self._subject(clause.text, active.start()),
        )

    def _listed(self, clause: Clause) -> Iterator[Personnel]:
        """An entry of an open list: a person, or the deputy of the person above."""
        if self.listing is None or not clause.people:
            return
        deputy = _DEPUTY_LINE.match(clause.text)
        if deputy is not None:
            principal = self.listing.person.name or None
            yield replace(
                self.listing,
                person=clause.person(deputy["who"]),
                role=Role.DEPUTY,
                deputy_for=principal,
            )
            return
        if re.match(rf"^\W*(?:\d+[.)] )?{ONE}", clause.text) is None or re.search(
            rf"\b(?:{_PASSIVE})\b", clause.text
        ):
            self.listing = None
            return
        person = clause.people[0]
        role = self.lexicon.roles.get(fold(person.title or ""), Role.MEMBER)
        self.listing = replace(self.listing, person=person)
        yield replace(self.listing, role=role)
        for other in clause.people[1:]:
            inline = re.search(
                r"(?:suppleant|stedfortræder)\W*$",
                clause.text[: other.start + 1].rstrip("⟦"),
                re.IGNORECASE,
            )
            if inline is not None:
                yield replace(self.listing, person=other, role=Role.DEPUTY, deputy_for=person.name)

    # Sentences

    def _actives(self, clause: Clause) -> Iterator[Personnel]:
        """KKR udpegede X (og Y) til Z / som formand for Z, and with Z or the role in front."""
        front = self._front(clause.text)
        pattern = rf"\b(?P<verb>{_ACTIVE})\b (?P<subject>(?:[A-ZÆØÅ][\w’'-]*|udvalget|bestyrelsen|rådet|man|byrådet)(?: [A-ZÆØÅ][\w’'-]*){{0,4}} )?(?:enstemmigt |igen |derefter |samtidig )?(?P<who>{SOME})"
        for match in re.finditer(pattern, clause.text):
            by = (match["subject"] or "").strip() or self._subject(clause.text, match.start())
            yield from self._for_each(clause, match, match["verb"], self._canonical(by), front)
            yield from self._more_targets(clause, match, self._canonical(by))

    def _more_targets(
        self, clause: Clause, match: re.Match[str], by: str | None
    ) -> Iterator[Personnel]:
        """... X til Z og Y til W: the verb is said once."""
        for more in re.finditer(
            rf"(?:\bog|\bsamt|,) (?P<who>{ONE}) (?=(?:til|som) )", clause.text[match.end() :]
        ):
            start = match.end() + more.start("who")
            yield from self._place(
                clause, (start, match.end() + more.end("who")), match["verb"], by, None
            )

    def _passives(self, clause: Clause) -> Iterator[Personnel]:
        """X blev udpeget til Z; idet X vælges som formand."""
        front = self._front(clause.text)
        for match in re.finditer(
            rf"(?P<who>{SOME})(?:, [^.⟦]{{3,60}},)? (?P<verb>{_PASSIVE})\b", clause.text
        ):
            yield from self._for_each(clause, match, match["verb"], None, front)
        for match in re.finditer(
            rf"\b(?P<verb>(?:gen)?vælges|(?:gen)?udpeges|blev (?:valgt|udpeget)) (?P<who>{SOME})",
            clause.text,
        ):
            yield from self._for_each(clause, match, match["verb"], None, front)

    def _verb_last(self, clause: Clause) -> Iterator[Personnel]:
        """Til Z blev X som medlem, og som observatør Y udpeget: each role stands beside its person."""
        match = re.search(
            rf"^(?:Til|I|Som \w+ (?:i|af)) (?P<body>[^⟦,;]+?) (?:blev|er|har \w+) (?P<who>.*⟦.*) (?P<verb>{_PARTICIPLE})\b",
            clause.text,
        )
        if match is None:
            return
        body = self._body(clause.text, match.start("body"))
        masks = list(re.finditer(ONE, clause.text[: match.end("who")]))
        for i, mask in enumerate(masks):
            after = clause.text[
                mask.end() : masks[i + 1].start() if i + 1 < len(masks) else match.end("who")
            ]
            before = clause.text[masks[i - 1].end() if i else match.start("who") : mask.start()]
            role = (
                self._beside(after, start=True) or self._beside(before, start=False) or Role.MEMBER
            )
            yield Personnel(
                person=clause.person(mask[0]),
                role=role,
                event=_event(match["verb"]),
                body=body,
                certain=_is_certain(clause.text),
            )

    def _beside(self, text: str, *, start: bool) -> Role | None:
        pattern = rf"^,? som {self._role.pattern}" if start else rf"som {self._role.pattern} $"
        match = re.search(pattern, text)
        return None if match is None else self.lexicon.roles[fold(match["role"])]

    def _replacements(self, clause: Clause) -> Iterator[Personnel]:
        """X afløser Y som medlem af Z: X is in, Y is out."""
        for match in re.finditer(
            rf"(?P<who>{ONE})(?: [^⟦.;]{{0,60}}?)? ?(?P<verb>{_REPLACES})(?: [^⟦.;]{{0,60}}?)? (?P<other>{ONE})",
            clause.text,
        ):
            role, body, _ = self._target(clause.text, match.end())
            new, old = clause.person(match["who"]), clause.person(match["other"])
            certain = _is_certain(clause.text)
            starts, ends = self._period(clause.text)
            yield Personnel(
                person=new,
                role=role,
                event=Event.APPOINTED,
                body=body,
                from_=starts,
                to=ends,
                replaces=clean(old.name),
                certain=certain,
            )
            yield Personnel(person=old, role=role, event=Event.LEFT, body=body, certain=certain)

    def _departures(self, clause: Clause) -> Iterator[Personnel]:
        for match in re.finditer(
            rf"(?P<who>{ONE})(?:, [^.⟦]{{3,80}},)? (?:har meddelt, at (?:han|hun) )?(?P<wish>ønsker at )?(?P<verb>{_LEAVES}|udtræde|fratræde)\b",
            clause.text,
        ):
            role, body, _ = self._target(clause.text, match.end())
            starts, ends = self._period(clause.text)
            certain = _is_certain(clause.text) and match["wish"] is None
            yield Personnel(
                person=clause.person(match["who"]),
                role=role,
                event=Event.LEFT,
                body=body or self.about,
                to=ends or starts or self._bare_day(clause.text),
                certain=certain,
            )

    def _entries(self, clause: Clause) -> Iterator[Personnel]:
        for match in re.finditer(
            rf"(?P<who>{ONE})(?: [^⟦.;,]{{0,40}}?)? (?P<verb>{_ENTERS}) (?:ny(?:t)? |herefter |nu )?(?=som |i [A-ZÆØÅ]|medlem|formand|næstformand|stedfortræder|suppleant|observatør)",
            clause.text,
        ):
            role, body, _ = self._target(clause.text, match.end() - 1)
            other = re.search(
                rf"\b(?:i stedet for|efter) (?P<other>{ONE})", clause.text[match.end() :]
            )
            starts, ends = self._period(clause.text)
            yield Personnel(
                person=clause.person(match["who"]),
                role=role,
                event=Event.APPOINTED,
                body=body,
                from_=starts,
                to=ends,
                replaces=clean(clause.person(other["other"]).name) if other else None,
                certain=_is_certain(clause.text),
            )

    def _posts(self, clause: Clause) -> Iterator[Personnel]:
        """Formandsposten i Z overgår til X."""
        for match in self._post.finditer(clause.text):
            role = self.lexicon.roles[fold(match["post"].rstrip("s"))]
            yield Personnel(
                person=clause.person(match["who"]),
                role=role,
                event=Event.APPOINTED,
                body=self._body(clause.text, match.start("body")),
                certain=_is_certain(clause.text),
            )

    def _deputies(self, clause: Clause) -> Iterator[Personnel]:
        """Y er suppleant for X: in the body that X was just placed in."""
        for match in re.finditer(ONE, clause.text):
            deputy = self._deputy.match(clause.text[match.end() :])
            if deputy is not None:
                other = clause.person(deputy["other"])
                appoints = re.search(_PARTICIPLE + r"|udpeges|vælges", deputy[0]) is not None
                _, body, stated = self._target(clause.text, match.end() + deputy.end())
                yield Personnel(
                    person=clause.person(match[0]),
                    role=Role.DEPUTY,
                    event=_event(deputy[0]) if appoints else Event.HOLDS,
                    body=body if stated else self.about,
                    deputy_for=clean(other.name),
                    certain=_is_certain(clause.text),
                )

    def _holdings(self, clause: Clause) -> Iterator[Personnel]:
        """X er formand for Z; X fortsætter som næstformand i Z."""
        for match in re.finditer(ONE, clause.text):
            holding = self._own_role.match(clause.text[match.end() :])
            if holding is not None:
                yield Personnel(
                    person=clause.person(match[0]),
                    role=self.lexicon.roles[fold(holding["role"])],
                    event=Event.HOLDS,
                    body=self._body(clause.text, match.end() + holding.end()),
                    certain=_is_certain(clause.text),
                )

    # Parts of a sentence

    def _for_each(
        self,
        clause: Clause,
        match: re.Match[str],
        verb: str,
        by: str | None,
        front: tuple[Role | None, str | None],
    ) -> Iterator[Personnel]:
        yield from self._place(clause, match.span("who"), verb, by, front, after=match.end())

    def _place(
        self,
        clause: Clause,
        who: tuple[int, int],
        verb: str,
        by: str | None,
        front: tuple[Role | None, str | None] | None,
        after: int | None = None,
    ) -> Iterator[Personnel]:
        """What the people at ``who`` are placed in: by the words behind the verb, or in front of it."""
        role, body, stated = self._target(clause.text, who[1] if after is None else after)
        if not stated and front is not None:
            role, body = front[0] or role, front[1] or body
        starts, ends = self._period(clause.text)
        for person in clause.named_in(*who):
            yield Personnel(
                person=person,
                role=role,
                event=_event(verb),
                body=body,
                by=by,
                from_=starts,
                to=ends,
                certain=_is_certain(clause.text),
            )

    def _target(self, text: str, at: int) -> tuple[Role, str | None, bool]:
        """Role and body named at ``at``: "som formand for Z", "til Z"; and whether they are stated."""
        rest = text[at : at + 200]
        as_role = re.match(
            rf"(?:[^⟦.;]{{0,60}}? )??{self._as_role.pattern.lstrip()}", rest
        ) or re.match(rf",? ?{self._role.pattern} (?:i|for|af) ", rest)
        if as_role is not None:
            role = self.lexicon.roles[fold(as_role["role"])]
            named = as_role[0].endswith(" ")
            body = self._body(text, at + as_role.end()) if named else None
            if body is None:
                body = self._unnamed(role)
            return role, body, True
        target = re.match(
            r"[^⟦.;]{0,60}?(?:\b|^ ?)(?:til|i|af|fra|for) (?=(?:bestyrelse|\w*gruppen|\w*udvalget|\w*rådet|forummet|samme|den |det )|[A-ZÆØÅ])",
            rest,
        )
        if target is not None:
            body = self._body(text, at + target.end())
            return Role.MEMBER, body, body is not None
        return Role.MEMBER, self.about, False

    def _unnamed(self, role: Role) -> str | None:
        """A chair of nothing in particular is the meeting's own, unless another body is at hand."""
        return self.about or (self.own if role in _OWN_ROLES else None)

    def _front(self, text: str) -> tuple[Role | None, str | None]:
        """Role and body before the verb: "Som medlem af Z udpegede KKR ...", "Til Z blev ..."."""
        role_first = re.match(rf"Som {self._role.pattern} (?:i|for|af) ", text)
        if role_first is not None:
            return self.lexicon.roles[fold(role_first["role"])], self._body(text, role_first.end())
        body_first = re.match(r"(?:Til|I) (?=bestyrelsen|[A-ZÆØÅ])", text)
        return None, None if body_first is None else self._body(text, body_first.end())

    def _body(self, text: str, at: int) -> str | None:
        """The body named at ``at``, up to where the phrase ends; pronouns lead back to the last."""
        end = _PHRASE_END.search(text, at)
        assert end is not None
        phrase = text[at : end.start()].strip()
        if _ANAPHORA.fullmatch(phrase):
            return self.about or self.own
        if not re.search(r"[A-ZÆØÅ]", phrase) or re.match(r"(?:19|20)\d\d", phrase):
            return None
        plain = re.sub(
            r"^(?:bestyrelse[n]?|den |det )\s*(?:for|i|af)?\s*", "", phrase, flags=re.IGNORECASE
        )
        return self.bodies.canonical(clean(plain))

    def _subject(self, text: str, verb: int) -> str | None:
        """Who appoints: what stands right before the verb."""
        match = re.search(
            r"(?P<who>[A-ZÆØÅ][\w’'&/-]*(?: (?:for )?[A-ZÆØÅ][\w’'&/-]*){0,5}) $", text[:verb]
        )
        return None if match is None else match["who"]

    def _canonical(self, written: str | None) -> str | None:
        """The appointing body; "udvalget", "rådet" and the like are the meeting's own."""
        if written is None or written == "":
            return None
        return self.bodies.canonical(written) if written[0].isupper() else self.own

    def _period(self, text: str) -> tuple[date | None, date | None]:
        """The days a sentence gives for start and end."""
        starts = ends = None
        for found in find_dates(text, 0, len(text)):
            lead = (
                text[max(0, found.start - 24) : found.start]
                + re.split(r"\d", text[found.start : found.end])[0]
            )
            if _TO.search(lead):
                ends = ends or found.day
            elif _FROM.search(lead):
                starts = starts or found.day
        return starts, ends

    def _bare_day(self, text: str) -> date | None:
        days = [found.day for found in find_dates(text, 0, len(text)) if found.day is not None]
        return days[0] if len(days) == 1 else None


def _event(verb: str) -> Event:
    return next(event for pattern, event in _EVENTS if pattern.search(verb))


def _is_certain(text: str) -> bool:
    return _UNCERTAIN.search(text) is None
