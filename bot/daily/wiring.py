"""The clock put together from real parts, alone or beside an app in the same process."""

from __future__ import annotations

from contextlib import contextmanager
from random import SystemRandom
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.beside import in_thread
from bot.clock import now as wall_now
from bot.daily.calling import PunctualClient
from bot.daily.notices import Notices
from bot.daily.pace import Pace
from bot.daily.running import Clock
from bot.daily.tools import POST_SECONDS, Tools
from bot.service import loopback
from handlers.daily.shelf import Shelf
from handlers.replies import Replies
from handlers.replies_daily import DailyReplies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from bot.settings import Settings
    from db.store import Store


def make_tools(settings: Settings, store: Store, wall: Callable[[], datetime] = wall_now) -> Tools:
    """Choose the parts. The client retries nothing: a reset may come after Slack stored the message."""
    loopback.spare()
    client = PunctualClient(
        token=settings.slack_bot_token,
        base_url=settings.slack_api_url,
        timeout=POST_SECONDS,
        retry_handlers=[],
    )
    said, rng = DailyReplies(), SystemRandom()
    return Tools(
        store=store,
        client=client,
        shelf=Shelf(store),
        notices=Notices(client, store, said, wall, rng),
        pace=Pace(),
        rng=rng,
        wall=wall,
        said=said,
        replies=Replies(),
        zone=ZoneInfo(settings.policy_time_zone),
    )


def make_clock(settings: Settings, store: Store, wall: Callable[[], datetime] = wall_now) -> Clock:
    """Make a clock over a store."""
    return Clock(make_tools(settings, store, wall))


@contextmanager
def beside(settings: Settings, store: Store, now: Callable[[], datetime] = wall_now) -> Iterator[None]:
    """Keep time in a thread of this process for as long as the block lasts (`socket --with-clock`)."""
    with make_clock(settings, store) as clock, in_thread(lambda ended: clock.run(ended, now), "clock"):
        yield
