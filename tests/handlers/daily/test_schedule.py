"""Due instants: one for each due date, whatever the clocks of the zone do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.daily.schedule import DAY, DAYS, Schedule, exists, instant
from handlers.daily.work_calendar import Workdays

if TYPE_CHECKING:
    from handlers.incoming.schedule_request import Days

ZONES = [
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Nuuk",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Cairo",
]
WORKDAYS = Workdays()


def schedule(at: str = "09:00", zone: str = "Asia/Shanghai", days: Days = "weekdays") -> Schedule:
    """Make a schedule."""
    return Schedule(time.fromisoformat(at), ZoneInfo(zone), days, WORKDAYS)


def test_nine_in_shanghai_is_one_in_utc() -> None:
    """A local time becomes the instant that the zone's clocks show it."""
    due = schedule().after(date(2026, 11, 22))
    assert due is not None
    assert (due.day, due.at) == (date(2026, 11, 23), datetime(2026, 11, 23, 1, tzinfo=UTC))


def test_a_weekend_is_passed_over() -> None:
    """After Friday comes Monday, and Saturday only where every day was chosen."""
    friday = date(2026, 11, 20)
    weekdays, every = schedule().after(friday), schedule(days="every").after(friday)
    assert weekdays is not None
    assert every is not None
    assert (weekdays.day, every.day) == (date(2026, 11, 23), date(2026, 11, 21))


@pytest.mark.parametrize(
    ("zone", "day", "at", "utc"),
    [
        ("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30+00:00"),  # skipped: comes at 03:30
        ("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30+00:00"),  # twice: the first
        ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45+00:00"),  # a jump of 30 minutes
        ("America/Nuuk", "2026-03-28", "23:30", "2026-03-29T01:30+00:00"),  # skipped, into the next date
    ],
)
def test_a_time_that_is_skipped_or_comes_twice_is_one_instant(zone: str, day: str, at: str, utc: str) -> None:
    """A skipped time comes as much later as the clock jumped; of two the first counts."""
    found = instant(date.fromisoformat(day), time.fromisoformat(at), ZoneInfo(zone))
    assert found == datetime.fromisoformat(utc)


def test_a_date_that_a_zone_went_without_is_not_due() -> None:
    """Samoa had no 2011-12-30, so there is no post for it and one for the day after."""
    assert not exists(date(2011, 12, 30), ZoneInfo("Pacific/Apia"))
    due = schedule(zone="Pacific/Apia", days="every").after(date(2011, 12, 29))
    assert due is not None
    assert due.day == date(2011, 12, 31)


@settings(max_examples=60)
@given(
    zone=st.sampled_from(ZONES), at=st.times(), begin=st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    days=st.sampled_from(DAYS),
)  # fmt: skip
def test_due_instants_rise_and_fall_on_their_date(zone: str, at: time, begin: date, days: Days) -> None:
    """Each due date has one instant, later than the one before and at most a clock's jump off its date."""
    one = Schedule(at.replace(microsecond=0), ZoneInfo(zone), days, WORKDAYS)
    day, last = begin, datetime.min.replace(tzinfo=UTC)
    for _ in range(12):
        due = one.after(day)
        assert due is not None
        assert due.day > day
        assert due.at > last
        local = due.at.astimezone(one.zone)
        assert local.date() == due.day or (local - timedelta(hours=1)).date() == due.day
        assert one.passed(due.at) == due.day
        assert one.passed(due.at - timedelta(seconds=1)) < due.day
        day, last = due.day, due.at


def test_a_channel_set_up_after_its_time_begins_the_day_after() -> None:
    """What passed before the set-up is not made up for."""
    now = datetime(2026, 11, 23, 1, 0, 1, tzinfo=UTC)
    assert schedule().passed(now) == date(2026, 11, 23)
    assert schedule("09:01").passed(now) == date(2026, 11, 23) - DAY
