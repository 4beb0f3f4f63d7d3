"""Chinese workdays: swapped days, years from a file, and what happens past the last known year."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from corpus.errors import SettingsError
from handlers.daily.work_calendar import Workdays, read_year

if TYPE_CHECKING:
    from pathlib import Path

NEXT_YEAR = {
    "year": 2027,
    "days": [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": True},
        *({"name": "春节", "date": f"2027-02-{day:02}", "isOffDay": True} for day in range(5, 12)),
        {"name": "春节", "date": "2027-02-14", "isOffDay": False},
        *({"name": "国庆节", "date": f"2027-10-{day:02}", "isOffDay": True} for day in range(1, 8)),
        {"name": "春节", "date": "2028-01-01", "isOffDay": True},
    ],
}


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2026-09-20", True),  # a Sunday
        ("2026-10-10", True),  # a Saturday
        ("2026-10-01", False),
        ("2026-10-07", False),  # swapped for the 10th
        ("2026-02-20", False),
        ("2026-10-08", True),
        ("2026-11-22", False),
        ("2026-11-23", True),
    ],
)
def test_swapped_days_of_2026(day: str, worked: bool) -> None:  # noqa: FBT001 - what the table says
    """The State Council's arrangement for 2026 holds, weekends worked and weekdays off."""
    assert Workdays().is_workday(date.fromisoformat(day)) is worked


def test_past_the_last_known_year_weekdays_count() -> None:
    """A year whose arrangement is not known counts Monday to Friday, and that can be asked."""
    workdays = Workdays()
    assert workdays.last_known(2025) == 2026
    assert not workdays.known(2027)
    assert workdays.is_workday(date(2027, 10, 1))
    assert not workdays.is_workday(date(2027, 10, 2))


@pytest.mark.parametrize(
    ("today", "count"), [("2026-10-31", 0), ("2026-11-01", 1), ("2027-03-01", 1), ("2027-11-01", 2)]
)
def test_a_missing_year_is_warned_of_two_months_ahead(today: str, count: int) -> None:
    """From November on next year's arrangement is asked for, and this year's whenever it is missing."""
    warnings = Workdays().warnings(date.fromisoformat(today))
    assert len(warnings) == count
    assert all("workdays --import" in warning for warning in warnings)


def test_a_year_from_a_file_counts(tmp_path: Path) -> None:
    """An imported year is known, its days hold, days of another year in the file do not."""
    path = tmp_path / "2027.json"
    path.write_text(json.dumps(NEXT_YEAR), encoding="utf-8")
    workdays = Workdays(read_year(path))
    assert workdays.last_known(2026) == 2027
    assert not workdays.is_workday(date(2027, 1, 1))
    assert workdays.is_workday(date(2027, 2, 14))
    assert workdays.is_workday(date(2027, 2, 15))
    assert workdays.warnings(date(2026, 12, 1)) == ()
    assert not workdays.known(2028)


def test_single_days_go_before_the_packages_and_leave_the_rest() -> None:
    """A file of one day changes that day of a published year, and makes no other year known."""
    workdays = Workdays({date(2026, 11, 23): False, date(2027, 1, 1): False})
    assert not workdays.is_workday(date(2026, 11, 23))
    assert not workdays.is_workday(date(2026, 10, 1))
    assert workdays.is_workday(date(2026, 10, 10))
    assert workdays.known(2026)
    assert not workdays.is_workday(date(2027, 1, 1))
    assert not workdays.known(2027)


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", '{"year": 2027, "days": []}', '{"year": 2027, "days": [1]}'),
        '{"year": 2027, "days": [{"date": "1 Jan", "isOffDay": true}]}',
        '{"year": 2027, "days": [{"date": "2027-01-01", "isOffDay": "yes"}]}',
    ],
)
def test_a_file_that_is_no_year_is_refused(tmp_path: Path, text: str) -> None:
    """A file that cannot be read as a year's arrangement is named, and the form is shown."""
    path = tmp_path / "year.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"year\.json"):
        read_year(path)
