"""When a channel is due: local dates and times become instants, exactly one for each due date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, get_args
from zoneinfo import ZoneInfo

from handlers.incoming.schedule_request import Days

if TYPE_CHECKING:
    from db.subscriptions import Subscription
    from handlers.daily.work_calendar import Workdays

DAYS: tuple[Days, ...] = get_args(Days)
BROKEN = "bad_zone"  # why a channel pauses whose zone or time of day cannot be read
FURTHEST = 60  # days to look ahead; no holiday is as long
SATURDAY = 5
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """One due date of a channel: the local date, and the instant (UTC) at which its post is due."""

    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a channel asked for: a local time of day, its zone, and which days."""

    at: time
    zone: ZoneInfo
    days: Days
    workdays: Workdays

    def holds(self, day: date) -> bool:
        """Whether a post is due on this date."""
        if self.days == "every":
            return True
        if self.days == "workdays":
            return self.workdays.is_workday(day)
        return day.weekday() < SATURDAY

    def after(self, day: date) -> Due | None:
        """Return the first due date after `day`; None where there is none within two months."""
        for ahead in range(1, FURTHEST + 1):
            found = day + ahead * DAY
            if self.holds(found) and exists(found, self.zone):
                return Due(found, instant(found, self.at, self.zone))
        return None

    def passed(self, now: datetime) -> date:
        """Return the last date whose time of day is over at `now`, whether or not it was due."""
        today = now.astimezone(self.zone).date()
        # a time that the clocks skipped may come on the next date, so yesterday's may still be ahead
        for day in (today, today - DAY):
            if instant(day, self.at, self.zone) <= now:
                return day
        return today - 2 * DAY


def schedule_of(wanted: Subscription, workdays: Workdays) -> Schedule:
    """Return the schedule that a channel asked for; days of an unknown name are weekdays."""
    return Schedule(time.fromisoformat(wanted.at), ZoneInfo(wanted.zone), days_of(wanted), workdays)


def days_of(wanted: Subscription) -> Days:
    """Return which days a channel asked for; of an unknown name weekdays."""
    return next((name for name in DAYS if name == wanted.days), "weekdays")


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return when a local time comes on a date, in UTC.

    A time that comes twice is the first of the two; one that is skipped comes as much later as the clock
    jumped (PEP 495: fold 0 takes the offset from before the change).
    """
    return datetime.combine(day, at.replace(fold=0), zone).astimezone(UTC)


def exists(day: date, zone: ZoneInfo) -> bool:
    """Whether a zone has this date: Samoa went without 2011-12-30."""
    return instant(day, time(), zone) < instant(day + DAY, time(), zone)
