"""The cells of a row that stand on lines of their own, below a name: its party, its role."""

import re
from dataclasses import replace

from kkr_graph.language.people import PeopleReader
from kkr_graph.model.extract import Attendance
from kkr_graph.model.names import fold

_LETTER = re.compile(r"\([A-ZÆØÅ]{1,2}\)")
_NUMBER = re.compile(r"^\d\. ?")


def is_cell(text: str, people: PeopleReader) -> bool:
    """Whether a line is no more than a cell of the row above: "(A)", "2. næstformand"."""
    role = fold(_NUMBER.sub("", text))
    return _LETTER.fullmatch(text) is not None or role in people.lexicon.roles


def with_cell(person: Attendance, text: str, people: PeopleReader) -> Attendance:
    """Somebody with the party or the role that stands on the next line."""
    if _LETTER.fullmatch(text) is None:
        return replace(person, title=person.title or text)
    again = next(iter(people.find_listed(f"{person.name} {text}")), None)
    return person if again is None else replace(person, party=person.party or again.party)
