"""Once a week, in one message: what whoever set up daily quotes should know or do."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from db.daily import EMPTY, MISSED, UNSURE
from db.subscriptions import OFF
from handlers.daily.clock_context import LOW
from handlers.daily.work_calendar import workdays_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.daily import Post
    from db.subscriptions import Subscription
    from handlers.daily.clock_context import ClockContext

AT = time(10)  # on Mondays, by the office's clock
WEEK = timedelta(days=7)
MOST = 30  # lines of one message
TROUBLES = (UNSURE, MISSED, EMPTY)


class Digest:
    """Looks at all channels of a person together; says nothing where all is well."""

    def __init__(self, context: ClockContext) -> None:
        self._context, self._zone = context, context.zone
        self._done = ""

    def is_due(self, now: datetime) -> bool:
        """Whether a week has begun that this process has not looked at, and our workspace can be told of."""
        return self._week(now) != self._done and bool(self._context.outage.team())

    def run_once(self, now: datetime) -> int:
        """Tell everybody what there is to tell of the week, in whichever process is first; count them."""
        week, team = self._week(now), self._context.outage.team()
        if not team:
            return 0
        self._done = week
        mine: dict[str, list[Subscription]] = defaultdict(list)
        for wanted in self._context.store.subscriptions.of(team):
            mine[wanted.set_by].append(wanted)
        with self._context.store.writing():
            if not self._context.store.once.claim(f"digest:{team}:{week}", self._context.wall().isoformat()):
                return 0
            told = [(person, self._lines(channels, now)) for person, channels in mine.items()]
            return sum(self._tell(team, person, lines) for person, lines in told)

    def _lines(self, channels: list[Subscription], now: datetime) -> list[str]:
        return [*self._of_all(channels, now), *(line for one in channels for line in self._of(one, now))]

    def _week(self, now: datetime) -> str:
        """Name the week by its Monday; it begins when that Monday's digest is due."""
        local = now.astimezone(self._zone)
        day = local.date() - timedelta(days=local.weekday())
        return (day if local >= datetime.combine(day, AT, self._zone) else day - WEEK).isoformat()

    def _of_all(self, channels: list[Subscription], now: datetime) -> Iterator[str]:
        """Say which years' workdays are missing, where a channel goes by them."""
        if any(one.days == "workdays" and one.paused != OFF for one in channels):
            calendar = workdays_of(self._context.store.calendar.days())
            for year in calendar.missing(now.astimezone(self._zone).date()):
                yield self._context.said.digest_year.format(year=year)

    def _of(self, wanted: Subscription, now: datetime) -> Iterator[str]:
        """Say what is wrong with one channel."""
        said = self._context.said
        if wanted.paused == OFF:
            return
        if wanted.paused:
            why = said.why(wanted.paused)
            yield said.digest_paused.format(channel=wanted.channel, why=why, at=wanted.at)
            return
        posts = self._context.store.daily.history(*wanted.channel_key)
        total, left = len(self._context.pool.passages(wanted.theme)), self._context.pool.left(wanted, posts)
        if left <= LOW:
            yield said.digest_low.format(channel=wanted.channel, left=left, total=total)
        since = (now.astimezone(self._zone).date() - WEEK).isoformat()
        yield from (self._of_post(post) for post in posts if post.day >= since and post.state in TROUBLES)

    def _of_post(self, post: Post) -> str:
        state = self._context.said.states[post.state]
        why = f"（{post.error}）" if post.error else ""
        return self._context.said.digest_post.format(channel=post.channel, day=post.day, state=state, why=why)

    def _tell(self, team: str, person: str, lines: list[str]) -> bool:
        """Write down what there is to be told; it is sent with the other notices."""
        if not lines:
            return False
        told = [self._context.said.digest, *(f"• {line}" for line in lines[:MOST])]
        self._context.notices.put(team, person, "\n".join(told))
        return True
