"""Days of the calendar."""

from datetime import date


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day of these numbers; None where the calendar has none, as for 31. november."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
