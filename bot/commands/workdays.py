"""`policy-bot workdays`: which years' Chinese workdays are known, and a new year from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from bot.place import Place


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `workdays`."""
    parser.add_argument(
        "--import",
        dest="source",
        metavar="FILE",
        help='a year as JSON: {"year": 2027, "days": [{"date": "2027-01-01", "isOffDay": true}, …]}',
    )


def run(args: argparse.Namespace, place: Place) -> int:
    """Import the year if one is given, and tell up to when workdays are known."""
    from handlers.daily.workdays import read_year, workdays_of

    with place.store() as store:
        if args.source:
            store.calendar.keep(read_year(Path(args.source)))
        workdays = workdays_of(store.calendar.days())
    today = place.now().date()
    last, warnings = workdays.last_known(today.year), workdays.warnings(today)
    if args.json:
        place.say_json({"last_known": last, "warnings": warnings})
        return 0
    place.say(f"Chinese workdays are known up to {last}.")
    for warning in warnings:
        place.say(warning)
    return 0
