"""Lists of people under a sentence or a title that says what they are placed in.

"KKR udpegede følgende til Havnerådet:" and an entry a line; "Formand: X"; "Havnerådet: X (formand),
Y"; a table with the columns "Medlem" and "Stedfortræder".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kkr_graph.language.period import only_day, read_period
from kkr_graph.language.presented import Presented
from kkr_graph.minutes.clauses import ONE, Clause
from kkr_graph.minutes.personnel.acts import Personnel
from kkr_graph.minutes.personnel.compositions import body_made_up, heads_composition
from kkr_graph.minutes.personnel.proposal_tables import Column, ProposalTable, read_head
from kkr_graph.minutes.personnel.seat_tables import SeatRow, SeatTable, read_seats
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.personnel.tokens import VERBS, Kind, Token
from kkr_graph.minutes.structure.cells import Place, columns_of
from kkr_graph.model.extract import CHAIRS, Event, Role
from kkr_graph.model.lexicon import Doing, Phrase, Voice
from kkr_graph.model.names import clean, fold

# "Følgende medlemmer udtræder af Havnerådet:", and not "X udtræder af følgende udvalg:"
_LEAVING = re.compile(r"^[Ff]ølgende (?:[a-zæøå]+ ){1,3}[^:]*:\s*$")
_LIST_FOLLOWS = re.compile(r"\bfølgende\b|:$")
# "Valggrupperne foreslår, at følgende udpeges" and "har meldt følgende navne ind", above a list
_SUGGESTED = re.compile(
    r"\b(?:foresl(?:år|ås|og|ået)|pege[rt]? på|pegede på)\b.*\bfølgende\b|\bfølgende (?:navne|kandidater|forslag)\b"
)
_STAFFING = (
    (
        re.compile(
            r"\b(?:\w*valg|konstituering\w*|omkonstituering|nyvalg|genvalg)\b", re.IGNORECASE
        ),
        Event.ELECTED,
    ),
    (re.compile(r"\bindstilling (?:af|til)\b|\bnominering", re.IGNORECASE), Event.NOMINATED),
    (
        re.compile(
            r"\b(?:udpeg\w*|bemanding\w*|besættelse\w*|repræsent\w+|medlem\w*|sammensætning\w*|stedfortræder\w*|suppleant\w*)\b",
            re.IGNORECASE,
        ),
        Event.APPOINTED,
    ),
)
_BULLET = r"[\s–—•*·▪◦→-]*(?:\d{1,2}[.)] |[a-zA-Z]\) )?"
_LABEL = re.compile(_BULLET + r"(?P<label>[^⟦:\t]{1,90}?)\s*(?::|\s[–-](?=\s)|\t)\s*(?=\W{0,4}⟦)")
_ROLE_AHEAD = re.compile(_BULLET + r"(?P<label>[A-ZÆØÅ][a-zæøå]+) (?=⟦)")
_DEPUTY_OF = re.compile(
    rf"{_BULLET}(?P<new>ny )?(?:personlig )?(?:suppleant|stedfortræder|suppl\.|stedf\.)(?: for (?P<other>{ONE}))?"
    rf"(?: i (?P<body>[^:⟦\t]{{3,60}})(?=:))?\s*[:–-]?\s*(?P<who>{ONE})",
    re.IGNORECASE,
)
_ENTRY = re.compile(rf"{_BULLET}(?:[a-zæøå.]+ )?{ONE}")
_DEPUTY_BESIDE = re.compile(
    r"(?:suppleant|stedfortræder|suppl\.|stedf\.)[\s:(–-]*$|\((?:suppleant|stedfortræder)[: ]*$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r" (?:i|for|af|til) (?=\w)")
# "X og Y, suppleant: Z": the word belongs to Z
_LABELS_NEXT = re.compile(r"(?:,| [–-]|;)? (?:personlig )?(?:suppleant|stedfortræder)(?:er)?\s*:")
# an entry is no sentence: "Eva Skov tog forbehold"
_TELLS = re.compile(
    r"⟧ (?:bød|gav|sagde|har|havde|takkede|deltager|\w{3,}ede)\b"
    r"|⟧[^⟦]*? (?:tog|tager|fik|får|var|er|blev|har|havde|ønskede|ønsker|foreslog|bemærkede|stemte|spurgte|deltog|oplyste|takkede|\w{3,}ede)\b[^⟦]*\.$"
)
# a decision that is no more than names: "Eva Skov (A) og Bo Lund (V)."
_BARE = re.compile(rf"{_BULLET}{ONE}(?:(?:,? og|,? samt|,) {ONE})*\.?")
_QUALIFIES = frozenset({"ny", "nyt", "nye", "valgt", "valgte", "øvrige", "menige"})
# one of several deputies, in the order in which they come: of nobody alone
_IN_ORDER = re.compile(r"\s*\d{1,2}\. (?:suppleant|stedfortræder)\s*[:–-]", re.IGNORECASE)
_LONGEST_HEADING = 8  # words
# a body may be called whatever has capitals: "Femern Belt Development"
_IN_CAPITALS = re.compile(r"[A-ZÆØÅ][\w&/-]*(?: (?:(?:og|for|i|af|på|den|det) )?[A-ZÆØÅ][\w&/-]*)*")
_COLUMNS = frozenset(
    [
        "navn",
        "parti",
        "liste",
        "kommune",
        "funktion",
        "rolle",
        "post",
        "organ",
        "udvalg",
        "råd",
        "nævn",
        "forum",
        "bestyrelse",
        "periode",
        "nr",
        "hverv",
        "titel",
    ]
)
_OWN_BOARD = re.compile(
    r"(?:den )?(?:(?:nye?|nyvalgte|nuværende|siddende|samlede) )?bestyrelsen?", re.IGNORECASE
)
_PRESENT = re.compile(r"(?:nuværende|siddende)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What the entries of an open list are placed in."""

    event: Event
    role: Role = Role.MEMBER
    body: str | None = None
    by: str | None = None
    period: tuple[date | None, date | None] = (None, None)  # from when until when
    columns: tuple[str, ...] = ()  # folded heads of a table
    turns: tuple[str, ...] = ()  # the same, where each cell has a line of its own
    certain: bool = True
    headed: bool = False  # by no more than the name of a body: an entry must show that it is one


