"""Generated minutes in the sample's layout: as many as one likes, the same every time."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from kkr_graph.model.registry import Registry

_FIRST = ("Anne", "Bo", "Carl", "Dorte", "Erik", "Freja", "Gitte", "Hans", "Ida", "Jens", "Karen")
_MIDDLE = ("Bak", "Dam", "Friis", "Holm", "Juul", "Krogh", "Lund", "Møller", "Skov", "Toft", "Vang")
_LAST = ("Andersen", "Berg", "Christensen", "Hansen", "Jensen", "Kjær", "Larsen", "Nielsen", "Øe")
_SUBJECTS = ("Økonomi", "Uddannelse", "Sundhed", "Trafik", "Klima", "Beskæftigelse", "Turisme")
_DECISIONS = (
    "godkendte indstillingen.",
    "drøftede sagen og tog den til efterretning.",
    "tog sagen til efterretning.",
    "udsatte sagen til næste møde.",
)
_PROSE = (
    "Sekretariatet har samlet kommunernes svar, og der er bred enighed om retningen. Arbejds-\n"
    "gruppen mødtes to gange i foråret og har set på, hvad der kan gøres på tværs af kommunerne.\n"
)


def write_documents(folder: Path, registry: Registry, number: int) -> None:
    """Write so many minutes below ``folder``, each of a meeting of its own."""
    folder.mkdir(parents=True)
    for i, text in enumerate(_documents(registry, number)):
        (folder / f"moede-{i:04}.txt").write_text(text, encoding="utf-8")


def _documents(registry: Registry, number: int) -> Iterator[str]:
    chance = Random(20251024)
    councils = [body.name for body in registry.bodies if body.name.startswith("KKR ")]
    homes = [place.name for place in registry.municipalities]
    people = {council: _people(chance, homes) for council in councils}
    day = date(2022, 3, 4)
    for i in range(number):
        council = councils[i % len(councils)]
        yield _document(chance, council, day, people[council])
        day += timedelta(days=11)


def _people(chance: Random, homes: Sequence[str]) -> list[str]:
    names = {
        f"{chance.choice(_FIRST)} {chance.choice(_MIDDLE)} {chance.choice(_LAST)}"
        for _ in range(26)
    }
    return [f"{name} ({chance.choice('ABCFV')}) {chance.choice(homes)}" for name in sorted(names)]


def _document(chance: Random, council: str, day: date, people: Sequence[str]) -> str:
    away = set(chance.sample(range(len(people)), 4))
    present = [line for i, line in enumerate(people) if i not in away]
    absent = [people[i] for i in sorted(away)]
    front = [
        f"{council} | {day:%d-%m-%Y}",
        "SIDE | 1",
        "\nDeltagerfortegnelse\n\nDeltagere",
        *present,
        "\nAfbud",
        *absent,
    ]
    items = (_item(chance, council, number, people[0]) for number in range(1, 13))
    return "\n".join((*front, *items)) + "\n"


def _item(chance: Random, council: str, number: int, chair: str) -> str:
    subject = chance.choice(_SUBJECTS)
    return (
        f"\n\n{number}. {subject} i landsdelen\nSAG-2025-{chance.randrange(10_000, 99_999)} abcd\n"
        f"\nBaggrund\n{_PROSE * 2}"
        f"\nIndstilling\nDet indstilles, at KKR drøfter sagen.\n"
        f"\nSagsfremstilling\n{_PROSE * 4}"
        f"\nFormand for {council}, {chair.partition(' (')[0]}, orienterer om sagen.\n"
        f"\nBeslutning\n{council} {chance.choice(_DECISIONS)}\n"
    )
