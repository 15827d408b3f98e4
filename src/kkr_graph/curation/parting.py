"""One person taken to be two: the lines of the judgement that parts them.

The rules join and part by what documents say. Where somebody has looked at a person's mentions and
said which are another's, everything follows from the lines: those that go are not the person and
are one among themselves, those that stay are the person. Nothing is left for a rule to guess.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kkr_graph.iri import digest
from kkr_graph.model.identity import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """Mentions of somebody that are another's, or of which it cannot be told.

    All but ``person``, ``other`` and ``denied``, which are slugs, are references of mentions.
    """

    person: str
    moved: tuple[str, ...]
    staying: tuple[str, ...] = ()
    other: str | None = None  # whose they are; None for somebody who is not known yet
    denied: tuple[str, ...] = ()  # others of the ledger whose they are not

    @property
    def question(self) -> str:
        """What it is called: the same for whoever asks the same of the same mentions."""
        return question_id(self.person, min(self.moved))

    def lines(self, verdict: Verdict) -> Iterator[tuple[str, str, Verdict]]:
        """The two sides of each judgement and what it says, that which was asked first."""
        first, *rest = sorted(self.moved)
        for mention in (first, *rest):
            yield mention, self.person, verdict
        for slug in self.denied:
            yield first, slug, verdict
        for mention in rest:
            yield mention, first, Verdict.POSITIVE
        if self.other is not None:
            yield first, self.other, Verdict.POSITIVE
        for mention in sorted(self.staying):
            yield mention, self.person, Verdict.POSITIVE


def question_id(left: str, right: str) -> str:
    """What the question is called whether two sides are one person."""
    return digest(*sorted((left, right)))[:10]
