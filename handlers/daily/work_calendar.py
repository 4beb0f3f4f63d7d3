"""Chinese workdays with the swapped ones (调休), from the calendar package or from a year's own file."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from corpus.errors import SettingsError
from corpus.reading import disk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

SATURDAY = 5
LARGEST = 1_000_000  # bytes of a file: a year of days has some twenty thousand
LONG = 3  # days off of a long holiday, at least
WARN_FROM_MONTH = 11  # two months before a year begins
HINT = "import the year's arrangement with `policy-bot workdays --import FILE`"


class Workdays:
    """Says which days are worked in China.

    `imported` are single days from files, True for one worked; they go before the package's, and the others
    stay. A year of which neither knows enough falls back to Monday to Friday for all other days; `known` says
    so. An instance remembers each year it has met.
    """

    def __init__(self, imported: Mapping[date, bool] | None = None) -> None:
        self._imported = dict(imported or {})
        self._years: dict[int, tuple[Mapping[date, bool], bool]] = {}

    def is_workday(self, day: date) -> bool:
        """Whether this date is worked."""
        return self._year(day.year)[0].get(day, day.weekday() < SATURDAY)

    def known(self, year: int) -> bool:
        """Whether the arrangement of this year is known."""
        return self._year(year)[1]

    def last_known(self, year: int) -> int:
        """Return the last year in a row from `year` on that is known; `year - 1` where not even it is."""
        while self.known(year):
            year += 1
        return year - 1

    def missing(self, today: date) -> tuple[int, ...]:
        """Return the years whose arrangement is missing: this one, and from November on the next."""
        years = [today.year] if today.month < WARN_FROM_MONTH else [today.year, today.year + 1]
        return tuple(year for year in years if not self.known(year))

    def warnings(self, today: date) -> tuple[str, ...]:
        """Say which arrangement is missing, and what to do."""
        return tuple(
            f"the Chinese workdays of {year} are not known, so Monday to Friday count; {HINT}"
            for year in self.missing(today)
        )

    def _year(self, year: int) -> tuple[Mapping[date, bool], bool]:
        """Return the days of a year that differ from Monday to Friday, and whether that is all of them."""
        if year not in self._years:
            own = {day: worked for day, worked in self._imported.items() if day.year == year}
            published = packaged(year)
            self._years[year] = {**(published or {}), **own}, published is not None or is_whole(year, own)
        return self._years[year]


def is_whole(year: int, days: Mapping[date, bool]) -> bool:
    """Whether days are a year's arrangement: its two long holidays are in it, three days off each at least.

    National Day lies in the first week of October, Spring Festival between 20 January and 28 February.
    """
    off = [day for day, worked in days.items() if not worked]
    national = [day for day in off if date(year, 10, 1) <= day <= date(year, 10, 8)]
    spring = [day for day in off if date(year, 1, 20) <= day <= date(year, 2, 28)]
    return min(len(national), len(spring)) >= LONG


def workdays_of(days: Mapping[str, bool]) -> Workdays:
    """Make the calendar from the imported days of a store, by ISO date."""
    return Workdays({date.fromisoformat(day): worked for day, worked in days.items()})


def packaged(year: int) -> Mapping[date, bool] | None:
    """Return the days of a year that differ from Monday to Friday; None where the package lacks the year.

    The package goes on past the last published arrangement with computed holidays and no swapped
    workdays, so a year without any of these is one that it does not know.
    """
    # a sixth of a second to import, and only for workdays
    from holidays import country_holidays

    calendar = country_holidays("CN", years=[year])
    swapped = {day for day in calendar.weekend_workdays if day.year == year}
    if not swapped:
        return None
    off = {day for day in calendar if day.year == year}
    return dict.fromkeys(off, False) | dict.fromkeys(swapped, True)


def read_year(path: Path) -> dict[date, bool]:
    """Read a year's arrangement from a JSON file: `{"year": 2027, "days": [{"date", "isOffDay"}, …]}`.

    That is the form of the holiday-cn data set, which follows the State Council's notices. Days that the
    file leaves out stay as they were known. Raise SettingsError where it cannot be read so, and
    ReadingError where it is no file or too large.
    """
    try:
        told = json.loads(disk.whole(path, LARGEST, "give the days of one year"))
        year, days = int(told["year"]), dict(_days(told["days"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        next_step = 'give a JSON file {"year": 2027, "days": [{"date": "2027-01-01", "isOffDay": true}, …]}'
        raise SettingsError(
            f"holds no year's arrangement ({error})", which=str(path), next_step=next_step
        ) from error
    own = {day: worked for day, worked in days.items() if day.year == year}
    if not own:
        raise SettingsError(f"names no day of {year}", which=str(path), next_step="check the year in it")
    return own


def _days(told: Iterable[Mapping[str, Any]]) -> Iterable[tuple[date, bool]]:
    for one in told:
        if not isinstance(one["isOffDay"], bool):
            message = f"isOffDay is {one['isOffDay']!r}"
            raise TypeError(message)
        yield date.fromisoformat(one["date"]), not one["isOffDay"]
