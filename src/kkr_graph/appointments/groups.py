"""Lines that head those below them: "Medlemmer", "Udpeget af KKR:", "Rådet består af 11 medlemmer:"."""

import re

from kkr_graph.appointments.days import NO_DAYS, read_days
from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.headings import (
    Group,
    HeadingReader,
    without_day,
    without_genitive,
    without_lead,
)
from kkr_graph.appointments.lines import Above, Said
from kkr_graph.appointments.outline import Outline
from kkr_graph.appointments.posts import POST
from kkr_graph.appointments.titles import is_proper
from kkr_graph.language.seat_forms import COUNT
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import ListPattern
from kkr_graph.model.names import clean, fold

_SENTENCE = re.compile(
    r"(?<!\w)(?:er|har|kan|skal|består|ledes|sammensættes|udgøres|udpeger|udpeges|vælger|vælges|sidder)(?!\w)"
)
# who voted for those below: "Valggruppe II", "Mindretallet"
_VOTERS = re.compile(
    r"(?:Valggruppe|Gruppe|Flertal(?:let|sgruppen)|Mindretal(?:let|sgruppen))(?: (?:[IVX]{1,4}|\d{1,2}|[A-ZÆØÅ]{1,3}(?:[,+ ]+[A-ZÆØÅ]{1,3})*))?(?: ?\([^()]*\))?:?"
)
_FROM = re.compile(r"Fra [^:,.]{3,60}:")  # where they come from
_COUNTED = re.compile(rf"{COUNT} [a-zæøå]", re.IGNORECASE)
_KIND = re.compile(
    r"(?:bestyrelse|kommission|styregruppe)(?:n|ns medlemmer)?|(?:råd|udvalg|nævn|repræsentantskab|formandskab)(?:et|ets medlemmer)?",
    re.IGNORECASE,
)
_ORDERED = re.compile(r" rækkefølge$")  # "Suppleanter i den anførte rækkefølge"
_BULLET = re.compile(r"(?:[-–—•*·▪◦]\s+)*")


class GroupReader:
    """Reads such lines into the outline."""

    def __init__(
        self, outline: Outline, headings: HeadingReader, entries: EntryReader, above: Above
    ) -> None:
        self.outline = outline
        self.headings = headings
        self.entries = entries
        self.words = entries.words
        self.above = above

    def read(self, said: Said) -> bool:
        """A heading of a word or two, or of an act, and the forum that it may name."""
        text = said.text
        plain = without_lead(text)
        if POST.fullmatch(plain) and not plain.endswith(":"):
            return False  # "Medlem af Havnerådet" below somebody is what that one is
        if self._is_part(plain):
            self.outline.start_group(Group(), NO_DAYS)
            self.above.lone = None
            return True
        if self.entries.find(text) or self.entries.is_vacant(text):
            return False
        if _COUNTED.match(_BULLET.sub("", text, count=1)) and not text.rstrip().endswith(":"):
            return False  # "2 medlemmer, der udpeges af KKR" is a rule
        return self._group(said)

    def _group(self, said: Said) -> bool:
        text = said.text
        group = self.headings.group(text)
        is_sentence = text.rstrip().endswith(".")
        named = self.headings.members(clean(without_lead(text)).strip(" :"))
        is_title = self.words.patterns[ListPattern.TITLE].search(text) is not None
        named = None if is_sentence or is_title else named
        if named is not None and (group is None or group.by is None):
            self._open_named(named, said)
        if group is None:
            return False
        # "Bestyrelsesmedlemmer i Havnen A/S" may be a forum; a group is a word or two, or an act
        self.above.group = group if group.is_act else None
        if self.outline.title() is None:
            return False
        plain = without_lead(text)
        is_word = text.rstrip().endswith(":") or self.headings.column(plain) is not None
        is_word = is_word or self.headings.heads_some(plain) or _ORDERED.search(plain) is not None
        if not group.is_act and not is_word and named is None:
            return False
        # "Medlemmer pr. 1. marts 2026" are those of that day, and not since it
        dated = text if group.is_act else without_day(text)
        self.outline.start_group(group, read_days(dated, self.words))
        if group.role != Role.DEPUTY:
            self.above.lone = None
        return True

    def _is_part(self, plain: str) -> bool:
        """Whether a line below a forum is "Bestyrelse:" or "Valggruppe I": of it, and no other."""
        title = self.outline.title()
        kind = plain.strip(" :")
        is_part = _VOTERS.fullmatch(plain) or _KIND.fullmatch(kind) or self.heads_some(plain)
        return bool(is_part) and title is not None and title != kind

    def heads_some(self, plain: str) -> bool:
        """Whether a line is over some of those in a forum: "Fra erhvervslivet:", "Ændringer"."""
        changes = self.words.patterns[ListPattern.CHANGES].match(plain.strip(" :"))
        return changes is not None or _FROM.fullmatch(plain) is not None

    def _open_named(self, members: re.Match[str], said: Said) -> None:
        """The forum of ``Medlemmerne af KL's formandskab er:``, by a name that is one alone."""
        name = members["forum"] or without_genitive(members["owner"])
        is_named = name is not None and _KIND.fullmatch(name) is None
        is_new = is_named and bool(members["founded"] or members["board"])
        is_told = self.outline.title() is not None
        if name is None or (is_told and not is_new and not is_proper(name)):
            return
        forum = self.outline.forum()
        if forum is None or fold(name) not in fold(forum.name):
            self.outline.rename(name, said.passage)

    def lead_in(self, said: Said) -> bool:
        """``Rådet består af 11 medlemmer, hvoraf borgmesteren er formand:`` and those below it."""
        text = said.text.rstrip()
        if not text.endswith(":") or not _SENTENCE.search(text) or self.outline.forum() is None:
            return False
        self.outline.start_group(Group(), NO_DAYS)
        self.above.lone = None
        return True
