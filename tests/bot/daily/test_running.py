"""Many channels, many clocks, many mornings: each date once, whatever else happens."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import as_completed
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from threading import Event
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.daily.running import Clock
from corpus.preparing import prepare
from corpus.reading.files import read
from db.daily import CLAIMED, POSTED, WAITING
from db.store import Store
from handlers.daily.schedule import DAY, instant
from handlers.daily.shelf import Shelf
from handlers.daily.workdays import Workdays
from tests.bot.daily.office import MONDAY, TEAM, Office

if TYPE_CHECKING:
    from pathlib import Path

    from db.subscriptions import Subscription

POST = "chat.postMessage"
ZONES = {
    "C01": "Asia/Shanghai", "C02": "Europe/Berlin", "C03": "Europe/London", "C04": "America/New_York",
    "C05": "America/St_Johns", "C06": "America/Santiago", "C07": "America/Nuuk", "C08": "Australia/Lord_Howe",
    "C09": "Australia/Sydney", "C10": "Pacific/Chatham", "C11": "Africa/Cairo", "C12": "Asia/Beirut",
}  # fmt: skip


def test_n_passages_are_n_different_posts(office: Office) -> None:
    """Every passage comes once before any repeats, though the process starts anew each morning."""
    office.subscribe(days="every")
    count = len(Shelf(office.store).passages())
    assert count > 30
    for _ in range(count):
        with Clock(replace(office.tools, shelf=Shelf(office.store))) as fresh:
            assert [job.result() for job in fresh.run_once(office.time)] == [POSTED]
        office.later(days=1)
    texts = [message["text"].partition("\n")[2] for message in office.posted()]
    assert len(set(texts)) == count
    office.morning()
    assert office.store.daily.history(TEAM, "C1")[-1].round == 2


def test_an_import_in_the_middle_joins_the_round(office: Office, tmp_path: Path) -> None:
    """N passages are n different posts across restarts and an import; the admin hears when the deck runs low."""
    office.subscribe(days="every")

    def mornings(count: int) -> None:
        """Serve so many mornings, each by a clock that was just started."""
        for _ in range(count):
            with Clock(replace(office.tools, shelf=Shelf(office.store))) as fresh:
                assert [job.result() for job in fresh.run_once(office.time)] == [POSTED]
            office.later(days=1)

    mornings(10)
    path = tmp_path / "new.txt"
    lines = [f"要推动第{sign}类数字服务向乡村延伸，让更多群众享受便利。" for sign in "甲乙丙丁戊"]
    path.write_text("乡村数字化行动\n\n" + "\n\n".join(lines) + "\n", encoding="utf-8")
    for document in read(path):
        office.store.articles.save(prepare(document), office.time.isoformat())
    count = len(Shelf(office.store).passages())
    mornings(count - 10)
    posts = office.store.daily.history(TEAM, "C1")
    assert {post.passage for post in posts} == set(Shelf(office.store).passages())
    assert {post.round for post in posts} == {1}
    assert len({message["text"].partition("\n")[2] for message in office.posted()}) == count
    assert len([text for text in office.told() if "只剩 5 段" in text]) == 1


def test_an_error_in_the_middle_of_a_round_repeats_nothing(office: Office) -> None:
    """A morning that had to be tried again uses one card, not two."""
    office.subscribe(days="every")
    for number in range(6):
        if number % 2:
            office.slack.fail_next(POST, status=500, after=number == 3, where={"channel": "C1"})
        office.morning()
        office.later(seconds=16)
        office.morning()
        office.later(days=1, seconds=-16)
    posts = office.store.daily.history(TEAM, "C1")
    assert len({post.passage for post in posts}) == len(posts) == 6
    assert len(office.posted()) == 6


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
        for (_, channel, day), _work in office.clock._begun(set(), now):
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
    return office.store.subscriptions.active()


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
