"""Danish public holidays and working days.

Public holidays are those on which shops must be closed by law, all but the Sundays of Easter and
Whitsun counted from Easter. Great prayer day is one until 2023. The constitution day, Christmas Eve
and New Year's Eve are no public holidays, though many offices are closed.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

_LAST_GREAT_PRAYER_DAY = 2023
_SATURDAY = 5
_FROM_EASTER: Mapping[str, int] = {
    "skærtorsdag": -3,
    "langfredag": -2,
    "påskedag": 0,
    "2. påskedag": 1,
    "store bededag": 26,
    "Kristi himmelfartsdag": 39,
    "pinsedag": 49,
    "2. pinsedag": 50,
}
_FIXED: Mapping[str, tuple[int, int]] = {
    "nytårsdag": (1, 1),
    "juledag": (12, 25),
    "2. juledag": (12, 26),
}


@lru_cache(maxsize=64)
def holidays(year: int) -> Mapping[date, str]:
    """The public holidays of a year with their names."""
    sunday = easter(year)
    moving = {sunday + timedelta(days): name for name, days in _FROM_EASTER.items()}
    if year > _LAST_GREAT_PRAYER_DAY:
        moving = {day: name for day, name in moving.items() if name != "store bededag"}
    return moving | {date(year, month, day): name for name, (month, day) in _FIXED.items()}


def is_working_day(day: date) -> bool:
    """Whether it is neither Saturday, Sunday nor a public holiday."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


def working_days_before(day: date, number: int) -> date:
    """The working day that lies a number of working days before a day, which does not count."""
    while number:
        day -= timedelta(days=1)
        number -= is_working_day(day)
    return day