class ListingReader:
    """Follows the lists of one item."""

    def __init__(self, targets: TargetReader) -> None:
        self.targets = targets
        self.open: Listing | None = None
        self.above: Presented | None = None  # the entry before
        self.listed = 0  # entries since the last heading
        self.staffing: Event | None = None
        self.noticed: Event | None = None  # what is told of those below the name of a body
        self.proposals: ProposalTable | None = None  # whose rows may follow
        self.seats: SeatTable | None = None  # the same, with a body in each row
        self.named_above: str | None = None  # the body of its rows, up to one that names another

    def start_notice(self, listed: Event) -> None:
        """Begin a notice: in it, people are listed below the name of the body that they are in."""
        self.noticed = listed

    def start_item(self, title: str) -> None:
        """Begin an item; a title like "Valg af formand" makes its lines "Formand: X" elections."""
        self.open = self.above = self.noticed = self.proposals = self.seats = None
        self.staffing = next((event for form, event in _STAFFING if form.search(title)), None)

    def read(
        self,
        clause: Clause,
        tokens: Sequence[Token],
        by: str | None,
        *,
        decided: bool,
        came: Personnel | None = None,
        places: Sequence[Place] = (),
    ) -> tuple[Personnel, ...]:
        """The people of a line, where it belongs to a list; the cells of a row have places.

        ``came`` is whoever the sentence before placed last.
        """
        if self.proposals is not None and places:
            return tuple(self._proposed(clause, self.proposals, places))
        if self.seats is not None and self.open is not None and places:
            return tuple(self._seated(self.seats.row(clause, places), self.open))
        if self._heads_table(clause, places):
            return ()
        if not clause.people:
            self._follow(clause.text, tokens, by)
            if self.open is None and decided:
                self._open_role(clause.text)
            return ()
        if any(
            token.kind in VERBS and not self._is_in_empty_cell(clause, token) for token in tokens
        ):
            self.open = None
            return ()
        return tuple(self._entries(clause, tokens, came, decided=decided))

    def _is_in_empty_cell(self, clause: Clause, verb: Token) -> bool:
        """Whether a verb says no more than that a seat is nobody's: "Udpeges senere"."""
        begin = clause.text.rfind("\t", 0, verb.start) + 1
        cell = clause.text[begin:].partition("\t")[0]
        return fold(cell) in self.targets.lexicon.lists.vacant

    # What opens and closes a list

    def _heads_table(self, clause: Clause, places: Sequence[Place]) -> bool:
        """Whether a line is the head of a table that is read by its columns."""
        cells = [] if clause.people else [*map(_bare, clause.text.split("\t"))]
        parts = self.targets.lexicon.lists.parts
        self.seats = (
            None if self.open is None else read_seats(cells, places, parts, self._label_role)
        )
        self.proposals = read_head(cells, places, self._label_role)
        if self.proposals is not None:
            self.open = None
        if self.proposals or self.seats:
            self.named_above = None
        return self.proposals is not None or self.seats is not None

    def _follow(self, text: str, tokens: Sequence[Token], by: str | None) -> None:
        if not any(map(str.isalnum, text)):
            return  # a rule below the heads of columns
        cells = tuple(fold(cell.strip(" :")) for cell in text.split("\t"))
        roles = [self._label_role(cell) for cell in cells]
        token = next((t for t in tokens if t.verb is not None), None)
        verb = None if token is None else token.verb
        if token and verb and verb.doing in _LEADS and self._introduces(text.rstrip(), tokens):
            role = next((t.role for t in tokens if t.kind is Kind.ROLE), None)
            body = next((t.body for t in tokens if t.body), None)
            self.targets.about = body or self.targets.about
            self.open = Listing(
                event=_LEADS[verb.doing],
                role=role or Role.MEMBER,
                body=body or self.targets.about,
                by=by if verb.voice is Voice.ACTIVE or token.perfect else None,
                period=read_period(text),
                certain=self.targets.lexicon.phrases[Phrase.UNCERTAIN].search(text) is None,
            )
        elif _LEAVING.search(text) and any(token.kind is Kind.LEAVE for token in tokens):
            role = next((t.role for t in tokens if t.kind is Kind.ROLE), None) or Role.MEMBER
            body = next((t.body for t in tokens if t.body), None) or self.targets.about
            self.open = Listing(
                event=Event.LEFT, role=role, body=body, period=(None, only_day(text))
            )
        elif _SUGGESTED.search(text) and text.rstrip().endswith(":"):
            doing = next((t.verb.doing for t in tokens if t.verb and t.verb.doing in _LEADS), None)
            event = self.staffing or Event.APPOINTED if doing is None else _LEADS[doing]
            self.open = Listing(event=event, body=self.targets.about, certain=False)
        elif heads_composition(text.rstrip(), self.targets):
            role = Role.REPRESENTATIVE if "repræsent" in text.casefold() else Role.MEMBER
            body = body_made_up(text.rstrip(), self.targets)
            self.open = Listing(event=Event.HOLDS, role=role, body=body)
        elif len(cells) > 1 and all(
            cell in _COLUMNS or role is not None for cell, role in zip(cells, roles, strict=True)
        ):
            listing = self.open or self._in_columns(roles)
            self.open = None if listing is None else replace(listing, columns=cells)
        elif self.open is not None and roles[0] is not None:
            second = self.open.turns and not self.listed and roles[0] is Role.DEPUTY
            turns = (*self.open.turns[-1:], cells[0]) if second else (cells[0],)
            self.open = replace(self._placed(self.open, text), role=roles[0], turns=turns)
            self.listed = 0
        elif not self._heads_body(text):
            self.open = None

    def _placed(self, listing: Listing, label: str) -> Listing:
        """A list in the body that a label names: "Medlemmer af Havnerådet"."""
        within = _WITHIN.search(label)
        place = None if within is None else self.targets.body(label, within.end())
        return listing if place is None else replace(listing, body=place, columns=())

    def _in_columns(self, roles: Sequence[Role | None]) -> Listing | None:
        """A list in a notice with a column for each role: members and their deputies, or two chairs."""
        of_each = Role.DEPUTY in roles[1:] or CHAIRS.issuperset(roles[1:])
        if self.noticed is None or not of_each:
            return None
        body = self.targets.about if self.targets.is_near else self.targets.own
        return Listing(event=self.noticed, body=body if roles[0] else None)

    def _open_role(self, text: str) -> None:
        """Begin a list at a line in an election that is no more than a role: "Suppleanter:"."""
        role = self._label_role(fold(text.strip(" :")))
        if self.staffing is not None and role is not None:
            self.open = Listing(event=self.staffing, role=role, body=self.targets.about)

    def _introduces(self, text: str, tokens: Sequence[Token]) -> bool:
        """Whether people follow: "følgende", a colon, or a few words that end in the verb."""
        told = any(token.kind is Kind.BREAK for token in tokens) or text.endswith(".")
        short = tokens[-1].verb is not None and not told
        return short or _LIST_FOLLOWS.search(text) is not None

    def _heads_body(self, text: str) -> bool:
        """Whether a line only names the body that the entries below are placed in."""
        name = text.strip(" :")
        if len(name.split()) > _LONGEST_HEADING or text.endswith(".") or "\t" in name:
            return False
        event = self.staffing or self.noticed
        if self.open is None and (event is None or not self.targets.names_body(name)):
            return False
        if not self.targets.seems_body(name):
            return False
        headed = self.staffing is None and self.noticed is not None
        begun = Listing(event=event or Event.APPOINTED, headed=headed)
        opened = begun if self.open is None or self.open.headed else self.open
        own = self.targets.own if _OWN_BOARD.fullmatch(name) else None
        self.open = replace(opened, body=own or self.targets.in_full(name))
        return True

    # Tables with a row for each seat

    def _seated(self, row: SeatRow, listing: Listing) -> Iterator[Personnel]:
        """Those whom a row names, in its body or in that of a row above."""
        named = row.body is None or _IN_CAPITALS.fullmatch(row.body) is not None
        if not (named or self.targets.seems_body(row.body or "")):
            return  # "I alt 3", or a sentence
        if row.body:
            self.named_above, self.above = self.targets.bodies.canonical(row.body), None
        said = None if row.role is None else self._label_role(row.role)
        is_personal = row.role is not None and "personlig" in row.role.casefold()
        if row.role is not None and said is None:
            return  # "Udtræder": a role that nobody knows gives no seat
        for person, role in row.people:
            role = role or said or Role.MEMBER
            principal = self.above if is_personal or len(row.people) > 1 else None
            placed = replace(listing, body=self.named_above)
            yield self._listed(placed, person, role, principal)
            self.above = self.above if role is Role.DEPUTY else person

    # Tables of who has a seat and who is proposed for it

    def _proposed(
        self, clause: Clause, table: ProposalTable, places: Sequence[Place]
    ) -> Iterator[Personnel]:
        """The people of a row, each by the column; a deputy is that of whoever stands likewise before."""
        stands_in = columns_of(places, table.places)
        is_led = stands_in[0] == 0 and table.columns[0] is None
        label = _bare(clause.text.split("\t")[0]) if is_led else ""
        role = self._label_role(label) or table.role
        body = self._body_of_row("" if table.tells_whose else label)
        members: dict[bool, Presented] = {}
        for person in clause.people:
            before = clause.text[: clause.start_of(person)].lstrip("\t")
            column = table.columns[stands_in[before.count("\t")]]
            if body is None or column is None or column.is_proposed is None:
                continue
            principal = members.get(column.is_proposed)
            listed = Listing(event=self._event_in(column), body=body)
            told = self._listed(listed, person, column.role or role, principal)
            yield replace(told, certain=not column.is_proposed)
            if column.role is not Role.DEPUTY:
                members[column.is_proposed] = person

    def _body_of_row(self, label: str) -> str | None:
        """What a row names first, or a row above it; None where others name bodies, and this one another thing."""
        if label and self.targets.seems_body(label):
            self.named_above = self.targets.bodies.canonical(label)
        elif label and self.named_above is not None:
            return None
        return self.named_above or self.targets.about

    def _event_in(self, column: Column) -> Event:
        """Whoever is proposed is so for what the item is about: a choice, or a nomination."""
        return (self.staffing or Event.APPOINTED) if column.is_proposed else Event.HOLDS

    # Entries

    def _entries(
        self, clause: Clause, tokens: Sequence[Token], came: Personnel | None, *, decided: bool
    ) -> Iterator[Personnel]:
        label = _LABEL.match(clause.text) or self._led(clause)
        deputy = _DEPUTY_OF.match(clause.text)
        listing = self.open
        labels = label is not None and fold(label["label"]) in self.targets.lexicon.roles
        if listing is None and came is not None and (labels or deputy is not None):
            listing = _beside(came)
        if listing is None and self.staffing is not None and decided:
            listing = Listing(event=self.staffing, body=self.targets.about)
            named = self.targets.is_titled and _BARE.fullmatch(clause.text) is not None
            if not (label or deputy or named or self._has_office(clause)):
                return
        if listing is None:
            return
        if deputy is not None:
            above = None if _IN_ORDER.match(clause.text) else self.above
            other = clause.person(deputy["other"]) if deputy["other"] else above
            if deputy["new"]:
                listing = replace(listing, event=Event.APPOINTED)
            if deputy["body"] and self.targets.seems_body(deputy["body"]):
                listing = replace(listing, body=self.targets.bodies.canonical(deputy["body"]))
            yield self._listed(listing, clause.person(deputy["who"]), Role.DEPUTY, other)
        elif label is not None:
            yield from self._labelled(clause, tokens, label["label"], listing)
        elif self._is_entry(clause, listing) and not _TELLS.search(clause.text):
            yield from self._row(clause, listing, tokens)
        else:
            self.open = None

    def _is_entry(self, clause: Clause, listing: Listing) -> bool:
        """Whether a line begins with somebody; below a bare heading, with the party or a role."""
        if not _ENTRY.match(clause.text):
            return False
        first = clause.people[0]
        shown = first.party is not None or self._said(clause, first) or self._titled(first)
        return not listing.headed or bool(shown)

    def _led(self, clause: Clause) -> re.Match[str] | None:
        """The role before somebody who has an office too: "Formand borgmester X"."""
        match = _ROLE_AHEAD.match(clause.text)
        return match if match is not None and self._label_role(match["label"]) else None

    def _has_office(self, clause: Clause) -> bool:
        return bool(_ENTRY.match(clause.text)) and self._titled(clause.people[0]) is not None

    def _labelled(
        self, clause: Clause, tokens: Sequence[Token], label: str, listing: Listing
    ) -> Iterator[Personnel]:
        """Formand: X; Medlemmer: X, Y; Havnerådet: X (formand), Y."""
        if _PRESENT.match(label):
            listing = replace(listing, event=Event.HOLDS)
        role = self._label_role(label)
        if role is not None:
            listing = replace(self._placed(listing, label), role=role, columns=())
            yield from self._row(clause, listing, tokens)
        elif self.targets.is_electing(label):
            yield from self._row(clause, replace(listing, columns=()), tokens)
        elif self.targets.seems_body(label):
            body = self.targets.bodies.canonical(label)
            heads = listing.columns if f"{label}\t" in clause.text else ()
            yield from self._row(clause, replace(listing, body=body, columns=heads), tokens)

    def _row(
        self, clause: Clause, listing: Listing, tokens: Sequence[Token]
    ) -> Iterator[Personnel]:
        principal: Presented | None = None
        turn = self._turn(listing)
        if turn is not None and len(clause.people) == 1:
            principal = self.above
        for person in clause.people:
            labels = _LABELS_NEXT.match(clause.text, clause.end_of(person)) is not None
            said = None if labels else _behind(clause, person, tokens)
            titled = None if labels else self._titled(person)
            if said is not None and said.lead:
                listing = replace(listing, body=said.body or listing.body)
            before = clause.text[: clause.start_of(person)]
            column = self._column(listing, before.count("\t")) or turn
            is_with = said is not None and said.role is Role.DEPUTY and before.endswith("med ")
            is_deputy = Role.DEPUTY in (column, titled) or is_with
            is_deputy = is_deputy or _DEPUTY_BESIDE.search(before) is not None
            role = (
                Role.DEPUTY
                if is_deputy
                else titled
                or column
                or self._said(clause, person)
                or (said.role if said else None)
                or listing.role
            )
            yield self._listed(listing, person, role, principal if is_deputy else None)
            if not is_deputy:
                principal = person
                self.above = None if role is listing.role and person != clause.people[0] else person

    def _turn(self, listing: Listing) -> Role | None:
        """The role of a cell that has a line of its own, below "Medlem" and "Stedfortræder" on two."""
        if len(listing.turns) < 2:
            return None
        self.listed += 1
        return self._label_role(listing.turns[(self.listed - 1) % len(listing.turns)])

    def _column(self, listing: Listing, at: int) -> Role | None:
        if at >= len(listing.columns):
            return None
        return self._label_role(listing.columns[at])

    def _titled(self, person: Presented) -> Role | None:
        return self.targets.lexicon.roles.get(fold(person.title or ""))

    def _said(self, clause: Clause, person: Presented) -> Role | None:
        """The role behind a name: "X – formand", or in the row's last column."""
        behind = clause.text[clause.end_of(person) :].split("⟦")[0]
        if _LABELS_NEXT.match(behind):
            return None
        words = (
            self._label_role(part) for part in re.split(r"[\t,()–;]| - ", behind) if part.strip()
        )
        return next((role for role in words if role is not None), None)

    def _label_role(self, label: str) -> Role | None:
        """The role of "Formand", "Personlige stedfortrædere", "Medlem af Havnerådet"."""
        plain = fold(_PRESENT.sub("", label)).strip(" :.")
        roles = self.targets.lexicon.roles
        words = [word for word in plain.split() if word not in _QUALIFIES]
        whole = " ".join(words)
        return roles.get(whole) or (
            roles.get(words[0]) if words[1:2] in (["for"], ["i"], ["af"]) else None
        )

    def _listed(
        self, listing: Listing, person: Presented, role: Role, principal: Presented | None
    ) -> Personnel:
        return Personnel(
            person=person,
            role=role,
            event=listing.event,
            body=listing.body or self.targets.unnamed(role) or self.targets.own_for(role),
            by=listing.by,
            from_=listing.period[0],
            to=listing.period[1],
            certain=listing.certain,
            deputy_for=None
            if principal is None or role is not Role.DEPUTY
            else clean(principal.name),
        )


def _beside(came: Personnel) -> Listing:
    """What goes on behind an act: "Havnerådet udpegede Bo Lund til bestyrelsen. Suppleant: Eva Skov"."""
    return Listing(
        event=came.event,
        body=came.body,
        by=came.by,
        period=(came.from_, came.to),
        certain=came.certain,
    )


def _bare(cell: str) -> str:
    """A cell without the colon behind it."""
    return cell.strip(" :")


def _behind(clause: Clause, person: Presented, tokens: Sequence[Token]) -> Token | None:
    """The role right behind a name: "X, som medlem af Z"."""
    end = clause.end_of(person)
    after = (token for token in tokens if token.start >= end and token.kind is not Kind.JOIN)
    nearest = next(after, None)
    placed = nearest is not None and nearest.kind is Kind.BODY and nearest.lead == "til"
    return nearest if placed or (nearest is not None and nearest.kind is Kind.ROLE) else None


_LEADS = {
    Doing.APPOINTED: Event.APPOINTED,
    Doing.ELECTED: Event.ELECTED,
    Doing.NOMINATED: Event.NOMINATED,
}
