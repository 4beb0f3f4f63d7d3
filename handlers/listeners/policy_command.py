"""/policy: parse the words, ask, answer the one who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.command_words import TypedCommand
from handlers.incoming.mrkdwn import unescape
from handlers.incoming.request import Request
from handlers.listeners.failures import aside
from handlers.listeners.subcommands import ROWS, read
from handlers.rendering.mistyped import mistyped

if TYPE_CHECKING:
    from slack_bolt import App
    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.slack_api.prompt_ack import PromptAck
    from handlers.slack_api.replying import Replying


def register(app: App, context: AppContext) -> None:
    """Listen to /policy."""
    app.command("/policy")(PolicyCommand(context).handle)


class PolicyCommand:
    """The slash command with its sub-commands, by the table of `listeners.subcommands`."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def handle(self, ack: PromptAck, command: dict[str, Any], client: WebClient) -> None:
        """Answer one command, in its acknowledgement where the answer is ready in time."""
        text = unescape(command.get("text") or "")
        row = ROWS[read(text).name]
        if row.asks_slack:
            aside(self._context, command, client, lambda: self._reply(ack, command, text, client), ack)
        else:
            self._reply(ack, command, text, client)

    def _reply(self, ack: PromptAck, command: dict[str, Any], text: str, client: WebClient) -> None:
        request, asked = Request.of(command), read(text)
        row = ROWS[asked.name]
        if row.opens is not None and not asked.rest:
            row.opens(self._context, ack, request, client)
            return

        def act(reply: Replying) -> None:
            if asked.meant:
                reply.send(mistyped(text.strip(), ROWS[asked.meant], self._context.replies))
            else:
                reply.send(row.answer(self._context, TypedCommand(request, asked.rest, client)))

        self._context.answer(ack, request, client, act, changing=row.changes(asked.rest))
