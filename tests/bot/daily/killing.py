"""Three clock processes against a slow Slack, killed at random moments; and what stands at Slack in the end."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.console.stand_in import SlackStandIn
from db.store import Store
from tests.bot.daily.office import MORNING, TEAM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.console.wire import Json, Reply

CLOCKS, CHANNELS = 3, 8
FIRST = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # 09:00 in Shanghai, a Monday
LEAD = 1.5  # seconds from a clock's start to the due time
AFTER = 3.0  # times of Slack's slowest after the first claim of a date, in which its clocks are killed
BEFORE = 0.2  # of the kills come before any claim
PATIENCE = 90  # seconds until everything must be settled
POST = "chat.postMessage"
# a clock like any other, whose wall clock runs `speed` times as fast from `base` on, so that leases end sooner
HURRIED = """
import sys
from datetime import datetime
from threading import Event
from bot.wall_clock import now
from bot.daily.times import running_from
from bot.daily.wiring import make_clock
from bot.settings import from_environment
from db.store import Store

base, speed, begin = datetime.fromisoformat(sys.argv[3]), float(sys.argv[4]), sys.argv[5]
wall = lambda: base + (now() - base) * speed
settings = from_environment({"SLACK_BOT_TOKEN": sys.argv[2], "SLACK_API_URL": sys.argv[6]})
with Store(sys.argv[1]) as store, make_clock(settings, store, wall) as clock:
    print("the clock runs", flush=True)
    clock.run(Event(), running_from(begin, wall))
"""


class SlowSlack(SlackStandIn):
    """A Slack that takes up to `slowest` seconds to store a message, and as long again to answer."""

    def __init__(self, slowest: float, rng: random.Random, speed: float = 1) -> None:
        base = datetime.now(UTC)
        super().__init__(lambda: base + (datetime.now(UTC) - base) * speed)
        self.base_time, self.speed = base, speed
        self.slowest, self._rng = slowest, rng

    def _answer(self, path: str, given: Json, token: str) -> Reply:
        time.sleep(self._rng.uniform(0, self.slowest))
        reply = super()._answer(path, given, token)
        return replace(reply, delay=self._rng.uniform(0, self.slowest))


@dataclass(slots=True)
class Tally:
    """What came of it: posts at Slack by channel and date, claims that were left behind, seconds to settle."""

    kills: int = 0
    wanted: int = 0
    posts: Counter[tuple[str, str]] = field(default_factory=Counter)
    abandoned: int = 0
    looked: int = 0
    slowest: float = 0.0

    @property
    def once(self) -> int:
        """How many channels got exactly one post on a date."""
        return sum(count == 1 for count in self.posts.values())


class Killing:
    """Days on which clocks are killed, over one store."""

    def __init__(self, path: Path, slack: SlowSlack, rng: random.Random) -> None:
        self._path, self._slack, self._rng = path, slack, rng
        self._clocks: list[subprocess.Popen[str]] = []
        self.tally = Tally()

    def day(self, number: int, kills: int) -> None:
        """Let one date come, kill `kills` clocks round its due time, and wait until all is settled."""
        due = FIRST + timedelta(days=number)
        begin = due - timedelta(seconds=LEAD * self._slack.speed)
        with Store(str(self._path)) as store, self._running(begin):
            early = sum(self._rng.random() < BEFORE for _ in range(kills))
            for _ in range(early):
                time.sleep(self._rng.uniform(0, LEAD / kills))
                self._kill_one(due)
            begun = self._claimed(store, due)
            for moment in sorted(self._rng.uniform(0, AFTER) for _ in range(kills - early)):
                time.sleep(max(0.0, begun + moment * self._slack.slowest - time.monotonic()))
                self._kill_one(due)
            self._settled(store, due)

    def _kill_one(self, due: datetime) -> None:
        """End one clock at once, and start another in its place, which finds the due time come."""
        one = self._clocks.pop(self._rng.randrange(len(self._clocks)))
        os.kill(one.pid, signal.SIGKILL)
        one.wait()
        assert one.stdout is not None
        one.stdout.close()
        self.tally.kills += 1
        self._clocks.append(self._start(due))

    @contextmanager
    def _running(self, begin: datetime) -> Iterator[None]:
        """Run the clocks, and end them afterwards."""
        with ExitStack() as ending:
            ending.callback(self._end)
            self._clocks = [self._start(begin) for _ in range(CLOCKS)]
            for clock in self._clocks:
                assert clock.stdout is not None
                clock.stdout.readline()
            yield

    def _start(self, begin: datetime) -> subprocess.Popen[str]:
        """Start a clock that takes `begin` for now."""
        environ = {**os.environ, "SLACK_BOT_TOKEN": self._slack.token, "SLACK_API_URL": self._slack.url}
        words = ["-m", "bot", "clock", "--db", str(self._path)]
        if self._slack.speed > 1:
            told = (self._slack.token, self._slack.base_time.isoformat(), str(self._slack.speed))
            words = ["-c", HURRIED, str(self._path), *told, begin.isoformat(), self._slack.url]
        return subprocess.Popen(
            [sys.executable, *words],
            env={**environ, "POLICY_NOW": begin.isoformat()},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def _end(self) -> None:
        for clock in self._clocks:
            clock.kill()
            clock.communicate()

    def _claimed(self, store: Store, due: datetime) -> float:
        """Wait for the first claim of a date, and return when it was seen."""
        day = due.date().isoformat()
        until = time.monotonic() + PATIENCE
        while not any(store.daily.get(TEAM, channel, day) for channel in channels()):
            assert time.monotonic() < until, "nothing was claimed"
            time.sleep(0.002)
        return time.monotonic()

    def _settled(self, store: Store, due: datetime) -> None:
        """Wait until nothing stands open for a date, and note how long each claim took."""
        day, open_ones = due.date().isoformat(), set(channels())
        until = time.monotonic() + PATIENCE
        while open_ones:
            assert time.monotonic() < until, f"never settled: {store.daily.open(TEAM)}"
            for channel in sorted(open_ones):
                post = store.daily.get(TEAM, channel, day)
                if post is not None and not post.is_open:
                    open_ones.remove(channel)
                    took = self._slack.workspace.clock() - datetime.fromisoformat(post.claimed_at)
                    self.tally.slowest = max(self.tally.slowest, took.total_seconds())
                    self.tally.abandoned += post.attempts > 1
            time.sleep(0.02)


def channels() -> list[str]:
    """Return the channels that are due."""
    return [f"C{number:02}" for number in range(CHANNELS)]


def killed(path: Path, days: int, kills: int, *, seed: int, slowest: float, speed: float = 1) -> Tally:
    """Kill `kills` clocks on each of some days over the library at `path`, and count at Slack what came."""
    rng = random.Random(seed)  # noqa: S311 - the same moments at each run
    with Store(str(path)) as store:
        for channel in channels():
            store.subscriptions.save(replace(MORNING, channel=channel, days="every"))
    with SlowSlack(slowest, rng, speed) as slack:
        killing = Killing(path, slack, rng)
        for number in range(days):
            killing.day(number, kills)
        tally = killing.tally
        for channel in channels():
            for message in slack.workspace.messages[channel]:
                tally.posts[channel, message["metadata"]["event_payload"]["date"]] += 1
        tally.wanted = days * CHANNELS
        tally.looked = len(slack.calls("conversations.history"))
    return tally
