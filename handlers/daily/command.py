"""/policy daily: set up, off, status, preview, skip, history, and the window for the bare word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from slack_sdk.errors import SlackApiError

from handlers.daily import wishes
from handlers.daily.modal import wish_view
from handlers.daily.post import date_of, message
from handlers.drawing import answers
from handlers.mrkdwn import one_line, unescape
from handlers.replies_daily import DailyReplies
from handlers.replying import Replying
from handlers.request import Request

if TYPE_CHECKING:
    from slack_bolt import Ack
    from slack_sdk import WebClient

    from db.subscriptions import Subscription
    from handlers.daily.desk import Desk
    from handlers.daily.schedule import Due
    from handlers.daily.shelf import Shelf
    from handlers.message import Message
    from handlers.parts import Parts

SHOWN = 10  # posts that history lists


class DailyCommand:
    """The daily quotes of the channel in which it is typed; every answer is private."""

    def __init__(self, parts: Parts, desk: Desk, shelf: Shelf, zone: str) -> None:
        self._parts, self._desk, self._shelf, self._zone = parts, desk, shelf, zone
        self._said = DailyReplies()

    def handle(self, ack: Ack, command: dict[str, Any], client: WebClient) -> None:
        """Answer one command."""
        request = Request.of(command)
        with Replying(ack, request, client, self._parts.patience) as reply:
            if not self._parts.is_new(request):
                return
            rest = wishes.rest_of(unescape(command.get("text") or ""))
            if not rest:
                zone = self.zone_of(request.user, client)
                client.views_open(
                    trigger_id=request.trigger, view=wish_view(request.channel, zone, self._said)
                )
                return
            reply.send(self.answer(request, rest, client))

    def answer(self, request: Request, rest: str, client: WebClient) -> Message:
        """Answer what stands behind the word daily."""
        first, _, more = rest.partition(" ")
        word = wishes.word_of(first)
        if not word:
            wish = wishes.read_wish(rest)
            said = self._said.bad_time.format(given=one_line(first, 20)) + self._said.usage
            return self.set_up(request, wish, client) if wish else answers.say(said)
        wanted = self._desk.subscription(request.team, request.channel)
        if wanted is None:
            return answers.say(self._said.none)
        if wanted.paused and word not in {"history", "off"}:
            why = self._said.reasons.get(wanted.paused) or self._said.refused.format(error=wanted.paused)
            return answers.say(
                self._said.off if wanted.paused == "off" else self._said.paused.format(why=why)
            )
        return self._told(word, more.strip(), wanted)

    def set_up(self, request: Request, wish: wishes.Wish, client: WebClient) -> Message:
        """Set the channel up as wished, in the zone of the person who asks."""
        theme = self._shelf.theme(wish.theme)
        if wish.theme and not theme:
            return answers.say(self._said.bad_theme.format(given=one_line(wish.theme, 40)))
        zone = wish.zone or self.zone_of(request.user, client)
        wanted = self._desk.save(
            request.team, request.channel, request.user, replace(wish, zone=zone, theme=theme)
        )
        due = self._desk.ahead(wanted).due
        told = self._said.saved.format(when=self._when(wanted), next=self._next(wanted, due))
        year = self._desk.unknown_year(wanted, due)
        return answers.say(told + (self._said.year_unknown.format(year=year) if year else ""))

    def zone_of(self, user: str, client: WebClient) -> str:
        """Return the name of a person's zone; the office's where Slack names none."""
        try:
            name = str(client.users_info(user=user)["user"].get("tz") or "")
        except (SlackApiError, OSError):
            name = ""
        return name if name and wishes.is_zone(name) else self._zone

    def _told(self, word: str, more: str, wanted: Subscription) -> Message:
        if word == "off":
            self._desk.end(wanted)
            return answers.say(self._said.ended)
        if word == "preview":
            return self._preview(wanted)
        if word == "skip":
            return answers.say(self._skip(wanted, more))
        return answers.say(self._history(wanted) if word == "history" else self._status(wanted))

    def _status(self, wanted: Subscription) -> str:
        left, total = self._desk.counts(wanted)
        following = self._next(wanted, self._desk.ahead(wanted).due)
        return self._said.status.format(when=self._when(wanted), next=following, left=left, total=total)

    def _preview(self, wanted: Subscription) -> Message:
        due, card = self._desk.ahead(wanted).due, self._desk.card(wanted)
        place = card.passage if card else None
        quoted = self._shelf.quoted(place.code, place.start, place.end) if place else None
        if due is None or quoted is None:
            return answers.say(self._said.nothing)
        head = self._said.preview.format(date=date_of(due.day, self._said))
        return message(quoted, due.day, self._said, self._parts.replies, head)

    def _skip(self, wanted: Subscription, more: str) -> str:
        ahead = self._desk.ahead(wanted)
        if more in self._said.resume_words:
            if ahead.skipped is None:
                return self._said.not_skipped.format(next=self._next(wanted, ahead.due))
            self._desk.unskip(wanted, ahead.skipped)
            return self._said.unskipped.format(date=date_of(ahead.skipped.day, self._said))
        said, due = self._said.skipped, ahead.skipped
        if due is None and ahead.due is not None:
            said, due = self._said.skip, ahead.due
            self._desk.skip(wanted, due)
        if due is None:
            return self._said.no_next
        following = self._next(wanted, self._desk.ahead(wanted).due)
        return said.format(date=date_of(due.day, self._said), next=following)

    def _history(self, wanted: Subscription) -> str:
        posts = self._desk.history(wanted)[-SHOWN:][::-1]
        if not posts:
            return self._said.no_history
        lines = [self._said.history.format(count=len(posts))]
        for post in posts:
            day = date_of(date.fromisoformat(post.day), self._said)
            lines.append(
                self._said.past.format(date=day, state=self._said.states[post.state], text=post.code)
            )
        return "\n".join(lines)

    def _when(self, wanted: Subscription) -> str:
        kind, _, name = wanted.theme.partition(":")
        theme = self._said.theme.format(theme=f"{self._said.themes[kind]}“{name}”") if wanted.theme else ""
        return self._said.when.format(
            days=self._said.days[wanted.days], at=wanted.at, zone=wanted.zone, theme=theme
        )

    def _next(self, wanted: Subscription, due: Due | None) -> str:
        if due is None:
            return self._said.no_next
        local = due.at.astimezone(ZoneInfo(wanted.zone))
        return self._said.next.format(date=date_of(due.day, self._said), at=f"{local:%H:%M}")
