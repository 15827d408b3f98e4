"""Which role the words beside a name give somebody in the forum that a list speaks of."""

import re
from collections.abc import Sequence

from kkr_graph.appointments.headings import HeadingReader, lead_length
from kkr_graph.language.people import PeopleReader
from kkr_graph.model.extract import Role
from kkr_graph.model.names import clean, fold

APART = re.compile(r"[,;()\[\]\t|]|\s[–—·-]\s")  # not a label: "; Observatør: Eva Skov"
PIECE = re.compile(rf"{APART.pattern}|: ")
# what a list calls the forum it speaks of; "observatør for de frivillige" is one in it
ITSELF = frozenset({
    "bestyrelsen", "rådet", "udvalget", "nævnet", "forummet", "kommissionen", "kommissionens",
    "repræsentantskabet", "komiteen", "komitéen", "styregruppen",
})  # fmt: skip
_OFFICES_HERE = (["formanden"], ["næstformanden"], ["medlemmet"], ["medlem"])
_HERE = frozenset({"observatør", "tilforordnet"})
_ELSEWHERE = re.compile(r"\w+s(?:formand|forkvinde)")  # "Udvalgsformand Anna Holm": her office
# "som formand", "der er næstformand", "som også er formand for bestyrelsen"
_RELATIVE = re.compile(
    r"(?:(?:der|som) (?:også |samtidig |tillige )?(?:er|fungerer som|virker som)|som) (?:også )?"
)
_BORN = re.compile(r"fødte? ", re.IGNORECASE)
# "formand i kraft af embedet som borgmester"
_BY_OFFICE = re.compile(
    r" (?:i kraft af|i medfør af|i egenskab af|qua|ex officio)\b", re.IGNORECASE
)
# "udpeget medlem", "personlig suppleant", "2. suppleant"
_ADJECTIVES = frozenset({
    "udpeget", "personlig", "politisk", "kommunal", "regional", "ordinært", "menigt", "ny", "1", "2", "3",
})  # fmt: skip


class RoleReader:
    """Reads such words; an office elsewhere is no role."""

    def __init__(self, headings: HeadingReader, people: PeopleReader) -> None:
        self.words = headings.words
        self.people = people

    def beside(self, before: str, after: str) -> Role | None:
        """The role that stands with a name; an office elsewhere is none."""
        lead = _ELSEWHERE.sub("", before[lead_length(before) :])
        for piece in (*reversed(pieces(lead)), *pieces(after)):
            role = self._of_piece(piece)
            if role is not None:
                return role
        return None

    def _of_piece(self, piece: str) -> Role | None:
        plain = clean(piece).strip(" .:")
        relative = _RELATIVE.match(plain)
        plain = plain if relative is None else plain[relative.end() :]
        office, joined, rest = plain.partition(" og ")
        if joined and self.people.words.is_title(office) and fold(office) not in self.words.roles:
            plain = rest  # "borgmester og formand for kommissionen"
        role = self.words.roles.get(fold(plain))
        if role is not None:
            return role
        born = _BORN.match(plain)
        if born is not None:
            return self._office(plain[born.end() :])  # "født formand"
        by_office = _BY_OFFICE.search(plain)
        if by_office is not None:
            return self._office(plain[: by_office.start()])
        words = fold(plain).split()
        if len(words) > 1 and words[1] == "for" and words[2:] in _OFFICES_HERE:
            return self.words.roles.get(words[0])  # "stedfortræder for formanden"
        # "formand for bestyrelsen", "medlem udpeget af X": not "formand for KKR", "medlem af byrådet"
        if (
            words
            and words[0] in self.words.roles
            and not (len(words) > 1 and words[1] in ("for", "i", "af") and words[0] not in _HERE)
        ):
            return self.words.roles[words[0]]
        whose = words[3:4] in (["for"], ["i"], ["af"])  # "formand for udvalget for Kultur"
        if len(words) > 2 and words[0] in self.words.roles and words[2] in ITSELF and not whose:
            return self.words.roles[words[0]]
        if len(words) == 2 and words[1] in self.words.roles and words[0] in _ADJECTIVES:
            return self.words.roles[words[1]]
        return None

    def _office(self, phrase: str) -> Role | None:
        """What somebody is by office; "født medlem" is of the sort that those around it are."""
        role = self.words.roles.get(fold(phrase))
        return None if role is Role.MEMBER else role


def pieces(text: str) -> Sequence[str]:
    """What commas, brackets and dashes part."""
    return tuple(piece.strip() for piece in PIECE.split(text) if piece.strip())
