"""What the clock works with, and how long things may take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random
    from zoneinfo import ZoneInfo

    from slack_sdk import WebClient

    from db.store import Store
    from handlers.daily.outage import Outage
    from handlers.daily.owner_notices import OwnerNotices
    from handlers.daily.pace import Pace
    from handlers.daily.quote_pool import QuotePool
    from handlers.replies import Replies
    from handlers.replies_daily import DailyReplies

POST_SECONDS = 8  # the time-out of one call to Slack, once it is sent
SEND_SECONDS = 5  # from a call's beginning until it is sent: looking up the address, connecting
LEASE = timedelta(seconds=15)  # longer than both, so that nobody looks while a call is under way
STORING = timedelta(seconds=5)  # more, after a time-out: Slack may be at work on the message still
GRACE = timedelta(hours=3)
LOW = 5  # passages left when a deck runs low: a working week


@dataclass(frozen=True, slots=True)
class ClockContext:
    """The parts. `wall` is the real time; only leases and the look-up go by it. `zone` is the office's."""

    store: Store
    client: WebClient
    pool: QuotePool
    notices: OwnerNotices
    outage: Outage
    pace: Pace
    rng: Random
    wall: Callable[[], datetime]
    replies: Replies
    zone: ZoneInfo
    grace: timedelta = GRACE

    @property
    def said(self) -> DailyReplies:
        """The sentences of the daily quotes."""
        return self.replies.daily
