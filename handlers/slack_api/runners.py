"""Where work is done that may wait for Slack: jobs in lanes, those of one lane one after another."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event, RLock
from typing import TYPE_CHECKING, Protocol

from handlers.incoming.received import RECEIVED

if TYPE_CHECKING:
    from collections.abc import Callable

    from handlers.incoming.received import Received

    Job = Callable[[], object]
    Failed = Callable[[Exception], object]


class HeldBackError(Exception):
    """Slack asks to wait (HTTP 429) `seconds` before the same is tried again."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"held back for {seconds} seconds")
        self.seconds = seconds


class BusyError(RuntimeError):
    """Too many jobs wait, so that one more is not taken; nothing of it was done."""


class Runner(Protocol):
    """Runs jobs; one that raises HeldBackError is run again after its wait, before the others of its lane."""

    def put(self, lane: str, job: Job, failed: Failed | None = None) -> bool:
        """Take a job; `failed` is told of its error. False where there is no room for it."""


class Inline:
    """Runs each job at once, in the thread that gives it, one after another: for the console and for tests."""

    def __init__(self) -> None:
        self._turn = RLock()

    def put(self, lane: str, job: Job, failed: Failed | None = None) -> bool:  # noqa: ARG002 - as Runner has it
        """Run a job and what it waits for; its error goes to the caller."""
        with self._turn:
            while True:
                try:
                    job()
                except HeldBackError as held:
                    Event().wait(held.seconds)
                else:
                    return True


@dataclass(frozen=True, slots=True)
class RequestJob:
    """A job that is part of a request's work: where it is not done, another process does the whole."""

    received: Received
    job: Job

    def __call__(self) -> None:
        """Do it, as a part of that request."""
        self.received.begun = True
        before = RECEIVED.set(self.received)
        try:
            self.job()
        finally:
            RECEIVED.reset(before)


def part_of_request(job: Job) -> Job:
    """Return the job as a part of the request handled now, where somebody waits for its answer; else the job itself."""
    received = RECEIVED.get()
    return RequestJob(received, job) if received is not None and received.is_awaited else job


@dataclass(frozen=True, slots=True)
class Runners:
    """The runners of calls to Slack, each with threads of its own so that none waits for another.

    posts     what a channel sees
    answers   what one person sees
    opens     windows: their trigger lives three seconds
    calls     requests that Slack must be asked about before they are answered
    reads     requests about their thread, which some apps may read once a minute
    """

    posts: Runner = field(default_factory=Inline)
    answers: Runner = field(default_factory=Inline)
    opens: Runner = field(default_factory=Inline)
    calls: Runner = field(default_factory=Inline)
    reads: Runner = field(default_factory=Inline)
