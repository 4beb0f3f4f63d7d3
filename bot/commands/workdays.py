"""`policy-bot workdays`: which years' Chinese workdays are known, and a new year from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping
    from datetime import date

    from bot.command_context import CommandContext
    from handlers.daily.work_calendar import Workdays


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words of `workdays`."""
    parser.add_argument(
        "--import",
        dest="source",
        metavar="FILE",
        help='a year as JSON: {"year": 2027, "days": [{"date": "2027-01-01", "isOffDay": true}, …]}',
    )


def run(args: argparse.Namespace, place: CommandContext) -> int:
    """Import the year if one is given, and tell up to when workdays are known."""
    from handlers.daily.work_calendar import read_year, workdays_of

    taken: dict[date, bool] = {}
    if args.source:
        with place.store() as store:
            before = workdays_of(store.calendar.days())
            taken = read_year(Path(args.source))
            store.calendar.keep(taken)
            workdays = workdays_of(store.calendar.days())
    else:
        before = workdays = workdays_of(_kept(place))
    today = place.now().date()
    last, warnings = workdays.last_known(today.year), workdays.warnings(today)
    took = _took(taken, before, workdays)
    if args.json:
        place.say_json({"last_known": last, "warnings": warnings} | took)
        return 0
    if took:
        place.say(
            "Took {days} days of {year}: {off} off, {worked} worked; {changed} differ from what was known.".format(
                **took
            )
        )
        if not took["known"]:
            place.say(
                f"{took['year']} is not known by these: a year needs National Day and Spring Festival, "
                "three days off each at least, and the weekends worked in their place."
            )
    place.say(f"Chinese workdays are known up to {last}.")
    for warning in warnings:
        place.say(warning)
    return 0


def _kept(place: CommandContext) -> Mapping[str, bool]:
    """Return the days that were imported; none where there is no library, which is not made for that."""
    if not place.has_library():
        return {}
    with place.library() as store:
        return store.calendar.days()


def _took(taken: Mapping[date, bool], before: Workdays, after: Workdays) -> dict[str, Any]:
    """Count what a file brought, and say whether its year is known now; nothing where there was no file."""
    if not taken:
        return {}
    year = min(taken).year
    worked = sum(taken.values())
    changed = sum(before.is_workday(day) != after.is_workday(day) for day in taken)
    counts = {"year": year, "days": len(taken), "off": len(taken) - worked, "worked": worked}
    return {**counts, "changed": changed, "known": after.known(year)}
