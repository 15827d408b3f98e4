"""Who gets, has or leaves a role, as sentences tell it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TypeAlias

from kkr_graph.language.people import PeopleReader, Presented
from kkr_graph.language.period import only_day, read_period
from kkr_graph.minutes.clauses import ONE, SOME, Clause, mask_people
from kkr_graph.minutes.targets import Target, TargetReader
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.names import clean, fold

_EVENTS = (
    (re.compile(r"udpeg|foreslå", re.IGNORECASE), Event.APPOINTED),
    (re.compile(r"indstil|nominer", re.IGNORECASE), Event.NOMINATED),
    (re.compile(r"v[aæ]lg|valg", re.IGNORECASE), Event.ELECTED),
)
_ACTIVE = (
    r"(?:(?:gen)?udpegede|(?:gen)?udpeger|(?:gen)?valgte|(?:gen)?vælger|indstillede|indstiller|nominerede|nominerer"
    # what was decided to do: "besluttede at udpege"
    r"|(?<=at )(?:gen)?udpege|(?<=at )(?:gen)?vælge|(?<=at )indstille|har (?:gen)?(?:udpeget|valgt|indstillet))"
)
_PARTICIPLE = r"(?:(?:gen|ny)?udpeget|(?:gen|ny)?valgt|indstillet|nomineret|foreslået)"
_PASSIVE = (
    rf"(?:(?:blev|er|bliver|er blevet|var|forventes|ventes)(?: (?!ikke|aldrig)\w+)?? {_PARTICIPLE}"
    r"|(?:gen)?vælges|(?:gen)?udpeges|indstilles|nomineres|foreslås|valgtes|udpegedes|(?:gen|ny)?valgtes)"
)
_INVERTED = r"(?:(?:gen)?vælges|(?:gen)?udpeges|blev (?:gen)?(?:valgt|udpeget)|(?:[Gg]en|[Nn]y)?[Vv]algtes|(?:[Gg]en|[Nn]y)?[Vv]algt blev|[Uu]dpeget blev|udpegedes)"
_OF_OLD = r"(?:(?:posten|pladsen|hvervet|sædet|den|det) efter)"
_REPLACES = r"(?:afløser|afløste|efterfølger|efterfulgte|erstatter|erstattede|overtager|overtog|indtræder i stedet for|indtrådte i stedet for)"
_LEAVES = (
    r"(?:udtræder|udtrådte|er udtrådt|udgår|udgik|er udgået|fratræder|fratrådte|er fratrådt|forlader|forlod|har forladt|stopper|stoppede"
    r"|har nedlagt|nedlægger|nedlagde|trækker sig|trak sig|har trukket sig|afgår|afgik|er afgået|udtræde|fratræde"
    r"|(?:er |har )?(?:trådt|træder|trådte|gået|gik|går) ud|modtog ikke genvalg|modtager ikke genvalg|ønsker ikke genvalg)"
)
_ENTERS = r"(?:er(?= ny)|indtræder|indtrådte|er indtrådt|tiltræder|tiltrådte|er tiltrådt|bliver|blev|er blevet)"
_HAS = r"(?:er(?: i dag| fortsat| nu| også)?|fortsætter som|forbliver|fungerer som)"
# What is expected, proposed, wished or conditional is no fact.
_UNCERTAIN = re.compile(
    r"\b(?:forvent\w*|foresl\w+|ventes|hvis|såfremt|eventuel\w*|muligvis|kandidat\w*|kunne|ville|skulle|ønske\w*|overvej\w*|formentlig"
    r"|anmodes|opfordres|måtte|kan|vil|forslag)\b",
    re.IGNORECASE,
)
_DECIDING = re.compile(r"\b(?:beslutte\w*|enedes om|vedtog|aftalte\w*),? at $")
_LIST_FOLLOWS = re.compile(r"\bfølgende\b|:$")
_DEPUTY_LINE = re.compile(
    rf"^\W*(?:personlig )?(?:suppleant|stedfortræder|suppl?\.)\s*(?:for \w+)?\s*[:–-]\s*(?P<who>{ONE})",
    re.IGNORECASE,
)
_THEIR_DEPUTY = re.compile(
    rf"(?:Hans|Hendes) (?:personlige )?(?:suppleant|stedfortræder) (?:er |forbliver )?,?(?P<who>{ONE})|(?:Hans|Hendes) (?:personlige )?(?:suppleant|stedfortræder),? (?P<named>{ONE}),? (?:fortsætter|er|bliver|forbliver)\b"
)
_INSTEAD_OF = re.compile(rf"\b(?:i stedet for|som afløser for) (?P<other>{ONE})")
_CONSTITUTED = re.compile(r"\b(?:re)?konstituere(?:de|r|t) sig\b")
_OTHERS = re.compile(rf"(?:\bog|\bsamt|\bmed|,) (?P<who>{SOME}),? (?=(?:til|som) )")
_BESIDE_DEPUTY = re.compile(r"(?:suppleant|stedfortræder)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Personnel:
    """One change or holding of a role, as one sentence tells it."""

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
    read_to: int = 0  # how far into the sentence: what stands behind says nothing of certainty


Who: TypeAlias = tuple[str, str | None, str | None]  # folded name, party, municipality
Placer: TypeAlias = Callable[[tuple[int, int], int], Iterator[Personnel]]


class PersonnelReader:
    """Reads the sentences of one document, item by item, in order.

    A sentence may lean on the one before: "Hun er formand for forummet", "... som hans
    stedfortræder", the entries of a list. Pronouns are followed only where one person can be meant.
    """

    def __init__(self, targets: TargetReader, people: PeopleReader) -> None:
        self.targets = targets
        self.people = people
        self.last: Personnel | None = None  # the latest in the item
        self.placed: dict[Who, str | None] = {}  # in the item: who is in which body
        self.listing: Personnel | None = None  # what the entries of an open list are placed in
        role = targets.role_pattern
        self._holding = re.compile(rf",? (?:der |som )?{_HAS} {role}(?P<in> (?:i|for|af) )?")
        self._present_holder = re.compile(rf"\b(?:nuværende|siddende) {role},? (?P<who>{ONE})")
        self._deputy = re.compile(
            rf",? (?:der |som )?(?P<verb>er|bliver|{_PASSIVE})(?: som)? (?:personlig )?(?:suppleant|stedfortræder) for (?P<other>{ONE})"
        )
        self._own_deputy = re.compile(
            rf"(?P<who>{ONE}),? (?P<verb>er|bliver|{_PASSIVE})(?: som)? (?:hans|hendes|vedkommendes) (?:personlige? )?(?:suppleant|stedfortræder)\b"
        )
        self._post = re.compile(
            rf"(?P<post>(?i:formands|næstformands|medlems))(?:posten|pladsen|skabet) (?:i|for|af) (?P<body>[^⟦.;]+?) "
            rf"(?:overgår|overgik|går|gik|tilfalder|tilfaldt) til (?P<who>{ONE})"
        )
        self._role_before = re.compile(rf"\b{role},? $")
        self._beside_after = re.compile(rf",? som {role}")
        self._beside_before = re.compile(rf"som {role} $")

    def start_item(self, about: str | None) -> None:
        """Begin an item, which its title may say to be about a body."""
        self.targets.about = about
        self.last = self.listing = None
        self.placed = {}

    def in_sentence(self, sentence: str) -> Iterator[Personnel]:
        """What one sentence tells, each person, role and event once."""
        clause = mask_people(sentence, self.people)
        seen: set[tuple[Who, Event, Role]] = set()
        for found in chain(self._listed(clause), self._told(clause)):
            who = _who(found.person)
            placed = any(key[:2] == (who, found.event) for key in seen)
            plain = found.role == Role.MEMBER and placed  # a sentence places nobody twice
            if (who, found.event, found.role) not in seen and not plain and found.body is not None:
                seen.add((who, found.event, found.role))
                self.targets.about = self.placed[who] = found.body
                self.last = found
                yield found
        self._open_list(clause)

    def _told(self, clause: Clause) -> Iterator[Personnel]:
        for read in (
            self._deputies,
            self._replacements,
            self._departures,
            self._posts,
            self._constitutions,
            self._verb_last,
            self._actives,
            self._passives,
            self._entries,
            self._holdings,
        ):
            for found in read(clause):
                uncertain = _UNCERTAIN.search(clause.text, 0, found.read_to or len(clause.text))
                yield replace(found, certain=uncertain is None)

    # Lists: "KKR udpegede følgende til X:" and an entry a line, with the deputies below

    def _open_list(self, clause: Clause) -> None:
        """Remember what the entries of a list are placed in; a sentence with nobody closes it."""
        if clause.people:
            return
        self.listing = None
        verb = re.search(rf"\b(?:{_ACTIVE}|{_PASSIVE}|{_PARTICIPLE})\b", clause.text)
        if verb is not None and _LIST_FOLLOWS.search(clause.text.rstrip()):
            target = self.targets.after(clause.text, verb.end())
            self.targets.about = target.body
            self.listing = Personnel(
                person=Presented(name="", start=0, end=0),
                role=target.role,
                event=_event(verb[0]),
                body=target.body,
                by=self._subject(clause.text, verb.start()),
            )

    def _listed(self, clause: Clause) -> Iterator[Personnel]:
        """An entry of an open list: a person, or the deputy of the person above."""
        if self.listing is None or not clause.people:
            return
        deputy = _DEPUTY_LINE.match(clause.text)
        if deputy is not None:
            yield self._as_deputy(self.listing, clause.person(deputy["who"]))
        elif re.match(rf"\W*(?:\d+[.)] )?{ONE}", clause.text) and not re.search(
            _PASSIVE, clause.text
        ):
            yield from self._entry(clause, self.listing)
        else:
            self.listing = None

    def _entry(self, clause: Clause, listing: Personnel) -> Iterator[Personnel]:
        first, *others = clause.people
        roles = self.targets.lexicon.roles
        self.listing = replace(listing, person=first)
        yield replace(listing, person=first, role=roles.get(fold(first.title or ""), listing.role))
        for other in others:
            if _BESIDE_DEPUTY.search(clause.text[: other.start]):
                yield self._as_deputy(self.listing, other)

    def _as_deputy(self, listing: Personnel, person: Presented) -> Personnel:
        principal = clean(listing.person.name) or None
        return replace(listing, person=person, role=Role.DEPUTY, deputy_for=principal)

    # Sentences

    def _actives(self, clause: Clause) -> Iterator[Personnel]:
        """KKR udpegede X og Y til Z; with the target in front; "X til Z og Y til W"."""
        pattern = (
            rf"\b(?P<verb>{_ACTIVE})\b (?P<subject>(?:[A-ZÆØÅ][\w’'-]*|udvalget|bestyrelsen|rådet|byrådet)(?: [A-ZÆØÅ][\w’'-]*){{0,4}} )?"
            rf"(?:enstemmigt |igen |derefter |samtidig |herefter )?(?P<who>{SOME})"
        )
        for match in re.finditer(pattern, clause.text):
            infinitive = clause.text[: match.start()].endswith("at ")
            if infinitive and _DECIDING.search(clause.text[: match.start()]) is None:
                continue
            by = self._appointer(match["subject"]) or self._subject(clause.text, match.start())
            place = self._placer(clause, match["verb"], by)
            yield from self._placed(clause, match, place, match.end("who"))

    def _passives(self, clause: Clause) -> Iterator[Personnel]:
        """X blev udpeget til Z; idet X vælges som formand; "vælges X som formand"."""
        for match in re.finditer(
            rf"(?P<who>{SOME}),?(?: [^.⟦]{{3,60}},)? (?P<verb>{_PASSIVE})\b", clause.text
        ):
            place = self._placer(clause, match["verb"], None)
            yield from self._placed(clause, match, place, match.end())
        inverted = rf"\b(?P<verb>{_INVERTED}) (?P<who>{SOME})"
        for match in re.finditer(inverted, clause.text):
            place = self._placer(clause, match["verb"], None)
            yield from self._placed(clause, match, place, match.end())

    def _placed(
        self, clause: Clause, match: re.Match[str], place: Placer, after: int
    ) -> Iterator[Personnel]:
        """Those whom a verb places: "X som formand og Y som næstformand for Z"."""
        yield from self._together(clause, place, [(match.span("who"), after)], match.end())

    def _together(
        self, clause: Clause, place: Placer, first: Sequence[tuple[tuple[int, int], int]], end: int
    ) -> Iterator[Personnel]:
        """The first people and those who follow; the one body named is the body of all."""
        others = _OTHERS.finditer(clause.text, end)
        placed = [*first, *((other.span("who"), other.end("who")) for other in others)]
        targets = (self.targets.after(clause.text, after) for _, after in placed)
        named = next((target.body for target in targets if target.named), None)
        self.targets.about = named or self.targets.about
        for who, after in placed:
            yield from place(who, after)

    def _verb_last(self, clause: Clause) -> Iterator[Personnel]:
        """Til Z blev X, som medlem, og Y, som observatør udpeget: roles stand beside people."""
        match = re.search(
            rf" (?:blev|er|har \w+) (?P<who>.*⟦.*) (?P<verb>{_PARTICIPLE})\b", clause.text
        )
        target = None if match is None else self.targets.first(clause.text, match.start())
        if match is None or target is None:
            return
        who = match.span("who")
        masks = list(re.finditer(ONE, clause.text[: who[1]]))
        edges = [who[0], *(mask.start() for mask in masks[1:]), who[1]]
        ends = [who[0], *(mask.end() for mask in masks)]
        for i, mask in enumerate(masks):
            after = self._beside_after.match(clause.text[mask.end() : edges[i + 1]])
            before = self._beside_before.search(clause.text[ends[i] : mask.start()])
            beside = after or before
            role = target.role if beside is None else self.targets.role(beside["role"])
            yield Personnel(
                person=clause.person(mask[0]),
                role=role,
                event=_event(match["verb"]),
                body=target.body,
            )

    def _replacements(self, clause: Clause) -> Iterator[Personnel]:
        """X afløser Y som medlem af Z: X is in, Y is out. "Han overtager den efter Y": Y is out."""
        gap = r"(?: [^⟦;]{0,60}?)?"
        pattern = rf"(?P<who>{ONE}|\b(?:[Hh]an|[Hh]un|[Vv]edkommende)\b),?{gap} {_REPLACES}{gap} (?:{_OF_OLD} )?(?P<other>{ONE})"
        for match in re.finditer(pattern, clause.text):
            target = self.targets.after(clause.text, match.end())
            role = target.role if target.stated or self.last is None else self.last.role
            old = clause.person(match["other"])
            starts, ends = read_period(clause.text)
            if match["who"].startswith("⟦"):
                yield Personnel(
                    person=clause.person(match["who"]),
                    role=role,
                    event=Event.APPOINTED,
                    body=target.body,
                    from_=starts,
                    to=ends,
                    replaces=clean(old.name),
                    read_to=match.end(),
                )
            yield Personnel(
                person=old, role=role, event=Event.LEFT, body=target.body, read_to=match.end()
            )
        taken_over = rf"\bhar (?P<who>{ONE}),? overtaget (?:posten|pladsen|hvervet)(?P<target>[^⟦]*?) efter [^⟦]{{0,40}}(?P<other>{ONE})"
        for match in re.finditer(taken_over, clause.text):
            target = self.targets.after(clause.text, match.start("target"))
            new, old = clause.person(match["who"]), clause.person(match["other"])
            yield Personnel(
                person=new,
                role=target.role,
                event=Event.APPOINTED,
                body=target.body,
                replaces=clean(old.name),
                read_to=match.end(),
            )
            yield Personnel(
                person=old,
                role=target.role,
                event=Event.LEFT,
                body=target.body,
                read_to=match.end(),
            )

    def _departures(self, clause: Clause) -> Iterator[Personnel]:
        """X udtræder af Z den ...; "hans stedfortræder, X, udtrådte"."""
        pattern = rf"(?P<who>{ONE}),?(?: har meddelt, at (?:han|hun))?(?: ønsker at)? {_LEAVES}\b"
        for match in re.finditer(pattern, clause.text):
            target = self.targets.after(clause.text, match.end())
            before = self._role_before.search(clause.text[: match.start()])
            role = target.role if before is None else self.targets.role(before["role"])
            starts, ends = read_period(clause.text)
            yield Personnel(
                person=clause.person(match["who"]),
                role=role,
                event=Event.LEFT,
                body=target.body or self.targets.about,
                to=ends or starts or only_day(clause.text),
                read_to=match.end(),
            )

    def _entries(self, clause: Clause) -> Iterator[Personnel]:
        """X indtræder i Z (i stedet for Y); X bliver ny formand for Z."""
        pattern = (
            rf"(?P<who>{ONE}),?(?: [^⟦.;,]{{0,40}}?)? (?P<verb>{_ENTERS})(?P<rest> (?:herefter |nu )?"
            r"(?:som |i (?=[A-ZÆØÅ])|(?=(?:ny(?:t)? )?(?:medlem|formand|næstformand|observatør)\b)))"
        )
        for match in re.finditer(pattern, clause.text):
            target = self.targets.after(clause.text, match.start("rest"))
            other = re.search(
                rf"\b(?:i stedet for|efter) (?P<other>{ONE})", clause.text[match.end() :]
            )
            starts, ends = read_period(clause.text)
            yield Personnel(
                person=clause.person(match["who"]),
                role=target.role,
                event=Event.APPOINTED,
                body=target.body,
                from_=starts,
                to=ends,
                replaces=clean(clause.person(other["other"]).name) if other else None,
                read_to=match.end(),
            )

    def _constitutions(self, clause: Clause) -> Iterator[Personnel]:
        """Z konstituerede sig med X som formand og Y som næstformand."""
        match = _CONSTITUTED.search(clause.text)
        if match is not None:
            self.targets.about = self._subject(clause.text, match.start()) or self.targets.own
            place = self._placer(clause, "valgte", None)
            yield from self._together(clause, place, [], match.end())

    def _posts(self, clause: Clause) -> Iterator[Personnel]:
        """Formandsposten i Z overgår til X."""
        for match in self._post.finditer(clause.text):
            yield Personnel(
                person=clause.person(match["who"]),
                role=self.targets.role(match["post"].removesuffix("s")),
                event=Event.APPOINTED,
                body=self.targets.body(clause.text, *match.span("body")),
            )

    def _deputies(self, clause: Clause) -> Iterator[Personnel]:
        """Y er suppleant for X, in the body that X was just placed in; Y er hans stedfortræder."""
        for mask in re.finditer(ONE, clause.text):
            match = self._deputy.match(clause.text, mask.end())
            if match is not None:
                target = self.targets.after(clause.text, match.end())
                other = clause.person(match["other"])
                body = target.body if target.stated else self.placed.get(_who(other), target.body)
                yield self._deputy_of(clause.person(mask[0]), match["verb"], other.name, body)
        beside = rf"\bmed (?P<deputy>{ONE}),? som (?:personlig )?(?:stedfortræder|suppleant)\b"
        for match in re.finditer(beside, clause.text):
            principals = tuple(clause.named_in(0, match.start()))
            verb = re.search(rf"\b(?:{_ACTIVE}|{_INVERTED}|{_PARTICIPLE})\b", clause.text)
            if principals:
                yield self._deputy_of(
                    clause.person(match["deputy"]),
                    verb[0] if verb else "er",
                    principals[-1].name,
                    self._placed_in(clause, match.start()),
                )
        theirs = _THEIR_DEPUTY.match(clause.text)
        if theirs is not None and self.last is not None:
            yield self._deputy_of(
                clause.person(theirs["who"] or theirs["named"]),
                "er",
                self.last.person.name,
                self.last.body,
            )
        own = self._own_deputy.search(clause.text)
        if own is not None and self.last is not None:
            yield self._deputy_of(
                clause.person(own["who"]), own["verb"], self.last.person.name, self.last.body
            )

    def _placed_in(self, clause: Clause, before: int) -> str | None:
        """The body that the people before a place in the sentence are placed in."""
        first = self.targets.first(clause.text, before)
        if first is not None:
            return first.body
        masks = list(re.finditer(ONE, clause.text[:before]))
        target = self.targets.after(clause.text[:before], masks[-1].end())
        return target.body if target.stated else self.targets.about

    def _deputy_of(
        self, person: Presented, verb: str, principal: str, body: str | None
    ) -> Personnel:
        event = Event.HOLDS if verb in ("er", "bliver") else _event(verb)
        return Personnel(
            person=person, role=Role.DEPUTY, event=event, body=body, deputy_for=clean(principal)
        )

    def _holdings(self, clause: Clause) -> Iterator[Personnel]:
        """X er formand for Z; X fortsætter som næstformand; det nuværende medlem, X."""
        for mask in re.finditer(ONE, clause.text):
            match = self._holding.match(clause.text, mask.end())
            if match is not None and " ny" not in match[0]:
                body = (
                    self.targets.body(clause.text, match.end())
                    if match["in"]
                    else self.targets.about
                )
                yield Personnel(
                    person=clause.person(mask[0]),
                    role=self.targets.role(match["role"]),
                    event=Event.HOLDS,
                    body=body,
                )
        for match in self._present_holder.finditer(clause.text):
            yield Personnel(
                person=clause.person(match["who"]),
                role=self.targets.role(match["role"]),
                event=Event.HOLDS,
                body=self.targets.about,
                to=read_period(clause.text)[1],
            )

    # Parts of a sentence

    def _placer(self, clause: Clause, verb: str, by: str | None) -> Placer:
        """A function that places the people at a stretch, by the words behind it or in front."""
        starts, ends = read_period(clause.text)

        def place(who: tuple[int, int], after: int) -> Iterator[Personnel]:
            target = self.targets.after(clause.text, after)
            if not target.stated:
                target = (
                    self.targets.first(clause.text, min(who[0], after))
                    or self._in_their_place(clause.text, after)
                    or target
                )
            people = tuple(clause.named_in(*who))
            respective = self.targets.respectively(clause.text, after)
            targets = respective if len(respective) == len(people) else (target,) * len(people)
            for person, target in zip(people, targets, strict=True):
                placed = Personnel(
                    person=person,
                    role=target.role,
                    event=_event(verb),
                    body=target.body,
                    by=by,
                    from_=starts,
                    to=ends,
                    read_to=after,
                )
                predecessor = self._replaced(clause, after, placed)
                yield replace(
                    placed, replaces=None if predecessor is None else clean(predecessor.person.name)
                )
                if predecessor is not None:
                    yield predecessor

        return place

    def _replaced(self, clause: Clause, after: int, placed: Personnel) -> Personnel | None:
        """... i stedet for Y: Y has left what X was placed in."""
        other = _INSTEAD_OF.search(clause.text, after)
        if other is None:
            return None
        old = clause.person(other["other"])
        return replace(placed, person=old, event=Event.LEFT, by=None, from_=None, to=None)

    def _in_their_place(self, text: str, at: int) -> Target | None:
        """X vælges i hendes sted: in the role that the sentence before was about."""
        if (
            self.last is None
            or re.match(r",? i (?:hans|hendes|deres|dennes) sted\b", text[at:]) is None
        ):
            return None
        return Target(role=self.last.role, body=self.last.body, stated=True)

    def _subject(self, text: str, verb: int) -> str | None:
        """Who appoints: the capitalised words right before the verb."""
        match = re.search(
            r"(?P<who>[A-ZÆØÅ][\w’'&/-]*(?: (?:for )?[A-ZÆØÅ][\w’'&/-]*){0,5}) $", text[:verb]
        )
        return None if match is None else self._appointer(match["who"])

    def _appointer(self, written: str | None) -> str | None:
        """The appointing body; "udvalget", "rådet" and the like are the meeting's own."""
        if written is None or not written.strip():
            return None
        name = written.strip()
        if name in ("Følgende", "Der", "Det"):
            return None
        is_own = name.casefold() in ("udvalget", "bestyrelsen", "rådet", "byrådet", "forummet")
        return self.targets.own if is_own else self.targets.bodies.canonical(name)


def _who(person: Presented) -> Who:
    return fold(person.name), person.party, person.municipality


def _event(verb: str) -> Event:
    return next(event for pattern, event in _EVENTS if pattern.search(verb))
