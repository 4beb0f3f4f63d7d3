"""A year under a fake clock: Shanghai and twelve zones with summer time, one post a channel and due day.

    python bench/year.py [--write]

Thirty-nine channels, three kinds of days in each zone, are served by the real clock, whose time jumps from one
due instant to the next and now and then steps back two hours. What came is counted at the Slack stand-in and
held against plain dates, and against local times found minute by minute from UTC, without the schedule's own
arithmetic. `--write` draws docs/calendar.svg and prints the table of docs/daily.md; a test holds both to what
the schedule says today.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.year_calendar import CHANNELS, YEAR, ZONES, odd_days, picture, table

if TYPE_CHECKING:
    from tests.bot.daily.office import Office

ROOT = Path(__file__).parent.parent


def served(office: Office) -> dict[tuple[str, date], list[datetime]]:
    """Let the year pass under a clock that jumps, and now and then steps back; return when each post came."""
    for one in CHANNELS:
        changes = {"zone": one.zone, "days": one.days, "at": ZONES[one.zone], "handled": f"{YEAR - 1}-12-31"}
        office.subscribe(one.name, **changes)
    instants = sorted({due.at for one in CHANNELS for due in one.dues()})
    for number, now in enumerate(instants):
        if number % 20 == 0:
            office.time = now - timedelta(hours=2)
            office.morning()
        office.time = now
        office.morning()
    came = defaultdict(list)
    for one in CHANNELS:
        for message in office.posted(one.name):
            day = date.fromisoformat(message["metadata"]["event_payload"]["date"])
            if day.year == YEAR:  # in the east the next year begins before this one is over in the west
                came[one.name, day].append(datetime.fromtimestamp(float(message["ts"]), UTC))
    return came


def off_time(came: dict[tuple[str, date], list[datetime]]) -> int:
    """Count the posts that came at another local time than asked for, on days that have it exactly once."""
    zones = {one.name: one.zone for one in CHANNELS}
    odd = {zone: odd_days(zone) for zone in ZONES}
    return sum(
        f"{instant.astimezone(ZoneInfo(zones[name])):%Y-%m-%d %H:%M}" != f"{day} {ZONES[zones[name]]}"
        for (name, day), instants in came.items()
        if day not in odd[zones[name]]
        for instant in instants
    )


def main() -> None:
    """Serve the year, hold it against the calendar, and write the picture where that is asked for."""
    from bot.console.stand_in import SlackStandIn
    from bot.intake.importing import import_paths
    from corpus.reading import bundled
    from db.store import Store
    from tests.bot.daily.office import Office

    parser = argparse.ArgumentParser(description="Serve a year under a fake clock.")
    parser.add_argument("--write", action="store_true", help="draw docs/calendar.svg and print the table")
    args = parser.parse_args()
    logging.disable(logging.WARNING)  # every deck runs low several times in a year
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(str(Path(folder) / "year.db")) as store,
        SlackStandIn() as slack,
    ):
        list(import_paths(store, [bundled.path()], {}, lambda: "2025-12-01T00:00:00+00:00"))
        office = Office(slack, store)
        slack.workspace.clock = lambda: office.time
        with office.clock:
            posts = served(office)
    wanted = {(one.name, day) for one in CHANNELS for day in one.dates()}
    counts = [len(instants) for instants in posts.values()]
    print(
        f"{len(CHANNELS)} channels, {len(wanted)} due days, {sum(counts)} posts, "
        f"{sum(count > 1 for count in counts)} twice, {len(wanted - set(posts))} missing, "
        f"{len(set(posts) - wanted)} not due, {off_time(posts)} at another local time"
    )
    if args.write:
        (ROOT / "docs" / "calendar.svg").write_text(picture(), encoding="utf-8")
        print("\n".join(table()))


if __name__ == "__main__":
    main()
