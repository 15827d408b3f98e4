"""Boards as pages show them, a card for each seat: who, and below it as what, from where, by whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.headings import HeadingReader, without_lead
from kkr_graph.appointments.labels import LABEL
from kkr_graph.appointments.posts import PostReader
from kkr_graph.appointments.roles import pieces
from kkr_graph.appointments.units import Text, Unit
from kkr_graph.language.dates import find_dates
from kkr_graph.language.deputies import DEPUTY
from kkr_graph.language.parties import party_token
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import ListPart, ListPattern
from kkr_graph.model.names import clean

_FEWEST = 2  # cards, before a line below a name is not over those who follow
_MOST_LINES = 9
_LONGEST = 80  # characters of a line of a card, but for what it tells of a life
_BRACKET = re.compile(r"\s*\([^()]*\)")
_DEPUTY_LINE = re.compile(rf"(?:personlig )?{DEPUTY} for [A-ZÆØÅ]", re.IGNORECASE)
# "Formand, udpeget af Køge Byråd": what may stand behind a role, and no employer
_BEHIND_ROLE = re.compile(r"[a-zæøå(]")
_TELLS = re.compile(r"(?:\S+ ){3,}\S+[.!?]$")
# what else a label may say of the seat, in the words of a line of people
_KEPT = frozenset({ListPart.FROM, ListPart.TO, ListPart.PERIOD, ListPart.REMARKS, ListPart.LEFT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The lines of a card, the name first, and which other says as what, if one does."""

    units: tuple[Unit, ...]  # as they stand
    lines: tuple[Unit, ...]  # labels with their values, and without the role
    role: Unit | None


