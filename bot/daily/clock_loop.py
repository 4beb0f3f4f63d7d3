"""The loop of the clock: `run_once` starts what is due, `run` calls it again and again."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

from bot.beside import repeat
from db.daily import CLAIMED
from handlers.daily.clock_context import LEASE
from handlers.daily.delivery import DailyDelivery
from handlers.daily.digest import Digest
from handlers.daily.schedule import BROKEN, DAY, schedule_of
from handlers.daily.work_calendar import Workdays, workdays_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from threading import Event

    from db.daily import Post
    from db.subscriptions import Subscription
    from handlers.daily.clock_context import ClockContext
    from handlers.daily.schedule import Due, Schedule

    Name = tuple[str, str, str]
    Job = tuple[Name, Callable[[], str]]

LOGGER = logging.getLogger(__name__)
WORKERS = 16  # calls to Slack at once: so many slow channels hold up nobody else
TICK = 0.5  # seconds between two looks at the store
SOON = timedelta(minutes=1)
FURTHEST = timedelta(hours=1)  # no wait is as long; one that seems to be began before the clock was set back
SET_BACK = timedelta(
    seconds=5
)  # a lease that lasts longer than one can was made before the clock was set back


class Clock:
    """Any number of clocks may run over one store; a context manager that ends what it began."""

    def __init__(self, context: ClockContext) -> None:
        self._context = context
        self._delivery = DailyDelivery(context)
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="delivery")
        self._busy: dict[Name, Future[str]] = {}
        self._digest = Digest(context)
        self._chores: Future[str] | None = None
        self._days: dict[str, bool] | None = None
        self._workdays = Workdays()
        self._mornings: dict[tuple[Schedule, str], Due | None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def run(self, ended: Event, now: Callable[[], datetime]) -> None:
        """Keep time until `ended` is set."""

        def tick() -> None:
            instant = now()
            self.run_once(instant)
            self.housekeep(instant)

        repeat(tick, ended, TICK, "the clock stumbled and goes on")

    def run_once(self, now: datetime) -> list[Future[str]]:
        """Start all that is due at `now` and not under way here; return what was started.

        Each result is one word: posted, taken (by another process), held (Slack asks to wait), or the state
        that the post is left in. Only our own workspace is served; nothing is started while it is not known
        or Slack refuses all its calls.
        """
        self._busy = {name: job for name, job in self._busy.items() if not job.done()}
        team = self._context.outage.team()
        if not team:
            return []
        waiting = self._context.store.daily.open(team)
        names = {post.name for post in waiting} | set(self._busy)
        jobs = [*self._resumed(waiting, now), *self._begun(team, names, now)]
        return [self._start(name, work) for name, work in jobs if name not in self._busy]

    def is_waiting(self) -> bool:
        """Whether a post is still open that may be ended within a minute."""
        soon = self._context.wall() + SOON
        return any(not post.retry_at or datetime.fromisoformat(post.retry_at) < soon for post in self.open())

    def why_not(self) -> str:
        """Say in Slack's word why nothing at all is sent; empty where it may be."""
        return self._context.outage.why()

    def open(self) -> list[Post]:
        """Return the posts of our workspace that are still open; none while it is not known."""
        team = self._context.outage.team()
        return self._context.store.daily.open(team) if team else []

    def housekeep(self, now: datetime, *, ahead: bool = True) -> Future[str] | None:
        """Start what nobody waits for: digest and notices; with `ahead` a changed library is read before its use."""
        if self._chores is not None and not self._chores.done():
            return None
        is_due = self._digest.is_due(now) or self._context.notices.is_due()
        if (not ahead or self._context.pool.is_read()) and not is_due:
            return None
        self._chores = self._pool.submit(self._keep_house, now, ahead)
        self._chores.add_done_callback(_log)
        return self._chores

    def _keep_house(self, now: datetime, ahead: bool) -> str:  # noqa: FBT001 - as submit passes it on
        """Write the digest, send what is to be told; "told" where somebody got something."""
        if self._digest.is_due(now):
            self._digest.run_once(now)
        told = self._context.notices.deliver()
        if ahead:
            self._context.pool.passages()
        return "told" if told else ""

    def _resumed(self, waiting: list[Post], now: datetime) -> Iterator[Job]:
        """Give the posts that are put off until now, or whose claim has run out."""
        wall = self._context.wall()
        for post in waiting:
            if _is_ready(post, wall):
                yield post.name, partial(self._delivery.resume, post, now)

    def _begun(self, team: str, names: set[Name], now: datetime) -> Iterator[Job]:
        """Give the channels of our workspace that are due, the longest waiting first."""
        self._read_workdays()
        found = []
        for wanted in self._context.store.subscriptions.active(team):
            try:
                due = self._due(self._by_now(wanted, now))
            except (ValueError, KeyError, OSError) as error:
                LOGGER.warning("%s: %s", wanted.channel, error)
                yield (*wanted.channel_key, BROKEN), partial(self._delivery.give_up, wanted, BROKEN)
                continue
            if due and due.at <= now and (*wanted.channel_key, due.day.isoformat()) not in names:
                found.append((wanted, due))
        self._context.rng.shuffle(found)  # so that several clocks do not run for the same channel
        found.sort(key=lambda one: one[1].at)
        for wanted, due in found:
            name = (*wanted.channel_key, due.day.isoformat())
            if now - due.at > self._context.grace:
                yield name, partial(self._delivery.miss, wanted, self._missed(wanted, due, now))
            else:
                yield name, partial(self._delivery.begin, wanted, due)

    def _missed(self, wanted: Subscription, due: Due, now: datetime) -> list[Due]:
        """Return all due dates of a channel whose grace period is over, from this one on."""
        schedule, missed = schedule_of(wanted, self._workdays), [due]
        while (after := schedule.after(missed[-1].day)) and now - after.at > self._context.grace:
            missed.append(after)
        return missed

    def _by_now(self, wanted: Subscription, now: datetime) -> Subscription:
        """Return a subscription as it stands; of one that is ahead of its zone's date nothing but posts counts.

        A clock was wrong then. One that steps back within the date takes nothing back.
        """
        today = now.astimezone(ZoneInfo(wanted.zone)).date()
        if wanted.handled <= today.isoformat():
            return wanted
        yesterday = (today - DAY).isoformat()
        self._context.store.daily.rewind(
            *wanted.channel_key, yesterday, (now - self._context.grace).isoformat()
        )
        LOGGER.warning("%s was served up to %s by a clock that was ahead", wanted.channel, wanted.handled)
        return replace(wanted, handled=yesterday)

    def _start(self, name: Name, work: Callable[[], str]) -> Future[str]:
        job = self._busy[name] = self._pool.submit(self._work, work)
        job.add_done_callback(_log)
        return job

    def _work(self, work: Callable[[], str]) -> str:
        """Do a job, and send what is to be told of it."""
        ended = work()
        self._context.notices.deliver()
        return ended

    def _due(self, wanted: Subscription) -> Due | None:
        """Return the channel's next due date; the same schedule and day are worked out once."""
        key = schedule_of(wanted, self._workdays), wanted.handled
        if key not in self._mornings:
            self._mornings[key] = key[0].after(datetime.fromisoformat(wanted.handled).date())
        return self._mornings[key]

    def _read_workdays(self) -> None:
        """Take notice of a year that was imported meanwhile."""
        days = self._context.store.calendar.days()
        if days != self._days:
            self._days, self._workdays, self._mornings = days, workdays_of(days), {}


def _is_ready(post: Post, wall: datetime) -> bool:
    """Whether the time of an open post has come; one beyond any lease was set before the clock went back."""
    if post.retry_at and wall < datetime.fromisoformat(post.retry_at) < wall + FURTHEST:
        return False
    if post.state != CLAIMED:
        return True
    until = datetime.fromisoformat(post.lease_until)
    return wall >= until or wall < until - LEASE - SET_BACK


def _log(job: Future[str]) -> None:
    if not job.cancelled() and job.exception() is not None:
        LOGGER.error(
            "a job of the clock failed; a claim is settled when its lease ends", exc_info=job.exception()
        )
