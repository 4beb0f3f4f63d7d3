"""Many channels and many clocks: each date once, whatever else happens."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import as_completed
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from threading import Event
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.daily.clock_loop import Clock
from db.daily import CLAIMED, DROPPED, POSTED, WAITING
from db.store import Store
from handlers.daily.delivery import DailyDelivery
from handlers.daily.schedule import DAY, instant
from handlers.daily.work_calendar import Workdays
from tests.bot.daily.office import MONDAY, MORNING, TEAM, Office

if TYPE_CHECKING:
    from db.subscriptions import Subscription

POST = "chat.postMessage"
ZONES = {
    "C01": "Asia/Shanghai", "C02": "Europe/Berlin", "C03": "Europe/London", "C04": "America/New_York",
    "C05": "America/St_Johns", "C06": "America/Santiago", "C07": "America/Nuuk", "C08": "Australia/Lord_Howe",
    "C09": "Australia/Sydney", "C10": "Pacific/Chatham", "C11": "Africa/Cairo", "C12": "Asia/Beirut",
}  # fmt: skip


def test_three_clocks_over_one_store_post_once(office: Office) -> None:
    """Thirty channels due at once, three clocks at the same moment: thirty messages."""
    for number in range(30):
        office.subscribe(f"C{number:02}")
    clocks = [office.clock, *(Clock(office.tools) for _ in range(2))]
    jobs = [job for clock in clocks for job in clock.run_once(office.time)]
    assert Counter(job.result() for job in jobs)[POSTED] == 30
    assert [len(office.posted(f"C{number:02}")) for number in range(30)] == [1] * 30
    for clock in clocks[1:]:
        clock.__exit__()


def test_a_clock_that_died_after_posting_is_made_up_for(office: Office) -> None:
    """A claim that nobody settled is looked up when its lease ends, by any other clock."""
    office.subscribe()
    office.morning()
    post = office.post()
    with Store(str(office.store.path)) as store:
        # as the dead process left it: posted, and nothing written down
        store._connections.get().execute(
            "UPDATE daily_posts SET state = 'claimed', ts = '', lease_until = ?", (post_lease(),)
        )
        store._connections.get().execute("UPDATE subscriptions SET handled = '2026-11-22'")
    assert office.morning() == []
    office.later(seconds=16)
    assert office.morning() == [POSTED]
    assert len(office.posted()) == 1
    assert office.post() == replace(post, attempts=2)


def post_lease() -> str:
    """Return when a lease taken on Monday's hour ends."""
    return (MONDAY + timedelta(seconds=15)).isoformat()


def test_one_slow_channel_holds_up_nobody(office: Office) -> None:
    """While Slack is slow with one channel all others are served."""
    for number in range(12):
        office.subscribe(f"C{number:02}")
    office.slack.fail_next(POST, delay=4, where={"channel": "C00"})
    jobs = office.clock.run_once(office.time)
    ended = as_completed(jobs)
    others = [next(ended).result() for _ in range(11)]
    slow = office.store.daily.get(TEAM, "C00", "2026-11-23")
    assert slow is None or slow.state == CLAIMED
    assert [*others, next(ended).result()] == [POSTED] * 12


def test_a_clock_serves_its_own_workspace_only(office: Office) -> None:
    """What is due elsewhere is left to the process that has its token."""
    for number in range(6):
        office.subscribe(f"C{number}")
    for number in range(2):
        office.subscribe(f"C{number}", team="T2")
    names = [name for name, _ in office.clock._begun(TEAM, set(), office.time)]
    assert Counter(team for team, _, _ in names) == {TEAM: 6}


def test_one_limited_channel_waits_alone_and_a_limited_workspace_as_a_whole(office: Office) -> None:
    """One 429 holds one channel back; a second in a row holds the workspace until Retry-After is over."""
    for number in range(8):
        office.subscribe(f"C{number}")
    office.slack.fail_next(POST, retry_after=30, where={"channel": "C3"})
    words = Counter(office.morning())
    assert words == {POSTED: 7, WAITING: 1}
    office.later(days=1)
    office.slack.fail_next(POST, retry_after=10, times=8)
    assert Counter(office.morning())[POSTED] == 0
    calls = len(office.slack.calls(POST))
    office.later(seconds=5)
    assert set(office.morning()) <= {"held"}
    assert len(office.slack.calls(POST)) == calls
    office.until(POSTED, times=20)


