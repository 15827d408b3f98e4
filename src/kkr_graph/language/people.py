"""Reads how a document presents somebody: name, party, municipality, title, organisation.

Documents write ``Anna Holm (A) Aalborg Kommune``, ``Anna Holm, A``, ``Borgmester Anna Holm (A),
Lolland``, ``Anna Holm, direktør, Dansk Industri``, ``Anna Holm: Deltog`` and more. An entry is taken
apart into a name and the particulars around it; each particular is recognised on its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from kkr_graph.language.employers import EmployerReader, belongs_to_other
from kkr_graph.language.item_lists import ITEMS_AHEAD, item_numbers
from kkr_graph.language.name_finder import NameFinder
from kkr_graph.language.parties import PartyScheme
from kkr_graph.language.presentation import DEPUTY_FOR, ParticularReader
from kkr_graph.language.presented import Presented
from kkr_graph.language.vocabulary import Vocabulary
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.registry import Registry


class PeopleReader:
    """Reads entries and phrases that present people."""

    def __init__(
        self,
        registry: Registry,
        lexicon: Lexicon,
        scheme: PartyScheme,
        *,
        gives_initials: bool = False,  # the document, behind its people: "Karen Friis (KF)"
    ) -> None:
        self.registry = registry
        self.lexicon = lexicon
        self.scheme = scheme
        self.words = Vocabulary(registry, lexicon)
        self._names = NameFinder(self.words)
        self._employers = EmployerReader(self.words)
        self._particulars = ParticularReader(self.words, scheme, gives_initials=gives_initials)
        self._found: dict[str, tuple[Presented, ...]] = {}  # a line is looked at by many readers

    def find(self, text: str) -> tuple[Presented, ...]:
        """Everybody whom ``text`` presents, each with the particulars up to the next person."""
        if text not in self._found:
            names = self._employers.without_set_behind(text, list(self._names.find(text)))
            self._found[text] = self._presented(text, names)
        return self._found[text]

    def find_listed(self, text: str) -> tuple[Presented, ...]:
        """The same, without those who are only named as the ones a deputy stands in for."""
        others = [match.span("name") for match in DEPUTY_FOR.finditer(text)]
        names = [
            name
            for name in self._names.find(text)
            if not any(start < name.end <= end for start, end in others)
            and not self._employers.is_employer(text, name)
        ]
        kept = self._employers.without_set_behind(text, names)
        return self._presented(text, [one for one in kept if not belongs_to_other(text, one, kept)])

    def _presented(self, text: str, names: Sequence[Presented]) -> tuple[Presented, ...]:
        ends = [*(name.start for name in names), len(text)][1:]
        presented = []
        ahead: tuple[str, ...] = ()
        for name, end in zip(names, ends, strict=True):
            rest = text[name.end : end]
            person = self._particulars.read(name, ITEMS_AHEAD.sub("", rest))
            presented.append(replace(person, items=person.items or ahead or None))
            following = ITEMS_AHEAD.search(rest)
            ahead = () if following is None else item_numbers(following["items"])
        return tuple(presented)
