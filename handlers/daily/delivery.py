"""The delivery of one post: claim the date, post, and settle what became of it.

The order is what makes it once: the claim is on disk before anything is sent, and nothing is sent a second
time before the channel's history was asked (docs/daily.md tells every way it can end).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from db.daily import CLAIMED, DROPPED, MISSED, POSTED, UNSURE, WAITING, Post
from handlers.daily.clock_context import LEASE, POST_SECONDS, SEND_SECONDS, STORING
from handlers.daily.history_lookup import find, newest
from handlers.daily.outage import PAUSE
from handlers.daily.pace import backoff
from handlers.daily.passage_selection import Selection
from handlers.daily.refused_channels import RefusedChannels
from handlers.rendering.daily_post import message, metadata, plainly
from handlers.slack_api.call_outcomes import CALL_ERRORS, CallOutcome, of_answer, of_error
from handlers.slack_api.error_words import refused_blocks

if TYPE_CHECKING:
    from datetime import date

    from db.subscriptions import Subscription
    from handlers.daily.clock_context import ClockContext
    from handlers.daily.schedule import Due

AT_ONCE = 2  # attempts without a wait between them: one that went wrong is made up for within 30 seconds
LOOKS = 6  # tries to read the history after the grace period, until it is given up
TAKEN, HELD, LATE = "taken", "held", "late"


class DailyDelivery:
    """Does one channel's work; each method returns in one word what it came to."""

    def __init__(self, context: ClockContext) -> None:
        self._context = context
        self._daily = context.store.daily
        self._selection = Selection(context)
        self._channels = RefusedChannels(context.store)

    def begin(self, wanted: Subscription, due: Due) -> str:
        """Post what is due, unless somebody else does or did."""
        day = due.day.isoformat()
        known = self._daily.get(*wanted.channel_key, day)
        if known is not None:
            if not known.is_open:
                self._context.store.subscriptions.handle(*wanted.channel_key, day)
            return TAKEN
        fresh = Post(*wanted.channel_key, day, MISSED, due.at.isoformat())
        with self._context.pace.slot(wanted.team, self._context.wall) as is_open:
            return self._claim(wanted, fresh) if is_open else HELD

    def miss(self, wanted: Subscription, dues: list[Due]) -> str:
        """Record as missed the due dates whose grace period is over, all at once."""
        with self._context.store.writing():
            for due in dues:
                fresh = Post(*wanted.channel_key, due.day.isoformat(), MISSED, due.at.isoformat())
                if self._daily.record(fresh):
                    self._context.notices.missed(wanted, due.day, "")
        return MISSED

    def give_up(self, wanted: Subscription, why: str) -> str:
        """Pause a channel that cannot be served, and tell it; one that is paused already stays as it is."""
        with self._context.store.writing():
            kept = self._context.store.subscriptions.get(*wanted.channel_key)
            if kept is None or kept.paused:
                return DROPPED
            self._context.store.subscriptions.pause(*wanted.channel_key, why)
            self._context.notices.paused(wanted, why)
        return DROPPED

    def resume(self, seen: Post, now: datetime) -> str:
        """Go on with a post that was put off, or whose claim nobody holds any more."""
        if seen.state == CLAIMED and not self._context.pace.is_open(_reading(seen), self._context.wall()):
            return HELD
        with self._context.pace.slot(seen.team, self._context.wall) as is_open:
            return self._take_over(seen, now) if is_open else HELD

    def _claim(self, wanted: Subscription, fresh: Post) -> str:
        """Claim the date for the deck's next card, and post it."""
        dealt = self._selection.deal(wanted, fresh)
        if dealt is None:
            return self._selection.nothing(wanted, fresh) or TAKEN
        mine = self._leased(dealt)
        return self._send(wanted, mine) if self._daily.claim(mine) else TAKEN

    def _take_over(self, seen: Post, now: datetime) -> str:
        """Take an open post over, and bring it to an end or put it off again."""
        looked = (seen.looked or newest(seen.lease_until)) if seen.state == CLAIMED else ""
        mine = self._daily.take_over(seen, self._lease(), looked)
        if mine is None:
            return TAKEN
        wanted = self._context.store.subscriptions.get(*seen.channel_key)
        over = now - datetime.fromisoformat(seen.due) > self._context.grace
        if seen.state == CLAIMED:
            ended, mine = self._look(wanted, mine, over=over)
            if ended:
                return ended
        if wanted is None or wanted.paused:
            return self._settle(mine, DROPPED, error=seen.error)
        if over:
            with self._context.store.writing():
                if self._channels.is_news(wanted, mine):
                    self._context.notices.refused(wanted, mine)
                self._context.notices.missed(wanted, _date(mine), seen.error)
                return self._settle(mine, MISSED, error=seen.error)
        is_early = seen.state == CLAIMED and seen.attempts > AT_ONCE
        return self._wait(mine, seen.error) if is_early else self._send(wanted, mine)

    def _look(self, wanted: Subscription | None, mine: Post, *, over: bool) -> tuple[str, Post]:
        """Look whether an unclear post stands in its channel; empty where it plainly does not.

        The lease is renewed with each page and after the last, as a look may take the time that a post needs.
        """
        held: Post | None = mine

        def went_on(looked: str) -> bool:
            nonlocal held
            held = self._daily.renew(held, self._lease(), looked) if held else None
            return held is not None

        found = find(self._context.client, mine, self._context.wall(), went_on)
        if found.kind == "done":
            return self._posted(wanted, mine, found.ts), mine
        if found.wait:
            self._context.pace.hold(_reading(mine), self._context.wall() + timedelta(seconds=found.wait))
        if found.kind == "unclear" and held and (not over or mine.attempts < LOOKS):
            pause = max(timedelta(seconds=found.wait), backoff(mine.attempts, self._context.rng))
            self._put_off(mine, CLAIMED, pause, found.error)
            return CLAIMED, mine
        held = held and self._daily.renew(held, self._lease())
        if held is None or found.kind == "later":
            return ("", held) if held else (TAKEN, mine)
        with self._context.store.writing():
            if wanted is not None:
                self._context.notices.unsure(wanted, mine, found.error)
            return self._settle(mine, UNSURE, error=found.error), mine

    def _send(self, wanted: Subscription, mine: Post) -> str:
        """Post under a lease that lasts longer than the call can."""
        quoted = self._context.pool.quoted(mine.code, mine.start, mine.end)
        if quoted is None:
            dealt = self._selection.deal(wanted, mine)
            if dealt is None:
                return self._selection.nothing(wanted, mine) or TAKEN
            mine = self._daily.redeal(dealt)
            quoted = self._context.pool.quoted(mine.code, mine.start, mine.end)
        if quoted is None or self._late(mine):
            return LATE
        drawn = message(quoted, _date(mine), self._context.replies)
        body = (plainly(drawn) if refused_blocks(mine.error) else drawn).body()
        try:
            answer = self._context.client.chat_postMessage(
                channel=mine.channel, metadata=metadata(mine), **body
            )
        except CALL_ERRORS as error:
            return self._failed(wanted, mine, of_error(error))
        return self._posted(wanted, mine, of_answer(answer).ts)

    def _failed(self, wanted: Subscription, mine: Post, outcome: CallOutcome) -> str:
        """Put a post off, or give the channel up, as Slack's answer asks for."""
        if outcome.kind == "unclear":
            left = datetime.fromisoformat(mine.lease_until) - self._context.wall()
            still = STORING if outcome.error == TimeoutError.__name__ else timedelta()
            self._put_off(mine, CLAIMED, max(left, timedelta()) + still, outcome.error)
            return CLAIMED
        if outcome.kind == "gone":
            return self._refused(wanted, mine, outcome.error)
        if outcome.kind == "shut":
            return self._shut(mine, outcome.error)
        if outcome.kind == "limited":
            until = self._context.wall() + timedelta(seconds=outcome.wait)
            self._context.pace.limited(*mine.channel_key, until)
            self._put_off(mine, WAITING, timedelta(seconds=outcome.wait), outcome.error)
            return WAITING
        if outcome.kind == "plainer" and not refused_blocks(mine.error):
            self._put_off(mine, WAITING, timedelta(), outcome.error)
            return WAITING
        return self._wait(mine, outcome.error)

    def _refused(self, wanted: Subscription, mine: Post, word: str) -> str:
        """Pause a channel that Slack refuses alone; where it refuses all alike, hold the workspace back."""
        with self._context.store.writing():  # one after another, so that the last of all sees the others
            verdict = self._channels.verdict(wanted, mine)
            if verdict == "alone":
                self.give_up(wanted, word)
                return self._settle(mine, DROPPED, error=word)
            return self._shut(mine, word) if verdict == "alike" else self._wait(mine, word)

    def _shut(self, mine: Post, word: str) -> str:
        """Hold back a workspace that Slack refuses."""
        self._context.outage.begins(mine.team, word)
        self._context.pace.hold(mine.team, self._context.wall() + PAUSE)
        self._put_off(mine, WAITING, PAUSE, word)
        return WAITING

    def _posted(self, wanted: Subscription | None, mine: Post, ts: str) -> str:
        """Write down that a post stands in its channel, and tell what is worth telling."""
        self._settle(mine, POSTED, ts=ts)
        self._context.pace.went(mine.team)
        self._context.outage.ends(mine.team)
        if wanted is not None:
            self._selection.tell_of_low(wanted, mine)
        return POSTED

    def _leased(self, post: Post) -> Post:
        """Make a first claim of a post, with a name that nobody else's has."""
        wall = self._context.wall().isoformat()
        name = f"{self._context.rng.getrandbits(64):016x}"
        return replace(
            post, state=CLAIMED, claim=name, claimed_at=wall, lease_until=self._lease(), attempts=1
        )

    def _lease(self) -> str:
        return (self._context.wall() + LEASE).isoformat()

    def _late(self, mine: Post) -> bool:
        """Whether the lease may end before a call does: this process was held up, and another may act."""
        left = datetime.fromisoformat(mine.lease_until) - self._context.wall()
        return left < timedelta(seconds=SEND_SECONDS + POST_SECONDS)

    def _wait(self, mine: Post, error: str) -> str:
        self._put_off(mine, WAITING, backoff(mine.attempts, self._context.rng), error)
        return WAITING

    def _put_off(self, mine: Post, state: str, pause: timedelta, error: str) -> None:
        self._daily.put_off(mine, state, (self._context.wall() + pause).isoformat(), error)

    def _settle(self, mine: Post, state: str, *, ts: str = "", error: str = "") -> str:
        self._daily.settle(mine, state, ts=ts, error=error)
        return state


def _reading(post: Post) -> str:
    """Name the pace of reading histories, which Slack limits by itself, for a post's workspace."""
    return f"{post.team} history"


def _date(post: Post) -> date:
    return datetime.fromisoformat(post.day).date()
