"""What is known of people in the new council term: from a table, and from minutes of the term."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kkr_graph.model.names import fold
from kkr_graph.queries.asking import NO_SOURCE, Questions, Source
from kkr_graph.registry.councillors import Councillor, Office
from kkr_graph.seats.holders import HeldRole
from kkr_graph.seats.scope import Term


class HolderFate(StrEnum):
    """What becomes of somebody in the new council term; what nobody has said is unknown."""

    REELECTED = "genvalgt"
    MAYOR = "borgmester"
    MOVED = "skiftede kommune"
    NOT_REELECTED = "ikke genvalgt"
    UNKNOWN = "ukendt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A fate, why it is known, and where it stands."""

    fate: HolderFate
    why: str
    source: Source = NO_SOURCE


class Elected:
    """What a table and the minutes say of one council term."""

    def __init__(
        self, questions: Questions, term: Term | None, councillors: Sequence[Councillor]
    ) -> None:
        self._term = term.label if term else "den næste periode"
        rows = [each for each in councillors if term and each.term == term.label]
        self._whole = {
            each.municipality: each for each in rows if each.office == Office.WHOLE_COUNCIL
        }
        self._rows: dict[str, list[Councillor]] = {}
        for each in rows:
            if each.person:
                self._rows.setdefault(_key(each.person), []).append(each)
        self._seen = _seen_since(questions, term) if term else {}

    def of(self, holder: HeldRole) -> Known:
        """What is known of somebody; a namesake elsewhere makes it unknown."""
        person, name = holder.holding.person, holder.holding.holder
        municipality = holder.record.text("municipality")
        by_id, by_name = self._rows.get(person, []), self._rows.get(fold(name), [])
        if by_id:
            return self._told(by_id, municipality)
        at_home = [each for each in by_name if municipality and each.municipality == municipality]
        if at_home:
            return self._told(at_home, municipality)
        if person in self._seen:
            return self._met(*self._seen[person], municipality)
        if by_name:
            return self._namesake(by_name)
        return self._unlisted(municipality)

    def _told(self, rows: Sequence[Councillor], municipality: str) -> Known:
        row = next((each for each in rows if each.office != Office.NOT_ELECTED), rows[0])
        source = Source(document=row.source)
        if row.office == Office.NOT_ELECTED:
            why = f"Ikke valgt i {row.municipality} for {self._term}."
            return Known(fate=HolderFate.NOT_REELECTED, why=why, source=source)
        if municipality and row.municipality != municipality:
            why = f"Valgt i {row.municipality} for {self._term}, før i {municipality}."
            return Known(fate=HolderFate.MOVED, why=why, source=source)
        fate = HolderFate.MAYOR if row.office == Office.MAYOR else HolderFate.REELECTED
        why = f"{row.office.capitalize()} i {row.municipality} for {self._term}."
        return Known(fate=fate, why=why, source=source)

    def _met(self, place: str, source: Source, municipality: str) -> Known:
        if municipality and place != municipality:
            why = f"Har mødt for {place} i {self._term}, før for {municipality}."
            return Known(fate=HolderFate.MOVED, why=why, source=source)
        why = f"Har mødt for {place} i {self._term}."
        return Known(fate=HolderFate.REELECTED, why=why, source=source)

    def _namesake(self, rows: Iterable[Councillor]) -> Known:
        places = ", ".join(sorted({each.municipality for each in rows}))
        why = (
            f"En af samme navn står under {places} i councillors.csv. Skriv personens id fra "
            "identities.csv, hvis det er den samme."
        )
        return Known(fate=HolderFate.UNKNOWN, why=why)

    def _unlisted(self, municipality: str) -> Known:
        whole = self._whole.get(municipality)
        if whole is None:
            why = f"Valget til {self._term} er ikke oplyst."
            return Known(fate=HolderFate.UNKNOWN, why=why)
        why = f"Står ikke blandt medlemmerne i {municipality} for {self._term}."
        source = Source(document=whole.source)
        return Known(fate=HolderFate.NOT_REELECTED, why=why, source=source)


def _key(written: str) -> str:
    """An identifier as it is, which is in small letters; a name however it is written."""
    is_identifier = " " not in written and written == written.lower()
    return written if is_identifier else fold(written)


def _seen_since(questions: Questions, term: Term) -> dict[str, tuple[str, Source]]:
    """The one municipality for which each person was seen at meetings of the term."""
    found: dict[str, dict[str, Source]] = {}
    for record in questions.ask("seen-for", since=term.starts.isoformat()):
        day = record.day("date")
        if day and day <= term.ends:
            person = record.iri("person").rpartition("/")[2]
            found.setdefault(person, {})[record.text("municipality")] = record.source
    return {
        person: next(iter(places.items())) for person, places in found.items() if len(places) == 1
    }
