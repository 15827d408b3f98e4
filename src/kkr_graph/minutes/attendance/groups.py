"""Of whom a group in a list is: of a party, from a municipality, or sent by somebody else."""

from dataclasses import dataclass, replace

from kkr_graph.model.extract import Attendance


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What a heading inside a list says of everybody below it; all None where it says no more than a kind."""

    party: str | None = None  # the letter
    municipality: str | None = None
    sender: str | None = None  # another organisation, as written

    def of(self, person: Attendance) -> Attendance:
        """Somebody of the group, with what it says where the entry says nothing else."""
        return replace(
            person,
            party=person.party or self.party,
            municipality=person.municipality or self.municipality,
            organization=person.organization or self.sender,
        )


NO_GROUP = Group()
