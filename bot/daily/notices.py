"""What the person who set a channel up is told, once each, in a direct message; and the log besides."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.daily.outcomes import CALL_ERRORS, of_error
from handlers.mrkdwn import escape

if TYPE_CHECKING:
    from datetime import date

    from slack_sdk import WebClient

    from db.daily import Post
    from db.store import Store
    from db.subscriptions import Subscription
    from handlers.replies_daily import DailyReplies

LOGGER = logging.getLogger(__name__)


class Notices:
    """Tells people what the clock could not do. A notice that cannot be sent stands in the log."""

    def __init__(self, client: WebClient, store: Store, said: DailyReplies) -> None:
        self._client, self._store, self._said = client, store, said

    def paused(self, wanted: Subscription, error: str) -> None:
        """Tell that a channel is served no more."""
        LOGGER.warning("daily quote of %s paused: %s", wanted.channel, error)
        why = self._said.reasons.get(error) or self._said.refused.format(error=error)
        self._tell(wanted, self._said.told_paused.format(channel=wanted.channel, why=why, at=wanted.at))

    def unsure(self, wanted: Subscription, post: Post, error: str) -> None:
        """Tell that a post may or may not stand in the channel."""
        LOGGER.warning("daily quote of %s for %s: outcome unknown, %s", post.channel, post.day, error)
        self._tell(wanted, self._said.told_unsure.format(channel=post.channel, day=post.day, error=error))

    def low(self, wanted: Subscription, left: int) -> None:
        """Tell that a deck runs low."""
        LOGGER.warning("daily quote of %s: %s passages left", wanted.channel, left)
        self._tell(wanted, self._said.told_low.format(channel=wanted.channel, left=left))

    def empty(self, wanted: Subscription, day: str) -> None:
        """Tell that there is nothing to quote; said again only after something was posted."""
        LOGGER.warning("daily quote of %s for %s: nothing to quote", wanted.channel, day)
        self._tell(wanted, self._said.told_empty.format(channel=wanted.channel, day=day))

    def missed(self, wanted: Subscription, day: date, why: str) -> None:
        """Write into the log that a date went by."""
        LOGGER.warning("daily quote of %s for %s missed: %s", wanted.channel, day, why or "down until later")

    def _tell(self, wanted: Subscription, text: str) -> None:
        try:
            self._client.chat_postMessage(channel=wanted.set_by, text=text)
        except CALL_ERRORS as error:
            LOGGER.warning("%s could not be told: %s", wanted.set_by, escape(of_error(error).error))
