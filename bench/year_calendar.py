"""The calendar of a year of daily posts, worked out and drawn: bench/year.py serves it, docs/ shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.daily.schedule import DAYS, Due, Schedule
from handlers.daily.work_calendar import Workdays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.incoming.schedule_request import Days

YEAR = 2026
DAY = timedelta(days=1)
# local times that are skipped on one day of the year and come twice on another, where a zone has such days
ZONES = {
    "Asia/Shanghai": "09:00", "Europe/London": "01:30", "Europe/Berlin": "02:30", "Asia/Beirut": "00:30",
    "Asia/Jerusalem": "02:30", "Africa/Cairo": "00:30", "America/New_York": "02:30",
    "America/St_Johns": "02:30", "America/Nuuk": "23:30", "America/Santiago": "00:30",
    "Australia/Sydney": "02:30", "Australia/Lord_Howe": "02:15", "Pacific/Chatham": "03:00",
}  # fmt: skip
SHOWN: dict[Days, str] = {"weekdays": "Mon–Fri", "workdays": "Chinese workdays", "every": "every day"}


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel of the year."""

    zone: str
    days: Days

    @property
    def name(self) -> str:
        """Return its id at Slack."""
        return f"C{list(ZONES).index(self.zone):02}{DAYS.index(self.days)}"

    def dates(self) -> set[date]:
        """Return its due dates, told from the dates alone."""
        workdays = Workdays()
        year = [date(YEAR, 1, 1) + number * DAY for number in range(366)]
        holds = {
            "weekdays": lambda day: day.weekday() < 5,
            "workdays": workdays.is_workday,
            "every": lambda _: True,
        }[self.days]
        return {day for day in year if day.year == YEAR and holds(day)}

    def dues(self) -> Iterator[Due]:
        """Give its due dates and instants, as the schedule has them."""
        schedule = Schedule(time.fromisoformat(ZONES[self.zone]), ZoneInfo(self.zone), self.days, Workdays())
        day = date(YEAR - 1, 12, 31)
        while (due := schedule.after(day)) is not None and due.day.year == YEAR:
            yield due
            day = due.day


CHANNELS = [Channel(zone, days) for zone in ZONES for days in DAYS]


def odd_days(zone: str) -> dict[date, str]:
    """Find the dates on which a zone's local time is skipped or comes twice: seen from UTC, minute by minute."""
    at, found = time.fromisoformat(ZONES[zone]), {}
    local = ZoneInfo(zone)
    for number in range((date(YEAR, 12, 31) - date(YEAR, 1, 1)).days + 1):
        day = date(YEAR, 1, 1) + number * DAY
        midnight = datetime.combine(day, time(), UTC)
        before, after = midnight - DAY, midnight + 2 * DAY
        if before.astimezone(local).utcoffset() == after.astimezone(local).utcoffset():
            continue
        seen = sum(
            (midnight + timedelta(minutes=minute)).astimezone(local).replace(tzinfo=None)
            == datetime.combine(day, at)
            for minute in range(-15 * 60, 40 * 60, 15)
        )
        if seen != 1:
            found[day] = "skipped" if seen == 0 else "twice"
    return found


def table() -> list[str]:
    """Return the calendar as a table: posts of each kind, and when a local time was skipped or came twice."""
    lines = [
        f"| zone | at | {' | '.join(SHOWN.values())} | skipped: posted at | twice: posted at, the first |",
        "|---|---|---|---|---|---|---|",
    ]
    for zone, at in ZONES.items():
        by_days = {days: list(Channel(zone, days).dues()) for days in SHOWN}
        posted = {due.day: due.at.astimezone(ZoneInfo(zone)) for due in by_days["every"]}
        odd = odd_days(zone)
        told = {
            kind: ", ".join(f"{posted[day]:%m-%d %H:%M (%z)}" for day in odd if odd[day] == kind)
            for kind in ("skipped", "twice")
        }
        counts = " | ".join(str(len(dues)) for dues in by_days.values())
        lines.append(f"| {zone} | {at} | {counts} | {told['skipped']} | {told['twice']} |")
    return lines


CELL, STRIP, GAP, LEFT, TOP = 3, 7, 12, 150, 46
COLOURS = ("#2b6cb0", "#dd6b20")  # the two offsets of a zone, in the order in which the year shows them

FONT = 'font-family="sans-serif" font-size="11"'
KEY = (
    "The colour changes with the offset from UTC; a ring: that day the local time is skipped or comes twice."
)


def picture() -> str:
    """Draw the year: three strips a zone, a mark a due day, in another colour under another offset from UTC."""
    strips = len(SHOWN)
    height = TOP + len(ZONES) * (strips * STRIP + GAP)
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + 366 * CELL}" height="{height}" {FONT}>',
        f"<title>Daily posts of {YEAR} in {len(ZONES)} zones</title>",
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="6" y="16">{YEAR}, three strips a zone from above: {", ".join(SHOWN.values())}. {KEY}</text>',
        *(
            f'<text x="{_across(date(YEAR, month, 1))}" y="{TOP - 8}">{month:02}</text>'
            for month in range(1, 13)
        ),
    ]
    for row, zone in enumerate(ZONES):
        top = TOP + row * (strips * STRIP + GAP)
        drawn.append(f'<text x="6" y="{top + strips * STRIP - 7}">{zone} {ZONES[zone]}</text>')
        drawn += _strips(zone, top)
        for day in odd_days(zone):
            drawn.append(
                f'<circle cx="{_across(day) + CELL / 2:g}" cy="{top + 2.5 * STRIP:g}" r="5" fill="none" '
                'stroke="#000"/>'
            )
    return "\n".join([*drawn, "</svg>", ""])


def _strips(zone: str, top: int) -> Iterator[str]:
    """Draw a zone's due days, neighbours of one colour in one piece."""
    offsets: list[timedelta | None] = []
    pieces: dict[int, list[str]] = {}
    for number, days in enumerate(SHOWN):
        last: tuple[date, int, int] | None = None
        for due in [*Channel(zone, days).dues(), None]:
            offset = due and due.at.astimezone(ZoneInfo(zone)).utcoffset()
            if due and offset not in offsets:
                offsets.append(offset)
            colour = offsets.index(offset) if due else -1
            if last and due and due.day == last[0] + last[1] * DAY and colour == last[2]:
                last = (last[0], last[1] + 1, colour)
                continue
            if last:
                width, tall = last[1] * CELL, STRIP - 1
                path = f"M{_across(last[0])} {top + number * STRIP}h{width}v{tall}h-{width}z"
                pieces.setdefault(last[2], []).append(path)
            last = (due.day, 1, colour) if due else None
    for colour, paths in pieces.items():
        yield f'<path fill="{COLOURS[colour]}" d="{"".join(paths)}"/>'


def _across(day: date) -> int:
    return LEFT + CELL * (day - date(YEAR, 1, 1)).days
