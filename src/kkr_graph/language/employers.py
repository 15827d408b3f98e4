"""Employers, which may look like names: "gårdejer Bo Lund, Havn Vest, og Eva Skov"."""

import re
from collections.abc import Sequence

from kkr_graph.language.presented import Presented
from kkr_graph.language.vocabulary import Vocabulary

_PARTY = re.compile(r" ?\([A-ZÆØÅ]{1,3}\)")
# Danish has no comma before the last of several: one there ends what was set behind the name before
_SET_BEHIND = re.compile(
    r"(?P<and>,\s+og\b)|,\s+(?P<word>[a-zæøå]+)\s|\s*(?:\((?:under|kun|pkt\.?|punkt) |[.;](?!\w)|$)"
)
# "adm. direktør i", "partner hos"; "ejer", "der driver"
_WORKS_IN = re.compile(r"(?:\b(?P<office>[a-zæøå.]{4,}) (?:i|hos|ved|af)|\b(?:ejer|driver)) $")
# ", hotelejer, " between a name and what it is said of
_OCCUPATION_BETWEEN = re.compile(
    r"(?: ?\([^()]{1,30}\))?,\s(?:(?P<occupation>[a-zæøå][^,;:()\t\n]{2,40}),\s)?"
)
# "borgmester Bo Lund, Eva Skov": behind these stands no firm, but the next of those listed
_SENT_BY_VOTERS = re.compile(
    r"(?:borgmester|rådmand|rådkvinde|(?:råds|bestyrelses|folketings)medlem)(?= (?-i:[A-ZÆØÅ])|$)",
    re.IGNORECASE,
)
# "Claus Nielsen, Elo Nielsen": two with a name that many have, and no "Brødrene Nielsen"
_NAMESAKE = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?<!ene)(?<!hotel) [A-ZÆØÅ][a-zæøå]+sen")


class EmployerReader:
    """Tells the people of a text from the firms that are set behind them."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words

    def without_set_behind(self, text: str, names: Sequence[Presented]) -> list[Presented]:
        """The names without what a comma sets behind somebody: "gårdejer Bo Lund, Havn Vest, og Eva Skov"."""
        return [
            name
            for before, name in zip((None, *names), names, strict=False)
            if before is None
            or not (
                self._is_set_behind(text, before, name)
                or self._is_in_brackets(text, name)
                or self._is_where_employed(text, name)
            )
        ]

    def is_employer(self, text: str, name: Presented) -> bool:
        """Whether a name is a capitalised phrase behind an occupation: "Ejer, Svanholms Gartneri"."""
        cell = text[: name.start].rpartition("\t")[2]
        occupation = re.search(r"([^,\t]+),\s*$", cell)
        is_person = name.given or _PARTY.match(text, name.end) is not None
        return (
            occupation is not None
            and name.title is None
            and not is_person
            and _SENT_BY_VOTERS.search(occupation[1]) is None
            and self.words.is_title(occupation[1].strip())
        )

    def _is_in_brackets(self, text: str, name: Presented) -> bool:
        """Whether a name stands alone in brackets: "Bo Lund (Fyns Politi)" is from there."""
        alone = text[: name.start].endswith("(") and text[name.end : name.end + 1] == ")"
        return alone and name.title is None and not name.given

    def _is_where_employed(self, text: str, name: Presented) -> bool:
        """Whether a name is of the firm somebody works in: "direktør i Holm Bilglas", "der ejer Skov Consulting"."""
        if name.given or name.title is not None:
            return False
        led = _WORKS_IN.search(text, max(0, name.start - 60), name.start)
        return led is not None and (led["office"] is None or self.words.is_title(led["office"]))

    def _is_set_behind(self, text: str, before: Presented, name: Presented) -> bool:
        """Whether a name is in the place of a firm: it has no office or party of its own."""
        ends = _SET_BEHIND.match(text, name.end)
        between = _OCCUPATION_BETWEEN.fullmatch(text[before.end : name.start])
        if ends is None or between is None or name.title is not None or name.given:
            return False
        if _is_called_after(name.name, before.name):
            return True
        if ends["word"] is not None:
            return self.words.is_verb(ends["word"])
        office = between["occupation"] or before.title
        if office is not None and _SENT_BY_VOTERS.search(office):
            return False
        return ends["and"] is not None or (office is not None and self.words.is_occupation(office))


def _is_called_after(firm: str, owner: str) -> bool:
    """Whether a name has the surname of somebody in it: "Bo Havn, Havn Feriehuse", "Bo Havn, Havns Bageri"."""
    surname = owner.split()[-1].casefold()
    if _NAMESAKE.fullmatch(firm) and firm.split()[1].casefold() == surname:
        return False
    return len(owner.split()) > 1 and any(
        word.casefold() in (surname, f"{surname}s", f"{surname}’s", f"{surname}'s")
        for word in firm.split()
    )


def belongs_to_other(text: str, one: Presented, others: Sequence[Presented]) -> bool:
    """Whether a name says of another: "advokat Eva Skov fra Holm Dahl", "Eva Skov for Bo Lund"."""
    before = next((other for other in reversed(others) if other.end < one.start), None)
    between = "" if before is None else text[before.end : one.start]
    return between in (" fra ", " for ") or between.endswith("fuldmagt fra ")
