"""Invited to a channel, the bot says once what it can do there."""

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
    """Greets a channel, once for ever; stays silent in those shared with another organisation."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def handle(self, body: dict[str, Any], client: WebClient, context: BoltContext) -> None:
        """Greet when it is the bot that joined."""
        event = Event.of(body)
        if event.user != (context.bot_user_id or bot_of(body)) or event.shared:
            return
        key = f"greeted:{event.team}:{event.channel}"
        if self._context.takes(key):
            said = say(self._context.replies.greeting)
            self._context.outgoing.respond(client, event, said, thread="", then=noted)
