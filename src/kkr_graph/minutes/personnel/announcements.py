"""Who is new in a body that was just said to have somebody new.

"Z har fået to nye medlemmer: X og Y", "Z har fået ny formand. Det er X".
"""

import re
from collections.abc import Iterator

from kkr_graph.minutes.clauses import Clause
from kkr_graph.minutes.personnel.acts import Personnel
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.model.extract import Event, Role

_ANNOUNCES = re.compile(
    r"(?P<body>[A-ZÆØÅ][^⟦.:;,]{2,70}?) (?:har (?:nu )?fået|fik|får) (?:(?:en|et|to|tre|fire|fem|seks|\d{1,2}|flere) )?ny(?:t|e)? "
    r"(?P<role>[a-zæøå]+)(?P<colon>:)?"
)
_THESE_ARE = re.compile(r"Det (?:er|bliver|blev|drejer sig om)\b|De (?:nye |\w+ )?(?:\w+ )?er\b")
_SEVERAL = ("er", "ere")  # "medlemmer", "repræsentanter", "observatører"


class AnnouncementReader:
    """Follows what one sentence announces into the next."""

    def __init__(self, targets: TargetReader) -> None:
        self.targets = targets
        self.awaited: tuple[Role, str, bool] | None = None  # role, body, whether there are several

    def read(self, clause: Clause) -> Iterator[Personnel]:
        """Those whom the sentence names as new, where it or the one before announced them."""
        match = _ANNOUNCES.match(clause.text)
        if match is not None:
            self.awaited = self._announced(match)
            if match["colon"]:
                yield from self._named(clause)
        elif _THESE_ARE.match(clause.text):
            yield from self._named(clause)
        else:
            self.awaited = None

    def _announced(self, match: re.Match[str]) -> tuple[Role, str, bool] | None:
        role = self.targets.lexicon.roles.get(match["role"])
        if role is None or not self.targets.seems_body(match["body"]):
            return None
        return role, self.targets.in_full(match["body"]), match["role"].endswith(_SEVERAL)

    def _named(self, clause: Clause) -> Iterator[Personnel]:
        awaited, self.awaited = self.awaited, None
        if awaited is None or (len(clause.people) > 1 and not awaited[2]):
            return
        role, body, _ = awaited
        for person in clause.people:
            yield Personnel(person=person, role=role, event=Event.APPOINTED, body=body)
