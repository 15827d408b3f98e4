"""Lists of people under a sentence or a title that says what they are placed in.

"KKR udpegede følgende til Havnerådet:" and an entry a line; "Formand: X"; "Havnerådet: X (formand),
Y"; a table with the columns "Medlem" and "Stedfortræder".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kkr_graph.language.deputies import DEPUTY, IN_ORDER
from kkr_graph.language.presented import Presented
from kkr_graph.minutes.clauses import ONE, Clause
from kkr_graph.minutes.personnel.acts import Personnel
from kkr_graph.minutes.personnel.introductions import IntroductionReader
from kkr_graph.minutes.personnel.labels import LabelReader, bare, is_present
from kkr_graph.minutes.personnel.open_lists import Listing, list_beside
from kkr_graph.minutes.personnel.proposal_tables import ProposalRows, read_head
from kkr_graph.minutes.personnel.seat_tables import SeatRows, read_seats
from kkr_graph.minutes.personnel.succession_tables import SuccessionRows, read_successions
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.personnel.tokens import VERBS, Kind, Token
from kkr_graph.minutes.structure.cells import Place
from kkr_graph.model.extract import CHAIRS, Event, Role
from kkr_graph.model.names import fold

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
_BULLET = r"[\s–—•*·▪◦→-]{0,40}(?:\d{1,2}[.)] |[a-zA-Z]\) )?"
_LABEL = re.compile(
    _BULLET + r"(?P<label>[^⟦:\t]{1,90}?)\s{0,40}(?::|\s[–-](?=\s)|\t)\s*(?=\W{0,4}⟦)"
)
_ROLE_AHEAD = re.compile(_BULLET + r"(?P<label>[A-ZÆØÅ][a-zæøå]+) (?=⟦)")
_DEPUTY_ENTRY = re.compile(
    rf"{_BULLET}(?P<new>ny )?(?:personlig )?(?:suppleant|stedfortræder|suppl\.|stedf\.)(?: for (?P<other>{ONE}))?"
    rf"(?: i (?P<body>[^:⟦\t]{{3,60}})(?=:))?\s{{0,40}}[:–-]?\s{{0,40}}(?P<who>{ONE})",
    re.IGNORECASE,
)
_ENTRY = re.compile(rf"{_BULLET}(?:[a-zæøå.]+ )?{ONE}")
_DEPUTY_BESIDE = re.compile(
    r"(?:suppleant|stedfortræder|suppl\.|stedf\.)[\s:(–-]*$|\((?:suppleant|stedfortræder)[: ]*$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r" (?:i|for|af|til) (?=\w)")
# "X og Y, suppleant: Z": the word belongs to Z
_LABELS_NEXT = re.compile(rf"(?:(?:,| [–-]|;)? | \()(?:personlig )?{DEPUTY}(?:er)?\s*:")
# an entry is no sentence: "Eva Skov tog forbehold"
_TELLS = re.compile(
    r"⟧ (?:bød|gav|sagde|har|havde|takkede|deltager|\w{3,}ede)\b"
    r"|⟧[^⟦]*? (?:tog|tager|fik|får|var|er|blev|har|havde|ønskede|ønsker|foreslog|bemærkede|stemte|spurgte|deltog|oplyste|takkede|\w{3,}ede)\b[^⟦]*\.$"
)
# a decision that is no more than names: "Eva Skov (A) og Bo Lund (V)."
_BARE = re.compile(rf"{_BULLET}{ONE}(?:(?:,? og|,? samt|,) {ONE})*\.?")
# as a label; "1. suppleant Bo Lund" may be of the one above
_IN_ORDER = re.compile(rf"\s*{IN_ORDER}\s*[:–-]", re.IGNORECASE)
_LONGEST_HEADING = 8  # words
_COLUMNS = frozenset({
    "navn", "parti", "liste", "kommune", "funktion", "rolle", "post", "organ", "udvalg", "råd", "nævn", "forum",
    "bestyrelse", "periode", "nr", "hverv", "titel",
})  # fmt: skip
_IN_IT = re.compile(r" i (?:bestyrelsen|rådet|udvalget|forummet)$")  # "Post i bestyrelsen"
_OWN_BOARD = re.compile(
    r"(?:den )?(?:(?:nye?|nyvalgte|nuværende|siddende|samlede) )?bestyrelsen?", re.IGNORECASE
)


class ListingReader:
    """Follows the lists of one item."""

    def __init__(self, targets: TargetReader) -> None:
        self.targets = targets
        self.labels = LabelReader(targets.lexicon)
        self.introductions = IntroductionReader(targets)
        self.open: Listing | None = None
        self.above: Presented | None = None  # the entry before
        self.listed = 0  # entries since the last heading
        self.staffing: Event | None = None
        self.noticed: Event | None = None  # what is told of those below the name of a body
        self.proposals: ProposalRows | None = None  # that may follow
        self.seats: SeatRows | None = None  # the same, with a body in each
        self.successions: SuccessionRows | None = None  # the same, with who follows whom

    def start_notice(self, listed: Event) -> None:
        """Begin a notice: in it, people are listed below the name of the body that they are in."""
        self.noticed = listed

    def start_item(self, title: str) -> None:
        """Begin an item; a title like "Valg af formand" makes its lines "Formand: X" elections."""
        self.open = self.above = self.noticed = None
        self.proposals = self.seats = self.successions = None
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
            return tuple(self.proposals.read(clause, places))
        if self.successions is not None and places:
            return tuple(self.successions.read(clause, places))
        if self.seats is not None and self.open is not None and places:
            self.seats.above = self.above
            seated = tuple(self.seats.read(clause, places, self.open))
            self.above = self.seats.above
            return seated
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
        cells = [] if clause.people else [*map(bare, clause.text.split("\t"))]
        parts = self.targets.lexicon.lists.parts
        seats = None if self.open is None else read_seats(cells, places, parts, self.labels.role)
        proposals = read_head(cells, places, self.labels.role)
        self.seats = None if seats is None else SeatRows(seats, self.targets, self.labels)
        self.proposals = None
        if proposals is not None:
            self.open = None
            self.proposals = ProposalRows(proposals, self.targets, self.labels, self.staffing)
        is_followed = self._heads_successions(cells, places)
        return is_followed or proposals is not None or seats is not None

    def _heads_successions(self, cells: Sequence[str], places: Sequence[Place]) -> bool:
        """Whether a line is the head of a table of who follows whom, below a sentence or in a notice."""
        table = read_successions(cells, places, self.targets.lexicon.lists.parts)
        is_told = self.staffing is not None or self.noticed is not None
        self.successions = None
        if table is None or not (self.open or is_told):
            return False
        said = self.open or Listing(event=self.staffing or Event.APPOINTED)
        self.successions = SuccessionRows(table, self.targets, said)
        return True

    def _follow(self, text: str, tokens: Sequence[Token], by: str | None) -> None:
        if not any(map(str.isalnum, text)):
            return  # a rule below the heads of columns
        begun = self.introductions.read(text, tokens, by, self.staffing)
        if begun is not None:
            self.open = begun
            return
        cells = tuple(_IN_IT.sub("", fold(cell.strip(" :"))) for cell in text.split("\t"))
        roles = [self.labels.role(cell) for cell in cells]
        if len(cells) > 1 and all(
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
        role = self.labels.role(fold(text.strip(" :")))
        if self.staffing is not None and role is not None:
            self.open = Listing(event=self.staffing, role=role, body=self.targets.about)

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

    # Entries

    def _entries(
        self, clause: Clause, tokens: Sequence[Token], came: Personnel | None, *, decided: bool
    ) -> Iterator[Personnel]:
        label = _LABEL.match(clause.text) or self._led(clause)
        deputy = _DEPUTY_ENTRY.match(clause.text)
        listing = self.open
        if listing is None and came is not None and (deputy or self._is_role(label)):
            listing = list_beside(came)
        if listing is None and decided and self.staffing is not None:
            shown = label or deputy or self._shows_seat(clause)
            listing = Listing(event=self.staffing, body=self.targets.about) if shown else None
        if listing is None:
            return
        if deputy is not None:
            yield self._deputy(clause, deputy, listing)
        elif label is not None:
            yield from self._labelled(clause, tokens, label["label"], listing)
        elif self._is_entry(clause, listing) and not _TELLS.search(clause.text):
            yield from self._row(clause, listing, tokens)
        else:
            self.open = None

    def _is_role(self, label: re.Match[str] | None) -> bool:
        return label is not None and fold(label["label"]) in self.targets.lexicon.roles

    def _shows_seat(self, clause: Clause) -> bool:
        """Whether a line is nothing but names, below a title with a body, or shows an office."""
        is_named = self.targets.is_titled and _BARE.fullmatch(clause.text) is not None
        return is_named or self._has_office(clause)

    def _deputy(self, clause: Clause, deputy: re.Match[str], listing: Listing) -> Personnel:
        """Suppleant for X: Y; in a list of members, of the one above."""
        above = None if _IN_ORDER.match(clause.text) else self.above
        other = clause.person(deputy["other"]) if deputy["other"] else above
        if deputy["new"]:
            listing = replace(listing, event=Event.APPOINTED)
        if deputy["body"] and self.targets.seems_body(deputy["body"]):
            listing = replace(listing, body=self.targets.in_full(deputy["body"]))
        return listing.enlisted(clause.person(deputy["who"]), Role.DEPUTY, other, self.targets)

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
        return match if match is not None and self.labels.role(match["label"]) else None

    def _has_office(self, clause: Clause) -> bool:
        return bool(_ENTRY.match(clause.text)) and self._titled(clause.people[0]) is not None

    def _labelled(
        self, clause: Clause, tokens: Sequence[Token], label: str, listing: Listing
    ) -> Iterator[Personnel]:
        """Formand: X; Medlemmer: X, Y; Havnerådet: X (formand), Y."""
        if is_present(label):
            listing = replace(listing, event=Event.HOLDS)
        role = self.labels.role(label)
        if role is not None:
            listing = replace(self._placed(listing, label), role=role, columns=())
            yield from self._row(clause, listing, tokens)
        elif self.targets.is_electing(label):
            yield from self._row(clause, replace(listing, columns=()), tokens)
        elif self.targets.seems_body(label):
            body = self.targets.in_full(label)
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
            column = self.role_at(listing, before.count("\t")) or turn
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
            yield listing.enlisted(person, role, principal if is_deputy else None, self.targets)
            if not is_deputy:
                principal = person
                self.above = None if role is listing.role and person != clause.people[0] else person

    def _turn(self, listing: Listing) -> Role | None:
        """The role of a cell that has a line of its own, below "Medlem" and "Stedfortræder" on two."""
        if len(listing.turns) < 2:
            return None
        self.listed += 1
        return self.labels.role(listing.turns[(self.listed - 1) % len(listing.turns)])

    def role_at(self, listing: Listing, at: int) -> Role | None:
        """The role of a column of a list, by its head."""
        if at >= len(listing.columns):
            return None
        return self.labels.role(listing.columns[at])

    def _titled(self, person: Presented) -> Role | None:
        return self.targets.lexicon.roles.get(fold(person.title or ""))

    def _said(self, clause: Clause, person: Presented) -> Role | None:
        """The role behind a name: "X – formand", or in the row's last column."""
        behind = clause.text[clause.end_of(person) :].split("⟦")[0]
        if _LABELS_NEXT.match(behind):
            return None
        words = (
            self.labels.role(part) for part in re.split(r"[\t,()–;]| - ", behind) if part.strip()
        )
        return next((role for role in words if role is not None), None)


def _behind(clause: Clause, person: Presented, tokens: Sequence[Token]) -> Token | None:
    """The role right behind a name: "X, som medlem af Z"."""
    end = clause.end_of(person)
    after = (token for token in tokens if token.start >= end and token.kind is not Kind.JOIN)
    nearest = next(after, None)
    placed = nearest is not None and nearest.kind is Kind.BODY and nearest.lead == "til"
    return nearest if placed or (nearest is not None and nearest.kind is Kind.ROLE) else None
