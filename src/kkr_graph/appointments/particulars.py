"""What a list tells of a forum itself: its purpose, its law, its composition and its period."""

import re
from collections.abc import Callable
from dataclasses import replace

from kkr_graph.appointments.days import Period, read_days
from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.outline import EVERYBODY, Outline
from kkr_graph.language.period import only_day
from kkr_graph.model.lexicon import ListPart, ListPattern
from kkr_graph.model.span import Passage

# "Funktionsperioden er ...", "Valgt for perioden ..."
_DURATION = re.compile(
    r"(?:(?:[\w']+ )?(?:er )?(?:valgt|udpeget|beskikket|gælder|gældende) (?:for|i) (?:den |hele )?)?(?:funktions|valg|udpegnings|beskikkelses)?perioden?\b(?! for )",
    re.IGNORECASE,
)


class ParticularReader:
    """Tells the outline what is said of the forum that is spoken of."""

    def __init__(
        self,
        outline: Outline,
        entries: EntryReader,
        tell_rules: Callable[[str, Passage], bool],
    ) -> None:
        self.outline = outline
        self.entries = entries
        self.words = entries.words
        self.tell_rules = tell_rules

    def tell_in_words(self, text: str, passage: Passage) -> bool:
        """``Nedsat i henhold til § 18``, ``Funktionsperioden løber fra 1. februar 2022 til ...``."""
        law = self.words.patterns[ListPattern.SET_UP].match(text)
        if law is not None:
            return self.tell(ListPart.LEGAL_BASIS, law["law"], passage)
        days = read_days(text, self.words)
        is_told = _DURATION.match(text) is not None and not self.entries.find(text)
        if not is_told or self.outline.title() is None or (days.from_ is None and days.to is None):
            return False
        if self.outline.current is None:  # the heading may be over several forums
            self.outline.start_group(EVERYBODY, days)
        else:
            self.outline.current.period = days
        return True

    def tell(self, part: ListPart, value: str, passage: Passage) -> bool:
        """What stands behind a label; whether it was understood."""
        forum = self.outline.forum()
        if forum is None:
            return part == ListPart.PERIOD
        forum.is_told = True
        if self.entries.is_dash(value):
            return True
        match part:
            case ListPart.PURPOSE:
                forum.purpose = forum.purpose or (value, passage)
            case ListPart.LEGAL_BASIS:
                forum.legal_basis = forum.legal_basis or (value, passage)
            case ListPart.RULE:
                return self.tell_rules(value, passage) or not self.entries.find(value)
            case ListPart.PERIOD | ListPart.FROM | ListPart.TO:
                forum.period = self._period(part, value, forum.period)
            case ListPart.BY:
                forum.group = replace(forum.group, by=value)
                self.outline.appointed_by(value)
            case ListPart.ABBREVIATION | ListPart.NOMINATED_BY | ListPart.ROLE:
                return True
            case _:
                return not self.entries.find(value)
        return True

    def _period(self, part: ListPart, value: str, before: Period) -> Period:
        whole = read_days(value, self.words)
        match part:
            case _ if whole.from_ is not None and whole.to is not None:
                return whole
            case ListPart.FROM:
                return replace(before, from_=only_day(value))
            case ListPart.TO:
                return replace(before, to=only_day(value))
            case _:
                return whole
