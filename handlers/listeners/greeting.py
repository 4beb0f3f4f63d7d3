"""Invited to a channel, the bot says once what it can do there, and goes on with a daily quote that was paused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.event import Event
from handlers.incoming.own import bot_of
from handlers.slack_api.message import say
from handlers.slack_api.outgoing import noted

if TYPE_CHECKING:
    from slack_bolt import App, BoltContext
    from slack_sdk import WebClient

    from handlers.context import AppContext


def register(app: App, context: AppContext) -> None:
    """Listen to people and bots that join."""
    app.event("member_joined_channel")(Greeting(context).handle)


class Greeting:
    """Greets a channel, once for ever; stays silent in those shared with another organisation.

    A daily quote that was paused, as Slack refused the channel, goes on in either.
    """

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def handle(self, body: dict[str, Any], client: WebClient, context: BoltContext) -> None:
        """Greet and go on when it is the bot that joined."""
        event = Event.of(body)
        if event.user != (context.bot_user_id or bot_of(body)):
            return
        if not event.shared and self._context.takes(f"greeted:{event.team}:{event.channel}"):
            self._say(client, event, self._context.replies.greeting)
        resumed = self._context.subscriptions.resume(event.team, event.channel)
        if resumed and not event.shared:
            self._say(client, event, self._context.replies.daily.resumed.format(at=resumed.at))

    def _say(self, client: WebClient, event: Event, words: str) -> None:
        self._context.outgoing.respond(client, event, say(words), thread="", then=noted)
