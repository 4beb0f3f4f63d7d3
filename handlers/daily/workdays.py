"""Chinese workdays with the swapped ones (调休), from the calendar package or from a year's own file."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from corpus.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

SATURDAY = 5
WARN_FROM_MONTH = 11  # two months before a year begins
HINT = "import the year's arrangement with `policy-bot workdays --import FILE`"


class Workdays:
    """Says which days are worked in China.

    `imported` are the days of imported years, True for a day worked. A year that neither these nor the
    package know falls back to Monday to Friday; `known` says so. An instance remembers each year it has met.
    """

    def __init__(self, imported: Mapping[date, bool] | None = None) -> None:
        self._imported = dict(imported or {})
        self._imported_years = {day.year for day in self._imported}
        self._years: dict[int, Mapping[date, bool] | None] = {}

    def is_workday(self, day: date) -> bool:
        """Whether this date is worked."""
        return (self._year(day.year) or {}).get(day, day.weekday() < SATURDAY)

    def known(self, year: int) -> bool:
        """Whether the arrangement of this year is known."""
        return self._year(year) is not None

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

    def _year(self, year: int) -> Mapping[date, bool] | None:
        if year in self._imported_years:
            return self._imported
        if year not in self._years:
            self._years[year] = packaged(year)
        return self._years[year]


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
    file leaves out are Monday to Friday. Raise SettingsError where it cannot be read so.
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        year, days = int(told["year"]), dict(_days(told["days"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
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
