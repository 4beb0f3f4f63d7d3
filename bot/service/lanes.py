"""Threads that work through lanes: in a lane one job after another, no lane in the way of another."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from threading import Condition, Thread
from typing import TYPE_CHECKING

from bot.wall_clock import ticks
from handlers.slack_api.runners import HeldBackError

if TYPE_CHECKING:
    from collections.abc import Callable

    from handlers.slack_api.runners import Failed, Job

LOGGER = logging.getLogger(__name__)
MOST_IN_LANE = 200  # jobs that wait in one lane
MOST = 2_000  # jobs that wait in all


@dataclass(frozen=True, slots=True)
class Task:
    """A job, and who is told of its error."""

    job: Job
    failed: Failed | None


class Lanes:
    """Runs jobs in up to `threads` threads, made when they are needed; they never keep a process from ending.

    A job that raises HeldBackError stays the first of its lane and is run again after its wait; no thread
    waits with it. `clock` counts seconds.
    """

    def __init__(self, name: str, threads: int, clock: Callable[[], float] = ticks) -> None:
        self._name, self._most, self._clock = name, threads, clock
        self._changed, self._numbers = Condition(), count()
        self._lanes: dict[str, deque[Task]] = {}  # the first of a lane stays in it while it runs
        self._ready: list[tuple[float, int, str]] = []  # which lane goes on when
        self._running: set[str] = set()
        self._threads = self._idle = self._waiting = 0
        self._ended = self._collected = False

    def put(self, lane: str, job: Job, failed: Failed | None = None) -> bool:
        """Take a job; False where its lane or all lanes are full, or once what is left has been collected."""
        with self._changed:
            told = self._lanes.get(lane)
            if self._collected or self._waiting >= MOST or (told and len(told) >= MOST_IN_LANE):
                return False
            self._waiting += 1
            if told is None:
                told = self._lanes[lane] = deque()
                self._schedule(lane, self._clock())
            told.append(Task(job, failed))
            return True

    def close(self, seconds: float, grace: float = 0.0) -> tuple[list[Job], list[Job]]:
        """Work on for so long at most, then end; return what was not begun, in order, and what is under way.

        What is under way then has `grace` seconds more; a thread that is still inside a call is left to itself.
        """
        self.stop(seconds)
        with self._changed:
            last = self._clock() + grace
            while self._running and self._clock() < last:
                self._changed.wait(last - self._clock())
        return self.collect()

    def stop(self, seconds: float) -> None:
        """Work on for so long at most, then begin nothing more; what is put in, or held back, later is collected."""
        until = self._clock() + seconds
        with self._changed:
            while self._can_go_on(until):
                self._changed.wait(max(0.0, until - self._clock()))
            self._ended = True
            self._changed.notify_all()

    def collect(self) -> tuple[list[Job], list[Job]]:
        """Return, once, what was not begun, in order, and what is under way; nothing is taken any more."""
        with self._changed:
            if self._collected:
                return [], []
            self._ended = self._collected = True
            self._changed.notify_all()
            left = [
                task.job
                for lane, tasks in self._lanes.items()
                for task in list(tasks)[1 if lane in self._running else 0 :]
            ]
            return left, [self._lanes[lane][0].job for lane in self._running]

    def _can_go_on(self, until: float) -> bool:
        """Whether there is time left, and something to be done in it."""
        if self._clock() >= until:
            return False
        return bool(self._running) or (not self._ended and bool(self._ready) and self._ready[0][0] < until)

    def _schedule(self, lane: str, at: float) -> None:
        heappush(self._ready, (at, next(self._numbers), lane))
        if not self._ended and len(self._ready) > self._idle and self._threads < self._most:
            self._threads += 1
            Thread(target=self._work, name=f"{self._name}-{self._threads}", daemon=True).start()
        self._changed.notify_all()

    def _work(self) -> None:
        """Run jobs until the end; what one thread has to do."""
        try:
            while taken := self._take():
                lane, task = taken
                wait = None
                try:
                    wait = _run(task)
                finally:
                    self._settle(lane, wait)
        finally:
            with self._changed:
                self._threads -= 1

    def _take(self) -> tuple[str, Task] | None:
        """Wait for a lane that may go on; None at the end."""
        with self._changed:
            while not self._ended:
                now = self._clock()
                if self._ready and self._ready[0][0] <= now:
                    lane = heappop(self._ready)[2]
                    self._running.add(lane)
                    return lane, self._lanes[lane][0]
                self._idle += 1
                self._changed.wait(self._ready[0][0] - now if self._ready else None)
                self._idle -= 1
            return None

    def _settle(self, lane: str, wait: float | None) -> None:
        """Let the lane go on: with its next job, or after `wait` seconds with the same one."""
        with self._changed:
            self._running.discard(lane)
            tasks = self._lanes[lane]
            if wait is None:
                tasks.popleft()
                self._waiting -= 1
            if tasks:
                self._schedule(lane, self._clock() + (wait or 0))
            else:
                del self._lanes[lane]
            self._changed.notify_all()


def _run(task: Task) -> float | None:
    """Run a job; return the seconds after which it is to be run again, None where it is done."""
    try:
        task.job()
    except HeldBackError as held:
        return held.seconds
    except Exception as error:
        # the outermost loop: whoever fails, the others of the pool go on
        if task.failed is None:
            LOGGER.exception("a job failed")
        else:
            task.failed(error)
    return None
