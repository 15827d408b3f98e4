"""Lists of bodies below a person: "X indtræder i følgende udvalg:", and a body a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kkr_graph.minutes.clauses import Clause
from kkr_graph.minutes.personnel.acts import Personnel
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.model.extract import Role
from kkr_graph.model.names import clean

FOLLOW = re.compile(
    r"\b(?:af|i|fra|til|for)(?: følgende(?: [a-zæøå]+(?:(?:,| og) [a-zæøå]+){0,3})?)?:$"
)
_LINE = re.compile(
    r"[\s–—•*·▪◦→-]*(?:\d{1,2}[.)] )?(?P<body>[^⟦():\t]{3,90}?)(?: \((?:som )?(?P<role>[a-zæøå]+)?[^()]*\))?(?:,? og|,|;|\.)?"
)


class ForumListReader:
    """Waits for the bodies that a sentence says people are placed in or leave."""

    def __init__(self, targets: TargetReader) -> None:
        self.targets = targets
        self.waiting: Sequence[Personnel] = ()

    def read(self, clause: Clause) -> Iterator[Personnel]:
        """What a line tells that names one of the bodies."""
        line = _LINE.fullmatch(clause.text) if self.waiting else None
        if line is None or not self.targets.names_body(clean(line["body"])):
            self.waiting = ()
            return
        for told in self.waiting:
            role = self.targets.lexicon.roles.get(line["role"] or "") or told.role
            principal = clean(clause.people[0].name) if clause.people else None
            yield replace(
                told,
                body=self.targets.in_full(line["body"]),
                role=role,
                deputy_for=principal if role is Role.DEPUTY else told.deputy_for,
            )
