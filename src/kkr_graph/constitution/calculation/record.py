"""The calculation for programs: everything, with exact numbers as fractions in text."""

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from kkr_graph.constitution.calculation.allocation import Level
from kkr_graph.constitution.calculation.calculation import Calculation, ResultRow
from kkr_graph.constitution.calculation.lots import Tie
from kkr_graph.constitution.calculation.scenario import Comparison


def to_json(calculation: Calculation, comparison: Comparison | None = None) -> bytes:
    """One object; ``what_if`` has one more for each scenario, with the differences."""
    told = record(calculation)
    if comparison is not None:
        told["what_if"] = list(_supposed(comparison))
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def record(calculation: Calculation) -> dict[str, Any]:
    """The calculation as plain values."""
    settings = calculation.settings
    return {
        "title": calculation.title,
        "area": calculation.area,
        "election": calculation.election,
        "calculation": settings.kind.value,
        "method": settings.method.value,
        "alliances": [str(each) for each in settings.alliances],
        "seats": calculation.seats,
        "settled": calculation.is_settled,
        "lists": [_row(row) for row in calculation.rows],
        "ties": [_tie(tie) for tie in calculation.ties],
        "levels": [_level(level) for level in calculation.allocation.levels],
        "hypotheses": list(calculation.hypotheses),
        "notes": list(calculation.notes),
    }


def _row(row: ResultRow) -> dict[str, Any]:
    return {
        "list": row.name,
        "label": row.label,
        "alliances": list(row.alliances),
        "votes": number(row.votes),
        "seats": row.seats,
        "in_lots": row.in_lots,
        "picks": list(row.picks),
        "mayors": row.mayors,
        "members": row.members,
        "votes_to_next_seat": row.to_next,
        "barred": row.barred or None,
    }


def _tie(tie: Tie) -> dict[str, Any]:
    return {
        "level": tie.level or None,
        "seat": tie.seat,
        "contested": tie.contested,
        "among": list(tie.among),
        "quotient": number(tie.claim),
        "order_only": tie.order,
    }


def _level(level: Level) -> dict[str, Any]:
    return {
        "level": level.name or None,
        "seats": level.seats,
        "quotients": [
            {
                "list": each.group,
                "divisor": each.divisor,
                "quotient": number(each.value),
                "rank": each.rank,
                "seat": each.seat,
                "tied": each.tied,
            }
            for each in level.quotients
        ],
    }


def _supposed(comparison: Comparison) -> Iterator[dict[str, Any]]:
    for at, (name, calculation) in enumerate(comparison.supposed):
        changes = {each.name: each.changes[at] for each in comparison.differences}
        yield {"scenario": name, "changes": changes, **record(calculation)}


def number(value: Fraction) -> int | str:
    """A whole number, or an exact fraction as ``18757/19``."""
    return int(value) if value.denominator == 1 else str(value)
