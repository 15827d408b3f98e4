"""Public results with known outcomes, and short ways of writing votes."""

import re
from collections.abc import Mapping
from fractions import Fraction

from kkr_graph.constitution.calculation.group import Group, parse_alliance, pooled

HJOERRING = "A11207 V9302 C7243 O1405 F1362 D1337 B1072 T1019 Ø891"
HJOERRING_ALLIANCES = ("C+D+O", "F+Ø")
HJOERRING_SEATS = {"A": 10, "V": 9, "C": 7, "O": 1, "F": 1, "D": 1, "B": 1, "Ø": 1, "T": 0}

BOARD = (  # KL's board: 17 seats on national percentages
    (
        "A29.5 V26.6 O10.1 C8.6 Ø6.9 F5.6 B4.8 I2.9",
        {"A": 6, "V": 5, "O": 2, "C": 1, "B": 1, "F": 1, "Ø": 1},
    ),
    (
        "A32.4 V23.1 C8.8 O8.7 Ø6.0 F5.7 B4.6 Å2.9 I2.6 D0.9",
        {"A": 7, "V": 5, "B": 1, "C": 1, "F": 1, "O": 1, "Ø": 1},
    ),
    (
        "A28.4 V21.2 C15.2 F7.6 Ø7.3 B5.6 O4.1 D3.6 I1.4 K0.8 Å0.7 S0.3",
        {"A": 6, "V": 5, "C": 3, "B": 1, "F": 1, "Ø": 1},
    ),
)


def lists(votes: str) -> list[Group]:
    """``A10 V8`` as lists."""
    found = re.findall(r"(\w*?[A-ZÆØÅ])([\d.]+)", votes)
    return [Group(name=name, own=Fraction(own)) for name, own in found]


def pool(votes: str, *alliances: str) -> tuple[Group, ...]:
    """``A10 V8`` as a pool, under alliances such as ``C+D``."""
    return pooled(lists(votes), [parse_alliance(each) for each in alliances])


def winners(seats: Mapping[str, int]) -> dict[str, int]:
    """Without those that got nothing."""
    return {name: number for name, number in seats.items() if number}
