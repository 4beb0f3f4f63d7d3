"""Slack's pace: how long to wait before trying again, and when a whole workspace has to."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from datetime import datetime, timedelta
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

LONGEST = 300.0  # seconds between two tries
LIMITED = 2  # channels refused in a row until it is the workspace that is limited, not one channel
NARROW = 4  # calls at once to a workspace that was limited lately: fewer of them run into the next refusal
LATELY = timedelta(minutes=1)


def backoff(attempts: int, rng: Random) -> timedelta:
    """Return how long to wait after so many attempts: doubling, at most five minutes, a half to all of it."""
    return timedelta(seconds=min(LONGEST, 2.0 ** min(attempts, 16)) * rng.uniform(0.5, 1.0))


class Pace:
    """Which workspaces are held back just now.

    A 429 does not say whether the channel or the whole workspace is over its limit
    (docs.slack.dev/apis/web-api/rate-limits). One channel alone waits by itself; when a second is refused
    before anything else went through, the workspace waits, so that no request is wasted. For a minute after
    that it is served by few calls at once.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._refused: dict[str, set[str]] = {}
        self._until: dict[str, datetime] = {}
        self._gates: dict[str, BoundedSemaphore] = {}
        self._narrow: dict[str, datetime] = {}

    def limited(self, team: str, channel: str, until: datetime) -> None:
        """Note that Slack refused a channel, and until when."""
        with self._lock:
            refused = self._refused.setdefault(team, set())
            refused.add(channel)
            if len(refused) >= LIMITED:
                self._until[team] = until
                self._narrow[team] = until + LATELY

    def hold(self, team: str, until: datetime) -> None:
        """Note that Slack refused calls of a kind that has one limit for the whole workspace."""
        with self._lock:
            self._until[team] = until

    def went(self, team: str) -> None:
        """Note that a message went through.

        It may have begun before the workspace was refused, so that what Slack said then still holds.
        """
        with self._lock:
            self._refused.pop(team, None)

    @contextmanager
    def slot(self, team: str, wall: Callable[[], datetime]) -> Iterator[bool]:
        """Wait for one's turn with a workspace; give whether anything may be sent to it then."""
        with self._lock:
            gate = self._gates.setdefault(team, BoundedSemaphore(NARROW))
            narrow = wall() < self._narrow.get(team, wall())
        with gate if narrow else nullcontext():
            yield self.is_open(team, wall())

    def is_open(self, team: str, wall: datetime) -> bool:
        """Whether anything may be sent to this workspace."""
        with self._lock:
            return wall >= self._until.get(team, wall)
