"""The calendar in docs/ is the one that the schedule gives today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bench import year_calendar

DOCS = Path(__file__).parents[3] / "docs"


def test_the_picture_is_what_the_schedule_gives() -> None:
    """docs/calendar.svg is drawn anew by `python bench/year.py --write` whenever a due day moves."""
    assert (DOCS / "calendar.svg").read_text("utf-8") == year_calendar.picture()


def test_the_table_is_what_the_schedule_gives() -> None:
    """The counts and the odd days of each zone stand in docs/daily.md as the schedule has them."""
    assert "\n".join(year_calendar.table()) in (DOCS / "daily.md").read_text("utf-8")


def test_a_time_that_is_skipped_or_comes_twice_is_seen_from_utc() -> None:
    """The odd days are found without the schedule's own arithmetic, minute by minute."""
    assert year_calendar.odd_days("Europe/Berlin") == {
        date(2026, 3, 29): "skipped",
        date(2026, 10, 25): "twice",
    }
    assert year_calendar.odd_days("Asia/Shanghai") == {}
