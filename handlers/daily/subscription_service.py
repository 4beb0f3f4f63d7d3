"""The subscription of a channel as people ask for it: set up, end, look ahead, skip, look back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from db.daily import SKIPPED, Post
from db.subscriptions import OFF, Subscription
from handlers.daily.schedule import schedule_of
from handlers.daily.work_calendar import workdays_of
from handlers.slack_api.error_words import about

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random

    from db.store import Store
    from handlers.daily.quote_pool import DealtCard, QuotePool
    from handlers.daily.schedule import Due, Schedule
    from handlers.incoming.schedule_request import ScheduleRequest

SOON = 10  # dates ahead that may be skipped one after the other


@dataclass(frozen=True, slots=True)
class Ahead:
    """What comes next in a channel: the due date that gets a post, and the one before it if it is skipped."""

    due: Due | None
    skipped: Due | None = None


class SubscriptionService:
    """Works on the store; says nothing."""

    def __init__(self, store: Store, pool: QuotePool, now: Callable[[], datetime], rng: Random) -> None:
        self._store, self._pool, self._now, self._rng = store, pool, now, rng

    def subscription(self, team: str, channel: str) -> Subscription | None:
        """Return what the channel has, also when it is paused."""
        return self._store.subscriptions.get(team, channel)

    def save(self, team: str, channel: str, user: str, schedule: ScheduleRequest) -> Subscription:
        """Set the channel up, from its next time on; a date that was served stays served."""
        wanted = Subscription(
            *(team, channel, f"{schedule.at:%H:%M}", schedule.zone, schedule.days, schedule.theme),
            seed=f"{self._rng.getrandbits(64):016x}",
            set_by=user,
            set_at=self._now().isoformat(timespec="seconds"),
            handled="",
        )
        # what was posted before stays posted: each date has one row, whatever stands here
        handled = self._schedule(wanted).passed(self._now()).isoformat()
        return self._store.subscriptions.save(replace(wanted, handled=handled))

    def end(self, wanted: Subscription) -> None:
        """Switch a channel off; its seed and its history stay."""
        self._store.subscriptions.pause(*wanted.channel_key, OFF)

    def resume(self, team: str, channel: str) -> Subscription | None:
        """Go on, from its next time, in a channel that is paused for a word of Slack about it; None where it is not."""
        with self._store.writing():
            wanted = self._store.subscriptions.get(team, channel)
            if wanted is None or about(wanted.paused) != "channel":
                return None
            handled = max(wanted.handled, self._schedule(wanted).passed(self._now()).isoformat())
            now = self._now().isoformat(timespec="seconds")
            return self._store.subscriptions.save(replace(wanted, paused="", set_at=now, handled=handled))

    def ahead(self, wanted: Subscription) -> Ahead:
        """Return the next date with a post, passing over those that are skipped or done."""
        schedule, day = self._schedule(wanted), date.fromisoformat(wanted.handled)
        skipped = None
        for _ in range(SOON):
            due = schedule.after(day)
            if due is None:
                break
            known = self._store.daily.get(*wanted.channel_key, due.day.isoformat())
            if known is None or known.is_open:
                return Ahead(due, skipped)
            if known.state == SKIPPED and skipped is None:
                skipped = due
            day = due.day
        return Ahead(None, skipped)

    def skip(self, wanted: Subscription, due: Due) -> bool:
        """Let a date go by without a post; False where its post is under way."""
        return self._store.daily.claim(
            Post(*wanted.channel_key, due.day.isoformat(), SKIPPED, due.at.isoformat())
        )

    def unskip(self, wanted: Subscription, due: Due) -> None:
        """Take that back."""
        self._store.daily.unskip(*wanted.channel_key, due.day.isoformat())

    def card(self, wanted: Subscription) -> DealtCard | None:
        """Return the card that the next post shows: the one of a post under way, else the deck's next."""
        return self._pool.next(wanted.seed, wanted.theme, self.history(wanted))

    def history(self, wanted: Subscription) -> list[Post]:
        """Return all posts of the channel, oldest first."""
        return self._store.daily.history(*wanted.channel_key)

    def counts(self, wanted: Subscription) -> tuple[int, int]:
        """Return how many passages come before one repeats, and how many there are."""
        return self._pool.left(wanted, self.history(wanted)), len(self._pool.passages(wanted.theme))

    def unknown_year(self, wanted: Subscription, due: Due | None) -> int | None:
        """Return the year whose workdays matter here soon and are not known."""
        if wanted.days != "workdays" or due is None:
            return None
        workdays = workdays_of(self._store.calendar.days())
        soon = schedule_of(wanted, workdays).after(due.day)
        years = [due.day.year, soon.day.year if soon else due.day.year]
        return next((year for year in years if not workdays.known(year)), None)

    def _schedule(self, wanted: Subscription) -> Schedule:
        return schedule_of(wanted, workdays_of(self._store.calendar.days()))
