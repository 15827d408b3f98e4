"""One row of a table, whose cells are asked for by what they must be."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kkr_graph.errors import RegistryError

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DANISH_DAY = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})")
_WHOLE = re.compile(r"[0-9]{1,3}")
_BETWEEN_PARTS = re.compile(r"[|;]")

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table. Every cell is asked for by a method that says what it must be."""

    table: str
    number: int  # as Excel counts: the headings are row 1
    cells: Mapping[str, str]

    def wrong(self, column: str, expected: str, hint: str) -> RegistryError:
        """The error for a cell that is not as it must be."""
        found = self.cells[column]
        return RegistryError(
            f"{self.table}, række {self.number}, kolonnen »{column}«: der skulle stå {expected}, "
            + (f"men der står »{found}«." if found else "men cellen er tom."),
            hint,
        )

    def optional(self, column: str) -> str | None:
        """What stands in a cell that may be empty."""
        return self.cells[column] or None

    def text(self, column: str) -> str:
        """What stands in a cell that must be filled."""
        if not self.cells[column]:
            raise self.wrong(column, "en tekst", f"Udfyld »{column}«.")
        return self.cells[column]

    def parts(self, column: str) -> tuple[str, ...]:
        """The values of a cell that may have several, as ``A | B``."""
        parts = (part.strip() for part in _BETWEEN_PARTS.split(self.cells[column]))
        return tuple(part for part in parts if part)

    def matching(self, column: str, pattern: re.Pattern[str], expected: str, hint: str) -> str:
        """What stands in a cell of a fixed form."""
        if not pattern.fullmatch(self.cells[column]):
            raise self.wrong(column, expected, hint)
        return self.cells[column]

    def optional_number(self, column: str) -> int | None:
        """A whole number, or None for an empty cell."""
        if not self.cells[column]:
            return None
        return int(self.matching(column, _WHOLE, "et helt tal", "Skriv kun tallet, f.eks. 4."))

    def slug(self) -> str:
        """The identifier, which is part of addresses in the graph for good."""
        hint = "Skriv f.eks. »udvalg-oest«. Et id, der er i brug, må ikke ændres."
        return self.matching("id", _SLUG, "små bogstaver a-z, tal og bindestreger", hint)

    def day(self, column: str) -> date | None:
        """A day, or None for an empty cell."""
        return self.required_day(column) if self.cells[column] else None

    def required_day(self, column: str) -> date:
        """A day in a cell that must be filled."""
        written = self.cells[column]
        try:
            if _ISO_DAY.fullmatch(written):
                return date.fromisoformat(written)
        except ValueError:
            pass  # 2026-02-30 has the form of a day
        raise self.wrong(column, "en dato som 2026-01-31", _day_hint(written))

    def choice(self, column: str, meanings: Mapping[str, Meaning]) -> Meaning:
        """One of the words of a closed list."""
        word = self.cells[column].casefold()
        if word not in meanings:
            known = ", ".join(meanings)
            raise self.wrong(column, f"et af ordene {known}", _similar(word, meanings))
        return meanings[word]

    def optional_choice(self, column: str, meanings: Mapping[str, Meaning]) -> Meaning | None:
        """One of the words of a closed list, or None for an empty cell."""
        return self.choice(column, meanings) if self.cells[column] else None

    def reference(self, column: str, known: Mapping[str, Meaning], table: str) -> Meaning:
        """What another table has under the name in this cell."""
        name = self.cells[column]
        if name not in known:
            hint = f"{_similar(name, known)} Nye navne skal først stå i {table}.".strip()
            raise self.wrong(column, f"et navn fra {table}", hint)
        return known[name]

    def optional_reference(
        self, column: str, known: Mapping[str, Meaning], table: str
    ) -> Meaning | None:
        """What another table has under the name in this cell, or None for an empty cell."""
        return self.reference(column, known, table) if self.cells[column] else None


def _day_hint(written: str) -> str:
    danish = _DANISH_DAY.fullmatch(written)
    if danish is None:
        return "Skriv år, måned og dag med bindestreger imellem."
    day, month, year = danish.groups()
    return (
        f"Skriv {year}-{month.zfill(2)}-{day.zfill(2)}. Excel skriver datoer om: "
        "formatér kolonnen som tekst, før du gemmer."
    )


def _similar(written: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(written, list(known), n=1)
    return f"Mente du »{close[0]}«?" if close else "Vælg en værdi fra listen."
