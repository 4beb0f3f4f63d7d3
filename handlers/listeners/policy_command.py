"""/policy: parse the words, ask, answer the one who asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from handlers.incoming.command_words import TypedCommand
from handlers.incoming.mrkdwn import unescape
from handlers.incoming.request import Request
from handlers.listeners.failures import aside
from handlers.listeners.filling import Filling
from handlers.listeners.subcommands import ROWS, read
from handlers.rendering.mistyped import mistyped

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App, BoltContext
    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.slack_api.prompt_ack import PromptAck
    from handlers.slack_api.replying import Replying


def register(app: App, context: AppContext) -> None:
    """Listen to /policy."""
    command = PolicyCommand(context)
    app.command("/policy", middleware=[command.arm])(command.handle)


class PolicyCommand:
    """The slash command with its sub-commands, by the table of `listeners.subcommands`."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def arm(
        self,
        command: dict[str, Any],
        client: WebClient,
        context: BoltContext,
        next: Callable[[], None],  # noqa: A002 - Bolt passes it by this name
    ) -> None:
        """See to it, before any queue, that the window of a bare word is opened while its trigger lives."""
        asked = read(_text_of(command))
        if ROWS[asked.name].opens is not None and not asked.rest:
            filling = Filling(self._context.outgoing, client, Request.of(command), self._context.replies)
            context["filling"] = filling.arm()
        next()

    def handle(
        self, ack: PromptAck, command: dict[str, Any], client: WebClient, context: BoltContext
    ) -> None:
        """Answer one command, in its acknowledgement where the answer is ready in time."""
        text = _text_of(command)
        asked, filling = read(text), context.get("filling")
        act = partial(self._reply, ack, command, text, client, filling)
        if ROWS[asked.name].asks_slack(asked.rest):
            aside(self._context, command, client, act, ack)
        else:
            act()

    def _reply(
        self, ack: PromptAck, command: dict[str, Any], text: str, client: WebClient, filling: Filling | None
    ) -> None:
        request, asked = Request.of(command), read(text)
        row = ROWS[asked.name]
        if row.opens is not None and filling is not None:
            row.opens(self._context, ack, request, client, filling)
            return

        def act(reply: Replying) -> None:
            if asked.meant:
                reply.send(mistyped(text.strip(), ROWS[asked.meant], self._context.replies))
            else:
                reply.send(row.answer(self._context, TypedCommand(request, asked.rest, client)))

        self._context.answer(ack, request, client, act, changing=row.changes(asked.rest))


def _text_of(command: dict[str, Any]) -> str:
    """Return what was typed behind /policy."""
    return unescape(command.get("text") or "")
