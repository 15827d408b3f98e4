"""Lines that begin with a label: "Formand: Anna Holm (A)", "Lovgrundlag: Havneloven"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kkr_graph.appointments.days import NO_DAYS, read_days
from kkr_graph.appointments.entries import Entry
from kkr_graph.appointments.groups import GroupReader
from kkr_graph.appointments.headings import Column, Group, without_lead
from kkr_graph.appointments.lines import Hanging, Said
from kkr_graph.appointments.outline import Naming, Outline, Row
from kkr_graph.appointments.particulars import ParticularReader
from kkr_graph.language.dates import find_dates
from kkr_graph.language.deputies import DEPUTY_OR_ENGLISH
from kkr_graph.language.parties import party_token
from kkr_graph.language.period import only_day
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import ListPart
from kkr_graph.model.names import clean, fold
from kkr_graph.model.span import Passage

LABEL = re.compile(r"(?P<label>[^:]{1,60}):(?!\d|//)\s*(?P<value>.*)", re.DOTALL)
_DEPUTY_LABEL = re.compile(
    rf"(?:personlig )?{DEPUTY_OR_ENGLISH} for (?P<whom>[^:]{{3,80}}):\s*(?P<who>.*)",
    re.IGNORECASE | re.DOTALL,
)
_DEPUTY_OF_OFFICE = re.compile(
    r"(?:Personlig )?(?:[Ss]uppleant|[Ss]tedfortræder) for (?:næst)?formanden"
)
_NUMBERED = re.compile(r"(?:Plads|Medlem|Repræsentant)(?: nr\.)? \d{1,2}", re.IGNORECASE)
_OF_ALL = re.compile(r"fælles |[^:]*\(fælles\)", re.IGNORECASE)
# of a label that is of deputies, whatever it calls them: "1. suppleant: Anna Holm"
_NUMBER_AHEAD = re.compile(r"\W*\d")
_MOVED = re.compile(r"(?P<when>(?:Udtrådt|Fratrådt|Indtrådt|Tiltrådt) [^:]{6,40}): (?P<who>.+)")
# over several, and what is told of them: "Fora: stamdata om de enkelte fora"
_OF_SEVERAL = re.compile(r"[^:]*\b(?:fora|bestyrelser)\b[^:]*:", re.IGNORECASE)
_PHRASE = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?: [a-zæøå]+){0,4}")
_TRADE = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?<!t)(?<!te)")  # and no "Indstillet", "Udtrådte"
_ON_A_LINE = frozenset(
    {ListPart.PURPOSE, ListPart.LEGAL_BASIS, ListPart.RULE, ListPart.PERIOD, ListPart.NOTHING}
)
# who sends members to a council: "Byrådet", "Spejderne", "Region Fyn"
_SENDER = re.compile(
    r"KL|(?:KKR|Region) [A-ZÆØÅ]\w+|Byretten|Erhvervslivet|Idrætten|Kirken|Kommunalbestyrelsen|Kommunen|Landbruget|Politiet|Regionen|Staten"
    r"|[A-ZÆØÅ][a-zæøå-]+(?:erne|bundene|rådet|forbundet|foreningen)"
)


class LabelReader:
    """Reads such lines into the outline."""

    def __init__(
        self,
        outline: Outline,
        groups: GroupReader,
        particulars: ParticularReader,
        tell_rules: Callable[[str, Passage], bool],
        is_forum: Callable[[str], bool],
    ) -> None:
        self.outline = outline
        self.groups = groups
        self.headings = groups.headings
        self.entries = groups.entries
        self.above = groups.above
        self.particulars = particulars
        self.tell_rules = tell_rules
        self.is_forum = is_forum

    def read(self, said: Said) -> bool:
        """Read a line with a label; False where it has none that is known."""
        return any(
            attempt(said)
            for attempt in (
                self._deputy_of,
                self._without_label,
                self._moved,
                self._by_office,
                self._label,
                self._dated_label,
                self._of_party,
                self._sent,
            )
        )

    def is_marked(self, said: Said, part: ListPart | None = None) -> bool:
        """Whether a line has a label of its own, so that it is not the text of the one before."""
        match = LABEL.fullmatch(said.text)
        column = None if match is None else self.headings.column(match["label"])
        return column is not None and (part is None or column.part == part)

    def _deputy_of(self, said: Said) -> bool:
        """``Stedfortræder for Anna Holm: Bo Lund``."""
        match = _DEPUTY_LABEL.fullmatch(without_lead(said.text))
        if self.outline.title() is None:
            return False
        if match is None:
            return self._heads_deputy(said.text)
        whom, found = self._whom(match["whom"]), self.entries.read(match["who"])
        if whom is None:
            return False
        if not match["who"]:  # the name stands on the next line
            self.outline.start_group(Group(role=Role.DEPUTY, is_one=True), NO_DAYS)
            self.above.lone = whom
            return True
        row = Row(passage=said.passage, role=Role.DEPUTY, deputy_for=whom)
        self.outline.add_all(found, row)
        return bool(found) or self.entries.is_vacant(match["who"])

    def _heads_deputy(self, text: str) -> bool:
        """``Stedfortræder for formanden`` right below the forum, where it is nobody's role above."""
        is_first = self.outline.naming() is not Naming.BEFORE
        if not is_first or _DEPUTY_OF_OFFICE.fullmatch(text) is None:
            return False
        self.outline.start_group(Group(role=Role.DEPUTY, is_one=True), NO_DAYS)
        return True

    def _whom(self, written: str) -> str | None:
        """Somebody by name, or who is the one of a role: "formanden", "medlemmet"."""
        named = self.entries.find(written)
        if named:
            return clean(named[0].name) if len(named) == 1 else None
        role = Role.MEMBER if fold(written) == "medlemmet" else self.headings.role(written)
        return None if role is None else self.outline.holder(role)

    def _without_label(self, said: Said) -> bool:
        """A line that tells of the forum in words of its own."""
        return self.particulars.tell_in_words(said.text, said.passage)

    def _moved(self, said: Said) -> bool:
        """``Udtrådt pr. 1. juni 2023: Anna Holm (A)``."""
        match = _MOVED.fullmatch(without_lead(said.text))
        if match is None or self.outline.title() is None:
            return False
        days = read_days(match["when"], self.entries.words)
        found = self.entries.read(match["who"])
        event = Event.LEFT if days.left else None
        row = Row(passage=said.passage, event=event, from_=days.from_, to=days.left)
        self.outline.add_all(found if days != NO_DAYS else (), row)
        return bool(found) and days != NO_DAYS

    def _by_office(self, said: Said) -> bool:
        """``Borgmesteren: Anna Holm``, ``Formanden for KKR Fyn: Anna Holm``: who has a seat by office.

        The forum's own office is a role in it.
        """
        match = LABEL.fullmatch(without_lead(said.text))
        office = None if match is None else self.entries.office(match["label"])
        title = self.outline.title()
        if match is None or office is None or title is None:
            return False
        if office["body"] is None and self.headings.column(match["label"]) is not None:
            return False
        if not self.entries.is_entry(match["value"], expected=True):
            return False
        is_own = office["body"] is not None and fold(office["body"]) in fold(title)
        row = Row(
            passage=said.passage,
            role=self.headings.role(office["office"]) if is_own else None,
            event=None if is_own else Event.EX_OFFICIO,
        )
        for entry in self.entries.read(match["value"]):
            is_deputy = entry.role is Role.DEPUTY
            self.outline.add(entry, replace(row, event=None) if is_deputy else row)
        return True

    def _label(self, said: Said) -> bool:
        match = LABEL.fullmatch(without_lead(said.text))
        if match is None:
            return self._bare_label(said)
        column = self.headings.column(match["label"]) or self._numbered(match)
        column = column or self._proposed(match)
        if column is None or self.entries.find(match["label"]):
            return False
        if column.part == ListPart.REPLACES and self.headings.is_former(match["label"]):
            self.above.is_skipping = not match["value"]
            return True
        return self.tell(column, clean(match["value"]).rstrip(" ;"), said)

    def _numbered(self, labelled: re.Match[str]) -> Column | None:
        """``Plads 1: Anna Holm``: a seat of several."""
        is_seat = _NUMBERED.fullmatch(labelled["label"]) is not None
        is_filled = is_seat and self.entries.is_entry(labelled["value"], expected=True)
        return Column(part=ListPart.PERSON) if is_filled else None

    def _proposed(self, labelled: re.Match[str]) -> Column | None:
        """``Foreslået: Anna Holm``: people, if anybody is named."""
        group = self.headings.group(f"{labelled['label']}:")
        if group is None or group.certain:
            return None
        if not self.entries.is_entry(labelled["value"], expected=True):
            return None
        return Column(part=ListPart.PERSON, role=group.role, is_proposed=True)

    def _of_party(self, said: Said) -> bool:
        """``V: Anna Holm, Bo Lund``, or ``Venstre: Anna Holm``: those of a party."""
        match = LABEL.fullmatch(without_lead(said.text))
        token = None if match is None else party_token(match["label"], self.entries.registry)
        if match is None or token is None or self.outline.forum() is None:
            return False
        found = self.entries.read(match["value"])
        row = Row(passage=said.passage, party=self.entries.scheme.letter(token))
        self.outline.add_all(found, row)
        return bool(found)

    def _sent(self, said: Said) -> bool:
        """``Idrætten: Anna Holm``: whom an organisation sends, and those further in below."""
        match = LABEL.fullmatch(without_lead(said.text))
        if match is None or not self.entries.is_entry(match["value"], expected=True):
            return False
        found = self.entries.read(match["value"])
        if self._is_of_some(match["label"], found):
            first = fold(match["label"]).split()[0]  # "Observatør for de ansatte"
            row = Row(passage=said.passage, role=self.entries.words.roles.get(first))
            self.outline.add_all(found, row)
            return True
        if not _SENDER.fullmatch(match["label"]):
            if any(entry.party for entry in found):
                self.outline.forum()  # "Kontaktpolitiker: Bo Lund (V)": the heading above is one
            return False
        if self.outline.forum() is None:
            return False
        self.outline.start_group(Group(on_behalf_of=match["label"]), NO_DAYS)
        row = Row(passage=said.passage)
        self.outline.add_all(found, row)
        self.above.hanging = Hanging(row=row, column=said.column)
        return True

    def _is_of_some(self, label: str, found: Sequence[Entry]) -> bool:
        """Whether a label says whom those behind it speak for in the forum: "Fiskeri", "Medlem for de ansatte"."""
        is_named = all(self.entries.persons.is_known(entry.name) for entry in found)
        is_place = self.entries.place_of(label) is not None
        is_role = fold(label).split()[0] in self.entries.words.roles
        form = _PHRASE if is_role else _TRADE
        is_phrase = form.fullmatch(label) is not None and not (is_place or self.is_forum(label))
        return self.outline.is_within() and is_named and is_phrase

    def _dated_label(self, said: Said) -> bool:
        """``Udtrådt den 28. februar 2026: Anna Holm (A)``."""
        match = LABEL.fullmatch(without_lead(said.text))
        day = None if match is None else only_day(match["label"])
        if match is None or day is None or self.outline.title() is None:
            return False
        (found,) = find_dates(match["label"], 0, len(match["label"]))
        column = self.headings.column(match["label"][: found.start])
        part = None if column is None else column.part
        value = clean(match["value"])
        if part not in (ListPart.LEFT, ListPart.FROM) or not self.entries.is_entry(value):
            return False
        has_left = part is ListPart.LEFT
        row = Row(
            passage=said.passage,
            event=Event.LEFT if has_left else None,
            from_=None if has_left else day,
            to=day if has_left else None,
        )
        self.outline.add_all(self.entries.read(value), row)
        return True

    def _bare_label(self, said: Said) -> bool:
        """A label on a line of its own, without a colon: what it is for follows."""
        column = self.headings.column(without_lead(said.text))
        if column is not None and column.part is ListPart.REPLACES:
            is_former = self.headings.is_former(said.text)
            self.above.is_skipping = self.above.is_skipping or is_former
            return is_former
        if column is None or column.part not in _ON_A_LINE:
            return False
        if column.part == ListPart.NOTHING:
            self.above.is_skipping = True
        else:
            self.above.waiting = column.part
        return True

    def tell(self, column: Column, value: str, said: Said) -> bool:
        """What stands behind a label, or on the line below it."""
        part = column.part
        if part in (ListPart.NOTHING, ListPart.DATE):
            self.above.is_skipping = part is ListPart.NOTHING and not value
            return True
        is_about_people = (
            not value or bool(self.entries.find(value)) or self.entries.is_vacant(value)
        )
        if part in (ListPart.FROM, ListPart.TO) and is_about_people:
            column = Column(part=ListPart.PERSON, is_many=True)  # "Udpeget: Anna Holm"
            part = ListPart.PERSON
        if part in (ListPart.FORUM, ListPart.ORGANIZATION) and self._lists_people(value):
            column = Column(part=ListPart.PERSON, is_many=True)  # "Bestyrelse: Anna Holm (A), ..."
            part = ListPart.PERSON
        if part is ListPart.PERSON and column.role is None and self.is_forum(value):
            part = ListPart.FORUM  # "Navn: Havnerådet"
        if part == ListPart.PERSON:
            return self._labelled_people(column, value, said)
        if part in (ListPart.FORUM, ListPart.ORGANIZATION):
            if not _is_name(value) or _OF_SEVERAL.match(said.text):
                return False
            self.outline.open(value, said.passage)
            self.above.lone = None
            return True
        if not value:
            self.above.waiting = part
            return True
        return self.particulars.tell(part, value, said.passage)

    def _lists_people(self, value: str) -> bool:
        """Whether those who sit in a forum stand where its name would be."""
        return self.outline.title() is not None and self.entries.is_entry(value)

    def _labelled_people(self, column: Column, value: str, said: Said) -> bool:
        """``Medlemmer: Anna Holm (A), Bo Lund (V)``; without a value, the lines below."""
        if not value and column.role is None:
            return self.outline.title() is not None
        if not value:
            return self.groups.read(replace(said, text=f"{said.text.rstrip(': ')}:"))
        if self.outline.title() is None:
            return False
        if self.entries.is_dash(value) and column.role == Role.DEPUTY:
            return True
        if self.entries.is_vacant(value) or self.entries.is_dash(value):
            self.outline.leave_empty(Row(passage=said.passage, role=column.role))
            return True
        if not self.entries.is_entry(value, expected=True):
            return self.tell_rules(value, said.passage)
        is_deputy = column.role == Role.DEPUTY
        is_ordered = _NUMBER_AHEAD.match(said.text) is not None
        is_shared = column.is_many or is_ordered or _is_of_all(said.text)
        lone = self.above.lone if is_deputy and not is_shared else None
        found = self.entries.read(value, lone=lone)
        row = self._labelled_row(column, said)
        for entry in found:
            alone = lone if len(found) == 1 and entry.name != lone else None
            self.outline.add(entry, replace(row, deputy_for=alone))
        if not is_deputy:
            self.above.lone = found[0].name if len(found) == 1 else None
        if column.is_many:
            self.above.hanging = Hanging(row=row, column=said.column)
        return True

    def _labelled_row(self, column: Column, said: Said) -> Row:
        """What a label says of those behind it; "Fælles suppleanter" are of all, whoever sent those above."""
        label = said.text.partition(":")[0]
        if _is_of_all(label):
            self.outline.start_group(Group(role=column.role), NO_DAYS)
        return Row(
            passage=said.passage,
            role=column.role,
            event=self.headings.event(label),
            by=self.headings.by(label),
            certain=not column.is_proposed,
        )


def _is_name(value: str) -> bool:
    """Whether what stands behind "Forum:" names one: it has a capital."""
    return any(map(str.isupper, value))


def _is_of_all(label: str) -> bool:
    """Whether deputies are those of all members: "Fælles suppleant"."""
    return _OF_ALL.match(without_lead(label)) is not None
