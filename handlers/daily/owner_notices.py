"""What the person who set a channel up is told, in a direct message; and the log besides."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from handlers.daily.outage import PAUSE
from handlers.daily.pace import backoff
from handlers.incoming.mrkdwn import escape
from handlers.slack_api.call_outcomes import CALL_ERRORS, of_error
from handlers.slack_api.error_words import NO_SCOPE
from handlers.slack_api.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from random import Random

    from slack_sdk import WebClient

    from db.daily import Post
    from db.outbox import Notice
    from db.store import Store
    from db.subscriptions import Subscription
    from handlers.daily.outage import Outage
    from handlers.replies_daily import DailyReplies

LOGGER = logging.getLogger(__name__)
SENDING = timedelta(
    seconds=30
)  # longer than a call takes: after these a notice that nobody settled is sent again
BEYOND = timedelta(hours=2)  # no wait is as long; one that seems to be began before the clock was set back
OLD = timedelta(days=1)


class OwnerNotices:
    """Tells people what the clock could not do.

    A notice is written down together with what it tells of, and sent afterwards by `deliver`, again and again
    until Slack has taken it: at least once. After a day it stands in the log alone.
    """

    def __init__(
        self,
        client: WebClient,
        store: Store,
        said: DailyReplies,
        wall: Callable[[], datetime],
        rng: Random,
        outage: Outage,
    ) -> None:
        self._client, self._store, self._said = client, store, said
        self._wall, self._rng, self._outage = wall, rng, outage

    def paused(self, wanted: Subscription, error: str) -> None:
        """Tell that a channel is served no more."""
        LOGGER.warning("daily quote of %s paused: %s", wanted.channel, error)
        why = self._said.why(error)
        self._put(wanted, self._said.told_paused.format(channel=wanted.channel, why=why, at=wanted.at))

    def refused(self, wanted: Subscription, post: Post) -> None:
        """Tell that a channel got no post, as Slack says something of the channel, and that it is tried again."""
        why = self._said.why(post.error)
        self._put(wanted, self._said.told_refused.format(channel=post.channel, day=post.day, why=why))

    def unsure(self, wanted: Subscription, post: Post, error: str) -> None:
        """Tell that a post may or may not stand in the channel, and why nobody could look."""
        LOGGER.warning("daily quote of %s for %s: outcome unknown, %s", post.channel, post.day, error)
        hint = self._said.needs_scope if error == NO_SCOPE else ""
        self._put(
            wanted,
            self._said.told_unsure.format(channel=post.channel, day=post.day, error=escape(error)) + hint,
        )

    def low(self, wanted: Subscription, left: int) -> None:
        """Tell that a deck runs low."""
        LOGGER.warning("daily quote of %s: %s passages left", wanted.channel, left)
        self._put(wanted, self._said.told_low.format(channel=wanted.channel, left=left))

    def empty(self, wanted: Subscription, day: str) -> None:
        """Tell that there is nothing to quote; said again only after something was posted."""
        LOGGER.warning("daily quote of %s for %s: nothing to quote", wanted.channel, day)
        self._put(wanted, self._said.told_empty.format(channel=wanted.channel, day=day))

    def missed(self, wanted: Subscription, day: date, why: str) -> None:
        """Write into the log that a date went by."""
        LOGGER.warning("daily quote of %s for %s missed: %s", wanted.channel, day, why or "down until later")

    def put(self, team: str, person: str, text: str) -> None:
        """Write down what is to be told to somebody of a workspace."""
        self._store.outbox.put(team, person, text, self._wall().isoformat())

    def is_due(self) -> bool:
        """Whether there is something to send."""
        return bool(self._due())

    def deliver(self) -> int:
        """Send what is to be told now; count what Slack took."""
        return sum(self._send(one) for one in self._due())

    def _put(self, wanted: Subscription, text: str) -> None:
        self.put(wanted.team, wanted.set_by, text)

    def _due(self) -> list[Notice]:
        wall, team = self._wall(), self._outage.team()
        return self._store.outbox.due(team, wall.isoformat(), (wall + BEYOND).isoformat()) if team else []

    def _send(self, notice: Notice) -> bool:
        wall = self._wall()
        if not self._store.outbox.take(notice, (wall + SENDING).isoformat()):
            return False
        try:
            self._client.chat_postMessage(channel=notice.person, **Message(notice.text).plain().body())
        except CALL_ERRORS as error:
            outcome = of_error(error)
            if outcome.kind == "shut":
                # it is nobody's own trouble, and does not make a notice old
                self._outage.begins(notice.team or self._outage.team(), outcome.error)
                self._store.outbox.put_off(notice, (wall + PAUSE).isoformat())
                return False
            self._put_off(notice, outcome.error, timedelta(seconds=outcome.wait))
            return False
        self._store.outbox.remove(notice)
        return True

    def _put_off(self, notice: Notice, error: str, asked: timedelta) -> None:
        """Keep a notice for another try, for a day."""
        wall = self._wall()
        LOGGER.warning("%s could not be told: %s", notice.person, escape(error))
        if wall - datetime.fromisoformat(notice.put_at) > OLD:
            LOGGER.warning("%s is not told any more: %s", notice.person, notice.text)
            self._store.outbox.remove(notice)
            return
        pause = max(asked, backoff(notice.attempts + 1, self._rng))
        self._store.outbox.put_off(notice, (wall + pause).isoformat())
