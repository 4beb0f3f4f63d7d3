"""Which passage a post quotes: the next card of the channel's deck; and that there is none, or that few are left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.daily import EMPTY
from handlers.daily.clock_context import LOW

if TYPE_CHECKING:
    from db.daily import Post
    from db.subscriptions import Subscription
    from handlers.daily.clock_context import ClockContext


class Selection:
    """Selects from the pool of quotable passages, by the channel's seed and what it was dealt so far."""

    def __init__(self, context: ClockContext) -> None:
        self._context = context
        self._daily = context.store.daily

    def deal(self, wanted: Subscription, post: Post) -> Post | None:
        """Put the channel's next card on a post."""
        card = self._context.pool.next(wanted.seed, wanted.theme, self._daily.history(*wanted.channel_key))
        if card is None:
            return None
        found = card.passage
        dealt = replace(post, passage=found.key, round=card.round, theme=wanted.theme)
        return replace(dealt, code=found.code, start=found.start, end=found.end)

    def nothing(self, wanted: Subscription, post: Post) -> str:
        """Write down that there is nothing to quote, told when that begins; empty where another was faster."""
        before = [one for one in self._daily.history(*wanted.channel_key) if one.day < post.day]
        with self._context.store.writing():
            if post.is_open:
                self._daily.settle(post, EMPTY)
            elif not self._daily.record(replace(post, state=EMPTY)):
                return ""
            if not before or before[-1].state != EMPTY:
                self._context.notices.empty(wanted, post.day)
        return EMPTY

    def tell_of_low(self, wanted: Subscription, mine: Post) -> None:
        """Tell once a round that a deck runs low; of one that is always low once for all."""
        passages = self._context.pool.passages(wanted.theme)
        left = self._context.pool.left(wanted, self._daily.history(*wanted.channel_key))
        number = mine.round if len(passages) > LOW else 0
        key = f"low:{mine.team}:{mine.channel}:{wanted.theme}:{number}"
        if left > LOW:
            return
        with self._context.store.writing():
            if self._context.store.once.claim(key, self._context.wall().isoformat()):
                self._context.notices.low(wanted, left)
