"""What a refusal that names a channel means: that it is so, that all are refused alike, or nothing yet.

With a token of another app Slack says `not_in_channel` or `channel_not_found` of every channel. So its word
alone pauses none: another channel must have been served since.
"""

from __future__ import annotations

from datetime import datetime
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from handlers.slack_api.error_words import about

if TYPE_CHECKING:
    from db.daily import Post
    from db.store import Store
    from db.subscriptions import Subscription

Verdict = Literal["alone", "alike", "open"]
"""alone  the channel is refused while another is served, or for the third morning in a row: pause it
alike  so is every other channel: it is the token or the workspace
open   nothing can be said yet: try again"""

MORNINGS = 3  # in a row, after which a channel is paused though no other shows that the token is right


class RefusedChannels:
    """Compares a channel's refused mornings with what became of the others of its workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def verdict(self, wanted: Subscription, mine: Post) -> Verdict:
        """Say what it means that `mine` has just been refused with a word about its channel."""
        earlier = self._refused(wanted, mine)
        since = datetime.fromisoformat(min(post.claimed_at for post in (mine, *earlier))).timestamp()
        others = self._store.daily.latest_of_others(*wanted.channel_key)
        if any(other and other.ts and float(other.ts) >= since for other in others):
            return "alone"
        if others and all(other and is_refused(other) for other in others):
            return "alike"
        return "alone" if len(earlier) + 1 >= MORNINGS else "open"

    def is_news(self, wanted: Subscription, mine: Post) -> bool:
        """Whether a morning that ends with such a word is to be told: the first in a row, and no outage."""
        is_first = is_refused(mine) and not self._refused(wanted, mine)
        return is_first and self._store.outages.get(wanted.team) is None

    def _refused(self, wanted: Subscription, mine: Post) -> list[Post]:
        """Return the refused mornings right before this one, since the channel was set up or invited again."""
        tried = [post for post in self._store.daily.history(*wanted.channel_key) if post.claim]
        before = [post for post in tried if post.day < mine.day and post.claimed_at >= wanted.set_at]
        return list(takewhile(is_refused, reversed(before)))


def is_refused(post: Post) -> bool:
    """Whether the last thing that Slack said of a post names its channel, which did not get it."""
    return not post.ts and about(post.error) == "channel"
