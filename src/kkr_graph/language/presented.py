"""Somebody as one place of a document presents them."""

from dataclasses import dataclass

from kkr_graph.model.extract import AttendanceStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """Somebody as presented in one place. ``start`` and ``end`` count from the text's beginning."""

    name: str
    start: int
    end: int
    given: bool = False  # whether the name begins with a given name we know
    party: str | None = None
    municipality: str | None = None
    title: str | None = None
    organization: str | None = None
    status: AttendanceStatus | None = None
    deputy_for: str | None = None
    items: tuple[str, ...] | None = None  # "(punkt 3)"
    rest: tuple[str, ...] = ()  # particulars that could not be read

    @property
    def initials(self) -> str:
        """The first letters of the name."""
        return initials(self.name)


def initials(name: str) -> str:
    """The first letters of a name."""
    return "".join(word[0] for word in name.split())