class CardReader:
    """Finds cards among lines."""

    def __init__(self, entries: EntryReader, headings: HeadingReader) -> None:
        self.entries = entries
        self.headings = headings
        self.posts = PostReader(headings, entries, day=None)
        self.contact = headings.words.patterns[ListPattern.CONTACT]

    def on_one_line(self, units: Sequence[Unit]) -> Iterator[Unit]:
        """The units of a document, where what a card says of somebody stands on the line of the name."""
        found = {unit.start: card for card in self.cards(units) for unit in card.units}
        for _, group in groupby(units, key=lambda unit: id(found.get(unit.start, unit))):
            lines = tuple(group)
            card = found.get(lines[0].start)
            yield from lines if card is None else self._joined(card)

    def cards(self, units: Sequence[Unit]) -> Sequence[Card]:
        """The cards of a document: some stand together, and most of them say as what."""
        runs: list[list[Sequence[Unit]]] = []
        end = 0
        for at in range(len(units)):
            if at < end or not self._is_name(units[at]):
                continue
            if not runs or at > end:
                runs.append([])
            end = self._end(units, at)
            runs[-1].append(units[at:end])
        return tuple(card for run in runs for card in self._shown(run, units))

    # --- one card ---

    def _is_name(self, unit: Unit) -> bool:
        """Whether a line is somebody, or an empty seat, and nothing else."""
        text = unit.text
        if unit.table is not None or ":" in text or without_lead(text) != text:
            return False
        if self._is_role(unit):
            return False  # "Personlig suppleant for Anna Holm"
        if self.entries.is_vacant(text):
            return True
        found = self.entries.find(text)
        if len(found) != 1 or _BRACKET.sub("", text[found[0].end :]).strip(" )"):
            return False
        is_known = unit.gap > 0 or found[0].party or self.entries.persons.is_known(found[0].name)
        return bool(is_known) and self.entries.is_entry(text, expected=True)

    def _end(self, units: Sequence[Unit], at: int) -> int:
        """Where a card ends: at the next name, at a heading, and at space, but for a role right below the name."""
        for end in range(at + 1, len(units)):
            unit = units[end]
            is_other = unit.gap > 0 and not (end == at + 1 and self._is_role(unit))
            if is_other or unit.table is not None or self._heads(unit.text) or self._is_name(unit):
                return end
        return len(units)

    def _heads(self, text: str) -> bool:
        """Whether a line is over people: "Suppleanter", "Observatører:"."""
        column = self.headings.column(text)
        is_over = column is not None and column.part is ListPart.PERSON and column.is_many
        return is_over or (text.endswith(":") and self.headings.group(text) is not None)

    def _is_role(self, unit: Unit) -> bool:
        return self._role(unit.text) is not None

    def _role(self, line: str) -> Role | None:
        """The role that a line of a card is, alone or with by whom."""
        text = without_lead(line)
        label = LABEL.fullmatch(text)
        if label is not None:
            column = self.headings.column(label["label"])
            is_role = column is not None and column.part is ListPart.ROLE
            text = label["value"] if is_role else ""
        if not text or len(text) > _LONGEST or text.endswith(":") or self._heads(text):
            return None
        if _DEPUTY_LINE.match(text):
            return Role.DEPUTY if len(self.entries.find(text)) == 1 else None
        first, *others = text.split(", ")
        if self.entries.find(text) or not all(map(_BEHIND_ROLE.match, others)):
            return None
        if self.posts.read(text) is not None:
            return None  # "Havnerådet - formand", in a list by person
        is_listed = text != line  # what stands first behind a bullet, or else it is a forum
        told = next(iter(pieces(first)), "") if is_listed else first
        return self.entries.roles.beside("", told)

    def _card(self, units: Sequence[Unit]) -> Card:
        lines = tuple(_with_values(units))
        roles = [line for line in lines[1:] if self._is_role(line)]
        plain = (line for line in roles if "," not in line.text)
        role = next(plain, roles[0] if roles else None)
        others = tuple(line for line in lines if line is not role)
        return Card(units=tuple(units), lines=others, role=role)

    # --- which of them are shown as cards ---

    def _shown(self, run: Sequence[Sequence[Unit]], units: Sequence[Unit]) -> Sequence[Card]:
        """The cards of some that stand together, if they are cards and no list with headings."""
        is_apart = all(card[0].gap > 0 for card in run[1:])
        cards = [self._card(card) for card in (run if is_apart else _even(run))]
        first = units.index(run[0][0])
        above = units[first - 1] if first else None
        if above is not None and self._is_role(above) and cards[-1].role is None:
            cards = _led(cards, above)
        with_role = sum(card.role is not None for card in cards)
        is_full = len(cards) >= _FEWEST and all(len(card.units) > 1 for card in cards)
        are_cards = with_role >= _FEWEST or (with_role > 0 and is_full)
        if not are_cards or not (is_apart or with_role == len(cards)):
            return ()
        if any(len(card.lines) > _MOST_LINES for card in cards):
            return ()
        return [card for card in cards if len(card.units) > 1]

    # --- as a line ---

    def _joined(self, card: Card) -> Iterator[Unit]:
        """A card as one line, and what it tells beside the seat as lines of their own."""
        said = [card.lines[0].text]
        said += [] if card.role is None else [_value(card.role.text)]
        apart: list[Unit] = []  # what tells of a life, and a deputy
        for line in card.lines[1:]:
            text = without_lead(line.text)
            if _TELLS.search(text) or len(text) > _LONGEST or self._is_deputy(text):
                apart.append(line)
            elif not self.contact.search(text):
                said += self._said(text)
        ends = [unit for unit in card.units if all(unit.start != line.start for line in apart)]
        first, last = ends[0], ends[-1]
        text = ", ".join(said)
        whole = Text(start=first.start, end=last.end, text=text, column=first.cells[0].column)
        yield Unit(cells=(whole,), table=None, gap=first.gap, joined=text)
        yield from apart

    def _is_deputy(self, text: str) -> bool:
        """Whether a line names the deputy of whom the card is of: "Suppleant: Bo Lund"."""
        label = LABEL.fullmatch(text)
        column = None if label is None else self.headings.column(label["label"])
        return column is not None and column.role is Role.DEPUTY

    def _said(self, text: str) -> Sequence[str]:
        """What a line of a card says of the seat or of who has it; nothing of an employer."""
        label = LABEL.fullmatch(text)
        column = None if label is None else self.headings.column(label["label"])
        if label is not None and column is not None:
            match column.part:
                case ListPart.BY:
                    return (f"udpeget af {label['value']}",)
                case ListPart.PARTY | ListPart.MUNICIPALITY:
                    return (label["value"],)
                case part if part in _KEPT:
                    return (text,)
                case _:
                    return ()
        if self._is_remark(text):
            return (text,)
        registry = self.entries.registry
        return [
            piece
            for piece in pieces(text)
            if self.entries.place_of(piece) or party_token(piece, registry)
        ]

    def _is_remark(self, text: str) -> bool:
        """Whether a line says how a seat is held: by whose appointment, from when, as born member."""
        is_act = self.headings.by(text) or self.headings.event(text)
        is_dated = any(find_dates(text, 0, len(text)))
        doubtful = self.headings.words.patterns[ListPattern.DOUBTFUL].search(text)
        return bool(is_act or is_dated or doubtful)


def _value(text: str) -> str:
    """What stands behind a label, or the whole line where it has none."""
    label = LABEL.fullmatch(without_lead(text))
    return text if label is None else label["value"]


def _led(cards: Sequence[Card], above: Unit) -> list[Card]:
    """The cards of a page that has the role above the name: what ends one begins the next."""
    roles = [above, *(card.role for card in cards[:-1])]
    return [
        replace(
            card, role=role, units=(*_given(role), *(u for u in card.units if u is not card.role))
        )
        for card, role in zip(cards, roles, strict=True)
    ]


def _given(role: Unit | None) -> Sequence[Unit]:
    return () if role is None else (role,)


def _even(run: Sequence[Sequence[Unit]]) -> Sequence[Sequence[Unit]]:
    """Cards without space between them, the last without what goes on below it."""
    *others, last = run
    return [*others, last[: max(map(len, others))]]


def _with_values(lines: Sequence[Unit]) -> Iterator[Unit]:
    """The lines, where the value of a label stands on the line below it."""
    open_: Unit | None = None
    for line in lines:
        if open_ is not None:
            text = f"{open_.text} {line.text}"
            yield replace(line, cells=(*open_.cells, *line.cells), joined=clean(text))
            open_ = None
        elif line.text.endswith(":"):
            open_ = line
        else:
            yield line
    if open_ is not None:
        yield open_
