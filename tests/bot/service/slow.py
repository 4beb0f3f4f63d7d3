"""A Slack that takes as long as a test wants, and an app on its real threads in front of it."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

from bot.app import build_app
from bot.console.stand_in import SlackStandIn
from bot.service.crew import Crew
from bot.settings import from_environment
from bot.wall_clock import now
from tests.handlers.door import Door

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.console.wire import Json, Reply
    from bot.settings import Settings
    from db.store import Store
    from handlers.slack_api.runners import Failed, Job

PATIENCE = 60  # seconds after which a test is stuck, on however slow a machine


class SlowSlack(SlackStandIn):
    """Puts each call on record when it comes, and answers those of the `slow` methods when `gate` is opened."""

    def __init__(self) -> None:
        self.gate, self.slow = Event(), frozenset[str]()
        super().__init__()

    def _answer(self, path: str, given: Json, token: str) -> Reply:
        reply = super()._answer(path, given, token)
        method = path.removeprefix("/api/") if path.startswith("/api/") else "response_url"
        if method in self.slow:
            self.gate.wait(PATIENCE)
        return reply

    def close(self) -> None:
        """Let everybody go who still waits, and stop listening."""
        self.gate.set()
        super().close()


class Keeping:
    """Takes jobs for a test to run."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def put(self, lane: str, job: Job, failed: Failed | None = None) -> bool:  # noqa: ARG002 - as Runner has it
        """Take a job."""
        self.jobs.append(job)
        return True


class Full:
    """Has room for no job."""

    def put(self, lane: str, job: Job, failed: Failed | None = None) -> bool:  # noqa: ARG002 - as Runner has it
        """Refuse a job."""
        return False


def settings_for(slack: SlackStandIn) -> Settings:
    """Return the settings of an app that takes this for Slack."""
    said = {"SLACK_BOT_TOKEN": slack.token, "SLACK_SIGNING_SECRET": slack.signing_secret}
    return from_environment({**said, "SLACK_API_URL": slack.url})


@contextmanager
def served(store: Store, slack: SlowSlack) -> Iterator[tuple[Door, Crew]]:
    """Give the way into an app on its own threads, which have ended when the block has."""
    crew = Crew()
    try:
        yield Door(build_app(settings_for(slack), store, now, crew=crew), slack), crew
    finally:
        crew.listeners.close(PATIENCE)
        crew.end(0)
        for lanes in (crew.calls, crew.reads) if slack.gate.is_set() else ():
            lanes.stop(PATIENCE)  # a store must not be closed under the thread that writes to it
