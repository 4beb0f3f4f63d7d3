"""Very many channels due at once, against a Slack that keeps a pace: how soon the last one has its post."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from threading import Lock
from typing import TYPE_CHECKING

from bot.console.stand_in import SlackStandIn
from bot.console.wire import Reply
from db.store import Store
from tests.bot.daily.office import MONDAY, MORNING

if TYPE_CHECKING:
    from pathlib import Path

    from bot.console.wire import Json

POST = "/api/chat.postMessage"
SLOW, REFUSED = "C00000", "C00001"
DELAY = 7.0  # seconds that the slow channel's post takes
REFUSALS = 5  # times in a row that one channel is answered 429
AHEAD = 3  # seconds from the clock's start to the due time
PATIENCE = 120  # seconds beyond Slack's own pace until the run is given up


class PacedSlack(SlackStandIn):
    """A Slack that takes `rate` messages a second, after a first `burst`, and one a second a channel.

    What comes too soon is answered 429, with the seconds, rounded up, until there is room again
    (docs.slack.dev/apis/web-api/rate-limits). One channel is slow, and one is refused a few times in any case.
    """

    def __init__(self, rate: float, burst: float) -> None:
        super().__init__()
        self._rate, self._burst, self._room, self._at = rate, burst, burst, time.monotonic()
        self._pace = Lock()
        self._last: dict[str, float] = defaultdict(float)
        self._refusals = REFUSALS
        self.refused = 0
        self.arrived: dict[str, float] = {}

    def _answer(self, path: str, given: Json, token: str) -> Reply:
        if path != POST:
            return super()._answer(path, given, token)
        wait = self._wait(given["channel"])
        if wait:
            return Reply({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": str(math.ceil(wait))})
        reply = super()._answer(path, given, token)
        return replace(reply, delay=DELAY) if given["channel"] == SLOW else reply

    def _wait(self, channel: str) -> float:
        """Return how many seconds too soon a message comes; 0 where there is room, which it then takes."""
        with self._pace:
            now = time.monotonic()
            self._room = min(self._burst, self._room + (now - self._at) * self._rate)
            self._at = now
            wait = max((1 - self._room) / self._rate, self._last[channel] + 1 - now, 0.0)
            if channel == REFUSED and self._refusals:
                self._refusals -= 1
                wait = 3.0
            if wait:
                self.refused += 1
                return wait
            self._room -= 1
            self._last[channel] = self.arrived[channel] = now
            return 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """Seconds from the due time to the last post, of all channels and of those that nothing is wrong with."""

    last: float
    others: float
    limit: float
    posted: int
    doubled: int
    refused: int


def crowd(path: Path, channels: int, rate: float) -> Found:
    """Serve channels that are all due at once by one clock process; `limit` is what Slack's pace allows."""
    names = [f"C{number:05}" for number in range(channels)]
    with Store(str(path)) as store:
        for name in names:
            store.subscriptions.save(replace(MORNING, channel=name))
    limit = (channels - 2 * rate) / rate
    with PacedSlack(rate, 2 * rate) as slack:
        due = _serve(path, slack, channels, limit + PATIENCE)
        kept = [message for name in names for message in slack.workspace.messages[name]]
        counts = Counter(message["metadata"]["event_payload"]["channel"] for message in kept)
        others = [at for name, at in slack.arrived.items() if name not in {SLOW, REFUSED}]
        return Found(
            last=max(slack.arrived.values()) - due,
            others=max(others) - due,
            limit=limit,
            posted=len(counts),
            doubled=sum(count > 1 for count in counts.values()),
            refused=slack.refused,
        )


def _serve(path: Path, slack: PacedSlack, channels: int, seconds: float) -> float:
    """Run a clock until every channel has its post; return when they were due."""
    told = {"SLACK_BOT_TOKEN": slack.token, "SLACK_API_URL": slack.url}
    told |= {"POLICY_NOW": (MONDAY - timedelta(seconds=AHEAD)).isoformat()}
    words = [sys.executable, "-m", "bot", "clock", "--db", str(path)]
    clock = subprocess.Popen(words, env={**os.environ, **told}, stdout=subprocess.PIPE, text=True)
    assert clock.stdout is not None
    assert clock.stdout.readline() == "the clock runs\n"
    due = time.monotonic() + AHEAD
    until = time.monotonic() + seconds
    try:
        while len(slack.arrived) < channels:
            assert time.monotonic() < until, f"{len(slack.arrived)} of {channels} channels were served"
            time.sleep(0.05)
    finally:
        clock.terminate()
        clock.communicate()
    return due
