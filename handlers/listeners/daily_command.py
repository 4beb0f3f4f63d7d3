"""/policy daily: set up, off, status, preview, skip, history, and the window for the bare word."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from handlers.daily.schedule import BROKEN, days_of
from handlers.daily.themes import title_of
from handlers.incoming import schedule_request
from handlers.incoming.button_values import WindowState
from handlers.incoming.mrkdwn import one_line
from handlers.listeners.daily_status import DailyStatus
from handlers.listeners.permissions import may_set
from handlers.rendering.daily_modal import schedule_view
from handlers.rendering.daily_post import date_of
from handlers.rendering.sheet import Channel, Sheet
from handlers.slack_api.message import say

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from db.subscriptions import Subscription
    from handlers.context import AppContext
    from handlers.incoming.request import Request
    from handlers.listeners.filling import Filling
    from handlers.slack_api.message import Message
    from handlers.slack_api.prompt_ack import PromptAck


READING = ("status", "history", "preview")  # what asks nothing of Slack


def asks_slack(rest: str) -> bool:
    """Whether what stands behind `daily` may need a time zone, or who is an admin, from Slack."""
    return schedule_request.word_of(schedule_request.spaced(rest).partition(" ")[0]) not in READING


class DailyCommand:
    """The daily quotes of the channel in which it is typed; every answer is private."""

    def __init__(self, context: AppContext) -> None:
        self._context, self._subscriptions, self._pool = context, context.subscriptions, context.pool
        self._said = context.replies.daily
        self._status = DailyStatus(context)

    def open(self, ack: PromptAck, request: Request, client: WebClient, filling: Filling) -> None:
        """Open the window, empty where Slack is slow to say what stands in it."""
        ack()
        replies = self._context.replies
        with filling:
            if not self._context.is_new(request):
                return
            if may_set(self._context, request, client):
                window = WindowState(request.team, request.channel, request.user)
                view = schedule_view(window, self._schedule(request, client), self._said)
                filling.show(view, say(replies.window_failed))
            else:
                filling.tell(say(replies.admins_only))

    def answer(self, request: Request, rest: str, client: WebClient) -> Message:
        """Answer what stands behind the word daily."""
        first, _, more = rest.partition(" ")
        word = schedule_request.word_of(first)
        if not word:
            return self._set_up(request, rest, client)
        wanted = self._subscriptions.subscription(request.team, request.channel)
        if wanted is None:
            return say(self._said.none)
        if wanted.paused and word not in {"history", "off"}:
            why = self._said.why(wanted.paused)
            return say(self._said.off if wanted.paused == "off" else self._said.paused.format(why=why))
        # what only admins may say where the workspace is restricted; set-up besides
        if word in schedule_request.CHANGING and not may_set(self._context, request, client):
            return say(self._context.replies.admins_only)
        return self._told(word, more.strip(), wanted)

    def _set_up(self, request: Request, rest: str, client: WebClient) -> Message:
        """Set the channel up as typed, or say which word cannot be taken."""
        try:
            schedule = schedule_request.read_schedule(rest)
        except schedule_request.ScheduleError as error:
            return say(self._said.bad[error.kind].format(given=one_line(error.given, 40)))
        return (
            self.set_up(request, schedule, client)
            if schedule
            else say(self._unread(rest.split(maxsplit=1)[0]))
        )

    def set_up(
        self,
        request: Request,
        schedule: schedule_request.ScheduleRequest,
        client: WebClient,
        *,
        elsewhere: bool = False,
    ) -> Message:
        """Set the channel up as asked, in the zone of the person who asks; told `elsewhere` it is named."""
        if not may_set(self._context, request, client):
            return say(self._context.replies.admins_only)
        theme = self._pool.theme(schedule.theme)
        if schedule.theme and not theme:
            return say(self._said.bad_theme.format(given=one_line(schedule.theme, 40)))
        zone = schedule.zone or self.zone_of(request.user, client)
        wanted = self._subscriptions.save(
            request.team, request.channel, request.user, replace(schedule, zone=zone, theme=theme)
        )
        due = self._subscriptions.ahead(wanted).due
        told = self._said.saved.format(when=self._status.when(wanted), next=self._status.next(wanted, due))
        away = self._said.invite if _is_away(request.channel, client) else ""
        sheet = Sheet()
        # Slack shows no name for a direct message
        named = elsewhere and not request.channel.startswith("D")
        sheet.say(
            *((Channel(request.channel), self._said.colon) if named else ()),
            told + self._status.unknown(wanted, due) + away,
        )
        return sheet.message()

    def zone_of(self, user: str, client: WebClient) -> str:
        """Return the name of a person's zone; the office's where Slack names none."""
        try:
            name = str(client.users_info(user=user)["user"].get("tz") or "")
        except (SlackApiError, OSError):
            name = ""
        return schedule_request.zone_named(name) or self._context.zone

    def _schedule(self, request: Request, client: WebClient) -> schedule_request.ScheduleRequest:
        """Return what the window shows: what is set, else nine o'clock in the zone of the person."""
        wanted = self._subscriptions.subscription(request.team, request.channel)
        if wanted is None or wanted.paused == BROKEN:
            return schedule_request.ScheduleRequest(time(9), zone=self.zone_of(request.user, client))
        theme = title_of(wanted.theme, self._context.store)[1]
        return schedule_request.ScheduleRequest(
            time.fromisoformat(wanted.at), days_of(wanted), wanted.zone, theme
        )

    def _told(self, word: str, more: str, wanted: Subscription) -> Message:
        if word == "off":
            self._subscriptions.end(wanted)
            return say(self._said.ended)
        if word == "preview":
            return self._status.preview(wanted)
        if word == "skip":
            return say(self._skip(wanted, more))
        return say(self._status.history(wanted) if word == "history" else self._status.status(wanted))

    def _unread(self, first: str) -> str:
        """Say that a word is neither a time nor a sub-command, and which was perhaps meant."""
        if first.lower() in schedule_request.HELP:
            return self._said.usage
        said = self._said.bad_time.format(given=one_line(first, 20))
        near = schedule_request.meant(first)
        return said + (self._said.meant.format(word=near) if near else "") + self._said.usage

    def _skip(self, wanted: Subscription, more: str) -> str:
        ahead = self._subscriptions.ahead(wanted)
        if more and more not in self._said.resume_words:
            return self._said.skip_one.format(given=one_line(more, 20))
        if more in self._said.resume_words:
            if ahead.skipped is None:
                return self._said.not_skipped.format(next=self._status.next(wanted, ahead.due))
            self._subscriptions.unskip(wanted, ahead.skipped)
            return self._said.unskipped.format(date=date_of(ahead.skipped.day, self._said))
        said, due = self._said.skipped, ahead.skipped
        if due is None and ahead.due is not None:
            due = ahead.due
            said = self._said.skip if self._subscriptions.skip(wanted, due) else self._said.under_way
        if due is None:
            return self._said.no_next
        following = self._status.next(wanted, self._subscriptions.ahead(wanted).due)
        return said.format(date=date_of(due.day, self._said), next=following)


def _is_away(channel: str, client: WebClient) -> bool:
    """Whether the bot is no member of a channel, so that it cannot post there; False where Slack won't say."""
    try:
        known = client.conversations_info(channel=channel)["channel"]
    except SlackApiError as error:
        return bool(error.response.get("error") == "channel_not_found")
    except OSError:
        return False
    return not (known.get("is_member") or known.get("is_im"))
