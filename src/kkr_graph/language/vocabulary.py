"""What single words and phrases are: a given name, an office, an organisation, a person."""

import re

from kkr_graph.language.names import is_given, is_name
from kkr_graph.model.extract import AttendanceStatus
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import fold
from kkr_graph.model.registry import Registry

# "bad Bo Lund om en redegørelse": what follows is no occupation
FUNCTION_WORD = re.compile(
    r"(?:om|at|en|et|for|med|til|og|i|på|som|der|den|det|de|af|fra|ved|hvor|hvis|når|mens|men|eller|samt|under|efter|kl|ca)\b"
)
_VERB = re.compile(
    r"\w{2,}(?:er|ede|te)|\w*(?:tog|holdt|gav|kom|gik|trak)|er|var|blev|har|havde|fik|bad|bød|sagde"
)
# how somebody came, or why not: "Deltog via Teams", "Afbud pga. ferie"
_WAS = re.compile(r"^(?:var|er|blev) (?:desværre |dog )?")  # "var forhindret"
_MANNER = re.compile(
    r",? (?:(?:(?:via|på|over|per|pr\.?|med|ved) )?(?:teams|zoom|skype|webex|video\w*|telefon\w*|skærm|link|online|virtuelt|digitalt|fysisk)(?:[ -]?(?:møde|link|forbindelse))?|(?:pga\.?|p\.g\.a\.|på grund af|grundet) .+)$"
)
# "Fjordens Varmenet" belongs to the fjord; "Mogens Holm" and "Jens Holm" are given names
_OWNED = re.compile(r"\w{3,}(?:ens|ets|ernes)")
_OWNED_BY_SHORT = re.compile(r"[A-ZÆØÅ]{2,6}[’']s ")  # "KL’s Miljø": the half of a committee
_SURNAME = re.compile(r"\w(?:sen|holm|holt|gaard|gård|strup|berg|bæk|bech|kjær|kær|toft|boe|lund)$")
_WORDS_OF_NAME = 2
_SHORT_ADJECTIVE = 3  # letters: "Ask" is none


class Vocabulary:
    """Tells of the words of a document which are names, offices and organisations."""

    def __init__(self, registry: Registry, lexicon: Lexicon) -> None:
        self.registry = registry
        self.lexicon = lexicon

    def is_given(self, word: str) -> bool:
        """Whether a word is one of the given names we know."""
        return is_given(word, self.lexicon.given_names)

    def begins_given(self, phrase: str) -> bool:
        """Whether the first word of a phrase is one of the given names we know."""
        return self.is_given(phrase.split()[0])

    def is_organization(self, phrase: str) -> bool:
        """Whether a capitalised phrase names an organisation or a place."""
        return self._is_named_organization(phrase) or self._seems_organization(phrase)

    def _is_named_organization(self, phrase: str) -> bool:
        """Whether a phrase has a word that only organisations and places have."""
        words = fold(phrase).split()
        return bool(
            self.lexicon.organization_words.intersection(words)
            or (
                not self.is_given(words[0] if words else "")  # "Marie Braad" is no council
                and any(word.endswith(self.lexicon.organization_endings) for word in words)
            )
            or self.registry.municipality(phrase)
            or self.registry.body(phrase)
        )

    def _seems_organization(self, phrase: str) -> bool:
        """Whether the first word has the form of an adjective or of an owner, and no surname follows.

        "Nordjysk Fortælling" and "Fjordens Varmenet" are none; "Ask Holm" and "Valens Nielsen" are people.
        """
        first, *others = fold(phrase).split() or [""]
        described = first.endswith(("sk", "ske")) and len(first) > _SHORT_ADJECTIVE
        owned = _OWNED.fullmatch(first) is not None and not self.is_given(first)
        surname = bool(others) and _SURNAME.search(others[-1]) is not None
        return (described or owned) and not surname

    def is_title(self, phrase: str) -> bool:
        """Whether a phrase is an office or an occupation."""
        folded = fold(phrase)
        first = folded.split(" ", 1)[0]
        return (
            folded in self.lexicon.titles
            or first in self.lexicon.titles
            or first.endswith(self.lexicon.title_endings)
            or folded.endswith(self.lexicon.title_endings)
        )

    def is_role(self, phrase: str) -> bool:
        """Whether a phrase is a role in a body, as "formand" and "nyt medlem"."""
        return any(word in self.lexicon.roles for word in fold(phrase).split())

    def is_person(self, phrase: str, *, evident: bool = False) -> bool:
        """Whether a phrase has the form of a name and is nothing else that we know.

        Where it is ``evident`` that a person stands here, the form of the first word tells nothing,
        and nor does a surname that is a word as well.
        """
        given = self.begins_given(phrase)
        if evident and given and len(phrase.split()) == _WORDS_OF_NAME:  # "Anna Havn (A)"
            return is_name(phrase)
        shouted = phrase.isupper() and not given
        function = phrase.split()[0].casefold() in self.lexicon.no_names and not given
        party = self.registry.party_by_name(phrase) is not None  # "Radikale Venstre"
        heading = not given and fold(phrase.split()[-1]) in self.lexicon.titles  # "ES. Referent"
        known_else = (
            shouted
            or _OWNED_BY_SHORT.match(phrase) is not None
            or function
            or party
            or heading
            or self._is_named_organization(phrase)
            or (not evident and self._seems_organization(phrase))
            or (self.is_title(phrase) and not self._is_surname(phrase))
        )
        return is_name(phrase) and not known_else

    def _is_surname(self, phrase: str) -> bool:
        """Whether the second of two words is a name, whatever trade it means: "Anna Skovfoged"."""
        words = phrase.split()
        known = self.lexicon.titles | self.lexicon.roles.keys()
        return (
            len(words) == 2
            and self.begins_given(phrase)
            and words[1][0].isupper()
            and fold(words[1]) not in known
        )

    def is_verb(self, word: str) -> bool:
        """Whether a word is a verb that tells what somebody did."""
        return word in self.lexicon.verbs or (
            _VERB.fullmatch(word) is not None and not self.is_title(word)
        )

    def is_occupation(self, phrase: str) -> bool:
        """Whether a phrase is an office, or words in small letters that may be one."""
        small = phrase.islower() and len(phrase.split()) <= 3
        return self.is_title(phrase) or (small and not FUNCTION_WORD.match(phrase))

    def status(self, phrase: str) -> AttendanceStatus | None:
        """Whether somebody came, as a word beside a name says: ``Deltog``, ``Deltog via Teams``."""
        folded = fold(phrase)
        words = self.lexicon.status_words
        if folded not in words:
            folded = _WAS.sub("", _MANNER.sub("", folded))
        first = folded.split(" ", 1)[0]
        return words.get(folded) or (words.get(first) if len(folded.split()) == 2 else None)
