"""Days of the calendar."""

from datetime import date

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
"""The names of the months, January's first."""


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day of these numbers; None where the calendar has none, as for 31. november."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
