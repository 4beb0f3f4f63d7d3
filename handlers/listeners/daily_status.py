"""What is said of a channel's daily quotes: when, what next, what came so far."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.daily import CLAIMED, POSTED, UNSURE, WAITING
from handlers.daily.themes import title_of
from handlers.incoming.mrkdwn import one_line
from handlers.rendering.daily_post import date_of, message
from handlers.slack_api.message import say

if TYPE_CHECKING:
    from db.daily import Post
    from db.subscriptions import Subscription
    from handlers.context import AppContext
    from handlers.daily.schedule import Due
    from handlers.slack_api.message import Message

SHOWN = 10  # posts that history lists
OPENING = 16  # characters of each that it shows
SHOWING = (POSTED, UNSURE, CLAIMED, WAITING)  # states of posts that have a passage people may have seen


class DailyStatus:
    """Renders the subscription of a channel and its posts in sentences of the catalogue."""

    def __init__(self, context: AppContext) -> None:
        self._subscriptions, self._pool = context.subscriptions, context.pool
        self._store, self._said, self._replies = context.store, context.replies.daily, context.replies

    def status(self, wanted: Subscription) -> str:
        """Say when the channel is served, what comes next, and how far its deck has come."""
        left, total = self._subscriptions.counts(wanted)
        due = self._subscriptions.ahead(wanted).due
        told = self._said.status.format(
            when=self.when(wanted), next=self.next(wanted, due), left=left, total=total
        )
        return told + self.unknown(wanted, due)

    def preview(self, wanted: Subscription) -> Message:
        """Draw the post that comes next; nothing is used up."""
        due, card = self._subscriptions.ahead(wanted).due, self._subscriptions.card(wanted)
        if due is None:
            return say(self.status(wanted))
        place = card.passage if card else None
        quoted = self._pool.quoted(place.code, place.start, place.end) if place else None
        if quoted is None:
            return say(self._said.nothing)
        head = self._said.preview.format(date=date_of(due.day, self._said))
        return message(quoted, due.day, self._replies, head)

    def history(self, wanted: Subscription) -> str:
        """List the last posts, the newest first."""
        posts = self._subscriptions.history(wanted)[-SHOWN:][::-1]
        if not posts:
            return self._said.no_history
        lines = [self._said.history.format(count=len(posts))]
        for post in posts:
            day = date_of(date.fromisoformat(post.day), self._said)
            state = self._said.states[post.state]
            lines.append(self._said.past.format(date=day, state=state, text=self._opening(post)))
        return "\n".join(lines)

    def _opening(self, post: Post) -> str:
        """Return the first words of what was posted, and its code; empty where nothing was."""
        if not post.code or post.state not in SHOWING:
            return ""
        quoted = self._pool.quoted(post.code, post.start, post.end)
        words = one_line(quoted.excerpt.text[:OPENING]) if quoted else ""
        return self._said.opening.format(words=words, code=post.code)

    def when(self, wanted: Subscription) -> str:
        """Say days, time, zone and theme."""
        kind, name = title_of(wanted.theme, self._store)
        theme = self._said.theme.format(theme=f"{self._said.themes[kind]}“{name}”") if wanted.theme else ""
        return self._said.when.format(
            days=self._said.days[wanted.days], at=wanted.at, zone=wanted.zone, theme=theme
        )

    def next(self, wanted: Subscription, due: Due | None) -> str:
        """Say when the next post comes."""
        if due is None:
            return self._said.no_next
        local = due.at.astimezone(ZoneInfo(wanted.zone))
        return self._said.next.format(date=date_of(due.day, self._said), at=f"{local:%H:%M}")

    def unknown(self, wanted: Subscription, due: Due | None) -> str:
        """Say that Chinese workdays fall back to Monday to Friday, where they soon do."""
        year = self._subscriptions.unknown_year(wanted, due)
        return self._said.year_unknown.format(year=year) if year else ""
