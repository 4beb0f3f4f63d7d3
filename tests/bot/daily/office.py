"""A clock over a real store and a recording Slack, with a wall clock that a test turns by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from bot.console.workspace import TEAM as OURS
from bot.daily.clock_loop import Clock
from bot.daily.wiring import make_context
from bot.settings import from_environment
from db.subscriptions import Subscription

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.daily import Post
    from db.store import Store
    from handlers.daily.clock_context import ClockContext

TEAM = OURS  # a clock serves its own workspace only
SETTER = "U0READER"
MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # 09:00 in Shanghai
MORNING = Subscription(
    *(TEAM, "C1", "09:00", "Asia/Shanghai", "weekdays", "", "seed", SETTER),
    *("2026-11-22T00:00:00+00:00", "2026-11-22"),
)


class Office:
    """One clock process: `morning` does what is due, `later` turns the wall clock."""

    def __init__(self, slack: SlackStandIn, store: Store) -> None:
        self.slack, self.store = slack, store
        self.time = MONDAY
        said = {"SLACK_BOT_TOKEN": slack.token, "SLACK_API_URL": slack.url}
        tools = make_context(from_environment(said), store, lambda: self.time)
        self.tools: ClockContext = replace(tools, rng=Random(7))  # noqa: S311 - the same waits at each run
        self.clock = Clock(self.tools)

    def subscribe(self, channel: str = "C1", **changes: str) -> Subscription:
        """Set a channel up."""
        return self.store.subscriptions.save(replace(MORNING, channel=channel, **changes))

    def later(self, **passed: float) -> None:
        """Let time pass."""
        self.time += timedelta(**passed)

    def morning(self, now: datetime | None = None) -> list[str]:
        """Run once, wait, and return the words it ended with."""
        return sorted(job.result() for job in self.clock.run_once(now or self.time))

    def until(self, word: str, *, times: int = 60, seconds: float = 1) -> datetime:
        """Run again and again until something ends with `word`; return when that was."""
        for _ in range(times):
            if word in self.morning():
                return self.time
            self.later(seconds=seconds)
        message = f"never {word}; posts: {self.store.daily.open(TEAM)}"
        raise AssertionError(message)

    def refuse(self, word: str, channel: str = "C1") -> None:
        """Set two channels up and have Slack refuse one for good, so that it is the only one that is refused."""
        for served in (channel, "C9"):
            self.subscribe(served)
        self.slack.fail_next("chat.postMessage", error=word, where={"channel": channel}, times=None)

    def posted(self, channel: str = "C1") -> list[Any]:
        """Return the bot's messages in a channel, as Slack has them."""
        return [one for one in self.slack.workspace.messages[channel] if one.get("bot_id")]

    def told(self) -> list[str]:
        """Return what the person who set the channels up was told."""
        return [one["text"] for one in self.posted("D" + SETTER[1:])]

    def post(self, day: str = "2026-11-23", channel: str = "C1") -> Post:
        """Return what the store knows of a date."""
        found = self.store.daily.get(TEAM, channel, day)
        assert found is not None
        return found
