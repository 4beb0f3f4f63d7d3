"""Messages as they are written: direct ones are questions, those in channels may name an initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.event import Event
from handlers.incoming.own import bot_of
from handlers.listeners.conversation import Conversation
from handlers.listeners.name_spotting import NameSpotting

if TYPE_CHECKING:
    from slack_bolt import App, BoltContext
    from slack_sdk import WebClient

    from handlers.context import AppContext


def register(app: App, context: AppContext) -> None:
    """Listen to messages."""
    app.event("message")(Messages(context).handle)


class Messages:
    """Leaves bots' messages, edits and the bot's own alone, and hands the rest to whom it concerns."""

    def __init__(self, context: AppContext) -> None:
        self._conversation, self._spotting = Conversation(context), NameSpotting(context)

    def handle(self, body: dict[str, Any], client: WebClient, context: BoltContext) -> None:
        """Take one message."""
        event = Event.of(body)
        if event.foreign:
            return
        if body["event"].get("channel_type") == "im":
            own = (context.bot_user_id or bot_of(body), context.bot_id or "")
            self._conversation.direct(event, client, body, own)
        else:
            self._spotting.heard(event, client, context.bot_user_id or bot_of(body))
