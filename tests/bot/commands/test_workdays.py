"""policy-bot workdays, and what doctor says of the daily quotes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from db.store import Store
from tests.bot.commands.typed import said
from tests.bot.daily.office import MORNING, TEAM

if TYPE_CHECKING:
    from pathlib import Path

    from bot.command_context import CommandContext

NEW_YEAR = {"date": "2027-01-01", "isOffDay": True}
LONG = [f"2027-02-{day:02}" for day in range(5, 9)] + [f"2027-10-{day:02}" for day in range(1, 8)]
YEAR = {"year": 2027, "days": [NEW_YEAR, *({"date": day, "isOffDay": True} for day in LONG)]}


def test_a_year_is_imported_from_a_file(place: CommandContext, tmp_path: Path) -> None:
    """The last known year moves on, and the warning of November goes."""
    path = tmp_path / "2027.json"
    path.write_text(json.dumps(YEAR), encoding="utf-8")
    before = said(place, "workdays")
    assert "known up to 2026" in before
    assert "2027 are not known" in before
    assert "known up to 2027" in said(place, "workdays", "--import", str(path))
    assert "Took 12 days of 2027: 12 off, 0 worked; 0 differ" in said(
        place, "workdays", "--import", str(path)
    )
    assert json.loads(said(place, "workdays", "--json")) == {"last_known": 2027, "warnings": []}


def test_one_day_makes_no_year_known(place: CommandContext, tmp_path: Path) -> None:
    """What was taken is counted, what a year needs is said, and the warning stays."""
    path = tmp_path / "2027.json"
    path.write_text(json.dumps({"year": 2027, "days": [NEW_YEAR]}), encoding="utf-8")
    told = said(place, "workdays", "--import", str(path))
    assert "Took 1 days of 2027: 1 off, 0 worked; 1 differ" in told
    assert "National Day and Spring Festival" in told
    assert "2027 are not known" in told


def test_doctor_warns_of_a_missing_year_where_a_channel_goes_by_it(place: CommandContext) -> None:
    """With Chinese workdays somewhere the missing year is a note; with none it is not."""
    # the stand-in grants fewer scopes than the manifest asks for, which doctor finds wrong
    assert "workdays of 2027" not in said(place, "doctor", code=1)
    with Store(place.db) as store:
        store.subscriptions.save(replace(MORNING, channel="C3", days="workdays"))
    assert "workdays of 2027" in said(place, "doctor", code=1)


def test_doctor_sees_a_channel_that_a_wrong_clock_has_served_ahead(place: CommandContext) -> None:
    """After a rehearsal over the real library dates are served that have not come yet: that is a note."""
    assert "served up to" not in said(place, "doctor", code=1)
    with Store(place.db) as store:
        store.subscriptions.handle(TEAM, "C1", "2027-11-23")
    assert "served up to 2027-11-23" in said(place, "doctor", code=1)
