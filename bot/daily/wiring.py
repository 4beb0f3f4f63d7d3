"""The clock put together from real parts, alone or beside an app in the same process."""

from __future__ import annotations

from contextlib import contextmanager
from random import SystemRandom
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from slack_sdk import WebClient

from bot.beside import in_thread
from bot.daily.clock_loop import Clock
from bot.daily.punctual_client import PunctualClient
from bot.service import loopback
from bot.service.home import Home
from bot.wall_clock import now as wall_now
from handlers.daily.clock_context import POST_SECONDS, ClockContext
from handlers.daily.outage import Outage
from handlers.daily.owner_notices import OwnerNotices
from handlers.daily.pace import Pace
from handlers.daily.quote_pool import QuotePool
from handlers.replies import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from bot.settings import Settings
    from db.store import Store


def make_context(
    settings: Settings, store: Store, wall: Callable[[], datetime] = wall_now, *, home: Home | None = None
) -> ClockContext:
    """Choose the parts. The client retries nothing: a reset may come after Slack stored the message.

    `home` is what the process knows of its workspace already; without one Slack is asked.
    """
    loopback.bypass_proxy_for_loopback()
    client = PunctualClient(
        token=settings.slack_bot_token,
        base_url=settings.slack_api_url,
        timeout=POST_SECONDS,
        retry_handlers=[],
    )
    said, rng = CATALOGUE.daily, SystemRandom()
    outage = Outage(store, said, home or Home(client, waits=True, quiet=True), wall)
    return ClockContext(
        store=store,
        client=client,
        pool=QuotePool(store),
        notices=OwnerNotices(client, store, said, wall, rng, outage),
        outage=outage,
        pace=Pace(),
        rng=rng,
        wall=wall,
        replies=CATALOGUE,
        zone=ZoneInfo(settings.policy_time_zone),
    )


def make_home(settings: Settings, *, waits: bool = False, quiet: bool = False) -> Home:
    """Make what knows the workspace of the bot token; a process needs one."""
    loopback.bypass_proxy_for_loopback()
    client = WebClient(token=settings.slack_bot_token, base_url=settings.slack_api_url, timeout=POST_SECONDS)
    return Home(client, waits=waits, quiet=quiet)


def make_clock(
    settings: Settings, store: Store, wall: Callable[[], datetime] = wall_now, *, home: Home | None = None
) -> Clock:
    """Make a clock over a store."""
    return Clock(make_context(settings, store, wall, home=home))


@contextmanager
def beside(
    settings: Settings, store: Store, now: Callable[[], datetime] = wall_now, *, home: Home | None = None
) -> Iterator[None]:
    """Keep time in a thread of this process for as long as the block lasts (`socket --with-clock`)."""
    with (
        make_clock(settings, store, home=home) as clock,
        in_thread(lambda ended: clock.run(ended, now), "clock"),
    ):
        yield
