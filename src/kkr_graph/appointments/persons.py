"""Who is named in a list: what has the form of a name, and is no company, party or forum."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kkr_graph.appointments.headings import HeadingReader
from kkr_graph.language.names import is_given
from kkr_graph.language.parties import party_token
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.presented import Presented
from kkr_graph.model.lexicon import Lexicon, ListPattern
from kkr_graph.model.names import fold
from kkr_graph.model.registry import Registry

_OF_ABOVE = re.compile(r"\W*(?:personlig )?(?:suppleant|stedfortræder)\b", re.IGNORECASE)
# "Havnens", "Kystlandets", "Hospitalsenheden": no given name
_DEFINITE = re.compile(r"[A-ZÆØÅ]\w{4,}(?:ets|ens|ernes)|[A-ZÆØÅ]\w{6,}(?:en|et|erne)")
_LIST = re.compile(r"\((?:Liste|Lokalliste|Borgerlisten|Partiet)\b[^()]*$")  # "(Liste Vand og Vej)"
_INITIAL = re.compile(r"[A-ZÆØÅ]\.")
_NO_NAME = re.compile(r"(?:Listen?|De[nt]?|Danmarks|Foreningen|Fonden|Bestyrelsen|Selskabet) ")
# "Aalborg Byråds repræsentation i selskaber"
_COUNCIL = re.compile(r"[^,;:]* (?:Byråd|Kommunalbestyrelse|Kommune|Regionsråd)(?:s|et|en)*")
_COMPANY = re.compile(
    r"(?: og [A-ZÆØÅ][\w-]+)*,? (?:(?:den )?[Ss]elvejende|[AIKP]/S|ApS|AmbA|[Aa]\.?[Mm]\.?[Bb]\.?[Aa]|F\.?M\.?B\.?A|IVS|Fonden)(?!\w)"
)


class PersonReader:
    """Finds people in a line or a cell."""

    def __init__(
        self, registry: Registry, lexicon: Lexicon, people: PeopleReader, headings: HeadingReader
    ) -> None:
        self.registry = registry
        self.people = people
        self.given_names = lexicon.given_names
        self.surnames = lexicon.surnames
        self.title = lexicon.lists.patterns[ListPattern.TITLE]
        self.contact = lexicon.lists.patterns[ListPattern.CONTACT]
        self.bodies = frozenset(
            fold(named.name)
            for named in headings.bodies.defined
            if registry.party_by_press_letter(named.abbreviation or "") is None
        )  # that the document gives an abbreviation
        self.presented: frozenset[str] = frozenset()

    def find(self, text: str) -> tuple[Presented, ...]:
        """Everybody in a text; "Den Fælles Pulje" has the form of a name, and is none."""
        return tuple(
            person
            for person in self.people.find(text)
            if not _NO_NAME.match(person.name)
            and not _COUNCIL.fullmatch(person.name)
            and not _COMPANY.match(text, person.end)
            and (not _DEFINITE.fullmatch(person.name.split()[0]) or self.is_given(person.name))
            and party_token(person.name, self.registry) is None
            and fold(person.name) not in self.bodies
            and not _LIST.search(text[: person.start])
            and not self.title.search(person.name)
            and not self.contact.search(person.name)
        )

    def is_named(self, text: str) -> bool:
        """Whether a phrase is a person's name by its given name."""
        return any(self.is_given(person.name) for person in self.find(text))

    def know(self, lines: Iterable[str]) -> None:
        """Who is presented somewhere with a party or a title, is known where the name stands alone."""
        self.presented = frozenset(
            fold(person.name)
            for line in lines
            for person in self.find(line)
            if person.party is not None or self._is_titled(person)
        )

    def _is_titled(self, person: Presented) -> bool:
        """Whether a name has an office beside it, and not "politisk styregruppe"."""
        title = person.title
        return title is not None and not self.people.words.is_organization(title)

    def know_above(self, lines: Sequence[str]) -> None:
        """A name that stands alone above its deputy is somebody's."""
        self.presented |= {
            fold(person.name)
            for line, below in pairwise(lines)
            if _OF_ABOVE.match(below)
            for person in self.find(line)
            if line == person.name
        }

    def is_known(self, name: str) -> bool:
        """Whether a name is somebody's where it stands alone."""
        return self.is_given(name) or fold(name) in self.presented

    def is_given(self, name: str) -> bool:
        """Whether a name is somebody's, by its first word or a common surname."""
        first, *_, last = name.split()
        known = is_given(first, self.given_names)
        return known or _INITIAL.fullmatch(first) is not None or fold(last) in self.surnames