def test_a_year_in_twelve_zones_is_one_post_a_due_day(office: Office) -> None:
    """Through all changes of the clocks each channel is due once on each of its days, at its local time."""
    workdays = Workdays()
    for channel, zone in ZONES.items():
        days = "workdays" if channel in {"C01", "C04"} else "weekdays"
        office.subscribe(channel, zone=zone, days=days, at="02:30", handled="2025-12-31")
    end = datetime(2027, 1, 1, tzinfo=UTC)
    seen: Counter[tuple[str, str]] = Counter()
    while (now := min(due.at for wanted in active(office) if (due := office.clock._due(wanted)))) < end:
        for (_, channel, day), _work in office.clock._begun(TEAM, set(), now):
            assert now == instant(date.fromisoformat(day), time(2, 30), ZoneInfo(ZONES[channel]))
            seen[channel, day] += 1
            office.store.subscriptions.handle(TEAM, channel, day)
    assert set(seen.values()) == {1}
    year = [date(2026, 1, 1) + number * DAY for number in range(364)]
    for channel in ZONES:
        chinese = channel in {"C01", "C04"}
        wanted = {day for day in year if (workdays.is_workday(day) if chinese else day.weekday() < 5)}
        found = {date.fromisoformat(day) for one, day in seen if one == channel}
        assert found & set(year) == wanted


def active(office: Office) -> list[Subscription]:
    """Return the subscriptions of an office."""
    return office.store.subscriptions.active(TEAM)


def test_a_clock_that_was_ahead_silences_nobody(office: Office) -> None:
    """Thirty days ahead and back: what was posted stays posted, all other days get theirs, each once."""
    office.subscribe(days="every")
    office.morning()
    ahead = MONDAY + timedelta(days=30)
    office.morning(ahead)
    assert office.morning(ahead) == [POSTED]
    ends = [office.morning(MONDAY + timedelta(days=number, seconds=5)) for number in range(1, 33)]
    assert ends[:29] == [[POSTED]] * 29
    assert "posted" not in ends[29]
    assert ends[-1] == [POSTED]
    assert len({post.day for post in office.store.daily.history(TEAM, "C1")}) == len(office.posted()) == 33


@pytest.mark.parametrize("changes", [{"zone": "Mars/Phobos"}, {"zone": "../../etc"}, {"at": "nine"}])
def test_a_subscription_that_cannot_be_read_stops_no_other(office: Office, changes: dict[str, str]) -> None:
    """It is paused and told; the other channels get their post."""
    office.subscribe("C1", **changes)
    office.subscribe("C2")
    assert office.morning() == [DROPPED, POSTED]
    (told,) = office.told()
    assert "<#C1>" in told
    assert office.morning() == []
    assert DailyDelivery(office.tools).give_up(replace(MORNING, **changes), "bad_zone") == DROPPED
    assert not office.tools.notices.is_due()


def test_the_loop_outlives_an_error(office: Office) -> None:
    """What goes wrong once is logged, and the next round is run."""
    ended, rounds = Event(), []

    def now() -> datetime:
        rounds.append(1)
        if len(rounds) == 1:
            message = "no time"
            raise RuntimeError(message)
        ended.set()
        return office.time

    office.subscribe()
    office.clock.run(ended, now)
    office.slack.wait_for(POST)
    assert len(rounds) == 2


def test_an_imported_year_counts_at_once(office: Office) -> None:
    """A running clock takes notice of a calendar that was imported beside it."""
    office.subscribe(days="workdays")
    office.store.calendar.keep({MONDAY.date(): False})
    assert office.morning() == []


def test_unsettled_posts_are_not_begun_again(office: Office) -> None:
    """While a post is open its date is nobody's to begin."""
    office.subscribe()
    office.slack.fail_next(POST, reset=True)
    assert office.morning() == [CLAIMED]
    assert office.morning() == []
